/** All expressions and calls below statements, in the order they are written in. */
import type { Argument, Call, CodeFunction, Expression, Statement } from './nodes.js'

export interface WalkOptions {
  /** Leaves out bodies of functions and classes that are only declared there. */
  shallow?: boolean
}

/** Calls `visit` for each expression, inner ones after those around them; one it answers `false` to is not entered. */
export function walk(
  nodes: readonly Statement[], visit: (node: Expression) => boolean | void, options: WalkOptions = {},
): void {
  for (const node of nodes) walkStatement(node, visit, options)
}

export function walkExpression(
  node: Expression, visit: (node: Expression) => boolean | void, options: WalkOptions = {},
): void {
  if (visit(node) === false) return
  const inner = (child: Expression): void => walkExpression(child, visit, options)
  const items = (list: readonly Argument[]): void => list.forEach(({ key, value }) => {
    if (key) inner(key)
    inner(value)
  })
  switch (node.kind) {
    case 'member': inner(node.object); break
    case 'index': inner(node.object); inner(node.key); break
    case 'call':
      inner(node.callee)
      items(node.arguments)
      if (node.block) walkFunction(node.block, visit, options)
      break
    case 'list': items(node.items); break
    case 'map': items(node.entries); break
    case 'join': node.parts.forEach(inner); break
    case 'binary': inner(node.left); inner(node.right); break
    case 'choice':
      if (node.test) inner(node.test)
      node.options.forEach(inner)
      break
    case 'each': inner(node.item); inner(node.over); break
    case 'function': walkFunction(node.function, visit, options); break
    case 'other': node.parts.forEach(inner); break
    default:
  }
}

function walkFunction(node: CodeFunction, visit: (node: Expression) => boolean | void, options: WalkOptions): void {
  for (const parameter of node.parameters) if (parameter.default) walkExpression(parameter.default, visit, options)
  walk(node.body, visit, options)
}

function walkStatement(node: Statement, visit: (node: Expression) => boolean | void, options: WalkOptions): void {
  const expression = (child: Expression): void => walkExpression(child, visit, options)
  switch (node.kind) {
    case 'expression':
    case 'return': expression(node.value); break
    case 'assign': node.targets.forEach(expression); expression(node.value); break
    case 'function':
      node.function.decorators.forEach(expression)
      if (!options.shallow) walkFunction(node.function, visit, options)
      break
    case 'class':
      node.class.decorators.forEach(expression)
      node.class.bases.forEach(({ value }) => expression(value))
      if (!options.shallow) walk(node.class.body, visit, options)
      break
    case 'branch':
      if (node.subject) expression(node.subject)
      for (const branch of node.branches) {
        branch.tests.forEach(expression)
        walk(branch.body, visit, options)
      }
      break
    case 'loop':
      if (node.over) expression(node.over)
      walk(node.body, visit, options)
      break
    case 'block':
      node.heads.forEach(expression)
      walk(node.body, visit, options)
      break
    default:
  }
}

/** All calls below statements, the outer ones first. */
export function callsIn(nodes: readonly Statement[], options: WalkOptions = {}): Call[] {
  const found: Call[] = []
  walk(nodes, (node) => {
    if (node.kind === 'call') found.push(node)
  }, options)
  return found
}

/** All statements below, each before those in it; bodies of functions and classes are left out. */
export function* statementsIn(nodes: readonly Statement[]): Generator<Statement> {
  for (const node of nodes) {
    yield node
    if (node.kind === 'branch') for (const branch of node.branches) yield* statementsIn(branch.body)
    else if (node.kind === 'loop' || node.kind === 'block') yield* statementsIn(node.body)
  }
}
