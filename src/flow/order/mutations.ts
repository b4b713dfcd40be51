/** Writes into an object, in the order of the code: which of them a read of its name may see. */
import type { BindingId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { linksOf, type Mutation } from '../links.js'
import { positionsOf } from './positions.js'
import { isOverwritten, mayReach, writeOf, type Read, type Write } from './reaching.js'

export interface MutationOrder {
  sees(mutation: Mutation): boolean
}

/** All writes, whenever they are done. */
export const EVERY: MutationOrder = { sees: () => true }

/** How far up a value is looked at to see whether it is used at once. */
const HEIGHT = 6

/** Whether the order of what is done to a binding matters at all. */
export function isOrdered(script: ScriptFacts, id: BindingId): boolean {
  const binding = script.bindings[id]
  if (!binding || binding.imported) return false
  if (binding.definitions.length + (binding.parameter ? 1 : 0) > 1) return true
  return linksOf(script).mutations(id).some(({ store, deletion }) => store !== null || deletion !== null)
}

/** The read that a reference to a binding is. */
export function readAt(script: ScriptFacts, reference: ValueId): Read {
  const at = script.values[reference]?.start ?? 0
  return { at, function: positionsOf(script).functionAt(at), isLate: !isUsedAtOnce(script, reference) }
}

/** A value that is kept as it is may be read through its other name later. */
function isUsedAtOnce(script: ScriptFacts, reference: ValueId): boolean {
  const links = linksOf(script)
  let at = reference
  for (let height = 0; height < HEIGHT; height++) {
    if (links.definitionsWith(at).length > 0 || links.storedBy(at).length > 0 || links.returnedBy(at).length > 0) return false
    const [parent] = links.parents(at)
    const value = parent === undefined ? undefined : script.values[parent]
    if (parent === undefined || !value) return true
    // What is read of it, put into a text or copied out of it is another value.
    if (value.kind === 'call' || value.kind === 'member' || value.kind === 'template' || value.kind === 'operation' || value.kind === 'spread') return true
    at = parent
  }
  return false
}

/** The order of the writes into what a binding holds, for one read. */
export function orderOf(script: ScriptFacts, id: BindingId, read: Read): MutationOrder {
  const binding = script.bindings[id]
  const all = linksOf(script).mutations(id)
  const definitions = (binding?.definitions ?? []).map((value) => writeOf(script, value))
  return {
    sees(mutation) {
      const write = placeOf(script, mutation)
      if (!write) return true
      if (!mayReach(script, write, read, binding?.scope ?? 0)) return false
      if (isOverwritten(script, write, read, definitions)) return false
      const chain = chainOf(mutation)
      return chain === null || !isOverwritten(script, write, read, writesOver(script, all, chain).filter((other) => other.at !== write.at))
    },
  }
}

/** Names of a binding's object that are certainly written anew, or deleted, between a write of the whole and a read. */
export function namesWrittenOver(script: ScriptFacts, id: BindingId, write: Write, read: Read): string[] {
  const all = linksOf(script).mutations(id)
  const names = new Set(all.flatMap((mutation) => {
    const chain = chainOf(mutation)
    return chain?.length === 1 ? chain : []
  }))
  return [...names].filter((name) => isOverwritten(script, write, read, writesOver(script, all, [name])))
}

function placeOf(script: ScriptFacts, { store, deletion, method, passed }: Mutation): Write | null {
  const span = store ?? deletion ?? script.values[method?.call ?? passed?.call ?? -1]
  return span ? { at: span.end, function: positionsOf(script).functionAt(span.start) } : null
}

/** The names that a write or a deletion is of; null when it is computed or no plain write. */
function chainOf({ prefix, store, deletion }: Mutation): string[] | null {
  const name = store?.name ?? deletion?.name ?? null
  return name === null || prefix.includes('*') ? null : [...prefix, name]
}

/** Writes of the same names or of something they are part of. */
function writesOver(script: ScriptFacts, all: readonly Mutation[], chain: readonly string[]): Write[] {
  return all.flatMap((mutation) => {
    const own = chainOf(mutation)
    const write = own && own.length <= chain.length && own.every((name, at) => name === chain[at]) ? placeOf(script, mutation) : null
    return write ? [write] : []
  })
}
