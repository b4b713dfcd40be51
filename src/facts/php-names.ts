/**
 * Arguments of calls in PHP, and which templates they may name. For the short code of templates; see `frameworks/php`
 * for files.
 */
import type { NamedTemplate } from './template-names.js'

/**
 * The arguments between an opening bracket, whose offset is given, and the one that closes it, as written. Brackets and
 * commas in texts and in brackets are no separators.
 */
export function argumentsAt(code: string, open: number): string[] {
  const found: string[] = []
  let depth = 0
  let from = open + 1
  for (let at = open; at < code.length; at++) {
    const character = code[at] as string
    if (character === "'" || character === '"') at = endOfText(code, at)
    else if (/[([{]/.test(character)) depth++
    else if (/[)\]}]/.test(character)) {
      depth--
      if (depth === 0) {
        found.push(code.slice(from, at).trim())
        break
      }
    } else if (character === ',' && depth === 1) {
      found.push(code.slice(from, at).trim())
      from = at + 1
    }
  }
  return found.filter((argument) => argument !== '')
}

function endOfText(code: string, start: number): number {
  let at = start + 1
  while (at < code.length && code[at] !== code[start]) at += code[at] === '\\' ? 2 : 1
  return at
}

const PIECE = new RegExp(
  [
    String.raw`'((?:[^'\\]|\\.)*)'`,
    String.raw`"((?:[^"\\]|\\.)*)"`,
    String.raw`(\?\?|\?:|[?:,[\]](?!:))`,
    String.raw`(\.(?![\d.]))`,
    String.raw`(==|!=|<|>|&&|\|\||!|\binstanceof\b)`,
    String.raw`(\([^()]*(?:\([^()]*\)[^()]*)*\))`,
    String.raw`([$\w\\>-]+|::)`,
    String.raw`(\S)`,
  ].join('|'),
  'g',
)

/**
 * `'a.b'`, `'parts.' . $kind`, `$x ? 'a' : 'b'`, `$layout ?? 'a'`, `['a', 'b']`. `*` stands for what is not literal;
 * what nothing is known of is left out.
 */
export function namesOf(expression: string): NamedTemplate[] {
  const names: string[] = []
  let pieces: string[] = []
  let isTest = false
  let isWhole = true
  const flush = (): void => {
    const name = pieces.join('').replace(/\*+/g, '*')
    if (!isTest && name.replace(/[*./:_-]/g, '') !== '') names.push(name)
    else if (pieces.length > 0) isWhole = false
    pieces = []
    isTest = false
  }
  for (const [, single, double, separator, dot, comparison, brackets, word] of expression.matchAll(PIECE)) {
    if (single !== undefined) pieces.push(single)
    else if (double !== undefined)
      pieces.push(double.replace(/\{\$[^}]*\}|\$\{[^}]*\}|\$\w+(?:->\w+|\[[^\]]*\])?/g, '*'))
    else if (separator !== undefined) flush()
    else if (comparison !== undefined) isTest = true
    else if (word !== undefined && /::class$|^class$/.test(word)) pieces.push('')
    else if (word !== undefined) pieces.push('*')
    else if (dot === undefined && brackets === undefined) pieces.push('*')
  }
  flush()
  return names.map((target) => ({
    target, certainty: target.includes('*') ? 'possible' : names.length > 1 || !isWhole ? 'likely' : 'exact',
  }))
}
