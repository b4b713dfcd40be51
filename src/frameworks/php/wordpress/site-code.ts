/** The code of a site's themes and plugins: what its helpers give, its functions by name, its constants. */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { Span } from '../../../types.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import { phpClasses, type PhpClass, type PhpScope } from '../code/classes.js'
import { IN_TREE, phpValues, type KnownFunctions, type PhpValues } from '../code/values.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import type { Plugin, Theme } from './headers.js'

export interface SiteCode {
  host: FrameworkHost
  values: PhpValues
  /** Files of themes and plugins that register something; tests and packages of others are none. */
  files: readonly string[]
  /** All code of themes and plugins in PHP. */
  php: readonly string[]
  /** The directory of the theme or plugin a file is part of. */
  rootOf(file: string): string
  /** Calls of these names, with where they stand. */
  calls(name: RegExp): { call: PhpCallNode; scope: PhpScope; file: string }[]
  /** The code that a callback runs: a function by name, a method, a closure. */
  callback(node: PhpNode, scope: PhpScope): RoutePlace[]
}

/** Words of which a file must hold one to be read. */
const REGISTERS = new RegExp(
  [
    'add_action|add_filter|add_shortcode|wp_(?:enqueue|register)_script|register_post_type|register_taxonomy',
    'register_rest_route|register_block_type|do_action|do_shortcode|apply_filters|extends\\s+\\\\?WP_Widget',
  ].join('|'),
)
const NO_CODE = /(^|\/)(vendor|node_modules|wp-includes|wp-admin|bower_components)\//

export function siteCode(host: FrameworkHost, themes: readonly Theme[], plugins: readonly Plugin[]): SiteCode {
  const roots = [
    ...themes.flatMap(({ directory, parent }) => (parent === null ? [directory] : [directory, parent]))
      .map((directory) => codeAround(host, directory)),
    ...plugins.map(({ root }) => root),
  ]
  const all = new Set(roots.flatMap((root) => (host.has(root) ? [root] : host.under(root))))
  const php = [...all].filter((file) => file.endsWith('.php') && !NO_CODE.test(file) && host.isProduct(file))
  const files = php.filter((file) => REGISTERS.test(host.text(file) ?? ''))
  const directories = themes.flatMap(({ directory, parent }) => (parent === null ? [directory] : [directory, parent]))
  const constants = definedConstants(host, plugins, directories)
  const classes = phpClasses(host)
  const values = phpValues(host, helpers(directories), (name) => {
    const found = constants.get(name)
    return found ? [{ value: found.value, scope: classes.scope(found.file, found.value.start) }] : []
  })
  const functions = functionIndex(host, files)

  const method = (of: PhpClass | null, name: string): RoutePlace[] => {
    const found = of ? classes.method(of, name) : null
    return found ? [place(found.scope.file, found.body)] : []
  }
  /** The class an object is of, when it is made nearby. */
  const classOf = (node: PhpNode, scope: PhpScope): PhpClass | null => {
    if (node.kind === 'variable' && node.path === '$this') return scope.self
    if (node.kind === 'call' && node.path.startsWith('new ')) return classes.written(node.path.slice(4), scope)
    if (node.kind === 'call') {
      // `Tracker::instance()` gives one of its own.
      const [, name = ''] = /^([\w\\]+)::(?:get_?)?instance$/i.exec(node.path) ?? []
      return name === '' ? null : classes.written(name, scope)
    }
    if (node.kind !== 'variable') return null
    const found = values.values(node, scope).find(({ value }) => value !== node)
    return found ? classOf(found.value, found.scope) : null
  }
  const callback = (node: PhpNode, scope: PhpScope): RoutePlace[] => {
    if (node.kind === 'closure') return [place(scope.file, node.body)]
    if (node.kind === 'choice') return node.options.flatMap((option) => callback(option, scope))
    if (node.kind === 'list') {
      const [object, name] = node.items
      if (!object || name?.value.kind !== 'string') return []
      const [written] = object.value.kind === 'variable' ? [] : values.known(object.value, scope)
      const of = classOf(object.value, scope) ?? classNamed(written, object.value, scope)
      return method(of, name.value.text)
    }
    // `$this->track(...)`
    if (node.kind === 'call' && node.arguments.length === 0 && node.path.startsWith('$this->'))
      return method(scope.self, node.name)
    return values.known(node, scope).flatMap((text) => {
      const [className = '', name] = text.split('::')
      if (name !== undefined) return method(classes.written(className, scope), name)
      const own = functions.get(className.replace(/^.*\\/, '').toLowerCase()) ?? []
      return own.length > 1 && own.some(({ file }) => file === scope.file)
        ? own.filter(({ file }) => file === scope.file)
        : own
    })
  }
  /** `__CLASS__`, `Tracker::class`, `'Tracker'`. */
  const classNamed = (written: string | undefined, node: PhpNode, scope: PhpScope): PhpClass | null => {
    if (node.kind === 'name' && /^(__CLASS__|self|static)$/i.test(node.path)) return scope.self
    return written === undefined
      ? null
      : (classes.named(written, directoryOf(scope.file)) ?? classes.written(written, scope))
  }
  return {
    host,
    values,
    files,
    php,
    rootOf: (file) =>
      roots.filter((root) => root === '' || file.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0] ??
      directoryOf(file),
    callback,
    calls: (name) =>
      files.flatMap((file) =>
        outlineOf(host, file)
          .calls.filter((call) => name.test(call.name))
          .map((call) => ({ call, file, scope: classes.scope(file, call.start) })),
      ),
  }
}

/** Themes whose templates lie in a folder of their own take their code from beside it: `resources/`, `templates/`. */
function codeAround(host: FrameworkHost, directory: string): string {
  const around = directoryOf(directory)
  if (directory === '' || /(^|\/)themes$/.test(around)) return directory
  const text = host.text(`${directory}/functions.php`) ?? ''
  return /\.\.\/|\bdirname\s*\(/.test(text) ? around : directory
}

function place(file: string, { start, end }: Span): RoutePlace {
  return { file, start, end }
}

function functionIndex(host: FrameworkHost, files: readonly string[]): ReadonlyMap<string, RoutePlace[]> {
  const found = new Map<string, RoutePlace[]>()
  for (const file of files) {
    for (const { kind, name, parent, body } of outlineOf(host, file).declarations) {
      if (kind !== 'function' || parent >= 0) continue
      const key = name.toLowerCase()
      found.set(key, [...(found.get(key) ?? []), place(file, body)])
    }
  }
  return found
}

/** `define('CLINIC_URL', plugin_dir_url(__FILE__))` of the file a plugin or theme begins with. */
function definedConstants(
  host: FrameworkHost,
  plugins: readonly Plugin[],
  directories: readonly string[],
): ReadonlyMap<string, { value: PhpNode; file: string }> {
  const starts = [
    ...plugins.map(({ main }) => main),
    ...directories.map((directory) => `${directory}/functions.php`.replace(/^\//, '')),
  ]
  const found = new Map<string, { value: PhpNode; file: string }>()
  for (const file of starts) {
    if (!/\bdefine\s*\(/.test(host.text(file) ?? '')) continue
    for (const {
      name,
      arguments: [key, value],
    } of outlineOf(host, file).calls) {
      if (name === 'define' && key?.value.kind === 'string' && value)
        found.set(key.value.text, { value: value.value, file })
    }
  }
  return found
}

/**
 * Paths and addresses of files:
 * https://developer.wordpress.org/plugins/plugin-basics/determining-plugin-and-content-directories/
 */
function helpers(directories: readonly string[]): KnownFunctions {
  const inTree = (directory: string, text: string): string => IN_TREE + (joinPath(directory, text) ?? '')
  const [own = '', ...others] = directories
  const parent = others[0] ?? own
  return ({ name, receiver }, argument, scope) => {
    if (receiver !== null) return null
    const theme = directories.find((directory) => directory === '' || scope.file.startsWith(`${directory}/`)) ?? own
    switch (name) {
      case 'get_template_directory_uri':
      case 'get_template_directory':
        return [IN_TREE + (directories.length > 1 ? parent : theme)]
      case 'get_stylesheet_directory_uri':
      case 'get_stylesheet_directory':
        return [IN_TREE + own]
      case 'get_theme_file_uri':
      case 'get_theme_file_path':
      case 'get_parent_theme_file_uri':
      case 'get_parent_theme_file_path':
        return argument(0).map((text) => inTree(theme, text))
      case 'plugin_dir_url':
      case 'plugin_dir_path':
        return argument(0).map((text) =>
          text.startsWith(IN_TREE) ? `${IN_TREE}${directoryOf(text.slice(1))}/` : HOLE,
        )
      case 'plugins_url': {
        const [base] = argument(1)
        return argument(0).map((text) =>
          base?.startsWith(IN_TREE) ? inTree(directoryOf(base.slice(1)), text) : HOLE + text,
        )
      }
      case 'plugin_basename':
        return [HOLE]
      default:
        return null
    }
  }
}
