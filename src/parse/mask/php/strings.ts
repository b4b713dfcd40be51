/** What PHP code prints or keeps in strings: literals joined across `.`, `,` and consecutive statements. */
import type { CodeString } from '../../document.js'
import { HOLE } from '../../hole.js'
import { MappedTextBuilder } from '../../mapped-text.js'
import { decodeQuoted } from './quoted.js'
import type { PhpToken } from './tokens.js'

const COULD_MATTER = new RegExp(String.raw`<[a-z!/]|\(|:\/\/|^\/\/[\w-]+\.|^${HOLE}[/?]`, 'i')

/** Functions whose first argument is a format. */
const FORMATS = new Set(['sprintf', 'printf', 'vsprintf', 'vprintf', 'wp_sprintf'])

/** Functions that give back their first argument, more or less. */
const TRANSPARENT = new Set([...FORMATS, '__', '_e', 'wp_kses_post', 'wp_kses', 'trim', 'ltrim', 'rtrim', 'nl2br'])

/** Parentheses in parentheses that are looked into. */
const DEEPEST = 50

/** A statement whose value goes somewhere: to the page, to the caller, to a variable. */
interface Output {
  /** Index of the token its value begins with. */
  from: number
  /** Where it goes: outputs to the same place continue one another. */
  sink: string
  /** Replaces what was there. */
  begins: boolean
  commas: boolean
  format: boolean
}

/** One text that is put together at run time. */
interface Text {
  builder: MappedTextBuilder
  /** The same without positions, to tell whether it ends inside a tag or a script. */
  plain: string
  start: number
  end: number
  literals: number
}

/**
 * The strings in PHP code that could hold markup, script or a URL. `tokens` are those of one block, without a gap.
 * Consecutive `echo`, `print` and `$html .=` statements whose pieces continue one another make one string.
 */
export function phpStrings(text: string, tokens: readonly PhpToken[]): CodeString[] {
  const code = tokens.filter((token) => token.kind !== 'comment')
  if (!code.some(isString)) return []
  return new Reader(text, code).read()
}

function isString(token: PhpToken | undefined): boolean {
  return token !== undefined && (token.kind === 'single' || token.kind === 'double' || token.kind === 'heredoc' || token.kind === 'nowdoc')
}

class Reader {
  private readonly used = new Set<number>()
  private readonly found: CodeString[] = []
  /** What each token is, empty for strings. */
  private readonly values: readonly string[]
  /** For each opening bracket, the index of the token that closes it. */
  private readonly closings: Map<number, number>
  /** Functions inside of values: their statements are read on their own. */
  private readonly inner: [from: number, to: number][] = []
  private nesting = 0

  constructor(
    private readonly text: string,
    private readonly tokens: readonly PhpToken[],
  ) {
    this.values = tokens.map((token) => (isString(token) ? '' : text.slice(token.start, token.end)))
    this.closings = matchBrackets(this.values)
  }

  read(): CodeString[] {
    this.outputs(0, this.tokens.length)
    for (let next = this.inner.pop(); next; next = this.inner.pop()) this.outputs(...next)
    // What no output took: arguments, array values.
    for (let index = 0; index < this.tokens.length; index++) {
      if (this.used.has(index) || !isString(this.tokens[index])) continue
      const text = this.begin(index)
      if (this.is(index - 1, '.')) this.hole(text, index)
      this.concatenation(text, index, this.insideFormat(index), false)
      this.keep(text)
    }
    return this.found.sort((one, other) => one.start - other.start)
  }

  /** Statements that print, return or add to a variable. */
  private outputs(from: number, to: number): void {
    let open = null as { text: Text; sink: string; depth: number; continues: boolean } | null
    let depth = 0
    for (let index = from; index < to; index++) {
      const word = this.value(index)
      if (word === '{') depth++
      if (word === '}') depth--
      const output = this.outputAt(index, from)
      const leaves = open !== null && (depth < open.depth || /^(?:function|class|fn)$/i.test(word))
      const apart = open !== null && (output ? open.sink !== output.sink || output.begins : word !== ';' && !open.continues)
      if (open && (leaves || apart)) {
        this.keep(open.text)
        open = null
      }
      if (!output) continue
      open ??= { text: this.begin(output.from), sink: output.sink, depth, continues: false }
      const next = this.concatenation(open.text, output.from, output.format, output.commas)
      open.continues = continues(open.text.plain)
      index = Math.max(index, next - 1)
    }
    if (open) this.keep(open.text)
  }

  /** The output statement that begins at a token: where its value begins and where it goes. */
  private outputAt(index: number, first: number): Output | null {
    const token = this.tokens[index] as PhpToken
    if (index > first && !/^(?:[;{}:)]|else|do)$/i.test(this.value(index - 1))) return null
    const word = this.value(index).toLowerCase()
    if (token.kind === 'word' && (word === 'echo' || word === 'print')) {
      return { from: index + 1, sink: 'output', begins: false, commas: word === 'echo', format: false }
    }
    if (token.kind === 'word' && (word === 'printf' || word === 'vprintf') && this.is(index + 1, '(')) {
      return { from: index, sink: 'output', begins: false, commas: false, format: true }
    }
    if (token.kind === 'word' && word === 'return') return { from: index + 1, sink: `return ${index}`, begins: true, commas: false, format: false }
    if (token.kind !== 'variable') return null
    let at = index + 1
    while (this.is(at, '->') || this.is(at, '::') || this.is(at, '[')) at = this.is(at, '[') ? (this.closings.get(at) ?? at) + 1 : at + 2
    if (!this.is(at, '=') && !this.is(at, '.=')) return null
    const sink = this.text.slice(token.start, this.tokens[at]?.start).trim()
    return { from: at + 1, sink, begins: this.is(at, '='), commas: false, format: false }
  }

  /** Adds the operands of a concatenation from a token on; gives the index of the token that ends it. */
  private concatenation(target: Text, from: number, format: boolean, commas: boolean): number {
    let index = from
    for (;;) {
      index = this.operand(target, index, format)
      const joins = this.is(index, '.') || (commas && this.is(index, ','))
      if (!joins) return index
      index++
    }
  }

  private operand(target: Text, from: number, format: boolean): number {
    const token = this.tokens[from]
    if (!token) return from
    const ends = (index: number) => !this.tokens[index] || /^(?:[.,;)\]}:]|=>)$/.test(this.value(index))
    if (isString(token) && !this.used.has(from) && ends(from + 1)) {
      this.literal(target, from, format)
      return from + 1
    }
    const name = this.value(from).toLowerCase().replace(/^\\/, '')
    const call = token.kind === 'word' && TRANSPARENT.has(name) && this.is(from + 1, '(')
    if (call || this.is(from, '(')) {
      const open = call ? from + 1 : from
      const close = this.closings.get(open) ?? this.tokens.length
      if (this.nesting < DEEPEST && ends(close + 1) && !this.hasChoice(open, close)) {
        this.nesting++
        const stop = this.concatenation(target, open + 1, format || FORMATS.has(name), false)
        this.nesting--
        return Math.max(stop, close + 1)
      }
    }
    // Anything else is a value; its own strings are read later.
    let index = from
    while (index < this.tokens.length && !ends(index)) {
      const close = this.closings.get(index)
      if (close !== undefined && close - index > 2) this.inner.push([index + 1, close])
      index = (close ?? index) + 1
    }
    if (index > from) this.hole(target, from)
    return index
  }

  /** A ternary between two brackets: which of its strings it gives is not known. */
  private hasChoice(open: number, close: number): boolean {
    for (let index = open + 1; index < close; index++) {
      if (/^(?:\?|\?\?|\?:)$/.test(this.value(index))) return true
      index = this.closings.get(index) ?? index
    }
    return false
  }

  /** The string is (in a call that is) the first argument of `sprintf` or the like. */
  private insideFormat(index: number): boolean {
    let at = index - 1
    for (let calls = 0; calls < 3; calls++) {
      while (this.is(at, '.') || isString(this.tokens[at])) at--
      if (!this.is(at, '(')) return false
      if (FORMATS.has(this.value(at - 1).toLowerCase().replace(/^\\/, ''))) return true
      at -= 2
    }
    return false
  }

  private begin(index: number): Text {
    const start = this.tokens[index]?.start ?? this.text.length
    return { builder: new MappedTextBuilder(), plain: '', start, end: start, literals: 0 }
  }

  private literal(target: Text, index: number, format: boolean): void {
    const { kind, start, end, bodyStart, bodyEnd } = this.tokens[index] as PhpToken
    const quote = kind === 'single' ? "'" : kind === 'double' ? '"' : kind === 'heredoc' ? 'heredoc' : null
    decodeQuoted(target.builder, this.text, bodyStart, bodyEnd, { quote, format })
    if (target.literals === 0) target.start = Math.min(target.start, start)
    target.plain += this.text.slice(bodyStart, bodyEnd)
    target.end = end
    target.literals++
    this.used.add(index)
  }

  private hole(target: Text, index: number): void {
    const { start, end } = this.tokens[index] as PhpToken
    target.builder.replaced(HOLE, start)
    target.plain += HOLE
    target.end = Math.max(target.end, end)
  }

  private keep(text: Text): void {
    if (text.literals === 0) return
    const content = text.builder.build(text.end)
    if (COULD_MATTER.test(content.text)) this.found.push({ start: text.start, end: text.end, content })
  }

  private value(index: number): string {
    return this.values[index] ?? ''
  }

  private is(index: number, value: string): boolean {
    return this.value(index) === value
  }
}

/** For each opening bracket the index of its closing one; without one, of the last token. */
function matchBrackets(values: readonly string[]): Map<number, number> {
  const closings = new Map<number, number>()
  const open: number[] = []
  for (const [index, value] of values.entries()) {
    if (value === '(' || value === '[' || value === '{') open.push(index)
    else if (value === ')' || value === ']' || value === '}') {
      const opening = open.pop()
      if (opening !== undefined) closings.set(opening, index)
    }
  }
  for (const index of open) closings.set(index, values.length - 1)
  return closings
}

/** How much of a joined text is looked at to tell whether it goes on. */
const TAIL = 20_000

/** A text that ends inside a tag or a script goes on in the next statement, whatever stands between. */
function continues(plain: string): boolean {
  const tail = plain.slice(-TAIL)
  if (tail.lastIndexOf('<') > tail.lastIndexOf('>')) return true
  const tags = [...tail.matchAll(/<(\/?)(?:script|style|noscript|iframe)\b/gi)]
  return tags.at(-1)?.[1] === ''
}
