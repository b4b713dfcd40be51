/** What server code renders of a form that was sent: one field by its name, or all of them. */
import type { FileFacts } from '../../facts/facts.js'
import { classifyField, renderedPathsOf, type Classified, type FieldDescription } from '../../personal/index.js'
import { markupField } from '../fields/elements.js'

/** Holders of what a form has sent, and of nothing that stands in the address. */
const HOLDS = /\$_POST\b|\brequest\.(?:form|POST)\b|\bRequest\.Form\b|\bold\(|->post\(/

/** Parts of a request that are all its fields: `$request->all()`, `request.form`. */
const ALL = /^(?:all|except|post|form|POST|validated|Form)$/

/** True for code that reads a form that was sent. */
export function isPosted(code: string): boolean {
  return HOLDS.test(code)
}

/** Categories of the fields that an expression renders; of one of which nothing is known, that it is a field. */
export function postedBy(facts: FileFacts, code: string): Classified[] {
  const paths = renderedPathsOf(code)
  if (paths.some((path) => isWhole(path, code))) return [{ category: 'other-form-field', because: 'all fields of the form', sure: true }]
  if (!isPosted(code)) return []
  return paths.flatMap((path) => {
    const name = nameOf(path)
    return name === null ? [] : classifyField(fieldNamed(facts, name))
  })
}

function isWhole([first, second, third]: readonly string[], code: string): boolean {
  if (first !== 'request' || third !== undefined) return false
  return second === undefined ? /\$_(?:POST|REQUEST)\b/.test(code) : ALL.test(second)
}

/** The name in `$_POST['reason']`, `request.form['reason']`, `old('reason')`. */
function nameOf(path: readonly string[]): string | null {
  const [first, ...rest] = path
  const names = first === 'request' ? rest.filter((name) => !/^(?:form|Form|POST)$/.test(name)) : first === 'form' ? rest : []
  return names.length === 1 ? (names[0] as string) : null
}

/** The field of the same page that has the name, else what the name alone tells. */
function fieldNamed(facts: FileFacts, name: string): FieldDescription {
  const field = facts.fields.find(({ attributes }) => attributes.name === name)
  return field ? markupField(facts.path, field).field : {
    tag: 'input', type: null, name, id: null, label: null, placeholder: null, ariaLabel: null, autocomplete: null, options: [], otherNames: [],
  }
}
