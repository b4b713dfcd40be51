/**
 * Modules of Elixir across the files of a tree, with what `use` puts into them.
 * https://hexdocs.pm/elixir/alias-require-and-import.html
 */
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { calledName, named, pathOf, positional, type Call, type Expression, type Statement } from '../../reading/code/nodes.js'
import { parseElixir } from './parser.js'

export interface ElixirFunction extends Span {
  name: string
  parameters: Expression[]
  body: Statement[]
}

export interface ElixirModule extends Span {
  /** With the modules around it: `ClinicWeb.Portal.VisitController`. */
  name: string
  file: string
  body: Statement[]
}

/** A statement of a module's own level, or one that a `use` puts there. */
export interface Directive {
  call: Call
  /** The module whose text it stands in. */
  module: ElixirModule
}

/** How deep a `use` in what a `use` brings is followed. */
const DEPTH = 6

export class ElixirCode {
  private readonly byFile = new Map<string, readonly ElixirModule[]>()
  private index: ReadonlyMap<string, readonly string[]> | null = null
  private readonly expanded = new Map<ElixirModule, readonly Directive[]>()
  private readonly expanding = new Set<ElixirModule>()
  private readonly named = new Map<ElixirModule, ReadonlyMap<string, string>>()
  private constructor(readonly host: FrameworkHost) {}

  private static readonly kept = new WeakMap<FrameworkHost, ElixirCode>()

  /** One for a host: what it has read is shared. */
  static of(host: FrameworkHost): ElixirCode {
    const known = ElixirCode.kept.get(host)
    if (known) return known
    const code = new ElixirCode(host)
    ElixirCode.kept.set(host, code)
    return code
  }

  /** Modules of a file, each before those in it. */
  modulesIn(file: string): readonly ElixirModule[] {
    let found = this.byFile.get(file)
    if (!found) {
      const list: ElixirModule[] = []
      collect(list, file, parseElixir(this.host.text(file) ?? ''), '')
      found = list
      this.byFile.set(file, found)
    }
    return found
  }

  /** The module of a full name; null when it is not in the tree. */
  module(name: string): ElixirModule | null {
    this.index ??= moduleIndex(this.host)
    for (const file of this.index.get(name.slice(name.lastIndexOf('.') + 1)) ?? []) {
      const found = this.modulesIn(file).find((module) => module.name === name)
      if (found) return found
    }
    return null
  }

  /** Calls on the module's own level and those that `use` brings in, such as `use ClinicWeb, :controller`. */
  directives(module: ElixirModule): readonly Directive[] {
    let found = this.expanded.get(module)
    if (!found) {
      if (this.expanding.has(module)) return []
      this.expanding.add(module)
      const list: Directive[] = []
      this.expand(list, module.body, module, 0)
      this.expanding.delete(module)
      found = list
      this.expanded.set(module, found)
    }
    return found
  }

  private expand(list: Directive[], body: readonly Statement[], module: ElixirModule, depth: number): void {
    for (const call of callsOf(body)) {
      const name = pathOf(call.callee)
      if (name === 'unquote' && depth > 0) {
        const [inner] = positional(call)
        const made = inner && (inner.kind === 'call' || inner.kind === 'name')
          ? functionsIn(module).find((each) => each.name === (inner.kind === 'call' ? calledName(inner) : inner.name)) : undefined
        if (made && depth < DEPTH) this.expand(list, quoted(made.body), module, depth + 1)
        continue
      }
      list.push({ call, module })
      if (name === 'use' && depth < DEPTH) this.use(list, call, module, depth)
    }
  }

  private use(list: Directive[], call: Call, from: ElixirModule, depth: number): void {
    const [what, which] = positional(call)
    const target = what?.kind === 'name' ? this.find(what.name, from) : null
    if (!target) return
    const functions = functionsIn(target)
    // `use ClinicWeb, :controller`, `use ClinicWeb, {:live_view, layout: …}`: the function of that name.
    const wanted = which?.kind === 'list' ? which.items[0]?.value : which
    const made = (wanted?.kind === 'symbol' ? functions.find(({ name }) => name === wanted.name) : undefined)
      ?? functions.find(({ name }) => name === '__using__')
    if (made) this.expand(list, quoted(made.body), target, depth + 1)
  }

  /** What a name means in a module: an alias, a module of the tree, the name itself. */
  fullName(name: string, module: ElixirModule): string {
    if (name === '__MODULE__') return module.name
    const [first = '', ...rest] = name.split('.')
    const alias = this.aliasesOf(module).get(first)
    return [alias ?? first, ...rest].join('.')
  }

  find(name: string, module: ElixirModule): ElixirModule | null {
    return this.module(this.fullName(name, module)) ?? this.module(`${module.name}.${name}`) ?? this.module(name)
  }

  /** Short names of a module with what they stand for. */
  aliasesOf(module: ElixirModule): ReadonlyMap<string, string> {
    const known = this.named.get(module)
    if (known) return known
    const found = new Map<string, string>()
    for (const call of callsOf(module.body)) readAlias(found, call, module)
    // What a `use` of the module names is asked for while it is expanded: its own aliases are all there is then.
    if (this.expanding.has(module)) return found
    for (const { call, module: from } of this.directives(module)) readAlias(found, call, from)
    this.named.set(module, found)
    return found
  }

  /** Functions by name: of the module itself, and those that `use` puts there. */
  functions(module: ElixirModule, name: string): (ElixirFunction & { module: ElixirModule })[] {
    const given = this.directives(module).flatMap(({ call, module: from }) => {
      const made = definition(call)
      return made?.name === name ? [{ ...made, module: from }] : []
    })
    const own = given.filter((each) => each.module === module)
    return own.length > 0 ? own : given
  }

  /** Full names of modules whose functions are called without a module. */
  imports(module: ElixirModule): string[] {
    return this.directives(module).flatMap(({ call, module: from }) => {
      const [what] = positional(call)
      return pathOf(call.callee) === 'import' && what?.kind === 'name' ? [this.fullName(what.name, from)] : []
    })
  }
}

/** What a part of a module name is aliased to: `alias A.B`, `alias A.B, as: C`, `alias A.{B, C}`. */
function readAlias(map: Map<string, string>, call: Call, { name: around }: ElixirModule): void {
  if (pathOf(call.callee) !== 'alias') return
  const [what] = positional(call)
  const whole = (name: string): string => name.replace(/^__MODULE__/, around)
  const add = (name: string, as: string | null): void => {
    const short = as ?? name.slice(name.lastIndexOf('.') + 1)
    if (!map.has(short)) map.set(short, name)
  }
  if (what?.kind === 'name') {
    const as = named(call.arguments, 'as')
    return add(whole(what.name), as?.kind === 'name' ? as.name : null)
  }
  const path = what ? pathOf(what) : ''
  if (what?.kind === 'member') return add(whole(path), null)
  if (what?.kind !== 'call' || what.callee.kind !== 'member' || what.callee.name !== '{}') return
  const base = whole(pathOf(what.callee.object))
  for (const { value } of what.arguments) if (value.kind === 'name') add(`${base}.${value.name}`, null)
}

/** Calls that are statements of their own, and behind an `if`, `unless` or `for` those in it. */
export function callsOf(body: readonly Statement[]): Call[] {
  return body.flatMap((statement) => {
    if (statement.kind !== 'expression' || statement.value.kind !== 'call') return []
    const call = statement.value
    return call.block && isCondition(call) ? [call, ...callsOf(call.block.body)] : [call]
  })
}

export function isCondition({ callee }: Call): boolean {
  return /^(?:if|unless|for)$/.test(pathOf(callee))
}

/** What stands in `quote do … end`. */
export function quoted(body: readonly Statement[]): readonly Statement[] {
  return callsOf(body).flatMap((call) => (pathOf(call.callee) === 'quote' ? bodyOf(call) : []))
}

/** What stands in `do … end` or behind `do:`. */
export function bodyOf(call: Call): Statement[] {
  if (call.block) return call.block.body
  const inline = named(call.arguments, 'do')
  return inline ? [{ kind: 'expression', value: inline, start: inline.start, end: inline.end }] : []
}

const DEFINES = /^(?:def|defp|defmacro|defmacrop)$/
const functions = new WeakMap<ElixirModule, ElixirFunction[]>()

/** Functions and macros that a module defines, each clause for itself. */
export function functionsIn(module: ElixirModule): ElixirFunction[] {
  let found = functions.get(module)
  if (!found) {
    found = callsOf(module.body).flatMap((call) => definition(call) ?? [])
    functions.set(module, found)
  }
  return found
}

function definition(call: Call): ElixirFunction | null {
  if (!DEFINES.test(pathOf(call.callee))) return null
  const [written] = positional(call)
  const head = written?.kind === 'binary' && written.operator === 'when' ? written.left : written
  const name = head?.kind === 'call' ? calledName(head) : head?.kind === 'name' ? head.name : ''
  const parameters = head?.kind === 'call' ? positional(head) : []
  return name === '' ? null : { name, parameters, body: bodyOf(call), start: call.start, end: call.end }
}

function collect(list: ElixirModule[], file: string, body: readonly Statement[], around: string): void {
  for (const call of callsOf(body)) {
    if (!/^def(?:module|impl|protocol)$/.test(pathOf(call.callee)) || !call.block) continue
    const [what] = positional(call)
    if (what?.kind !== 'name') continue
    const name = around === '' ? what.name : `${around}.${what.name}`
    list.push({ name, file, body: call.block.body, start: call.start, end: call.end })
    collect(list, file, call.block.body, name)
  }
}

const files = new WeakMap<FrameworkHost, readonly string[]>()

/** All files of Elixir that are the tree's own, sorted. */
export function elixirFiles(host: FrameworkHost): readonly string[] {
  let found = files.get(host)
  if (!found) {
    found = host.under('').filter((path) => path.endsWith('.ex') && host.isProduct(path) && !/(^|\/)(?:deps|_build)\//.test(path))
    files.set(host, found)
  }
  return found
}

/** Files by the last part of the names of the modules in them. */
function moduleIndex(host: FrameworkHost): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const file of elixirFiles(host)) {
    for (const match of (host.text(file) ?? '').matchAll(/^[ \t]*def(?:module|protocol)\s+([\w.]+)/gm)) {
      const name = match[1] as string
      const last = name.slice(name.lastIndexOf('.') + 1)
      const known = index.get(last)
      if (!known) index.set(last, [file])
      else if (!known.includes(file)) known.push(file)
    }
  }
  return index
}
