/** Markup and script that stand in strings of a script: `innerHTML`, `__html`, template literals of a snippet. */
import { HOLE } from '../parse/hole.js'
import { addLiteral, MappedTextBuilder, type MappedText } from '../parse/mapped-text.js'
import type { Span } from '../types.js'
import type { ScriptFacts, ValueId } from './script/graph.js'

export interface EmbeddedString {
  value: ValueId
  content: MappedText
}

/** Shorter strings hold no code worth reading. */
const SHORTEST = 12

/**
 * The strings of a script that could hold code, outermost first: a part of a larger string is not listed again.
 * `fileText` is the whole file; a literal's own text is read from it so that offsets stay exact.
 */
export function embeddedStrings(script: ScriptFacts, fileText: string, wanted: (text: string) => boolean): EmbeddedString[] {
  const found: EmbeddedString[] = []
  const inside = new Set<ValueId>()
  const templates = componentTemplates(script)
  for (let id = script.values.length - 1; id >= 0; id--) {
    if (inside.has(id)) continue
    const value = script.values[id]
    if (value?.kind !== 'constant' && value?.kind !== 'template') continue
    const isWanted = (content: string): boolean => content.length >= SHORTEST && (wanted(content) || HOLDS_FIELDS.test(content) || templates.has(id))
    if (value.kind === 'template') markParts(script, id, inside)
    // The text of a template literal without expressions is a value of its own, right before it.
    const text = script.values[id - 1]
    if (value.kind === 'constant' && text?.kind === 'constant' && value.start < text.start && text.end < value.end) inside.add(id - 1)
    if (value.kind === 'constant') {
      // Most are none, and where their characters stand is a long way to ask.
      if (typeof value.value !== 'string' || !isWanted(value.value)) continue
      found.push({ value: id, content: constantText(value.value, value, fileText) })
    } else {
      const content = templateText(script, id, fileText)
      if (isWanted(content.text)) found.push({ value: id, content })
    }
  }
  return found.reverse()
}

/** Markup that a visitor fills in: what a script reads of it is looked for by its names. */
const HOLDS_FIELDS = /<(?:input|select|textarea|form)\b/i

/** Texts that are the template of a component: `@Component({ template: '…' })`, `{ template: '…', data() {…} }`. */
function componentTemplates(script: ScriptFacts): Set<ValueId> {
  return new Set(script.values.flatMap((value) => (value.kind !== 'object' ? []
    : value.entries.flatMap((entry) => (entry.name === 'template' ? [entry.value] : [])))))
}

function markParts(script: ScriptFacts, id: ValueId, inside: Set<ValueId>): void {
  const value = script.values[id]
  if (value?.kind !== 'template') return
  for (const part of value.parts) {
    const kind = script.values[part]?.kind
    if (kind === 'constant' || kind === 'template') inside.add(part)
    markParts(script, part, inside)
  }
}

function constantText(text: string, { start, end }: Span, fileText: string): MappedText {
  const builder = new MappedTextBuilder()
  addLiteral(builder, text, start, end, fileText)
  return builder.build(end)
}

function templateText(script: ScriptFacts, id: ValueId, fileText: string): MappedText {
  const value = script.values[id] as ScriptFacts['values'][number] & { kind: 'template' }
  const builder = new MappedTextBuilder()
  addParts(script, value.parts, builder, fileText)
  return builder.build(value.end)
}

function addParts(script: ScriptFacts, parts: readonly ValueId[], builder: MappedTextBuilder, fileText: string): void {
  for (const part of parts) {
    const value = script.values[part]
    if (!value) continue
    if (value.kind === 'constant') addLiteral(builder, String(value.value), value.start, value.end, fileText)
    else if (value.kind === 'template') addParts(script, value.parts, builder, fileText)
    else builder.replaced(constantOf(script, part) ?? HOLE, value.start)
  }
}

/** The text of a constant of the same script: `${PIXEL_ID}`. */
function constantOf(script: ScriptFacts, id: ValueId): string | null {
  const value = script.values[id]
  const binding = value?.kind === 'binding' ? script.bindings[value.binding] : undefined
  const [only, ...others] = binding?.definitions ?? []
  const definition = only === undefined || others.length > 0 ? undefined : script.values[only]
  return definition?.kind === 'constant' && typeof definition.value === 'string' ? definition.value : null
}
