/** Calls of a vendor's interface: globals, queues, package members, payload objects. */
import type { FileFacts } from '../../facts/facts.js'
import type { CallSite, ScriptFacts, Store, Value, ValueId } from '../../facts/script/graph.js'
import { globalCallShapes, packageRows, payloadGlobals, queueStubs } from '../../trackers/index.js'
import type { ArgumentPlace, CallShape, Tracker } from '../../trackers/tracker.js'
import type { SightingKind } from '../../types.js'
import { hasHole } from '../../parse/hole.js'
import type { Argument, Meaning, ValueReference } from '../meaning/meaning.js'
import { argumentAt, argumentReferences, invocationOf } from '../meaning/invocation.js'
import type { Resolver } from '../meaning/resolver.js'
import { scriptIndex } from '../meaning/script-index.js'
import { gateOf } from './gates.js'
import type { Found, SentValue } from './found.js'
import { foldText, literal } from './text.js'
import { unitOfCode } from './units.js'

export interface CallMatch {
  tracker: Tracker
  shape: CallShape
  arguments: Argument[]
  fromPackage: boolean
  server: boolean
  needsEvidence: boolean
}

export function findCalls(resolver: Resolver, facts: FileFacts): Found[] {
  const found: Found[] = []
  facts.scripts.forEach((script, index) => {
    if (script.goal === 'expression' && script.calls.length === 0) return
    for (const site of script.calls) {
      const match = matchCall(resolver, { file: facts.path, script: index, value: site.value })
      if (match) found.push(...foundCall(resolver, facts, index, site, match))
    }
    found.push(...findPayloads(facts, index, script))
  })
  return found
}

/** The call shape of a vendor that a call is, or null. */
export function matchCall(resolver: Resolver, reference: ValueReference): CallMatch | null {
  const script = resolver.script(reference)
  const value = script?.values[reference.value]
  if (!script || value?.kind !== 'call') return null
  const at = (id: ValueId): ValueReference => ({ ...reference, value: id })
  // A method of the vendor's own may be called `call`: what is written comes first.
  const invocation = invocationOf(script, value)
  const run = { callee: invocation.callee, arguments: argumentReferences(script, invocation, at) }
  const written = { callee: value.callee, arguments: value.arguments.map(at) }
  for (const { callee: id, arguments: given } of run.callee === value.callee ? [run] : [written, run]) {
    for (const callee of resolver.meanings(at(id))) {
      const external = callee.kind === 'external' ? callee : callee.kind === 'function' && id === run.callee ? stubbed(resolver, callee) : null
      if (!external) continue
      const match = matchShapes(resolver, external, given, value.isNew)
      if (match) return match
    }
  }
  return handedOver(resolver, reference, script, value)
}

/** `app.use(Plugin, options)`: what an application is handed starts with it. https://vuejs.org/guide/reusability/plugins */
function handedOver(resolver: Resolver, reference: ValueReference, script: ScriptFacts, call: Value & { kind: 'call' }): CallMatch | null {
  const callee = script.values[call.callee]
  const [plugin] = call.arguments
  if (callee?.kind !== 'member' || callee.name !== 'use' || plugin === undefined) return null
  for (const meaning of resolver.meanings({ ...reference, value: plugin })) {
    if (meaning.kind !== 'external' || meaning.root !== 'package') continue
    for (const { tracker, row } of packageRows().get(meaning.name) ?? []) {
      const member = row.members.find(({ path, kind }) => kind === 'plugin' && (path === meaning.path || (path === 'default' && meaning.path === '')))
      if (member?.kind !== 'plugin') continue
      const shape: CallShape = { path: 'use', kind: 'init', data: [1], ...(member.account && { account: { argument: 1, key: member.account } }) }
      const given = call.arguments.map((value) => ({ ...reference, value }))
      return { tracker, shape, arguments: given, fromPackage: true, server: false, needsEvidence: false }
    }
  }
  return null
}

interface Candidate {
  tracker: Tracker
  shape: CallShape
  fromPackage: boolean
  server: boolean
}

function candidates(external: Meaning & { kind: 'external' }, isNew: boolean): Candidate[] {
  const path = isNew ? `${external.path}#` : external.path
  if (external.root === 'global') {
    return (globalCallShapes().get(external.name) ?? [])
      .filter(({ shape }) => shape.path === path || (isNew && shape.path === external.path))
      .map((candidate) => ({ ...candidate, fromPackage: false, server: false }))
  }
  const paths = new Set([path, path.replace(/^default\./, ''), path.startsWith('default') ? path : `default.${path}`])
  const found: Candidate[] = []
  for (const { tracker, row } of packageRows().get(external.name) ?? []) {
    for (const member of row.members) {
      if (member.kind === 'component' || member.kind === 'plugin' || !paths.has(member.path)) continue
      found.push({ tracker, shape: member, fromPackage: true, server: row.server === true })
    }
  }
  return found
}

export function matchShapes(
  resolver: Resolver, external: Meaning & { kind: 'external' }, args: Argument[], isNew: boolean,
): CallMatch | null {
  let best: CallMatch | null = null
  let bestScore = -1
  for (const candidate of candidates(external, isNew)) {
    const { shape, tracker } = candidate
    for (const list of argumentLists(resolver, shape, args)) {
      const score = fit(resolver, shape, list)
      if (score <= bestScore) continue
      bestScore = score
      const needsEvidence = !candidate.fromPackage && (tracker.commonNames?.includes(external.name) ?? false)
      best = { ...candidate, arguments: list, needsEvidence }
    }
  }
  return best
}

/** The arguments as the shape counts them: plain, or the items of each array that is pushed. */
function argumentLists(resolver: Resolver, shape: CallShape, args: Argument[]): Argument[][] {
  if (shape.shape !== 'array') return [args]
  return args.flatMap((argument) => {
    const value = resolver.script(argument)?.values[argument.value]
    if (value?.kind === 'array') return [value.items.map((item) => ({ ...argument, value: item }))]
    return isHandedOn(resolver, argument) ? [[argument]] : []
  })
}

/** An entry that the function around was given: which command it holds is seen where that is called. */
function isHandedOn(resolver: Resolver, argument: Argument): boolean {
  const script = resolver.script(argument)
  const value = script?.values[argument.value]
  const parameter = value?.kind === 'binding' ? script?.bindings[value.binding]?.parameter : null
  return parameter !== null && parameter !== undefined && !parameter.rest && parameter.path.length === 0
}

/** -1 when it does not fit; more conditions met is better. A command that is not literal fits events only. */
function fit(resolver: Resolver, shape: CallShape, args: readonly Argument[]): number {
  let score = 0
  if (shape.command) {
    const argument = args[shape.commandIndex ?? 0]
    if (!argument) return -1
    const texts = foldText(resolver, argument)
    const isLiteral = texts.some((text) => !hasHole(text))
    if (isLiteral && texts.some((text) => shape.command?.some((command) => isCommand(command, text)))) score += 4
    else if (isLiteral || shape.kind !== 'event') return -1
  }
  if (shape.where) {
    const place = placeValue(resolver, shape.where, args)
    const pattern = new RegExp(shape.where.pattern)
    if (!place || !foldText(resolver, place).some((text) => pattern.test(text))) return -1
    score += 2
  }
  return score
}

function isCommand(command: string, text: string): boolean {
  const star = command.indexOf('*')
  if (star < 0) return command === text
  return text.startsWith(command.slice(0, star)) && text.endsWith(command.slice(star + 1))
}

/** The value at a place of a call: an argument, or a key inside an object argument. */
export function placeValue(resolver: Resolver, place: ArgumentPlace | undefined, args: readonly Argument[]): SentValue | null {
  const argument = place ? argumentAt(args, place.argument) : undefined
  if (!place || !argument) return null
  if (argument.item !== undefined) return place.key ? null : argument
  let at: SentValue | null = argument
  for (const key of place.key ?? []) at = at && entryOf(resolver, at, key)
  return at
}

function entryOf(resolver: Resolver, reference: ValueReference, key: string): ValueReference | null {
  for (const meaning of resolver.meanings(reference)) {
    if (meaning.kind !== 'object') continue
    const value = resolver.script(meaning)?.values[meaning.value]
    if (value?.kind !== 'object') continue
    const entry = value.entries.findLast((item) => item.name === key)
    if (entry) return { file: meaning.file, script: meaning.script, value: entry.value }
  }
  return null
}

const kinds: Record<CallShape['kind'], SightingKind | null> = {
  init: 'snippet', page: 'event-call', event: 'event-call', settings: 'event-call', identify: 'identify-call', consent: null,
}

export function foundCall(resolver: Resolver, facts: FileFacts, index: number, site: CallSite, match: CallMatch): Found[] {
  const script = facts.scripts[index] as ScriptFacts
  const value = script.values[site.value]
  const { shape, tracker } = match
  const kind = match.server && shape.kind !== 'consent' ? 'server-side-event'
    : shape.kind === 'init' && match.fromPackage ? 'package-use' : kinds[shape.kind]
  if (!value || kind === null || shape.kind === 'consent' || saysNothing(resolver, shape, match.arguments)) return []
  const eventValue = placeValue(resolver, shape.event, match.arguments)
  const [entry, ...more] = match.arguments
  const isQueuesOwn = shape.shape === 'array' && entry !== undefined && more.length === 0 && isHandedOn(resolver, entry)
  return [{
    sighting: {
      kind,
      tracker: tracker.id,
      accountId: literal(resolver, placeValue(resolver, shape.account, match.arguments)),
      event: literal(resolver, eventValue),
      call: shape.kind,
      file: facts.path,
      span: { start: value.start, end: value.end },
      gate: gateOf(script, site.guard),
      unit: unitOfCode(facts, index, site.scope, value.start),
      through: [],
    },
    needsEvidence: match.needsEvidence,
    code: isQueuesOwn ? null : { script: index, scope: site.scope },
    eventValue,
    // A queue takes any number of entries at once.
    dataValues: shape.path.endsWith('.push') && shape.shape !== 'array' && shape.data[0] === 0
      ? match.arguments.map(withItems) : shape.data.flatMap((position) => argumentAt(match.arguments, position) ?? []),
  }]
}

/** A list of arguments with all its items. */
function withItems({ isList, ...value }: Argument): SentValue {
  return isList ? { ...value, item: '*' } : value
}

/** A queue stub's own `push(arguments)`, and a push that only clears (`{ ecommerce: null }`), send nothing. */
function saysNothing(resolver: Resolver, shape: CallShape, args: readonly Argument[]): boolean {
  const [first] = args
  if (!first || shape.command) return false
  const value = resolver.script(first)?.values[first.value]
  if (value?.kind === 'global' && value.name === 'arguments' && !first.isList) return true
  if (value?.kind !== 'object' || value.entries.length === 0) return false
  return value.entries.every((entry) => {
    const inner = resolver.script(first)?.values[entry.value]
    return inner?.kind === 'constant' ? inner.value === null : inner?.kind === 'global' && inner.name === 'undefined'
  })
}

/**
 * A function that pushes its `arguments` onto a vendor's queue is the vendor's function, whatever it is called; one that
 * pushes what it is given, `(entry) => _paq.push(entry)`, is the queue's own `push`.
 */
function stubbed(resolver: Resolver, target: Meaning & { kind: 'function' }): (Meaning & { kind: 'external' }) | null {
  const script = resolver.script(target)
  if (!script) return null
  for (const site of scriptIndex(script).callsIn(target.function)) {
    const value = script.values[site.value]
    const [first] = value?.kind === 'call' ? value.arguments : []
    const argument = first === undefined ? undefined : script.values[first]
    if (value?.kind !== 'call' || !argument) continue
    const parameter = argument.kind === 'binding' ? script.bindings[argument.binding]?.parameter : undefined
    const isArguments = (argument.kind === 'global' && argument.name === 'arguments') || parameter?.rest === true
    const isEntry = parameter?.function === target.function && parameter.index === 0 && parameter.path.length === 0 && !parameter.rest
    if (!isArguments && !isEntry) continue
    for (const callee of resolver.meanings({ file: target.file, script: target.script, value: value.callee })) {
      if (callee.kind !== 'external' || callee.root !== 'global') continue
      if (isEntry && takesEntries(callee)) return callee
      const path = isArguments ? queueStubs().get(callee.path) : undefined
      if (path !== undefined) return { kind: 'external', root: 'global', name: path.split('.')[0] as string, path }
    }
  }
  return null
}

/** `push` of a queue whose entries are lists that begin with a command. */
function takesEntries({ name, path }: Meaning & { kind: 'external' }): boolean {
  return (globalCallShapes().get(name) ?? []).some(({ shape }) => shape.path === path && shape.shape === 'array')
}

/** The global an assignment writes to; what a classic script declares at its top level is one. */
function payloadName(script: ScriptFacts, object: ScriptFacts['values'][number], property: string | null): string | null {
  if (object.kind === 'global') return object.name === 'globalThis' ? property : object.name
  if (object.kind === 'member') {
    const base = script.values[object.object]
    return base?.kind === 'global' && object.name !== null ? `${base.name}.${object.name}` : null
  }
  if (object.kind !== 'binding' || script.goal !== 'script') return null
  const binding = script.bindings[object.binding]
  return binding?.scope === 0 ? binding.name : null
}

/** `Object.assign(settings, { … })` writes as well. */
function assignments(script: ScriptFacts): Pick<Store, 'object' | 'name' | 'value' | 'start' | 'end' | 'scope' | 'guard'>[] {
  return script.calls.flatMap((site) => {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const object = callee?.kind === 'member' && callee.name === 'assign' ? script.values[callee.object] : undefined
    const [target, ...sources] = call?.kind === 'call' ? call.arguments : []
    if (call?.kind !== 'call' || object?.kind !== 'global' || object.name !== 'Object' || target === undefined) return []
    return sources.slice(0, 1).map((value) => ({ object: target, name: null, value, start: call.start, end: call.end, scope: site.scope, guard: site.guard }))
  })
}

/** `window.dataLayer = [{ … }]`: a queue that begins with an entry. */
function queueBegun(name: string, value: Value | undefined): { tracker: Tracker; kind: 'event' } | null {
  if (value?.kind !== 'array' || value.items.length === 0) return null
  const found = (globalCallShapes().get(name) ?? []).find(({ shape }) => shape.path === `${name}.push` && shape.shape !== 'array' && shape.data[0] === 0)
  return found ? { tracker: found.tracker, kind: 'event' } : null
}

/** `settings.email = …`, `window.utag_data = {…}`: what is assigned goes to the vendor. */
function findPayloads(facts: FileFacts, index: number, script: ScriptFacts): Found[] {
  const found: Found[] = []
  const writes = [...script.stores, ...assignments(script)]
  for (const store of writes) {
    const object = script.values[store.object]
    if (!object) continue
    const name = payloadName(script, object, store.name)
    const value = script.values[store.value]
    const queue = name === null ? null : queueBegun(name, value)
    const row = name === null ? undefined : (payloadGlobals().get(name) ?? queue ?? undefined)
    // `window.x = window.x || {}` only makes sure that it is there.
    if (!row || !value || value.kind === 'choice' || (value.kind === 'object' && value.entries.length === 0)) continue
    found.push({
      sighting: {
        kind: row.kind === 'identify' ? 'identify-call' : 'event-call', tracker: row.tracker.id, accountId: null, event: null,
        call: row.kind, file: facts.path, span: { start: store.start, end: store.end }, gate: gateOf(script, store.guard),
        unit: unitOfCode(facts, index, store.scope, store.start), through: [],
      },
      needsEvidence: row.tracker.commonNames?.includes(name as string) ?? false,
      code: { script: index, scope: store.scope },
      eventValue: null,
      dataValues: [{ file: facts.path, script: index, value: store.value }],
    })
  }
  return found
}
