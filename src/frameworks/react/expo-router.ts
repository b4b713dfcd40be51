/** Expo Router, whose pages are pages of the web as well. https://docs.expo.dev/router/basics/notation/ */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { bracketSegment, directoriesWith, isTestModule, join, routePath } from '../paths.js'

const MODULE = /^(.+?)(\+api)?(?:\.(?:web|native|ios|android))?\.(?:tsx|ts|jsx|js)$/

export const expoRouter: Framework = {
  name: 'expo-router',
  docs: 'https://docs.expo.dev/router/basics/notation/',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => host.dependencies(root).has('expo-router'))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const directory = ['app', 'src/app'].map((name) => join(root, name)).find((path) => host.under(path).length > 0)
  if (directory === undefined) return []
  const modules = host.under(directory).flatMap((file) => {
    const match = isTestModule(file) ? null : MODULE.exec(file.slice(directory.length + 1))
    return match ? [{ file, name: match[1] as string, isApi: match[2] !== undefined }] : []
  })
  const layouts = new Map(modules.filter(({ name }) => /(^|\/)_layout$/.test(name)).map(({ file, name }) => [name.replace(/\/?_layout$/, ''), file]))
  const document = modules.filter(({ name }) => name === '+html').map(({ file }) => ({ file }))
  const base = baseOf(host, root)
  const routes = modules.flatMap(({ file, name, isApi }): RouteDeclaration[] => {
    const segments = name.split('/')
    const last = segments.at(-1) as string
    if (last === '_layout' || last === '+html' || last === '+native-intent' || last === '+middleware') return []
    const around = segments.map((_, depth) => layouts.get(segments.slice(0, depth).join('/'))).filter((layout) => layout !== undefined)
    const path = routePath(base, ...segments.filter((segment) => segment !== 'index' && !/^\(.*\)$/.test(segment))
      .map((segment) => (segment === '+not-found' ? '*' : bracketSegment(segment))))
    return [{
      path, kind: isApi ? 'api' : 'page', certainty: 'exact', file,
      shell: isApi ? [] : [...document, ...around.map((layout) => ({ file: layout }))],
    }]
  })
  return routes.length === 0 ? [] : [{ framework: 'expo-router', root, singlePage: true, routes: merged(routes) }]
}

/** `index.tsx` and `index.web.tsx` are one route; so are pages of two groups at one address. */
function merged(routes: readonly RouteDeclaration[]): RouteDeclaration[] {
  const found = new Map<string, RouteDeclaration>()
  for (const route of routes) {
    const key = `${route.kind} ${route.path}`
    const known = found.get(key)
    if (!known) found.set(key, { ...route, leaves: [{ file: route.file }] })
    else {
      known.leaves?.push({ file: route.file })
      known.shell = [...known.shell ?? [], ...(route.shell ?? []).filter(({ file }) => !known.shell?.some((shell) => shell.file === file))]
    }
  }
  return [...found.values()]
}

/** https://docs.expo.dev/versions/latest/config/app/#baseurl */
function baseOf(host: FrameworkHost, root: string): string {
  const config = host.json(join(root, 'app.json')) as { expo?: { experiments?: { baseUrl?: unknown } } } | undefined
  const base = config?.expo?.experiments?.baseUrl
  return typeof base === 'string' ? base : ''
}
