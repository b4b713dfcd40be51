/** CodeIgniter 4: https://codeigniter.com/user_guide/incoming/routing.html */
import { directoryOf } from '../../../paths.js'
import type { Span } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { join, routePath } from '../../paths.js'
import { assetEdges } from '../../assets.js'
import { answeredRoute, answerOf, type Answer } from '../code/answers.js'
import { phpClasses, type PhpClass, type PhpFunction, type PhpScope } from '../code/classes.js'
import { phpValues, type PhpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import { cellEdges } from './cells.js'
import { ownMethods, patternPath } from './three.js'
import { viewReader, type ViewReader } from './views.js'

export const codeIgniterFour: Framework = {
  name: 'codeigniter-4',
  docs: 'https://codeigniter.com/user_guide/incoming/routing.html',
  applications: (host) =>
    host
      .named('Routes.php')
      .filter(
        (file) =>
          /(^|\/)Config\/Routes\.php$/.test(file) &&
          /\$routes\s*->/.test(host.text(file) ?? '') &&
          !/(^|\/)(vendor|Modules|modules)\//.test(file),
      )
      .flatMap((file) => application(host, directoryOf(directoryOf(file)), file)),
}

interface Context {
  prefix: string
  namespace: string
  scope: PhpScope
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'cli', 'add', 'match', 'map'])
const NAMESPACE = 'App\\Controllers'

function application(host: FrameworkHost, directory: string, file: string): Application[] {
  const values = phpValues(host)
  const folders = [...new Set(host.under(directory).flatMap((path) => /^(.*\/Views)\//.exec(path)?.[1] ?? []))].sort(
    (a, b) => a.length - b.length,
  )
  const views = viewReader(values, folders)
  const files = [file, ...host.under(directory).filter((path) => /\/Config\/Routes\.php$/.test(path) && path !== file)]
  const written = files.flatMap((path) => statements(values, views, { start: 0, end: (host.text(path) ?? '').length }, {
    prefix: '', namespace: NAMESPACE, scope: phpClasses(host).scope(path, -1),
  }))
  const declared = [...written, ...isAutomatic(host, directory) ? conventional(values, views, directory, written) : []]
  if (declared.length === 0) return []
  const root = directoryOf(directory)
  const templates = folders.flatMap((folder) => host.under(folder))
  return [
    {
      framework: 'codeigniter-4',
      root,
      routes: mergedRoutes(declared),
      edges: [
        ...cellEdges(values, views, templates),
        ...assetEdges(host, templates, [
          {
            pattern: /\b(?:base_url|site_url|script_tag|asset(?:_url)?)\(([^()]*)\)/g,
            candidates: (path) => [join(root, `public/${path}`), join(root, path)],
          },
        ]),
      ],
      templateRoots: folders,
      owns: [directory, join(root, 'public/index.php'), join(root, 'system'), join(root, 'spark')],
    },
  ]
}

/** Chains that begin at `$routes`; groups are read with what stands in them. */
function statements(values: PhpValues, views: ViewReader, span: Span, context: Context): RouteDeclaration[] {
  const { host } = values
  const found: RouteDeclaration[] = []
  let behind = span.start
  for (const call of outlineOf(host, context.scope.file).within(span)) {
    if (call.start < behind || !/^\$(routes|subroutes)\w*->/.test(call.path)) continue
    behind = call.end
    found.push(...written(values, views, call, context))
  }
  return found
}

function written(values: PhpValues, views: ViewReader, call: PhpCallNode, context: Context): RouteDeclaration[] {
  const { scope } = context
  const texts = (node: PhpNode | undefined): string[] =>
    node === undefined
      ? []
      : node.kind === 'list'
        ? node.items.flatMap(({ value }) => values.texts(value, scope))
        : values.texts(node, scope)
  const { name, arguments: given } = call
  const [first, second, third] = given.map(({ value }) => value)
  const options = (node: PhpNode | undefined): PhpNode[] =>
    node?.kind === 'list' && node.items.some(({ name: key }) => key !== null) ? [node] : []
  const option = (nodes: readonly PhpNode[], key: string): string | undefined =>
    nodes
      .flatMap((node) => (node.kind === 'list' ? node.items : []))
      .filter((item) => item.name === key)
      .flatMap(({ value }) => texts(value))[0]
  const declared = { file: scope.file, start: call.start, end: call.end }
  const route = (path: string, handler: PhpNode | string, isRead: boolean, namespace: string): RouteDeclaration => {
    const whole = patternPath(`${context.prefix}/${path}`.replace('{locale}', '(:segment)'))
    return answeredRoute(whole, answer(values, views, handler, namespace, scope, isRead), isRead, declared)
  }
  if (name === 'group') {
    const inner = given.map(({ value }) => value).find(({ kind }) => kind === 'closure')
    const namespace = option(options(second), 'namespace') ?? context.namespace
    if (inner?.kind !== 'closure') return []
    return texts(first).flatMap((prefix) =>
      statements(values, views, inner.body, { ...context, prefix: `${context.prefix}/${prefix}`, namespace }),
    )
  }
  if (/^(environment|setDefault|set404Override|setAutoRoute)/.test(name)) {
    const inner = given.map(({ value }) => value).find(({ kind }) => kind === 'closure')
    return inner?.kind === 'closure' && name === 'environment' ? statements(values, views, inner.body, context) : []
  }
  if (name === 'view' && second) {
    return texts(first).map((path) => ({
      path: patternPath(`${context.prefix}/${path}`),
      kind: 'page',
      certainty: 'exact',
      file: scope.file,
      leaves: texts(second).flatMap((each) => views.files(each)),
      places: [declared],
    }))
  }
  if (name === 'addRedirect' || name === 'addPermanentRedirect') {
    return texts(first).map((path) => ({
      path: patternPath(`${context.prefix}/${path}`),
      kind: 'redirect',
      certainty: 'exact',
      file: scope.file,
      leaves: [],
    }))
  }
  if (name === 'resource' || name === 'presenter')
    return resource(values, texts(first), option(options(second), 'controller'), name, context, route)
  if (!VERBS.has(name) || !second) return []
  const isMatch = name === 'match'
  const [paths, handler, extra] = isMatch ? [second, third, given[3]?.value] : [first, second, third]
  const isRead = isMatch ? texts(first).some((verb) => /^get$/i.test(verb)) : name === 'get' || name === 'add'
  if (!paths || !handler || name === 'cli') return []
  return texts(paths).map((path) =>
    route(path, handler, isRead, option(options(extra), 'namespace') ?? context.namespace),
  )
}

/** https://codeigniter.com/user_guide/incoming/restful.html */
function resource(
  values: PhpValues, names: readonly string[], controller: string | undefined, kind: string, context: Context,
  route: (path: string, handler: string, isRead: boolean, namespace: string) => RouteDeclaration,
): RouteDeclaration[] {
  const rows =
    kind === 'presenter'
      ? ([
          ['', 'index', true],
          ['/new', 'new', true],
          ['/show/(:segment)', 'show', true],
          ['/edit/(:segment)', 'edit', true],
          ['/remove/(:segment)', 'remove', true],
        ] as const)
      : ([
          ['', 'index', true],
          ['/new', 'new', true],
          ['/(:segment)/edit', 'edit', true],
          ['/(:segment)', 'show', true],
          ['', 'create', false],
        ] as const)
  return names.flatMap((name) => {
    const last = name.slice(name.lastIndexOf('/') + 1)
    const written = controller ?? last.charAt(0).toUpperCase() + last.slice(1)
    const of = classNamed(values, written, context.namespace)
    return rows.filter(([, method]) => !of || phpClasses(values.host).method(of, method) !== null)
      .map(([path, method, isRead]) => route(`${name}${path}`, `${written}::${method}`, isRead, context.namespace))
  })
}

function classNamed(values: PhpValues, written: string, namespace: string): PhpClass | null {
  const classes = phpClasses(values.host)
  const clean = written.replace(/^\\/, '')
  return classes.named(written.startsWith('\\') ? clean : `${namespace}\\${clean}`) ?? classes.named(clean)
}

const NONE: Answer = { kind: 'page', leaves: [], places: [], calls: [], isOpen: true }

/** `Home::index`, `[Home::class, 'index']`, `Home::show/$1`, a closure. */
function answer(
  values: PhpValues, views: ViewReader, handler: PhpNode | string, namespace: string, scope: PhpScope, isRead: boolean,
): Answer {
  if (typeof handler !== 'string' && handler.kind === 'closure') return read(values, views, handler.body, scope, isRead)
  const parts =
    typeof handler === 'string'
      ? handler.split('::')
      : handler.kind === 'list'
        ? handler.items.map(({ value }) => values.known(value, scope)[0] ?? '')
        : (values.known(handler, scope)[0] ?? '').split('::')
  const [className = '', method = 'index'] = parts
  const isWhole = typeof handler !== 'string' && handler.kind === 'list'
  const of = className === '' ? null : classNamed(values, isWhole ? `\\${className}` : className, namespace)
  const found = of ? phpClasses(values.host).method(of, method.replace(/\/.*$/, '')) : null
  return of && found ? ofMethod(values, views, of, found, isRead) : { ...NONE, kind: isRead ? 'page' : 'api' }
}

function ofMethod(values: PhpValues, views: ViewReader, of: PhpClass, method: PhpFunction, isRead: boolean): Answer {
  return read(values, views, method.body, { ...method.scope, self: of }, isRead)
}

function read(values: PhpValues, views: ViewReader, body: Span, scope: PhpScope, isRead: boolean): Answer {
  return answerOf(
    {
      host: values.host,
      viewNames: views.names,
      files: views.files,
      redirects: /^redirect\(\)(?:->\w+)?$|^redirect$|^\$this->response->redirect$/,
    },
    body,
    scope,
    isRead,
  )
}

/** https://codeigniter.com/user_guide/incoming/auto_routing.html and the legacy one. */
function isAutomatic(host: FrameworkHost, directory: string): boolean {
  const isTrue = (node: PhpNode | undefined): boolean => node?.kind === 'name' && /^true$/i.test(node.path)
  return ['Config/Routes.php', 'Config/Routing.php']
    .map((name) => join(directory, name))
    .filter((file) => host.has(file))
    .some((file) => {
      const { calls, assignments } = outlineOf(host, file)
      return (
        calls.some((call) => call.name === 'setAutoRoute' && isTrue(call.arguments[0]?.value)) ||
        assignments.some(({ name, value }) => name === '$autoRoute' && isTrue(value))
      )
    })
}

/** Public methods of controllers by their names; with `get` or `post` in front in the newer way. */
function conventional(
  values: PhpValues,
  views: ViewReader,
  directory: string,
  known: readonly RouteDeclaration[],
): RouteDeclaration[] {
  const { host } = values
  const classes = phpClasses(host)
  const folder = join(directory, 'Controllers')
  const improved = /autoRoutesImproved\s*=\s*true/.test(host.text(join(directory, 'Config/Feature.php')) ?? '')
  const paths = new Set(known.map(({ path }) => path))
  return host
    .under(folder)
    .filter((file) => file.endsWith('.php') && !file.endsWith('BaseController.php'))
    .flatMap((file) => {
      const segments = file
        .slice(folder.length + 1, -'.php'.length)
        .split('/')
        .map((segment) => (improved ? dashed(segment) : segment.toLowerCase()))
      return classes
        .inFile(file)
        .slice(0, 1)
        .flatMap((of) =>
          ownMethods(of, classes.methods(of)).flatMap((method): RouteDeclaration[] => {
            if (method.name.startsWith('_') || method.name === 'initController') return []
            const verb = improved ? /^(get|post|put|delete|cli)(?=[A-Z])/.exec(method.name)?.[1] : undefined
            if (improved && verb === undefined) return []
            const name = method.name.slice(verb?.length ?? 0)
            const isIndex = /^index$/i.test(name)
            const parameters = method.parameters.map((each) => `:${each.name.slice(1)}${each.isOptional ? '?' : ''}`)
            const isHome = segments.length === 1 && segments[0] === 'home'
            const own = isHome && isIndex ? [] : segments
            const path = routePath(...own, ...(isIndex ? [] : [improved ? dashed(name) : name]), ...parameters)
            if (paths.has(path)) return []
            const isRead = verb === undefined || verb === 'get'
            const declared = {
              file,
              start: method.declaration.start,
              end: method.declaration.end,
              certainty: 'likely' as const,
            }
            return [answeredRoute(path, ofMethod(values, views, of, method, isRead), isRead, declared)]
          }),
        )
    })
}

function dashed(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
}
