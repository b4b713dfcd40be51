/** CodeIgniter 2 and 3: https://codeigniter.com/userguide3/general/routing.html */
import { directoryOf } from '../../../paths.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { join, routePath } from '../../paths.js'
import { assetEdges } from '../../assets.js'
import { answeredRoute, answerOf, type Answer } from '../code/answers.js'
import { phpClasses, type PhpClass, type PhpFunction } from '../code/classes.js'
import { phpValues, type PhpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { outlineOf } from '../reading/outline.js'
import { viewReader, type ViewReader } from './views.js'

export const codeIgniterThree: Framework = {
  name: 'codeigniter',
  docs: 'https://codeigniter.com/userguide3/general/routing.html',
  applications: (host) =>
    host
      .named('routes.php')
      .filter(
        (file) =>
          /(^|\/)config\/routes\.php$/.test(file) &&
          /\$route\s*\[\s*['"]default_controller['"]\s*\]/.test(host.text(file) ?? ''),
      )
      .flatMap((file) => application(host, directoryOf(directoryOf(file)))),
}

/** The application, or a module of it: https://github.com/chriskacerguis/codeigniter-modular-extensions-hmvc */
interface Part {
  directory: string
  /** In front of the addresses of its controllers. */
  prefix: string
}

interface Action {
  of: PhpClass
  method: PhpFunction
  /** `doctors/show`, as routes name it: folders, class, method. */
  target: string
  /** With its parameters. */
  path: string
}

function application(host: FrameworkHost, directory: string): Application[] {
  const values = phpValues(host)
  const parts = [{ directory, prefix: '' }, ...modules(host, directory)]
  const views = viewReader(values, parts.map((part) => join(part.directory, 'views')))
  const actions = parts.flatMap((part) => actionsOf(host, part))
  const read = (action: Action, isRead: boolean): Answer => answer(values, views, action, isRead)
  const table = parts.flatMap((part) => routeTable(values, join(part.directory, 'config/routes.php')))
  const settings = new Map(
    table
      .filter(({ pattern }) => /^(default_controller|404_override|translate_uri_dashes)$/.test(pattern))
      .map(({ pattern, target }) => [pattern, target]),
  )
  const written = table
    .filter(({ pattern }) => !settings.has(pattern))
    .flatMap(({ pattern, target, verb, file, start, end }): RouteDeclaration[] => {
      const isRead = verb === null || verb === 'get'
      const action = actions.find((each) => isTarget(each, target))
      const path = patternPath(pattern)
      const declared = { file, start, end }
      if (!action) return [{ path, kind: isRead ? 'page' : 'api', certainty: 'possible', file, leaves: [] }]
      return [answeredRoute(path, read(action, isRead), isRead, declared)]
    })
  const first = settings.get('default_controller') ?? ''
  const conventional = actions.flatMap((action): RouteDeclaration[] => {
    const declared = {
      file: action.of.file,
      start: action.method.declaration.start,
      end: action.method.declaration.end,
    }
    const found = answeredRoute(action.path, read(action, true), true, declared)
    // What asks for more than one part of an address is also there without the optional ones.
    return isTarget(action, first) ? [{ ...found, path: '/' }, found] : [found]
  })
  // What a route for all addresses takes, no convention gets.
  const isTaken = written.some(({ path }) => path === '/*' || path === '/:first')
  const declared = [
    ...written,
    ...conventional.map((route) => (isTaken ? { ...route, certainty: 'possible' as const } : route)),
  ]
  if (declared.length === 0) return []
  const own = new Set(written.map(({ path }) => path))
  const routes = mergedRoutes(declared.filter((route) => own.has(route.path) ? written.includes(route) : true))
  const templates = parts.flatMap((part) => host.under(join(part.directory, 'views')))
  const top = directoryOf(directory)
  return [
    {
      framework: 'codeigniter',
      root: top,
      routes,
      injections: hooks(values, directory).map((file) => ({ file, scope: 'all', certainty: 'exact' })),
      edges: assetEdges(host, templates, [
        {
          pattern:
            /\b(?:base_url|asset_url|site_url|assets?_url|base_path|assets?|js_url|script_tag|theme_url)\(([^()]*)\)/g,
          candidates: (path) => [join(top, path), join(top, `public/${path}`), join(top, `assets/${path}`)],
        },
      ]),
      templateRoots: parts.map((part) => join(part.directory, 'views')),
      owns: [
        directory,
        ...(host.has(join(top, 'system/core/CodeIgniter.php')) ? [join(top, 'system')] : []),
        join(top, 'index.php'),
      ],
    },
  ]
}

function modules(host: FrameworkHost, directory: string): Part[] {
  const found = new Set(
    host
      .under(join(directory, 'modules'))
      .flatMap((file) => /^.*\/modules\/[^/]+(?=\/controllers\/)/.exec(file)?.[0] ?? []),
  )
  return [...found].map((module) => ({ directory: module, prefix: module.slice(module.lastIndexOf('/') + 1) }))
}

/** Public methods of controllers. https://codeigniter.com/userguide3/general/controllers.html */
function actionsOf(host: FrameworkHost, { directory, prefix }: Part): Action[] {
  const classes = phpClasses(host)
  const folder = join(directory, 'controllers')
  return host.under(folder).filter((file) => file.endsWith('.php')).flatMap((file) => {
    const segments = file.slice(folder.length + 1, -'.php'.length).split('/')
    const of =
      classes.inFile(file).find(({ name }) => name.toLowerCase() === (segments.at(-1) as string).toLowerCase()) ??
      classes.inFile(file)[0]
    if (!of) return []
    const name = segments.map((segment) => segment.toLowerCase())
    // The controller of a module's own name needs to be named once.
    const inModule =
      prefix === '' ? name : name.length === 1 && name[0] === prefix.toLowerCase() ? [prefix] : [prefix, ...name]
    const own = ownMethods(of, classes.methods(of))
    return own.filter((method) => !method.name.startsWith('_')).flatMap((method): Action[] => {
      const isIndex = method.name.toLowerCase() === 'index'
      const parameters = method.parameters.map(
        ({ name: parameter, isOptional }) => `:${parameter.slice(1)}${isOptional ? '?' : ''}`,
      )
      const action = (path: string): Action => ({
        of,
        method,
        target: [...name, method.name.toLowerCase()].join('/'),
        path,
      })
      return [
        ...isIndex && parameters.every((each) => each.endsWith('?')) ? [action(routePath(...inModule))] : [],
        ...isIndex && parameters.length === 0 ? [] : [action(routePath(...inModule, method.name, ...parameters))],
      ]
    })
  })
}

/**
 * Methods that an address can name: public ones of the class and of those above it that are controllers of the site.
 */
export function ownMethods(of: PhpClass, methods: readonly PhpFunction[]): PhpFunction[] {
  return methods.filter(({ declaration, scope }) => {
    const isPublic = !declaration.modifiers.some(
      (word) => word === 'private' || word === 'protected' || word === 'static' || word === 'abstract',
    )
    return (
      isPublic &&
      scope.file === of.file &&
      scope.outline.declarations[declaration.parent] === of.outline.declarations[of.index] &&
      !/^__/.test(declaration.name)
    )
  })
}

function isTarget({ target }: Action, wanted: string): boolean {
  const clean = wanted.toLowerCase().replace(/\/\$\d+.*$/, '').replace(/^\/+|\/+$/g, '')
  return clean !== '' && (target === clean || target === `${clean}/index` || target.replace(/_/g, '-') === clean)
}

/** What the action shows, with what its class does before each. */
function answer(values: PhpValues, views: ViewReader, { of, method }: Action, isRead: boolean): Answer {
  const rows = {
    host: values.host,
    viewNames: views.names,
    files: views.files,
    redirects: /^(?:redirect|\$this->redirect|\$this->_redirect)$/,
  }
  const found = answerOf(rows, method.body, { ...method.scope, self: of }, isRead)
  const constructor = phpClasses(values.host).method(of, '__construct')
  if (!constructor || found.kind !== 'page') return found
  const before = answerOf(rows, constructor.body, { ...constructor.scope, self: of }, isRead)
  return { ...found, leaves: [...found.leaves, ...before.leaves], places: [...found.places, ...before.places] }
}

interface TableEntry {
  pattern: string
  target: string
  /** In lower case; null for any. */
  verb: string | null
  file: string
  start: number
  end: number
}

/** `$route['doctors/(:num)'] = 'doctors/show/$1'`, `$route['doctors']['post'] = …`. */
function routeTable(values: PhpValues, file: string): TableEntry[] {
  if (!values.host.has(file)) return []
  const scope = phpClasses(values.host).scope(file, -1)
  return outlineOf(values.host, file)
    .assignments.filter(({ name }) => name === '$route')
    .flatMap(({ keys, value, start, end }): TableEntry[] => {
      const [pattern, verb] = keys
      if (typeof pattern !== 'string') return []
      const [target = ''] = values.texts(value, scope)
      return [{ pattern, target, verb: verb?.toLowerCase() ?? null, file, start, end }]
    })
}

/** `(:num)`, `(:any)` and regular expressions are parameters; what takes slashes is the rest. */
export function patternPath(pattern: string): string {
  let count = 0
  const named = pattern.replace(/\((?:[^()]|\([^()]*\))*\)(\?)?/g, (group) => {
    if (/^\((?:\.[*+]|:all)/.test(group)) return '*'
    return `:${['first', 'second', 'third', 'fourth', 'fifth'][count++] ?? 'part'}`
  })
  return routePath(
    ...named
      .replace(/^\^|\$$/g, '')
      .split('/')
      .map((segment) => (/[\\[\]+*|]/.test(segment) && segment !== '*' ? ':part' : segment)),
  )
}

/** Files of hooks that change what is shown: https://codeigniter.com/userguide3/general/hooks.html */
function hooks(values: PhpValues, directory: string): string[] {
  const file = join(directory, 'config/hooks.php')
  if (!values.host.has(file)) return []
  return outlineOf(values.host, file)
    .assignments.filter(
      ({ name, keys }) =>
        name === '$hook' &&
        /^(display_override|post_controller|post_controller_constructor|pre_controller)$/.test(keys[0] ?? ''),
    )
    .flatMap(({ value }) => {
      const item = (key: string): string => {
        const node = value.kind === 'list' ? value.items.find(({ name }) => name === key)?.value : undefined
        return node?.kind === 'string' ? node.text : ''
      }
      const path = join(directory, `${item('filepath')}/${item('filename')}`)
      return values.host.has(path) ? [path] : []
    })
}
