/**
 * What the words of a name say. The telling word stands last (`customer email`), what stands before it says whose it
 * is, and what stands after it must change nothing (`emailValue`, not `emailTemplate`).
 */
import {
  afterWords, fillerWords, kindsOf, nameIndex, plainWords, questionWords, verbWords, voidWords,
} from './vocabulary.js'
import type { DataCategory } from './category.js'
import type { Owner } from './table.js'
import type { Index, Meaning } from './vocabulary.js'
import type { Word } from './words.js'

/** Where the words come from: a path in code, the name or id of a form field, a text people read. */
export type Reading = 'path' | 'field-name' | 'text'

/** A category, and the words from which it is read: from `from` up to but not including `to`. */
export interface Hit {
  category: DataCategory
  sure: boolean
  from: number
  to: number
}

interface Match {
  from: number
  to: number
  meanings: readonly Meaning[]
}

/** A clinic's address is no patient's. */
const published: ReadonlySet<DataCategory> = new Set(['email', 'phone', 'name', 'postal-address', 'account-identifier'])

/** What a doctor, an insurer or a relative has is told about as theirs. */
const absorbed: ReadonlySet<DataCategory> = new Set([
  ...published, 'demographics', 'date-of-birth', 'appointment-location', 'appointment-date', 'free-text',
])
const absorbing: ReadonlySet<DataCategory> = new Set(['provider', 'insurance', 'medication', 'test-result', 'procedure'])
const joining: ReadonlySet<DataCategory> = new Set(['emergency-contact', 'proxy-account'])

/** Phrases in their order, none over another; the longer wins: `patient id card number` holds no `patient id`. */
function matchesOf(words: readonly Word[], index: Index, reading: Reading): Match[] {
  const found = words.flatMap((_word, from) => matchesAt(words, from, index, reading))
  const taken = new Set<number>()
  const kept: Match[] = []
  for (const match of found.sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from)) {
    const own = Array.from({ length: match.to - match.from }, (_word, at) => match.from + at)
    if (own.some((at) => taken.has(at))) continue
    for (const at of own) taken.add(at)
    kept.push(match)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function matchesAt(words: readonly Word[], from: number, index: Index, reading: Reading): Match[] {
  const entries = index.get(words[from]?.text ?? '') ?? []
  return entries.flatMap((entry) => {
    const to = from + entry.words.length
    if (to > words.length || entry.words.some((word, at) => words[from + at]?.text !== word)) return []
    const isOneName = words[from]?.name === words[to - 1]?.name
    // `form_name` of a field is a name on a form; in code it is the name of the form.
    const meanings = entry.meanings.filter(({ category, level }) =>
      (isOneName || level !== 'joined') && (reading === 'path' || category !== 'form-structure'))
    const isSaying = entry.meanings.length === 0 && (isOneName || !entry.withinName)
    return meanings.length > 0 || isSaying ? [{ from, to, meanings }] : []
  })
}

interface Before {
  kinds: Set<Owner>
  /** Nothing but owners and fillers stand between the match and the beginning of its name. */
  opensName: boolean
}

function before(words: readonly Word[], { from }: Match): Before {
  const kinds = new Set<Owner>()
  const own = words[from]?.name
  let at = from - 1
  for (; at >= 0; at--) {
    const word = words[at] as Word
    const found = kindsOf(word.text)
    if (isStranger(found) && !isFiller(word)) break
    for (const kind of found) kinds.add(kind)
  }
  const opensName = at < 0 || words[at]?.name !== own
  if (at < 0) kinds.add('field')
  return { kinds, opensName }
}

/** No owner, or one that has nothing of a person: `schedule.jobType`. */
function isStranger(kinds: ReadonlySet<Owner>): boolean {
  return [...kinds].every((kind) => kind === 'organization' || kind === 'interface')
}

function isFiller({ text }: Word): boolean {
  return fillerWords.has(text) || /^\d+$/.test(text)
}

/** Properties that hold the text of a chosen thing: `drug.label`, where `drugLabel` is a text of the interface. */
const ownTexts: ReadonlySet<string> = new Set(['label', 'text', 'html', 'option', 'caption'])

function isNameOfItsOwn(words: readonly Word[], at: number): boolean {
  const own = words[at]?.name
  return words[at - 1]?.name !== own && words[at + 1]?.name !== own
}

interface After {
  kinds: Set<Owner>
  /** What follows leaves the meaning as it is, makes it a guess, or makes it another. */
  effect: 'none' | 'plain' | 'unknown' | 'void'
}

function after(words: readonly Word[], { to }: Match, end: number, reading: Reading): After {
  const kinds = new Set<Owner>()
  let effect: After['effect'] = 'none'
  for (let at = to; at < end; at++) {
    const word = words[at] as Word
    const found = kindsOf(word.text)
    if (found.size > 0 && (word.of || afterWords.has(word.text))) {
      for (const kind of found) kinds.add(kind)
      continue
    }
    const isRead = ownTexts.has(word.text) && isNameOfItsOwn(words, at)
    if (reading !== 'text' && voidWords.has(word.text) && !isRead) return { kinds, effect: 'void' }
    if (isFiller(word) || isRead) continue
    if (voidWords.has(word.text)) return { kinds, effect: 'void' }
    if (plainWords.has(word.text)) effect = effect === 'unknown' ? effect : 'plain'
    else effect = 'unknown'
  }
  return { kinds, effect }
}

/** What one match says where it stands, `end` being where the words after it stop to matter. */
function hitsOf(words: readonly Word[], match: Match, end: number, reading: Reading): Hit[] {
  if (match.meanings.length === 0 || isPartOfName(words, match, reading)) return []
  const { kinds, opensName } = before(words, match)
  const tail = after(words, match, end, reading)
  if (tail.effect === 'void') return []
  // "Name of the company": what it is of is said, and it is no longer just the visitor's.
  if (tail.kinds.size > 0 || reading === 'path') kinds.delete('field')
  for (const kind of tail.kinds) if (kind !== 'field') kinds.add(kind)
  const isPublic = reading === 'path' && nearestOwner(words, match.from).has('organization')
  const asked = reading === 'path' && asks(words, match)
  if (asked === 'action') return []
  const hits: Hit[] = []
  for (const meaning of match.meanings) {
    if (isPublic && published.has(meaning.category)) continue
    if (asked === 'question' && !meaning.open) continue
    if (!isSaid(meaning, kinds, opensName, isWhole(words, match))) continue
    if (!isOpenTo(meaning, tail, reading, isSure(meaning, kinds))) continue
    if (isCodeSuffix(meaning, words, match, reading)) continue
    const isPlain = asked === false && (reading === 'text' || tail.effect !== 'unknown')
    hits.push({ category: meaning.category, sure: isPlain && isSure(meaning, kinds), from: match.from, to: match.to })
  }
  return strongest(hits)
}

/** A guess bears no unknown word: `form.time` may be an appointment's, `form.timeFrame` is not. */
function isOpenTo(meaning: Meaning, tail: After, reading: Reading, isKnown: boolean): boolean {
  if (tail.effect === 'none' || meaning.open && (isKnown || tail.effect === 'plain')) return true
  return reading === 'text' && meaning.level === 'sure'
}

function isSaid(meaning: Meaning, kinds: ReadonlySet<Owner>, opensName: boolean, isAll: boolean): boolean {
  switch (meaning.level) {
    case 'sure': return true
    case 'joined': return true
    case 'guess': return opensName
    case 'alone': return isAll
    case 'owned': return [...meaning.of].some((owner) => kinds.has(owner) || owner === 'form' && kinds.has('field'))
  }
}

function isSure(meaning: Meaning, kinds: ReadonlySet<Owner>): boolean {
  if (meaning.level === 'sure' || meaning.level === 'joined') return true
  if (meaning.level !== 'owned') return false
  return [...meaning.of].some((owner) => owner !== 'form' && owner !== 'field' && kinds.has(owner))
}

/** One hit a category; where one is sure, the guesses of the same words are dropped. */
function strongest(hits: readonly Hit[]): Hit[] {
  const kept = hits.some(({ sure }) => sure) ? hits.filter(({ sure }) => sure) : hits
  return kept.filter((hit, at) => kept.findIndex(({ category }) => category === hit.category) === at)
}

/** One letter says something as a whole name only: `q`, and not `qIndex` or the `S` of `U.S.` */
function isPartOfName(words: readonly Word[], { from, to }: Match, reading: Reading): boolean {
  const word = words[from]
  if (to - from > 1 || word?.text.length !== 1) return false
  return reading === 'text' || words.filter(({ name }) => name === word.name).length > 1
}

/** `answerService` ends like a piece of code; only a name of its own, `booking.service`, is what somebody chose. */
function isCodeSuffix({ level }: Meaning, words: readonly Word[], { from, to }: Match, reading: Reading): boolean {
  const [word, previous] = [words[from], words[from - 1]]
  if (reading !== 'path' || level !== 'owned' || to - from > 1 || !word || !voidWords.has(word.text)) return false
  return previous?.name === word.name && kindsOf(previous.text).size > 0 && !pickers.has(previous.text)
}

/** Owners that say a thing was picked, and not whose it is. */
const pickers: ReadonlySet<string> = new Set(['selected', 'preferred', 'chosen', 'desired', 'picked'])

/** Kinds of the nearest owner before a word, however far. */
function nearestOwner(words: readonly Word[], from: number): ReadonlySet<Owner> {
  for (let at = from - 1; at >= 0; at--) {
    const kinds = kindsOf((words[at] as Word).text)
    if (kinds.has('person')) return new Set()
    if (kinds.has('appointment') || kinds.has('organization')) return kinds
  }
  return new Set()
}

/** Whether the name of a match is a switch (`isPregnant`) or what a function does (`validateEmail`). */
function asks(words: readonly Word[], { from }: Match): 'question' | 'action' | false {
  const own = words[from]?.name
  const first = words.findIndex(({ name }) => name === own)
  const word = words[first]?.text ?? ''
  if (first === from) return false
  return questionWords.has(word) ? 'question' : verbWords.has(word) && 'action'
}

/** Whether the words are a match and nothing else but owners and fillers. */
function isWhole(words: readonly Word[], { from, to }: Match): boolean {
  return words.every((word, at) => at >= from && at < to || isFiller(word) || kindsOf(word.text).size > 0)
}

/** What a path or the name of a field says: the last match that holds decides. */
export function nameHits(words: readonly Word[], reading: Exclude<Reading, 'text'>): Hit[] {
  const matches = matchesOf(words, nameIndex, reading)
  for (let at = matches.length - 1; at >= 0; at--) {
    const match = matches[at] as Match
    const hits = hitsOf(words, match, words.length, reading)
    if (hits.length === 0) continue
    if (reading === 'path' && isOfInterface(words, matches, match.from)) return []
    return withContext(hits, words, matches.slice(0, at), reading)
  }
  return []
}

/** What a text says, all of it in its order. */
export function textHits(words: readonly Word[], index: Index = nameIndex): Hit[] {
  const matches = matchesOf(words, index, 'text')
  return matches.flatMap((match, at) => {
    const next = matches[at + 1]
    const end = Math.min(next?.from ?? words.length, match.to + 2)
    const hits = hitsOf(words, match, end, 'text')
      .filter(({ category }) => !absorbed.has(category) || !isOfNext(match, next))
    return withContext(hits, words, matches.slice(0, at), 'text')
  })

  /** "Name of your doctor" */
  function isOfNext(match: Match, next: Match | undefined): boolean {
    if (next?.from !== match.to || words[next.from]?.of !== true) return false
    return hitsOf(words, next, next.to, 'text').some(({ category }) => absorbing.has(category))
  }
}

/** `errors.email`, `labels.diagnosis`: texts and states of the interface, whatever they are about. */
function isOfInterface(words: readonly Word[], matches: readonly Match[], from: number): boolean {
  const isMatched = (at: number): boolean =>
    matches.some((match) => at >= match.from && at < match.to && match.meanings.length > 0)
  return words.slice(0, from).some(({ text }, at) => kindsOf(text).has('interface') && !isMatched(at))
}

/** `doctor.email` is about the doctor; `emergencyContact.phone` is both. */
function withContext(hits: readonly Hit[], words: readonly Word[], earlier: readonly Match[], reading: Reading): Hit[] {
  if (!hits.some(({ category }) => absorbed.has(category))) return [...hits]
  const context = contextOf(hits[0]?.from ?? 0, words, earlier, reading)
  if (!context) return [...hits]
  const whole = hits.map((hit) => ({ ...hit, from: context.from }))
  const first = { ...context, to: whole[0]?.to ?? context.to }
  return joining.has(context.category) ? [first, ...whole] : [first]
}

function contextOf(from: number, words: readonly Word[], earlier: readonly Match[], reading: Reading): Hit | null {
  let next = from
  for (const match of [...earlier].reverse()) {
    const between = words.slice(match.to, next)
    const isNothing = (word: Word): boolean =>
      isFiller(word) || plainWords.has(word.text) || kindsOf(word.text).size > 0
    if (!between.every(isNothing)) return null
    const hit = hitsOf(words, match, match.to, reading)
      .find(({ category }) => absorbing.has(category) || joining.has(category))
    if (hit) return hit
    next = match.from
  }
  return null
}
