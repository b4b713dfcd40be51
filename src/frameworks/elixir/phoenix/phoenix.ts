/** Phoenix, with live views, and routers of Plug: https://hexdocs.pm/phoenix/routing.html */
import { weakest } from '../../../certainty.js'
import { directoryOf } from '../../../paths.js'
import type { RouteKind } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes, uniqueLeaves } from '../../merged-routes.js'
import { staticRoutes } from '../../node/static-files.js'
import { calledName, pathOf, positional, type Call } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import { codeEdges } from '../code-edges.js'
import { bodyOf, ElixirCode, elixirFiles, type ElixirModule } from '../reading/modules.js'
import { Answers, type Answer } from './answers.js'
import { assetEdges, staticFolders } from './assets.js'
import { componentEdges } from './components.js'
import { PhoenixRouter, type PhoenixRoute } from './router.js'
import { applyPlug, type Settings } from './settings.js'
import { applicationOf, PhoenixViews } from './views.js'

export const phoenix: Framework = {
  name: 'phoenix',
  docs: 'https://hexdocs.pm/phoenix/routing.html',
  applications(host, claimed) {
    const files = elixirFiles(host).filter((file) => ROUTER.test(host.text(file) ?? ''))
    if (files.length === 0) return []
    const code = ElixirCode.of(host)
    const routers = files.flatMap((file) => code.modulesIn(file)).filter((module) => isRouter(code, module))
    return routers.length === 0 ? [] : applications(host, code, routers, claimed)
  },
}

const ROUTER = /\buse\s+(?:[A-Z][\w.]*\s*,\s*:router\b|Phoenix\.Router\b|Plug\.Router\b)/

function isRouter(code: ElixirCode, module: ElixirModule): boolean {
  return code.directives(module).some(({ call }) => {
    const [what] = positional(call)
    return pathOf(call.callee) === 'use' && what?.kind === 'name' && /^(?:Phoenix|Plug)\.Router$/.test(what.name)
  })
}

function applications(
  host: FrameworkHost, code: ElixirCode, routers: readonly ElixirModule[], claimed: ReadonlySet<string>,
): Application[] {
  const views = new PhoenixViews(code)
  const answers = new Answers(code, views)
  const forwarded = forwards(code, routers)
  const applications = routers.map((module): Application => {
    const routes = (forwarded.get(module.name) ?? ['']).flatMap((prefix) => {
      const router = new PhoenixRouter(code, module, prefix)
      return router.routes.filter(({ target }) => target === null || !routers.some(({ name }) => name === target))
        .flatMap((route) => guarded(router, route, declaration(code, views, answers, route, settingsOf(code, router, route))) ?? [])
    })
    return { framework: 'phoenix', root: applicationOf(host, module.file), routes: mergedRoutes(routes), singlePage: true }
  })
  const roots = [...new Set(routers.map(({ file }) => applicationOf(host, file)))]
  embedAll(code, views)
  const marked = elixirFiles(host).filter((file) => /~[HLE]["']/.test(host.text(file) ?? ''))
  const templates = [...views.templates(), ...marked]
  const folders = roots.flatMap((root) => staticFolders(host, code, root))
  const [first] = roots as [string]
  return [...applications, {
    framework: 'phoenix', root: first, routes: staticRoutes(host, folders, claimed),
    edges: [...componentEdges(code, views), ...codeEdges(code),
      ...roots.flatMap((root) => assetEdges(host, root, templates))],
    owns: [...new Set(views.templates().map(directoryOf))],
  }]
}

/** Templates of modules that no route has asked for: of components and of layouts. */
function embedAll(code: ElixirCode, views: PhoenixViews): void {
  for (const file of elixirFiles(code.host)) {
    if (!/\bembed_templates\b|_web\b|Web\b|Phoenix\./.test(code.host.text(file) ?? '')) continue
    for (const module of code.modulesIn(file)) views.files(module)
  }
}

/** Paths at which routers stand in others. */
function forwards(code: ElixirCode, routers: readonly ElixirModule[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const module of routers) {
    for (const { verb, target, path } of new PhoenixRouter(code, module, '').routes) {
      if (verb !== 'forward' || target === null || target === module.name || !routers.some(({ name }) => name === target)) continue
      found.set(target, [...found.get(target) ?? [], path === '/' ? '' : path])
    }
  }
  return found
}

/** Pipelines, their plugs and live sessions that ask for a sign-in. https://hexdocs.pm/phoenix/mix_phx_gen_auth.html */
function guarded(router: PhoenixRouter, { pipelines, session, declared }: PhoenixRoute, found: RouteDeclaration | null): RouteDeclaration | null {
  const { file, start: offset } = declared
  const plugs = pipelines.flatMap((name) => router.pipelines.get(name) ?? []).flatMap(({ call, module }) => {
    const [what] = positional(call)
    const name = what?.kind === 'symbol' || what?.kind === 'name' ? what.name : ''
    return [{ name: name.slice(name.lastIndexOf('.') + 1), file: module.file, offset: call.start }]
  })
  // What a pipeline for every page does it does for the page of the sign-in as well.
  const own = pipelines.map((name) => ({ name, file, offset }))
  const guards = [...plugs.filter(({ name }) => /require|ensure|demand|only/i.test(name)), ...own, ...session ? [{ name: session.name, file, offset }] : []]
  return found && { ...found, guards }
}

function settingsOf(code: ElixirCode, router: PhoenixRouter, route: PhoenixRoute): Settings {
  const settings: Settings = { places: [] }
  for (const name of route.pipelines) {
    for (const { call, module } of router.pipelines.get(name) ?? []) applyPlug(code, module, settings, call, null)
    // `pipe_through :require_login` may name a function, too.
    if (!router.pipelines.has(name)) {
      const call = { ...route.call, arguments: [{ name: null, value: { kind: 'symbol' as const, name, start: 0, end: 0 } }] }
      applyPlug(code, route.module, settings, call, null)
    }
  }
  return settings
}

function declaration(
  code: ElixirCode, views: PhoenixViews, answers: Answers, route: PhoenixRoute, before: Settings,
): RouteDeclaration | null {
  const target = route.target === null ? null : code.module(route.target)
  const answer = answerOf(answers, route, target, before)
  // A resource has more routes than its controller has actions.
  if (route.isResource && target && !answer) return null
  const kind = kindOf(route, answer)
  const shown = kind === 'page' && answer ? layoutsOf(code, views, answer) : { shell: [], places: [] }
  const isGuess = kind === 'page' && (!answer || (answer.files.length === 0 && answer.isOpen))
  const path = route.verb === 'forward' && route.path !== '/' ? `${route.path}/*` : route.path
  return {
    path, kind, certainty: isGuess ? weakest(route.certainty, 'possible') : route.certainty,
    file: route.declared.file, shell: shown.shell,
    leaves: uniqueLeaves((answer?.files ?? []).map((file) => ({ file }))),
    places: [route.declared, ...answer?.places ?? [], ...shown.places],
    // From one live view to another of the same session the browser keeps the document; others are loaded anew.
    document: route.verb === 'live' ? `live ${route.session?.name ?? ''}` : path,
  }
}

function answerOf(answers: Answers, route: PhoenixRoute, target: ElixirModule | null, before: Settings): Answer | null {
  if (route.verb === 'live') return target ? answers.live(target, before, route.session, route) : null
  if (target && route.action !== null) return answers.action(target, route.action, before)
  if (!target && !route.call.block && route.verb !== 'forward') return null
  // A plug, or the block of a router of Plug.
  const body = target ? null : bodyOf(route.call)
  const answer: Answer = { gives: new Set(), files: [], places: [...before.places], around: [], isOpen: false }
  if (target) answer.places.push({ file: target.file, start: target.start, end: target.end })
  for (const call of callsIn(body ?? target?.body ?? [])) {
    const name = calledName(call)
    if (/^(?:send_resp|send_file|resp|send_chunked)$/.test(name)) answer.gives.add(writesMarkup(call) ? 'page' : 'data')
    if (name === 'render' || name === 'html') answer.gives.add('page')
  }
  return answer
}

function writesMarkup({ arguments: given }: Call): boolean {
  return given.some(({ value }) => value.kind === 'text' && /<[a-z!/][^>]*>/i.test(value.text))
}

function kindOf({ verb, path }: PhoenixRoute, answer: Answer | null): RouteKind {
  if (verb === 'live') return 'page'
  const isRead = verb === 'get' || verb === 'match' || verb === 'forward'
  if (!answer) return isRead && !/(^|\/)api(\/|$)/i.test(path) && verb !== 'forward' ? 'page' : 'api'
  if (answer.gives.has('page')) return 'page'
  if (answer.gives.has('redirect') && !answer.gives.has('data')) return isRead ? 'redirect' : 'api'
  return answer.gives.has('data') || !isRead || verb === 'forward' || answer.places.length > 0 ? 'api' : 'page'
}

function layoutsOf(code: ElixirCode, views: PhoenixViews, answer: Answer): Required<Pick<RouteDeclaration, 'shell' | 'places'>> {
  const shell: { file: string }[] = []
  const places: Required<RouteDeclaration>['places'] = []
  for (const { module, name } of answer.around) {
    const owner = module === null ? null : code.module(module)
    const shown = owner ? views.template(owner, name) : null
    shell.push(...(shown?.files ?? []).map((file) => ({ file })))
    places.push(...shown?.places ?? [])
  }
  return { shell: [...new Map(shell.map((each) => [each.file, each])).values()], places }
}
