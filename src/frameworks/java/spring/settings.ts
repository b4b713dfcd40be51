/**
 * Where an application of Spring keeps its views and what stands before its paths: properties, XML, configuration code.
 * https://docs.spring.io/spring-framework/reference/web/webmvc-view.html
 */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost } from '../../framework.js'
import { codeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode } from '../../reading/classes/outline.js'
import { propertyFiles, readProperties, type Properties } from '../properties.js'
import { withoutXmlComments, xmlElements, type XmlElement } from '../servlets/xml.js'

export interface ViewPlace {
  /** As configured: `classpath:/templates/`, `/WEB-INF/views/`. */
  prefix: string
  suffix: string
}

export interface SpringSettings {
  properties: Properties
  /** In front of all paths: `/clinic`. */
  context: string
  /** Places of views, the configured ones first. */
  views: ViewPlace[]
  /** Extension that all addresses end with, without the dot: `*.htm`; null for none. */
  extension: string | null
  /** Descriptions in XML, with comments taken out. */
  descriptions: { file: string; xml: string }[]
}

/** What Spring Boot and its engines take when nothing is said. https://docs.spring.io/spring-boot/appendix/application-properties/ */
const DEFAULTS: readonly ViewPlace[] = ['.html', '.ftlh', '.ftl', '.mustache', '.vm', '.jte', '.tpl', '.jsp'].map((suffix) => ({ prefix: 'classpath:/templates/', suffix }))

const ENGINES: readonly { keys: readonly string[]; suffix: string }[] = [
  { keys: ['spring.mvc.view', 'spring.view'], suffix: '' },
  { keys: ['spring.thymeleaf'], suffix: '.html' },
  { keys: ['spring.freemarker'], suffix: '.ftlh' },
  { keys: ['spring.mustache'], suffix: '.mustache' },
  { keys: ['spring.velocity'], suffix: '.vm' },
  { keys: ['spring.groovy.template'], suffix: '.tpl' },
]

/** @param code files whose code may configure views */
export function springSettings(host: FrameworkHost, files: readonly string[], code: readonly string[]): SpringSettings {
  const properties = readProperties(host, propertyFiles(files))
  const descriptions = files.filter((file) => /\.xml$/i.test(file) && !/(^|\/)(?:target|build|bin|out|test|node_modules)\//.test(file)).flatMap((file) => {
    const text = host.text(file) ?? ''
    return /springframework\.org\/schema|<!DOCTYPE beans|DispatcherServlet|<beans\b/.test(text) ? [{ file, xml: withoutXmlComments(text) }] : []
  })
  const mapped = dispatcherPatterns(host, descriptions, code)
  const prefixes = mapped.flatMap((pattern) => (/^\/.+\/\*$/.test(pattern) ? [pattern.slice(0, -2)] : []))
  const extensions = mapped.flatMap((pattern) => (/^\*\.\w+$/.test(pattern) ? [pattern.slice(2)] : []))
  const isWhole = mapped.length === 0 || mapped.some((pattern) => pattern === '/' || pattern === '/*')
  const context = [
    properties.get('server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'),
    properties.get('spring.mvc.servlet.path', 'server.servlet-path', 'server.servlet.path') ?? (isWhole ? null : prefixes[0] ?? null),
  ]
  return {
    properties, descriptions,
    context: context.filter((path) => path !== null && !path.includes(HOLE)).map((path) => `/${path as string}`.replace(/\/+/g, '/').replace(/\/$/, '')).join(''),
    views: [...configured(properties), ...described(descriptions, properties), ...coded(host, code, properties), ...DEFAULTS],
    extension: isWhole || prefixes.length > 0 ? null : extensions[0] ?? null,
  }
}

function configured(properties: Properties): ViewPlace[] {
  return ENGINES.flatMap(({ keys, suffix }) => {
    const value = (name: string): string | null => properties.get(...keys.map((key) => `${key}.${name}`))
    const paths = (value('template-loader-path') ?? value('resource-loader-path'))?.split(',').map((path) => path.trim())
    const prefix = value('prefix')
    const written = value('suffix')
    if (paths === undefined && prefix === null && written === null) return []
    return (paths ?? ['']).map((path) => ({ prefix: joined(path, prefix ?? (paths ? '' : 'classpath:/templates/')), suffix: written ?? suffix }))
  })
}

function joined(directory: string, prefix: string): string {
  return directory === '' ? prefix : `${directory.replace(/\/$/, '')}/${prefix.replace(/^\//, '')}`
}

/** Beans with a prefix and a suffix, `<mvc:jsp prefix= suffix=>`. */
function described(descriptions: readonly { xml: string }[], properties: Properties): ViewPlace[] {
  return descriptions.flatMap(({ xml }) => [...xmlElements(xml, 'bean'), ...xmlElements(xml, 'jsp')].flatMap((element) => {
    const prefix = propertyOf(element, 'prefix')
    const suffix = propertyOf(element, 'suffix')
    return prefix === null && suffix === null ? [] : [{ prefix: properties.filled(prefix ?? ''), suffix: properties.filled(suffix ?? '') }]
  }))
}

/** A property of a bean: an attribute (`p:prefix`), or an element. */
export function propertyOf(element: XmlElement, name: string): string | null {
  const own = element.attribute(name) ?? element.attribute(`p:${name}`)
  if (own !== null) return own
  const inner = xmlElements(element.body, 'property').find((property) => property.attribute('name') === name)
  return inner ? inner.attribute('value') ?? (xmlElements(inner.body, 'value')[0]?.body.trim() || null) : null
}

/** `resolver.setPrefix("/WEB-INF/")` with the suffix that is set beside it, `registry.jsp("/WEB-INF/", ".jsp")`. */
function coded(host: FrameworkHost, code: readonly string[], properties: Properties): ViewPlace[] {
  const values = codeValues(host)
  return code.filter((file) => /ViewResolver|TemplateResolver|FreeMarkerConfigurer|VelocityConfigurer/.test(host.text(file) ?? '')).flatMap((file) =>
    outlineOf(host, file).classes.flatMap((type, owner) => type.methods.flatMap((method) => {
      const calls = outlineOf(host, file).calls(method.body)
      const text = (call: CodeCallNode | undefined, place: number): string | null => {
        const value = call?.arguments[place]?.value
        const found = value ? values.texts(value, { file, owner, body: method.body })[0] ?? HOLE : HOLE
        return found.includes(HOLE) ? null : properties.filled(found)
      }
      const named = (name: string): CodeCallNode | undefined => calls.find((call) => call.name === name && call.arguments.length > 0)
      const prefix = text(named('setPrefix') ?? named('setTemplateLoaderPath') ?? named('setResourceLoaderPath'), 0)
      const suffix = text(named('setSuffix'), 0)
      const created = calls.filter((call) => /^(?:new InternalResourceViewResolver|registry\.jsp|viewResolver)$/.test(call.path) && call.arguments.length === 2)
        .map((call) => ({ prefix: text(call, 0) ?? '', suffix: text(call, 1) ?? '' }))
      return [...(prefix === null && suffix === null ? [] : [{ prefix: prefix ?? '', suffix: suffix ?? '' }]), ...created]
    })))
}

/** Patterns of the addresses that are given to Spring. */
function dispatcherPatterns(host: FrameworkHost, descriptions: readonly { xml: string }[], code: readonly string[]): string[] {
  const values = codeValues(host)
  const written = descriptions.flatMap(({ xml }) => {
    const servlets = xmlElements(xml, 'servlet').filter(({ body }) => /DispatcherServlet/.test(body))
    const names = servlets.map(({ body }) => xmlElements(body, 'servlet-name')[0]?.body.trim())
    return xmlElements(xml, 'servlet-mapping').filter(({ body }) => names.includes(xmlElements(body, 'servlet-name')[0]?.body.trim()))
      .flatMap(({ body }) => xmlElements(body, 'url-pattern').map((pattern) => pattern.body.trim()))
  })
  const coded = code.filter((file) => /getServletMappings|DispatcherServlet\b/.test(host.text(file) ?? '')).flatMap((file) => {
    const outline = outlineOf(host, file)
    return outline.classes.flatMap((type, owner) => type.methods.flatMap((method) => {
      const scope = { file, owner, body: method.body }
      if (method.name === 'getServletMappings') return outline.returns(method.body).flatMap((node) => values.texts(node, scope))
      return outline.calls(method.body).filter(({ name }) => name === 'addMapping')
        .flatMap((call) => call.arguments.flatMap(({ value }) => values.texts(value, scope)))
    }))
  })
  return [...written, ...coded].filter((pattern) => !pattern.includes(HOLE))
}
