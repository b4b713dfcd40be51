/**
 * The first, cheap look: does a file contain any of a set of words at all? A set-wise Horspool search over bytes
 * (Wu and Manber, "A fast algorithm for multi-pattern searching", 1994): most bytes are never looked at.
 */

export interface WordScanner {
  /** True when at least one word occurs in the UTF-8 bytes. */
  inBytes(bytes: Uint8Array): boolean
  inText(text: string): boolean
}

const BLOCK = 2

/** Words must be ASCII and at least two characters long. Case matters. */
export function createScanner(words: Iterable<string>): WordScanner {
  const list = [...new Set(words)].filter((word) => word.length >= BLOCK).sort()
  if (list.length === 0) return { inBytes: () => false, inText: () => false }
  const shortest = Math.min(...list.map((word) => word.length))
  const shift = new Uint8Array(65536).fill(shortest - BLOCK + 1)
  const candidates: (Word[] | undefined)[] = new Array<Word[] | undefined>(65536)
  for (const word of list) {
    const bytes = Uint8Array.from(word, (character) => character.charCodeAt(0))
    for (let end = BLOCK - 1; end < shortest; end++) {
      const block = ((bytes[end - 1] as number) << 8) | (bytes[end] as number)
      const distance = shortest - 1 - end
      if (distance < (shift[block] as number)) shift[block] = distance
    }
    const last = ((bytes[shortest - 2] as number) << 8) | (bytes[shortest - 1] as number)
    ;(candidates[last] ??= []).push({ text: word, bytes })
  }
  const inBytes = (bytes: Uint8Array): boolean => {
    const { length } = bytes
    let at = shortest - 1
    while (at < length) {
      const block = ((bytes[at - 1] as number) << 8) | (bytes[at] as number)
      const skip = shift[block] as number
      if (skip > 0) {
        at += skip
        continue
      }
      if (matchesAt(bytes, at - shortest + 1, candidates[block])) return true
      at++
    }
    return false
  }
  const inText = (text: string): boolean => {
    const { length } = text
    let at = shortest - 1
    while (at < length) {
      const block = ((text.charCodeAt(at - 1) & 255) << 8) | (text.charCodeAt(at) & 255)
      const skip = shift[block] as number
      if (skip > 0) {
        at += skip
        continue
      }
      const start = at - shortest + 1
      if (candidates[block]?.some((word) => text.startsWith(word.text, start))) return true
      at++
    }
    return false
  }
  return { inBytes, inText }
}

interface Word {
  text: string
  bytes: Uint8Array
}

function matchesAt(bytes: Uint8Array, start: number, words: Word[] | undefined): boolean {
  if (!words) return false
  for (const { bytes: word } of words) {
    if (start + word.length > bytes.length) continue
    let i = 0
    while (i < word.length && bytes[start + i] === word[i]) i++
    if (i === word.length) return true
  }
  return false
}
