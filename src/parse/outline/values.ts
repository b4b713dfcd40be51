/** An attribute whose value is an expression of the host language: its literal parts as text, the rest as holes. */
import { HOLE } from '../hole.js'
import { MappedTextBuilder, sliceText, type MappedText } from '../mapped-text.js'
import { decodeString } from '../server/decode.js'
import type { StringShape } from '../server/syntax.js'

const LITERAL = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`(?:\\[\s\S]|[^`\\])*`/g

export interface ExpressionValue {
  value: MappedText
  /** It is one literal without interpolation: nothing of it is decided at run time. */
  literal: boolean
}

/**
 * The value of the expression at `start`…`end` of `source`. `host` decides what strings interpolate: `#{}` in double
 * quotes for Ruby, `${}` in backticks for JavaScript.
 */
export function expressionValue(source: string, start: number, end: number, host: 'ruby' | 'javascript'): ExpressionValue {
  const code = source.slice(start, end)
  // Numbers, booleans and Ruby's symbols are as literal as strings.
  const plain = /^(\s*:?)(?:true|false|\d[\d.]*|(?<=:)[A-Za-z_]\w*)\s*$/.exec(code)
  if (plain) {
    const from = start + (plain[1] as string).length
    return { value: sliceText(source, from, start + code.trimEnd().length), literal: true }
  }
  const builder = new MappedTextBuilder()
  let done = 0
  let parts = 0
  let dynamic = false
  let depth = 0
  for (const match of code.matchAll(LITERAL)) {
    const between = code.slice(done, match.index)
    depth += (between.match(/[([{]/g)?.length ?? 0) - (between.match(/[)\]}]/g)?.length ?? 0)
    // The argument of a call is not part of the value.
    if (depth > 0) continue
    if (/[^\s+]/.test(between)) {
      builder.replaced(HOLE, start + done)
      dynamic = true
    }
    const from = start + match.index + 1
    const to = from + match[0].length - 2
    const length = builder.length
    const shape = shapeOf(match[0][0] as string, host)
    if (/[\\#$%{]/.test(match[0])) decodeString(builder, source, from, to, shape, false)
    else builder.verbatim(source.slice(from, to), from)
    if (builder.length > length) parts++
    done = match.index + match[0].length
  }
  if (/[^\s+;]/.test(code.slice(done))) {
    builder.replaced(HOLE, start + done)
    dynamic = true
  }
  if (parts === 0 && !dynamic) return { value: sliceText(source, end, end), literal: true }
  const value = builder.build(end)
  return { value, literal: !dynamic && !value.text.includes(HOLE) }
}

function shapeOf(quote: string, host: 'ruby' | 'javascript'): StringShape {
  const interpolation = host === 'ruby' ? (quote === '"' ? 'hash' : null) : quote === '`' ? 'dollar' : null
  const escapes = host === 'ruby' && quote === "'" ? 'backslash-kept' : 'backslash'
  return { close: quote, escapes, multiline: true, interpolation }
}
