/** A step backwards from a trail. */
import type { CallStack, Spot, Trail } from './host.js'
import type { FunctionReference } from '../project/meaning/meaning.js'
import { bounded, type Path } from './path.js'

export type Step = Trail

/** How many calls a trail remembers having gone into. Deeper, it may come back to any caller. */
const LONGEST_STACK = 4

export function step(trail: Trail, spot: Spot, path: Path, changes: { context?: CallStack; hashed?: boolean; hint?: string | null } = {}): Step {
  return {
    spot, path: bounded(path), next: trail,
    context: changes.context === undefined ? trail.context : changes.context,
    hashed: changes.hashed ?? trail.hashed,
    hint: changes.hint === undefined ? trail.hint : changes.hint,
  }
}

/** The stack with one more call on it: a call of `target`. A call that is on it already (recursion) is not put on it twice. */
export function into(stack: CallStack, call: { file: string; script: number; value: number }, target: FunctionReference): CallStack {
  const { file, script, value } = call
  for (let at = stack; at; at = at.outer) {
    if (at.value === value && at.script === script && at.file === file) return at
  }
  const { file: place, script: index, function: id } = target
  return shortened({ file, script, value, target: { file: place, script: index, function: id }, outer: stack }, LONGEST_STACK)
}

/** The innermost call of a function on the stack. */
export function callOf(stack: CallStack, target: FunctionReference): CallStack {
  for (let at = stack; at; at = at.outer) {
    const { file, script, function: id } = at.target
    if (id === target.function && script === target.script && file === target.file) return at
  }
  return null
}

function shortened(stack: CallStack, left: number): CallStack {
  if (stack === null || left === 0) return null
  const outer = shortened(stack.outer, left - 1)
  return outer === stack.outer ? stack : { ...stack, outer }
}

export function stackKey(stack: CallStack): string {
  let key = ''
  for (let at = stack; at; at = at.outer) key += `${at.file}|${at.script}|${at.value};`
  return key
}
