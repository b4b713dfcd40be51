/** Docusaurus. https://docusaurus.io/docs/advanced/routing */
import type { ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { extensionOf, isTestModule, join } from '../../paths.js'
import { ScriptReader } from '../../reading/script-values.js'
import { FrontMatter } from '../content.js'
import { sitePages, type SitePage } from './content.js'
import { docusaurusSites, type DocusaurusSite } from './site.js'

const SCRIPTS = new Set(['js', 'jsx', 'ts', 'tsx'])

export const docusaurus: Framework = {
  name: 'docusaurus',
  docs: 'https://docusaurus.io/docs/advanced/routing',
  applications(host) {
    const reader = new ScriptReader(host)
    return docusaurusSites(host, reader).flatMap((site) => application(host, site))
  },
}

function application(host: FrameworkHost, site: DocusaurusSite): Application[] {
  const { root, config, clientModules } = site
  const frontMatter = new FrontMatter(host)
  const theme = themeComponents(host, root)
  const routes = sitePages(host, site, frontMatter).map((page): RouteDeclaration => (
    { path: page.path, kind: 'page', certainty: 'exact', file: page.file ?? config, leaves: page.file === null ? [] : [{ file: page.file }], shell: shellOf(host, theme, page) }))
  if (routes.length === 0) return []
  const head = [config, ...clientModules]
  return [{
    framework: 'docusaurus', root, routes, singlePage: true,
    // Scripts, tags of the head and options of plugins are on every page; so is what the top of the theme does.
    injections: [...new Set(head)].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
    edges: themeEdges(host, site, theme),
  }]
}

interface ThemeComponent {
  /** `Layout`, `Navbar/Content` */
  name: string
  file: string
}

/** Components that the site has in place of the theme's. https://docusaurus.io/docs/swizzling */
function themeComponents(host: FrameworkHost, root: string): ThemeComponent[] {
  const directory = join(root, 'src/theme')
  return host.under(directory).filter((file) => SCRIPTS.has(extensionOf(file)) && !isTestModule(file))
    .map((file) => ({ file, name: file.slice(directory.length + 1).replace(/\.\w+$/, '').replace(/\/index$/, '') }))
}

/** Which pages the theme shows a component on: by the beginning of its name, the first that fits. */
const SHOWN_ON: readonly [pattern: RegExp, kinds: readonly SitePage['kind'][], certainty: 'exact' | 'likely'][] = [
  [/^Root$/, ['docs', 'blog', 'pages'], 'exact'],
  [/^Doc|^TOC|^EditThisPage|^PaginatorNav/, ['docs'], 'likely'],
  [/^Blog/, ['blog'], 'likely'],
  [/^(?:NotFound|SearchPage|Error)/, [], 'likely'],
  [/^(?:Layout|Footer|Navbar|AnnouncementBar)(?:$|\/(?:Provider|Layout))/, ['docs', 'blog', 'pages'], 'exact'],
  [/^/, ['docs', 'blog', 'pages'], 'likely'],
]

function shellOf(host: FrameworkHost, theme: readonly ThemeComponent[], { kind, file }: SitePage): NonNullable<RouteDeclaration['shell']> {
  // A page that is a component stands in the theme's layout only when it says so.
  const isBare = file !== null && SCRIPTS.has(extensionOf(file)) && !/@theme\//.test(host.text(file) ?? '')
  return theme.flatMap((component) => {
    const [, kinds = [], certainty = 'likely'] = SHOWN_ON.find(([pattern]) => pattern.test(component.name)) ?? []
    const isShown = kinds.includes(kind) && (!isBare || component.name === 'Root')
    return isShown ? [{ file: component.file, certainty }] : []
  })
}

/** `import Layout from '@theme/Layout'` is the site's own where it has one. */
function themeEdges(host: FrameworkHost, { root }: DocusaurusSite, theme: readonly ThemeComponent[]): ReachEdge[] {
  if (theme.length === 0) return []
  const byName = new Map(theme.map(({ name, file }) => [name, file]))
  const sources = host.under(root).filter((file) => /\.(?:[jt]sx?|mdx?)$/.test(file) && host.isProduct(file))
  return sources.flatMap((file) => [...(host.text(file) ?? '').matchAll(/\bfrom\s+["']@theme\/([\w/]+)["']/g)].flatMap((match): ReachEdge[] => {
    const target = byName.get(match[1] as string)
    if (target === undefined || target === file) return []
    return [{ from: { file, unit: null }, offset: match.index, kind: 'import', certainty: 'exact', to: { file: target, unit: null } }]
  }))
}
