/** Tables for a terminal: as wide as their content, and never wider than the terminal. */
import { cellWidth, pad, wrap } from './printable.js'
import type { Style } from './style.js'

const GAP = 2
/** No column has to be wider than this for the sake of one word. */
const LONGEST_WORD = 20

const cellLines = (cell: string | undefined): string[] => (cell ?? '').split('\n')

/** Cells that the longest part of a text takes that should not be broken: words, and folders of paths. */
function longestPart(texts: readonly string[]): number {
  const parts = texts.flatMap((text) => text.split(/\s|(?<=\/)/))
  return Math.min(LONGEST_WORD, Math.max(...parts.map(cellWidth)))
}

const total = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each + GAP, -GAP)

/** Takes width from the widest columns until the table fits; undefined when it cannot. */
export function shrink(widths: readonly number[], least: readonly number[], available: number): number[] | undefined {
  const result = [...widths]
  while (total(result) > available) {
    let widest = -1
    for (const [column, width] of result.entries()) {
      if (width > (least[column] ?? 0) && width > (result[widest] ?? 0)) widest = column
    }
    if (widest < 0) return undefined
    result[widest] = (result[widest] ?? 0) - 1
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

type Rows = readonly (readonly string[])[]

/** Rows one below the other, for terminals that are too narrow for columns. */
function records(headers: readonly string[], rows: Rows, width: number, style: Style): string[] {
  const label = Math.max(...headers.map(cellWidth)) + 2
  return rows.flatMap((row, index) => [
    ...(index > 0 ? [''] : []),
    ...headers.flatMap((header, column) =>
      cellLines(row[column]).flatMap((line) => breakWords(line, Math.max(10, width - label))).map((line, position) =>
        (position === 0 ? style.bold(pad(header, label)) : ' '.repeat(label)) + line,
      ),
    ),
  ])
}

/** The lines of a table. Cells are wrapped; a cell may hold line breaks. */
export function table(headers: readonly string[], rows: Rows, width: number, style: Style): string[] {
  const columns = headers.map((header, column) => [header, ...rows.flatMap((row) => cellLines(row[column]))])
  const natural = columns.map((texts) => Math.max(...texts.map(cellWidth)))
  const widths = shrink(natural, columns.map(longestPart), width)
  if (!widths) return records(headers, rows, width, style)
  const draw = (row: readonly string[]): string[] => {
    const cells = widths.map((each, column) => cellLines(row[column]).flatMap((line) => breakWords(line, each)))
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
