/** Applies the suppressions that stand in comments to the findings they are meant for. */
import type { Suppression } from '../facts/facts.js'
import { lineIndexAt } from '../lines.js'
import type { Finding, SuppressionUse } from '../types.js'

/** What the comments of one file say. */
export interface FileSuppressions {
  suppressions: readonly Suppression[]
  /** Offset of the first character of each line. */
  lineStarts: readonly number[]
}

type Suppressible = Pick<Finding, 'ruleId' | 'file' | 'span' | 'suppressed'>

/** The rule that watches over suppressions is not silenced by the way. */
export const suppressionWatcher = 'require-suppression-reason'

function names(suppression: Suppression, ruleId: string): boolean {
  return suppression.rules.length === 0 ? ruleId !== suppressionWatcher : suppression.rules.includes(ruleId)
}

/** Offset at which a `disable` ends: the next `enable` of that rule, or the end of the file. */
function blockEnd(file: FileSuppressions, from: Suppression, ruleId: string): number {
  let end = Infinity
  for (const each of file.suppressions) {
    if (each.scope === 'enable' && each.start > from.start && names(each, ruleId)) end = Math.min(end, each.start)
  }
  return end
}

function covers(file: FileSuppressions, suppression: Suppression, { ruleId, span }: Suppressible): boolean {
  if (!names(suppression, ruleId)) return false
  const line = lineIndexAt(file.lineStarts, span.start)
  switch (suppression.scope) {
    case 'next-line':
      return line === lineIndexAt(file.lineStarts, Math.max(suppression.start, suppression.end - 1)) + 1
    case 'line':
      return line === lineIndexAt(file.lineStarts, suppression.start)
    case 'disable':
      return span.start >= suppression.start && span.start < blockEnd(file, suppression, ruleId)
    case 'enable':
      return false
  }
}

/** True on the days after the last one. Days are ISO dates. */
export function isExpired(suppression: Suppression, today: string): boolean {
  return suppression.until !== null && suppression.until < today
}

/**
 * Sets `suppressed` on the findings that a suppression hides, and tells what became of every suppression. One without a
 * reason, or after its last day, hides nothing. `require-suppression-reason` is hidden only where it is named.
 *
 * @param files path → what its comments say; files without suppressions may be left out
 * @param today ISO date; the last day of a suppression still counts
 */
export function suppress<F extends Suppressible>(
  findings: readonly F[],
  files: ReadonlyMap<string, FileSuppressions>,
  today: string,
): { findings: F[]; uses: SuppressionUse[] } {
  const states = new Map<Suppression, SuppressionUse['state']>()
  const result = findings.map((finding) => {
    const file = files.get(finding.file)
    if (!file) return finding
    let suppressed = finding.suppressed
    for (const suppression of file.suppressions) {
      if (!covers(file, suppression, finding)) continue
      const { reason, until } = suppression
      const state = reason === null ? 'without-reason' : isExpired(suppression, today) ? 'expired' : 'used'
      states.set(suppression, state)
      if (state === 'used' && reason !== null) suppressed ??= { reason, until, by: 'comment' }
    }
    return suppressed === finding.suppressed ? finding : { ...finding, suppressed }
  })
  const uses: SuppressionUse[] = []
  for (const [path, { suppressions }] of files) {
    for (const suppression of suppressions) {
      if (suppression.scope === 'enable') continue
      const { start, end, rules, reason, until } = suppression
      // One that could hide something and may not is no less wrong when there is nothing to hide.
      const idle = reason === null ? 'without-reason' : isExpired(suppression, today) ? 'expired' : 'unused'
      uses.push({ file: path, span: { start, end }, rules, reason, until, state: states.get(suppression) ?? idle })
    }
  }
  return { findings: result, uses }
}
