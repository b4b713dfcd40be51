/** What a call gives back: returns of the functions it may call, and what rows say of those outside the project. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { calleesOf, type Predecessors } from './callees.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { invocationOf, type Call } from '../../project/meaning/invocation.js'
import { modelsOfCall } from '../lookup.js'
import { isAny, isName, type Path } from '../path.js'
import { into, step, type Step } from '../step.js'
import { constructedParts } from './constructors.js'
import { instanceParts, instanceSteps } from './objects.js'
import { resultSteps, siteOfCall } from './rows.js'

export function resultsOfCall(
  host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, id: ValueId, call: Call, predecessors: Predecessors, depth: number,
): Step[] {
  const site: ValueReference = { file: trail.spot.file, script: trail.spot.script, value: id }
  const callees = calleesOf(host, trail, call, predecessors, depth)
  const found: Step[] = []
  let isKnown = false
  for (const callee of callees) {
    if (callee.kind === 'function') {
      isKnown = true
      found.push(...returnsOf(host, madeBy(host, trail, script, call.callee), callee, site).map((found) => ({ ...found, next: trail })))
      if (call.isNew) found.push(...constructedParts(host, trail, callee, site))
    } else if (callee.kind === 'class') {
      isKnown = true
      found.push(...instanceParts(host, trail, callee, site))
    }
  }
  const module = requiredModule(host, site, script, call)
  if (module !== null) return [step(trail, { ...trail.spot, kind: 'module', id, slot: module }, trail.path)]
  const models = modelsOfCall(host, trail.spot, script, call)
  for (const model of models) found.push(...resultSteps(host, trail, siteOfCall(site, script, id, call), model))
  // A container hands out what a type names: `inject(BookingService)`.
  if (!isKnown && trail.path.length > 0) found.push(...instanceSteps(trail, host.resolver.meanings(site), trail.path))
  if (!isKnown && models.length === 0) found.push(...unknownResult(trail, script, call))
  return found
}

/** The file that `require('./x')` names. */
function requiredModule(host: FlowHost<Origin>, site: ValueReference, script: ScriptFacts, call: Call): string | null {
  const callee = script.values[call.callee]
  const source = call.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (callee?.kind !== 'global' || callee.name !== 'require' || source?.kind !== 'constant') return null
  return host.resolver.host.resolve(site.file, String(source.value))
}

/** The trail with the call on its stack that made the function which is called: `prefix('x')(value)`. */
function madeBy(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, callee: ValueId): Trail {
  let at = callee
  for (let depth = 0; depth < 4; depth++) {
    const value = script.values[at]
    const definitions = value?.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? []) : []
    if (value?.kind === 'await') at = value.value
    else if (value?.kind === 'member') at = value.object
    else if (definitions.length === 1) at = definitions[0] as ValueId
    else break
  }
  const maker = script.values[at]
  if (maker?.kind !== 'call') return trail
  const place = { file: trail.spot.file, script: trail.spot.script }
  const target = host.resolver.meanings({ ...place, value: maker.callee }).find(({ kind }) => kind === 'function')
  return target?.kind === 'function' ? { ...trail, context: into(trail.context, { ...place, value: at }, target) } : trail
}

export function returnsOf(
  host: FlowHost<Origin>, trail: Trail, target: { file: string; script: number; function: number }, site: ValueReference,
): Step[] {
  const facts = scriptOf(host, target)?.functions[target.function]
  if (!facts) return []
  const context = into(trail.context, site, target)
  const at = (id: ValueId, path: Path): Step => step(trail, { file: target.file, script: target.script, kind: 'value', id }, path, { context })
  const [first, ...rest] = trail.path
  const yields = facts.yields ?? []
  if (yields.length > 0 && first !== undefined && isAny(first)) return yields.map((id) => at(id, rest))
  return [...facts.returns.map((id) => at(id, trail.path)), ...(first === undefined ? yields.map((id) => at(id, [])) : [])]
}

/**
 * A function nobody can see: its result is made of what goes in, as far as it is a plain value. A part of the result
 * (`signIn(email).user`) is something of its own.
 */
function unknownResult(trail: Trail, script: ScriptFacts, call: Call): Step[] {
  const isPlain = trail.path.length === 0 || (trail.path.length === 1 && !isName(trail.path[0] as string))
  if (!isPlain) return []
  const { self, bound, arguments: given, list } = invocationOf(script, call)
  const parts = [...(self === null ? [] : [self]), ...bound, ...given, ...(list === null ? [] : [list])]
  return parts.filter((id) => script.values[id]?.kind !== 'function').map((id) => step(trail, { ...trail.spot, kind: 'value', id }, []))
}
