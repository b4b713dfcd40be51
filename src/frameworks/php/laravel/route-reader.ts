/**
 * The routes that files of Laravel and Lumen write, with the prefixes of the groups around them.
 * https://laravel.com/docs/12.x/routing
 */
import type { Span } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'
import { phpClasses, type PhpScope } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import { authenticationRoutes, resourceRoutes } from './route-sets.js'
import { listTexts, verbRoutes } from './route-verbs.js'
import {
  inNamespace, laravelPath, type ChainLink, type RouteAction, type RouteContext, type SetRoute, type WrittenRoute,
} from './routes.js'

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'options', 'any', 'match', 'head', 'addroute'])
const ENDS = new Set([
  ...VERBS,
  'view',
  'redirect',
  'permanentredirect',
  'resource',
  'resources',
  'apiresource',
  'apiresources',
  'singleton',
  'apisingleton',
  'singletons',
  'group',
  'fallback',
  'livewire',
  'inertia',
  'auth',
  'route',
  'routes',
  'statamic',
  'controller',
])
const TAKES_SLASHES = /^\^?\(?(?:\.[*+]|\[[^\]]*\/[^\]]*\][*+])/
/** Route files bring in one another, never deeper. */
const DEPTH = 8

export interface RouteReader {
  values: PhpValues
  /** Root of the application. */
  root: string
  /** Reads all of a file. In a file of routes, variables such as `$app` are the router. */
  file(path: string, context: RouteContext, isRouteFile: boolean): WrittenRoute[]
  /** Files that were read. */
  files: ReadonlySet<string>
}

export function createRouteReader(values: PhpValues, root: string): RouteReader {
  const { host } = values
  const classes = phpClasses(host)
  const files = new Set<string>()

  const file = (path: string, context: RouteContext, depth = 0): WrittenRoute[] => {
    if (depth > DEPTH || !host.has(path)) return []
    files.add(path)
    return statements({ start: 0, end: (host.text(path) ?? '').length }, classes.scope(path, -1), context, depth)
  }

  /** All chains of a part of a file, in order; what stands in a chain is read with it. */
  const statements = (span: Span, scope: PhpScope, context: RouteContext, depth: number): WrittenRoute[] => {
    const found: WrittenRoute[] = []
    let behind = span.start
    for (const call of outlineOf(host, scope.file).within(span)) {
      if (call.start < behind) continue
      const here = classes.scope(scope.file, call.start)
      const own = { ...here, self: here.self ?? scope.self }
      if (/^(include|require)(_once)?$|^loadRoutesFrom$/.test(call.name)) {
        const [argument] = call.arguments
        const paths = argument ? values.paths(argument.value, own) : []
        found.push(
          ...paths
            .filter((path) => path.endsWith('.php'))
            .flatMap((path) => file(path, { ...context, isRouteFile: true }, depth + 1)),
        )
        continue
      }
      const chain = chainOf(call, own, context)
      if (!chain) continue
      behind = call.end
      found.push(...written(chain, own, context, depth))
    }
    return found
  }

  /** The links of a chain that begins at the router; null for any other call. */
  const chainOf = (call: PhpCallNode, scope: PhpScope, context: RouteContext): ChainLink[] | null => {
    const links: ChainLink[] = []
    for (let at: PhpNode | null = call; at;) {
      if (at.kind !== 'call') break
      links.unshift({ name: at.name.toLowerCase(), call: at })
      at = at.receiver
    }
    const [first] = links
    if (!first) return null
    const path = first.call.path
    const isEnd = links.some(({ name }) => ENDS.has(name))
    const facade = /^([\w\\]+)::\w+$/.exec(path)?.[1]
    if (facade !== undefined) {
      const name = scope.outline.className(facade)
      const last = name.slice(name.lastIndexOf('\\') + 1)
      if (!isEnd || !/^(Route|Router|Auth|Volt)$/.test(last)) return null
      return classes.named(name) === null || name.startsWith('Illuminate\\') ? links : null
    }
    const variable = /^(\$\w+(?:->\w+)?)->\w+$/.exec(path)?.[1]
    if (variable !== undefined) return isEnd && isRouter(variable, context) ? links : null
    return path === 'app' &&
      first.call.arguments[0]?.value.kind === 'string' &&
      first.call.arguments[0].value.text === 'router' &&
      isEnd
      ? links.slice(1)
      : null
  }

  const isRouter = (variable: string, { isRouteFile }: RouteContext): boolean =>
    /^\$(this->)?router$|^\$this->app->router$/.test(variable) ||
    (isRouteFile && /^\$(app|api|route|r|app->router)$/.test(variable))

  const text = (link: ChainLink | undefined, index: number, scope: PhpScope): string => {
    const argument = link?.call.arguments[index]
    return argument ? (values.texts(argument.value, scope)[0] ?? '') : ''
  }

  const written = (
    chain: readonly ChainLink[],
    scope: PhpScope,
    outer: RouteContext,
    depth: number,
  ): WrittenRoute[] => {
    const at = chain.findIndex(
      ({ name }, index) => ENDS.has(name) && !(name === 'controller' && index < chain.length - 1),
    )
    const end = chain[at]
    if (!end) return []
    let context = outer
    for (const link of chain.filter((_, index) => index !== at)) context = within(context, link, scope)
    const declared: RoutePlace = {
      file: scope.file,
      start: (chain[0] as ChainLink).call.start,
      end: (chain.at(-1) as ChainLink).call.end,
    }
    if (end.name === 'group') return grouped(end, scope, context, depth)
    if (end.name === 'auth' || end.name === 'routes') {
      return authenticationRoutes(values, end.call).map((route) =>
        finish({ ...route, declared }, context, chain, scope),
      )
    }
    if (/resource|singleton/.test(end.name)) {
      return resourceRoutes(values, end, chain, scope).map((route) =>
        finish({ ...route, declared, action: controllerAction(route.action, context) }, context, chain, scope),
      )
    }
    return verbRoutes(values, end, scope, context).map((route) => finish({ ...route, declared }, context, chain, scope))
  }

  const controllerAction = (action: RouteAction, context: RouteContext): RouteAction =>
    action.kind === 'method' ? { ...action, class: inNamespace(action.class, context.namespace) } : action

  /** The context inside a link of a chain, before or behind its end. */
  const within = (context: RouteContext, link: ChainLink, scope: PhpScope): RouteContext => {
    switch (link.name) {
      case 'prefix':
        return { ...context, prefix: `${context.prefix}/${text(link, 0, scope)}` }
      case 'name':
      case 'as':
        return { ...context, name: context.name + text(link, 0, scope) }
      case 'namespace':
        return { ...context, namespace: inNamespace(text(link, 0, scope), context.namespace) }
      case 'controller':
        return { ...context, controller: inNamespace(text(link, 0, scope).replace(/^\\/, ''), context.namespace) }
      case 'middleware':
        return {
          ...context,
          middleware: [
            ...context.middleware,
            ...link.call.arguments.flatMap(({ value }) => listTexts(values, value, scope)),
          ],
        }
      case 'withoutmiddleware': {
        const without = new Set(link.call.arguments.flatMap(({ value }) => listTexts(values, value, scope)))
        return { ...context, middleware: context.middleware.filter((name) => !without.has(name)) }
      }
      default:
        return context
    }
  }

  /** `group(function () { … })`, `group(base_path('routes/x.php'))`, `group(['prefix' => 'x'], …)`. */
  const grouped = ({ call }: ChainLink, scope: PhpScope, outer: RouteContext, depth: number): WrittenRoute[] => {
    let context = outer
    const found: WrittenRoute[] = []
    for (const { value } of call.arguments) {
      if (value.kind === 'list' && value.items.some(({ name }) => name !== null)) {
        for (const item of value.items) {
          if (item.name === null) continue
          const link: PhpCallNode = {
            kind: 'call',
            name: item.name,
            path: item.name,
            receiver: null,
            arguments: [{ name: null, value: item.value }],
            start: 0,
            end: 0,
          }
          context = within(context, { name: item.name.toLowerCase(), call: link }, scope)
        }
      } else if (value.kind === 'closure') found.push(...statements(value.body, scope, context, depth))
      else {
        const paths =
          value.kind === 'list'
            ? value.items.flatMap((item) => values.paths(item.value, scope, [root]))
            : values.paths(value, scope, [root])
        found.push(
          ...paths
            .filter((path) => path.endsWith('.php'))
            .flatMap((path) => file(path, { ...context, isRouteFile: true }, depth + 1)),
        )
      }
    }
    return found
  }

  const finish = (
    route: SetRoute & Pick<WrittenRoute, 'declared'>,
    context: RouteContext,
    chain: readonly ChainLink[],
    scope: PhpScope,
  ): WrittenRoute => {
    const wheres = chain.filter(({ name }) => name === 'where').flatMap(({ call }) => restParameters(call, scope))
    const isNamed = route.name !== undefined || chain.some(({ name }) => name === 'name' || name === 'as')
    return {
      ...route,
      path: laravelPath(`${context.prefix}/${route.path}`, wheres),
      certainty: context.certainty,
      middleware: [...context.middleware],
      name: isNamed ? context.name + (route.name ?? '') : null,
    }
  }

  /** Parameters that take slashes: `where('any', '.*')`. */
  const restParameters = ({ arguments: [first, second] }: PhpCallNode, scope: PhpScope): string[] => {
    if (!first) return []
    const pairs =
      first.value.kind === 'list'
        ? first.value.items
        : second
          ? [{ name: values.texts(first.value, scope)[0] ?? null, value: second.value }]
          : []
    return pairs
      .filter(({ value }) => values.texts(value, scope).some((pattern) => TAKES_SLASHES.test(pattern)))
      .flatMap((pair) => pair.name ?? [])
  }

  return { values, root, files, file: (path, context, isRouteFile) => file(path, { ...context, isRouteFile }) }
}
