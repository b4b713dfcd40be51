/**
 * Razor Pages and Blazor components: files that begin with `@page`.
 * https://learn.microsoft.com/aspnet/core/razor-pages/razor-pages-conventions
 */
import { baseNameOf, directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { csharpFiles, withCodeEdges } from '../reading/classes/code-edges.js'
import { routePath, stem } from '../paths.js'
import { blazorApplication } from './blazor.js'
import { scriptEdges } from './bundles.js'
import { createFileFinder, directoryAbove, dotnetProjects } from './projects.js'
import { guardsOf, pageRules } from './razor-guards.js'
import { createLayouts, viewComponentEdges } from './razor-views.js'
import { routeTemplate } from './route-template.js'

const EXTENSIONS = new Set(['cshtml', 'vbhtml', 'razor'])
const FOLDERS = new Set(['pages', 'views', 'areas', 'components', 'shared'])

export const razorPages: Framework = {
  name: 'razor-pages',
  docs: 'https://learn.microsoft.com/aspnet/core/razor-pages/',
  applications(host) {
    const found = dotnetProjects(host, EXTENSIONS, (path) => directoryAbove(path, FOLDERS)).flatMap(({ root, files }) => {
      const both = [pagesApplication(host, root, files.filter((path) => /html$/i.test(path))), blazorApplication(host, root, files)]
      return both.filter((application) => application !== null)
    })
    return withCodeEdges(host, found, csharpFiles(host))
  },
}

/** `@page`, with the template after it; an import and white space may come first. */
const PAGE = /^@page\b(?:[ \t]+"([^"\n]*)")?/m

function pagesApplication(host: FrameworkHost, root: string, files: readonly string[]): Application | null {
  const pages = files.flatMap((file) => {
    const text = baseNameOf(file).startsWith('_') ? '' : host.text(file) ?? ''
    const match = PAGE.exec(text.replace(/@\*[\s\S]*?(?:\*@|$)/g, ''))
    return match ? [{ file, template: match[1] ?? null }] : []
  })
  if (pages.length === 0) return null
  const finder = createFileFinder(host, root)
  const layouts = createLayouts(host, root, finder)
  const conventions = pageConventions(host, root)
  const rules = pageRules(host, root)
  const routes = pages.flatMap(({ file, template }): RouteDeclaration[] => {
    const own = ownPath(root, file)
    const given = conventions.filter(({ page }) => page.toLowerCase() === own.toLowerCase())
    const paths = [pagePath(own, template), ...given.map(({ path }) => routeTemplate(path))]
    const guards = guardsOf(host, own, file, rules)
    return [...new Set(paths)].map((path) => ({
      path, kind: 'page', certainty: 'exact', file, leaves: [{ file }], shell: layouts(file), ...guards.length === 0 ? {} : { guards },
    }))
  })
  const folders = new Set(pages.flatMap(({ file }) => /^(?:.*\/)?Pages\//i.exec(file)?.[0] ?? []))
  const owns = files.filter((file) => [...folders].some((folder) => file.startsWith(folder)))
  const edges = [...viewComponentEdges(host, files), ...scriptEdges(host, finder, root, files),
    ...pages.flatMap(({ file }) => modelEdge(host, file))]
  return { framework: 'razor-pages', root, routes, owns, edges }
}

/** The model of a page, which answers its requests. https://learn.microsoft.com/aspnet/core/razor-pages */
function modelEdge(host: FrameworkHost, file: string): ReachEdge[] {
  if (!host.has(`${file}.cs`)) return []
  const to = { file: `${file}.cs`, unit: null }
  return [{ from: { file, unit: null }, offset: null, kind: 'include', certainty: 'exact', to }]
}

/** `Pages/Account/Login.cshtml` → `/Account/Login`; `Areas/Admin/Pages/Users.cshtml` → `/Admin/Users`. */
function ownPath(root: string, file: string): string {
  const path = root === '' ? file : file.slice(root.length + 1)
  const area = /(?:^|\/)Areas\/([^/]+)\/Pages\/(.*)$/i.exec(path)
  const inside = area ? `${area[1]}/${area[2]}` : path.replace(/^(?:.*?\/)?Pages\//i, '')
  return routePath(directoryOf(inside), stem(inside))
}

function pagePath(own: string, template: string | null): string {
  const base = own.replace(/(^|\/)index$/i, '')
  if (template === null || template === '') return routePath(base)
  // A template that begins with a slash stands alone, another goes on from the page's own path.
  return /^[~/]/.test(template) ? routeTemplate(template) : routePath(base, routeTemplate(template))
}

const CONVENTION = /\.AddPageRoute\(\s*"([^"\n]+)"\s*,\s*"([^"\n]*)"\s*\)|\.AddAreaPageRoute\(\s*"([^"\n]+)"\s*,\s*"([^"\n]+)"\s*,\s*"([^"\n]*)"\s*\)/g

/** More addresses of pages that the program gives them with literals. */
function pageConventions(host: FrameworkHost, root: string): { page: string; path: string }[] {
  return host.under(root).filter((path) => /\.(?:cs|vb)$/i.test(path) && /\.Add(?:Area)?PageRoute\(/.test(host.text(path) ?? ''))
    .flatMap((path) => [...(host.text(path) ?? '').matchAll(CONVENTION)].map((match) => (match[3] === undefined
      ? { page: match[1] as string, path: match[2] as string }
      : { page: `/${match[3]}${match[4] as string}`, path: match[5] as string })))
}
