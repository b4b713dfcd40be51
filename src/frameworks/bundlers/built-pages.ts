/** Pages of several documents that one build makes, as far as no router has them. https://vite.dev/guide/build.html#multi-page-app */
import type { Framework } from '../framework.js'
import { directoriesWith } from '../paths.js'
import { builtDocuments } from './documents.js'

export const builtPages: Framework = {
  name: 'built-pages',
  docs: 'https://vite.dev/guide/build.html#multi-page-app',
  applications: (host, claimed) => directoriesWith(host, ['package.json']).flatMap((root) => {
    const documents = builtDocuments(host, root).filter(({ file }) => !claimed.has(file))
    if (documents.length === 0) return []
    return [{
      framework: 'built-pages', root,
      routes: documents.map(({ file, path, config }) => ({ path, kind: 'static' as const, certainty: 'exact' as const, file: config, leaves: [{ file }] })),
      edges: documents.flatMap(({ file, scripts }) => scripts.map((script) => ({
        from: { file, unit: null }, offset: null, kind: 'asset' as const, certainty: 'exact' as const, to: { file: script, unit: null },
      }))),
    }]
  }),
}
