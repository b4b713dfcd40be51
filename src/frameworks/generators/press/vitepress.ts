/** VitePress. https://vitepress.dev/guide/routing */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { pathMatcher } from '../../../globs.js'
import { extensionOf, join, routePath } from '../../paths.js'
import { configured, configuredText } from '../../reading/configuration.js'
import { ScriptReader } from '../../reading/script-values.js'
import { registrations } from '../../vue/registered.js'
import { folderName } from '../content.js'
import { pressPages, pressRoute } from './press.js'

const CONFIG = /(?:^|\/)\.vitepress\/config(?:\/index)?\.[cm]?[jt]s$/

export const vitePress: Framework = {
  name: 'vitepress',
  docs: 'https://vitepress.dev/guide/routing',
  applications(host) {
    const configs = host.under('').filter((path) => CONFIG.test(path))
    const roots = configs.map((path) => path.replace(/(?:^|\/)\.vitepress\/.*$/, ''))
    const reader = new ScriptReader(host)
    return configs.flatMap((config, at) => application(host, reader, config, roots[at] as string, roots))
  },
}

function application(
  host: FrameworkHost, reader: ScriptReader, config: string, root: string, roots: readonly string[],
): Application[] {
  const source = join(root, folderName(configuredText(reader, config, 'srcDir') ?? ''))
  const excluded = configured(reader, config, 'srcExclude').flatMap((value) => reader.items(value)).flatMap((item) => reader.text(item) ?? [])
  const isClean = configured(reader, config, 'cleanUrls').some((value) => {
    const shape = reader.shape(value)
    return shape?.kind === 'constant' && (shape.value === true || typeof shape.value === 'string')
  })
  const rewrites = rewritesOf(reader, config)
  const pages = pressPages(host, source, roots).filter(({ name, file }) =>
    !excluded.some((glob) => pathMatcher(glob)(`${name}.${extensionOf(file)}`)))
  const routes = pages.map(({ file, name }): RouteDeclaration => {
    const route = pressRoute(file, rewritten(name, rewrites), isClean, /(^|\/)index$/i)
    // https://vitepress.dev/guide/routing#dynamic-routes
    return { ...route, path: route.path.replace(/\[(\w+)\]/g, ':$1') }
  })
  if (routes.length === 0) return []
  const own = host.under(join(root, '.vitepress')).filter((file) => /\.(?:[cm]?[jt]sx?|vue)$/.test(file) && !/\.vitepress\/(?:cache|dist)\//.test(file))
  const theme = own.filter((file) => /\.vitepress\/theme\/index\.\w+$/.test(file))
  const sources = [...own, ...pages.map(({ file }) => file), ...host.under(root).filter((file) => file.endsWith('.vue') && !own.includes(file))]
  const { edges, tables } = registrations(reader, host, sources)
  return [{
    framework: 'vitepress', root, routes, edges, tables, singlePage: true,
    // Tags of the head, transformations and the theme are on every page.
    injections: [config, ...theme].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    owns: [join(root, '.vitepress/dist')],
  }]
}

/** https://vitepress.dev/guide/routing#route-rewrites */
function rewritesOf(reader: ScriptReader, config: string): { from: RegExp; to: string; names: string[] }[] {
  return configured(reader, config, 'rewrites').flatMap((value) => {
    const shape = reader.shape(value)
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, value: id }) => {
      const to = reader.text(reader.beside(value, id))
      if (name === null || to === null) return []
      const names: string[] = []
      const pattern = name.replace(/[.+?^${}|[\]\\]/g, '\\$&').replace(/:(\w+)(\*|\(\.\*\))?|\(\.\*\)/g, (_, key: string | undefined, rest: string | undefined) => {
        names.push(key ?? String(names.length))
        return rest === undefined && key !== undefined ? '([^/]+)' : '(.*)'
      })
      return [{ from: new RegExp(`^${pattern}$`), to, names }]
    })
  })
}

function rewritten(name: string, rewrites: ReturnType<typeof rewritesOf>): string {
  for (const { from, to, names } of rewrites) {
    const match = from.exec(`${name}.md`)
    if (!match) continue
    const path = to.replace(/:(\w+)\*?|\$(\d)/g, (_, key: string | undefined, at: string | undefined) =>
      (key === undefined ? match[Number(at)] : match[names.indexOf(key) + 1]) ?? '')
    return routePath(path.replace(/\.md$/, '')).slice(1)
  }
  return name
}
