/** Which routes a place reaches, and by which chain: breadth-first backwards, so that the first chain found is the shortest. */
import type { Certainty, ChainLink, ReachEdge, ReachedRoute, ReachNode } from '../types.js'
import { routeClasses } from '../routes/classes.js'
import type { RouteRole, RouteTable } from './routes.js'

const certainties: readonly Certainty[] = ['exact', 'likely', 'possible']

/** The weaker of two. */
export function weakest(a: Certainty, b: Certainty): Certainty {
  return certainties.indexOf(a) >= certainties.indexOf(b) ? a : b
}

interface State {
  node: ReachNode
  /** Where in the node's file the way goes on. */
  offset: number | null
  certainty: Certainty
  next: State | null
}

export interface ReachHost {
  table: RouteTable
  /** Edges into a node; `offset` is the place inside it that is asked about. */
  incoming(node: ReachNode, offset: number | null): ReachEdge[]
  /**
   * The part of a node's file around an offset, as a key: places with the same key are shown on the same pages. Null
   * when nothing there is ever shown.
   */
  region(node: ReachNode, offset: number | null): string | null
  /** True when a declaration of a page's own file runs with the page. */
  runsWithPage(node: ReachNode): boolean
}

/** How many nodes one question visits before it stops; a tree this wide is shared by everything anyway. */
const LIMIT = 20_000

/** Asks for the routes of a node; `offset` is the place in it. Most sensitive class first, then by path. */
export function createReach(host: ReachHost): (node: ReachNode, offset: number | null) => ReachedRoute[] {
  const edges = new Map<string, ReachEdge[]>()
  const incoming = (node: ReachNode, offset: number | null): ReachEdge[] => {
    const key = `${node.file}|${node.unit ?? ''}|${offset ?? ''}`
    let found = edges.get(key)
    if (!found) {
      found = host.incoming(node, offset)
      edges.set(key, found)
    }
    return found
  }
  const note = (found: Map<number, ReachedRoute>, role: RouteRole, state: State): void => {
    const route = host.table.routes[role.route]
    const known = found.get(role.route)
    if (!route) return
    const certainty = weakest(weakest(state.certainty, role.certainty), route.certainty)
    if (known && certainties.indexOf(known.certainty) <= certainties.indexOf(certainty)) return
    found.set(role.route, { route, certainty, via: chain(state) })
  }
  return (node, offset) => {
    const found = new Map<number, ReachedRoute>()
    const visited = new Map<string, Certainty>()
    // Surer steps first: three queues, so that a chain without a guess wins over a shorter one with a guess.
    const queues: State[][] = [[{ node, offset, certainty: 'exact', next: null }], [], []]
    for (const [level, queue] of queues.entries()) {
      for (let at = 0; at < queue.length && visited.size < LIMIT; at++) {
        const state = queue[at] as State
        const place = host.table.placeAt(state.node.file, state.offset)
        if (place) {
          for (const role of place.roles) note(found, role, state)
          continue
        }
        const region = host.region(state.node, state.offset)
        if (region === null) continue
        const key = `${state.node.file}|${state.node.unit ?? ''}|${region}`
        if (visited.has(key)) continue
        visited.set(key, state.certainty)
        for (const role of host.table.rolesOf(state.node.file)) if (plays(host, role, state.node)) note(found, role, state)
        for (const edge of incoming(state.node, state.offset)) {
          const certainty = weakest(state.certainty, edge.certainty)
          const next: State = { node: edge.from, offset: edge.offset, certainty, next: state }
          queues[Math.max(level, certainties.indexOf(certainty))]?.push(next)
        }
      }
    }
    return [...found.values()].sort(compareReached)
  }
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

function compareReached(a: ReachedRoute, b: ReachedRoute): number {
  return routeClasses.indexOf(a.route.class) - routeClasses.indexOf(b.route.class)
    || (a.route.path < b.route.path ? -1 : a.route.path > b.route.path ? 1 : 0)
    || (a.route.file < b.route.file ? -1 : 1)
}
