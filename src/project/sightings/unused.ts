/**
 * Members of a module's own interface object that nobody names: `export const analytics = { blogRead: … }`, and of one
 * that an exported function gives: `export function useTracking() { …; return { blogRead } }`.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { BindingId, FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptIndex } from '../meaning/script-index.js'
import { runningFunction } from './units.js'

/** An object with fewer functions may be anything: options, handlers, a component. */
const FUNCTIONS = 2

/**
 * True when the code stands in a function of an exported object of functions, or of one that is given, and no file that
 * could call it names that function. Names are compared, not meanings: when in doubt the code counts as used.
 */
export function isUnusedMember(
  facts: FileFacts, code: { script: number; scope: FunctionId }, looked: ReadonlyMap<string, FileFacts>,
): boolean {
  const script = facts.scripts[code.script]
  if (!script || script.goal !== 'module' || !/\.[cm]?[jt]s$/.test(facts.path)) return false
  const name = memberName(script, code.scope)
  if (name === null) return false
  for (const other of looked.values()) for (const own of other.scripts) if (names(own).has(name)) return false
  return true
}

/** The key under which the function around a place stands in an exported object of functions. */
function memberName(script: ScriptFacts, scope: FunctionId): string | null {
  for (let at = runningFunction(script, scope); at > 0; at = runningFunction(script, script.functions[at]?.parent ?? 0)) {
    const value = scriptIndex(script).functionValue(at)
    const key = value === undefined ? null : exportedKey(script, value) ?? returnedKey(script, value)
    if (key !== null) return key
  }
  return null
}

function exportedKey(script: ScriptFacts, member: ValueId): string | null {
  for (const item of script.exports) {
    const binding = item.binding === null ? undefined : script.bindings[item.binding]
    for (const definition of binding?.definitions ?? []) {
      const object = script.values[definition]
      if (object?.kind !== 'object') continue
      const functions = object.entries.filter((entry) => script.values[entry.value]?.kind === 'function')
      const entry = functions.find((candidate) => candidate.value === member)
      if (entry && functions.length >= FUNCTIONS && functions.length === object.entries.length) return entry.name
    }
  }
  return null
}

/** The same for an object that an exported function returns; null where the module itself calls the function. */
function returnedKey(script: ScriptFacts, member: ValueId): string | null {
  const holders = new Set(scriptIndex(script).bindingsWith(member))
  for (const item of script.exports) {
    const definitions = item.binding === null ? [item.value] : script.bindings[item.binding]?.definitions ?? []
    for (const definition of definitions) {
      const given = definition === null ? undefined : script.values[definition]
      for (const id of given?.kind === 'function' ? script.functions[given.function]?.returns ?? [] : []) {
        const object = script.values[id]
        if (object?.kind !== 'object' || object.entries.length < FUNCTIONS) continue
        const entry = object.entries.find(({ value }) => value === member || holders.has(bindingAt(script, value)))
        if (entry?.name == null) continue
        const isMentioned = script.values.some((value, at) => value.kind === 'binding' && holders.has(value.binding) && at !== entry.value)
        return isMentioned ? null : entry.name
      }
    }
  }
  return null
}

function bindingAt(script: ScriptFacts, id: ValueId): BindingId {
  const value = script.values[id]
  return value?.kind === 'binding' ? value.binding : -1
}

const namesOf = new WeakMap<ScriptFacts, ReadonlySet<string>>()

/** Names a script reads: members and globals. */
function names(script: ScriptFacts): ReadonlySet<string> {
  let found = namesOf.get(script)
  if (!found) {
    const own = new Set<string>()
    for (const value of script.values) {
      if (value.kind === 'member' && value.name !== null) own.add(value.name)
      if (value.kind === 'global') own.add(value.name)
    }
    found = own
    namesOf.set(script, found)
  }
  return found
}
