/** Strings of Java, Kotlin, Groovy and C#: verbatim, raw, interpolated, text blocks. */
import { HOLE } from '../../../parse/hole.js'
import type { ClassLanguage } from './tokens.js'

export interface ReadString {
  /** What it holds, with a HOLE for each interpolation. */
  text: string
  /** The code of each interpolation, in order. */
  holes: string[]
  end: number
  /** A character of Java, Kotlin or C#, and no text. */
  isCharacter: boolean
}

interface Style {
  /** Offset behind the opening quotes. */
  from: number
  close: string
  escape: 'backslash' | 'doubled' | 'none'
  /** `dollar`: `$name`, `${…}`; a number: that many braces around it; null: none. */
  hole: 'dollar' | number | null
  isLong: boolean
}

/** https://learn.microsoft.com/dotnet/csharp/programming-guide/strings/ */
const PREFIXED = /(?:(\$+)@?|@\$?)(?=")/y
const FENCE = /"{3,}/y

/** The string that begins at an offset; null when none does. `before`: the token before it, which tells what a slash is. */
export function stringAt(text: string, at: number, language: ClassLanguage, before: string | null): ReadString | null {
  const style = styleAt(text, at, language, before)
  if (!style) return null
  const isCharacter = language !== 'groovy' && text[at] === "'"
  return { ...read(text, style, language), isCharacter }
}

function styleAt(text: string, at: number, language: ClassLanguage, before: string | null): Style | null {
  const first = text[at]
  if (language === 'csharp') return csharpStyle(text, at)
  const hole = language === 'java' ? null : 'dollar'
  if (text.startsWith('"""', at)) {
    return { from: at + 3, close: '"""', escape: language === 'kotlin' ? 'none' : 'backslash', hole, isLong: true }
  }
  if (first === '"') return { from: at + 1, close: '"', escape: 'backslash', hole, isLong: false }
  if (language === 'groovy' && text.startsWith("'''", at)) return { from: at + 3, close: "'''", escape: 'backslash', hole: null, isLong: true }
  if (first === "'") return { from: at + 1, close: "'", escape: 'backslash', hole: null, isLong: false }
  return language === 'groovy' ? slashyStyle(text, at, before) : null
}

function csharpStyle(text: string, at: number): Style | null {
  PREFIXED.lastIndex = at
  const prefix = PREFIXED.exec(text)
  const from = at + (prefix?.[0].length ?? 0)
  if (text[from] === "'") return { from: from + 1, close: "'", escape: 'backslash', hole: null, isLong: false }
  if (text[from] !== '"') return null
  const dollars = prefix?.[0].replace(/@/g, '').length ?? 0
  const hole = dollars === 0 ? null : dollars
  FENCE.lastIndex = from
  const fence = prefix?.[0].includes('@') ? undefined : FENCE.exec(text)?.[0]
  if (fence !== undefined) return { from: from + fence.length, close: fence, escape: 'none', hole, isLong: true }
  const isVerbatim = prefix?.[0].includes('@') ?? false
  return { from: from + 1, close: '"', escape: isVerbatim ? 'doubled' : 'backslash', hole, isLong: isVerbatim }
}

/** A slash where a value is expected begins a text. https://groovy-lang.org/syntax.html#_slashy_string */
function slashyStyle(text: string, at: number, before: string | null): Style | null {
  if (text.startsWith('$/', at)) return { from: at + 2, close: '/$', escape: 'none', hole: 'dollar', isLong: true }
  if (text[at] !== '/' || (before !== null && !/^(?:[=(,:[{!~&|?;]|==|==~|=~|return|in)$/.test(before))) return null
  const end = text.indexOf('/', at + 1)
  const line = text.indexOf('\n', at)
  return end < 0 || (line >= 0 && line < end) ? null : { from: at + 1, close: '/', escape: 'none', hole: 'dollar', isLong: false }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' }
const DOLLAR_NAME = /\$[A-Za-z_]\w*/y
const DOTTED_NAME = /\$[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y

function read(text: string, style: Style, language: ClassLanguage): Omit<ReadString, 'isCharacter'> {
  const { close, escape, hole, isLong } = style
  const holes: string[] = []
  let found = ''
  let at = style.from
  while (at < text.length) {
    const character = text[at] as string
    if (text.startsWith(close, at)) {
      if (escape !== 'doubled' || text[at + 1] !== '"') return { text: found, holes, end: at + close.length }
      found += '"'
      at += 2
    } else if (character === '\n' && !isLong) break
    else if (character === '\\' && escape === 'backslash') {
      const code = /^u+([\da-fA-F]{4})/.exec(text.slice(at + 1, at + 8))
      const escaped = text[at + 1] ?? ''
      found += code ? String.fromCharCode(Number.parseInt(code[1] as string, 16)) : (ESCAPES[escaped] ?? escaped)
      at += code ? code[0].length + 1 : 2
    } else {
      const inner = hole === null ? null : holeAt(text, at, hole, language)
      found += inner ? inner.text : character
      if (inner?.code !== undefined) holes.push(inner.code)
      at = inner?.end ?? at + 1
    }
  }
  return { text: found, holes, end: Math.min(at, text.length) }
}

/** An interpolation, or a doubled brace that stands for one; null for plain text. */
function holeAt(text: string, at: number, hole: 'dollar' | number, language: ClassLanguage): { text: string; code?: string; end: number } | null {
  if (hole === 'dollar') {
    if (text[at] !== '$') return null
    if (text[at + 1] === '{') return braced(text, at + 2, 1)
    const name = language === 'groovy' ? DOTTED_NAME : DOLLAR_NAME
    name.lastIndex = at
    const found = name.exec(text)?.[0]
    return found === undefined ? null : { text: HOLE, code: found.slice(1), end: at + found.length }
  }
  const brace = text[at]
  if (brace !== '{' && brace !== '}') return null
  if (hole === 1 && text[at + 1] === brace) return { text: brace, end: at + 2 }
  if (brace === '}' || !text.startsWith('{'.repeat(hole), at)) return null
  return braced(text, at + hole, hole)
}

/** Interpolations longer than this are none. */
const LONGEST = 2000

/** From behind the opening brace to behind the closing one; null when it has no end. */
function braced(text: string, from: number, braces: number): { text: string; code: string; end: number } | null {
  let depth = 0
  for (let at = from; at < text.length && at < from + LONGEST; at++) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}' && depth-- === 0) return { text: HOLE, code: text.slice(from, at), end: at + braces }
  }
  return null
}
