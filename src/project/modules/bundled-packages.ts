/**
 * Packages of vendors that a build has put into a site's own file. What a package exports is known by the names that
 * a minifier leaves (`trackers/bundled.ts`), and what holds it is an import again: everything that follows imports
 * follows it. What stands inside is the vendor's business.
 */
import type { FileFacts } from '../../facts/facts.js'
import { addImport, importFunctions } from '../../facts/compiled/libraries.js'
import { placesOf, smallestWith, type Places } from '../../facts/compiled/marks.js'
import type { BindingId, FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { spansAround } from '../../lines.js'
import { bundledExports, type BundledExport } from '../../trackers/bundled.js'
import type { Span } from '../../types.js'

/** UTF-16 code units: a file with a package of a vendor in it is larger. */
const SHORTEST = 20_000
/** UTF-16 code units of a function that only hands its arguments on, and of one that a package exports. */
const THIN = 160
const LARGEST = 30_000
/** How many modules may pass on what one of them exports. */
const MEMBERS = 4

const wanted = new Set(bundledExports.flatMap(({ members = [], marks = [], callerMark = [], beside = [] }) =>
  [members, marks, callerMark, beside].flat()))

/** The facts of a file that was just read, with its packages as imports. */
export function withBundledPackages(facts: FileFacts): FileFacts {
  if (facts.language === 'javascript' && !facts.container) {
    for (const script of facts.scripts) if (script.end - script.start >= SHORTEST) new Packages(script).restore()
  }
  return facts
}

class Packages {
  private readonly places: Places
  private readonly around: (offset: number) => readonly FunctionId[]
  private readonly own: Span[] = []
  private readonly marked = new Map<FunctionId, { source: string; name: string }>()
  private readonly bindings = new Map<BundledExport, BindingId>()
  private readonly replaced = new Set<ValueId>()

  constructor(private readonly script: ScriptFacts) {
    this.places = placesOf(script, wanted, true)
    this.around = spansAround(script.functions)
  }

  restore(): void {
    const rows = bundledExports.filter(({ members = [], marks = [], beside = [] }) =>
      [members, marks, beside].flat().every((name) => this.places.has(name)))
    if (rows.length === 0) return
    for (const row of rows) {
      if (row.isModule) this.modules(row, row.marks ?? [])
      else if (row.marks) this.functions(row, row.marks)
      else if (row.members) this.objects(row, row.members)
      else this.delegates(row)
    }
    this.handedOn()
    importFunctions(this.script, this.marked)
    if (this.replaced.size > 0) {
      this.script.calls = this.script.calls.filter(({ value }) => !this.replaced.has(value))
    }
    if (this.own.length > 0) this.script.packaged = this.own
  }

  private mark(id: FunctionId, { package: source }: BundledExport, name: string): void {
    const facts = this.script.functions[id]
    if (id <= 0 || !facts || facts.end - facts.start > LARGEST || this.marked.has(id)) return
    this.marked.set(id, { source, name })
    this.own.push(spanOf(facts))
  }

  private functions(row: BundledExport, marks: readonly string[]): void {
    for (const id of smallestWith(this.script, marks, this.places, this.around)) {
      if (sizeOf(this.script, id) > (row.most ?? LARGEST)) continue
      const inner = row.callerMark === undefined ? [id] : this.callersOf(id, row.callerMark)
      const meant = row.isAround ? inner.map((each) => this.script.functions[each]?.parent ?? 0) : inner
      for (const each of meant) this.mark(each, row, row.exported)
    }
  }

  /** What loads the CommonJS module around the marks loads the package. */
  private modules(row: BundledExport, marks: readonly string[]): void {
    const { functions, values, calls } = this.script
    for (const id of smallestWith(this.script, marks, this.places, this.around)) {
      const around = this.around((functions[id] as Span).start).filter((each) => each > 0)
        .sort((a, b) => sizeOf(this.script, b) - sizeOf(this.script, a))
      // What a module exports was put where its function begins; other modules are functions that give it back.
      const starts = new Map(around.map((each) => [(functions[each] as Span).start, each]))
      const loads = new Map<ValueId, FunctionId>()
      values.forEach(({ kind, start, end }, value) => {
        const owner = kind === 'object' && start === end ? starts.get(start) : undefined
        if (owner !== undefined) loads.set(value, owner)
      })
      for (const { value } of calls) {
        const call = values[value]
        if (call?.kind !== 'call' || call.arguments.length > 0 || values[call.callee]?.kind !== 'binding') continue
        const owner = this.functionOf(call.callee)
        if (around.includes(owner) && functions[owner]?.returns.length) loads.set(value, owner)
      }
      const owners = new Set(loads.values())
      const module = around.find((each) => owners.has(each))
      this.own.push(spanOf(functions[module ?? id] as Span))
      for (const [value, owner] of loads) if (owner === module) this.replace(row, value)
    }
  }

  /** Functions with a name in them that call a function. */
  private callersOf(id: FunctionId, name: string): FunctionId[] {
    const at = this.places.get(name) ?? []
    return this.script.calls.flatMap(({ value, scope }) => {
      const call = this.script.values[value]
      const { start, end } = this.script.functions[scope] as Span
      const isCaller = call?.kind === 'call' && scope > 0 && this.functionOf(call.callee) === id
      return isCaller && at.some((place) => start <= place && place < end) ? [scope] : []
    })
  }

  /** The function that a callee is, where it is one: written there, or what its only name stands for. */
  private functionOf(callee: ValueId): FunctionId {
    const shape = this.meant(callee)
    return shape?.kind === 'function' ? shape.function : -1
  }

  /** A value, or the only one that its name stands for; a member of a module of the same file is what that exports. */
  private meant(id: ValueId, depth = 0): Value | undefined {
    const { values, bindings } = this.script
    const value = values[id]
    if (value?.kind === 'member' && depth < MEMBERS) {
      const entry = this.moduleOf(value.object)?.entries.findLast(({ name }) => name !== null && name === value.name)
      return entry ? this.meant(entry.value, depth + 1) : value
    }
    const [only, ...others] = value?.kind === 'binding' ? (bindings[value.binding]?.definitions ?? []) : [id]
    if (only === undefined || others.length > 0) return undefined
    return only !== id && values[only]?.kind === 'member' ? this.meant(only, depth + 1) : values[only]
  }

  /** What a module of the same file exports, where a value is one that was loaded. */
  private moduleOf(id: ValueId): (Value & { kind: 'object' }) | null {
    const { values, bindings } = this.script
    const value = values[id]
    const [only, ...others] = value?.kind === 'binding' ? (bindings[value.binding]?.definitions ?? []) : [id]
    const loaded = only === undefined || others.length > 0 ? undefined : values[only]
    const exported = loaded?.kind === 'choice' && loaded.values.length === 1 ? values[loaded.values[0] as ValueId] : undefined
    return exported?.kind === 'object' ? exported : null
  }

  private objects(row: BundledExport, members: readonly string[]): void {
    const { script } = this
    const fits = (names: readonly (string | null)[]): boolean => members.every((name) => names.includes(name))
    if (row.of === undefined) {
      script.values.forEach((value, id) => {
        if (value.kind !== 'object' || value.entries.length < members.length) return
        if (fits(value.entries.map(({ name }) => name))) this.object(row, id)
      })
      return
    }
    if (row.of === 'result' || row.of === 'namespace') {
      script.values.forEach((value, id) => {
        if (value.kind !== 'object' || value.entries.length < members.length) return
        if (!fits(value.entries.map(({ name }) => name))) return
        if (row.of === 'namespace') this.namespace(row, value)
        else this.result(row, id)
      })
      return
    }
    const classes = new Set(script.classes.flatMap((facts, id) =>
      (fits(facts.members.map(({ name }) => name)) ? [id] : [])))
    const constructors = this.constructorsWith(members, row.of === 'class')
    for (const id of constructors) {
      const facts = script.functions[id] as ScriptFacts['functions'][number]
      if (facts.class >= 0) classes.add(facts.class)
      this.own.push(spanOf(facts))
    }
    for (const id of classes) this.own.push(spanOf(script.classes[id] as Span))
    if (classes.size === 0 && constructors.size === 0) return
    const isOne = (value: Value | undefined): boolean => (value?.kind === 'class' ? classes.has(value.class)
      : value?.kind === 'function' && constructors.has(value.function))
    if (row.of === 'class' || row.of === 'constructor') {
      script.values.forEach((value, id) => {
        if (isOne(value)) this.replace(row, id)
      })
      return
    }
    for (const { value, scope } of script.calls) {
      const call = script.values[value]
      if (call?.kind !== 'call' || !call.isNew || !isOne(this.meant(call.callee))) continue
      if (row.of === 'maker') this.mark(scope, row, row.exported)
      else this.replace(row, value)
    }
  }

  /** The function that gives an object back is the package's. */
  private result(row: BundledExport, id: ValueId): void {
    const [maker] = this.around((this.script.values[id] as Value).start).filter((each) => each > 0)
      .sort((a, b) => sizeOf(this.script, a) - sizeOf(this.script, b))
    const returns = maker === undefined ? [] : (this.script.functions[maker]?.returns ?? [])
    if (maker !== undefined && returns.some((value) => this.leadsTo(value, [id]))) this.mark(maker, row, row.exported)
  }

  /** What an object holds is the package's, each by its name; `send: () => a` gives it when it is asked. */
  private namespace(row: BundledExport, { entries }: Value & { kind: 'object' }): void {
    for (const { name, value } of entries) {
      const own = this.functionOf(value)
      const [given] = own < 0 ? [] : (this.script.functions[own]?.returns ?? [])
      const meant = given !== undefined && sizeOf(this.script, own) <= THIN / 4 ? this.functionOf(given) : -1
      if (name !== null) this.mark(meant > 0 ? meant : own, row, name)
    }
  }

  /** Functions whose instances, or which themselves, are given all of these members one by one. */
  private constructorsWith(members: readonly string[], isStatic: boolean): Set<FunctionId> {
    const given = new Map<FunctionId, Set<string>>()
    const note = (id: FunctionId, name: string | null): void => {
      if (id <= 0 || name === null || !members.includes(name)) return
      given.set(id, (given.get(id) ?? new Set()).add(name))
    }
    for (const { object, name } of this.script.stores) {
      const target = this.script.values[object]
      if (isStatic) note(target?.kind === 'binding' ? this.functionOf(object) : -1, name)
      else if (target?.kind === 'this') note(target.function, name)
      else if (target?.kind === 'member' && target.name === 'prototype') note(this.functionOf(target.object), name)
    }
    // `define(this, 'send', function () { … })`, as fields of classes are written for older browsers.
    for (const { value } of isStatic ? [] : this.script.calls) {
      const call = this.script.values[value]
      if (call?.kind !== 'call' || call.arguments.length !== 3) continue
      const [self, key] = call.arguments.map((id) => this.script.values[id])
      if (self?.kind === 'this' && key?.kind === 'constant') note(self.function, String(key.value))
    }
    return new Set([...given].flatMap(([id, names]) => (names.size === members.length ? [id] : [])))
  }

  private object(row: BundledExport, id: ValueId): void {
    const { script } = this
    const { start, end } = script.values[id] as Value
    this.replace(row, id)
    // `publish({ … })` adds to the object and gives it back.
    const handed = script.calls.flatMap(({ value }) => {
      const call = script.values[value]
      const isAround = call?.kind === 'call' && call.start <= start && end <= call.end
      return isAround && call.arguments.includes(id) ? [value] : []
    })
    for (const value of handed) this.replace(row, value)
    // `var kit = make()`, by the function that the object is made in.
    const makers = this.around(start).filter((each) => each > 0).sort((a, b) => sizeOf(script, a) - sizeOf(script, b))
    const [maker] = makers
    const returns = maker === undefined ? [] : (script.functions[maker]?.returns ?? [])
    if (maker === undefined || !returns.some((value) => this.leadsTo(value, [id, ...handed]))) return
    for (const { value } of script.calls) {
      const call = script.values[value]
      if (call?.kind === 'call' && this.functionOf(call.callee) === maker) this.replace(row, value)
    }
  }

  /** One of the values, or a name that was given one. */
  private leadsTo(value: ValueId, meant: readonly ValueId[]): boolean {
    const shape = this.script.values[value]
    const definitions = shape?.kind === 'binding' ? (this.script.bindings[shape.binding]?.definitions ?? []) : []
    return meant.includes(value) || definitions.some((id) => meant.includes(id))
  }

  private replace(row: BundledExport, id: ValueId): void {
    const { start, end } = this.script.values[id] as Value
    let binding = this.bindings.get(row)
    if (binding === undefined) {
      binding = addImport(this.script, row.package, row.exported, { start, end })
      this.bindings.set(row, binding)
    }
    if (this.script.values[id]?.kind !== 'call') this.own.push({ start, end })
    else this.replaced.add(id)
    this.script.values[id] = { kind: 'binding', binding, start, end }
  }

  private delegates(row: BundledExport): void {
    for (const { value, scope } of this.script.calls) {
      const call = this.script.values[value]
      const callee = call?.kind === 'call' ? this.script.values[call.callee] : undefined
      if (call?.kind !== 'call' || callee?.kind !== 'member' || callee.name === null) continue
      if (scope <= 0 || sizeOf(this.script, scope) > THIN || !row.delegates?.includes(callee.name)) continue
      const object = this.script.values[callee.object]
      const isBare = object?.kind === 'call' && object.arguments.length === 0
      const parent = this.script.functions[scope]?.parent ?? 0
      const meant = isBare && call.arguments.length === this.script.functions[scope]?.parameters ? scope
        : this.isParameter(callee.object, scope, 0) && sizeOf(this.script, parent) <= THIN ? parent : 0
      const handsOn = meant > 0 && call.arguments.every((id, index) => this.isParameter(id, meant, index))
      if (handsOn) this.mark(meant, row, callee.name)
    }
  }

  /** `init = (options) => start({ ...options })`: what hands on all that it is given is what it calls. */
  private handedOn(): void {
    for (let round = 0; round < 2; round++) {
      for (const { value, scope } of this.script.calls) {
        const call = this.script.values[value]
        const known = call?.kind === 'call' ? this.marked.get(this.functionOf(call.callee)) : undefined
        const first = call?.kind === 'call' ? call.arguments[0] : undefined
        if (!known || first === undefined || scope <= 0 || this.marked.has(scope)) continue
        if (sizeOf(this.script, scope) > THIN * 3 || !this.isAllOf(first, scope)) continue
        this.marked.set(scope, known)
        this.own.push(spanOf(this.script.functions[scope] as Span))
      }
    }
  }

  /** A parameter, or an object that holds what it holds and nothing else. */
  private isAllOf(id: ValueId, scope: FunctionId): boolean {
    if (this.isParameter(id, scope, 0)) return true
    const object = this.meant(id)
    const [entry, ...more] = object?.kind === 'object' ? object.entries : []
    return entry?.name === null && more.length === 0 && this.isParameter(entry.value, scope, 0)
  }

  private isParameter(id: ValueId, scope: FunctionId, index: number): boolean {
    const value = this.script.values[id]
    const inner = value?.kind === 'spread' ? this.script.values[value.value] : value
    const parameter = inner?.kind === 'binding' ? this.script.bindings[inner.binding]?.parameter : null
    return parameter?.function === scope && parameter.index === index && parameter.path.length === 0
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function sizeOf(script: ScriptFacts, id: FunctionId): number {
  const { start, end } = script.functions[id] as Span
  return end - start
}
