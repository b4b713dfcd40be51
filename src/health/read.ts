/** What a name or a short text states about the health of whoever it is about. */
import { nameWords, type DataCategory } from '../personal/index.js'
import { care } from './care.js'
import { conditions } from './conditions.js'
import { drugs, drugShape } from './drugs.js'
import { falseFriends, noSteps, otherMatters } from './false-friends.js'
import { phrasesOf, type FactKind, type HealthRow } from './row.js'
import { steps } from './steps.js'

export interface HealthFact {
  states: FactKind
  category: DataCategory
  /** The words that state it, as they are understood: `ptsd`, `book appointment`. */
  words: string
}

type Level = 'plain' | 'onHealthSites' | 'alone'

interface Entry {
  words: readonly string[]
  level: Level
  row: HealthRow
}

/** Longer texts are no names; what they say is said to the visitor. */
const LONGEST = 120

const index = new Map<string, Entry[]>()
let isBuilt = false

function build(): void {
  isBuilt = true
  for (const row of [...conditions, ...drugs, ...care, ...steps]) {
    for (const level of ['plain', 'onHealthSites', 'alone'] as const) {
      for (const phrase of phrasesOf(row[level])) add(nameWords(phrase), level, row)
    }
  }
  for (const list of index.values()) list.sort((one, other) => other.words.length - one.words.length)
}

/** Phrases of several words also as one: `bookappointment`. */
function add(words: readonly string[], level: Level, row: HealthRow): void {
  const together = words.join('')
  for (const each of words.length > 1 && together.length >= 8 ? [words, [together]] : [words]) {
    const first = each[0] as string
    const known = index.get(first)
    if (known) known.push({ words: each, level, row })
    else index.set(first, [{ words: each, level, row }])
  }
}

const asPhrase = (phrase: string): string => ` ${nameWords(phrase).join(' ')} `
const friends = falseFriends.map(asPhrase).filter((phrase) => phrase.trim() !== '')
const matters = otherMatters.map(asPhrase)
const readers = noSteps.map(asPhrase)

/** The order in which facts are told: what is wrong with somebody before what they do about it. */
const order: readonly FactKind[] = ['condition', 'drug', 'procedure', 'specialty', 'plan', 'step']

/**
 * The facts a text states, the most telling first. `isHealthSite`: the site is plainly about health, so that words with
 * other meanings (`appointment`, `depression`) count as well. `isEvent`: it is the name of an event, and not of anything else.
 */
export function readFacts(text: string, isHealthSite: boolean, isEvent = false): HealthFact[] {
  if (text.length > LONGEST || isOtherMatter(text)) return []
  if (!isBuilt) build()
  const said = asPhrase(text)
  const words = withoutFriends(said)
  const isReading = readers.some((phrase) => said.includes(phrase))
  const found = new Map<DataCategory, HealthFact>()
  for (let at = 0; at < words.length;) {
    const entry = entryAt(words, at, isHealthSite, isEvent)
    if (!entry) {
      at++
      continue
    }
    const { states, category } = entry.row
    if (!(isReading && states === 'step') && !found.has(category)) found.set(category, { states, category, words: entry.words.join(' ') })
    at += entry.words.length
  }
  return [...found.values()].sort((one, other) => order.indexOf(one.states) - order.indexOf(other.states))
}

/** The name of an event that is about those who work at a clinic or on its site: nothing that goes with it is about a patient. */
export function isOtherMatter(text: string): boolean {
  const said = asPhrase(text)
  return matters.some((phrase) => said.includes(phrase))
}

/** What a false friend covers becomes a word that no phrase holds. */
function withoutFriends(said: string): string[] {
  let rest = said
  for (const phrase of friends) if (rest.includes(phrase)) rest = rest.replaceAll(phrase, ' · ')
  return rest.trim().split(' ').filter((word) => word !== '')
}

function entryAt(words: readonly string[], at: number, isHealthSite: boolean, isEvent: boolean): Entry | null {
  for (const entry of index.get(words[at] as string) ?? []) {
    if (entry.level !== 'plain' && !isHealthSite) continue
    if (entry.level === 'alone' && (!isEvent || entry.words.length !== words.length)) continue
    if (entry.words.every((word, offset) => words[at + offset] === word)) return entry
  }
  const word = words[at] as string
  return drugShape.test(word) ? { words: [word], level: 'plain', row: drugs[0] as HealthRow } : null
}
