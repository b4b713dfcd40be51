/**
 * Templates of servers whose routes no row here reads yet: the route is guessed from the path below the views
 * directory, and a shell (a layout, a document with a head) that no template names is on every page of its application:
 * the server puts it around them. One that is named comes with the template that names it, and with the regions that
 * template fills.
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from './framework.js'
import { extensionOf, routePath, stem } from './paths.js'
import { ANY_TEMPLATE, stemOf } from './template-mentions.js'

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
    const named = namedShells(host, [...byRoot.values()].flatMap(({ shells }) => shells))
    return [...byRoot].flatMap(([root, { pages, shells }]) => (pages.length + shells.length === 0 ? []
      : [application(root, pages, shells, shells.filter((shell) => !named.has(shell)))]))
  },
}

const EXTENSIONS = new Set(['php', 'phtml', 'twig', 'j2', 'jinja', 'jinja2', 'njk', 'nunjucks', 'liquid', 'hbs', 'handlebars', 'mustache', 'ejs', 'eta', 'erb', 'heex', 'eex', 'jsp', 'jspx', 'gsp', 'aspx', 'cshtml', 'vbhtml', 'razor', 'cfm', 'ftl', 'vm', 'tpl', 'tmpl', 'gohtml', 'pug', 'jade', 'haml', 'slim', 'html', 'htm', 'xhtml'])
/** Engines that make texts of any kind, such as the settings of servers: a page of theirs shows markup. */
const ANY_TEXT = new Set(['php', 'html', 'htm', 'tpl', 'tmpl', 'j2', 'jinja', 'jinja2', 'mustache', 'vm', 'ftl'])
const MARKUP = /<[a-z!]|\{%-?\s*(?:extends|block|include)\b|\{\{[#>]|<#(?:include|import)\b|#(?:parse|include)\(/i
const CLASS = /^\s*(?:abstract\s+|final\s+)?(?:class|interface|trait)\s+\w/m
/** What such a template makes is no page: `appspec.yaml.tpl`. */
const DATA = /\.(?:ya?ml|json|xml|txt|text|csv|conf|cfg|ini|toml|env|sh|sql|css|js|ts|ics|rss|atom|md|svg)\.\w+$/i
const VIEWS = /^(views?|templates?|pages|jsp|resources\/views|layouts?|website|external|public)$/i
const SHELL = /^_?(layout|layouts|base|master|app|application|main|root|default|theme|shell|html|page|site|_layout|frontend|website|template|baseof|guest|admin)$/i
const SHELL_DIRECTORY = /(^|\/)(layouts?|_layouts|master|themes?)\//i
const PART_DIRECTORY = /(^|\/)(partials?|_partials|includes?|_includes|shared|common|components?|fragments?|parts|snippets|blocks|macros|emails?|mail|mailers?|tags|widgets|elements|modals?|livewire|errors?)\//i

function isTemplate(host: FrameworkHost, file: string): boolean {
  const extension = extensionOf(file)
  if (!EXTENSIONS.has(extension) || DATA.test(file)) return false
  if (rootOf(file) === null || !host.isProduct(file)) return false
  if (!ANY_TEXT.has(extension)) return true
  const text = host.text(file) ?? ''
  // A class of PHP that is called a view is none, unless markup stands in it as such.
  if (extension === 'php' && CLASS.test(text) && !/\?>\s*<[a-z!]/i.test(text)) return false
  return MARKUP.test(text) || (/^(php|html?)$/.test(extension) && /\{[{%]/.test(text))
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

const PART = /^(header|footer|nav|navbar|sidebar|menu|head|scripts?|analytics|tracking|gtm|layouts?|base|baseof|master)$/i

function isPart(file: string): boolean {
  return PART_DIRECTORY.test(file) || /^_/.test(stem(file)) || PART.test(stem(stem(file)))
}

/** Shells that templates bring in by a line of their own (`{% extends %}`), directly or not. */
function namedShells(host: FrameworkHost, shells: readonly string[]): ReadonlySet<string> {
  const isShell = new Set(shells)
  // `_ViewStart` speaks for the pages below it, and none of them names it.
  const naming = shells.length === 0 ? [] : host.under('').filter((path) =>
    EXTENSIONS.has(extensionOf(path)) && stemOf(path) !== 'viewstart' && !isShell.has(path) && host.isProduct(path))
  const named = new Set(shells.filter((shell) => naming.some((path) => names(host, path, shell))))
  for (const inner of named) {
    for (const shell of shells) if (!named.has(shell) && shell !== inner && names(host, inner, shell)) named.add(shell)
  }
  return named
}

function names(host: FrameworkHost, path: string, shell: string): boolean {
  const stems = host.templateMentions(path)
  const name = stemOf(shell)
  const isCandidate = stems.includes(name) || (stems.includes(ANY_TEMPLATE) && (host.text(path) ?? '').toLowerCase().includes(name))
  return isCandidate && host.facts(path).references.some(({ target }) => endsWithTarget(shell, target))
}

/** True when a path without extensions ends with what a template calls it: `layouts.app`, `base.html`, `./base`. */
function endsWithTarget(path: string, target: string): boolean {
  const written = target.toLowerCase().replace(/\\/g, '/').replace(/^(?:\.{0,2}\/)+|^~\/|^@\w+\//, '')
  const bare = `/${path.toLowerCase().slice(0, path.lastIndexOf('/') + 1)}${stemOf(path)}`
  const isFile = EXTENSIONS.has(extensionOf(written))
  const spellings = [written.replace(/\.[^/]*$/, ''), ...(isFile ? [] : [written.replace(/[.:]+/g, '/')])]
  return spellings.some((spelling) => {
    const wanted = spelling.replace(/(^|\/)_+([^/]*)$/, '$1$2')
    return wanted !== '' && bare.endsWith(`/${wanted}`)
  })
}

function application(
  root: string, pages: readonly string[], shells: readonly string[], around: readonly string[],
): Application {
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
    injections: around.map((file) => ({ file, scope: 'all', certainty: 'likely' })),
  }
}
