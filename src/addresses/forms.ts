/** Forms that are sent by GET: what is filled in stands in the address of the page that answers. */
import type { FileFacts, FormFacts } from '../facts/facts.js'
import { scriptOf } from '../flow/host.js'
import { elementName, jsxFields } from '../leaks/fields/jsx-fields.js'
import { markupField, type FieldFound, type Host } from '../leaks/fields/elements.js'
import { sourcesOf } from '../leaks/fields/field-sources.js'
import { tellSource } from '../leaks/telling.js'
import type { DataSource } from '../leaks/source.js'
import { scriptIndex } from '../project/meaning/script-index.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import type { Span } from '../types.js'
import type { AddressLeak } from './address-leak.js'
import type { Views } from './addresses.js'
import { targetOf } from './targets.js'
import { tellingSources } from './telling.js'

const WORDS = lookedFor(['<form', '<Form', 'form('])

/** What sends a form by itself instead of the browser: handlers of frameworks and of the page. */
const HANDLED = /^(?:@submit|v-on:submit|on:submit|onsubmit|\(ngsubmit\)|\(submit\)|x-on:submit|wire:submit|hx-|data-hx-|up-|data-remote|data-turbo|ng-submit|\[formgroup\]|v-form|data-netlify|use:enhance|data-action)/i

export function formLeaks(project: Project, host: Host, views: Views, file?: string): AddressLeak[] {
  const files = file === undefined ? project.filesWith(WORDS) : [file]
  return files.flatMap((path) => {
    const facts = project.facts(path)
    return facts ? [...markupForms(project, views, facts), ...jsxForms(project, host, views, facts)] : []
  })
}

function markupForms(project: Project, views: Views, facts: FileFacts): AddressLeak[] {
  return facts.forms.flatMap((form) => {
    if (!isSentByGet(form.attributes) || isHidden(facts, form) || isIntercepted(project, facts.path, form.attributes)) return []
    const fields = facts.fields.filter((field) => field.form === form.start).map((field) => markupField(facts.path, field))
    return leakOf(project, views, facts.path, form, form.attributes.action ?? '', fields)
  })
}

/** `<form action="/find">` without a handler in React, and `<Form method="get">` of routers. */
function jsxForms(project: Project, host: Host, views: Views, facts: FileFacts): AddressLeak[] {
  return facts.scripts.flatMap((script, index) => scriptIndex(script).elements().flatMap((id) => {
    const value = script.values[id]
    if (value?.kind !== 'element' || !/^[fF]orm$/.test(elementName(script, value))) return []
    const at = { file: facts.path, script: index, value: id }
    const attributes: Record<string, string> = {}
    for (const { name, value: held } of value.properties) {
      if (name === null) return []
      const [constant] = host.resolver.constants({ ...at, value: held })
      attributes[name.toLowerCase()] = constant === undefined ? '\0' : String(constant)
    }
    if (attributes.action === '\0' || !isSentByGet(attributes)) return []
    return leakOf(project, views, facts.path, value, attributes.action ?? '', scriptOf(host, at) ? jsxFields(host, at) : [])
  }))
}

/** GET is what a form without a method is sent by; without an action either it is mostly code that sends it. */
function isSentByGet(attributes: Readonly<Record<string, string>>): boolean {
  if (Object.keys(attributes).some((name) => HANDLED.test(name))) return false
  const action = attributes.action?.trim() ?? ''
  if (/^(?:javascript:|mailto:|#|\0)/i.test(action)) return false
  const method = attributes.method?.trim().toLowerCase()
  return method === 'get' || (method === undefined && action !== '')
}

function isHidden({ hidden }: FileFacts, { start }: Span): boolean {
  return hidden.some((span) => span.start <= start && start < span.end)
}

/** A script of the page that stops the browser from sending a form. */
function isIntercepted(project: Project, path: string, { method }: FormFacts['attributes']): boolean {
  if (method !== undefined) return false
  return [path, ...project.imports(path)].some((each) => {
    const text = project.text(each) ?? ''
    return text.includes('preventDefault') && /\bsubmit\b/.test(text)
  })
}

function leakOf(
  project: Project, views: Views, path: string, { start, end }: Span, action: string, fields: readonly FieldFound[],
): AddressLeak[] {
  const sources = tellingSources(sourcesOf(fields), project.isAboutHealth())
  if (sources.length === 0) return []
  const target = targetOf(action)
  if (target.isElsewhere) return []
  const place = { file: path, span: { start, end } }
  const found = views.of(target, { file: path, unit: null }, start)
  if (found.length === 0) return []
  const [first] = sources as [DataSource]
  return [{
    ...place, kind: 'form', part: 'query', sources, hashed: false, views: found, target: target.path === '' ? null : target.path,
    steps: [{ ...first.place, note: tellSource(first) }, { ...place, note: 'the form puts it into the address' }],
  }]
}
