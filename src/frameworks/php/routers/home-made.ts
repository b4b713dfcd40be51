/**
 * Sites that take a controller, its method and parameters from the parts of the address: `/doctors/show/1` is
 * `Doctors::show(1)` of a folder of controllers.
 */
import { directoryOf } from '../../../paths.js'
import type { Application, RouteDeclaration } from '../../framework.js'
import { routePath } from '../../paths.js'
import { answeredRoute, answerOf } from '../code/answers.js'
import { phpClasses, type PhpFunction } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { mergedRoutes } from '../merged-routes.js'
import { outlineOf } from '../reading/outline.js'
import { ownedFolders } from './routers.js'
import { shownViews, viewFolders } from './shown-views.js'

/** The code that does so: it takes the address apart, loads a file of controllers and calls a method of it. */
const TAKES_APART = /\$_(?:GET\s*\[\s*['"]\w+['"]|SERVER\s*\[\s*['"](?:REQUEST_URI|PATH_INFO|REDIRECT_URL)['"])/
const LOADS = /controllers?\b|Controller\b/i
const CALLS = /\bcall_user_func(?:_array)?\s*\(|->\s*\{?\$\w+(?:->\w+)?\}?\s*\(/

export function conventionalRoutes(values: PhpValues, files: readonly string[]): Application[] {
  const { host } = values
  const dispatchers = files.filter((file) => {
    const text = host.text(file) ?? ''
    return TAKES_APART.test(text) && /\bexplode\s*\(\s*['"]\//.test(text) && LOADS.test(text) && CALLS.test(text)
  })
  return dispatchers.flatMap((dispatcher) => {
    const folder = nearestFolder(files, dispatcher)
    return folder === null ? [] : application(values, dispatcher, folder)
  }).slice(0, 1)
}

/** The folder `controllers` that shares the longest way with the dispatcher. */
function nearestFolder(files: readonly string[], dispatcher: string): string | null {
  const folders = [...new Set(files.flatMap((file) => /^(.*\/)?controllers?(?=\/[^/]+\.php$)/i.exec(file)?.[0] ?? []))]
  const parts = dispatcher.split('/')
  const shared = (folder: string): number => folder.split('/').findIndex((part, at) => parts[at] !== part)
  return folders.sort((a, b) => shared(b) - shared(a))[0] ?? null
}

function application(values: PhpValues, dispatcher: string, folder: string): Application[] {
  const { host } = values
  const classes = phpClasses(host)
  const root = directoryOf(directoryOf(folder))
  const folders = viewFolders(host, root)
  const rows = shownViews(values, root, folders)
  const standard = standardNames(values, dispatcher)
  const routes = host.under(folder).filter((file) => file.endsWith('.php')).flatMap((file): RouteDeclaration[] => {
    const segments = file
      .slice(folder.length + 1, -'.php'.length)
      .split('/')
      .map((segment) => segment.replace(/_?Controller$/i, '').toLowerCase())
    const [of] = classes.inFile(file)
    if (!of) return []
    return classes.methods(of).filter((method) => isOwn(method, file)).flatMap((method): RouteDeclaration[] => {
      const isIndex = method.name.toLowerCase() === standard.method
      const parameters = method.parameters.map(({ name, isOptional }) => `:${name.slice(1)}${isOptional ? '?' : ''}`)
      const declared = {
        file,
        start: method.declaration.start,
        end: method.declaration.end,
        certainty: 'likely' as const,
      }
      const answer = answerOf(rows, method.body, { ...method.scope, self: of }, true)
      const path = routePath(...segments, ...isIndex ? [] : [method.name], ...parameters)
      const isHome = isIndex && segments.join('/') === standard.controller
      return [
        answeredRoute(path, answer, true, declared),
        ...(isHome ? [answeredRoute('/', answer, true, declared)] : []),
      ]
    })
  })
  if (!routes.some(({ leaves = [] }) => leaves.length > 0)) return []
  const merged = mergedRoutes(routes)
  return [
    {
      framework: 'php-controllers',
      root,
      routes: merged,
      owns: [...ownedFolders(merged, folders, [dispatcher]), folder],
      templateRoots: folders,
    },
  ]
}

function isOwn({ declaration, scope, name }: PhpFunction, file: string): boolean {
  return (
    scope.file === file &&
    !name.startsWith('_') &&
    !declaration.modifiers.some((word) => /^(private|protected|static|abstract)$/.test(word))
  )
}

/** `protected $controller = 'Home'`, `$method = 'index'`: what an address without parts means. */
function standardNames(values: PhpValues, dispatcher: string): { controller: string; method: string } {
  const { assignments } = outlineOf(values.host, dispatcher)
  const text = (name: RegExp): string | undefined =>
    assignments
      .filter((item) => name.test(item.name) && item.value.kind === 'string')
      .map(({ value }) => (value.kind === 'string' ? value.text : ''))[0]
  const controller = text(/controller|controlador/i) ?? 'home'
  return {
    controller: controller.replace(/_?Controller$/i, '').toLowerCase(),
    method: (text(/method|action|metodo/i) ?? 'index').toLowerCase(),
  }
}
