/** Finds what somebody may have meant. */

/** Number of insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(left: string, right: string): number {
  const width = right.length + 1
  const cells = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => cells[row * width + column] ?? 0
  for (let row = 0; row <= left.length; row++) {
    for (let column = 0; column < width; column++) {
      let least = row === 0 ? column : column === 0 ? row : Infinity
      if (row > 0 && column > 0) {
        const same = left[row - 1] === right[column - 1]
        least = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1))
        const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
        if (row > 1 && column > 1 && swapped) least = Math.min(least, at(row - 2, column - 2) + 1)
      }
      cells[row * width + column] = least
    }
  }
  return at(left.length, right.length)
}

/** The candidate most like `word`, or undefined when none is near enough to be a slip of the finger. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  // A third of the letters may differ; more is a guess and no help.
  let limit = Math.max(1, Math.floor(word.length / 3)) + 0.5
  for (const candidate of candidates) {
    const folded = candidate.toLowerCase()
    const asked = word.toLowerCase()
    const distance = folded === asked ? 0 : editDistance(asked, folded)
    // A word that is begun or that has a word too many is often meant, however long it is.
    const contained = asked.length > 2 && (folded.includes(asked) || asked.includes(folded)) ? 1.4 : Infinity
    const score = Math.min(distance, contained)
    if (score < limit) {
      limit = score
      best = candidate
    }
  }
  return best
}
