/**
 * Templates of servers whose routes no row here reads yet: the route is guessed from the path below the views
 * directory, and a shell (a layout, a document with a head) is on every page of its application.
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from './framework.js'
import { extensionOf, routePath, stem } from './paths.js'

export const serverTemplates: Framework = {
  name: 'templates',
  docs: 'https://developer.mozilla.org/docs/Learn_web_development/Extensions/Server-side/First_steps/Introduction',
  applications(host, claimed) {
    const byRoot = new Map<string, { pages: string[]; shells: string[] }>()
    for (const file of host.under('')) {
      if (claimed.has(file) || !isTemplate(host, file)) continue
      const root = rootOf(file)
      if (root === null) continue
      const found = byRoot.get(root) ?? { pages: [], shells: [] }
      byRoot.set(root, found)
      if (isShell(host, file)) found.shells.push(file)
      else if (!isPart(file)) found.pages.push(file)
    }
    return [...byRoot].flatMap(([root, { pages, shells }]) => (pages.length + shells.length === 0 ? [] : [application(root, pages, shells)]))
  },
}

const EXTENSIONS = new Set(['php', 'phtml', 'twig', 'j2', 'jinja', 'jinja2', 'njk', 'nunjucks', 'liquid', 'hbs', 'handlebars', 'mustache', 'ejs', 'eta', 'erb', 'heex', 'eex', 'jsp', 'jspx', 'gsp', 'aspx', 'cshtml', 'vbhtml', 'razor', 'cfm', 'ftl', 'vm', 'tpl', 'tmpl', 'gohtml', 'pug', 'jade', 'haml', 'slim', 'html', 'htm', 'xhtml'])
const VIEWS = /^(views?|templates?|pages|jsp|resources\/views|layouts?|website|external|public)$/i
const SHELL = /^_?(layout|layouts|base|master|app|application|main|root|default|theme|shell|html|page|site|_layout|frontend|website|template|baseof|guest|admin)$/i
const SHELL_DIRECTORY = /(^|\/)(layouts?|_layouts|master|themes?)\//i
const PART_DIRECTORY = /(^|\/)(partials?|_partials|includes?|_includes|shared|common|components?|fragments?|parts|snippets|blocks|macros|emails?|mail|mailers?|tags|widgets|elements|modals?|livewire|errors?)\//i

function isTemplate(host: FrameworkHost, file: string): boolean {
  const extension = extensionOf(file)
  if (!EXTENSIONS.has(extension)) return false
  if (rootOf(file) === null) return false
  if (extension !== 'php' && extension !== 'html' && extension !== 'htm') return true
  if (extension === 'php') return /<[a-z!]/i.test(host.text(file) ?? '')
  return /<[a-z!]/i.test(host.text(file) ?? '')
}

/** The directory of views a file stands in: the innermost with such a name. */
function rootOf(file: string): string | null {
  const segments = file.split('/').slice(0, -1)
  for (let at = 0; at < segments.length; at++) {
    const two = segments.slice(at, at + 2).join('/')
    if (VIEWS.test(two)) return segments.slice(0, at + 2).join('/')
    if (VIEWS.test(segments[at] as string)) {
      const views = segments.indexOf('views', at)
      return segments.slice(0, (views > at ? views : at) + 1).join('/')
    }
  }
  return null
}

function isShell(host: FrameworkHost, file: string): boolean {
  const name = stem(stem(file))
  if (PART_DIRECTORY.test(file)) return false
  if (!SHELL.test(name) && !SHELL_DIRECTORY.test(file)) return false
  return /<html[\s>]|<head[\s>]|<\/head>|doctype/i.test(host.text(file) ?? '') || SHELL_DIRECTORY.test(file)
}

function isPart(file: string): boolean {
  return PART_DIRECTORY.test(file) || /^_/.test(stem(file)) || /^(header|footer|nav|navbar|sidebar|menu|head|scripts?|analytics|tracking|gtm)$/i.test(stem(stem(file)))
}

function application(root: string, pages: readonly string[], shells: readonly string[]): Application {
  const routes = pages.map((file): RouteDeclaration => {
    const segments = file.slice(root.length + 1).split('/')
    const last = (segments.pop() as string).replace(/\..*$/, '')
    const parts = /^(index|show|list|home|default|main)$/i.test(last) ? segments : [...segments, last]
    return { path: routePath(...parts.map((part) => part.replace(/_/g, '-'))), kind: 'page', certainty: 'possible', file }
  })
  const site: RouteDeclaration[] = pages.length === 0 && shells.length > 0 ? [{ path: '/*', kind: 'page', certainty: 'possible', file: shells[0] as string }] : []
  return {
    framework: 'templates',
    root,
    routes: [...routes, ...site],
    injections: shells.map((file) => ({ file, scope: 'all', certainty: 'likely' })),
  }
}
