/** Expressions → values of the graph. */
import type * as ast from '@babel/types'
import { hasHole } from '../../parse/hole.js'
import type { GraphBuilder } from './builder.js'
import { lowerClass, lowerFunction } from './functions.js'
import type { ObjectEntry, ValueId } from './graph.js'
import { notePatternCall, notePatternImport } from './module-patterns.js'
import { lowerElement } from './elements.js'
import { assignPattern, storeGlobal, typeName } from './patterns.js'

/** Names of the global object. `top` and `parent` are other windows of the same page in what matters here. */
const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'global', 'top', 'parent', 'frames'])

type Node = ast.Expression | ast.PrivateName | ast.V8IntrinsicIdentifier | ast.Super | ast.Import | ast.JSXNamespacedName
  | ast.SpreadElement | ast.ArgumentPlaceholder | ast.JSXEmptyExpression | ast.JSXExpressionContainer | ast.JSXSpreadChild

export function lowerExpression(graph: GraphBuilder, node: Node): ValueId {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return graph.value(node, { kind: 'constant', value: node.value })
    case 'NullLiteral':
      return graph.value(node, { kind: 'constant', value: null })
    case 'BigIntLiteral':
    case 'DecimalLiteral':
      return graph.value(node, { kind: 'constant', value: Number(node.value) })
    case 'RegExpLiteral':
      return graph.value(node, { kind: 'regexp', pattern: node.pattern })
    case 'Identifier':
      return lowerIdentifier(graph, node)
    case 'TemplateLiteral':
      return lowerTemplate(graph, node)
    case 'TaggedTemplateExpression': {
      const callee = lowerExpression(graph, node.tag)
      return call(graph, node, callee, taggedArguments(graph, node.quasi), false)
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return lowerMember(graph, node)
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return lowerCall(graph, node)
    case 'ImportExpression':
      return lowerDynamicImport(graph, node, node.source)
    case 'ObjectExpression':
      return lowerObject(graph, node)
    case 'ArrayExpression':
      return graph.value(node, { kind: 'array', items: node.elements.map((e) => (e ? lowerExpression(graph, e) : graph.unknown(node))) })
    case 'SpreadElement':
      return graph.value(node, { kind: 'spread', value: lowerExpression(graph, node.argument) })
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(graph, node, null)
    case 'ClassExpression':
      return lowerClass(graph, node)
    case 'ConditionalExpression': {
      const test = lowerExpression(graph, node.test)
      const yes = graph.guarded(test, true, () => lowerExpression(graph, node.consequent))
      const no = graph.guarded(test, false, () => lowerExpression(graph, node.alternate))
      return graph.value(node, { kind: 'choice', test, values: [yes, no] })
    }
    case 'LogicalExpression': {
      const left = lowerExpression(graph, node.left)
      const right = node.operator === '??'
        ? lowerExpression(graph, node.right)
        : graph.guarded(left, node.operator === '&&', () => lowerExpression(graph, node.right))
      if (node.operator === '??' && node.right.type === 'AssignmentExpression') graph.region('branch', node.right)
      // `a && b` is `a` only when that is empty: what it may hold is `b`.
      if (node.operator === '&&') return graph.value(node, { kind: 'choice', test: left, values: [right] })
      return graph.value(node, { kind: 'choice', test: null, values: [left, right] })
    }
    case 'SequenceExpression': {
      const values = node.expressions.map((expression) => lowerExpression(graph, expression))
      return values[values.length - 1] as ValueId
    }
    case 'BinaryExpression':
      return lowerBinary(graph, node)
    case 'UpdateExpression': {
      const before = lowerExpression(graph, node.argument)
      const value = graph.value(node, { kind: 'operation', operator: node.operator, operands: [before] })
      if (node.argument.type === 'MemberExpression') storeMember(graph, node, node.argument, value)
      else if (node.argument.type === 'Identifier') assignPattern(graph, node.argument, value)
      return value
    }
    case 'UnaryExpression':
      if (node.operator === 'delete' && node.argument.type === 'MemberExpression') return lowerDeletion(graph, node, node.argument)
      return graph.value(node, { kind: 'operation', operator: node.operator, operands: [lowerExpression(graph, node.argument)] })
    case 'AssignmentExpression':
      return lowerAssignment(graph, node)
    case 'AwaitExpression':
      return graph.value(node, { kind: 'await', value: lowerExpression(graph, node.argument) })
    case 'YieldExpression': {
      const value = node.argument ? lowerExpression(graph, node.argument) : graph.unknown(node)
      const each = node.delegate ? graph.value(node, { kind: 'member', object: value, name: '*', key: null }) : value
      const owner = graph.facts.functions[graph.currentFunction]
      if (owner) (owner.yields ??= []).push(each)
      return graph.value(node, { kind: 'yield', function: graph.currentFunction, value })
    }
    case 'ThisExpression':
      return graph.value(node, { kind: 'this', function: graph.thisFunction })
    case 'JSXElement':
    case 'JSXFragment':
      return lowerElement(graph, node)
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
      return node.expression.type === 'JSXEmptyExpression' ? graph.unknown(node) : lowerExpression(graph, node.expression)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
      return lowerExpression(graph, node.expression)
    case 'Super':
      return graph.value(node, { kind: 'this', function: graph.thisFunction, isSuper: true })
    default:
      return graph.unknown(node)
  }
}

function lowerIdentifier(graph: GraphBuilder, node: ast.Identifier): ValueId {
  const binding = graph.lookup(node.name)
  if (binding !== undefined) {
    graph.use(binding)
    return graph.value(node, { kind: 'binding', binding })
  }
  if (hasHole(node.name)) return graph.value(node, { kind: 'hole' })
  return graph.value(node, { kind: 'global', name: GLOBAL_OBJECTS.has(node.name) ? 'globalThis' : node.name })
}

/**
 * A tag gets the texts between the expressions as a list, and then each expression. The text as a whole is a value as
 * well, which nothing uses: it may hold markup.
 */
function taggedArguments(graph: GraphBuilder, quasi: ast.TemplateLiteral): ValueId[] {
  const whole = lowerTemplate(graph, quasi)
  const shape = graph.shape(whole)
  const parts = shape.kind === 'template' ? shape.parts : []
  const expressions = parts.filter((part) => !isTextOf(graph, part, quasi))
  const texts = quasi.quasis.map((text) => graph.value(text, { kind: 'constant', value: text.value.cooked ?? text.value.raw }))
  return [graph.value(quasi, { kind: 'array', items: texts }), ...expressions]
}

/** The pieces of a template's own text, as `lowerTemplate` makes them. */
function isTextOf(graph: GraphBuilder, part: ValueId, quasi: ast.TemplateLiteral): boolean {
  const { start } = graph.shape(part)
  return graph.shape(part).kind === 'constant' && quasi.quasis.some((text) => graph.span(text).start === start)
}

function lowerTemplate(graph: GraphBuilder, node: ast.TemplateLiteral): ValueId {
  const parts: ValueId[] = []
  node.quasis.forEach((quasi, index) => {
    const text = quasi.value.cooked ?? quasi.value.raw
    if (text !== '') parts.push(graph.value(quasi, { kind: 'constant', value: text }))
    const expression = node.expressions[index]
    if (expression) parts.push(lowerExpression(graph, expression as ast.Expression))
  })
  if (parts.length === 0) return graph.value(node, { kind: 'constant', value: '' })
  if (parts.length === 1 && node.expressions.length === 0) {
    const only = graph.shape(parts[0] as ValueId)
    if (only.kind === 'constant') return graph.value(node, { kind: 'constant', value: only.value })
  }
  return graph.value(node, { kind: 'template', parts })
}

function lowerBinary(graph: GraphBuilder, node: ast.BinaryExpression): ValueId {
  // A long concatenation leans to the left: walk it in a loop, not by recursion.
  const rights: ast.BinaryExpression[] = []
  let left: ast.Expression | ast.PrivateName = node
  while (left.type === 'BinaryExpression' && left.operator === node.operator) {
    rights.push(left)
    left = left.left
  }
  const first = lowerExpression(graph, left)
  if (node.operator === '+') {
    const parts = [first, ...rights.reverse().map((step) => lowerExpression(graph, step.right))]
    return graph.value(node, { kind: 'template', parts })
  }
  return rights.reverse().reduce((value, step) => {
    const operands = [value, lowerExpression(graph, step.right)]
    return graph.value(step, { kind: 'operation', operator: step.operator, operands })
  }, first)
}

/** A property's name when it is written out or a literal, else the value of its computed key. */
export function lowerPropertyName(
  graph: GraphBuilder, key: ast.Expression | ast.PrivateName, computed: boolean,
): { name: string | null; key: ValueId | null } {
  if (!computed) {
    if (key.type === 'Identifier') return { name: key.name, key: null }
    if (key.type === 'PrivateName') return { name: `#${key.id.name}`, key: null }
  }
  if (key.type === 'StringLiteral' || key.type === 'NumericLiteral') return { name: String(key.value), key: null }
  const value = lowerExpression(graph, key)
  const shape = graph.shape(value)
  return shape.kind === 'constant' && shape.value !== null ? { name: String(shape.value), key: null } : { name: null, key: value }
}

function lowerMember(graph: GraphBuilder, node: ast.MemberExpression | ast.OptionalMemberExpression): ValueId {
  const object = lowerExpression(graph, node.object)
  const { name, key } = lowerPropertyName(graph, node.property as ast.Expression, node.computed)
  const shape = graph.shape(object)
  if (name !== null && shape.kind === 'global' && shape.name === 'globalThis') {
    return graph.value(node, { kind: 'global', name: GLOBAL_OBJECTS.has(name) ? 'globalThis' : name })
  }
  return graph.value(node, { kind: 'member', object, name, key })
}

function call(graph: GraphBuilder, node: ast.Node, callee: ValueId, args: ValueId[], isNew: boolean): ValueId {
  const value = graph.value(node, { kind: 'call', callee, arguments: args, isNew })
  graph.facts.calls.push({ value, scope: graph.currentFunction, guard: graph.currentGuard })
  return value
}

function lowerCall(
  graph: GraphBuilder, node: ast.CallExpression | ast.OptionalCallExpression | ast.NewExpression,
): ValueId {
  if (node.callee.type === 'Import') return lowerDynamicImport(graph, node, node.arguments[0])
  const isFunction = node.type !== 'NewExpression' && isFunctionLike(node.callee)
  const callee = lowerExpression(graph, node.callee)
  const calleeShape = graph.shape(callee)
  if (isFunction && calleeShape.kind === 'function') markImmediate(graph, calleeShape.function)
  noteLoadTimeUse(graph, callee)
  // Where a template leaves an argument out, `track( , data)`, the parser recovers with nothing in its place.
  const args = (node.arguments as (Node | null)[]).map((argument) => (argument ? lowerExpression(graph, argument) : graph.unknown(node)))
  noteRequire(graph, node, callee, args)
  notePatternCall(graph, node, node.callee, args)
  const value = call(graph, node, callee, args, node.type === 'NewExpression')
  const type = typeArgument(node)
  if (type !== null) (graph.facts.typed ??= {})[value] = type
  return value
}

/** `container.get<ITracking>(…)`, `inject<Tracking>(…)`: the type argument says what comes back. */
function typeArgument(node: ast.CallExpression | ast.OptionalCallExpression | ast.NewExpression): string | null {
  const given = (node as { typeParameters?: ast.TSTypeParameterInstantiation | null }).typeParameters
  return given?.type === 'TSTypeParameterInstantiation' && given.params.length === 1 ? typeName(given.params[0]) : null
}

function isFunctionLike(node: ast.Node): boolean {
  if (node.type === 'ParenthesizedExpression') return isFunctionLike(node.expression)
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

function markImmediate(graph: GraphBuilder, id: number): void {
  const target = graph.facts.functions[id]
  if (target) target.immediate = true
}

/** A function called while the module loads is live whether or not its result is used. */
function noteLoadTimeUse(graph: GraphBuilder, callee: ValueId): void {
  if (graph.currentFunction !== 0) return
  let shape = graph.shape(callee)
  while (shape.kind === 'member') shape = graph.shape(shape.object)
  if (shape.kind !== 'binding' || graph.binding(shape.binding).scope !== 0) return
  if (!graph.facts.topLevelUses.includes(shape.binding)) graph.facts.topLevelUses.push(shape.binding)
}

function noteRequire(graph: GraphBuilder, node: ast.Node, callee: ValueId, args: ValueId[]): void {
  const shape = graph.shape(callee)
  const first = args[0] === undefined ? null : graph.shape(args[0])
  if (shape.kind !== 'global' || shape.name !== 'require' || first?.kind !== 'constant' || typeof first.value !== 'string') return
  graph.facts.imports.push({ ...graph.span(node), source: first.value, kind: 'require', names: ['*'] })
}

function lowerDynamicImport(graph: GraphBuilder, node: ast.Node, source: ast.Node | undefined): ValueId {
  const from = source ? lowerExpression(graph, source as Node) : graph.unknown(node)
  const shape = graph.shape(from)
  if (shape.kind === 'constant' && typeof shape.value === 'string') {
    graph.facts.imports.push({ ...graph.span(node), source: shape.value, kind: 'dynamic', names: ['*'] })
  } else notePatternImport(graph, node, from)
  return graph.value(node, { kind: 'import', source: from })
}

function lowerObject(graph: GraphBuilder, node: ast.ObjectExpression): ValueId {
  const entries: ObjectEntry[] = []
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      entries.push({ name: null, key: null, value: lowerExpression(graph, property.argument) })
      continue
    }
    const { name, key } = lowerPropertyName(graph, property.key as ast.Expression, property.computed)
    const value = property.type === 'ObjectMethod'
      ? lowerFunction(graph, property, name)
      : lowerNamed(graph, property.value as ast.Expression, name)
    const accessor = property.type !== 'ObjectMethod' || property.kind === 'method' ? {}
      : property.kind === 'get' ? { getter: true as const } : { setter: true as const }
    entries.push({ name, key, value, ...accessor })
  }
  return graph.value(node, { kind: 'object', entries })
}

/** A function takes the name of what it is assigned to. */
export function lowerNamed(graph: GraphBuilder, node: ast.Expression, name: string | null): ValueId {
  if (node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') return lowerFunction(graph, node, name)
  return lowerExpression(graph, node)
}

function lowerAssignment(graph: GraphBuilder, node: ast.AssignmentExpression): ValueId {
  const name = node.left.type === 'Identifier' ? node.left.name
    : node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier' ? node.left.property.name : null
  const right = lowerNamed(graph, node.right, name)
  let value = right
  if (node.operator === '+=') {
    const before = lowerExpression(graph, node.left as ast.Expression)
    value = graph.value(node, { kind: 'template', parts: [before, right] })
  } else if (node.operator !== '=') {
    const before = lowerExpression(graph, node.left as ast.Expression)
    const logical = node.operator === '||=' || node.operator === '&&=' || node.operator === '??='
    value = logical
      ? graph.value(node, { kind: 'choice', test: null, values: [before, right] })
      : graph.value(node, { kind: 'operation', operator: node.operator, operands: [before, right] })
  }
  if (node.left.type === 'MemberExpression') storeMember(graph, node, node.left, value)
  else assignPattern(graph, node.left as ast.LVal, value)
  return value
}

function lowerDeletion(graph: GraphBuilder, node: ast.UnaryExpression, target: ast.MemberExpression): ValueId {
  const object = lowerExpression(graph, target.object)
  const { name } = lowerPropertyName(graph, target.property as ast.Expression, target.computed)
  graph.facts.deletions.push({ ...graph.span(node), object, name })
  return graph.value(node, { kind: 'constant', value: true })
}

function storeMember(graph: GraphBuilder, node: ast.Node, target: ast.MemberExpression, value: ValueId): void {
  const object = lowerExpression(graph, target.object)
  const { name, key } = lowerPropertyName(graph, target.property as ast.Expression, target.computed)
  const shape = graph.shape(object)
  if (name !== null && shape.kind === 'global' && shape.name === 'globalThis') return storeGlobal(graph, node, name, value)
  graph.facts.stores.push({
    ...graph.span(node), object, name, key, value, scope: graph.currentFunction, guard: graph.currentGuard,
  })
}
