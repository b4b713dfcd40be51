/**
 * JSPs that a servlet container serves by their path, servlets, and Struts.
 * https://jakarta.ee/specifications/pages/3.1/
 */
import { directoryOf, joinPath } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath, stem } from '../paths.js'
import { strutsRoutes } from './struts.js'
import { readTiles, type Tiles } from './tiles.js'
import { isProtected, patternPath, servedFile, webRootOf, webRoots } from './web-root.js'
import { aroundJsp, decorators, readDescriptor, type Descriptor } from './web-xml.js'

export const servlets: Framework = {
  name: 'servlets',
  docs: 'https://jakarta.ee/specifications/servlet/6.1/',
  applications(host, claimed) {
    const pages = host.under('').filter((path) => /\.jspx?$/i.test(path) && host.isProduct(path))
    if (pages.length === 0 && host.named('web.xml').length === 0) return []
    const roots = webRoots(host)
    const loose = pages.filter((path) => webRootOf(path) === null)
    return [
      ...roots.map((root) => application(host, root, pages.filter((path) => webRootOf(path) === root), claimed)),
      ...(loose.length > 0 ? [application(host, commonRoot(loose), loose, claimed)] : []),
    ].filter((found) => found.routes.length > 0)
  },
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
  const routes = [
    ...byPath,
    ...welcomeRoutes(host, root, descriptor, byPath),
    ...servletRoutes(host, root, descriptor, sources, shell),
    ...strutsRoutes(host, root, files, tiles),
  ]
  return {
    framework: 'servlets',
    root,
    routes,
    injections: decorators(host, root, files),
    edges: tilesEdges(host, pages, tiles),
    owns: pages.filter((file) => !isProtected(file)),
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

const ANNOTATION = /@WebServlet\s*\(([^()]{0,1000})\)/
const FORWARDS = /\bgetRequestDispatcher\(\s*"([^"\n]+)"/g

/** Servlets, with the JSPs they forward to. */
function servletRoutes(
  host: FrameworkHost, root: string, descriptor: Descriptor | null, sources: readonly string[],
  shell: (view: string) => { file: string }[],
): RouteDeclaration[] {
  const classes = sources.filter((path) => /\.(java|kt)$/.test(path) && /\.WebServlet\b|\.HttpServlet\b/.test(host.text(path) ?? ''))
  const declare = (path: string, file: string, views: readonly string[]): RouteDeclaration => {
    const leaves = [...new Set([file, ...views])].map((leaf) => ({ file: leaf }))
    // A servlet may write markup itself.
    if (views.length > 0 || /text\/html/.test(host.text(file) ?? '')) {
      return { path, kind: 'page', certainty: 'exact', file, leaves, shell: views.flatMap(shell) }
    }
    return { path, kind: 'api', certainty: 'likely', file }
  }
  const viewsOf = (file: string): string[] => [...new Set([...(host.text(file) ?? '').matchAll(FORWARDS)]
    .map((match) => servedFile(host, root, match[1] as string)).filter((view) => view !== null))]
  const annotated = classes.flatMap((file) => {
    const values = ANNOTATION.exec(host.text(file) ?? '')?.[1] ?? ''
    const patterns = values.replace(/\b(?!urlPatterns|value)\w+\s*=\s*(?:"[^"]*"|\{[^{}]*\}|[\w.]+)/g, '')
    return [...patterns.matchAll(/"([^"\n]+)"/g)].map((match) => patternPath(match[1] as string)).filter((path) => path !== null)
      .map((path) => declare(path, file, viewsOf(file)))
  })
  const described = (descriptor?.servlets ?? []).flatMap(({ path, view, className }) => {
    if (view !== null) return [declare(path, view, [view])]
    const file = classes.find((candidate) => stem(candidate) === className?.split('.').at(-1))
    return file === undefined ? [] : [declare(path, file, viewsOf(file))]
  })
  return [...described, ...annotated]
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
