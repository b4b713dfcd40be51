/** Statements → the graph: declarations, conditions, returns. */
import type * as ast from '@babel/types'
import type { GraphBuilder } from './builder.js'
import { lowerExpression, lowerNamed } from './expressions.js'
import { lowerClass, lowerFunction } from './functions.js'
import { lowerExport, lowerImport } from './modules.js'
import { assignPattern, declarePattern } from './patterns.js'

/** Declares `var`s and functions of a function body, as the language hoists them. */
export function declareHoisted(graph: GraphBuilder, body: readonly ast.Statement[]): void {
  for (const statement of body) declareVars(graph, statement)
}

function declareVars(graph: GraphBuilder, node: ast.Statement | null | undefined): void {
  if (!node) return
  switch (node.type) {
    case 'VariableDeclaration':
      if (node.kind === 'var' && !node.declare) for (const item of node.declarations) declarePattern(graph, item.id as ast.LVal, 'var')
      return
    case 'IfStatement':
      declareVars(graph, node.consequent)
      declareVars(graph, node.alternate)
      return
    case 'ForStatement':
      if (node.init?.type === 'VariableDeclaration') declareVars(graph, node.init)
      declareVars(graph, node.body)
      return
    case 'ForInStatement':
    case 'ForOfStatement':
      if (node.left.type === 'VariableDeclaration') declareVars(graph, node.left)
      declareVars(graph, node.body)
      return
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
    case 'WithStatement':
      declareVars(graph, node.body)
      return
    case 'BlockStatement':
      for (const inner of node.body) declareVars(graph, inner)
      return
    case 'TryStatement':
      declareVars(graph, node.block)
      declareVars(graph, node.handler?.body)
      declareVars(graph, node.finalizer)
      return
    case 'SwitchStatement':
      for (const item of node.cases) for (const inner of item.consequent) declareVars(graph, inner)
      return
    case 'ExportNamedDeclaration':
      if (node.declaration) declareVars(graph, node.declaration)
      return
    default:
      return
  }
}

/** Declares what a block's own statements declare, so that uses before the declaration find it. */
function declareLexical(graph: GraphBuilder, body: readonly ast.Statement[]): void {
  for (const outer of body) {
    const statement = outer.type === 'ExportNamedDeclaration' || outer.type === 'ExportDefaultDeclaration' ? outer.declaration : outer
    // `declare let window: …` names what is there already.
    if (!statement || ('declare' in statement && statement.declare === true)) continue
    if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
      const kind = statement.kind === 'let' ? 'let' : 'const'
      for (const item of statement.declarations) declarePattern(graph, item.id as ast.LVal, kind)
    } else if (statement.type === 'FunctionDeclaration' && statement.id) {
      graph.declare(statement.id.name, 'function', statement.id)
    } else if (statement.type === 'ClassDeclaration' && statement.id) {
      graph.declare(statement.id.name, 'class', statement.id)
    } else if (statement.type === 'TSEnumDeclaration') {
      graph.declare(statement.id.name, 'enum', statement.id)
    }
  }
}

/** Statements of a block in a scope of their own making (the caller opens it). */
export function lowerBlock(graph: GraphBuilder, body: readonly ast.Statement[]): void {
  declareLexical(graph, body)
  // Functions first: they are hoisted with their values, and a call may stand before them.
  for (const statement of body) if (statement.type === 'FunctionDeclaration') lowerStatement(graph, statement)
  for (const statement of body) {
    if (statement.type === 'FunctionDeclaration') continue
    lowerStatement(graph, statement)
    guardAfterExit(graph, statement)
    if (leaves(statement)) deadAfter(graph, statement)
  }
}

/** What stands after `return` never runs. */
function deadAfter(graph: GraphBuilder, statement: ast.Statement): void {
  graph.pushGuard(graph.value(statement, { kind: 'constant', value: false }), true)
}

/** After `if (x) return`, the rest of the block runs only when `x` is falsy. */
function guardAfterExit(graph: GraphBuilder, statement: ast.Statement): void {
  if (statement.type !== 'IfStatement' || statement.alternate || !leaves(statement.consequent)) return
  const test = lastTest.get(statement)
  if (test !== undefined) graph.pushGuard(test, false)
}

const lastTest = new WeakMap<ast.IfStatement, number>()

function leaves(statement: ast.Statement): boolean {
  if (statement.type === 'BlockStatement') {
    const last = statement.body[statement.body.length - 1]
    return last !== undefined && leaves(last)
  }
  return statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement' || statement.type === 'ContinueStatement'
    || statement.type === 'BreakStatement'
}

function scoped(graph: GraphBuilder, body: () => void): void {
  const guard = graph.currentGuard
  graph.openScope()
  body()
  graph.closeScope()
  graph.leaveGuards(guard)
}

export function lowerStatement(graph: GraphBuilder, node: ast.Statement): void {
  switch (node.type) {
    case 'ExpressionStatement':
      count(graph)
      lowerExpression(graph, node.expression)
      return
    case 'VariableDeclaration':
      lowerVariables(graph, node)
      return
    case 'FunctionDeclaration': {
      const id = node.id ? graph.lookup(node.id.name) : undefined
      const value = lowerFunction(graph, node, null)
      if (id !== undefined) graph.define(id, value)
      return
    }
    case 'ClassDeclaration': {
      const id = node.id ? graph.lookup(node.id.name) : undefined
      const value = lowerClass(graph, node)
      if (id !== undefined) graph.define(id, value)
      return
    }
    case 'TSEnumDeclaration':
      if (node.declare) return
      lowerEnum(graph, node)
      return
    case 'ReturnStatement':
      if (node.argument) graph.facts.functions[graph.currentFunction]?.returns.push(lowerExpression(graph, node.argument))
      return
    case 'IfStatement': {
      const test = lowerExpression(graph, node.test)
      lastTest.set(node, test)
      graph.guarded(test, true, () => lowerInner(graph, node.consequent))
      if (node.alternate) graph.guarded(test, false, () => lowerInner(graph, node.alternate as ast.Statement))
      return
    }
    case 'BlockStatement':
      scoped(graph, () => lowerBlock(graph, node.body))
      return
    case 'ForStatement':
      graph.region('loop', node)
      scoped(graph, () => {
        if (node.init?.type === 'VariableDeclaration') lowerLocal(graph, node.init)
        else if (node.init) lowerExpression(graph, node.init)
        if (node.test) lowerExpression(graph, node.test)
        if (node.update) lowerExpression(graph, node.update)
        lowerInner(graph, node.body)
      })
      return
    case 'ForInStatement':
    case 'ForOfStatement':
      graph.region('loop', node)
      scoped(graph, () => lowerLoop(graph, node))
      return
    case 'WhileStatement':
    case 'DoWhileStatement':
      graph.region('loop', node)
      lowerExpression(graph, node.test)
      lowerInner(graph, node.body)
      return
    case 'SwitchStatement': {
      const subject = lowerExpression(graph, node.discriminant)
      scoped(graph, () => {
        declareLexical(graph, node.cases.flatMap((item) => item.consequent))
        for (const item of node.cases) {
          if (item.test) {
            const test = graph.value(item.test, { kind: 'operation', operator: '===', operands: [subject, lowerExpression(graph, item.test)] })
            graph.guarded(test, true, () => item.consequent.forEach((inner) => lowerStatement(graph, inner)))
          } else {
            graph.region('branch', item)
            item.consequent.forEach((inner) => lowerStatement(graph, inner))
          }
        }
      })
      return
    }
    case 'TryStatement':
      lowerStatement(graph, node.block)
      if (node.handler) {
        const handler = node.handler
        graph.region('catch', handler)
        scoped(graph, () => {
          if (handler.param) declarePattern(graph, handler.param as ast.LVal, 'catch')
          lowerBlock(graph, handler.body.body)
        })
      }
      if (node.finalizer) lowerStatement(graph, node.finalizer)
      return
    case 'LabeledStatement':
    case 'WithStatement':
      lowerInner(graph, node.body)
      return
    case 'ThrowStatement':
      lowerExpression(graph, node.argument)
      return
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      lowerImport(graph, node)
      return
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      lowerExport(graph, node)
      return
    case 'TSModuleDeclaration':
      if (!node.declare && node.body.type === 'TSModuleBlock') {
        const body = node.body.body
        scoped(graph, () => lowerBlock(graph, body))
      }
      return
    default:
      return
  }
}

function count(graph: GraphBuilder): void {
  const owner = graph.facts.functions[graph.currentFunction]
  if (owner) owner.statements++
}

function lowerInner(graph: GraphBuilder, node: ast.Statement): void {
  if (node.type === 'BlockStatement') scoped(graph, () => lowerBlock(graph, node.body))
  else lowerStatement(graph, node)
}

function lowerLocal(graph: GraphBuilder, node: ast.VariableDeclaration): void {
  if (node.kind !== 'var') for (const item of node.declarations) declarePattern(graph, item.id as ast.LVal, 'let')
  lowerVariables(graph, node)
}

function lowerLoop(graph: GraphBuilder, node: ast.ForInStatement | ast.ForOfStatement): void {
  const subject = lowerExpression(graph, node.right)
  const item = node.type === 'ForOfStatement'
    ? graph.value(node.right, { kind: 'member', object: subject, name: '*', key: null })
    : graph.value(node.right, { kind: 'member', object: subject, name: '@keys', key: null })
  if (node.left.type === 'VariableDeclaration') {
    const target = node.left.declarations[0]?.id as ast.LVal
    if (node.left.kind !== 'var') declarePattern(graph, target, 'let')
    assignPattern(graph, target, item)
  } else assignPattern(graph, node.left as ast.LVal, item)
  lowerInner(graph, node.body)
}

function lowerVariables(graph: GraphBuilder, node: ast.VariableDeclaration): void {
  if (node.declare) return
  for (const item of node.declarations) {
    if (!item.init) continue
    const name = item.id.type === 'Identifier' ? item.id.name : null
    assignPattern(graph, item.id as ast.LVal, lowerNamed(graph, item.init, name))
  }
}

function lowerEnum(graph: GraphBuilder, node: ast.TSEnumDeclaration): void {
  let next = 0
  const members = node.members ?? []
  const entries = members.map((member) => {
    const name = member.id.type === 'Identifier' ? member.id.name : member.id.value
    const value = member.initializer
      ? lowerExpression(graph, member.initializer)
      : graph.value(member, { kind: 'constant', value: next })
    const shape = graph.shape(value)
    next = shape.kind === 'constant' && typeof shape.value === 'number' ? shape.value + 1 : next + 1
    return { name, key: null, value }
  })
  const object = graph.value(node, { kind: 'object', entries })
  const id = graph.lookup(node.id.name)
  if (id !== undefined) graph.define(id, object)
}
