/** From requests that a server answers to routes: what is shown on each, paths that several calls answer made one. */
import type { Certainty, RouteKind } from '../../types.js'
import type { FrameworkHost, RouteDeclaration, RouteGuard, RoutePlace } from '../framework.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { answersOf, handlerFunctions, type Answers } from './handlers.js'
import { writtenLocations } from './locations.js'
import { uniqueLeaves } from '../merged-routes.js'
import { shownView, type ViewSettings } from './views.js'

export interface AnsweredRequest {
  path: string
  certainty: Certainty
  /** File and span of the code that declares it. */
  declared: RoutePlace
  /** Answers to `GET`, or to every method. */
  isRead: boolean
  handlers: readonly ScriptValue[]
  guards?: readonly RouteGuard[]
  /** Views and files it shows that no handler names. */
  shows?: Pick<Answers, 'views' | 'files'>
}

export interface ServerSettings {
  root: string
  views: ViewSettings
  /** Folders from which files are given out by name. */
  fileDirectories: readonly string[]
}

type Leaf = NonNullable<RouteDeclaration['leaves']>[number]

/** The route of one request. Null for a page that is not in the tree: what a build makes. */
export function answeredRoute(
  host: FrameworkHost, reader: ScriptReader, settings: ServerSettings, request: AnsweredRequest,
): RouteDeclaration | null {
  const functions = request.handlers.flatMap((handler) => handlerFunctions(reader, handler))
  const answers = answersOf(reader, functions)
  const views = [...answers.views, ...(request.shows?.views ?? [])].map((call) => shownView(host, reader, settings.views, settings.root, call))
  const files = [...answers.files, ...(request.shows?.files ?? [])].flatMap((given) => givenFiles(host, reader, settings, given))
  const leaves: Leaf[] = [...views.flatMap((view) => view.leaves), ...files.map((file): Leaf => ({ file, certainty: 'exact' }))]
  const shows = views.length > 0 || files.length > 0 || answers.markup
  const kind = kindOf(request, answers, shows, functions.length > 0)
  if (kind === 'page' && !shows && (answers.files.length > 0 || request.path.endsWith('*'))) return null
  const places = [request.declared, ...answers.places]
  const isGuess = kind === 'page' && !shows
  return {
    path: request.path, kind, certainty: isGuess ? 'possible' : request.certainty, file: request.declared.file,
    leaves: uniqueLeaves(leaves), shell: views.flatMap((view) => view.shell), places,
    ...request.guards && request.guards.length > 0 ? { guards: request.guards } : {},
  }
}

function kindOf({ isRead, path }: AnsweredRequest, answers: Answers, shows: boolean, isKnown: boolean): RouteKind {
  if (shows || answers.views.length > 0) return 'page'
  if (answers.files.length > 0) return isRead ? 'page' : 'api'
  if (answers.redirects.length > 0 && !answers.data) return isRead ? 'redirect' : 'api'
  if (answers.data || isKnown || !isRead || /(^|\/)api(\/|$)/i.test(path)) return 'api'
  return 'page'
}

/** `res.sendFile(path.join(__dirname, 'x.html'))`, `res.sendFile('x.html', { root })`, `reply.sendFile('x.html', folder)`. */
function givenFiles(host: FrameworkHost, reader: ScriptReader, settings: ServerSettings, given: readonly ScriptValue[]): string[] {
  const [first, second] = given
  if (!first) return []
  const named = second ? [...reader.property(second, 'root'), second] : []
  const folders = named.flatMap((value) => writtenLocations(reader, settings.root, value))
  const found = writtenLocations(reader, settings.root, first)
  const relative = reader.texts(first).map((text) => text.replace(/^\.?\/+/, ''))
  const candidates = [
    ...found, ...[...folders, ...settings.fileDirectories].flatMap((folder) => relative.map((name) => (folder === '' ? name : `${folder}/${name}`))),
  ]
  return candidates.filter((path) => /\.x?html?$/i.test(path) && host.has(path)).slice(0, 1)
}
