/** Where what a module exports, or a context provides, arrives. */
import type { ScriptFacts, ValueId } from '../facts/script/graph.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Spot } from './host.js'
import { linksOf } from './links.js'

/** Bindings and values that importing files get for an export; `names` when they get the whole module. */
export function importsOf(host: FlowHost<Origin>, file: string, name: string, depth = 0): (Spot & { names?: string[] })[] {
  const found: (Spot & { names?: string[] })[] = []
  if (depth > 4) return found
  for (const importer of host.importers(file)) {
    for (const [index, script] of (host.facts(importer)?.scripts ?? []).entries()) {
      const isIt = (source: string): boolean => host.resolver.host.resolve(importer, source) === file
      script.bindings.forEach((binding, id) => {
        if (!binding.imported || binding.imported.typeOnly || !isIt(binding.imported.source)) return
        const spot: Spot = { file: importer, script: index, kind: 'binding', id }
        if (binding.imported.name === name) found.push(spot)
        else if (binding.imported.name === '*') found.push({ ...spot, names: [name] })
      })
      for (const item of script.exports) {
        if (!item.from || !isIt(item.from.source)) continue
        if (item.name === '*') found.push(...importsOf(host, importer, name, depth + 1))
        else if (item.from.name === name) found.push(...importsOf(host, importer, item.name, depth + 1))
      }
      script.values.forEach((value, id) => {
        const source = value.kind === 'import' ? value.source
          : value.kind === 'call' && isRequire(script, value.callee) ? value.arguments[0] : undefined
        const text = source === undefined ? undefined : script.values[source]
        if (text?.kind !== 'constant' || typeof text.value !== 'string' || !isIt(text.value)) return
        const spot: Spot = { file: importer, script: index, kind: 'value', id }
        if (value.kind === 'call' && name === 'default') found.push(spot)
        else found.push({ ...spot, names: [name] })
      })
    }
  }
  return found
}

function isRequire(script: ScriptFacts, callee: ValueId): boolean {
  const value = script.values[callee]
  return value?.kind === 'global' && value.name === 'require'
}

/** Calls that read a context: `useContext(Context)`, in its own file and those that import it. */
export function contextReaders(host: FlowHost<Origin>, context: ValueReference): ValueReference[] {
  const script = scriptOf(host, context)
  const value = script?.values[context.value]
  if (!script || value?.kind !== 'binding') return []
  const found: ValueReference[] = []
  const readIn = (file: string, index: number, within: ScriptFacts, binding: number): void => {
    for (const reference of linksOf(within).references(binding)) {
      for (const parent of linksOf(within).parents(reference)) {
        const call = within.values[parent]
        if (call?.kind === 'call' && call.arguments[0] === reference) found.push({ file, script: index, value: parent })
      }
    }
  }
  const binding = script.bindings[value.binding]
  if (binding?.imported) {
    const file = host.resolver.host.resolve(context.file, binding.imported.source)
    const name = binding.imported.name
    if (file === null) return []
    for (const [index, inner] of (host.facts(file)?.scripts ?? []).entries()) {
      const own = inner.exports.find((item) => item.name === name)?.binding
      if (own !== undefined && own !== null) readIn(file, index, inner, own)
    }
    for (const spot of importsOf(host, file, name)) {
      const other = scriptOf(host, spot)
      if (other && spot.kind === 'binding' && !spot.names) readIn(spot.file, spot.script, other, spot.id)
    }
    return found
  }
  readIn(context.file, context.script, script, value.binding)
  for (const item of script.exports) {
    if (item.binding !== value.binding) continue
    for (const spot of importsOf(host, context.file, item.name)) {
      const other = scriptOf(host, spot)
      if (other && spot.kind === 'binding' && !spot.names) readIn(spot.file, spot.script, other, spot.id)
    }
  }
  return found
}
