/** MkDocs. https://www.mkdocs.org/user-guide/writing-your-docs/ */
import { joinPath } from '../../paths.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { directoriesWith, extensionOf, join, routePath } from '../paths.js'
import { folderName, FrontMatter, isDocument, MARKDOWN, settingAt, settingsOf, textAt, textsAt, withoutExtension } from './content.js'

const CONFIGS = ['mkdocs.yml', 'mkdocs.yaml']

export const mkDocs: Framework = {
  name: 'mkdocs',
  docs: 'https://www.mkdocs.org/user-guide/writing-your-docs/',
  applications: (host) => directoriesWith(host, CONFIGS).flatMap((root) => application(host, root)),
}

function application(host: FrameworkHost, root: string): Application[] {
  const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? ''
  const settings = settingsOf(host, config)
  const docs = joinPath(root, folderName(textAt(settings, 'docs_dir') ?? 'docs')) ?? root
  const custom = textAt(settings, 'theme', 'custom_dir') ?? textAt(settings, 'theme_dir')
  const overrides = custom === null ? null : joinPath(root, folderName(custom))
  const frontMatter = new FrontMatter(host)
  const isFolders = settingAt(settings, 'use_directory_urls') !== false
  const routes = host.under(docs).flatMap((file): RouteDeclaration[] => {
    const relative = file.slice(docs === '' ? 0 : docs.length + 1)
    const extension = extensionOf(file)
    if (overrides !== null && file.startsWith(`${overrides}/`)) return []
    if (relative.split('/').some((part) => part.startsWith('.'))) return []
    if (extension === 'html' && isDocument(host.text(file) ?? '')) return [{ path: routePath(relative.replace(/(^|\/)index\.html$/, '$1')), kind: 'static', certainty: 'exact', file }]
    if (!MARKDOWN.has(extension)) return []
    const name = withoutExtension(relative)
    const isFolder = /(^|\/)(?:index|README)$/.test(name)
    const path = isFolder ? name.replace(/(^|\/)[^/]+$/, '$1') : isFolders ? name : `${name}.html`
    // https://squidfunk.github.io/mkdocs-material/customization/#custom-templates
    const template = overrides === null ? null : textAt(frontMatter.of(file) ?? {}, 'template')
    const shown = template === null || overrides === null ? [] : [join(overrides, template)].filter((place) => host.has(place))
    return [{ path: routePath(path), kind: 'page', certainty: 'exact', file, shell: shown.map((shell) => ({ file: shell })) }]
  })
  if (routes.length === 0) return []
  const scripts = textsAt(settings, 'extra_javascript').map((name) => join(docs, folderName(name))).filter((file) => host.has(file))
  const own = overrides === null ? [] : host.under(overrides).filter((file) => extensionOf(file) === 'html' && !/(^|\/)(?:404|home|blog[\w-]*)\.html$/.test(file))
  const isNamed = new Set(routes.flatMap(({ shell = [] }) => shell.map(({ file }) => file)))
  return [{
    framework: 'mkdocs', root, routes,
    injections: [
      ...[config, ...scripts].map((file): Injection => ({ file, scope: 'all', certainty: 'exact' })),
      // Files in place of the theme's: its base on every page, its parts where the theme puts them.
      ...own.filter((file) => !isNamed.has(file)).map((file): Injection => (
        { file, scope: 'all', certainty: /(^|\/)(?:main|base)\.html$/.test(file) ? 'exact' : 'likely' })),
    ],
    owns: [...overrides === null ? [] : [overrides], join(root, folderName(textAt(settings, 'site_dir') ?? 'site'))],
    ...overrides === null ? {} : { templateRoots: [overrides] },
  }]
}
