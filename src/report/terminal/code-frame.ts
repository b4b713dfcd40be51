/** The lines around a place, with `^^^^` under it. */
import type { Span } from '../../types.js'
import type { Lines } from '../positions.js'
import { lineText, positionAt } from '../positions.js'
import { cellWidth, fit, fitEnd, printableCode } from './printable.js'
import type { Style } from './style.js'

/** More lines of a long snippet tell no more. */
const SHOWN_LINES = 3

/** Tabs take two cells; everything that would move the cursor takes one dot. */
const clean = (text: string): string => printableCode(text.replace(/\t/g, '  '))

interface Window {
  text: string
  /** Cells before the marked part, and of it. */
  before: number
  marked: number
}

/** A part of a line no wider than `width`, around the code units `from` to `to`: lines of bundles are endless. */
function cut(line: string, from: number, to: number, width: number): Window {
  // Far more than can be shown is not even looked at.
  const left = Math.max(0, from - width)
  const [before = '', marked = '', after = ''] = [line.slice(left, from), line.slice(from, to), line.slice(to, to + width)].map(clean)
  // The marked part may take most of the room; what stands before it takes at most half of the rest.
  const room = Math.max(8, Math.floor((width - Math.min(cellWidth(marked), Math.floor(width * 0.6))) / 2))
  // An empty part is marked, too, and takes a cell for that.
  const cells = cellWidth(before + marked + after) + (marked === '' && after === '' ? 1 : 0)
  const whole = left === 0 && cells <= width && to + width >= line.length
  const start = whole || (left === 0 && cellWidth(before) <= room) ? before : fitEnd(`…${before}`, room)
  const middle = fit(marked, width - cellWidth(start))
  const rest = width - cellWidth(start + middle)
  const end = to + width < line.length ? fit(`${after}…`, rest) : fit(after, rest)
  return { text: start + middle + end, before: cellWidth(start), marked: Math.max(1, cellWidth(middle)) }
}

/**
 * The frame's lines, each beginning with its number.
 *
 * @param width cells a line may take, with the number
 */
export function codeFrame(lines: Lines, span: Span, width: number, style: Style): string[] {
  const start = positionAt(lines, span.start)
  const end = positionAt(lines, Math.max(span.start, span.end))
  const last = Math.min(end.line, start.line + SHOWN_LINES - 1)
  const gutter = String(last).length
  const room = Math.max(20, width - gutter - 3)
  const numbered = (line: number): string => style.dim(`${String(line).padStart(gutter)} |`)
  const frame: string[] = []
  const before = start.line > 1 ? lineText(lines, start.line - 1) : ''
  if (before.trim() !== '' && before.length < 500) {
    frame.push(`${numbered(start.line - 1)} ${style.dim(cut(before, 0, 0, room).text)}`)
  }
  for (let line = start.line; line <= last; line++) {
    const text = lineText(lines, line)
    const indent = text.length - text.trimStart().length
    const from = line === start.line ? start.column - 1 : indent
    const to = line === end.line ? Math.max(from, end.column - 1) : text.trimEnd().length
    const window = cut(text, from, Math.max(from, to), room)
    frame.push(`${numbered(line)} ${window.text}`.trimEnd())
    if (to > from || line === start.line) {
      const marks = ' '.repeat(window.before) + style.mark('^'.repeat(window.marked))
      frame.push(`${style.dim(`${' '.repeat(gutter)} |`)} ${marks}`)
    }
  }
  if (end.line > last) frame.push(style.dim(`${' '.repeat(gutter)} | … ${end.line - last} more lines`))
  return frame
}
