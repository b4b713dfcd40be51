/** One script fragment → its value graph. */
import type * as ast from '@babel/types'
import type { ScriptFragment } from '../../parse/document.js'
import { NESTED, parseScript, type ScriptSyntax } from '../../parse/javascript.js'
import { restoreElements } from '../compiled/elements.js'
import { restoreInterop } from '../compiled/interop.js'
import { restoreFunctions, restoreImports } from '../compiled/libraries.js'
import { joinModules } from '../compiled/modules.js'
import { joinRenderers } from '../compiled/renderers.js'
import { restoreSystemModules } from '../compiled/system.js'
import { GraphBuilder } from './builder.js'
import type { ScriptFacts, Unit } from './graph.js'
import { declaredNames, declareImport } from './modules.js'
import { declareHoisted, lowerBlock, lowerStatement } from './statements.js'

export interface LoweredScript {
  facts: ScriptFacts
  syntax: ScriptSyntax
}

/** Parses and lowers a fragment. Never throws on bad input: what cannot be parsed is in `syntax.errors`. */
export function lowerScript(fragment: ScriptFragment): LoweredScript {
  const { code } = fragment
  const syntax = parseScript(code.text, fragment)
  const span = { start: code.toFile(0), end: code.toFile(code.text.length) }
  const lowered = (body: ast.Statement[]): GraphBuilder => {
    const graph = new GraphBuilder(code, fragment.goal, fragment.server, span)
    lowerProgram(graph, body)
    return graph
  }
  let graph: GraphBuilder
  try {
    graph = lowered(syntax.body)
  } catch (error) {
    if (!isTooDeep(error)) throw error
    // Generated code can be nested deeper than the stack: only the statements that are so are lost.
    const [kept, left] = parted(syntax.body, (statement) => fits(() => lowered([statement])))
    for (const { start } of left) syntax.errors.push({ offset: start ?? 0, message: NESTED })
    graph = lowered(kept)
  }
  graph.leaveGuards(-1)
  restoreInterop(graph.facts, code.text)
  joinModules(graph.facts)
  joinRenderers(graph.facts, code.text)
  restoreSystemModules(graph.facts)
  restoreElements(graph.facts)
  restoreImports(graph.facts)
  restoreFunctions(graph.facts)
  return { facts: graph.facts, syntax }
}

/** What the engine throws when calls are nested deeper than its stack. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError
}

function fits(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (isTooDeep(error)) return false
    throw error
  }
}

function parted<T>(items: readonly T[], isKept: (item: T) => boolean): [T[], T[]] {
  const kept: T[] = []
  const left: T[] = []
  for (const item of items) (isKept(item) ? kept : left).push(item)
  return [kept, left]
}

function lowerProgram(graph: GraphBuilder, body: ast.Statement[]): void {
  for (const statement of body) if (statement.type === 'ImportDeclaration') declareImport(graph, statement)
  declareHoisted(graph, body)
  if (graph.facts.goal !== 'module') {
    lowerBlock(graph, body)
    return
  }
  // The same order as lowerBlock, but each declaration becomes a unit that remembers what it uses.
  declareAll(graph, body)
  const functionsFirst = [...body.filter(isFunctionDeclaration), ...body.filter((statement) => !isFunctionDeclaration(statement))]
  for (const statement of functionsFirst) {
    graph.currentUnit = unitOf(graph, statement)
    lowerStatement(graph, statement)
    graph.currentUnit = null
  }
  nameExports(graph)
}

function isFunctionDeclaration(statement: ast.Statement): boolean {
  if (statement.type === 'FunctionDeclaration') return true
  if (statement.type !== 'ExportNamedDeclaration' && statement.type !== 'ExportDefaultDeclaration') return false
  return statement.declaration?.type === 'FunctionDeclaration'
}

function declareAll(graph: GraphBuilder, body: ast.Statement[]): void {
  // lowerBlock declares before it lowers; an empty block of the same statements would lower them twice.
  for (const statement of body) {
    const inner = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration : statement
    if (!inner || ('declare' in inner && inner.declare === true)) continue
    const kind = inner.type === 'FunctionDeclaration' ? 'function' : inner.type === 'ClassDeclaration' ? 'class'
      : inner.type === 'TSEnumDeclaration' ? 'enum'
        : inner.type === 'VariableDeclaration' ? (inner.kind === 'let' ? 'let' : 'const') : null
    if (kind === null) continue
    for (const name of declaredNames(inner)) graph.declare(name.name, kind, name)
  }
}

function unitOf(graph: GraphBuilder, statement: ast.Statement): Unit | null {
  let declaration: ast.Node | null | undefined = statement
  let name: string | null = null
  if (statement.type === 'ExportNamedDeclaration') declaration = statement.declaration
  if (statement.type === 'ExportDefaultDeclaration') {
    declaration = statement.declaration
    // `export default Name` uses nothing by itself: the unit of `Name` is what is exported.
    if (declaration.type === 'Identifier') return { ...graph.span(statement), name: '', names: [], exports: [], uses: [] }
    name = 'default'
  }
  if (!declaration) return null
  if (declaration.type === 'ExpressionStatement') return unitOfAssignment(graph, declaration.expression)
  for (const identifier of declaredNames(declaration)) {
    name = identifier.name
    break
  }
  if (name === null) return null
  const names = [...declaredNames(declaration)].map((identifier) => identifier.name)
  const unit: Unit = { ...graph.span(statement), name, names: names.length > 0 ? names : [name], exports: [], uses: [] }
  graph.facts.units.push(unit)
  return unit
}

/**
 * `Name.displayName = …` belongs to the declaration of `Name`; `exports.name = …` and `module.exports = …` are
 * declarations of what they export. None of them runs what it mentions.
 */
function unitOfAssignment(graph: GraphBuilder, expression: ast.Expression): Unit | null {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=' || expression.left.type !== 'MemberExpression') return null
  const { object, property, computed } = expression.left
  if (computed || property.type !== 'Identifier') return null
  if (object.type === 'Identifier' && graph.lookup(object.name) !== undefined) {
    return graph.facts.units.find((unit) => unit.names.includes(object.name)) ?? null
  }
  const isModule = object.type === 'Identifier' && object.name === 'module' && property.name === 'exports'
  const isExports = (object.type === 'Identifier' && object.name === 'exports')
    || (object.type === 'MemberExpression' && object.object.type === 'Identifier' && object.object.name === 'module')
  if (!isModule && !isExports) return null
  const unit: Unit = {
    ...graph.span(expression), name: isModule ? 'module.exports' : property.name, names: [],
    exports: [isModule ? '*' : property.name], uses: [],
  }
  graph.facts.units.push(unit)
  return unit
}

function nameExports(graph: GraphBuilder): void {
  const { exports, units, bindings, values } = graph.facts
  for (const item of exports) {
    if (item.from) continue
    const unit = item.binding !== null
      ? units.find((candidate) => candidate.names.includes(bindings[item.binding as number]?.name ?? ''))
      : units.find((candidate) => candidate.start <= item.start && item.end <= candidate.end)
    if (unit) {
      if (!unit.exports.includes(item.name)) unit.exports.push(item.name)
    } else if (item.value !== null) {
      const value = values[item.value]
      if (value) units.push({ start: item.start, end: item.end, name: item.name, names: [], exports: [item.name], uses: [] })
    }
  }
}
