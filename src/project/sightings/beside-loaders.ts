/** The account that stands beside the loader of a tracker, and not in its address. */
import type { ScriptFacts } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import type { Tracker } from '../../trackers/tracker.js'
import type { Span } from '../../types.js'
import type { ValueReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'

/** Another argument of the snippet that `span` is, a constant inside it, or what the vendor reads its account from. */
export function accountBeside(resolver: Resolver, script: ScriptFacts, at: ValueReference, tracker: Tracker, span: Span): string | null {
  return accountWithin(resolver, script, at, tracker, span) ?? accountNamed(resolver, script, at, tracker)
}

function accountWithin(resolver: Resolver, script: ScriptFacts, at: ValueReference, tracker: Tracker, span: Span): string | null {
  const patterns = tracker.accounts.map((source) => new RegExp(`^(?:${source})$`))
  for (const [id, value] of script.values.entries()) {
    if (value.start < span.start || value.end > span.end || (value.kind !== 'constant' && value.kind !== 'binding')) continue
    for (const constant of value.kind === 'constant' ? [value.value] : resolver.constants({ ...at, value: id })) {
      if (typeof constant === 'string' && patterns.some((pattern) => pattern.test(constant))) return constant
    }
  }
  return null
}

/** What the script gives a property or a global that the vendor reads its account from, where that is written out. */
export function accountNamed(resolver: Resolver, script: ScriptFacts, at: ValueReference, { accountNames: names = [] }: Tracker): string | null {
  if (names.length === 0) return null
  const isName = ({ name }: { name: string | null }): boolean => name !== null && names.includes(name)
  const written = [
    ...script.values.flatMap((value) => (value.kind === 'object' ? value.entries.filter(isName) : [])), ...script.stores.filter(isName),
  ]
  const constants = written.flatMap(({ value }) => resolver.constants({ ...at, value }))
  const account = constants.find((each) => typeof each === 'number' || (typeof each === 'string' && each !== '' && !each.includes(HOLE)))
  return account === undefined ? null : String(account)
}
