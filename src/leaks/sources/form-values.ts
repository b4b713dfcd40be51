/** What a form library gives, as the fields it comes from: by name among the fields of the component and its template. */
import type { Trail } from '../../flow/host.js'
import { hintedName, hintedOut } from '../../flow/hint.js'
import { KEYS, limitsOf, nameMeant } from '../../flow/path.js'
import type { DataSource } from '../source.js'
import { markupField, type FieldFound, type Host } from '../fields/elements.js'
import { sourcesOf, unknownField } from '../fields/field-sources.js'
import { isJsxField, jsxField } from '../fields/jsx-fields.js'

/** Parts of a form that say how far it is and not what is in it. */
const OF_CONTROLS = new Set([
  'statusChanges', 'valueChanges', 'valid', 'invalid', 'dirty', 'pristine', 'touched', 'untouched', 'errors', 'status', 'pending', 'disabled', 'enabled', 'value', 'controls',
])

/** Sources of the part of a form's values that a trail wants; the whole form is all its fields. */
export function formSources(host: Host, trail: Trail, place: DataSource['place']): readonly DataSource[] {
  const { file } = trail.spot
  const names = trail.path.map(nameMeant).filter((name) => name !== null)
  if (names.some((name) => OF_CONTROLS.has(name))) return []
  // Names of a form's entries: which fields there are.
  if (trail.path.includes(KEYS) || (trail.path.length > 1 && trail.path.at(-1) === '0')) return []
  const hinted = hintedName(trail.hint)
  const wanted = names.length > 0 ? names : hinted === null ? [] : hinted.split('.')
  if (wanted.length === 0) {
    const without = [...trail.path.flatMap((part) => limitsOf(part).without), ...hintedOut(trail.hint)]
    const fields = allFields(host, file).filter(({ field }) => !without.includes(field.name ?? ''))
    const sources = sourcesOf(fields)
    return sources.length > 0 || fields.length > 0 ? sources : unknownField(trail, null, 'the form', place)
  }
  for (const name of new Set([wanted.join('.'), wanted.at(-1) as string, wanted[0] as string])) {
    const fields = fieldsNamed(host, file, name)
    if (fields.length > 0) return sourcesOf(fields)
  }
  return unknownField(trail, wanted.at(-1) as string, 'the form', place)
}

/** Fields of a file, by host. */
const remembered = new WeakMap<object, Map<string, FieldFound[]>>()

/** All fields with a name among the elements of a file and of the templates beside it. */
function allFields(host: Host, file: string): FieldFound[] {
  let files = remembered.get(host)
  if (!files) remembered.set(host, files = new Map())
  let fields = files.get(file)
  if (!fields) {
    const own = host.facts(file)
    const inScripts = (own?.scripts ?? []).flatMap((script, index) => script.values.flatMap((value, id) =>
      (value.kind === 'element' && isJsxField(script, value) ? [jsxField(host, script, { file, script: index, value: id }, value)] : [])))
    const inMarkup = [...(own ? [own] : []), ...host.templates(file)].flatMap((facts) => facts.fields.map((field) => markupField(facts.path, field)))
    fields = [...inScripts, ...inMarkup].filter(({ field }) => field.name !== null || field.id !== null)
    files.set(file, fields)
  }
  return fields
}

/** Fields of a file and its template that carry a name. */
export function fieldsNamed(host: Host, file: string, name: string): FieldFound[] {
  return allFields(host, file).filter(({ field }) => field.name === name || field.id === name)
}
