/** Where the lines of a text begin, counted as ESLint counts them; and which spans stand around an offset. */
import type { Span } from './types.js'

// https://tc39.es/ecma262/#sec-line-terminators, with CR LF as one.
const lineBreak = /\r\n|[\r\n\u2028\u2029]/g

/** Offset of the first character of each line; at least one. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (const match of text.matchAll(lineBreak)) starts.push(match.index + match[0].length)
  return starts
}

/** 0-based index of the line an offset is on. */
export function lineIndexAt(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Finds the spans around an offset, in the order of the list, without looking at all of them. */
export function spansAround(spans: readonly Span[]): (offset: number) => number[] {
  const order = spans.map((_, index) => index).sort((a, b) => {
    const [one, other] = [spans[a] as Span, spans[b] as Span]
    return one.start - other.start || other.end - one.end || a - b
  })
  const starts = order.map((index) => (spans[index] as Span).start)
  // For each, the last one before it that is still open where it begins: all that stand around a place are on that chain.
  const outer = new Int32Array(order.length)
  const open: number[] = []
  order.forEach((index, at) => {
    const { start } = spans[index] as Span
    while (open.length > 0 && (spans[order[open.at(-1) as number] as number] as Span).end <= start) open.pop()
    outer[at] = open.at(-1) ?? -1
    open.push(at)
  })
  return (offset) => {
    if (starts.length === 0 || (starts[0] as number) > offset) return []
    const found: number[] = []
    for (let at = lineIndexAt(starts, offset); at >= 0; at = outer[at] as number) {
      const index = order[at] as number
      if ((spans[index] as Span).end > offset) found.push(index)
    }
    return found.sort((a, b) => a - b)
  }
}
