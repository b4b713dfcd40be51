/**
 * Modules that a pattern brings in. https://vite.dev/guide/features.html#glob-import,
 * https://webpack.js.org/guides/dependency-management/, https://vite.dev/guide/features.html#dynamic-import
 */
import type * as ast from '@babel/types'
import { HOLE } from '../../parse/hole.js'
import type { GraphBuilder } from './builder.js'
import type { ValueId } from './graph.js'

/** `import.meta.glob(['./a/*.ts', '!./a/b.ts'])` and `require.context('./a', true, /\.js$/)`. */
export function notePatternCall(graph: GraphBuilder, node: ast.Node, callee: ast.Node, args: readonly ValueId[]): void {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
  const { object, property: { name } } = callee
  const [first, second, third] = args
  if (first === undefined) return
  if (object.type === 'MetaProperty' && /^glob(Eager)?$/.test(name)) {
    const texts = textsOf(graph, first)
    const globs = texts.filter((text) => !text.startsWith('!'))
    const except = texts.filter((text) => text.startsWith('!')).map((text) => text.slice(1))
    add(graph, node, { globs, except, fits: null, isLiteral: true })
  } else if (object.type === 'Identifier' && object.name === 'require' && name === 'context') {
    const deep = second === undefined ? null : graph.shape(second)
    const isFlat = deep?.kind === 'constant' && deep.value === false
    const fits = third === undefined ? null : graph.shape(third)
    const globs = textsOf(graph, first).map((text) => `${text.replace(/\/+$/, '')}/${isFlat ? '*' : '**'}`)
    add(graph, node, { globs, except: [], fits: fits?.kind === 'regexp' ? fits.pattern : null, isLiteral: true })
  }
}

/** `` import(`./pages/${name}.js`) ``; a name that is wholly unknown brings in nothing that could be told. */
export function notePatternImport(graph: GraphBuilder, node: ast.Node, source: ValueId): void {
  const [text = HOLE] = textsOf(graph, source)
  const isPlace = /[./@~#\w]/.test(text.slice(0, text.indexOf(HOLE)))
  if (!text.includes(HOLE) || !isPlace) return
  add(graph, node, { globs: [text.replaceAll('*', HOLE).replaceAll(HOLE, '**')], except: [], fits: null, isLiteral: false })
}

function add(
  graph: GraphBuilder, node: ast.Node, pattern: { globs: string[]; except: string[]; fits: string | null; isLiteral: boolean },
): void {
  if (pattern.globs.length > 0) (graph.facts.patterns ??= []).push({ ...graph.span(node), ...pattern })
}

/** A literal text or a list of them, HOLE for what is not literal. */
function textsOf(graph: GraphBuilder, id: ValueId): string[] {
  const shape = graph.shape(id)
  if (shape.kind === 'constant') return typeof shape.value === 'string' ? [shape.value] : []
  if (shape.kind === 'array') return shape.items.flatMap((item) => textsOf(graph, item))
  if (shape.kind !== 'template') return []
  return [shape.parts.map((part) => {
    const piece = graph.shape(part)
    return piece.kind === 'constant' ? String(piece.value) : piece.kind === 'template' ? textsOf(graph, part).join('') : HOLE
  }).join('')]
}
