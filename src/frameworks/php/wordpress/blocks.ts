/**
 * What block templates bring in by comments: `<!-- wp:template-part {"slug":"header"} /-->` and patterns by their slug.
 * https://developer.wordpress.org/themes/templates/template-parts/ and https://developer.wordpress.org/themes/patterns/
 */
import type { FrameworkHost } from '../../framework.js'
import type { ReachEdge } from '../../../types.js'
import { stem } from '../../paths.js'
import { headerValue, type Theme } from './headers.js'
import { TEMPLATE_FOLDERS, themeFiles } from './theme.js'

const PART_FOLDERS = ['parts', 'block-template-parts', 'templates/parts']
const BLOCK = /<!--\s+wp:(template-part|pattern)\s+(\{[^\n]*?\})\s*\/?-->/g

/** Edges from block templates, parts and patterns to the parts and patterns they name. */
export function blockEdges(host: FrameworkHost, theme: Theme): ReachEdge[] {
  const files = themeFiles(host, theme)
  const patterns = patternSlugs(host, files)
  const edges: ReachEdge[] = []
  for (const [relative, file] of files) {
    if (!isBlockMarkup(relative)) continue
    for (const match of (host.text(file) ?? '').matchAll(BLOCK)) {
      const slug = /"slug"\s*:\s*"([^"]+)"/.exec(match[2] as string)?.[1]
      if (slug === undefined) continue
      const target = match[1] === 'pattern' ? patterns.get(slug)
        : PART_FOLDERS.map((folder) => files.get(`${folder}/${slug}.html`)).find((part) => part !== undefined)
      if (target === undefined || target === file) continue
      edges.push({
        from: { file, unit: null },
        offset: match.index,
        kind: 'include',
        certainty: 'exact',
        to: { file: target, unit: null },
      })
    }
  }
  return edges
}

/** Patterns that no template names: an editor can put them into any page. */
export function chosenPatterns(host: FrameworkHost, theme: Theme, edges: readonly ReachEdge[]): string[] {
  const named = new Set(edges.map(({ to }) => to.file))
  return [...patternSlugs(host, themeFiles(host, theme)).values()].filter((file) => !named.has(file))
}

function isBlockMarkup(relative: string): boolean {
  return relative.endsWith('.html')
    ? TEMPLATE_FOLDERS.test(relative) || PART_FOLDERS.some((folder) => relative.startsWith(`${folder}/`))
    : /^patterns\/.+\.php$/.test(relative)
}

/** Slug → file. */
function patternSlugs(host: FrameworkHost, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [relative, file] of files) {
    if (!/^patterns\/.+\.php$/.test(relative)) continue
    const slug = headerValue(host.text(file) ?? '', 'Slug') ?? stem(file)
    if (!found.has(slug)) found.set(slug, file)
  }
  return found
}
