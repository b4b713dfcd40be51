/** Micronaut: controllers and the views they name. https://docs.micronaut.io/latest/guide/#routing https://micronaut-projects.github.io/micronaut-views/latest/guide/ */
import type { Application, Framework, FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { argumentOf, codeValues, type CodeValues } from '../../reading/classes/constants.js'
import { handledRoutes, type HandledRequest } from '../handled.js'
import { javaModule } from '../modules.js'
import { propertyFiles, readProperties, type Properties } from '../properties.js'
import { scriptEdges } from '../script-tags.js'
import { directoriesOf, viewFinder } from '../view-files.js'
import { handlersIn, type AnnotationDialect } from './handlers.js'
import { outcomeOf } from './outcomes.js'
import { uriPath } from './uri-template.js'

const USES = /\bio\.micronaut\.http\.annotation\b/
const MAPPING = /^(?:Get|Post|Put|Delete|Patch|Head|Options|Trace|CustomHttpMethod|Error)$/
const PATHS = ['value', 'uri', 'uris']

const dialect: AnnotationDialect = {
  isController: ({ annotations }) => annotations.some(({ name }) => name === 'Controller'),
  base: { name: /^Controller$/, arguments: ['value'] },
  handles: MAPPING,
  path: { name: MAPPING, arguments: PATHS },
}

const SUFFIXES = ['.html', '.ftlh', '.ftl', '.hbs', '.vm', '.peb', '.jte', '']

export const micronaut: Framework = {
  name: 'micronaut',
  docs: 'https://docs.micronaut.io/latest/guide/',
  applications(host) {
    const code = host.under('').filter((file) => /\.(?:java|kt|groovy)$/.test(file) && host.isProduct(file) && USES.test(host.text(file) ?? ''))
    const byModule = new Map<string, string[]>()
    for (const file of code) {
      const module = javaModule(host, file)
      byModule.set(module, [...byModule.get(module) ?? [], file])
    }
    return [...byModule].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([module, files]) => application(host, module, files))
  },
}

function application(host: FrameworkHost, module: string, files: readonly string[]): Application[] {
  const values = codeValues(host)
  const inModule = host.under(module).filter((file) => javaModule(host, file) === module)
  const properties = readProperties(host, propertyFiles(inModule))
  const requests = files.flatMap((file) => requestsOf(values, file, properties))
  if (requests.length === 0) return []
  const directories = directoriesOf(host, module, `classpath:/${properties.get('micronaut.views.folder') ?? 'views'}/`)
  const finder = viewFinder(host, module, SUFFIXES.flatMap((suffix) => directories.map((directory) => ({ directory, suffix }))))
  const source = { show: (name: string) => ({ leaves: finder.find(name), shell: [] }), orphans: () => finder.orphans() }
  const served = ['classpath:/public/', 'classpath:/static/'].flatMap((location) => directoriesOf(host, module, location))
  const located = (url: string): string | null => served.map((directory) => join(directory, url.slice(1))).find((file) => host.has(file)) ?? null
  const shown = directories.flatMap((directory) => host.under(directory))
  return [{
    framework: 'micronaut', root: module, routes: handledRoutes(requests, source), owns: finder.used(), edges: scriptEdges(host, shown, located),
  }]
}

function requestsOf(values: CodeValues, file: string, properties: Properties): HandledRequest[] {
  return handlersIn(values, file, dialect).flatMap((handler) => {
    const { method, scope, controller } = handler
    const named = method.annotations.filter(({ name }) => name === 'View').flatMap((each) => {
      const given = argumentOf(each, ['value'], 0)
      return given ? values.texts(given, scope) : []
    })
    const outcome = /ModelAndView/.test(method.type) ? outcomeOf(values, method, scope, controller) : null
    const views = [...named, ...(outcome?.views ?? [])]
    const place = { file: scope.file, start: method.start, end: method.end }
    const context = properties.get('micronaut.server.context-path') ?? ''
    return handler.bases.flatMap((base) => handler.paths.map((own): HandledRequest => ({
      ...uriPath(context, properties.filled(base), properties.filled(own)), declared: place, places: outcome?.places ?? [], views,
      isOpen: outcome?.isOpen ?? false, isData: views.length === 0 && outcome === null,
    })))
  })
}
