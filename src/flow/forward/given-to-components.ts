/** What components are given: by elements, by a function that wraps them, by a key. */
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { Meaning, ValueReference } from '../../project/meaning/meaning.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import { scriptOf, type FlowHost, type Origin } from '../host.js'
import { indexed } from '../joins/index-by-name.js'
import { callsOf } from './callers.js'

type Component = Meaning & { kind: 'function' | 'class' }

/** The components an element may be of; one that a function is handed (`withTracking(Booking)`) is each that it is handed. */
export function componentsNamed(host: FlowHost<Origin>, name: ValueReference): Component[] {
  const found = host.resolver.meanings(name).filter(isComponent)
  if (found.length > 0) return found
  const script = scriptOf(host, name)
  const value = script?.values[name.value]
  const parameter = value?.kind === 'binding' ? script?.bindings[value.binding]?.parameter : null
  if (!script || !parameter || parameter.path.length > 0) return []
  return callsOf(host, name, script, parameter.function).flatMap(({ kind, at }) => {
    const call = kind === 'call' ? scriptOf(host, at)?.values[at.value] : undefined
    const argument = call?.kind === 'call' ? call.arguments[parameter.index] : undefined
    return argument === undefined ? [] : host.resolver.meanings({ ...at, value: argument }).filter(isComponent)
  })
}

function isComponent(meaning: Meaning): meaning is Component {
  return meaning.kind === 'function' || meaning.kind === 'class'
}

/** `this.props.name` in a class. */
export function propertyReads(script: ScriptFacts, id: number, name: string): number[] {
  return scriptIndex(script).membersNamed(name).filter((at) => {
    const value = script.values[at]
    const props = value?.kind === 'member' ? script.values[value.object] : undefined
    const self = props?.kind === 'member' && props.name === 'props' ? script.values[props.object] : undefined
    return self?.kind === 'this' && script.functions[self.function]?.class === id
  })
}

/**
 * Where what is provided under a key is read: `provide('tracking', tracking)` and `inject('tracking')`.
 * https://vuejs.org/guide/components/provide-inject.html, https://svelte.dev/docs/svelte/context
 */
export function readersOfProvided(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: Value & { kind: 'call' },
  index: number,
): readonly ValueReference[] {
  const [key] = call.arguments
  if (index !== 1 || key === undefined || !/^(?:provide|setContext)$/.test(calleeName(script, call) ?? '')) return []
  const readers = indexed(host, 'injections', ['inject(', 'getContext('], (_host, file, at, inner, note) => {
    for (const [id, value] of inner.values.entries()) {
      const asked = value.kind === 'call' ? value.arguments[0] : undefined
      if (value.kind !== 'call' || asked === undefined) continue
      if (!/^(?:inject|getContext)$/.test(calleeName(inner, value) ?? '')) continue
      for (const text of host.resolver.constants({ file, script: at, value: asked })) {
        note(String(text), { file, script: at, value: id })
      }
    }
  })
  return host.resolver.constants({ ...place, value: key }).flatMap((text) => readers.get(String(text)) ?? [])
}

function calleeName(script: ScriptFacts, { callee }: Value & { kind: 'call' }): string | null {
  const value = script.values[callee]
  if (value?.kind === 'member' || value?.kind === 'global') return value.name
  return value?.kind === 'binding' ? (script.bindings[value.binding]?.name ?? null) : null
}
