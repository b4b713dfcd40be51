/**
 * Layouts and views as pipelines, controllers and actions set them.
 * https://hexdocs.pm/phoenix/Phoenix.Controller.html#put_layout/2
 */
import type { RoutePlace } from '../../framework.js'
import { calledName, named, pathOf, positional, type Call, type Expression, type Statement } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import type { ElixirCode, ElixirModule } from '../reading/modules.js'

/** A template of a module; of the one that is known before where it is null. */
export interface Layout {
  module: string | null
  name: string
}

export interface Settings {
  /** The document around all; null for none, absent where nothing is said. */
  root?: Layout | null
  /** What stands in it, around the page. */
  layout?: Layout | null
  view?: string
  /** Code that runs for the request before its page is made. */
  places: RoutePlace[]
}

/** What `html: {Layouts, :root}`, `{Layouts, "root.html"}`, `:root` or `false` says; else undefined. */
export function layoutOf(
  code: ElixirCode, module: ElixirModule, node: Expression | undefined,
): Layout | null | undefined {
  if (!node) return undefined
  if (node.kind === 'constant') return node.value === false ? null : undefined
  if (node.kind === 'symbol') return { module: null, name: node.name }
  if (node.kind === 'text') return { module: null, name: node.text }
  if (node.kind !== 'list') return undefined
  const html = named(node.items, 'html')
  if (html) return layoutOf(code, module, html)
  const [first, second] = node.items.map(({ value }) => value)
  if (first?.kind !== 'name' || !second) return undefined
  const name = second.kind === 'symbol' ? second.name : second.kind === 'text' ? second.text : null
  return name === null ? undefined : { module: code.fullName(first.name, module), name }
}

const SETS = new Set(['put_root_layout', 'put_layout', 'put_new_layout', 'put_view', 'put_new_view'])

/** Sets what one call says, given what stands behind the connection. */
function set(
  code: ElixirCode, module: ElixirModule, settings: Settings, name: string, call: Call, given: Expression | undefined,
): void {
  const value = named(call.arguments, 'html') ?? given
  if (name.endsWith('view')) {
    const html = value?.kind === 'list' ? named(value.items, 'html') : value
    if (html?.kind === 'name') settings.view = code.fullName(html.name, module)
    return
  }
  const layout = layoutOf(code, module, value)
  if (layout === undefined) return
  const known = name === 'put_root_layout' ? settings.root : settings.layout
  const whole = layout && layout.module === null && known ? { ...layout, module: known.module } : layout
  if (name === 'put_root_layout') settings.root = whole
  else settings.layout = whole
}

/** What statements set on the connection. */
export function applyCalls(
  code: ElixirCode, module: ElixirModule, settings: Settings, body: readonly Statement[],
): void {
  // Of a pipe the call that is written first stands inside.
  for (const call of callsIn(body).sort((a, b) => a.end - b.end)) {
    const name = calledName(call)
    if (SETS.has(name)) set(code, module, settings, name, call, positional(call)[1])
  }
}

/** What a `plug` of a pipeline or a controller sets. `action`: the one that is asked for, null in a pipeline. */
export function applyPlug(
  code: ElixirCode, module: ElixirModule, settings: Settings, written: Call, action: string | null,
): void {
  const { call, guard } = unguarded(written)
  if (guard && action !== null && !allows(guard, action)) return
  const [what, value] = positional(call)
  if (what?.kind === 'symbol') {
    if (SETS.has(what.name)) return set(code, module, settings, what.name, call, value)
    const functions = [module, ...code.imports(module).flatMap((name) => code.module(name) ?? [])]
      .map((each) => code.functions(each, what.name)).find((found) => found.length > 0) ?? []
    for (const made of functions) {
      settings.places.push({ file: made.module.file, start: made.start, end: made.end })
      applyCalls(code, made.module, settings, made.body)
    }
  }
  const target = what?.kind === 'name' ? code.find(what.name, module) : null
  if (!target) return
  for (const made of code.functions(target, 'call')) {
    settings.places.push({ file: made.module.file, start: made.start, end: made.end })
    applyCalls(code, made.module, settings, made.body)
  }
}

/** `plug :put_layout, "x.html" when action in [:new]` without its guard. */
function unguarded(call: Call): { call: Call; guard: Expression | null } {
  let guard: Expression | null = null
  const items = call.arguments.map((item) => {
    if (item.value.kind !== 'binary' || item.value.operator !== 'when') return item
    guard = item.value.right
    return { ...item, value: item.value.left }
  })
  return { call: { ...call, arguments: items }, guard }
}

/** Whether `action in [:a, :b]`, `action not in …`, `action == :a` lets an action through; what is not known does. */
function allows(guard: Expression, action: string): boolean {
  if (guard.kind !== 'binary' || pathOf(guard.left) !== 'action') return true
  const { operator, right } = guard
  const names = right.kind === 'list' ? right.items.map(({ value }) => value) : [right]
  if (!names.every(({ kind }) => kind === 'symbol')) return true
  const isOne = names.some((each) => each.kind === 'symbol' && each.name === action)
  return operator === 'not' || operator === '!=' ? !isOne : operator === 'in' || operator === '==' ? isOne : true
}
