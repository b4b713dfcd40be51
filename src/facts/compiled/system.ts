/**
 * Modules in the form of SystemJS, as the modules they were before: what setters take from another module is imported,
 * and what is handed to the first parameter is exported.
 *
 *     System.register(['./send.js'], function (give, context) {
 *       var send; return { setters: [(m) => { send = m.s }], execute: function () { give('x', send) } } })
 *
 * https://github.com/systemjs/systemjs/blob/main/docs/system-register.md
 */
import type { BindingId, ScriptFacts, Value, ValueId } from '../script/graph.js'

export function restoreSystemModules(script: ScriptFacts): void {
  for (const site of [...script.calls]) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const system = callee?.kind === 'member' && callee.name === 'register' ? script.values[callee.object] : undefined
    if (call?.kind !== 'call' || system?.kind !== 'global' || system.name !== 'System') continue
    const [list, body] = call.arguments.slice(-2).map((id) => script.values[id])
    if (list?.kind !== 'array' || body?.kind !== 'function') continue
    script.goal = 'module'
    const sources = list.items.map((item) => script.values[item])
    settersOf(script, body.function).forEach((setter, index) => {
      const source = sources[index]
      const function_ = setter?.kind === 'function' ? setter.function : -1
      const taken = parameterOf(script, function_)
      if (taken === null || source?.kind !== 'constant' || typeof source.value !== 'string') return
      importWhole(script, taken, source.value, source)
    })
    const give = parameterOf(script, body.function)
    if (give !== null) exportGiven(script, give)
  }
}

/** The functions that are told of the modules it depends on. */
function settersOf(script: ScriptFacts, body: number): (Value | undefined)[] {
  const given = script.functions[body]?.returns.map((id) => script.values[id]).find((value) => value?.kind === 'object')
  const entry = given?.kind === 'object' ? given.entries.find(({ name }) => name === 'setters') : undefined
  const list = entry === undefined ? undefined : script.values[entry.value]
  return list?.kind === 'array' ? list.items.map((item) => script.values[item]) : []
}

/** The first parameter of a function; null when it has none with a name. */
function parameterOf(script: ScriptFacts, id: number): BindingId | null {
  const found = script.bindings.findIndex(({ parameter }) => parameter?.function === id && parameter.index === 0 && parameter.path.length === 0)
  return id < 0 || found < 0 ? null : found
}

function importWhole(script: ScriptFacts, id: BindingId, source: string, { start, end }: Value): void {
  const binding = script.bindings[id]
  if (!binding) return
  Object.assign(binding, { kind: 'import', parameter: null, definitions: [], imported: { source, name: '*', typeOnly: false } })
  script.imports.push({ source, kind: 'import', names: ['*'], start, end })
}

/** `give('name', value)`, `give({ name: value })`. */
function exportGiven(script: ScriptFacts, give: BindingId): void {
  const put = (name: string, value: ValueId): void => {
    const shape = script.values[value]
    if (!shape) return
    const binding = shape.kind === 'binding' ? shape.binding : null
    const made = shape.kind === 'function' ? script.functions[shape.function] : undefined
    if (made) made.name ??= name
    script.exports.push({ name, value: binding === null ? value : null, binding, from: null, start: shape.start, end: shape.end })
  }
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'binding' || callee.binding !== give) continue
    const [first, second] = call.arguments
    const shape = first === undefined ? undefined : script.values[first]
    if (shape?.kind === 'constant' && typeof shape.value === 'string' && second !== undefined) put(shape.value, second)
    if (shape?.kind === 'object') for (const { name, value } of shape.entries) if (name !== null) put(name, value)
  }
}
