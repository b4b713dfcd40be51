/**
 * What a variable or a tag does, written as JavaScript: rows say it in a line, and the parser and the flow engine that
 * read the site's own code read it. `TAG_MANAGER` stands for what only the tag manager knows.
 */
import type { Parameter, Parameters } from './container.js'
import type { Text } from './reading/text.js'

/**
 * The object by which these expressions ask the tag manager. Its functions have rows in `src/flow/models`:
 * - `pushed('key')`: what was pushed under a key
 * - `event()`: the event that made the tag fire, with the element that was clicked or submitted and its text
 * - `detected()`: what the vendor's script finds in the page by itself
 * - `variable('name', …)`: a variable that the container does not define or nobody knows
 */
export const TAG_MANAGER = 'tagManager$'

export type Expression = readonly (string | Text | Parameter)[]

type Slot = string | Text | Parameter | Expression | null | undefined

/** `js\`location[${name}]\``: texts and parameters become values, expressions stand as they are. */
export function js(strings: TemplateStringsArray, ...slots: Slot[]): Expression {
  const pieces: (string | Text | Parameter)[] = []
  strings.forEach((code, index) => {
    if (code !== '') pieces.push(code)
    if (index >= slots.length) return
    const slot = slots[index]
    if (slot === null || slot === undefined) pieces.push('undefined')
    else if (isExpression(slot)) pieces.push(...slot)
    else pieces.push(slot)
  })
  return pieces
}

function isExpression(slot: Slot): slot is Expression {
  return Array.isArray(slot)
}

/** Expressions with something between them. */
export function joined(list: readonly Expression[], between: string): Expression {
  return list.flatMap((each, index) => (index === 0 ? [...each] : [between, ...each]))
}

/** `{ "name": value, … }` of all parameters but some. */
export function objectOf(parameters: Parameters, without: readonly string[] = []): Expression {
  const entries = [...parameters].filter(([name]) => !without.includes(name)).map(([name, value]) => js`${JSON.stringify(name)}: ${value}`)
  return js`({${joined(entries, ', ')}})`
}

/** `window.a.b`, or as it is written where that is no name. */
export function globalNamed(path: string): Expression {
  return /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(path) ? [path.replace(/^window\./, '')] : []
}

/** `tagManager$.pushed("a").b` for the key `a.b`. */
export function dataLayerValue(key: string): Expression {
  const [first = '', ...rest] = key.split('.')
  return [`${TAG_MANAGER}.pushed(${JSON.stringify(first)})${rest.map((name) => `[${JSON.stringify(name)}]`).join('')}`]
}
