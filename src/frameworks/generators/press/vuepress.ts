/** VuePress, both generations. https://vuepress.vuejs.org/guide/page.html, https://v1.vuepress.vuejs.org/guide/directory-structure.html */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { extensionOf, join, stem } from '../../paths.js'
import { ScriptReader } from '../../reading/script-values.js'
import { addName, tagEdges, type ComponentNames } from '../../vue/component-tags.js'
import { registrations } from '../../vue/registered.js'
import { addressPath, FrontMatter, slugOf, textAt } from '../content.js'
import { pressPages, pressRoute } from './press.js'

const CONFIG = /(?:^|\/)\.vuepress\/config\.[cm]?[jt]s$/
/** Files of the folder that take part in every page. */
const EVERYWHERE = /^(?:enhanceApp\.js|client\.[jt]s|client(?:App)?(?:Enhance|Setup|RootMixin)?\.[jt]s|clientAppRootComponents?\.[jt]s|index\.(?:dev|ssr|build)\.html|templates\/(?:dev|ssr|build)\.html|theme\/(?:index|enhanceApp|client)\.[jt]s|theme\/(?:layouts\/)?(?:Layout|GlobalLayout)\.vue|theme\/templates\/\w+\.html)$/

export const vuePress: Framework = {
  name: 'vuepress',
  docs: 'https://vuepress.vuejs.org/guide/page.html',
  applications(host) {
    const configs = host.under('').filter((path) => CONFIG.test(path))
    const roots = configs.map((path) => path.replace(/(?:^|\/)\.vuepress\/.*$/, ''))
    const reader = new ScriptReader(host)
    return configs.flatMap((config, at) => application(host, reader, config, roots[at] as string, roots))
  },
}

function application(
  host: FrameworkHost, reader: ScriptReader, config: string, root: string, roots: readonly string[],
): Application[] {
  const frontMatter = new FrontMatter(host)
  const folder = join(root, '.vuepress')
  const own = host.under(folder).filter((file) => !/\.vuepress\/(?:dist|\.cache|\.temp|public)\//.test(file))
  const layouts = new Map(own.filter((file) => /\/theme\/(?:layouts\/)?\w+\.vue$/.test(file)).map((file) => [stem(file), file]))
  const pages = pressPages(host, root, roots)
  const routes = pages.map(({ file, name }): RouteDeclaration => {
    const data = frontMatter.of(file) ?? {}
    const permalink = textAt(data, 'permalink')
    const route = pressRoute(file, name, false, /(^|\/)(?:index|readme)$/i)
    const layout = layouts.get(textAt(data, 'layout') ?? '')
    return {
      ...route, path: permalink === null ? route.path : addressPath(permalink.replace(/:slug/g, slugOf(stem(file)))),
      shell: layout === undefined || /\/(?:Layout|GlobalLayout)\.vue$/.test(layout) ? [] : [{ file: layout }],
    }
  })
  if (routes.length === 0) return []
  const around = own.filter((file) => EVERYWHERE.test(file.slice(folder.length + 1)))
  // https://v1.vuepress.vuejs.org/guide/using-vue.html#using-components
  const components = own.filter((file) => /\/\.vuepress\/components\/.*\.vue$/.test(`/${file}`))
  const names: ComponentNames = new Map()
  for (const file of components) addName(names, file.slice(`${folder}/components/`.length, -'.vue'.length).replace(/\//g, '-'), { file, certainty: 'exact' })
  const sources = [...pages.map(({ file }) => file), ...own.filter((file) => /^(?:vue|[cm]?[jt]s)$/.test(extensionOf(file)))]
  const { edges, tables } = registrations(reader, host, sources)
  return [{
    framework: 'vuepress', root, routes, singlePage: true, tables, edges: [...edges, ...tagEdges(host, sources, names)],
    injections: [config, ...around].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    owns: [folder],
  }]
}
