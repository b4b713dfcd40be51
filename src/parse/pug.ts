/** Pug → elements and script bodies, from the tokens of its own lexer (the only part that says where things end). */
import { createRequire } from 'node:module'
import type lex from 'pug-lexer'
import type { MarkupAttribute, MarkupElement } from './document.js'
import { readIndented } from './indented.js'
import { parseScript } from './javascript.js'
import { sliceText } from './mapped-text.js'
import { outlineBuilder, type IndentedDocument, type OutlineBuilder } from './outline/document.js'
import { expressionValue } from './outline/values.js'

// Loaded when the first template is read: most sites have none.
const load = createRequire(import.meta.url)

/** https://pugjs.org/language/filters.html: filters whose content is script, at the top level of a page. */
const SCRIPT_FILTER = /^(?:babel|uglify-js|javascript|typescript|buble)$/

const RAW = new Set(['script', 'style'])

/**
 * Reads Pug. Never throws: what the lexer refuses is noted and read by the line scanner instead. Offsets are those of
 * the text.
 */
export function readPug(source: string): IndentedDocument {
  try {
    const lexer = new (load('pug-lexer') as typeof lex).Lexer(source)
    lexer.isExpression = isExpression
    return fromTokens(source, lexer.getTokens())
  } catch (error) {
    const document = readIndented(source, 'pug')
    const { line, msg } = error as { line?: unknown; msg?: unknown }
    const offset = typeof line === 'number' ? (lineStartsOf(source)[line - 1] ?? 0) : 0
    document.notes.unshift({ offset, message: `Pug: ${typeof msg === 'string' ? msg : 'cannot be read'}` })
    return document
  }
}

/** Stands in for the lexer's own check, which knows no syntax newer than 2020. Throws as that one does. */
function isExpression(code: string): boolean {
  if (/^\s*(?:"[^"\\]*"|'[^'\\]*'|[\w.$]+)\s*$/.test(code)) return true
  const { errors } = parseScript(code, { goal: 'expression', jsx: false, typescript: false })
  if (errors.length > 0) throw Object.assign(new Error('not an expression'), { loc: { line: 1, column: 0 } })
  return true
}

function lineStartsOf(source: string): number[] {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}

interface Position {
  line: number
  column: number
}

/** The part of a lexer token that is used; the lexer's own types name each kind apart. */
interface Token {
  type: string
  val?: unknown
  name?: string
  buffer?: boolean
  loc: { start: Position; end?: Position }
}

function fromTokens(source: string, all: readonly unknown[]): IndentedDocument {
  const tokens = all as readonly Token[]
  const builder = outlineBuilder(source)
  const starts = lineStartsOf(source)
  /** Elements of the current line, outermost first, and those of the lines that enclose it. */
  let line: MarkupElement[] = []
  const enclosing: MarkupElement[][] = []
  const interpolated: MarkupElement[][] = []
  let inHead = false
  let inText = false
  let lastEnd = 0

  const offsetOf = ({ line: row, column }: Position) =>
    Math.min(source.length, (starts[row - 1] ?? source.length) + column - 1)
  const current = () => line.at(-1) ?? enclosing.findLast((each) => each.length > 0)?.at(-1) ?? null
  const isHtml = () => !RAW.has(current()?.tag ?? '')
  const finish = (elements: readonly MarkupElement[]) => {
    for (const element of elements) {
      element.end = Math.max(element.end, lastEnd)
      element.content.end = Math.max(element.content.start, element.end)
    }
  }
  const open = (name: string, start: number, end: number) => {
    line.push(builder.element(name, { start, end }, current()))
    inHead = true
  }
  /** The element whose start tag the token at `end` belongs to: `.a` and `(b)` alone begin a `div`. */
  const head = (start: number, end: number): MarkupElement => {
    if (!inHead) open('div', start, end)
    const element = line.at(-1) as MarkupElement
    element.end = Math.max(element.end, end)
    element.content = { start: element.end, end: element.end }
    return element
  }
  const endLine = () => {
    finish(line)
    line = []
    inHead = false
  }

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const start = offsetOf(token.loc.start)
    const end = token.loc.end ? offsetOf(token.loc.end) : start
    switch (token.type) {
      case 'tag':
        open(String(token.val), start, end)
        break
      case 'interpolation':
        open('x', start, end)
        builder.span('expression', start, end, String(token.val))
        break
      case 'id':
      case 'class':
        builder.attribute(head(start, end), shorthand(token, start, end))
        break
      case 'attribute':
        addAttribute(builder, head(start, end), source, token, start, end)
        break
      case 'start-attributes':
      case 'end-attributes':
      case '&attributes':
      case 'slash':
      case 'dot':
        head(start, end)
        break
      case ':':
        inHead = false
        break
      case 'start-pipeless-text':
      case 'end-pipeless-text':
        inHead = false
        inText = token.type === 'start-pipeless-text'
        break
      case 'indent':
        enclosing.push(line)
        line = []
        inHead = false
        break
      case 'outdent':
        endLine()
        finish(enclosing.pop() ?? [])
        break
      case 'newline':
        if (!inText) endLine()
        break
      case 'start-pug-interpolation':
        interpolated.push(line)
        enclosing.push(line)
        line = []
        inHead = false
        break
      case 'end-pug-interpolation':
        endLine()
        enclosing.pop()
        line = interpolated.pop() ?? []
        break
      case 'text':
      case 'text-html':
        inHead = false
        builder.keep(start, end, isHtml())
        break
      case 'interpolated-code':
        inHead = false
        builder.hole(start, end, isHtml())
        builder.span('expression', start, end, String(token.val ?? ''))
        break
      case 'code':
        builder.span(token.buffer ? 'expression' : 'statement', start, end, String(token.val ?? ''))
        break
      case 'comment': {
        const last = endOfBlock(tokens, index)
        const text = tokens.slice(index, last + 1).map(({ type, val }) => (/^(?:comment|text)$/.test(type) ? String(val) : ''))
        const to = tokens[last]?.loc.end ? offsetOf(tokens[last]?.loc.end as Position) : end
        builder.comment(start, to, text.join('\n'))
        index = last
        break
      }
      case 'filter':
        if (SCRIPT_FILTER.test(String(token.val)) && current()?.tag !== 'script') open('script', start, end)
        if (inHead) head(start, end)
        break
      case 'extends':
      case 'include': {
        const path = tokens.slice(index + 1, index + 6).find(({ type }) => type === 'path')
        const to = path?.loc.end ? offsetOf(path.loc.end) : end
        builder.span('statement', start, to, path ? `${token.type} ${String(path.val).trim()}` : token.type)
        break
      }
      case 'block':
      case 'call':
      case 'mixin':
      case 'if':
      case 'else-if':
      case 'each':
      case 'eachOf':
      case 'while':
      case 'case':
      case 'when':
        builder.span('statement', start, end, source.slice(start, end).trim())
        break
    }
    if (!/^(?:indent|outdent|newline|eos)$/.test(token.type)) lastEnd = Math.max(lastEnd, end)
  }
  endLine()
  while (enclosing.length > 0) finish(enclosing.pop() ?? [])
  return builder.build()
}

/** Index of the last token of the text block that may follow a token. */
function endOfBlock(tokens: readonly Token[], index: number): number {
  if (tokens[index + 1]?.type !== 'start-pipeless-text') return index
  const end = tokens.findIndex((token, at) => at > index && token.type === 'end-pipeless-text')
  return end < 0 ? tokens.length - 1 : end
}

/** `#id` and `.class`. */
function shorthand(token: Token, start: number, end: number): MarkupAttribute {
  const text = String(token.val)
  const at = end - text.length
  return { name: token.type, start, end, value: { text, toFile: (offset) => at + offset } }
}

function addAttribute(
  builder: OutlineBuilder,
  element: MarkupElement,
  source: string,
  token: Token,
  start: number,
  end: number,
): void {
  const name = token.name ?? ''
  if (typeof token.val !== 'string') {
    builder.attribute(element, { name, start, end, value: sliceText(source, end, end) })
    return
  }
  const written = source.slice(start, end).lastIndexOf(token.val)
  const from = written >= 0 ? start + written : Math.min(end, start + name.length + 1)
  const to = written >= 0 ? from + token.val.length : end
  const { value, literal } = expressionValue(source, from, to, 'javascript')
  builder.attribute(element, { name, start, end, value })
  if (!literal) builder.span('expression', from, to, source.slice(from, to))
}
