/**
 * Middleware of a store: what it is called with is every action that is dispatched.
 * https://redux.js.org/understanding/history-and-design/middleware
 */
import type { FunctionId, ScriptFacts } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { pinnedAt } from '../order/pins.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

export function middlewareJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const { spot, path } = trail
  const script = spot.kind === 'value' ? scriptOf(host, spot) : undefined
  const reference = script?.values[spot.id]
  if (!script || reference?.kind !== 'binding') return []
  const parameter = script.bindings[reference.binding]?.parameter
  if (!parameter || parameter.index !== 0 || !isMiddleware(script, parameter.function)) return []
  const isType = (id: number): boolean => {
    const value = script.values[id]
    const object = value?.kind === 'member' && value.name === 'type' ? script.values[value.object] : undefined
    return object?.kind === 'binding' && object.binding === reference.binding
  }
  const types = pinnedAt(host.resolver, spot, script, reference.start, isType)?.only ?? null
  const wanted = [...parameter.path, ...path]
  return dispatched(host).filter((at) => types === null || mayHaveType(host, at, types)).map((at) =>
    step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, wanted, { context: null }))
}

/** `(store) => (next) => (action) => next(action)`. */
function isMiddleware(script: ScriptFacts, id: FunctionId): boolean {
  const links = linksOf(script)
  const given = (inner: FunctionId): FunctionId | null => {
    const outer = script.functions[inner]?.parent ?? 0
    const value = links.functionValue(inner)
    return outer > 0 && value !== undefined && script.functions[outer]?.returns.includes(value) ? outer : null
  }
  const next = given(id)
  if (next === null || given(next) === null) return false
  return script.calls.some((site) => {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const binding = callee?.kind === 'binding' ? script.bindings[callee.binding] : undefined
    return binding?.parameter?.function === next && binding.parameter.index === 0
  })
}

/** The actions of all `dispatch(action)`. */
function dispatched(host: FlowHost<Origin>): readonly ValueReference[] {
  const found = indexed(host, 'dispatched', ['ispatch('], (_host, file, index, script, note) => {
    for (const site of script.calls) {
      const call = script.values[site.value]
      const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
      const bound = callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
      const name = callee?.kind === 'member' ? callee.name : bound
      const [action] = call?.kind === 'call' ? call.arguments : []
      if (action === undefined || !/(?:^d|D)ispatch$/.test(name ?? '')) continue
      note('action', { file, script: index, value: action })
    }
  })
  return found.get('action') ?? []
}

/** False when an action says by itself that it is of another type. */
function mayHaveType(host: FlowHost<Origin>, at: ValueReference, types: readonly string[]): boolean {
  const script = scriptOf(host, at)
  const action = script?.values[at.value]
  const type = action?.kind === 'object' ? action.entries.find(({ name }) => name === 'type') : undefined
  if (type === undefined) return true
  const known = host.resolver.constants({ ...at, value: type.value }).map(String)
  return known.length === 0 || known.some((name) => types.includes(name))
}
