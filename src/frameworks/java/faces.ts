/**
 * Jakarta Faces: pages in Facelets that a servlet serves by their path, templates, composite components.
 * https://jakarta.ee/specifications/faces/4.1/
 */
import { directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { codeValues } from '../reading/classes/constants.js'
import { outlineOf } from '../reading/classes/outline.js'
import { uriPath } from './annotated/uri-template.js'
import { scriptEdges } from './script-tags.js'
import { moduleOf } from './servlets/servlets.js'
import { isBuilt, isProtected, servedFile, webRootOf } from './servlets/web-root.js'
import { withoutXmlComments, xmlElements, xmlText } from './servlets/xml.js'

const USES = /xmlns:\w+\s*=\s*["'](?:https?:\/\/(?:java\.sun\.com|xmlns\.jcp\.org)\/jsf\b|jakarta\.faces\.|http:\/\/primefaces\.org)/

export const faces: Framework = {
  name: 'faces',
  docs: 'https://jakarta.ee/specifications/faces/4.1/',
  applications(host, claimed) {
    const byRoot = new Map<string, string[]>()
    for (const file of host.under('')) {
      if (!/\.xhtml$/i.test(file) || claimed.has(file) || isBuilt(file) || !host.isProduct(file)) continue
      const root = webRootOf(file)
      if (root === null || !USES.test((host.text(file) ?? '').slice(0, HEAD))) continue
      const list = byRoot.get(root)
      if (list) list.push(file)
      else byRoot.set(root, [file])
    }
    return [...byRoot].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([root, files]) => application(host, root, files))
  },
}

/** How far into a file its namespaces stand. */
const HEAD = 5000

interface Mapping {
  /** In front of paths: `/faces`, `''`. */
  prefix: string
  /** What `.xhtml` is called; null keeps it, `''` leaves it out. */
  extension: string | null
}

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const descriptor = withoutXmlComments(host.text(servedFile(host, root, 'WEB-INF/web.xml') ?? '') ?? '')
  const mappings = mappingsOf(descriptor)
  const below = (file: string): string => (root === '' ? file : file.slice(root.length + 1))
  const pages = files.filter((file) => !isProtected(file) && !/^resources\//.test(below(file)) && isPage(host.text(file) ?? ''))
  const routes = pages.flatMap((file) => mappings.map((mapping): RouteDeclaration => (
    { path: addressOf(below(file), mapping), kind: 'page', certainty: 'exact', file, leaves: [{ file }] })))
  const known = new Set(routes.map(({ path }) => path))
  const more = [...welcome(host, root, descriptor, mappings), ...prettyRoutes(host, root, mappings)]
    .filter(({ path }) => !known.has(path) && known.add(path))
  if (routes.length + more.length === 0) return []
  return [{
    framework: 'faces', root, routes: [...routes, ...more], owns: [...files],
    edges: [
      ...componentEdges(host, root, files), ...computedTemplates(host, files),
      ...scriptEdges(host, files, (url) => servedFile(host, root, url)),
    ],
  }]
}

/** https://jakarta.ee/specifications/faces/4.1/jakarta-faces-4.1#a6183: without one in the descriptor several are there. */
function mappingsOf(descriptor: string): Mapping[] {
  const names = xmlElements(descriptor, 'servlet').filter(({ body }) => /FacesServlet/.test(body)).map(({ body }) => xmlText(body, 'servlet-name'))
  const patterns = xmlElements(descriptor, 'servlet-mapping').filter(({ body }) => names.includes(xmlText(body, 'servlet-name')))
    .flatMap(({ body }) => xmlElements(body, 'url-pattern').map((pattern) => pattern.body.trim()))
  const isBare = xmlElements(descriptor, 'context-param').some(({ body }) => {
    const name = xmlText(body, 'param-name') ?? ''
    const value = xmlText(body, 'param-value') ?? ''
    return (/AUTOMATIC_EXTENSIONLESS_MAPPING$/.test(name) && value === 'true') || (/FACES_VIEWS_SCAN_PATHS$/.test(name) && /^\/\*/.test(value))
  })
  const found = patterns.flatMap((pattern): Mapping[] => {
    const prefix = /^(\/.+)\/\*$/.exec(pattern)?.[1]
    if (prefix !== undefined) return [{ prefix, extension: null }]
    const extension = /^\*(\.\w+)$/.exec(pattern)?.[1]
    return extension === undefined ? [] : [{ prefix: '', extension }]
  })
  const [first] = isBare ? [{ prefix: '', extension: '' }] : found
  // The first is the one that links are written for.
  return [first ?? { prefix: '', extension: null }]
}

function addressOf(path: string, { prefix, extension }: Mapping): string {
  const written = extension === null ? path : path.replace(/\.xhtml$/i, extension)
  return routePath(prefix, extension === '' ? written.replace(/(^|\/)index$/, '$1') : written)
}

const TEMPLATED = /<ui:composition\b[^<>]*\btemplate\s*=/
const DOCUMENT = /<(?:h:head|h:body|head|body|f:view)\b/
const INSERTS = /<ui:insert\b/

/** What fills a template or is a whole document; a template itself and pieces of pages are none. */
function isPage(text: string): boolean {
  const visible = withoutXmlComments(text)
  if (TEMPLATED.test(visible)) return true
  return DOCUMENT.test(visible) && !INSERTS.test(visible) && !/<(?:cc|composite):(?:interface|implementation)\b/.test(visible)
}

function welcome(host: FrameworkHost, root: string, descriptor: string, mappings: readonly Mapping[]): RouteDeclaration[] {
  for (const { body } of xmlElements(descriptor, 'welcome-file')) {
    const written = body.trim().replace(/^\/+/, '')
    const path = mappings.reduce((rest, { prefix }) => (prefix !== '' && `/${rest}`.startsWith(`${prefix}/`) ? rest.slice(prefix.length) : rest), written)
    const file = servedFile(host, root, path.replace(/\.(?:jsf|faces)$/, '.xhtml'))
    if (file !== null && /\.xhtml$/i.test(file)) return [{ path: '/', kind: 'page', certainty: 'exact', file, leaves: [{ file }] }]
  }
  return []
}

/** Addresses that PrettyFaces gives to pages. https://www.ocpsoft.org/docs/prettyfaces/3.3.3/en-US/html/Configuration.html */
function prettyRoutes(host: FrameworkHost, root: string, mappings: readonly Mapping[]): RouteDeclaration[] {
  const shown = (pattern: string, view: string, file: string): RouteDeclaration[] => {
    const path = mappings.reduce((rest, { prefix }) => (prefix !== '' && rest.startsWith(`${prefix}/`) ? rest.slice(prefix.length) : rest), view)
    const page = servedFile(host, root, path.replace(/\.(?:jsf|faces)$/, '.xhtml'))
    if (page === null) return []
    return [{ ...uriPath(pattern.replace(/#\{\s*(?:\/[^/]*\/\s*)?(?:[\w.]*[.:\s])?(\w+)\s*\}/g, '{$1}')), kind: 'page', file, leaves: [{ file: page }] }]
  }
  const described = ['pretty-config.xml'].flatMap((name) => host.named(name)).flatMap((file) =>
    xmlElements(withoutXmlComments(host.text(file) ?? ''), 'url-mapping').flatMap(({ body, attribute }) => {
      const pattern = xmlElements(body, 'pattern')[0]?.attribute('value') ?? xmlText(body, 'pattern') ?? attribute('pattern')
      const view = xmlElements(body, 'view-id')[0]?.attribute('value') ?? xmlText(body, 'view-id')
      return pattern === null || view === null ? [] : shown(pattern, view, file)
    }))
  const values = codeValues(host)
  const coded = host.under(moduleOf(root)).filter((file) => /\.java$/.test(file) && /@URLMapping\b/.test(host.text(file) ?? '')).flatMap((file) =>
    outlineOf(host, file).classes.flatMap(({ annotations }, owner) => annotations.filter(({ name }) => name === 'URLMapping').flatMap((each) => {
      const text = (name: string): string | undefined => {
        const value = each.arguments.find((argument) => argument.name === name)?.value
        return value ? values.texts(value, { file, owner })[0] : undefined
      }
      return shown(text('pattern') ?? '', text('viewId') ?? '', file)
    })))
  return [...described, ...coded]
}

const LIBRARY = /\bxmlns:(\w+)\s*=\s*["'](?:https?:\/\/(?:java\.sun\.com|xmlns\.jcp\.org)\/jsf\/composite\/|jakarta\.faces\.composite\/)([^"'\s]+)["']/g
const TAG = /<(\w+):([\w.-]+)[\s/>]/g
const SCRIPT = /<(?:h:outputScript|o:deferredScript|p:outputScript)\b([^<>]*)>/g

/** Components of the project's libraries, tags of its tag libraries, and scripts among the resources. */
function componentEdges(host: FrameworkHost, root: string, files: readonly string[]): ReachEdge[] {
  const tags = tagFiles(host, root)
  return files.flatMap((file) => {
    const text = host.text(file) ?? ''
    const edge = (offset: number, kind: ReachEdge['kind'], to: string | null): ReachEdge[] => (to === null || to === file ? []
      : [{ from: { file, unit: null }, offset, kind, certainty: 'exact', to: { file: to, unit: null } }])
    const libraries = new Map([...text.matchAll(LIBRARY)].map(([, prefix, library]) => [prefix as string, library as string]))
    const spaces = tags.size === 0 ? [] : [...text.matchAll(/\bxmlns:(\w+)\s*=\s*["']([^"'\s]+)["']/g)]
    const own = new Map(spaces.map(([, prefix, space]) => [prefix as string, space as string]))
    const used = libraries.size === 0 && own.size === 0 ? [] : [...text.matchAll(TAG)].flatMap((match) => {
      const [, prefix = '', name = ''] = match
      const library = libraries.get(prefix)
      const tag = tags.get(`${own.get(prefix) ?? ''} ${name}`) ?? null
      return edge(match.index, 'include', library === undefined ? tag : servedFile(host, root, `resources/${library}/${name}.xhtml`))
    })
    const scripts = [...text.matchAll(SCRIPT)].flatMap((match) => {
      const value = (name: string): string | undefined => new RegExp(`\\b${name}\\s*=\\s*["']([^"']+)["']`).exec(match[1] as string)?.[1]
      const name = value('name')
      return name === undefined ? [] : edge(match.index, 'asset', servedFile(host, root, join(join('resources', value('library') ?? ''), name.replace(/^\/+/, ''))))
    })
    return [...used, ...scripts]
  })
}

/** Tags that a `*.taglib.xml` writes as files, by namespace and name. */
function tagFiles(host: FrameworkHost, root: string): Map<string, string> {
  return new Map(host.under(moduleOf(root)).filter((file) => /\.taglib\.xml$|taglib[^/]*\.xml$/i.test(file)).flatMap((file) => {
    const xml = withoutXmlComments(host.text(file) ?? '')
    const space = xmlText(xml, 'namespace') ?? ''
    return xmlElements(xml, 'tag').flatMap(({ body }): [string, string][] => {
      const source = xmlText(body, 'source')
      const target = source === null ? null : source.startsWith('/') ? servedFile(host, root, source) : join(directoryOf(file), source)
      return target === null || !host.has(target) ? [] : [[`${space} ${xmlText(body, 'tag-name') ?? ''}`, target]]
    })
  }))
}

const COMPUTED = /<ui:(?:composition|decorate)\b[^<>]*\btemplate\s*=\s*["'][^"'<>]*#\{/g

/** A template that is computed may be any. */
function computedTemplates(host: FrameworkHost, files: readonly string[]): ReachEdge[] {
  const pages = files.flatMap((file) => [...(host.text(file) ?? '').matchAll(COMPUTED)].map((match) => ({ file, offset: match.index })))
  if (pages.length === 0) return []
  const templates = files.filter((file) => INSERTS.test(host.text(file) ?? ''))
  return pages.flatMap(({ file, offset }) => templates.filter((to) => to !== file).map((to): ReachEdge => (
    { from: { file, unit: null }, offset, kind: 'extends', certainty: 'possible', to: { file: to, unit: null } })))
}
