/** Each finding with its evidence: code, the way from the page to the code, the way of the data. */
import type { Finding, ReachedRoute, Span } from '../../types.js'
import { classDescriptions, classOrder, compareReached } from '../classes.js'
import { lineText, positionAt } from '../positions.js'
import { classOf } from '../ranked.js'
import { printableCode } from '../terminal/printable.js'
import { changeWords, counted, severityWords } from '../words.js'
import { html, prose, type Markup } from './markup.js'
import {
  at, categoryName, classChip, distinctRoutes, groupsOf, routePath, severityChip, tellingCategories, titleOf, trackerName, type Group, type View,
} from './view.js'

const CODE_LINES = 6
const CODE_WIDTH = 180
const ROUTES = 6
const PATHS = 60
const COPIES = 40
/** Groups with all their evidence; a page that holds more is read by nobody. */
const DETAILED = 600

/** The lines of a place, with the place marked. */
function excerpt(view: View, file: string, span: Span): Markup | null {
  const lines = view.sources.lines(file)
  if (!lines) return null
  const start = positionAt(lines, span.start)
  const end = positionAt(lines, Math.max(span.start, span.end))
  const first = Math.max(1, start.line - 1)
  const last = Math.min(end.line, start.line + CODE_LINES - 2)
  const rows: Markup[] = []
  for (let line = first; line <= last; line++) {
    const text = lineText(lines, line)
    const inside = line >= start.line
    const from = line === start.line ? start.column - 1 : inside ? text.length - text.trimStart().length : text.length
    const to = !inside ? text.length : line === end.line ? Math.max(from, end.column - 1) : text.length
    // Lines of bundles are endless: what is around the place is shown.
    const begin = Math.max(0, Math.min(from - 40, text.length - CODE_WIDTH)) * Number(text.length > CODE_WIDTH)
    const cut = (a: number, b: number): string => printableCode(text.slice(Math.max(a, begin), Math.min(b, begin + CODE_WIDTH)).replace(/\t/g, '  '))
    rows.push(html`<span class="number">${line}</span>${begin > 0 && '…'}${cut(0, from)}${to > from && html`<mark>${cut(from, to)}</mark>`}${cut(to, text.length)}${text.length > begin + CODE_WIDTH && '…'}\n`)
  }
  if (end.line > last) rows.push(html`<span class="number"> </span>… ${counted(end.line - last, 'more line')}\n`)
  return html`<pre tabindex="0" aria-label="Code of ${file}, line ${start.line}"><code>${rows}</code></pre>`
}

function chain(view: View, { via }: ReachedRoute): Markup {
  return html`${via.map(({ file, offset }, index) => html`${index > 0 && ' → '}${at(view, file, offset)}`)}`
}

function routesPart(view: View, finding: Finding): Markup | null {
  const routes = distinctRoutes([...finding.routes].sort(compareReached))
  if (routes.length === 0) return null
  const rest = routes.slice(ROUTES)
  return html`
      <h5>Pages it runs on</h5>
      <ul class="plain">${routes.slice(0, ROUTES).map((reached) => html`
        <li>${classChip(reached.route.class)} ${routePath(reached.route.path)}${reached.certainty !== 'exact' && html` <span class="note">${reached.certainty}</span>`}${reached.persists && html` <span class="note">stays loaded</span>`}${(reached.conditions ?? []).map(({ text }) => html` <code>${text}</code>`)}
          <div class="chain">${chain(view, reached)}</div></li>`)}
      </ul>
      ${rest.length > 0 && html`<details><summary>${counted(rest.length, 'more page')}</summary><p>${rest.slice(0, PATHS).map(({ route }, index) => html`${index > 0 && ', '}${routePath(route.path)}`)}${rest.length > PATHS && html`, and ${rest.length - PATHS} more`}</p></details>`}`
}

function flowPart(view: View, { flow }: Finding): Markup | null {
  if (flow.length === 0) return null
  return html`
      <h5>The way of the data</h5>
      <ol class="flow">${flow.map(({ file, span, note }) => {
        const lines = view.sources.lines(file)
        const text = lines ? lineText(lines, positionAt(lines, span.start).line).trim() : ''
        return html`
        <li>${note !== '' && html`${prose(note)} `}${at(view, file, span.start)}${text !== '' && html`<div class="line"><code>${printableCode(text.slice(0, 140))}${text.length > 140 && '…'}</code></div>`}</li>`
      })}
      </ol>`
}

const sureWords: Record<Finding['confidence'], string> = {
  'sent-by-this-code': 'sent by this code',
  'possible-unless-disabled-in-vendor-console': 'possible, unless it is switched off in the vendor’s console',
  'depends-on-container': 'depends on what the container holds',
}

function evidence(view: View, { finding, copies }: Group): Markup {
  return html`
    <details class="evidence">
      <summary>Code, pages and way</summary>
      <h5>Code</h5>
      <p>${at(view, finding.file, finding.span.start)}</p>
      ${excerpt(view, finding.file, finding.span)}
      ${flowPart(view, finding)}
      ${routesPart(view, finding)}
      ${copies.length > 0 && html`
      <h5>The same code again</h5>
      <ul class="plain">${copies.slice(0, COPIES).map(({ file, span }) => html`<li>${at(view, file, span.start)}</li>`)}${copies.length > COPIES && html`<li>and ${counted(copies.length - COPIES, 'more place')}</li>`}</ul>`}
      <p class="note">Rule <code>${finding.ruleId}</code>; ${sureWords[finding.confidence]}${finding.hashed && '; hashed or encoded before it is sent'}; fingerprint <code>${finding.fingerprint}</code>.</p>
    </details>`
}

/** Words that the search looks at, beside what is seen. */
function dataOf(finding: Finding): Markup {
  const { severity, ruleId, tracker, dataCategories, routes } = finding
  const paths = distinctRoutes(routes).slice(0, PATHS).map(({ route }) => route.path).join(' ')
  return html`data-finding data-severity="${severity}" data-class="${classOf(finding) ?? 'none'}" data-tracker="${tracker ?? ''}" data-words="${ruleId} ${dataCategories.join(' ')} ${paths}"`
}

function article(view: View, group: Group): Markup {
  const { finding, copies } = group
  const telling = tellingCategories(finding)
  return html`
  <article class="finding ${finding.severity}" id="f-${finding.fingerprint}" ${dataOf(finding)}>
    <h4>${severityChip(finding)} ${titleOf(finding)}${copies.length > 0 && html` <span class="note">and ${counted(copies.length, 'copy').replace('copys', 'copies')}</span>`}${finding.change && html` <span class="chip change">${changeWords(finding.change)}</span>`}</h4>
    <p>${prose(finding.message)}</p>
    ${telling.length > 0 && html`<p class="data">Data: ${telling.map((each) => html`<span class="chip">${categoryName(each)}</span> `)}</p>`}
    ${finding.help !== '' && html`<p class="fix"><strong>What to change:</strong> ${prose(finding.help)}</p>`}
    ${evidence(view, group)}
  </article>`
}

function filters(view: View): Markup {
  const trackers = [...new Set(view.findings.flatMap(({ tracker }) => (tracker === null ? [] : [tracker])))]
  const classes = new Set(view.findings.map(classOf))
  const option = (value: string, text: string): Markup => html`<option value="${value}">${text}</option>`
  return html`
    <form class="filters" id="filters" hidden>
      <label>Search <input type="search" id="search" placeholder="page, file, data, tracker" autocomplete="off"></label>
      <label>Severity <select id="severity">${option('', 'all')}${option('error', 'errors')}${option('warning', 'warnings')}</select></label>
      <label>Pages <select id="class">${option('', 'all')}${classOrder.filter((each) => classes.has(each)).map((each) => option(each, each))}${classes.has(null) && option('none', 'no known page')}</select></label>
      <label>Tracker <select id="tracker">${option('', 'all')}${trackers.sort().map((id) => option(id, trackerName(id)))}</select></label>
      <p id="shown" role="status"></p>
    </form>`
}

export function findingsSection(view: View): Markup {
  const { findings } = view
  const groups = groupsOf(findings)
  const shown = groups.slice(0, DETAILED)
  const sections = [...classOrder, null].map((each) => ({ each, own: shown.filter(({ finding }) => classOf(finding) === each) }))
  return html`
  <section id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    ${findings.length === 0 ? html`<p>Nothing was found under the enabled rules.</p>` : html`<p>${severityWords(findings)}, by the most sensitive page each is about.</p>${filters(view)}`}
    ${sections.filter(({ own }) => own.length > 0).map(({ each, own }) => html`
    <div class="group" data-group>
    <h3>${each ?? 'no known page'} <span class="note">${each === null ? 'no page of this project is known to run this code' : classDescriptions[each]}</span></h3>
    ${own.map((group) => article(view, group))}
    </div>`)}
    ${groups.length > shown.length && html`<p class="note">And ${counted(groups.length - shown.length, 'more finding')}: <code>pixelward --format json</code> has all.</p>`}
  </section>`
}

export function suppressedSection(view: View): Markup {
  const { suppressed } = view
  return html`
  <section id="suppressed" aria-labelledby="suppressed-title">
    <h2 id="suppressed-title">Suppressed</h2>
    ${suppressed.length === 0 ? html`<p>No finding is suppressed.</p>` : html`
    <div class="wide" tabindex="0" role="region" aria-label="Table of suppressed findings">
    <table>
      <thead><tr><th scope="col">Finding</th><th scope="col">Reason given</th><th scope="col">Until</th><th scope="col">Code</th></tr></thead>
      <tbody>${suppressed.map((finding) => html`
      <tr id="f-${finding.fingerprint}"><th scope="row">${severityChip(finding)} ${titleOf(finding)}<div class="note">${finding.ruleId}</div></th><td>${finding.suppressed?.reason}</td><td>${finding.suppressed?.until ?? html`<span class="note">no date</span>`}</td><td>${at(view, finding.file, finding.span.start)}</td></tr>`)}</tbody>
    </table>
    </div>`}
  </section>`
}
