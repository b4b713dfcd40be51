/** Classes with their annotations, methods and fields, from the tokens of a file. Nothing is executed. */
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { ExpressionReader } from './expressions.js'
import type { CodeCall, CodeClass, CodeMethod, CodeNode, CodeOutline } from './nodes.js'
import { tokensOf, type ClassLanguage, type Token } from './tokens.js'

export type { CodeArgument, CodeCall, CodeClass, CodeMethod, CodeNode, CodeOutline } from './nodes.js'

type Annotation = Span & CodeCall
type CallNode = Span & { kind: 'call' } & CodeCall

const LANGUAGES: Readonly<Record<string, ClassLanguage>> = { java: 'java', kt: 'kotlin', groovy: 'groovy', cs: 'csharp' }
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
  const reader = new ExpressionReader(tokens)
  const classes: CodeClass[] = []
  readBody({ tokens, reader, language, classes }, 0, tokens.length, -1)
  return {
    classes,
    calls: (span) => callsIn(tokens, reader, language, span),
    returns: (span) => returnsIn(tokens, reader, span),
  }
}

interface Reading {
  tokens: readonly Token[]
  reader: ExpressionReader
  language: ClassLanguage
  classes: CodeClass[]
}

const DECLARES = new Set(['class', 'interface', 'object', 'record', 'enum', 'struct'])
/** Words that stand before a name with brackets that is no declaration. */
const NO_TYPES = new Set(['new', 'return', 'throw', 'else', 'case', 'await', 'in', 'is', 'as'])

/** Declarations between two tokens; `parent` is the class they stand in, -1 outside of all. */
function readBody(reading: Reading, from: number, to: number, parent: number): void {
  const { tokens, language } = reading
  let annotations: Annotation[] = []
  let begins = true
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    const annotated = begins || language !== 'csharp' ? annotationsAt(reading, at) : null
    if (annotated) {
      annotations.push(...annotated.found)
      at = annotated.next
      continue
    }
    if (token.kind === 'name' && DECLARES.has(token.text) && tokens[at + 1]?.kind === 'name' && tokens[at - 1]?.text !== '.') {
      at = readClass(reading, at, to, parent, annotations)
      annotations = []
      begins = true
      continue
    }
    if (token.kind === 'name' && token.text === 'namespace') {
      const open = indexOfMark(tokens, at, to, ['{', ';'])
      at = open + 1
      begins = true
      continue
    }
    const method = methodAt(reading, at, to, parent, annotations)
    if (method !== null) {
      at = method
      annotations = []
      begins = true
      continue
    }
    if (parent >= 0 && token.text === '=' && tokens[at - 1]?.kind === 'name') {
      const { node, next } = reading.reader.expression(at + 1, to)
      const name = (tokens[at - 1] as Token).text
      ;(reading.classes[parent] as CodeClass).fields.push({ name, value: node, annotations })
      at = Math.max(next, at + 1)
      annotations = []
      continue
    }
    if (/^[;{}]$/.test(token.text) && token.kind === 'mark') {
      annotations = []
      begins = true
      // The body of something else: a block that initialises, accessors of a property.
      at = token.close > at && parent >= 0 ? token.close + 1 : at + 1
    } else {
      begins = false
      at = token.close > at && token.text !== '{' ? token.close + 1 : at + 1
    }
  }
}

/** `@Name(…)`, or `[Name(…), Other]` in C#, from a token; null when there is none. */
function annotationsAt({ tokens, reader, language }: Reading, at: number): { found: Annotation[]; next: number } | null {
  const token = tokens[at] as Token
  if (language === 'csharp') {
    if (token.text !== '[') return null
    const found: Annotation[] = []
    for (let item = at + 1; item < token.close;) {
      if (tokens[item]?.kind === 'name' && tokens[item + 1]?.text === ':') item += 2
      const read = reader.expression(item, token.close)
      found.push(...annotation(read.node))
      item = read.next + 1
    }
    return { found, next: token.close + 1 }
  }
  const name = tokens[at + 1]
  if (token.text !== '@' || name?.kind !== 'name' || name.text === 'interface') return null
  let end = at + 2
  while (tokens[end]?.text === '.' || tokens[end]?.text === ':') end += 2
  if (tokens[end]?.text === '(') end = (tokens[end] as Token).close + 1
  // In Kotlin a use-site target may stand before: `@field:Value`.
  const begin = tokens[at + 2]?.text === ':' ? at + 3 : at + 1
  return { found: annotation(reader.expression(begin, end).node), next: end }
}

function annotation(node: CodeNode): Annotation[] {
  if (node.kind === 'call') return [node]
  if (node.kind !== 'name') return []
  const name = node.path.slice(node.path.lastIndexOf('.') + 1)
  return [{ name, path: node.path, receiver: null, arguments: [], block: null, start: node.start, end: node.end }]
}

function readClass(reading: Reading, at: number, to: number, parent: number, annotations: Annotation[]): number {
  const { tokens, classes } = reading
  const open = indexOfMark(tokens, at, to, ['{', ';'])
  const brace = tokens[open]
  // `record A(…);` and `object A` have no body.
  const hasBody = brace?.text === '{'
  const header = tokens.slice(at + 2, open)
  const name = (tokens[at + 1] as Token).text
  const start = (tokens[at] as Token).start
  const end = hasBody ? tokens[brace.close]?.end ?? brace.end : brace?.start ?? start
  const index = classes.push({
    kind: (tokens[at] as Token).text, name, annotations: [...annotations], superclasses: superclassesOf(header), methods: [], fields: [], parent,
    start, end, body: { start: brace?.start ?? end, end },
  }) - 1
  if (!hasBody) return open + 1
  readBody(reading, open + 1, brace.close, index)
  return brace.close + 1
}

/** Names after `extends`, `implements` or a colon, without type arguments and those of a primary constructor. */
function superclassesOf(header: readonly Token[]): string[] {
  const found: string[] = []
  let isAfter = false
  let depth = 0
  let path = ''
  for (const token of header) {
    if (/^[<([]$/.test(token.text)) depth++
    else if (/^[>)\]]$/.test(token.text)) depth--
    else if (depth > 0) continue
    else if (/^(extends|implements|:)$/.test(token.text)) isAfter = true
    else if (token.text === 'where') break
    else if (isAfter && token.kind === 'name') path += (path === '' ? '' : '.') + token.text
    if (depth === 0 && /^(,|extends|implements|[<(])$/.test(token.text) && path !== '') {
      found.push(path)
      path = ''
    }
    if (depth === 1 && /^[<(]$/.test(token.text) && path !== '') {
      found.push(path)
      path = ''
    }
  }
  return path === '' ? found : [...found, path]
}

/** A method declared at a token; the index behind it, or null when there is none. */
function methodAt(reading: Reading, at: number, to: number, parent: number, annotations: Annotation[]): number | null {
  const { tokens, language, classes } = reading
  const token = tokens[at] as Token
  const open = tokens[at + 1]
  const owner = classes[parent]
  if (token.kind !== 'name' && !(token.kind === 'string' && language === 'groovy')) return null
  const add = (body: Span, next: number): number => {
    owner?.methods.push({
      name: token.text, annotations: [...annotations], body, modifiers: modifiersBefore(tokens, at),
      start: token.start, end: tokens[next - 1]?.end ?? token.end,
    } satisfies CodeMethod)
    return next
  }
  // Grails: `def index = { … }`.
  if (owner && language === 'groovy' && open?.text === '=' && tokens[at + 2]?.text === '{') {
    const brace = tokens[at + 2] as Token
    return add({ start: brace.start, end: tokens[brace.close]?.end ?? brace.end }, brace.close + 1)
  }
  const bracket = open?.text === '<' ? tokens[behindTypes(tokens, at + 1)] : open
  if (bracket?.text !== '(' || !owner) return null
  const before = tokens[at - 1]
  const isTyped = before !== undefined && (before.kind === 'name' ? !NO_TYPES.has(before.text) : /^[>\]?)]$/.test(before.text))
  if (!isTyped && token.text !== owner.name) return null
  const end = indexOfMark(tokens, bracket.close + 1, to, ['{', ';', '=>', '=', '}'])
  const mark = tokens[end]
  if (mark?.text === '{') return add({ start: mark.start, end: tokens[mark.close]?.end ?? mark.end }, mark.close + 1)
  if (mark?.text === '=>' || (mark?.text === '=' && language === 'kotlin')) {
    const { node, next } = reading.reader.expression(end + 1, to)
    return add({ start: mark.start, end: node.end }, Math.max(next, end + 1))
  }
  // Declared and not written out: an interface, an abstract class.
  return mark?.text === ';' ? add({ start: mark.start, end: mark.start }, end + 1) : null
}

function behindTypes(tokens: readonly Token[], at: number): number {
  let depth = 0
  for (let index = at; index < tokens.length && index < at + 40; index++) {
    if (tokens[index]?.text === '<') depth++
    else if (tokens[index]?.text === '>' && --depth === 0) return index + 1
  }
  return at
}

function modifiersBefore(tokens: readonly Token[], at: number): string {
  let from = at
  while (from > 0 && at - from < 20 && !/^[;{})]$/.test(tokens[from - 1]?.text ?? ';')) from--
  return tokens.slice(from, at).map(({ text }) => text).join(' ')
}

/** The next of some marks outside of brackets; `to` when there is none. */
function indexOfMark(tokens: readonly Token[], from: number, to: number, marks: readonly string[]): number {
  for (let at = from; at < to;) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && marks.includes(token.text)) return at
    at = (token.close > at ? token.close : at) + 1
  }
  return to
}

/** Index of the first token at or behind an offset. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const CONTROLS = new Set(['if', 'for', 'while', 'switch', 'catch', 'foreach', 'using', 'lock', 'synchronized', 'return', 'else', 'do', 'try', 'finally', 'when', 'super', 'this'])

function callsIn(tokens: readonly Token[], reader: ExpressionReader, language: ClassLanguage, span: Span): CallNode[] {
  const found: CallNode[] = []
  const end = firstFrom(tokens, span.end)
  for (let at = firstFrom(tokens, span.start); at < end; at++) {
    const token = tokens[at] as Token
    if (token.kind !== 'name' || /^(?:\.|\?\.|::)$/.test(tokens[at - 1]?.text ?? '') || tokens[at - 1]?.text === 'new') continue
    if (CONTROLS.has(token.text) && tokens[at + 1]?.text !== '.') continue
    const command = language === 'groovy' ? commandAt(tokens, reader, at, end) : null
    if (command) {
      found.push(command)
      continue
    }
    const { node } = reader.expression(at, end)
    const chain: CallNode[] = []
    for (let link = leftmost(node); link; link = link.receiver) chain.unshift(link)
    found.push(...chain)
  }
  return found
}

/** The call a value is, or the one it begins with. */
function leftmost(node: CodeNode): CallNode | null {
  return node.kind === 'call' ? node : null
}

/** Groovy leaves brackets out: `render view: 'x'`, `get '/x', controller: 'y'`. */
function commandAt(tokens: readonly Token[], reader: ExpressionReader, at: number, to: number): CallNode | null {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  const isFirst = token.startsLine || before === undefined || /^[{};]$|^->$|^else$/.test(before.text)
  if (!isFirst || !next || next.startsLine || at + 1 >= to) return null
  if (next.kind !== 'string' && !(next.kind === 'name' && tokens[at + 2]?.text === ':')) return null
  let end = at + 1
  while (end < to && !/^[;})]$/.test(tokens[end]?.text ?? '')) {
    const item = tokens[end] as Token
    if (end > at + 1 && item.startsLine && !/^[,:[]$/.test(tokens[end - 1]?.text ?? '')) break
    end = (item.close > end ? item.close : end) + 1
  }
  return {
    kind: 'call', name: token.text, path: token.text, receiver: null, arguments: reader.items(at + 1, Math.min(end, to)), block: null,
    start: token.start, end: tokens[end - 1]?.end ?? token.end,
  }
}

function returnsIn(tokens: readonly Token[], reader: ExpressionReader, span: Span): CodeNode[] {
  const from = firstFrom(tokens, span.start)
  const end = firstFrom(tokens, span.end)
  const first = tokens[from]
  const flat = (node: CodeNode): CodeNode[] => (node.kind === 'choice' ? node.options : [node])
  if (first?.text === '=>' || first?.text === '=') return flat(reader.expression(from + 1, end).node)
  const found: CodeNode[] = []
  for (let at = from; at < end; at++) {
    if (tokens[at]?.text === 'return' && tokens[at]?.kind === 'name') found.push(...flat(reader.expression(at + 1, end).node))
  }
  return found
}
