/** Functions a call may run: what the callee means, else what the trail's own way here says (parameters, properties). */
import type { Value, ValueId } from '../../facts/script/graph.js'
import type { FunctionReference, Meaning } from '../../project/meaning/meaning.js'
import { chainOf } from '../links.js'
import { rememberedOf, scriptOf, type FlowHost, type Memory, type Origin, type Trail } from '../host.js'
import { stackKey, step } from '../step.js'

/** How many places one look for a function visits. */
const STEPS = 80

/** A look for a function may need another for the calls on its way; deeper ones are left alone. */
const DEEPEST = 2

export type Predecessors = (host: FlowHost<Origin>, trail: Trail, depth: number) => Trail[]

export function calleesOf(
  host: FlowHost<Origin>, trail: Trail, call: Value & { kind: 'call' }, predecessors: Predecessors,
  depth: number,
): Meaning[] {
  const { file, script: index } = trail.spot
  const own = host.resolver.meanings({ file, script: index, value: call.callee })
  const meanings = own.some(({ kind }) => kind === 'function' || kind === 'class') ? own : [...own, ...declaredBeside(host, trail, call.callee)]
  if (meanings.some(({ kind }) => kind === 'function' || kind === 'class' || kind === 'external')) return meanings
  if (depth >= DEEPEST) return []
  const answers = rememberedOf(remembered, host)
  const key = `${file}|${index}|${call.callee}|${depth}|${stackKey(trail.context)}`
  let found = answers.get(key)
  if (!found) {
    found = functionsAt(host, step(trail, { file, script: index, kind: 'value', id: call.callee }, []), predecessors, depth + 1)
    answers.set(key, found)
  }
  return found.map((target) => ({ kind: 'function', ...target }))
}

const remembered: Memory<FunctionReference[]> = new WeakMap()

/** Functions of the browser that no script of a page declares. */
const OF_BROWSER = /^(?:globalThis|document|console|JSON|Object|Array|Math|Number|String|Boolean|Date|Promise|Symbol|RegExp|Map|Set|Error|navigator|location|history|localStorage|sessionStorage|performance|crypto|fetch|require|import|URL|URLSearchParams|FormData|Intl|set(?:Timeout|Interval)|clear(?:Timeout|Interval)|parse(?:Int|Float)|isNaN|isFinite|(?:en|de)codeURI(?:Component)?|atob|btoa|alert|confirm|\$|jQuery)$/

const beside: Memory<readonly Meaning[]> = new WeakMap()

/** Functions that another script on the same pages puts on the global object: to know of them is to read that script. */
function declaredBeside(host: FlowHost<Origin>, { spot }: Trail, callee: ValueId): readonly Meaning[] {
  const script = scriptOf(host, spot)
  if (!script) return []
  const { base, names } = chainOf(script, callee)
  const root = script.values[base]
  if (root?.kind !== 'global' || OF_BROWSER.test(root.name)) return []
  const answers = rememberedOf(beside, host)
  const key = `${spot.file}|${root.name}.${names.join('.')}`
  let found = answers.get(key)
  if (!found) {
    for (const file of host.beside(spot.file, root.name)) host.facts(file)
    let meanings = host.resolver.host.globals(root.name).flatMap((definition) => host.resolver.meanings(definition))
    for (const name of names) meanings = meanings.flatMap((meaning) => host.resolver.member(meaning, name))
    answers.set(key, found = meanings.filter(({ kind }) => kind === 'function' || kind === 'class'))
  }
  return found
}

function functionsAt(host: FlowHost<Origin>, start: Trail, predecessors: Predecessors, depth: number): FunctionReference[] {
  const found: FunctionReference[] = []
  const seen = new Set<string>()
  const queue = [start]
  for (let at = 0; at < queue.length && at < STEPS; at++) {
    const trail = queue[at] as Trail
    const { spot, path } = trail
    const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}|${path.join('.')}`
    if (seen.has(key) || (spot.kind !== 'value' && spot.kind !== 'binding')) continue
    seen.add(key)
    const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
    if (value?.kind === 'function' && path.length === 0) {
      found.push({ file: spot.file, script: spot.script, function: value.function })
      continue
    }
    queue.push(...predecessors(host, trail, depth))
  }
  return found
}
