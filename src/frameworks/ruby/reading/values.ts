/** What expressions of Ruby come to, as far as they are literal: names, lists of them, classes of controllers. */
import { HOLE } from '../../../parse/hole.js'
import type { Argument, Call, CodeFunction, Expression, Statement } from '../../reading/code/nodes.js'
import { positional } from '../../reading/code/nodes.js'
import { walk } from '../../reading/code/walk.js'
import { constantName, methodsOf, underscore, type RubyClass, type RubyCode } from './code.js'
import { dasherize, humanize, pluralize, singularize } from './words.js'
import { lastValues } from './literals.js'

export type RubyValue =
  /** With a HOLE for each part that is not known. */
  | { kind: 'text'; text: string; isSymbol?: boolean }
  | { kind: 'list'; items: RubyValue[] }
  | { kind: 'map'; entries: { key: RubyValue; value: RubyValue }[] }
  | { kind: 'class'; class: RubyClass }
  | { kind: 'constant'; value: boolean | number | null }
  | { kind: 'function'; function: CodeFunction }
  | { kind: 'unknown' }

export const unknown: RubyValue = { kind: 'unknown' }

/** What names stand for. */
export interface Environment {
  values: ReadonlyMap<string, RubyValue>
  /** Name of the class around, `''` for none. */
  around: string
  file: string
}

const DEPTH = 16
/** Methods that give back what they are called on, or as good as that. */
const KEEPS = /^(to_s|to_sym|to_a|to_h|uniq|compact|freeze|flatten|sort|sort_by|reverse|presence|dup|html_safe|strip|itself|reject|select|filter|shuffle|values|with_indifferent_access|itself|then|lazy)$/

export class RubyValues {
  constructor(private readonly code: RubyCode) {}

  of(node: Expression, environment: Environment, depth = 0): RubyValue {
    if (depth > DEPTH) return unknown
    const inner = (part: Expression): RubyValue => this.of(part, environment, depth + 1)
    switch (node.kind) {
      case 'text': return { kind: 'text', text: node.text }
      case 'symbol': return { kind: 'text', text: node.name, isSymbol: true }
      case 'constant': return { kind: 'constant', value: node.value }
      case 'join': return { kind: 'text', text: node.parts.map((part) => textOf(inner(part)) ?? HOLE).join('') }
      case 'list': return { kind: 'list', items: node.items
        .flatMap(({ value, isSpread }) => (isSpread ? itemsOf(inner(value)) : [inner(value)])) }
      case 'map': return { kind: 'map', entries: this.entries(node.entries, environment, depth) }
      case 'function': return { kind: 'function', function: node.function }
      case 'choice': return node.options.map(inner).find(({ kind }) => kind !== 'unknown') ?? unknown
      case 'binary': return this.joined(node.operator, inner(node.left), inner(node.right))
      case 'name': return this.named(node.name, environment, depth)
      case 'member': {
        const constant = constantName(node)
        if (constant !== '') return this.constant(constant, environment, depth)
        return this.method(inner(node.object), node.name, null, environment, depth)
      }
      case 'call': return this.called(node, environment, depth)
      default: return unknown
    }
  }

  private entries(
    entries: readonly Argument[], environment: Environment, depth: number,
  ): { key: RubyValue; value: RubyValue }[] {
    return entries.flatMap(({ name, key, value, isSpread }) => {
      const found = this.of(value, environment, depth + 1)
      if (isSpread) return found.kind === 'map' ? found.entries : []
      return [{ key: key
        ? this.of(key, environment, depth + 1)
          : { kind: 'text' as const, text: name ?? '', isSymbol: true }, value: found }]
    })
  }

  private joined(operator: string, left: RubyValue, right: RubyValue): RubyValue {
    if (operator === 'or' || operator === '&&') return left.kind === 'unknown' ? right : left
    if (operator !== '+' && operator !== '|' && operator !== '<<') return unknown
    if (left.kind === 'list' || right.kind === 'list') {
      return { kind: 'list', items: [...itemsOf(left), ...itemsOf(right)] }
    }
    const texts = [textOf(left), textOf(right)]
    return texts.every((text) => text === null)
      ? unknown : { kind: 'text', text: texts.map((text) => text ?? HOLE).join('') }
  }

  private named(name: string, environment: Environment, depth: number): RubyValue {
    const known = environment.values.get(name)
    if (known) return known
    if (/^[A-Z]/.test(name)) return this.constant(name, environment, depth)
    // Another method of the class that a method of it calls by its name alone.
    const self = environment.values.get('self')
    return self?.kind === 'class' && this.answers(self.class, name) ? this.ofClass(self.class, name, depth + 1) : unknown
  }

  private answers(at: RubyClass, name: string): boolean {
    return this.code.lineage(at).some((each) => methodsOf(each.class, true).has(name))
  }

  /** A class of the tree, or the value a class gives a constant. */
  private constant(name: string, environment: Environment, depth: number): RubyValue {
    const found = this.code.find(name, environment.around)
    if (found) return { kind: 'class', class: found }
    const at = name.lastIndexOf('::')
    const owner = at < 0 ? this.around(environment) : this.code.find(name.slice(0, at), environment.around)
    const own = name.slice(at < 0 ? 0 : at + 2)
    if (owner) {
      for (const each of this.code.lineage(owner)) {
        const value = this.code.constant(each, own)
        if (value) return this.of(value, { values: new Map(), around: each.name, file: each.file }, depth + 1)
      }
    }
    // A constant of the file itself.
    for (const statement of this.code.statements(environment.file)) {
      if (statement.kind === 'assign' && statement.targets
        .some((target) => target.kind === 'name' && target.name === name)) {
        return this.of(statement.value, environment, depth + 1)
      }
    }
    return unknown
  }

  private around({ around }: Environment): RubyClass | null {
    return around === '' ? null : this.code.find(around, '')
  }

  private called(call: Call, environment: Environment, depth: number): RubyValue {
    const { callee } = call
    if (callee.kind === 'member') {
      return this.method(this.of(callee.object, environment, depth + 1), callee.name, call, environment, depth)
    }
    if (callee.kind !== 'name') return unknown
    // `Array(x)`, `File.join(…)`, `"a".freeze` of a name.
    if (callee.name === 'Array' || callee.name === 'Set') {
      return positional(call)[0] ? this.of(positional(call)[0] as Expression, environment, depth + 1) : unknown
    }
    return unknown
  }

  private method(
    object: RubyValue, name: string, call: Call | null, environment: Environment, depth: number,
  ): RubyValue {
    if (object.kind === 'class') return this.ofClass(object.class, name, depth)
    if (name === 'flatten' && object.kind === 'list') return { kind: 'list', items: flattened(object) }
    if (KEEPS.test(name)) {
      return name === 'values' && object.kind === 'map'
        ? { kind: 'list', items: object.entries.map(({ value }) => value) } : object
    }
    if (name === 'keys' && object.kind === 'map') return { kind: 'list', items: object.entries.map(({ key }) => key) }
    if ((name === 'map' || name === 'flat_map' || name === 'filter_map') && call) {
      return this.mapped(object, call, environment, depth)
    }
    if (name === 'first') return itemsOf(object)[0] ?? unknown
    if (name === 'except' || name === '-' || name === 'excluding' || name === 'without') return object
    if (name === 'join' && object.kind === 'list') {
      const between = call ? textOf(this.of(positional(call)[0] ?? EMPTY, environment, depth + 1)) ?? '' : ''
      return { kind: 'text', text: object.items.map((item) => textOf(item) ?? HOLE).join(between) }
    }
    const text = textOf(object)
    return text === null ? unknown : ofText(text, name)
  }

  /** `list.map { |x| … }`, `list.map(&:name)`. */
  private mapped(object: RubyValue, call: Call, environment: Environment, depth: number): RubyValue {
    const [argument] = call.arguments
    const symbol = argument?.value.kind === 'other' && argument.value.parts[0]?.kind === 'symbol'
      ? argument.value.parts[0].name : null
    const { block } = call
    const items = itemsOf(object).map((item): RubyValue => {
      if (symbol !== null) return this.method(item, symbol, null, environment, depth + 1)
      if (!block) return unknown
      const values = new Map(environment.values)
      block.parameters
        .forEach(({ name }, index) =>
          values.set(name, block.parameters.length === 1 ? item : itemsOf(item)[index] ?? unknown))
      const last = block.body.at(-1)
      const [result] = last ? lastValues(last) : []
      return result ? this.of(result, { ...environment, values }, depth + 1) : unknown
    })
    return { kind: 'list', items }
  }

  /** What a class answers about itself. */
  private ofClass(at: RubyClass, name: string, depth: number): RubyValue {
    if (depth > DEPTH) return unknown
    if (name === 'name' || name === 'to_s') return { kind: 'text', text: at.name }
    const path = underscore(at.name).replace(/_controller$/, '')
    for (const each of this.code.lineage(at)) {
      const method = methodsOf(each.class, true).get(name) ?? (each.class.isModule
        ? methodsOf(each.class).get(name) : undefined)
      const last = method?.body.at(-1)
      if (!method || !last) continue
      const [result] = lastValues(last)
      const values = new Map<string, RubyValue>([
        ['controller_name', { kind: 'text', text: path.slice(path.lastIndexOf('/') + 1) }], ['controller_path',
          { kind: 'text', text: path }],
        ['name', { kind: 'text', text: at.name }], ['self', { kind: 'class', class: at }],
      ])
      const found = result ? this.of(result, { values, around: at.name, file: at.file }, depth + 1) : unknown
      return found.kind === 'unknown' ? this.mentioned(at) : found
    }
    if (name === 'controller_path') return { kind: 'text', text: path }
    if (name === 'controller_name') return { kind: 'text', text: path.slice(path.lastIndexOf('/') + 1) }
    return this.mentioned(at)
  }

  /** Controllers that a class which lists some mentions: what a method that is not followed may give. */
  private mentioned(at: RubyClass): RubyValue {
    const names = new Set<string>()
    const look = (statements: readonly Statement[]): void => walk(statements, (node) => {
      const name = constantName(node)
      if (!name.endsWith('Controller')) return undefined
      names.add(name)
      return false
    })
    for (const each of this.code.lineage(at)) if (!/Controller$/.test(each.name)) look(each.class.body)
    const items = [...names].flatMap((name): RubyValue[] => {
      const found = this.code.find(name, at.name)
      return found ? [{ kind: 'class', class: found }] : []
    })
    return items.length === 0 ? unknown : { kind: 'list', items }
  }
}

const EMPTY: Expression = { kind: 'text', text: '', start: 0, end: 0 }

/** The text of a value; null for one that is none. */
export function textOf(value: RubyValue): string | null {
  if (value.kind === 'text') return value.text
  return value.kind === 'constant' && typeof value.value === 'number' ? String(value.value) : null
}

/** Items of a list, pairs of a map; a single value is a list of itself. */
export function itemsOf(value: RubyValue): RubyValue[] {
  if (value.kind === 'list') return value.items
  if (value.kind === 'map') return value.entries.map(({ key, value: item }) => ({ kind: 'list', items: [key, item] }))
  return value.kind === 'unknown' || (value.kind === 'constant' && value.value === null) ? [] : [value]
}

function flattened(value: RubyValue): RubyValue[] {
  return value.kind === 'list' ? value.items.flatMap(flattened) : [value]
}

/** All texts in a value. */
export function textsIn(value: RubyValue): string[] {
  return itemsOf(value).flatMap((item) => (item.kind === 'list' ? textsIn(item) : textOf(item) ?? []))
}

function ofText(text: string, name: string): RubyValue {
  const change: Readonly<Record<string, (text: string) => string>> = {
    dasherize, underscore, pluralize, singularize, humanize, downcase: (each) => each.toLowerCase(), parameterize: (each) => each.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    camelize: (each) => each, classify: (each) => each, titleize: humanize, demodulize: (each) => each
      .slice(each.lastIndexOf('::') + 2), to_param: (each) => each,
  }
  const changed = change[name]
  return changed ? { kind: 'text', text: changed(text) } : unknown
}

