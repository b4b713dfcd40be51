/**
 * Decorated classes of Angular, read from the text: which components there are, and what their metadata says literally.
 * There may be thousands of them, and only those on the way to a tracker are worth a parse.
 * https://angular.dev/guide/components, https://angular.dev/guide/ngmodules/overview
 */
import { balancedEnd, stringEnd, type CodeSyntax } from '../../parse/mask/balanced.js'
import type { Span } from '../../types.js'

export interface DecoratedClass {
  kind: 'Component' | 'Directive' | 'NgModule'
  file: string
  /** Name of the class. */
  name: string
  /** Offset of the decorator. */
  start: number
  text: string
  /** Spans of the values of the metadata's own keys. */
  metadata: ReadonlyMap<string, Span>
}

const SYNTAX: CodeSyntax = { quotes: '\'"`', backslash: true, multiline: '`', comments: true }
const DECORATOR = /@(Component|Directive|NgModule)\s*\(/g
const CLASS = /\bclass\s+([A-Za-z_$][\w$]*)/g

/** The classes of a file, in order. */
export function decoratedClasses(file: string, text: string): DecoratedClass[] {
  const found: DecoratedClass[] = []
  for (const match of text.matchAll(DECORATOR)) {
    const open = match.index + match[0].length - 1
    const end = balancedEnd(text, open, SYNTAX)
    if (end < 0) continue
    CLASS.lastIndex = end
    const name = CLASS.exec(text)?.[1]
    if (name === undefined) continue
    const brace = text.indexOf('{', open)
    const metadata = brace < 0 || brace > end ? new Map<string, Span>() : entriesOf(text, brace)
    found.push({ kind: match[1] as DecoratedClass['kind'], file, name, start: match.index, text, metadata })
  }
  return found
}

/** Spans of an object's values by key; `open` is its brace. What is spread or computed is left out. */
function entriesOf(text: string, open: number): Map<string, Span> {
  const entries = new Map<string, Span>()
  for (const { start, end } of itemsOf(text, open)) {
    const key = /^\s*['"]?([\w$]+)['"]?\s*:\s*/.exec(text.slice(start, end))
    if (key) entries.set(key[1] as string, { start: start + key[0].length, end })
    else if (/^\s*[\w$]+\s*$/.test(text.slice(start, end))) entries.set(text.slice(start, end).trim(), { start, end })
  }
  return entries
}

/** Spans of what stands between the commas of a bracket's content, without white space and comments around it. */
export function itemsOf(text: string, open: number): Span[] {
  const items: Span[] = []
  let start = -1
  let last = open
  const finish = (): void => {
    if (start >= 0) items.push({ start, end: last })
    start = -1
  }
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string
    if (/[\])}]/.test(character)) break
    if (character === ',') {
      finish()
      continue
    }
    if (/\s/.test(character)) continue
    const comment = text.startsWith('//', at) ? text.indexOf('\n', at) : text.startsWith('/*', at) ? text.indexOf('*/', at) + 1 : -1
    if (comment > 0) {
      at = comment
      continue
    }
    if (start < 0) start = at
    if (SYNTAX.quotes.includes(character)) at = Math.max(at, stringEnd(text, at, SYNTAX) - 1)
    else if (/[[({]/.test(character)) {
      const end = balancedEnd(text, at, SYNTAX)
      if (end < 0) break
      at = end - 1
    }
    last = at + 1
  }
  finish()
  return items
}

/** A literal text of the metadata; undefined when there is none. */
export function metadataText({ text, metadata }: DecoratedClass, key: string): string | undefined {
  const span = metadata.get(key)
  if (!span) return undefined
  const written = text.slice(span.start, span.end)
  return /^(['"`])([\s\S]*)\1$/.exec(written)?.[2]?.replace(/\\(['"`])/g, '$1')
}

/** Items of a list in the metadata, as written. */
export function metadataItems({ text, metadata }: DecoratedClass, key: string): Span[] {
  const span = metadata.get(key)
  return span && text[span.start] === '[' ? itemsOf(text, span.start) : []
}
