/** Routes of a Nuxt project that are no pages by file: the configuration's, the server's, and prefixes of locales. */
import { hasHole } from '../../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { extensionOf, isTestModule, join, routePath } from '../../paths.js'
import { configuredAt, writtenPath } from '../../reading/configuration.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../../reading/script-values.js'
import { vuePath } from '../route-path.js'
import { aliasedFile, type NuxtLayer, type NuxtProject } from './project.js'

const METHOD = /\.(get|post|put|patch|delete|head|options|connect|trace)$/i

interface Around {
  shell: NonNullable<RouteDeclaration['shell']>
  base: string
}

/** `server/api` and `server/routes`: https://nuxt.com/docs/guide/directory-structure/server; handlers of version 2. */
export function serverRoutes(
  host: FrameworkHost, reader: ScriptReader, project: NuxtProject, base: string,
): RouteDeclaration[] {
  const routes: RouteDeclaration[] = []
  for (const layer of project.layers) {
    const server = join(layer.root, 'server')
    for (const [folder, prefix] of [['api', '/api'], ['routes', '/']] as const) {
      const directory = join(server, folder)
      for (const file of host.under(directory)) {
        if (!/^(ts|js|mjs)$/.test(extensionOf(file)) || isTestModule(file)) continue
        const name = file.slice(directory.length + 1).replace(/\.\w+$/, '').replace(METHOD, '')
        const segments = name.replace(/(^|\/)index$/, '').split('/')
          .map((part) => (/^\[\[?\.\.\./.test(part) ? '*' : part.replace(/\[{1,2}([\w-]+)\]{1,2}/g, ':$1')))
        routes.push({ path: routePath(base, prefix, ...segments), kind: 'api', certainty: 'exact', file })
      }
    }
    for (const item of configuredAt(reader, layer.config, ['serverMiddleware']).flatMap((list) => reader.items(list))) {
      const path = reader.text(reader.property(item, 'path')[0])
      const handler = reader.text(reader.property(item, 'handler')[0])
      const file = handler === null ? null : aliasedFile(host, layer, handler)
      if (path !== null && file !== null) routes.push({ path: routePath(base, path, '*'), kind: 'api', certainty: 'exact', file })
    }
  }
  return routes
}

/**
 * Routes the configuration adds: `extendRoutes(routes, resolve) { routes.push({ path, component }) }`,
 * `hooks: { 'pages:extend'(pages) { pages.push({ path, file }) } }`, and redirects of `routeRules`.
 */
export function configuredRoutes(
  host: FrameworkHost, reader: ScriptReader, project: NuxtProject, around: Around,
): RouteDeclaration[] {
  const routes: RouteDeclaration[] = []
  for (const layer of project.layers) {
    if (layer.config === null) continue
    for (const [script, facts] of reader.scripts(layer.config).entries()) {
      for (const [value, shape] of facts.values.entries()) {
        if (shape.kind !== 'object') continue
        const at: ScriptValue = { file: layer.config, script, value, given: NOTHING_GIVEN }
        const path = reader.text(reader.property(at, 'path')[0])
        const shown = [...reader.property(at, 'component'), ...reader.property(at, 'file')]
        const file = shown.map((part) => shownFile(host, reader, layer, part)).find((found) => found?.endsWith('.vue'))
        if (path === null || file === undefined || file === null) continue
        routes.push({
          path: routePath(around.base, vuePath(path)), kind: 'page', certainty: 'likely', file: layer.config,
          leaves: [{ file }], shell: around.shell,
        })
      }
    }
  }
  for (const rules of configuredAt(reader, project.config, ['routeRules'])) {
    const shape = reader.shape(rules)
    for (const { name, value } of shape?.kind === 'object' ? shape.entries : []) {
      const isRedirect = reader.property(reader.beside(rules, value), 'redirect').length > 0
      if (name === null || !isRedirect || project.config === null) continue
      const path = routePath(name.replace(/\*+$/, '*'))
      routes.push({ path, kind: 'redirect', certainty: 'exact', file: project.config, leaves: [] })
    }
  }
  return routes
}

function shownFile(host: FrameworkHost, reader: ScriptReader, layer: NuxtLayer, at: ScriptValue): string | null {
  const written = reader.texts(at)[0]
  if (written !== undefined && !hasHole(written)) return aliasedFile(host, layer, written)
  const path = writtenPath(reader, at)
  return path === null ? null : aliasedFile(host, layer, `./${path}`) ?? aliasedFile(host, layer, `~/${path}`)
}

const STRATEGIES: Record<string, string> = {
  prefix: ':locale', prefix_except_default: ':locale?', prefix_and_default: ':locale?',
}

/** What the locales put in front of every page. https://i18n.nuxtjs.org/docs/guide/routing-strategies */
export function localePrefix(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): string {
  const packages = ['@nuxtjs/i18n', 'nuxt-i18n', '@nuxtjs/i18n-edge']
  if (!packages.some((name) => host.dependencies(project.root).has(name))) return ''
  const options = [
    ...configuredAt(reader, project.config, ['i18n']),
    ...['modules', 'buildModules'].flatMap((key) => configuredAt(reader, project.config, [key]))
      .flatMap((list) => reader.items(list)).flatMap((item) => {
        if (reader.shape(item)?.kind !== 'array') return []
        const [name, given] = reader.items(item)
        return given !== undefined && packages.includes(reader.text(name) ?? '') ? [given] : []
      }),
  ]
  if (!options.some((at) => reader.property(at, 'locales').length > 0)) return ''
  const text = (name: string): string | null =>
    options.map((at) => reader.text(reader.property(at, name)[0])).find((found) => found !== null) ?? null
  if (text('differentDomains') === 'true') return ''
  return STRATEGIES[text('strategy') ?? 'prefix_except_default'] ?? ''
}
