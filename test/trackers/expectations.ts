/** Reads the expectations that stand as comments in the files of `fixtures/trackers`; the README there tells the format. */

export interface Expectations {
  /** `12 event-call meta-pixel - Schedule`: 1-based line, kind, tracker, account, event; `-` where there is none. */
  expected: string[]
  /** The same for what should be seen and is not yet. */
  gaps: string[]
}

export interface Seen {
  line: number
  kind: string
  tracker: string
  accountId: string | null
  event: string | null
}

const MARK = /(?:\/\/|\/\*|<!--|\{\/\*|<%--|#)\s*(expect|gap):\s*(.*?)\s*(?:\*\/\}?|-->|--%>)?\s*$/

/** A line that holds nothing but a comment. */
const COMMENT = /^\s*(?:\/\/.*|\{?\/\*.*\*\/\}?|<!--.*-->|<%--.*--%>|#(?!!).*)?\s*$/

/** One spelling for what is expected and what was seen, so that they can be compared as lists. */
export function describe(seen: Seen): string {
  return `${seen.line} ${seen.kind} ${seen.tracker} ${seen.accountId ?? '-'} ${seen.event ?? '-'}`
}

/** The expectations of a fixture's text. Throws for one that does not say kind and tracker or stands before no code. */
export function readExpectations(text: string): Expectations {
  const lines = text.split('\n')
  const found: Expectations = { expected: [], gaps: [] }
  lines.forEach((line, index) => {
    const mark = MARK.exec(line)
    if (!mark) return
    const own = line.slice(0, mark.index).trim() !== ''
    const at = own ? index : lines.findIndex((other, later) => later > index && !COMMENT.test(other))
    const [kind, tracker, account = '-', ...event] = (mark[2] as string).split(/\s+/)
    if (at < 0 || kind === undefined || tracker === undefined) throw new Error(`line ${index + 1}: expectation without a place: ${line.trim()}`)
    const list = mark[1] === 'expect' ? found.expected : found.gaps
    list.push(`${at + 1} ${kind} ${tracker} ${account} ${event.length > 0 ? event.join(' ') : '-'}`)
  })
  return found
}
