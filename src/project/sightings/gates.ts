/** What the conditions around a place decide: consent, environment or route. */
import type { GuardId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { Gate } from '../../types.js'
import { partsOf } from '../meaning/script-maps.js'

/** Words in the names a condition asks about. Rows: first match decides. */
const words: readonly { gate: NonNullable<Gate>; pattern: RegExp }[] = [
  { gate: 'consent', pattern: /consent|cookies?(accepted|allowed|ok|banner|choice|preference)|accepted?cookies?|optedin|opt_?in|gdpr|lgpd|ccpa|tcf|onetrust|cookiebot|didomi|marketingallowed|analyticsallowed/i },
  { gate: 'environment', pattern: /^(node_env|prod|production|isprod(uction)?|dev|isdev(elopment)?|mode|env|environment|islocalhost|hostname|stage|staging)$/i },
  { gate: 'route', pattern: /^(pathname|route|routename|currentroute|path|currentpath|fullpath|location|href|is_?page|usepathname|userouter)$/i },
]

const DEPTH = 6

/** The first gate on the way from the innermost condition outward; null when no condition says such a thing. */
export function gateOf(script: ScriptFacts, guard: GuardId): Gate {
  for (let at = guard; at >= 0; at = script.guards[at]?.parent ?? -1) {
    const names = namesIn(script, script.guards[at]?.test as ValueId, 0, new Set())
    for (const { gate, pattern } of words) if (names.some((name) => pattern.test(name))) return gate
  }
  return null
}

function namesIn(script: ScriptFacts, id: ValueId, depth: number, seen: Set<ValueId>): string[] {
  const value = script.values[id]
  if (!value || depth > DEPTH || seen.has(id)) return []
  seen.add(id)
  const own = value.kind === 'binding' ? [script.bindings[value.binding]?.name ?? '']
    : value.kind === 'global' ? [value.name]
      : value.kind === 'member' && value.name !== null ? [value.name]
        : value.kind === 'constant' && typeof value.value === 'string' && /consent/i.test(value.value) ? [value.value] : []
  const definitions = value.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []
  return [...own, ...[...partsOf(script, id), ...definitions].flatMap((part) => namesIn(script, part, depth + 1, seen))]
}
