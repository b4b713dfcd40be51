/** Fields that a selector finds. */
import { scriptOf } from '../../flow/host.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { markupField, type FieldFound, type Host } from './elements.js'
import { jsxFields } from './jsx-fields.js'

/** Fields a selector finds: on the pages that load the script, else what the selector itself says. */
export function selectedFields(host: Host, selector: string, from: ValueReference): FieldFound[] {
  const wanted = parseSelector(selector)
  for (const file of pagesOf(host, from.file)) {
    const facts = host.facts(file)
    const form = facts?.forms.find((item) => matches(item.attributes, 'form', wanted))
    if (facts && form) return facts.fields.filter((field) => field.form === form.start).map((field) => markupField(file, field))
    const found = (facts?.fields ?? []).filter((field) => matches(field.attributes, field.tag, wanted))
    if (found.length > 0) return found.map((field) => markupField(file, field))
  }
  const script = scriptOf(host, from)
  const elements = (script?.values ?? []).flatMap((value, id) => (value.kind === 'element' ? jsxFields(host, { ...from, value: id }) : []))
  const own = elements.filter(({ field }) => (wanted.id !== null && field.id === wanted.id) || (wanted.name !== null && field.name === wanted.name))
  if (own.length > 0) return own
  if (wanted.id === null && wanted.name === null) return []
  const value = script?.values[from.value]
  return [{
    field: {
      tag: wanted.tag ?? 'input', type: wanted.type, name: wanted.name, id: wanted.id, autocomplete: null, label: null, placeholder: null,
      ariaLabel: null, options: [], otherNames: [],
    },
    place: { file: from.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } },
    name: selector, key: `selector:${selector}`,
  }]
}

interface Selector {
  tag: string | null
  id: string | null
  name: string | null
  type: string | null
  classes: string[]
}

/** The last compound of a selector: what it finds. */
function parseSelector(selector: string): Selector {
  const last = selector.split(',')[0]?.trim().split(/\s*[>+~]\s*|\s+(?![^[]*\])/).at(-1) ?? ''
  const attribute = (name: string): string | null => new RegExp(`\\[${name}\\s*[*^$~|]?=\\s*["']?([^"'\\]]+)`, 'i').exec(last)?.[1] ?? null
  const bare = last.replace(/\[[^\]]*\]/g, '').replace(/::?[\w-]+(\([^)]*\))?/g, '')
  return {
    tag: /^[a-z][\w-]*/i.exec(bare)?.[0].toLowerCase() ?? null,
    id: /#([\w-]+)/.exec(bare)?.[1] ?? attribute('id'),
    name: attribute('name'),
    type: attribute('type'),
    classes: [...bare.matchAll(/\.([\w-]+)/g)].map((match) => match[1] as string),
  }
}

function matches(attributes: Readonly<Record<string, string>>, tag: string, wanted: Selector): boolean {
  if (wanted.id !== null) return attributes.id === wanted.id
  if (wanted.name !== null) return attributes.name === wanted.name
  if (wanted.classes.length > 0) {
    const own = new Set((attributes.class ?? '').split(/\s+/))
    return wanted.classes.every((name) => own.has(name))
  }
  if (wanted.type !== null) return attributes.type === wanted.type
  return wanted.tag === tag && tag === 'form'
}

/** The file itself and the pages that load it, nearest first. */
function pagesOf(host: Host, file: string): string[] {
  const found = new Set([file])
  for (const path of found) {
    if (found.size > 60) break
    for (const importer of host.importers(path)) found.add(importer)
  }
  return [...found]
}
