/**
 * Functions that stand between the site's code and a vendor's call: `track(name, data)` in `lib/analytics.ts`. A call of
 * such a function is a sighting where it is called, because that is where the event and its data are chosen.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { Binding, BindingId, FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { Place } from '../../types.js'
import { argumentAt, argumentReferences, invocationOf } from '../meaning/invocation.js'
import { meaningKey, type Argument } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import { scriptIndex } from '../meaning/script-index.js'
import { partsOf } from '../meaning/script-maps.js'
import type { Found, SentValue } from './found.js'
import { gateOf } from './gates.js'
import { foldText } from './text.js'
import { HOLE } from '../../parse/hole.js'
import { runningFunction, unitOfCode } from './units.js'

export interface Wrapper {
  file: string
  script: number
  function: FunctionId
  /** Names it may be called by, for finding the files that could. */
  names: string[]
  /**
   * It can be called without an import on the way: a global, a method that is found by the type of its object. Else only
   * files that bring its file in, directly or not, can call it.
   */
  isFoundByName: boolean
  /** It stands in one of several files of a build, which bring one another in by the ids of modules. */
  isInBuild: boolean
  /** What a call of it does, one for each vendor call inside. */
  effects: Effect[]
}

interface Effect {
  found: Found
  /** Parameter that becomes the event name, with the path inside it. */
  event: { index: number; path: string[] } | null
}

/** A function that does more than this beside the vendor's call is part of the site, not a wrapper. */
const THIN_CALLS = 4

/** The wrapper a sighting stands in, or null when the function around it is the site's own code. */
export function wrapperAround(facts: FileFacts, found: Found): Wrapper | null {
  if (!found.code) return null
  const script = facts.scripts[found.code.script] as ScriptFacts
  if (script.host) return null
  const id = wrapperFunction(script, found.code.scope)
  if (id === 0) return null
  const event = found.eventValue === null ? null : eventParameter(script, found.eventValue, id)
  const forwards = event !== null || found.dataValues.some((value) => value.file === facts.path && parameterOf(script, value.value, id) !== null)
  if (!(event !== null && !rendersElements(script, id)) && !isThin(script, id, forwards)) return null
  // `const update = (field) => (event) => { started(); … }` makes a handler; who asks for one sends nothing.
  if (!forwards && makesFunction(script, id)) return null
  return {
    file: facts.path, script: found.code.script, function: id, names: escapes(script, id) ? namesOf(facts, script, id) : [],
    isFoundByName: isFoundByName(script, id), isInBuild: script.build !== undefined, effects: [{ found, event }],
  }
}

function makesFunction(script: ScriptFacts, id: FunctionId): boolean {
  return (script.functions[id]?.returns ?? []).some((value) => script.values[value]?.kind === 'function')
}

/** The parameter that is the event's name; of a list of arguments, the one at its place. */
function eventParameter(script: ScriptFacts, { value, item }: SentValue, id: FunctionId): Effect['event'] {
  const found = parameterOf(script, value, id)
  if (!found || item === undefined) return found
  const binding = script.values[value]?.kind === 'binding' ? script.bindings[script.values[value].binding] : undefined
  const isRest = binding?.parameter?.rest === true || script.values[value]?.kind === 'global'
  return isRest && item !== '*' ? { index: found.index + Number(item), path: [] } : null
}

/** A function inside a component that only renders is called by nobody else. */
function escapes(script: ScriptFacts, id: FunctionId): boolean {
  const parent = script.functions[id]?.parent ?? 0
  const outer = runningFunction(script, parent)
  if (outer === 0 || isExported(script, id)) return true
  const facts = script.functions[outer]
  if (!facts || facts.class >= 0) return true
  const gives = facts.returns.some((value) => !/^(element|constant|unknown)$/.test(script.values[value]?.kind ?? 'unknown'))
  return gives || providesContext(script)
}

/** Modules of other forms export from inside of functions; those of a build as parts of what each module is. */
function isExported(script: ScriptFacts, id: FunctionId): boolean {
  const value = scriptIndex(script).functionValue(id)
  if (value === undefined) return false
  const held = new Set(scriptIndex(script).bindingsWith(value))
  return script.exports.some((item) => item.value === value || (item.binding !== null && held.has(item.binding))
    || (item.value !== null && script.build !== undefined && holds(script, item.value, value, 0)))
}

const contexts = new WeakMap<ScriptFacts, boolean>()

function providesContext(script: ScriptFacts): boolean {
  let provides = contexts.get(script)
  if (provides === undefined) {
    provides = script.values.some((value) => value.kind === 'member' && value.name === 'Provider')
    contexts.set(script, provides)
  }
  return provides
}

function isFoundByName(script: ScriptFacts, id: FunctionId): boolean {
  if (script.goal !== 'module') return true
  const value = scriptIndex(script).functionValue(id)
  const isOfInterface = script.classes.some((item) =>
    item.implements.length > 0 && item.members.some((member) => member.value === value))
  return isOfInterface || scriptIndex(script).storesOnGlobal().some((store) => value !== undefined && holds(script, store.value, value, 0))
}

/** True when a value is another, or has it as a part: `window.api = { send }`. */
function holds(script: ScriptFacts, id: ValueId, wanted: ValueId, depth: number): boolean {
  if (id === wanted) return true
  const value = script.values[id]
  if (depth > 4 || !value) return false
  const parts = value.kind === 'binding' ? (script.bindings[value.binding]?.definitions ?? [])
    : value.kind === 'object' ? value.entries.map((entry) => entry.value)
      : value.kind === 'choice' ? value.values : []
  return parts.some((part) => holds(script, part, wanted, depth + 1))
}

/** The nearest function that has a name to be called by: callbacks inside it run on its behalf. */
function wrapperFunction(script: ScriptFacts, scope: FunctionId): FunctionId {
  let at = runningFunction(script, scope)
  while (at > 0) {
    const facts = script.functions[at]
    if (!facts || facts.name !== null || facts.class >= 0 || isKept(script, at)) break
    at = runningFunction(script, facts.parent)
  }
  return at
}

/** Functions that give back the function they are given, to be called by the name it is kept under. */
const KEEPS = /^(?:use(?:Callback|Event|EffectEvent|DebouncedCallback|ThrottledCallback|MemoizedFn)|debounce|throttle|once|memoize|memo)$/

/** `const track = useCallback((name) => …, [])`. */
function isKept(script: ScriptFacts, id: FunctionId): boolean {
  const index = scriptIndex(script)
  return index.handedTo(id).some(({ call, index: place }) => {
    const value = script.values[call]
    const callee = value?.kind === 'call' ? script.values[value.callee] : undefined
    const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
    return place === 0 && KEEPS.test(name ?? '') && index.bindingsWith(call).length > 0
  })
}

function within(script: ScriptFacts, scope: FunctionId, owner: FunctionId): boolean {
  for (let at = scope; at >= 0; at = script.functions[at]?.parent ?? -1) if (at === owner) return true
  return false
}

function rendersElements(script: ScriptFacts, id: FunctionId): boolean {
  const facts = script.functions[id]
  return facts !== undefined && scriptIndex(script).elementsIn(facts).length > 0
}

const QUIET = /^(console|JSON|Object|Array|String|Number|Boolean|Date|Math|Promise|performance|document|location|parseInt|parseFloat|isNaN|encodeURIComponent|setTimeout|queueMicrotask)$/

/** Does little beside talking to the vendor: a handful of calls, no markup. */
function isThin(script: ScriptFacts, id: FunctionId, forwards: boolean): boolean {
  const facts = script.functions[id]
  if (!facts || rendersElements(script, id)) return false
  let others = 0
  const index = scriptIndex(script)
  for (const site of index.functionsIn(id).flatMap((inner) => index.callsIn(inner))) {
    const value = script.values[site.value]
    let callee = value?.kind === 'call' ? script.values[value.callee] : undefined
    while (callee?.kind === 'member') callee = script.values[callee.object]
    if (callee?.kind === 'global' && QUIET.test(callee.name)) continue
    others++
  }
  return others <= (forwards ? THIN_CALLS * 2 : THIN_CALLS)
}

/** The parameter of a function a value comes from unchanged or as part of a text, and where in it. */
export function parameterOf(
  script: ScriptFacts, id: ValueId, owner: FunctionId, seen: Set<ValueId> = new Set(),
): { index: number; path: string[] } | null {
  const value = script.values[id]
  if (!value || seen.has(id)) return null
  seen.add(id)
  if (value.kind === 'binding') {
    const binding = script.bindings[value.binding]
    if (binding?.parameter?.function === owner) return { index: binding.parameter.index, path: binding.parameter.path }
    for (const definition of binding?.definitions ?? []) {
      const found = parameterOf(script, definition, owner, seen)
      if (found) return found
    }
    return null
  }
  if (value.kind === 'global' && value.name === 'arguments') return { index: 0, path: ['*'] }
  if (value.kind === 'member') {
    const inner = parameterOf(script, value.object, owner, seen)
    return inner && { index: inner.index, path: [...inner.path, value.name ?? '*'] }
  }
  for (const part of partsOf(script, id)) {
    const inner = parameterOf(script, part, owner, seen)
    if (inner) return { index: inner.index, path: value.kind === 'template' || value.kind === 'choice' ? inner.path : ['*'] }
  }
  return null
}

/** Names a function can be called by: its own, the property or variable it is kept in, and the file for a default export. */
function namesOf(facts: FileFacts, script: ScriptFacts, id: FunctionId): string[] {
  const names = new Set<string>()
  const own = script.functions[id]
  if (own?.name && own.name !== 'default') names.add(own.name)
  const value = scriptIndex(script).functionValue(id)
  for (const holder of value === undefined ? [] : holders(script, value)) names.add((script.bindings[holder] as Binding).name)
  for (const item of script.classes) for (const member of item.members) if (member.value === value) names.add(member.name)
  for (const item of script.exports) {
    const binding = item.binding === null ? null : script.bindings[item.binding]
    if (item.name === 'default' && (item.value === value || (binding && names.has(binding.name)))) {
      names.add((facts.path.split('/').at(-1) as string).replace(/\.\w+$/, ''))
    } else if (item.value === value || (binding && names.has(binding.name))) names.add(item.name)
  }
  return [...names].filter((name) => /^[\w$]+$/.test(name))
}

/** Bindings that hold a function, or what up to two calls make of it: `const track = useCallback(debounce(() => …))`. */
function holders(script: ScriptFacts, value: ValueId, depth = 0): BindingId[] {
  const index = scriptIndex(script)
  const around = depth === 2 ? [] : index.parents(value).filter((parent) => {
    const call = script.values[parent]
    return call?.kind === 'call' && call.arguments.includes(value)
  })
  return [...index.bindingsWith(value), ...around.flatMap((call) => holders(script, call, depth + 1))].sort((a, b) => a - b)
}

/** Calls in a file of functions that are wrappers; `wrappers` by `meaningKey` of the function. */
export function findWrapperCalls(resolver: Resolver, facts: FileFacts, wrappers: ReadonlyMap<string, Wrapper>): Found[] {
  const found: Found[] = []
  facts.scripts.forEach((script, index) => {
    for (const site of script.calls) {
      const value = script.values[site.value]
      if (value?.kind !== 'call') continue
      const run = invocationOf(script, value)
      // One call may reach several: providers of a list, classes of an interface.
      let seen: Set<string> | null = null
      for (const callee of resolver.meanings({ file: facts.path, script: index, value: run.callee })) {
        if (callee.kind !== 'function') continue
        const wrapper = wrappers.get(meaningKey(callee))
        if (!wrapper || (callee.file === facts.path && callee.script === index && within(script, site.scope, callee.function))) continue
        const args = argumentReferences(script, run, (id) => ({ file: facts.path, script: index, value: id }))
        for (const effect of wrapper.effects) {
          const key = `${effect.found.sighting.tracker}|${effect.found.sighting.kind}`
          if (seen?.has(key)) continue
          seen = (seen ?? new Set<string>()).add(key)
          const alike = wrapper.effects.filter(({ found: other }) => `${other.sighting.tracker}|${other.sighting.kind}` === key)
          found.push(wrapperCall(resolver, facts, index, site, args, effect, alike.map(({ found: other }) => other), wrapper))
        }
      }
    }
  })
  return found
}

function wrapperCall(
  resolver: Resolver, facts: FileFacts, index: number, site: ScriptFacts['calls'][number], args: Argument[], effect: Effect,
  inner: readonly Found[], wrapper: Wrapper,
): Found {
  const script = facts.scripts[index] as ScriptFacts
  const value = script.values[site.value] as ScriptFacts['values'][number]
  const sent = effect.found.sighting
  const eventValue = effect.event === null ? null : follow(resolver, argumentAt(args, effect.event.index), effect.event.path)
  const texts = eventValue === null || eventValue.item !== undefined ? [] : foldText(resolver, eventValue).filter((text) => !text.includes(HOLE))
  const place: Place = { file: sent.file, span: sent.span }
  return {
    sighting: {
      ...sent,
      event: effect.event === null ? sent.event : (texts[0] ?? null),
      file: facts.path,
      span: { start: value.start, end: value.end },
      gate: gateOf(script, site.guard) ?? sent.gate,
      unit: unitOfCode(facts, index, site.scope, value.start),
      through: [place, ...sent.through],
    },
    needsEvidence: effect.found.needsEvidence,
    code: { script: index, scope: site.scope },
    eventValue,
    dataValues: args,
    forwards: { call: { file: facts.path, script: index, value: site.value }, wrapper: { file: wrapper.file, script: wrapper.script, function: wrapper.function }, inner },
  }
}

function follow(resolver: Resolver, argument: SentValue | undefined, path: readonly string[]): SentValue | null {
  let at = argument ?? null
  if (at?.item !== undefined) return path.length === 0 ? at : null
  for (const name of path) {
    if (!at || name === '*') return null
    const meanings = resolver.meanings(at)
    const object = meanings.find((meaning) => meaning.kind === 'object')
    const value = object?.kind === 'object' ? resolver.script(object)?.values[object.value] : undefined
    const entry = value?.kind === 'object' ? value.entries.findLast((item) => item.name === name) : undefined
    at = object?.kind === 'object' && entry ? { file: object.file, script: object.script, value: entry.value } : null
  }
  return at
}
