/** Rules by which a hosting service or web server answers one address with what another shows, as far as they are literal. */
import { readSettings } from '../../parse/settings.js'
import type { FrameworkHost } from '../framework.js'
import { routePath } from '../paths.js'
import { pathOfPattern } from './patterns.js'

export interface HostingRule {
  /** The file that says so. */
  file: string
  /** Canonical pattern of the address that is asked for. */
  source: string
  /** Path that answers, as written, without a query; parameters may stand in it. */
  destination: string
  kind: 'rewrite' | 'redirect'
}

/** Addresses without an ending are answered by the file that has it. */
export interface HiddenEnding {
  file: string
  /** Directory the rule is for. */
  directory: string
  /** `html`, `php` */
  extension: string
}

export interface Hosting {
  rules: HostingRule[]
  hidden: HiddenEnding[]
}

const READERS: readonly [pattern: RegExp, read: (file: string, text: string) => Hosting][] = [
  [/(^|\/)_redirects$/, redirectsFile],
  [/(^|\/)netlify\.toml$/, netlify],
  [/(^|\/)(?:vercel|now|serve)\.json$/, vercel],
  [/(^|\/)\w+base\.json$/, hostingBlock],
  [/(^|\/)staticwebapp\.config\.json$/, staticWebApp],
  [/(^|\/)\.htaccess$/, htaccess],
  [/(^|\/)(?:[\w.-]*nginx[\w.-]*\.conf|(?:conf\.d|sites-(?:available|enabled))\/[\w.-]+)$/, nginx],
]

export function hostingRules(host: FrameworkHost): Hosting {
  const all: Hosting = { rules: [], hidden: [] }
  for (const file of host.under('')) {
    const reader = READERS.find(([pattern]) => pattern.test(file))?.[1]
    if (!reader || file.includes('node_modules/')) continue
    const { rules, hidden } = reader(file, host.text(file) ?? '')
    all.rules.push(...rules)
    all.hidden.push(...hidden)
  }
  return all
}

const directoryOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

/** `:id`, `*`, `(.*)`, `:rest*` in the words of these services; null for what is no plain path. */
function canonical(written: string): string | null {
  if (/^[a-z]+:\/\//i.test(written)) return null
  const path = written.replace(/[?#].*$/, '').replace(/\(\.\*\)|:splat\b|:\w+\*|\*+/g, '*').replace(/\{([\w]+)\}/g, ':$1')
  return /[()\\^$|[\]+]/.test(path) ? null : routePath(path)
}

function rule(file: string, source: unknown, destination: unknown, isRedirect: boolean): HostingRule[] {
  if (typeof source !== 'string' || typeof destination !== 'string') return []
  const from = canonical(source)
  if (from === null) return []
  return [{ file, source: from, destination: destination.replace(/[?#].*$/, ''), kind: isRedirect ? 'redirect' : 'rewrite' }]
}

/** https://docs.netlify.com/routing/redirects/, https://developers.cloudflare.com/pages/configuration/redirects/ */
function redirectsFile(file: string, text: string): Hosting {
  const rules = text.split('\n').flatMap((line) => {
    const [source, ...rest] = line.replace(/\s#.*$/, '').trim().split(/\s+/)
    if (source === undefined || !source.startsWith('/')) return []
    const destination = rest.find((part) => /^(?:\/|https?:)/.test(part))
    const status = rest.find((part) => /^\d{3}!?$/.test(part)) ?? '301'
    return rule(file, source, destination, !status.startsWith('200'))
  })
  return { rules, hidden: [] }
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null) : []
}

function netlify(file: string, text: string): Hosting {
  const rules = objects(readSettings(file, text)['redirects'])
    .flatMap(({ from, to, status }) => rule(file, from, to, Number(status ?? 301) !== 200))
  return { rules, hidden: [] }
}

/** https://vercel.com/docs/project-configuration, https://github.com/vercel/serve-handler */
function vercel(file: string, text: string): Hosting {
  const settings = readSettings(file, text)
  const rewrites = settings['rewrites']
  const all = [...objects(rewrites), ...objects((rewrites as Record<string, unknown> | undefined)?.['beforeFiles']), ...objects((rewrites as Record<string, unknown> | undefined)?.['afterFiles'])]
  return {
    rules: [
      ...all.flatMap(({ source, destination }) => rule(file, source, destination, false)),
      ...objects(settings['redirects']).flatMap(({ source, destination }) => rule(file, source, destination, true)),
      ...objects(settings['routes']).flatMap(({ src, dest, status }) => {
        const path = typeof src === 'string' ? pathOfPattern(src) : null
        return path === null ? [] : rule(file, path, dest, Number(status ?? 200) >= 300)
      }),
    ],
    hidden: settings['cleanUrls'] === true ? [{ file, directory: directoryOf(file), extension: 'html' }] : [],
  }
}

/** https://firebase.google.com/docs/hosting/full-config: a block of the service's configuration. */
function hostingBlock(file: string, text: string): Hosting {
  const hosting = readSettings(file, text)['hosting']
  const sites = Array.isArray(hosting) ? objects(hosting) : objects([hosting])
  return {
    rules: sites.flatMap((site) => [
      ...objects(site['rewrites']).flatMap(({ source, destination }) => rule(file, source, destination, false)),
      ...objects(site['redirects']).flatMap(({ source, destination }) => rule(file, source, destination, true)),
    ]),
    hidden: sites.filter((site) => site['cleanUrls'] === true).map(() => ({ file, directory: directoryOf(file), extension: 'html' })),
  }
}

/** https://learn.microsoft.com/azure/static-web-apps/configuration */
function staticWebApp(file: string, text: string): Hosting {
  const rules = objects(readSettings(file, text)['routes']).flatMap(({ route, rewrite, redirect }) => [
    ...rule(file, route, rewrite, false), ...rule(file, route, redirect, true),
  ])
  return { rules, hidden: [] }
}

/** https://httpd.apache.org/docs/current/mod/mod_rewrite.html */
function htaccess(file: string, text: string): Hosting {
  const found: Hosting = { rules: [], hidden: [] }
  const directory = directoryOf(file)
  for (const line of text.split('\n')) {
    const ending = /^\s*RewriteRule\s+\S+\s+["']?\/?\$1\.(html|php)\b/i.exec(line)?.[1]
    if (ending !== undefined) {
      found.hidden.push({ file, directory, extension: ending.toLowerCase() })
      continue
    }
    const [, pattern, target, flags = ''] = /^\s*RewriteRule\s+["']?(\^\S*?)["']?\s+["']?([^\s"']+)["']?(?:\s+\[([^\]]*)\])?/i.exec(line) ?? []
    if (pattern !== undefined && target !== undefined && target !== '-') {
      const path = pathOfPattern(pattern)
      if (path !== null) found.rules.push(...rule(file, path, target, /\bR(?:=3\d\d)?\b|redirect/i.test(flags) || /^https?:/.test(target)))
      continue
    }
    const [, source, destination] = /^\s*Redirect(?:Permanent|Temp)?\s+(?:(?:30\d|permanent|temp|seeother)\s+)?(\/\S*)\s+(\S+)/i.exec(line) ?? []
    if (source !== undefined) found.rules.push(...rule(file, source, destination, true))
  }
  return found
}

/** https://nginx.org/en/docs/http/ngx_http_rewrite_module.html */
function nginx(file: string, text: string): Hosting {
  const found: Hosting = { rules: [], hidden: [] }
  const code = text.replace(/#[^\n]*/g, '')
  for (const [, pattern = '', target = '', flag = ''] of code.matchAll(/\brewrite\s+["']?(\^?\/\S*?)["']?\s+([^\s;]+)(?:\s+(\w+))?\s*;/g)) {
    const path = pathOfPattern(pattern)
    if (path !== null) found.rules.push(...rule(file, path, target, /redirect|permanent/.test(flag)))
  }
  for (const [, source = '', body = ''] of code.matchAll(/\blocation\s+=\s+(\/\S*)\s*\{([^{}]*)\}/g)) {
    const moved = /\breturn\s+30\d\s+([^\s;]+)/.exec(body)?.[1]
    const shown = /\btry_files\s+(\/\S+)/.exec(body)?.[1] ?? /\brewrite\s+\S+\s+(\/\S+)\s+(?:last|break)/.exec(body)?.[1]
    found.rules.push(...rule(file, source, moved ?? shown, moved !== undefined))
  }
  if (/\btry_files\b[^;]*\$uri\.html\b/.test(code)) found.hidden.push({ file, directory: '', extension: 'html' })
  return found
}
