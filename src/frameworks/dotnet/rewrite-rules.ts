/** Rules of IIS's URL Rewrite in a `web.config`. https://learn.microsoft.com/iis/extensions/url-rewrite-module/url-rewrite-module-configuration-reference */
import { pathOfPattern } from '../hosting/patterns.js'

export interface RewriteRule {
  /** Canonical pattern of the address that is asked for. */
  path: string
  /** Path below the root of the file that answers, without a query. */
  target: string
}

/** Rules that answer an address with a file. Conditions, maps and patterns that are not nearly literal are left out. */
export function rewriteRules(configuration: string): RewriteRule[] {
  const rules: RewriteRule[] = []
  for (const [, body = ''] of configuration.matchAll(/<rule\b[^<>]*>((?:(?!<\/rule>)[\s\S]){0,4000})<\/rule>/gi)) {
    const pattern = /<match\b[^<>]*\burl\s*=\s*"([^"\n]*)"/i.exec(body)?.[1]
    const action = /<action\b[^<>]*\btype\s*=\s*"Rewrite"[^<>]*>/i.exec(body)?.[0] ?? ''
    const target = /\burl\s*=\s*"~?\/?([^"?{}\n]+)/i.exec(action)?.[1]
    if (pattern === undefined || target === undefined) continue
    const path = pathOfPattern(pattern)
    if (path !== null) rules.push({ path, target })
  }
  return rules
}
