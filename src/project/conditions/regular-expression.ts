/**
 * Regular expressions of a scanned site as patterns of paths. They are read and never run: what is not a text with
 * choices, optional parts and the usual wildcards is not read at all.
 */
import { ANY, WORD } from './path-pattern.js'
import { all, unclear, type PathTest } from './path-test.js'

/** More alternatives than this are nobody's hand-written test of a path. */
const ALTERNATIVES = 48
const LONGEST = 300

/** Alternatives of a piece; `null`: cannot be read. */
type Pieces = string[] | null

interface Reader {
  text: string
  at: number
  depth: number
  /** A part stands for more than it matches: what fits the patterns need not match. */
  isLoose: boolean
}

const START = '\uE010'
const END = '\uE011'
const JOINED = new RegExp(`^${ANY}+`)

/** Whether a path matches the source of a regular expression, without flags. */
export function matchesExpression(source: string): PathTest {
  const found = readExpression(source)
  if (!found) return unclear
  const test: PathTest = { kind: 'path', patterns: found.patterns }
  return found.isLoose ? all([test, unclear]) : test
}

/** Patterns that all paths fit which the source of a regular expression matches, or null. */
export function readExpression(source: string): { patterns: string[]; isLoose: boolean } | null {
  if (source.length > LONGEST) return null
  const reader: Reader = { text: source, at: 0, depth: 0, isLoose: false }
  const found = alternatives(reader)
  if (!found || reader.at < source.length) return null
  const patterns = found.map((text) => {
    const open = text.startsWith(START) ? text : ANY + text
    return (open.endsWith(END) ? open : open + ANY).replaceAll(START, '').replaceAll(END, '')
  })
  return { patterns: patterns.map((pattern) => pattern.replace(JOINED, ANY)), isLoose: reader.isLoose }
}

function alternatives(reader: Reader): Pieces {
  if (++reader.depth > 12) return null
  const all: string[] = []
  for (;;) {
    const one = sequence(reader)
    if (!one) return null
    all.push(...one)
    if (reader.text[reader.at] !== '|') break
    reader.at++
  }
  reader.depth--
  return all.length > ALTERNATIVES ? null : all
}

function sequence(reader: Reader): Pieces {
  let texts = ['']
  while (reader.at < reader.text.length && !/[|)]/.test(reader.text[reader.at] as string)) {
    const piece = quantified(reader)
    if (!piece) return null
    texts = texts.flatMap((text) => piece.map((each) => text + each))
    if (texts.length > ALTERNATIVES) return null
  }
  return texts
}

function quantified(reader: Reader): Pieces {
  const piece = atom(reader)
  if (!piece) return null
  const sign = reader.text[reader.at] ?? ''
  if (!/[?*+{]/.test(sign)) return piece
  if (sign === '{') return null
  reader.at++
  if (reader.text[reader.at] === '?') reader.at++
  const isClass = piece.every((each) => each === WORD || each === ANY)
  if (sign === '?') return ['', ...piece]
  if (!isClass) return null
  return sign === '+' ? piece : piece.includes(ANY) ? [ANY] : ['', ...piece]
}

function atom(reader: Reader): Pieces {
  const character = reader.text[reader.at++] as string
  switch (character) {
    case '^': return [START]
    case '$': return [END]
    case '.': {
      const isAny = reader.text[reader.at] === '*'
      if (!isAny) reader.isLoose = true
      return [isAny ? ANY : WORD]
    }
    case '\\': return escaped(reader)
    case '[': return characterClass(reader)
    case '(': return group(reader)
    default: return /[?*+{}\]]/.test(character) ? null : [character]
  }
}

function escaped(reader: Reader): Pieces {
  const character = reader.text[reader.at++] ?? ''
  if (/[wdb]/.test(character)) {
    reader.isLoose = true
    return [character === 'b' ? '' : WORD]
  }
  return /[A-Za-z0-9]/.test(character) || character === '' ? null : [character]
}

/** `[^/]`, `[\w-]`: nearly all stand for a word. */
function characterClass(reader: Reader): Pieces {
  const end = reader.text.indexOf(']', reader.at + 1)
  if (end < 0) return null
  const body = reader.text.slice(reader.at, end)
  reader.at = end + 1
  if (body === '^/' || body === '^\\/') return [WORD]
  if (/^[^\\^-]{1,4}$/.test(body)) return [...body]
  reader.isLoose = true
  if (body.startsWith('^')) return [body.includes('/') ? WORD : ANY]
  return [body.includes('/') ? ANY : WORD]
}

function group(reader: Reader): Pieces {
  const special = /^\?(:|=|!|<=|<!|<\w+>)/.exec(reader.text.slice(reader.at, reader.at + 40))
  // What must not follow cannot be said by a pattern.
  if (special && /^\?<?[=!]/.test(special[0])) return null
  reader.at += special?.[0].length ?? 0
  const inner = alternatives(reader)
  if (!inner || reader.text[reader.at] !== ')') return null
  reader.at++
  return inner
}
