/** Where the lines of a text begin, counted as ESLint counts them. */

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
