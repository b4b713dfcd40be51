/** Routes on one side, trackers on the other, and who reaches whom. Where there are many, kinds of pages stand for them. */
import { compareText } from '../../findings/order.js'
import type { PlacedSighting, RouteClass } from '../../types.js'
import { classOrder } from '../classes.js'
import { fit, fitEnd } from '../terminal/printable.js'
import { counted } from '../words.js'
import { html, type Markup } from './markup.js'
import { strictClasses, trackerName, type View } from './view.js'

/** More than these on a side are read by nobody. */
const MOST = 16
const ROW = 30
const WIDTH = 960
const LEFT = 330
const RIGHT = 640
const LABEL = 40

interface Node {
  label: string
  note: string
  routeClass: RouteClass | null
}

interface Link {
  left: number
  right: number
  /** Pairs of a route and a tracker. */
  count: number
  /** Nothing but possible ways. */
  isPossible: boolean
}

export interface Picture {
  routes: Node[]
  trackers: Node[]
  links: Link[]
}

interface Reach {
  path: string
  routeClass: RouteClass
  tracker: string
  isPossible: boolean
}

function reachesOf(sightings: readonly PlacedSighting[]): Reach[] {
  return sightings.flatMap(({ tracker, routes }) => routes.map(({ route, certainty }) =>
    ({ path: route.path, routeClass: route.class, tracker, isPossible: certainty === 'possible' })))
}

/** Names of the groups in which routes are drawn: themselves, else what their paths begin with, else their class. */
function groupNames(reaches: readonly Reach[]): (reach: Reach) => string {
  const byPath = ({ path }: Reach): string => path
  const byPrefix = ({ path, routeClass }: Reach): string => {
    const parts = path.split('/').filter((part) => part !== '' && !/[:*]/.test(part))
    return `${routeClass} /${parts[0] ?? ''}`
  }
  const byClass = ({ routeClass }: Reach): string => routeClass
  const count = (name: (reach: Reach) => string, of = reaches): number => new Set(of.map(name)).size
  if (count(byPath) <= MOST) return byPath
  if (count(byPrefix) <= MOST) return byPrefix
  // Sensitive pages are told apart as long as there is room for them.
  const sensitive = reaches.filter(({ routeClass }) => strictClasses.has(routeClass))
  if (count(byPrefix, sensitive) <= MOST - 5) return (reach) => (strictClasses.has(reach.routeClass) ? byPrefix(reach) : byClass(reach))
  return byClass
}

function routeNode(paths: readonly string[], routeClass: RouteClass): Node {
  const [first = ''] = paths
  if (paths.length === 1) return { label: first, note: routeClass, routeClass }
  const parts = paths.map((path) => path.split('/').filter((part) => part !== '')[0])
  const isOne = parts[0] !== undefined && !/[:*]/.test(parts[0]) && parts.every((part) => part === parts[0])
  return { label: isOne ? `/${parts[0]}/…` : `${routeClass} pages`, note: `${isOne ? `${routeClass}, ` : ''}${counted(paths.length, 'route')}`, routeClass }
}

/** The picture of all tracker code; null when no route is reached. */
export function pictureOf(sightings: readonly PlacedSighting[]): Picture | null {
  const reaches = reachesOf(sightings)
  if (reaches.length === 0) return null
  const nameOf = groupNames(reaches)
  const groups = new Map<string, { paths: Set<string>; routeClass: RouteClass }>()
  for (const reach of reaches) {
    const group = groups.get(nameOf(reach)) ?? { paths: new Set(), routeClass: reach.routeClass }
    group.paths.add(reach.path)
    groups.set(nameOf(reach), group)
  }
  const left = [...groups].sort(([a, one], [b, other]) =>
    classOrder.indexOf(one.routeClass) - classOrder.indexOf(other.routeClass) || compareText(a, b))
  const weight = new Map<string, number>()
  for (const { tracker, routeClass } of reaches) {
    weight.set(tracker, (weight.get(tracker) ?? 0) + (strictClasses.has(routeClass) ? 1_000 : 1))
  }
  const right = [...weight].sort(([a, one], [b, other]) => other - one || compareText(a, b)).map(([id]) => id)
  const shown = right.length <= MOST ? right : right.slice(0, MOST - 1)
  const rightIndex = (id: string): number => (shown.includes(id) ? shown.indexOf(id) : shown.length)
  const links = new Map<string, Link & { pairs: Set<string> }>()
  const leftIndex = new Map(left.map(([name], index) => [name, index]))
  for (const reach of reaches) {
    const from = leftIndex.get(nameOf(reach)) ?? 0
    const to = rightIndex(reach.tracker)
    const link = links.get(`${from} ${to}`) ?? { left: from, right: to, count: 0, isPossible: true, pairs: new Set() }
    link.pairs.add(`${reach.path} ${reach.tracker}`)
    link.count = link.pairs.size
    link.isPossible &&= reach.isPossible
    links.set(`${from} ${to}`, link)
  }
  const vendors = new Map(sightings.map(({ tracker, vendor }) => [tracker, vendor]))
  return {
    routes: left.map(([, { paths, routeClass }]) => routeNode([...paths].sort(compareText), routeClass)),
    trackers: [
      ...shown.map((id): Node => ({ label: trackerName(id), note: vendors.get(id) ?? '', routeClass: null })),
      ...(shown.length < right.length ? [{ label: counted(right.length - shown.length, 'more tracker'), note: '', routeClass: null }] : []),
    ],
    links: [...links.values()].map(({ pairs: _, ...link }) => link),
  }
}

const toneOf = (routeClass: RouteClass | null): string =>
  routeClass === null ? 'tracker' : strictClasses.has(routeClass) ? 'strict' : routeClass === 'public' ? 'public' : 'mild'

function rows(count: number, height: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round((height * (index + 0.5)) / count))
}

function draw({ routes, trackers, links }: Picture): Markup {
  const height = Math.max(routes.length, trackers.length, 3) * ROW
  const [ys, yt] = [rows(routes.length, height), rows(trackers.length, height)]
  const middle = (LEFT + RIGHT) / 2
  // Sensitive ways are drawn last, on top of the others.
  const ordered = [...links].sort((a, b) => classOrder.indexOf(routes[b.left]?.routeClass ?? 'public') - classOrder.indexOf(routes[a.left]?.routeClass ?? 'public'))
  const paths = ordered.map(({ left, right, count, isPossible }) => {
    const [from, to] = [routes[left] as Node, trackers[right] as Node]
    const width = Math.min(9, 1.5 + Math.log2(count)).toFixed(1)
    return html`<path class="way ${toneOf(from.routeClass)}${isPossible ? ' possible' : ''}" d="M${LEFT + 8} ${ys[left]}C${middle} ${ys[left]} ${middle} ${yt[right]} ${RIGHT - 8} ${yt[right]}" stroke-width="${width}"><title>${from.label} reaches ${to.label}${count > 1 ? ` (${count} pairs of page and tracker)` : ''}</title></path>`
  })
  const lefts = routes.map(({ label, note, routeClass }, index) => html`<g><circle class="dot ${toneOf(routeClass)}" cx="${LEFT}" cy="${ys[index]}" r="5"/><text class="label" x="${LEFT - 14}" y="${ys[index]}" text-anchor="end" dy="-1">${fitEnd(label, LABEL)}</text><text class="sub" x="${LEFT - 14}" y="${ys[index]}" text-anchor="end" dy="11">${note}</text></g>`)
  const rights = trackers.map(({ label, note }, index) => html`<g><circle class="dot tracker" cx="${RIGHT}" cy="${yt[index]}" r="5"/><text class="label" x="${RIGHT + 14}" y="${yt[index]}" dy="-1">${fit(label, LABEL)}</text><text class="sub" x="${RIGHT + 14}" y="${yt[index]}" dy="11">${note}</text></g>`)
  return html`<svg viewBox="0 -14 ${WIDTH} ${height + 24}" width="${WIDTH}" role="img" aria-labelledby="picture-title picture-text">
      <title id="picture-title">Which pages reach which trackers</title>
      <desc id="picture-text">${counted(routes.length, 'group')} of pages on the left, ${counted(trackers.length, 'tracker')} on the right, ${counted(links.length, 'connection')}. The tables below hold the same.</desc>
      ${paths}${lefts}${rights}
    </svg>`
}

export function pictureSection(view: View): Markup {
  const picture = pictureOf(view.sightings)
  if (picture === null) return html``
  const reached = new Set(view.sightings.flatMap(({ routes }) => routes.map(({ route }) => route.path)))
  const free = view.report.routes.filter(({ path }) => !reached.has(path)).length
  return html`
  <section id="picture" aria-labelledby="picture-heading">
    <h2 id="picture-heading">Who reaches whom</h2>
    <figure>
      <div class="wide" tabindex="0" role="region" aria-label="Picture of pages and trackers">${draw(picture)}</div>
      <figcaption>
        <span class="key strict">sign-in, portal, scheduling, intake</span> <span class="key mild">other sensitive pages</span>
        <span class="key public">public pages</span> <span class="key possible">only possible, the code does not settle it</span>
        ${free > 0 && html`<span>${counted(free, 'more route')} without tracker code ${free === 1 ? 'is' : 'are'} not drawn.</span>`}
      </figcaption>
    </figure>
  </section>`
}
