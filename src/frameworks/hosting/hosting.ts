/** Other addresses of pages, and addresses that only lead on, from the rules of a hosting service. */
import type { Application, FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath } from '../paths.js'
import { hostingRules, type Hosting } from './rules.js'

/** The applications with what the rules add: pages under a second address, redirects, addresses without an ending. */
export function withHosting(host: FrameworkHost, applications: readonly Application[]): Application[] {
  const hosting = hostingRules(host)
  if (hosting.rules.length + hosting.hidden.length === 0) return [...applications]
  const shown = applications.map((application) => ({ ...application, routes: application.routes.map((route) => withoutEnding(route, hosting)) }))
  const known = new Set(shown.flatMap(({ routes }) => routes.map(({ path }) => unnamed(path))))
  const redirects: RouteDeclaration[] = []
  for (const { file, source, destination, kind } of hosting.rules) {
    // What answers everything, or a whole part of the site, says nothing about one page.
    if (known.has(unnamed(source)) || /^\/(?:[*:][^/]*)?$/.test(source)) continue
    if (kind === 'redirect') {
      if (source.includes('*')) continue
      known.add(unnamed(source))
      redirects.push({ path: source, kind: 'redirect', certainty: 'exact', file, leaves: [] })
      continue
    }
    for (const application of shown) {
      const route = answering(application.routes, destination)
      if (!route) continue
      known.add(unnamed(source))
      application.routes.push({ ...route, path: source })
      break
    }
  }
  return redirects.length === 0 ? shown : [...shown, { framework: 'hosting', root: '', routes: redirects }]
}

/** The same for paths that differ in the names of their parameters only. */
const unnamed = (path: string): string => path.replace(/:[^/]+/g, ':')

/** `/booking.html`, `/booking`, `/booking/index.html`: the page that a path answers with. */
function answering(routes: readonly RouteDeclaration[], destination: string): RouteDeclaration | undefined {
  const written = routePath(destination.replace(/^[a-z]+:\/\/[^/]*/i, ''))
  const plain = written.replace(/(^|\/)index\.\w+$/, '$1').replace(/(?<=.)\/$/, '')
  const spellings = new Set([written, plain === '' ? '/' : plain, `${plain}.html`, written.replace(/\.(?:html?|php)$/, '')])
  const pages = routes.filter(({ kind }) => kind === 'page' || kind === 'static')
  return pages.find(({ path }) => path === written) ?? pages.find(({ path }) => spellings.has(path))
}

function withoutEnding(route: RouteDeclaration, { hidden }: Hosting): RouteDeclaration {
  const ending = /\.(html|php)$/.exec(route.path)?.[1]
  if (ending === undefined || (route.kind !== 'static' && route.kind !== 'page')) return route
  const isHidden = hidden.some(({ directory, extension }) => extension === ending && (directory === '' || route.file.startsWith(`${directory}/`)))
  return isHidden ? { ...route, path: route.path.slice(0, -ending.length - 1) } : route
}
