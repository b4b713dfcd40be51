/** Filters before the actions of a controller. https://guides.rubyonrails.org/action_controller_overview.html#action-callbacks */
import type { RouteGuard } from '../../framework.js'
import { named, type Call, type Expression } from '../../reading/code/nodes.js'
import { declarations, type RubyClass } from '../reading/code.js'

const RUNS = /^(?:before_action|before_filter|prepend_before_action|append_before_action)$/
const SKIPS = /^skip_before_(?:action|filter)$/

/** Filters of a controller and of all above it, without those that it or one below skips, for one action. */
export function guardsBefore(lineage: readonly RubyClass[], action: string): RouteGuard[] {
  const skipped = new Set<string>()
  const found: RouteGuard[] = []
  for (const { file, class: { body } } of lineage) {
    const calls = declarations(body).flatMap((statement) =>
      (statement.kind === 'expression' && statement.value.kind === 'call' ? [statement.value] : []))
    const called = (name: RegExp): Call[] => calls.filter(({ callee }) => callee.kind === 'name' && name.test(callee.name))
    const own = called(RUNS).filter((call) => isFor(call, action)).flatMap((call) => symbolsOf(call).map((name) => ({ name, call })))
    for (const { name, call } of own) if (!skipped.has(name)) found.push({ name, file, offset: call.start })
    for (const call of called(SKIPS)) if (isFor(call, action)) for (const name of symbolsOf(call)) skipped.add(name)
    // https://guides.rubyonrails.org/security.html: the generator of Rails 8 asks in all controllers but those that say otherwise.
    if (called(/^allow_unauthenticated_access$/).some((call) => isFor(call, action))) skipped.add('require_authentication')
  }
  return found.filter(({ name }) => !skipped.has(name))
}

/** `only:` and `except:`; a filter under a condition of its own is not counted on. */
function isFor({ arguments: given }: Call, action: string): boolean {
  if (named(given, 'if', 'unless')) return false
  const [only, except] = [named(given, 'only'), named(given, 'except')]
  return (!only || namesIn(only).includes(action)) && !(except && namesIn(except).includes(action))
}

function symbolsOf(call: Call): string[] {
  return call.arguments.filter(({ name, key }) => name === null && !key).flatMap(({ value }) => namesIn(value))
}

function namesIn(node: Expression): string[] {
  if (node.kind === 'symbol') return [node.name]
  if (node.kind === 'text') return [node.text]
  return node.kind === 'list' ? node.items.flatMap(({ value }) => namesIn(value)) : []
}
