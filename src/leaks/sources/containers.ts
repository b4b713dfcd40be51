/** What a container's variables read by itself: the element that was clicked or submitted, the data layer, the page. */
import { scriptOf, type Trail } from '../../flow/host.js'
import { classifyField, classifyPath, type Classified, type DataCategory } from '../../personal/index.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'
import { selectedFields } from '../fields/selected-fields.js'

const TEXTS = new Set(['text', 'textContent', 'innerText', 'innerHTML', 'outerHTML'])
const VALUES = new Set(['value', 'valueAsDate', 'valueAsNumber', 'files', 'selectedOptions', 'val'])

/** What the vendor's automatic detection looks for. https://support.google.com/google-ads/answer/13258081 */
const DETECTED: readonly DataCategory[] = ['email', 'phone', 'name', 'postal-address']

/** What a setting may name in place of all that: `detected().phone`. */
const DETECTABLE: readonly DataCategory[] = [...DETECTED, 'date-of-birth', 'demographics']

/** True for what a row of containers says comes into being (`src/flow/models/containers.ts`). */
export function isOfContainer({ spot }: Trail): boolean {
  return /^(?:tag-event|detected|container-variable|data-layer)$/.test(spot.slot ?? '')
}

/** `null`: no source, the way goes on; an empty list: nothing leaks. */
export function containerSource(host: Host, trail: Trail): readonly DataSource[] | null {
  switch (trail.spot.slot) {
    case 'tag-event': return ofEvent(host, trail)
    case 'detected': return [detected(host, trail)]
    case 'container-variable': return named(host, trail, trail.path.slice(0, 1))
    // What code of the site pushes is told there; what the container's own code writes is not.
    case 'data-layer': return host.isPushed?.(trail.path) === true ? null : goingOn(named(host, trail, trail.path))
    default: return null
  }
}

function detected(host: Host, trail: Trail): DataSource {
  const asked = DETECTABLE.find((category) => category === trail.path[0])
  const categories = asked === undefined ? DETECTED : [asked]
  const own = base(host, trail, 'detected', 'automatic detection')
  const key = asked === undefined ? own.key : `${own.key}:${asked}`
  return { ...own, key, kind: 'detected', categories: categories.map((category) => sure(category, 'automatic detection')) }
}

/** What is written under the key in the container itself is told by where it comes from. */
function goingOn(sources: readonly DataSource[]): readonly DataSource[] | null {
  return sources.length === 0 ? null : sources.map((source) => ({ ...source, goesOn: true }))
}

function sure(category: DataCategory, because: string): Classified {
  return { category, because, sure: true }
}

function base(host: Host, trail: Trail, key: string, name: string): Pick<DataSource, 'key' | 'name' | 'place'> {
  const value = scriptOf(host, trail.spot)?.values[trail.spot.id]
  return { key: `${key}:${trail.spot.file}:${name}`, name, place: { file: trail.spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } } }
}

/** A name that plainly says that it is about a person. */
function named(host: Host, trail: Trail, path: readonly string[]): DataSource[] {
  const names = path.filter((name) => name !== '*')
  const categories = classifyPath(names).filter((item) => item.sure)
  return categories.length === 0 ? [] : [{ ...base(host, trail, 'named', names.join('.')), kind: 'record', categories }]
}

/** The element that was clicked, or the form that was sent. */
function ofEvent(host: Host, trail: Trail): readonly DataSource[] {
  const [part = '', ...rest] = trail.path
  if (part === 'element') return anyElement(host, trail, rest)
  if (TEXTS.has(part)) return clickedText(host, trail)
  if (part !== 'href') return []
  const name = 'the address of the link or form'
  return [{ ...base(host, trail, 'event', name), kind: 'page', categories: [sure('page-url', name)] }]
}

function clickedText(host: Host, trail: Trail): DataSource[] {
  const name = 'the text that is clicked or submitted'
  return [{ ...base(host, trail, 'event', name), kind: 'text', categories: [sure('portal-menu-selection', name)] }]
}

/** What is read from an element that may be any of the page: `value`, `elements.reason.value`, `innerText`. */
export function anyElement(host: Host, trail: Trail, path: readonly string[]): readonly DataSource[] {
  const [first, ...rest] = path
  if (first === undefined) return []
  if (TEXTS.has(first)) return host.facts(trail.spot.file)?.container ? clickedText(host, trail) : []
  if (VALUES.has(first)) return unnamedField(host, trail, null)
  const name = first === 'elements' ? rest.find((each) => !VALUES.has(each) && each !== '*') : first
  const isRead = rest.some((each) => VALUES.has(each)) || first === 'elements'
  return isRead && name !== undefined ? unnamedField(host, trail, name) : []
}

/** A field by its name on the pages that load the code, else by the name alone. */
function unnamedField(host: Host, trail: Trail, field: string | null): readonly DataSource[] {
  const known = field === null ? [] : selectedFields(host, `[name="${field}"]`, { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id })
  const found = known.flatMap(({ field: own, place, name, key }): DataSource[] => {
    const categories = classifyField(own)
    return categories.length === 0 ? [] : [{ key: `field:${key}`, kind: 'field', categories, name, place }]
  })
  if (found.length > 0) return found
  const categories = field === null ? [] : classifyPath(['form', field])
  const name = field ?? 'the field that is clicked or submitted'
  return [{
    ...base(host, trail, 'event', name), kind: 'form',
    categories: categories.length > 0 ? categories : [{ category: 'other-form-field', because: name, sure: false }],
  }]
}
