/** Names and texts as words: split, lower case, without accents, singular, without articles. */

export interface Word {
  text: string
  /** An "of" stood before it: `nombre del médico`, `name of the patient`. */
  of: boolean
  /** Which name of the path it comes from, 0 for the first. */
  name: number
}

/** Longer names say nothing more, and a text of this length is no label. */
const LONGEST_NAME = 200
const LONGEST_WORD = 40

const ofWords = new Set(['of', 'de', 'del', 'da', 'do', 'dos', 'das'])

/** Dropped in names and tables alike, so that a phrase is written once: `reason for your visit` → `reason visit`. */
const articles = new Set([
  ...ofWords, 'a', 'an', 'the', 'for', 'to', 'your', 'my', 'our', 'their', 'his', 'her', 'this', 'which', 'la', 'el',
  'los', 'las', 'lo', 'o', 'os', 'as', 'um', 'uma', 'un', 'una', 'su', 'sus', 'tu', 'tus', 'mi', 'mis', 'seu', 'sua',
  'seus', 'suas', 'meu', 'minha', 'para', 'por', 'please', 'favor', 'que',
])

/** Plurals that no ending explains. */
const irregular: Readonly<Record<string, string>> = {
  diagnoses: 'diagnosis', people: 'person', children: 'child', examenes: 'examen', doctores: 'doctor',
  prognoses: 'prognosis', women: 'woman', men: 'man', hospitales: 'hospital', ids: 'id',
}

/** Words that only look plural: `address` is caught by its ending, these are not. */
const singulars = new Set(['gps', 'https', 'series', 'sms', 'mas', 'sales', 'news', 'ros', 'express'])

/** A word in the singular, by the endings of the three languages; applied to the tables and to names alike. */
function singular(word: string): string {
  const known = irregular[word]
  if (known !== undefined) return known
  if (word.length <= 3 || !word.endsWith('s') || singulars.has(word) || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('coes')) return `${word.slice(0, -4)}cao`
  if (word.endsWith('ciones') || word.endsWith('siones')) return word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** Lower-cased pieces of a name as written: `patientMRN_2` → `patient`, `mrn`, `2`. */
function pieces(name: string): string[] {
  const plain = name.slice(0, LONGEST_NAME).normalize('NFD').replace(/\p{M}/gu, '').replace(/['’`]s\b/g, '')
  // `IDs` is a plural and not `I` and `Ds`.
  const found = plain.replace(/([A-Z]{2})s(?![a-z])/g, '$1').match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []
  return found.map((piece) => piece.slice(0, LONGEST_WORD).toLowerCase())
}

/**
 * The words of a path of names, the outermost first: `['patient', 'datesOfBirth']` → `patient`, `date`, `birth` (with
 * `of`). The first word of a name is kept though it be an article, when nothing else is there.
 */
export function wordsOf(names: readonly string[]): Word[] {
  const words: Word[] = []
  names.forEach((each, name) => {
    let of = false
    for (const piece of pieces(each)) {
      if (ofWords.has(piece)) of = true
      if (articles.has(piece)) continue
      words.push({ text: singular(piece), of, name })
      of = false
    }
  })
  return words
}

/** A phrase of a table, as the words that stand for it in names. */
export function phraseWords(phrase: string): string[] {
  return wordsOf([phrase]).map(({ text }) => text)
}

/** What brackets, colons and "and" part: `Name / e-mail (optional)` → `Name`, `e-mail`, `optional`. */
export function clauses(text: string): string[] {
  return text.slice(0, LONGEST_NAME)
    .split(/[.,;:/()[\]{}*?!|&\n\r\t"“”–—]|\s-\s|\b(?:and|or|y|ou|ni|nor)\b/i)
    .map((clause) => clause.trim()).filter((clause) => clause !== '')
}
