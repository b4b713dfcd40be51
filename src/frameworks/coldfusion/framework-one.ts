/** FW/1: views by section and item, layouts that cascade around them. https://framework-one.github.io/documentation/ */
import { baseNameOf, directoryOf } from '../../paths.js'
import type { Certainty } from '../../types.js'
import type { Application, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { endOfBrackets, withoutComments } from './components.js'
import { applicationFiles } from './plain.js'

const EXTENDS = /\bextends\s*=\s*["'](?:[\w./]*\.)?(?:framework\.one|corfield\.framework)["']|new\s+framework\.one\(/i

/** The application whose application file extends the framework; null when it does not. */
export function frameworkOneApplication(
  host: FrameworkHost, root: string, files: readonly string[],
): Application | null {
  const starter = files.find((file) => directoryOf(file) === root && /^application\.cfc$/i.test(baseNameOf(file))
    && EXTENDS.test(host.text(file) ?? ''))
  if (starter === undefined) return null
  const code = withoutComments(host.text(starter) ?? '')
  const defaults = { section: setting(code, 'defaultSection') ?? 'main', item: setting(code, 'defaultItem') ?? 'default' }
  const views = files.flatMap((file) => {
    const view = viewOf(root, file)
    return view === null ? [] : [{ file, ...view }]
  })
  const shell = (view: View & { file: string }): { file: string; certainty?: Certainty }[] =>
    [...applicationFiles(host, root, starter), ...layouts(host, root, view)]
  const declare = (path: string, file: string, view: View & { file: string }): RouteDeclaration => (
    { path, kind: 'page', certainty: 'exact', file, leaves: [{ file: view.file }], shell: shell(view) })
  const routes = views.map((view) => declare(addressOf(view, defaults), view.file, view))
  const known = new Set(routes.map(({ path }) => path))
  const written = routeTable(code).flatMap(({ path, target }): RouteDeclaration[] => {
    if (known.has(path)) return []
    known.add(path)
    if (/^30\d:/.test(target)) return [{ path, kind: 'redirect', certainty: 'exact', file: starter }]
    const action = actionOf(target, defaults)
    const view = views.find(({ subsystem, section, item }) => subsystem === action.subsystem
      && section.toLowerCase() === action.section && item.toLowerCase() === action.item)
    return view ? [declare(path, starter, view)] : [{ path, kind: 'api', certainty: 'likely', file: starter }]
  })
  const owns = ['views', 'layouts', 'controllers', 'subsystems', 'model'].map((directory) => join(root, directory))
  return { framework: 'fw1', root, routes: [...routes, ...written], owns: [starter, ...owns, ...views.map(({ file }) => file)] }
}

interface View {
  /** Directory of the views, relative to the root: `''`, or that of a subsystem. */
  base: string
  subsystem: string
  section: string
  item: string
}

/** `views/main/default.cfm`; `subsystems/portal/views/…` and `portal/views/…` of subsystems. */
function viewOf(root: string, file: string): View | null {
  const path = root === '' ? file : file.slice(root.length + 1)
  const match = /^(?:((?:subsystems\/)?([^/]+))\/)?views\/([^/]+)\/([^/]+)\.cfm$/i.exec(path)
  if (!match) return null
  const [, base = '', subsystem = '', section = '', item = ''] = match
  return { base, subsystem: subsystem.toLowerCase(), section, item }
}

function setting(code: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*[=:]\\s*["']([\\w-]+)["']`, 'i').exec(code)?.[1]
}

function addressOf({ subsystem, section, item }: View, defaults: { section: string; item: string }): string {
  const isDefaultItem = item.toLowerCase() === defaults.item.toLowerCase()
  const isHome = isDefaultItem && section.toLowerCase() === defaults.section.toLowerCase()
  return routePath(subsystem, isHome ? '' : section, isDefaultItem ? '' : item)
}

/** Layouts of the item, of the section and of the whole, each around the one before. */
function layouts(host: FrameworkHost, root: string, view: View): { file: string; certainty?: Certainty }[] {
  const directory = join(root, join(view.base, 'layouts'))
  const cascade = ['default.cfm', `${view.section}.cfm`, `${view.section}/${view.item}.cfm`].map((name) => join(directory, name))
  const controller = host.text(join(root, join(view.base, `controllers/${view.section}.cfc`))) ?? ''
  const chosen = [...controller.matchAll(/\bsetLayout\(\s*["']([\w-]+)\.([\w-]+)["']/gi)]
    .map(([, section, item]) => ({ file: join(directory, `${section}/${item}.cfm`), certainty: 'likely' as const }))
  return [...cascade.map((file) => ({ file })), ...chosen].filter(({ file }) => host.has(file))
}

const ENTRY = /["'](?:\$\w+|\$\*)?(\^?\/[^"'\n]*)["']\s*[=:]\s*["']([^"'\n]*)["']/g

/** Entries of `routes = [ { "/x/:id" = "/section/item/id/:id" } ]`. */
function routeTable(code: string): { path: string; target: string }[] {
  const start = /\broutes\s*[=:]\s*(?=\[)/i.exec(code)
  if (!start) return []
  const open = start.index + start[0].length
  return [...code.slice(open, endOfBrackets(code, open)).matchAll(ENTRY)].map(([, pattern = '', target = '']) => ({
    path: routePath(...pattern.replace(/^\^|\$$/g, '').replace(/\{(\w+):[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, ':$1').split('/')),
    target,
  }))
}

/** `/portal:main/messages/id/:id` → subsystem `portal`, section `main`, item `messages`. */
function actionOf(target: string, defaults: { section: string; item: string }): Omit<View, 'base'> {
  const [first = '', second] = target.replace(/^\/+/, '').split(/[?&]/)[0]?.split('/') ?? []
  const [subsystem, own] = first.includes(':') ? first.split(':') : ['', first]
  const [section, dotted] = (own ?? '').split('.')
  return {
    subsystem: (subsystem ?? '').toLowerCase(),
    section: (section || defaults.section).toLowerCase(),
    item: (dotted ?? second ?? defaults.item).toLowerCase(),
  }
}
