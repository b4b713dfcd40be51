/**
 * Clients that functions and classes of the project are handed: `new Analytics(mixpanel)`, `createTracking(posthog)`,
 * `analytics.register(new MetaProvider())`. The parameter is the client; nothing else is told of what functions are called with.
 */
import type { Binding, FunctionId, ScriptFacts, Value, ValueId } from '../../../facts/script/graph.js'
import type { FileFacts } from '../../../facts/facts.js'
import { packageRows } from '../../../trackers/index.js'
import { meaningKey, type Meaning, type ValueReference } from '../meaning.js'
import type { Resolver } from '../resolver.js'
import { scriptIndex } from '../script-index.js'

/** Methods that keep what they are given: `register`, `use`, `addProvider`. */
const KEEPS = /^(?:register|use|add|with|set|provide|attach|subscribe)(?:$|[A-Z])/
/** A function that more calls hand clients to is no factory. */
const SITES = 8

type Call = Value & { kind: 'call' }

/** Calls of a script that hand on a client, by the name of what they call; a default import has its own name here. */
export function handingCalls(script: ScriptFacts): { name: string; value: ValueId }[] {
  return script.calls.flatMap(({ value }) => {
    const call = script.values[value]
    const name = call?.kind === 'call' ? calledName(script, call) : null
    const isHanding = name !== null && call?.kind === 'call' && call.arguments.some((argument) => isClient(script, argument, call.isNew || KEEPS.test(name)))
    return isHanding ? [{ name, value }] : []
  })
}

function calledName(script: ScriptFacts, { callee }: Call): string | null {
  const value = script.values[callee]
  if (value?.kind === 'member') return value.name
  const binding = value?.kind === 'binding' ? script.bindings[value.binding] : undefined
  return binding === undefined ? null : binding.imported && binding.imported.name !== 'default' ? binding.imported.name : binding.name
}

/** A client of a vendor's package; where the call keeps it, an object that is made for the call, or a list of those. */
function isClient(script: ScriptFacts, id: ValueId, isKept: boolean): boolean {
  const value = script.values[id]
  if (value?.kind === 'binding') {
    const imported = script.bindings[value.binding]?.imported
    return imported != null && !imported.typeOnly && packageRows().has(imported.source)
  }
  if (value?.kind === 'array') return value.items.some((item) => isClient(script, item, isKept))
  return isKept && value?.kind === 'call' && value.isNew && script.values[value.callee]?.kind === 'binding'
}

/** Files of the functions and classes that are handed a client: they may call it without naming any vendor. */
export function clientFiles(resolver: Resolver, files: readonly FileFacts[]): string[] {
  return [...new Set(files.flatMap(({ path, scripts }) => scripts.flatMap((script, index) => handingCalls(script).flatMap(({ value }) => {
    const { callee } = script.values[value] as Call
    return resolver.meanings({ file: path, script: index, value: callee })
      .flatMap((meaning) => (meaning.kind === 'function' || meaning.kind === 'class' ? [meaning.file] : []))
  }))))].sort()
}

/** What a parameter is by the calls that hand a client to its function. */
export function clientMeanings(resolver: Resolver, reference: ValueReference, { parameter }: Binding, depth: number): Meaning[] {
  const script = resolver.script(reference)
  if (!script || !parameter || parameter.rest || !resolver.host.isHanding()) return []
  const target = ownerOf(reference, script, parameter.function)
  const sites = [...new Set(target.names)].flatMap((name) => resolver.host.handing(name))
  if (sites.length === 0 || sites.length > SITES) return []
  return sites.flatMap((site) => {
    resolver.needs(site.file)
    const call = resolver.script(site)?.values[site.value]
    const argument = call?.kind === 'call' ? call.arguments[parameter.index] : undefined
    if (call?.kind !== 'call' || argument === undefined) return []
    const isIt = resolver.meanings({ ...site, value: call.callee }, depth).some((meaning) => meaningKey(meaning) === target.key)
    return isIt ? resolver.meanings({ ...site, value: argument }, depth).filter((meaning) => isHandedOn(resolver, meaning)) : []
  })
}

/** Constants and objects of settings say what a call is about, and are told where it stands. */
function isHandedOn(resolver: Resolver, meaning: Meaning): boolean {
  if (meaning.kind === 'external') return meaning.root === 'package'
  if (meaning.kind === 'object') return resolver.script(meaning)?.values[meaning.value]?.kind === 'array'
  return meaning.kind === 'instance'
}

/** What is called when a function runs, and the names it can be called by. */
function ownerOf({ file, script: index }: ValueReference, script: ScriptFacts, id: FunctionId): { key: string; names: string[] } {
  const value = scriptIndex(script).functionValue(id)
  const owner = script.functions[id]?.class ?? -1
  const member = owner < 0 || value === undefined ? undefined : script.classes[owner]?.members.find((item) => item.value === value)
  if (member && member.kind !== 'constructor') return { key: meaningKey({ kind: 'function', file, script: index, function: id }), names: [member.name] }
  const made = member ? scriptIndex(script).classValue(owner) : value
  const bindings = made === undefined ? [] : scriptIndex(script).bindingsWith(made)
  const own = member ? script.classes[owner]?.name : script.functions[id]?.name
  return {
    key: meaningKey(member ? { kind: 'class', file, script: index, class: owner } : { kind: 'function', file, script: index, function: id }),
    names: [...(own == null ? [] : [own]), ...bindings.map((binding) => script.bindings[binding]?.name ?? ''), ...exportedNames(script, bindings)],
  }
}

function exportedNames({ exports }: ScriptFacts, bindings: readonly number[]): string[] {
  return exports.flatMap(({ name, binding }) => (binding !== null && bindings.includes(binding) ? [name] : []))
}
