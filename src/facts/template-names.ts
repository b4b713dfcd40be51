/** Which templates an expression of a Jinja-like language may name: literals, joined, chosen, or in a list. */
import type { Certainty } from '../types.js'

export interface NamedTemplate {
  /** `*` stands for a part that is not literal. */
  target: string
  /** `likely` for one of several, `possible` when a part is unknown. */
  certainty: Certainty
}

/** Words behind which nothing belongs to the name any more. */
const ENDS = new Set(['with', 'without', 'only', 'ignore', 'import', 'as'])
/** Words that stand between names. */
const BETWEEN = new Set(['if', 'else', 'or', 'and', 'not', 'in', 'is'])
const TOKEN = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(\|\s*add\s*:|[~+])|([\w.]+)|(\|\s*\w+\s*:?)|(\S)/g

/**
 * `"a.html"`, `["a.html", "b.html"]`, `"a.html" if x else "b.html"`, `"parts/" ~ kind ~ ".html"`,
 * `request.is_ajax|yesno:"a.html,b.html"`, `name|default:"a.html"`; without what follows (`with x=y`, `only`).
 */
export function namesIn(expression: string): NamedTemplate[] {
  const found: string[] = []
  let pieces: string[] = []
  let joins = false
  let count = 0
  const flush = (): void => {
    const name = pieces.join('')
    pieces = []
    joins = false
    if (name.replaceAll('*', '') !== '') found.push(name)
  }
  const piece = (text: string): void => {
    if (!joins) flush()
    pieces.push(text)
    joins = false
  }
  for (const match of expression.matchAll(TOKEN)) {
    const literal = match[1] ?? match[2]
    const word = match[4]
    if (word !== undefined && ENDS.has(word)) break
    count++
    if (literal !== undefined) piece(literal)
    else if (match[3] !== undefined) joins = pieces.length > 0
    else if (word !== undefined && !BETWEEN.has(word)) piece('*')
    else flush()
  }
  flush()
  // Django's `yesno` takes its words in one text.
  const names = found.flatMap((name) => (name.includes(',') ? name.split(',') : [name])).map((name) => name.trim())
  const [only] = names
  if (names.length === 1 && count === 1 && only !== undefined) return [{ target: only, certainty: 'exact' }]
  return names.filter((name) => /[./]/.test(name)).map((target) => (
    { target, certainty: target.includes('*') ? 'possible' : names.length > 1 || count > 1 ? 'likely' : 'exact' }))
}
