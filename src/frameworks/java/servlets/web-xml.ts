/** What deployment descriptors say of pages: servlets, what stands around JSPs, decorators. */
import { extensionOf } from '../../paths.js'
import type { FrameworkHost, Injection } from '../../framework.js'
import { patternPath, servedFile } from './web-root.js'
import { withoutXmlComments, xmlElements, xmlText } from './xml.js'

/** `web.xml`: https://jakarta.ee/specifications/servlet/6.1/ */
export interface Descriptor {
  file: string
  /** Addresses of servlets; `view` is the JSP it is, `className` its class. */
  servlets: { path: string; view: string | null; className: string | null }[]
  /** Files that are shown for `/`. */
  welcome: string[]
  /** Files before and after the JSPs of a pattern (a suffix `*.jsp` or a directory `/a/*`). */
  around: { patterns: string[]; file: string }[]
}

export function readDescriptor(host: FrameworkHost, root: string): Descriptor | null {
  const file = servedFile(host, root, 'WEB-INF/web.xml')
  if (file === null) return null
  const xml = withoutXmlComments(host.text(file) ?? '')
  const byName = new Map(xmlElements(xml, 'servlet').map(({ body }) => [xmlText(body, 'servlet-name') ?? '', body]))
  return {
    file,
    servlets: xmlElements(xml, 'servlet-mapping').flatMap(({ body }) => {
      const servlet = byName.get(xmlText(body, 'servlet-name') ?? '')
      if (servlet === undefined) return []
      const jsp = xmlText(servlet, 'jsp-file')
      const className = xmlText(servlet, 'servlet-class')
      return xmlElements(body, 'url-pattern').flatMap((pattern) => {
        const path = patternPath(pattern.body)
        return path === null ? [] : [{ path, view: jsp === null ? null : servedFile(host, root, jsp), className }]
      })
    }),
    welcome: xmlElements(xml, 'welcome-file').map(({ body }) => body.trim()),
    around: xmlElements(xml, 'jsp-property-group').flatMap(({ body }) => {
      const patterns = xmlElements(body, 'url-pattern').map((pattern) => pattern.body.trim())
      return ['include-prelude', 'include-coda'].flatMap((name) => xmlElements(body, name))
        .map((element) => servedFile(host, root, element.body.trim())).filter((path) => path !== null)
        .map((path) => ({ patterns, file: path }))
    }),
  }
}

/** Files around a JSP, by its path below the web root. */
export function aroundJsp(descriptor: Descriptor | null, path: string): string[] {
  return (descriptor?.around ?? []).filter(({ patterns }) => patterns.some((pattern) => matchesPattern(pattern, path)))
    .map(({ file }) => file)
}

function matchesPattern(pattern: string, path: string): boolean {
  if (pattern.startsWith('*.')) return extensionOf(path) === pattern.slice(2).toLowerCase()
  if (pattern.endsWith('/*')) return `/${path}`.startsWith(pattern.slice(0, -1))
  return `/${path}` === pattern
}

/**
 * SiteMesh lays decorators around pages by their address. https://github.com/sitemesh/sitemesh3, sitemesh 2 `decorators.xml`
 *
 * @param files descriptions and code
 * @param context in front of all addresses
 */
export function decorators(host: FrameworkHost, root: string, files: readonly string[], context = ''): Injection[] {
  return [...described(host, root, files), ...coded(host, root, files)].map((injection) => {
    const { scope } = injection
    if (context === '' || scope === 'all') return injection
    const below = (globs: readonly string[]): string[] => globs.map((glob) => (glob === '/' ? context : `${context}${glob}`))
    return { ...injection, scope: { ...(scope.include ? { include: below(scope.include) } : {}), ...(scope.exclude ? { exclude: below(scope.exclude) } : {}) } }
  })
}

const CODED = /\.(addDecoratorPath|addExcludedPath)\(\s*"([^"\n]+)"(?:\s*,\s*"([^"\n]+)")?/g

/** `builder.addDecoratorPath("/*", "/WEB-INF/decorators/main.jsp")`. */
function coded(host: FrameworkHost, root: string, files: readonly string[]): Injection[] {
  return files.filter((file) => /\.(?:java|kt)$/.test(file) && (host.text(file) ?? '').includes('addDecoratorPath')).flatMap((file) => {
    const calls = [...(host.text(file) ?? '').matchAll(CODED)]
    const exclude = calls.filter(([, name]) => name === 'addExcludedPath').flatMap(([, , pattern]) => globOf(pattern as string))
    return calls.flatMap(([, name, pattern, page]): Injection[] => {
      const decorator = name === 'addDecoratorPath' && page !== undefined ? servedFile(host, root, page) ?? servedFile(host, root, `WEB-INF/decorators/${page}`) : null
      if (decorator === null) return []
      return [{ file: decorator, scope: { include: globOf(pattern as string), ...(exclude.length > 0 ? { exclude } : {}) }, certainty: 'exact' }]
    })
  })
}

function described(host: FrameworkHost, root: string, files: readonly string[]): Injection[] {
  return files.filter((file) => /(^|\/)(decorators|sitemesh3?)\.xml$/i.test(file)).flatMap((file) => {
    const xml = withoutXmlComments(host.text(file) ?? '')
    const excluded = [
      ...xmlElements(xml, 'excludes').flatMap(({ body }) => xmlElements(body, 'pattern').map((pattern) => pattern.body.trim())),
      ...xmlElements(xml, 'mapping').filter((mapping) => /^exclude|^true$/.test(mapping.attribute('exclude') ?? mapping.attribute('exclue') ?? ''))
        .map((mapping) => mapping.attribute('path') ?? ''),
    ].filter((pattern) => pattern !== '')
    const directory = xmlElements(xml, 'decorators')[0]?.attribute('defaultdir') ?? ''
    const rows = [
      ...xmlElements(xml, 'decorator').map((element) => ({
        page: `${directory}/${element.attribute('page') ?? ''}`,
        patterns: xmlElements(element.body, 'pattern').map(({ body }) => body.trim()),
      })),
      ...xmlElements(xml, 'mapping').flatMap((mapping) => {
        const page = mapping.attribute('decorator')
        return page === null ? [] : [{ page, patterns: [mapping.attribute('path') ?? '/*'] }]
      }),
    ]
    return rows.flatMap(({ page, patterns }): Injection[] => {
      const decorator = servedFile(host, root, page)
      if (decorator === null || patterns.length === 0) return []
      const exclude = excluded.flatMap(globOf)
      const include = patterns.flatMap(globOf)
      return [{ file: decorator, scope: { include, ...(exclude.length > 0 ? { exclude } : {}) }, certainty: 'exact' }]
    })
  })
}

/** `/admin/*` covers what is below, and the directory itself. */
function globOf(pattern: string): string[] {
  if (pattern === '/*' || pattern === '*' || pattern === '/**') return ['/**', '/']
  if (pattern.startsWith('*.')) return [`/**/*${pattern.slice(1)}`]
  return pattern.endsWith('/*') ? [`${pattern.slice(0, -1)}**`, pattern.slice(0, -2)] : [pattern]
}
