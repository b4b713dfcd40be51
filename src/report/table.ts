/** Tables for a terminal: as wide as their content, and never wider than the terminal. */
import { cellWidth, pad, wrap } from './printable.js'
import type { Style } from './style.js'

const GAP = 2
const NARROWEST = 8

/** Takes width from the widest columns until the table fits. */
function shrink(widths: number[], available: number): number[] {
  const result = [...widths]
  const total = (): number => result.reduce((sum, each) => sum + each + GAP, -GAP)
  while (total() > available) {
    const widest = result.indexOf(Math.max(...result))
    const width = result[widest] ?? 0
    if (width <= NARROWEST) break
    result[widest] = width - 1
  }
  return result
}

/** Words that are too long for their column (paths, ids) are broken where they must. */
function breakWords(text: string, width: number): string[] {
  return wrap(text, width).flatMap((line) => {
    const parts: string[] = []
    let rest = line
    while (cellWidth(rest) > width) {
      const head = rest.slice(0, width)
      const slash = head.lastIndexOf('/')
      const at = slash > width / 2 ? slash + 1 : width
      parts.push(rest.slice(0, at))
      rest = rest.slice(at)
    }
    return [...parts, rest]
  })
}

/** The lines of a table. Cells are wrapped; a cell may hold line breaks. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[], width: number, style: Style): string[] {
  const natural = headers.map((header, column) =>
    Math.max(cellWidth(header), ...rows.flatMap((row) => (row[column] ?? '').split('\n').map(cellWidth))),
  )
  const widths = shrink(natural, width)
  const draw = (row: readonly string[]): string[] => {
    const cells = widths.map((each, column) => (row[column] ?? '').split('\n').flatMap((line) => breakWords(line, each)))
    const height = Math.max(...cells.map((cell) => cell.length))
    return Array.from({ length: height }, (_, line) =>
      cells.map((cell, column) => pad(cell[line] ?? '', widths[column] ?? 0)).join(' '.repeat(GAP)).trimEnd(),
    )
  }
  return [
    ...draw(headers).map(style.bold),
    style.dim(widths.map((each) => '-'.repeat(each)).join(' '.repeat(GAP))),
    ...rows.flatMap(draw),
  ]
}
