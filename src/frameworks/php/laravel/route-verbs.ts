/** What answers the routes of single calls: `get`, `match`, `view`, `redirect`, `fallback`. */
import { HOLE } from '../../../parse/hole.js'
import type { PhpScope } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import type { PhpNode } from '../reading/outline.js'
import { implicitRoutes } from './route-sets.js'
import { inNamespace, type ChainLink, type RouteAction, type RouteContext, type SetRoute } from './routes.js'

/** The routes of one call of a verb, of `view`, `redirect` and their kin. */
export function verbRoutes(
  values: PhpValues,
  { name, call }: ChainLink,
  scope: PhpScope,
  context: RouteContext,
): SetRoute[] {
  const argument = (index: number, named?: string): PhpNode | undefined =>
    (call.arguments.find((item) => item.name !== null && item.name === named) ?? call.arguments[index])?.value
  const paths = (node: PhpNode | undefined): string[] => (node ? values.texts(node, scope) : [''])
  const route = (node: PhpNode | undefined, action: RouteAction, isRead = true): SetRoute[] =>
    paths(node).map((path) => ({ path, isRead, action }))
  switch (name) {
    case 'view': {
      const view = argument(1, 'view')
      return view ? route(argument(0, 'uri'), { kind: 'view', name: view, scope }) : []
    }
    case 'inertia': {
      const page = argument(1, 'component')
      return page ? route(argument(0, 'uri'), { kind: 'inertia', name: page, scope }) : []
    }
    case 'statamic':
    case 'route': {
      // `Volt::route('login', 'pages.auth.login')`
      const shown = argument(1) ?? argument(0)
      return shown && call.path.includes('::')
        ? route(argument(0), { kind: name === 'route' ? 'volt' : 'view', name: shown, scope })
        : []
    }
    case 'redirect':
    case 'permanentredirect':
      return call.arguments.length > 1 ? route(argument(0), { kind: 'redirect' }) : []
    case 'fallback':
      return route(undefined, actionOf(values, argument(0), scope, context)).map((each) => ({ ...each, path: '*' }))
    case 'controller':
      return implicitRoutes(values, call, scope, context.namespace)
    case 'match':
    case 'addroute': {
      const methods = (argument(0) ? listTexts(values, argument(0) as PhpNode, scope) : []).map((method) =>
        method.toLowerCase(),
      )
      const isRead = methods.length === 0 || methods.includes('get')
      return route(argument(1), actionOf(values, argument(2), scope, context), isRead)
    }
    case 'livewire': {
      // A class, or the name of a component: https://livewire.laravel.com/docs/4.x/pages
      const shown = argument(1)
      const isNamed = shown?.kind === 'string'
      return shown
        ? route(argument(0), isNamed ? { kind: 'volt', name: shown, scope } : actionOf(values, shown, scope, context))
        : []
    }
    default: {
      // `Cache::get('x')` has one argument and no router.
      const target = argument(1, 'action')
      if (target === undefined && context.controller === null) return []
      const isRead = name === 'get' || name === 'any' || name === 'head'
      return route(argument(0, 'uri'), actionOf(values, target, scope, context), isRead)
    }
  }
}

/** The texts of a list, or of one value. */
export function listTexts(values: PhpValues, node: PhpNode, scope: PhpScope): string[] {
  return node.kind === 'list'
    ? node.items.flatMap(({ value }) => values.known(value, scope))
    : values.known(node, scope)
}

/**
 * `[A::class, 'b']`, `'A@b'`, `A::class`, `'b'` of a group's controller, `fn () => …`,
 * `['uses' => 'A@b', 'as' => 'c']`.
 */
function actionOf(values: PhpValues, node: PhpNode | undefined, scope: PhpScope, context: RouteContext): RouteAction {
  if (node === undefined)
    return context.controller === null
      ? { kind: 'unknown' }
      : { kind: 'method', class: context.controller, method: null }
  if (node.kind === 'closure') return { kind: 'closure', body: node.body, scope }
  if (node.kind === 'list') {
    const uses =
      node.items.find(({ name }) => name === 'uses') ??
      node.items.find(({ name, value }) => name === null && value.kind === 'closure')
    if (uses) return actionOf(values, uses.value, scope, context)
    const [controller, method] = node.items
    const className = controller ? values.known(controller.value, scope)[0] : undefined
    const methodName = method ? values.known(method.value, scope)[0] : undefined
    if (className === undefined) return { kind: 'unknown' }
    return { kind: 'method', class: className.replace(/^\\/, ''), method: methodName ?? null }
  }
  const [written] = values.known(node, scope)
  if (written === undefined || written.includes(HOLE)) return { kind: 'unknown' }
  const [className = '', method] = written.split('@')
  if (context.controller !== null && method === undefined && /^\w+$/.test(written) && !/^[A-Z]/.test(written)) {
    return { kind: 'method', class: context.controller, method: written }
  }
  // A class by `::class` has its whole name.
  const isWhole = node.kind === 'name' || className.startsWith('\\')
  return {
    kind: 'method',
    class: isWhole ? className.replace(/^\\/, '') : inNamespace(className, context.namespace),
    method: method ?? null,
  }
}
