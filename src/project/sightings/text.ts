/** Folding values to text: what a URL or a name can be, as far as the source says. */
import type { Value, ValueId } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import type { ValueReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'

const ALTERNATIVES = 4

/** The texts a value may be, with a HOLE for each part that is not literal. At least one. */
export function foldText(resolver: Resolver, reference: ValueReference, depth = 0): string[] {
  const script = resolver.script(reference)
  const value = script?.values[reference.value]
  if (!value || depth > 8) return [HOLE]
  const at = (id: ValueId): ValueReference => ({ ...reference, value: id })
  if (value.kind === 'constant') return [addressRendered(resolver, reference, value) ?? String(value.value)]
  if (value.kind === 'template') {
    let texts = ['']
    for (const part of value.parts) {
      const options = foldText(resolver, at(part), depth + 1)
      texts = texts.flatMap((text) => options.map((option) => text + option)).slice(0, ALTERNATIVES)
    }
    return texts
  }
  if (value.kind === 'choice') return value.values.flatMap((id) => foldText(resolver, at(id), depth + 1)).slice(0, ALTERNATIVES)
  const constants = resolver.constants(reference).filter((constant) => constant !== null).map(String)
  return constants.length > 0 ? constants.slice(0, ALTERNATIVES) : [HOLE]
}

/** An address that an expression of a template writes out as a string: `'<%= "https://…/#{id}" %>'`. */
function addressRendered(resolver: Resolver, { file }: ValueReference, { value, start, end }: Value & { kind: 'constant' }): string | null {
  if (typeof value !== 'string' || !value.startsWith(HOLE)) return null
  const span = resolver.host.facts(file)?.templateSpans.find((each) => each.kind === 'expression' && start <= each.start && each.end <= end)
  const text = /^\s*(["'])((?:https?:)?\/\/[^"']*)\1\s*$/.exec(span?.code ?? '')?.[2]
  return text?.replace(/#\{[^{}]*\}|\{?\$\{?\w[^{}\s]*\}?/g, HOLE) ?? null
}

/** The one literal a value is, or null; an item of a list is none. */
export function literal(resolver: Resolver, reference: (ValueReference & { item?: string }) | null): string | null {
  if (!reference || reference.item !== undefined) return null
  const [text, ...others] = foldText(resolver, reference)
  return text !== undefined && others.length === 0 && !text.includes(HOLE) && text !== '' ? text : null
}
