/** Hexo. https://hexo.io/docs/templates, https://hexo.io/docs/permalinks */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, extensionOf, join, stem } from '../paths.js'
import { addressPath, datedName, FrontMatter, folderName, MARKDOWN, settingsOf, textAt, withoutExtension, type Settings } from './content.js'

const PAGES = new Set([...MARKDOWN, 'html', 'htm', 'ejs', 'njk', 'pug'])

export const hexo: Framework = {
  name: 'hexo',
  docs: 'https://hexo.io/docs/templates',
  applications: (host) => directoriesWith(host, ['package.json'])
    .filter((root) => host.dependencies(root).has('hexo'))
    .flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const config = ['_config.yml', '_config.yaml', '_config.json'].map((name) => join(root, name)).find((path) => host.has(path))
  const settings = config === undefined ? {} : settingsOf(host, config)
  const source = join(root, folderName(textAt(settings, 'source_dir') ?? 'source'))
  const theme = textAt(settings, 'theme')
  const layouts = theme === null ? null : join(root, `themes/${theme}/layout`)
  const templates = new Map((layouts === null ? [] : host.under(layouts)).map((file) => [withoutExtension(file.slice((layouts ?? '').length + 1)), file]))
  const shown = (...names: readonly string[]): Pick<RouteDeclaration, 'leaves' | 'shell'> & { template: string | null } => {
    const template = names.flatMap((name) => templates.get(name) ?? [])[0] ?? null
    const outer = templates.get('layout')
    return { template, shell: outer === undefined ? [] : [{ file: outer }] }
  }
  const frontMatter = new FrontMatter(host)
  const pages = host.under(source).flatMap((file): RouteDeclaration[] => {
    const relative = file.slice(source.length + 1)
    if (!PAGES.has(extensionOf(file)) || relative.split('/').some((part) => /^_(?!posts$)/.test(part))) return []
    const data = frontMatter.of(file)
    const isPost = relative.startsWith('_posts/')
    if (data === null && !isPost) return []
    const written = data?.['layout']
    const path = isPost ? postPath(relative.slice('_posts/'.length), data ?? {}, settings) : pagePath(relative, data ?? {})
    const { template, shell = [] } = shown(...typeof written === 'string' ? [written] : [], isPost ? 'post' : 'page', 'index')
    const leaves = [file, ...written === false || template === null ? [] : [template]].map((leaf) => ({ file: leaf }))
    return [{ path, kind: 'page', certainty: 'exact', file, leaves, shell: written === false ? [] : shell }]
  })
  const lists: [path: string, names: string[]][] = [['/', ['index']], ['/archives', ['archive', 'index']]]
  const listed = lists.flatMap(([path, names]): RouteDeclaration[] => {
    const { template, shell = [] } = shown(...names)
    const isThere = pages.some((page) => page.path === path) || (template === null && templates.size > 0)
    return isThere ? [] : [{ path, kind: 'page', certainty: 'exact', file: template ?? config ?? source, leaves: template === null ? [] : [{ file: template }], shell }]
  })
  if (pages.length === 0) return []
  const isMissing = theme !== null && templates.size === 0
  const ownConfigs = host.under(root).filter((file) => /(?:^|\/)_config\.[\w.-]+\.ya?ml$/.test(file))
  return [{
    framework: 'hexo', root, routes: [...listed, ...pages],
    injections: isMissing ? [...config === undefined ? [] : [config], ...ownConfigs].map((file): Injection => ({ file, scope: 'all', certainty: 'likely' })) : [],
    owns: [join(root, folderName(textAt(settings, 'public_dir') ?? 'public')), join(root, 'themes'), join(root, 'scaffolds')],
    ...layouts === null ? {} : { templateRoots: [layouts] },
    unseen: isMissing ? [`The Hexo theme ${theme}: it is not in the repository, and what its layouts put into pages is not seen.`] : [],
  }]
}

function pagePath(relative: string, data: Settings): string {
  const permalink = textAt(data, 'permalink')
  return addressPath(permalink ?? `${withoutExtension(relative)}.html`)
}

function postPath(relative: string, data: Settings, settings: Settings): string {
  const name = withoutExtension(relative)
  const dated = datedName(stem(relative))
  const date = data['date'] instanceof Date ? data['date'].toISOString() : textAt(data, 'date') ?? ''
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [undefined, dated?.year, dated?.month, dated?.day]
  const values: Readonly<Record<string, string | undefined>> = {
    year, month, day, i_month: month?.replace(/^0/, ''), i_day: day?.replace(/^0/, ''), title: name, name: dated?.rest ?? stem(relative), post_title: textAt(data, 'title') ?? undefined,
    category: textAt(data, 'category') ?? textAt(data, 'categories') ?? 'uncategorized',
  }
  const pattern = textAt(data, 'permalink') ?? textAt(settings, 'permalink') ?? ':year/:month/:day/:title/'
  return addressPath(pattern.replace(/:(\w+)/g, (token, key: string) => values[key] ?? token))
}
