/** Conditions of scripts as tests of the page's path: comparisons, methods of texts, lists, functions of the site. */
import type { Value, ValueId } from '../../facts/script/graph.js'
import { hasHole } from '../../parse/hole.js'
import { foldText } from '../sightings/text.js'
import {
  all, any, endsWith, fitsRoute, hasSegment, includes, inRouter, isPath, not, open, startsWith, unclear, type PathTest,
} from './path-test.js'
import { matchesExpression } from './regular-expression.js'
import { guardsAround } from '../meaning/mentions.js'
import { scriptIndex } from '../meaning/script-index.js'
import { knownAs, noSubjects, readingOf, referenceOf, type KnownValue, type Reading } from './reading.js'
import { subjectOf, type Subject } from './subject.js'

const DEPTH = 16
/** Items of a list that are looked at. */
const ITEMS = 60

type CallValue = Value & { kind: 'call' }

/** What a condition says of the path. */
export function testOf(reading: Reading, id: ValueId, depth = 0): PathTest {
  const { script } = reading
  const value = script.values[id]
  if (!value || depth > DEPTH || reading.steps.left-- <= 0) return open
  const inner = (part: ValueId): PathTest => testOf(reading, part, depth + 1)
  switch (value.kind) {
    case 'constant': return { kind: 'constant', value: Boolean(value.value) }
    case 'choice': return choiceTest(value, inner)
    case 'operation': return operationTest(reading, value, depth)
    case 'call': return callTest(reading, value, depth)
    case 'await': return inner(value.value)
    case 'binding': {
      if (subjectOf(reading, id) !== null) return { kind: 'constant', value: true }
      const known = knownAs(reading, value.binding)
      if (known) return testOf(known, known.value, depth + 1)
      const { definitions = [] } = script.bindings[value.binding] ?? {}
      if (definitions.length === 1) return inner(definitions[0] as ValueId)
      const said = definitions.map(inner)
      return said.some((each) => each.kind !== 'open' && each.kind !== 'constant') ? unclear : open
    }
    case 'member': {
      // A part of the address is there or it is not; the address itself always is.
      const subject = subjectOf(reading, id)
      if (subject === null) return open
      return subject.kind === 'path' || subject.kind === 'address' ? { kind: 'constant', value: true } : unclear
    }
    default: return open
  }
}

function choiceTest(value: Value & { kind: 'choice' }, inner: (part: ValueId) => PathTest): PathTest {
  const [yes, no] = value.values
  if (yes === undefined) return open
  if (value.test === null) return any(value.values.map(inner))
  const test = inner(value.test)
  if (no === undefined) return all([test, inner(yes)])
  return any([all([test, inner(yes)]), all([not(test), inner(no)])])
}

function operationTest(reading: Reading, value: Value & { kind: 'operation' }, depth: number): PathTest {
  const [left, right] = value.operands
  if (left === undefined) return open
  if (right === undefined) {
    if (value.operator === '!') return not(testOf(reading, left, depth + 1))
    if (value.operator === '~') return found(reading, left) ?? open
    return open
  }
  switch (value.operator) {
    case '===':
    case '==': return compared(reading, left, right, depth)
    case '!==':
    case '!=': return not(compared(reading, left, right, depth))
    case '<':
    case '>':
    case '<=':
    case '>=': return ordered(reading, left, value.operator, right)
    case 'in': return subjectOf(reading, left) !== null ? unclear : open
    default: return open
  }
}

/** Texts a value may be, or null when a part of one is not literal. */
function textsOf(reading: Reading, id: ValueId): string[] | null {
  const value = reading.script.values[id]
  const known = value?.kind === 'binding' ? knownAs(reading, value.binding) : undefined
  if (known) return textsOf(known, known.value)
  const texts = foldText(reading.resolver, referenceOf(reading, id))
  return texts.some((text) => hasHole(text)) ? null : texts
}

function oneOf(texts: readonly string[] | null, test: (text: string) => PathTest): PathTest {
  return texts === null ? unclear : texts.length === 1 ? test(texts[0] as string) : all([any(texts.map(test)), unclear])
}

/** A test of the path, of what the address is taken from. */
function about(subject: Subject, test: PathTest): PathTest {
  return subject.isBelow ? inRouter(test) : test
}

function equals(subject: Subject, text: string): PathTest {
  return about(subject, equalsWhole(subject, text))
}

function equalsWhole(subject: Subject, text: string): PathTest {
  switch (subject.kind) {
    case 'path': return isPath(text)
    case 'tail': return isPath(`/${text}`)
    case 'address': return /^https?:\/\/[^/]+\//.test(text) ? isPath(text.replace(/^https?:\/\/[^/]+/, '')) : unclear
    case 'segment': return hasSegment(subject.index, text)
    default: return unclear
  }
}

function compared(reading: Reading, left: ValueId, right: ValueId, depth: number): PathTest {
  for (const [a, b] of [[left, right], [right, left]] as const) {
    const subject = subjectOf(reading, a)
    if (subject) return oneOf(textsOf(reading, b), (text) => equals(subject, text))
    const cut = cutOf(reading, a)
    if (cut) return oneOf(textsOf(reading, b), (text) => (text.length === cut.length ? cut.test(text) : unclear))
    const index = numberOf(reading, b)
    const at = index === null ? null : position(reading, a, index)
    if (at) return at
    // `pathname.match(/x/) !== null`, `isPortal(pathname) === true`
    const constant = reading.script.values[b]
    if (constant?.kind === 'constant' && (constant.value === null || typeof constant.value === 'boolean')) {
      const test = testOf(reading, a, depth + 1)
      return constant.value === true ? test : not(test)
    }
  }
  return open
}

/** `pathname.slice(0, 7)`, `pathname.substring(0, 7)`: the beginning of that length. */
function cutOf(reading: Reading, id: ValueId): { length: number; test: (text: string) => PathTest } | null {
  const call = reading.script.values[id]
  const callee = call?.kind === 'call' ? reading.script.values[call.callee] : undefined
  if (call?.kind !== 'call' || callee?.kind !== 'member' || !/^(slice|substr|substring)$/.test(callee.name ?? '')) return null
  const [from, length] = call.arguments.map((argument) => numberOf(reading, argument))
  const subject = subjectOf(reading, callee.object)
  const isBeginning = subject?.kind === 'path' && from === 0 && typeof length === 'number'
  return isBeginning ? { length, test: (text) => about(subject, startsWith(text)) } : null
}

function numberOf(reading: Reading, id: ValueId): number | null {
  const value = reading.script.values[id]
  if (value?.kind === 'constant') return typeof value.value === 'number' ? value.value : null
  const isMinus = value?.kind === 'operation' && value.operator === '-' && value.operands.length === 1
  const operand = isMinus ? value.operands[0] : undefined
  const number = operand === undefined ? null : numberOf(reading, operand)
  return number === null ? null : -number
}

/** `indexOf` and `search` compared with a number. */
function position(reading: Reading, id: ValueId, index: number): PathTest | null {
  if (index < 0) {
    const is = found(reading, id)
    return is && not(is)
  }
  const call = reading.script.values[id]
  const callee = call?.kind === 'call' ? reading.script.values[call.callee] : undefined
  if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'indexOf') return found(reading, id) && unclear
  const [first] = call.arguments
  const subject = subjectOf(reading, callee.object)
  if (first === undefined || subject?.kind !== 'path') return found(reading, id) && unclear
  return index === 0 ? about(subject, oneOf(textsOf(reading, first), startsWith)) : unclear
}

const FINDS = /^(indexOf|lastIndexOf|search|findIndex)$/

/** True where an `indexOf` or `search` finds what it looks for. */
function found(reading: Reading, id: ValueId): PathTest | null {
  const call = reading.script.values[id]
  const callee = call?.kind === 'call' ? reading.script.values[call.callee] : undefined
  if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name === null || !FINDS.test(callee.name)) return null
  const test = methodTest(reading, call, callee.object, callee.name, 1)
  return test.kind === 'open' ? null : test
}

function ordered(reading: Reading, left: ValueId, operator: string, right: ValueId): PathTest {
  const index = numberOf(reading, right)
  const is = index === null ? null : found(reading, left)
  if (!is) return open
  const sign = `${operator}${index}`
  if (sign === '>-1' || sign === '>=0') return is
  if (sign === '<0' || sign === '<=-1') return not(is)
  return unclear
}

const ROUTER_MATCH = /^(matchPath|useMatch|useRouteMatch|isActive|useMatchRoute)$/

function callTest(reading: Reading, value: CallValue, depth: number): PathTest {
  const { script } = reading
  const callee = script.values[value.callee]
  if (callee?.kind === 'member' && callee.name !== null) {
    const test = methodTest(reading, value, callee.object, callee.name, depth)
    if (test.kind !== 'open') return test
  }
  const name = callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name
    : callee?.kind === 'member' ? callee.name : null
  const [first, second] = value.arguments
  if (name === 'Boolean' && first !== undefined) return testOf(reading, first, depth + 1)
  if (name === 'useMemo' && first !== undefined) {
    const inner = script.values[first]
    return inner?.kind === 'function' ? functionTest(reading, inner.function, depth + 1) : open
  }
  if (first !== undefined && ROUTER_MATCH.test(name ?? '')) {
    const isPathFirst = subjectOf(reading, first) !== null
    const pattern = isPathFirst ? second : first
    return pattern === undefined ? unclear
      : inRouter(routerMatch(reading, pattern, name === 'useRouteMatch' || isPathFirst))
  }
  for (const meaning of reading.resolver.meanings(referenceOf(reading, value.callee))) {
    if (meaning.kind !== 'function') continue
    const isHere = meaning.file === reading.file && meaning.script === reading.index
    const there = isHere ? reading : readingOf(reading.resolver, meaning.file, meaning.script, reading.steps)
    const given = value.arguments.map((argument) => ({ ...reading, value: argument }))
    return there ? functionTest(there, meaning.function, depth + 1, given) : open
  }
  return value.arguments.some((argument) => subjectOf(reading, argument) !== null) ? unclear : open
}

/** `matchPath('/portal/*', pathname)`; older routers take all paths below unless told otherwise. */
function routerMatch(reading: Reading, pattern: ValueId, isLoose: boolean): PathTest {
  const value = reading.script.values[pattern]
  if (value?.kind !== 'object') return oneOf(textsOf(reading, pattern), (text) => fitsRoute(text, !isLoose))
  const entry = (name: string): ValueId | undefined => value.entries.find((item) => item.name === name)?.value
  const path = entry('path')
  const exact = entry('exact') ?? entry('end')
  const constant = exact === undefined ? undefined : reading.script.values[exact]
  const isWhole = constant?.kind === 'constant' ? constant.value !== false : !isLoose
  return path === undefined ? unclear : oneOf(textsOf(reading, path), (text) => fitsRoute(text, isWhole))
}

/** Methods of the address, of lists of paths, and of regular expressions. */
function methodTest(reading: Reading, call: CallValue, object: ValueId, name: string, depth: number): PathTest {
  const subject = subjectOf(reading, object)
  const [first] = call.arguments
  if (subject) return first === undefined ? unclear : about(subject, subjectMethod(reading, subject, name, first))
  if (first === undefined) return open
  if (name === 'test' || name === 'exec') {
    const argument = subjectOf(reading, first)
    return argument === null ? open : about(argument, expressionTest(reading, object, argument))
  }
  const items = itemsOf(reading, object)
  if (/^(includes|has|indexOf|contains)$/.test(name)) {
    const argument = subjectOf(reading, first)
    if (!argument) return open
    return items === null ? unclear : any(items.map((item) => oneOf(textsOf(item, item.value), (text) => equals(argument, text))))
  }
  if (!/^(some|every|find|findIndex)$/.test(name)) return open
  const callback = reading.script.values[first]
  if (callback?.kind !== 'function') return open
  const said = items?.map((item) => functionTest(reading, callback.function, depth + 1, [item]))
    ?? [functionTest(reading, callback.function, depth + 1)]
  const isOpen = said.every((each) => each.kind === 'open')
  if (isOpen) return open
  return items === null ? unclear : name === 'every' ? all(said) : any(said)
}

function subjectMethod(reading: Reading, subject: Subject, name: string, argument: ValueId): PathTest {
  const slash = subject.kind === 'tail' ? '/' : ''
  switch (name) {
    case 'startsWith':
      if (subject.kind !== 'path' && subject.kind !== 'tail') return unclear
      return oneOf(textsOf(reading, argument), (text) => startsWith(slash + text))
    case 'endsWith':
      return subject.kind === 'segment' ? unclear : oneOf(textsOf(reading, argument), endsWith)
    case 'includes':
    case 'contains':
    case 'indexOf':
    case 'lastIndexOf':
      if (subject.kind === 'segment' || subject.kind === 'unclear') return unclear
      return oneOf(textsOf(reading, argument), (text) => (
        subject.kind === 'segments' ? hasAnySegment(text) : includes(text, subject.kind === 'address')))
    case 'match':
    case 'search':
      return expressionTest(reading, argument, subject)
    default: return unclear
  }
}

function hasAnySegment(text: string): PathTest {
  return any([includes(`/${text}/`), endsWith(`/${text}`)])
}

function expressionTest(reading: Reading, id: ValueId, subject: Subject): PathTest {
  const value = reading.script.values[id]
  const known = value?.kind === 'binding' ? knownAs(reading, value.binding) : undefined
  if (known) return expressionTest(known, known.value, subject)
  if (value?.kind === 'binding') {
    const { definitions = [] } = reading.script.bindings[value.binding] ?? {}
    return definitions.length === 1 ? expressionTest(reading, definitions[0] as ValueId, subject) : unclear
  }
  const callee = value?.kind === 'call' ? reading.script.values[value.callee] : undefined
  const isMade = callee?.kind === 'global' && callee.name === 'RegExp'
  const first = value?.kind === 'call' && isMade ? value.arguments[0] : undefined
  const sources = value?.kind === 'regexp' ? [value.pattern] : first === undefined ? null : textsOf(reading, first)
  if (sources === null || (subject.kind !== 'path' && subject.kind !== 'address')) return unclear
  // The whole address begins with its host: what is anchored there, or needs no slash, says nothing of the path.
  return oneOf(sources, (source) => (subject.kind === 'address' && !/^\\?\//.test(source) ? unclear : matchesExpression(source)))
}

/** The items of a list of literals, wherever it stands; null when they are not known. */
function itemsOf(reading: Reading, id: ValueId): KnownValue[] | null {
  for (const meaning of reading.resolver.meanings(referenceOf(reading, id))) {
    const there = meaning.kind === 'object' ? readingOf(reading.resolver, meaning.file, meaning.script, reading.steps) : null
    const value = meaning.kind === 'object' ? there?.script.values[meaning.value] : undefined
    if (!there || value?.kind !== 'array' || value.items.length > ITEMS) continue
    const isWhole = !value.items.some((item) => there.script.values[item]?.kind === 'spread')
    return isWhole ? value.items.map((item) => ({ ...there, value: item })) : null
  }
  const value = reading.script.values[id]
  const definition = value?.kind === 'binding' ? reading.script.bindings[value.binding]?.definitions : undefined
  const set = reading.script.values[definition?.length === 1 ? definition[0] as ValueId : id]
  const isSet = set?.kind === 'call' && set.isNew && set.arguments.length === 1
  return isSet ? itemsOf(reading, set.arguments[0] as ValueId) : null
}

/** What a call of a function comes to: each of its results under the conditions around it. */
function functionTest(reading: Reading, id: number, depth: number, given: readonly KnownValue[] = []): PathTest {
  const { script } = reading
  const facts = script.functions[id]
  if (!facts || depth > DEPTH || facts.isGenerator) return open
  const known = new Map(reading.known)
  for (const at of scriptIndex(script).parametersOf(id)) {
    const parameter = script.bindings[at]?.parameter
    const argument = parameter?.path.length === 0 ? given[parameter.index] : undefined
    if (argument) known.set(at, argument)
  }
  const inside = { ...reading, known, subjects: noSubjects() }
  const results = facts.returns.map((result) => {
    const at = script.values[result]
    const guards = (at ? guardsAround(script, at.start) : []).flatMap((index) => script.guards[index] ?? [])
      .filter((guard) => at && guard.start >= facts.start && guard.end <= facts.end && at.end <= guard.end)
    const around = guards.map((guard) => {
      const test = testOf(inside, guard.test, depth + 1)
      return guard.whenTrue ? test : not(test)
    })
    return all([...around, testOf(inside, result, depth + 1)])
  })
  return results.length === 0 ? open : any(results)
}
