/**
 * HTML files that a web server gives out as they stand, and the one page of a client-rendered application.
 * https://developer.mozilla.org/docs/Learn_web_development/Howto/Web_mechanics/What_is_a_web_server
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath } from '../paths.js'
import type { Certainty } from '../../types.js'
import { fragmentEdges } from './fragments.js'
import { WebRoots } from './web-roots.js'

/** Templates of other engines and files of code, not pages. */
const NO_PAGES = /(^|\/)(templates?|views?|layouts?|partials?|includes?|_includes|_layouts|components?|snippets|emails?|mail|node_modules|vendor|archetypes|themes|storybook-static|coverage|_partials|fragments)\//i
const TEMPLATE_SIGNS = /\{%|\{\{|<%|<\?php|<\?=|\*ngIf|\bth:|data-sly-|\$\{/
const FRAGMENT = /\.(component|template|partial|include)\.html?$/i
/** Frameworks that show pages and give out files of certain folders alone. */
const GIVES_FOLDERS = /^(?:next-\w+|nuxt|remix|sveltekit|astro|gatsby|angular|solid-start|qwik-city|rails|laravel|django|flask|phoenix)$/
const GIVEN = /(^|\/)(?:public|static|assets|www|dist|build|out|wwwroot|_site)\//
/** What a browser saves beside a page: frames of it, and no pages of their own. */
const SAVED_PARTS = /(^|\/)[^/]+_files\//

export const staticSite: Framework = {
  name: 'static',
  docs: 'https://developer.mozilla.org/docs/Learn_web_development/Getting_started/Web_standards/How_the_web_works',
  applications(host, claimed, earlier) {
    const files = host.under('').filter((path) => /\.(x?html?|shtml)$/i.test(path) && !claimed.has(path) && host.isProduct(path))
    const pages = files.filter((path) => !FRAGMENT.test(path) && !SAVED_PARTS.test(path) && isPage(path, host.text(path) ?? ''))
    if (pages.length === 0) return []
    const roots = new WebRoots(pages, claimed.size === 0, (folder) => pages.some((path) =>
      ['"', "'"].some((quote) => (host.text(path) ?? '').includes(`=${quote}/${folder}/`))))
    const around = earlier.filter(({ framework, routes }) => GIVES_FOLDERS.test(framework) && routes.some(({ kind }) => kind === 'page'))
    const routes = pages.map((path) => page(host, path, roots, isElsewhere(path, around) ? 'possible' : 'exact'))
    return [{ framework: 'static', root: '', routes, edges: fragmentEdges(host, files, new Set(pages), roots) }]
  },
}

/** A whole document. What is only a piece is brought in by something else. */
function isPage(path: string, text: string): boolean {
  const isDocument = /<!doctype html|<html[\s>]|<body[\s>]/i.test(text)
  if (!isDocument || isGuard(path, text)) return false
  // A document full of template expressions belongs to the template engine that fills it in.
  return !NO_PAGES.test(path) || !TEMPLATE_SIGNS.test(text)
}

/** What stands in a folder only so that the server does not list it, as CodeIgniter and others put one in each. */
function isGuard(path: string, text: string): boolean {
  return text.length < 600 && /(^|\/)index\.html?$/i.test(path) && /forbidden|access denied|not allowed|silence is golden/i.test(text)
    && !/<(?:script|img|form|iframe|meta)\b/i.test(text)
}

/** A page beside the folders that an application gives out may be one of another site, or of none. */
function isElsewhere(path: string, around: readonly Application[]): boolean {
  if (GIVEN.test(path)) return false
  return around.some(({ root }) => root === '' || path.startsWith(`${root}/`))
}

function page(host: FrameworkHost, file: string, roots: WebRoots, certainty: Certainty): RouteDeclaration {
  const root = roots.of(file)
  const relative = root === '' ? file : file.slice(root.length + 1)
  const clean = relative.replace(/(^|\/)(index|default)\.(x?html?|shtml)$/i, '$1')
  const path = routePath(clean)
  const isShell = path === '/' && /<script[^>]+type\s*=\s*["']?module|id\s*=\s*["'](root|app|__next|__nuxt|svelte)["']|<app-root/i.test(host.text(file) ?? '')
  return { path, kind: isShell ? 'page' : 'static', certainty, file }
}
