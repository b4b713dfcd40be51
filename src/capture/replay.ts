/** What recordings of pages show: whether text is masked, and what code reveals. */
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { unitAround } from '../project/sightings/units.js'
import type { Mark, Replay } from '../trackers/capture.js'
import { recording, replayOf } from '../trackers/replays.js'
import type { Place, ReachedRoute, Route } from '../types.js'
import { marksIn, wordOf, type MarkFound } from './marks.js'
import type { Settled, SettledOf } from './settled.js'
import { tellSwitches, type Started, type Switches, type SwitchUse } from './switches.js'

for (const { on = [], off, mask, reveal, masks, reveals } of recording.flatMap((tracker) => replayOf(tracker) ?? [])) {
  tellSwitches([...on, ...off, ...mask, ...reveal])
  for (const mark of [...masks, ...reveals]) lookedFor([wordOf(mark)])
}

/** A recording as one file starts it. */
export interface Recorded {
  replay: Replay
  /** Routes on which the text of the page is shown. */
  shown: readonly ReachedRoute[]
  /** Options that show what would be masked. */
  revealed: readonly SwitchUse[]
  /** A copy of the vendor's settings that says what recordings show. */
  settled: Settled | null
}

/** An element that is marked to be shown. */
export interface Revealed {
  tracker: string
  place: Place
  /** `data-x="true"` */
  name: string
  tag: string | null
  routes: readonly ReachedRoute[]
}

export interface Recordings {
  /** Null for what does not record. */
  of(started: Started): Recorded | null
  /** Everything in the tree that is marked to be shown to one of the trackers. */
  marks(): readonly Revealed[]
}

/** Elements that hold a page or a part of one, as opposed to a field or a word. */
const HOLDS = /^(?:html|body|main|div|section|article|form|template|App|Layout|\w*(?:Layout|Root|Provider|Container|Main|Page))$/

export function createRecordings(project: Project, switches: Switches, settledOf: SettledOf): Recordings {
  const found = new Map<string, Revealed[]>()
  const marked = (tracker: string, marks: readonly Mark[]): Revealed[] => {
    const key = `${tracker} ${marks.map(wordOf).join(' ')}`
    let all = found.get(key)
    if (!all) found.set(key, all = marks.flatMap((mark) => ofMark(project, tracker, mark)))
    return all
  }
  return {
    of(started) {
      const replay = replayOf(started.tracker)
      const settled = settledOf(started)
      if (!replay || settled?.recording === 'off' || isNotStarted(switches, replay, started)) return null
      const revealed = switches.uses(replay.reveal, started).filter(({ effect }) => effect === 'works')
      const isMasked = settled?.recording === 'masked' || switches.uses(replay.mask, started).some(({ effect }) => effect === 'works' || effect === 'open')
      const holding = marked(started.tracker, replay.masks).filter(({ tag }) => tag !== null && HOLDS.test(tag))
      const masked = new Set<Route>(holding.flatMap(({ routes }) => routes.map(({ route }) => route)))
      const routes = new Map(started.sightings.flatMap((sighting) => sighting.routes.map((reached) => [reached.route, reached] as const)))
      const shown = replay.text === 'masked' || isMasked ? [] : [...routes.values()].filter(({ route }) => !masked.has(route))
      return { replay, shown, revealed, settled: settled?.recording === undefined ? null : settled }
    },
    marks: () => recording.flatMap((tracker) => marked(tracker, replayOf(tracker)?.reveals ?? [])),
  }
}

function isNotStarted(switches: Switches, { on, off }: Replay, started: Started): boolean {
  if (switches.uses(off, started).some(({ effect }) => effect === 'works' || effect === 'open')) return true
  return on !== undefined && !switches.uses(on, started).some(({ effect }) => effect === 'works' || effect === 'open')
}

function ofMark(project: Project, tracker: string, mark: Mark): Revealed[] {
  return project.filesWith([wordOf(mark)]).flatMap((file) => {
    const facts = project.facts(file)
    if (!facts || facts.container) return []
    return marksIn(project.text(file) ?? '', mark).map((each: MarkFound): Revealed => ({
      tracker, name: each.name, tag: each.tag, place: { file, span: { start: each.start, end: each.end } },
      routes: project.reached({ file, unit: unitAround(facts, each.start) }, each.start),
    }))
  })
}
