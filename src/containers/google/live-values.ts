/** Values of live containers: plain ones, references, texts put together, lists and maps. */
import type { Parameter } from '../container.js'
import { items, textOf, type Literal } from '../reading/literal.js'
import { partOf, plainText, type Piece, type Text } from '../reading/text.js'
import { MappedTextBuilder, type MappedText } from '../../parse/mapped-text.js'

/** `"text"`, `["macro", 3]`, `["template", "a", ["escape", ["macro", 3], 8]]`; null for lists, maps and tags. */
export function textOfValue(fileText: string, value: Literal): Text | null {
  const { start, end } = value
  if (value.kind === 'text') return plainText(fileText, value, value.value)
  if (value.kind === 'other') return value.value === null ? null : plainText(fileText, value, String(value.value))
  const [head, ...rest] = items(value)
  switch (textOf(head)) {
    case 'macro': return { start, end, pieces: [{ kind: 'reference', variable: textOf(rest[0]) ?? '', start, end }] }
    case 'escape': return rest[0] ? textOfValue(fileText, rest[0]) : null
    case 'template': return { start, end, pieces: rest.flatMap((part): Piece[] => textOfValue(fileText, part)?.pieces ?? []) }
    default: return null
  }
}

export function parameterOf(fileText: string, value: Literal): Parameter | null {
  const text = textOfValue(fileText, value)
  if (text) return { kind: 'text', text }
  const [head, ...rest] = items(value)
  switch (textOf(head)) {
    case 'list': return { kind: 'list', items: rest.flatMap((item) => parameterOf(fileText, item) ?? []) }
    case 'map': {
      const entries: [string, Parameter][] = []
      for (let at = 0; at + 1 < rest.length; at += 2) {
        const key = textOf(rest[at])
        const inner = rest[at + 1] && parameterOf(fileText, rest[at + 1] as Literal)
        if (key !== null && inner) entries.push([key, inner])
      }
      return { kind: 'map', entries }
    }
    default: return null
  }
}

/** What keeps the scripts of a tag's markup from running before the tag fires. */
const HELD_BACK = /text\/gtmscript|data-gtmsrc/g

/** The markup as the page will have it. */
export function markupOfPage(text: Text): Text {
  return { ...text, pieces: text.pieces.map((piece): Piece => (piece.kind === 'literal' ? { ...piece, content: released(piece.content) } : piece)) }
}

function released(content: MappedText): MappedText {
  const builder = new MappedTextBuilder()
  let done = 0
  for (const match of content.text.matchAll(HELD_BACK)) {
    builder.mapped(partOf(content, done, match.index)).replaced(match[0] === 'data-gtmsrc' ? 'src' : 'text/javascript', content.toFile(match.index))
    done = match.index + match[0].length
  }
  return builder.mapped(partOf(content, done, content.text.length)).build(content.toFile(content.text.length))
}
