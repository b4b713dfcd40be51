/** An address that a script keeps under a name, `const API = 'https://…'`, is asked for where a call is given the name. */
import type { FileFacts } from '../../facts/facts.js'
import { NEAR_ADDRESS } from '../../facts/server-urls.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { UrlMatch } from '../../trackers/index.js'
import type { SightingKind } from '../../types.js'
import { scriptIndex } from '../meaning/script-index.js'
import type { Found } from './found.js'
import { functionAt } from '../meaning/mentions.js'
import { givenLater } from './loaders.js'
import { unitOfValue } from './units.js'

type Call = Value & { kind: 'call' }

/** Calls on texts and addresses that ask nobody. */
const SILENT = /^(?:includes|startsWith|endsWith|indexOf|match|matchAll|test|search|replace|replaceAll|split|log|warn|error|info|debug|push|toString|encodeURIComponent|encodeURI|String|URLSearchParams)$/

/**
 * Calls that are given a kept address. None: it is not kept, or nobody here asks for it. Null: it is only the beginning of
 * addresses that are seen themselves, which `isAddress` says of a template.
 */
export function askedFrom(script: ScriptFacts, id: ValueId, isAddress: (template: ValueId) => boolean): ValueId[] | null {
  const index = scriptIndex(script)
  const calls = new Set<ValueId>()
  let isBeginning = false
  for (const reference of referencesTo(script, id)) {
    for (const parent of index.parents(reference)) {
      const value = script.values[parent]
      if (value?.kind === 'template' && isAddress(parent)) isBeginning = true
      if (value?.kind === 'object') for (const outer of index.parents(parent)) if (asks(script, outer, parent)) calls.add(outer)
      if (asks(script, parent, reference)) calls.add(parent)
    }
  }
  return calls.size > 0 ? [...calls].sort((a, b) => a - b) : isBeginning ? null : []
}

function asks(script: ScriptFacts, id: ValueId, given: ValueId): boolean {
  const call = script.values[id]
  if (call?.kind !== 'call' || call.callee === given || !call.arguments.includes(given)) return false
  const callee = script.values[call.callee]
  const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name
    : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name ?? null : null
  return name === null || !SILENT.test(name)
}

/** Values that read the name a value is kept under: a variable, a field of a class. */
export function referencesTo(script: ScriptFacts, id: ValueId): ValueId[] {
  const index = scriptIndex(script)
  const fields = new Set([
    ...script.classes.flatMap(({ members }) => members.filter(({ value }) => value === id).map(({ name }) => name)),
    ...index.storesOfValue(id).flatMap(({ object, name }) => (name !== null && script.values[object]?.kind === 'this' ? [name] : [])),
  ])
  const isOfThis = (member: ValueId): boolean => {
    const value = script.values[member]
    return value?.kind === 'member' && script.values[value.object]?.kind === 'this'
  }
  return [
    ...index.bindingsWith(id).flatMap((binding) => index.mentionsOf(binding)),
    ...[...fields].flatMap((name) => index.membersNamed(name)).filter(isOfThis),
  ].sort((a, b) => a - b)
}

/**
 * The sighting of a call that asks for the kept address `address`. Where a function makes the address for this call alone,
 * the sighting begins there.
 */
export function askedSighting(
  facts: FileFacts, index: number, address: ValueId, id: ValueId, kind: SightingKind, match: UrlMatch, isEndpoint: boolean, isOnly: boolean,
): Found {
  const script = facts.scripts[index] as ScriptFacts
  const call = script.values[id] as Call
  const { start } = script.values[address] as Value
  const owner = functionAt(script, call.start)
  const isOnePiece = isOnly && owner !== 0 && functionAt(script, start) === owner && start < call.start && call.start - start < NEAR_ADDRESS
  const sent = new Set([address, ...call.arguments, ...givenLater(script, id, call)])
  return {
    sighting: {
      kind, tracker: match.tracker.id, accountId: match.account, event: null, file: facts.path,
      span: { start: isOnePiece ? start : call.start, end: call.end }, gate: null, unit: unitOfValue(facts, index, call.start), through: [],
      ...(match.audience && { audience: true as const }),
    },
    needsEvidence: false,
    code: isEndpoint ? { script: index, scope: owner } : null,
    eventValue: null,
    dataValues: [...sent].map((value) => ({ file: facts.path, script: index, value })),
  }
}

/** Functions by which a page posts to its own server. */
const POSTS = /^(?:fetch|\$fetch|ofetch|sendBeacon|post|ajax|open|axios|request|mutate|invoke)$/

/** A call that posts to a path of the site's own server whose name says to which vendor it sends on. */
export function relayed(facts: FileFacts, index: number, id: ValueId, match: UrlMatch): Found | null {
  const script = facts.scripts[index] as ScriptFacts
  const values = scriptIndex(script)
  const callOf = (value: ValueId): ValueId | undefined => values.parents(value).find((parent) => {
    const call = script.values[parent]
    const callee = call?.kind === 'call' && call.arguments.includes(value) ? script.values[call.callee] : undefined
    const name = callee?.kind === 'global' || callee?.kind === 'member' ? callee.name
      : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name ?? null : null
    return name !== null && POSTS.test(name)
  })
  const call = callOf(id) ?? values.parents(id).flatMap((parent) => (script.values[parent]?.kind === 'object' ? callOf(parent) ?? [] : []))[0]
  if (call === undefined || isRoute(script, script.values[call] as Call)) return null
  return { ...askedSighting(facts, index, id, call, 'server-side-event', match, true, false), relay: true }
}

/** `router.post('/api/…', handler)` says what the server answers. */
function isRoute(script: ScriptFacts, call: Call): boolean {
  const callee = script.values[call.callee]
  const handler = call.arguments.at(-1)
  const isHandler = handler !== undefined && script.values[handler]?.kind === 'function'
  const object = callee?.kind === 'member' ? script.values[callee.object] : undefined
  const name = object?.kind === 'binding' ? script.bindings[object.binding]?.name ?? '' : object?.kind === 'global' ? object.name : ''
  return /^(?:app|router|routes|server|fastify|api)$/i.test(name) || (isHandler && name !== '$' && name !== 'jQuery')
}

/** `functions.invoke('name', …)`: the name of a function that the site has hosted. */
export function isInvoked(script: ScriptFacts, id: ValueId): boolean {
  return scriptIndex(script).parents(id).some((parent) => {
    const call = script.values[parent]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    return call?.kind === 'call' && call.arguments[0] === id && callee?.kind === 'member' && callee.name === 'invoke'
  })
}
