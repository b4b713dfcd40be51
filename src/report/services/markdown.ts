/** A comment on a pull request: what changed, the worst first, ways and fixes folded away. */
import { compareReached } from '../classes.js'
import { compareText } from '../../findings/order.js'
import { wordsFor, type DataCategory } from '../../personal/category.js'
import type { Finding, GoneFinding, ReachedRoute, Report } from '../../types.js'
import { encodePath, escapeMarkup } from '../escape.js'
import type { Format, FormatOptions } from '../formats.js'
import { lineText, place, type Sources } from '../positions.js'
import { classOf, openFindings, suppressedFindings, worstFirst } from '../ranked.js'
import { changeWords, counted, referenceWords, severityWords } from '../words.js'

/** GitHub takes 65,536 characters of a comment. */
const LONGEST = 64_000
/** Findings that are told with all there is to them. */
const DETAILED = 30
const ROUTES = 5
const GONE = 10

/** By which a bot finds its own comment again. */
const mark = '<!-- pixelward -->'

/**
 * A text of the scanned tree: no markup of any kind comes out of it, nobody is mentioned and no issue is linked. What
 * stands between backticks is code.
 */
function prose(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ')
  const parts = oneLine.split('`')
  // A backtick without a partner is a letter like any other.
  if (parts.length % 2 === 0) return plain(oneLine)
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : plain(part))).join('')
}

function plain(text: string): string {
  return escapeMarkup(text)
    .replace(/&#39;/g, '\u2019')
    .replace(/[\\`*_{}[\]()#+|~!>-]/g, '\\$&')
    .replace(/&quot;/g, '"')
    .replace(/[@]/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
}

/** In the element and not in backticks: the text may hold backticks, and tables break at bars. */
function code(text: string): string {
  const inner = text.replace(/\s+/g, ' ').replace(/[&<>"'\\`*_{}[\]#|~!@]|:(?=\/\/)/g, (character) => `&#${character.charCodeAt(0)};`)
  return `<code>${inner}</code>`
}

function fileLink(file: string, line: number, { repositoryPrefix, sourceUrl }: FormatOptions): string {
  const text = code(`${repositoryPrefix}${file}:${line}`)
  if (!sourceUrl) return text
  return `<a href="${escapeMarkup(`${sourceUrl}${encodePath(repositoryPrefix + file)}#L${line}`)}">${text}</a>`
}

function chainOf({ via }: ReachedRoute, sources: Sources, options: FormatOptions): string {
  return via.map(({ file, offset }) => fileLink(file, place(sources, file, offset ?? 0).line, options)).join(' → ')
}

function routeList(finding: Finding, sources: Sources, options: FormatOptions): string[] {
  const routes = [...finding.routes].sort(compareReached)
  const shown = routes.slice(0, ROUTES).map((reached) => {
    const sure = reached.certainty === 'exact' ? '' : `, ${reached.certainty}`
    const chain = reached.via.length > 1 ? `: ${chainOf(reached, sources, options)}` : ''
    return `- ${code(reached.route.path)} (${reached.route.class}${sure})${chain}`
  })
  return routes.length > ROUTES ? [...shown, `- and ${counted(routes.length - ROUTES, 'more route')}`] : shown
}

function excerpt(finding: Finding, sources: Sources): string[] {
  const lines = sources.lines(finding.file)
  if (!lines) return []
  const text = lineText(lines, place(sources, finding.file, finding.span.start).line).trim()
  return text === '' ? [] : [code(text.length > 160 ? `${text.slice(0, 159)}…` : text), '']
}

function details(finding: Finding, sources: Sources, options: FormatOptions): string {
  const { severity, ruleId, message, help, file, span, change, flow, routes } = finding
  const symbol = severity === 'error' ? '🔴' : '🟡'
  const told = change ? ` · **${change.kind === 'new' ? 'new' : 'worse'}**${change.kind === 'worse' ? ` (${plain(changeWords(change))})` : ''}` : ''
  const steps = flow.map((step) => {
    const at = fileLink(step.file, place(sources, step.file, step.span.start).line, options)
    return `1. ${at} ${prose(step.note)}`
  })
  return [
    `#### ${symbol} ${severity === 'error' ? 'Error' : 'Warning'} in ${fileLink(file, place(sources, file, span.start).line, options)}${told}`,
    '',
    prose(message),
    '',
    ...(help === '' ? [] : [`**Fix:** ${prose(help)}`, '']),
    '<details><summary>Routes, code and way</summary>',
    '',
    ...excerpt(finding, sources),
    ...(routes.length === 0 ? [] : ['Routes:', '', ...routeList(finding, sources, options), '']),
    ...(steps.length === 0 ? [] : ['The way of the data:', '', ...steps, '']),
    `Rule: ${code(ruleId)} · fingerprint ${code(finding.fingerprint)}`,
    '',
    '</details>',
    '',
  ].join('\n')
}

function overview(findings: readonly Finding[]): string[] {
  const categories = [...new Set(findings.flatMap(({ dataCategories }) => dataCategories))].sort(compareText)
  const trackers = [...new Set(findings.flatMap(({ tracker }) => (tracker === null ? [] : [tracker])))].sort(compareText)
  const classes = [...new Set(findings.map((finding) => classOf(finding)))].flatMap((each) => (each === null ? [] : [each]))
  const row = (name: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`| ${name} | ${values.join(', ')} |`]
  const rows = [
    ...row('Trackers', trackers.map(code)),
    ...row('Most sensitive pages', classes),
    ...row('Data', categories.map((category) => plain(wordsFor(category as DataCategory).replace(/^the /, '')))),
  ]
  return rows.length === 0 ? [] : ['| | |', '|---|---|', ...rows, '']
}

function goneLines(gone: readonly GoneFinding[]): string[] {
  if (gone.length === 0) return []
  const shown = gone.slice(0, GONE).map(({ ruleId, tracker, file }) => `- ${tracker === null ? '' : `${code(tracker)} in `}${code(file)} (${code(ruleId)})`)
  const more = gone.length > GONE ? [`- and ${gone.length - GONE} more`] : []
  return [`<details><summary>✅ ${counted(gone.length, 'finding')} gone with this change</summary>`, '', ...shown, ...more, '', '</details>', '']
}

function heading({ comparison }: Report, findings: readonly Finding[]): string {
  if (!comparison) return findings.length === 0 ? 'pixelward found nothing' : `pixelward found ${severityWords(findings)}`
  if (findings.length === 0) return 'pixelward: this change adds no tracking of patients'
  const worse = findings.filter(({ change }) => change?.kind === 'worse').length
  const fresh = findings.length - worse
  return `pixelward: this change ${[...(fresh > 0 ? [`adds ${counted(fresh, 'finding')}`] : []), ...(worse > 0 ? [`makes ${worse} worse`] : [])].join(' and ')}`
}

/** Ends in a line break, and is never longer than GitHub takes: what does not fit is counted. */
export const reportMarkdown: Format = (report, sources, options) => {
  const findings = worstFirst(openFindings(report))
  const suppressed = suppressedFindings(report)
  const { comparison } = report
  const compared = comparison ? ` Compared with ${code(referenceWords(comparison))}; ${counted(comparison.known, 'finding')} ${comparison.known === 1 ? 'was' : 'were'} there before.` : ''
  const head = [
    mark,
    `### ${heading(report, findings)}`,
    '',
    `${severityWords(findings).replace(/^./, (letter) => letter.toUpperCase())} in ${counted(report.files.seen, 'file')} and ${counted(report.routes.length, 'route')}.${compared}`,
    '',
    ...overview(findings),
  ]
  const foot = [
    ...goneLines(comparison?.gone ?? []),
    ...(suppressed.length === 0 ? [] : [
      `<details><summary>${counted(suppressed.length, 'suppressed finding')}</summary>`, '',
      ...suppressed.slice(0, GONE).map(({ file, span, suppressed: why }) =>
        `- ${fileLink(file, place(sources, file, span.start).line, options)}: ${prose(why?.reason ?? '')}${why?.until ? ` (until ${why.until})` : ''}`),
      ...(suppressed.length > GONE ? [`- and ${suppressed.length - GONE} more`] : []), '', '</details>', '',
    ]),
    '<details><summary>What was not checked</summary>', '', ...report.notChecked.map((text) => `- ${prose(text)}`), '', '</details>',
  ]
  let room = LONGEST - head.join('\n').length - foot.join('\n').length
  const body: string[] = []
  for (const finding of findings.slice(0, DETAILED)) {
    const text = details(finding, sources, options)
    if (text.length > room) break
    body.push(text)
    room -= text.length
  }
  const left = findings.length - body.length
  if (left > 0) body.push(`*And ${counted(left, 'more finding')}: run \`npx pixelward${comparison ? ` --since ${comparison.reference.replace(/[^\w./-]/g, '')}` : ''}\` for all.*\n`)
  return [...head, ...body, ...foot].join('\n').slice(0, LONGEST + 1_000).trimEnd() + '\n'
}
