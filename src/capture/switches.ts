/** Switches of trackers as code writes them: what they do, and why one of them does nothing. */
import type { CallSite, ScriptFacts, ValueId } from '../facts/script/graph.js'
import type { FileFacts } from '../facts/facts.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { matchCall } from '../project/sightings/calls.js'
import { runningFunction, unitOfCode } from '../project/sightings/units.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import { scriptIndex } from '../project/meaning/script-index.js'
import type { Literal, Switch, Wanted } from '../trackers/capture.js'
import type { Place, PlacedSighting, ReachedRoute } from '../types.js'

/**
 * - `works`: it does what it says; `open`: the code does not settle it
 * - `late`: it comes after the start, for which it would have to be set; `text`: the value is a text that looks like it
 * - `account`: it names another account; `misplaced`: it stands among data, where nobody reads it
 */
export type Effect = 'works' | 'open' | 'late' | 'text' | 'account' | 'misplaced'

export interface SwitchUse {
  switch: Switch
  effect: Effect
  place: Place
  /** For a call: all of it. */
  call?: Place
  /** On which routes the code runs; null when it goes with the start of the tracker itself. */
  routes: readonly ReachedRoute[] | null
}

/** A tracker as one file starts it. */
export interface Started {
  tracker: string
  accountId: string | null
  sightings: readonly PlacedSighting[]
}

export interface Switches {
  /** Uses of the switches that are about what is started. */
  uses(switches: readonly Switch[], started: Started): SwitchUse[]
}

/** Words that every file with a switch holds: what its call begins with, or its name. */
function wordsOf(each: Switch): string[] {
  if (each.by !== 'call' && each.by !== 'assignment') return []
  const texts = each.by === 'call' ? each.begins.flatMap((part) => (typeof part === 'string' ? [part] : [])) : []
  return texts.length > 0 ? texts : [each.path.split('.').at(-1) as string]
}

/** Has files looked at for the words of switches, together with everything else. */
export function tellSwitches(switches: readonly Switch[]): void {
  for (const each of switches) for (const word of wordsOf(each)) lookedFor([word])
}

export function createSwitches(project: Project): Switches {
  const remembered = new Map<Switch, readonly Call[]>()
  const calls = (each: Switch & { by: 'call' }): readonly Call[] => {
    let found = remembered.get(each)
    if (!found) remembered.set(each, found = callsOf(project, each))
    return found
  }
  return {
    uses: (switches, started) => switches.flatMap((each) => {
      switch (each.by) {
        case 'call': return [...calls(each).flatMap((call) => callUse(project, each, call, started)), ...misplaced(project, each, started)]
        case 'option': return optionUses(project, each, started)
        case 'assignment': return assignmentUses(project, each)
        case 'attribute': return attributeUses(project, each, started)
      }
    }),
  }
}

/** A call of a switch, by its arguments. */
interface Call {
  facts: FileFacts
  index: number
  site: CallSite
  arguments: ValueReference[]
}

function callsOf(project: Project, each: Switch & { by: 'call' }): Call[] {
  const { path, begins, shape } = each
  const { resolver } = project
  const name = path.split('.').at(-1) as string
  // Most arguments are written out, and need no resolving.
  const saysAt = (given: ValueReference | undefined, wanted: Literal): boolean => {
    if (given === undefined) return false
    const written = project.facts(given.file)?.scripts[given.script]?.values[given.value]
    return written?.kind === 'constant' ? written.value === wanted : resolver.constants(given).includes(wanted)
  }
  const [files = [], ...others] = wordsOf(each).map((word) => project.filesWith([word]))
  const alike = others.map((list) => new Set(list))
  return files.filter((file) => alike.every((list) => list.has(file))).flatMap((file) => {
    const facts = project.facts(file)
    // A word may be part of others all over a bundle; as an argument it is a constant.
    const isSaid = (part: Literal): boolean => typeof part !== 'string' || facts?.scripts.some((script) => scriptIndex(script).says(part)) === true
    if (!begins.every(isSaid)) return []
    return (facts?.scripts ?? []).flatMap((script, index) => script.calls.flatMap((site): Call[] => {
      const value = script.values[site.value]
      if (!facts || value?.kind !== 'call') return []
      const at = (id: ValueId): ValueReference => ({ file, script: index, value: id })
      const [pushed] = value.arguments
      const list = pushed === undefined ? undefined : script.values[pushed]
      const given = (shape !== 'array' ? value.arguments : list?.kind === 'array' ? list.items : []).map(at)
      if (!begins.every((part, position) => saysAt(given[position], part))) return []
      const isCallee = resolver.meanings(at(value.callee)).some((meaning) => meaning.kind === 'external'
        && (meaning.path === path || (meaning.root === 'package' && meaning.path.split('.').at(-1) === name))) || matchCall(resolver, at(site.value)) !== null
      return isCallee ? [{ facts, index, site, arguments: given }] : []
    }))
  })
}

function callUse(project: Project, each: Switch & { by: 'call' }, { facts, index, site, arguments: given }: Call, started: Started): SwitchUse[] {
  const script = facts.scripts[index] as ScriptFacts
  const { start, end } = script.values[site.value] as ScriptFacts['values'][number]
  const argument = each.argument === undefined ? undefined : given[each.argument]
  const decides = argument && each.key ? keyed(project, argument, each.key) : argument
  const own = each.is === undefined ? 'works' : decides ? effectOf(project.resolver.constants(decides), each.is) : null
  const account = each.account === undefined ? undefined : given[each.account]
  const named = account === undefined ? [] : project.resolver.constants(account).map(String)
  const isOther = started.accountId !== null && named.length > 0 && !named.includes(started.accountId)
  const isLate = each.early === true && started.sightings.some((sighting) => sighting.call === 'init' && sighting.file === facts.path
    && sighting.span.start < start && runsBefore(script, site.scope, sighting.span.start))
  const node = { file: facts.path, unit: unitOfCode(facts, index, site.scope, start) }
  if (own === null) return []
  return [{
    switch: each, call: { file: facts.path, span: { start, end } }, place: decides && each.key ? placeOf(project, decides) : { file: facts.path, span: { start, end } },
    effect: own === 'works' && isOther ? 'account' : own === 'works' && isLate ? 'late' : own,
    routes: project.reached(node, start),
  }]
}

/** The code at the earlier offset runs in the same go as what stands in `scope`. */
function runsBefore(script: ScriptFacts, scope: number, offset: number): boolean {
  if (offset < script.start || offset >= script.end) return true
  const around = script.functions.flatMap((facts, id) => (id > 0 && facts.start <= offset && offset < facts.end ? [id] : []))
  return runningFunction(script, around.at(-1) ?? 0) === runningFunction(script, scope)
}

function effectOf(constants: readonly Literal[], is: Wanted): Effect | null {
  if (is === 'anything') return constants.length === 0 || constants.some((constant) => constant !== 0 && constant !== false && constant !== null) ? 'works' : null
  if (constants.length === 0) return 'open'
  if (constants.every((constant) => is.includes(constant))) return 'works'
  if (constants.some((constant) => is.includes(constant))) return 'open'
  return constants.every((constant) => is.some((each) => typeof each !== 'string' && String(each) === constant)) ? 'text' : null
}

/** Objects that the calls and components are given by which a tracker is started, with the place of each. */
function givenObjects(project: Project, { sightings }: Started): { sighting: PlacedSighting; values: ValueReference[] }[] {
  return sightings.flatMap((sighting) => {
    const facts = project.facts(sighting.file)
    return (facts?.scripts ?? []).flatMap((script, index) => scriptIndex(script).beginningAt(sighting.span.start).flatMap((id) => {
      const value = script.values[id]
      if (value?.end !== sighting.span.end) return []
      const at = (inner: ValueId): ValueReference => ({ file: sighting.file, script: index, value: inner })
      if (value.kind === 'call') return [{ sighting, values: value.arguments.map(at) }]
      return value.kind === 'element' ? [{ sighting, values: [at(id)] }] : []
    }))
  })
}

/** The value of a key inside an object or an element, null when it is not there. */
function keyed(project: Project, reference: ValueReference, key: readonly string[]): ValueReference | null {
  let at: ValueReference = reference
  for (const name of key) {
    const objects = [at, ...project.resolver.meanings(at).flatMap((meaning) => (meaning.kind === 'object' ? [meaning as ValueReference] : []))]
    const next = objects.flatMap((each) => {
      const value = project.resolver.script(each)?.values[each.value]
      const entries = value?.kind === 'object' ? value.entries : value?.kind === 'element' ? value.properties : []
      const entry = entries.findLast((item) => item.name === name)
      return entry ? [{ file: each.file, script: each.script, value: entry.value }] : []
    })[0]
    if (!next) return null
    at = next
  }
  return at
}

function placeOf(project: Project, reference: ValueReference): Place {
  const value = project.resolver.script(reference)?.values[reference.value]
  return { file: reference.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } }
}

function optionUses(project: Project, each: Switch & { by: 'option' }, started: Started): SwitchUse[] {
  return givenObjects(project, started).flatMap(({ sighting, values }) => values.flatMap((value): SwitchUse[] => {
    if (each.packages && !isFromPackage(project, sighting, each.packages)) return []
    const found = keyed(project, value, each.key)
    if (!found) return []
    const effect = effectOf(project.resolver.constants(found), each.is)
    return effect === null ? [] : [{ switch: each, effect, place: placeOf(project, found), routes: null }]
  }))
}

function isFromPackage(project: Project, { file, kind }: PlacedSighting, packages: readonly string[]): boolean {
  if (kind !== 'package-use') return false
  return project.facts(file)?.scripts.some((script) => script.imports.some(({ source }) => packages.includes(source))) ?? false
}

/** The switch of a call among the data of the start, as a key: there nobody reads it. */
function misplaced(project: Project, each: Switch & { by: 'call' }, started: Started): SwitchUse[] {
  const name = each.begins.findLast((part) => typeof part === 'string')
  if (typeof name !== 'string') return []
  return givenObjects(project, started).flatMap(({ sighting, values }) => {
    if (sighting.kind === 'package-use') return []
    return values.flatMap((value): SwitchUse[] => {
      const found = keyed(project, value, [name])
      return found ? [{ switch: each, effect: 'misplaced', place: placeOf(project, found), routes: null }] : []
    })
  })
}

function assignmentUses(project: Project, each: Switch & { by: 'assignment' }): SwitchUse[] {
  const [name = '', ...rest] = each.path.split('.').reverse()
  const owner = rest.reverse().join('.')
  return project.filesWith([name]).flatMap((file) => {
    const facts = project.facts(file)
    return (facts?.scripts ?? []).flatMap((script, index) => script.stores.flatMap((store): SwitchUse[] => {
      if (!facts || store.name !== name) return []
      const at = (id: ValueId): ValueReference => ({ file, script: index, value: id })
      const object = script.values[store.object]
      const isOwner = owner === ''
        ? object?.kind === 'global' && object.name === 'globalThis'
        : project.resolver.meanings(at(store.object)).some((meaning) => meaning.kind === 'external' && meaning.path === owner)
      const effect = isOwner ? effectOf(project.resolver.constants(at(store.value)), each.is) : null
      if (effect === null) return []
      const node = { file, unit: unitOfCode(facts, index, store.scope, store.start) }
      return [{ switch: each, effect, place: { file, span: { start: store.start, end: store.end } }, routes: project.reached(node, store.start) }]
    }))
  })
}

function attributeUses(project: Project, each: Switch & { by: 'attribute' }, { sightings }: Started): SwitchUse[] {
  return sightings.flatMap(({ file, span }) => (project.facts(file)?.elements ?? [])
    .filter((element) => element.start === span.start && element.end === span.end)
    .flatMap((element) => element.attributes.filter(({ name }) => name.toLowerCase() === each.name))
    .filter(({ value }) => each.is.includes(value))
    .map(({ start, end }): SwitchUse => ({ switch: each, effect: 'works', place: { file, span: { start, end } }, routes: null })))
}
