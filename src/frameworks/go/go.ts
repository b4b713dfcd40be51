/** Go: https://pkg.go.dev/net/http#hdr-Patterns-ServeMux, and the routers that are used beside it. */
import { HOLE } from '../../parse/hole.js'
import { weakest } from '../../certainty.js'
import { ancestors, directoryOf, joinPath } from '../../paths.js'
import type { ReachEdge, RouteKind } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { staticEdges, staticRoutes, type StaticFolder } from '../node/static-files.js'
import { routePath } from '../paths.js'
import { calledName, pathOf, positional } from '../reading/code/nodes.js'
import { callsIn, walk } from '../reading/code/walk.js'
import { HandlerReader, type GoAnswers } from './handlers.js'
import { codeEdges } from './code-edges.js'
import { GoCode } from './reading/code.js'
import { goFiles } from './reading/packages.js'
import { textsOf } from './reading/texts.js'
import type { GoFolder, GoRequest } from './requests.js'
import { GoRouters } from './routers.js'
import { GoTemplates } from './templates.js'

export const go: Framework = {
  name: 'go',
  docs: 'https://pkg.go.dev/net/http#hdr-Patterns-ServeMux',
  applications(host, claimed) {
    const files = goFiles(host)
    if (!files.some((file) => ROUTES.test(host.text(file) ?? ''))) return []
    return application(host, GoCode.of(host), files, claimed)
  },
}

/** Code that may say something about routes. */
const ROUTES =
  /\bHandleFunc\(|\.Handle\(|NewServeMux|NewRouter\(|\b(?:gin\.Default|(?:gin|echo|fiber|httprouter)\.New)\(|\.(?:GET|Get)\("/

function application(
  host: FrameworkHost, code: GoCode, files: readonly string[], claimed: ReadonlySet<string>,
): Application[] {
  // Handlers are found by name; only files that may hold routes, or hand routers on, are walked for them.
  const walked = files
    .filter((file) => ROUTES.test(host.text(file) ?? '')
      || /\b(?:gin\.|chi\.Router|mux\.Router|http\.ServeMux|echo\.|fiber\.|httprouter\.)/.test(host.text(file) ?? ''))
  const routers = new GoRouters(code, walked)
  const templates = new GoTemplates(host, claimed)
  const handlers = new HandlerReader(code, templates, loadedFrom(host, code, walked))
  const answered = routers.requests.map((request) => ({ request, answers: handlers.read(request.handlers) }))
  const edges: ReachEdge[] = templates.edges()
  const usual = usualLayouts(code, walked)
  const routes = new Map<string, RouteDeclaration>()
  const open: RouteDeclaration[] = []
  for (const { request, answers } of answered) {
    for (const each of requestsIn(request, answers)) {
      const route = declaration(host, templates, each.request, each.answers, edges, usual)
      const known = routes.get(route.path)
      const merged = known ? joined(known, route) : route
      routes.set(route.path, merged)
      if (each.answers.isOpen) open.push(merged)
    }
  }
  const folders = routers.folders.flatMap((folder) => staticFolders(host, code, folder))
  const pages = staticRoutes(host, folders, claimed)
  const found = [...routes.values()]
  const used = new Set(found.flatMap(({ leaves = [] }) => leaves.map(({ file }) => file)))
  lateLeaves(routes, open, templates, used, edges)
  const all = [...found, ...pages.filter(({ path }) => !routes.has(path))]
  if (all.length === 0 && edges.length === 0) return []
  const shows = used.size > 0
  return [{
    framework: 'go', root: '', routes: all, edges: [...edges, ...codeEdges(code),
      ...staticEdges(host, folders, [...templates.all()])],
    ...(shows ? { owns: ownedTemplates(templates, used) } : {}),
  }]
}

const LOADS = /^(?:LoadHTMLGlob|LoadHTMLFiles|ParseGlob|ParseFS)$/

/** The directory that templates are loaded from as a whole, when it is one. */
function loadedFrom(host: FrameworkHost, code: GoCode, files: readonly string[]): string | null {
  const found = new Set<string>()
  for (const file of files) {
    if (!/LoadHTML|ParseGlob|ParseFS|html\.New/.test(host.text(file) ?? '')) continue
    for (const call of callsIn(code.packages.statements(file))) {
      if (!LOADS.test(calledName(call)) && pathOf(call.callee) !== 'html.New') continue
      for (const node of positional(call)) {
        const text = textsOf(code, { node, scope: code.packages.top(file) })[0] ?? HOLE
        if (text.includes(HOLE)) continue
        const directory = text.replace(/\/?[^/]*\*.*$|\/[^/]*\.\w+$/, '').replace(/^\.?\/+/, '')
        const above = [...ancestors(directoryOf(file))].map((each) => joinPath(each, directory))
          .find((path) => path !== null && path !== '' && host.under(path).length > 0)
        if (above) found.add(above)
      }
    }
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** `fiber.Config{ViewsLayout: "layouts/main"}`, `render.Options{HTMLLayout: "application.html"}`. */
function usualLayouts(code: GoCode, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    if (!/\b(?:ViewsLayout|HTMLLayout)\b/.test(code.host.text(file) ?? '')) return []
    const found: string[] = []
    walk(code.packages.statements(file), (node) => {
      if (node.kind !== 'map') return
      for (const { name, value } of node.entries) {
        if (name === 'ViewsLayout' || name === 'HTMLLayout') {
          found.push(...textsOf(code, { node: value, scope: code.packages.top(file) }))
        }
      }
    })
    return found.filter((name) => !name.includes(HOLE))
  })
}

/** Templates in the directories of those that are shown, and those with anything of Go in them. */
function ownedTemplates(templates: GoTemplates, used: ReadonlySet<string>): string[] {
  const directories = new Set([...templates.directories(), ...[...used].map(directoryOf)])
  return templates.all().filter((file) => used.has(file) || directories.has(directoryOf(file)))
}

/** A handler that asks for the path answers several requests. */
function requestsIn(request: GoRequest, answers: GoAnswers): { request: GoRequest; answers: GoAnswers }[] {
  const below = answers.below
    .flatMap(({ path, isPrefix, answers: inner }) => requestsIn({ ...request, path, isSubtree: isPrefix }, inner))
  const shows = answers.executed.length + answers.files.length > 0 || answers.isOpen || answers.gives.size > 0
  // What is left for other paths, when all it does is to ask for them, is nothing.
  return below.length > 0 && !shows ? below : [{ request, answers }, ...below]
}

function declaration(
  host: FrameworkHost, templates: GoTemplates, request: GoRequest, answers: GoAnswers, edges: ReachEdge[],
  usual: readonly string[],
): RouteDeclaration {
  const { leaves, shell } = shown(host, templates, answers, edges, usual)
  const shows = leaves.length > 0 || answers.executed.length > 0 || answers.gives.has('markup')
    || answers.gives.has('file')
  const kind = kindOf(request, answers, shows)
  const path = routePath(request.path)
  const whole = request.isSubtree && path !== '/' ? routePath(path, '*') : path
  const isGuess = kind === 'page' && !shows && !answers.isOpen
  return {
    path: whole, kind, certainty: isGuess
      ? weakest(request.certainty, 'possible') : request.certainty, file: request.declared.file, leaves, shell,
    places: [request.declared, ...answers.places],
  }
}

function kindOf({ method, path }: GoRequest, answers: GoAnswers, shows: boolean): RouteKind {
  if (/\.(txt|xml|json|js|ico|css)$/i.test(path)) return 'api'
  if (shows || answers.isOpen) return 'page'
  const isRead = method === null || method === 'get'
  if (answers.gives.has('redirect') && !answers.gives.has('data')) return isRead ? 'redirect' : 'api'
  if (answers.gives.has('data') || !isRead || /(^|\/)api(\/|$)/i.test(path)) return 'api'
  return 'page'
}

type Leaves = NonNullable<RouteDeclaration['leaves']>
type Shell = NonNullable<RouteDeclaration['shell']>

/** The files of a page: what is executed, what is parsed with it, and the layout it stands in. */
function shown(
  host: FrameworkHost, templates: GoTemplates, answers: GoAnswers, edges: ReachEdge[], usual: readonly string[],
): { leaves: Leaves; shell: Shell } {
  const found = new Map<string, Leaves[number]>()
  // What one of the files brings in is only reached from there.
  const brought = new Set(answers.parsed.filter((file) => templates.isBroughtIn(file, answers.parsed)))
  for (const file of answers.parsed) if (!brought.has(file)) found.set(file, { file, certainty: 'exact' })
  for (const { name, near, certainty } of answers.executed) {
    const files = templates.isTemplate(name) ? [name] : templates.find(name, near)
    for (const file of files) {
      if (certainty === 'likely' && brought.has(file)) continue
      const sure = name.includes(HOLE) ? 'possible' : files.length > 1 ? weakest(certainty, 'likely') : certainty
      const known = found.get(file)
      if (!known || weakest(known.certainty ?? 'exact', sure) === known.certainty) {
        found.set(file, { file, certainty: sure })
      }
    }
  }
  for (const name of answers.files) {
    const file = fileNamed(host, name, answers.places[0]?.file ?? '')
    if (file !== null) found.set(file, { file, certainty: 'exact' })
  }
  // A page that fills regions of what is executed with it: of the layout only the rest is shown.
  for (const layout of [...found.keys()]) {
    const pages = [...found.keys()].filter((file) => file !== layout && templates.fillsBlocks(file, layout))
    const [page] = pages
    if (page === undefined) continue
    const sure = found.get(layout)?.certainty ?? 'exact'
    found.delete(layout)
    for (const file of pages) {
      edges.push({ from: { file, unit: null }, offset: null, kind: 'extends', certainty: sure,
        to: { file: layout, unit: null } })
    }
  }
  const around = answers.layouts.length > 0 || !answers.isByEngine ? answers.layouts : usual
  const shell = around.flatMap((name) => templates.find(name, '')).map((file) => ({ file }))
  return { leaves: [...found.values()], shell: [...new Map(shell.map((each) => [each.file, each])).values()] }
}

/** The nearest file above with a path. */
function fileNamed(host: FrameworkHost, name: string, from: string): string | null {
  for (const directory of ancestors(directoryOf(from))) {
    const path = joinPath(directory, name.replace(/^\.?\/+/, ''))
    if (path !== null && host.has(path)) return path
  }
  return null
}

function staticFolders(
  host: FrameworkHost, code: GoCode, { prefix, directory, file, isFile }: GoFolder,
): StaticFolder[] {
  if (isFile) return []
  const written = textsOf(code, directory).map((text) => text.replaceAll(HOLE, '').replace(/^\.?\/+|\/+$/g, ''))
  return written.flatMap((name) => {
    const found = [...ancestors(directoryOf(file))].map((above) => joinPath(above, name))
      .find((path) => path !== null && path !== '' && host.under(path).length > 0)
    return found ? [{ prefix: prefix.replace(/\/+/g, '/').replace(/\/$/, ''), directory: found, file }] : []
  })
}

/** Templates that no request shows by name may be what these show by another. */
function lateLeaves(
  routes: ReadonlyMap<string, RouteDeclaration>, open: readonly RouteDeclaration[], templates: GoTemplates,
  used: Set<string>, edges: readonly ReachEdge[],
): void {
  if (open.length === 0) return
  const brought = new Set(edges.map(({ to }) => to.file))
  const rest = templates.all()
    .filter((file) => !used.has(file) && !brought.has(file)
      && !/(^|\/)(e?mails?|partials?|layouts?|components?)\//i.test(file))
  for (const route of open) {
    const current = routes.get(route.path)
    if (current) {
      current.leaves = [...current.leaves ?? [], ...rest.map((file) => ({ file, certainty: 'possible' as const }))]
    }
  }
  for (const file of rest) used.add(file)
}

const kinds: readonly RouteKind[] = ['page', 'static', 'redirect', 'api']

/** Requests of one path are one route: the page, when one of them shows one. */
function joined(a: RouteDeclaration, b: RouteDeclaration): RouteDeclaration {
  const [first, second] = kinds.indexOf(b.kind) < kinds.indexOf(a.kind) ? [b, a] : [a, b]
  const unique = <Item extends { file: string }>(items: readonly Item[]): Item[] => [...new Map(items
    .map((item) => [item.file, item])).values()]
  return {
    ...first, certainty: a.kind === b.kind && weakest(a.certainty, b.certainty) === a.certainty
      ? b.certainty : first.certainty,
    leaves: unique([...second.leaves ?? [], ...first.leaves ?? []]), shell: unique([...second.shell ?? [],
      ...first.shell ?? []]),
    places: [...first.places ?? [], ...second.places ?? []],
  }
}
