/** Pages that Docusaurus makes of files. https://docusaurus.io/docs/create-doc, https://docusaurus.io/docs/blog */
import { joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { extensionOf, isTestModule, join, routePath } from '../../paths.js'
import { datedName, type FrontMatter, MARKDOWN, textAt, withoutExtension } from '../content.js'
import type { ContentKind, ContentPlugin, DocusaurusSite } from './site.js'

const SCRIPTS = new Set(['js', 'jsx', 'ts', 'tsx'])

export interface SitePage {
  path: string
  /** Null for a list that the plugin itself makes. */
  file: string | null
  kind: ContentKind
}

export function sitePages(host: FrameworkHost, { root, plugins, locales }: DocusaurusSite, frontMatter: FrontMatter): SitePage[] {
  return plugins.flatMap((plugin) => [
    ...pagesOf(host, root, plugin, frontMatter),
    // https://docusaurus.io/docs/i18n/introduction#translation-files-location
    ...locales.flatMap((locale) => {
      const suffix = plugin.id === 'default' ? '' : `-${plugin.id}`
      const folder = join(root, `i18n/${locale}/docusaurus-plugin-content-${plugin.kind}${suffix}`)
      const directory = plugin.kind === 'docs' ? `${folder}/current` : folder
      return folderPages(host, { ...plugin, directory }, frontMatter).map((page) => ({ ...page, path: routePath(locale, page.path) }))
    }),
  ])
}

function pagesOf(host: FrameworkHost, root: string, plugin: ContentPlugin, frontMatter: FrontMatter): SitePage[] {
  const prefix = plugin.id === 'default' ? '' : `${plugin.id}_`
  const versions = plugin.kind === 'docs' ? host.json(join(root, `${prefix}versions.json`)) : undefined
  const named = (Array.isArray(versions) ? versions : []).filter((name): name is string => typeof name === 'string')
  if (named.length === 0) return folderPages(host, plugin, frontMatter)
  // https://docusaurus.io/docs/versioning: the last one is the site's, the folder itself is what comes next.
  return [
    ...folderPages(host, { ...plugin, base: routePath(plugin.base, 'next') }, frontMatter),
    ...named.flatMap((name, at) => folderPages(host, {
      ...plugin, directory: join(root, `${prefix}versioned_docs/version-${name}`), base: at === 0 ? plugin.base : routePath(plugin.base, name),
    }, frontMatter)),
  ]
}

function folderPages(host: FrameworkHost, { kind, directory, base }: ContentPlugin, frontMatter: FrontMatter): SitePage[] {
  const pages = host.under(directory).flatMap((file): SitePage[] => {
    const relative = file.slice(directory.length + 1)
    const extension = extensionOf(file)
    if (relative.split('/').some((part) => part.startsWith('_')) || isTestModule(file)) return []
    if (!MARKDOWN.has(extension) && !(kind === 'pages' && SCRIPTS.has(extension))) return []
    if (frontMatter.of(file)?.['draft'] === true) return []
    const path = { docs: docPath, blog: postPath, pages: pagePath }[kind](withoutExtension(relative), file, frontMatter)
    return [{ path: routePath(base, path), file, kind }]
  })
  return kind === 'blog' && pages.length > 0 ? [{ path: routePath(base), file: null, kind }, ...pages] : pages
}

function pagePath(name: string, file: string, frontMatter: FrontMatter): string {
  const slug = MARKDOWN.has(extensionOf(file)) ? textAt(frontMatter.of(file) ?? {}, 'slug') : null
  return slug ?? name.replace(/(^|\/)index$/, '')
}

/** Numbers in front of names only sort them, unless they are dates or versions. */
function withoutNumber(name: string): string {
  return /^\d+[-_.]\d+/.test(name) ? name : name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '')
}

function docPath(name: string, file: string, frontMatter: FrontMatter): string {
  const data = frontMatter.of(file) ?? {}
  const parts = name.split('/').map(withoutNumber)
  const last = parts.pop() as string
  const folder = parts.join('/')
  const slug = textAt(data, 'slug')
  if (slug !== null) return slug.startsWith('/') ? slug : joinPath(folder, slug) ?? slug
  const isFolder = /^(?:index|readme)$/i.test(last) || last.toLowerCase() === parts.at(-1)?.toLowerCase()
  return isFolder ? folder : `${folder}/${textAt(data, 'id') ?? last}`
}

function postPath(name: string, file: string, frontMatter: FrontMatter): string {
  const slug = textAt(frontMatter.of(file) ?? {}, 'slug')
  if (slug !== null) return slug
  const bare = name.replace(/\/index$/, '')
  const parts = bare.split('/')
  const dated = datedName(parts.at(-1) as string)
  if (!dated) return bare
  const { year, month, day, rest } = dated
  return [...parts.slice(0, -1), year, month, day, rest].join('/')
}
