/** Applications of Laravel and Lumen in a tree: their roots, settings and what their helpers give. */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { directoriesWith, join } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import { packagesOf } from '../code/composer.js'
import { IN_TREE, phpValues, type KnownFunctions, type PhpValues } from '../code/values.js'
import { outlineOf, type PhpNode } from '../reading/outline.js'

export interface LaravelApplication {
  host: FrameworkHost
  root: string
  values: PhpValues
  /** Names of packages that its composer.json asks for. */
  packages: ReadonlySet<string>
  /** The value of `config('file.key')` when its file is in the tree. */
  setting(key: string): PhpNode | null
  /** The texts of a setting; empty when it is not literal. */
  settingTexts(key: string): string[]
}

export function findApplications(host: FrameworkHost): LaravelApplication[] {
  const withArtisan = directoriesWith(host, ['artisan']).filter(
    (root) => host.isProduct(join(root, 'artisan.php')) && !/(^|\/)vendor(\/|$)/.test(root),
  )
  const byPackage = host
    .named('composer.json')
    .map(directoryOf)
    .filter((root) => !/(^|\/)vendor(\/|$)/.test(root) && !withArtisan.includes(root))
    .filter(
      (root) =>
        packagesOf(host, root).has('laravel/framework') || packagesOf(host, root).has('laravel/lumen-framework'),
    )
    .filter((root) => host.has(join(root, 'routes/web.php')) || host.has(join(root, 'app/Http/routes.php')))
  return [...withArtisan, ...byPackage].map((root) => createApplication(host, root))
}

export function createApplication(host: FrameworkHost, root: string): LaravelApplication {
  const setting = (key: string): PhpNode | null => {
    const [file = '', ...keys] = key.split('.')
    const path = join(root, `config/${file}.php`)
    if (!host.has(path)) return null
    let node = outlineOf(host, path).returns.find(({ declaration }) => declaration < 0)?.value
    for (const name of keys)
      node = node?.kind === 'list' ? node.items.find((item) => item.name === name)?.value : undefined
    return node ?? null
  }
  const settingTexts = (key: string): string[] => {
    const node = setting(key)
    return node ? values.known(node, phpClasses(host).scope(join(root, `config/${key.split('.')[0]}.php`), -1)) : []
  }
  const values = phpValues(host, helpers(root, settingTexts))
  return { host, root, values, packages: packagesOf(host, root), setting, settingTexts }
}

const FOLDERS: Readonly<Record<string, string>> = {
  base_path: '',
  app_path: 'app',
  resource_path: 'resources',
  public_path: 'public',
  config_path: 'config',
  storage_path: 'storage',
  database_path: 'database',
  lang_path: 'lang',
}

/** https://laravel.com/docs/12.x/helpers#paths */
function helpers(root: string, settingTexts: (key: string) => string[]): KnownFunctions {
  const inTree = (...parts: readonly string[]): string => IN_TREE + (joinPath(root, parts.join('/')) ?? '')
  return ({ name, path, receiver }, argument) => {
    const folder = FOLDERS[name]
    if (receiver === null && folder !== undefined)
      return (argument(0).length === 0 ? [''] : argument(0)).map((text) => inTree(folder, text))
    if (receiver === null && path === name) {
      switch (name) {
        // https://laravelmodules.com/docs/12/basic-usage/helpers
        case 'module_path':
          return argument(0).flatMap((module) =>
            (argument(1).length === 0 ? [''] : argument(1)).map((text) => inTree('Modules', module, text)),
          )
        case 'config':
          return known(argument(0).flatMap(settingTexts), argument(1))
        case 'env':
          return known([], argument(1))
        default:
          return null
      }
    }
    if (/^\\?(Config|Illuminate\\Support\\Facades\\Config)::get$/.test(path))
      return known(argument(0).flatMap(settingTexts), argument(1))
    // The first part of an address that names a language, or nothing.
    if (/(^|\\)LaravelLocalization::setLocale$|^app\(\)->getLocale$/.test(path)) return ['{locale?}']
    return null
  }
}

function known(texts: readonly string[], standard: readonly string[]): string[] {
  return texts.length > 0 ? [...texts] : standard.length > 0 ? [...standard] : [HOLE]
}
