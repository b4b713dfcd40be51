/** Conditionals of languages with braces, whose blocks open and close anywhere in the code between the markup. */
import type { MaskedSpan } from '../../../parse/document.js'
import { EXIT, type Block, type BranchCondition, type BranchReader } from './branch-reader.js'

const HEADER = /^(?:\}\s*)?@?(else\s*if|elseif|if)\s*\(([^]*)\)$/i
/** `if (…) return;` on one line. */
const LEAVES_AT_ONCE = /^@?if\s*\(([^]*)\)\s*(?:return|exit|die|throw)\b[^)]*$/i
const LEAVES = /^(?:return|exit|die|throw|continue|break)\b/i
const OTHER_BLOCK = /^(?:for|foreach|while|switch)\b/i
/** What of a header is kept. */
const LONGEST = 2000

/** Reads one span of code; blocks that it leaves open go on behind it. */
export function readBraces(reader: BranchReader, span: MaskedSpan, text: string): void {
  if (span.kind === 'expression') return
  const { code } = span
  const begin = text.indexOf(code, span.start)
  const base = begin >= 0 && begin < span.end ? begin : span.start
  /** The statement being read, from its beginning, without comments. */
  let header = ''
  let headerAt = 0
  let last = ''
  let closed: Block | undefined
  const condition = (written: string, at: number): BranchCondition => {
    const start = base + headerAt + (/^\s*/.exec(code.slice(headerAt))?.[0].length ?? 0)
    return { start, end: base + at, code: written.trim(), negated: false }
  }
  const reset = (at: number): void => {
    header = ''
    headerAt = at
  }
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string
    const end = endOfText(code, at)
    if (end > at) {
      if (character !== '/' && character !== '#') header += code.slice(at, end)
      at = end - 1
    } else if (character === '{') {
      const trimmed = header.trim()
      const found = HEADER.exec(trimmed)
      const own = found ? condition(found[2] as string, at) : null
      const isNext = /^else\b/i.test(trimmed)
      if (closed && isNext) reader.resume(closed, '{', base + at + 1, own)
      else reader.begin('{', base + at + 1, own)
      closed = undefined
      last = ''
      reset(at + 1)
    } else if (character === '}') {
      closed = reader.end('{', base + at)
      leaveAfter(reader, closed, last, base + at + 1)
      last = ''
      reset(at + 1)
    } else if (character === ';') {
      last = header.trim()
      const found = LEAVES_AT_ONCE.exec(last)
      if (found) reader.begin(EXIT, base + at + 1, { ...condition(found[1] as string, at), negated: true })
      else {
        const own = singleCondition(last)
        if (own !== null) reader.add({ start: base + headerAt, end: base + at + 1, conditions: [condition(own, at)] })
      }
      closed = undefined
      endAlternative(reader, last, base + headerAt)
      reset(at + 1)
    } else if (header.length < LONGEST) header += character
    if (character === ':' && /\)\s*:$|\belse\s*:$/i.test(header.slice(-LONGEST))) {
      const trimmed = header.trim().slice(0, -1).trim()
      if (openAlternative(reader, trimmed, base + at + 1, (written) => condition(written, at))) reset(at + 1)
    }
  }
  endAlternative(reader, header.trim(), base + headerAt)
}

/** The condition of `if (x) f()`, a statement without a block; null for any other. */
function singleCondition(statement: string): string | null {
  const start = /^@?if\s*\(/i.exec(statement)
  if (!start) return null
  let depth = 1
  for (let at = start[0].length; at < statement.length; at++) {
    const end = endOfText(statement, at)
    if (end > at) at = end - 1
    else if (statement[at] === '(') depth++
    else if (statement[at] === ')' && --depth === 0) return statement.slice(start[0].length, at)
  }
  return null
}

/** After `if (x) { …; return; }` the rest of the block around it runs only where `x` does not hold. */
function leaveAfter(reader: BranchReader, block: Block | undefined, last: string, from: number): void {
  const [only, ...others] = block?.current ?? []
  if (only && others.length === 0 && LEAVES.test(last)) reader.begin(EXIT, from, { ...only, negated: !only.negated })
}

/** PHP's other form: `if (…):`, `elseif (…):`, `else:`; true when it is one. */
function openAlternative(
  reader: BranchReader, header: string, from: number, condition: (written: string) => BranchCondition,
): boolean {
  if (/^else$/i.test(header)) {
    reader.turn(from, from, null)
    return true
  }
  const found = HEADER.exec(header)
  if (found && /^if$/i.test(found[1] as string)) reader.begin(':', from, condition(found[2] as string))
  else if (found) reader.turn(from, from, condition(found[2] as string))
  else if (OTHER_BLOCK.test(header)) reader.begin('::', from, null)
  else return false
  return true
}

function endAlternative(reader: BranchReader, statement: string, at: number): void {
  if (/^endif$/i.test(statement)) reader.end(':', at)
  else if (/^end(?:for|foreach|while|switch)$/i.test(statement)) reader.end('::', at)
}

/** The end of a string or comment that begins here, else the same offset. */
function endOfText(code: string, at: number): number {
  const character = code[at] as string
  if (character === '"' || character === '\'' || character === '`') {
    for (let end = at + 1; end < code.length; end++) {
      if (code[end] === '\\') end++
      else if (code[end] === character) return end + 1
    }
    return code.length
  }
  const two = code.slice(at, at + 2)
  if (two === '/*') {
    const end = code.indexOf('*/', at + 2)
    return end < 0 ? code.length : end + 2
  }
  const isHash = character === '#' && two !== '#[' && (at === 0 || /\s/.test(code[at - 1] as string))
  if (two !== '//' && !isHash) return at
  const end = code.indexOf('\n', at)
  return end < 0 ? code.length : end
}
