/** Values of a configuration with their places: of JSON, wherever in a file it stands. */
import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { Span } from '../../types.js'

/** Offsets are in the file. A text's span includes its quotes. */
export type Literal = Span & LiteralShape

export type LiteralShape =
  | { kind: 'object'; entries: ReadonlyMap<string, Literal> }
  | { kind: 'array'; items: readonly Literal[] }
  | { kind: 'text'; value: string }
  | { kind: 'other'; value: number | boolean | null }
  /** A function, where the configuration is a script. */
  | { kind: 'code' }

export interface LiteralReading {
  value: Literal
  /** Offset of the first mistake, or null. */
  brokenAt: number | null
}

/** No configuration nests as deep; the parser goes down by calling itself. */
const DEEPEST = 200

/**
 * The value that begins at an offset of a file's text; null when none does, or when it nests too deep to be anybody's
 * configuration. What stands behind it does not matter; what is missing at its end is noted.
 */
export function readLiteral(fileText: string, start: number): LiteralReading | null {
  const { end, isTooDeep } = extentOf(fileText, start)
  if (isTooDeep) return null
  const errors: ParseError[] = []
  const tree = parseTree(fileText.slice(start, end), errors, { allowTrailingComma: true, disallowComments: false })
  const value = tree && literalOf(tree, start)
  return value ? { value, brokenAt: errors[0] === undefined ? null : start + errors[0].offset } : null
}

/** Where a bracketed text ends, strings passed over; the end of the file when it is cut off. */
function extentOf(text: string, start: number): { end: number; isTooDeep: boolean } {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = stringEnd(text, at)
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > DEEPEST) return { end: at, isTooDeep: true }
    } else if ((code === 0x7d || code === 0x5d) && --depth <= 0) return { end: at + 1, isTooDeep: false }
  }
  return { end: text.length, isTooDeep: false }
}

/** Offset of the quote that closes the one at `start`. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x22) return at
  }
  return text.length
}

function literalOf(node: Node, base: number): Literal | null {
  const span = { start: base + node.offset, end: base + node.offset + node.length }
  switch (node.type) {
    case 'object': {
      const entries = new Map<string, Literal>()
      for (const { children } of node.children ?? []) {
        const [key, value] = children ?? []
        const inner = value && literalOf(value, base)
        if (key && inner) entries.set(String(key.value), inner)
      }
      return { ...span, kind: 'object', entries }
    }
    case 'array': return { ...span, kind: 'array', items: (node.children ?? []).flatMap((child) => literalOf(child, base) ?? []) }
    case 'string': return { ...span, kind: 'text', value: String(node.value) }
    case 'number':
    case 'boolean':
    case 'null': return { ...span, kind: 'other', value: node.value as number | boolean | null }
    default: return null
  }
}

// Questions -----------------------------------------------------------------------------------------------------------

/** The value under a key, or null for anything that has no such key. */
export function entry(of: Literal | null | undefined, key: string): Literal | null {
  return of?.kind === 'object' ? (of.entries.get(key) ?? null) : null
}

/** The items of a list; none for anything else. */
export function items(of: Literal | null | undefined): readonly Literal[] {
  return of?.kind === 'array' ? of.items : []
}

/** A text or a number as a text; null for anything else. */
export function textOf(of: Literal | null | undefined): string | null {
  if (of?.kind === 'text') return of.value
  return of?.kind === 'other' && of.value !== null ? String(of.value) : null
}

/** `true` or `"true"`. */
export function isTrue(of: Literal | null | undefined): boolean {
  return textOf(of)?.toLowerCase() === 'true'
}
