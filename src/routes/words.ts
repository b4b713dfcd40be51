/** How lists of words are written, and words that stand between others. */

/** Pieces separated by commas or line breaks. */
export const words = (text: string): string[] =>
  text.split(/\s*,\s*|\n\s*/).map((word) => word.trim()).filter((word) => word !== '')

/** A pattern of whole words: any of the pieces, separated by commas. */
export const oneOf = (pieces: string, ending = ''): RegExp =>
  new RegExp(`(?<![a-z])(?:${words(pieces).join('|')})${ending}(?![a-z])`, 'i')

/** Words that join others and say nothing: `find-a-doctor` is `find-doctor`. */
export const fillers: ReadonlySet<string> = new Set(words(`
  a, an, the, of, and, your, un, una, um, uma, el, la, los, las, de, del, da, do, das, dos, y,
  su, tu, tus, sua, suas, seu, seus`))

/** Plurals that no rule makes, and what only looks like one. */
export const irregular: ReadonlyMap<string, string> = new Map([
  ['mis', 'mi'], ['meus', 'meu'], ['minhas', 'minha'], ['news', 'news'], ['series', 'series'], ['faqs', 'faq'],
])
