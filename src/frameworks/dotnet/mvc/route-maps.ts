/** Routes that a program maps by convention. https://learn.microsoft.com/aspnet/core/mvc/controllers/routing */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost } from '../../framework.js'
import { argumentOf, type CodeScope, type CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeNode } from '../../reading/classes/outline.js'

export interface RouteMap {
  /** `{controller=Home}/{action=Index}/{id?}`. */
  template: string
  /** Defaults that stand beside it, by lower-cased name. */
  defaults: ReadonlyMap<string, string>
  /** Expressions that values have to fit, by lower-cased name. */
  constraints: ReadonlyMap<string, string>
  area: string | null
  /** For Web API. */
  isApi: boolean
}

const MAPS = /^(?:MapRoute|MapControllerRoute|MapAreaControllerRoute|MapAreaRoute|MapHttpRoute|MapLocalizedRoute|MapDefaultControllerRoute|UseMvcWithDefaultRoute|MapDynamicControllerRoute)$/
const HINT = /\bMap(?:Area|Default|Http)?(?:Controller)?Route\b|UseMvcWithDefaultRoute|MapAreaControllerRoute/

/** The maps of these files, in the order in which they are tried. */
export function routeMaps(host: FrameworkHost, values: CodeValues, files: readonly string[]): RouteMap[] {
  return files.filter((file) => HINT.test(host.text(file) ?? '')).flatMap((file) => {
    const outline = outlineOf(host, file)
    const end = (host.text(file) ?? '').length
    return outline.calls({ start: 0, end }).filter(({ name }) => MAPS.test(name)).flatMap((call) => {
      const owner = outline.classes.findIndex(({ start, end: last }) => start <= call.start && call.end <= last)
      return mapOf(values, call, { file, owner })
    })
  })
}

function mapOf(values: CodeValues, call: CodeCallNode, scope: CodeScope): RouteMap[] {
  if (/^(?:MapDefaultControllerRoute|UseMvcWithDefaultRoute)$/.test(call.name)) return [defaultMap]
  const isArea = /^MapArea/.test(call.name)
  const isApi = call.name === 'MapHttpRoute'
  // Without names the arguments are: name, (area,) template, defaults, constraints.
  const at = isArea ? 1 : 0
  const text = (names: readonly string[], place: number): string | null => {
    const given = argumentOf(call, names, place)
    const [found] = given ? values.texts(given, scope) : []
    return found === undefined || found.includes(HOLE) ? null : found
  }
  const template = text(['pattern', 'url', 'template', 'routeTemplate'], at + 1)
  if (template === null) return []
  const registered = values.classAt(scope)?.superclasses.includes('AreaRegistration') ?? false
  const own = registered ? areaName(values, scope) : null
  const defaults = texts(values, argumentOf(call, ['defaults'], at + 2), scope)
  return [{
    template, defaults, constraints: texts(values, argumentOf(call, ['constraints'], at + 3), scope), isApi,
    area: isArea ? text(['areaName', 'area'], 1) : (own ?? defaults.get('area') ?? null),
  }]
}

/** What is used where nothing is mapped. */
export const defaultMap: RouteMap = {
  template: '{controller=Home}/{action=Index}/{id?}', defaults: new Map(), constraints: new Map(), area: null, isApi: false,
}

function areaName(values: CodeValues, scope: CodeScope): string | null {
  const type = values.classAt(scope)
  const [field] = values.valuesOf('AreaName', scope)
  if (field) return values.texts(field.value, scope)[0] ?? null
  // `public override string AreaName { get { return "Portal"; } }`
  const text = (values.host.text(scope.file) ?? '').slice(type?.start, type?.end)
  return /\bAreaName\b[^"]{0,80}return\s*"([^"]+)"/.exec(text)?.[1] ?? /^(.*)AreaRegistration$/.exec(type?.name ?? '')?.[1] ?? null
}

/** `new { controller = "Home", id = UrlParameter.Optional }`: what is text, and `?` for what may be left out. */
function texts(values: CodeValues, node: CodeNode | null, scope: CodeScope): Map<string, string> {
  const items = node?.kind === 'list' ? node.items : node?.kind === 'call' ? node.arguments : []
  return new Map(items.flatMap(({ name, value }): [string, string][] => {
    if (name === null) return []
    if (value.kind === 'name' && /\.Optional$/.test(value.path)) return [[name.toLowerCase(), '?']]
    const [found] = values.texts(value, scope)
    return found === undefined || found.includes(HOLE) ? [] : [[name.toLowerCase(), found]]
  }))
}
