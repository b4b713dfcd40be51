/**
 * Modules that a pattern brings in: `import.meta.glob('./modules/*.ts', { eager: true })`, `require.context(…)`.
 * https://vite.dev/guide/features.html#glob-import, https://webpack.js.org/guides/dependency-management/#requirecontext
 */
import { pathMatcher } from '../../globs.js'
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { unitAt } from './component-tags.js'

const GLOB = /\bimport\.meta\.glob(?:Eager)?\s*(?:<[^()\n]{0,100}>)?\(\s*(\[[^\]]{0,500}\]|["'`][^"'`\n]{1,200}["'`])/g
const CONTEXT = /\brequire\.context\(\s*["']([^"'\n]{1,200})["']\s*(?:,\s*(true|false|!0|!1))?/g
const TEXT = /["'`]([^"'`\n]+)["'`]/g
const SCRIPT = /\.[cm]?[jt]s$/

/** Edges to the scripts among them; a component does something only where it is rendered. */
export function globEdges(host: FrameworkHost, files: readonly string[]): ReachEdge[] {
  return files.flatMap((path) => {
    const text = host.text(path) ?? ''
    if (!text.includes('import.meta.glob') && !text.includes('require.context')) return []
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const edge = (offset: number, file: string): ReachEdge => ({
      from: { file: path, unit: /\.(vue|svelte)$/.test(path) ? null : unitAt(host, path, offset) }, offset, kind: 'import',
      certainty: 'likely', to: { file, unit: null },
    })
    const fits = (matches: (file: string) => boolean): string[] =>
      files.filter((file) => file !== path && SCRIPT.test(file) && matches(file))
    return [
      ...[...text.matchAll(GLOB)].flatMap((match) => {
        const patterns = [...(match[1] as string).matchAll(TEXT)].map(([, pattern]) => pattern as string)
        const matchers = (isWanted: boolean): Matcher[] =>
          patterns.filter((item) => item.startsWith('!') !== isWanted)
            .flatMap((item) => matcherOf(host, path, directory, item.replace(/^!/, '')))
        const [wanted, unwanted] = [matchers(true), matchers(false)]
        return fits((file) => wanted.some((is) => is(file)) && !unwanted.some((is) => is(file)))
          .map((file) => edge(match.index, file))
      }),
      ...[...text.matchAll(CONTEXT)].flatMap((match) => {
        const folder = placeOf(host, path, directory, match[1] as string)
        if (folder === null) return []
        const isDeep = match[2] !== 'false' && match[2] !== '!1'
        return fits((file) => {
          const name = folder === '' ? file : file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : null
          return name !== null && (isDeep || !name.includes('/'))
        }).map((file) => edge(match.index, file))
      }),
    ]
  })
}

type Matcher = (file: string) => boolean

function matcherOf(host: FrameworkHost, path: string, directory: string, pattern: string): Matcher[] {
  const star = pattern.search(/[*{[]/)
  const fixed = star < 0 ? pattern : pattern.slice(0, star).replace(/[^/]*$/, '')
  const folder = placeOf(host, path, directory, fixed)
  if (folder === null) return []
  const rest = pattern.slice(fixed.length)
  return [pathMatcher(folder === '' ? rest : `${folder}/${rest}`.replace(/\/+$/, ''))]
}

/** The folder a prefix names: relative, from the application's root, or by an alias of its source directory. */
function placeOf(host: FrameworkHost, path: string, directory: string, prefix: string): string | null {
  const clean = prefix.replace(/\/+$/, '')
  if (/^\.{1,2}(\/|$)/.test(clean)) {
    const parts = directory === '' ? [] : directory.split('/')
    for (const part of clean.split('/')) {
      if (part === '..' && parts.pop() === undefined) return null
      if (part !== '.' && part !== '..') parts.push(part)
    }
    return parts.join('/')
  }
  const wanted = clean.replace(/^[@~]?\//, '')
  const source = /^(.*\/)?src\//.exec(path)?.[0] ?? ''
  const base = clean.startsWith('/') ? source.replace(/src\/$/, '') : source
  const candidates = [`${base}${wanted}`, wanted]
  return candidates.find((folder) => host.under(folder).length > 0) ?? null
}
