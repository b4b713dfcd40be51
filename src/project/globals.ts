/** What the project itself puts on the global object, and its classes by name: from the files that were read. */
import type { FileFacts } from '../facts/facts.js'
import type { ScriptFacts, ValueId } from '../facts/script/graph.js'
import type { ValueReference } from './meaning/meaning.js'
import { handingCalls } from './meaning/handed/clients.js'
import { isRegistration } from './meaning/handed/registries.js'

export interface ProjectNames {
  /** Adds a file's names; files are added once. True when it has any. */
  add(facts: FileFacts): boolean
  globals(name: string): readonly ValueReference[]
  classesOfType(type: string): readonly { file: string; script: number; class: number }[]
  /** Calls that may register something under a key, for those who ask for it by that key. */
  registrations(): readonly ValueReference[]
  /** Calls by which something of this name is handed a client, see `handingCalls`. */
  handing(name: string): readonly ValueReference[]
  isHanding(): boolean
}

/**
 * What plugins put on every component under a name with a dollar: `app.config.globalProperties.$track = …`,
 * `Vue.prototype.$track = …`, `return { provide: { track } }` and `inject('track', …)` of Nuxt.
 * https://vuejs.org/api/application.html#app-config-globalproperties, https://nuxt.com/docs/guide/directory-structure/plugins
 */
function providedMembers(script: ScriptFacts): { name: string; value: ValueId }[] {
  const found: { name: string; value: ValueId }[] = []
  for (const store of script.stores) {
    const object = script.values[store.object]
    const isShared = object?.kind === 'member' && (object.name === 'globalProperties' || object.name === 'prototype')
    if (isShared && store.name?.startsWith('$')) found.push({ name: store.name, value: store.value })
  }
  for (const value of script.values) {
    if (value.kind !== 'call') continue
    const callee = script.values[value.callee]
    const name = callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
    const [first, second] = value.arguments
    const made = first === undefined ? undefined : script.values[first]
    if (name === 'inject' && made?.kind === 'constant' && second !== undefined) found.push({ name: `$${String(made.value)}`, value: second })
    if (name === 'defineNuxtPlugin' && made?.kind === 'function') {
      for (const id of script.functions[made.function]?.returns ?? []) found.push(...entriesOfProvide(script, id))
    }
  }
  return found
}

function entriesOfProvide(script: ScriptFacts, id: ValueId): { name: string; value: ValueId }[] {
  const object = script.values[id]
  const provide = object?.kind === 'object' ? object.entries.find((entry) => entry.name === 'provide') : undefined
  const list = provide ? script.values[provide.value] : undefined
  return list?.kind === 'object' ? list.entries.flatMap((entry) => (entry.name === null ? [] : [{ name: `$${entry.name}`, value: entry.value }])) : []
}

export function createProjectNames(): ProjectNames {
  const globals = new Map<string, ValueReference[]>()
  const classes = new Map<string, { file: string; script: number; class: number }[]>()
  const registrations: ValueReference[] = []
  const handing = new Map<string, ValueReference[]>()
  let count = 0
  const put = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    count++
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  return {
    add(facts) {
      const before = count
      facts.scripts.forEach((script, index) => {
        const at = (value: number): ValueReference => ({ file: facts.path, script: index, value })
        if (script.goal === 'script') {
          for (const binding of script.bindings) {
            if (binding.scope !== 0 || binding.imported || binding.parameter || binding.kind === 'catch') continue
            for (const definition of binding.definitions) {
              const kind = script.values[definition]?.kind
              if (kind === 'function' || kind === 'object' || kind === 'class') put(globals, binding.name, at(definition))
            }
          }
        }
        for (const { name, value } of providedMembers(script)) put(globals, name, at(value))
        for (const store of script.stores) {
          const object = script.values[store.object]
          if (object?.kind !== 'global' || object.name !== 'globalThis' || store.name === null) continue
          const kind = script.values[store.value]?.kind
          if (kind === 'function' || kind === 'object' || kind === 'class') put(globals, store.name, at(store.value))
        }
        script.values.forEach((value, id) => {
          if (value.kind === 'call' && isRegistration(script, value)) {
            count++
            registrations.push(at(id))
          }
        })
        for (const { name, value } of handingCalls(script)) put(handing, name, at(value))
        script.classes.forEach((item, id) => {
          const reference = { file: facts.path, script: index, class: id }
          for (const name of new Set([item.name, ...item.implements])) if (name !== null) put(classes, name, reference)
        })
      })
      return count > before
    },
    globals: (name) => globals.get(name) ?? [],
    classesOfType: (type) => classes.get(type) ?? [],
    registrations: () => registrations,
    handing: (name) => handing.get(name) ?? [],
    isHanding: () => handing.size > 0,
  }
}
