/**
 * Routes of modules (`EXTENSION.routing.yml`) and of what editors build and export as configuration.
 * https://www.drupal.org/docs/drupal-apis/routing-system/structure-of-routes
 */
import type { FrameworkHost, RouteDeclaration, RoutePlace } from '../../framework.js'
import { baseNameOf, directoryOf, joinPath } from '../../../paths.js'
import { routePath } from '../../paths.js'
import { outlineOf } from '../reading/outline.js'
import { isMapping, mapping, textIn, textsIn, yamlMapping, type Mapping } from '../../yaml.js'
import { isCore, type Extension } from './extensions.js'

export function moduleRoutes(host: FrameworkHost, extensions: readonly Extension[]): RouteDeclaration[] {
  return extensions.flatMap(({ name, directory }): RouteDeclaration[] => {
    const file = joinPath(directory, `${name}.routing.yml`)
    if (file === null || !host.has(file)) return []
    return Object.entries(yamlMapping(host, file)).flatMap(([route, entry]): RouteDeclaration[] => {
      const path = textIn(mapping(entry)['path'])
      if (path === null) return []
      const places = handlerOf(host, extensions, mapping(mapping(entry)['defaults']))
      return [{ path: drupalPath(path), kind: kindOf(mapping(entry)), certainty: 'exact', file, leaves: [], places, names: [route] }]
    })
  })
}

/** `/doctors/{doctor}` and `doctors/%doctor` → `/doctors/:doctor`. */
export function drupalPath(path: string): string {
  return routePath(path.replace(/\{([\w-]+)\}/g, ':$1').replace(/%([\w-]*)/g, (_, name: string) => `:${name === '' ? 'argument' : name}`))
}

function kindOf(entry: Mapping): RouteDeclaration['kind'] {
  const format = textIn(mapping(entry['requirements'])['_format'])
  const methods = textsIn(entry['methods'])
  const isForPages = (format === null || format.includes('html')) && (methods.length === 0 || methods.includes('GET'))
  return isForPages ? 'page' : 'api'
}

/** The method, or the class of a form, that answers. */
function handlerOf(host: FrameworkHost, extensions: readonly Extension[], defaults: Mapping): RoutePlace[] {
  const written = textIn(defaults['_controller']) ?? textIn(defaults['_form'])
  const match = /^\\?Drupal\\(\w+)\\([\w\\]+)(?:::(\w+))?$/.exec(written ?? '')
  const extension = extensions.find(({ name }) => name === match?.[1])
  if (!match || !extension) return []
  const file = joinPath(extension.directory, `src/${(match[2] as string).replaceAll('\\', '/')}.php`)
  if (file === null || !host.has(file)) return []
  const { declarations } = outlineOf(host, file)
  const found = declarations.find(({ kind, name }) => (match[3] === undefined ? kind === 'class' : kind === 'function' && name === match[3]))
  return found ? [{ file, start: found.body.start, end: found.body.end }] : []
}

interface ExportedPath {
  path: string
  /** How code calls the route. */
  name?: string
  isApi?: boolean
}

/** Kinds of exported configuration that have addresses of their own. */
const EXPORTED: readonly { name: RegExp; paths(configuration: Mapping, id: string): ExportedPath[] }[] = [
  { name: /^views\.view\.(.+)\.ya?ml$/, paths: viewPaths },
  { name: /^page_manager\.page\.(.+)\.ya?ml$/, paths: ({ path }) => (typeof path === 'string' ? [{ path }] : []) },
  {
    // https://www.drupal.org/docs/contributed-modules/webform: a form has a page of its own unless it is switched off.
    name: /^webform\.webform\.(.+)\.ya?ml$/,
    paths({ settings }, id) {
      const own = textIn(mapping(settings)['page_submit_path'])
      return mapping(settings)['page'] === false ? [] : [{ path: own === null || own === '' ? `form/${id.replaceAll('_', '-')}` : own }]
    },
  },
  {
    // https://www.drupal.org/docs/contributed-modules/pathauto: `/doctors/[node:title]`
    name: /^pathauto\.pattern\.(.+)\.ya?ml$/,
    paths({ pattern }) {
      return typeof pattern === 'string' ? [{ path: pattern.replace(/\[(?:[\w-]+:)*([\w-]+)\]/g, ':$1') }] : []
    },
  },
]

function viewPaths(configuration: Mapping): ExportedPath[] {
  return Object.entries(mapping(configuration['display'])).flatMap(([name, display]) => {
    if (!isMapping(display)) return []
    const path = textIn(mapping(display['display_options'])['path'])
    return path === null ? [] : [{ path, name: `view.${textIn(configuration['id']) ?? ''}.${name}`, isApi: /^(rest_export|feed|data_export)/.test(textIn(display['display_plugin']) ?? '') }]
  })
}

/** Routes of exported configuration; `module/config/install` is what a module brings along. */
export function exportedRoutes(host: FrameworkHost): RouteDeclaration[] {
  return host.under('').flatMap((file): RouteDeclaration[] => {
    const row = EXPORTED.find(({ name }) => name.test(baseNameOf(file)))
    if (!row || isCore(file) || !host.isProduct(file)) return []
    const configuration = yamlMapping(host, file)
    if (configuration['status'] === false) return []
    const id = textIn(configuration['id']) ?? (row.name.exec(baseNameOf(file))?.[1] as string)
    const certainty = /\/config\/optional$/.test(directoryOf(file)) ? 'likely' : 'exact'
    return row.paths(configuration, id).map(({ path, name, isApi }): RouteDeclaration => (
      { path: drupalPath(path), kind: isApi ? 'api' : 'page', certainty, file, leaves: [], ...name === undefined ? {} : { names: [name] } }))
  })
}
