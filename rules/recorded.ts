/** What a recording shows, in words. */
import type { Recorded, Revealed } from '../src/capture/replay.js'
import type { PlacedSighting, ReachedRoute, Route, RouteClass } from '../src/types.js'
import { written } from './captured.js'
import { isTracking, type Presence } from './presence.js'
import { leadFirst } from './presence-draft.js'
import { describeRemedy } from './remedy.js'
import type { Draft, ProjectView } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { describeCircumstances, describeExposures, joinWords, nameOf } from './wording.js'

/** Pages whose text is a patient's own; that of others is public. */
const PERSONAL: ReadonlySet<RouteClass> = new Set<RouteClass>(['portal', 'login', 'scheduling', 'intake', 'billing'])

export function* recordedDrafts(project: ProjectView, presence: Presence, { replay, shown, revealed, settled }: Recorded): Iterable<Draft> {
  const { tracker, accountId, sightings } = presence
  const name = nameOf(tracker, accountId)
  const [lead = sightings[0]] = leadFirst(sightings)
  for (const use of revealed) {
    const routes = personal(project, sightings, sightings.flatMap((sighting) => sighting.routes))
    if (routes.length === 0) continue
    yield draft(project, presence, lead, routes, {
      message: `${tracker.vendor} receives recordings through ${name} that show what would be masked: \`${use.switch.write}\` is not what stands here.`,
      help: `Write \`${written(use.switch.write, accountId)}\`; better, take ${name} off these pages.`,
      place: use.place, confidence: 'sent-by-this-code',
    })
  }
  const routes = personal(project, sightings, shown)
  if (routes.length === 0 || revealed.length > 0) return
  const isSure = settled !== null || replay.console === null
  const because = settled ? `, and the copy of its settings in ${settled.file} says that it records` : isSure ? '' : `, unless ${replay.console}`
  const shows = ['the text of the page', ...(replay.inputs === 'shown' ? ['what is typed'] : [])]
  const beside = settled?.recordingTakes ?? []
  const masks = replay.masks.map((mark) => ('class' in mark ? `class="${mark.class}"` : `${mark.attribute}${mark.values ? `="${mark.values[0]}"` : ''}`))
  const ways = [...replay.mask.map(({ write }) => `\`${write}\``), ...masks.slice(0, 1).map((mark) => `\`${mark}\` on the element around the page`)]
  yield draft(project, presence, lead, routes, {
    message:
      `${tracker.vendor} ${isSure ? 'receives' : 'may receive'} recordings through ${name} that show ${joinWords(shows)}` +
      `${beside.length === 0 ? '' : `, with ${joinWords(beside)}`}: nothing here masks it${because}.`,
    help: `${describeRemedy(name, [lead], routes)}${ways.length === 0 ? '' : ` If it has to stay, mask everything: ${joinWords(ways)}.`}`,
    place: lead, confidence: settled ? 'depends-on-container' : replay.console === null ? 'sent-by-this-code' : 'possible-unless-disabled-in-vendor-console',
  })
}

interface Told extends Pick<Draft, 'message' | 'help' | 'confidence'> {
  place: Pick<Draft, 'file' | 'span'>
}

function draft(
  project: ProjectView, { tracker }: Pick<Presence, 'tracker'>, lead: PlacedSighting, routes: readonly Exposure[], told: Told,
): Draft {
  return {
    severity: routes[0]?.severity ?? 'warning',
    message: `${told.message} ${describeExposures(project, routes)}${describeCircumstances(project, [lead], routes)}`,
    help: told.help, file: told.place.file, span: told.place.span, tracker: tracker.id,
    dataCategories: ['ip-address', 'page-url', 'page-title', 'free-text'], hashed: false, confidence: told.confidence, flow: [],
    routes: routes.map(({ reached }) => reached),
  }
}

function personal(project: ProjectView, sightings: readonly PlacedSighting[], reached: readonly ReachedRoute[]): Exposure[] {
  const [first] = sightings
  return first === undefined ? [] : exposures(project, [{ ...first, routes: [...reached] }]).filter(({ reached: { route } }) => PERSONAL.has(route.class))
}

/** An element that is marked to be shown, where the tracker or a container runs on the same sensitive page. */
export function revealedDraft(project: ProjectView, { tracker: id, place, name, tag, routes }: Revealed): Draft | null {
  const tracker = project.tracker(id)
  const own = project.sightings.filter((sighting) => sighting.tracker === id && isTracking(project, sighting))
  const around = own.length > 0 ? own : project.sightings.filter(({ kind }) => kind === 'container')
  const on = new Set<Route>(around.flatMap((sighting) => sighting.routes.map(({ route }) => route)))
  const exposed = exposures(project, [{ tracker: id, accountId: null, routes: routes.filter(({ route }) => on.has(route)) }])
  const [worst] = exposed
  if (!worst) return null
  const what = tag === null ? `\`${name}\`` : `\`${name}\` on <${tag}>`
  const by = own.length > 0 ? '' : ` It is not in this code; a tag-manager container on the page can bring it.`
  return {
    severity: worst.severity,
    message: `${tracker.vendor} receives what this element holds in recordings of ${nameOf(tracker, null)}: ${what} takes the masking away.${by} ${describeExposures(project, exposed)}`,
    help: `Delete \`${name}\`, so that what is masked by default stays masked.`,
    file: place.file, span: place.span, tracker: id,
    dataCategories: ['free-text', 'page-url'], hashed: false,
    confidence: own.length > 0 ? 'sent-by-this-code' : 'depends-on-container', flow: [], routes: exposed.map(({ reached }) => reached),
  }
}
