/** Names across the scripts of one file: what a component's template calls by name is declared in its script. */
import type { FileFacts } from '../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../facts/script/graph.js'
import type { Spot } from './host.js'

export interface Scopes {
  outer(file: string, script: number, name: string): readonly Spot[]
  mentions(file: string, script: number, binding: number): readonly Spot[]
  mentionsOfMember(file: string, script: number, name: string): readonly Spot[]
}

const COMPONENTS = new Set(['vue', 'svelte', 'astro', 'mdx'])

/**
 * Options of a component object whose parts are names of the instance: functions that return them, and objects of them.
 * https://vuejs.org/api/options-state.html
 */
const RETURNED = ['data', 'setup', 'asyncData']
const LISTED = ['methods', 'computed', 'props', 'inject']

export function createScopes(facts: (path: string) => FileFacts | undefined): Scopes {
  return {
    outer(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      if (!found || !own) return []
      const inTemplate = isTemplate(own)
      return found.scripts.flatMap((other, index): Spot[] => {
        if (isTemplate(other) || !isScope(found, other) || (index === script) === inTemplate) return []
        const binding = inTemplate ? other.bindings.findIndex((item) => item.name === name && item.scope === 0) : -1
        if (binding >= 0) return [{ file, script: index, kind: 'binding', id: binding }]
        // Only a component's own object has names that no scope declares.
        return COMPONENTS.has(found.language) ? instanceMembers(other, name).map((id) => ({ file, script: index, kind: 'value', id })) : []
      })
    },
    mentions(file, script, binding) {
      const found = facts(file)
      const own = found?.scripts[script]
      const declared = own?.bindings[binding]
      if (!found || !own || !declared || declared.scope !== 0 || isTemplate(own) || !isScope(found, own)) return []
      return namedInTemplates(found, file, declared.name)
    },
    mentionsOfMember(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      return found && own && COMPONENTS.has(found.language) && !isTemplate(own) ? namedInTemplates(found, file, name) : []
    },
  }
}

function namedInTemplates(found: FileFacts, file: string, name: string): Spot[] {
  return found.scripts.flatMap((other, index) => {
    if (!isTemplate(other)) return []
    return other.values.flatMap((value, id): Spot[] =>
      (value.kind === 'global' && value.name === name ? [{ file, script: index, kind: 'value', id }] : []))
  })
}

function isTemplate(script: ScriptFacts): boolean {
  return script.goal === 'handler' || script.goal === 'expression'
}

/** A script whose top-level names its template (or the page's handlers) can use. */
function isScope(file: FileFacts, script: ScriptFacts): boolean {
  return COMPONENTS.has(file.language) || script.goal === 'script'
}

/** What a component's own object has under a name: its state, its methods, what it computes, what is written to it. */
function instanceMembers(script: ScriptFacts, name: string): ValueId[] {
  const options = componentObject(script)
  if (!options) return []
  const found: ValueId[] = []
  for (const entry of options.entries) {
    const value = script.values[entry.value]
    if (entry.name === null || !value) continue
    if (RETURNED.includes(entry.name)) {
      const objects = value.kind === 'function' ? (script.functions[value.function]?.returns ?? []) : [entry.value]
      for (const id of objects) found.push(...entriesOf(script.values[id], name))
    } else if (entry.name === 'computed') {
      for (const id of entriesOf(value, name)) {
        const made = script.values[id]
        found.push(...(made?.kind === 'function' ? (script.functions[made.function]?.returns ?? []) : [id]))
      }
    } else if (LISTED.includes(entry.name)) found.push(...entriesOf(value, name))
  }
  for (const store of script.stores) {
    if (store.name === name && script.values[store.object]?.kind === 'this') found.push(store.value)
  }
  return found
}

function entriesOf(value: Value | undefined, name: string): ValueId[] {
  return value?.kind === 'object' ? value.entries.filter((entry) => entry.name === name).map((entry) => entry.value) : []
}

/** `export default { … }`, `export default defineComponent({ … })`, `Vue.extend({ … })`. */
function componentObject(script: ScriptFacts): (Value & { kind: 'object' }) | null {
  const exported = script.exports.find(({ name }) => name === 'default')
  let value = exported?.value === null || exported === undefined ? undefined : script.values[exported.value]
  const bound = exported?.binding === null || exported === undefined ? undefined : script.bindings[exported.binding]?.definitions[0]
  if (bound !== undefined) value = script.values[bound]
  if (value?.kind === 'call') value = value.arguments[0] === undefined ? undefined : script.values[value.arguments[0]]
  return value?.kind === 'object' ? value : null
}
