/**
 * TanStack Router and Start: routes by file names and by code.
 * https://tanstack.com/router/latest/docs/framework/react/routing/file-naming-conventions
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration, RoutePlace } from '../framework.js'
import { directoriesWith, extensionOf, isTestModule, join, routePath } from '../paths.js'
import { ScriptReader } from '../reading/script-values.js'
import { clientDocuments, type ClientDocument } from '../bundlers/single-page.js'
import { codeRoutes, tanstackSegment } from './tanstack-code.js'

const PACKAGES = [
  '@tanstack/react-router', '@tanstack/solid-router', '@tanstack/vue-router', '@tanstack/react-start', '@tanstack/start',
]
const SCRIPTS = new Set(['tsx', 'jsx', 'ts', 'js'])
const CONFIGS = [
  'tsr.config.json', 'vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs', 'app.config.ts', 'rsbuild.config.ts',
]
const DIRECTORIES = ['src/routes', 'app/routes', 'routes']
/** Parts of a route that stand in a file of their own. */
const PART = /\.(lazy|component|loader|errorComponent|pendingComponent|notFoundComponent)$/
const FILE_ROUTE = /\bcreate(?:Lazy)?FileRoute\(\s*["']([^"']*)["']/

export const tanstackRouter: Framework = {
  name: 'tanstack-router',
  docs: 'https://tanstack.com/router/latest/docs/framework/react/routing/file-naming-conventions',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => PACKAGES.some((name) => host.dependencies(root).has(name)))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const directory = routesDirectory(host, root)
  const scripts = host.under(root).filter((path) => SCRIPTS.has(extensionOf(path))
    && (path.startsWith(`${directory}/`) ? !isTestModule(path) : host.isProduct(path)))
  const { routes, shell } = fileRoutes(host, scripts, directory)
  const generated = scripts.filter((path) => /(^|[./])routeTree\.gen\.\w+$/.test(path)).map((file) => wholeTable(host, file))
  const makers = scripts.filter((path) => /\bcreateRoute\(|\bnew Route\(/.test(host.text(path) ?? ''))
  const code = codeRoutes(new ScriptReader(host), makers)
  if (routes.length + code.length === 0) return []
  const document = clientDocuments(host, root)[0] as ClientDocument
  const around = [...document.shell, ...shell]
  return [{
    framework: 'tanstack-router', root,
    routes: [
      ...routes.map((route) => (route.kind === 'api' ? route : { ...route, shell: [...around, ...route.shell ?? []] })),
      ...code.map((route) => ({ ...route, shell: document.shell })),
    ],
    injections: document.injections, edges: document.edges, tables: generated, singlePage: true,
  }]
}

/** The generated tree after its imports: it names all routes and shows none. */
function wholeTable(host: FrameworkHost, file: string): RoutePlace {
  const facts = host.facts(file)
  const imports = facts.scripts.flatMap((script) => script.imports.filter(({ kind }) => kind === 'import').map(({ end }) => end))
  return { file, start: Math.max(0, ...imports), end: (host.text(file) ?? '').length }
}

function routesDirectory(host: FrameworkHost, root: string): string {
  for (const name of CONFIGS) {
    const text = host.text(join(root, name)) ?? ''
    const written = /\broutesDirectory["']?\s*:\s*["']([^"']+)["']/.exec(text)?.[1]
    if (written !== undefined) return join(root, written.replace(/^\.?\/|\/$/g, ''))
  }
  return DIRECTORIES.map((name) => join(root, name)).find((path) => host.under(path).length > 0) ?? join(root, 'src/routes')
}

interface FileRoute {
  files: string[]
  segments: string[]
  isIndex: boolean
}

function fileRoutes(
  host: FrameworkHost, scripts: readonly string[], directory: string,
): { routes: RouteDeclaration[]; shell: { file: string }[] } {
  const found = new Map<string, FileRoute>()
  const shell: { file: string }[] = []
  for (const file of scripts) {
    const text = host.text(file) ?? ''
    const isInside = file.startsWith(`${directory}/`)
    // Routes that a virtual tree puts elsewhere still say their id.
    const written = isInside ? undefined : FILE_ROUTE.exec(text)?.[1]
    if (!isInside && written === undefined) continue
    const name = written ?? file.slice(directory.length + 1).replace(/\.\w+$/, '').replace(PART, '')
    if (name === '__root') {
      shell.push({ file })
      continue
    }
    const segments = segmentsOf(name)
    if (segments.some((segment) => segment.startsWith('-')) || !/Route\b/.test(text)) continue
    const isIndex = written === undefined ? segments.at(-1) === 'index' : written.endsWith('/')
    if (segments.at(-1) === 'index' || segments.at(-1) === 'route') segments.pop()
    const key = `${segments.join('/')}${isIndex ? '/' : ''}`
    const known = found.get(key)
    if (known) known.files.push(file)
    else found.set(key, { files: [file], segments, isIndex })
  }
  const all = [...found.values()]
  const indexes = new Set(all.flatMap(({ isIndex, segments }) => (isIndex ? [urlOf(segments)] : [])))
  const routes = all.flatMap((route): RouteDeclaration[] => {
    const { segments, files, isIndex } = route
    const path = urlOf(segments)
    if (!isIndex && (indexes.has(path) || addsNothing(segments.at(-1) ?? ''))) return []
    const around = all.filter((other) => other !== route && !other.isIndex && isPrefix(other.segments, route))
    const [file = ''] = files
    const isApi = files.every((each) => isServerRoute(host.text(each) ?? ''))
    return [{
      path: routePath(path), kind: isApi ? 'api' : 'page', certainty: 'exact', file, leaves: files.map((each) => ({ file: each })),
      shell: isApi ? [] : around.flatMap((other) => other.files.map((each) => ({ file: each }))),
    }]
  })
  return { routes, shell }
}

/** https://tanstack.com/start/latest/docs/framework/react/guide/server-routes */
function isServerRoute(text: string): boolean {
  return /\bcreate(?:API|Server)(?:File)?Route\b|\bserver\s*:\s*\{/.test(text) && !/\bcomponent\b/.test(text)
}

function isPrefix(outer: readonly string[], { segments, isIndex }: FileRoute): boolean {
  const isShorter = outer.length < segments.length || (isIndex && outer.length === segments.length)
  return outer.length > 0 && isShorter && outer.every((segment, index) => segment === segments[index])
}

/** `posts.$id.edit` and `posts/$id/edit` are the same; what stands in brackets is taken as it is. */
function segmentsOf(name: string): string[] {
  const segments: string[] = ['']
  let isEscaped = false
  for (const character of name) {
    if (character === '[' || character === ']') isEscaped = character === '['
    else if (!isEscaped && (character === '.' || character === '/')) segments.push('')
    else segments[segments.length - 1] += character
  }
  return segments.filter((segment) => segment !== '')
}

function addsNothing(segment: string): boolean {
  return segment.startsWith('_') || /^\(.*\)$/.test(segment)
}

function urlOf(segments: readonly string[]): string {
  return segments.filter((segment) => !addsNothing(segment)).map((segment) => tanstackSegment(segment.replace(/_$/, ''))).join('/')
}
