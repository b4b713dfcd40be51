/**
 * Annotations of doc comments: `@Route("/x", name="y", methods={"GET"})`.
 * https://www.doctrine-project.org/projects/doctrine-annotations
 */
import { createExpressionReader, lastName } from './expressions.js'
import type { PhpCall, PhpCallNode } from './nodes.js'
import { tokensIn, type Token } from './tokens.js'

/** Those that begin with a capital letter: the others are for tools. */
export function annotationsOf(text: string, { start, end }: Token): PhpCallNode[] {
  const found: PhpCallNode[] = []
  // The text ends with the comment: a search through all that follows would be made again for every comment.
  const comment = text.slice(0, end)
  const pattern = /@((?:\w+\\)*[A-Z]\w*)[ \t]*(\()?/g
  pattern.lastIndex = start
  for (let match = pattern.exec(comment); match; match = pattern.exec(comment)) {
    const name = match[1] as string
    const call = {
      kind: 'call' as const,
      name: lastName(name),
      path: name,
      receiver: null,
      start: match.index,
      end: pattern.lastIndex,
    }
    if (match[2] === undefined) found.push({ ...call, arguments: [] })
    else {
      const read = argumentsAt(text, match.index + 1, end)
      found.push({ ...call, arguments: read.arguments, end: read.end })
      pattern.lastIndex = Math.max(pattern.lastIndex, read.end)
    }
  }
  return found
}

/** Longer annotations are read in part. */
const LONGEST = 4000

function argumentsAt(text: string, from: number, to: number): Pick<PhpCall, 'arguments'> & { end: number } {
  // Lines of a comment begin with `*`, which says nothing.
  const code = text
    .slice(from, Math.min(to, from + LONGEST))
    .replace(/^([ \t]*)\*(?!\/)/gm, '$1 ')
    .replace(/\*\/$/, '  ')
  const tokens = tokensIn(code, from).filter(({ text: mark }) => mark !== '@')
  const reader = createExpressionReader(tokens, {
    body: () => ({ start: from, end: from }), declaration: () => -1, anonymousClass: () => undefined,
  }, true)
  const node = reader.expression()
  return node.kind === 'call' ? { arguments: node.arguments, end: node.end } : { arguments: [], end: from }
}
