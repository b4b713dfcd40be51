/** SolidStart. https://docs.solidjs.com/solid-start/building-your-application/routing */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { bracketSegment, directoriesWith, extensionOf, isTestModule, join, routePath } from '../paths.js'
import { configuredText } from '../reading/configuration.js'
import { ScriptReader } from '../reading/script-values.js'

const CONFIGS = ['app.config.ts', 'app.config.js', 'app.config.mjs', 'vite.config.ts', 'vite.config.js']
const EXTENSIONS = ['tsx', 'jsx', 'ts', 'js']
const PAGES = new Set([...EXTENSIONS, 'md', 'mdx'])

export const solidStart: Framework = {
  name: 'solid-start',
  docs: 'https://docs.solidjs.com/solid-start/building-your-application/routing',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => ['@solidjs/start', 'solid-start'].some((name) => host.dependencies(root).has(name)))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const reader = new ScriptReader(host)
  const [config] = CONFIGS.map((name) => join(root, name)).filter((path) => host.has(path))
  const written = (key: string, usual: string): string =>
    ((config === undefined ? null : configuredText(reader, config, key)) ?? usual).replace(/^\.?\/|\/$/g, '')
  const source = join(root, written('appRoot', 'src'))
  const directory = join(source, written('routeDir', 'routes'))
  const files = host.under(directory).filter((path) => PAGES.has(extensionOf(path)) && !isTestModule(path))
  // Groups count for what lies inside what, and not for the address.
  const routes = files.map((file) => ({ file, id: file.slice(directory.length + 1).replace(/\.\w+$/, '') }))
  if (routes.length === 0) return []
  const app = moduleAt(host, `${source}/app`) ?? moduleAt(host, `${source}/root`)
  const shell = app === null ? [] : [{ file: app }]
  const isPage = (file: string): boolean => /\.mdx?$/.test(file) || /\bexport\s+default\b|\bas\s+default\b/.test(host.text(file) ?? '')
  const pages = routes.filter(({ file }) => isPage(file))
  const around = ({ id }: { id: string }): string[] =>
    pages.filter((other) => id.startsWith(`${other.id}/`)).sort((a, b) => a.id.length - b.id.length).map(({ file }) => file)
  const outer = new Set(pages.flatMap(around))
  const indexed = new Set(pages.filter((page) => around(page).length > 0).map(({ id }) => pathOf(id)))
  return [{
    framework: 'solid-start', root, singlePage: true,
    routes: routes.flatMap((route): RouteDeclaration[] => {
      const path = pathOf(route.id)
      if (!isPage(route.file)) return [{ path, kind: 'api', certainty: 'exact', file: route.file }]
      // A page around others is a route of its own where none of them stands for it.
      if (outer.has(route.file) && indexed.has(path)) return []
      return [{
        path, kind: 'page', certainty: 'exact', file: route.file,
        shell: [...shell, ...around(route).map((file) => ({ file }))],
      }]
    }),
    injections: ['entry-client', 'entry-server', 'middleware', 'middleware/index'].flatMap((name) => moduleAt(host, join(source, name)) ?? [])
      .map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
  }]
}

/** `(site)/users(details)/[id]` → `/users/:id`, `blog/[...slug]` → `/blog/*`. */
function pathOf(id: string): string {
  const segments = id.replace(/\([^)/]+\)/g, '').split('/')
  return routePath(...segments.filter((segment) => segment !== 'index').map(bracketSegment))
}

function moduleAt(host: FrameworkHost, path: string): string | null {
  return EXTENSIONS.map((extension) => `${path}.${extension}`).find((candidate) => host.has(candidate)) ?? null
}
