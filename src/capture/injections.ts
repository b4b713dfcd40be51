/** Trackers that no list of a page's scripts shows by name: proxied, renamed, or inserted while the page runs. */
import { HOLE } from '../parse/hole.js'
import type { ScriptFacts, ValueId } from '../facts/script/graph.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { foldText } from '../project/sightings/text.js'
import { unitOfCode, unitOfValue } from '../project/sightings/units.js'
import { matchBeacon, matchLoader } from '../trackers/index.js'
import { proxied, proxyOptionsOf } from '../trackers/proxies.js'
import type { Place, PlacedSighting, ReachedRoute } from '../types.js'
import { rewriteFiles, rewritesIn } from './rewrites.js'
import type { Switches } from './switches.js'

/**
 * - `copy`: the script comes from another host than the vendor's; `option`: it sends through another host
 * - `rewrite`: an address of the site is answered by the vendor
 * - `inserted`: code makes the element that loads it; `computed`: and the address is not in the code
 */
export interface Injection {
  kind: 'copy' | 'option' | 'rewrite' | 'inserted' | 'computed'
  /** Null where the address is computed. */
  tracker: string | null
  accountId: string | null
  place: Place
  /** The address or option, as written. */
  what: string
  routes: readonly ReachedRoute[]
}

export function findInjections(project: Project, switches: Switches): Injection[] {
  return [...copies(project), ...options(project, switches), ...rewrites(project), ...inserted(project)]
}

const URLS = /(?:https?:)?\/\/[^\s"'`<>()]+|\/[^\s"'`<>()]+/g

/** Scripts that are known by their path alone. */
function copies(project: Project): Injection[] {
  return project.sightings().flatMap((sighting): Injection[] => {
    if (sighting.tag || !/^(?:remote-script|container|snippet|noscript-pixel)$/.test(sighting.kind) || sighting.call !== undefined) return []
    const text = (project.text(sighting.file) ?? '').slice(sighting.span.start, sighting.span.end)
    const urls = [...text.matchAll(URLS)].map(([url]) => url)
    const what = urls.find((url) => {
      const match = matchLoader(url)
      return match?.tracker.id === sighting.tracker && match.pattern?.proxy === true
    })
    return what === undefined ? [] : [{
      kind: 'copy', tracker: sighting.tracker, accountId: sighting.accountId, place: { file: sighting.file, span: sighting.span }, what, routes: sighting.routes,
    }]
  })
}

function options(project: Project, switches: Switches): Injection[] {
  return project.sightings().filter((sighting) => proxied.includes(sighting.tracker) && sighting.call === 'init' && !sighting.tag).flatMap((sighting: PlacedSighting) =>
    proxyOptionsOf(sighting.tracker).flatMap(({ option, own }) => switches.uses([option], { ...sighting, sightings: [sighting] }).flatMap(({ place }): Injection[] => {
      const text = (project.text(place.file) ?? '').slice(place.span.start, place.span.end)
      if (own.test(text) || text === '') return []
      return [{ kind: 'option', tracker: sighting.tracker, accountId: sighting.accountId, place, what: `${option.write}: ${text.slice(0, 80)}`, routes: sighting.routes }]
    })))
}

/** Rules whose target is a vendor's, with the routes whose code names the address. */
function rewrites(project: Project): Injection[] {
  return project.paths.filter((file) => rewriteFiles.test(file) && !file.includes('node_modules/')).flatMap((file) =>
    rewritesIn(project.text(file) ?? '').flatMap(({ start, end, prefix, target }): Injection[] => {
      const match = matchLoader(target) ?? matchBeacon(target) ?? matchLoader(`${target.replace(/(?::|\*|\$|\().*$/, '')}x`)
      const tracker = match?.tracker ?? trackerOfHost(target)
      if (!tracker || prefix.length < 2) return []
      return [{
        kind: 'rewrite', tracker: tracker.id, accountId: null, place: { file, span: { start, end } }, what: `${prefix}* → ${target}`, routes: users(project, file, prefix),
      }]
    }))
}

/** A whole host of a vendor: `https://us.i.example.com/:path*`. */
function trackerOfHost(target: string): { id: string } | undefined {
  const host = /^https?:\/\/([^/:?#]+)/.exec(target)?.[1]
  if (host === undefined) return undefined
  const matches = [matchLoader(`https://${host}/static/array.js`), matchBeacon(`https://${host}/e/`), matchBeacon(`https://${host}/`)]
  return matches.find((found) => found !== null && found.pattern?.proxy !== true)?.tracker
}

/** Routes of the code that names an address. */
function users(project: Project, config: string, prefix: string): ReachedRoute[] {
  const found = new Map<string, ReachedRoute>()
  const word = prefix.replace(/\/$/, '')
  for (const file of project.filesWith([word])) {
    if (file === config || rewriteFiles.test(file)) continue
    const facts = project.facts(file)
    const at = (project.text(file) ?? '').search(new RegExp(`["'\`]${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:["'\`/?])`))
    if (!facts || at < 0) continue
    const index = facts.scripts.findIndex((script) => script.host === null && script.start <= at && at < script.end)
    const unit = index < 0 ? null : unitOfValue(facts, index, at)
    for (const reached of project.reached({ file, unit }, at)) if (!found.has(reached.route.path)) found.set(reached.route.path, reached)
  }
  return [...found.values()]
}

const MAKING = lookedFor(['createElement'])
/** Only code that makes a script is parsed. */
const MAKES_SCRIPT = /createElement\s*\(\s*["'`]script["'`]/i

const ADDRESS = /(?:https?:)?\/\/[\w.-]+\.\w+[^\s"'`<>{}]*/g

/** `element.src = address` where the element is a script that code has made. */
function inserted(project: Project): Injection[] {
  const { resolver } = project
  return project.filesWith(MAKING).flatMap((file) => {
    const facts = MAKES_SCRIPT.test(project.text(file) ?? '') ? project.facts(file) : undefined
    if (!facts || facts.container) return []
    return facts.scripts.flatMap((script, index) => script.stores.flatMap((store): Injection[] => {
      if (store.name !== 'src' || !isMadeScript(script, store.object)) return []
      const texts = foldText(resolver, { file, script: index, value: store.value })
      const written = (project.text(file) ?? '').slice(store.start, store.end)
      // An address in an expression of a template: `<%= "https://…/#{id}" %>`.
      const addresses = [...texts.map((text) => text.trim()), ...[...written.matchAll(ADDRESS)].map(([url]) => url.replace(/#$/, ''))]
      const match = addresses.map((text) => matchLoader(text)).find((each) => each !== null)
      const isComputed = !match && addresses.every((text) => text.startsWith(HOLE))
      if (!match && !isComputed) return []
      const node = { file, unit: unitOfCode(facts, index, store.scope, store.start) }
      const span = { start: store.start, end: store.end }
      const what = written.replace(/\s+/g, ' ').slice(0, 100)
      return [{
        kind: match ? 'inserted' : 'computed', tracker: match?.tracker.id ?? null, accountId: match?.account ?? null, place: { file, span }, what,
        routes: project.reached(node, store.start),
      }]
    }))
  })
}

function isMadeScript(script: ScriptFacts, object: ValueId): boolean {
  const value = script.values[object]
  const made = value?.kind === 'binding' ? script.bindings[value.binding]?.definitions ?? [] : [object]
  return made.some((id) => {
    const call = script.values[id]
    if (call?.kind !== 'call') return false
    const callee = script.values[call.callee]
    const [first] = call.arguments
    const tag = first === undefined ? undefined : script.values[first]
    return callee?.kind === 'member' && callee.name === 'createElement' && tag?.kind === 'constant' && tag.value === 'script'
  })
}
