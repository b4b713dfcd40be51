/**
 * Routes that a file gives to a small router: Slim, Bramus, AltoRouter, FastRoute, Klein, Flight, Fat-Free, CoffeeCode
 * and those that sites write themselves, which look alike.
 * https://www.slimframework.com/docs/v4/objects/routing.html
 */
import type { Span } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'
import { phpClasses, type PhpScope } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import { routerPath } from './router-path.js'

export interface RouterRoute {
  path: string
  isRead: boolean
  declared: RoutePlace
  handler: PhpNode
  scope: PhpScope
  /** In front of class names. */
  namespace: string
}

const VERBS =
  /^(get|post|put|patch|delete|options|head|any|all|map|match|add|addroute|respond|route|form|redirect|view)$/i
const GROUPS = /^(group|mount|addgroup|with|prefix)$/i
const METHODS =
  /^(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|ANY|\*)(?:\s*\|\s*(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD))*$/i
const NAMES = 'app|router|roteador|enrutador|r|routes?|rotas?|rutas?|klein|f3|fw|slim|group|api|collector|mapper'
const ROUTERS = new RegExp(`^\\$(?:this->)?(?:${NAMES}|dispatcher|leaf|flight|proxy|web)$`, 'i')
const MADE =
  /(?:^|\\)(?:App|AppFactory|Router|AltoRouter|Klein|Base|RouteCollector|Route|SimpleRouter|Slim|Dispatcher)(?:::\w+)?$/
const FACADES = /^(?:[\w\\]*\\)?(?:Flight|Route|Router|SimpleRouter|Macaw|Rota|App)$/

/** A file may hold routes only when its text fits. */
export const MAY_ROUTE = new RegExp(
  [
    String.raw`(?:->|::)\s*(?:get|post|any|all|map|match|add|addRoute|respond|route|group|mount)\s*\(\s*(?:\[|array\(|['"](?:\/|[^'"\n]*['"]\s*[,.])|\$[^,()\n]*,|function)`,
    String.raw`^\s*(?:get|post|any|route)\s*\(\s*['"]\/`,
  ].join('|'),
  'im',
)

/** All routes a file writes, in order. */
export function routerRoutes(values: PhpValues, file: string): RouterRoute[] {
  const scope = phpClasses(values.host).scope(file, -1)
  const end = (values.host.text(file) ?? '').length
  return statements(values, { start: 0, end }, scope, { prefix: '', namespace: '' })
}

interface Context {
  prefix: string
  namespace: string
}

function statements(values: PhpValues, span: Span, outer: PhpScope, context: Context): RouterRoute[] {
  const classes = phpClasses(values.host)
  const found: RouterRoute[] = []
  const state = { ...context }
  let behind = span.start
  for (const call of outlineOf(values.host, outer.file).within(span)) {
    if (call.start < behind) continue
    const scope = classes.scope(outer.file, call.start)
    const link = routerLink(values, call, scope)
    if (!link) continue
    const texts = (index: number): string[] => {
      const node = link.arguments[index]?.value
      return node ? values.known(node, scope) : []
    }
    const inner = link.arguments.find(({ value }) => value.kind === 'closure')?.value
    if (GROUPS.test(link.name)) {
      const option = link.arguments[0]?.value
      const listed = option?.kind === 'list' ? option.items.find(({ name }) => name === 'prefix')?.value : undefined
      const prefix = listed
        ? (values.known(listed, scope)[0] ?? '')
        : option?.kind === 'string'
          ? (texts(0)[0] ?? option.text)
          : ''
      if (inner?.kind === 'closure') {
        behind = call.end
        found.push(...statements(values, inner.body, scope, { ...state, prefix: `${state.prefix}/${prefix}` }))
        // `Route::prefix('x')->group(fn)` of those who know Laravel is read from its end.
      } else if (link.arguments.length > 0 && link.name.toLowerCase() === 'group')
        state.prefix = `${context.prefix}/${prefix}`
      continue
    }
    if (link.name === 'namespace') state.namespace = texts(0)[0] ?? ''
    const route = routeOf(values, link, scope, state)
    if (!route) continue
    behind = call.end
    found.push(...route)
  }
  return found
}

/** The call of a chain that is made on a router; null when there is none. */
function routerLink(values: PhpValues, call: PhpCallNode, scope: PhpScope): PhpCallNode | null {
  for (let at: PhpNode | null = call; at?.kind === 'call'; at = at.receiver) {
    if (at.receiver?.kind === 'call') continue
    if (!VERBS.test(at.name) && !GROUPS.test(at.name) && at.name !== 'namespace') return null
    return isRouter(values, at, scope) ? at : null
  }
  return null
}

function isRouter(values: PhpValues, call: PhpCallNode, scope: PhpScope): boolean {
  const facade = /^([\w\\]+)::\w+$/.exec(call.path)?.[1]
  if (facade !== undefined) return FACADES.test(facade) && !/^Illuminate\\/.test(scope.outline.className(facade))
  if (call.receiver === null) return /^(get|post|any|route)$/i.test(call.path) && call.arguments.length > 1
  const object = call.path.slice(0, call.path.lastIndexOf('->'))
  if (ROUTERS.test(object)) return true
  if (call.receiver.kind !== 'variable') return false
  return values
    .values({ ...call.receiver, start: call.start }, scope)
    .some(({ value }) => value.kind === 'call' && MADE.test(value.path.replace(/^new /, '')))
}

function routeOf(values: PhpValues, call: PhpCallNode, scope: PhpScope, context: Context): RouterRoute[] | null {
  const methods: string[] = /^(post|put|patch|delete|options|head)$/i.test(call.name)
    ? [call.name]
    : call.name.toLowerCase() === 'get'
      ? ['get']
      : []
  const paths: string[] = []
  let handler: PhpNode | null = null
  for (const { value } of call.arguments) {
    const texts =
      value.kind === 'list' && value.items.every((item) => item.name === null && item.value.kind === 'string')
        ? value.items.flatMap((item) => values.known(item.value, scope))
        : value.kind === 'string' || value.kind === 'name' || value.kind === 'variable'
          ? values.texts(value, scope)
          : []
    if (texts.length > 0 && texts.every((text) => METHODS.test(text))) {
      if (methods.length === 0 || handler !== null) methods.push(...texts.flatMap((text) => text.split('|')))
    } else if (paths.length === 0 && texts.length > 0 && texts.every((text) => isPath(text, value))) {
      for (const text of texts) {
        // `GET|POST /x`
        const [, verbs, path] = /^((?:[A-Z]+\|?)+)\s+(.*)$/.exec(text) ?? []
        if (verbs !== undefined) methods.push(...verbs.split('|'))
        paths.push(path ?? text)
      }
    } else if (handler === null && isHandler(value)) handler = value
  }
  // Klein's `respond(fn)` runs everywhere and shows nothing by itself.
  if (paths.length === 0 || handler === null) return null
  const isRead = methods.length === 0 || methods.some((method) => /^(get|any|all|\*)$/i.test(method.trim()))
  const declared: RoutePlace = { file: scope.file, start: call.start, end: call.end }
  const found = handler
  return paths.map((path) => ({
    path: routerPath(context.prefix, path),
    isRead,
    declared,
    handler: found,
    scope,
    namespace: context.namespace,
  }))
}

function isPath(text: string, node: PhpNode): boolean {
  if (node.kind === 'name') return false
  return (
    /^(?:(?:[A-Z]+\|?)+\s+)?[/*]/.test(text) ||
    /^(?:\[\*\]|\/?[\w-]*\/?[{(:[][^\s]*|)$/.test(text) ||
    /^[\w-]+(?:\/[\w{}:()\\+*.@-]+)*\/?$/.test(text)
  )
}

function isHandler(node: PhpNode): boolean {
  return (
    node.kind === 'closure' ||
    node.kind === 'list' ||
    node.kind === 'name' ||
    node.kind === 'string' ||
    node.kind === 'variable' ||
    node.kind === 'call'
  )
}
