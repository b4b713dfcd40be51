/** https://nextjs.org/docs/app/api-reference/file-conventions: the `app` directory of Next.js. */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { bracketSegment, routePath } from '../../paths.js'
import { configuredRoutes, everywhere, nextProjects, pageStem, publicPages, routerDirectory, type NextProject } from './project.js'

export const nextApp: Framework = {
  name: 'next-app',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions',
  applications: (host) => nextProjects(host).flatMap((project) => {
    const directory = routerDirectory(host, project.root, 'app')
    return directory === null ? [] : applications(host, project, directory)
  }),
}

/** Files that stand around the page of every route at or below their directory. */
const AROUND = new Map([
  ['layout', 'exact'], ['template', 'exact'], ['loading', 'likely'], ['error', 'likely'], ['not-found', 'likely'],
  ['forbidden', 'likely'], ['unauthorized', 'likely'],
] as const)

/** `(.)x`, `(..)x`, `(..)(..)x`, `(...)x`. https://nextjs.org/docs/app/api-reference/file-conventions/intercepting-routes */
const INTERCEPTING = /^(\(\.\)|(?:\(\.\.\))+|\(\.\.\.\))(.+)$/

interface Found {
  directory: string
  name: string
  file: string
}

function applications(host: FrameworkHost, project: NextProject, app: string): Application[] {
  const { root } = project
  const routes = appRoutes(host, project, app)
  const isAlone = routerDirectory(host, root, 'pages') === null
  const errors = host.under(app).filter((path) => path.slice(app.length + 1).startsWith('global-') && pageStem(path, project.extensions))
  const files = publicPages(host, project)
  return [
    {
      framework: 'next-app', root, base: routePath(project.basePath),
      routes: [...routes, ...isAlone ? configuredRoutes(host, project, routes) : []],
      injections: [
        ...everywhere(host, project),
        // https://nextjs.org/docs/app/api-reference/file-conventions/error#global-error: shown when the root layout fails.
        ...errors.map((file): Injection => ({ file, scope: 'all', certainty: 'possible' })),
      ],
      singlePage: true,
    },
    ...files.length === 0 ? [] : [{ framework: 'next-app', root, routes: files }],
  ]
}

/** Routes of the files below the `app` directory; what several files show at one address is one route. */
export function appRoutes(host: FrameworkHost, project: NextProject, app: string): RouteDeclaration[] {
  const files: Found[] = []
  for (const file of host.under(app)) {
    const slash = file.lastIndexOf('/')
    const name = pageStem(file.slice(slash + 1), project.extensions)
    if (name !== null) files.push({ directory: file.slice(0, slash), name, file })
  }
  const around = new Map<string, Found[]>()
  for (const found of files) if (AROUND.has(found.name as 'layout')) add(around, found.directory, found)
  const inSlots = files.filter(({ directory }) => directory.includes('/@'))
  const routes = new Map<string, RouteDeclaration>()
  // What is in no slot first: it declares the route, slots beside it and interceptions add to it.
  const ordered = [...files].sort((a, b) => Number(isBeside(a.directory)) - Number(isBeside(b.directory)))
  for (const found of ordered) {
    const route = routeOf(project, app, found, around, inSlots)
    const known = route && routes.get(route.path)
    if (!route) continue
    if (!known) routes.set(route.path, route)
    else if (known.kind === route.kind) merge(known, route)
  }
  return [...routes.values()]
}

function isBeside(directory: string): boolean {
  return directory.split('/').some((segment) => segment.startsWith('@') || INTERCEPTING.test(segment))
}

/** Adds what a second file shows on a route: itself and what is around it alone. */
function merge(known: RouteDeclaration, further: RouteDeclaration): void {
  const { certainty } = further
  const parts = new Set([...known.leaves ?? [], ...known.shell ?? []].map(({ file }) => file))
  if (!parts.has(further.file)) known.leaves = [...known.leaves ?? [], { file: further.file, certainty }]
  const around = (further.shell ?? []).filter(({ file }) => !parts.has(file))
  known.shell = [...known.shell ?? [], ...around.map(({ file }) => ({ file, certainty }))]
}

function routeOf(
  project: NextProject, app: string, found: Found, around: ReadonlyMap<string, Found[]>, inSlots: readonly Found[],
): RouteDeclaration | null {
  if (found.name !== 'page' && found.name !== 'route') return null
  const segments = found.directory.slice(app.length).split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => segment.startsWith('_'))) return null
  const isApi = found.name === 'route'
  // https://nextjs.org/docs/app/api-reference/file-conventions/layout#root-layout: from one to another is a full load.
  const layouts = segments.map((_, length) => [app, ...segments.slice(0, length)].join('/'))
  const root = [...layouts, found.directory].flatMap((directory) => around.get(directory) ?? [])
    .find(({ name }) => name === 'layout')
  return {
    path: routePath(project.basePath, urlOf(segments)),
    kind: isApi ? 'api' : 'page',
    certainty: isBeside(found.directory) ? 'likely' : 'exact',
    file: found.file,
    leaves: [{ file: found.file }],
    ...(root ? { document: root.file } : {}),
    shell: isApi ? [] : [...shellsOf(app, segments, around), ...slotsOf(app, segments, inSlots)],
  }
}

/** URL of a directory: groups and slots drop out, intercepting segments go to where they intercept. */
function urlOf(segments: readonly string[]): string {
  let url: string[] = []
  for (const segment of segments) {
    const intercepting = INTERCEPTING.exec(segment)
    if (intercepting) {
      const [, marker = '', rest = ''] = intercepting
      if (marker === '(...)') url = []
      else if (marker !== '(.)') url = url.slice(0, Math.max(0, url.length - marker.length / 4))
      url.push(bracketSegment(rest))
    } else if (!segment.startsWith('@') && !/^\(.*\)$/.test(segment)) {
      url.push(bracketSegment(segment.replace(/^%5F/i, '_')))
    }
  }
  return url.join('/')
}

function shellsOf(app: string, segments: readonly string[], around: ReadonlyMap<string, Found[]>): NonNullable<RouteDeclaration['shell']> {
  const shells: NonNullable<RouteDeclaration['shell']> = []
  for (let length = 0; length <= segments.length; length++) {
    const directory = [app, ...segments.slice(0, length)].join('/')
    for (const { name, file } of around.get(directory) ?? []) shells.push({ file, certainty: AROUND.get(name as 'layout') ?? 'exact' })
  }
  return shells
}

/** https://nextjs.org/docs/app/api-reference/file-conventions/parallel-routes: slots beside the way show on the route. */
function slotsOf(app: string, segments: readonly string[], files: readonly Found[]): NonNullable<RouteDeclaration['shell']> {
  const shells: NonNullable<RouteDeclaration['shell']> = []
  if (files.length === 0) return shells
  for (let length = 0; length <= segments.length; length++) {
    const directory = [app, ...segments.slice(0, length)].join('/')
    const rest = segments.slice(length).filter((segment) => !/^\(.*\)$/.test(segment)).join('/')
    const slots = new Set(files.flatMap((found) => {
      const slot = found.directory.startsWith(`${directory}/@`) ? found.directory.slice(directory.length + 1).split('/')[0] : undefined
      return slot === undefined || segments[length] === slot ? [] : [slot]
    }))
    for (const slot of slots) {
      const root = `${directory}/${slot}`
      const inSlot = files.filter((found) => found.directory === root || found.directory.startsWith(`${root}/`))
      const page = inSlot.find(({ name, directory: at }) => name === 'page' && at.slice(root.length + 1) === rest)
      const fallback = inSlot.find(({ name, directory: at }) => name === 'default' && at === root)
      const layout = inSlot.find(({ name, directory: at }) => name === 'layout' && at === root)
      for (const shown of [layout, page ?? fallback]) if (shown) shells.push({ file: shown.file })
    }
  }
  return shells
}

function add(map: Map<string, Found[]>, key: string, value: Found): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
