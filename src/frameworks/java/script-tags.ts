/** Scripts that templates of the Java virtual machine load by helpers, which no plain `src` shows. */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'

const TAGS = /<script\b((?:[^<>"']|"[^"]*"|'[^']*'|<(?:c|s|spring|html|bean):(?:url|rewrite|out|property|write)\b[^<>]*>)*)>/gi
/** `th:src="@{/js/a.js(v=${x})}"`, `data-th-src="@{'/js/' + ${name}}"`. */
const LINK = /\b(?:data-)?th[:-]src\s*=\s*(["'])\s*(?:\$\{[^{}]*\}\s*\?\s*)?@\{([^}]*)\}/i
/** `src="<c:url value="/js/a.js"/>"`. */
const TAG = /\bsrc\s*=\s*["']\s*<(?:c|s|spring|html):(?:url|rewrite)\b[^<>]*?\b(?:value|page|href)\s*=\s*\\?(["'])(.*?)\\?\1/i
/** `src="<c:out value="${base}"/>/js/a.js"`. */
const SAID = /\bsrc\s*=\s*(["'])\s*<(?:c:out|s:property|bean:write)\b[^<>]*>(\/[^"'<>]*)/i
const PLAIN = /(?:^|\s)src\s*=\s*(["'])(.*?)\1/i
/** `<spring:url value="/js/a.js" var="script"/>`, shown as `${script}`. */
const KEPT = /<(?:c|s|spring):(?:url|set)\b[^<>]*>/gi
/** What stands for the path of the application. */
const BASE = /^(?:\$\{[^{}]*\}|<%=.*?%>|#\{[^{}]*\}|\.\.?(?=\/))+/

export interface ScriptTag {
  /** Path from the application's root, with a leading slash, without a query. */
  url: string
  offset: number
}

/** Local scripts that a text loads, in order. */
export function scriptTags(text: string): ScriptTag[] {
  if (!/<script\b/i.test(text)) return []
  const kept = new Map([...text.matchAll(KEPT)].flatMap(([tag]): [string, string][] => {
    const value = /\bvalue\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2]
    const name = /\bvar\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2]
    return value === undefined || name === undefined ? [] : [[name, value]]
  }))
  return [...text.matchAll(TAGS)].flatMap(({ index, 1: attributes = '' }): ScriptTag[] => {
    const written = [LINK, TAG, SAID, PLAIN].reduce<string | undefined>((known, form) => known ?? form.exec(attributes)?.[2], undefined)
    if (written === undefined) return []
    const named = kept.get(/^\$\{\s*(\w+)\s*\}$/.exec(written.trim())?.[1] ?? '')
    const path = (named ?? written).trim().replace(/^'([^']*)'.*$/s, '$1').replace(BASE, '').replace(/^~?(?=\/)/, '').replace(/[?#(;].*$/s, '')
    return /^\/?[\w@][\w@./-]*\.m?js$/.test(path) ? [{ url: path.startsWith('/') ? path : `/${path}`, offset: index }] : []
  })
}

/** Edges from templates to their scripts, as far as `located` finds them. */
export function scriptEdges(host: FrameworkHost, templates: readonly string[], located: (url: string, template: string) => string | null): ReachEdge[] {
  return templates.flatMap((file) => scriptTags(host.text(file) ?? '').flatMap(({ url, offset }): ReachEdge[] => {
    const to = located(url, file)
    return to === null ? [] : [{ from: { file, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: to, unit: null } }]
  }))
}
