/** What a page is given by the server's own functions for it, and by the page before it. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { ValueReference } from '../../project/meaning/meaning.js'
import { returnsOf } from '../backward/calls.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import type { Path } from '../path.js'
import { step, type Step } from '../step.js'
import { indexed } from './index-by-name.js'

export function pageJoins(host: FlowHost<Origin>, trail: Trail): Step[] {
  const { spot } = trail
  if (spot.kind === 'origin') {
    if (spot.slot === 'navigated') return navigated(host, trail)
    if (spot.slot === 'loaded') return ofExport(host, trail, spot.file, ['loader', 'clientLoader'], trail.path)
    return spot.slot === 'acted' ? ofExport(host, trail, spot.file, ['action', 'clientAction'], trail.path) : []
  }
  return [...pageProperties(host, trail), ...ofSvelteKit(host, trail)]
}

/** `navigate('/done', { state })`, `router.push({ state })`. https://reactrouter.com/api/hooks/useNavigate */
function navigated(host: FlowHost<Origin>, trail: Trail): Step[] {
  const states = indexed(host, 'navigation state', ['navigate', 'push', 'replace', 'state='], (_host, file, index, script, note) => {
    for (const value of script.values) {
      if (value.kind === 'element') {
        for (const property of value.properties) if (property.name === 'state') note('state', { file, script: index, value: property.value })
      }
      if (value.kind !== 'call') continue
      const callee = script.values[value.callee]
      const name = callee?.kind === 'member' ? callee.name : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
      if (!/^(?:navigate|push|replace|goto)$/.test(name ?? '')) continue
      for (const argument of value.arguments) {
        const object = script.values[argument]
        const entry = object?.kind === 'object' ? object.entries.find((item) => item.name === 'state') : undefined
        if (entry) note('state', { file, script: index, value: entry.value })
      }
    }
  })
  return (states.get('state') ?? []).map((at) => step(trail, { file: at.file, script: at.script, kind: 'value', id: at.value }, trail.path, { context: null }))
}

/** What a function that a module exports under one of these names gives back, at a path. */
function ofExport(host: FlowHost<Origin>, trail: Trail, file: string, names: readonly string[], path: Path): Step[] {
  return exportsNamed(host, file, names).flatMap((at) => host.resolver.meanings(at).flatMap((meaning) => (meaning.kind !== 'function' ? []
    : returnsOf(host, { ...trail, path, context: null }, meaning, at).map((found) => ({ ...found, next: trail, context: null })))))
}

function exportsNamed(host: FlowHost<Origin>, file: string, names: readonly string[]): ValueReference[] {
  return (host.facts(file)?.scripts ?? []).flatMap((script, index) => script.exports.flatMap((item) => {
    if (!names.includes(item.name) || item.from) return []
    const ids = item.binding !== null ? (script.bindings[item.binding]?.definitions ?? []) : item.value === null ? [] : [item.value]
    return ids.map((value) => ({ file, script: index, value }))
  }))
}

/** Properties of a page that Next asks for. https://nextjs.org/docs/pages/building-your-application/data-fetching */
function pageProperties(host: FlowHost<Origin>, trail: Trail): Step[] {
  const script = scriptOf(host, trail.spot)
  const parameter = trail.spot.kind === 'binding' ? script?.bindings[trail.spot.id]?.parameter : null
  if (!script || !parameter || parameter.index !== 0 || parameter.rest || !isDefaultExport(script, parameter.function)) return []
  const names = ['getServerSideProps', 'getStaticProps', 'getInitialProps']
  return ofExport(host, trail, trail.spot.file, names, ['props', ...parameter.path, ...trail.path])
}

function isDefaultExport(script: ScriptFacts, owner: number): boolean {
  const isOwner = (id: ValueId | null | undefined): boolean => {
    const value = id === null || id === undefined ? undefined : script.values[id]
    return value?.kind === 'function' && value.function === owner
  }
  return script.exports.some((item) => item.name === 'default'
    && (isOwner(item.value) || (item.binding !== null && (script.bindings[item.binding]?.definitions ?? []).some(isOwner))))
}

/** `export let form`, `let { data } = $props()` of a page. https://svelte.dev/docs/kit/form-actions, https://svelte.dev/docs/kit/load */
function ofSvelteKit(host: FlowHost<Origin>, trail: Trail): Step[] {
  const stem = /^(.*\+(?:page|layout))\.svelte$/.exec(trail.spot.file)?.[1]
  const asked = stem === undefined ? null : propertyAsked(host, trail)
  if (stem === undefined || asked === null) return []
  const [name, ...rest] = asked
  const files = ['.server.ts', '.server.js', '.ts', '.js'].map((end) => stem + end)
  if (name === 'data') return files.flatMap((file) => ofExport(host, trail, file, ['load'], rest))
  if (name !== 'form') return []
  return files.flatMap((file) => exportsNamed(host, file, ['actions']).flatMap((at) => {
    const script = scriptOf(host, at)
    const object = script?.values[at.value]
    return (object?.kind === 'object' ? object.entries : []).flatMap((entry) => {
      const site = { file: at.file, script: at.script, value: entry.value }
      return host.resolver.meanings(site).flatMap((meaning) => (meaning.kind !== 'function' ? []
        : returnsOf(host, { ...trail, path: rest, context: null }, meaning, site).map((found) => ({ ...found, next: trail, context: null }))))
    })
  }))
}

/** The property of a page that a place stands for, and the path into it. */
function propertyAsked(host: FlowHost<Origin>, trail: Trail): Path | null {
  const script = scriptOf(host, trail.spot)
  if (trail.spot.kind === 'binding') {
    const binding = script?.bindings[trail.spot.id]
    return binding && script?.exports.some((item) => item.binding === trail.spot.id) ? [binding.name, ...trail.path] : null
  }
  const value = trail.spot.kind === 'value' ? script?.values[trail.spot.id] : undefined
  const callee = value?.kind === 'call' ? script?.values[value.callee] : undefined
  return callee?.kind === 'global' && callee.name === '$props' && trail.path.length > 0 ? trail.path : null
}
