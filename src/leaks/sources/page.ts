/** The page's own address, its parameters and its title. */
import { scriptOf, type Trail } from '../../flow/host.js'
import { hintedName } from '../../flow/hint.js'
import { isAny, isName } from '../../flow/path.js'
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import { classifyPath } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

/** Globals of https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-location-interface and the document. */
const ADDRESS = /^(?:(?:document\.)?location(?:\.(?:href|search|hash|pathname))?|document\.(?:URL|documentURI|baseURI|referrer))$/
const TITLE = /^document\.title$/

/** A source when the value is the page's address or title; a named parameter of it is what its name says. */
export function pageSource(host: Host, trail: Trail, value: Value | undefined): readonly DataSource[] | null {
  if (!value) return null
  const place = { file: trail.spot.file, span: { start: value.start, end: value.end } }
  if (trail.spot.kind === 'origin') {
    const isTitle = trail.spot.slot === 'title'
    return isTitle ? [titleSource(place)] : addressSource(place, trail)
  }
  if (isSelection(host, trail, value)) return [selectionSource(place)]
  if (isRouteMember(host, trail, value)) return addressSource(place, trail)
  const path = globalPath(host, trail, value)
  if (path === null) return null
  if (TITLE.test(path)) return [titleSource(place)]
  return ADDRESS.test(path) ? addressSource(place, trail) : null
}

function globalPath(host: Host, trail: Trail, value: Value): string | null {
  if (value.kind !== 'global' && value.kind !== 'member') return null
  if (value.kind === 'global') return value.name === 'location' && trail.path.length === 0 ? 'location' : null
  const script = scriptOf(host, trail.spot)
  const object = script?.values[value.object]
  if (value.name === null || !object) return null
  if (object.kind === 'global') return `${object.name}.${value.name}`
  const outer = object.kind === 'member' ? globalPath(host, trail, object) : null
  return outer === null ? null : `${outer}.${value.name}`
}

/** Members of routers' objects that hold the parameters of the address. */
const ROUTE_MEMBERS = [
  // https://angular.dev/api/router/ActivatedRoute
  { of: /^@angular\/router$/, path: /^ActivatedRoute#(?:snapshot\.)?(?:queryParams|params|queryParamMap|paramMap|fragment)$/ },
  // https://api.emberjs.com/ember/release/classes/RouterService
  { of: /^\$app\/(?:stores|state)$/, path: /^page(?:\.url\.searchParams|\.params)?$/ },
]

function isRouteMember(host: Host, trail: Trail, value: Value): boolean {
  if (value.kind !== 'member') return false
  return host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }).some((meaning) =>
    meaning.kind === 'external' && meaning.root === 'package' && ROUTE_MEMBERS.some((row) => row.of.test(meaning.name) && row.path.test(meaning.path)))
}

/** What the visitor has marked: `getSelection()`. https://w3c.github.io/selection-api/ */
function isSelection(host: Host, trail: Trail, value: Value): boolean {
  const asked = trail.path[0]
  if (value.kind !== 'call' || !(asked === undefined || isAny(asked) || asked === 'toString')) return false
  return host.resolver.meanings({ file: trail.spot.file, script: trail.spot.script, value: value.callee })
    .some((meaning) => meaning.kind === 'external' && /^(?:document\.)?getSelection$/.test(meaning.path))
}

function selectionSource(place: DataSource['place']): DataSource {
  return { key: 'page:selection', kind: 'text', place, name: 'the selected text', categories: [{ category: 'free-text', because: 'text the visitor selects', sure: true }] }
}

function titleSource(place: DataSource['place']): DataSource {
  return { key: 'page:title', kind: 'page', place, name: 'document.title', categories: [{ category: 'page-title', because: 'the page’s title', sure: true }] }
}

/** `$route.query.email`, `$route.params.id`. https://router.vuejs.org/api/#RouteLocation */
export function routeSource(_host: Host, trail: Trail, value: Value): readonly DataSource[] {
  const [, part, ...rest] = trail.path
  if (part !== 'query' && part !== 'params' && part !== 'fullPath' && part !== 'hash') return []
  return addressSource({ file: trail.spot.file, span: { start: value.start, end: value.end } }, { ...trail, path: rest })
}

/**
 * Properties by which a page of Next.js is given its address: `({ searchParams })`, `({ params })`.
 * https://nextjs.org/docs/app/api-reference/file-conventions/page
 */
export function pagePropertySource(trail: Trail, script: ScriptFacts): readonly DataSource[] | null {
  const binding = trail.spot.kind === 'binding' ? script.bindings[trail.spot.id] : undefined
  if (!binding?.parameter || binding.parameter.index !== 0 || !/(?:^|\/)app\/(?:.*\/)?page\.[jt]sx?$/.test(trail.spot.file)) return null
  const [part, ...rest] = [...binding.parameter.path, ...trail.path]
  const isPage = script.exports.some(({ name, value, binding: exported }) => name === 'default' && (
    (value !== null && isFunction(script, value, binding.parameter?.function))
    || (exported !== null && script.bindings[exported]?.definitions.some((id) => isFunction(script, id, binding.parameter?.function)))))
  if (!isPage || (part !== 'searchParams' && part !== 'params') || rest.length === 0) return null
  return addressSource({ file: trail.spot.file, span: binding.span }, { ...trail, path: rest })
}

function isFunction(script: ScriptFacts, id: number, wanted: number | undefined): boolean {
  const value = script.values[id]
  return value?.kind === 'function' && value.function === wanted
}

function addressSource(place: DataSource['place'], trail: Trail): readonly DataSource[] {
  const name = trail.path.find((item) => isName(item) && item !== 'searchParams') ?? hintedName(trail.hint)
  const named = name === null || name === undefined ? [] : classifyPath(['query', name])
  if (named.length > 0) return [{ key: `page:${name}`, kind: 'page', place, name: `?${name}=`, categories: named }]
  return [{ key: 'page:url', kind: 'page', place, name: 'the page’s address', categories: [{ category: 'page-url', because: 'the page’s address', sure: true }] }]
}
