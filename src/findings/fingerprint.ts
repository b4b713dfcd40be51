/** A name for a finding that stays when code moves, is reformatted, or when its file is renamed. */
import { createHash } from 'node:crypto'

/** What a finding is known by. Line numbers and names of files are no part of it. */
export interface FindingIdentity {
  ruleId: string
  tracker: string | null
  /** Account, pixel or container id, null when unknown. */
  account: string | null
  /** The code it stands at, as written. */
  snippet: string
}

/**
 * What a formatter changes is not a change: white space, quotes, commas, semicolons, parentheses, `{" "}` in JSX, the
 * slash of an empty element. What is left are the names, words and operators in their order.
 */
export function normaliseSnippet(snippet: string): string {
  return snippet
    .replace(/[\s"'`,;()]+/g, '')
    .replace(/\{\}/g, '')
    .replace(/\/>/g, '>')
}

function digest(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

function contentOf({ ruleId, tracker, account, snippet }: FindingIdentity): string {
  return digest([ruleId, tracker, account, normaliseSnippet(snippet)])
}

/**
 * One fingerprint each, in the order given: 16 hexadecimal digits. The first eight say what was found (`contentKey`),
 * the last eight which of several equal findings of the project it is, counted in the order given. A copy more or less
 * somewhere adds or takes away one fingerprint and leaves the others; which of equal copies is the new one is for
 * `compareFindingSets` to say, which knows the files.
 */
export function fingerprints(identities: readonly FindingIdentity[]): string[] {
  const counts = new Map<string, number>()
  return identities.map((identity) => {
    const content = contentOf(identity)
    const occurrence = counts.get(content) ?? 0
    counts.set(content, occurrence + 1)
    return content + digest([content, String(occurrence)])
  })
}

/** True when two findings are about the same code by the same rule, wherever it stands. */
export function sameContent(left: string, right: string): boolean {
  return contentKey(left) === contentKey(right)
}

/** The half of a fingerprint that says what was found. */
export function contentKey(fingerprint: string): string {
  return fingerprint.slice(0, 8)
}
