/** State libraries: what a component reads from a store is what any other puts there. */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { returnsOf } from '../backward/calls.js'
import { calledWith, returnedBy, siteOfCall } from '../backward/rows.js'
import { mutationParts } from '../backward/mutations.js'
import { elsewhere } from '../backward/shared.js'
import { predecessors } from '../backward/predecessors.js'
import { usesOf } from '../forward/uses.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { step, type Step } from '../step.js'
import { startAt } from '../trace.js'
import { indexed } from './index-by-name.js'
import { committed, mappedCalls } from './vuex.js'

type Call = Value & { kind: 'call' }

export function storeJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  if (!script) return []
  if (trail.spot.kind === 'given') return ofAction(host, trail, script)
  if (trail.spot.kind === 'value' || trail.spot.kind === 'binding') return ofStoreAround(host, trail, script)
  if (trail.spot.kind !== 'origin') return []
  const call = script.values[trail.spot.id]
  if (call?.kind !== 'call') return []
  switch (trail.spot.slot) {
    case 'store': return stateOf(host, trail, call)
    case 'store-whole': return call.arguments.length === 0 ? stateOf(host, trail, call) : []
    case 'atom': return atomValue(host, trail, call)
    case 'slices': return selectedState(host, trail, call, 0)
    case 'slices-1': return selectedState(host, trail, call, 1)
    case 'slices-2': return selectedState(host, trail, call, 2)
    case 'made': return makersOf(host, { file: trail.spot.file, script: trail.spot.script, value: call.callee }).map((maker) =>
      step(trail, { file: maker.file, script: maker.script, kind: 'value', id: maker.value }, trail.path, { context: null }))
    case 'signal': return makersOf(host, { file: trail.spot.file, script: trail.spot.script, value: call.callee }).map((maker) =>
      step(trail, { file: maker.file, script: maker.script, kind: 'value', id: maker.value }, ['0', ...trail.path], { context: null }))
    default: return /^selected-/.test(trail.spot.slot ?? '') ? ofSelector(host, trail, script, call) : []
  }
}

/** What a selector is given: the state, or what the selectors give that it was made of. */
function selectedState(host: FlowHost<Origin>, trail: Trail, call: Call, parameter: number): Step[] {
  const { file, script: index } = trail.spot
  const [selector] = call.arguments
  for (const maker of selector === undefined ? [] : makersOf(host, { file, script: index, value: selector })) {
    const script = scriptOf(host, maker)
    const made = script?.values[maker.value]
    if (!script || made?.kind !== 'call' || !/^create(?:Draft\w+)?Selector$/.test(calleeName(script, made))) continue
    const slot = `selected-${made.arguments.length - 1}-${parameter}`
    return ofSelector(host, { ...trail, spot: { ...trail.spot, file: maker.file, script: maker.script, id: maker.value, slot } }, script, made).map((found) => ({ ...found, next: trail }))
  }
  return parameter === 0 ? sliceState(host, trail) : []
}

function calleeName(script: ScriptFacts, { callee }: Call): string {
  const value = script.values[callee]
  return value?.kind === 'binding' ? (script.bindings[value.binding]?.name ?? '') : ''
}

/** Input selectors get the state; the last function gets what they give. https://reselect.js.org/api/createselector */
function ofSelector(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts, call: Call): Step[] {
  const [, slot = 0, parameter = 0] = (trail.spot.slot as string).split('-').map(Number)
  if (slot < call.arguments.length - 1) return parameter === 0 ? sliceState(host, trail) : []
  const site = siteOfCall(trail.spot, script, trail.spot.id, call)
  const [first] = call.arguments
  const list = first === undefined ? undefined : script.values[first]
  const selector = list?.kind === 'array' ? list.items[parameter] : slot > parameter ? call.arguments[parameter] : undefined
  return selector === undefined ? [] : returnedBy(host, trail, site, selector, [], trail.path, {})
}

/** The calls a callee comes from: `create(…)` for `useStore` of `const useStore = create(…)`. */
function makersOf(host: FlowHost<Origin>, callee: ValueReference): ValueReference[] {
  const found: ValueReference[] = []
  const seen = new Set<string>()
  const queue: Trail[] = [startAt(callee)]
  for (let at = 0; at < queue.length && at < 40; at++) {
    const { spot } = queue[at] as Trail
    const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}`
    if (seen.has(key)) continue
    seen.add(key)
    const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
    if (value?.kind === 'call') found.push({ file: spot.file, script: spot.script, value: spot.id })
    else queue.push(...predecessors(host, queue[at] as Trail))
  }
  return found
}

/** The state of a store that a function makes: what the maker's function or options say, and what is set later. */
function stateOf(host: FlowHost<Origin>, trail: Trail, call: Call): Step[] {
  const { file, script: index } = trail.spot
  return makersOf(host, { file, script: index, value: call.callee }).flatMap((maker) => {
    const script = scriptOf(host, maker)
    const made = script?.values[maker.value]
    if (!script || made?.kind !== 'call') return []
    return [...made.arguments.flatMap((argument) => ofDefinition(host, trail, { ...maker, value: argument })), ...fromOutside(host, trail, maker)]
  })
}

/** `store.reason = value`, `store.$patch({ reason })`, `v-model="store.reason"`, wherever the store is used. */
function fromOutside(host: FlowHost<Origin>, trail: Trail, maker: ValueReference): Step[] {
  return usesOf(host, { file: maker.file, script: maker.script, kind: 'value', id: maker.value })
    .flatMap((use) => (use.kind === 'call' ? elsewhere(host, trail, use.at, trail.path) : []))
}

/** `(set) => ({ … })`, a setup function, or `{ state: () => ({ … }), actions: { … } }`; wrapped by middleware or not. */
function ofDefinition(host: FlowHost<Origin>, trail: Trail, at: ValueReference, depth = 0): Step[] {
  const script = scriptOf(host, at)
  const value = script?.values[at.value]
  if (!script || !value || depth > 3) return []
  if (value.kind === 'call') return value.arguments.flatMap((argument) => ofDefinition(host, trail, { ...at, value: argument }, depth + 1))
  if (value.kind === 'object') return ofOptions(host, trail, at, script, value)
  return host.resolver.meanings(at).flatMap((meaning): Step[] => {
    if (meaning.kind !== 'function') return []
    const inner = scriptOf(host, meaning)
    const own = (inner?.functions[meaning.function]?.returns ?? []).map((id) =>
      step(trail, { file: meaning.file, script: meaning.script, kind: 'value', id }, trail.path, { context: null }))
    const set = inner ? linksOf(inner).parameters(meaning.function).filter(({ index, path }) => index === 0 && path.length === 0) : []
    const written = set.flatMap(({ binding }) => {
      const source = { base: { kind: 'result' as const }, path: [], returned: true, calledWith: 0, parameter: null }
      return calledWith(host, { ...trail, context: null }, { file: meaning.file, script: meaning.script, kind: 'binding', id: binding }, source, trail.path)
        .map((found) => ({ ...found, next: trail }))
    })
    return [...own, ...written]
  })
}

/** Options of a store: state, and what its actions write to `this`. */
function ofOptions(host: FlowHost<Origin>, trail: Trail, at: ValueReference, script: ScriptFacts, value: Value & { kind: 'object' }): Step[] {
  const state = value.entries.find(({ name }) => name === 'state')
  const found = state ? ofDefinition(host, trail, { ...at, value: state.value }) : []
  const spot = { file: at.file, script: at.script, kind: 'value' as const }
  if (state && script.values[state.value]?.kind === 'object') found.push(step(trail, { ...spot, id: state.value }, trail.path, { context: null }))
  const start = value.start
  for (const { function: writer, ...mutation } of linksOf(script).mutationsOfThis(-1)) {
    const owner = script.functions[writer]
    if (!owner || owner.start < start || owner.end > value.end) continue
    const from: Trail = { ...trail, spot: { ...spot, id: 0 }, context: null }
    found.push(...mutationParts(host, from, script, [mutation], trail.path).map((part) => ({ ...part, next: trail })))
  }
  const getters = value.entries.find(({ name }) => name === 'getters')
  return getters ? [...found, ...ofGetters(host, trail, { ...at, value: getters.value }, script)] : found
}

/** `getters: { short: (state) => state.reason.slice(0, 20) }`. https://pinia.vuejs.org/core-concepts/getters.html */
function ofGetters(host: FlowHost<Origin>, trail: Trail, at: ValueReference, script: ScriptFacts): Step[] {
  const object = script.values[at.value]
  const [name, ...rest] = trail.path
  const entry = object?.kind === 'object' ? object.entries.find((item) => item.name === name) : undefined
  const made = entry ? script.values[entry.value] : undefined
  if (made?.kind !== 'function' || !entry) return []
  const place = { file: at.file, script: at.script }
  return returnsOf(host, { ...trail, path: rest, context: null }, { ...place, function: made.function }, { ...place, value: entry.value })
    .map((found) => ({ ...found, next: trail, context: null }))
}

/** `this` in a getter or an action, and the parameter of a getter: the state of the store around it. */
function ofStoreAround(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts): Step[] {
  const { spot } = trail
  const own = spot.kind === 'value' ? script.values[spot.id] : undefined
  const parameter = spot.kind === 'binding' ? script.bindings[spot.id]?.parameter : null
  const owner = own?.kind === 'this' ? own.function : parameter?.index === 0 && !parameter.rest ? parameter.function : null
  const made = owner === null ? undefined : linksOf(script).functionValue(owner)
  if (made === undefined || trail.path.length === 0) return []
  for (const list of linksOf(script).parents(made)) {
    for (const options of linksOf(script).parents(list)) {
      const value = script.values[options]
      const around = value?.kind === 'object' ? value.entries.find((entry) => entry.value === list)?.name : null
      const isMeant = own?.kind === 'this' ? /^(?:getters|actions)$/.test(around ?? '') : around === 'getters'
      if (value?.kind !== 'object' || !isMeant || !value.entries.some(({ name }) => name === 'state')) continue
      const maker = linksOf(script).parents(options).find((parent) => script.values[parent]?.kind === 'call')
      const place = { file: spot.file, script: spot.script }
      const path = [...(parameter?.path ?? []), ...trail.path]
      return [...ofOptions(host, { ...trail, path }, { ...place, value: options }, script, value),
        ...(maker === undefined ? [] : fromOutside(host, { ...trail, path }, { ...place, value: maker }))].map((found) => ({ ...found, next: trail }))
    }
  }
  return []
}

/** `atom('')`, and every `useAtom(theAtom)[1](value)`, `useSetAtom(theAtom)(value)`. https://jotai.org/docs/core/use-atom */
function atomValue(host: FlowHost<Origin>, trail: Trail, call: Call): Step[] {
  const [atom] = call.arguments
  const { file, script: index } = trail.spot
  if (atom === undefined) return []
  return makersOf(host, { file, script: index, value: atom }).flatMap((maker): Step[] => {
    const script = scriptOf(host, maker)
    const made = script?.values[maker.value]
    if (!script || made?.kind !== 'call') return []
    const start = made.arguments.slice(0, 1).map((id) => step(trail, { file: maker.file, script: maker.script, kind: 'value', id }, trail.path, { context: null }))
    const uses = usesOf(host, { file: maker.file, script: maker.script, kind: 'value', id: maker.value })
    return [...start, ...uses.flatMap((use) => {
      if (use.kind !== 'handed' || use.slot !== '0') return []
      const source = (path: readonly string[]) => ({ base: { kind: 'result' as const }, path, returned: true, calledWith: 0, parameter: null })
      const from = { file: use.at.file, script: use.at.script, kind: 'value' as const, id: use.at.value }
      const at = { ...trail, context: null }
      return [['1'], []].flatMap((path) => calledWith(host, at, from, source(path), trail.path)).map((found) => ({ ...found, next: trail }))
    })]
  })
}

/** `createReducer(initial, on(typed, (state, { reason }) => ({ ...state, reason })))`. https://ngrx.io/guide/store/reducers */
function reducedState(host: FlowHost<Origin>, trail: Trail): Step[] {
  const reducers = indexed(host, 'reducers', ['createReducer'], (_host, file, index, script, note) => {
    for (const [id, value] of script.values.entries()) {
      if (value.kind === 'call' && calleeName(script, value) === 'createReducer') note('reducer', { file, script: index, value: id })
    }
  })
  const paths = trail.path.length > 1 ? [trail.path, trail.path.slice(1)] : [trail.path]
  return (reducers.get('reducer') ?? []).flatMap((at) => {
    const script = scriptOf(host, at)
    const call = script?.values[at.value]
    if (!script || call?.kind !== 'call') return []
    const place = { file: at.file, script: at.script }
    return call.arguments.flatMap((argument, index) => paths.flatMap((path) => {
      if (index === 0) return [step(trail, { ...place, kind: 'value', id: argument }, path, { context: null })]
      const on = script.values[argument]
      const last = on?.kind === 'call' ? on.arguments.at(-1) : undefined
      const made = last === undefined ? undefined : script.values[last]
      if (made?.kind !== 'function') return []
      return returnsOf(host, { ...trail, path, context: null }, { ...place, function: made.function }, { ...place, value: argument })
        .map((found) => ({ ...found, next: trail, context: null }))
    }))
  })
}

/** What the reducers of all slices put into the state; its first name is the slice's. https://redux-toolkit.js.org/api/createSlice */
function sliceState(host: FlowHost<Origin>, trail: Trail): Step[] {
  const [slice, ...rest] = trail.path
  if (slice === undefined) return []
  const reduced = reducedState(host, trail)
  if (reduced.length > 0) return reduced
  const slices = indexed(host, 'slices', ['createSlice'], (_host, file, index, script, note) => {
    script.values.forEach((value, id) => {
      const callee = value.kind === 'call' ? script.values[value.callee] : undefined
      const name = callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
      if (name === 'createSlice') note('createSlice', { file, script: index, value: id })
    })
  })
  return (slices.get('createSlice') ?? []).flatMap((at) => {
    const script = scriptOf(host, at)
    const call = script?.values[at.value]
    const options = call?.kind === 'call' && call.arguments[0] !== undefined ? script?.values[call.arguments[0]] : undefined
    if (!script || options?.kind !== 'object') return []
    const part = (name: string): ValueId | undefined => options.entries.find((entry) => entry.name === name)?.value
    const own = part('name') === undefined ? [] : host.resolver.constants({ ...at, value: part('name') as ValueId })
    if (slice !== '*' && own.length > 0 && !own.includes(slice)) return []
    const initial = part('initialState')
    const found = initial === undefined ? [] : [step(trail, { file: at.file, script: at.script, kind: 'value', id: initial }, rest, { context: null })]
    const reducers = part('reducers') === undefined ? undefined : script.values[part('reducers') as ValueId]
    for (const entry of reducers?.kind === 'object' ? reducers.entries : []) {
      const reducer = script.values[entry.value]
      if (reducer?.kind !== 'function') continue
      const place = { file: at.file, script: at.script }
      for (const link of linksOf(script).parameters(reducer.function)) {
        if (link.index !== 0) continue
        const from: Trail = { ...trail, spot: { ...place, kind: 'binding', id: link.binding }, context: null }
        found.push(...mutationParts(host, from, script, linksOf(script).mutations(link.binding), rest).map((made) => ({ ...made, next: trail })))
      }
      found.push(...returnsOf(host, { ...trail, path: rest, context: null }, { ...place, function: reducer.function }, { ...place, value: at.value }).map((made) => ({ ...made, next: trail, context: null })))
    }
    return found
  })
}

/** The second parameter of a reducer is what its action is called with; of a mutation, what it is committed with. */
function ofAction(host: FlowHost<Origin>, trail: Trail, script: ScriptFacts): Step[] {
  const [parameter, part, ...rest] = trail.path
  const slot = /^0\.(reducers|mutations|actions)\.(.+)$/.exec(trail.spot.slot ?? '')
  if (!slot || parameter !== '1' || script.values[trail.spot.id]?.kind !== 'call') return []
  const [, kind = '', name = ''] = slot
  const at = { file: trail.spot.file, script: trail.spot.script, kind: 'value' as const, id: trail.spot.id }
  if (kind === 'reducers') {
    if (part !== 'payload' && part !== '*') return []
    const source = { base: { kind: 'result' as const }, path: ['actions', name], returned: false, calledWith: 0, parameter: null }
    return calledWith(host, trail, at, source, rest)
  }
  return [...(committed(host).get(name) ?? []), ...(mappedCalls(host).get(name) ?? [])].map((place) =>
    step(trail, { file: place.file, script: place.script, kind: 'value', id: place.value }, part === undefined ? [] : [part, ...rest], { context: null }))
}
