/** The categories of an access path, `patient.insurance.memberId`, by its names. */
import { nameHits } from './match.js'
import { fillerWords, kindsOf, partedWords } from './vocabulary.js'
import type { Classified } from './classified.js'
import type { Owner } from './table.js'
import type { Word } from './words.js'

/** Deeper paths say nothing more, and the last names are the telling ones. */
const DEEPEST = 12

/**
 * Whether a path names a constant of the code: `CONTACT.PHONE` of the site, `EntryType.LabResult` of an enumeration.
 * Where all names are upper case by custom (C#, Go), the first says whose it is: `Model.Mrn`, `Patient.Name`.
 */
function isConstant(path: readonly string[]): boolean {
  const [first = '', second = ''] = path
  const looks = /^[A-Z][A-Z0-9_]{2,}$/.test(first) && second !== '' || /^[A-Z]/.test(first) && /^[A-Z]/.test(second)
  if (!looks) return false
  const words = partedWords([first])
  const isSpoken = ({ text }: Word): boolean =>
    fillerWords.has(text) && !keys.has(text) || personal.some((kind) => kindsOf(text).has(kind))
  return !words.every(isSpoken) && nameHits(words, 'path').length === 0
}

/** Fillers that name sets of keys and texts. */
const keys: ReadonlySet<string> = new Set(['dataset', 'text', 'string', 'list', 'fragment', 'element', 'selected'])

/** Owners of what a visitor has given. */
const personal: readonly Owner[] = ['person', 'appointment', 'request', 'address', 'page', 'portal']

/**
 * Categories of an access path as written in code, the outermost name first; the most telling category first, `[]` when
 * the names say nothing about a person. The words of the nearest name decide, names before it say whose it is:
 * `patient.name` is a name, `product.name` is nothing, `doctor.name` is a provider.
 */
export function classifyPath(names: readonly string[]): Classified[] {
  const path = names.slice(-DEEPEST)
  const words = partedWords(path)
  if (isConstant(path)) return []
  return nameHits(words, 'path').map(({ category, sure, from, to }) => {
    const telling = path.slice(words[from]?.name ?? 0, (words[to - 1]?.name ?? 0) + 1)
    return { category, because: `name "${telling.map((name) => name.slice(0, 60)).join('.')}"`, sure }
  })
}
