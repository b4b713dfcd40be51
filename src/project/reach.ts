/**
 * Which routes a place reaches, and by which chain: breadth-first backwards, so that the first chain found is the
 * shortest. Conditions on the page's address are collected on the way and asked about each route at its end.
 */
import type { AddressCondition, Certainty, ChainLink, Place, ReachEdge, ReachedRoute, ReachNode } from '../types.js'
import { routeClasses } from '../routes/classes.js'
import type { PlaceCondition } from './conditions/conditions.js'
import { decide, type Verdict } from './conditions/path-test.js'
import { certainties, weakest } from '../certainty.js'
import type { RouteRole, RouteTable } from './routes.js'

export { weakest }

interface State {
  node: ReachNode
  /** Where in the node's file the way goes on. */
  offset: number | null
  certainty: Certainty
  /** Regions of layouts that the way went through since the last include, by name. */
  regions: readonly string[]
  /** On the way from here to the place that was asked about. */
  conditions: readonly PlaceCondition[]
  next: State | null
}

export interface ReachHost {
  table: RouteTable
  /**
   * Edges into a node; `offset` is the place inside it that is asked about, `regions` are those of its layouts that the
   * way went through.
   */
  incoming(node: ReachNode, offset: number | null, regions: readonly string[]): ReachEdge[]
  /**
   * The part of a node's file around an offset, as a key: places with the same key are shown on the same pages. Null
   * when nothing there is ever shown.
   */
  region(node: ReachNode, offset: number | null): string | null
  /** False for a place of a page that no layout around it shows on a route, given by its index. */
  isShown(node: ReachNode, offset: number | null, route: number): boolean
  /**
   * Edges from the places that call the function of server code around an offset: it runs there, and not wherever its
   * file is brought in. Null when nothing tells who calls it.
   */
  callers(node: ReachNode, offset: number | null): readonly ReachEdge[] | null
  /** True when a declaration of a page's own file runs with the page. */
  runsWithPage(node: ReachNode): boolean
  /** Conditions on the page's address around a place; `calls`: around the calls of its function in the file as well. */
  conditions(file: string, offset: number, calls: boolean): readonly PlaceCondition[]
  /** `only if …`, `unless …`. */
  describeCondition(condition: PlaceCondition): string
}

/** How many nodes one question visits before it stops; a tree this wide is shared by everything anyway. */
const LIMIT = 20_000

/**
 * Asks for the routes of a node; `offset` is the place in it, `through` are the places that a call of it goes through.
 * Most sensitive class first, then by path.
 */
export function createReach(
  host: ReachHost,
): (node: ReachNode, offset: number | null, through?: readonly Place[]) => ReachedRoute[] {
  const edges = new Map<string, ReachEdge[]>()
  const incoming = ({ node, offset, regions }: State): ReachEdge[] => {
    const key = `${node.file}|${node.unit ?? ''}|${offset ?? ''}|${regions.join(' ')}`
    let found = edges.get(key)
    if (!found) {
      found = host.incoming(node, offset, regions)
      edges.set(key, found)
    }
    return found
  }
  const verdicts = new Map<string, Verdict>()
  const verdictOf = (condition: PlaceCondition, route: number): Verdict => {
    const key = `${route}|${condition.key}`
    let verdict = verdicts.get(key)
    if (!verdict) {
      const { table } = host
      verdict = decide(condition.test, {
        path: table.routes[route]?.path ?? '', base: table.baseOf(route), files: table.leavesOf(route),
        names: table.namesOf(route),
      })
      verdicts.set(key, verdict)
    }
    return verdict
  }
  const note = (found: Map<number, ReachedRoute>, role: RouteRole, state: State): void => {
    const route = host.table.routes[role.route]
    const known = found.get(role.route)
    if (!route || state.conditions.some((condition) => verdictOf(condition, role.route) === 'no')) return
    const unclear = state.conditions.filter((condition) => verdictOf(condition, role.route) === 'unclear')
    const least = weakest(weakest(state.certainty, role.certainty), route.certainty)
    const certainty = unclear.length > 0 ? weakest(least, 'likely') : least
    if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(certainty)) return
    const conditions = unclear.map((condition): AddressCondition => (
      { file: condition.file, span: condition.span, text: host.describeCondition(condition) }))
    found.set(role.route, { route, certainty, via: chain(state), ...(conditions.length > 0 ? { conditions } : {}) })
  }
  /** The conditions of a way with those of one more place on it, each once. */
  const under = (conditions: readonly PlaceCondition[], added: readonly PlaceCondition[]): readonly PlaceCondition[] => {
    const fresh = added.filter(({ key }) => !conditions.some((condition) => condition.key === key))
    return fresh.length === 0 ? conditions : [...conditions, ...fresh]
  }
  /** A state under the conditions around its own place; with too many it counts as one without any. */
  const standing = (state: State): State => {
    if (state.offset === null) return state
    const conditions = under(state.conditions, host.conditions(state.node.file, state.offset, true))
    if (conditions === state.conditions) return state
    return { ...state, conditions: conditions.length > CONDITIONS ? [] : conditions }
  }
  return (node, offset, through = []) => {
    const found = new Map<number, ReachedRoute>()
    const visited = new Map<string, (readonly PlaceCondition[])[]>()
    const inside = through.reduce<readonly PlaceCondition[]>(
      (conditions, { file, span }) => under(conditions, host.conditions(file, span.start, false)), [])
    const first: State = { node, offset, certainty: 'exact', regions: [], conditions: inside, next: null }
    // Surer steps first: three queues, so that a chain without a guess wins over a shorter one with a guess.
    const queues: State[][] = [[first], [], []]
    for (const [level, queue] of queues.entries()) {
      for (let at = 0; at < queue.length && visited.size < LIMIT; at++) {
        const state = standing(queue[at] as State)
        const { conditions } = state
        const place = host.table.placeAt(state.node.file, state.offset)
        if (place) {
          for (const role of place.roles) note(found, role, state)
          continue
        }
        const { node: here } = state
        const region = host.region(here, state.offset)
        const way = `${here.file}|${here.unit ?? ''}|${region}|${state.regions.join(' ')}`
        if (region === null || isKnown(visited, way, conditions)) continue
        const callers = host.callers(here, state.offset)
        for (const role of callers ? [] : host.table.rolesOf(here.file)) {
          if (plays(host, role, here) && host.isShown(here, state.offset, role.route)) note(found, role, state)
        }
        for (const edge of callers ?? incoming(state)) {
          const certainty = weakest(state.certainty, edge.certainty)
          const { from, offset: at, regions = [] } = edge
          const next: State = { node: from, offset: at, certainty, regions, conditions, next: state }
          queues[Math.max(level, certainties.indexOf(certainty))]?.push(next)
        }
      }
    }
    return [...found.values()].sort(compareReached)
  }
}

/** How many conditions one way may collect. */
const CONDITIONS = 8

/** True when a place was reached before under no other conditions than these; notes it otherwise. */
function isKnown(
  visited: Map<string, (readonly PlaceCondition[])[]>, key: string, conditions: readonly PlaceCondition[],
): boolean {
  const before = visited.get(key)
  if (!before) {
    visited.set(key, [conditions])
    return false
  }
  const has = (condition: PlaceCondition): boolean => conditions.some((own) => own.key === condition.key)
  if (before.some((set) => set.every(has))) return true
  before.push(conditions)
  return false
}

function plays(host: ReachHost, role: RouteRole, node: ReachNode): boolean {
  if (role.unit !== undefined) return role.unit === node.unit || node.unit === null
  return node.unit === null || host.runsWithPage(node)
}

/** From the page's own file to the place that was asked about. */
function chain(state: State): ChainLink[] {
  const links: ChainLink[] = []
  for (let at: State | null = state; at; at = at.next) {
    const last = links.at(-1)
    // Steps inside one file are one link, standing at the last of them.
    if (last && last.file === at.node.file) last.offset = at.offset ?? last.offset
    else links.push({ file: at.node.file, offset: at.offset })
  }
  return links
}

/** Most sensitive class first, then by path. */
export function compareReached(a: ReachedRoute, b: ReachedRoute): number {
  return routeClasses.indexOf(a.route.class) - routeClasses.indexOf(b.route.class)
    || (a.route.path < b.route.path ? -1 : a.route.path > b.route.path ? 1 : 0)
    || (a.route.file < b.route.file ? -1 : 1)
}
