/** What the project itself puts on the global object, and its classes by name: from the files that were read. */
import type { FileFacts } from '../facts/facts.js'
import type { ValueReference } from './meaning/meaning.js'

export interface ProjectNames {
  /** Adds a file's names; files are added once. True when it has any. */
  add(facts: FileFacts): boolean
  globals(name: string): readonly ValueReference[]
  classesOfType(type: string): readonly { file: string; script: number; class: number }[]
}

export function createProjectNames(): ProjectNames {
  const globals = new Map<string, ValueReference[]>()
  const classes = new Map<string, { file: string; script: number; class: number }[]>()
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
            if (binding.scope !== 0 || (binding.kind !== 'function' && binding.kind !== 'var')) continue
            for (const definition of binding.definitions) {
              const kind = script.values[definition]?.kind
              if (kind === 'function' || kind === 'object' || kind === 'class') put(globals, binding.name, at(definition))
            }
          }
        }
        for (const store of script.stores) {
          const object = script.values[store.object]
          if (object?.kind !== 'global' || object.name !== 'globalThis' || store.name === null) continue
          const kind = script.values[store.value]?.kind
          if (kind === 'function' || kind === 'object' || kind === 'class') put(globals, store.name, at(store.value))
        }
        script.classes.forEach((item, id) => {
          const reference = { file: facts.path, script: index, class: id }
          for (const name of new Set([item.name, ...item.implements])) if (name !== null) put(classes, name, reference)
        })
      })
      return count > before
    },
    globals: (name) => globals.get(name) ?? [],
    classesOfType: (type) => classes.get(type) ?? [],
  }
}
