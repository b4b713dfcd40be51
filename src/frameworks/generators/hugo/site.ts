/** A site of Hugo as its configuration describes it. https://gohugo.io/configuration/introduction/ */
import { keysOfFile } from '../../../facts/settings.js'
import { ancestors, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { directoriesWith, join } from '../../paths.js'
import { folderName, isSettings, settingAt, settingsOf, textAt, textsAt, type Settings } from '../content.js'

const FORMATS = ['toml', 'yaml', 'yml', 'json']
const OWN_CONFIGS = FORMATS.map((format) => `hugo.${format}`)
/** Names that other programs use as well. */
const SHARED_CONFIGS = FORMATS.map((format) => `config.${format}`)

export interface HugoSite {
  root: string
  settings: Settings
  configs: string[]
  /** Directories of content, with the language they hold; null where the file names say it. */
  content: { directory: string; language: string | null }[]
  /** Directories of layouts, the site's own first, then those of its themes. */
  layouts: string[]
  languages: string[]
  defaultLanguage: string
  /** The default language has a folder of its own, too. */
  allPrefixed: boolean
  /** Themes and modules that are named and not in the repository. */
  missingThemes: string[]
}

export function hugoSites(host: FrameworkHost): HugoSite[] {
  const roots = new Set<string>()
  for (const root of directoriesWith(host, OWN_CONFIGS)) roots.add(root)
  for (const root of directoriesWith(host, SHARED_CONFIGS)) {
    const config = SHARED_CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? ''
    const isHugo = ['content', 'layouts', 'themes', 'archetypes'].some((name) => host.under(join(root, name)).length > 0)
    if (isHugo && /^\s*["']?(?:baseurl|languagecode|theme|paginate|defaultcontentlanguage)\b/im.test(host.text(config) ?? '')) roots.add(root)
  }
  // A theme by itself has layouts, and often a site that shows them.
  for (const root of directoriesWith(host, ['theme.toml', 'theme.yaml'])) if (host.under(join(root, 'layouts')).length > 0) roots.add(root)
  const found = new Set([...roots].map((root) => root.replace(/(?:^|\/)config\/_default$/, '')))
  // Themes bring configurations and examples of their own, which are not what the site shows.
  const isInTheme = (root: string): boolean => [...found].some((other) => root.startsWith(`${join(other, 'themes')}/`))
  return [...found].sort().filter((root) => !isInTheme(root)).map((root) => readSite(host, root))
}

function readSite(host: FrameworkHost, root: string): HugoSite {
  const configs = configFiles(host, root)
  const settings = configs.reduce<Settings>((known, file) => merged(known, nested(keysOfFile(file), settingsOf(host, file))), {})
  const languages = languagesOf(settings)
  const defaultLanguage = textAt(settings, 'defaultContentLanguage') ?? (languages.includes('en') ? 'en' : languages[0] ?? 'en')
  const { found, missing } = themesOf(host, root, settings)
  const layouts = [...mounted(settings, 'layouts').map(({ source }) => source), folderName(textAt(settings, 'layoutDir') ?? 'layouts')]
  return {
    root, settings, configs, languages, defaultLanguage,
    content: contentOf(host, root, settings, languages),
    layouts: [...new Set([...layouts.map((name) => join(root, name)), ...found.map((theme) => join(theme, 'layouts'))])],
    allPrefixed: settingAt(settings, 'defaultContentLanguageInSubdir') === true,
    missingThemes: missing,
  }
}

function configFiles(host: FrameworkHost, root: string): string[] {
  const top = [...OWN_CONFIGS, ...SHARED_CONFIGS].map((name) => join(root, name)).filter((path) => host.has(path)).slice(0, 1)
  const pieces = ['_default', 'production'].flatMap((name) => host.under(join(root, `config/${name}`)))
  return [...top, ...pieces.filter((path) => FORMATS.some((format) => path.endsWith(`.${format}`)))]
}

function nested(keys: readonly string[], settings: Settings): Settings {
  return keys.reduceRight<Settings>((inner, key) => ({ [key]: inner }), settings)
}

function merged(one: Settings, other: Settings): Settings {
  const result: Record<string, unknown> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const known = result[key]
    result[key] = isSettings(known) && isSettings(value) ? merged(known, value) : value
  }
  return result
}

function languagesOf(settings: Settings): string[] {
  const languages = settingAt(settings, 'languages')
  const disabled = textsAt(settings, 'disableLanguages')
  if (!isSettings(languages)) return []
  return Object.entries(languages).flatMap(([name, options]) =>
    (disabled.includes(name) || (isSettings(options) && settingAt(options, 'disabled') === true) ? [] : [name]))
}

interface Mount {
  source: string
  language: string | null
}

/** https://gohugo.io/configuration/module/#mounts */
function mounted(settings: Settings, target: string): Mount[] {
  const mounts = settingAt(settings, 'module', 'mounts')
  if (!Array.isArray(mounts)) return []
  return mounts.filter(isSettings).flatMap((mount) => {
    const source = textAt(mount, 'source')
    return source !== null && folderName(textAt(mount, 'target') ?? '') === target
      ? [{ source: folderName(source), language: textAt(mount, 'lang') }] : []
  })
}

function contentOf(host: FrameworkHost, root: string, settings: Settings, languages: readonly string[]): HugoSite['content'] {
  const found: HugoSite['content'] = []
  const add = (name: string, language: string | null): void => {
    const directory = join(root, folderName(name))
    if (host.under(directory).length > 0 && !found.some((known) => known.directory === directory)) found.push({ directory, language })
  }
  for (const { source, language } of mounted(settings, 'content')) add(source, language)
  for (const language of languages) {
    const own = textAt(settings, 'languages', language, 'contentDir')
    if (own !== null) add(own, language)
  }
  if (found.length === 0) add(textAt(settings, 'contentDir') ?? 'content', null)
  return found
}

function themesOf(host: FrameworkHost, root: string, settings: Settings): { found: string[]; missing: string[] } {
  const directory = folderName(textAt(settings, 'themesDir') ?? 'themes')
  const imports = settingAt(settings, 'module', 'imports')
  const modules = (Array.isArray(imports) ? imports : []).filter(isSettings).flatMap((item) => textAt(item, 'path') ?? [])
  const found: string[] = []
  const missing: string[] = []
  for (const name of [...textsAt(settings, 'theme'), ...modules]) {
    const places = [`${directory}/${name}`, `_vendor/${name}`].map((place) => joinPath(root, place))
    const place = places.find((path) => path !== null && host.under(join(path, 'layouts')).length > 0)
    // A theme's example names it by a folder that has the repository's own name.
    const around = [...ancestors(root)].slice(1).find((at) => host.under(join(at, 'layouts')).length > 0)
    const theme = place ?? (host.under(join(root, directory)).length === 0 ? around : undefined)
    if (theme !== undefined && theme !== null) found.push(theme)
    else missing.push(name)
  }
  return { found, missing }
}
