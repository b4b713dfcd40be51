/** Every tracker with what it gets and where, every route with what is on it, and which data leaves. */
import type { Declared } from '../../configuration/configuration.js'
import { compareRoutes, compareText } from '../../findings/order.js'
import type { PlacedSighting, Route } from '../../types.js'
import { classDescriptions, classOrder, worstOf } from '../classes.js'
import { counted } from '../words.js'
import { html, type Markup } from './markup.js'
import { at, categoryName, classCounts, distinctRoutes, routePath, tellingCategories, trackerName, type View } from './view.js'

const PLACES = 4
const PATHS = 3
const TOLD = 7
const ROUTES = 1_200

function byTracker(sightings: readonly PlacedSighting[]): [id: string, sightings: PlacedSighting[]][] {
  const groups = new Map<string, PlacedSighting[]>()
  for (const sighting of sightings) groups.set(sighting.tracker, [...(groups.get(sighting.tracker) ?? []), sighting])
  const rank = (group: readonly PlacedSighting[]): number => {
    const worst = worstOf(group.flatMap(({ routes }) => routes))
    return worst ? classOrder.indexOf(worst.route.class) : classOrder.length
  }
  return [...groups].sort(([a, one], [b, other]) => rank(one) - rank(other) || compareText(a, b))
}

const unique = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((each) => each !== null))].sort(compareText)

function declaredFor(allow: readonly Declared[] | null, id: string, accounts: readonly string[]): Markup {
  if (allow === null) return html`<span class="note">no inventory is declared</span>`
  const entries = allow.filter(({ tracker, accounts: named }) => tracker === id && (!named || accounts.some((each) => named.includes(each)) || accounts.length === 0))
  if (entries.length === 0) return html`<strong>not declared</strong>`
  return html`${entries.map(({ owner, purpose, agreement, routes }) => html`
    <div>${owner ?? 'no owner'}${purpose && html`: ${purpose}`}. ${agreement ? 'Agreement in place.' : 'No agreement declared.'}${routes && html` For ${routes.join(', ')}.`}</div>`)}`
}

/** By what a tag of a container fires; nothing for code. */
function tagOf({ tag }: PlacedSighting): Markup | undefined {
  return tag && html` <span class="note">tag “${tag.name}” of ${tag.container ?? 'a container'}, fires on ${tag.triggers.join('; ')}</span>`
}

function trackerRow(view: View, id: string, group: readonly PlacedSighting[]): Markup {
  const accounts = unique(group.map(({ accountId }) => accountId))
  const routes = distinctRoutes(group.flatMap((sighting) => sighting.routes))
  const places = [...new Map(group.map((sighting) => [`${sighting.file} ${sighting.span.start}`, sighting])).values()]
  const told = unique(view.findings.filter(({ tracker }) => tracker === id).flatMap(tellingCategories)).map(categoryName)
  const gates = group.every(({ gate }) => gate === 'consent') ? ' Waits for a consent check.' : ''
  return html`
      <tr>
        <th scope="row">${trackerName(id)}<div class="note">${group[0]?.vendor}, ${group[0]?.category}</div></th>
        <td>${accounts.length === 0 ? html`<span class="note">not in the source</span>` : accounts.map((each) => html`<div><code>${each}</code></div>`)}</td>
        <td>${told.length === 0 ? 'The visit: IP address, page address and title.' : html`<strong>${told.slice(0, TOLD).join(', ')}</strong>${told.length > TOLD && ` and ${told.length - TOLD} more kinds of data`}, and the visit.`}${gates}</td>
        <td>${routes.length === 0 ? html`<span class="note">no known route</span>` : html`${classCounts(routes.map(({ route }) => route))}<div class="note">${routes.slice(0, PATHS).map(({ route }, index) => html`${index > 0 && ', '}${routePath(route.path)}`)}${routes.length > PATHS && ', …'}</div>`}</td>
        <td>${places.slice(0, PLACES).map((place) => html`<div>${at(view, place.file, place.span.start)}${tagOf(place)}</div>`)}${places.length > PLACES && html`<div class="note">and ${counted(places.length - PLACES, 'more place')}</div>`}</td>
        <td>${declaredFor(view.options.allow ?? null, id, accounts)}</td>
      </tr>`
}

function trackersSection(view: View): Markup {
  const groups = byTracker(view.sightings)
  return html`
  <section id="trackers" aria-labelledby="trackers-title">
    <h2 id="trackers-title">Inventory by tracker</h2>
    ${groups.length === 0 ? html`<p>No tracker code was seen in ${counted(view.report.files.seen, 'file')}.</p>` : html`
    <div class="wide" tabindex="0" role="region" aria-label="Table of trackers">
    <table>
      <thead><tr><th scope="col">Tracker and receiver</th><th scope="col">Accounts</th><th scope="col">Receives</th><th scope="col">Pages</th><th scope="col">Code</th><th scope="col">Declared</th></tr></thead>
      <tbody>${groups.map(([id, group]) => trackerRow(view, id, group))}</tbody>
    </table>
    </div>`}
  </section>`
}

/** Data beyond the visit itself, with who gets it and from where. */
function dataSection(view: View): Markup {
  const rows = new Map<string, { receivers: Set<string>; paths: Set<string>; findings: number; first: string }>()
  for (const finding of view.findings) {
    for (const category of tellingCategories(finding)) {
      const row = rows.get(category) ?? { receivers: new Set(), paths: new Set(), findings: 0, first: finding.fingerprint }
      if (finding.tracker !== null) row.receivers.add(trackerName(finding.tracker))
      for (const { route } of distinctRoutes(finding.routes).slice(0, 20)) row.paths.add(route.path)
      row.findings++
      rows.set(category, row)
    }
  }
  if (rows.size === 0) return html``
  const ordered = [...rows].sort(([a, one], [b, other]) => other.findings - one.findings || compareText(a, b))
  return html`
  <section id="data" aria-labelledby="data-title">
    <h2 id="data-title">Data of patients that leaves</h2>
    <div class="wide" tabindex="0" role="region" aria-label="Table of data">
    <table>
      <thead><tr><th scope="col">Data</th><th scope="col">Goes to</th><th scope="col">From pages</th><th scope="col">Findings</th></tr></thead>
      <tbody>${ordered.map(([category, { receivers, paths, findings, first }]) => html`
      <tr><th scope="row">${categoryName(category)}</th><td>${[...receivers].sort(compareText).join(', ')}</td><td>${paths.size === 0 ? 'no known page' : [...paths].slice(0, 6).map((path, index) => html`${index > 0 && ', '}${routePath(path)}`)}${paths.size > 6 && html` and ${paths.size - 6} more`}</td><td><a href="#f-${first}">${findings}</a></td></tr>`)}</tbody>
    </table>
    </div>
  </section>`
}

function onRoute(sightings: readonly PlacedSighting[]): Map<string, string[]> {
  const found = new Map<string, Map<string, boolean>>()
  for (const { tracker, routes } of sightings) {
    for (const { route, persists } of routes) {
      const trackers = found.get(route.path) ?? new Map<string, boolean>()
      // What runs here need not be said to stay here.
      trackers.set(trackerName(tracker), (trackers.get(trackerName(tracker)) ?? true) && persists === true)
      found.set(route.path, trackers)
    }
  }
  return new Map([...found].map(([path, trackers]) =>
    [path, [...trackers].map(([name, onlyStays]) => (onlyStays ? `${name} (stays loaded)` : name)).sort(compareText)]))
}

function routesSection(view: View): Markup {
  const found = onRoute(view.sightings)
  const all = new Map<string, Route>()
  for (const route of [...view.report.routes].sort(compareRoutes)) if (!all.has(route.path)) all.set(route.path, route)
  // Public pages without trackers are most of a site and tell nothing.
  const meant = [...all.values()].filter((route) => route.class !== 'public' || found.has(route.path))
    .sort((one, other) => classOrder.indexOf(one.class) - classOrder.indexOf(other.class) || compareRoutes(one, other))
  const left = all.size - meant.length
  const rows = meant.slice(0, ROUTES)
  const classes = classOrder.filter((each) => rows.some((route) => route.class === each))
  const floor = view.options.floor ? html` The configuration sets <em>${view.options.floor}</em> as the least sensitive class.` : null
  return html`
  <section id="routes" aria-labelledby="routes-title">
    <h2 id="routes-title">Inventory by page</h2>
    ${rows.length === 0 && html`<p>No routes were recognised in ${counted(view.report.files.seen, 'file')}.</p>`}
    ${classes.map((each) => {
      const own = rows.filter((route) => route.class === each)
      const tracked = own.filter(({ path }) => found.has(path)).length
      return html`
    <details class="class" ${tracked > 0 && own.length <= 40 ? html`open` : null}>
      <summary><h3>${each}</h3> <span class="note">${classDescriptions[each]}: ${tracked} of ${counted(own.length, 'page')} with tracker code</span></summary>
      <table>
        <thead><tr><th scope="col">Page</th><th scope="col">Why in this class</th><th scope="col">Trackers</th></tr></thead>
        <tbody>${own.map((route) => html`
        <tr data-row><th scope="row">${routePath(route.path)}${route.certainty !== 'exact' && html` <span class="note">${route.certainty}</span>`}</th><td class="note">${route.because}</td><td>${found.get(route.path)?.join(', ') || html`<span class="note">none</span>`}</td></tr>`)}</tbody>
      </table>
    </details>`
    })}
    ${left > 0 && html`<p class="note">${counted(left, 'public page')} without tracker code ${left === 1 ? 'is' : 'are'} not listed.${floor}</p>`}
    ${meant.length > rows.length && html`<p class="note">And ${counted(meant.length - rows.length, 'more page')}: <code>pixelward routes</code> lists all.</p>`}
  </section>`
}

export function inventorySections(view: View): Markup {
  return html`${dataSection(view)}${trackersSection(view)}${routesSection(view)}`
}

