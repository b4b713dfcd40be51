/** Sites with a small router, and those whose own one maps addresses to controllers by name. */
import { ancestors, directoryOf } from '../../../paths.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { join } from '../../paths.js'
import { answeredRoute, answerOf, type Answer, type AnswerRows } from '../code/answers.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import { phpValues, type PhpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { conventionalRoutes } from './home-made.js'
import { MAY_ROUTE, routerRoutes, type RouterRoute } from './router-calls.js'
import { shownViews, viewFolders } from './shown-views.js'

export const phpRouters: Framework = {
  name: 'php-router',
  docs: 'https://www.slimframework.com/docs/v4/objects/routing.html',
  applications(host, claimed) {
    const files = host
      .under('')
      .filter(
        (file) =>
          /\.php$/.test(file) &&
          !claimed.has(file) &&
          !/(^|\/)(vendor|node_modules|wp-[\w-]+)\//.test(file) &&
          host.isProduct(file),
      )
    if (files.length === 0) return []
    const byRoot = new Map<string, string[]>()
    for (const file of files) {
      if (!MAY_ROUTE.test(host.text(file) ?? '')) continue
      const root = rootOf(host, file)
      byRoot.set(root, [...(byRoot.get(root) ?? []), file])
    }
    const values = phpValues(host)
    const routed = [...byRoot].flatMap(([root, own]) => application(values, root, own))
    const taken = new Set(routed.map(({ root }) => root))
    const byName = conventionalRoutes(values, files).filter(({ root }) => !taken.has(root))
    return [...routed, ...byName]
  },
}

/** The directory of the nearest composer.json, or the top. */
function rootOf(host: FrameworkHost, file: string): string {
  for (const directory of ancestors(directoryOf(file))) if (host.has(join(directory, 'composer.json'))) return directory
  return ''
}

function application(values: PhpValues, root: string, files: readonly string[]): Application[] {
  const { host } = values
  const written = files.flatMap((file) => routerRoutes(values, file))
  // One call that looks like a route is no router.
  if (written.length < 2) return []
  const folders = viewFolders(host, root)
  const rows = shownViews(values, root, folders)
  const answered = written
    .map((route) => ({ route, answer: answerFor(values, rows, route) }))
    .filter(({ answer }) => answer !== null)
  if (answered.length < 2) return []
  const routes = mergedRoutes(
    answered.map(({ route, answer }) => answeredRoute(route.path, answer as Answer, route.isRead, route.declared)),
  )
  return [{ framework: 'php-router', root, routes, owns: ownedFolders(routes, folders, files), templateRoots: folders }]
}

/** Folders of which a route shows something, and the files of routes. */
export function ownedFolders(
  routes: readonly RouteDeclaration[],
  folders: readonly string[],
  files: readonly string[],
): string[] {
  const shown = routes.flatMap(({ leaves = [] }) => leaves.map(({ file }) => file))
  return [...folders.filter((folder) => shown.some((file) => file.startsWith(`${folder}/`))), ...files]
}

/** Null for what is no handler after all. */
function answerFor(
  values: PhpValues,
  rows: AnswerRows,
  { handler, scope, isRead, namespace }: RouterRoute,
): Answer | null {
  const { host } = values
  const classes = phpClasses(host)
  if (handler.kind === 'closure') return answerOf(rows, handler.body, scope, isRead)
  const texts =
    handler.kind === 'list'
      ? handler.items.map(({ value }) => values.known(value, scope)[0] ?? '')
      : values.known(handler, scope)
  const [written = '', second] = handler.kind === 'list' ? texts : [texts[0] ?? '']
  const files = second === undefined ? rows.files(written) : []
  if (files.length > 0 && /[./]/.test(written))
    return { kind: 'page', leaves: files, places: [], calls: [], isOpen: false }
  const path =
    second === undefined && /\.(php|html?)$/.test(written)
      ? values.paths(handler, scope, ['', directoryOf(scope.file)]).find((each) => host.has(each))
      : undefined
  if (path !== undefined)
    return { kind: 'page', leaves: [{ file: path, certainty: 'exact' }], places: [], calls: [], isOpen: false }
  const [className = '', method = second] = second === undefined ? written.split(/::?|@|#|->|\//) : [written, second]
  const of = className === '' ? null : classNamed(values, className, namespace)
  const found = of ? (classes.method(of, method ?? '__invoke') ?? classes.method(of, 'index')) : null
  if (of && found) return answerOf(rows, found.body, { ...found.scope, self: of }, isRead)
  if (handler.kind === 'string' || handler.kind === 'list' || handler.kind === 'name') {
    return /^[A-Z\\]/.test(className)
      ? { kind: isRead ? 'page' : 'api', leaves: [], places: [], calls: [], isOpen: true }
      : null
  }
  return handler.kind === 'variable' || handler.kind === 'call'
    ? { kind: isRead ? 'page' : 'api', leaves: [], places: [], calls: [], isOpen: true }
    : null
}

function classNamed(values: PhpValues, name: string, namespace: string): PhpClass | null {
  const classes = phpClasses(values.host)
  const clean = name.replace(/^\\/, '')
  return (
    (namespace === '' ? null : classes.named(`${namespace}\\${clean}`)) ??
    classes.named(clean) ??
    classes.named(clean.slice(clean.lastIndexOf('\\') + 1))
  )
}
