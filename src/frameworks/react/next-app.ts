/** https://nextjs.org/docs/app/api-reference/file-conventions: the `app` directory of Next.js. */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { clientInstrumentation, nextProjects, pageStem, publicPages, routerDirectory, type NextProject } from './next.js'
import { bracketSegment, routePath } from '../paths.js'

export const nextApp: Framework = {
  name: 'next-app',
  docs: 'https://nextjs.org/docs/app/api-reference/file-conventions',
  applications: (host) => nextProjects(host).flatMap((project) => {
    const directory = routerDirectory(host, project.root, 'app')
    return directory === null ? [] : [application(host, project, directory)]
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

function application(host: FrameworkHost, project: NextProject, app: string): Application {
  const files: Found[] = []
  for (const file of host.under(app)) {
    const slash = file.lastIndexOf('/')
    const name = pageStem(file.slice(slash + 1), project.extensions)
    if (name !== null) files.push({ directory: file.slice(0, slash), name, file })
  }
  const around = new Map<string, Found[]>()
  for (const found of files) if (AROUND.has(found.name as 'layout')) add(around, found.directory, found)
  const inSlots = files.filter(({ directory }) => directory.includes('/@'))
  const routes = files.flatMap((found) => route(project, app, found, around, inSlots))
  return {
    framework: 'next-app',
    root: project.root,
    routes: [...routes, ...publicPages(host, project)],
    injections: [
      ...clientInstrumentation(host, project.root).map((file) => ({ file, scope: 'all' as const, certainty: 'exact' as const })),
      ...files.filter(({ directory, name }) => directory === app && name === 'global-error')
        .map(({ file }) => ({ file, scope: 'all' as const, certainty: 'possible' as const })),
    ],
    singlePage: true,
  }
}

function route(project: NextProject, app: string, found: Found, around: ReadonlyMap<string, Found[]>, files: readonly Found[]): RouteDeclaration[] {
  if (found.name !== 'page' && found.name !== 'route') return []
  const segments = found.directory.slice(app.length).split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => segment.startsWith('_'))) return []
  const path = urlOf(segments)
  const shell = [...shellsOf(app, segments, around), ...slotsOf(app, segments, files)]
  const intercepts = segments.some((segment) => INTERCEPTING.test(segment))
  const isSlot = segments.some((segment) => segment.startsWith('@'))
  // A slot's page shows together with the route of the same URL; what is not in a slot of its own declares the route.
  return [{
    path: routePath(project.basePath, path),
    kind: found.name === 'route' ? 'api' : 'page',
    certainty: intercepts || isSlot ? 'likely' : 'exact',
    file: found.file,
    shell: found.name === 'route' ? [] : shell,
  }]
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
