/** The categories of an access path, `patient.insurance.memberId`, by its names. */
import { nameHits } from './match.js'
import { partedWords } from './vocabulary.js'
import type { Classified } from './classified.js'

/** Deeper paths say nothing more, and the last names are the telling ones. */
const DEEPEST = 12

/**
 * Categories of an access path as written in code, the outermost name first; the most telling category first, `[]` when
 * the names say nothing about a person. The words of the nearest name decide, names before it say whose it is:
 * `patient.name` is a name, `product.name` is nothing, `doctor.name` is a provider.
 */
export function classifyPath(names: readonly string[]): Classified[] {
  const path = names.slice(-DEEPEST)
  const words = partedWords(path)
  return nameHits(words, 'path').map(({ category, sure, from, to }) => {
    const telling = path.slice(words[from]?.name ?? 0, (words[to - 1]?.name ?? 0) + 1)
    return { category, because: `name "${telling.map((name) => name.slice(0, 60)).join('.')}"`, sure }
  })
}
