/** Fields as sources. */
import { classifyField, classifyPath, type Classified } from '../../personal/index.js'
import type { Trail } from '../../flow/host.js'
import type { DataSource } from '../source.js'
import type { FieldFound } from './elements.js'

/** Fields as sources; those that hold nothing of a person (passwords, tokens, what a page hides) are none. */
export function sourcesOf(fields: readonly FieldFound[]): DataSource[] {
  return fields.flatMap(({ field, place, name, key }) => {
    const found = classifyField(field)
    const categories = field.type === 'hidden' ? found.filter(({ sure, category }) => sure && category !== 'other-form-field') : found
    return categories.length === 0 ? [] : [{ key: `field:${key}`, kind: 'field' as const, categories, name, place }]
  })
}

/** A field the project's markup does not show: classified by the name it is asked for. */
export function unknownField(trail: Trail, name: string | null, where: string, place?: DataSource['place']): readonly DataSource[] {
  const told = name ?? namedBy(where)
  const categories = told === null ? [] : classifyPath(['form', told])
  const found: Classified[] = categories.length > 0 ? categories : [{ category: 'other-form-field', because: where, sure: false }]
  return [{
    key: `form:${trail.spot.file}:${name ?? where}`, kind: 'form', categories: found, name: name ?? where,
    place: place ?? { file: trail.spot.file, span: { start: 0, end: 0 } },
  }]
}

/** The id or the name by which a selector finds one field: `#form-field-email`, `[name="your-email"]`. */
function namedBy(selector: string): string | null {
  return /\[name[~|^$*]?=["']?([\w-]+)["']?\]$/.exec(selector)?.[1] ?? /#([\w-]+)$/.exec(selector)?.[1] ?? null
}
