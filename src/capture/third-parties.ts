/** Services that pages use: what loads them, and what else is on the page with them. */
import { lookedFor } from '../project/first-look.js'
import type { Project } from '../project/project.js'
import { unitOfValue } from '../project/sightings/units.js'
import { services, type Service } from '../trackers/services.js'
import type { Place, PlacedSighting, ReachedRoute } from '../types.js'

export interface ThirdParty {
  service: Service
  place: Place
  routes: readonly ReachedRoute[]
  /** For a service that hands on what happens in it: containers and trackers on the same pages. */
  beside: readonly PlacedSighting[]
}

/** `src="…"`, `href="…"` of a style sheet, `url(…)`, `@import`, `.src = '…'`, `loadScript('…')`: addresses that are loaded. */
const LOADED = /(?:\b(?:src|data-src|data-url|url|source)["']?\s*[=:]\s*\{?\s*["'`]|\.src\s*=\s*["'`]|\burl\(\s*["']?|@import\s+["']|\b\w*[sS]cript\(\s*["'`])((?:https?:)?\/\/[^"'`\s<>)]{4,400})/g
/** A link counts when it is a style sheet. */
const SHEET = /<link\b(?=[^>]*\brel\s*=\s*["']?stylesheet)[^>]*\bhref\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]{4,400})/gi
const IMPORTED = /\bfrom\s+["']([^"'\n]{2,80})["']|\brequire\(\s*["']([^"'\n]{2,80})["']/g

/** Words of which one stands in every file that could load a service. */
const words = lookedFor([...new Set(services.flatMap(({ packages = [], marks }) => [...packages, ...marks]))])

const PAIRED: ReadonlySet<PlacedSighting['kind']> = new Set<PlacedSighting['kind']>(['container', 'snippet', 'remote-script', 'package-use'])

export function findThirdParties(project: Project): ThirdParty[] {
  return project.filesWith(words).flatMap((file) => {
    const found = servicesIn(project.text(file) ?? '')
    const facts = found.length === 0 ? undefined : project.facts(file)
    if (!facts || facts.container) return []
    return found.filter(({ start }) => !facts.hidden.some((span) => span.start <= start && start < span.end)).map(({ service, start, end }): ThirdParty => {
      const index = facts.scripts.findIndex((script) => script.host === null && script.start <= start && start < script.end)
      const routes = project.reached({ file, unit: index < 0 ? null : unitOfValue(facts, index, start) }, start)
      return { service, place: { file, span: { start, end } }, routes, beside: service.pushes === undefined ? [] : pairsOn(project, routes) }
    })
  })
}

interface Found {
  service: Service
  start: number
  end: number
}

/** Each service of a text, at the first address or import that loads it. */
function servicesIn(text: string): Found[] {
  const code = text.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length))
  const found = new Map<Service, Found>()
  const add = (service: Service | undefined, start: number, end: number): void => {
    const known = service && found.get(service)
    if (service && (!known || start < known.start)) found.set(service, { service, start, end })
  }
  for (const pattern of [LOADED, SHEET]) {
    for (const match of code.matchAll(pattern)) {
      const address = (match[1] as string).replace(/^(?:https?:)?\/\//, '')
      const start = match.index + match[0].length - (match[1] as string).length
      add(services.find(({ addresses }) => addresses.some((each) => address.search(each) === 0)), start, match.index + match[0].length)
    }
  }
  for (const match of code.matchAll(IMPORTED)) {
    const name = match[1] ?? match[2]
    add(services.find(({ packages }) => name !== undefined && packages?.includes(name)), match.index, match.index + match[0].length)
  }
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** Trackers that hear what the page is told. */
function pairsOn(project: Project, routes: readonly ReachedRoute[]): PlacedSighting[] {
  const on = new Set(routes.filter(({ certainty }) => certainty !== 'possible').map(({ route }) => route))
  const heard = project.sightings().filter((sighting) => !sighting.tag && PAIRED.has(sighting.kind) && sighting.category !== 'consent'
    && sighting.routes.some(({ route }) => on.has(route)))
  const byAccount = new Map(heard.map((sighting) => [`${sighting.tracker} ${sighting.accountId}`, sighting]))
  return [...byAccount.values()].filter(({ kind, category }) => kind === 'container' || category === 'advertising' || category === 'analytics')
}
