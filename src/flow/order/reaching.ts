/**
 * What of several writes a read may see. Only what is certain is left out: a write that another one follows before the
 * read on every way there, or that stands after the read and cannot come round to it again.
 */
import type { BindingId, FunctionId, Guard, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { positionsOf } from './positions.js'

/** More writes than this are not put in order. */
const MOST = 24

/** A write: where it is done, in which function. */
export interface Write {
  /** Offset after which it holds. */
  at: number
  function: FunctionId
}

/** The place of a read, for asking about writes. */
export interface Read {
  at: number
  function: FunctionId
  /** Later writes count as well: the value is kept under another name, or read by a function that runs later. */
  isLate: boolean
}

export interface Definitions {
  /** Values that the read may see. */
  values: readonly ValueId[]
  /** Whether it may see what the parameter was given. */
  parameter: boolean
}

/** The write of a value to a binding. */
export function writeOf(script: ScriptFacts, value: ValueId): Write {
  return { at: script.values[value]?.end ?? 0, function: positionsOf(script).functionOf(value) }
}

/** The definitions of a binding that a reference to it may see. */
export function reachingDefinitions(script: ScriptFacts, id: BindingId, read: Read): Definitions {
  const binding = script.bindings[id]
  const all: Definitions = { values: binding?.definitions ?? [], parameter: true }
  if (!binding || binding.imported || all.values.length > MOST || all.values.length + (binding.parameter ? 1 : 0) < 2) return all
  const owner = binding.parameter?.function
  const given: Write[] = owner === undefined ? [] : [{ at: script.functions[owner]?.start ?? 0, function: owner }]
  const writes = all.values.map((value) => writeOf(script, value))
  const sees = (write: Write): boolean =>
    mayReach(script, write, read, binding.scope) && !isOverwritten(script, write, read, writes.filter((other) => other !== write))
  return { values: all.values.filter((_, at) => sees(writes[at] as Write)), parameter: given.every(sees) }
}

/** True unless the write stands after the read and never comes before it. */
export function mayReach(script: ScriptFacts, write: Write, read: Read, scope: FunctionId): boolean {
  const anchor = anchorIn(script, write.function, read)
  if (anchor === null || anchor.isLate || write.at <= anchor.at) return true
  // What outlives the call may be read by the next one.
  if (scope !== write.function && write.function !== 0) return true
  return positionsOf(script).regionsAt(write.at - 1, write.function).some((region) =>
    region.kind === 'loop' && region.start <= anchor.at && anchor.at < region.end)
}

/** True when other writes stand between a write and a read on every way. */
export function isOverwritten(script: ScriptFacts, write: Write, read: Read, others: readonly Write[]): boolean {
  const anchor = anchorIn(script, write.function, read)
  if (anchor === null) return false
  const between = others.filter((other) => other.function === write.function && other.at > write.at && other.at <= anchor.at && runsBefore(script, other, anchor))
  if (between.some((other) => isUnconditional(script, other, anchor))) return true
  return between.some((one) => between.some((other) => areBothBranches(script, one, other, anchor)))
}

/** Where a read stands as a function sees it: itself, or the function inside it that reads. Null when it is elsewhere. */
function anchorIn(script: ScriptFacts, owner: FunctionId, read: Read): { at: number; isLate: boolean } | null {
  let { function: at, at: offset, isLate } = read
  while (at !== owner) {
    const facts = script.functions[at]
    if (!facts || at === 0) return null
    offset = facts.start
    isLate ||= !facts.immediate
    at = facts.parent
  }
  return { at: offset, isLate }
}

/** A write in a loop, a handler or a branch that the read is not in may not have run. */
function runsBefore(script: ScriptFacts, write: Write, anchor: { at: number }): boolean {
  return positionsOf(script).regionsAt(write.at - 1, write.function).every((region) => region.start <= anchor.at && anchor.at < region.end)
}

function isUnconditional(script: ScriptFacts, write: Write, anchor: { at: number }): boolean {
  const positions = positionsOf(script)
  const over = new Set([...positions.guards(positions.guardAt(anchor.at))].map(({ id }) => id))
  const guard = positions.guardAt(write.at - 1)
  return guard < 0 || over.has(guard)
}

/** `if (x) value = 1; else value = 2`. */
function areBothBranches(script: ScriptFacts, one: Write, other: Write, anchor: { at: number }): boolean {
  const positions = positionsOf(script)
  const first: Guard | undefined = script.guards[positions.guardAt(one.at - 1)]
  const second: Guard | undefined = script.guards[positions.guardAt(other.at - 1)]
  if (!first || !second || first.test !== second.test || first.whenTrue === second.whenTrue || first.parent !== second.parent) return false
  const over = new Set([...positions.guards(positions.guardAt(anchor.at))].map(({ id }) => id))
  return first.parent < 0 || over.has(first.parent)
}
