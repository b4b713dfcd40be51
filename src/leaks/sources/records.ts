/** Values from where the code does not show: a source only when their names plainly say that they are about a person. */
import { scriptOf, type Trail } from '../../flow/host.js'
import type { Binding, ScriptFacts, Value } from '../../facts/script/graph.js'
import { isName } from '../../flow/path.js'
import { classifyPath, type Classified, type DataCategory } from '../../personal/index.js'
import type { Place } from '../../types.js'
import { modelsOfCall } from '../../flow/lookup.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'

/** `user.email` of a login's answer, `patient.name` of a property nobody fills. */
export function recordSource(host: Host, trail: Trail): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  if (!isOpen(host, trail, script)) return null
  if (isOfRequest(script, trail)) return requestSource(trail, placeOf(script, trail))
  const names = namesAlong(host, trail)
  const read = ofRequest([...names, ...trail.path].filter((name) => name !== '*' && !/^\d+$/.test(name)))
  const categories = classifyPath(read)
    .filter(({ sure, category }) => sure && !(SHOWN.has(category) && isOfSite(read, script, trail)))
  if (categories.length === 0) return null
  const name = read.join('.')
  const given = trail.spot.kind === 'binding' && script.bindings[trail.spot.id]?.parameter != null
  return [{ key: `record:${name}`, kind: 'record', categories, name, place: placeOf(script, trail), ...(given ? { given } : {}) }]
}

/** What pages show of the site itself: the number that a button dials, the address of a clinic. */
const SHOWN: ReadonlySet<DataCategory> = new Set<DataCategory>(['phone', 'postal-address'])

/** Whose a number or an address is, is said by a name before it. */
const PERSON = new RegExp('user|patient|customer|client|member|lead|guest|profile|account|contact|person|subscriber|buyer|visitor'
  + '|request|form|order|booking|appointment|billing|shipping|query|param', 'i')

/** `store('lead')`: what is asked for by a name. */
function textsIn(script: ScriptFacts, call: Value & { kind: 'call' }): string[] {
  return call.arguments.flatMap((argument) => {
    const value = script.values[argument]
    return value?.kind === 'constant' && typeof value.value === 'string' ? [value.value] : []
  })
}

/** What a component is given, or what something unknown answers, and nobody's by its name. */
function isOfSite(read: readonly string[], script: ScriptFacts, { spot }: Trail): boolean {
  const call = spot.kind === 'value' ? script.values[spot.id] : undefined
  if ([...read, ...(call?.kind === 'call' ? textsIn(script, call) : [])].some((name) => PERSON.test(name))) return false
  if (call?.kind === 'call') return true
  const parameter = spot.kind === 'binding' ? script.bindings[spot.id]?.parameter : undefined
  const returns = parameter ? (script.functions[parameter.function]?.returns ?? []) : []
  return returns.some((value) => script.values[value]?.kind === 'element')
}

function placeOf(script: ScriptFacts, { spot }: Trail): Place {
  const value = spot.kind === 'binding' ? script.bindings[spot.id]?.span : script.values[spot.id]
  return { file: spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } }
}

/** Names of a whole record of somebody: what is in it is not told. */
const WHOLE = new RegExp('^(?:body|(?:user|customer|patient|lead|contact|form|member|client|person)?_?'
  + '(?:data|info|details|fields|values|properties|traits|answers|submission)|user|customer|patient|lead|contact)$', 'i')

/** What a request brings: the part of it that a trail wants, or all of it. */
export function requestSource(trail: Trail, place: Place): readonly DataSource[] {
  const names = trail.path.filter(isName)
  const categories = names.length === 0 ? [] : classifyPath(['request', ...names])
  if (categories.length === 0 && !names.every((part) => WHOLE.test(part))) return []
  const found: Classified[] = categories.length > 0 ? categories : [{ category: 'other-form-field', because: 'the request', sure: false }]
  const name = ['request', ...names].join('.')
  return [{ key: `request:${trail.spot.file}:${name}`, kind: 'request', categories: found, name, place }]
}

/** `await request.json()`: the body of a request that the function was given. https://fetch.spec.whatwg.org/#body-mixin */
export function isOfRequest(script: ScriptFacts, { spot }: Trail): boolean {
  const call = spot.kind === 'value' ? script.values[spot.id] : undefined
  const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
  if (callee?.kind !== 'member' || !/^(?:json|formData|parseBody|text)$/.test(callee.name ?? '')) return false
  const holder = script.values[callee.object]
  if (holder?.kind === 'member') return holder.name === 'req'
  const binding = holder?.kind === 'binding' ? script.bindings[holder.binding] : undefined
  return binding?.parameter != null && /^(?:req|request)$/.test(binding.name)
}

/** Parts of a request or an event of a server that hold what a visitor sent. */
const PARTS = new Set(['body', 'query', 'params', 'queryStringParameters', 'pathParameters', 'multiValueQueryStringParameters'])
const REQUESTS = /^(?:req|request|ctx|context|event|evt|e|c)$/

/** `event.queryStringParameters.phone`: whatever the event is called, the visitor has sent it. */
function ofRequest(read: readonly string[]): readonly string[] {
  const at = read.findIndex((name) => PARTS.has(name))
  return at > 0 && read.slice(0, at).every((name) => REQUESTS.test(name)) ? ['request', ...read.slice(at + 1)] : read
}

/** `c.req.query('email')`: the name that a request is asked for. */
export function askedOfRequest(host: Host, trail: Trail): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  const call = script?.values[trail.spot.id]
  const callee = call?.kind === 'call' ? script?.values[call.callee] : undefined
  const key = call?.kind === 'call' && call.arguments.length === 1 ? script?.values[call.arguments[0] as number] : undefined
  if (!script || callee?.kind !== 'member' || !/^(?:query|param|header|input)$/.test(callee.name ?? '')) return null
  if (key?.kind !== 'constant' || typeof key.value !== 'string') return null
  const holder = script.values[callee.object]
  const name = holder?.kind === 'member' ? holder.name : holder ? nameOf(script, holder) : null
  if (name !== 'req' && name !== 'request') return null
  return requestSource({ ...trail, path: [key.value] }, placeOf(script, trail))
}

/**
 * True when the code does not show what the value is: a parameter nobody fills, something imported, what an unknown
 * function gives back. What is made of constants or counted is known, whatever it is called.
 */
function isOpen(host: Host, { spot }: Trail, script: ScriptFacts): boolean {
  if (spot.kind === 'given') return true
  if (spot.kind === 'binding') {
    const binding = script.bindings[spot.id]
    if (binding?.imported) return !DATA.test(binding.imported.source)
    return binding !== undefined && binding.parameter !== null
  }
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  if (value?.kind === 'global') return true
  if (value?.kind !== 'call') return false
  const isSeen = host.resolver.meanings({ file: spot.file, script: spot.script, value: value.callee }).some(({ kind }) => kind === 'function' || kind === 'class')
  return !isSeen && modelsOfCall(host, spot, script, value).every(({ row }) => NETWORK.test(row.names))
}

/** What a build reads as data or as an address: the code's own, whatever it is called. */
const DATA = /\.(?:json5?|ya?ml|toml|csv|md|txt|svg|png|jpe?g|webp|s?css)(?:[?#].*)?$/i

/** Rows of what a server answers: the call says nothing of its answer, and its names may. */
const NETWORK = /\b(fetch|json|axios|request)\b/

/** The name nearest to the end of a trail that holds the same value: `user` of `const user = await load()`. */
function namesAlong(host: Host, trail: Trail): string[] {
  for (let at: Trail | null = trail; at; at = at.next) {
    if (at.path.join('.') !== trail.path.join('.')) return []
    const script = scriptOf(host, at.spot)
    // A value that something was made of is not what the result is called.
    const kind = at.spot.kind === 'value' ? script?.values[at.spot.id]?.kind : undefined
    if (at !== trail && (kind === 'template' || kind === 'operation' || kind === 'call')) return []
    const name = script && (at.spot.kind === 'binding' ? bindingName(script.bindings[at.spot.id]) : nameOf(script, script.values[at.spot.id]))
    if (name !== undefined && name !== null && name !== '') return [name]
  }
  return []
}

function nameOf(script: ScriptFacts, value: Value | undefined): string | null {
  if (value?.kind === 'global') return value.name === 'globalThis' ? null : value.name
  if (value?.kind === 'binding') return bindingName(script.bindings[value.binding]) ?? null
  return null
}

/** How short a name is that a minifier gave. */
const MINIFIED = 2

/** `({ user: e }) => …`: a minifier has left what the giver calls it. */
function bindingName(binding: Binding | undefined): string | undefined {
  const key = binding?.parameter?.path.at(-1)
  return binding && key !== undefined && isName(key) && binding.name.length <= MINIFIED ? key : binding?.name
}
