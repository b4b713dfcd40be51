/**
 * Files that nothing names: a pattern brings them in, `import.meta.glob('./pages/*.tsx')`, `require.context('./pages')`,
 * `` import(`./pages/${name}.tsx`) ``. Asked only about what nothing else brings in.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { ModulePattern } from '../../facts/script/graph.js'
import { pathMatcher } from '../../globs.js'
import type { ReachEdge, ReachNode } from '../../types.js'
import type { PathIndex } from '../path-index.js'
import { isProductFile } from '../product-files.js'
import { isOneUnit } from '../sightings/units.js'
import type { StoreView } from '../store.js'

export interface PatternsHost {
  files: readonly string[]
  index: PathIndex
  view: StoreView
  facts(path: string): FileFacts | undefined
  /** The directory that the beginning of a pattern names. */
  directory(from: string, specifier: string): string | null
}

const SCRIPTS = /\.([cm]?[jt]sx?|vue|svelte|astro)$/i
const MENTIONS = /\bimport\.meta\.glob|\brequire\.context\b|\bimport\s*\(\s*(?:\/\*[^*]*\*\/\s*)?(?:`[^`$]*\$\{|["'][^"'\n]*["']\s*\+)/
const SOURCES = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|mdx?)$/i

/** Edges into a file from the places whose patterns it fits; all are found when first asked. */
export function createPatternEdges(host: PatternsHost): (node: ReachNode) => ReachEdge[] {
  let found: Map<string, { from: ReachNode; offset: number; isLiteral: boolean }[]> | null = null
  return (node) => {
    found ??= collect(host)
    const isComponent = /\.(vue|svelte|astro)$/.test(node.file)
    return (found.get(node.file) ?? []).map(({ from, offset, isLiteral }): ReachEdge => ({
      // A component does something where it is rendered, which a pattern does not tell.
      from, offset, kind: 'dynamic', certainty: isLiteral && !isComponent ? 'likely' : 'possible', to: node,
    }))
  }
}

function collect(host: PatternsHost): Map<string, { from: ReachNode; offset: number; isLiteral: boolean }[]> {
  const found = new Map<string, { from: ReachNode; offset: number; isLiteral: boolean }[]>()
  for (const path of host.files) {
    if (!SCRIPTS.test(path) || host.view.memo(path, 'module patterns', (text) => MENTIONS.test(text)) !== true) continue
    const facts = host.facts(path)
    if (!facts) continue
    for (const script of facts.scripts) {
      for (const pattern of script.patterns ?? []) {
        const units = isOneUnit(facts) || script.goal !== 'module' ? [] : script.units
        const unit = units.find(({ start, end }) => start <= pattern.start && pattern.start < end)
        const place = { from: { file: path, unit: unit?.name ?? null }, offset: pattern.start, isLiteral: pattern.isLiteral }
        for (const file of filesOf(host, path, pattern)) {
          if (file !== path) found.set(file, [...found.get(file) ?? [], place])
        }
      }
    }
  }
  return found
}

function filesOf(host: PatternsHost, from: string, { globs, except, fits, isLiteral }: ModulePattern): string[] {
  const tests = (patterns: readonly string[]): { directory: string; matches: (path: string) => boolean }[] =>
    patterns.flatMap((pattern) => {
      const star = pattern.search(/[*{[?(]/)
      const fixed = star < 0 ? pattern : pattern.slice(0, star).replace(/[^/]*$/, '')
      const directory = host.directory(from, fixed.replace(/\/+$/, '') || '.')
      if (directory === null) return []
      const rest = pattern.slice(fixed.length)
      const whole = directory === '' ? rest : `${directory}/${rest}`
      return [{ directory, matches: isLiteral ? pathMatcher(whole) : nameMatcher(whole) }]
    })
  const unwanted = tests(except)
  const ends = fits === null ? null : extensionsIn(fits)
  return [...new Set(tests(globs).flatMap(({ directory, matches }) => host.index.under(directory).filter((path) =>
    SOURCES.test(path) && matches(path) && (ends === null || ends.some((end) => path.endsWith(`.${end}`)))
    && !unwanted.some((test) => test.matches(path)) && isProductFile(path))))]
}

/** A path with unknown parts; the extension, or the index of a directory, may be left out. */
function nameMatcher(pattern: string): (path: string) => boolean {
  const parts = pattern.split('**').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}(?:(?:/index)?\\.\\w+)?$`)
  return (path) => expression.test(path)
}

/** The endings that `/\.(js|ts)$/` asks for; null when it asks for something else. */
function extensionsIn(expression: string): string[] | null {
  const match = /\\\.(?:\((?:\?:)?([\w|]+)\)|(\w+)(\?)?)\$$/.exec(expression)
  if (!match) return null
  if (match[1] !== undefined) return match[1].split('|')
  const end = match[2] as string
  return match[3] === undefined ? [end] : [end, end.slice(0, -1)]
}
