/** Strings and comments of server code: a scanner that knows each language's literals and nothing else. */
import type { CodeString } from './document.js'
import { HOLE } from './hole.js'
import type { ServerLanguage } from './languages.js'
import { MappedTextBuilder, type MappedText } from './mapped-text.js'
import { mask } from './mask/index.js'
import { decodeString, interpolationEnd } from './server/decode.js'
import { joinBetween } from './server/join.js'
import { SERVER_SYNTAX, type Form, type ServerSyntax, type StringShape } from './server/syntax.js'

export interface ServerCode {
  /** Literals that could hold markup, script or a URL; concatenations joined. In order. */
  strings: CodeString[]
  comments: { start: number; end: number; text: string }[]
}

/** A string literal with its delimiters at `start` and `end`. */
interface Literal {
  start: number
  end: number
  bodyStart: number
  bodyEnd: number
  shape: StringShape
  /** Brackets open around it. */
  depth: number
}

/** Literals that stand between two parts of one concatenation (`"a" + t("key") + "b"`) at most. */
const MOST_BETWEEN = 6

/** Markup, a call, an address, or the rest of an address whose beginning has a name: `f"{base}/{pixel}/events"`. */
const COULD_MATTER = new RegExp(String.raw`<[a-zA-Z!/]|\(|:\/\/|^${HOLE}[/?]`)

/** Reads the strings and comments of a file of server code. Never throws. Offsets are those of the text. */
export function readServerCode(text: string, language: ServerLanguage): ServerCode {
  const syntax = SERVER_SYNTAX[language]
  const { literals, comments, code } = scan(text, syntax)
  const strings: CodeString[] = []
  const used = new Set<number>()
  for (let first = 0; first < literals.length; first++) {
    if (used.has(first)) continue
    const parts = joined(first, literals, code, syntax)
    for (const { index } of parts) used.add(index)
    const group = literals[first] as Literal
    if (isDocumentation(code, group, language)) continue
    const last = literals[parts.at(-1)?.index ?? first] as Literal
    const content = contentOf(text, code, literals, parts, syntax, language)
    if (!COULD_MATTER.test(content.text)) continue
    // The body of a heredoc stands away from its name; anything else is where its quotes are.
    const [start, end] = group.shape.close === '' ? [group.bodyStart, group.bodyEnd] : [group.start, last.end]
    strings.push({ start, end, content })
  }
  return { strings, comments }
}

function scan(text: string, syntax: ServerSyntax): { literals: Literal[]; comments: ServerCode['comments']; code: string } {
  const pattern = new RegExp(syntax.forms.map(({ open }) => `(${open})`).join('|'), 'gm')
  const literals: Literal[] = []
  const comments: ServerCode['comments'] = []
  /** The text with comments and strings blanked. */
  const pieces: string[] = []
  let done = 0
  let depth = 0
  /** Names of heredocs that do not end in the rest of the text. */
  const unended = new Set<string>()
  /** Heredocs announced on a line begin after it: where that line ends, and where the last body ends. */
  let heredoc = null as { line: number; end: number } | null
  const take = (from: number, end: number) => {
    if (end <= done) return
    const start = Math.max(from, done)
    const before = text.slice(done, start)
    for (const character of before) {
      if (character === '(' || character === '[' || character === '{') depth++
      else if (character === ')' || character === ']' || character === '}') depth = Math.max(0, depth - 1)
    }
    pieces.push(before, text.slice(start, end).replace(/[^\r\n]/g, ' '))
    done = end
  }
  for (;;) {
    const match = pattern.exec(text)
    if (heredoc && (!match || match.index > heredoc.line)) {
      take(heredoc.line, heredoc.end)
      pattern.lastIndex = Math.max(heredoc.end, done)
      heredoc = null
      continue
    }
    if (!match) break
    const start = match.index
    const opening = match[0]
    const form = syntax.forms[match.slice(1).findIndex((group) => group !== undefined)] as Form
    const after = start + opening.length
    let end = after
    if (form.kind === 'line-comment') {
      const line = text.indexOf('\n', after)
      end = line < 0 ? text.length : line
      comments.push({ start, end, text: text.slice(after, end).trimEnd() })
      take(start, end)
    } else if (form.kind === 'block-comment') {
      end = endOfComment(text, after, form)
      comments.push({ start, end, text: text.slice(after, Math.max(after, end - form.close.length)) })
      take(start, end)
    } else if (form.kind === 'heredoc') {
      const found = unended.has(opening) ? null : heredocBody(text, opening, heredoc?.end ?? endOfLine(text, after))
      if (!found) unended.add(opening)
      else {
        heredoc = { line: heredoc?.line ?? found.line, end: found.end }
        take(start, after)
        const { bodyStart, bodyEnd, shape } = found
        literals.push({ start, end: after, bodyStart, bodyEnd, shape, depth })
      }
    } else if (form.kind === 'string') {
      const shape = form.shape(opening)
      const bodyEnd = endOfBody(text, after, shape)
      end = Math.min(text.length, text.startsWith(shape.close, bodyEnd) ? bodyEnd + shape.close.length : bodyEnd)
      take(start, end)
      literals.push({ start, end, bodyStart: after, bodyEnd, shape, depth })
    } else {
      take(start, end)
    }
    pattern.lastIndex = Math.max(end, after)
  }
  pieces.push(text.slice(done))
  return { literals, comments, code: pieces.join('') }
}

function endOfLine(text: string, from: number): number {
  const line = text.indexOf('\n', from)
  return line < 0 ? text.length : line + 1
}

function endOfComment(text: string, from: number, form: { close: string; nested?: boolean }): number {
  const end = text.indexOf(form.close, from)
  if (end < 0) return text.length
  if (!form.nested) return end + form.close.length
  let depth = 1
  const pattern = /\/\*|\*\//g
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return match.index + 2
  }
  return text.length
}

/** Where the body of a string ends: before its closing delimiter, its line's end or the end of the file. */
function endOfBody(text: string, from: number, shape: StringShape): number {
  const { close, escapes } = shape
  let at = from
  let line = shape.multiline ? text.length : endOfLine(text, from)
  while (at < text.length) {
    const character = text[at] as string
    if (character === '\\' && escapes.startsWith('backslash')) {
      at += 2
    } else if (character === '\n' && !shape.multiline) {
      return at
    } else if (text.startsWith(close, at)) {
      if (escapes === 'doubled' && text.startsWith(close, at + close.length)) {
        at += 2 * close.length
        continue
      }
      // `"""a""""`: the last quotes close.
      while (close.length >= 3 && text[at + close.length] === close[0]) at++
      return at
    } else if (shape.interpolation === 'brace' && character === '{' && text[at + 1] === '{') {
      at += 2
    } else {
      // An escaped end of a line goes on with the next; looking for the end at each character takes long in long lines.
      if (at > line) line = endOfLine(text, at)
      at = interpolationEnd(text, at, shape.interpolation, line) ?? at + 1
    }
  }
  return text.length
}

function heredocBody(text: string, opening: string, from: number) {
  const name = /["']?([^"'~-]+)["']?$/.exec(opening)?.[1] ?? ''
  const terminator = new RegExp(`^[ \\t]*${name.replace(/[^\w]/g, '\\$&')}[ \\t]*\\r?$`, 'm')
  const found = terminator.exec(text.slice(from))
  if (!found) return null
  const raw = opening.includes("'")
  const shape: StringShape = {
    close: '',
    escapes: raw ? 'none' : 'backslash',
    multiline: true,
    interpolation: raw ? null : 'hash',
  }
  const bodyEnd = from + found.index
  return { line: from - 1, bodyStart: from, bodyEnd, end: bodyEnd + found[0].length, shape }
}

interface Part {
  index: number
  /** What stands for the code between this part and the one before. */
  between: '' | typeof HOLE | '\n'
}

/** The literal and all that are concatenated to it. */
function joined(first: number, literals: readonly Literal[], code: string, syntax: ServerSyntax): Part[] {
  const parts: Part[] = [{ index: first, between: '' }]
  let last = first
  for (let next = last + 1; next < literals.length && next - last <= MOST_BETWEEN; next++) {
    const from = (literals[last] as Literal).end
    const to = (literals[next] as Literal).start
    const between = joinBetween(code.slice(from, to), (literals[next] as Literal).depth, syntax)
    if (between === 'apart') break
    if (between === null) continue
    parts.push({ index: next, between: between === 'value' ? HOLE : between === 'line' ? '\n' : '' })
    last = next
  }
  return parts
}

function contentOf(
  text: string,
  code: string,
  literals: readonly Literal[],
  parts: readonly Part[],
  syntax: ServerSyntax,
  language: ServerLanguage,
): MappedText {
  const builder = new MappedTextBuilder()
  const first = literals[parts[0]?.index ?? 0] as Literal
  const last = literals[parts.at(-1)?.index ?? 0] as Literal
  const operators = syntax.joins.filter((operator) => operator !== '<<' && operator !== '++')
  const before = code.slice(Math.max(0, first.start - 200), first.start).trimEnd()
  if (operators.some((operator) => before.endsWith(operator))) builder.replaced(HOLE, first.start)
  const after = code.slice(last.end, last.end + 200)
  const formatted = language === 'python' && /^[\s)]*\.format\s*\(/.test(after)
  let previousEnd = first.start
  for (const { index, between } of parts) {
    const literal = literals[index] as Literal
    builder.replaced(between, previousEnd)
    decodeString(builder, text, literal.bodyStart, literal.bodyEnd, literal.shape, formatted)
    previousEnd = literal.bodyEnd
  }
  if (operators.some((operator) => after.trimStart().startsWith(operator))) builder.replaced(HOLE, last.bodyEnd)
  return withTemplate(builder.build(last.bodyEnd), first.shape, formatted, language)
}

/** A string that is itself a template: what its engine fills in becomes a hole. */
function withTemplate(
  content: MappedText,
  shape: StringShape,
  formatted: boolean,
  language: ServerLanguage,
): MappedText {
  const engine =
    shape.template ??
    (language === 'python' && shape.interpolation === null && !formatted && /\{[{%]/.test(content.text)
      ? 'jinja'
      : language === 'go' && content.text.includes('{{')
        ? 'go-template'
        : language === 'ruby' && content.text.includes('<%')
          ? 'erb'
          : null)
  if (engine === null) return content
  return { text: mask(content.text, engine).text, toFile: (offset) => content.toFile(offset) }
}

/** A string that only documents the code is never sent to anybody. */
function isDocumentation(code: string, literal: Literal, language: ServerLanguage): boolean {
  if (!literal.shape.multiline) return false
  const before = code.slice(Math.max(0, literal.start - 400), literal.start)
  if (language === 'python') {
    return literal.depth === 0 && /(?:^|\n)[ \t]*$/.test(before) && !/\\\r?\n[ \t]*$/.test(before)
  }
  return language === 'elixir' && /@(?:module|type)?doc\s*$/.test(before)
}
