/** PHP files that a web server runs by their path. https://www.php.net/manual/en/features.commandline.webserver.php */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath, stem } from '../paths.js'
import { findPlugins, findThemes } from './wordpress/headers.js'

export const plainPhp: Framework = {
  name: 'php',
  docs: 'https://www.php.net/manual/en/features.commandline.webserver.php',
  applications(host, claimed) {
    if (host.has('artisan') || host.has('spark') || host.has('bin/console')) return []
    const routes = host.under('').flatMap((file): RouteDeclaration[] =>
      (file.endsWith('.php') && !claimed.has(file) ? pageRoutes(host, file) : []))
    if (routes.length === 0) return []
    const themes = findThemes(host).map(({ directory }) => directory)
    const outside = [...themes, ...findPlugins(host).map(({ root }) => root)]
    const isOutside = (file: string): boolean => outside.some((root) => root === '' || `${file}/`.startsWith(`${root}/`))
    const own = routes.filter(({ file }) => !isOutside(file))
    return own.length === 0 ? [] : [{ framework: 'php', root: '', routes: own } satisfies Application]
  },
}

/** Files that only other files bring in, or that are code. */
const NO_PAGES = /(^|\/)(includes?|inc|partials?|parts|templates?|template-parts|views?|layouts?|components?|classes|lib|libs|library|vendor|src|app|config|language|languages|lang|models?|controllers?|helpers?|core|system|cache|migrations|database|modules|plugins|wp-includes|wp-admin|wp-content|api|ajax|cron|webhook)\//i
const NO_PAGE_NAMES = /^(header|footer|sidebar|nav|navbar|menu|head|config|configuration|functions?|settings|init|bootstrap|autoload|db|database|connection|conn|vars|constants)$/i
const DOCUMENT_ROOT = /^(.*\/)?(public|public_html|www|htdocs|web|html)\//
/** A page shows something: markup, or a header and footer it brings in. */
const SHOWS = /<(!doctype|html|head|body|main|section|div|form|script)\b|\b(include|require)(_once)?\b[^;]{0,300}(header|head|top|layout)/i

function pageRoutes(host: FrameworkHost, file: string): RouteDeclaration[] {
  const served = file.replace(DOCUMENT_ROOT, '')
  if (NO_PAGES.test(served) || NO_PAGE_NAMES.test(stem(file)) || !SHOWS.test(host.text(file) ?? '')) return []
  return [{ path: routePath(served.replace(/(^|\/)index\.php$/, '$1')), kind: 'page', certainty: 'exact', file }]
}
