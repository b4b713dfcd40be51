/** What both routers of Next.js share. https://nextjs.org/docs/app/api-reference/config/next-config-js */
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { directoriesWith, join, routePath } from '../paths.js'

const CONFIGS = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs', 'next.config.mts']

export interface NextProject {
  root: string
  basePath: string
  extensions: string[]
  config: string | null
}

/** Projects of the tree: a `next` dependency or a configuration file. */
export function nextProjects(host: FrameworkHost): NextProject[] {
  const byManifest = directoriesWith(host, ['package.json']).filter((directory) => host.dependencies(directory).has('next'))
  const roots = new Set([...byManifest, ...directoriesWith(host, CONFIGS)])
  return [...roots].sort().map((root) => {
    const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? null
    const text = config === null ? '' : withoutComments(host.text(config) ?? '')
    const extensions = [.../pageExtensions\s*:\s*\[([^\]]*)\]/.exec(text)?.[1]?.matchAll(/['"]([^'"]+)['"]/g) ?? []].map((match) => match[1] as string)
    return {
      root,
      config,
      basePath: /\bbasePath\s*:\s*['"]([^'"]*)['"]/.exec(text)?.[1] ?? '',
      extensions: extensions.length > 0 ? extensions : ['tsx', 'ts', 'jsx', 'js'],
    }
  })
}

/** The configuration is read as text, never run. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|[^:'"])\/\/.*$/gm, '$1')
}

/** Splits `page.tsx` by the project's page extensions; null when it has none of them. */
export function pageStem(name: string, extensions: readonly string[]): string | null {
  const extension = extensions.find((candidate) => name.endsWith(`.${candidate}`))
  return extension === undefined ? null : name.slice(0, -extension.length - 1)
}

/** `app` or `src/app`; the one at the root wins. */
export function routerDirectory(host: FrameworkHost, root: string, name: 'app' | 'pages'): string | null {
  for (const directory of [join(root, name), join(root, `src/${name}`)]) if (host.under(directory).length > 0) return directory
  return null
}

/** https://nextjs.org/docs/app/api-reference/file-conventions/instrumentation-client: client code of every page. */
export function clientInstrumentation(host: FrameworkHost, root: string): string[] {
  return ['instrumentation-client.ts', 'instrumentation-client.js', 'src/instrumentation-client.ts', 'src/instrumentation-client.js']
    .map((name) => join(root, name)).filter((path) => host.has(path))
}

/** HTML files of `public/` are served as they are. */
export function publicPages(host: FrameworkHost, project: NextProject): RouteDeclaration[] {
  const directory = join(project.root, 'public')
  return host.under(directory).filter((path) => path.endsWith('.html')).map((file) => ({
    path: routePath(project.basePath, file.slice(directory.length + 1)), kind: 'static', certainty: 'exact', file,
  }))
}
