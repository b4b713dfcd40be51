/** Where what a module exports, or a context provides, arrives. */
import { moduleIndex } from '../../project/meaning/module-index.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Spot } from '../host.js'
import { linksOf } from '../links.js'

/** Bindings and values that importing files get for an export; `names` when they get the whole module. */
export function importsOf(host: FlowHost<Origin>, file: string, name: string, depth = 0): (Spot & { names?: string[] })[] {
  const found: (Spot & { names?: string[] })[] = []
  if (depth > 4) return found
  for (const importer of host.importers(file)) {
    for (const [index, script] of (host.facts(importer)?.scripts ?? []).entries()) {
      const isIt = (source: string): boolean => host.resolver.host.resolve(importer, source) === file
      for (const id of scriptIndex(script).imported()) {
        const imported = script.bindings[id]?.imported
        if (!imported || imported.typeOnly || !isIt(imported.source)) continue
        const spot: Spot = { file: importer, script: index, kind: 'binding', id }
        if (imported.name === name) found.push(spot)
        else if (imported.name === '*') found.push({ ...spot, names: [name] })
      }
      for (const item of script.exports) {
        if (!item.from || !isIt(item.from.source)) continue
        if (item.name === '*') found.push(...importsOf(host, importer, name, depth + 1))
        else if (item.from.name === name) found.push(...importsOf(host, importer, item.name, depth + 1))
      }
      for (const { value: id, source, isImport } of moduleIndex(script).required()) {
        if (!isIt(source)) continue
        const spot: Spot = { file: importer, script: index, kind: 'value', id }
        if (!isImport && name === 'default') found.push(spot)
        else found.push({ ...spot, names: [name] })
      }
    }
  }
  return found
}

/** Every name of a context: where it is made, and where it is imported. */
function namesOfContext(host: FlowHost<Origin>, context: ValueReference): Spot[] {
  const script = scriptOf(host, context)
  const value = script?.values[context.value]
  if (!script || value?.kind !== 'binding') return []
  const binding = script.bindings[value.binding]
  if (!binding?.imported) return namesFrom(host, context.file, context.script, value.binding)
  const file = host.resolver.host.resolve(context.file, binding.imported.source)
  const name = binding.imported.name
  if (file === null) return []
  for (const [index, inner] of (host.facts(file)?.scripts ?? []).entries()) {
    const own = inner.exports.find((item) => item.name === name)?.binding
    if (own !== undefined && own !== null) return namesFrom(host, file, index, own)
  }
  return importsOf(host, file, name).filter((spot) => spot.kind === 'binding' && !spot.names)
}

function namesFrom(host: FlowHost<Origin>, file: string, index: number, binding: number): Spot[] {
  const script = host.facts(file)?.scripts[index]
  const exported = (script?.exports ?? []).filter((item) => item.binding === binding && !item.from)
  const arrived = exported.flatMap((item) => importsOf(host, file, item.name)).filter((spot) => spot.kind === 'binding' && !spot.names)
  return [{ file, script: index, kind: 'binding', id: binding }, ...arrived]
}

/** Calls that read a context: `useContext(Context)`, in its own file and those that import it. */
export function contextReaders(host: FlowHost<Origin>, context: ValueReference): ValueReference[] {
  return namesOfContext(host, context).flatMap(({ file, script: index, id }) => {
    const script = host.facts(file)?.scripts[index]
    if (!script) return []
    const links = linksOf(script)
    return links.references(id).flatMap((reference) => links.parents(reference).flatMap((parent): ValueReference[] => {
      const call = script.values[parent]
      return call?.kind === 'call' && call.arguments[0] === reference ? [{ file, script: index, value: parent }] : []
    }))
  })
}

/** What a context is provided with: `<Context.Provider value={…}>`, and `<Context value={…}>` as React 19 has it. */
export function providedBy(host: FlowHost<Origin>, context: ValueReference): ValueReference[] {
  return namesOfContext(host, context).flatMap(({ file, script: index, id }) => {
    const script = host.facts(file)?.scripts[index]
    return (script ? scriptIndex(script).elements() : []).flatMap((element): ValueReference[] => {
      const value = script?.values[element]
      if (!script || value?.kind !== 'element' || typeof value.name !== 'number') return []
      const name = script.values[value.name]
      const object = name?.kind === 'member' && name.name === 'Provider' ? script.values[name.object] : name
      if (object?.kind !== 'binding' || object.binding !== id) return []
      const property = value.properties.find((item) => item.name === 'value')
      return property ? [{ file, script: index, value: property.value }] : []
    })
  })
}
