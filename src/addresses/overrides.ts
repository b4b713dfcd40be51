/** Calls that are handed the address of the page as it stands: `page_path: router.asPath`, `page: location.search`. */
import { scriptOf, type Origin, type Trail } from '../flow/host.js'
import { isName, limitsOf } from '../flow/path.js'
import { trace } from '../flow/trace.js'
import type { Sinks } from '../leaks/sinks.js'
import type { Host } from '../leaks/fields/elements.js'
import { stepsBetween } from '../leaks/steps.js'
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import type { Place } from '../types.js'
import type { AddressLeak } from './address-leak.js'

interface RawAddress extends Origin {
  /** The path alone, without query and fragment. */
  isPath: boolean
  name: string
  place: Place
}

/** Members of routers that hold the whole address. */
const WHOLE = /^(?:asPath|fullPath|resolvedUrl|urlAfterRedirects|originalUrl)$/
/** What hooks give, by the part that is read of them. https://reactrouter.com/api/hooks/useLocation */
const HOOKS: readonly { hook: RegExp; whole: RegExp; path: RegExp }[] = [
  { hook: /(?:^|\.)useLocation$/, whole: /^(?:search|hash|href)$/, path: /^pathname$/ },
  { hook: /(?:^|\.)use(?:Router|Route)$/, whole: WHOLE, path: /^(?:pathname|path)$/ },
]

/** Words of which one stands where an address is read. */
const WORDS = lookedFor(['location', 'asPath', 'fullPath', 'usePathname', 'useSearchParams', 'urlAfterRedirects', 'useLocation'])

export function overrideLeaks(project: Project, host: Host, sinks: Sinks, file?: string): AddressLeak[] {
  const { sightings } = project
  if (!sightings().some(({ routes }) => routes.length > 0)) return []
  if (project.filesWith(WORDS).length === 0) return []
  const asking = { ...host, origins: (trail: Trail): readonly RawAddress[] | null => rawAddress(host, trail) }
  return project.sinks().flatMap(({ sighting, found }): AddressLeak[] => {
    if (sighting.unused || sighting.tag || sighting.routes.length === 0 || (file !== undefined && sighting.file !== file)) return []
    const starts = sinks.starts(found)
    if (starts.length === 0) return []
    const { flows } = trace(asking, starts, sinks.isToldByCalls(found))
    const flow = flows.find(({ origin }) => !origin.isPath) ?? flows[0]
    if (!flow) return []
    const { origin, trail } = flow
    const place = { file: sighting.file, span: sighting.span }
    const category = 'page-url' as const
    return [{
      ...place, kind: 'override', part: origin.isPath ? 'path' : 'address', hashed: trail.hashed, target: null,
      sources: [{ key: origin.key, kind: 'page', place: origin.place, name: origin.name, categories: [{ category, because: 'the page’s address', sure: true }] }],
      steps: [{ ...origin.place, note: `the page gives its address (${origin.name})` }, ...stepsBetween(host, trail, place, `sent by \`${sighting.event ?? sighting.call ?? sighting.kind}\``)],
      views: sighting.routes.map((reached) => ({ sighting, reached })),
    }]
  })
}

function rawAddress(host: Host, trail: Trail): readonly RawAddress[] | null {
  const { spot, path } = trail
  const script = scriptOf(host, spot)
  const value = spot.kind === 'value' ? script?.values[spot.id] : undefined
  if (!script || !value) return null
  const [first] = path
  const told = (name: string, isPath: boolean): readonly RawAddress[] => [{
    key: `address:${name}`, isPath, name, place: { file: spot.file, span: { start: value.start, end: value.end } },
  }]
  switch (value.kind) {
    case 'member': return value.name !== null && WHOLE.test(value.name) ? told(value.name, false) : null
    case 'global': {
      if (value.name === 'location') return first === undefined || isParameter(path.slice(1)) ? [] : ofLocation(first, told)
      if (value.name === 'document' && first === 'location') return ofLocation(path[1] ?? 'href', told)
      return value.name === '$route' && first === 'fullPath' ? told('$route.fullPath', false) : null
    }
    case 'this': return first === '$route' && path[1] === 'fullPath' ? told('$route.fullPath', false) : null
    case 'call': return ofHook(host, trail, value.callee, told)
    default: return null
  }
}

/** `params.get('utm_source')`: one parameter of the address, or some by name, is not the address. */
function isParameter(path: readonly string[]): boolean {
  return path.some((part) => (isName(part) && !/^\d+$/.test(part)) || limitsOf(part).only !== null)
}

/** The whole address, `location.href`, is what every tracker takes of a page by itself: to hand it over adds nothing. */
function ofLocation(part: string, told: (name: string, isPath: boolean) => readonly RawAddress[]): readonly RawAddress[] | null {
  if (part === 'pathname') return told('location.pathname', true)
  return part === 'search' || part === 'hash' ? told(`location.${part}`, false) : []
}

function ofHook(
  host: Host, { spot, path }: Trail, callee: number, told: (name: string, isPath: boolean) => readonly RawAddress[],
): readonly RawAddress[] | null {
  const [first] = path
  for (const meaning of host.resolver.meanings({ file: spot.file, script: spot.script, value: callee })) {
    if (meaning.kind !== 'external' || meaning.root !== 'package') continue
    if (/(?:^|\.)usePathname$/.test(meaning.path)) return told('usePathname()', true)
    if (/(?:^|\.)useSearchParams$/.test(meaning.path)) return isParameter(path) ? [] : told('useSearchParams()', false)
    const row = HOOKS.find(({ hook }) => hook.test(meaning.path))
    if (!row || first === undefined) continue
    if (isParameter(path.slice(1))) return []
    if (row.whole.test(first)) return told(`${meaning.path.split('.').at(-1) as string}().${first}`, false)
    if (row.path.test(first)) return told(`${meaning.path.split('.').at(-1) as string}().${first}`, true)
  }
  return null
}
