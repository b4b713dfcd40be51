/**
 * Lists of numbers by number, in two flat arrays: a bundle has hundreds of thousands of them, most with one entry, and a
 * map of arrays would take more memory than the code it is about.
 */

/** Calls back with each pair; asked twice, and has to say the same both times. */
export type Pairs = (note: (key: number, item: number) => void) => void

/** The lists by key; the items of a key in the order they were noted. Keys and items are whole numbers from 0. */
export function listsOf(keys: number, pairs: Pairs): (key: number) => readonly number[] {
  const ends = new Int32Array(keys + 1)
  pairs((key) => { ends[key + 1] = (ends[key + 1] as number) + 1 })
  for (let key = 0; key < keys; key++) ends[key + 1] = (ends[key + 1] as number) + (ends[key] as number)
  const items = new Int32Array(ends[keys] as number)
  const next = ends.slice(0, keys)
  pairs((key, item) => {
    const at = next[key] as number
    items[at] = item
    next[key] = at + 1
  })
  return (key) => {
    const start = ends[key]
    const end = ends[key + 1]
    if (start === undefined || end === undefined || start === end) return NONE
    return end === start + 1 ? [items[start] as number] : Array.from(items.subarray(start, end))
  }
}

const NONE: readonly number[] = []
