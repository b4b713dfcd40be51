/** Scripts by their handles. https://developer.wordpress.org/reference/functions/wp_enqueue_script/ */
import { baseNameOf } from '../../../paths.js'
import type { ReachEdge } from '../../../types.js'
import type { SiteCode } from './site-code.js'

/** Edges from the places that ask for a script to its file; asking for a handle asks for what it depends on, too. */
export function scriptEdges(code: SiteCode): ReachEdge[] {
  const { host, values } = code
  const files = new Map<string, string[]>()
  const needs = new Map<string, string[]>()
  const asked: { file: string; offset: number; handle: string }[] = []
  const calls = code.calls(/^wp_(enqueue|register)_script(_module)?$/)
  for (const { call, scope, file } of calls) {
    const [handle, source, dependencies] = call.arguments
    if (!handle) continue
    const names = values.known(handle.value, scope)
    const found = source
      ? values
          .paths(source.value, scope, [])
          .map((path) => path.replace(/[?#].*$/, ''))
          .filter((path) => host.has(path))
      : []
    const listed =
      dependencies?.value.kind === 'list'
        ? dependencies.value.items.flatMap(({ value }) => values.known(value, scope))
        : []
    for (const name of names) {
      files.set(name, [...(files.get(name) ?? []), ...found])
      needs.set(name, [...(needs.get(name) ?? []), ...listed])
      if (call.name.includes('enqueue')) asked.push({ file, offset: call.start, handle: name })
    }
  }
  const edges = new Map<string, ReachEdge>()
  const load = (file: string, offset: number, handle: string, seen: Set<string>): void => {
    if (seen.has(handle)) return
    seen.add(handle)
    for (const to of files.get(handle) ?? []) {
      edges.set(`${file} ${offset} ${to}`, {
        from: { file, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: to, unit: null },
      })
    }
    for (const other of needs.get(handle) ?? []) load(file, offset, other, seen)
  }
  for (const { file, offset, handle } of asked) load(file, offset, handle, new Set())
  const resolved = new Set([...edges.values()].map(({ from, to }) => `${from.file} ${to.file}`))
  for (const edge of namedScripts(code))
    if (!resolved.has(`${edge.from.file} ${edge.to.file}`))
      edges.set(`${edge.from.file} ${edge.offset} ${edge.to.file}`, edge)
  return [...edges.values()]
}

/** A file of a script, the minified one or its source. */
const NAMED = /['"]([\w./-]*[\w-])((?:\.min)?\.js)['"]/g

/** Scripts whose names are written in the code, whatever a function of the site's own makes of them. */
function namedScripts({ host, php, rootOf }: SiteCode): ReachEdge[] {
  const byName = new Map<string, Map<string, string[]>>()
  const scripts = (root: string): Map<string, string[]> => {
    let found = byName.get(root)
    if (!found) {
      byName.set(root, (found = new Map()))
      for (const path of host.under(root)) {
        if (!path.endsWith('.js') || !host.isProduct(path)) continue
        const name = baseNameOf(path).replace(/(\.min)?\.js$/, '')
        found.set(name, [...(found.get(name) ?? []), path])
      }
    }
    return found
  }
  return php.flatMap((file) => {
    const text = host.text(file) ?? ''
    if (!text.includes('.js')) return []
    return [...text.matchAll(NAMED)].flatMap((match) => {
      const path = (match[1] as string).replace(/^(?:\.?\/)+/, '')
      const candidates = (scripts(rootOf(file)).get(baseNameOf(path)) ?? []).filter((candidate) =>
        `/${candidate.replace(/(\.min)?\.js$/, '')}`.endsWith(`/${path}`),
      )
      // A name that many scripts have says nothing.
      if (candidates.length > 3) return []
      return candidates.map((to): ReachEdge => ({
        from: { file, unit: null },
        offset: match.index,
        kind: 'asset',
        certainty: 'likely',
        to: { file: to, unit: null },
      }))
    })
  })
}
