/** Declaring and filling names: identifiers, destructuring, defaults, rest. */
import type * as ast from '@babel/types'
import type { Binding, BindingId, FunctionId, ValueId } from './graph.js'
import type { GraphBuilder } from './builder.js'
import { lowerExpression, lowerPropertyName } from './expressions.js'

type Pattern = ast.LVal | ast.Pattern | ast.TSParameterProperty | ast.Expression

/** Names a pattern binds, for hoisting. */
export function* patternNames(pattern: Pattern | null | undefined): Generator<ast.Identifier> {
  if (!pattern) return
  switch (pattern.type) {
    case 'Identifier':
      yield pattern
      return
    case 'AssignmentPattern':
      yield* patternNames(pattern.left as Pattern)
      return
    case 'RestElement':
      yield* patternNames(pattern.argument as Pattern)
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) yield* patternNames(element as Pattern | null)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        yield* patternNames((property.type === 'RestElement' ? property.argument : property.value) as Pattern)
      }
      return
    case 'TSParameterProperty':
      yield* patternNames(pattern.parameter as Pattern)
      return
    default:
      return
  }
}

/** Declares every name of a pattern in the innermost scope. */
export function declarePattern(graph: GraphBuilder, pattern: Pattern, kind: Binding['kind']): void {
  for (const name of patternNames(pattern)) {
    const id = graph.declare(name.name, kind, name)
    const type = declaredType(name)
    if (type !== null) graph.binding(id).type = type
  }
}

/** Assigns a value to a pattern: each name gets the part of the value it takes. */
export function assignPattern(graph: GraphBuilder, pattern: Pattern | null, value: ValueId): void {
  if (!pattern) return
  switch (pattern.type) {
    case 'Identifier': {
      const id = graph.lookup(pattern.name)
      if (id !== undefined) graph.define(id, value)
      else storeGlobal(graph, pattern, pattern.name, value)
      return
    }
    case 'AssignmentPattern': {
      const fallback = lowerExpression(graph, pattern.right)
      const either = graph.value(pattern, { kind: 'choice', test: null, values: [value, fallback] })
      assignPattern(graph, pattern.left as Pattern, either)
      return
    }
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          const rest = graph.value(property, { kind: 'rest', object: value, without: namesTaken(pattern), from: 0 })
          assignPattern(graph, property.argument as Pattern, rest)
          continue
        }
        const { name, key } = lowerPropertyName(graph, property.key as ast.Expression, property.computed)
        const part = graph.value(property, { kind: 'member', object: value, name, key })
        assignPattern(graph, property.value as Pattern, part)
      }
      return
    case 'ArrayPattern':
      pattern.elements.forEach((element, index) => {
        if (!element) return
        if (element.type === 'RestElement') {
          const rest = index === 0 ? value : graph.value(element, { kind: 'rest', object: value, without: [], from: index })
          assignPattern(graph, element.argument as Pattern, rest)
          return
        }
        const part = graph.value(element, { kind: 'member', object: value, name: String(index), key: null })
        assignPattern(graph, element as Pattern, part)
      })
      return
    case 'RestElement':
      assignPattern(graph, pattern.argument as Pattern, value)
      return
    case 'TSParameterProperty':
      assignPattern(graph, pattern.parameter as Pattern, value)
      return
    case 'MemberExpression': {
      const object = lowerExpression(graph, pattern.object)
      const { name, key } = lowerPropertyName(graph, pattern.property as ast.Expression, pattern.computed)
      graph.facts.stores.push({
        ...graph.span(pattern), object, name, key, value, scope: graph.currentFunction, guard: graph.currentGuard,
      })
      return
    }
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      assignPattern(graph, pattern.expression as Pattern, value)
      return
    default:
      return
  }
}

/** Declares the parameters of a function and records which part of which argument each name is. */
export function declareParameters(graph: GraphBuilder, owner: FunctionId, parameters: readonly Pattern[]): void {
  for (const parameter of parameters) declarePattern(graph, parameter, 'parameter')
  parameters.forEach((parameter, index) => bindParameter(graph, owner, parameter, index, [], false))
}

function bindParameter(
  graph: GraphBuilder, owner: FunctionId, pattern: Pattern, index: number, path: string[], rest: boolean,
): void {
  switch (pattern.type) {
    case 'Identifier': {
      const id = graph.lookup(pattern.name) as BindingId
      graph.binding(id).parameter = { function: owner, index, path, rest }
      return
    }
    case 'AssignmentPattern': {
      bindParameter(graph, owner, pattern.left as Pattern, index, path, rest)
      const fallback = lowerExpression(graph, pattern.right)
      if (pattern.left.type === 'Identifier') assignPattern(graph, pattern.left, fallback)
      return
    }
    case 'RestElement':
      bindParameter(graph, owner, pattern.argument as Pattern, index, path, true)
      return
    case 'TSParameterProperty':
      bindParameter(graph, owner, pattern.parameter as Pattern, index, path, rest)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          bindParameter(graph, owner, property.argument as Pattern, index, path, false)
          const { argument } = property
          const rest = argument.type === 'Identifier' ? graph.binding(graph.lookup(argument.name) as BindingId).parameter : null
          if (rest) rest.without = namesTaken(pattern)
          continue
        }
        const { name } = lowerPropertyName(graph, property.key as ast.Expression, property.computed)
        bindParameter(graph, owner, property.value as Pattern, index, [...path, name ?? '*'], false)
      }
      return
    case 'ArrayPattern':
      pattern.elements.forEach((element, at) => {
        if (!element) return
        const inner = element.type === 'RestElement' ? (element.argument as Pattern) : (element as Pattern)
        bindParameter(graph, owner, inner, index, [...path, String(at)], false)
      })
      return
    default:
      return
  }
}

/** Names that the properties of a pattern take, for what is left. */
function namesTaken(pattern: ast.ObjectPattern): string[] {
  return pattern.properties.flatMap((property) => {
    if (property.type === 'RestElement') return []
    const { key, computed } = property
    if (!computed && key.type === 'Identifier') return [key.name]
    return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? [String(key.value)] : []
  })
}

/** `name = value` without a declaration: a property of the global object. */
export function storeGlobal(graph: GraphBuilder, node: ast.Node, name: string, value: ValueId): void {
  const object = graph.value(node, { kind: 'global', name: 'globalThis' })
  graph.facts.stores.push({
    ...graph.span(node), object, name, key: null, value, scope: graph.currentFunction, guard: graph.currentGuard,
  })
}

/** The plain name of a declared type: `ITracking` in `x: ITracking`, `x: ITracking | null`, `x: Promise<…>` is null. */
export function declaredType(node: { typeAnnotation?: unknown } | null | undefined): string | null {
  const annotation = node?.typeAnnotation as ast.TSTypeAnnotation | null | undefined
  if (!annotation || annotation.type !== 'TSTypeAnnotation') return null
  return typeName(annotation.typeAnnotation)
}

export function typeName(type: ast.TSType | null | undefined): string | null {
  if (!type) return null
  if (type.type === 'TSTypeReference') {
    return type.typeName.type === 'Identifier' ? type.typeName.name : null
  }
  if (type.type === 'TSUnionType') {
    const names = type.types.map(typeName).filter((name): name is string => name !== null)
    return names.length === 1 ? (names[0] as string) : null
  }
  return null
}
