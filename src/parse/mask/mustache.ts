/** `{{ }}` alone: Handlebars, Mustache and Ember; Go's html/template. */
import { codeEnd, EXPRESSION_SYNTAX, GO_SYNTAX } from './balanced.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

/** https://handlebarsjs.com/guide/block-helpers.html: what only steers. `&` and `{` print. */
const HANDLEBARS_STATEMENT = /^~?\s*(?:[#/^>=*]|else\b)/

/** The layout around a template: a comment for all others. https://github.com/TryGhost/express-hbs#layouts */
const LAYOUT = /^\{\{!<\s+[\w./-]+\s*\}\}$/

/** Longest opening first. https://handlebarsjs.com/guide/expressions.html */
const OPENINGS: [open: string, closes: string[]][] = [
  ['{{!--', ['--}}', '--~}}']],
  ['{{~!--', ['--}}', '--~}}']],
  ['{{!', ['}}']],
  ['{{~!', ['}}']],
  ['{{{{', ['}}}}']],
  ['{{{', ['}}}']],
  ['{{~{', ['}~}}', '}}}']],
  ['{{', ['}}']],
]

/** Finds the constructs of Handlebars, Mustache and Ember templates. Never throws. */
export function lexHandlebars(text: string): Lexed {
  const regions: Region[] = []
  const pattern = /\{\{/g
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    // `\{{` is literal, `\\{{` is a backslash before an expression.
    if (text[start - 1] === '\\' && text[start - 2] !== '\\') continue
    const found = handlebarsEnd(text, start)
    if (found === null) {
      unclosed++
      continue
    }
    const { open, codeStart, closeAt, end } = found
    pattern.lastIndex = end
    const code = text.slice(codeStart, closeAt)
    if (open.endsWith('!--') || open.endsWith('!')) {
      const isLayout = LAYOUT.test(text.slice(start, end))
      regions.push(isLayout ? region('statement', start, end, start + 2, closeAt) : region('comment', start, end, codeStart, closeAt))
    } else if (open === '{{{{') {
      regions.push(region('statement', start, end, codeStart, closeAt))
      const name = /^\s*([\w.-]+)/.exec(code)?.[1]
      const close = name === undefined ? -1 : text.indexOf(`{{{{/${name}`, end)
      if (close >= 0) pattern.lastIndex = close
    } else {
      const statement = open === '{{' && HANDLEBARS_STATEMENT.test(code)
      regions.push(region(statement ? 'statement' : 'expression', start, end, codeStart, closeAt))
    }
  }
  return lexed(regions)
}

function handlebarsEnd(text: string, start: number) {
  for (const [open, closes] of OPENINGS) {
    if (!text.startsWith(open, start)) continue
    const codeStart = start + open.length
    const found = closes
      .map((close) => {
        const at = open.includes('!') ? text.indexOf(close, codeStart) : codeEnd(text, codeStart, close, EXPRESSION_SYNTAX, false)
        return { open, codeStart, closeAt: at, end: at + close.length }
      })
      .filter(({ closeAt }) => closeAt >= 0)
      .sort((one, other) => one.closeAt - other.closeAt)[0]
    if (found) return found
  }
  return null
}

/** https://pkg.go.dev/text/template#hdr-Actions */
const GO_STATEMENT = /^-?\s*(?:(?:if|else|end|range|with|define|block|template|break|continue|return)\b|\$\w+(?:\s*,\s*\$\w+)?\s*:?=(?!=))/

/** Finds the actions of Go templates (also Hugo). Never throws. */
export function lexGoTemplate(text: string): Lexed {
  const regions: Region[] = []
  const pattern = /\{\{(-?\s*\/\*)?/g
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    const codeStart = start + match[0].length
    if (match[1] !== undefined) {
      const closing = /\*\/\s*-?\}\}/g
      closing.lastIndex = codeStart
      const close = closing.exec(text)
      if (close) regions.push(region('comment', start, closing.lastIndex, codeStart, close.index))
      else unclosed++
      pattern.lastIndex = close ? closing.lastIndex : codeStart
      continue
    }
    const closeAt = codeEnd(text, codeStart, '}}', GO_SYNTAX, false)
    if (closeAt < 0) {
      unclosed++
      continue
    }
    const statement = GO_STATEMENT.test(text.slice(codeStart, closeAt))
    regions.push(region(statement ? 'statement' : 'expression', start, closeAt + 2, codeStart, closeAt))
    pattern.lastIndex = closeAt + 2
  }
  return lexed(regions)
}
