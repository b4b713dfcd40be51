/**
 * Routes of AngularJS as code writes them: `$routeProvider.when('/x', {…})`, `$stateProvider.state('a.b', {…})`, and
 * tables that are handed to a function which calls these. https://docs.angularjs.org/api/ngRoute/provider/$routeProvider,
 * https://ui-router.github.io/guide/states
 */
import { hasHole, HOLE } from '../../parse/hole.js'
import type { Value } from '../../facts/script/graph.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

export interface AngularState {
  /** Of ui-router: `portal.visits`; null for a plain route. */
  name: string | null
  /** Dotted name of the state around; null for none. */
  parent: string | null
  /** As written; null for a state without an address of its own. */
  url: string | null
  isAbstract: boolean
  redirects: boolean
  /** Objects that say what is shown: the state's own, and one for each view. */
  views: ScriptValue[]
  /** Nothing was seen that hands it to a router. */
  isGuess: boolean
  /** The call or object. */
  at: ScriptValue
}

const PROVIDER = /(route|state)(Helper)?(Provider|Registry)?$|router(Provider|Helper)?$|registry$/i
const SHOWS = ['templateUrl', 'template', 'controller', 'component', 'views', 'templateProvider', 'componentProvider', 'loadChildren']

export function statesIn(reader: ScriptReader, files: readonly string[]): AngularState[] {
  const called = new Set<string>()
  const states = files.flatMap((file) => reader.scripts(file).flatMap((facts, script) =>
    facts.values.flatMap((shape, value): AngularState[] => {
      const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
      const found = shape.kind === 'call' ? calledState(reader, at, shape) : []
      for (const state of found) for (const view of state.views) called.add(keyOf(view))
      return found
    })))
  // `{ state: 'visits', config: { url: '/visits', templateUrl: … } }`: a table that some function goes through.
  const listed = files.flatMap((file) => reader.scripts(file).flatMap((facts, script) =>
    facts.values.flatMap((shape, value): AngularState[] => {
      if (shape.kind !== 'object') return []
      const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
      return called.has(keyOf(at)) ? [] : listedState(reader, at)
    })))
  return [...states, ...listed]
}

function keyOf(at: ScriptValue): string {
  return `${at.file}|${at.script}|${at.value ?? ''}`
}

function calledState(reader: ScriptReader, at: ScriptValue, shape: Value & { kind: 'call' }): AngularState[] {
  const callee = reader.shape(reader.beside(at, shape.callee))
  if (callee?.kind !== 'member' || !/^(when|otherwise|state|register)$/.test(callee.name ?? '')) return []
  const [first, second] = shape.arguments.map((argument) => reader.beside(at, argument))
  const isKnown = isProvider(reader, reader.beside(at, callee.object))
  if (!first) return []
  if (callee.name === 'when') {
    const views = second ? objectsOf(reader, second) : []
    if (!isKnown && !views.some((view) => shows(reader, view))) return []
    // `$urlRouterProvider.when('/a', '/b')`
    const redirects = views.length === 0 || !views.some((view) => shows(reader, view))
    return reader.texts(first).filter((url) => url.startsWith('/') || url.includes(HOLE)).map((url) =>
      ({ name: null, parent: null, url, isAbstract: false, redirects, views, isGuess: false, at }))
  }
  if (callee.name === 'otherwise') {
    const views = objectsOf(reader, first).filter((view) => shows(reader, view))
    return isKnown && views.length > 0 ? [{ name: null, parent: null, url: '/*', isAbstract: false, redirects: false, views, isGuess: false, at }] : []
  }
  const config = second ?? first
  const names = second ? reader.texts(first) : []
  return objectsOf(reader, config).flatMap((object) => {
    const isState = ['url', 'abstract', ...SHOWS].some((key) => reader.property(object, key).length > 0)
    if (!isState || (callee.name === 'register' && !isKnown)) return []
    const own = names.length > 0 ? names : reader.property(object, 'name').flatMap((value) => reader.texts(value))
    return own.filter((name) => !hasHole(name)).map((name) => stateOf(reader, object, name, at, false))
  })
}

function listedState(reader: ScriptReader, at: ScriptValue): AngularState[] {
  const name = reader.text(reader.property(at, 'state')[0])
  const url = reader.text(reader.property(at, 'url')[0])
  if (name === null && url === null) return []
  return reader.property(at, 'config').flatMap((config): AngularState[] => {
    if (reader.shape(config)?.kind !== 'object' || !shows(reader, config)) return []
    if (name !== null) return [stateOf(reader, config, name, at, true)]
    return [{ name: null, parent: null, url, isAbstract: false, redirects: false, views: [config], isGuess: true, at }]
  })
}

function stateOf(reader: ScriptReader, object: ScriptValue, name: string, at: ScriptValue, isGuess: boolean): AngularState {
  const [parentValue] = reader.property(object, 'parent')
  const written = parentValue === undefined ? null
    : reader.text(parentValue) ?? reader.text(reader.property(parentValue, 'name')[0])
  const dot = name.lastIndexOf('.')
  const urls = reader.property(object, 'url').flatMap((value) => [value, ...reader.property(value, 'value')])
    .flatMap((value) => reader.texts(value))
  const named = reader.property(object, 'views').flatMap((views) => reader.read(views)).flatMap((views) => {
    const shape = reader.shape(views)
    return shape?.kind === 'object' ? shape.entries.flatMap(({ value }) => objectsOf(reader, reader.beside(views, value))) : []
  })
  return {
    name, parent: written ?? (dot < 0 ? null : name.slice(0, dot)), url: urls[0] ?? null,
    isAbstract: reader.property(object, 'abstract').some((value) => reader.text(value) === 'true'),
    redirects: reader.property(object, 'redirectTo').length > 0 && !shows(reader, object),
    views: [object, ...named], isGuess, at,
  }
}

function shows(reader: ScriptReader, at: ScriptValue): boolean {
  return SHOWS.some((key) => reader.property(at, key).length > 0)
}

function objectsOf(reader: ScriptReader, at: ScriptValue): ScriptValue[] {
  return reader.read(at).filter((target) => reader.shape(target)?.kind === 'object')
}

/** The beginning of a chain of calls: `$routeProvider.when(…).when(…)`. */
function isProvider(reader: ScriptReader, at: ScriptValue, depth = 0): boolean {
  const shape = reader.shape(at)
  if (shape?.kind === 'call' && depth < 200) {
    const callee = reader.shape(reader.beside(at, shape.callee))
    return callee?.kind === 'member' && isProvider(reader, reader.beside(at, callee.object), depth + 1)
  }
  return at.value !== null && PROVIDER.test(reader.written(at, at.value).replace(/^.*\./, ''))
}

/** `/visits/{id:int}?page` → `visits/:id`, `/docs/{path:.*}`, `/docs/:path*` → `docs/*`. */
export function stateUrl(url: string): string {
  const path = url.replace(/^\^/, '').replace(/[?&].*$/, '')
  return withParameters(path).split('/').map((segment) => {
    if (/^:\w+\*$/.test(segment) || segment === '*') return '*'
    return hasHole(segment) ? ':value' : segment.replace(/\?$/, '?')
  }).join('/')
}

/** Braces hold a name and a pattern, whose own braces nest. */
function withParameters(path: string): string {
  let clean = ''
  for (let at = 0; at < path.length; at++) {
    if (path[at] !== '{') {
      clean += path[at] as string
      continue
    }
    let depth = 0
    let end = at
    for (; end < path.length; end++) {
      if (path[end] === '{') depth++
      else if (path[end] === '}' && --depth === 0) break
    }
    const [name = '', pattern = ''] = path.slice(at + 1, end).split(/:(.*)/s)
    clean += /^\s*(?:\.\*|path|any)/.test(pattern) ? '*' : `:${name.trim()}`
    at = end
  }
  return clean
}
