/** URLs → trackers: loaders, pixels and server interfaces. */
import { HOLE } from '../parse/hole.js'
import { trackers } from './index.js'
import { sharedHosts } from './shared-hosts.js'
import { withoutSiteHost } from './site-hosts.js'
import type { Tracker, UrlPattern } from './tracker.js'

export interface UrlMatch {
  tracker: Tracker
  /** Account id where the URL holds one literally. */
  account: string | null
  /** What the URL matches. */
  pattern?: UrlPattern
  /** It takes lists of people. */
  audience?: true
}

interface Compiled {
  tracker: Tracker
  pattern: UrlPattern
  expression: RegExp
  only: RegExp | null
  /** Literal characters: the more, the more specific. */
  weight: number
}

type Select = (tracker: Tracker) => readonly UrlPattern[]

const compiled = new Map<Select, { byDomain: Map<string, Compiled[]>; anyHost: Compiled[] }>()

const loaders: Select = (tracker) => tracker.loaders
const beacons: Select = (tracker) => tracker.beacons
const endpoints: Select = (tracker) => tracker.serverEndpoints ?? []

/** The tracker whose script a URL loads. The URL may be protocol-relative and may hold HOLE letters. */
export function matchLoader(url: string): UrlMatch | null {
  return match(url, loaders)
}

/** The tracker a pixel, frame or beacon URL sends to. */
export function matchBeacon(url: string): UrlMatch | null {
  return match(url, beacons)
}

/** The tracker whose server interface a URL is. */
export function matchServerEndpoint(url: string): UrlMatch | null {
  return match(url, endpoints)
}

/** The tracker of a permission to load anything of a domain: `https://*.example.com/`. */
export function matchPermission(url: string): UrlMatch | null {
  const domain = /^https?:\/\/\*\.([\w-]+(?:\.[\w-]+)+)\//i.exec(url)?.[1]?.toLowerCase()
  if (domain === undefined || sharedHosts.has(domain)) return null
  const found = trackers.find((tracker) => [...tracker.loaders, ...tracker.beacons].some(({ host }) => host.endsWith(`.${domain}`)))
  return found ? { tracker: found, account: null } : null
}

/** The tracker of a permission of a server to call an interface: `https://graph.facebook.com/` lets it call all of that. */
export function matchServerPermission(url: string): UrlMatch | null {
  const [, host, path = '/'] = /^https?:\/\/([\w.-]+)(\/[^?#*]*)?/i.exec(url) ?? []
  if (host === undefined) return null
  const isWithin = (pattern: UrlPattern): boolean => {
    const [literal = ''] = (pattern.path ?? '/').split('*')
    return pattern.host === host.toLowerCase() && (literal.startsWith(path) || path.startsWith(literal))
  }
  const found = trackers.find(({ serverEndpoints }) => serverEndpoints?.some(isWithin))
  return found ? { tracker: found, account: null } : null
}

const PROTOCOL = new RegExp(`^${HOLE}+:?(?=//[a-z0-9*-]+\\.)`, 'i')

function match(given: string, select: Select): UrlMatch | null {
  // What is filled in before the slashes is the protocol, `location.protocol + '//…'`; else the server and a directory on it.
  const isProtocol = PROTOCOL.test(given)
  const url = isProtocol ? given.replace(PROTOCOL, '') : given.startsWith(HOLE) ? given.replace(new RegExp(`^${HOLE}+/?`), `//${HOLE}/`) : given
  const parsed = /^(?:[a-z]+:)?\/\/([^/?#]*)(.*)$/is.exec(url) ?? partial(url)
  if (!parsed) return null
  const host = (parsed[1] as string).toLowerCase().replace(/:\d+$/, '')
  const rest = parsed[2] as string
  const table = tableOf(select)
  let best: Compiled | null = null
  for (const candidate of [...(table.byDomain.get(domainOf(host)) ?? []), ...table.anyHost]) {
    if (best && candidate.weight <= best.weight) continue
    if (!candidate.expression.test(`${host}${rest}`)) continue
    if (candidate.only && !candidate.only.test(url)) continue
    best = candidate
  }
  return best && { tracker: best.tracker, account: accountIn(url, best.pattern), pattern: best.pattern, ...(best.pattern.audience && { audience: true }) }
}

/** A URL whose beginning is filled in at run time: the host's last part may still be literal (`⸺.example.com/a.js`). */
function partial(url: string): RegExpExecArray | null {
  // `“https://…`: no scheme, and so a path on the site's own server.
  return /^([^/?#\s]*(?<!:))(\/.*)$/s.exec(url)
}

/** The last two labels of a host. */
function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}

function tableOf(select: Select): { byDomain: Map<string, Compiled[]>; anyHost: Compiled[] } {
  let table = compiled.get(select)
  if (table) return table
  table = { byDomain: new Map(), anyHost: [] }
  for (const tracker of trackers) {
    for (const pattern of select(tracker)) {
      const entry = compile(tracker, pattern)
      if (pattern.host === '*') {
        table.anyHost.push(entry)
        continue
      }
      const domain = domainOf(pattern.host)
      const list = table.byDomain.get(domain)
      if (list) list.push(entry)
      else table.byDomain.set(domain, [entry])
    }
  }
  compiled.set(select, table)
  return table
}

function compile(tracker: Tracker, pattern: UrlPattern): Compiled {
  const host = escape(pattern.host).replace(/\\\*/g, '[^/]*')
  const isWhole = pattern.path?.endsWith('$') ?? false
  const literalPath = isWhole ? (pattern.path as string).slice(0, -1) : (pattern.path ?? '')
  const path = escape(literalPath).replace(/\\\*/g, `.*`)
  // `/tr` is not `/track`: a path ends at a delimiter, unless it says itself where it goes on.
  const end = isWhole ? '(?:[?#]|$)' : literalPath === '' || /[/*._-]$/.test(literalPath) ? '' : `(?:[?#/;&.@${HOLE}]|$)`
  return {
    tracker,
    pattern,
    expression: new RegExp(`^${host}${literalPath === '' ? '(?:[/?#]|$)' : ''}${path}${end}`, 'is'),
    only: pattern.only === undefined ? null : new RegExp(pattern.only),
    // A named host says more than any path, a condition on the whole URL more than either.
    weight: (pattern.host === '*' ? 0 : 1000) + pattern.host.replace(/\*/g, '').length + literalPath.replace(/\*/g, '').length
      + (pattern.only === undefined ? 0 : 100),
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function accountIn(url: string, pattern: UrlPattern): string | null {
  const { account } = pattern
  if (!account) return null
  const expression = 'parameter' in account ? new RegExp(`[?&;]${escape(account.parameter)}=([^&#;]*)`) : new RegExp(account.pattern)
  const found = expression.exec(url)?.[1]
  return found === undefined || found === '' || found.includes(HOLE) ? null : decode(found)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

let relays: readonly { tracker: Tracker; expression: RegExp }[] | null = null

/** The tracker to which a path of the site's own server sends events on, as far as its name tells: `/api/analytics/…`. */
export function matchRelay(address: string): UrlMatch | null {
  const path = withoutSiteHost(address).replace(new RegExp(`^${HOLE}+(?=/)`), '')
  if (!/^\/[a-z]/i.test(path) || /\.(?:[cm]?[jt]sx?|css|html?|png|svg|json)(?:[?#]|$)/i.test(path)) return null
  relays ??= trackers.flatMap((tracker) => (tracker.relays === undefined ? [] : [{ tracker, expression: new RegExp(tracker.relays.path, 'i') }]))
  const found = relays.find(({ expression }) => expression.test(path.replace(/[?#].*$/, '')))
  return found ? { tracker: found.tracker, account: null } : null
}
