/**
 * Words that parts of pixelward look for in every file, told before any file is read: one look at a file then answers
 * for all of them. Which files hold a word of a group is a question to the project, by the same list.
 */
import { Automaton } from './scan.js'

const groups = new Map<string, readonly string[]>()
/** What is told so far, ready to look. */
let ready: { automaton: Automaton; list: readonly string[]; asked: ReadonlySet<string> } | null = null

/** Names are asked for with every file. */
const keys = new WeakMap<readonly string[], string>()

/** The name of a list of words in what is kept between runs. The list must not change. */
export function groupKey(words: readonly string[]): string {
  let key = keys.get(words)
  if (key === undefined) keys.set(words, key = words.join(' '))
  return key
}

/**
 * Tells of words, when a module is loaded, and gives them back. Files that were looked at before are looked at again.
 *
 * @param words ASCII, not empty; case matters; one of them is enough
 */
export function lookedFor(words: readonly string[]): readonly string[] {
  groups.set(groupKey(words), words)
  ready = null
  return words
}

export function isLookedFor(key: string): boolean {
  return groups.has(key)
}

function prepared(): NonNullable<typeof ready> {
  if (ready === null) {
    const list = [...groups.keys()]
    ready = { automaton: new Automaton([...groups.values()]), list, asked: new Set(list) }
  }
  return ready
}

/** What one look has found. */
export interface FirstLook {
  /** Keys of the groups that were looked for. */
  asked: ReadonlySet<string>
  /** Keys of the groups of which a word occurs. */
  found: ReadonlySet<string>
}

export function firstLook(content: Uint8Array | string): FirstLook {
  const { automaton, list, asked } = prepared()
  const numbers = typeof content === 'string' ? automaton.inText(content) : automaton.inBytes(content)
  return { asked, found: new Set([...numbers].map((number) => list[number] as string)) }
}

/** True when a text holds a word of one group. */
export function holdsWord(words: readonly string[], text: string): boolean {
  const { automaton, list } = prepared()
  const number = list.indexOf(groupKey(words))
  return automaton.inText(text, number).has(number)
}
