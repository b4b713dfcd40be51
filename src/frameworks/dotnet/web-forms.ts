/**
 * Pages that the server runs by their path: Web Forms (`.aspx`) and classic ASP (`.asp`).
 * https://learn.microsoft.com/previous-versions/aspnet/ms178472(v=vs.100)
 */
import { ancestors, baseNameOf, directoryOf } from '../../paths.js'
import type { Certainty, ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { scriptEdges } from './bundles.js'
import { createFileFinder, dotnetProjects, type FileFinder } from './projects.js'
import { routeTemplate } from './route-template.js'
import { rewriteRules } from './rewrite-rules.js'

const EXTENSIONS = new Set(['aspx', 'ascx', 'master', 'asp', 'asmx', 'ashx'])
const DOCUMENT_ROOT = /^(?:.*\/)?(?:wwwroot|htdocs|public_html|www|inetpub)(?=\/)/i

export const webForms: Framework = {
  name: 'web-forms',
  docs: 'https://learn.microsoft.com/aspnet/web-forms/',
  applications(host, claimed) {
    const configured = new Set([...host.named('web.config'), ...host.named('Web.config'), ...host.named('Web.Config')].map(directoryOf))
    const rootWithout = (path: string): string => topmost(configured, path) ?? DOCUMENT_ROOT.exec(path)?.[0] ?? ''
    return dotnetProjects(host, EXTENSIONS, rootWithout).flatMap(({ root, files }) =>
      application(host, root, files.filter((file) => !claimed.has(file))))
  },
}

function topmost(directories: ReadonlySet<string>, path: string): string | null {
  let found: string | null = null
  for (const directory of ancestors(directoryOf(path))) if (directories.has(directory)) found = directory
  return found
}

const DIRECTIVE = /<%@\s*(?:Page|Master|Control)\b([^%<]{0,2000})%>/i
const MASTER = /\bMasterPageFile\s*=\s*"([^"\n]*)"/i

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const included = includedFiles(host, root, files)
  const pages = files.filter((path) => (/\.aspx$/i.test(path) || (/\.asp$/i.test(path) && !included.has(path))) && !isPart(path))
  const services = files.filter((path) => /\.(asmx|ashx)$/i.test(path))
  if (pages.length + services.length === 0) return []
  const finder = createFileFinder(host, root)
  const isFriendly = host.under(root).some((path) => /\.(cs|vb)$/i.test(path) && /\.EnableFriendlyUrls\(/.test(host.text(path) ?? ''))
  const configuration = host.text(finder.find('web.config') ?? '') ?? ''
  const masters = files.filter((path) => /\.master$/i.test(path))
  const mastersOf = masterFinder(host, finder, masters, configuration)
  const page = (path: string, file: string): RouteDeclaration => ({ path, kind: 'page', certainty: 'exact', file })
  const routes = pages.map((file) => page(addressOf(root, file, isFriendly), file))
  const routed = [...pageRoutes(host, root), ...rewriteRules(configuration)].flatMap(({ path, target }) => {
    const file = finder.find(target)
    return file === null || !pages.includes(file) ? [] : [page(path, file)]
  })
  const known = new Set(routes.map(({ path }) => path))
  return [{
    framework: 'web-forms',
    root,
    routes: [
      ...routes,
      ...routed.filter(({ path }) => !known.has(path) && known.add(path)),
      ...services.map((file): RouteDeclaration => (
        { path: routePath(below(root, file)), kind: 'api', certainty: 'exact', file })),
    ],
    owns: [...files],
    edges: [
      ...pages.flatMap(mastersOf),
      ...codeEdges(finder, root, files),
      ...controlEdges(host, finder, configuration, files),
      ...scriptEdges(host, finder, root, [...files, ...codeFiles(finder, root, files)]),
    ],
  }]
}

function below(root: string, path: string): string {
  return root === '' ? path : path.slice(root.length + 1)
}

function addressOf(root: string, file: string, isFriendly: boolean): string {
  const path = below(root, file).replace(/(^|\/)(default|index)\.aspx?$/i, '$1')
  return routePath(isFriendly ? path.replace(/\.aspx$/i, '') : path)
}

function isPart(path: string): boolean {
  return /(^|\/)(App_\w+|_?includes?|inc)\//i.test(path) || /\.(mobile|designer)\.aspx$/i.test(path)
}

const INCLUDE = /<!--\s*#include\s+(file|virtual)\s*=\s*["']([^"'\n]+)["']/gi

/** Files of classic ASP that other files include, and so are no pages. */
function includedFiles(host: FrameworkHost, root: string, files: readonly string[]): ReadonlySet<string> {
  const finder = createFileFinder(host, root)
  const included = new Set<string>()
  for (const file of host.under(root)) {
    if (!/\.(asp|inc|aspx|ascx|master)$/i.test(file)) continue
    for (const [, kind, target] of (host.text(file) ?? '').matchAll(INCLUDE)) {
      const written = (target as string).replace(/\\/g, '/')
      const directory = (kind as string).toLowerCase() === 'virtual' || written.startsWith('/') ? '' : directoryOf(below(root, file))
      const found = finder.find(normal(join(directory, written.replace(/^\/+/, ''))))
      if (found !== null && found !== file && files.includes(found)) included.add(found)
    }
  }
  return included
}

function normal(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

const SETS_MASTER = /\bMasterPageFile\s*=(?!=)\s*([^;\r\n]+)/

/** Masters that no line of the page itself names: from the configuration, and from its code. */
function masterFinder(
  host: FrameworkHost, finder: FileFinder, masters: readonly string[], configuration: string,
): (page: string) => ReachEdge[] {
  const everywhere = /<pages\b[^<>]*\bmasterPageFile\s*=\s*"([^"\n]+)"/i.exec(configuration)?.[1]
  const named = (name: string): string[] => [finder.find(name.replace(/^~?\/+/, ''))].filter((path) => path !== null)
  return (page) => {
    const extending = (files: readonly string[], certainty: Certainty): ReachEdge[] => files.map((file) => (
      { from: { file: page, unit: null }, offset: null, kind: 'extends', certainty, to: { file, unit: null } }))
    const text = host.text(page) ?? ''
    const code = [`${page}.cs`, `${page}.vb`].map((path) => host.text(path) ?? '').join('\n')
    const set = SETS_MASTER.exec(code)?.[1]
    if (set !== undefined) {
      const literals = [...set.matchAll(/"([^"\n]+\.master)"/gi)].flatMap((match) => named(match[1] as string))
      const isOnly = /^\s*"[^"]*"\s*$/.test(set)
      return literals.length > 0 ? extending(literals, isOnly ? 'exact' : 'likely') : extending(masters, 'possible')
    }
    const directive = DIRECTIVE.exec(text)?.[1] ?? ''
    if (everywhere === undefined || MASTER.test(directive) || /<html[\s>]/i.test(text)) return []
    return extending(named(everywhere), 'exact')
  }
}

/** Pages, masters and controls run the code that stands behind them. */
function codeEdges(finder: FileFinder, root: string, files: readonly string[]): ReachEdge[] {
  return files.flatMap((file) => codeFiles(finder, root, [file]).map((code): ReachEdge => (
    { from: { file, unit: null }, offset: null, kind: 'include', certainty: 'exact', to: { file: code, unit: null } })))
}

function codeFiles(finder: FileFinder, root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => ['cs', 'vb'].map((extension) => finder.find(below(root, `${file}.${extension}`))))
    .filter((code) => code !== null)
}

const CONTROL = /<add\b([^<>]{0,500}\btagPrefix\s*=[^<>]{0,500})>/gi

/**
 * Controls that the configuration registers for all pages.
 * https://learn.microsoft.com/previous-versions/dotnet/netframework-4.0/ms164640(v=vs.100)
 */
function controlEdges(
  host: FrameworkHost, finder: FileFinder, configuration: string, files: readonly string[],
): ReachEdge[] {
  const controls = [...configuration.matchAll(CONTROL)].flatMap(([, attributes = '']) => {
    const value = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`, 'i').exec(attributes)?.[1]
    const [prefix, name, source] = [value('tagPrefix'), value('tagName'), value('src')]
    const file = source === undefined ? null : finder.find(source.replace(/^~?\/+/, ''))
    return prefix === undefined || name === undefined || file === null ? [] : [{ tag: `<${prefix}:${name}`.toLowerCase(), file }]
  })
  if (controls.length === 0) return []
  return files.flatMap((path) => {
    const text = (host.text(path) ?? '').toLowerCase()
    return controls.flatMap(({ tag, file }): ReachEdge[] => {
      const at = text.indexOf(tag)
      if (at < 0 || /[\w:-]/.test(text[at + tag.length] ?? '')) return []
      return [{ from: { file: path, unit: null }, offset: at, kind: 'include', certainty: 'exact', to: { file, unit: null } }]
    })
  })
}

const PAGE_ROUTE = /\.MapPageRoute\(\s*"[^"\n]*"\s*,\s*"([^"\n]*)"\s*,\s*"~?\/?([^"\n]+)"/g

/**
 * Addresses that the program gives to pages with literals.
 * https://learn.microsoft.com/dotnet/api/system.web.routing.routecollection.mappageroute
 */
function pageRoutes(host: FrameworkHost, root: string): { path: string; target: string }[] {
  return host.under(root).filter((path) => /\.(cs|vb|asax)$/i.test(baseNameOf(path)))
    .flatMap((path) => {
      const text = host.text(path) ?? ''
      if (!text.includes('MapPageRoute')) return []
      return [...text.matchAll(PAGE_ROUTE)].map(([, path = '', target = '']) => ({ path: routeTemplate(path), target }))
    })
}
