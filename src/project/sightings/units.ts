/** Which top-level declaration a place of a script belongs to: what must be used for the code to run. */
import type { FileFacts } from '../../facts/facts.js'
import type { FunctionId, ScriptFacts } from '../../facts/script/graph.js'
import { moduleIndex } from '../meaning/module-index.js'

/** Languages whose file is one component: whatever stands in it runs when the component does. */
const WHOLE = new Set(['vue', 'svelte', 'astro', 'mdx'])

/** True when the declarations of a file are not told apart. */
export function isOneUnit(facts: FileFacts): boolean {
  return WHOLE.has(facts.language) || !facts.scripts.some((script) => script.goal === 'module')
}

/** The nearest function that does not run where it is written; 0 for the top level. */
export function runningFunction(script: ScriptFacts, scope: FunctionId): FunctionId {
  let at = scope
  while (at > 0 && script.functions[at]?.immediate) at = script.functions[at]?.parent ?? 0
  return Math.max(at, 0)
}

/** Unit of a call or store that is evaluated in `scope`; null when it runs as soon as the module does. */
export function unitOfCode(facts: FileFacts, index: number, scope: FunctionId, offset: number): string | null {
  const script = facts.scripts[index] as ScriptFacts
  if (script.host) return unitOfHost(facts, script.host)
  if (isOneUnit(facts) || script.goal !== 'module') return null
  if (runningFunction(script, scope) === 0) return null
  return unitAt(script, offset)
}

/** Unit of a value that is used somewhere else than it stands (a string of markup, an element, a constant). */
export function unitOfValue(facts: FileFacts, index: number, offset: number): string | null {
  const script = facts.scripts[index] as ScriptFacts
  if (script.host) return unitOfHost(facts, script.host)
  if (isOneUnit(facts) || script.goal !== 'module') return null
  return unitAt(script, offset)
}

/** Unit of whatever stands at an offset of the file; null in markup. */
export function unitAround(facts: FileFacts, offset: number): string | null {
  const index = facts.scripts.findIndex((script) => script.host === null && script.start <= offset && offset < script.end)
  return index < 0 ? null : unitOfValue(facts, index, offset)
}

export function unitOfHost(facts: FileFacts, host: { script: number; value: number }): string | null {
  const script = facts.scripts[host.script]
  const value = script?.values[host.value]
  return script && value ? unitOfValue(facts, host.script, value.start) : null
}

function unitAt(script: ScriptFacts, offset: number): string | null {
  return moduleIndex(script).unitAt(offset)?.name ?? null
}
