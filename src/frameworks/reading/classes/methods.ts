/** Methods of classes, functions of Kotlin files, and the closures of Grails that are called like methods. */
import type { Span } from '../../../types.js'
import type { CodeAnnotation, CodeParameter } from './nodes.js'
import { indexOfMark, wordsBefore, type Reading } from './outline.js'
import type { Token } from './tokens.js'

/** Words before a name with brackets that is no declaration. */
const NO_TYPES = new Set(['new', 'return', 'throw', 'else', 'case', 'await', 'in', 'is', 'as', 'if', 'while', 'assert'])
const MODIFIERS = /\b(?:public|private|protected|internal|static|final|abstract|override|virtual|async|open|suspend|synchronized|default|native|sealed|partial|new|unsafe|extern|inline|operator|def|fun|strictfp|readonly)\b/g

/** A method declared at a token; the index behind it, or null when there is none. */
export function methodAt(reading: Reading, at: number, to: number, parent: number, annotations: CodeAnnotation[]): number | null {
  const { tokens, language } = reading
  const token = tokens[at] as Token
  if (token.kind !== 'name' && !(token.kind === 'string' && language === 'groovy')) return null
  const owner = reading.classes[parent] ?? reading.top
  const add = (body: Span, next: number, type: string, parameters: CodeParameter[]): number => {
    const modifiers = wordsBefore(reading, at)
    owner.methods.push({
      name: token.text, annotations: [...annotations], body, modifiers, parameters,
      type: type === '' && language !== 'kotlin' ? modifiers.replace(MODIFIERS, '').replace(/\s+/g, '') : type,
      start: token.start, end: tokens[next - 1]?.end ?? token.end,
    })
    return next
  }
  const open = tokens[at + 1]
  // Grails: `def index = { … }`, `static mappings = { … }`.
  if (parent >= 0 && language === 'groovy' && open?.text === '=' && tokens[at + 2]?.text === '{') {
    const brace = tokens[at + 2] as Token
    return add(bodyOf(tokens, brace), brace.close + 1, '', [])
  }
  const bracket = open?.text === '<' ? tokens[behindTypes(tokens, at + 1)] : open
  if (bracket?.text !== '(' || bracket.close < 0 || !isDeclared(reading, at, parent)) return null
  const parameters = parametersOf(reading, tokens.indexOf(bracket, at), bracket.close)
  const end = endOfSignature(reading, bracket.close + 1, to)
  const mark = tokens[end]
  // Behind the colon of C# a constructor calls another one.
  const isTyped = language !== 'csharp' && tokens[bracket.close + 1]?.text === ':'
  const type = isTyped ? tokens.slice(bracket.close + 2, end).map(({ text }) => text).join('') : ''
  if (mark?.text === '{') return add(bodyOf(tokens, mark), mark.close + 1, type, parameters)
  if (mark?.text === '=>' || (mark?.text === '=' && language === 'kotlin')) {
    const { node, next } = reading.reader.expression(end + 1, to)
    return add({ start: mark.start, end: node.end }, Math.max(next, end + 1), type, parameters)
  }
  // Declared and not written out: an interface, an abstract class.
  const isOpen = mark?.text === ';' || (language !== 'java' && language !== 'csharp')
  return isOpen && parent >= 0 ? add({ start: bracket.end, end: bracket.end }, mark?.text === ';' ? end + 1 : end, type, parameters) : null
}

function bodyOf(tokens: readonly Token[], brace: Token): Span {
  return { start: brace.start, end: tokens[brace.close]?.end ?? brace.end }
}

/** A type or `fun` stands before the name; a constructor has the name of its class. */
function isDeclared({ tokens, language, classes }: Reading, at: number, parent: number): boolean {
  const before = tokens[at - 1]
  if (!before) return false
  if (language === 'kotlin') {
    let word = at - 1
    // `fun String.name()`, `fun <T> name()`.
    while (word > 0 && at - word < 12 && /^(?:[.<>,?]|[A-Z]\w*)$/.test(tokens[word]?.text ?? '')) word--
    return tokens[word]?.text === 'fun'
  }
  if (before.startsLine && tokens[at]?.startsLine && language === 'groovy') return false
  const isTyped = before.kind === 'name' ? !NO_TYPES.has(before.text) : /^[>\]?)]$/.test(before.text) && before.kind === 'mark'
  // A bracket before the name may also end an annotation.
  if (isTyped && before.text !== ')') return parent >= 0
  return parent >= 0 && (tokens[at]?.text === classes[parent]?.name || (before.text === ')' && language === 'csharp'))
}

function behindTypes(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let index = at; index < tokens.length && index < at + 40; index++) {
    if (tokens[index]?.text === '<') depth++
    else if (tokens[index]?.text === '>' && --depth === 0) return index + 1
  }
  return at
}

/** Index of what follows the parameters, types and clauses: a body, its arrow or `=`, a semicolon, the next line. */
function endOfSignature({ tokens, language }: Reading, from: number, to: number): number {
  if (language === 'java' || language === 'csharp') return indexOfMark(tokens, from, to, ['{', ';', '=>', '=', '}'])
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && /^(?:[{;=}])$/.test(token.text)) return at
    if (token.startsLine && !/^(?::|throws|where)$/.test(token.text)) return at
    at = (token.close > at ? token.close : at) + 1
  }
  return to
}

/** `@RequestParam("x") String name, int… b = 1`, `name: String = ""`. */
function parametersOf({ tokens, language }: Reading, open: number, close: number): CodeParameter[] {
  const parts: Token[][] = [[]]
  let angles = 0
  for (let at = open + 1; at < close;) {
    const token = tokens[at] as Token
    if (token.text === '<') angles++
    else if (token.text === '>') angles--
    if (token.text === ',' && angles <= 0) parts.push([])
    // What stands in brackets belongs to annotations; those of an array are part of its type.
    else if (token.close < 0 || (token.text === '[' && parts.at(-1)?.length !== 0)) parts.at(-1)?.push(token)
    at = (token.close > at ? token.close : at) + 1
  }
  return parts.flatMap((part): CodeParameter[] => {
    const value = part.findIndex(({ text }) => text === '=')
    const own = (value < 0 ? part : part.slice(0, value)).filter((token, at, all) => token.text !== '@' && all[at - 1]?.text !== '@')
    const colon = own.findIndex(({ text }) => text === ':')
    const name = language === 'kotlin' ? own[colon - 1] : own.findLast(({ kind }) => kind === 'name')
    if (!name) return []
    const typed = language === 'kotlin' ? own.slice(colon + 1) : own.slice(0, own.indexOf(name)).filter(({ text }) => !/^(?:final|this|params|ref|out|in)$/.test(text))
    return [{ name: name.text, type: typed.map(({ text }) => (text === '[' ? '[]' : text)).join('') }]
  })
}
