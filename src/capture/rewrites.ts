/** Rules of hosts and frameworks by which an address of the site is answered by another host. */
import type { Span } from '../types.js'

export interface Rewrite extends Span {
  /** The address of the site, as written up to its first placeholder: `/ingest/`. */
  prefix: string
  /** The URL that answers, as written. */
  target: string
}

/** Files in which such rules stand. */
export const rewriteFiles = /(^|\/)(?:next\.config\.[cm]?[jt]s|nuxt\.config\.[cm]?[jt]s|vercel\.json|netlify\.toml|_redirects|\.htaccess|[\w.-]*nginx[\w.-]*(?:\.conf)?|(?:conf\.d|sites-(?:available|enabled))\/[\w.-]+|[\w.-]+\.conf|Caddyfile|\w+base\.json|staticwebapp\.config\.json)$/i

const URL_SHAPE = '(https?://[^\\s"\'`;,)}]+)'
const PATH_SHAPE = '["\'`](/[^"\'`\\s]*)["\'`]'

/** `source: '/x/:path*', destination: 'https://…'` in either order; https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites */
const OBJECTS = [
  new RegExp(`["']?(?:source|src|from)["']?\\s*[:=]\\s*${PATH_SHAPE}[^{}\\[]{0,200}?["']?(?:destination|dest|to|rewrite)["']?\\s*[:=]\\s*["'\`]${URL_SHAPE}`, 'g'),
  new RegExp(`["']?(?:destination|dest|to|rewrite)["']?\\s*[:=]\\s*["'\`]${URL_SHAPE}["'\`][^{}\\[]{0,200}?["']?(?:source|src|from)["']?\\s*[:=]\\s*${PATH_SHAPE}`, 'g'),
]
/** `'/x/**': { proxy: 'https://…' }`; https://nitro.build/guide/routing#route-rules */
const ROUTE_RULE = new RegExp(`${PATH_SHAPE}\\s*:\\s*\\{[^{}]{0,80}?\\b(?:proxy|target)\\s*:\\s*["'\`]${URL_SHAPE}`, 'g')
/** https://docs.netlify.com/routing/redirects/ */
const LINE = new RegExp(`^(/\\S*)\\s+${URL_SHAPE}\\s+200`, 'gm')
/** https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass */
const NGINX = new RegExp(`\\blocation\\s+(?:[=~^*]+\\s+)?\\^?(/\\S*)\\s*\\{[^{}]*?\\bproxy_pass\\s+${URL_SHAPE}`, 'g')
/** https://httpd.apache.org/docs/current/mod/mod_proxy.html#proxypass, https://caddyserver.com/docs/caddyfile/directives/reverse_proxy */
const APACHE = new RegExp(`\\b(?:ProxyPass|reverse_proxy)\\s+["']?(/\\S*?)["']?\\s+["']?${URL_SHAPE}`, 'gi')

export function rewritesIn(text: string): Rewrite[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*(?:#|\/\/)[^\n]*/gm, (comment) => comment.replace(/[^\n]/g, ' '))
  const found = [...OBJECTS, ROUTE_RULE, LINE, NGINX, APACHE].flatMap((pattern) => [...code.matchAll(pattern)].map((match): Rewrite => {
    const [path, target] = (match[1] as string).startsWith('/') ? [match[1], match[2]] : [match[2], match[1]]
    return {
      start: match.index, end: match.index + match[0].length, prefix: (path as string).replace(/(?::|\*|\(|\[|\{|\$).*$/, ''), target: target as string,
    }
  }))
  return [...new Map(found.map((each) => [each.start, each])).values()].sort((a, b) => a.start - b.start)
}
