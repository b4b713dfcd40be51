/** Fields that a selector finds. */
import type { FieldFacts, FileFacts } from '../../facts/facts.js'
import { scriptOf } from '../../flow/host.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { markupField, type FieldFound, type Host } from './elements.js'
import { jsxFields } from './jsx-fields.js'
import { isFound, isNarrow, parseSelectors, type Selector } from './selectors.js'

/** How many pages are looked through for a script that many load. */
const PAGES = 60

/** Fields a selector finds: on the pages that load the script, else what the selector itself says. */
export function selectedFields(host: Host, text: string, from: ValueReference): FieldFound[] {
  return parseSelectors(text).flatMap((selector) => ofSelector(host, selector, text, from))
}

function ofSelector(host: Host, selector: Selector, text: string, from: ValueReference): FieldFound[] {
  const { found: wanted } = selector
  for (const file of pagesOf(host, from.file)) {
    const facts = host.facts(file)
    if (!facts) continue
    const form = facts.forms.find((item) => isFound(item.attributes, 'form', wanted))
    if (form) return facts.fields.filter((field) => field.form === form.start).map((field) => markupField(file, field))
    const found = facts.fields.filter((field) => isFound(field.attributes, field.tag, wanted) && standsIn(facts, field, selector))
    if (found.length > 0) return found.map((field) => markupField(file, field))
  }
  const script = scriptOf(host, from)
  const elements = (script ? scriptIndex(script).elements() : []).flatMap((id) => jsxFields(host, { ...from, value: id }))
  const own = elements.filter(({ field }) => isNarrow(wanted) && (wanted.id === null || field.id === wanted.id) && (wanted.name === null || field.name === wanted.name))
  if (own.length > 0) return own
  const isForm = wanted.tag === 'form' || (wanted.tag === null && /form/i.test(wanted.id ?? ''))
  if (!isNarrow(wanted) && wanted.type === null || isForm) return []
  const value = script?.values[from.value]
  return [{
    field: {
      tag: wanted.tag ?? 'input', type: wanted.type, name: wanted.name, id: wanted.id, autocomplete: null, label: null, placeholder: null,
      ariaLabel: null, options: [], otherNames: [],
    },
    place: { file: from.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } },
    name: text, key: `selector:${text}`, isGuess: true,
  }]
}

/** True unless the selector names a form and the field stands in another. */
function standsIn(facts: FileFacts, field: FieldFacts, { inside }: Selector): boolean {
  const forms = facts.forms.filter((form) => inside.some((outer) => isNarrow(outer) && isFound(form.attributes, 'form', outer)))
  return forms.length === 0 || forms.some(({ start }) => field.form === start)
}

/** The file itself and the pages that load it, nearest first. */
export function pagesOf(host: Host, file: string): string[] {
  const found = new Set([file])
  for (const path of found) {
    if (found.size > PAGES) break
    for (const importer of host.importers(path)) found.add(importer)
  }
  return [...found]
}
