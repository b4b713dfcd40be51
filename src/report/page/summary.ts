/** What somebody reads who has one minute. */
import type { RouteClass } from '../../types.js'
import { classDescriptions } from '../classes.js'
import { stepsOf } from '../ranked.js'
import { changeWords, counted, referenceWords, severityWords } from '../words.js'
import { html, prose, type Markup } from './markup.js'
import { at, categoryName, severityChip, strictClasses, tellingCategories, titleOf, trackerName, type View } from './view.js'

const STEPS = 5

function list(words: readonly string[], most = 4): string {
  const shown = words.length > most ? [...words.slice(0, most - 1), `${words.length - most + 1} more`] : words
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)]

interface Figure {
  number: string
  label: string
  isBad: boolean
}

function figure({ number, label, isBad }: Figure): Markup {
  return html`<div class="figure${isBad ? ' bad' : ''}"><dt>${label}</dt><dd>${number}</dd></div>`
}

function figures(view: View): Figure[] {
  const { findings, report, sightings } = view
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sensitive = new Set(report.routes.filter((route) => strictClasses.has(route.class)).map(({ path }) => path))
  const reached = new Set(sightings.flatMap(({ routes }) => routes.map(({ route }) => route.path)).filter((path) => sensitive.has(path)))
  const receivers = unique(sightings.filter(({ routes }) => routes.some(({ route }) => strictClasses.has(route.class))).map(({ vendor }) => vendor))
  return [
    { number: String(errors), label: errors === 1 ? 'error' : 'errors', isBad: errors > 0 },
    { number: String(findings.length - errors), label: findings.length - errors === 1 ? 'warning' : 'warnings', isBad: false },
    { number: String(receivers.length), label: receivers.length === 1 ? 'company on sensitive pages' : 'companies on sensitive pages', isBad: receivers.length > 0 },
    { number: `${reached.size} of ${sensitive.size}`, label: 'sensitive pages with tracker code', isBad: reached.size > 0 },
  ]
}

function statements(view: View): Markup[] {
  const { findings, sightings, report, suppressed } = view
  const { comparison } = report
  const onStrict = sightings.filter(({ routes }) => routes.some(({ route }) => strictClasses.has(route.class)))
  const vendors = unique(onStrict.map(({ vendor }) => vendor)).sort()
  const classes = unique(onStrict.flatMap(({ routes }) => routes.map(({ route }) => route.class)).filter((each) => strictClasses.has(each)))
  const telling = findings.filter((finding) => tellingCategories(finding).length > 0)
  const categories = unique(telling.flatMap(tellingCategories)).map(categoryName)
  const receivers = unique(telling.flatMap(({ tracker }) => (tracker === null ? [] : [trackerName(tracker)])))
  return [
    vendors.length === 0
      ? html`No code was found that brings a tracker to ${describeClasses([...strictClasses])}.`
      : html`The source holds code that sends visits of ${describeClasses(classes)} to <strong>${list(vendors, 6)}</strong>: the IP address of the visitor and the address of the page at least.`,
    telling.length > 0 && html`In ${counted(telling.length, 'place')}, what a patient enters or is shown goes along: <strong>${list(categories, 6)}</strong>, to ${list(receivers, 4)}.`,
    comparison && html`This report is about a change: only what is new or worse than in <code>${referenceWords(comparison)}</code> is listed. ${counted(comparison.known, 'finding')} ${comparison.known === 1 ? 'was' : 'were'} there before, and ${counted(comparison.gone.length, 'finding')} ${comparison.gone.length === 1 ? 'is' : 'are'} gone.`,
    suppressed.length > 0 && html`${counted(suppressed.length, 'finding')} ${suppressed.length === 1 ? 'is' : 'are'} suppressed by a comment with a reason; <a href="#suppressed">the reasons are listed</a>.`,
    html`A finding says what code does. It does not say whether that is allowed, and <a href="#unchecked">some things cannot be seen in source code</a>.`,
  ].filter((each) => each !== false && each !== undefined)
}

function describeClasses(classes: readonly RouteClass[]): string {
  return list(classes.map((each) => classDescriptions[each].replace(/^pages behind/, 'the pages behind')))
}

function steps(view: View): Markup {
  const all = stepsOf(view.findings)
  if (all.length === 0) return html``
  const items = all.slice(0, STEPS).map(({ finding, findings, routes }) => html`
    <li>
      <p class="step-head">${severityChip(finding)} <a href="#f-${finding.fingerprint}">${titleOf(finding)}</a>${finding.change && html` <span class="note">(${changeWords(finding.change)})</span>`}</p>
      <p>${prose(finding.help)}</p>
      <p class="note">This is about ${severityWords(findings)}${routes.length > 0 && ` on ${counted(routes.length, 'sensitive page')}`}; it begins in ${at(view, finding.file, finding.span.start)}.</p>
    </li>`)
  return html`
  <section id="first" aria-labelledby="first-title">
    <h2 id="first-title">What to do first</h2>
    <ol class="steps">${items}</ol>
    ${all.length > STEPS && html`<p class="note">And ${counted(all.length - STEPS, 'more tracker')}: see <a href="#findings">the findings</a>.</p>`}
  </section>`
}

export function summarySection(view: View): Markup {
  return html`
  <section id="summary" aria-labelledby="summary-title">
    <h2 id="summary-title">Summary</h2>
    <dl class="figures">${figures(view).map(figure)}</dl>
    ${statements(view).map((text) => html`<p class="statement">${text}</p>`)}
  </section>
  ${steps(view)}`
}
