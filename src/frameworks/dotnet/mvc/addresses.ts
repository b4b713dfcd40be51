/** The addresses of actions: by attributes, else by the maps that fit. https://learn.microsoft.com/aspnet/core/mvc/controllers/routing */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import { argumentOf, type CodeScope, type CodeValues } from '../../reading/classes/constants.js'
import type { CodeAnnotation } from '../../reading/classes/outline.js'
import { routeTemplate } from '../route-template.js'
import { attributes, type Action, type Controller } from './actions.js'
import type { RouteMap } from './route-maps.js'

export interface Address {
  path: string
  certainty: Certainty
}

const VERBS = /^Http(?:Get|Post|Put|Delete|Patch|Head|Options)$|^AcceptVerbs$/

/** @param areMapped false when no map was found and the usual one is taken */
export function addressesOf(values: CodeValues, controller: Controller, action: Action, maps: readonly RouteMap[], areMapped: boolean): Address[] {
  const written = attributeTemplates(values, controller, action)
  if (written !== null) return unique(written.map((template) => filled(template, controller, action)))
  const certainty = areMapped ? 'exact' : 'likely'
  return unique(maps.filter(({ isApi }) => isApi === (controller.isApi && maps.some((map) => map.isApi)))
    .flatMap((map) => mappedPaths(map, controller, action)).map((path) => ({ path, certainty })))
}

/** Templates of the action's own attributes and of its class; null when none has any. */
function attributeTemplates(values: CodeValues, { lineage, area, found }: Controller, { method, scope }: Action): string[] | null {
  const own = [...attributes(method.annotations, /^Route$/), ...attributes(method.annotations, VERBS)]
    .flatMap((each) => templateOf(values, each, scope))
  const above = lineage.map((type) => attributes(type.annotations, /^(?:Route|ODataRoutePrefix)$/).flatMap((each) => templateOf(values, each, { file: found.file, owner: found.index })))
    .find((list) => list.length > 0) ?? []
  const prefixes = lineage.map((type) => attributes(type.annotations, /^RoutePrefix$/).flatMap((each) => templateOf(values, each, { file: found.file, owner: found.index })))
    .find((list) => list.length > 0) ?? []
  if (own.length + above.length === 0) return null
  const isAreaPrefixed = lineage.some((type) => attributes(type.annotations, /^RouteArea$/).length > 0)
  const bases = prefixes.length > 0 ? prefixes : own.length > 0 ? above : []
  const routes = own.length > 0 ? own : above
  return routes.flatMap((template) => {
    if (/^~?\//.test(template)) return [template]
    const joined = (bases.length > 0 ? bases : ['']).map((base) => `${base.replace(/^~?\//, '')}/${template}`)
    return joined.map((path) => (isAreaPrefixed && area !== null ? `${area}/${path}` : path))
  })
}

function templateOf(values: CodeValues, attribute: CodeAnnotation, scope: CodeScope): string[] {
  if (/^AcceptVerbs/.test(attribute.name)) {
    const route = argumentOf(attribute, ['Route'])
    return route ? values.texts(route, scope) : []
  }
  const given = argumentOf(attribute, ['template'], 0)
  return given ? values.texts(given, scope) : []
}

/** `[controller]` and `[action]` stand for their names, `{action}` of an attribute for the action's. */
function filled(template: string, controller: Controller, action: Action): Address {
  const text = template.replace(/\[controller\]|\{controller[^{}]*\}/gi, controller.name).replace(/\[action\]/gi, action.name)
    .replace(/\{action(?:=(\w+))?[^{}]*\}/gi, (_, otherwise: string | undefined) => (otherwise?.toLowerCase() === action.name.toLowerCase() ? '' : action.name))
    .replace(/\[area\]|\{area[^{}]*\}/gi, controller.area ?? '').replaceAll(HOLE, '{unknown}')
  return { path: routeTemplate(text), certainty: template.includes(HOLE) ? 'possible' : 'exact' }
}

const PARAMETER = /\{(\*{0,2})([\w-]+)((?:[^{}]|\{[^{}]*\})*)\}/g

/** The shortest addresses by which a map leads to an action; none when it does not. */
function mappedPaths(map: RouteMap, controller: Controller, action: Action): string[] {
  const inTemplate = new Map([...map.template.matchAll(PARAMETER)].map((match) => [(match[2] as string).toLowerCase(), match[3] ?? '']))
  const values = new Map<string, string | null>([['controller', controller.name], ['action', action.name], ['area', controller.area]])
  for (const [name, value] of values) {
    const written = map.defaults.get(name) ?? (name === 'area' ? map.area ?? undefined : undefined)
    // What the template does not hold must be what its defaults say.
    if (!inTemplate.has(name) && (written ?? null) !== null && !same(written as string, value)) return []
    if (!inTemplate.has(name) && written === undefined && value !== null && !(map.isApi && name === 'action')) return []
    if (inTemplate.has(name) && value === null) return []
    const constraint = map.constraints.get(name)
    if (constraint !== undefined && value !== null && !fits(constraint, value)) return []
  }
  if (map.area !== null && !same(map.area, controller.area)) return []
  const defaultOf = (name: string): string | undefined => map.defaults.get(name) ?? /=([^?:{}]+)/.exec(inTemplate.get(name) ?? '')?.[1]
  const takes = new Set(action.method.parameters.map(({ name }) => name.toLowerCase()))
  const segments = map.template.split('/').filter((segment) => segment !== '').map((segment) => segment.replace(PARAMETER, (_, stars: string, name: string, rest: string) => {
    const own = values.get(name.toLowerCase())
    if (own !== undefined && own !== null) return own
    const optional = /\?/.test(rest) || map.defaults.has(name.toLowerCase()) || /=/.test(rest) ? '?' : ''
    if (optional !== '' && stars === '' && !takes.has(name.toLowerCase())) return ''
    return `{${stars}${name}${optional}}`
  }))
  const without = (parts: readonly string[]): string => routeTemplate(withoutDefaults(parts, map.template, values, defaultOf).join('/'))
  // Without what is optional, what stands before it may be left out, too.
  const isOptional = /^\{[\w-]+\?\}$/.test(segments.at(-1) ?? '')
  const short = without(segments.slice(0, -1))
  const whole = without(segments)
  return isOptional && !whole.startsWith(`${short}/:`) ? [short, whole] : [whole]
}

/** At the end what is the default may be left out. */
function withoutDefaults(
  segments: readonly string[], template: string, values: ReadonlyMap<string, string | null>, defaultOf: (name: string) => string | undefined,
): string[] {
  const kept = [...segments]
  const written = template.split('/').filter((segment) => segment !== '')
  while (kept.length > 0) {
    const name = /^\{([\w-]+)[^{}]*\}$/.exec(written[kept.length - 1] ?? '')?.[1]?.toLowerCase()
    const last = kept.at(-1) as string
    const isDefault = name !== undefined && values.has(name) && same(defaultOf(name) ?? null, values.get(name) ?? null)
    if (last !== '' && !isDefault) break
    kept.pop()
  }
  return kept
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase()
}

function fits(constraint: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${constraint})$`, 'i').test(value)
  } catch {
    return true
  }
}

function unique(addresses: readonly Address[]): Address[] {
  return [...new Map(addresses.map((address) => [address.path, address])).values()]
}
