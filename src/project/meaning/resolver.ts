/**
 * Answers "what is this value?" across files, on demand and memoised: aliases, object members, classes, modules of all
 * forms, hooks that return objects of functions, contexts, and declared types where nothing else is known.
 */
import { bundleModule } from '../../facts/compiled/chunks.js'
import type { FileFacts } from '../../facts/facts.js'
import type { Binding, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { parameterMeanings, promisedMeanings } from './handed/callbacks.js'
import { contextMeanings } from './handed/contexts.js'
import { exportedMeanings } from './exports.js'
import { memberMeanings } from './members.js'
import { extend, meaningKey, type FunctionReference, type Meaning, type ValueReference } from './meaning.js'
import { givenBack, passThrough } from './pass-through.js'
import { Registries } from './handed/registries.js'
import { createScopes, type Declared, type Scopes } from './scopes.js'
import { scriptIndex } from './script-index.js'

export interface ResolverHost {
  /** Facts of a file of the project; undefined when there is no such file. */
  facts(path: string): FileFacts | undefined
  /** The file a specifier names, or null when it is a package or cannot be found. */
  resolve(from: string, specifier: string): string | null
  /** Functions and values the project's classic scripts put on the global object. */
  globals(name: string): readonly ValueReference[]
  /** Classes that implement or are named by a type. */
  classesOfType(type: string): readonly { file: string; script: number; class: number }[]
  /** Calls that register something under a key. */
  registrations(): readonly ValueReference[]
  /** Calls by which something of this name is handed a client. */
  handing(name: string): readonly ValueReference[]
  /** There are such calls. */
  isHanding(): boolean
}

/** How deep one question may go; a chain this long is not code a person wrote by hand. */
const DEPTH = 40
const WIDTH = 12
/** How many values one question may look at; in a bundle, where every question is asked of everything, few. */
const STEPS = 4000
const STEPS_IN_BUNDLE = 150
const BUNDLE = 50_000
/** A name that is given more values than this (minified code uses one letter for everything) may be anything. */
const DEFINITIONS = 32

/** More values than a script has. */
const VALUES = 2 ** 26

/** Answers about the values of one file, by script and value. */
interface FileAnswers {
  whole: Map<number, Meaning[]>
  running: Set<number>
  /** Answers that hold only within the question being asked, and the number of that question. */
  scratch: Map<number, Meaning[]>
  question: number
  /** How many values a question about one of its scripts may look at. */
  mostSteps: number[]
}

export class Resolver {
  /** Answers by the file the value stands in. */
  private readonly memo = new Map<string, FileAnswers>()
  /** For each file, the files its answers were made with. */
  private readonly restsOn = new Map<string, Set<string>>()
  private cuts = 0
  /** How many questions were asked. */
  private questions = 0
  private asking: string | null = null
  private steps = 0
  private mostSteps = STEPS

  /** How deep one question may go. */
  readonly depth = DEPTH

  /** Names across the scripts of a component. */
  readonly scopes: Scopes

  readonly registries = new Registries(this)

  constructor(readonly host: ResolverHost) {
    this.scopes = createScopes((path) => host.facts(path))
  }

  script(reference: { file: string; script: number }): ScriptFacts | undefined {
    return this.host.facts(reference.file)?.scripts[reference.script]
  }

  /** All things a value may be; empty when nothing is known. */
  meanings(reference: ValueReference, depth = 0): Meaning[] {
    const key = reference.script * VALUES + reference.value
    let answers = this.memo.get(reference.file)
    if (!answers) this.memo.set(reference.file, answers = { whole: new Map(), running: new Set(), scratch: new Map(), question: 0, mostSteps: [] })
    this.needs(reference.file)
    if (depth === 0) {
      this.questions++
      this.steps = 0
      this.mostSteps = answers.mostSteps[reference.script] ??= (this.script(reference)?.values.length ?? 0) > BUNDLE ? STEPS_IN_BUNDLE : STEPS
    }
    const whole = answers.whole.get(key)
    if (whole) return whole
    if (answers.question !== this.questions) {
      answers.question = this.questions
      answers.scratch.clear()
    }
    const known = answers.scratch.get(key)
    if (known) return known
    if (++this.steps > this.mostSteps) return []
    if (depth > DEPTH || answers.running.has(key)) {
      this.cuts++
      return []
    }
    answers.running.add(key)
    const cutsBefore = this.cuts
    const asking = this.asking
    this.asking = reference.file
    const found = unique(this.compute(reference, depth + 1))
    this.asking = asking
    answers.running.delete(key)
    // An answer that was cut short by a cycle is only good for the question that cut it.
    const isWhole = depth === 0 || (this.cuts === cutsBefore && this.steps <= this.mostSteps)
    ;(isWhole ? answers.whole : answers.scratch).set(key, found)
    return found
  }

  /** Asks something else in the middle of a question, which may then look at as many values as before. */
  apart<T>(ask: () => T): T {
    const { steps, mostSteps } = this
    this.steps = 0
    this.mostSteps = STEPS
    const answer = ask()
    this.steps = steps
    this.mostSteps = mostSteps
    return answer
  }

  /** Notes that the answer being made rests on a file. */
  needs(needed: string): void {
    const { asking } = this
    if (asking === null || asking === needed) return
    const list = this.restsOn.get(asking)
    if (list) list.add(needed)
    else this.restsOn.set(asking, new Set([needed]))
  }

  /** Forgets all answers that files took part in; gives the files whose answers are gone. */
  forget(files: readonly string[]): ReadonlySet<string> {
    const gone = new Set(files)
    if (files.length === 0) return gone
    const neededBy = new Map<string, string[]>()
    for (const [asking, needed] of this.restsOn) {
      for (const file of needed) {
        const list = neededBy.get(file)
        if (list) list.push(asking)
        else neededBy.set(file, [asking])
      }
    }
    for (const file of gone) for (const asking of neededBy.get(file) ?? []) gone.add(asking)
    for (const file of gone) {
      this.memo.delete(file)
      this.restsOn.delete(file)
    }
    return gone
  }

  private compute(reference: ValueReference, depth: number): Meaning[] {
    const script = this.script(reference)
    const value = script?.values[reference.value]
    if (!script || !value) return []
    const at = (id: ValueId): ValueReference => ({ ...reference, value: id })
    switch (value.kind) {
      case 'constant': return [{ kind: 'constant', value: value.value }]
      case 'global': return this.global(reference, value.name, depth)
      case 'binding': return this.binding(reference, script.bindings[value.binding] as Binding, depth)
      case 'member': {
        const names = value.name !== null ? [value.name] : this.constants(at(value.key as ValueId), depth)
        const objects = this.meanings(at(value.object), depth)
        return names.flatMap((name) => objects.flatMap((object) => this.member(object, String(name), depth)))
      }
      case 'call': return this.call(reference, value, depth)
      case 'function': return [{ kind: 'function', file: reference.file, script: reference.script, function: value.function }]
      case 'class': return [{ kind: 'class', file: reference.file, script: reference.script, class: value.class }]
      case 'object': return [{ kind: 'object', ...reference }]
      case 'array': return [{ kind: 'object', ...reference }]
      case 'choice': return value.values.flatMap((id) => this.meanings(at(id), depth))
      case 'await': return this.meanings(at(value.value), depth)
      case 'yield': return this.meanings(at(value.value), depth)
      case 'spread': return this.meanings(at(value.value), depth)
      case 'rest': return this.meanings(at(value.object), depth)
      case 'this': {
        const owner = script.functions[value.function]
        if (value.isSuper && owner && owner.class >= 0) return this.above(reference, script, owner.class, depth)
        if (owner && owner.class >= 0) return [{ kind: 'instance', file: reference.file, script: reference.script, class: owner.class }]
        const literal = owner && value.function !== 0 ? scriptIndex(script).objectOfMethod(value.function) : undefined
        if (literal !== undefined) return [{ kind: 'object', ...at(literal) }]
        return value.function === 0 && script.goal !== 'module' ? [{ kind: 'external', root: 'global', name: 'globalThis', path: '' }] : []
      }
      case 'import': {
        const [source] = this.constants(at(value.source), depth)
        return typeof source === 'string' ? this.module(reference.file, source) : []
      }
      case 'template': {
        const text = this.constantText(reference, depth)
        return text === null ? [] : [{ kind: 'constant', value: text }]
      }
      default: return []
    }
  }

  /** An instance of the class that a class extends. */
  private above(reference: ValueReference, script: ScriptFacts, id: number, depth: number): Meaning[] {
    const superclass = script.classes[id]?.superclass
    if (superclass === null || superclass === undefined) return []
    return this.meanings({ ...reference, value: superclass }, depth).flatMap((meaning): Meaning[] =>
      (meaning.kind === 'class' ? [{ ...meaning, kind: 'instance' }] : meaning.kind === 'external' ? [extend(meaning, '#')] : []))
  }

  private constantText(reference: ValueReference, depth: number): string | null {
    const value = this.script(reference)?.values[reference.value]
    if (value?.kind !== 'template') return null
    let text = ''
    for (const part of value.parts) {
      const [constant] = this.constants({ ...reference, value: part }, depth)
      if (constant === undefined) return null
      text += String(constant)
    }
    return text
  }

  /** The literals a value may be. */
  constants(reference: ValueReference, depth = 0): (string | number | boolean | null)[] {
    return this.meanings(reference, depth).flatMap((meaning) => (meaning.kind === 'constant' ? [meaning.value] : []))
  }

  private global(reference: ValueReference, name: string, depth: number): Meaning[] {
    if (name === 'globalThis') return [{ kind: 'external', root: 'global', name, path: '' }]
    // What a page's own script declares is a global of the page, and stays one.
    const outer = this.scopes.outer(reference.file, reference.script, name)
      .filter(({ kind, file, script }) => kind === 'instance' || this.script({ file, script })?.goal !== 'script')
    if (outer.length > 0) return outer.flatMap((declared) => this.declared(declared, depth))
    const own = this.host.globals(name).flatMap((definition) => this.meanings(definition, depth))
    return [{ kind: 'external', root: 'global', name, path: name }, ...own, ...this.written(reference, name)]
  }

  /** `partner = '123'` without a declaration: a constant that the same script gives the global, once. */
  private written(reference: ValueReference, name: string): Meaning[] {
    const script = this.script(reference)
    const [store, ...others] = script ? scriptIndex(script).storesOnGlobal().filter((each) => each.name === name) : []
    const value = store && others.length === 0 ? script?.values[store.value] : undefined
    return value?.kind === 'constant' ? [{ kind: 'constant', value: value.value }] : []
  }

  /** What a name of a template stands for in its component. */
  private declared(place: Declared, depth: number): Meaning[] {
    const { file, script, id } = place
    this.needs(file)
    if (place.kind === 'value') {
      const whole = this.meanings({ file, script, value: id }, depth)
      return (place.names ?? []).reduce((meanings, name) => meanings.flatMap((meaning) => this.member(meaning, name, depth)), whole)
    }
    if (place.kind === 'instance') return this.member({ kind: 'instance', file, script, class: id }, place.name, depth)
    const binding = this.script(place)?.bindings[id]
    return binding ? this.binding({ file, script, value: 0 }, binding, depth) : []
  }

  /** What a binding holds. */
  binding(reference: ValueReference, binding: Binding, depth: number): Meaning[] {
    if (binding.imported) {
      if (binding.imported.typeOnly) return []
      return this.imported(reference.file, binding.imported.source, binding.imported.name, depth)
    }
    if (binding.definitions.length > DEFINITIONS) return []
    const found = binding.definitions.flatMap((definition) => this.meanings({ ...reference, value: definition }, depth))
    if (binding.parameter) found.push(...parameterMeanings(this, reference, binding, depth))
    if (found.length === 0 && binding.type !== null) {
      return [{ kind: 'typed', file: reference.file, script: reference.script, type: binding.type }]
    }
    return found
  }

  /** Members of what a value may be. */
  member(object: Meaning, name: string, depth = 0): Meaning[] {
    if (depth > DEPTH || ++this.steps > this.mostSteps) return []
    return memberMeanings(this, object, name, depth + 1)
  }

  private call(reference: ValueReference, value: Value & { kind: 'call' }, depth: number): Meaning[] {
    const script = this.script(reference) as ScriptFacts
    const at = (id: ValueId): ValueReference => ({ ...reference, value: id })
    const promised = promisedMeanings(this, reference, value, depth)
    if (promised) return promised
    const callees = this.meanings(at(value.callee), depth)
    const found: Meaning[] = []
    for (const callee of callees) {
      if (callee.kind === 'external') {
        const passed = passThrough(
          callee,
          value.arguments,
          (id) => this.meanings(at(id), depth),
          (target) => this.returns(target, depth),
          (id) => contextMeanings(this, at(id), depth),
        )
        if (passed) found.push(...passed)
        else if (callee.path === 'require' && callee.root === 'global') {
          const [source] = value.arguments[0] === undefined ? [] : this.constants(at(value.arguments[0]), depth)
          if (typeof source === 'string') found.push(...this.module(reference.file, source))
        } else found.push(extend(callee, value.isNew ? '#' : '()'))
      } else if (callee.kind === 'class') found.push({ ...callee, kind: 'instance' })
      else if (callee.kind === 'function') {
        const back = givenBack(this.script(callee) as ScriptFacts, callee.function).flatMap((index) => value.arguments[index] ?? [])
        found.push(...this.returns(callee, depth), ...(value.isNew ? [{ kind: 'object' as const, ...reference }] : []))
        found.push(...back.flatMap((argument) => this.meanings(at(argument), depth)))
      }
    }
    if (!found.some(({ kind }) => kind !== 'external')) found.push(...this.registries.asked(reference, value, depth))
    const type = script.typed?.[reference.value]
    if (type !== undefined && !found.some((meaning) => meaning.kind !== 'external')) {
      found.push({ kind: 'typed', file: reference.file, script: reference.script, type })
    }
    return found
  }

  /** What a function gives back. */
  returns(target: FunctionReference, depth = 0): Meaning[] {
    const script = this.script(target)
    const facts = script?.functions[target.function]
    if (!facts) return []
    return facts.returns.flatMap((value) => this.meanings({ file: target.file, script: target.script, value }, depth + 1))
  }

  private module(from: string, specifier: string): Meaning[] {
    const file = this.host.resolve(from, specifier)
    return [file === null ? { kind: 'external', root: 'package', name: specifier, path: '' } : { kind: 'module', file }]
  }

  imported(from: string, specifier: string, name: string, depth: number): Meaning[] {
    const file = this.host.resolve(from, specifier)
    if (file === null && bundleModule(specifier)) return []
    if (file === null) return [{ kind: 'external', root: 'package', name: specifier, path: name === '*' ? '' : name }]
    return name === '*' ? [{ kind: 'module', file }] : exportedMeanings(this, file, name, depth)
  }
}

function unique(meanings: Meaning[]): Meaning[] {
  const seen = new Map<string, Meaning>()
  for (const meaning of meanings) {
    const key = meaningKey(meaning)
    if (!seen.has(key) && seen.size < WIDTH) seen.set(key, meaning)
  }
  return [...seen.values()]
}
