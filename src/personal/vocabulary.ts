/** The tables as one index: phrases by their first word, the longest first. */
import { phrases } from './table.js'
import { account } from './tables/account.js'
import { contact } from './tables/contact.js'
import { health } from './tables/health.js'
import { identity } from './tables/identity.js'
import { owners, ownersAfter } from './tables/owners.js'
import { fillers, plainTails, questions, sayings, sayingsOfOneName, verbs, voidTails } from './tables/surroundings.js'
import { texts } from './tables/texts.js'
import { inOptions, values } from './tables/values.js'
import { visit } from './tables/visit.js'
import { phraseWords, wordsOf } from './words.js'
import type { DataCategory } from './category.js'
import type { Owner, Row } from './table.js'
import type { Word } from './words.js'

export interface Meaning {
  category: DataCategory
  level: 'sure' | 'guess' | 'owned' | 'joined' | 'alone'
  /** Of whom it is said, for `owned`. */
  of: ReadonlySet<Owner>
  open: boolean
}

export interface Entry {
  words: readonly string[]
  /** Empty for a saying: its words say something else. */
  meanings: readonly Meaning[]
  /** A saying within one name only: `bookingService` is a piece of code, `booking.service` what was booked. */
  withinName: boolean
}

/** Words that a phrase starts with → phrases, the longest first. */
export type Index = Pick<ReadonlyMap<string, readonly Entry[]>, 'get' | 'has'>

const nobody: ReadonlySet<Owner> = new Set()

interface Stated extends Meaning {
  phrase: string
}

function* statements(rows: readonly Row[]): Generator<Stated> {
  for (const { category, sure, guess, joined, alone, owned, open = false } of rows) {
    for (const phrase of phrases(sure ?? '')) yield { phrase, category, level: 'sure', of: nobody, open }
    for (const phrase of phrases(joined ?? '')) yield { phrase, category, level: 'joined', of: nobody, open }
    for (const phrase of phrases(guess ?? '')) yield { phrase, category, level: 'guess', of: nobody, open }
    for (const phrase of phrases(alone ?? '')) yield { phrase, category, level: 'alone', of: nobody, open }
    for (const [owner, list] of Object.entries(owned ?? {}) as [Owner, string][]) {
      for (const phrase of phrases(list)) yield { phrase, category, level: 'owned', of: new Set([owner]), open }
    }
  }
}

/** Phrases under the words they are made of, and those of several words also as one: `firstname`, `dateofbirth`. */
function indexOf(rows: readonly Row[]): Index {
  const entries = new Map<string, Entry & { meanings: Meaning[] }>()
  const entry = (words: readonly string[], withinName: boolean): { meanings: Meaning[] } => {
    const key = words.join(' ')
    const known = entries.get(key) ?? { words, meanings: [], withinName }
    entries.set(key, known)
    return known
  }
  for (const { phrase, ...meaning } of statements(rows)) entry(phraseWords(phrase), false).meanings.push(meaning)
  for (const phrase of sayings) entry(phraseWords(phrase), false)
  for (const phrase of sayingsOfOneName) entry(phraseWords(phrase), true)
  const separate = new Set(entries.keys())
  for (const { phrase, ...meaning } of statements(rows)) {
    for (const whole of writtenTogether(phrase)) if (!separate.has(whole)) entry([whole], false).meanings.push(meaning)
  }
  for (const phrase of [...sayings, ...sayingsOfOneName]) {
    for (const whole of writtenTogether(phrase)) if (!separate.has(whole)) entry([whole], false)
  }
  const index = new Map<string, Entry[]>()
  for (const each of entries.values()) {
    const first = each.words[0]
    const known = first === undefined ? undefined : index.get(first)
    if (known) known.push(each)
    else if (first !== undefined) index.set(first, [each])
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

function writtenTogether(phrase: string): string[] {
  const parts = phrase.split(' ')
  if (parts.length < 2) return []
  const wholes = [parts.join(''), phraseWords(phrase).join('')]
  return [...new Set(wholes.flatMap(phraseWords))].filter((whole) => whole.length >= 6)
}

const names: readonly Row[] = [...identity, ...contact, ...account, ...visit, ...health, ...texts, ...values]

const choices: readonly Row[] = inOptions.map(({ category, phrases }) => ({ category, sure: phrases }))

/** Made when the first word is looked up: a run that knows its facts from before may never ask. */
function whenAsked(rows: () => readonly Row[]): Index {
  let made: Index | undefined
  const index = (): Index => (made ??= indexOf(rows()))
  return { get: (word) => index().get(word), has: (word) => index().has(word) }
}

/** Phrases of names and labels. */
export const nameIndex: Index = whenAsked(() => names)

/** Phrases of the texts a visitor chooses among. */
export const optionIndex: Index = whenAsked(() => [...values, ...choices, ...health, ...visit])

const single = (list: readonly string[]): ReadonlySet<string> =>
  new Set(list.map((word) => phraseWords(word)).flatMap((words) => words.length === 1 ? words : []))

export const fillerWords = single(fillers)
export const voidWords = single(voidTails)
export const plainWords = single(plainTails)
export const verbWords = single(verbs)
export const questionWords = single(questions)
export const afterWords = single([...ownersAfter])

const ownerKinds = new Map<string, Set<Owner>>()
for (const { kinds, words } of owners) {
  for (const word of single(words)) {
    const known = ownerKinds.get(word) ?? new Set()
    ownerKinds.set(word, known)
    for (const kind of kinds) known.add(kind)
  }
}

/** What a word before a name says about whose it is; empty when it says nothing. */
export function kindsOf(word: string): ReadonlySet<Owner> {
  return ownerKinds.get(word) ?? nobody
}

const boxes = new Set(['field', 'input', 'box', 'value', 'text', 'txt'])
const boxesBefore = new Set(['txt', 'input', 'your', 'form'])

/** Endings that mean the same whatever they are written together with: `orderemail`. */
const endings = ['email', 'firstname', 'lastname', 'fullname', 'phonenumber', 'zipcode', 'birthdate', 'birthday', 'gender']

/** `useremail` → `user`, `email`: words run together where the first is an owner, or the last is a mere "field". */
function parted(word: string): string[] {
  if (word.length < 6 || nameIndex.has(word) || ownerKinds.has(word) || fillerWords.has(word)) return [word]
  for (let at = 3; at <= word.length - 3; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (boxes.has(after) && isWord(before)) return [before]
    if (boxesBefore.has(before) && after.length > 3 && isWord(after)) return [after]
    const kinds = kindsOf(before)
    const isSomebody = kinds.has('person') || kinds.has('appointment')
    if ((isSomebody || after.length > 3 && kinds.size > 0) && isWord(after)) return [before, after]
  }
  const ending = endings.find((each) => word.endsWith(each))
  return ending === undefined ? [word] : [word.slice(0, -ending.length), ending]
}

function isWord(word: string): boolean {
  return nameIndex.get(word)?.some(({ words, meanings }) => words.length === 1 && meanings.length > 0) ?? false
}

/** The words of names, those run together parted. */
export function partedWords(names: readonly string[]): Word[] {
  return wordsOf(names)
    .flatMap((word) => parted(word.text).map((text, at) => ({ ...word, text, of: at === 0 && word.of })))
}
