/** Code that makes an address out of what a visitor gave: `router.push('/find?q=' + term)`, `location.hash = …`. */
import type { FileFacts } from '../facts/facts.js'
import type { CallSite, ScriptFacts, ValueId } from '../facts/script/graph.js'
import { chainOf } from '../flow/links.js'
import { startAt, trace } from '../flow/trace.js'
import { scriptOf, type Trail } from '../flow/host.js'
import type { Host } from '../leaks/fields/elements.js'
import { stepsOf } from '../leaks/steps.js'
import { tellSource } from '../leaks/telling.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { foldText } from '../project/sightings/text.js'
import { unitOfCode } from '../project/sightings/units.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import type { Span } from '../types.js'
import type { AddressLeak } from './address-leak.js'
import type { Views } from './addresses.js'
import { targetOf, type Target } from './targets.js'
import { tellingSources } from './telling.js'

/** Calls that go to an address, as they are written, and the argument that holds it. */
const CALLS: readonly { written: RegExp; argument: number }[] = [
  // https://html.spec.whatwg.org/multipage/nav-history-apis.html
  { written: /^(?:document\.)?location\.(?:assign|replace)$/, argument: 0 },
  { written: /^history\.(?:pushState|replaceState)$/, argument: 2 },
  // Routers of Next.js, Vue, React, Angular, Ionic, Gatsby, SvelteKit and Nuxt call it alike.
  { written: /(?:^|\.)\$?(?:use)?(?:router|history|nav|navigation|navController|navCtrl)\.(?:push|replace|navigate|navigateByUrl|navigateForward)$/i, argument: 0 },
  { written: /^(?:navigate|goto|navigateTo|redirect|permanentRedirect|push)$/, argument: 0 },
  { written: /(?:^|\.)(?:navigate|\$router)$/, argument: 0 },
  // Express, Koa, Fastify, Hono
  { written: /(?:^|\.)(?:res|response|reply|ctx|c|Response|NextResponse)\.redirect$/, argument: 0 },
]

/** Parts of an object that describes an address. */
const PARTS = ['pathname', 'path', 'query', 'search', 'hash', 'params', 'queryParams']

/** Words of which a file holds one when it goes to an address, and what an address with data looks like. */
const WORDS = lookedFor(['location', '.push(', 'avigate', 'edirect', 'pushState', 'goto(', 'replaceState'])
const WITH_DATA = /[?&#][\w-]+=|[?#]\$\{|[?&#]["'`]\s*\+|searchParams|URLSearchParams|\bquery\s*:|\bqueryParams\b|\bhash\s*[=:]|["'`]#|\$\.param\(|\bstringify\(/i

export function navigationLeaks(project: Project, host: Host, views: Views, file?: string): AddressLeak[] {
  const files = (file === undefined ? project.filesWith(WORDS) : [file]).filter((path) => WITH_DATA.test(project.text(path) ?? ''))
  return files.flatMap((path) => {
    const facts = project.facts(path)
    return facts ? facts.scripts.flatMap((script, index) => ofScript(project, host, views, facts, script, index)) : []
  })
}

interface Going extends Span {
  value: ValueId
  scope: number
  /** `location.hash = …`, `location.search = …` */
  only: 'fragment' | 'query' | null
}

function ofScript(project: Project, host: Host, views: Views, facts: FileFacts, script: ScriptFacts, index: number): AddressLeak[] {
  return [...assignments(script), ...script.calls.flatMap((site) => ofCall(script, site))].flatMap((going): AddressLeak[] => {
    const at: ValueReference = { file: facts.path, script: index, value: going.value }
    const [text = ''] = foldText(host.resolver, at)
    const target = going.only === 'fragment' ? targetOf('') : targetOf(text)
    if (target.isElsewhere) return []
    // Most addresses lead to no page with a tracker, and that is quicker to ask than where their parts come from.
    const place = { file: facts.path, span: { start: going.start, end: going.end } }
    const found = views.of(target, { file: facts.path, unit: unitOfCode(facts, index, going.scope, going.start) }, going.start)
    if (found.length === 0) return []
    const starts = startsOf(host, script, at)
    const flows = trace(host, starts).flows.filter(({ trail }) => /[^…]/.test(target.path) || !isMadeElsewhere(host, trail))
    const telling = flows.flatMap((flow) => {
      const [source] = flow.origin.kind === 'page' ? [] : tellingSources([flow.origin], project.isAboutHealth())
      return source && !(source.kind === 'record' && partOf(going, target, text) === 'path') ? [{ ...flow, origin: source }] : []
    })
    const [first] = telling
    if (!first) return []
    return [{
      ...place, kind: script.server ? 'redirect' : 'navigation', part: partOf(going, target, text),
      sources: telling.map(({ origin }) => origin), hashed: telling.every(({ trail }) => trail.hashed), views: found,
      target: target.path === '' ? null : target.path,
      steps: stepsOf(host, first.origin, tellSource(first.origin), first.trail, { ...place, through: [] }, 'put into the address', starts),
    }]
  })
}

/** `new URL(checkout)`: an address that is whole by itself, and not made of the page's own, is hardly the site's. */
function isMadeElsewhere(host: Host, trail: Trail): boolean {
  for (let at: Trail | null = trail; at; at = at.next) {
    const script = scriptOf(host, at.spot)
    const binding = at.spot.kind === 'binding' ? script?.bindings[at.spot.id] : undefined
    if (script && binding?.definitions.some((id) => isWholeAddress(script, id))) return true
  }
  return false
}

function isWholeAddress(script: ScriptFacts, id: ValueId): boolean {
  const call = script.values[id]
  const callee = call?.kind === 'call' && call.isNew ? script.values[call.callee] : undefined
  const [only] = call?.kind === 'call' ? call.arguments : []
  if (call?.kind !== 'call' || callee?.kind !== 'global' || callee.name !== 'URL') return false
  if (only === undefined || call.arguments.length !== 1) return false
  const { names, base } = chainOf(script, only)
  const root = script.values[base]
  const isPage = [root?.kind === 'global' ? root.name : '', ...names].some((name) => /^(?:location|document)$/.test(name))
  return !isPage && (root?.kind === 'binding' || root?.kind === 'global')
}

function partOf({ only }: Going, { query, fragment }: Target, text: string): AddressLeak['part'] {
  if (only !== null) return only
  if (query !== '') return 'query'
  if (fragment !== '') return 'fragment'
  return /^\/?[^?#]*$/.test(text) && text.includes('/') ? 'path' : 'query'
}

/** `location.href = …`, `location = …`, `location.hash = …`. */
function assignments(script: ScriptFacts): Going[] {
  return script.stores.flatMap((store): Going[] => {
    const object = script.values[store.object]
    const written = object?.kind === 'global' ? object.name : object?.kind === 'member' ? object.name : null
    const { start, end, value, scope } = store
    if (written === 'location' && (store.name === 'href' || store.name === 'hash' || store.name === 'search')) {
      return [{ start, end, value, scope, only: store.name === 'hash' ? 'fragment' : store.name === 'search' ? 'query' : null }]
    }
    return object?.kind === 'global' && object.name === 'globalThis' && store.name === 'location' ? [{ start, end, value, scope, only: null }] : []
  })
}

function ofCall(script: ScriptFacts, { value: id, scope }: CallSite): Going[] {
  const call = script.values[id]
  if (call?.kind !== 'call' || call.isNew) return []
  const written = writtenName(script, call.callee)
  const row = CALLS.find((each) => each.written.test(written))
  if (!row) return []
  const { start, end } = call
  // `redirect(302, '/thanks?…')`: the status stands first in some.
  const [first] = call.arguments
  const isStatus = first !== undefined && typeof constantOf(script, first) === 'number'
  const value = call.arguments[row.argument + (isStatus ? 1 : 0)]
  const more = /navigate$/i.test(written) ? call.arguments.slice(1, 2) : []
  return [...value === undefined ? [] : [value], ...more].map((argument) => ({ start, end, value: argument, scope, only: null }))
}

function constantOf(script: ScriptFacts, id: ValueId): unknown {
  const value = script.values[id]
  return value?.kind === 'constant' ? value.value : undefined
}

/** `this.$router.push`, `router.push`, `useRouter.push` for `useRouter().push`, `navigate`; `….push` for one of anything else. */
function writtenName(script: ScriptFacts, callee: ValueId): string {
  const { base, names } = chainOf(script, callee)
  const root = script.values[base]
  const made = root?.kind === 'call' ? script.values[root.callee] : root
  const own = made?.kind === 'global' ? made.name : made?.kind === 'binding' ? (script.bindings[made.binding]?.name ?? '…') : made?.kind === 'this' ? 'this' : '…'
  return [own, ...names].filter((name) => name !== 'globalThis').join('.')
}

/** An address in an object leaves by its parts; what is only kept beside it (`state`) does not. */
function startsOf(host: Host, script: ScriptFacts, at: ValueReference): Trail[] {
  const isObject = script.values[at.value]?.kind === 'object' || host.resolver.meanings(at).some(({ kind }) => kind === 'object')
  return isObject ? PARTS.map((part) => startAt(at, [part])) : [startAt(at)]
}
