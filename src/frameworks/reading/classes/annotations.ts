/** Annotations of Java, Kotlin and Groovy, and attributes of C#. */
import type { CodeAnnotation, CodeNode } from './nodes.js'
import type { Reading } from './outline.js'
import type { Token } from './tokens.js'

/** `@Name(…)`, or `[Name(…), Other]` in C#, from a token; null when there is none. */
export function annotationsAt({ tokens, reader, language }: Reading, at: number): { found: CodeAnnotation[]; next: number } | null {
  const token = tokens[at] as Token
  if (language === 'csharp') {
    if (token.text !== '[' || token.kind !== 'mark') return null
    const found: CodeAnnotation[] = []
    for (let item = at + 1; item < token.close;) {
      // A target may stand before: `[assembly: Name]`.
      if (tokens[item]?.kind === 'name' && tokens[item + 1]?.text === ':') item += 2
      const read = reader.expression(item, token.close)
      found.push(...annotation(read.node))
      item = Math.max(read.next, item) + 1
    }
    return { found, next: token.close + 1 }
  }
  const name = tokens[at + 1]
  if (token.text !== '@' || token.kind !== 'mark' || name?.kind !== 'name' || name.text === 'interface') return null
  // In Kotlin a target may stand before: `@field:Value`, `@file:JvmName`.
  const begin = tokens[at + 2]?.text === ':' && tokens[at + 3]?.kind === 'name' && !tokens[at + 2]?.startsLine ? at + 3 : at + 1
  let end = begin + 1
  while (tokens[end]?.text === '.' && tokens[end + 1]?.kind === 'name') end += 2
  if (tokens[end]?.text === '(' && !tokens[end]?.startsLine) end = (tokens[end] as Token).close + 1
  return { found: annotation(reader.operand(begin, end, 0).node), next: end }
}

function annotation(node: CodeNode): CodeAnnotation[] {
  if (node.kind === 'call') return [node]
  if (node.kind !== 'name') return []
  const name = node.path.slice(node.path.lastIndexOf('.') + 1)
  return [{ name, path: node.path, receiver: null, arguments: [], block: null, start: node.start, end: node.end }]
}
