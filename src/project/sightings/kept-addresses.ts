/** An address that a script keeps under a name, `const API = 'https://…'`, is asked for where a call is given the name. */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { UrlMatch } from '../../trackers/index.js'
import type { SightingKind } from '../../types.js'
import { scriptIndex } from '../meaning/script-index.js'
import type { Found } from './found.js'
import { functionAt, givenLater } from './loaders.js'
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
function referencesTo(script: ScriptFacts, id: ValueId): ValueId[] {
  const bindings = new Set(scriptIndex(script).bindingsWith(id))
  const fields = new Set([
    ...script.classes.flatMap(({ members }) => members.filter(({ value }) => value === id).map(({ name }) => name)),
    ...script.stores.flatMap(({ object, name, value }) => (value === id && name !== null && script.values[object]?.kind === 'this' ? [name] : [])),
  ])
  if (bindings.size === 0 && fields.size === 0) return []
  return script.values.flatMap((value, reference) => {
    if (value.kind === 'binding') return bindings.has(value.binding) ? [reference] : []
    const isField = value.kind === 'member' && value.name !== null && fields.has(value.name) && script.values[value.object]?.kind === 'this'
    return isField ? [reference] : []
  })
}

/** So many code units below its address a call is still seen as one piece of code with it. */
const NEAR_ADDRESS = 1_500

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
