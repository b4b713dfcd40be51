/** Scripts that templates load by names below the static directories. https://docs.djangoproject.com/en/5.2/howto/static-files/ */
import type { ReachEdge } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { namedScriptEdges, sourcesOf } from '../../script-names.js'
import type { DjangoProject } from './settings.js'

/** `{% static "js/app.js" %}`, `{{ STATIC_URL }}js/app.js`, `{% vite_asset "src/main.ts" %}`, `{% render_bundle "main" %}`. */
const STATIC = /\{%-?\s*static\s+["']([^"']+\.[cm]?[jt]sx?)["']|\{\{\s*STATIC_URL\s*\}\}([^"'\s>]+\.[cm]?js)|\{\{-?\s*(?:static|url_for)\(\s*["']([^"']+\.[cm]?[jt]sx?)["']/g
/** Tags of a project's own that load a script by its bare name: `{% page_js "visits" %}`. */
const BY_TAG = /\{%-?\s*(?!static\b|vite_)\w*(?:js|script|bundle|asset)\w*\s+["']([\w./-]+)["']/g
const ENTRIES = /\{%-?\s*(?:vite_asset|vite_legacy_asset|vite_react_refresh)\s+["']([^"']+)["']/g

export function staticEdges(host: FrameworkHost, { root, templates, staticDirectories }: DjangoProject): ReachEdge[] {
  const below = (directories: readonly string[]) => (name: string): string[] => {
    const found = directories.map((directory) => (directory === '' ? name : `${directory}/${name}`))
      .find((path) => host.has(path))
    return found === undefined ? sourcesOf(host, root, name) : [found]
  }
  const files = templates.all()
  const sources =
    [...staticDirectories, root, ...['frontend', 'assets', 'client']
      .map((name) => (root === '' ? name : `${root}/${name}`))]
  const byTag = (name: string): string[] => {
    const names = [name, `${name}.js`].flatMap((each) => [each, `js/${each}`])
    return names.flatMap(below(staticDirectories)).slice(0, 1)
  }
  return [...namedScriptEdges(host, files, STATIC, below(staticDirectories)),
    ...namedScriptEdges(host, files, BY_TAG, byTag), ...namedScriptEdges(host, files, ENTRIES, below(sources))]
}
