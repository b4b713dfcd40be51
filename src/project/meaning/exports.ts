/** What modules export: names, re-exports, `export *`, CommonJS. */
import type { Binding, ScriptFacts } from '../../facts/script/graph.js'
import type { Meaning } from './meaning.js'
import type { Resolver } from './resolver.js'

/** What a module of the project exports under a name. */
export function exportedMeanings(resolver: Resolver, file: string, name: string, depth: number): Meaning[] {
  if (depth > resolver.depth) return []
  resolver.needs(file)
  const found: Meaning[] = []
  const stars: string[] = []
  for (const [index, script] of (resolver.host.facts(file)?.scripts ?? []).entries()) {
    for (const item of script.exports) {
      if (item.name === '*' && item.from) stars.push(item.from.source)
      if (item.name !== name) continue
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
  return script.stores.flatMap((store) => {
    const object = script.values[store.object]
    const value = { file, script: index, value: store.value }
    if (object?.kind === 'global' && object.name === 'module' && store.name === 'exports') {
      const whole = resolver.meanings(value, depth + 1)
      return name === 'default' ? whole : whole.flatMap((meaning) => resolver.member(meaning, name, depth + 1))
    }
    const isExports = (object?.kind === 'global' && object.name === 'exports')
      || (object?.kind === 'member' && object.name === 'exports' && script.values[object.object]?.kind === 'global')
    return isExports && store.name === name ? resolver.meanings(value, depth + 1) : []
  })
}
