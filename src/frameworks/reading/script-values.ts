/**
 * Reads what scripts write down literally, across files and without running anything: names, imports, members of
 * objects, arrays that are spread, joined or mapped. Route tables and configurations are read with it. What cannot be
 * told is left out, or stands as a HOLE in a text.
 */
import type { BindingId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import { NOTHING_GIVEN, parameterKey, ScriptGraph, type ScriptValue } from './script-graph.js'

export { NOTHING_GIVEN, parameterKey, type Given, type ScriptValue } from './script-graph.js'

/** How long a chain of names, how many items and texts, how many values in all one question follows. */
const DEPTH = 24
const WIDTH = 400
const TEXTS = 16
const STEPS = 60_000

export class ScriptReader extends ScriptGraph {
  private steps = 0

  /** All values that something may be, names and calls of the project's own functions followed to what they hold. */
  read(at: ScriptValue): ScriptValue[] {
    this.steps = 0
    return this.follow(at, 0)
  }

  /** A property of an object or element, a member of a module, an item of an array. */
  property(at: ScriptValue, name: string): ScriptValue[] {
    this.steps = 0
    return this.members(at, name, 0)
  }

  /** Items of an array: spreads, `concat`, `filter` and `map` are followed, fragments give their children. */
  items(at: ScriptValue): ScriptValue[] {
    this.steps = 0
    return this.list(at, 0)
  }

  /** All texts a value may be; HOLE stands for each part that is not literal. */
  texts(at: ScriptValue): string[] {
    this.steps = 0
    return [...new Set(this.strings(at, 0))].slice(0, TEXTS)
  }

  /** The one text a value is, or null when it is none or not wholly literal. */
  text(at: ScriptValue | undefined): string | null {
    const [only, ...others] = at === undefined ? [] : this.texts(at)
    return only === undefined || others.length > 0 || only.includes(HOLE) ? null : only
  }

  /** What a module exports under a name. */
  exported(file: string, name: string): ScriptValue[] {
    this.steps = 0
    return this.exportsOf(file, name, 0)
  }

  private follow(at: ScriptValue, depth: number): ScriptValue[] {
    const shape = this.shape(at)
    if (!shape || depth > DEPTH || ++this.steps > STEPS) return shape ? [] : [at]
    const here = (value: ValueId): ScriptValue[] => this.follow(this.beside(at, value), depth + 1)
    switch (shape.kind) {
      case 'binding': return this.binding(at, shape.binding, depth)
      case 'member': {
        const key = shape.key === null ? null : this.beside(at, shape.key)
        const names = shape.name !== null ? [shape.name] : key === null ? [] : this.strings(key, depth + 1)
        const found = names.flatMap((name) => this.members(this.beside(at, shape.object), name, depth + 1))
        // A literal without the name has nothing there; of anything else it may be anything.
        return found.length > 0 || this.isLiteral(this.beside(at, shape.object), depth) ? found : [at]
      }
      case 'choice': return shape.values.flatMap(here)
      case 'rest': return here(shape.object)
      case 'await': case 'spread': return here(shape.value)
      case 'call': return this.call(at, shape, depth)
      case 'import': {
        const [source] = this.strings(this.beside(at, shape.source), depth + 1)
        const file = source === undefined ? null : this.host.resolve(at.file, source)
        return file === null ? [at] : [{ file, script: 0, value: null, given: NOTHING_GIVEN }]
      }
      default: return [at]
    }
  }

  private isLiteral(at: ScriptValue, depth: number): boolean {
    return this.follow(at, depth + 1).every((target) => /^(object|array|constant)$/.test(this.shape(target)?.kind ?? ''))
  }

  private binding(at: ScriptValue, id: BindingId, depth: number): ScriptValue[] {
    const binding = this.script(at)?.bindings[id]
    if (!binding) return []
    if (binding.imported) {
      const file = binding.imported.typeOnly ? null : this.host.resolve(at.file, binding.imported.source)
      if (file === null) return [at]
      if (binding.imported.name === '*') return [{ file, script: 0, value: null, given: NOTHING_GIVEN }]
      const found = this.exportsOf(file, binding.imported.name, depth + 1)
      return found.length > 0 ? found : [at]
    }
    const { parameter } = binding
    const key = parameter ? parameterKey(at, parameter.function, parameter.index) : ''
    const part = parameter && parameter.path.length > 0 ? at.given.get(`${key}.${parameter.path.join('.')}`) : undefined
    if (part) return part.flatMap((value) => this.follow(value, depth + 1))
    const given = parameter ? at.given.get(key) : undefined
    if (parameter && given) {
      let values = [...given]
      for (const name of parameter.path) values = values.flatMap((value) => this.members(value, name, depth + 1))
      return values.flatMap((value) => this.follow(value, depth + 1))
    }
    if (binding.definitions.length === 0) return [at]
    return binding.definitions.flatMap((value) => this.follow(this.beside(at, value), depth + 1))
  }

  private call(at: ScriptValue, shape: Value & { kind: 'call' }, depth: number): ScriptValue[] {
    const callee = this.script(at)?.values[shape.callee]
    const [first] = shape.arguments
    if (callee?.kind === 'member' && callee.name !== null) {
      const object = this.beside(at, callee.object)
      if (callee.name === 'then' && first !== undefined) return this.then(at, object, first, depth)
      if (callee.name === 'freeze' && first !== undefined) return this.follow(this.beside(at, first), depth + 1)
      if (LISTS.has(callee.name)) return [at]
    }
    if (callee?.kind === 'global' && callee.name === 'require' && first !== undefined) return this.required(at, first, depth)
    const functions = this.functions(this.beside(at, shape.callee), depth)
    if (functions.length > 0) {
      const handed = shape.arguments.map((argument) => [this.beside(at, argument)])
      return functions.flatMap((value) => this.returns(value, handed, depth + 1))
    }
    // `useMemo(() => table, [])`: what the function gives back. What loads a component stays a call.
    if (first === undefined || shape.arguments.length !== 2) return [at]
    const results = this.returns(this.beside(at, first), [], depth + 1)
    return results.some((value) => this.shape(value)?.kind === 'array' || this.shape(value)?.kind === 'call') ? results : [at]
  }

  /** `require('./x')`: what the module assigns to `module.exports`, else the module itself. */
  private required(at: ScriptValue, source: ValueId, depth: number): ScriptValue[] {
    const [specifier] = this.strings(this.beside(at, source), depth + 1)
    const file = specifier === undefined ? null : this.host.resolve(at.file, specifier)
    if (file === null) return [at]
    const whole = this.exportsOf(file, 'default', depth + 1)
    return whole.length > 0 ? whole : [{ file, script: 0, value: null, given: NOTHING_GIVEN }]
  }

  /** `import('./x').then((module) => module.Name)`. */
  private then(at: ScriptValue, object: ScriptValue, callback: ValueId, depth: number): ScriptValue[] {
    const promised = this.follow(object, depth + 1)
    const given = this.functions(this.beside(at, callback), depth)
    return given.flatMap((value) => this.returns(value, [promised], depth + 1))
  }

  private functions(at: ScriptValue, depth: number): ScriptValue[] {
    return this.follow(at, depth + 1).filter((value) => this.shape(value)?.kind === 'function')
  }

  /** What a function gives back when it is called with these arguments. */
  private returns(at: ScriptValue, handed: readonly (readonly ScriptValue[])[], depth: number): ScriptValue[] {
    const shape = this.shape(at)
    const facts = shape?.kind === 'function' ? this.script(at)?.functions[shape.function] : undefined
    if (shape?.kind !== 'function' || !facts || depth > DEPTH) return []
    const given = new Map(at.given)
    handed.forEach((values, index) => given.set(parameterKey(at, shape.function, index), values))
    return facts.returns.flatMap((value) => this.follow({ ...at, value, given }, depth + 1))
  }

  /** What a function value gives back, its parameters unknown. */
  results(at: ScriptValue): ScriptValue[] {
    this.steps = 0
    return this.returns(at, [], 0)
  }

  private members(at: ScriptValue, name: string, depth: number): ScriptValue[] {
    return this.follow(at, depth + 1).slice(0, WIDTH).flatMap((target) => {
      if (target.value === null) return this.exportsOf(target.file, name, depth + 1)
      const shape = this.shape(target)
      if (shape?.kind === 'array' && /^\d+$/.test(name)) {
        const item = shape.items[Number(name)]
        return item === undefined ? [] : this.follow(this.beside(target, item), depth + 1)
      }
      if (shape?.kind === 'class') return this.statics(target, shape.class, name, depth)
      const entries = shape?.kind === 'object' ? shape.entries : shape?.kind === 'element' ? shape.properties : []
      // The last one wins; a spread may bring the name from anywhere.
      for (const entry of [...entries].reverse()) {
        if (entry.name === name) return this.follow(this.beside(target, entry.value), depth + 1)
        if (entry.name !== null || depth > DEPTH) continue
        const value = this.beside(target, entry.value)
        if (entry.key === null) {
          const spread = this.members(value, name, depth + 1)
          if (spread.length > 0) return spread
        } else if (this.strings(this.beside(target, entry.key), depth + 1).includes(name)) {
          return this.follow(value, depth + 1)
        }
      }
      return []
    })
  }

  private statics(at: ScriptValue, id: number, name: string, depth: number): ScriptValue[] {
    const member = this.script(at)?.classes[id]?.members.find((own) => own.isStatic && own.name === name)
    return typeof member?.value === 'number' ? this.follow(this.beside(at, member.value), depth + 1) : []
  }

  private list(at: ScriptValue, depth: number): ScriptValue[] {
    if (depth > DEPTH) return []
    return this.follow(at, depth).flatMap((target) => {
      const shape = this.shape(target)
      if (shape?.kind === 'array') {
        return shape.items.flatMap((id) => {
          const item = this.beside(target, id)
          return this.shape(item)?.kind === 'spread' ? this.list(item, depth + 1) : [item]
        })
      }
      if (shape?.kind === 'call') return this.made(target, shape, depth)
      if (shape?.kind === 'element' && this.isFragment(target, shape)) {
        return shape.children.flatMap((child) => this.list(this.beside(target, child), depth + 1))
      }
      return shape ? [target] : []
    }).slice(0, WIDTH)
  }

  private made(at: ScriptValue, shape: Value & { kind: 'call' }, depth: number): ScriptValue[] {
    const callee = this.script(at)?.values[shape.callee]
    if (callee?.kind !== 'member' || callee.name === null || !LISTS.has(callee.name)) return [at]
    const object = this.beside(at, callee.object)
    const [first] = shape.arguments
    if (callee.name === 'values' && first !== undefined) return this.entryValues(this.beside(at, first), depth)
    const pairs = first === undefined ? null : this.pairs(object, depth + 1)
    if (pairs && first !== undefined) return this.madeOfPairs(pairs, this.beside(at, first), depth)
    const items = this.list(object, depth + 1)
    if (callee.name === 'concat') {
      return [...items, ...shape.arguments.flatMap((id) => this.list(this.beside(at, id), depth + 1))]
    }
    if ((callee.name !== 'map' && callee.name !== 'flatMap') || first === undefined) return items
    const callbacks = this.functions(this.beside(at, first), depth)
    return items.slice(0, WIDTH).flatMap((item) => callbacks.flatMap((callback) =>
      this.returns(callback, [[item]], depth + 1).flatMap((value) => this.list(value, depth + 1))))
  }

  /** The values of `Object.entries(table)`; null for anything else. */
  private pairs(at: ScriptValue, depth: number): ScriptValue[] | null {
    const shape = this.shape(at)
    if (shape?.kind !== 'call' || this.written(at, shape.callee) !== 'Object.entries') return null
    const [table] = shape.arguments
    return table === undefined ? null : this.entryValues(this.beside(at, table), depth)
  }

  /** `Object.entries(table).map(([name, value]) => …)`: the values are followed, the names are not. */
  private madeOfPairs(pairs: readonly ScriptValue[], callback: ScriptValue, depth: number): ScriptValue[] {
    return this.functions(callback, depth).flatMap((at) => {
      const shape = this.shape(at)
      if (shape?.kind !== 'function') return []
      const key = `${parameterKey(at, shape.function, 0)}.1`
      return pairs.slice(0, WIDTH).flatMap((value) =>
        this.returns({ ...at, given: new Map([...at.given, [key, [value]]]) }, [], depth + 1)
          .flatMap((made) => this.list(made, depth + 1)))
    })
  }

  /** `Object.values(table)`. */
  private entryValues(at: ScriptValue, depth: number): ScriptValue[] {
    return this.follow(at, depth + 1).flatMap((target) => {
      const shape = this.shape(target)
      if (shape?.kind !== 'object') return []
      return shape.entries.flatMap((entry) => (entry.name === null ? [] : [this.beside(target, entry.value)]))
    })
  }

  private strings(at: ScriptValue, depth: number): string[] {
    if (depth > DEPTH) return [HOLE]
    return this.follow(at, depth).flatMap((target) => {
      const shape = this.shape(target)
      if (shape?.kind === 'constant') return shape.value === null ? [] : [String(shape.value)]
      if (shape?.kind !== 'template') return [HOLE]
      let texts = ['']
      for (const part of shape.parts) {
        const ends = this.strings(this.beside(target, part), depth + 1)
        const known = ends.length === 0 ? [HOLE] : ends
        texts = texts.flatMap((text) => known.map((end) => text + end)).slice(0, TEXTS)
      }
      return texts
    })
  }

  private exportsOf(file: string, name: string, depth: number): ScriptValue[] {
    if (depth > DEPTH || ++this.steps > STEPS) return []
    const found: ScriptValue[] = []
    const stars: string[] = []
    for (const [script, facts] of this.scripts(file).entries()) {
      const at: ScriptValue = { file, script, value: null, given: NOTHING_GIVEN }
      for (const item of facts.exports) {
        if (item.name === '*' && item.from) stars.push(item.from.source)
        if (item.name !== name) continue
        if (item.from) found.push(...this.reExported(file, item.from, depth))
        else if (item.binding !== null) found.push(...this.binding(at, item.binding, depth + 1))
        else if (item.value !== null) found.push(...this.follow(this.beside(at, item.value), depth + 1))
      }
      if (found.length === 0) found.push(...this.assigned(at, facts, name, depth))
    }
    if (found.length > 0 || name === 'default') return found
    return stars.flatMap((source) => this.reExported(file, { source, name }, depth))
  }

  private reExported(from: string, { source, name }: { source: string; name: string }, depth: number): ScriptValue[] {
    const file = this.host.resolve(from, source)
    if (file === null) return []
    return name === '*' ? [{ file, script: 0, value: null, given: NOTHING_GIVEN }] : this.exportsOf(file, name, depth + 1)
  }

  /** `module.exports = x`, `exports.name = x`, `module.exports.name = x`. */
  private assigned(at: ScriptValue, facts: ScriptFacts, name: string, depth: number): ScriptValue[] {
    return facts.stores.flatMap((store) => {
      const object = this.written(at, store.object)
      const value = this.beside(at, store.value)
      if (object === 'module' && store.name === 'exports') {
        return name === 'default' ? this.follow(value, depth + 1) : this.members(value, name, depth + 1)
      }
      return /^(module\.)?exports$/.test(object) && store.name === name ? this.follow(value, depth + 1) : []
    })
  }
}

/** Methods whose result is a list made of the list they are called on, and `Object.values`. */
const LISTS = new Set(['map', 'flatMap', 'filter', 'slice', 'sort', 'toSorted', 'reverse', 'concat', 'flat', 'values'])
