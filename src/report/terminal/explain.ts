/** Everything that is known about a finding, for people who want to see it all. */
import { wordsFor, type DataCategory } from '../../personal/category.js'
import type { Finding } from '../../types.js'
import { compareReached } from '../classes.js'
import { place, type Sources } from '../positions.js'
import { codeFrame } from './code-frame.js'
import { printable, wrap } from './printable.js'
import { chain, degree, INDENT, labelled, writing, type TerminalOptions, type Writing } from './writing.js'

function lines(writer: Writing, finding: Finding): string[] {
  const { style, sources, width } = writer
  const { line, column } = place(sources, finding.file, finding.span.start)
  const source = sources.lines(finding.file)
  const data = finding.dataCategories.map((category) => wordsFor(category as DataCategory) ?? category)
  const routes = [...finding.routes].sort(compareReached).map((reached) =>
    `${printable(reached.route.path)} (${[reached.route.class, ...degree(reached)].join(', ')}; ${printable(reached.route.because)})${reached.via.length > 1 ? `: ${chain(writer, reached)}` : ''}`)
  const { suppressed } = finding
  return [
    `${style.path(writer.at(finding.file, finding.span.start))}:${column}  ${style.severity(finding.severity, finding.severity)}  ${finding.ruleId}`,
    '',
    ...wrap(printable(finding.message), width - INDENT.length).map((text) => INDENT + text),
    '',
    ...(source ? [...codeFrame(source, finding.span, width - INDENT.length, style).map((text) => INDENT + text), ''] : []),
    ...labelled(writer, 'on', routes),
    ...labelled(writer, 'path', finding.flow.map(({ file, span, note }) => `${writer.at(file, span.start)}  ${printable(note)}`)),
    ...labelled(writer, 'data', data.length > 0 ? [data.join(', ')] : []),
    ...labelled(writer, 'sure', [`${finding.confidence.replaceAll('-', ' ')}${finding.hashed ? ', hashed or encoded' : ''}`]),
    ...labelled(writer, 'fix', finding.help === '' ? [] : [printable(finding.help)]),
    ...labelled(writer, 'quiet', suppressed ? [printable(`${suppressed.reason}${suppressed.until === null ? '' : ` (until ${suppressed.until})`}`)]
      : [`// pixelward-disable-next-line ${finding.ruleId} -- the reason, until DATE  (above line ${line})`]),
    ...labelled(writer, 'print', [finding.fingerprint]),
    '',
    `${INDENT}${style.dim(`pixelward explain ${finding.ruleId}  tells why, and what the rule cannot see`)}`,
    '',
  ]
}

/** All findings given, ending in a line break. */
export function explainFinding(findings: readonly Finding[], sources: Sources, options: TerminalOptions): string {
  const writer = writing(sources, options)
  return findings.flatMap((finding) => lines(writer, finding)).join('\n')
}
