/** Ruby on Rails: https://guides.rubyonrails.org/routing.html */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import type { RouteKind } from '../../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { codeEdges } from '../code-edges.js'
import { RubyCode } from '../reading/code.js'
import { assetEdges } from './assets.js'
import { Components, helperEdges, objectPartialEdges } from './components.js'
import { Controllers, type ActionAnswer } from './controllers.js'
import { RoutesReader } from './routes.js'
import type { RailsRoute } from './scope.js'
import { RailsViews } from './views.js'

export const rails: Framework = {
  name: 'rails',
  docs: 'https://guides.rubyonrails.org/routing.html',
  applications(host) {
    const files = host.named('routes.rb')
      .filter((path) => /(^|\/)config\/routes\.rb$/.test(path) && host.isProduct(path))
    if (files.length === 0) return []
    const code = RubyCode.of(host)
    // Routes of engines are read where they are mounted.
    const draws = (path: string): boolean => /\b(?:application|Application)\.routes\.draw\b/.test(host.text(path) ?? '')
    const own = files.filter(draws)
    return (own.length > 0 ? own : files).flatMap((file) => application(host, code, file))
  },
}

function application(host: FrameworkHost, code: RubyCode, file: string): Application[] {
  const root = file.replace(/\/?config\/routes\.rb$/, '')
  const reader = new RoutesReader(code, root)
  reader.read(file)
  const views = new RailsViews(host, root)
  const components = new Components(host, code, root)
  const controllers = new Controllers(code, views, (name, around) => components.of(name, around))
  const routes = new Map<string, RouteDeclaration>()
  const open: RouteDeclaration[] = []
  const routed = new Set<string>()
  for (const each of reader.routes) {
    const answer = each.controller === null || each.action === null || (each.controller + each.action).includes(HOLE)
      ? null : controllers.answer(each.controller, each.action)
    if (answer && each.controller !== null) routed.add(each.controller)
    // A resource has more routes than its controller has actions.
    if (answer?.isMissing) continue
    const route = declaration(each, answer)
    const known = routes.get(route.path)
    const merged = known ? joined(known, route) : route
    routes.set(route.path, merged)
    if (isOpen(each, answer)) open.push(merged)
  }
  lateLeaves(routes, open, views, routed)
  const templates = views.all()
  const users = [...templates, ...components.files]
  const found = [...routes.values()]
  if (found.length === 0) return []
  return [{
    framework: 'rails', root, routes: found,
    edges: [...codeEdges(host, code, root), ...components.edges(templates), ...helperEdges(host, code, root, users), ...objectPartialEdges(host, views),
      ...assetEdges(host, code, root, [...users, ...helpers(host, root)])],
    ...(templates.length > 0 ? { templateRoots: views.roots, owns: [...views.roots, ...components.files] } : {}),
  }]
}

function helpers(host: FrameworkHost, root: string): string[] {
  return host.under(root === '' ? 'app/helpers' : `${root}/app/helpers`).filter((path) => path.endsWith('.rb'))
}

/** The controller or the view is not known. */
function isOpen({ controller, action }: RailsRoute, answer: ActionAnswer | null): boolean {
  return answer?.isOpen ?? ((controller ?? '') + (action ?? '')).includes(HOLE)
}

function declaration(route: RailsRoute, answer: ActionAnswer | null): RouteDeclaration {
  const kind = kindOf(route, answer)
  const isShown = answer !== null
    && (answer.leaves.length > 0 || answer.gives.has('page') || answer.isOpen
      || (answer.isKnown && answer.shell.length > 0))
  const isGuess = kind === 'page' && !isShown
  return {
    path: route.path, kind, certainty: isGuess
      ? weakest(route.certainty, 'possible') : route.certainty, file: route.declared.file,
    ...answer && answer.guards.length > 0 ? { guards: answer.guards } : {},
    leaves: answer?.leaves ?? [], shell: kind === 'page'
      ? answer?.shell ?? [] : [], places: [route.declared, ...answer?.places ?? []],
  }
}

function kindOf({ verbs, answer: written, path }: RailsRoute, answer: ActionAnswer | null): RouteKind {
  if (written === 'redirect') return 'redirect'
  if (written === 'data') return 'api'
  if (written === 'page') return 'page'
  const isRead = verbs.length === 0 || verbs.includes('get')
  if (!answer) return isRead ? 'page' : 'api'
  if (answer.leaves.length > 0 || answer.gives.has('page') || answer.isOpen) return 'page'
  if (answer.gives.has('redirect') && !answer.gives.has('data')) return isRead ? 'redirect' : 'api'
  if (answer.gives.has('data') || !isRead || /(^|\/)api(\/|$)|\.(json|xml|txt|rss)$/.test(path)) return 'api'
  return answer.isKnown && answer.places.length > 0 ? 'api' : 'page'
}

const kinds: readonly RouteKind[] = ['page', 'static', 'redirect', 'api']

/** Requests of one path are one route: the page, when one of them shows one. */
function joined(a: RouteDeclaration, b: RouteDeclaration): RouteDeclaration {
  const [first, second] = kinds.indexOf(b.kind) < kinds.indexOf(a.kind) ? [b, a] : [a, b]
  const unique = <Item extends { file: string }>(items: readonly Item[]): Item[] => [...new Map(items
    .map((item) => [item.file, item])).values()]
  const isSame = a.kind === b.kind
  const { guards, ...kept } = first
  return {
    ...kept, ...guards && (second.guards || second.kind !== 'page') ? { guards } : {}, certainty: isSame && weakest(a.certainty, b.certainty) === a.certainty ? b.certainty : first.certainty,
    leaves: unique([...second.leaves ?? [], ...first.leaves ?? []]), shell: unique([...second.shell ?? [],
      ...first.shell ?? []]),
    places: [...first.places ?? [], ...second.places ?? []],
  }
}

/** Views of controllers that no route names may be what routes show whose controllers are not known. */
function lateLeaves(
  routes: ReadonlyMap<string, RouteDeclaration>, open: readonly RouteDeclaration[], views: RailsViews,
  routed: ReadonlySet<string>,
): void {
  if (open.length === 0) return
  const rest = views.all().filter((file) => {
    const inside = views.roots.map((root) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : null))
      .find((path) => path !== null) ?? ''
    const directory = inside.slice(0, Math.max(0, inside.lastIndexOf('/')))
    const base = inside.slice(inside.lastIndexOf('/') + 1)
    return !base.startsWith('_')
      && !/^(layouts|shared|application|kaminari)(\/|$)|mailers?(\/|$)|(^|\/)components?(\/|$)/.test(directory)
        && !routed.has(directory)
  })
  for (const route of open) {
    const current = routes.get(route.path)
    if (current) {
      current.leaves = [...current.leaves ?? [], ...rest.map((file) => ({ file, certainty: 'possible' as const }))]
    }
  }
}
