/**
 * JSPs that a servlet container serves by their path, servlets, and Struts.
 * https://jakarta.ee/specifications/pages/3.1/
 */
import { directoryOf, joinPath } from '../../../paths.js'
import type { ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { join, routePath } from '../../paths.js'
import { scriptEdges } from '../script-tags.js'
import { servletRoutes } from './servlet-classes.js'
import { strutsRoutes } from './struts.js'
import { readTiles, type Tiles } from './tiles.js'
import { isBuilt, isProtected, servedFile, webRootOf, webRoots } from './web-root.js'
import { aroundJsp, decorators, readDescriptor, type Descriptor } from './web-xml.js'

export const servlets: Framework = {
  name: 'servlets',
  docs: 'https://jakarta.ee/specifications/servlet/6.1/',
  applications(host, claimed) {
    const pages = host.under('').filter((path) => /\.jspx?$/i.test(path) && !isBuilt(path) && host.isProduct(path))
    if (pages.length === 0 && host.named('web.xml').length === 0) return []
    const roots = webRoots(host)
    const loose = new Map<string, string[]>()
    for (const path of pages) {
      if (webRootOf(path) !== null) continue
      const root = /^(?:.*\/)?(?:web|www|htdocs|public_html)(?=\/)/i.exec(path)?.[0] ?? ''
      loose.set(root, [...loose.get(root) ?? [], path])
    }
    return [
      ...roots.map((root) => application(host, root, pages.filter((path) => webRootOf(path) === root), claimed)),
      ...[...loose].map(([root, files]) => application(host, root === '' ? commonRoot(files) : root, files, claimed)),
    ].filter((found) => found.routes.length > 0)
  },
}

/** Protected pages that nothing shows by name, on what shows pages that cannot be read. */
function withOrphans(
  answered: readonly (RouteDeclaration & { isOpen?: boolean })[], pages: readonly string[], included: ReadonlySet<string>,
): RouteDeclaration[] {
  const shown = new Set(answered.flatMap(({ leaves = [], shell = [] }) => [...leaves, ...shell].map(({ file }) => file)))
  const orphans = pages.filter((file) => isProtected(file) && !shown.has(file) && !included.has(file) && !PART.test(file))
  return answered.map(({ isOpen, ...route }) => (isOpen !== true || orphans.length === 0 ? route
    : { ...route, kind: 'page', leaves: [...route.leaves ?? [{ file: route.file }], ...orphans.map((file) => ({ file, certainty: 'possible' as const }))] }))
}

/** The directory all files share. */
function commonRoot(files: readonly string[]): string {
  let shared = directoryOf(files[0] as string)
  for (const file of files) while (shared !== '' && !file.startsWith(`${shared}/`)) shared = directoryOf(shared)
  return shared
}

/** Files that may be descriptors; those of tests and build results are none. */
export function descriptorsIn(files: readonly string[]): string[] {
  return files.filter((path) => /\.xml$/i.test(path) && !/(^|\/)(target|build|bin|test)\//.test(path))
}

/** The directory of the module: where its Java and its resources are. */
export function moduleOf(root: string): string {
  return root.replace(/\/?(?:src\/main\/(?:webapp|resources\/META-INF\/resources)|src\/main|web-app|WebContent|WebRoot|webapp|WebApp|web)$/, '')
}

function application(
  host: FrameworkHost, root: string, pages: readonly string[], claimed: ReadonlySet<string>,
): Application {
  const descriptor = readDescriptor(host, root)
  const module = host.under(moduleOf(root))
  const sources = module.filter((path) => host.isProduct(path))
  const files = descriptorsIn(module)
  const tiles = readTiles(host, root, files)
  const below = (path: string): string => (root === '' ? path : path.slice(root.length + 1))
  const shell = (view: string): { file: string }[] => aroundJsp(descriptor, below(view)).map((file) => ({ file }))
  const included = includedPages(host, root, pages)
  const isPage = (file: string): boolean => !isProtected(file) && !included.has(file) && !PART.test(below(file))
  const byPath = pages.filter((file) => isPage(file) && !claimed.has(file))
    .map((file): RouteDeclaration => ({
      path: routePath(below(file).replace(/(^|\/)index\.jspx?$/i, '$1')),
      kind: 'page', certainty: 'exact', file, leaves: [{ file }], shell: shell(file),
    }))
  const answered = [...servletRoutes(host, root, descriptor, sources, shell), ...strutsRoutes(host, root, files, sources, tiles)]
  const routes = [...byPath, ...welcomeRoutes(host, root, descriptor, byPath), ...withOrphans(answered, pages, included)]
  const parts = [...pages, ...host.under(root).filter((path) => /\.(?:tagx?|jspf)$/i.test(path) && !isBuilt(path))]
  const isRead = answered.some(({ leaves = [] }) => leaves.some(({ file }) => isProtected(file)))
  return {
    framework: 'servlets',
    root,
    routes,
    injections: decorators(host, root, [...files, ...sources]),
    edges: [...tilesEdges(host, pages, tiles), ...scriptEdges(host, parts, (url) => servedFile(host, root, url))],
    // Protected pages are ours when what shows them could be read.
    owns: pages.filter((file) => isRead || !isProtected(file)),
  }
}

const PART = /(^|\/)(includes?|_?inc|fragments?|partials?|common|layouts?|templates?|tags|jspf|tiles|decorators|errors?)\/|(^|\/)(_[^/]*|header|footer|head|top|bottom|nav|navbar|sidebar|menu|taglibs?)\.jspx?$/i
const INCLUDE = /<%@\s*include\s+file\s*=\s*["']([^"'\n<>]+)["']|<jsp:(?:directive\.)?include\s+(?:page|file)\s*=\s*["']([^"'\n<>]+)["']|<c:import\s[^<>]{0,200}?\burl\s*=\s*["']([^"'\n<>]+)["']/g

/** JSPs that others include, and so are no pages. */
function includedPages(host: FrameworkHost, root: string, pages: readonly string[]): ReadonlySet<string> {
  const included = new Set<string>()
  for (const from of pages) {
    for (const match of (host.text(from) ?? '').matchAll(INCLUDE)) {
      const target = (match[1] ?? match[2] ?? match[3]) as string
      const file = target.startsWith('/') ? join(root, target.slice(1)) : joinPath(directoryOf(from), target)
      if (file !== null && file !== from) included.add(file)
    }
  }
  return included
}

function welcomeRoutes(
  host: FrameworkHost, root: string, descriptor: Descriptor | null, pages: readonly RouteDeclaration[],
): RouteDeclaration[] {
  if (pages.some(({ path }) => path === '/')) return []
  for (const name of descriptor?.welcome ?? []) {
    const file = servedFile(host, root, name)
    const page = pages.find((route) => route.file === file)
    if (page) return [{ ...page, path: '/' }]
  }
  return []
}

const INSERTS = /<tiles:(?:insertDefinition|insert)\s[^<>]{0,300}?\b(?:name|definition)\s*=\s*["']([^"'\n<>]+)["']/g

/** From JSPs to the files of the definitions they insert. */
function tilesEdges(host: FrameworkHost, pages: readonly string[], tiles: Tiles): ReachEdge[] {
  return pages.flatMap((file) => [...(host.text(file) ?? '').matchAll(INSERTS)].flatMap((match) => {
    const made = tiles.page(match[1] as string)
    return [...(made?.shell ?? []), ...(made?.leaves ?? [])].map((to): ReachEdge => ({
      from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'exact', to: { file: to, unit: null },
    }))
  }))
}
