/** https://nextjs.org/docs/pages/building-your-application/routing: the `pages` directory of Next.js. */
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { clientInstrumentation, nextProjects, pageStem, publicPages, routerDirectory, type NextProject } from './next.js'
import { bracketSegment, routePath } from '../paths.js'

export const nextPages: Framework = {
  name: 'next-pages',
  docs: 'https://nextjs.org/docs/pages/building-your-application/routing',
  applications: (host, claimed) => nextProjects(host).flatMap((project) => {
    const directory = routerDirectory(host, project.root, 'pages')
    return directory === null ? [] : [application(host, project, directory, claimed)]
  }),
}

const SHELLS = ['_document', '_app']

function application(host: FrameworkHost, project: NextProject, pages: string, claimed: ReadonlySet<string>): Application {
  const shell: { file: string }[] = []
  const routes: RouteDeclaration[] = []
  for (const file of host.under(pages)) {
    const relative = pageStem(file.slice(pages.length + 1), project.extensions)
    if (relative === null) continue
    if (SHELLS.includes(relative)) shell.push({ file })
    else if (relative === '_error' || relative.startsWith('_')) continue
    else routes.push(route(project, file, relative))
  }
  return {
    framework: 'next-pages',
    root: project.root,
    routes: [
      ...routes.map((item) => (item.kind === 'page' ? { ...item, shell } : item)),
      ...publicPages(host, project).filter(({ file }) => !claimed.has(file)),
    ],
    injections: clientInstrumentation(host, project.root).map((file) => ({ file, scope: 'all', certainty: 'exact' })),
    singlePage: true,
  }
}

function route(project: NextProject, file: string, relative: string): RouteDeclaration {
  const segments = relative.split('/')
  if (segments.at(-1) === 'index') segments.pop()
  const isApi = segments[0] === 'api'
  return { path: routePath(project.basePath, ...segments.map(bracketSegment)), kind: isApi ? 'api' : 'page', certainty: 'exact', file }
}
