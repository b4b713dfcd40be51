/**
 * Jakarta REST: resources by their annotations, and the pages that some of them show: Qute (Quarkus), Jakarta MVC, views
 * of Jersey. https://jakarta.ee/specifications/restful-ws/4.0/ https://quarkus.io/guides/qute-reference
 */
import { HOLE } from '../../../parse/hole.js'
import type { Application, Framework, FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { argumentOf, codeValues, type CodeScope, type CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeAnnotation, type CodeMethod } from '../../reading/classes/outline.js'
import { handledRoutes, type HandledRequest } from '../handled.js'
import { javaModule } from '../modules.js'
import { propertyFiles, readProperties } from '../properties.js'
import { scriptEdges } from '../script-tags.js'
import { servedFile, webRoots } from '../servlets/web-root.js'
import { withoutXmlComments, xmlElements } from '../servlets/xml.js'
import { directoriesOf, viewFinder } from '../view-files.js'
import { handlersIn, type AnnotationDialect, type Handler } from './handlers.js'
import { uriPath } from './uri-template.js'

const VERBS = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/
const USES = /\b(?:javax|jakarta)\.ws\.rs\b/

const dialect: AnnotationDialect = {
  isController: ({ annotations, methods }) => annotations.some(({ name }) => name === 'Path')
    || methods.some((method) => method.annotations.some(({ name }) => name === 'Path' || VERBS.test(name))),
  base: { name: /^Path$/, arguments: ['value'] },
  handles: VERBS,
  path: { name: /^Path$/, arguments: ['value'] },
}

export const jaxRs: Framework = {
  name: 'jax-rs',
  docs: 'https://jakarta.ee/specifications/restful-ws/',
  applications(host) {
    const code = host.under('').filter((file) => /\.(?:java|kt)$/.test(file) && host.isProduct(file) && USES.test(host.text(file) ?? ''))
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
  const base = basePath(host, values, files, inModule)
  const requests = files.flatMap((file) => handlersIn(values, file, dialect).flatMap((handler) => requestsOf(values, handler, base)))
  if (requests.length === 0) return []
  const templates = directoriesOf(host, module, 'classpath:/templates/')
  const protectedViews = directoriesOf(host, module, '/WEB-INF/views/')
  const finder = viewFinder(host, module, [
    ...['.html', '.qute.html', '.txt', ''].flatMap((suffix) => templates.map((directory) => ({ directory, suffix }))),
    ...['', '.jsp', '.xhtml'].flatMap((suffix) => protectedViews.map((directory) => ({ directory, suffix }))),
  ])
  const source = { show: (name: string) => ({ leaves: finder.find(name), shell: [] }), orphans: () => finder.orphans() }
  const routes = handledRoutes(requests, source)
  const resources = directoriesOf(host, module, 'classpath:/META-INF/resources/')
  const located = (url: string): string | null => resources.map((directory) => join(directory, url.slice(1))).find((file) => host.has(file))
    ?? webRoots(host).map((root) => servedFile(host, root, url)).find((file) => file !== null) ?? null
  const shown = inModule.filter((file) => /\.(?:html|jsp|xhtml)$/.test(file) && host.isProduct(file))
  return [{ framework: 'jax-rs', root: module, routes, owns: finder.used(), edges: scriptEdges(host, shown, located) }]
}

/** What stands before all paths: `@ApplicationPath`, the servlet's pattern, settings of Quarkus. */
function basePath(host: FrameworkHost, values: CodeValues, files: readonly string[], inModule: readonly string[]): string {
  const properties = readProperties(host, propertyFiles(inModule))
  const root = properties.get('quarkus.http.root-path') ?? ''
  const written = files.filter((file) => (host.text(file) ?? '').includes('@ApplicationPath')).flatMap((file) =>
    outlineOf(host, file).classes.flatMap(({ annotations }, owner) => annotations.filter(({ name }) => name === 'ApplicationPath')
      .flatMap((each) => textsOf(values, each, 'value', { file, owner }))))
  const described = inModule.filter((file) => /(^|\/)web\.xml$/.test(file)).flatMap((file) => {
    const xml = withoutXmlComments(host.text(file) ?? '')
    const names = xmlElements(xml, 'servlet').filter(({ body }) => /jersey|resteasy|CXFServlet|ws\.rs\.core\.Application/i.test(body))
      .map(({ body }) => xmlElements(body, 'servlet-name')[0]?.body.trim())
    return xmlElements(xml, 'servlet-mapping').filter(({ body }) => names.includes(xmlElements(body, 'servlet-name')[0]?.body.trim()))
      .flatMap(({ body }) => xmlElements(body, 'url-pattern').map((pattern) => pattern.body.trim().replace(/\/?\*$/, '')))
  })
  return `${root}/${written[0] ?? properties.get('quarkus.rest.path', 'quarkus.resteasy.path') ?? described[0] ?? ''}`
}

function textsOf(values: CodeValues, annotation: CodeAnnotation, name: string, scope: CodeScope): string[] {
  const given = argumentOf(annotation, [name], 0)
  return given ? values.texts(given, scope) : []
}

function requestsOf(values: CodeValues, handler: Handler, base: string): HandledRequest[] {
  const { method, scope } = handler
  const views = viewsOf(values, handler)
  const isMarkup = [...method.annotations, ...values.classAt({ file: handler.controller.file, owner: handler.controller.index })?.annotations ?? []]
    .some((each) => each.name === 'Produces' && each.arguments.some(({ value }) => /text\/html/.test(textsIn(values, value, scope))))
  const place = { file: scope.file, start: method.start, end: method.end }
  return handler.bases.flatMap((before) => handler.paths.map((own): HandledRequest => ({
    ...uriPath(base, before, own), declared: place, places: [], views, isOpen: views.length === 0 && isMarkup && /TemplateInstance|Viewable/.test(method.type),
    isData: views.length === 0 && !isMarkup, isMarkup,
  })))
}

function textsIn(values: CodeValues, node: Parameters<CodeValues['texts']>[0], scope: CodeScope): string {
  const named = node.kind === 'name' ? node.path : ''
  return `${/TEXT_HTML/.test(named) ? 'text/html' : ''} ${values.texts(node, scope).join(' ')}`
}

/** Templates that a method gives, by annotation or by what it returns. */
function viewsOf(values: CodeValues, { method, scope, controller }: Handler): string[] {
  const outline = outlineOf(values.host, scope.file)
  const type = values.classAt({ file: controller.file, owner: controller.index })
  const given = [...method.annotations, ...(type?.annotations ?? [])].filter(({ name }) => name === 'View' || name === 'Template')
    .flatMap((each) => [...textsOf(values, each, 'value', scope), ...(each.name === 'Template' ? textsOf(values, each, 'name', scope) : [])])
  const calls = outline.calls(method.body)
  const created = calls.filter(({ path }) => /^new Viewable$/.test(path)).flatMap((call) => call.arguments.slice(0, 1).flatMap(({ value }) => values.texts(value, scope)))
  const isController = [...method.annotations, ...(type?.annotations ?? [])].some(({ name }) => name === 'Controller')
  const returned = isController ? outline.returns(method.body).filter(({ kind }) => kind === 'string' || kind === 'join' || kind === 'name').flatMap((node) => values.texts(node, scope)) : []
  return [...new Set([...given, ...created, ...returned, ...quteTemplates(values, method, scope)])].filter((name) => name !== HOLE)
}

/** `hello.data(…)` of an injected template, `Templates.hello(…)` of checked ones. */
function quteTemplates(values: CodeValues, method: CodeMethod, scope: CodeScope): string[] {
  const text = values.host.text(scope.file) ?? ''
  if (!/TemplateInstance|\bTemplate\s+\w+/.test(text)) return []
  const outline = outlineOf(values.host, scope.file)
  const type = outline.classes[scope.owner]
  return outline.calls(method.body).flatMap((call): string[] => {
    const [owner = '', name = ''] = call.receiver === null ? call.path.split('.') : []
    if (name === '') return []
    if (/^(?:data|instance|render|createMulti)$/.test(name)) {
      const field = new RegExp(`(?:@Location\\(\\s*"([^"]+)"\\s*\\)\\s*)?(?:\\w+\\s+)*\\bTemplate\\s+${owner}\\b|\\b${owner}\\s*:\\s*Template\\b`).exec(text)
      return field ? [field[1] ?? owner] : []
    }
    const checked = outline.classes.findIndex((each) => each.name === owner && each.annotations.some((annotation) => annotation.name === 'CheckedTemplate'))
    if (checked >= 0) return [outline.classes[checked]?.parent === -1 ? name : `${type?.name ?? ''}/${name}`]
    const elsewhere = /^[A-Z]/.test(owner) ? values.classNamed(scope.file, [owner]) : null
    const found = elsewhere ? outlineOf(values.host, elsewhere.file).classes[elsewhere.index] : undefined
    return found?.annotations.some((annotation) => annotation.name === 'CheckedTemplate') ? [name] : []
  })
}
