/** https://nextjs.org/docs/pages/building-your-application/routing: the `pages` directory of Next.js. */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { bracketSegment, isTestModule, routePath } from '../../paths.js'
import { appRoutes } from './app.js'
import { configuredRoutes, everywhere, nextProjects, pageStem, publicPages, routerDirectory, type NextProject } from './project.js'

export const nextPages: Framework = {
  name: 'next-pages',
  docs: 'https://nextjs.org/docs/pages/building-your-application/routing',
  applications: (host, claimed) => nextProjects(host).flatMap((project) => {
    const directory = routerDirectory(host, project.root, 'pages')
    return directory === null ? [] : applications(host, project, directory, claimed)
  }),
}

const SHELLS = ['_document', '_app']

function applications(
  host: FrameworkHost, project: NextProject, pages: string, claimed: ReadonlySet<string>,
): Application[] {
  const shell: { file: string }[] = []
  const routes: RouteDeclaration[] = []
  for (const file of host.under(pages)) {
    const relative = pageStem(file.slice(pages.length + 1), project.extensions)
    if (relative === null || isTestModule(file)) continue
    if (SHELLS.includes(relative)) shell.push({ file })
    else if (!relative.startsWith('_')) routes.push(route(project, file, relative))
  }
  const { root } = project
  const shown = routes.map((item) => (item.kind === 'page' ? { ...item, shell } : item))
  const app = routerDirectory(host, root, 'app')
  const all = [...shown, ...app === null ? [] : appRoutes(host, project, app)]
  const files = publicPages(host, project).filter(({ file }) => !claimed.has(file))
  return [
    {
      framework: 'next-pages', root, base: routePath(project.basePath),
      routes: [...shown, ...configuredRoutes(host, project, all)],
      injections: everywhere(host, project), singlePage: true,
    },
    ...files.length === 0 ? [] : [{ framework: 'next-pages', root, routes: files }],
  ]
}

function route(project: NextProject, file: string, relative: string): RouteDeclaration {
  const segments = relative.split('/')
  if (segments.at(-1) === 'index') segments.pop()
  const isApi = segments[0] === 'api'
  // https://nextjs.org/docs/pages/guides/internationalization: the default locale has no prefix.
  const locale = project.hasLocales && !isApi ? ':locale?' : ''
  return {
    path: routePath(project.basePath, locale, ...segments.map(bracketSegment)), kind: isApi ? 'api' : 'page', certainty: 'exact', file,
  }
}
