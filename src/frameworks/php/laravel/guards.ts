/**
 * Middleware that lets only some people through: what routes and their groups name, and what controllers say of all
 * their actions. https://laravel.com/docs/12.x/authentication#protecting-routes, https://laravel.com/docs/12.x/controllers#controller-middleware
 */
import type { RouteGuard } from '../../framework.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'
import { listTexts } from './route-verbs.js'
import type { WrittenRoute } from './routes.js'

export function routeGuards(application: LaravelApplication, { middleware, declared, action }: WrittenRoute): RouteGuard[] {
  const own = middleware.map((name): RouteGuard => ({ name: shortName(name), file: declared.file, offset: declared.start }))
  if (action.kind !== 'method') return own
  const controller = phpClasses(application.host).named(action.class)
  return controller ? [...own, ...ofController(application, controller, action.method ?? '__invoke')] : own
}

/** `App\Http\Middleware\Authenticate` → `Authenticate`; `auth:patient` stays. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1)
}

/** `$this->middleware('auth')->except('index')` of a constructor; the list that the class gives since version 11. */
function ofController({ host, values }: LaravelApplication, controller: PhpClass, method: string): RouteGuard[] {
  const classes = phpClasses(host)
  const found: RouteGuard[] = []
  const add = (file: string, offset: number, node: PhpNode | undefined, limits: readonly PhpCallNode[], scope: Parameters<typeof listTexts>[2]): void => {
    if (!node) return
    const listed = (name: string): string[] | null => {
      const call = limits.find((each) => each.name === name)
      return call ? call.arguments.flatMap(({ value }) => listTexts(values, value, scope)) : null
    }
    const [only, except] = [listed('only'), listed('except')]
    if ((only && !only.includes(method)) || except?.includes(method)) return
    found.push(...listTexts(values, node, scope).map((name) => ({ name: shortName(name), file, offset })))
  }
  for (const each of classes.lineage(controller)) {
    const constructor = classes.methods(each).find(({ name }) => name === '__construct')
    const calls = constructor ? constructor.scope.outline.within(constructor.body) : []
    for (const call of calls) {
      if (call.name !== 'middleware' || !constructor) continue
      const around = calls.filter((other) => chainHas(other, call))
      add(constructor.scope.file, call.start, call.arguments[0]?.value, around, constructor.scope)
    }
    const listing = classes.methods(each).find(({ name, declaration }) => name === 'middleware' && declaration.modifiers.includes('static'))
    const given = listing?.scope.outline.returns.filter(({ declaration }) => listing.scope.outline.declarations[declaration] === listing.declaration) ?? []
    for (const item of given.flatMap(({ value }) => (value.kind === 'list' ? value.items : []))) {
      if (!listing) continue
      const { value } = item
      const limits = value.kind === 'call' ? value.arguments.flatMap((argument): PhpCallNode[] => (argument.name === null ? []
        : [{ ...value, name: argument.name, arguments: [{ name: null, value: argument.value }] }])) : []
      add(listing.scope.file, value.start, value.kind === 'call' ? value.arguments[0]?.value : value, limits, listing.scope)
    }
    if (found.length > 0) break
  }
  return found
}

function chainHas(call: PhpCallNode, inner: PhpCallNode): boolean {
  for (let link: PhpNode | null = call; link; link = link.kind === 'call' ? link.receiver : null) {
    if (link.start === inner.start && link.end === inner.end) return true
  }
  return false
}
