/**
 * Load rules of Tealium iQ, which its script writes as code: `c[12]|=(d['dom.pathname'].indexOf('/portal')>-1)`, and
 * tags that name them: `load:utag.cond[12]&&utag.cond[13]`.
 * https://docs.tealium.com/iq-tag-management/load-rules/about/
 */
import type { FilterOperator, FilterSubject, FilterTest } from '../../facts/container/container.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { allOf, anyOf, negation } from '../filters.js'

export interface LoadRule {
  test: FilterTest
  /** `dom.pathname contains "/portal" and page_type equals "form"`; empty for a rule that nobody can put into words. */
  says: string
}

/** Variables of the data layer that are parts of the page's address. */
const SUBJECTS: Readonly<Record<string, FilterSubject>> = {
  'dom.pathname': 'path', 'dom.url': 'url', 'dom.domain': 'host', 'dom.query_string': 'query',
}

const WORDS: Readonly<Record<FilterOperator, string>> = {
  equals: 'equals', contains: 'contains', 'starts-with': 'starts with', 'ends-with': 'ends with', matches: 'matches',
}

/** Methods that leave the text as what it is, for a comparison. */
const SAME = new Set(['toString', 'toLowerCase', 'toUpperCase', 'trim'])

/** How deep conditions may stand in one another. */
const DEEPEST = 40

const open: LoadRule = { test: { kind: 'open' }, says: '' }

export class LoadRules {
  private readonly byId = new Map<string, LoadRule>()

  constructor(private readonly script: ScriptFacts) {
    for (const { name, value } of script.stores) {
      const written = script.values[value]
      if (name === null || !/^\d+$/.test(name) || written?.kind !== 'operation' || written.operator !== '|=') continue
      const condition = written.operands[1]
      if (condition !== undefined) this.byId.set(name, this.rule(condition, 0))
    }
  }

  /** What `load` or `send` of a tag asks. */
  of(id: ValueId | undefined): LoadRule {
    return id === undefined ? { test: { kind: 'constant', value: true }, says: '' } : this.rule(id, 0)
  }

  private rule(id: ValueId, depth: number): LoadRule {
    const value = this.script.values[id]
    if (!value || depth > DEEPEST) return open
    switch (value.kind) {
      case 'constant': return { test: { kind: 'constant', value: Boolean(value.value) }, says: '' }
      case 'choice': return this.logical(value, depth)
      case 'operation': return this.operation(value, depth)
      case 'member': return value.name === null ? open : (this.named(value.object, value.name) ?? open)
      case 'call': return this.tested(value)
      default: return open
    }
  }

  /** `utag.cond[12]` */
  private named(object: ValueId, name: string): LoadRule | null {
    const list = this.script.values[object]
    return list?.kind === 'member' && list.name === 'cond' ? (this.byId.get(name) ?? open) : null
  }

  /** `a && b` is a choice that has a test, `a || b` one that has none. */
  private logical({ test, values }: Value & { kind: 'choice' }, depth: number): LoadRule {
    const parts = [...(test === null ? [] : [test]), ...values].map((part) => this.rule(part, depth + 1))
    const words = parts.map(({ says }) => says).filter((said) => said !== '')
    if (test !== null) return { test: allOf(parts.map((part) => part.test)), says: words.map(bracketed).join(' and ') }
    return { test: anyOf(parts.map((part) => part.test)), says: words.join(' or ') }
  }

  private operation(value: Value & { kind: 'operation' }, depth: number): LoadRule {
    const [left, right] = value.operands
    if (value.operator === '!' && left !== undefined) return opposite(this.rule(left, depth + 1))
    if (left === undefined || right === undefined) return open
    const found = this.position(left, value.operator, this.number(right))
    if (found) return found
    if (!/^[=!]==?$/.test(value.operator)) return open
    const text = this.text(right)
    const rule = text === null ? open : this.compare(left, 'equals', text, value)
    return value.operator.startsWith('!') ? opposite(rule) : rule
  }

  /** `indexOf(…) > -1` asks whether it is there, `< 0` whether it is not, `== 0` whether it begins with it. */
  private position(left: ValueId, operator: string, number: number | null): LoadRule | null {
    const call = this.script.values[left]
    const callee = call?.kind === 'call' ? this.script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'indexOf' || number === null) return null
    const asked = call.arguments[0] === undefined ? null : this.text(call.arguments[0])
    if (asked === null) return open
    const key = `${operator.replace(/^([=!])==?$/, '$1=')} ${number}`
    if (key === '== 0') return this.compare(callee.object, 'starts-with', asked, call)
    const contains = this.compare(callee.object, 'contains', asked, call)
    if (/^(?:> -1|>= 0|!= -1)$/.test(key)) return contains
    return /^(?:< 0|== -1|<= -1)$/.test(key) ? opposite(contains) : open
  }

  /** `/expression/i.test(d['dom.pathname'])` */
  private tested(call: Value & { kind: 'call' }): LoadRule {
    const callee = this.script.values[call.callee]
    const object = callee?.kind === 'member' && callee.name === 'test' ? this.script.values[callee.object] : undefined
    const [argument] = call.arguments
    return object?.kind === 'regexp' && argument !== undefined ? this.compare(argument, 'matches', object.pattern, call) : open
  }

  private compare(left: ValueId, operator: FilterOperator, value: string, { start, end }: Value): LoadRule {
    const variable = this.variable(left)
    if (variable === null) return open
    const text = `${variable} ${WORDS[operator]} "${value}"`
    const subject = SUBJECTS[variable]
    if (subject === undefined) return { test: { kind: 'open' }, says: text }
    return { test: { kind: 'compare', subject, operator, value, text, place: { start, end } }, says: text }
  }

  /** `d['dom.pathname'].toString().toLowerCase()` is about `dom.pathname`. */
  private variable(id: ValueId): string | null {
    const value = this.script.values[id]
    if (value?.kind === 'member') return this.script.values[value.object]?.kind === 'binding' ? value.name : null
    const object = this.unchanged(value)
    return object === null ? null : this.variable(object)
  }

  private text(id: ValueId): string | null {
    const value = this.script.values[id]
    if (value?.kind === 'constant') return value.value === null ? null : String(value.value)
    const object = this.unchanged(value)
    return object === null ? null : this.text(object)
  }

  private unchanged(value: Value | undefined): ValueId | null {
    const callee = value?.kind === 'call' ? this.script.values[value.callee] : undefined
    return callee?.kind === 'member' && callee.name !== null && SAME.has(callee.name) ? callee.object : null
  }

  private number(id: ValueId): number | null {
    const value = this.script.values[id]
    if (value?.kind === 'constant') return typeof value.value === 'number' ? value.value : null
    if (value?.kind !== 'operation' || value.operator !== '-' || value.operands.length !== 1) return null
    const inner = this.number(value.operands[0] as ValueId)
    return inner === null ? null : -inner
  }
}

/** Alternatives that stand among conditions. */
function bracketed(words: string): string {
  return words.includes(' or ') && !words.startsWith('not (') ? `(${words})` : words
}

function opposite({ test, says }: LoadRule): LoadRule {
  return { test: negation(test), says: says === '' ? '' : `not (${says})` }
}
