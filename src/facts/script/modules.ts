/** Imports and exports of a module. */
import type * as ast from '@babel/types'
import type { GraphBuilder } from './builder.js'
import { lowerExpression, lowerNamed } from './expressions.js'
import { lowerClass, lowerFunction } from './functions.js'
import type { BindingId, ImportFacts } from './graph.js'
import { patternNames } from './patterns.js'
import { lowerStatement } from './statements.js'

/** Declares the names an import brings in; runs before anything else of the module. */
export function declareImport(graph: GraphBuilder, node: ast.ImportDeclaration): void {
  const source = node.source.value
  const names: string[] = []
  const whole = node.importKind === 'type' || node.importKind === 'typeof'
  let typeOnly = whole || node.specifiers.length > 0
  for (const specifier of node.specifiers) {
    const name = specifier.type === 'ImportDefaultSpecifier' ? 'default'
      : specifier.type === 'ImportNamespaceSpecifier' ? '*'
        : specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value
    const isType = whole || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')
    if (!isType) {
      typeOnly = false
      names.push(name)
    }
    const id = graph.declare(specifier.local.name, 'import', specifier.local)
    graph.binding(id).imported = { source, name, typeOnly: isType }
  }
  const kind: ImportFacts['kind'] = typeOnly ? 'type' : 'import'
  graph.facts.imports.push({ ...graph.span(node), source, kind, names })
}

/** `import x = require('y')`. Ordinary imports were declared before. */
export function lowerImport(graph: GraphBuilder, node: ast.ImportDeclaration | ast.TSImportEqualsDeclaration): void {
  if (node.type === 'ImportDeclaration') return
  if (node.moduleReference.type !== 'TSExternalModuleReference') return
  const source = node.moduleReference.expression.value
  const id = graph.declare(node.id.name, 'import', node.id)
  graph.binding(id).imported = { source, name: '*', typeOnly: false }
  graph.facts.imports.push({ ...graph.span(node), source, kind: 'require', names: ['*'] })
}

type AnyExport = ast.ExportNamedDeclaration | ast.ExportDefaultDeclaration | ast.ExportAllDeclaration | ast.TSExportAssignment

export function lowerExport(graph: GraphBuilder, node: AnyExport): void {
  switch (node.type) {
    case 'ExportAllDeclaration': {
      const source = node.source.value
      if (node.exportKind === 'type') return
      graph.facts.imports.push({ ...graph.span(node), source, kind: 'export', names: ['*'] })
      graph.facts.exports.push({ ...graph.span(node), name: '*', value: null, binding: null, from: { source, name: '*' } })
      return
    }
    case 'ExportDefaultDeclaration':
      lowerDefault(graph, node)
      return
    case 'TSExportAssignment': {
      const value = lowerExpression(graph, node.expression)
      graph.facts.exports.push({ ...graph.span(node), name: 'default', value, binding: bindingOf(graph, value), from: null })
      return
    }
    case 'ExportNamedDeclaration':
      lowerNamedExport(graph, node)
  }
}

function lowerDefault(graph: GraphBuilder, node: ast.ExportDefaultDeclaration): void {
  const declaration = node.declaration
  if (declaration.type === 'TSDeclareFunction') return
  const id = 'id' in declaration && declaration.id ? graph.lookup((declaration.id as ast.Identifier).name) : undefined
  const value = declaration.type === 'FunctionDeclaration' ? lowerFunction(graph, declaration, 'default')
    : declaration.type === 'ClassDeclaration' ? lowerClass(graph, declaration)
      : lowerNamed(graph, declaration as ast.Expression, 'default')
  const isDeclaration = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration'
  if (isDeclaration && id !== undefined) graph.define(id, value)
  const binding = isDeclaration && id !== undefined ? id : bindingOf(graph, value)
  graph.facts.exports.push({ ...graph.span(node), name: 'default', value, binding, from: null })
}

function lowerNamedExport(graph: GraphBuilder, node: ast.ExportNamedDeclaration): void {
  if (node.exportKind === 'type') return
  if (node.source) {
    const source = node.source.value
    const names: string[] = []
    for (const specifier of node.specifiers) {
      const name = specifier.type === 'ExportSpecifier' ? specifier.local.name
        : specifier.type === 'ExportNamespaceSpecifier' ? '*' : 'default'
      names.push(name)
      const exported = nameOf(specifier.exported)
      graph.facts.exports.push({ ...graph.span(specifier), name: exported, value: null, binding: null, from: { source, name } })
    }
    graph.facts.imports.push({ ...graph.span(node), source, kind: 'export', names })
    return
  }
  const declaration = node.declaration
  if (declaration) {
    lowerStatement(graph, declaration)
    for (const identifier of declaredNames(declaration)) {
      const binding = graph.lookup(identifier.name) ?? null
      graph.facts.exports.push({ ...graph.span(identifier), name: identifier.name, value: null, binding, from: null })
    }
  }
  for (const specifier of node.specifiers) {
    if (specifier.type !== 'ExportSpecifier' || specifier.exportKind === 'type') continue
    const binding = graph.lookup(specifier.local.name) ?? null
    graph.facts.exports.push({ ...graph.span(specifier), name: nameOf(specifier.exported), value: null, binding, from: null })
  }
}

function bindingOf(graph: GraphBuilder, value: number): BindingId | null {
  const shape = graph.shape(value)
  return shape.kind === 'binding' ? shape.binding : null
}

function nameOf(node: ast.Identifier | ast.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value
}

/** Names a top-level statement declares. */
export function* declaredNames(node: ast.Node): Generator<ast.Identifier> {
  if (node.type === 'VariableDeclaration') {
    for (const item of node.declarations) yield* patternNames(item.id as ast.LVal)
  } else if ((node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration' || node.type === 'TSEnumDeclaration') && node.id) {
    yield node.id
  }
}
