/** ColdBox: handlers and their actions, routers, views and layouts. https://coldbox.ortusbooks.com/the-basics/routing */
import { directoryOf } from '../../paths.js'
import type { Certainty } from '../../types.js'
import type { Application, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { componentFunctions, endOfBrackets, withoutComments } from './components.js'
import { applicationFiles } from './plain.js'

/** The application, or a module of it. */
interface Part {
  directory: string
  /** Where its addresses begin. */
  prefix: string
  /** How other parts call it: `module:handler.action`; `''` for the application. */
  name: string
}

interface Action {
  part: Part
  /** As addressed: `main`, `portal.messages`. */
  handler: string
  name: string
  file: string
  views: { file: string; layout: string | null }[]
  hasLayout: boolean
  /** It answers with data, or sends elsewhere. */
  isPage: boolean
}

/** The application below a root with a ColdBox configuration; null when there is none. */
export function coldBoxApplication(host: FrameworkHost, root: string, files: readonly string[]): Application | null {
  const configuration = ['config/ColdBox.cfc', 'config/Coldbox.cfc', 'config/coldbox.cfc'].map((name) => join(root, name))
    .find((path) => host.has(path))
  if (configuration === undefined && !host.has(join(root, 'config/Router.cfc'))) return null
  const starters = applicationFiles(host, root, join(root, 'index.cfm'))
  const settings = layoutSettings(withoutComments(host.text(configuration ?? '') ?? ''))
  const parts = [{ directory: root, prefix: '', name: '' }, ...modules(host, root, files)]
  const actions = parts.flatMap((part) => actionsOf(host, part))
  const shell = (
    action: Action | null, view: string, chosen: string | null, part: Part,
  ): { file: string; certainty?: Certainty }[] => {
    if (action && !action.hasLayout) return starters
    const name = chosen ?? settings.layoutOf(view.slice(join(part.directory, 'views/').length)) ?? settings.standard
    const file = [part.directory, root].map((directory) => join(directory, `layouts/${name.replace(/\.cfm$/i, '')}.cfm`))
      .find((path) => host.has(path))
    return file === undefined ? starters : [...starters, { file }]
  }
  const page = (path: string, file: string, action: Action): RouteDeclaration[] => {
    if (!action.isPage) return [{ path, kind: 'api', certainty: 'likely', file }]
    const shells = action.views.flatMap((view) => shell(action, view.file, view.layout, action.part))
    const unique = [...new Map(shells.map((item) => [item.file, item])).values()]
    const leaves = action.views.map(({ file: view }) => ({ file: view }))
    if (leaves.length === 0) leaves.push({ file: action.file })
    return [{ path, kind: 'page', certainty: 'exact', file, leaves, shell: unique }]
  }
  const routes = parts.flatMap((part) => {
    const table = routeTable(host, part)
    const written = table.flatMap((entry): RouteDeclaration[] => {
      if (entry.kind !== 'action') return [entryRoute(host, entry, part, (view) => shell(null, view, null, part))]
      const found = actions.filter((action) => isTarget(action, entry.target, part))
      if (found.length > 0) return found.flatMap((action) => page(entry.path, entry.file, action))
      if (entry.isOptional) return []
      return [{ path: entry.path, kind: 'page', certainty: 'possible', file: entry.file, leaves: [] }]
    })
    const own = actions.filter((action) => action.part === part)
    const conventional = own.flatMap((action) => page(conventionalPath(action), action.file, action))
    const known = new Set(written.map(({ path }) => path))
    if (table.length > 0 && !hasConvention(host, part)) return written
    return [...written, ...conventional.filter(({ path }) => !known.has(path))]
  })
  if (routes.length === 0) return null
  const owned = parts.flatMap(({ directory }) => ['handlers', 'views', 'layouts', 'config', 'models', 'interceptors', 'modules', 'modules_app']
    .map((name) => join(directory, name)))
  return { framework: 'coldbox', root, routes, owns: owned }
}

function modules(host: FrameworkHost, root: string, files: readonly string[]): Part[] {
  return files.filter((file) => /(^|\/)modules_app\/.*ModuleConfig\.cfc$/i.test(file)).map((file) => {
    const directory = directoryOf(file)
    const name = directory.slice(directory.lastIndexOf('/') + 1)
    const entry = /\bentryPoint\s*=\s*["']([^"'\n]*)["']/i.exec(withoutComments(host.text(file) ?? ''))?.[1] ?? name
    return { directory, prefix: entry.replace(/^\/+/, ''), name: root === directory ? '' : name }
  })
}

/** The functions of the handlers, with the views they show. */
function actionsOf(host: FrameworkHost, part: Part): Action[] {
  const directory = join(part.directory, 'handlers')
  return host.under(directory).filter((file) => /\.cfc$/i.test(file)).flatMap((file) => {
    const path = file.slice(directory.length + 1).replace(/\.cfc$/i, '')
    return componentFunctions(host.text(file) ?? '').filter(({ name, isPrivate }) => !isPrivate && !LIFECYCLE.test(name))
      .map(({ name, text }): Action => {
        const views = shownViews(host, part, text)
        const implicit = join(part.directory, `views/${path}/${name}.cfm`)
        const answers = /\b(renderData|relocate|setNextEvent)\s*\(/i.test(text)
        if (views.length === 0 && !answers && host.has(implicit)) views.push({ file: implicit, layout: layoutIn(text) })
        return {
          part, handler: path.replace(/\//g, '.').toLowerCase(), name, file, views,
          hasLayout: !/\bnoLayout\s*(?:=\s*true|\(\s*\))/i.test(text), isPage: views.length > 0 || !answers,
        }
      })
  })
}

const LIFECYCLE = /^(init|pre\w*Handler|post\w*Handler|around\w*|on\w+|configure|\w*Interceptor)$/i
const SETS_VIEW = /\bsetView\(\s*(?:view\s*=\s*)?["']([\w./-]+)["']/gi

function shownViews(host: FrameworkHost, part: Part, text: string): Action['views'] {
  const found = [...text.matchAll(SETS_VIEW)].map(([, view]) => join(part.directory, `views/${view}.cfm`)).filter((file) => host.has(file))
  const layout = layoutIn(text)
  return [...new Set(found)].map((file) => ({ file, layout }))
}

function layoutIn(text: string): string | null {
  return /\bsetLayout\(\s*(?:name\s*=\s*)?["']([\w./-]+)["']|\bsetView\([^()]{0,300}\blayout\s*=\s*["']([\w./-]+)["']/i.exec(text)
    ?.slice(1).find((group) => group !== undefined) ?? null
}

function conventionalPath({ part, handler, name }: Action): string {
  const isIndex = name.toLowerCase() === 'index'
  const isMain = isIndex && handler === 'main'
  return routePath(part.prefix, isMain ? '' : handler.replace(/\./g, '/'), isIndex ? '' : name)
}

/** `portal.messages.index`, `portal:messages.index`, `messages`. */
function isTarget(action: Action, target: string, from: Part): boolean {
  const [module, own] = target.includes(':') ? target.split(':') : [from.name, target]
  const event = (own ?? '').toLowerCase().replace(/\//g, '.')
  return action.part.name === module
    && (event === `${action.handler}.${action.name.toLowerCase()}` || (event === action.handler && action.name.toLowerCase() === 'index'))
}

/** Layouts that the configuration gives to views. https://coldbox.ortusbooks.com/the-basics/layouts-and-views/layouts */
function layoutSettings(code: string): { standard: string; layoutOf(view: string): string | null } {
  const standard = /\bdefaultLayout\s*[=:]\s*["']([\w./-]+)["']/i.exec(code)?.[1] ?? 'Main'
  const start = /\blayouts\s*=\s*(?=\[)/i.exec(code)
  const list = start ? code.slice(start.index + start[0].length, endOfBrackets(code, start.index + start[0].length)) : ''
  const rows = [...list.matchAll(/\{([^{}]*)\}/g)].map(([, body = '']) => {
    const value = (name: string): string => new RegExp(`\\b${name}\\s*[=:]\\s*["']([^"'\\n]*)["']`, 'i').exec(body)?.[1] ?? ''
    return { file: value('file') || value('name'), views: value('views').split(','), folders: value('folders').split(',') }
  })
  return {
    standard,
    layoutOf(view) {
      const path = view.replace(/\.cfm$/i, '')
      const row = rows.find(({ views, folders }) => views.some((name) => name.trim() === path)
        || folders.some((folder) => folder.trim() !== '' && path.startsWith(`${folder.trim()}/`)))
      return row?.file ?? null
    },
  }
}

interface Entry {
  path: string
  kind: 'action' | 'view' | 'redirect' | 'api'
  target: string
  file: string
  /** There only when its action is. */
  isOptional?: true
}

function routerText(host: FrameworkHost, part: Part): { file: string; code: string }[] {
  return ['config/Router.cfc', 'config/router.cfc', 'config/Routes.cfm', 'config/routes.cfm', 'ModuleConfig.cfc'].map((name) => join(part.directory, name))
    .flatMap((file) => {
      const text = host.text(file)
      return text === undefined ? [] : [{ file, code: withoutComments(text) }]
    })
}

function hasConvention(host: FrameworkHost, part: Part): boolean {
  return routerText(host, part).some(({ code }) => /["']\/?:handler\/:action\??/i.test(code))
}

const STATEMENT = /\b(route|get|post|put|patch|delete|any|addRoute|resources|apiResources)\(/gi
const GROUP = /\bgroup\(\s*\{([^{}]*)\}/gi

function routeTable(host: FrameworkHost, part: Part): Entry[] {
  return routerText(host, part).flatMap(({ file, code }) => {
    const groups = [...code.matchAll(GROUP)].map((match) => ({
      start: match.index, end: endOfBrackets(code, match.index + 'group'.length), options: match[1] as string,
    }))
    const scripted = [...code.matchAll(STATEMENT)].flatMap((match) => {
      const end = statementEnd(code, match.index)
      const around = groups.filter((group) => group.start < match.index && match.index < group.end)
      return entriesOf(match[1] as string, code.slice(match.index, end), around.map(({ options }) => options))
    })
    return [...scripted, ...structs(code)].map((entry) => ({ ...entry, file, path: routePath(part.prefix, ...entry.path.split('/')) }))
  })
}

function statementEnd(code: string, from: number): number {
  for (let at = from; at < code.length && at < from + 4000; at++) {
    if (code[at] === '(' || code[at] === '{') at = endOfBrackets(code, at) - 1
    else if (code[at] === ';' || code[at] === '}') return at
  }
  return Math.min(code.length, from + 4000)
}

const named = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*[=:]\\s*["']([^"'\\n]*)["']`, 'i').exec(text)?.[1]
const chained = (text: string, name: string): string | undefined =>
  new RegExp(`\\.${name}\\(\\s*(?:\\w+\\s*=\\s*)?["']([^"'\\n]*)["']`, 'i').exec(text)?.[1]

function entriesOf(name: string, statement: string, groups: readonly string[]): Omit<Entry, 'file'>[] {
  const strings = [...(/\(([^()]*)/.exec(statement)?.[1] ?? '').matchAll(/(?<![=:]\s{0,9})["']([^"'\n]*)["']/g)].map((match) => match[1] as string)
  const prefix = groups.map((options) => named(options, 'pattern') ?? named(options, 'prefix') ?? '').join('/')
  const target = groups.map((options) => named(options, 'target') ?? '').join('')
  if (/resources$/i.test(name)) {
    const resource = named(statement, 'resource') ?? strings[0]
    if (resource === undefined) return []
    const handler = named(statement, 'handler') ?? resource
    const isApi = /^api/i.test(name)
    const base = `${prefix}/${named(statement, 'pattern') ?? resource}`
    const rows = [['', 'index'], ['/new', 'new'], ['/:id', 'show'], ['/:id/edit', 'edit']] as const
    return rows.filter(([, action]) => !isApi || action === 'index' || action === 'show')
      .map(([path, action]) => (
        { path: placeholders(base + path), kind: 'action', target: `${target}${handler}.${action}`, isOptional: true }))
  }
  const pattern = named(statement, 'pattern') ?? strings[0]
  if (pattern === undefined || /:handler\b/i.test(pattern)) return []
  const path = placeholders(`${prefix}/${pattern}`)
  const view = chained(statement, 'toView') ?? named(statement, 'view')
  if (view !== undefined) return [{ path, kind: 'view', target: view }]
  if (/\.toRedirect\(|\bredirect\s*=/i.test(statement)) return [{ path, kind: 'redirect', target: '' }]
  if (/\.toResponse\(|\bresponse\s*=/i.test(statement)) return [{ path, kind: 'api', target: '' }]
  const handler = chained(statement, '(?:toHandler|withHandler)') ?? named(statement, 'handler')
    ?? groups.map((options) => named(options, 'handler')).findLast((value) => value !== undefined)
  const action = chained(statement, '(?:toAction|withAction)') ?? named(statement, 'action')
  const event = chained(statement, 'to') ?? named(statement, 'target') ?? named(statement, 'event') ?? (named(statement, 'pattern') ? undefined : strings[1])
  if (event !== undefined) return [{ path, kind: 'action', target: target + event }]
  if (handler !== undefined) return [{ path, kind: 'action', target: `${handler}.${action ?? 'index'}` }]
  return groupActions(statement).map((name) => ({ path, kind: 'action', target: `${target}${name}` }))
}

/** `{ GET : "a.index", POST : "a.save" }`: the targets. */
function groupActions(statement: string): string[] {
  return [...statement.matchAll(/\bGET\s*[=:]\s*["']([\w.:]+)["']/gi)].map((match) => match[1] as string)
}

/** Entries of modules: `{ pattern="/", handler="home", action="index" }`. */
function structs(code: string): Omit<Entry, 'file'>[] {
  return [...code.matchAll(/\{([^{}]*\bpattern\s*[=:][^{}]*\bhandler\s*[=:][^{}]*)\}/gi)].flatMap(([, body = '']) => {
    const [pattern, handler] = [named(body, 'pattern'), named(body, 'handler')]
    if (pattern === undefined || handler === undefined || /:handler\b/i.test(pattern)) return []
    return [{ path: placeholders(pattern), kind: 'action' as const, target: `${handler}.${named(body, 'action') ?? 'index'}` }]
  })
}

/** `:id-numeric{2}` → `:id`, `:name?` stays, `*` stays. */
function placeholders(pattern: string): string {
  return pattern.replace(/:(\w+)(?:-(?:numeric|alpha|regex:?\([^()]*\)))?(?:\{[^{}]*\})?(\?)?/g, ':$1$2')
}

function entryRoute(
  host: FrameworkHost, { path, kind, target, file }: Entry, part: Part,
  shell: (view: string) => { file: string; certainty?: Certainty }[],
): RouteDeclaration {
  if (kind !== 'view') return { path, kind: kind === 'redirect' ? 'redirect' : 'api', certainty: 'exact', file }
  const view = join(part.directory, `views/${target}.cfm`)
  return host.has(view)
    ? { path, kind: 'page', certainty: 'exact', file, leaves: [{ file: view }], shell: shell(view) }
    : { path, kind: 'page', certainty: 'exact', file, leaves: [] }
}
