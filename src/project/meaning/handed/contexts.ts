/** What a component reads from a context: the values it is provided with. */
import type { Binding } from '../../../facts/script/graph.js'
import type { Meaning, ValueReference } from '../meaning.js'
import type { Resolver } from '../resolver.js'
import { scriptIndex } from '../script-index.js'

/** The values a context object is provided with: `<Tracking.Provider value={…}>`, anywhere it is seen. */
export function contextMeanings(resolver: Resolver, reference: ValueReference, depth: number): Meaning[] {
  const place = bindingPlace(resolver, reference, depth)
  if (!place) return []
  const script = resolver.script(place)
  if (!script) return []
  return scriptIndex(script).providers(place.binding).flatMap((element) => {
    const value = script.values[element]
    const property = value?.kind === 'element' ? value.properties.find((item) => item.name === 'value') : undefined
    return property ? resolver.meanings({ file: place.file, script: place.script, value: property.value }, depth) : []
  })
}

/** The top-level binding a value stands for, through one import. */
function bindingPlace(
  resolver: Resolver, reference: ValueReference, depth: number,
): { file: string; script: number; binding: number } | null {
  const script = resolver.script(reference)
  const value = script?.values[reference.value]
  if (!script || value?.kind !== 'binding' || depth > resolver.depth) return null
  const binding = script.bindings[value.binding] as Binding
  if (!binding.imported) return { file: reference.file, script: reference.script, binding: value.binding }
  const file = resolver.host.resolve(reference.file, binding.imported.source)
  if (file === null) return null
  for (const [index, module] of (resolver.host.facts(file)?.scripts ?? []).entries()) {
    const item = module.exports.find((candidate) => candidate.name === binding.imported?.name && candidate.binding !== null)
    if (item) return { file, script: index, binding: item.binding as number }
  }
  return null
}
