/** A name for a finding that stays when code elsewhere in its file moves or changes. */
import { createHash } from 'node:crypto'

/** What a finding is known by. Line numbers are no part of it. */
export interface FindingIdentity {
  ruleId: string
  tracker: string | null
  /** Account, pixel or container id, null when unknown. */
  account: string | null
  file: string
  /** The top-level declaration it stands in, null at the file's own level. */
  unit: string | null
  /** The code it stands at, as written. */
  snippet: string
}

/** What a formatter changes is not a change: white space, kind of quotes, semicolons, trailing commas. */
export function normaliseSnippet(snippet: string): string {
  return snippet
    .replace(/\s+/g, '')
    .replace(/["`]/g, "'")
    .replace(/;+/g, ';')
    .replace(/;(?=\}|$)/g, '')
    .replace(/,(?=[)\]}])/g, '')
}

function digest(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

function contentOf(identity: FindingIdentity): string {
  const { ruleId, tracker, account, unit, snippet } = identity
  return digest([ruleId, tracker, account, unit, normaliseSnippet(snippet)])
}

/**
 * One fingerprint each, in the order given: 16 hexadecimal digits. The first eight say what was found (`sameContent`
 * compares them: a copy in another file, or a file that was renamed), the last eight where: the file, and which of
 * several equal findings in it, counted in the order given.
 */
export function fingerprints(identities: readonly FindingIdentity[]): string[] {
  const counts = new Map<string, number>()
  return identities.map((identity) => {
    const content = contentOf(identity)
    const key = `${content} ${identity.file}`
    const occurrence = counts.get(key) ?? 0
    counts.set(key, occurrence + 1)
    return content + digest([identity.file, String(occurrence)])
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
