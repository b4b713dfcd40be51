/** The conditions on the page's address that a place of a file stands under. */
import type { FileFacts } from '../../facts/facts.js'
import type { Guard, ScriptFacts } from '../../facts/script/graph.js'
import type { Span } from '../../types.js'
import { functionsAround, guardsAround, localMentions } from '../meaning/mentions.js'
import type { Resolver } from '../meaning/resolver.js'
import { all, any, isAboutAddress, not, type PathTest } from './path-test.js'
import type { Branch } from './templates/branch-reader.js'
import { readingOf } from './reading.js'
import { testOf } from './script-condition.js'
import { componentsAround, placesOfChildren } from './wrappers.js'
import { attributeBranches, tagBranches } from './templates/tag-branches.js'
import { branchesOf } from './templates/branches.js'
import { templateTest } from './templates/condition.js'

/** A condition that holds where a place runs. */
export interface PlaceCondition {
  /** The same for the same condition. */
  key: string
  file: string
  /** The condition as written, without what turns it round. */
  span: Span
  /** Runs where it does not hold. */
  negated: boolean
  /** As written; what stands at its span when absent. */
  code?: string
  /** What it says, turned round already where `negated`. */
  test: PathTest
}

export interface ConditionsHost {
  facts(path: string): FileFacts | undefined
  text(path: string): string | undefined
  resolver: Resolver
}

/** How many functions of a file are followed from one to the next to where they are called. */
const CALLS = 4
/** How many components around components are asked. */
const WRAPPERS = 3
/** A function mentioned more often than this is called from everywhere. */
const MENTIONS = 30

export interface Conditions {
  /** Conditions around a place; `calls`: those around the calls of the function it stands in, within its file, as well. */
  at(file: string, offset: number, calls: boolean): readonly PlaceCondition[]
}

export function createConditions(host: ConditionsHost): Conditions {
  const known = new Map<string, readonly PlaceCondition[]>()
  const tests = new Map<string, PathTest>()
  const guardTest = (file: string, index: number, guard: Guard): PathTest => {
    const key = `${file}|${index}|${guard.test}`
    let test = tests.get(key)
    if (!test) {
      const reading = readingOf(host.resolver, file, index)
      test = reading ? testOf(reading, guard.test) : { kind: 'open' }
      tests.set(key, test)
    }
    return guard.whenTrue ? test : not(test)
  }
  const guardsAt = ({ path, scripts }: FileFacts, offset: number): PlaceCondition[] =>
    scripts.flatMap((script, index) => (isWithin(script, offset) ? guardsAround(script, offset) : []).flatMap((at): PlaceCondition[] => {
      const guard = script.guards[at] as Guard
      const span = script.values[guard.test]
      if (!span) return []
      const test = guardTest(path, index, guard)
      const { start, end } = span
      const key = `${path}|${start}|${end}|${guard.whenTrue}`
      return isAboutAddress(test) ? [{ key, file: path, span: { start, end }, negated: !guard.whenTrue, test }] : []
    }))
  const branches = new Map<string, readonly Branch[]>()
  const branchesAround = (facts: FileFacts, offset: number): PlaceCondition[] => {
    let found = branches.get(facts.path)
    if (!found) {
      found = branchesIn(facts, host.text(facts.path) ?? '')
      branches.set(facts.path, found)
    }
    const written = found.filter((branch) => isWithin(branch, offset)).flatMap((branch) => branch.conditions)
    return written.flatMap(({ start, end, negated, code }) => {
      const test = templateTest(code)
      const key = `${facts.path}|${start}|${end}|${!negated}`
      const condition = { key, file: facts.path, span: { start, end }, code, negated, test: negated ? not(test) : test }
      return isAboutAddress(test) ? [condition] : []
    })
  }
  /** Under which conditions components around a place show what is between their tags. */
  const shownBy = (facts: FileFacts, offset: number, depth: number): PlaceCondition[] => facts.scripts.flatMap((script, index) => (
    depth < WRAPPERS && isWithin(script, offset) ? componentsAround(host.resolver, facts.path, index, script, offset) : []
  ).flatMap((component): readonly PlaceCondition[] => {
    const there = host.facts(component.file)
    const inner = there?.scripts[component.script]
    // A component that asks nothing shows them always.
    if (!there || !inner || inner.guards.length === 0) return []
    return oneOf(placesOfChildren(inner, component.function).map((place) => here(there, place, depth + 1)))
  }))
  const here = (facts: FileFacts, offset: number, depth = 0): PlaceCondition[] =>
    [...guardsAt(facts, offset), ...branchesAround(facts, offset), ...shownBy(facts, offset, depth)]
  const around = (facts: FileFacts, offset: number, followed: readonly string[]): PlaceCondition[] => {
    const own = here(facts, offset)
    if (followed.length >= CALLS) return own
    return unique([...own, ...facts.scripts.flatMap((script, index) => (
      isWithin(script, offset) ? ofCalls(facts, script, index, offset, followed) : []))])
  }
  const ofCalls = (
    facts: FileFacts, script: ScriptFacts, index: number, offset: number, followed: readonly string[],
  ): PlaceCondition[] => functionsAround(script, offset).flatMap((id): readonly PlaceCondition[] => {
    const key = `${index}|${id}`
    const mentions = followed.includes(key) ? null : localMentions(facts, script, id, MENTIONS)
    const each: PlaceCondition[][] = []
    for (const mention of mentions ?? []) {
      const conditions = around(facts, mention, [...followed, key])
      if (conditions.length === 0) return []
      each.push(conditions)
    }
    return oneOf(each)
  })
  return {
    at(file, offset, calls) {
      const key = `${file}|${offset}|${calls}`
      let found = known.get(key)
      if (!found) {
        const facts = host.facts(file)
        found = !facts ? [] : unique(calls ? around(facts, offset, []) : here(facts, offset))
        known.set(key, found)
      }
      return found
    },
  }
}

/** The conditions of several places of which any may be the one that runs. */
function oneOf(each: readonly (readonly PlaceCondition[])[]): readonly PlaceCondition[] {
  const [first] = each
  if (first === undefined || each.some((conditions) => conditions.length === 0)) return []
  if (each.length === 1) return first
  const [condition] = first
  const test = any(each.map((conditions) => all(conditions.map((one) => one.test))))
  return condition ? [{ ...condition, key: each.flat().map((one) => one.key).join(' '), test }] : []
}

/** Branches of the file's template whose conditions may be about an address. */
function branchesIn(facts: FileFacts, text: string): readonly Branch[] {
  const written = facts.templateSpans.length > 0 ? branchesOf(facts.language, facts.templateSpans, text) : []
  const isMarkup = !/^(javascript|typescript|json|other)$/.test(facts.language)
  const all = isMarkup ? [...written, ...tagBranches(text), ...attributeBranches(text)] : written
  return all.filter((branch) => branch.conditions.some(({ code }) => MAY_ASK.test(code)))
}

/** Words without which no condition is about an address. */
const MAY_ASK = new RegExp([
  'path', 'ur[li]', 'page', 'home', 'link', 'request', 'segment', 'controller', 'action', 'route', 'template', 'location',
  'endpoint', 'php_self', 'script_name', 'is_[a-z0-9_]+\\s*\\(', '^is\\(', 'arg\\(',
].join('|'), 'i')

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end
}

function unique(conditions: readonly PlaceCondition[]): PlaceCondition[] {
  return [...new Map(conditions.map((condition) => [condition.key, condition])).values()]
}
