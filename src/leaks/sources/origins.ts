/** Is this place a source of patient data? Asked at every step backwards from a vendor's call. */
import { scriptOf, type Trail } from '../../flow/host.js'
import type { ScriptFacts, Value } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { hintedName, hintedOut } from '../../flow/hint.js'
import { isName, KEYS, limitsOf } from '../../flow/path.js'
import type { DataSource } from '../source.js'
import { fieldsBoundTo } from './bound.js'
import { boundByName } from './bound-methods.js'
import { clickedAround } from './clicked.js'
import { choiceSource, clickedSource, steppedSource } from './choices.js'
import { containerSource, isOfContainer } from './containers.js'
import { attachedElement, elementsAt, elementsOfThis, elementsReferred, fieldsOf, formOfDocument, isLibraryCall, selectorsOf, viewChildren, type Element, type Host } from '../fields/elements.js'
import { ofGiven, readEvent } from './events.js'
import { sourcesOf, unknownField } from '../fields/field-sources.js'
import { formSources } from './form-values.js'
import { keptChoice } from './kept-choices.js'
import { lookedUpSource } from './looked-up.js'
import { isNumberOfPieces } from './pieces.js'
import { readElements } from './reading.js'
import { pagePropertySource, pageSource, routeSource } from './page.js'
import { isGap } from '../../flow/joins/templates/hosted.js'
import { renderedIn } from '../server/rendered.js'
import { askedOfRequest, isOfRequest, recordSource, requestSource } from './records.js'

/** Words of rows for what is a source, or none; from all others the flow engine itself goes on. */
const WORDS = new Set(['form', 'request', 'request-ip', 'query', 'address', 'title', 'seen', 'none', 'template-reference'])

/** `null`: no source, the way goes on; an empty list: the way ends, nothing leaks. */
export function originsAt(host: Host, trail: Trail, isEnd: boolean): readonly DataSource[] | null {
  const found = foundAt(host, trail, isEnd)
  return found !== null && found.length > 0 && isNumberOfPieces(host, trail, found) ? [] : found
}

function foundAt(host: Host, trail: Trail, isEnd: boolean): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  if (trail.spot.kind === 'origin') {
    if (isOfContainer(trail)) return containerSource(host, trail)
    if (trail.spot.slot === 'request') return goingOn(ofRow(host, trail), isEnd)
    return WORDS.has(trail.spot.slot ?? '') ? ofRow(host, trail) : null
  }
  if (trail.spot.kind === 'given') return ofGiven(host, trail, isEnd)
  if (!isEnd && isOfRequest(script, trail)) return goingOn(recordSource(host, trail), isEnd)
  const bound = isEnd ? [] : fieldsBoundTo(host, trail)
  const referred = isEnd || bound.length > 0 ? null : (ofName(host, trail, script) ?? boundByName(host, trail, script))
  if (referred) return referred
  if (bound.length > 0) return sourcesOf(bound).map((source) => ({ ...source, goesOn: true }))
  const chosen = isEnd ? null : keptChoice(host, trail) ?? pagePropertySource(trail, script)
  if (chosen) return chosen
  if (trail.spot.kind === 'value') {
    const value = script.values[trail.spot.id]
    const found = value ? ofValue(host, trail, value) : null
    if (found) return found
  }
  return isEnd ? recordSource(host, trail) : null
}

/** What a request brings: a page of the site may be seen to send it. */
function goingOn(sources: readonly DataSource[] | null, isEnd: boolean): readonly DataSource[] | null {
  if (isEnd) return []
  return sources === null || sources.length === 0 ? null : sources.map((source) => ({ ...source, goesOn: true }))
}

/** `field` of `<input ref="field">` or `bind:this={field}`, `this.$refs.field`, `$refs.field` of Alpine. */
function ofName(host: Host, trail: Trail, script: ScriptFacts): readonly DataSource[] | null {
  const { spot, path } = trail
  if (spot.kind === 'binding') {
    const binding = script.bindings[spot.id]
    if (!binding || binding.scope !== 0 || path.length < 1 || !/\.(?:vue|svelte)$/.test(spot.file)) return null
    return ofReference(host, trail, binding.name, path[0] === 'value' && path.length > 1 && spot.file.endsWith('.vue') ? path.slice(1) : path)
  }
  const value = spot.kind === 'value' ? script.values[spot.id] : undefined
  const names = value?.kind === 'this' ? path : value?.kind === 'global' && value.name === '$refs' ? ['$refs', ...path] : []
  return names[0] === '$refs' && names[1] !== undefined ? ofReference(host, trail, names[1], names.slice(2)) : null
}

function at(trail: Trail): ValueReference {
  return { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
}

function ofValue(host: Host, trail: Trail, value: Value): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  if (!script) return null
  switch (value.kind) {
    case 'hole':
    case 'constant':
      return isGap(value) ? ofGap(host, trail, value, script) : []
    case 'call': {
      const clicked = clickedAround(host, trail, value)
      if (clicked) return [clicked]
      const isLook = trail.path.length > 0 && selectorsOf(host, script, at(trail), value, trail).length > 0
      if (isLook) return readElements(host, trail, elementsAt(host, at(trail), [], trail.context), trail.path)
      if (trail.path.length > 0 && isLibraryCall(host, script, at(trail), value)) {
        const elements = elementsAt(host, at(trail), [], trail.context)
        if (elements.length > 0) return readElements(host, trail, elements, trail.path)
      }
      if (isFormData(host, trail, value)) return formData(host, trail, value)
      if (trail.path[0] === 'current' && trail.path.length > 1) {
        const elements = elementsAtPath(host, trail)
        if (elements.length > 0) return readElements(host, trail, elements, trail.path.slice(1))
      }
      return choiceSource(host, trail, value) ?? pageSource(host, trail, value) ?? askedOfRequest(host, trail)
        ?? lookedUpSource(host, trail, value)
    }
    case 'global': {
      const referred = script.attached && trail.path.length > 0 ? elementsReferred(host, trail.spot.file, value.name) : []
      if (referred.length > 0) return readElements(host, trail, referred, trail.path)
      if (/^(event|\$event)$/.test(value.name) && script.attached) return readEvent(host, trail, [attachedElement(trail.spot.file, script)], trail.path)
      if (value.name === '$route' && trail.path.length > 0) return routeSource(host, { ...trail, path: ['$route', ...trail.path] }, value)
      const form = value.name === 'document' ? formOfDocument(host, trail.spot.file, trail.path) : null
      if (form) return readElements(host, trail, form.elements, form.rest)
      const page = pageSource(host, trail, value)
      if (page || trail.path.length === 0) return page
      // https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
      const named = elementsAt(host, at(trail))
      return named.length > 0 ? readElements(host, trail, named, trail.path) : null
    }
    case 'this': {
      if (trail.path.length === 0) return null
      if (trail.path[0] === '$route') return routeSource(host, trail, value)
      const child = viewChildren(host, trail.spot, script, script.functions[value.function]?.class ?? -1, trail.path[0] as string)
      if (child.length > 0 && trail.path.length > 1) return readElements(host, trail, child, trail.path.slice(trail.path[1] === 'nativeElement' ? 2 : 1))
      const elements = script.attached ? [attachedElement(trail.spot.file, script)] : elementsOfThis(host, trail, script, value.function)
      return elements ? readElements(host, trail, elements, trail.path) : null
    }
    case 'binding': return clickedSource(host, trail, script, value.binding)
    case 'operation': return steppedSource(host, trail, value)
    case 'member': return pageSource(host, trail, value) ?? lookedUpSource(host, trail, value)
    default: return null
  }
}

/** What the server prints there; in a text of a script, what that script puts there: then the way goes on. */
function ofGap(host: Host, trail: Trail, value: Value, { host: around }: ScriptFacts): readonly DataSource[] | null {
  const rendered = renderedIn(host, trail, value)
  return rendered.length === 0 && around !== null && around.script >= 0 ? null : rendered
}

/** `ref.current`: the element the reference is put on. */
function elementsAtPath(host: Host, trail: Trail): Element[] {
  return elementsAt(host, at(trail), ['current'], trail.context)
}

function isFormData(host: Host, trail: Trail, value: Value & { kind: 'call' }): boolean {
  return value.isNew && host.resolver.meanings({ ...at(trail), value: value.callee }).some((meaning) => meaning.kind === 'external' && meaning.path === 'FormData')
}

/** `new FormData(form)`: the fields of the form, or the one that is asked for. */
function formData(host: Host, trail: Trail, value: Value & { kind: 'call' }): readonly DataSource[] | null {
  const [form] = value.arguments
  if (form === undefined) return null
  // Entries are pairs: the first of each is a name.
  if (trail.path.includes(KEYS) || (trail.path.length > 1 && trail.path.at(-1) === '0')) return []
  const name = nameWanted(trail)
  const without = [...hintedOut(trail.hint), ...trail.path.flatMap((part) => limitsOf(part).without)]
  const elements = elementsAt(host, { ...at(trail), value: form }, [], trail.context)
  const fields = elements.flatMap((element) => fieldsOf(host, element, name)).filter(({ field }) => !without.includes(field.name ?? ''))
  if (fields.length > 0) return sourcesOf(fields)
  // All fields of the form are known, and none is called so.
  if (elements.some((element) => fieldsOf(host, element, null).length > 0)) return []
  return unknownField(trail, name, 'new FormData(…)')
}

/** The field a question is about: the name wanted of the form, or the name under which the value is kept. */
function nameWanted(trail: Trail): string | null {
  const [first] = trail.path
  if (first !== undefined && isName(first)) return first
  const only = first === undefined ? null : limitsOf(first).only
  return only?.length === 1 ? (only[0] as string) : hintedName(trail.hint)
}

/** An element that a template names: `ref="field"`, read as `$refs.field` or by a variable of that name. */
function ofReference(host: Host, trail: Trail, name: string, path: readonly string[]): readonly DataSource[] | null {
  const elements = elementsReferred(host, trail.spot.file, name)
  return elements.length > 0 && path.length > 0 ? readElements(host, trail, elements, path) : null
}

const OF_PAGES = new Set(['document', 'navigator', 'localStorage', 'sessionStorage'])
const pageScripts = new WeakMap<ScriptFacts, boolean>()

/** The script uses what only browsers have: its functions answer no requests. */
function usesPage(script: ScriptFacts): boolean {
  let known = pageScripts.get(script)
  if (known === undefined) {
    known = script.values.some((value) => value.kind === 'global' && OF_PAGES.has(value.name))
    pageScripts.set(script, known)
  }
  return known
}

function ofRow(host: Host, trail: Trail): readonly DataSource[] | null {
  const script = scriptOf(host, trail.spot)
  const value = script?.values[trail.spot.id]
  const place = { file: trail.spot.file, span: { start: value?.start ?? 0, end: value?.end ?? 0 } }
  switch (trail.spot.slot) {
    case 'form': return formSources(host, trail, place)
    // In a page `cache.get((entry) => entry.ip)` asks for no request.
    case 'request-ip': return script && usesPage(script) ? [] : [{
      key: `request:${trail.spot.file}:ip`, kind: 'request', name: 'request.ip', place,
      categories: [{ category: 'ip-address', because: 'the request', sure: true }],
    }]
    case 'request': return script && usesPage(script) ? [] : requestSource(trail, place)
    // The row says that the value is seen elsewhere, or that it holds nothing.
    case 'template-reference': return ofReference(host, trail, trail.path[0] ?? '', trail.path.slice(1))
    case 'seen':
    case 'none': return []
    default: return pageSource(host, trail, value) ?? []
  }
}
