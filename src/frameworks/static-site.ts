/**
 * HTML files that a web server gives out as they stand, and the one page of a client-rendered application.
 * https://developer.mozilla.org/docs/Learn_web_development/Howto/Web_mechanics/What_is_a_web_server
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from './framework.js'
import { routePath } from './paths.js'

/** Directories whose content is the site's root, nearest to the file wins. */
const WEB_ROOTS = ['public', 'static', 'www', 'htdocs', 'public_html', 'wwwroot', 'web', 'html', 'site', '_site', 'dist', 'build', 'webroot', 'client', 'frontend', 'src', 'app', 'docroot', 'webapp', 'web-app', 'webcontent']
/** Templates of other engines and files of code, not pages. */
const NO_PAGES = /(^|\/)(templates?|views?|layouts?|partials?|includes?|_includes|_layouts|components?|snippets|emails?|mail|node_modules|vendor|archetypes|themes|storybook-static|coverage|_partials|fragments)\//i
const TEMPLATE_SIGNS = /\{%|\{\{|<%|<\?php|<\?=|\*ngIf|\bth:|data-sly-|\$\{/
const FRAGMENT = /\.(component|template|partial|include)\.html?$/i

export const staticSite: Framework = {
  name: 'static',
  docs: 'https://developer.mozilla.org/docs/Learn_web_development/Getting_started/Web_standards/How_the_web_works',
  applications(host, claimed) {
    const routes: RouteDeclaration[] = []
    for (const path of host.under('')) {
      if (!/\.(x?html?|shtml)$/i.test(path) || claimed.has(path) || FRAGMENT.test(path) || !host.isProduct(path)) continue
      const text = host.text(path)
      if (text === undefined || !isPage(path, text)) continue
      routes.push(page(host, path))
    }
    return routes.length === 0 ? [] : [application(routes)]
  },
}

/** A whole document. What is only a piece is brought in by something else. */
function isPage(path: string, text: string): boolean {
  const isDocument = /<!doctype html|<html[\s>]|<body[\s>]/i.test(text)
  if (!isDocument) return false
  // A document full of template expressions belongs to the template engine that fills it in.
  return !NO_PAGES.test(path) || !TEMPLATE_SIGNS.test(text)
}

function page(host: FrameworkHost, file: string): RouteDeclaration {
  const relative = belowWebRoot(file)
  const clean = relative.replace(/(^|\/)(index|default)\.(x?html?|shtml)$/i, '$1')
  const path = routePath(clean)
  const isShell = path === '/' && /<script[^>]+type\s*=\s*["']?module|id\s*=\s*["'](root|app|__next|__nuxt|svelte)["']|<app-root/i.test(host.text(file) ?? '')
  return { path, kind: isShell ? 'page' : 'static', certainty: 'exact', file }
}

/** The part of a path below the innermost directory that is a web root by its name. */
function belowWebRoot(file: string): string {
  const segments = file.split('/')
  for (let at = segments.length - 2; at >= 0; at--) {
    if (WEB_ROOTS.includes((segments[at] as string).toLowerCase())) return segments.slice(at + 1).join('/')
  }
  return file
}

function application(routes: RouteDeclaration[]): Application {
  return { framework: 'static', root: '', routes }
}
