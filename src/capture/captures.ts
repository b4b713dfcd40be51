/** What a tracker that is started takes by itself from the pages it is on. */
import type { FieldPattern, Capture } from '../trackers/capture.js'
import { capturesOf, capturing } from '../trackers/captures.js'
import { HEALTH } from '../personal/index.js'
import type { Project } from '../project/project.js'
import type { ReachedRoute, Route } from '../types.js'
import type { Contents, Item } from './contents.js'
import type { Settled, SettledOf } from './settled.js'
import { tellSwitches, type Effect, type Started, type Switches, type SwitchUse } from './switches.js'

for (const { on = [], off } of capturing.flatMap(capturesOf)) tellSwitches([...on, ...off])

/** One thing that is taken, and from which pages. */
export interface Captured {
  capture: Capture
  /** What of the pages is taken, each once; empty for `addresses`. */
  items: readonly Item[]
  /** Those of the tracker's routes on which that is so. */
  routes: readonly ReachedRoute[]
  /** A copy of the vendor's settings that says so, where they decide. */
  settled: Settled | null
}

export interface Taken {
  captured: readonly Captured[]
  /** Switches that should turn something off and do not, where nothing else does. */
  ineffective: readonly SwitchUse[]
}

export interface Captures {
  of(started: Started): Taken
}

const NOTHING: Taken = { captured: [], ineffective: [] }

export function createCaptures(project: Project, contents: Contents, switches: Switches, settledOf: SettledOf): Captures {
  const isStart = ({ sightings }: Started): boolean =>
    sightings.some(({ kind, call }) => call === 'init' || kind === 'package-use' || kind === 'snippet')
  return {
    of(started) {
      const routes = byRoute(started)
      if (routes.length === 0) return NOTHING
      const ineffective = new Map<string, SwitchUse>()
      const settled = settledOf(started)
      const captured = capturesOf(started.tracker).flatMap((capture): Captured[] => {
        const isSetOn = settled?.takes?.[capture.takes]
        if (isSetOn === false) return []
        if (capture.decides === 'code' && !isStart(started)) return []
        const uses = switches.uses(capture.off, started)
        const isOff = usesFor(uses, ['works', 'open'], started)
        for (const use of uses) {
          const isInVain = use.effect !== 'works' && use.effect !== 'open' && routes.some(({ route }) => isFor(use, route, started) && !isOff(route))
          if (isInVain) ineffective.set(`${use.place.file} ${use.place.span.start}`, use)
        }
        const isOn = capture.on ? usesFor(switches.uses(capture.on, started), ['works'], started) : () => true
        const taking = routes.filter(({ route }) => isOn(route) && !isOff(route)).flatMap((reached) => {
          const items = itemsFor(capture, contents.on(reached.route))
          return items.length > 0 || isToldByAddress(project, capture, reached) ? [{ reached, items }] : []
        })
        if (taking.length === 0) return []
        return [{
          capture, items: distinct(taking.flatMap(({ items }) => items)), routes: taking.map(({ reached }) => reached),
          settled: isSetOn === true && capture.decides === 'console' ? settled : null,
        }]
      })
      return { captured, ineffective: [...ineffective.values()] }
    },
  }
}

function usesFor(uses: readonly SwitchUse[], effects: readonly Effect[], started: Started): (route: Route) => boolean {
  const counting = uses.filter(({ effect }) => effects.includes(effect))
  return (route) => counting.some((use) => isFor(use, route, started))
}

function distinct(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [`${item.place.file} ${item.place.span.start} ${item.name}`, item])).values()]
}

function byRoute({ sightings }: Started): ReachedRoute[] {
  const found = new Map<Route, ReachedRoute>()
  // What is public tells nothing about who is there, and need not be read.
  const telling = sightings.flatMap(({ routes }) => routes).filter(({ route }) => route.class !== 'public')
  for (const reached of telling) if (!found.has(reached.route)) found.set(reached.route, reached)
  return [...found.values()]
}

/** The switch is set where the tracker is started, or on the route in question. */
function isFor({ routes, place }: SwitchUse, route: Route, { sightings }: Started): boolean {
  return routes === null || sightings.some(({ file }) => file === place.file) || routes.some((reached) => reached.route === route)
}

/** Pages of one document: what is loaded stays, and notices each change of the address. */
function isToldByAddress(project: Project, { takes }: Capture, { route, persists }: ReachedRoute): boolean {
  return takes === 'addresses' && (persists === true || project.sharing(route).length > 1)
}

function itemsFor(capture: Capture, items: readonly Item[]): Item[] {
  const fields = items.filter(({ kind }) => kind === 'field')
  const choices = items.filter(({ kind }) => kind === 'choice')
  switch (capture.takes) {
    case 'clicks': return [...choices, ...fields]
    case 'choices': return choices
    case 'values': return fields.filter(({ categories: [first] }) => first !== undefined && first !== 'other-form-field')
    case 'identity': return fields.filter((item) => capture.fields?.some((pattern) => isRead(pattern, item)))
    case 'metadata': return items.filter(({ kind }) => kind === 'statement')
    case 'structure': return capture.decides === 'code' ? fields : fields.filter(({ categories }) => categories.some((category) => HEALTH.has(category)))
    case 'search': return fields.filter(({ field, isInAddress }) => isInAddress && SEARCH.test(field?.name ?? ''))
    case 'addresses': return []
  }
}

/** Names under which search terms stand in an address by default. https://support.google.com/analytics/answer/9216061 */
const SEARCH = /^(?:q|s|search|query|keyword)$/i

/** Inputs for a line of text; others hold no address and no number. */
const TYPED = /^(?:|text|email|tel|number|search)$/i

function isRead({ category, types, contains }: FieldPattern, { categories, field }: Item): boolean {
  if (!field || field.tag === 'textarea') return false
  if (categories[0] === category) return true
  if (!types && !contains) return false
  const type = field.type ?? ''
  if (types?.includes(type.toLowerCase())) return true
  const isOpen = categories.every((each) => each === 'other-form-field')
  const texts = [field.id, field.name, field.placeholder].map((text) => text?.toLowerCase() ?? '')
  return isOpen && TYPED.test(type) && !/select/i.test(field.tag) && (contains?.some((word) => texts.some((text) => text.includes(word))) ?? false)
}
