/** A site of Docusaurus as its configuration describes it. https://docusaurus.io/docs/api/docusaurus-config */
import { joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { directoriesWith, join } from '../../paths.js'
import { configured, writtenPath } from '../../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../../reading/script-values.js'

const CONFIGS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((extension) => `docusaurus.config.${extension}`)

export type ContentKind = 'docs' | 'blog' | 'pages'

/** One plugin that makes pages of a folder. */
export interface ContentPlugin {
  kind: ContentKind
  id: string
  directory: string
  /** Path of its pages below the site. */
  base: string
}

export interface DocusaurusSite {
  root: string
  config: string
  plugins: ContentPlugin[]
  /** Modules that run on every page. */
  clientModules: string[]
  locales: string[]
}

export function docusaurusSites(host: FrameworkHost, reader: ScriptReader): DocusaurusSite[] {
  return directoriesWith(host, CONFIGS).flatMap((root) => {
    const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path))
    return config === undefined ? [] : [readSite(host, reader, root, config)]
  })
}

function readSite(host: FrameworkHost, reader: ScriptReader, root: string, config: string): DocusaurusSite {
  const entries = [...listed(reader, config, 'presets'), ...listed(reader, config, 'plugins')]
  const i18n = configured(reader, config, 'i18n')
  const other = i18n.flatMap((value) => reader.property(value, 'defaultLocale')).map((value) => reader.text(value))[0] ?? 'en'
  const locales = i18n.flatMap((value) => reader.property(value, 'locales')).flatMap((value) => reader.items(value))
    .flatMap((value) => reader.text(value) ?? []).filter((locale) => locale !== other)
  const modules = configured(reader, config, 'clientModules').flatMap((value) => reader.items(value))
  return {
    root, config, locales,
    plugins: entries.flatMap((entry) => contentPlugins(reader, root, entry)),
    clientModules: modules.flatMap((value) => {
      const written = writtenPath(reader, value)
      return written === null ? [] : host.resolve(config, `./${written}`) ?? []
    }),
  }
}

interface Entry {
  name: string
  options: ScriptValue[]
}

/** `'name'`, `['name', options]`, `require.resolve('name')`. */
function listed(reader: ScriptReader, config: string, key: string): Entry[] {
  const items = configured(reader, config, key).flatMap((value) => reader.items(value)).flatMap((item) => reader.read(item))
  return items.flatMap((item): Entry[] => {
    const isList = reader.shape(item)?.kind === 'array'
    const [first, ...rest] = isList ? reader.items(item) : [item]
    const name = first === undefined ? null : writtenPath(reader, first)
    return name === null ? [] : [{ name, options: rest }]
  })
}

const PLUGINS: readonly [pattern: RegExp, kind: ContentKind][] = [
  [/(?:^|[/-])(?:plugin-)?content-docs$/, 'docs'], [/(?:^|[/-])(?:plugin-)?content-blog$/, 'blog'], [/(?:^|[/-])(?:plugin-)?content-pages$/, 'pages'],
]
const FOLDERS: Readonly<Record<ContentKind, { folder: string; base: string }>> = {
  docs: { folder: 'docs', base: 'docs' }, blog: { folder: 'blog', base: 'blog' }, pages: { folder: 'src/pages', base: '' },
}

function contentPlugins(reader: ScriptReader, root: string, { name, options }: Entry): ContentPlugin[] {
  const kind = PLUGINS.find(([pattern]) => pattern.test(name))?.[1]
  if (kind !== undefined) return [contentPlugin(reader, root, kind, options)]
  // https://docusaurus.io/docs/using-plugins#docusauruspreset-classic
  if (!/^classic$|preset-classic$/.test(name)) return []
  return (['docs', 'blog', 'pages'] as const).flatMap((each) => {
    const own = options.flatMap((value) => reader.property(value, each))
    const isOff = own.some((value) => {
      const shape = reader.shape(value)
      return shape?.kind === 'constant' && shape.value === false
    })
    return isOff ? [] : [contentPlugin(reader, root, each, own)]
  })
}

function contentPlugin(reader: ScriptReader, root: string, kind: ContentKind, options: readonly ScriptValue[]): ContentPlugin {
  const written = (key: string): string | null =>
    options.flatMap((value) => reader.property(value, key)).map((value) => reader.text(value)).find((text) => text !== null) ?? null
  const { folder, base } = FOLDERS[kind]
  const path = written('path') ?? folder
  return { kind, id: written('id') ?? 'default', directory: joinPath(root, path) ?? join(root, folder), base: written('routeBasePath') ?? base }
}
