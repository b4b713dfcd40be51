/** Files that set up a site generator, and what they say. */
import { listSettings, type Setting } from '../parse/settings.js'

/** Generators by the names of such files. */
const FILES: readonly [generator: string, pattern: RegExp][] = [
  // https://jekyllrb.com/docs/configuration/, and Hexo's file of the same name
  ['jekyll', /(?:^|[/.])_config(?:[._-][\w-]+)*\.(?:ya?ml|toml)$/i],
  // https://www.drupal.org/docs/configuration-management: what modules are told, when it is exported; libraries name scripts
  ['drupal', /(?:^|\/)[a-z]\w*\.(?:settings|libraries|container\.\w+)\.ya?ml$/],
  // https://gohugo.io/configuration/introduction/
  ['hugo', /(?:^|[/.])(?:hugo|config)\.(?:toml|ya?ml|json)$/i],
  ['hugo', /(?:^|\/)config\/(?:_default|production|staging)\/[\w.-]+\.(?:toml|ya?ml|json)$/i],
  // https://www.mkdocs.org/user-guide/configuration/
  ['mkdocs', /(?:^|[/.])mkdocs(?:[.-][\w-]+)*\.ya?ml$/i],
]
/** https://docusaurus.io/docs/api/docusaurus-config, and `siteConfig.js` of its first version */
const SCRIPTS: readonly [generator: string, pattern: RegExp][] = [
  ['docusaurus', /(?:^|[/.])(?:docusaurus\.config\.[cm]?[jt]s|siteConfig\.js)$/],
]

/** The generator that a file of settings belongs to, by its name; null for all other files. */
export function settingsGenerator(path: string): string | null {
  return FILES.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

/** The same for configurations that are scripts. */
export function scriptedGenerator(path: string): string | null {
  return SCRIPTS.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

/** Files that may set up a tracker without a word of it: they are few, and looked at in any case. */
export function isGeneratorSetup(path: string): boolean {
  return settingsGenerator(path) !== null || scriptedGenerator(path) !== null
}

/** What such a file says; nothing for all other files. */
export function settingsFacts(path: string, text: string): Setting[] {
  if (settingsGenerator(path) === null) return []
  const around = keysOfFile(path)
  return listSettings(path, text).map((setting) => ({ ...setting, keys: [...around, ...setting.keys] }))
}

/** A directory of settings is one table in pieces: `config/_default/params.toml`, `languages.en.toml`. */
export function keysOfFile(path: string): string[] {
  if (settingsGenerator(path) === 'drupal') return (path.split('/').at(-1) as string).split('.').slice(0, -1)
  const piece = /(?:^|\/)config\/[\w-]+\/([\w.-]+)\.\w+$/.exec(path)?.[1]
  return piece === undefined || piece === 'hugo' || piece === 'config' ? [] : piece.split('.')
}
