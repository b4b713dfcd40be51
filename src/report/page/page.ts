/** The report as one page for people who do not read code: one file, nothing from elsewhere. */
import { createHash } from 'node:crypto'
import type { Report } from '../../types.js'
import { classDescriptions, classOrder } from '../classes.js'
import type { Format, FormatOptions } from '../formats.js'
import { counted } from '../words.js'
import { findingsSection, suppressedSection } from './findings.js'
import { inventorySections } from './inventory.js'
import { html, prose, trusted, type Markup } from './markup.js'
import { pictureSection } from './picture.js'
import { script } from './script.js'
import { style } from './style.js'
import { summarySection } from './summary.js'
import { viewOf, type View } from './view.js'

const PROBLEMS = 100

function uncheckedSection(view: View): Markup {
  const { problems, notChecked } = view.report
  return html`
  <section id="unchecked" aria-labelledby="unchecked-title">
    <h2 id="unchecked-title">What was not checked</h2>
    <ul>${notChecked.map((text) => html`<li>${prose(text)}</li>`)}</ul>
    ${problems.length > 0 && html`
    <details><summary>${counted(problems.length, 'file')} could not be read completely</summary>
      <ul>${problems.slice(0, PROBLEMS).map(({ file, line, message }) => html`<li><code class="path">${file}:${line}</code> ${message}</li>`)}${problems.length > PROBLEMS && html`<li>and ${problems.length - PROBLEMS} more</li>`}</ul>
    </details>`}
  </section>`
}

function wordsSection(): Markup {
  return html`
  <section id="words" aria-labelledby="words-title">
    <h2 id="words-title">What the words mean</h2>
    <dl>
      <dt><strong>Tracker code</strong></dt><dd>Code that loads or calls a service of another company: an advertising pixel, analytics, a tag manager, session replay, chat.</dd>
      <dt><strong>Error and warning</strong></dt><dd>Tracker code is an error on pages of the patient portal, sign-in, scheduling and intake, and a warning on other pages that say something about a visitor. Patient data that is sent is an error anywhere.</dd>
      <dt><strong>Certain, likely, possible</strong></dt><dd>How sure it is that a page runs the code: certain from the code alone, with one step that rests on a convention, or not settled by the code.</dd>
      ${classOrder.map((each) => html`<dt><strong>${each}</strong></dt><dd>${classDescriptions[each].replace(/^./, (letter) => letter.toUpperCase())}.</dd>`)}
    </dl>
  </section>`
}

function navigation(view: View): Markup {
  const entries: [string, string][] = [
    ['summary', 'Summary'],
    ...(view.findings.length > 0 ? [['first', 'What to do first'] as [string, string]] : []),
    ...(view.sightings.some(({ routes }) => routes.length > 0) ? [['picture', 'Who reaches whom'] as [string, string]] : []),
    ['trackers', 'By tracker'], ['routes', 'By page'], ['findings', 'Findings'], ['suppressed', 'Suppressed'], ['unchecked', 'Not checked'], ['words', 'Words'],
  ]
  return html`<nav aria-label="Parts of this report"><ul>${entries.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>`
}

/** Nothing may be loaded, and nothing may run but the script of this page, whatever got into it. */
function policy(): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}

function named({ root }: Report, { title }: FormatOptions): string {
  return title ?? (root === '.' ? 'this project' : root)
}

/** Ends in a line break. */
export const reportPage: Format = (report, sources, options) => {
  const view = viewOf(report, sources, options)
  const name = named(report, options)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="generator" content="${options.tool.name} ${options.tool.version}">
<meta name="robots" content="noindex">
<title>Trackers and patient data: ${name}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#summary">To the summary</a>
<div class="page">
<header>
  <h1>Trackers and patient data</h1>
  <p class="note">${name}${options.date && html`, ${options.date}`}. ${counted(report.files.seen, 'file')} of source code, ${counted(report.routes.length, 'route')}.</p>
  ${navigation(view)}
</header>
<main>
  ${summarySection(view)}
  ${pictureSection(view)}
  ${inventorySections(view)}
  ${findingsSection(view)}
  ${suppressedSection(view)}
  ${uncheckedSection(view)}
  ${wordsSection()}
</main>
<footer>Made by ${options.tool.name} ${options.tool.version} from source code alone: nothing was executed and nothing was sent anywhere.</footer>
</div>
${trusted(`<script>${script}</script>`)}
</body>
</html>
`
  return page.markup
}
