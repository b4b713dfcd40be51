/**
 * Calls of a vendor's package that a build has put into the site's own files. The package has lost its name; its
 * interface has not: an object whose methods are those of the package's row, in code that speaks to the vendor.
 */
import type { FileFacts } from '../../../facts/facts.js'
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../../facts/script/graph.js'
import { packageRows } from '../../../trackers/index.js'
import type { Tracker } from '../../../trackers/tracker.js'
import type { Span } from '../../../types.js'
import { argumentsOf, invocationOf } from '../../meaning/invocation.js'
import type { Meaning, ValueReference } from '../../meaning/meaning.js'
import type { Resolver } from '../../meaning/resolver.js'
import { scriptIndex } from '../../meaning/script-index.js'
import { foundCall, matchShapes } from '../calls.js'
import type { Found } from '../found.js'
import { speaksTo } from './copies.js'

/** UTF-16 code units: packages of vendors are larger. */
const SHORTEST = 20_000
/** How many methods tell an interface, and which share of those that the row knows: `init` and `track` many a site has itself. */
const METHODS = 6
const SHARE = 0.6
/** `sdk.people.set`: how far inside an interface a method may be. */
const DEPTH = 3

/** An object that a package exports. */
interface Interface {
  tracker: Tracker
  package: string
  /** As the package exports it: `default`, `sdkClient`. */
  exported: string
  methods: ReadonlySet<string>
}

/** An interface in a script, and the code that it is made of: what stands there is the vendor's business. */
interface Holder {
  of: Interface
  own: readonly Span[]
}

interface Holders {
  classes: Map<number, Holder>
  functions: Map<FunctionId, Holder>
  objects: Map<ValueId, Holder>
}

export function findBundledCalls(resolver: Resolver, facts: FileFacts, found: readonly Found[], isChunk = false): Found[] {
  if (facts.language !== 'javascript') return []
  const seen = new Set(found.map(({ sighting }) => `${sighting.span.start} ${sighting.span.end}`))
  return facts.scripts.flatMap((script, index) => (!isChunk && script.end - script.start < SHORTEST ? [] : script.calls.flatMap((site): Found[] => {
    const call = script.values[site.value]
    if (call?.kind !== 'call' || call.isNew || seen.has(`${call.start} ${call.end}`)) return []
    const reference = { file: facts.path, script: index, value: site.value }
    const invocation = invocationOf(script, call)
    const external = interfaceOf(resolver, reference, script, invocation.callee)
    const given = external ? argumentsOf(script, invocation).map((value) => ({ ...reference, value })) : []
    const match = external && matchShapes(resolver, external, given, false)
    return match ? foundCall(resolver, facts, index, site, match) : []
  })))
}

/** True for a file that a build put a vendor's package into. */
export function holdsPackage({ language, scripts }: FileFacts): boolean {
  return language === 'javascript' && scripts.some((script) => {
    if (script.packaged !== undefined) return true
    const { classes, functions, objects } = script.end - script.start < SHORTEST ? NONE : holdersIn(script)
    return classes.size + functions.size + objects.size > 0
  })
}

/** The member of a package that a callee is; null for anything else. */
function interfaceOf(
  resolver: Resolver, reference: ValueReference, script: ScriptFacts, callee: ValueId,
): (Meaning & { kind: 'external' }) | null {
  const names: string[] = []
  let at = script.values[callee]
  while (at?.kind === 'member' && at.name !== null && names.length < DEPTH) {
    names.unshift(at.name)
    const [first = ''] = names
    const object = script.values[at.object]
    if (methodNames().has(first) && object?.kind !== 'this') {
      for (const meaning of resolver.meanings({ ...reference, value: at.object })) {
        const holder = holderOf(resolver, meaning)
        if (!holder?.of.methods.has(first)) continue
        const { start, end } = script.values[callee] as Value
        const isOwn = 'file' in meaning && meaning.file === reference.file && holder.own.some((span) => span.start <= start && end <= span.end)
        return isOwn ? null : { kind: 'external', root: 'package', name: holder.of.package, path: [holder.of.exported, ...names].join('.') }
      }
    }
    at = object
  }
  return null
}

function holderOf(resolver: Resolver, meaning: Meaning): Holder | undefined {
  if (meaning.kind !== 'instance' && meaning.kind !== 'object') return undefined
  const script = resolver.script(meaning)
  const holders = script && script.end - script.start >= SHORTEST ? holdersIn(script) : null
  if (!script || !holders) return undefined
  if (meaning.kind === 'instance') return holders.classes.get(meaning.class)
  const value = script.values[meaning.value]
  if (value?.kind !== 'call') return holders.objects.get(meaning.value)
  for (const callee of resolver.meanings({ ...meaning, value: value.callee })) {
    const made = callee.kind === 'function' && callee.file === meaning.file ? holders.functions.get(callee.function) : undefined
    if (made) return made
  }
  return undefined
}

const NONE: Holders = { classes: new Map(), functions: new Map(), objects: new Map() }

const known = new WeakMap<ScriptFacts, Holders>()

function holdersIn(script: ScriptFacts): Holders {
  let holders = known.get(script)
  if (!holders) known.set(script, holders = readHolders(script))
  return holders
}

function readHolders(script: ScriptFacts): Holders {
  const holders: Holders = { classes: new Map(), functions: new Map(), objects: new Map() }
  const spoken = interfaces().filter(({ tracker }) => speaksTo(script, tracker))
  if (spoken.length === 0) return holders
  const fitting = (names: ReadonlySet<string>): Interface | undefined => names.size < METHODS ? undefined : spoken.find(({ methods }) => {
    const count = [...methods].filter((name) => names.has(name)).length
    return count >= METHODS && count >= methods.size * SHARE
  })
  script.classes.forEach((facts, id) => {
    const of = fitting(new Set(facts.members.map(({ name }) => name)))
    if (of) holders.classes.set(id, { of, own: [facts] })
  })
  const index = scriptIndex(script)
  script.functions.forEach((facts, id) => {
    const stores = index.storesForInstances(id)
    const of = fitting(new Set(stores.flatMap(({ name }) => name ?? [])))
    if (of) holders.functions.set(id, { of, own: [facts, ...stores.map(({ value }) => script.values[value] as Span)] })
  })
  script.values.forEach((value, id) => {
    if (value.kind !== 'object' || value.entries.length < METHODS) return
    const of = fitting(new Set(value.entries.flatMap(({ name }) => name ?? [])))
    if (of) holders.objects.set(id, { of, own: [value] })
  })
  return holders
}

let read: { interfaces: Interface[]; names: Set<string> } | null = null

/** Interfaces of packages for pages that have methods enough to be told by. */
function interfaces(): readonly Interface[] {
  return readRows().interfaces
}

function methodNames(): ReadonlySet<string> {
  return readRows().names
}

function readRows(): NonNullable<typeof read> {
  if (read) return read
  const found: Interface[] = []
  for (const [name, rows] of packageRows()) {
    for (const { tracker, row } of rows) {
      if (row.server) continue
      const byExport = new Map<string, Set<string>>()
      for (const member of row.members) {
        const [exported = '', method] = member.path.split('.')
        if (member.kind === 'component' || member.kind === 'plugin' || method === undefined || /[()#]/.test(member.path)) continue
        const methods = byExport.get(exported)
        if (methods) methods.add(method)
        else byExport.set(exported, new Set([method]))
      }
      for (const [exported, methods] of byExport) if (methods.size >= METHODS) found.push({ tracker, package: name, exported, methods })
    }
  }
  return (read = { interfaces: found, names: new Set(found.flatMap(({ methods }) => [...methods])) })
}
