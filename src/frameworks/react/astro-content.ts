/** Content collections of Astro: which pages show which content files. https://docs.astro.build/en/guides/content-collections/ */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import type { ScriptReader } from '../reading/script-values.js'

const CONFIGS = ['content.config.ts', 'content.config.js', 'content.config.mjs', 'content/config.ts', 'content/config.js', 'content/config.mjs']
const ASKS = /\b(?:getCollection|getEntry|getEntryBySlug|getLiveEntry|render)\s*\(\s*["'`]([\w-]+)["'`]/g
const CONTENT = /\.(md|mdx|markdown|mdoc)$/

/** Content files are shown by the files that ask for their collection. */
export function collectionEdges(
  host: FrameworkHost, reader: ScriptReader, root: string, source: string, files: readonly string[],
): ReachEdge[] {
  const users = new Map<string, { file: string; offset: number }[]>()
  for (const file of files) {
    if (!/\.(astro|mdx|ts|js|tsx|jsx)$/.test(file)) continue
    for (const match of (host.text(file) ?? '').matchAll(ASKS)) {
      const name = match[1] as string
      users.set(name, [...users.get(name) ?? [], { file, offset: match.index }])
    }
  }
  if (users.size === 0) return []
  const directories = collectionDirectories(host, reader, root, source)
  return [...users].flatMap(([name, askers]) => {
    const directory = directories.get(name) ?? join(source, `content/${name}`)
    const content = host.under(directory).filter((path) => CONTENT.test(path))
    return content.flatMap((file) => askers.map((asker): ReachEdge => ({
      from: { file: asker.file, unit: null }, offset: asker.offset, kind: 'render', certainty: 'likely', to: { file, unit: null },
    })))
  })
}

/** `defineCollection({ loader: glob({ base: './src/data/blog' }) })` by the name of the collection. */
function collectionDirectories(
  host: FrameworkHost, reader: ScriptReader, root: string, source: string,
): Map<string, string> {
  const found = new Map<string, string>()
  const config = CONFIGS.map((name) => join(source, name)).find((path) => host.has(path))
  if (config === undefined) return found
  for (const collections of reader.exported(config, 'collections')) {
    const shape = reader.shape(collections)
    if (shape?.kind !== 'object') continue
    for (const { name } of shape.entries) {
      if (name === null) continue
      const defined = reader.property(collections, name).flatMap((value) => {
        const call = reader.shape(value)
        return call?.kind === 'call' ? call.arguments.map((argument) => reader.beside(value, argument)) : [value]
      })
      const loaders = defined.flatMap((value) => reader.property(value, 'loader'))
      const options = loaders.flatMap((value) => {
        const call = reader.shape(value)
        return call?.kind === 'call' ? call.arguments.map((argument) => reader.beside(value, argument)) : []
      })
      const base = options.flatMap((value) => reader.property(value, 'base')).map((value) => reader.text(value))[0]
      if (typeof base === 'string') found.set(name, join(root, base.replace(/^\.?\/|\/$/g, '')))
    }
  }
  return found
}

