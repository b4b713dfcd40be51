/** Which rows tell about a call. */
import type { ScriptFacts, Value } from '../facts/script/graph.js'
import { rememberedOf, type FlowHost, type Memory, type Origin } from './host.js'
import { invocationOf, methodName } from '../project/meaning/invocation.js'
import type { Model } from './models/model.js'

/** Rows for what the callee turns out to be; else, for a method of something unknown, the rows of that name. */
export function modelsOfCall(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: Value & { kind: 'call' },
): readonly Model[] {
  const calls = rememberedOf(remembered, host)
  let models = calls.get(call)
  if (!models) calls.set(call, models = lookUp(host, place, script, call))
  return models
}

const remembered: Memory<readonly Model[], Value> = new WeakMap()

function lookUp(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: Value & { kind: 'call' },
): readonly Model[] {
  const invocation = invocationOf(script, call)
  const isMeant = ({ row }: Model): boolean => row.arity === undefined || row.arity === invocation.arguments.length
  const meanings = host.resolver.meanings({ file: place.file, script: place.script, value: invocation.callee })
  const found = meanings.flatMap((meaning) => {
    if (meaning.kind !== 'external') return []
    return host.models.external(meaning.root === 'package' ? meaning.name : null, call.isNew ? `${meaning.path}#` : meaning.path)
  })
  if (found.length > 0) return [...new Set(found)].filter(isMeant)
  if (meanings.some(({ kind }) => kind === 'function' || kind === 'class')) return []
  const method = methodName(script, invocation)
  const ofAny = method === null ? [] : host.models.method(method).filter(isMeant)
  if (ofAny.length > 0) return ofAny
  const isDescribed = meanings.some((meaning) => meaning.kind === 'external' && meaning.root === 'package' && host.models.describes(meaning.name, meaning.path))
  return isDescribed ? [NOTHING] : []
}

/** The result says nothing of what went in. */
const NOTHING: Model = { row: { of: null, names: '', flows: [] }, flows: [] }

/** Rows for a component of a package, `<Formik>`, or for an element of the page, `<form>`. */
export function modelsOfElement(host: FlowHost<Origin>, place: { file: string; script: number }, element: Value & { kind: 'element' }): Model[] {
  if (typeof element.name === 'string') return [...host.models.external(null, `<${element.name}>`)]
  const meanings = host.resolver.meanings({ file: place.file, script: place.script, value: element.name })
  return meanings.flatMap((meaning) => (meaning.kind === 'external'
    ? host.models.external(meaning.root === 'package' ? meaning.name : null, `<${meaning.path}>`) : []))
}

/** Rows for an element of a template, by the name its file imports it under, or known everywhere. */
export function modelsOfTag(host: FlowHost<Origin>, file: string, name: string): Model[] {
  const imported = (host.facts(file)?.scripts ?? []).flatMap((script) => script.bindings.flatMap((binding) =>
    (binding.imported && isSameName(binding.name, name) ? [binding.imported] : [])))
  const found = imported.flatMap((item) => host.models.external(item.source, `<${item.name}>`))
  return found.length > 0 ? found : [...host.models.external(null, `<${name}>`)]
}

/** `BookingForm`, `bookingForm` and `booking-form` are one name. */
export function isSameName(one: string, other: string): boolean {
  return hyphenated(one) === hyphenated(other)
}

export function hyphenated(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()
}
