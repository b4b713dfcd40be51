/** HAML and Slim (and Pug its own lexer refuses) → elements and script bodies, line by line. */
import type { MarkupElement } from './document.js'
import { bracketEnd, hashAttributes, listedAttributes } from './outline/attributes.js'
import { outlineBuilder, type IndentedDocument } from './outline/document.js'

export type IndentedLanguage = 'haml' | 'slim' | 'pug'

interface Line {
  /** Offset of the first character that is no indentation, and of the line's end. */
  start: number
  end: number
  indent: number
  text: string
}

/** Filters and embedded engines. https://haml.info/docs/yardoc/file.REFERENCE.html#filters */
const FILTER: Record<IndentedLanguage, RegExp> = {
  haml: /^:([\w-]+)\s*$/,
  slim: /^([a-z]+):\s*$/,
  pug: /^:([\w-]+)/,
}

const COMMENT: Record<IndentedLanguage, RegExp> = { haml: /^(?:-#|\/(?!\[))/, slim: /^\/(?!\[)/, pug: /^\/\// }

const PUG_STATEMENT =
  /^(?:include|extends|block|append|prepend|if|else|unless|each|for|while|case|when|default|mixin)\b|^\+[\w-]/

const NOTHING_INSIDE = new Set(['script', 'style'])

/** Reads an indented template. Never throws. Offsets are those of the text. */
export function readIndented(source: string, language: IndentedLanguage): IndentedDocument {
  const builder = outlineBuilder(source)
  const lines = linesOf(source)
  const open: { indent: number; elements: MarkupElement[] }[] = []
  let lastEnd = 0

  const current = () => open.findLast(({ elements }) => elements.length > 0)?.elements.at(-1) ?? null
  const isHtml = () => !NOTHING_INSIDE.has(current()?.tag ?? '')
  const closeTo = (indent: number) => {
    while (open.length > 0 && (open.at(-1)?.indent ?? -1) >= indent) {
      for (const element of open.pop()?.elements ?? []) {
        element.end = Math.max(element.end, lastEnd)
        element.content.end = Math.max(element.content.start, element.end)
      }
    }
  }
  /** Index of the first line after the block that is nested under a line. */
  const afterBlock = (index: number) => {
    const { indent } = lines[index] as Line
    let next = index + 1
    while (next < lines.length && ((lines[next] as Line).text === '' || (lines[next] as Line).indent > indent)) next++
    while (next > index + 1 && (lines[next - 1] as Line).text === '') next--
    return next
  }
  const keep = (start: number, end: number, html: boolean) => {
    let done = start
    const pattern = language === 'pug' ? /[#!]\{/g : /#\{/g
    pattern.lastIndex = start
    for (let match = pattern.exec(source); match && match.index < end; match = pattern.exec(source)) {
      const close = bracketEnd(source, match.index + 1)
      // What is not closed here is not closed further on.
      if (close === null) break
      if (close > end) continue
      builder.keep(done, match.index, html)
      builder.hole(match.index, close, html)
      builder.span('expression', match.index, close, source.slice(match.index + 2, close - 1))
      done = close
      pattern.lastIndex = close
    }
    builder.keep(done, end, html)
  }
  const keepLines = (from: number, to: number, html: boolean) => {
    for (const { start, end } of lines.slice(from, to)) {
      keep(start, end, html)
      lastEnd = Math.max(lastEnd, end)
    }
  }
  const scriptBlock = (index: number, to: number) => {
    const { start, end } = lines[index] as Line
    const last = lines[to - 1] as Line
    if (NOTHING_INSIDE.has(current()?.tag ?? '')) return keepLines(index + 1, to, false)
    const element = builder.element('script', { start, end }, current())
    element.end = Math.max(end, last.end)
    element.content = { start: Math.min(end + 1, element.end), end: element.end }
    keepLines(index + 1, to, false)
  }

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const { text, start, end, indent } = line
    if (text === '') continue
    closeTo(indent)
    lastEnd = end
    const filter = FILTER[language].exec(text)
    if (COMMENT[language].test(text)) {
      const to = afterBlock(index)
      const last = lines[to - 1] as Line
      const mark = COMMENT[language].exec(text)?.[0].length ?? 1
      builder.comment(start, last.end, source.slice(start + mark, last.end))
      lastEnd = last.end
      index = to - 1
    } else if (filter && filter[1] !== undefined) {
      const to = afterBlock(index)
      if (/^(?:javascript|babel|typescript)$/.test(filter[1])) scriptBlock(index, to)
      else if (/^(?:plain|erb|markdown|cdata|preserve)$/.test(filter[1])) keepLines(index + 1, to, isHtml())
      lastEnd = (lines[to - 1] as Line).end
      index = to - 1
    } else if (/^-/.test(text)) {
      builder.span('statement', start, end, text.slice(1))
    } else if (/^(?:[!&]?==?|~)/.test(text)) {
      builder.span('expression', start, end, text.replace(/^(?:[!&]?==?|~)[<>']*/, ''))
    } else if (language === 'pug' && PUG_STATEMENT.test(text)) {
      builder.span('statement', start, end, text)
    } else if (/^(?:!!!|doctype\b|\/\[)/.test(text)) {
      // A doctype says nothing; what stands under an Internet Explorer condition is content.
    } else if (language === 'haml' ? /^(?:[%.]|#[\w-])/.test(text) : /^(?:[\w.#]|\*\{)/.test(text)) {
      index = tagLine(index, line)
    } else if (language === 'slim' && /^[|']/.test(text)) {
      const to = afterBlock(index)
      const html = isHtml()
      keep(start + 1, end, html)
      keepLines(index + 1, to, html)
      index = to - 1
    } else {
      keep(/^[|\\]/.test(text) ? start + 1 : start, end, isHtml())
    }
  }
  closeTo(-1)
  return builder.build()

  /** Reads the tag (or `a: b: c`) at a line; gives the index of the last line that was used. */
  function tagLine(index: number, line: Line): number {
    const elements: MarkupElement[] = []
    let at = line.start
    for (;;) {
      const name = (language === 'haml' ? /^%([\w:@-]+)/ : /^([\w][\w:@-]*[\w-]|\w)/).exec(source.slice(at, at + 100))
      const element = builder.element(name?.[1] ?? 'div', { start: at, end: at }, elements.at(-1) ?? current())
      elements.push(element)
      at = attributesOf(element, at + (name?.[0].length ?? 0))
      element.end = at
      element.content = { start: at, end: at }
      const nested = language === 'haml' ? null : /^:[ \t]+(?=[\w.#])/.exec(source.slice(at, at + 20))
      if (!nested) break
      at += nested[0].length
    }
    while (index + 1 < lines.length && (lines[index + 1] as Line).start <= at) index++
    const { end } = lines[index] as Line
    open.push({ indent: line.indent, elements })
    lastEnd = Math.max(lastEnd, end)
    const rest = source.slice(at, end)
    const expression = (language === 'slim' ? /^[<>]*[ \t]*==?[<>']*[ \t]?/ : /^[<>]*[!&]?==?[ \t]?/).exec(rest)
    if (expression) {
      builder.span('expression', at, end, rest.slice(expression[0].length))
    } else if (language === 'pug' && /^\.\s*$/.test(rest)) {
      lines[index] = { ...(lines[index] as Line), indent: line.indent }
      const to = afterBlock(index)
      keepLines(index + 1, to, isHtml())
      return to - 1
    } else if (rest.trim() !== '' && rest.trim() !== '/') {
      keep(at, end, isHtml())
    }
    return index
  }

  /** Reads shorthands and attributes; gives the offset after them. */
  function attributesOf(element: MarkupElement, from: number): number {
    let at = from
    for (;;) {
      const shorthand = /^([.#])([\w:@/-]*[\w/-])/.exec(source.slice(at, at + 200))
      if (!shorthand) break
      const value = shorthand[2] as string
      const valueStart = at + 1
      builder.attribute(element, {
        name: shorthand[1] === '#' ? 'id' : 'class',
        start: at,
        end: at + shorthand[0].length,
        value: { text: value, toFile: (offset) => valueStart + offset },
      })
      at += shorthand[0].length
    }
    const host = language === 'pug' ? 'javascript' : 'ruby'
    for (;;) {
      const bracket = source[at] as string
      if (!/^[({[]/.test(bracket ?? '')) break
      const end = bracketEnd(source, at)
      if (end === null) return listedAttributes(builder, element, source, at + 1, endOfLine(at), { host, stop: false })
      if (language === 'haml' && bracket === '{') hashAttributes(builder, element, source, at + 1, end - 1)
      else if (!(language === 'haml' && bracket === '[')) {
        listedAttributes(builder, element, source, at + 1, end - 1, { host, stop: false })
      }
      at = end
    }
    if (language !== 'slim' || !/[ \t]/.test(source[at] ?? '')) return at
    return listedAttributes(builder, element, source, at, endOfLine(at), { host, stop: true })
  }

  function endOfLine(at: number): number {
    const newline = source.indexOf('\n', at)
    return newline < 0 ? source.length : newline
  }
}

function linesOf(source: string): Line[] {
  const lines: Line[] = []
  for (const match of source.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    const raw = match[1] as string
    if (match[0] === '' && match.index >= source.length) break
    const text = raw.trim()
    const spaces = raw.length - raw.trimStart().length
    // A tab counts as one step, as two spaces mostly are.
    const indent = raw.slice(0, spaces).replace(/\t/g, '  ').length
    lines.push({ start: match.index + spaces, end: match.index + spaces + text.length, indent, text })
  }
  return lines
}
