/** Offset → line and column, counted as ESLint counts them. */
import { lineIndexAt, lineStartsOf } from '../lines.js'

/** A text and where its lines begin. */
export interface Lines {
  text: string
  /** Offset of the first character of each line; at least one. */
  starts: readonly number[]
}

/** Where a report takes the text of a file from; undefined when it cannot be had (any more). */
export interface Sources {
  lines(file: string): Lines | undefined
}

/** 1-based line and column; columns are UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/** The lines of a text. */
export function linesOf(text: string): Lines {
  return { text, starts: lineStartsOf(text) }
}

/** Sources whose lines are counted once a file. */
export function sourcesOf(text: (file: string) => string | undefined): Sources {
  const known = new Map<string, Lines | undefined>()
  return {
    lines(file) {
      if (!known.has(file)) {
        const found = text(file)
        known.set(file, found === undefined ? undefined : linesOf(found))
      }
      return known.get(file)
    },
  }
}

/** Position of an offset; offsets outside the text are drawn to its nearest end. */
export function positionAt({ text, starts }: Lines, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length))
  const index = lineIndexAt(starts, inside)
  return { line: index + 1, column: inside - (starts[index] ?? 0) + 1 }
}

const LINE_BREAKS = new Set(['\r', '\n', '\u2028', '\u2029'])

/** The text of a line (1-based) without its line break. */
export function lineText({ text, starts }: Lines, line: number): string {
  const start = starts[line - 1]
  if (start === undefined) return ''
  let end = starts[line] ?? text.length
  // Not by a pattern: one that is tied to the end is tried at every break and, in a bundle, along five megabytes of line.
  while (end > start && LINE_BREAKS.has(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** Position of an offset in a file; the first one when the file's text is gone. */
export function place(sources: Sources, file: string, offset: number): Position {
  const lines = sources.lines(file)
  return lines ? positionAt(lines, offset) : { line: 1, column: 1 }
}
