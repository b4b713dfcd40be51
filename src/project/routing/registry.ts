/** Routes that a project keeps in a file of its own: a list of entries, each with a path and what the page is made of. */
import { parse as parseYaml } from 'yaml'
import type { ExtraRoute, RouteRegistry } from '../../configuration/configuration.js'
import type { FrameworkHost } from '../../frameworks/framework.js'

/** The routes of the entries that have a path; whatever else the file holds is passed over. */
export function routesOfRegistry(host: FrameworkHost, registry: RouteRegistry): (ExtraRoute & { declaredIn: string })[] {
  const { file, path, files = [], class: routeClass } = registry
  return entriesOf(read(host, file), path).flatMap((entry) => {
    const written = valueAt(entry, path)
    if (typeof written !== 'string' || !/^\/?[^\s]*$/.test(written)) return []
    const route = `/${written.replace(/^\/+|\/+$/g, '')}`
    return [{
      path: route, files: files.flatMap((pattern) => filled(pattern, entry)), declaredIn: file,
      ...(routeClass === undefined ? {} : { class: routeClass }),
    }]
  })
}

function read(host: FrameworkHost, file: string): unknown {
  if (!/\.ya?ml$/i.test(file)) return host.json(file)
  try {
    return parseYaml(host.text(file) ?? '')
  } catch {
    return undefined
  }
}

/** How deep a list may stand in the file. */
const DEPTH = 4

/** The first list of objects with such a key, or an object whose keys are paths. */
function entriesOf(value: unknown, path: string, depth = 0): object[] {
  if (typeof value !== 'object' || value === null || depth > DEPTH) return []
  if (Array.isArray(value)) {
    const entries = value.filter((item): item is object => typeof item === 'object' && item !== null)
    if (entries.some((entry) => valueAt(entry, path) !== undefined)) return entries
    return entries.flatMap((entry) => entriesOf(entry, path, depth + 1))
  }
  const keyed = Object.entries(value).filter(([key]) => key.startsWith('/'))
  if (keyed.length > 0) return keyed.map(([key, entry]) => ({ ...(typeof entry === 'object' ? entry : { value: entry as unknown }), [path]: key }))
  for (const inner of Object.values(value)) {
    const entries = entriesOf(inner, path, depth + 1)
    if (entries.length > 0) return entries
  }
  return []
}

/** `template.layout` inside an entry. */
function valueAt(entry: object, key: string): unknown {
  let at: unknown = entry
  for (const name of Object.hasOwn(entry, key) ? [key] : key.split('.')) {
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined
  }
  return at
}

/** `src/pages/{template.layout}` with what the entry says; nothing when it does not say it. */
function filled(pattern: string, entry: object): string[] {
  let isWhole = true
  const text = pattern.replace(/\{([\w.-]+)\}/g, (_, key: string) => {
    const value = valueAt(entry, key)
    if (typeof value !== 'string' && typeof value !== 'number') isWhole = false
    return String(value)
  })
  return isWhole ? [text.replace(/^\.\//, '')] : []
}
