/** What modules export: names, re-exports, `export *`, CommonJS. */
import type { Binding, ScriptFacts } from '../../facts/script/graph.js'
import { moduleIndex } from './module-index.js'
import type { Meaning } from './meaning.js'
import type { Resolver } from './resolver.js'

/** What a module of the project exports under a name. */
export function exportedMeanings(resolver: Resolver, file: string, name: string, depth: number): Meaning[] {
  if (depth > resolver.depth) return []
  resolver.needs(file)
  const found: Meaning[] = []
  const stars: string[] = []
  for (const [index, script] of (resolver.host.facts(file)?.scripts ?? []).entries()) {
    const module = moduleIndex(script)
    for (const { from } of module.exportsNamed('*')) if (from) stars.push(from.source)
    for (const item of module.exportsNamed(name)) {
      if (item.from) found.push(...resolver.imported(file, item.from.source, item.from.name, depth + 1))
      else if (item.binding !== null) {
        found.push(...resolver.binding({ file, script: index, value: 0 }, script.bindings[item.binding] as Binding, depth + 1))
      } else if (item.value !== null) found.push(...resolver.meanings({ file, script: index, value: item.value }, depth + 1))
    }
    if (found.length === 0) found.push(...commonJs(resolver, file, index, script, name, depth))
  }
  if (found.length === 0 && name !== 'default') {
    for (const source of stars) found.push(...resolver.imported(file, source, name, depth + 1))
  }
  return found
}

/** `module.exports = …`, `module.exports.x = …`, `exports.x = …`. */
function commonJs(
  resolver: Resolver, file: string, index: number, script: ScriptFacts, name: string, depth: number,
): Meaning[] {
  return moduleIndex(script).exportedAs(name).flatMap(({ store, isWhole }) => {
    const found = resolver.meanings({ file, script: index, value: store.value }, depth + 1)
    return isWhole && name !== 'default' ? found.flatMap((meaning) => resolver.member(meaning, name, depth + 1)) : found
  })
}
