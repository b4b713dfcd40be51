/** Conditions of triggers: what they ask of the page's address, with variables folded as far as the container says. */
import type { FilterOperator, FilterSubject, FilterTest, TriggerEvent } from '../facts/container/container.js'
import type { Span } from '../types.js'
import { rowsOf, textParameter, type Variable } from './container.js'
import { constantText, shownText, type Text } from './reading/text.js'

/**
 * Variables by the keys of references, as far as filters need them: `c` is a constant, `u` a part of the address, `smm`
 * and `remm` are tables, `jsm` and `j` scripts.
 */
export interface Variables {
  get(key: string): Variable | null | undefined
}

/** A condition as the container writes it. */
export interface Condition {
  left: Text
  operator: string
  right: Text | null
  negated: boolean
  place: Span
}

/** Names of operators without case and signs: `MATCH_REGEX`, `matchRegex` and `_re` are one. */
const OPERATORS: Readonly<Record<string, { operator: FilterOperator; words: string }>> = {
  equals: { operator: 'equals', words: 'equals' },
  eq: { operator: 'equals', words: 'equals' },
  contains: { operator: 'contains', words: 'contains' },
  cn: { operator: 'contains', words: 'contains' },
  startswith: { operator: 'starts-with', words: 'starts with' },
  sw: { operator: 'starts-with', words: 'starts with' },
  endswith: { operator: 'ends-with', words: 'ends with' },
  ew: { operator: 'ends-with', words: 'ends with' },
  matchregex: { operator: 'matches', words: 'matches' },
  re: { operator: 'matches', words: 'matches' },
}

/** How deep look-up tables may stand in one another. */
const DEPTH = 6

export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

/** The one variable that a text is, or null. */
export function onlyVariable(variables: Variables, text: Text | null): Variable | null {
  const [only, ...others] = text?.pieces ?? []
  return only?.kind === 'reference' && others.length === 0 ? (variables.get(only.variable) ?? null) : null
}

/** A text with constants in place of the variables that are some; null when it says something that is not known. */
export function foldedText(variables: Variables, text: Text | null, depth = 0): string | null {
  if (!text || depth > DEPTH) return null
  let whole = ''
  for (const piece of text.pieces) {
    if (piece.kind === 'literal') whole += piece.content.text
    else {
      const variable = variables.get(piece.variable)
      const value = variable?.type === 'c' ? foldedText(variables, textParameter(variable.parameters, 'value'), depth + 1) : null
      if (value === null) return null
      whole += value
    }
  }
  return whole
}

/** What a condition asks of the address; open when it asks about something else. */
export function conditionTest(variables: Variables, condition: Condition): FilterTest {
  const known = OPERATORS[plainName(condition.operator)]
  const value = foldedText(variables, condition.right)
  if (!known || value === null) return { kind: 'open' }
  const text = conditionWords(variables, condition)
  const compare: Compare = { operator: known.operator, value, text, place: condition.place }
  const test = compared(variables, condition.left, compare, 0)
  return condition.negated ? negation(test) : test
}

interface Compare {
  operator: FilterOperator
  value: string
  text: string
  place: Span
}

function compared(variables: Variables, left: Text | null, compare: Compare, depth: number): FilterTest {
  if (!left || depth > DEPTH) return { kind: 'open' }
  const constant = foldedText(variables, left)
  if (constant !== null) return { kind: 'constant', value: fits(constant, compare) }
  const variable = onlyVariable(variables, left)
  if (!variable) return { kind: 'open' }
  const subject = subjectOf(variable)
  if (subject) return { kind: 'compare', subject, ...compare }
  if (variable.type === 'smm' || variable.type === 'remm') return lookedUp(variables, variable, compare, depth)
  return { kind: 'open' }
}

function fits(text: string, { operator, value }: Compare): boolean {
  const [own, wanted] = [text.toLowerCase(), value.toLowerCase()]
  switch (operator) {
    case 'equals': return own === wanted
    case 'contains': return own.includes(wanted)
    case 'starts-with': return own.startsWith(wanted)
    case 'ends-with': return own.endsWith(wanted)
    // Expressions of a scanned container are never run; only a plain text is one we can tell.
    case 'matches': return own.includes(wanted.replace(/^\^|\$$/g, ''))
  }
}

/**
 * A look-up table gives what is wanted where one of its rows does, and by its default where no row fits. Rows are tried
 * in order; one above that also fits would win, which only tables with overlapping keys have.
 */
function lookedUp(variables: Variables, { type, parameters }: Variable, compare: Compare, depth: number): FilterTest {
  const input = textParameter(parameters, 'input')
  const rows = rowsOf(parameters, 'map').map((row) => ({ key: foldedText(variables, textParameter(row, 'key')), gives: textParameter(row, 'value') }))
  const isWhole = constantText(textParameter(parameters, 'fullMatch')) !== 'false'
  const isAt = (key: string | null): FilterTest => {
    if (key === null) return { kind: 'open' }
    if (type === 'smm') return compared(variables, input, { ...compare, operator: 'equals', value: key }, depth + 1)
    return compared(variables, input, { ...compare, operator: 'matches', value: isWhole ? `^(?:${key})$` : key }, depth + 1)
  }
  const gives = (value: Text | null): FilterTest => compared(variables, value, compare, depth + 1)
  const found = rows.map((row): FilterTest => allOf([isAt(row.key), gives(row.gives)]))
  const fallback = textParameter(parameters, 'defaultValue')
  const usesDefault = fallback !== null && constantText(textParameter(parameters, 'setDefaultValue')) !== 'false'
  if (usesDefault) found.push(allOf([gives(fallback), ...rows.map(({ key }) => negation(isAt(key)))]))
  return anyOf(found)
}

/** The part of the address a variable is; null for anything else. */
export function subjectOf({ type, parameters }: Variable): FilterSubject | null {
  if (type === 'jsm') return subjectOfCode(constantText(textParameter(parameters, 'javascript')) ?? '')
  if (type === 'j') return subjectOfCode(constantText(textParameter(parameters, 'name')) ?? '')
  if (type !== 'u' || parameters.has('customUrlSource')) return null
  switch (constantText(textParameter(parameters, 'component')) ?? 'URL') {
    case 'URL': return 'url'
    case 'PATH': return 'path'
    case 'HOST': return 'host'
    case 'QUERY': return 'query'
    default: return null
  }
}

/** `function () { return window.location.pathname; }` */
function subjectOfCode(code: string): FilterSubject | null {
  const part = /^\W*(?:function\s*\(\s*\)\s*\{\s*)?(?:return\s+)?(?:window\.|document\.)*location\.(pathname|href|hostname|search)\s*;?\s*[}()\s;]*$/.exec(code)?.[1]
  switch (part) {
    case 'pathname': return 'path'
    case 'href': return 'url'
    case 'hostname': return 'host'
    case 'search': return 'query'
    default: return null
  }
}

// Tests ---------------------------------------------------------------------------------------------------------------

export function allOf(tests: readonly FilterTest[]): FilterTest {
  if (tests.some((test) => test.kind === 'constant' && !test.value)) return { kind: 'constant', value: false }
  const left = tests.filter((test) => test.kind !== 'constant')
  return left.length === 1 ? left[0] as FilterTest : left.length === 0 ? { kind: 'constant', value: true } : { kind: 'all', of: left }
}

export function anyOf(tests: readonly FilterTest[]): FilterTest {
  if (tests.some((test) => test.kind === 'constant' && test.value)) return { kind: 'constant', value: true }
  const left = tests.filter((test) => test.kind !== 'constant')
  return left.length === 1 ? left[0] as FilterTest : left.length === 0 ? { kind: 'constant', value: false } : { kind: 'any', of: left }
}

export function negation(of: FilterTest): FilterTest {
  return of.kind === 'constant' ? { kind: 'constant', value: !of.value } : of.kind === 'not' ? of.of : { kind: 'not', of }
}

/** The event that a condition on the event's name listens to. */
export function eventOf(variables: Variables, { operator, right, negated }: Condition): TriggerEvent {
  const value = foldedText(variables, right)
  const known = OPERATORS[plainName(operator)]
  if (!known || value === null || negated) return { kind: 'any' }
  if (known.operator === 'equals') return { kind: 'named', name: value, custom: !/^gtm\./.test(value) }
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  switch (known.operator) {
    case 'matches': return { kind: 'pattern', pattern: value }
    case 'contains': return { kind: 'pattern', pattern: escaped }
    case 'starts-with': return { kind: 'pattern', pattern: `^${escaped}` }
    default: return { kind: 'pattern', pattern: `${escaped}$` }
  }
}

/** `Page Path starts with "/scheduling"`, `Click ID does not equal "menu"`. */
export function conditionWords(variables: Variables, { left, operator, right, negated }: Condition): string {
  const variable = onlyVariable(variables, left)
  const subject = variable?.name ?? shownText(left)
  const known = OPERATORS[plainName(operator)]
  const verb = known?.words ?? operator.replace(/^_/, '').replace(/_/g, ' ').toLowerCase()
  const value = shownText(right, (key) => variables.get(key)?.name ?? key)
  return `${subject} ${negated ? `does not ${verb.replace(/s( with)?$/, '$1').replace(/^matche$/, 'match')}` : verb} "${value.length > 80 ? `${value.slice(0, 79)}…` : value}"`
}
