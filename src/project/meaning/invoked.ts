/**
 * The function that a call runs and what it is given, past `call` and `apply`: what `window.send?.(event)` becomes for
 * older browsers is `(a = (b = window).send) === null || a === void 0 || a.call(b, event)`.
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'

export function invoked(script: ScriptFacts, call: Value & { kind: 'call' }): { callee: ValueId; arguments: readonly ValueId[] } {
  const callee = script.values[call.callee]
  if (callee?.kind !== 'member' || call.isNew) return call
  if (callee.name === 'call' && call.arguments.length > 0) return { callee: callee.object, arguments: call.arguments.slice(1) }
  const list = callee.name === 'apply' && call.arguments[1] !== undefined ? script.values[call.arguments[1]] : undefined
  return list?.kind === 'array' ? { callee: callee.object, arguments: list.items } : call
}
