/**
 * Routes of TanStack Router made in code.
 * https://tanstack.com/router/latest/docs/framework/react/routing/code-based-routing
 */
import { hasHole } from '../../parse/hole.js'
import type { RouteDeclaration, RoutePlace } from '../framework.js'
import { routePath } from '../paths.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { keyOf } from './route-table.js'

interface CodeRoute {
  at: ScriptValue
  /** As written; null for a layout without a path. */
  path: string | null
  isRoot: boolean
  parents: ScriptValue[]
  places: RoutePlace[]
}

const MAKER = /^(createRoute|createRootRoute|createRootRouteWithContext|Route|RootRoute)$/
const STRUCTURE = new Set(['path', 'id', 'getParentRoute', 'validateSearch', 'staticData'])
const DEPTH = 12

export function codeRoutes(reader: ScriptReader, files: readonly string[]): RouteDeclaration[] {
  const routes = new Map<string, CodeRoute>()
  for (const file of files) {
    for (const [script, facts] of reader.scripts(file).entries()) {
      facts.values.forEach((shape, value) => {
        const at: ScriptValue = { file, script, value, given: NOTHING_GIVEN }
        if (shape.kind !== 'call' || !MAKER.test(makerName(reader, at))) return
        routes.set(keyOf(at), codeRoute(reader, at))
      })
    }
  }
  const parentOf = (route: CodeRoute): CodeRoute | undefined =>
    route.parents.map((parent) => routes.get(keyOf(madeBy(reader, parent)))).find((found) => found !== undefined)
  const hasIndex = new Set([...routes.values()].flatMap((route) => {
    const parent = route.path === '/' ? parentOf(route) : undefined
    return parent ? [parent] : []
  }))
  const declared = new Map<string, RouteDeclaration>()
  for (const route of routes.values()) {
    // Other libraries have a `createRoute`, too: theirs has no parent.
    if (route.isRoot || route.path === null || route.parents.length === 0 || hasIndex.has(route)) continue
    const line: CodeRoute[] = []
    for (let at: CodeRoute | undefined = route; at && line.length < DEPTH; at = parentOf(at)) line.unshift(at)
    const path = routePath(...line.flatMap(({ path: part }) => (part ?? '').split('/').map(tanstackSegment)))
    const places = line.flatMap((each) => each.places)
    const known = declared.get(path)
    if (known) known.places?.push(...places)
    else {
      const certainty = line.some((each) => hasHole(each.path ?? '')) ? 'likely' : 'exact'
      declared.set(path, { path, kind: 'page', certainty, file: route.at.file, leaves: [], places })
    }
  }
  return [...declared.values()]
}

/** `createRoute`, also of `createRootRouteWithContext<Context>()({…})` and `new Route({…})`. */
function makerName(reader: ScriptReader, at: ScriptValue): string {
  const shape = reader.shape(at)
  if (shape?.kind !== 'call') return ''
  const callee = reader.shape(reader.beside(at, shape.callee))
  return callee?.kind === 'call' ? makerName(reader, reader.beside(at, shape.callee)) : reader.written(at, shape.callee)
}

function codeRoute(reader: ScriptReader, at: ScriptValue): CodeRoute {
  const shape = reader.shape(at)
  const route: CodeRoute = { at, path: null, isRoot: /Root/.test(makerName(reader, at)), parents: [], places: [] }
  const [options] = shape?.kind === 'call' ? shape.arguments.map((argument) => reader.beside(at, argument)) : []
  if (!options) return route
  route.path = reader.property(options, 'path').flatMap((value) => reader.texts(value))[0] ?? null
  route.parents = reader.property(options, 'getParentRoute').flatMap((value) => reader.results(value))
  for (const target of reader.read(options)) {
    const object = reader.shape(target)
    if (object?.kind !== 'object') continue
    for (const { name, value } of object.entries) {
      const part = reader.shape(reader.beside(target, value))
      if (!part || (name !== null && STRUCTURE.has(name))) continue
      route.places.push({ file: target.file, start: part.start, end: part.end })
    }
  }
  // `createRoute({…}).lazy(() => import('./x'))`: what the further calls bring in is shown on the route, too.
  route.places.push(...furtherCalls(reader, at))
  return route
}

/** Arguments of `.lazy(…)` and `.update(…)` on a route. */
function furtherCalls(reader: ScriptReader, at: ScriptValue): RoutePlace[] {
  const values = reader.script(at)?.values ?? []
  return values.flatMap((shape, value) => {
    if (shape.kind !== 'call') return []
    const callee = values[shape.callee]
    if (callee?.kind !== 'member' || (callee.name !== 'lazy' && callee.name !== 'update')) return []
    if (keyOf(madeBy(reader, reader.beside(at, callee.object))) !== keyOf(at) || value === at.value) return []
    return shape.arguments.flatMap((argument) => {
      const part = values[argument]
      return part ? [{ file: at.file, start: part.start, end: part.end }] : []
    })
  })
}

/** The call that made a route, behind `.lazy(…)`, `.update(…)` and `.addChildren(…)`. */
function madeBy(reader: ScriptReader, at: ScriptValue): ScriptValue {
  let current = reader.read(at)[0] ?? at
  for (let step = 0; step < DEPTH; step++) {
    const shape = reader.shape(current)
    const callee = shape?.kind === 'call' ? reader.shape(reader.beside(current, shape.callee)) : undefined
    if (callee?.kind !== 'member' || MAKER.test(callee.name ?? '')) return current
    current = reader.read(reader.beside(current, callee.object))[0] ?? current
  }
  return current
}

/** `$id` → `:id`, `$` → `*`, `{-$lang}` → `:lang?`, `page-{$number}` → `:number`. */
export function tanstackSegment(segment: string): string {
  if (segment === '$' || segment === '{$}') return '*'
  if (hasHole(segment)) return ':value'
  const optional = /\{-\$(\w+)\}/.exec(segment)
  if (optional) return `:${optional[1]}?`
  const inner = /\{\$(\w*)\}/.exec(segment)
  if (inner) return inner[1] === '' ? '*' : `:${inner[1]}`
  return segment.startsWith('$') ? `:${segment.slice(1)}` : segment
}
