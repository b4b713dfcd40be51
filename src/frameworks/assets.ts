/** Scripts that templates load by a helper: `asset('js/app.js')`, `@vite('resources/js/app.js')`. */
import type { ReachEdge, Span } from '../types.js'
import type { FrameworkHost } from './framework.js'

export interface AssetHelper {
  /** Its one group is the path as written, or all arguments that hold paths. */
  pattern: RegExp
  /** Where the file of a path may lie, the first that is there counts. */
  candidates(path: string): readonly string[]
}

const PATH = /['"]([^'"\n]+\.[cm]?[jt]sx?)(?:\?[^'"\n]*)?['"]/g

const COMMENT = new RegExp([
  '<!--[^]*?-->', '\\{\\{--[^]*?--\\}\\}', '\\{#[^]*?#\\}', '\\{\\{!--[^]*?--\\}\\}',
  '\\{%-?\\s*comment\\s*-?%\\}[^]*?\\{%-?\\s*endcomment\\s*-?%\\}',
].join('|'), 'g')

/** Edges from templates to the scripts their helpers name. Everything in quotes that is no script is passed over. */
export function assetEdges(
  host: FrameworkHost,
  templates: readonly string[],
  helpers: readonly AssetHelper[],
): ReachEdge[] {
  const edges = new Map<string, ReachEdge>()
  for (const file of templates) {
    const text = host.text(file) ?? ''
    let comments: Span[] | null = null
    for (const { pattern, candidates } of helpers) {
      for (const match of text.matchAll(pattern)) {
        comments ??= [...text.matchAll(COMMENT)].map((comment) => ({
          start: comment.index,
          end: comment.index + comment[0].length,
        }))
        if (comments.some(({ start, end }) => start <= match.index && match.index < end)) continue
        for (const [, path] of (match[1] ?? '').matchAll(PATH)) {
          const to = candidates((path as string).replace(/^\/+/, '')).find((candidate) => host.has(candidate))
          if (to === undefined || to === file) continue
          edges.set(`${file} ${match.index} ${to}`, {
            from: { file, unit: null },
            offset: match.index,
            kind: 'asset',
            certainty: 'exact',
            to: { file: to, unit: null },
          })
        }
      }
    }
  }
  return [...edges.values()]
}
