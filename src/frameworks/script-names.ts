/** Scripts that templates load by a helper's name for them, not by an address. */
import type { ReachEdge } from '../types.js'
import type { FrameworkHost } from './framework.js'

/**
 * Edges from the places in templates where a pattern names scripts (its groups) to the files the names stand for. The
 * pattern is global.
 */
export function namedScriptEdges(
  host: FrameworkHost, templates: readonly string[], pattern: RegExp, filesOf: (name: string,
    template: string) => readonly string[],
): ReachEdge[] {
  return templates.flatMap((from) => {
    const text = host.text(from) ?? ''
    const comments = commentsIn(text)
    return [...text.matchAll(pattern)].flatMap((match) => {
      if (comments.some(({ start, end }) => start <= match.index && match.index < end)) return []
      return match.slice(1).flatMap((name) => (name === undefined ? [] : filesOf(name, from))).map((to): ReachEdge => ({
        from: { file: from, unit: null }, offset: match.index, kind: 'asset', certainty: 'exact', to: { file: to,
          unit: null },
      }))
    })
  })
}

/**
 * Sources a script that a build makes may be made of: a script of the same name, when there is one only. `js/visit.min.js`
 * is made of `src/visit.ts`.
 */
export function sourcesOf(host: FrameworkHost, root: string, name: string): string[] {
  const stem = stemOf(name)
  if (/^(index|main|app|application|bundle|vendor|vendors|runtime|common|scripts?)$/.test(stem)) return []
  let scripts = byStem.get(host)
  if (!scripts) {
    scripts = new Map()
    for (const path of host.under('')) {
      if (!/\.[cm]?[jt]sx?$/.test(path) || !host.isProduct(path)
          || /(^|\/)(vendor|node_modules|bower_components)\//.test(path)) continue
      const list = scripts.get(stemOf(path))
      if (list) list.push(path)
      else scripts.set(stemOf(path), [path])
    }
    byStem.set(host, scripts)
  }
  const found = (scripts.get(stem) ?? []).filter((path) => root === '' || path.startsWith(`${root}/`))
  return found.length === 1 ? found : []
}

const byStem = new WeakMap<FrameworkHost, Map<string, string[]>>()

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:[.-](?:min|bundle|dist|build|[0-9a-f]{8,}))*\.\w+$/, '')
}

const COMMENTS =
  /<!--[^]*?-->|\{#[^]*?#\}|<%#[^]*?%>|<%!--[^]*?--%>|\{\{\/\*[^]*?\*\/\}\}|\{%-?\s*comment\b[^]*?endcomment\s*-?%\}/g

function commentsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(COMMENTS)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
