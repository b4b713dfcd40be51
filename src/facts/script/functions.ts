/** Functions and classes → the graph. */
import type * as ast from '@babel/types'
import type { GraphBuilder } from './builder.js'
import { lowerExpression, lowerNamed, lowerPropertyName } from './expressions.js'
import type { ClassFacts, ClassMember, FunctionId, ValueId } from './graph.js'
import { declaredType, declareParameters } from './patterns.js'
import { declareHoisted, lowerBlock } from './statements.js'

type AnyFunction = ast.FunctionDeclaration | ast.FunctionExpression | ast.ArrowFunctionExpression | ast.ObjectMethod
  | ast.ClassMethod | ast.ClassPrivateMethod

export function lowerFunction(graph: GraphBuilder, node: AnyFunction, name: string | null): ValueId {
  const isArrow = node.type === 'ArrowFunctionExpression'
  const own = 'id' in node && node.id ? node.id.name : name
  const id = graph.addFunction(node, {
    name: own, isArrow, isAsync: node.async ?? false, isGenerator: node.generator ?? false,
    class: isArrow ? -1 : graph.currentClass, parameters: node.params.length,
  })
  const outer = { function: graph.currentFunction, this: graph.thisFunction, class: graph.currentClass }
  graph.currentFunction = id
  if (!isArrow) {
    graph.thisFunction = id
    graph.currentClass = -1
  }
  graph.openScope()
  const value = graph.value(node, { kind: 'function', function: id })
  if (node.type === 'FunctionExpression' && node.id) graph.define(graph.declare(node.id.name, 'function', node.id), value)
  declareParameters(graph, id, node.params as ast.LVal[])
  if (node.body.type === 'BlockStatement') {
    declareHoisted(graph, node.body.body)
    const before = graph.currentGuard
    lowerBlock(graph, node.body.body)
    graph.leaveGuards(before)
  } else {
    graph.facts.functions[id]?.returns.push(lowerExpression(graph, node.body))
  }
  graph.closeScope()
  graph.currentFunction = outer.function
  graph.thisFunction = outer.this
  graph.currentClass = outer.class
  return value
}

export function lowerClass(graph: GraphBuilder, node: ast.Class): ValueId {
  const superclass = node.superClass ? lowerExpression(graph, node.superClass) : null
  const facts: ClassFacts = {
    ...graph.span(node), name: node.id?.name ?? null, scope: graph.currentFunction, superclass,
    implements: implementedNames(node), members: [], decorators: [],
  }
  graph.facts.classes.push(facts)
  const id = graph.facts.classes.length - 1
  const value = graph.value(node, { kind: 'class', class: id })
  facts.decorators = (node.decorators ?? []).map((decorator) => lowerExpression(graph, decorator.expression))
  const outer = { class: graph.currentClass, this: graph.thisFunction }
  graph.currentClass = id
  for (const member of node.body.body) lowerMember(graph, facts, member)
  graph.currentClass = outer.class
  graph.thisFunction = outer.this
  return value
}

function lowerMember(graph: GraphBuilder, facts: ClassFacts, member: ast.ClassBody['body'][number]): void {
  switch (member.type) {
    case 'ClassMethod':
    case 'ClassPrivateMethod': {
      const { name } = lowerPropertyName(graph, member.key as ast.Expression, 'computed' in member && (member.computed ?? false))
      const kind = member.kind === 'get' ? 'getter' : member.kind === 'set' ? 'setter' : member.kind
      const decorators = lowerDecorators(graph, member)
      const value = lowerFunction(graph, member, name)
      facts.members.push({ name: name ?? '*', isStatic: member.static ?? false, kind, value, type: null, ...decorators })
      if (member.kind !== 'constructor') return
      addParameterProperties(facts, member)
      if (facts.decorators.length > 0) useInjected(graph, member)
      return
    }
    case 'ClassProperty':
    case 'ClassPrivateProperty':
    case 'ClassAccessorProperty': {
      const { name } = lowerPropertyName(graph, member.key as ast.Expression, 'computed' in member && (member.computed ?? false))
      const decorators = lowerDecorators(graph, member)
      const value = member.value ? inMember(graph, facts, () => lowerNamed(graph, member.value as ast.Expression, name)) : null
      facts.members.push({
        name: name ?? '*', isStatic: member.static ?? false, kind: 'field', value, type: declaredType(member as { typeAnnotation?: unknown }),
        ...decorators,
      })
      return
    }
    case 'StaticBlock':
      graph.openScope()
      lowerBlock(graph, member.body)
      graph.closeScope()
      return
    default:
      return
  }
}

/** They are evaluated with the class, outside of its members. */
function lowerDecorators(graph: GraphBuilder, { decorators }: { decorators?: ast.Decorator[] | null }): Pick<ClassMember, 'decorators'> {
  if (!decorators || decorators.length === 0) return {}
  return { decorators: decorators.map((decorator) => lowerExpression(graph, decorator.expression)) }
}

/** A field's initialiser runs in the constructor: give it a function of its own so that `this` is the instance. */
function inMember(graph: GraphBuilder, facts: ClassFacts, body: () => ValueId): ValueId {
  const outer = { function: graph.currentFunction, this: graph.thisFunction }
  const id: FunctionId = graph.addFunction({}, { name: null, class: graph.currentClass, immediate: true })
  Object.assign(graph.facts.functions[id] as object, { start: facts.start, end: facts.end })
  graph.currentFunction = id
  graph.thisFunction = id
  const value = body()
  graph.currentFunction = outer.function
  graph.thisFunction = outer.this
  return value
}

/** `constructor(private tracking: TrackingService)` declares a field. */
function addParameterProperties(
  facts: ClassFacts, member: ast.ClassMethod | ast.ClassPrivateMethod,
): void {
  for (const parameter of member.params) {
    if (parameter.type !== 'TSParameterProperty') continue
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (target.type !== 'Identifier') continue
    facts.members.push({ name: target.name, isStatic: false, kind: 'field', value: null, type: declaredType(target) })
  }
}

/**
 * A framework makes decorated classes, and what their constructors ask for: `constructor(tracking: TrackingService)`,
 * `constructor(@Inject(TOKEN) tracking: Tracking)`. https://www.typescriptlang.org/tsconfig/#emitDecoratorMetadata
 */
function useInjected(graph: GraphBuilder, member: ast.ClassMethod | ast.ClassPrivateMethod): void {
  for (const parameter of member.params) {
    const { decorators } = parameter as { decorators?: ast.Decorator[] | null }
    for (const decorator of decorators ?? []) lowerExpression(graph, decorator.expression)
    const plain = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
    const target = plain.type === 'AssignmentPattern' ? plain.left : plain
    const annotation = target.type === 'Identifier' && target.typeAnnotation?.type === 'TSTypeAnnotation' ? target.typeAnnotation.typeAnnotation : null
    const name = annotation?.type === 'TSTypeReference' && annotation.typeName.type === 'Identifier' ? annotation.typeName : null
    const id = name ? graph.lookup(name.name) : undefined
    // A name of the types alone is no class that could be made.
    if (name && id !== undefined && graph.binding(id).imported?.typeOnly !== true) lowerExpression(graph, name)
  }
}

function implementedNames(node: ast.Class): string[] {
  const names: string[] = []
  for (const item of node.implements ?? []) {
    const expression = (item as { expression?: ast.Node }).expression
    if (expression?.type === 'Identifier') names.push(expression.name)
  }
  return names
}
