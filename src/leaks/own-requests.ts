/**
 * Requests of the site's pages to its own server: what `await request.json()` gives is what a page has put into the
 * body of its `fetch('/api/lead')`.
 */
import type { ScriptFacts, Value, ValueId } from '../facts/script/graph.js'
import { indexed } from '../flow/joins/index-by-name.js'
import { scriptOf, type Trail } from '../flow/host.js'
import { step } from '../flow/step.js'
import { HOLE } from '../parse/hole.js'
import type { ValueReference } from '../project/meaning/meaning.js'
import type { Project } from '../project/project.js'
import { foldText } from '../project/sightings/text.js'
import { withoutSiteHost } from '../trackers/site-hosts.js'
import type { Host } from './fields/elements.js'
import { hostedAddresses, sentToHandler } from './hosted-functions.js'
import { isOfRequest } from './sources/records.js'

/** Calls that send a body: where the address stands, where the body, and the property of options that holds it. */
interface Sender {
  /** The last name of the function, and what it is a member of. */
  names: RegExp
  of: RegExp | null
  address: number
  body: number
  property: string | null
}

const SENDERS: readonly Sender[] = [
  { names: /^\$?fetch$|^ofetch$/, of: null, address: 0, body: 1, property: 'body' },
  { names: /^sendBeacon$/, of: null, address: 0, body: 1, property: null },
  { names: /^(?:post|put|patch)$/, of: /axios|api|http|client|request|\$/i, address: 0, body: 1, property: null },
  { names: /^ajax$/, of: null, address: 0, body: 0, property: 'data' },
  // https://supabase.com/docs/reference/javascript/functions-invoke
  { names: /^invoke$/, of: /functions$/, address: 0, body: 1, property: 'body' },
]

/** Words of which one stands where a body is sent. */
const WORDS = ['fetch(', 'sendBeacon(', '.post(', '.put(', '.patch(', '.ajax(', '.invoke(', 'httpsCallable']

export interface OwnRequests {
  /** From what a route of the site is sent to what its pages send to the address of that route. */
  joins(trail: Trail): Trail[]
  /** True when a file of the tree answers at the address to which a value is sent. */
  isAnswered(body: ValueReference): boolean
}

export function ownRequests(project: Project, host: () => Host): OwnRequests {
  const byFile = new Map<string, readonly string[]>()
  let routes: Map<string, string[]> | null = null
  const addressesOf = (file: string): readonly string[] => {
    let known = byFile.get(file)
    if (!known) {
      routes ??= routesByFile(project)
      byFile.set(file, known = [...(routes.get(file) ?? []), ...hostedAddresses(file)])
    }
    return known
  }
  let answering: RegExp[] | null = null
  const isAnswered = ({ file, script, value }: ValueReference): boolean => {
    answering ??= [...(routes ??= routesByFile(project)).values(), ...project.paths.map(hostedAddresses)].flat().map(patternOf)
    const patterns = answering
    return [...indexed(host(), 'own-requests', WORDS, sentBodies)].some(([key, bodies]) =>
      bodies.some((body) => body.file === file && body.script === script && body.value === value)
      && patterns.some((pattern) => pattern.test(key.split(' ', 1)[0] as string)))
  }
  const joins = (trail: Trail): Trail[] => {
    const script = scriptOf(host(), trail.spot)
    const handed = script ? sentToHandler(script, trail) : null
    if (!script || (!handed && !isBody(script, trail))) return []
    const asked = handed ? null : pathAsked(script, trail)
    const addresses = handed?.addresses ?? addressesOf(trail.spot.file).filter((address) => asked === null || address.endsWith(asked))
    const path = handed?.path ?? trail.path
    return addresses.length === 0 ? [] : bodiesFor(host(), addresses).map(({ file, script: index, value, property }) =>
      step(trail, { file, script: index, kind: 'value', id: value }, [...property, ...path], { context: null }))
  }
  return { joins, isAnswered }
}

function routesByFile(project: Project): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { kind, path, file } of project.routes()) {
    if (kind !== 'page') found.set(file, [...(found.get(file) ?? []), path])
  }
  return found
}

function isBody(script: ScriptFacts, trail: Trail): boolean {
  return trail.spot.kind === 'origin' ? trail.spot.slot === 'request' : isOfRequest(script, trail)
}

/** `/lead` of `router.post('/lead', …)`, whose file may answer for other addresses as well. */
function pathAsked(script: ScriptFacts, { spot }: Trail): string | null {
  const call = spot.kind === 'origin' ? script.values[spot.id] : undefined
  const first = call?.kind === 'call' && call.arguments[0] !== undefined ? script.values[call.arguments[0]] : undefined
  const path = first?.kind === 'constant' && typeof first.value === 'string' ? first.value : ''
  return path.length > 1 && path.startsWith('/') ? path : null
}

interface Body extends ValueReference {
  property: readonly string[]
}

/** Bodies sent to one of these addresses, by all code of the tree. */
function bodiesFor(host: Host, addresses: readonly string[]): Body[] {
  const bodies = indexed(host, 'own-requests', WORDS, sentBodies)
  const patterns = addresses.map(patternOf)
  return [...bodies].flatMap(([key, values]) => {
    const [address = '', property = ''] = key.split(' ')
    if (!patterns.some((pattern) => pattern.test(address))) return []
    return values.map((value) => ({ ...value, property: property === '' ? [] : [property] }))
  })
}

/** `/api/leads/:id` matches what is written for it, with anything for its parameters. */
function patternOf(route: string): RegExp {
  const segments = route.split('/').map((segment) => (/^[:*]/.test(segment) || segment === '' ? segment
    : segment.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${segments.map((segment) => (/^[:*]/.test(segment) ? '[^/]+' : segment)).join('/')}$`)
}

function sentBodies(
  host: Pick<Host, 'resolver'>, file: string, index: number, script: ScriptFacts, note: (name: string, at: ValueReference) => void,
): void {
  const at = (id: ValueId): ValueReference => ({ file, script: index, value: id })
  for (const value of script.values) {
    if (value.kind !== 'call') continue
    const callable = callableOf(script, value)
    for (const text of callable === null ? [] : foldText(host.resolver, at(callable))) note(text, at(value.arguments[0] as ValueId))
    for (const { address, body, property } of sendersOf(script, value)) {
      const [where, what] = [value.arguments[address], value.arguments[body]]
      if (where === undefined || what === undefined) continue
      const place = property === 'data' ? addressOf(script, where) : where
      for (const text of place === undefined ? [] : foldText(host.resolver, at(place))) {
        const path = pathOf(text)
        if (path !== null) note(`${path} ${property ?? ''}`.trim(), at(what))
      }
    }
  }
}

/** The name of `const send = httpsCallable(functions, 'name')`, called. https://firebase.google.com/docs/functions/callable */
function callableOf(script: ScriptFacts, call: Value & { kind: 'call' }): ValueId | null {
  const callee = script.values[call.callee]
  const [made] = callee?.kind === 'binding' ? (script.bindings[callee.binding]?.definitions ?? []) : [call.callee]
  const maker = made === undefined ? undefined : script.values[made]
  const function_ = maker?.kind === 'call' ? script.values[maker.callee] : undefined
  const name = function_?.kind === 'binding' ? script.bindings[function_.binding]?.name : function_?.kind === 'member' ? function_.name : null
  return maker?.kind === 'call' && name === 'httpsCallable' && call.arguments.length > 0 ? (maker.arguments.at(1) ?? null) : null
}

function sendersOf(script: ScriptFacts, call: Value & { kind: 'call' }): readonly Sender[] {
  const callee = script.values[call.callee]
  const name = callee?.kind === 'member' || callee?.kind === 'global' ? callee.name
    : callee?.kind === 'binding' ? script.bindings[callee.binding]?.name : null
  if (name === null || name === undefined) return []
  const holder = callee?.kind === 'member' ? script.values[callee.object] : undefined
  const of = holder?.kind === 'member' || holder?.kind === 'global' ? holder.name
    : holder?.kind === 'binding' ? script.bindings[holder.binding]?.name : null
  return SENDERS.filter((sender) => sender.names.test(name) && (sender.of === null || sender.of.test(of ?? '')))
}

/** `url` of the options of `$.ajax({ url, data })`. */
function addressOf(script: ScriptFacts, options: ValueId): ValueId | undefined {
  const value = script.values[options]
  return value?.kind === 'object' ? value.entries.find((entry) => entry.name === 'url')?.value : undefined
}

/** The path of an address of the site's own; what stands before it may be the site's own origin, kept in a variable. */
function pathOf(text: string): string | null {
  if (/^[\w-]+$/.test(text)) return text
  const own = withoutSiteHost(text).replace(/^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?/, '')
    .replace(new RegExp(`^${HOLE}(?=/)`), '')
  const path = own.split(/[?#]/, 1)[0] as string
  return path.startsWith('/') && !path.startsWith('//') ? path.replaceAll(HOLE, 'x').replace(/(?<=.)\/$/, '') : null
}
