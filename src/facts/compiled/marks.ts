/**
 * Functions of libraries that have lost their names, by the names of properties that they read and write: those no
 * minifier changes. A function is known when it is the smallest that holds all of its marks.
 */
import { spansAround } from '../../lines.js'
import type { Span } from '../../types.js'
import type { FunctionId, ScriptFacts, ValueId } from '../script/graph.js'

interface MarkedFunction {
  package: string
  name: string
  /** Properties that the function itself names, in whatever order. */
  marks: readonly string[]
  /** The marks are those of a class that the function makes an instance of. */
  makes?: true
}

const rows: readonly MarkedFunction[] = [
  // https://github.com/react-hook-form/react-hook-form/blob/master/src/useForm.ts
  { package: 'react-hook-form', name: 'useForm', marks: ['_options', '_proxyFormState', 'formState', 'useState', 'useRef'] },
  // https://github.com/react-hook-form/react-hook-form/blob/master/src/useController.ts
  { package: 'react-hook-form', name: 'useController', marks: ['shouldUnregister', '_options', '_fields', 'fieldState', 'setCustomValidity'] },
  // https://github.com/jaredpalmer/formik/blob/main/packages/formik/src/Formik.tsx
  { package: 'formik', name: 'useFormik', marks: ['initialValues', 'validateOnBlur', 'validateOnMount', 'handleReset', 'setFieldTouched', 'useRef'] },
  // https://github.com/vuejs/core/blob/main/packages/reactivity/src/ref.ts
  { package: 'vue', name: 'ref', marks: ['__v_isRef', '_rawValue'], makes: true },
  // https://github.com/vuejs/core/blob/main/packages/reactivity/src/computed.ts
  { package: 'vue', name: 'computed', marks: ['__v_isRef', 'setter', 'fn'], makes: true },
  // https://github.com/vuejs/core/blob/main/packages/reactivity/src/reactive.ts
  { package: 'vue', name: 'reactive', marks: ['__v_raw', '__v_isReactive', 'get', 'set'] },
  // https://github.com/vuejs/pinia/blob/v3/packages/pinia/src/store.ts
  { package: 'pinia', name: 'defineStore', marks: ['$id', '_s', 'has', 'get'] },
  // https://github.com/nytimes/react-tracking/blob/main/src/useTracking.js
  { package: 'react-tracking', name: 'useTracking', marks: ['getTrackingData', 'trackEvent', 'dispatch', 'useContext', 'useMemo'] },
  { package: 'react-tracking', name: 'useTracking', marks: ['Track', 'getTrackingData', 'trackEvent', 'dispatch', 'useMemo'] },
  // https://github.com/nytimes/react-tracking/blob/main/src/withTrackingComponentDecorator.js
  { package: 'react-tracking', name: 'track', marks: ['dispatchOnMount', 'getTrackingData', 'trackEvent', 'useContext', 'Provider'] },
]

const wanted = new Set(rows.flatMap(({ marks }) => marks))
/** Without one of these no library of the list is in a script. */
const telling = new Set(['_options', 'validateOnBlur', '__v_isRef', '__v_raw', '_s', 'getTrackingData'])
/** A larger function holds whole libraries. */
const LARGEST = 30_000

/** Functions of a script that are known, with what they are imports of. */
export function markedFunctions(script: ScriptFacts): Map<FunctionId, { source: string; name: string }> {
  const found = new Map<FunctionId, { source: string; name: string }>()
  const places = placesOf(script, wanted)
  if (![...telling].some((mark) => places.has(mark))) return found
  const functionsAround = spansAround(script.functions)
  for (const { package: source, name, marks, makes } of rows) {
    if (!marks.every((mark) => places.has(mark))) continue
    if (makes) {
      const [first = '', ...others] = [...marks].sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0))
      for (const id of makersOf(script, (span) => holds(span, others, places), places.get(first) ?? [])) found.set(id, { source, name })
      continue
    }
    for (const id of smallestWith(script, marks, places, functionsAround)) if (!found.has(id)) found.set(id, { source, name })
  }
  addCallers(script, found)
  if (places.has('__v_isRef')) for (const id of unwrappers(script)) found.set(id, { source: 'vue', name: 'unref' })
  return found
}

/** `(held) => isRef(held) ? held.value : held`: templates are compiled to calls of it around everything they mention. */
function unwrappers(script: ScriptFacts): FunctionId[] {
  const parameterOf = (id: ValueId): FunctionId => {
    const value = script.values[id]
    const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
    return parameter && parameter.index === 0 && parameter.path.length === 0 ? parameter.function : -1
  }
  return script.functions.flatMap(({ returns: [only, ...others] }, id) => {
    const choice = only === undefined || others.length > 0 ? undefined : script.values[only]
    if (choice?.kind !== 'choice' || choice.values.length !== 2) return []
    const [inner, whole] = choice.values as [ValueId, ValueId]
    const member = script.values[inner]
    const isUnwrapped = member?.kind === 'member' && member.name === 'value' && parameterOf(member.object) === id
    return isUnwrapped && parameterOf(whole) === id ? [id] : []
  })
}

function holds({ start, end }: Span, marks: readonly string[], places: Places): boolean {
  return end - start <= LARGEST && marks.every((mark) => (places.get(mark) ?? []).some((at) => start <= at && at < end))
}

/** Functions that hold all of the marks, and none inside of them does. */
export function smallestWith(
  script: ScriptFacts, marks: readonly string[], places: Places, functionsAround: (offset: number) => readonly FunctionId[],
): Set<FunctionId> {
  const found = new Set<FunctionId>()
  const [first = '', ...others] = [...marks].sort((a, b) => (places.get(a)?.length ?? 0) - (places.get(b)?.length ?? 0))
  for (const at of places.get(first) ?? []) {
    const around = functionsAround(at).filter((id) => id > 0 && holds(script.functions[id] as Span, others, places))
    const [smallest] = around.sort((a, b) => sizeOf(script, a) - sizeOf(script, b))
    if (smallest !== undefined) found.add(smallest)
  }
  return found
}

/** `function ref(value) { return createRef(value, false) }` is what it calls: each call of it makes something of its own. */
function addCallers(script: ScriptFacts, found: Map<FunctionId, { source: string; name: string }>): void {
  script.functions.forEach(({ returns: [only, ...others] }, id) => {
    const call = only === undefined || others.length > 0 || found.has(id) ? undefined : script.values[only]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const first = call?.kind === 'call' && call.arguments[0] !== undefined ? script.values[call.arguments[0]] : undefined
    const parameter = first?.kind === 'binding' ? script.bindings[first.binding]?.parameter : null
    if (callee?.kind !== 'binding' || parameter?.function !== id || parameter.index !== 0 || parameter.path.length > 0) return
    for (const definition of script.bindings[callee.binding]?.definitions ?? []) {
      const value = script.values[definition]
      const known = value?.kind === 'function' ? found.get(value.function) : undefined
      if (known) found.set(id, known)
    }
  })
}

function sizeOf(script: ScriptFacts, id: FunctionId): number {
  const facts = script.functions[id]
  return facts ? facts.end - facts.start : 0
}

export type Places = ReadonlyMap<string, readonly number[]>

/** Offsets at which names stand: as members, in objects, as what is written and, with `texts`, as what is said. */
export function placesOf(script: ScriptFacts, wanted: ReadonlySet<string>, texts = false): Places {
  const places = new Map<string, number[]>()
  const note = (name: string | null, at: number): void => {
    if (name === null || !wanted.has(name)) return
    const list = places.get(name)
    if (list) list.push(at)
    else places.set(name, [at])
  }
  for (const value of script.values) {
    if (value.kind === 'member') note(value.name, value.end - 1)
    else if (texts && value.kind === 'constant' && typeof value.value === 'string') note(value.value, value.start)
    else if (value.kind === 'binding') note(script.bindings[value.binding]?.imported?.name ?? null, value.start)
    else if (value.kind === 'object') {
      for (const { name, value: id } of value.entries) note(name, script.values[id]?.start ?? value.start)
    }
  }
  for (const { name, start } of script.stores) note(name, start)
  for (const { members, start } of script.classes) {
    for (const member of members) note(member.name, member.value === null ? start : (script.values[member.value]?.start ?? start))
  }
  return places
}

/** Functions that make an instance of a class that holds the marks. */
function makersOf(script: ScriptFacts, holds: (span: { start: number; end: number }) => boolean, places: readonly number[]): FunctionId[] {
  const classes = new Set(script.classes.flatMap((facts, id) => (
    places.some((at) => facts.start <= at && at < facts.end) && holds(facts) ? [id] : [])))
  const classOf = (value: ValueId): number => {
    const shape = script.values[value]
    if (shape?.kind === 'class') return shape.class
    const definitions = shape?.kind === 'binding' ? (script.bindings[shape.binding]?.definitions ?? []) : []
    const [only] = definitions
    const made = definitions.length === 1 && only !== undefined ? script.values[only] : undefined
    return made?.kind === 'class' ? made.class : -1
  }
  return script.calls.flatMap(({ value, scope }) => {
    const call = script.values[value]
    return call?.kind === 'call' && call.isNew && scope > 0 && classes.has(classOf(call.callee)) ? [scope] : []
  })
}
