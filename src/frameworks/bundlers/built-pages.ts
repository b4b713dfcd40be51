/** Pages of several documents that one build makes, as far as no router has them. https://vite.dev/guide/build.html#multi-page-app */
import type { Framework, RouteDeclaration } from '../framework.js'
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
      // One template may stand for several pages: each has scripts of its own.
      routes: documents.map(({ file, path, scripts, config }): RouteDeclaration => ({
        path, kind: 'static', certainty: 'exact', file: config,
        leaves: [{ file }, ...scripts.map((script) => ({ file: script, unit: null }))],
      })),
    }]
  }),
}
