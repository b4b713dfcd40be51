/** Engines whose statements are attributes: Thymeleaf and HTL. Only what breaks HTML or script is masked. */
import type { Span } from '../../../types.js'
import { balancedEnd, codeEnd, EXPRESSION_SYNTAX } from '../balanced.js'
import { lexed, lexOver, MOST_UNCLOSED, region, type Lexed, type Region } from '../regions.js'

/**
 * Comments, in the order they are tried. `keeps`: what stands between the delimiters is there at run time.
 * https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html#comments-and-blocks and
 * #advanced-inlined-evaluation-and-serialization for those in scripts
 */
const COMMENTS: [open: string, close: string, keeps: boolean][] = [
  ['<!--/*/', '/*/-->', true],
  ['<!--/*-->', '<!--*/-->', false],
  ['<!--/*', '*/-->', false],
  ['/*[+', '+]*/', true],
  ['/*[-', '-]*/', false],
]

/** Finds inline expressions and parser-level comments of Thymeleaf. `th:*` attributes stay as they are. Never throws. */
export function lexThymeleaf(text: string): Lexed {
  return lexOver(text, comments(text), inlined)
}

function comments(text: string): Lexed {
  const regions: Region[] = []
  const pattern = /<!--\/\*|\/\*\[[-+]/g
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    const form = COMMENTS.find(([open]) => text.startsWith(open, start))
    if (!form) continue
    const [open, close, keeps] = form
    const codeStart = start + open.length
    let closeAt = text.indexOf(close, codeStart)
    let closeEnd = closeAt + close.length
    if (open === '/*[-' && closeAt < 0) {
      const spaced = /-\s*\]\s*\*\//g
      spaced.lastIndex = codeStart
      closeAt = spaced.exec(text)?.index ?? -1
      closeEnd = spaced.lastIndex
    }
    if (closeAt < 0) {
      unclosed++
      continue
    }
    if (keeps) {
      regions.push(region('statement', start, codeStart, start, codeStart))
      regions.push(region('statement', closeAt, closeEnd, closeAt, closeEnd))
      pattern.lastIndex = codeStart
    } else {
      regions.push(region('comment', start, closeEnd, codeStart, closeAt))
      pattern.lastIndex = closeEnd
    }
  }
  return lexed(regions)
}

/** `[[${…}]]` and `[(…)]`; an array of arrays in a script is none. */
const INLINE = /\[(?:\[(?=\s*(?:[$*#@~_]\{|'|__\$\{|\(\s*[$*#@]\{|\w+\s*[?+]))|\((?=\s*(?:[$*#@~]\{|')))/g

function inlined(text: string): Lexed {
  const regions: Region[] = []
  const pattern = new RegExp(INLINE)
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    const close = codeEnd(text, start + 2, match[0] === '[[' ? ']]' : ')]', EXPRESSION_SYNTAX, false)
    if (close < 0) {
      unclosed++
      continue
    }
    const around = commented(text, start, close + 2)
    regions.push(region('expression', around.start, around.end, start + 2, close))
    pattern.lastIndex = around.end
  }
  return lexed(regions)
}

/**
 * A JavaScript comment around an expression goes with the value that stands for it in a prototype: `/*[[${plan}]]*\/ 'x'`.
 * https://www.thymeleaf.org/doc/tutorials/3.1/usingthymeleaf.html#javascript-natural-templates
 */
function commented(text: string, start: number, end: number): Span {
  if (!text.startsWith('/*', start - 2) || !text.startsWith('*/', end)) return { start, end }
  const prototype = /\*\/[ \t]*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[\w.$-]+|\[\]|\{\})?/y
  prototype.lastIndex = end
  return { start: start - 2, end: prototype.test(text) ? prototype.lastIndex : end + 2 }
}

/**
 * Finds `${…}` and `<!--/* … *\/-->` of HTL. Never throws.
 * https://github.com/adobe/htl-spec/blob/master/SPECIFICATION.md
 */
export function lexHtl(text: string): Lexed {
  const regions: Region[] = []
  const pattern = /<!--\/\*|\$\{/g
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    if (match[0] === '${') {
      if (text[start - 1] === '\\') continue
      const end = balancedEnd(text, start + 1, EXPRESSION_SYNTAX)
      if (end < 0) unclosed++
      else {
        regions.push(region('expression', start, end, start + 2, end - 1))
        pattern.lastIndex = end
      }
      continue
    }
    const close = text.indexOf('*/-->', start)
    if (close < 0) unclosed++
    else {
      regions.push(region('comment', start, close + 5, start + 6, close))
      pattern.lastIndex = close + 5
    }
  }
  return lexed(regions)
}
