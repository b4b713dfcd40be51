/**
 * Sets of URL paths as short patterns, and what can be said of two of them: do they share a path, is one within the
 * other. A pattern is a text in which three characters stand for what is open; letters count the same in both cases.
 */

/** One or more characters other than `/`. */
export const WORD = '\uE000'
/** The same where the name says that it is a number or a key: digits, the letters of hexadecimals, `-` and `_`. */
export const KEY = '\uE001'
/** Any characters, or none. */
export const ANY = '\uE002'

/** More optional segments than this are taken as they stand. */
const OPTIONAL = 3
/** Patterns are code somebody wrote; longer ones are not looked at. */
const LONGEST = 400

/** One step of a pattern: a character, or a class of characters that may repeat. */
interface Step {
  accepts: string
  repeats: boolean
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = []
  for (const character of pattern.toLowerCase()) {
    if (character === ANY) steps.push({ accepts: ANY, repeats: true })
    else if (character === WORD || character === KEY) {
      steps.push({ accepts: character, repeats: false }, { accepts: character, repeats: true })
    } else steps.push({ accepts: character, repeats: false })
  }
  return steps
}

const isClass = (accepts: string): boolean => accepts === ANY || accepts === WORD || accepts === KEY

/** True when some character is in both classes. */
function overlap(a: string, b: string): boolean {
  if (a === b || a === ANY || b === ANY) return true
  if (isClass(a) && isClass(b)) return true
  const [open, character] = isClass(a) ? [a, b] : [b, a]
  if (open === WORD) return character !== '/'
  return open === KEY && /[0-9a-f_-]/.test(character)
}

/** True when every character of the second class is in the first. */
function covers(a: string, b: string): boolean {
  if (a === b || a === ANY) return true
  if (b === ANY || (isClass(b) && !isClass(a))) return false
  if (a === WORD) return b !== '/'
  return a === KEY && /[0-9a-f_-]/.test(b)
}

/** Walks two patterns side by side; true when both can end together. */
function meet(
  a: readonly Step[], b: readonly Step[], fits: (a: string, b: string) => boolean, skipsInB: boolean,
): boolean {
  const width = b.length + 1
  const seen = new Uint8Array((a.length + 1) * width)
  const open: number[] = [0]
  while (open.length > 0) {
    const at = open.pop() as number
    if (seen[at]) continue
    seen[at] = 1
    const i = Math.floor(at / width)
    const j = at % width
    if (i === a.length && j === b.length) return true
    const left = a[i]
    const right = b[j]
    if (left?.repeats) open.push((i + 1) * width + j)
    if (right?.repeats && skipsInB) open.push(i * width + j + 1)
    if (!left || !right || !fits(left.accepts, right.accepts)) continue
    open.push((left.repeats ? i : i + 1) * width + j + 1)
    if (right.repeats && skipsInB) open.push((left.repeats ? i : i + 1) * width + j)
  }
  return false
}

/** True when some path fits both patterns. */
export function share(a: string, b: string): boolean {
  if (a.length > LONGEST || b.length > LONGEST) return true
  return meet(stepsOf(a), stepsOf(b), overlap, true)
}

/** True when every path of the second fits the first. May say no where it is so, never yes where it is not. */
export function within(outer: string, inner: string): boolean {
  if (outer.length > LONGEST || inner.length > LONGEST) return false
  // What is open inside must be taken by something as open outside, however long it is.
  return meet(stepsOf(outer), stepsOf(inner), covers, false)
}

/** Parameters that hold a number or a key, by their name. */
const KEYED = /(^|_)(id|uuid|guid|key|token|hash|number|no|nr|pk|year|month|day|page|date)$|(Id|Uuid|Key|Token|Number|Pk)$/

function segmentPattern(segment: string): string {
  if (segment === '*' || /^:[^/]*[*+]$/.test(segment)) return ANY
  return segment.replace(/:([A-Za-z_]\w*)\??|\*+/g, (match, name: string | undefined) => (
    name === undefined ? (match.length > 1 ? ANY : WORD) : KEYED.test(name) ? KEY : WORD))
}

/** The patterns of a route's path, `/portal/:id`, `/:lang?/book`, `/docs/*`: one for each form it may take. */
export function patternsOfRoute(path: string): string[] {
  const segments = path.split('/').filter((segment) => segment !== '')
  let patterns = ['']
  let optional = 0
  segments.forEach((segment, index) => {
    const pattern = segmentPattern(segment)
    const added = patterns.map((before) => `${before}/${pattern}`)
    const isRest = pattern === ANY && index === segments.length - 1
    const mayMiss = isRest || (/^:[^/]*\?$/.test(segment) && optional++ < OPTIONAL)
    patterns = mayMiss ? [...patterns, ...added] : added
  })
  return [...new Set(patterns.map((pattern) => (pattern === '' ? '/' : pattern)))]
}
