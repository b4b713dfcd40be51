/** Classes with their annotations, methods and fields, from the tokens of a file. Nothing is executed. */
import type { FrameworkHost } from '../../framework.js'
import { annotationsAt } from './annotations.js'
import { assignmentsIn, callsIn, returnsIn } from './bodies.js'
import { ExpressionReader } from './expressions.js'
import { methodAt } from './methods.js'
import type { CodeAnnotation, CodeClass, CodeOutline } from './nodes.js'
import { tokensOf, type ClassLanguage, type Token } from './tokens.js'

export type {
  CodeAnnotation, CodeArgument, CodeCall, CodeCallNode, CodeClass, CodeField, CodeMethod, CodeNode, CodeOutline,
} from './nodes.js'

const LANGUAGES: Readonly<Record<string, ClassLanguage>> = { java: 'java', kt: 'kotlin', kts: 'kotlin', groovy: 'groovy', cs: 'csharp' }
const outlines = new WeakMap<FrameworkHost, Map<string, CodeOutline>>()

/** The outline of a file of the tree, empty for one that is not there. Kept as long as the host is. */
export function outlineOf(host: FrameworkHost, file: string): CodeOutline {
  let kept = outlines.get(host)
  if (!kept) outlines.set(host, kept = new Map())
  let outline = kept.get(file)
  if (!outline) {
    outline = readClasses(host.text(file) ?? '', LANGUAGES[file.slice(file.lastIndexOf('.') + 1)] ?? 'java')
    kept.set(file, outline)
  }
  return outline
}

/** Never throws; what is not understood is left out. */
export function readClasses(text: string, language: ClassLanguage): CodeOutline {
  const tokens = tokensOf(text, language)
  const reader = new ExpressionReader(tokens, language)
  const reading: Reading = { tokens, reader, language, classes: [], top: { methods: [], fields: [] }, imports: [] }
  readBody(reading, 0, tokens.length, -1)
  const { classes, top, imports } = reading
  return {
    classes, top, imports,
    calls: (span) => callsIn(reader, span),
    returns: (span) => returnsIn(reader, span),
    assignments: (span) => assignmentsIn(reader, span),
  }
}

/** What reading one file has at hand. */
export interface Reading extends Pick<CodeOutline, 'classes' | 'top' | 'imports'> {
  tokens: readonly Token[]
  reader: ExpressionReader
  language: ClassLanguage
}

const DECLARES: Readonly<Record<ClassLanguage, ReadonlySet<string>>> = {
  java: new Set(['class', 'interface', 'record', 'enum']),
  kotlin: new Set(['class', 'interface', 'object']),
  groovy: new Set(['class', 'interface', 'trait', 'enum']),
  csharp: new Set(['class', 'interface', 'record', 'struct', 'enum']),
}

/** Declarations between two tokens; `parent` is the class they stand in, -1 outside of all. */
function readBody(reading: Reading, from: number, to: number, parent: number): void {
  const { tokens, language } = reading
  const owner = reading.classes[parent] ?? reading.top
  let annotations: CodeAnnotation[] = []
  let begins = true
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    // In C# a bracket is an attribute only where a declaration may begin.
    const annotated = begins || language !== 'csharp' ? annotationsAt(reading, at) : null
    if (annotated) {
      annotations.push(...annotated.found)
      at = annotated.next
      continue
    }
    const next = declarationAt(reading, at, to, parent, annotations)
    if (next !== null) {
      at = next
      annotations = []
      begins = true
    } else if (givesValue(reading, at, parent)) {
      const read = reading.reader.expression(at + 1, to)
      owner.fields.push({ name: nameBefore(reading, at), value: read.node, annotations })
      at = Math.max(read.next, at + 1)
      annotations = []
      // Where no semicolon is needed the next declaration may begin at once.
      begins = language === 'kotlin' || language === 'groovy'
    } else if (token.kind === 'mark' && /^[;{}]$/.test(token.text)) {
      annotations = []
      begins = true
      // The body of something else: a block that initialises, accessors of a property, statements.
      at = token.text === '{' ? Math.max(token.close, at) + 1 : at + 1
    } else {
      begins = false
      at = token.close > at ? token.close + 1 : at + 1
    }
  }
}

/** A class, a method, an import; the index behind it, or null when none is declared at a token. */
function declarationAt(reading: Reading, at: number, to: number, parent: number, annotations: CodeAnnotation[]): number | null {
  const { tokens, language } = reading
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (token.kind !== 'name') return methodAt(reading, at, to, parent, annotations)
  if (tokens[at - 1]?.text !== '.' && DECLARES[language].has(token.text) && next?.kind === 'name') {
    // `enum class`, `record struct`, `enum class` of Kotlin: the last of the words.
    const word = DECLARES[language].has(next.text) && tokens[at + 2]?.kind === 'name' ? at + 1 : at
    return readClass(reading, word, to, parent, annotations)
  }
  // What stands in a companion belongs to its class.
  if (language === 'kotlin' && token.text === 'companion' && next?.text === 'object') {
    const open = indexOfMark(tokens, at, to, ['{'])
    if (open >= to) return to
    readBody(reading, open + 1, (tokens[open] as Token).close, parent)
    return (tokens[open] as Token).close + 1
  }
  if (parent >= 0) return methodAt(reading, at, to, parent, annotations)
  if (token.text === 'namespace') {
    const open = indexOfMark(tokens, at, to, ['{', ';'])
    if (tokens[open]?.text === '{') readBody(reading, open + 1, (tokens[open] as Token).close, parent)
    return tokens[open]?.text === '{' ? (tokens[open] as Token).close + 1 : open + 1
  }
  return importAt(reading, at) ?? methodAt(reading, at, to, parent, annotations)
}

function importAt({ tokens, imports }: Reading, at: number): number | null {
  const token = tokens[at] as Token
  if (!/^(?:import|using|package)$/.test(token.text) || !token.startsLine) return null
  let end = at + 1
  let path = ''
  while (end < tokens.length && tokens[end]?.text !== ';' && !tokens[end]?.startsLine) {
    const { text } = tokens[end] as Token
    if (text !== 'static' && text !== 'global') path += text
    end++
  }
  if (token.text !== 'package') imports.push(path)
  return tokens[end]?.text === ';' ? end + 1 : end
}

/** `name = value` and `name => value` in a class, `val name = value` outside of one. */
function givesValue({ tokens, language }: Reading, at: number, parent: number): boolean {
  const token = tokens[at] as Token
  if (token.kind !== 'mark' || tokens[at - 1] === undefined) return false
  if (token.text === '=>') return language === 'csharp' && parent >= 0 && tokens[at - 1]?.kind === 'name'
  return token.text === '=' && (language === 'kotlin' || tokens[at - 1]?.kind === 'name' || tokens[at - 1]?.text === '}')
}

/** The name that is given a value at `=`: in Kotlin its type may stand between, in C# the accessors of a property. */
function nameBefore({ tokens, language }: Reading, at: number): string {
  let index = at - 1
  if (language === 'kotlin') {
    for (let back = at - 1; back > 0 && at - back < 40 && !/^[;{}]$/.test(tokens[back]?.text ?? ';'); back--) {
      if (/^(?:val|var)$/.test(tokens[back]?.text ?? '')) return tokens[back + 1]?.text ?? ''
      if (tokens[back]?.startsLine) break
    }
  }
  if (tokens[index]?.text === '}') while (index > 0 && tokens[index]?.text !== '{') index--
  return tokens[tokens[index]?.text === '{' ? index - 1 : index]?.text ?? ''
}

function readClass(reading: Reading, at: number, to: number, parent: number, annotations: CodeAnnotation[]): number {
  const { tokens, classes } = reading
  const open = endOfHeader(reading, at + 2, to)
  const brace = tokens[open]
  const hasBody = brace?.text === '{' && open < to
  const header = tokens.slice(at + 2, open)
  const name = (tokens[at + 1] as Token).text
  const start = (tokens[at] as Token).start
  const end = hasBody ? tokens[brace.close]?.end ?? brace.end : header.at(-1)?.end ?? (tokens[at + 1] as Token).end
  const index = classes.push({
    kind: (tokens[at] as Token).text, name, annotations: [...annotations], modifiers: wordsBefore(reading, at), superclasses: superclassesOf(header),
    methods: [], fields: [], parent, start, end, body: { start: hasBody ? brace.start : end, end },
  } satisfies CodeClass) - 1
  if (!hasBody) return tokens[open]?.text === ';' ? open + 1 : open
  const isEnum = tokens[at]?.text === 'enum' || /\benum\b/.test((classes[index] as CodeClass).modifiers)
  readBody(reading, isEnum ? readConstants(reading, open + 1, brace.close, index) : open + 1, brace.close, index)
  return brace.close + 1
}

/** `LOGIN("/login"), HOME("/") { … };`: constants of an enumeration, as what they are made with; the index behind them. */
function readConstants({ tokens, reader, classes }: Reading, from: number, to: number, index: number): number {
  const owner = classes[index] as CodeClass
  let at = from
  while (at < to) {
    // Annotations of a constant.
    while (tokens[at]?.text === '@' && at < to) at = tokens[at + 2]?.text === '(' ? reader.step(at + 2) : at + 2
    if (tokens[at]?.kind !== 'name') break
    const open = tokens[at + 1]
    const { node } = reader.operand(at, open?.text === '(' ? open.close + 1 : at + 1, 0)
    const value = node.kind === 'call' ? { ...node, path: `new ${owner.name}`, name: owner.name } : node
    owner.fields.push({ name: (tokens[at] as Token).text, value: value.kind === 'call' ? value : { kind: 'other', start: node.start, end: node.end }, annotations: [] })
    at = open?.text === '(' ? open.close + 1 : at + 1
    if (tokens[at]?.text === '{') at = reader.step(at)
    if (tokens[at]?.text !== ',') break
    at++
  }
  return tokens[at]?.text === ';' ? at + 1 : at
}

/** Index of the brace of a class; of what ends its header where it has no body. */
function endOfHeader({ tokens, language }: Reading, from: number, to: number): number {
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && /^[{;]$/.test(token.text)) return at
    const goesOn = /^[:,]$/.test(token.text) || /^(?:where|constructor|by|private|internal|protected)$/.test(token.text)
    // `data class A(val x: Int)` of Kotlin ends with its line.
    if (language === 'kotlin' && token.startsLine && !goesOn && !/^[:,@]$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.text !== '@') return at
    at = (token.close > at ? token.close : at) + 1
  }
  return to
}

/** Names after `extends`, `implements` or a colon, without type arguments and those of a constructor. */
function superclassesOf(header: readonly Token[]): string[] {
  const found: string[] = []
  let isAfter = false
  let depth = 0
  let path = ''
  const take = (): void => {
    if (path !== '') found.push(path)
    path = ''
  }
  for (const [at, token] of header.entries()) {
    if (/^[<([]$/.test(token.text)) depth++
    else if (/^[>)\]]$/.test(token.text)) depth--
    else if (depth > 0) continue
    else if (/^(?:extends|implements|:)$/.test(token.text)) {
      take()
      isAfter = true
    } else if (/^(?:where|permits)$/.test(token.text)) break
    else if (token.text === 'by') {
      take()
      isAfter = false
    } else if (token.text === ',') take()
    else if (isAfter && token.kind === 'name') {
      if (header[at - 1]?.text !== '.') take()
      path += (path === '' ? '' : '.') + token.text
    }
  }
  take()
  return found
}

/** Words of a declaration before one of its tokens, without annotations, joined with spaces. */
export function wordsBefore({ tokens, language }: Reading, at: number): string {
  const isByLine = language === 'groovy' || language === 'kotlin'
  let from = at
  for (let depth = 0; from > 0 && at - from < 30; from--) {
    const { text, kind } = tokens[from - 1] as Token
    if (isByLine && tokens[from]?.startsLine) break
    if (text === '>') depth++
    else if (text === '<') depth--
    else if (depth > 0) continue
    // Of brackets only those of an array belong to a type.
    else if (text === ']' ? tokens[from - 2]?.text !== '[' : kind === 'mark' && /^[;{}),@]$/.test(text)) break
  }
  if (tokens[from - 1]?.text === '@') from++
  while (from < at && tokens[from]?.text === '.') from += 2
  return tokens.slice(from, at).map(({ text }) => text).join(' ')
}

/** The next of some marks outside of brackets; `to` when there is none. */
export function indexOfMark(tokens: readonly Token[], from: number, to: number, marks: readonly string[]): number {
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && marks.includes(token.text)) return at
    at = (token.close > at ? token.close : at) + 1
  }
  return to
}
