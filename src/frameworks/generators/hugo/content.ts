/** Pages that files of content become. https://gohugo.io/content-management/organization/ */
import type { FrameworkHost } from '../../framework.js'
import { extensionOf, routePath, stem } from '../../paths.js'
import {
  addressPath, type FrontMatter, isSettings, MARKDOWN, settingAt, slugOf, textAt, textsAt, type Settings,
} from '../content.js'
import type { HugoSite } from './site.js'
import type { PageKind, PageShape } from './templates.js'

const CONTENT = new Set([...MARKDOWN, 'html', 'htm', 'adoc', 'asciidoc', 'org', 'rst', 'pandoc', 'pdc', 'ad'])

export interface HugoPage {
  file: string | null
  address: string
  /** The language's folder, empty for the default language. */
  prefix: string
  shape: PageShape
  data: Settings
  /** Old addresses. */
  aliases: string[]
}

/** Content files with their pages, and the sections that have none of their own. */
export function hugoPages(host: FrameworkHost, site: HugoSite, frontMatter: FrontMatter): HugoPage[] {
  const pages = site.content.flatMap(({ directory, language }) => {
    const files = host.under(directory).filter((file) => CONTENT.has(extensionOf(file)) && host.isProduct(file))
    const bundles = new Set(files.filter((file) => /\/index(?:\.[\w-]+)?\.\w+$/.test(file)).map((file) => file.slice(0, file.lastIndexOf('/'))))
    const cascades = cascadesOf(files, frontMatter)
    // What lies beside the page of a bundle is brought in by it, and no page itself.
    const isResource = (file: string): boolean => !/\/index(?:\.[\w-]+)?\.\w+$/.test(file)
      && [...bundles].some((bundle) => bundle !== directory && file.startsWith(`${bundle}/`))
    return files.filter((file) => bundles.size === 0 || !isResource(file)).flatMap((file) => {
      const around = cascades.filter(({ below }) => file.startsWith(below)).map(({ data }) => data)
      const data = Object.assign({}, ...around, frontMatter.of(file) ?? {}) as Settings
      return pageOf(site, file, directory, language, data)
    })
  })
  return [...pages, ...listsWithoutContent(site, pages), ...taxonomies(site, pages)]
}

/** https://gohugo.io/content-management/front-matter/#cascade-1: values for all pages below; those for some are left out. */
function cascadesOf(files: readonly string[], frontMatter: FrontMatter): { below: string; data: Settings }[] {
  return files.filter((file) => /(?:^|\/)_index(?:\.[\w-]+)?\.\w+$/.test(file)).flatMap((file) => {
    const cascade = settingAt(frontMatter.of(file) ?? {}, 'cascade')
    const all = (Array.isArray(cascade) ? cascade : [cascade]).filter(isSettings).filter((item) => !('_target' in item) && !('target' in item))
    return all.map((data) => ({ below: file.slice(0, file.lastIndexOf('/') + 1), data }))
  })
}

function pageOf(
  site: HugoSite, file: string, directory: string, given: string | null, data: Settings,
): HugoPage[] {
  if (data['draft'] === true || data['headless'] === true) return []
  if (['build', '_build'].some((key) => ['never', false].includes(settingAt(data, key, 'render') as string | boolean))) return []
  const relative = file.slice(directory.length + 1)
  const folder = relative.includes('/') ? relative.slice(0, relative.lastIndexOf('/')) : ''
  const { name, language } = languageOf(site, stem(relative), given)
  const kind: PageKind = name === '_index' ? (folder === '' ? 'home' : 'section') : 'page'
  const path = name === '_index' || name === 'index' ? folder : folder === '' ? name : `${folder}/${name}`
  const shape: PageShape = {
    kind: kind === 'page' && path === '' ? 'home' : kind, path: pathOf(path), layout: textAt(data, 'layout'),
    type: textAt(data, 'type') ?? (path.includes('/') || kind === 'section' ? path.split('/')[0] as string : 'page'),
  }
  const prefix = language !== site.defaultLanguage || (site.allPrefixed && site.languages.length > 0) ? language : ''
  const address = addressOf(site, data, shape, prefix, language)
  const aliases = textsAt(data, 'aliases').map((alias) => (alias.startsWith('/')
    ? routePath(prefix, addressPath(alias)) : routePath(prefix, pathOf(folder), addressPath(alias))))
  return [{ file, address, prefix, shape, data, aliases: aliases.filter((alias) => !alias.includes('..')) }]
}

function languageOf({ languages, defaultLanguage }: HugoSite, name: string, given: string | null): { name: string; language: string } {
  const suffix = /^(.+)\.([\w-]+)$/.exec(name)
  if (suffix && languages.some((language) => language.toLowerCase() === (suffix[2] as string).toLowerCase())) {
    return { name: suffix[1] as string, language: suffix[2] as string }
  }
  return { name, language: given ?? defaultLanguage }
}

/** Hugo writes paths in lower case and joins words. */
function pathOf(path: string): string {
  return path.toLowerCase().replace(/\s+/g, '-')
}

/** https://gohugo.io/content-management/urls/ */
function addressOf({ settings }: HugoSite, data: Settings, { kind, path }: PageShape, prefix: string, language: string): string {
  const url = textAt(data, 'url')
  if (url !== null) {
    return url.startsWith('/') || prefix === '' ? addressPath(filled(url, data, path)) : routePath(prefix, addressPath(filled(url, data, path)))
  }
  const parts = path.split('/')
  const pattern = kind === 'home' ? null : permalinkFor(settings, language, kind, path)
  const slug = kind === 'page' ? textAt(data, 'slug') : null
  const plain = slug === null ? path : [...parts.slice(0, -1), slug].join('/')
  const address = routePath(prefix, pattern === null ? plain : addressPath(filled(pattern, data, path)))
  const ugly = settingAt(settings, 'uglyURLs')
  return ugly === true && kind === 'page' ? `${address}.html` : address
}

/** Patterns by section, by kind and section, or by globs on paths. https://gohugo.io/configuration/permalinks/ */
function permalinkFor(settings: Settings, language: string, kind: PageKind, path: string): string | null {
  const section = path.split('/')[0] as string
  for (const permalinks of [settingAt(settings, 'languages', language, 'permalinks'), settingAt(settings, 'permalinks')]) {
    if (Array.isArray(permalinks)) {
      const entry = permalinks.filter(isSettings).find((item) => isTarget(textAt(item, 'target', 'path'), path))
      if (entry) return textAt(entry, 'pattern')
    } else if (isSettings(permalinks)) {
      const own = textAt(permalinks, kind, section) ?? (kind === 'page' ? textAt(permalinks, section) : null)
      if (own !== null) return own
    }
  }
  return null
}

function isTarget(glob: string | null, path: string): boolean {
  if (glob === null) return true
  const pattern = glob.replace(/[{}]/g, '').split('**').map((part) => part.split('*')
    .map((piece) => piece.replace(/[.+?^$()|[\]\\]/g, '\\$&')).join('[^/]*')).join('.*')
  return new RegExp(`^${pattern}$`).test(`/${path}`)
}

/** A pattern with what the page says; what nothing says stays a parameter. */
function filled(pattern: string, data: Settings, path: string): string {
  const parts = path.split('/')
  const name = parts.at(-1) as string
  const date = data['date']
  const text = date instanceof Date ? date.toISOString() : typeof date === 'string' ? date : ''
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  const title = textAt(data, 'title')
  const slug = textAt(data, 'slug') ?? (title === null ? name : slugOf(title))
  const values: Readonly<Record<string, string | undefined>> = {
    year, month, day, section: parts[0], sections: parts.slice(0, -1).join('/'), title: title === null ? name : slugOf(title), slug,
    slugorfilename: textAt(data, 'slug') ?? name, slugorcontentbasename: textAt(data, 'slug') ?? name, filename: name, contentbasename: name,
  }
  return pattern.replace(/:([a-z]+)(\[[^\]]*\])?/g, (token, key: string, range?: string) =>
    (range === undefined ? values[key] ?? token : key === 'sections' ? sectionsIn(parts.slice(0, -1), range) : token))
}

/** `:sections[1:]`, `:sections[last]` */
function sectionsIn(sections: readonly string[], range: string): string {
  const [from = '', to] = range.slice(1, -1).split(':')
  const at = (text: string, other: number): number => (text === 'last' ? sections.length - 1 : text === '' ? other : Number(text) || 0)
  return to === undefined ? sections[at(from, 0)] ?? '' : sections.slice(at(from, 0), to === 'last' ? -1 : at(to, sections.length)).join('/')
}

/** The home page and the first folders are lists, whether or not a file says something about them. */
function listsWithoutContent({ languages, defaultLanguage, allPrefixed }: HugoSite, pages: readonly HugoPage[]): HugoPage[] {
  const found = new Map<string, HugoPage>()
  const list = (kind: PageKind, path: string, prefix: string): void => {
    const shape: PageShape = { kind, path, type: path === '' ? 'page' : path, layout: null }
    found.set(`${prefix} ${path}`, { file: null, address: routePath(prefix, path), prefix, shape, data: {}, aliases: [] })
  }
  list('home', '', allPrefixed && languages.length > 0 ? defaultLanguage : '')
  for (const { shape, prefix } of pages) {
    list('home', '', prefix)
    if (shape.path.includes('/')) list('section', shape.path.split('/')[0] as string, prefix)
  }
  const known = new Set(pages.map(({ address }) => address))
  const covered = new Set(pages.filter(({ shape }) => shape.kind !== 'page').map(({ shape, prefix }) => `${prefix} ${shape.path}`))
  return [...found].filter(([key, { address }]) => !known.has(address) && !covered.has(key)).map(([, page]) => page)
}

/** https://gohugo.io/content-management/taxonomies/, those that pages use. */
function taxonomies({ settings }: HugoSite, pages: readonly HugoPage[]): HugoPage[] {
  const given = settingAt(settings, 'taxonomies')
  const plurals = isSettings(given) ? Object.values(given).filter((name) => typeof name === 'string') : ['tags', 'categories']
  const disabled = textsAt(settings, 'disableKinds').map((kind) => kind.toLowerCase())
  const used = plurals.filter((plural) => pages.some(({ data }) => textsAt(data, plural).length > 0))
  return used.flatMap((plural): HugoPage[] => {
    const shape = (kind: PageKind, path: string): PageShape => ({ kind, path, type: plural, layout: null })
    const common = { file: null, prefix: '', data: {}, aliases: [] }
    return [
      ...disabled.includes('taxonomy') ? [] : [{ ...common, address: routePath(plural), shape: shape('taxonomy', plural) }],
      ...disabled.includes('term') ? [] : [{ ...common, address: routePath(plural, ':term'), shape: shape('term', plural) }],
    ].filter(({ address }) => !pages.some((page) => page.address === address))
  })
}
