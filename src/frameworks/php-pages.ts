/**
 * PHP files a web server runs by their path, and the template hierarchy of WordPress themes.
 * https://developer.wordpress.org/themes/basics/template-hierarchy/
 */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from './framework.js'
import { directoriesWith, join, routePath, stem } from './paths.js'

export const phpPages: Framework = {
  name: 'php',
  docs: 'https://developer.wordpress.org/themes/basics/template-hierarchy/',
  applications(host, claimed) {
    const themes = directoriesWith(host, ['style.css']).filter((directory) => /^[\s*#@/]*Theme Name:/m.test((host.text(join(directory, 'style.css')) ?? '').slice(0, 4000)))
    const wordPress = themes.map((theme) => themeApplication(host, theme))
    const plain = plainApplication(host, claimed, themes)
    return plain === null ? wordPress : [...wordPress, plain]
  },
}

/** Templates of any page, by what the hierarchy shows them for; patterns of what the database decides are `*`. */
const HIERARCHY: readonly { name: RegExp; path: (match: RegExpExecArray) => string; certainty: 'exact' | 'likely' | 'possible' }[] = [
  { name: /^(front-page|home)$/, path: () => '/', certainty: 'likely' },
  { name: /^page-(.+)$/, path: (match) => `/${match[1]}`, certainty: 'likely' },
  { name: /^single-(.+)$/, path: (match) => `/${match[1]}/:slug`, certainty: 'likely' },
  { name: /^(?:archive|taxonomy)-(.+)$/, path: (match) => `/${match[1]}`, certainty: 'likely' },
  { name: /^category-(.+)$/, path: (match) => `/category/${match[1]}`, certainty: 'likely' },
  { name: /^search$/, path: () => '/search', certainty: 'likely' },
  { name: /^(page|singular|index|single|archive|404)$/, path: () => '/*', certainty: 'possible' },
]

function themeApplication(host: FrameworkHost, theme: string): Application {
  const routes: RouteDeclaration[] = []
  for (const file of host.under(theme)) {
    if (!/\.(php|html)$/.test(file)) continue
    const relative = file.slice(theme === '' ? 0 : theme.length + 1)
    const isHierarchy = !relative.includes('/') || /^templates\/[^/]+\.html$/.test(relative)
    const name = stem(relative)
    const row = isHierarchy ? HIERARCHY.find((candidate) => candidate.name.test(name)) : undefined
    const custom = /Template Name:\s*(.+)$/im.exec((host.text(file) ?? '').slice(0, 2000))
    if (row) routes.push({ path: row.path(row.name.exec(name) as RegExpExecArray), kind: 'page', certainty: row.certainty, file })
    // https://developer.wordpress.org/themes/template-files-section/page-template-files/: an editor chooses the page.
    else if (custom) routes.push({ path: routePath(slug(name)), kind: 'page', certainty: 'possible', file })
  }
  const functions = join(theme, 'functions.php')
  return {
    framework: 'wordpress',
    root: theme,
    routes,
    injections: host.has(functions) ? [{ file: functions, scope: 'all', certainty: 'likely' }] : [],
  }
}

function slug(name: string): string {
  return name.replace(/^(page|template|tpl|tmpl)[-_]|[-_](page|template|tpl)$/g, '')
}

/** Files that only other files bring in, or that are code. */
const NO_PAGES = /(^|\/)(includes?|inc|partials?|parts|templates?|template-parts|views?|layouts?|components?|classes|lib|libs|library|vendor|src|app|config|language|languages|lang|models?|controllers?|helpers?|core|system|cache|migrations|database|modules|plugins|wp-includes|wp-admin|wp-content|api|ajax|cron|webhook)\//i
const NO_PAGE_NAMES = /^(header|footer|sidebar|nav|navbar|menu|head|config|configuration|functions?|settings|init|bootstrap|autoload|db|database|connection|conn|vars|constants)$/i

function plainApplication(host: FrameworkHost, claimed: ReadonlySet<string>, themes: readonly string[]): Application | null {
  if (host.has('artisan') || host.has('spark') || host.has('bin/console')) return null
  const routes: RouteDeclaration[] = []
  for (const file of host.under('')) {
    if (!file.endsWith('.php') || claimed.has(file) || themes.some((theme) => file.startsWith(`${theme}/`))) continue
    if (NO_PAGES.test(file.replace(/^(.*\/)?(public|public_html|www|htdocs|web|html)\//, '')) || NO_PAGE_NAMES.test(stem(file))) continue
    const text = host.text(file) ?? ''
    // A page shows something: markup, or a header and footer it brings in.
    if (!/<(!doctype|html|head|body|main|section|div|form|script)\b|\b(include|require)(_once)?\b[^;]*(header|head|top|layout)/i.test(text)) continue
    const clean = file.replace(/^(.*\/)?(public|public_html|www|htdocs|web|html)\//, '').replace(/(^|\/)index\.php$/, '$1')
    routes.push({ path: routePath(clean), kind: 'page', certainty: 'exact', file })
  }
  return routes.length === 0 ? null : { framework: 'php', root: '', routes }
}
