/** Marks on elements that say how a recording treats what is in them, in the text of markup and of components. */
import type { Mark } from '../trackers/capture.js'
import type { Span } from '../types.js'

export interface MarkFound extends Span {
  /** `body`, `textarea`, `Card`; null where code sets it. */
  tag: string | null
  /** As a reader knows it: `data-x="true"`, `class "y"`. */
  name: string
}

/** The word that every text with the mark holds. */
export function wordOf(mark: Mark): string {
  return 'class' in mark ? mark.class : mark.attribute
}

/** Elements that carry a mark; comments do not count. Offsets are of the element's tag, or of the call that sets it. */
export function marksIn(text: string, mark: Mark): MarkFound[] {
  const word = wordOf(mark)
  if (!text.includes(word)) return []
  const code = text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length))
  const found: MarkFound[] = []
  for (let at = code.indexOf(word); at >= 0; at = code.indexOf(word, at + 1)) {
    const isWhole = !/[\w-]/.test(code[at - 1] ?? ' ') && !/[\w-]/.test(code[at + word.length] ?? ' ')
    const hit = isWhole ? ('class' in mark ? classAt(code, at, word) : attributeAt(code, at, mark)) : null
    if (hit) found.push(hit)
  }
  return found
}

function classAt(code: string, at: number, name: string): MarkFound | null {
  const element = elementAround(code, at)
  // Inside the value of the attribute: nothing but class names between its quote and here.
  if (element && /\bclass(?:Name|List)?\s*=\s*\{?\s*["'`][\w\s:/.[\]-]*$/i.test(code.slice(element.start, at))) return { ...element, name: `class "${name}"` }
  return /\bclassList\.add\([^)]*["']$/.test(code.slice(Math.max(0, at - 80), at)) ? { ...call(code, at), tag: null, name: `class "${name}"` } : null
}

function attributeAt(code: string, at: number, { attribute, values }: Extract<Mark, { attribute: string }>): MarkFound | null {
  const set = /\bsetAttribute\(\s*["']$/.exec(code.slice(Math.max(0, at - 40), at))
  const rest = code.slice(at + attribute.length)
  const given = (set ? /^["']\s*,\s*["'`]([^"'`]*)["'`]/ : /^\s*=\s*\{?\s*["'`]?([^"'`\s>}]*)/).exec(rest)?.[1] ?? ''
  if (values && !values.includes(given)) return null
  const name = given === '' ? attribute : `${attribute}="${given}"`
  if (set) return { ...call(code, at), tag: null, name }
  const element = elementAround(code, at)
  return element && /\s$/.test(code.slice(element.start, at)) ? { ...element, name } : null
}

/** The tag an offset stands in. */
function elementAround(code: string, at: number): (Span & { tag: string }) | null {
  const start = code.lastIndexOf('<', at)
  const tag = start < 0 ? undefined : /^<([A-Za-z][\w.:-]*)/.exec(code.slice(start, at))?.[1]
  if (tag === undefined || at - start > 2_000) return null
  const end = code.indexOf('>', at)
  return { start, end: end < 0 ? at : end + 1, tag }
}

function call(code: string, at: number): Span {
  const line = code.lastIndexOf('\n', at) + 1
  const start = line + (code.slice(line).match(/^\s*/)?.[0].length ?? 0)
  const end = code.indexOf(')', at)
  return { start, end: end < 0 ? at : end + 1 }
}
