/** What the readers of indented languages (Pug, HAML, Slim) have in common: elements, kept text, spans. */
import type { Span } from '../../types.js'
import type { Markup, MarkupAttribute, MarkupElement, MaskedSpan } from '../document.js'
import { HOLE } from '../hole.js'
import { readMarkup, type MarkupNote } from '../markup.js'

export interface IndentedDocument {
  /** As long as the source: bodies of scripts and lines of raw HTML; everything else is blank. */
  text: string
  markup: Markup
  spans: MaskedSpan[]
  comments: (Span & { text: string })[]
  notes: MarkupNote[]
}

export interface OutlineBuilder {
  /** Opens an element whose start tag is at `span`; the caller sets its ends. */
  element(name: string, span: Span, parent: MarkupElement | null): MarkupElement
  attribute(element: MarkupElement, attribute: MarkupAttribute): void
  /** Keeps a range of the source. `html`: it is read for elements too. */
  keep(start: number, end: number, html: boolean): void
  /** A kept range whose characters are holes. */
  hole(start: number, end: number, html: boolean): void
  span(kind: MaskedSpan['kind'], start: number, end: number, code: string): void
  comment(start: number, end: number, text: string): void
  note(offset: number, message: string): void
  build(): IndentedDocument
}

interface Kept extends Span {
  html: boolean
  hole: boolean
}

export function outlineBuilder(source: string): OutlineBuilder {
  const elements: MarkupElement[] = []
  const kept: Kept[] = []
  const spans: MaskedSpan[] = []
  const comments: IndentedDocument['comments'] = []
  const notes: MarkupNote[] = []
  return {
    element(name, { start, end }, parent) {
      const element: MarkupElement = {
        name,
        tag: name.toLowerCase(),
        attributes: [],
        start,
        end,
        content: { start: end, end },
        parent,
      }
      elements.push(element)
      return element
    },
    attribute(element, attribute) {
      element.attributes.push(attribute)
    },
    keep(start, end, html) {
      if (end > start) kept.push({ start, end, html, hole: false })
    },
    hole(start, end, html) {
      if (end > start) kept.push({ start, end, html, hole: true })
    },
    span(kind, start, end, code) {
      spans.push({ kind, start, end, code })
    },
    comment(start, end, text) {
      comments.push({ start, end, text })
    },
    note(offset, message) {
      notes.push({ offset, message })
    },
    build() {
      kept.sort((one, other) => one.start - other.start)
      const html = readMarkup(maskedText(source, kept.filter((range) => range.html)))
      for (const element of html.elements) {
        if (element.parent === null) element.parent = innermost(elements, element.start)
      }
      const all = [...elements, ...html.elements].sort((one, other) => one.start - other.start)
      spans.sort((one, other) => one.start - other.start)
      return {
        text: maskedText(source, kept),
        markup: { elements: all, comments: html.comments },
        spans,
        comments,
        notes: [...notes, ...html.notes],
      }
    },
  }
}

function maskedText(source: string, kept: readonly Kept[]): string {
  const pieces: string[] = []
  let done = 0
  for (const { start, end, hole } of kept) {
    if (start < done) continue
    pieces.push(blanked(source.slice(done, start), ' '))
    pieces.push(hole ? blanked(source.slice(start, end), HOLE) : source.slice(start, end))
    done = end
  }
  pieces.push(blanked(source.slice(done), ' '))
  return pieces.join('')
}

function blanked(text: string, by: string): string {
  return text.replace(/[^\r\n]/g, by)
}

function innermost(elements: readonly MarkupElement[], offset: number): MarkupElement | null {
  let found: MarkupElement | null = null
  for (const element of elements) {
    if (element.start > offset) break
    if (offset < element.end) found = element
  }
  return found
}
