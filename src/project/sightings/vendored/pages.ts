/** Code that makes pages is a site's own bundle: a vendor's script may show a banner, and hardly more. */
import type { ScriptFacts, Value } from '../../../facts/script/graph.js'
import type { Span } from '../../../types.js'

/** Elements, and texts that begin as one. */
const PAGE = 10
const MARKUP = /^\s*<[a-z][\w-]*[\s>]/

const known = new WeakMap<ScriptFacts, readonly number[]>()

/** True for a part of a script that makes elements in number. */
export function makesPages(script: ScriptFacts, { start, end }: Span): boolean {
  let places = known.get(script)
  if (!places) known.set(script, places = script.values.filter(isMarkup).map((value) => value.start))
  let count = 0
  for (const place of places) if (start <= place && place < end && ++count >= PAGE) return true
  return false
}

function isMarkup(value: Value): boolean {
  return value.kind === 'element' ? typeof value.name === 'string'
    : value.kind === 'constant' && typeof value.value === 'string' && MARKUP.test(value.value)
}
