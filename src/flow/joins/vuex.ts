/** Vuex: what a store's modules keep, compute and are committed. https://vuex.vuejs.org/api/ */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { mutationParts } from '../backward/mutations.js'
import { returnsOf } from '../backward/calls.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { linksOf } from '../links.js'
import { isName, limitsOf, type Path } from '../path.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

export function vuexJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const asked = storeAsked(host, trail)
  if (asked) return asked.part === 'getters' ? getterOf(host, trail, asked.path) : stateOf(host, trail, asked.path)
  if (trail.spot.kind === 'origin' && trail.spot.slot === 'subscribed') return ofSubscriber(host, trail)
  if (trail.spot.kind === 'origin' && trail.spot.slot === 'subscribed-state') return stateOf(host, trail, trail.path)
  return trail.spot.kind === 'given' ? ofGetter(host, trail) : []
}

/** `this.$store.state.email`, `store.getters.domain`, `mapState(['email'])`: the part of the store, and the names in it. */
function storeAsked(host: FlowHost<Origin>, trail: Trail): { part: 'state' | 'getters'; path: Path } | null {
  const { spot, path } = trail
  if (spot.kind === 'origin') {
    const [first, ...rest] = path
    const name = first === undefined ? undefined : isName(first) ? first : limitsOf(first).only?.[0]
    if (name === undefined || (spot.slot !== 'vuex-state' && spot.slot !== 'vuex-getters')) return null
    return { part: spot.slot === 'vuex-state' ? 'state' : 'getters', path: [name, ...rest] }
  }
  const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
  const names = value?.kind === 'this' && path[0] === '$store' ? path.slice(1) : value?.kind === 'global' && value.name === '$store' ? path : null
  const [part, ...rest] = names ?? []
  return part === 'state' || part === 'getters' ? { part, path: rest } : null
}

/** Objects that are modules of a store: they have mutations or getters beside a state. */
function modulesOf(host: FlowHost<Origin>): readonly ValueReference[] {
  const found = indexed(host, 'vuex modules', ['mutations', 'getters'], (_host, file, index, script, note) => {
    for (const [id, value] of script.values.entries()) {
      if (value.kind !== 'object' || !hasEntry(value, 'state')) continue
      if (hasEntry(value, 'mutations') || hasEntry(value, 'getters')) note('module', { file, script: index, value: id })
    }
  })
  return found.get('module') ?? []
}

function hasEntry(value: Value & { kind: 'object' }, name: string): boolean {
  return value.entries.some((entry) => entry.name === name)
}

function partsOf(host: FlowHost<Origin>, at: ValueReference, name: string): { script: ScriptFacts; id: ValueId; place: { file: string; script: number } }[] {
  const script = scriptOf(host, at)
  const object = script?.values[at.value]
  const entry = object?.kind === 'object' ? object.entries.find((item) => item.name === name) : undefined
  if (!entry) return []
  return host.resolver.meanings({ file: at.file, script: at.script, value: entry.value }).flatMap((meaning) => {
    const inner = meaning.kind === 'object' || meaning.kind === 'function' ? scriptOf(host, meaning) : undefined
    if (!inner) return []
    const place = { file: (meaning as ValueReference).file, script: (meaning as ValueReference).script }
    if (meaning.kind === 'object') return [{ script: inner, id: meaning.value, place }]
    return meaning.kind === 'function' ? (inner.functions[meaning.function]?.returns ?? []).map((id) => ({ script: inner, id, place })) : []
  })
}

/** The state under a path, in whichever module it stands. */
function stateOf(host: FlowHost<Origin>, trail: Trail, path: Path): Step[] {
  const paths = path.length > 1 ? [path, path.slice(1)] : [path]
  return modulesOf(host).flatMap((at) => paths.flatMap((wanted) => [
    ...partsOf(host, at, 'state').map(({ id, place }) => step(trail, { ...place, kind: 'value', id }, wanted, { context: null })),
    ...partsOf(host, at, 'mutations').flatMap(({ script, id, place }) => {
      const object = script.values[id]
      return (object?.kind === 'object' ? object.entries : []).flatMap((entry) => {
        const made = script.values[entry.value]
        if (made?.kind !== 'function') return []
        return linksOf(script).parameters(made.function).filter((link) => link.index === 0 && link.path.length === 0).flatMap((link) => {
          const from: Trail = { ...trail, spot: { ...place, kind: 'binding', id: link.binding }, context: null }
          return mutationParts(host, from, script, linksOf(script).mutations(link.binding), wanted).map((found) => ({ ...found, next: trail }))
        })
      })
    }),
  ]))
}

function getterOf(host: FlowHost<Origin>, trail: Trail, [name, ...rest]: Path): Step[] {
  return modulesOf(host).flatMap((at) => partsOf(host, at, 'getters').flatMap(({ script, id, place }) => {
    const object = script.values[id]
    const entry = object?.kind === 'object' ? object.entries.find((item) => item.name === name) : undefined
    const made = entry ? script.values[entry.value] : undefined
    if (made?.kind !== 'function' || !entry) return []
    return returnsOf(host, { ...trail, path: rest, context: null }, { ...place, function: made.function }, { ...place, value: entry.value })
      .map((found) => ({ ...found, next: trail, context: null }))
  }))
}

/** `state` of a getter that is a function of the options of a store. */
function ofGetter(host: FlowHost<Origin>, trail: Trail): Step[] {
  const [parameter, ...rest] = trail.path
  return parameter === '0' && /^\d(?:\.modules\.\w+)?\.getters\./.test(trail.spot.slot ?? '') ? stateOf(host, trail, rest) : []
}

/** `store.subscribe((mutation, state) => …)`: every commit. */
function ofSubscriber(host: FlowHost<Origin>, trail: Trail): Step[] {
  const [part, ...rest] = trail.path
  if (part !== 'payload' || modulesOf(host).length === 0) return []
  return [...committed(host).values()].flatMap((list) => list.map((at) =>
    step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, rest, { context: null })))
}

/** What is committed or dispatched, by the last name of its type. */
export function committed(host: FlowHost<Origin>): ReadonlyMap<string, readonly ValueReference[]> {
  return indexed(host, 'commits', ['commit', 'dispatch'], (inner, file, index, facts, note) => {
    for (const value of facts.values) {
      const callee = value.kind === 'call' ? facts.values[value.callee] : undefined
      const method = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? facts.bindings[callee.binding]?.name : null
      const [first, second] = value.kind === 'call' ? value.arguments : []
      if ((method !== 'commit' && method !== 'dispatch') || first === undefined || second === undefined) continue
      for (const text of inner.resolver.constants({ file, script: index, value: first })) note(String(text).split('/').at(-1) as string, { file, script: index, value: second })
    }
  })
}

/** `this.saveEmail(value)` in components that map actions or mutations to methods. */
export function mappedCalls(host: FlowHost<Origin>): ReadonlyMap<string, readonly ValueReference[]> {
  return indexed(host, 'mapped calls', ['mapActions', 'mapMutations'], (_host, file, index, facts, note) => {
    for (const value of facts.values) {
      const callee = value.kind === 'call' ? facts.values[value.callee] : undefined
      const [first] = value.kind === 'call' ? value.arguments : []
      if (callee?.kind !== 'member' || callee.name === null || first === undefined || facts.values[callee.object]?.kind !== 'this') continue
      note(callee.name, { file, script: index, value: first })
    }
  })
}
