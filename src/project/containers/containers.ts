/**
 * The containers of a tree: which code loads each, and which pages its tags fire on. A container is reached from the
 * code that loads its id, or its file; its triggers narrow that.
 */
import type { ContainerFacts, Firing, TriggerEvent } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'
import { weakest } from '../../certainty.js'
import type { AddressCondition, Certainty, ContainerTag, ReachEdge, ReachedRoute, Sighting } from '../../types.js'
import { isAboutAddress, type Page } from '../conditions/path-test.js'
import { compareReached } from '../reach.js'
import type { RouteRole, RouteTable } from '../routes.js'
import type { Found } from '../sightings/found.js'
import { isLoaded, type Loading } from './loading.js'
import { withTable, type Known } from './table.js'
import { decideFiring, firingTest, openFilters } from './trigger-pages.js'

export interface ContainersHost {
  /** Facts of the container files, sorted by path. */
  files: readonly FileFacts[]
  table: RouteTable
  found(): readonly Found[]
  loading(file: string): Loading
  /** Routes of a sighting by the code around it alone. */
  reached(sighting: Sighting): ReachedRoute[]
}

export interface Containers {
  files: readonly FileFacts[]
  loading(file: string): Loading
  edgesInto(file: string): ReachEdge[]
  /** Roles of a container that nothing in the tree loads: it may be on any page. */
  rolesOf(file: string): readonly RouteRole[]
  /** Where one of its tags fires, of the routes that the container reaches. */
  narrowed(tag: ContainerTag, offset: number, routes: readonly ReachedRoute[]): ReachedRoute[]
}

export function createContainers(host: ContainersHost): Containers {
  const byFile = new Map(host.files.flatMap((facts) => {
    const known = withTable(facts, host.files)
    return known ? [[facts.path, known] as const] : []
  }))
  const { loading } = host
  const pushes = new Map<string, PushedOn | null>()
  const pushed = (manager: string, event: string): PushedOn | null => {
    const key = `${manager} ${event}`
    let answer = pushes.get(key)
    if (answer === undefined) {
      answer = routesOfPushes(host, manager, event, (tag, routes) => (
        narrowed(byFile.get(tag.file), tag, 0, routes, () => null)))
      pushes.set(key, answer)
    }
    return answer
  }
  return {
    files: host.files,
    loading,
    edgesInto(file) {
      return loading(file).places.map(({ file: from, span, unit, certainty }) => (
        { from: { file: from, unit }, offset: span.start, kind: 'container', certainty, to: { file, unit: null } }))
    },
    rolesOf(file) {
      const known = byFile.get(file)
      // A vendor's own file that no page loads is nowhere; a container may be loaded by an id that is computed.
      if (!known || known.container.settled || isLoaded(loading(file))) return []
      return host.table.routes.flatMap((route, index): RouteRole[] => (
        route.kind === 'page' || route.kind === 'static' ? [{ route: index, certainty: 'possible' }] : []))
    },
    narrowed: (tag, offset, routes) => narrowed(byFile.get(tag.file), tag, offset, routes, pushed),
  }
}

/** Paths on which an event is pushed, and how sure that is. */
type PushedOn = ReadonlyMap<string, Certainty>

/** `pushed`: where the code pushes an event; null when it never does. */
function narrowed(
  known: Known | undefined, tag: ContainerTag, offset: number, routes: readonly ReachedRoute[],
  pushed: (manager: string, event: string) => PushedOn | null,
): ReachedRoute[] {
  if (!known) return []
  const { container, table } = known
  const fires = container.tags[tag.index]?.fires ?? []
  const tests = fires.map((firing) => ({ firing, test: firingTest(container.triggers, firing) }))
  return routes.flatMap((reached): ReachedRoute[] => {
    const page: Page = { path: reached.route.path, files: reached.route.files ?? [], names: null }
    let best: ReachedRoute | null = null
    for (const { firing, test } of tests) {
      const verdict = decideFiring(test, page)
      if (verdict === 'no') continue
      const names = customEvents(container.triggers[firing.trigger]?.event)
      const sent = names === null ? 'exact' : sentFrom(names.map((name) => pushed(container.manager, name)), reached.route.path)
      if (sent === 'never') continue
      // An event that nothing here pushes comes from a plug-in or a vendor, or not at all.
      const least = sent !== 'unseen' ? sent : verdict === 'yes' && isAboutAddress(test) ? 'likely' : 'possible'
      const conditions = verdict === 'unclear' ? openConditions(table, container, firing, page) : []
      const certainty = weakest(weakest(reached.certainty, least), verdict === 'unclear' ? 'likely' : 'exact')
      const via = withPlace(reached.via, tag.file, offset)
      const way: ReachedRoute = { ...reached, certainty, via, ...conditionsOf(reached, conditions) }
      if (best === null || isSurer(way, best)) best = way
    }
    return best ? [best] : []
  }).sort(compareReached)
}

function conditionsOf(reached: ReachedRoute, added: readonly AddressCondition[]): { conditions?: AddressCondition[] } {
  const all = [...(reached.conditions ?? []), ...added]
  return all.length > 0 ? { conditions: all } : {}
}

/** The last link stands at the tag. */
function withPlace(via: ReachedRoute['via'], file: string, offset: number): ReachedRoute['via'] {
  return via.map((link, index) => (index === via.length - 1 && link.file === file ? { file, offset } : link))
}

const order: readonly Certainty[] = ['exact', 'likely', 'possible']

function isSurer(a: ReachedRoute, b: ReachedRoute): boolean {
  return order.indexOf(a.certainty) < order.indexOf(b.certainty)
    || (a.certainty === b.certainty && (a.conditions?.length ?? 0) < (b.conditions?.length ?? 0))
}

/** Events that only code pushes; null for those of the tag manager's own, and for all at once. */
function customEvents(event: TriggerEvent | undefined): string[] | null {
  if (event?.kind === 'named') return event.custom ? [event.name] : null
  if (event?.kind !== 'pattern' || /^\^?\.[*+]\$?$/.test(event.pattern)) return null
  // `^(booked|cancelled)$` is a list of names; what cannot be read so is an event that nothing here is seen to push.
  const list = /^\^?\(?([\w .:-]+(?:\|[\w .:-]+)*)\)?\$?$/.exec(event.pattern)?.[1]
  return list === undefined ? [] : list.split('|')
}

/**
 * A custom event comes from where it is pushed: on other pages a tag that listens to it stays silent. `unseen`: nothing
 * in the tree pushes it.
 */
function sentFrom(pushes: readonly (PushedOn | null)[], path: string): Certainty | 'never' | 'unseen' {
  const known = pushes.filter((routes) => routes !== null)
  if (known.length === 0) return 'unseen'
  const here = known.flatMap((routes) => routes.get(path) ?? [])
  return order.find((certainty) => here.includes(certainty)) ?? 'never'
}

/** Where code pushes an event; what a tag pushes is pushed where that tag fires. Null when no code does. */
function routesOfPushes(
  host: ContainersHost, manager: string, event: string,
  firing: (tag: ContainerTag, routes: readonly ReachedRoute[]) => ReachedRoute[],
): PushedOn | null {
  const pushing = host.found().filter(({ sighting }) => (
    sighting.tracker === manager && sighting.event === event && sighting.unused !== true))
  if (pushing.length === 0) return null
  const paths = new Map<string, Certainty>()
  for (const { sighting } of pushing) {
    const around = host.reached(sighting)
    for (const { route, certainty } of sighting.tag ? firing(sighting.tag, around) : around) {
      const known = paths.get(route.path)
      if (known === undefined || order.indexOf(certainty) < order.indexOf(known)) paths.set(route.path, certainty)
    }
  }
  // Code whose pages nobody knows may push it anywhere.
  return paths.size === 0 ? null : paths
}

function openConditions(file: string, container: ContainerFacts, { trigger }: Firing, page: Page): AddressCondition[] {
  const own = container.triggers[trigger]
  return (own ? openFilters(own.test, page) : []).map(({ text, place }) => ({ file, span: place, text: `only if ${text}` }))
}
