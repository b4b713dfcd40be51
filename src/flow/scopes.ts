/** Names across the scripts of one file: what a component's template calls by name is declared in its script. */
import type { FileFacts } from '../facts/facts.js'
import type { ScriptFacts } from '../facts/script/graph.js'
import type { Spot } from './host.js'

export interface Scopes {
  outer(file: string, script: number, name: string): readonly Spot[]
  mentions(file: string, script: number, binding: number): readonly Spot[]
}

const COMPONENTS = new Set(['vue', 'svelte', 'astro', 'mdx'])

export function createScopes(facts: (path: string) => FileFacts | undefined): Scopes {
  return {
    outer(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      if (!found || !own || !isTemplate(own)) return []
      return found.scripts.flatMap((other, index): Spot[] => {
        if (index === script || isTemplate(other) || !isScope(found, other)) return []
        const binding = other.bindings.findIndex((item) => item.name === name && item.scope === 0)
        return binding < 0 ? [] : [{ file, script: index, kind: 'binding', id: binding }]
      })
    },
    mentions(file, script, binding) {
      const found = facts(file)
      const own = found?.scripts[script]
      const declared = own?.bindings[binding]
      if (!found || !own || !declared || declared.scope !== 0 || isTemplate(own) || !isScope(found, own)) return []
      return found.scripts.flatMap((other, index) => {
        if (!isTemplate(other)) return []
        return other.values.flatMap((value, id): Spot[] =>
          (value.kind === 'global' && value.name === declared.name ? [{ file, script: index, kind: 'value', id }] : []))
      })
    },
  }
}

function isTemplate(script: ScriptFacts): boolean {
  return script.goal === 'handler' || script.goal === 'expression'
}

/** A script whose top-level names its template (or the page's handlers) can use. */
function isScope(file: FileFacts, script: ScriptFacts): boolean {
  return COMPONENTS.has(file.language) || script.goal === 'script'
}
