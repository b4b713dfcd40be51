/** Scripts of Webpack Encore, AssetMapper, Vite and folders that are given out, by the helpers of Twig. */
import { directoryOf, joinPath } from '../../../paths.js'
import type { ReachEdge } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { assetEdges } from '../../assets.js'
import { outlineOf } from '../reading/outline.js'

const HELPERS = /\b(?:encore_entry_(?:script_tags|js_files)|vite_entry_script_tags|importmap)\(([^()]*)\)/g

export function scriptEdges(host: FrameworkHost, root: string, templates: readonly string[]): ReachEdge[] {
  const entries = new Map([...encoreEntries(host, root), ...importMap(host, root), ...viteEntries(host, root)])
  const edges: ReachEdge[] = []
  for (const file of templates) {
    for (const match of (host.text(file) ?? '').matchAll(HELPERS)) {
      for (const [, name] of (match[1] as string).matchAll(/['"]([^'"]+)['"]/g)) {
        const to = entries.get(name as string)
        if (to === undefined || !host.has(to)) continue
        edges.push({
          from: { file, unit: null },
          offset: match.index,
          kind: 'asset',
          certainty: 'exact',
          to: { file: to, unit: null },
        })
      }
    }
  }
  return [
    ...edges,
    ...assetEdges(host, templates, [
      {
        pattern: /\basset\(([^()]*)\)/g,
        candidates: (path) => [join(root, `public/${path}`), join(root, `web/${path}`), join(root, `assets/${path}`)],
      },
    ]),
  ]
}

/** `.addEntry('app', './assets/app.js')`: https://symfony.com/doc/current/frontend/encore/simple-example.html */
function encoreEntries(host: FrameworkHost, root: string): [string, string][] {
  const file = ['webpack.config.js', 'webpack.config.ts', 'webpack.config.mjs']
    .map((name) => join(root, name))
    .find((name) => host.has(name))
  const text = file === undefined ? '' : (host.text(file) ?? '')
  return [...text.matchAll(/\.addEntry\(\s*['"]([^'"]+)['"]\s*,\s*(?:\[\s*)?['"]([^'"]+)['"]/g)].flatMap(
    (match): [string, string][] => {
      const path = joinPath(root, match[2] as string)
      const found =
        path === null
          ? undefined
          : [path, `${path}.js`, `${path}.ts`, `${path}.tsx`, `${path}/index.js`].find((each) => host.has(each))
      return found === undefined ? [] : [[match[1] as string, found]]
    },
  )
}

/** https://symfony.com/doc/current/frontend/asset_mapper.html */
function importMap(host: FrameworkHost, root: string): [string, string][] {
  const file = join(root, 'importmap.php')
  if (!host.has(file)) return []
  const list = outlineOf(host, file).returns[0]?.value
  return (list?.kind === 'list' ? list.items : []).flatMap(({ name, value }): [string, string][] => {
    const path = value.kind === 'list' ? value.items.find((item) => item.name === 'path')?.value : undefined
    const place = path?.kind === 'string' ? joinPath(directoryOf(file), path.text) : null
    return name === null || place === null ? [] : [[name, place]]
  })
}

/** `rollupOptions: { input: { app: './assets/app.js' } }` */
function viteEntries(host: FrameworkHost, root: string): [string, string][] {
  const file = ['vite.config.js', 'vite.config.ts', 'vite.config.mjs']
    .map((name) => join(root, name))
    .find((name) => host.has(name))
  const text = file === undefined ? '' : (host.text(file) ?? '')
  const input = /\binput\s*:\s*\{([^{}]*)\}/.exec(text)?.[1] ?? ''
  return [...input.matchAll(/["']?([\w-]+)["']?\s*:\s*["']([^"']+)["']/g)].flatMap((match): [string, string][] => {
    const path = joinPath(root, match[2] as string)
    return path === null ? [] : [[match[1] as string, path]]
  })
}
