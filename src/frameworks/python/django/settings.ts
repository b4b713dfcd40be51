/** Projects of Django and what their settings say. https://docs.djangoproject.com/en/5.2/ref/settings/ */
import { HOLE } from '../../../parse/hole.js'
import { ancestors, baseNameOf, directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { named } from '../../reading/code/nodes.js'
import { locationsOf } from '../locations.js'
import type { PythonCode, Value } from '../reading/code.js'
import { pythonFiles } from '../reading/modules.js'
import { literalsOf, textsOf } from '../reading/texts.js'
import { directoriesNamed, TemplateDirectories } from '../templates.js'

export interface DjangoProject {
  /** The directory of `manage.py`, `''` for the root of the tree. */
  root: string
  /** Modules of settings below it. */
  settings: string[]
  /** Modules in which its URLs begin, and how sure that is. */
  urlconfs: { file: string; isDeclared: boolean }[]
  templates: TemplateDirectories
  staticDirectories: string[]
  /** Values of a setting, of all modules of settings. */
  setting(name: string): Value[]
}

export function djangoProjects(host: FrameworkHost, code: PythonCode): DjangoProject[] {
  const urls = urlModules(host)
  if (urls.length === 0 && host.named('manage.py').length === 0) return []
  const roots = host.named('manage.py').filter((path) => (host.text(path) ?? '').includes('django')).map(directoryOf)
  const files = pythonFiles(host)
  if (roots.length === 0 && !urls.some((path) => /\bdjango\b/.test(host.text(path) ?? ''))) return []
  const settings = settingsModules(host, files)
  const rootOf = (path: string): string => [...ancestors(directoryOf(path))]
    .find((directory) => roots.includes(directory)) ?? ''
  const all = new Set([...(roots.length === 0 ? [''] : roots), ...settings.map(rootOf)])
  return [...all].sort()
    .map((root) => project(host, code, root, settings.filter((path) => rootOf(path) === root), urls
      .filter((path) => rootOf(path) === root)))
}

/** Files that hold URL patterns by their names. */
function urlModules(host: FrameworkHost): string[] {
  return [...host.named('urls.py'), ...host.named('__init__.py')
    .filter((path) => /(^|\/)urls\/__init__\.py$/.test(path))].filter((path) => host.isProduct(path))
}

function settingsModules(host: FrameworkHost, files: readonly string[]): string[] {
  const declares = (path: string): boolean => (host.text(path) ?? '').includes('ROOT_URLCONF')
  const byName = files.filter((path) => /settings|config|conf(\/|\.py$)/i.test(path) && declares(path))
  const found = byName.length > 0 ? byName : files.filter(declares)
  // Settings for development and tests build on those that are meant.
  const meant = found.filter((path) => !/(^|[/_])(tests?|testing|local|dev|development|ci)\.py$/.test(path))
  return meant.length > 0 ? meant : found
}

function project(
  host: FrameworkHost, code: PythonCode, root: string, settings: readonly string[], urls: readonly string[],
): DjangoProject {
  const setting = (name: string): Value[] => settings.flatMap((file) => code.attribute(file, name))
    .flatMap((found) => (found.kind === 'value' ? [found.value] : []))
  const texts = (name: string): string[] => [...new Set(setting(name).flatMap((value) => code.items(value))
    .flatMap((value) => literalsOf(code, value)))]
  const declared = [...new Set(setting('ROOT_URLCONF').flatMap((value) => textsOf(code, value).flatMap((module) => {
    // The project's own name is often computed: its URLs lie beside its settings.
    const { file } = value.scope
    return code.modules.resolve(file, module.includes(HOLE)
      ? module.slice(module.lastIndexOf(HOLE) + 1).replace(/^\.+/, '') : module) ?? []
  })))]
  const apps = texts('INSTALLED_APPS').map((name) => name.replace(/\.apps\.\w+$/, ''))
  const urlconfs = declared.length > 0 ? declared.map((file) => ({ file, isDeclared: true }))
    : unincluded(host, urls).map((file) => ({ file, isDeclared: false }))
  return {
    root, settings: [...settings], urlconfs, setting,
    templates: new TemplateDirectories(host, templateDirectories(host, code, root, setting, apps)),
    staticDirectories: staticDirectories(host, code, root, setting),
  }
}

/** Modules of URLs that no other one mentions. */
function unincluded(host: FrameworkHost, urls: readonly string[]): string[] {
  const texts = urls.map((path) => [path, host.text(path) ?? ''] as const)
  return urls.filter((path) => {
    const module = path.replace(/(?:\/__init__)?\.py$/, '').split('/').slice(-2)
    const app = module[0] as string
    return !texts.some(([other, text]) => other !== path && new RegExp(`\\b${app.replace(/\W/g, '\\$&')}\\b`).test(text)
      && text.includes('include'))
  })
}

/** Directories of the settings first, then those of the applications in their order. */
function templateDirectories(
  host: FrameworkHost, code: PythonCode, root: string, setting: (name: string) => Value[], apps: readonly string[],
): string[] {
  const engines = setting('TEMPLATES').flatMap((value) => code.items(value)).flatMap(({ node, scope }) => {
    const directories = node.kind === 'map' ? named(node.entries, 'DIRS') : undefined
    return directories ? code.items({ node: directories, scope }) : []
  })
  const listed = [...engines, ...setting('TEMPLATE_DIRS').flatMap((value) => code.items(value))]
  const configured = listed.flatMap((value) => locationsOf(code, value))
    .filter((directory) => host.under(directory).length > 0)
  const order = (directory: string): number => {
    const at = apps.findIndex((name) => directoryOf(directory).endsWith(name.replaceAll('.', '/')))
    return at < 0 ? apps.length : at
  }
  const conventional = directoriesNamed(host, root, ['templates', 'jinja2']).sort((a, b) => order(a) - order(b))
  return [...new Set([...configured, ...conventional])]
}

/** https://docs.djangoproject.com/en/5.2/ref/contrib/staticfiles/ */
function staticDirectories(
  host: FrameworkHost, code: PythonCode, root: string, setting: (name: string) => Value[],
): string[] {
  const configured = setting('STATICFILES_DIRS').flatMap((value) => code.items(value)).flatMap(({ node, scope }) => {
    // `("prefix", directory)`
    const directory = node.kind === 'list' ? node.items.at(-1)?.value : node
    return directory ? locationsOf(code, { node: directory, scope }) : []
  })
  const conventional = new Set<string>()
  for (const file of host.under(root)) {
    const found = /^(.*?(?:^|\/)static)\//.exec(file)?.[1]
    if (found !== undefined && /\.[cm]?[jt]sx?$/.test(baseNameOf(file))) conventional.add(found)
  }
  return [...new Set([...configured, ...[...conventional].sort()])]
}
