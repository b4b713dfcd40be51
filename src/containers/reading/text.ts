/** Texts of a container: literal pieces and references to its variables, each with its place in the file. */
import { literalText, MappedTextBuilder, type MappedText } from '../../parse/mapped-text.js'
import type { Span } from '../../types.js'
import type { Literal } from './literal.js'

/** `start` is the offset of the reference in the file. */
export interface Reference extends Span {
  /** Key of the variable, see `Container.variables`. */
  variable: string
}

export type Piece = { kind: 'literal'; content: MappedText } | ({ kind: 'reference' } & Reference)

export interface Text extends Span {
  pieces: Piece[]
}

const REFERENCE = /\{\{([^{}]+)\}\}/g

/** A string in which `{{Name}}` stands for a variable, or what else the first group of an expression names. */
export function templateText(fileText: string, { start, end }: Span, decoded: string, reference = REFERENCE): Text {
  if (decoded.search(reference) < 0) return plainText(fileText, { start, end }, decoded)
  const content = literalText(fileText, start, end, decoded)
  const pieces: Piece[] = []
  let done = 0
  for (const match of decoded.matchAll(reference)) {
    if (match.index > done) pieces.push({ kind: 'literal', content: partOf(content, done, match.index) })
    done = match.index + match[0].length
    pieces.push({ kind: 'reference', variable: (match[1] as string).trim(), start: content.toFile(match.index), end: content.toFile(done) })
  }
  if (done < decoded.length) pieces.push({ kind: 'literal', content: partOf(content, done, decoded.length) })
  return { start, end, pieces }
}

/** A string without references; what is short or unlikely to be code is mapped when somebody asks where it stands. */
export function plainText(fileText: string, { start, end }: Span, decoded: string): Text {
  let content: MappedText | null = null
  const mapped = (): MappedText => (content ??= literalText(fileText, start, end, decoded))
  return { start, end, pieces: [{ kind: 'literal', content: { text: decoded, toFile: (offset) => mapped().toFile(offset) } }] }
}

/** A text of a literal that is a string or a number. */
export function textOfLiteral(fileText: string, literal: Literal, withReferences: boolean): Text | null {
  if (literal.kind === 'text') return (withReferences ? templateText : plainText)(fileText, literal, literal.value)
  if (literal.kind !== 'other' || literal.value === null) return null
  return plainText(fileText, literal, String(literal.value))
}

export function partOf(content: MappedText, start: number, end: number): MappedText {
  return { text: content.text.slice(start, end), toFile: (offset) => content.toFile(start + offset) }
}

/** What a text says when it refers to nothing; null when it does. */
export function constantText(text: Text | null | undefined): string | null {
  if (!text) return null
  let whole = ''
  for (const piece of text.pieces) {
    if (piece.kind === 'reference') return null
    whole += piece.content.text
  }
  return whole
}

/** The text with something in place of each reference; every character keeps its place in the file. */
export function withReferences(text: Text, standIn: (reference: Reference) => string): MappedText {
  const [only, ...others] = text.pieces
  if (only?.kind === 'literal' && others.length === 0) return only.content
  const builder = new MappedTextBuilder()
  for (const piece of text.pieces) {
    if (piece.kind === 'reference') builder.replaced(standIn(piece), piece.start)
    else builder.mapped(piece.content)
  }
  return builder.build(text.end)
}

/** A text as a reader of the container knows it: references by the names of their variables. */
export function shownText(text: Text | null | undefined, nameOf = (variable: string): string => variable): string {
  return (text?.pieces ?? []).map((piece) => (piece.kind === 'literal' ? piece.content.text : `{{${nameOf(piece.variable)}}}`)).join('')
}
