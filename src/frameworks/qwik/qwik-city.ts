/** Qwik City, now Qwik Router. https://qwik.dev/docs/routing/, https://qwik.dev/docs/advanced/routing/ */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { bracketSegment, directoriesWith, isTestModule, join, routePath } from '../paths.js'
import { callsNamed } from '../reading/configuration.js'
import { ScriptReader } from '../reading/script-values.js'

const PACKAGES = ['@builder.io/qwik-city', '@qwik.dev/router']
const BUILDS = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs']
const EXTENSIONS = ['tsx', 'ts', 'jsx', 'js']
/** `index`, `index!`, `index@plain`; `layout`, `layout!`, `layout-plain`, `plugin@name`. */
const NAME = /^(?:(index)(?:@([\w-]+))?(!)?|(layout)(?:-([\w-]+))?(!)?|(plugin)(?:@.*)?|(404|error))\.(?:tsx|ts|jsx|js|mdx?)$/

export const qwikCity: Framework = {
  name: 'qwik-city',
  docs: 'https://qwik.dev/docs/routing/',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => PACKAGES.some((name) => host.dependencies(root).has(name)))
    .flatMap((root) => application(host, root)),
}

interface Layout {
  directory: string
  name: string
  /** Nothing above it stands around. */
  isTop: boolean
  file: string
}

function application(host: FrameworkHost, root: string): Application[] {
  const reader = new ScriptReader(host)
  const options = BUILDS.map((name) => join(root, name)).filter((path) => host.has(path))
    .flatMap((file) => callsNamed(reader, file, /^qwik(City|Router)$/)).flatMap(([first]) => first ?? [])
  const text = (key: string): string | null => options.map((value) => reader.text(reader.property(value, key)[0])).find((found) => found !== null) ?? null
  const directory = join(root, (text('routesDir') ?? 'src/routes').replace(/^\.?\/|\/$/g, ''))
  const base = text('basePathname') ?? ''
  const layouts: Layout[] = []
  const plugins: string[] = []
  const pages: { file: string; directory: string; layout: string; isAlone: boolean; isError: boolean }[] = []
  for (const file of host.under(directory)) {
    const slash = file.lastIndexOf('/')
    const match = isTestModule(file) ? null : NAME.exec(file.slice(slash + 1))
    if (!match) continue
    const own = file.slice(0, slash)
    if (match[4] !== undefined) layouts.push({ directory: own, name: match[5] ?? '', isTop: match[6] !== undefined, file })
    else if (match[7] !== undefined) plugins.push(file)
    else pages.push({ file, directory: own, layout: match[2] ?? '', isAlone: match[3] !== undefined, isError: match[8] !== undefined })
  }
  if (pages.length === 0) return []
  const rootModule = moduleAt(host, join(root, 'src/root'))
  const shell = rootModule === null ? [] : [{ file: rootModule }]
  const entries = ['src/entry.ssr', 'src/entry.dev', 'src/entry.preview'].flatMap((name) => moduleAt(host, join(root, name)) ?? [])
  return [{
    framework: 'qwik-city', root, singlePage: true,
    routes: pages.flatMap((page): RouteDeclaration[] => {
      const segments = page.directory.slice(directory.length + 1).split('/').filter((segment) => segment !== '' && !/^\(.*\)$/.test(segment))
      const path = routePath(base, ...segments.map(bracketSegment), page.isError ? '*' : '')
      const isPage = /\.mdx?$/.test(page.file) || /\bexport\s+default\b|\bas\s+default\b/.test(host.text(page.file) ?? '')
      if (!isPage) return page.isError ? [] : [{ path, kind: 'api', certainty: 'exact', file: page.file }]
      return [{
        path, kind: 'page', certainty: page.isError ? 'likely' : 'exact', file: page.file,
        shell: [...shell, ...(page.isAlone ? [] : layoutsAround(layouts, page.directory, directory, page.layout)).map((file) => ({ file }))],
      }]
    }).filter((route, index, all) => all.findIndex((other) => other.path === route.path) === index),
    injections: [...plugins, ...entries].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
  }]
}

/** From the page's directory upwards: a named layout once, then those without a name. */
function layoutsAround(layouts: readonly Layout[], from: string, top: string, wanted: string): string[] {
  const found: string[] = []
  let name = wanted
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const layout = layouts.find((each) => each.directory === at && each.name === name)
    if (layout) {
      found.unshift(layout.file)
      name = ''
      if (layout.isTop) break
    }
    if (at === top || !at.includes('/')) break
  }
  return found
}

function moduleAt(host: FrameworkHost, path: string): string | null {
  return EXTENSIONS.map((extension) => `${path}.${extension}`).find((candidate) => host.has(candidate)) ?? null
}
