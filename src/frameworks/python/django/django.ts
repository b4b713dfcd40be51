/** Django: https://docs.djangoproject.com/en/5.2/topics/http/urls/ */
import { weakest } from '../../../certainty.js'
import type { Application, Framework, FrameworkHost, Injection } from '../../framework.js'
import { AnswerReader, noAnswers } from '../answers.js'
import { codeEdges } from '../code-edges.js'
import { PythonCode } from '../reading/code.js'
import { literalsOf } from '../reading/texts.js'
import { shownRoutes, type AnsweredRequest } from '../shown-routes.js'
import { djangoProjects, type DjangoProject } from './settings.js'
import { staticEdges } from './static-files.js'
import { tagEdges } from './template-tags.js'
import { UrlReader, type UrlEntry } from './urls.js'
import { ViewReader } from '../views.js'
import { wagtailTemplates } from './wagtail.js'

export const django: Framework = {
  name: 'django',
  docs: 'https://docs.djangoproject.com/en/5.2/topics/http/urls/',
  applications(host) {
    const code = PythonCode.of(host)
    return djangoProjects(host, code).flatMap((project) => application(host, code, project))
  },
}

function application(host: FrameworkHost, code: PythonCode, project: DjangoProject): Application[] {
  const { templates } = project
  const urls = new UrlReader(code)
  const views = new ViewReader(code, new AnswerReader(code, (name) => templates.has(name)))
  const requests = project.urlconfs.flatMap(({ file, isDeclared }) => urls.read(file, isDeclared ? 'exact' : 'likely'))
    .map((entry) => request(code, project, views, entry))
  const edges = [...tagEdges(host, code, project), ...staticEdges(host, project), ...codeEdges(code)]
  if (requests.length === 0) {
    return edges.length === 0 ? [] : [{ framework: 'django', root: project.root, routes: [], edges }]
  }
  const routes = shownRoutes(host, requests, templates)
  const shows = routes.some(({ leaves = [] }) => leaves.length > 0)
  return [{
    framework: 'django', root: project.root, routes, edges, injections: middleware(host, code, project),
    ...(shows ? { templateRoots: templates.directories, owns: [...templates.directories] } : {}),
  }]
}

function request(
  code: PythonCode, project: DjangoProject, views: ViewReader, { path, certainty, declared, view, packaged }: UrlEntry,
): AnsweredRequest {
  const otherwise = 'page'
  if (view === null || packaged?.kind === 'api') {
    const answers = noAnswers()
    if (view) answers.places.push(...views.read(view).places)
    if (packaged && packaged.templates.length === 0 && /^(wagtail|cms)\b/.test(packaged.module)) {
      for (const name of wagtailTemplates(code, project)) answers.templates.push({ name, certainty: 'possible' })
    }
    for (const name of packaged?.templates ?? []) {
      const names = name.endsWith('*')
        ? project.templates.all().flatMap((file) => project.templates.nameOf(file) ?? [])
          .filter((found) => found.startsWith(name.slice(0, -1))) : [name]
      for (const found of names) answers.templates.push({ name: found, certainty: 'likely' })
    }
    // Which addresses an editor gives pages is in the database.
    const sure = path.endsWith('*') && packaged?.kind !== 'api' && !packaged?.module.startsWith('django.')
      ? weakest(certainty, 'possible') : certainty
    return { path, certainty: sure, declared, answers, kind: packaged?.kind ?? 'page', isKnown: true, otherwise }
  }
  const answers = views.read(view)
  return { path, certainty, declared, answers, kind: answers.kind, isKnown: answers.isKnown, otherwise }
}

/** Middleware of the project that writes markup into what others answer. */
function middleware(host: FrameworkHost, code: PythonCode, project: DjangoProject): Injection[] {
  const names = ['MIDDLEWARE', 'MIDDLEWARE_CLASSES'].flatMap((name) => project.setting(name))
    .flatMap((value) => code.items(value))
    .flatMap((value) => literalsOf(code, value))
  const files = new Set(names
    .flatMap((name) =>
      code.modules.resolve(project.settings[0] ?? '', name.slice(0, Math.max(0, name.lastIndexOf('.')))) ?? []))
  return [...files].filter((file) => /<script|<img|<iframe/i.test(host.text(file) ?? ''))
    .map((file) => ({ file, scope: 'all', certainty: 'likely' }))
}
