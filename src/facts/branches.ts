/**
 * Templates whose branches do not fit together once their statements are masked: `var a = {% if x %}1{% else %}2{% endif %}`,
 * or a `</script>` in each branch. Read once with the first branches and once with the last, each is well-formed.
 */
import type { MaskedSpan } from '../parse/document.js'
import type { Span } from '../types.js'

const OPENS = /^[-+~]?\s*#?(?:if|unless|isset|auth|can|empty|cannot|guest)\b|^<?\w+:(?:choose|if)\b/
/** PHP and its like: a block that ends in an open `if`. */
const LEFT_OPEN = /\bif\s*\([^{};]*[{:]\s*$/
const TURNS = /^[-+~]?\s*(?:else\b|elseif|elsif|elif|:else|when\b)|^\s*\}\s*else|^<?\w+:(?:otherwise|when|else|elseif)\b/
const CLOSES = /^[-+~]?\s*(?:end\w*|\/(?:if|unless|isset)|fi|stop)\b|^\s*(?:\}|endif)\s*;?\s*$|^<?\/\w+:(?:choose|if)\b/
/** Longer code is a program, not a condition: only how it begins and ends is looked at. */
const LOOKED_AT = 300
/** What stands between this and its first turn is no branch. */
const CHOOSES = /^<?\w+:choose\b/

interface Conditional {
  chooses: boolean
  /** Where each branch lies, in order. */
  branches: Span[]
  from: number
  turned: boolean
}

/** The text with all but the first, and with all but the last branch of every conditional blanked; empty when there is none. */
export function branchVariants(text: string, spans: readonly MaskedSpan[]): string[] {
  const conditionals = readConditionals(spans).filter(({ branches }) => branches.length > 1)
  if (conditionals.length === 0) return []
  const first = conditionals.flatMap(({ branches }) => branches.slice(1))
  const last = conditionals.flatMap(({ branches }) => branches.slice(0, -1))
  return [blank(text, first), blank(text, last)]
}

function readConditionals(spans: readonly MaskedSpan[]): Conditional[] {
  const found: Conditional[] = []
  const open: Conditional[] = []
  for (const span of spans) {
    if (span.kind !== 'statement') continue
    const code = span.code.slice(0, LOOKED_AT).trim()
    const end = span.code.slice(-LOOKED_AT)
    const current = open.at(-1)
    if (TURNS.test(code) && current) {
      if (!current.chooses || current.branches.length > 0 || current.turned) current.branches.push({ start: current.from, end: span.start })
      current.turned = true
      current.from = span.end
    } else if (span.code.length < LOOKED_AT && CLOSES.test(code)) {
      const closed = open.pop()
      if (!closed) continue
      closed.branches.push({ start: closed.from, end: span.start })
      found.push(closed)
    } else if (OPENS.test(code) || LEFT_OPEN.test(end)) open.push({ branches: [], from: span.end, turned: false, chooses: CHOOSES.test(code) })
  }
  return found
}

function blank(text: string, regions: readonly Span[]): string {
  const characters = text.split('')
  for (const { start, end } of regions) {
    for (let at = start; at < end; at++) if (!/[\r\n]/.test(characters[at] as string)) characters[at] = ' '
  }
  return characters.join('')
}
