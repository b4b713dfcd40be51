/** Titles of pages that are made of what the page is about: a doctor, a patient, a condition. */
import type { FileFacts } from '../facts/facts.js'
import type { ScriptFacts, ValueId } from '../facts/script/graph.js'
import { startAt, trace } from '../flow/trace.js'
import type { Trail } from '../flow/host.js'
import { elementName } from '../leaks/fields/jsx-fields.js'
import type { Host } from '../leaks/fields/elements.js'
import type { DataSource } from '../leaks/source.js'
import { stepsOf } from '../leaks/steps.js'
import { tellSource } from '../leaks/telling.js'
import { classifyExpression } from '../personal/index.js'
import { scriptIndex } from '../project/meaning/script-index.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import type { Place, Span } from '../types.js'
import type { AddressLeak } from './address-leak.js'
import type { Views } from './addresses.js'
import { targetOf } from './targets.js'
import { tellingSources } from './telling.js'

const WORDS = lookedFor(['<title', 'document.title', 'generateMetadata', 'useHead', 'useSeoMeta', 'setTitle', '<Title'])

/** Functions that set a title: composables of Vue and Nuxt, Angular's service. */
const SETTERS: readonly { written: RegExp; path: string[] }[] = [
  { written: /^(?:useHead|useSeoMeta|useServerSeoMeta|useServerHead)$/, path: ['title'] },
  { written: /^setTitle$/, path: [] },
]

export function titleLeaks(project: Project, host: Host, views: Views, file?: string): AddressLeak[] {
  const files = file === undefined ? project.filesWith(WORDS) : [file]
  return files.flatMap((path) => {
    const text = project.text(path) ?? ''
    if (!WORDS.some((word) => text.includes(word))) return []
    const facts = project.facts(path)
    if (!facts) return []
    return [...markupTitles(views, facts, text), ...facts.scripts.flatMap((script, index) => scriptTitles(host, views, facts, script, index))]
  })
}

function markupTitles(views: Views, facts: FileFacts, text: string): AddressLeak[] {
  return [...text.matchAll(/<title\b[^>]*>([^]*?)<\/title>/gi)].flatMap((match): AddressLeak[] => {
    const span = { start: match.index, end: match.index + match[0].length }
    const sources = facts.templateSpans.filter(({ kind, start, end }) => kind === 'expression' && span.start <= start && end <= span.end)
      .flatMap((hole): DataSource[] => {
        const name = hole.code.trim().replace(/\s+/g, ' ').slice(0, 80)
        const place = { file: facts.path, span: { start: hole.start, end: hole.end } }
        return [{ key: `server:${facts.path}:${hole.start}`, kind: 'server', name, place, categories: classifyExpression(hole.code) }]
      })
    return leakOf(views, { file: facts.path, span }, sources, (first) => [{ ...first.place, note: tellSource(first) }, { file: facts.path, span, note: 'put into the title' }])
  })
}

function scriptTitles(host: Host, views: Views, facts: FileFacts, script: ScriptFacts, index: number): AddressLeak[] {
  return titlesIn(script).flatMap(({ value, path, ...span }): AddressLeak[] => {
    const starts = [startAt({ file: facts.path, script: index, value }, path)]
    const { flows } = trace(host, starts)
    const place: Place = { file: facts.path, span }
    return leakOf(views, place, flows.map(({ origin }) => origin), (first) => {
      const flow = flows.find(({ origin }) => origin.key === first.key)
      return stepsOf(host, first, tellSource(first), flow?.trail as Trail, { ...place, through: [] }, 'put into the title', starts)
    })
  })
}

interface Title extends Span {
  value: ValueId
  path: string[]
}

function titlesIn(script: ScriptFacts): Title[] {
  const stored = script.stores.filter(({ name, object }) => {
    const held = script.values[object]
    return name === 'title' && held?.kind === 'global' && held.name === 'document'
  }).map(({ start, end, value }): Title => ({ start, end, value, path: [] }))
  const shown = scriptIndex(script).elements().flatMap((id): Title[] => {
    const value = script.values[id]
    return value?.kind === 'element' && /^[tT]itle$/.test(elementName(script, value))
      ? value.children.map((child) => ({ start: value.start, end: value.end, value: child, path: [] })) : []
  })
  const called = script.calls.flatMap(({ value: id }): Title[] => {
    const call = script.values[id]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
    const row = name ? SETTERS.find(({ written }) => written.test(name)) : undefined
    const [first] = call?.kind === 'call' ? call.arguments : []
    return row && call && first !== undefined ? [{ start: call.start, end: call.end, value: first, path: row.path }] : []
  })
  // https://nextjs.org/docs/app/api-reference/functions/generate-metadata
  const generated = script.functions.filter(({ name }) => name === 'generateMetadata').flatMap(({ returns, start, end }) =>
    returns.map((value): Title => ({ start: script.values[value]?.start ?? start, end: script.values[value]?.end ?? end, value, path: ['title'] })))
  return [...stored, ...shown, ...called, ...generated]
}

function leakOf(
  views: Views, place: Place, found: readonly DataSource[], stepsFrom: (first: DataSource) => AddressLeak['steps'],
): AddressLeak[] {
  const sources = tellingSources(found, false)
  const [first] = sources
  if (!first) return []
  const around = views.of(targetOf(''), { file: place.file, unit: null }, place.span.start)
  return around.length === 0 ? [] : [{
    ...place, kind: 'title', part: 'title', sources, hashed: false, views: around, target: null, steps: stepsFrom(first),
  }]
}
