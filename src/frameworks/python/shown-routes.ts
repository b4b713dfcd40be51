/** From requests and what answers them to routes with the templates they show. */
import { weakest } from '../../certainty.js'
import type { Certainty, RouteKind } from '../../types.js'
import type { FrameworkHost, RouteDeclaration, RoutePlace } from '../framework.js'
import { routePath } from '../paths.js'
import type { Answers } from './answers.js'
import { unnamedTemplates, type TemplateDirectories } from './templates.js'

export interface AnsweredRequest {
  /** Slashes as written. */
  path: string
  certainty: Certainty
  declared: RoutePlace
  answers: Answers
  /** Null when what it answers with decides. */
  kind: RouteKind | null
  /** The code that answers is there. */
  isKnown: boolean
  /** Where the names of its templates are looked for first, when not in the usual order. */
  templates?: TemplateDirectories
  /** What a view of which nothing is known answers with: a framework for pages, or one for data. */
  otherwise: RouteKind
}

/** Mails are no pages. */
const NO_PAGE = /(^|\/)e?mails?\/|\.txt$|(^|\/)(40[0-9]|50[0-9])\.html$/

/** Routes of the requests, one for each path, the surest declaration first. */
export function shownRoutes(
  host: FrameworkHost, requests: readonly AnsweredRequest[], templates: TemplateDirectories,
): RouteDeclaration[] {
  const routes = new Map<string, RouteDeclaration>()
  const open: RouteDeclaration[] = []
  const used = new Set<string>()
  for (const request of requests) {
    const route = shownRoute(request, templates)
    for (const { file } of route.leaves ?? []) used.add(file)
    const known = routes.get(route.path)
    const merged = known ? join(known, route) : route
    routes.set(route.path, merged)
    if (request.answers.isOpen) open.push(merged)
  }
  const rest = open.length === 0
    ? [] : unnamedTemplates(host, templates).filter((file) => !used.has(file) && !NO_PAGE.test(file))
  // What no request shows by name may be what these show by another.
  for (const route of open) {
    const current = routes.get(route.path)
    if (current) {
      current.leaves = [...current.leaves ?? [], ...rest.map((file) => ({ file, certainty: 'possible' as const }))]
    }
  }
  return [...routes.values()]
}

function shownRoute(
  { path, certainty, declared, answers, kind, isKnown, otherwise, templates: own }: AnsweredRequest,
  templates: TemplateDirectories,
): RouteDeclaration {
  const pages = answers.templates.filter(({ name }) => !NO_PAGE.test(name))
  const leaves = pages.flatMap(({ name, certainty: sure }) => {
    const found = own?.find(name, sure) ?? []
    return found.length > 0 ? found : templates.find(name, sure)
  })
  const shows = leaves.length > 0 || pages.length > 0 || answers.gives.has('markup') || answers.gives.has('file')
  const found = kind ?? kindOf(answers, shows, isKnown, path, otherwise)
  const isGuess = kind === null && found === 'page' && !shows && !answers.isOpen
  return {
    path: routePath(path), kind: found, certainty: isGuess
      ? weakest(certainty, 'possible') : certainty, file: declared.file,
    leaves: distinct(leaves), places: [declared, ...answers.places], ...answers.guards.length === 0 ? {} : { guards: answers.guards },
  }
}

function kindOf(answers: Answers, shows: boolean, isKnown: boolean, path: string, otherwise: RouteKind): RouteKind {
  if (/\.(txt|xml|json|js|ico|rss|csv|pdf)\/?$/i.test(path)) return 'api'
  if (shows || answers.isOpen) return 'page'
  if (answers.gives.has('redirect') && !answers.gives.has('data')) return 'redirect'
  if (answers.gives.has('data') || /(^|\/)api(\/|$)/i.test(path)) return 'api'
  if (answers.gives.has('text')) return 'page'
  return isKnown ? 'api' : otherwise
}

const kinds: readonly RouteKind[] = ['page', 'static', 'redirect', 'api']

function join(a: RouteDeclaration, b: RouteDeclaration): RouteDeclaration {
  const [first, second] = kinds.indexOf(b.kind) < kinds.indexOf(a.kind) ? [b, a] : [a, b]
  const { guards, ...kept } = first
  return {
    ...kept, ...guards && (second.guards || second.kind !== 'page') ? { guards } : {}, certainty: weakest(a.certainty, b.certainty) === a.certainty ? b.certainty : a.certainty,
    leaves: distinct([...first.leaves ?? [], ...second.leaves ?? []]), places: [...first.places ?? [],
      ...second.places ?? []],
  }
}

type Leaf = NonNullable<RouteDeclaration['leaves']>[number]

/** The surest of the leaves of one file. */
function distinct(leaves: readonly Leaf[]): Leaf[] {
  const found = new Map<string, Leaf>()
  for (const leaf of leaves) {
    const known = found.get(leaf.file)
    if (!known || weakest(known.certainty ?? 'exact', leaf.certainty ?? 'exact') === known.certainty) {
      found.set(leaf.file, leaf)
    }
  }
  return [...found.values()]
}
