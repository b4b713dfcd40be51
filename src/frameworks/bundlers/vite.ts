/** Vite. https://vite.dev/guide/build.html#multi-page-app, https://vite.dev/config/shared-options.html#root */
import { joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { join, routePath } from '../paths.js'
import { callsNamed, configuredAt, configuredText, writtenPath } from '../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { configurations, scriptAt, type BuiltDocument } from './documents.js'

const INPUTS = [['build', 'rollupOptions', 'input'], ['build', 'rolldownOptions', 'input'], ['build', 'rollupOptions', 'input', 'default']]

export function viteDocuments(host: FrameworkHost, reader: ScriptReader, root: string): BuiltDocument[] {
  return configurations(host, root, ['vite.config']).flatMap((config) => {
    const [rootValue] = configuredAt(reader, config, ['root'])
    const written = rootValue === undefined ? null : writtenPath(reader, rootValue)
    const directory = written === null ? root : joinPath(root, written) ?? root
    const base = basePath(configuredText(reader, config, 'base'))
    const inputs = INPUTS.slice(0, 2).flatMap((keys) => configuredAt(reader, config, keys)).flatMap((value) => writtenPaths(reader, value))
    // An input counts from the configuration or from the root; the page lies where the file lies below the root.
    const files = inputs.filter((path) => /\.html?$/.test(path))
      .flatMap((path) => [joinPath(root, path), joinPath(directory, path)].find((candidate) => candidate !== null && host.has(candidate)) ?? [])
    const usual = files.length === 0 && directory !== root && host.has(join(directory, 'index.html')) ? [join(directory, 'index.html')] : []
    const below = (file: string): string => (directory === '' ? file : file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file)
    return [
      ...[...new Set([...files, ...usual])].map((file): BuiltDocument => ({ file, path: pagePath(base, below(file)), scripts: [], config })),
      ...pluginPages(host, reader, config, root, base),
    ]
  })
}

/** Texts of a list, or of the values of an object. */
export function writtenPaths(reader: ScriptReader, at: ScriptValue): string[] {
  return reader.read(at).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind === 'object') {
      return shape.entries.flatMap(({ name, value }) => (name === null
        ? writtenPaths(reader, reader.beside(target, value)) : writtenPath(reader, reader.beside(target, value)) ?? []))
    }
    if (shape?.kind === 'array') return reader.items(target).flatMap((item) => writtenPath(reader, item) ?? [])
    return writtenPath(reader, target) ?? []
  })
}

/** `createHtmlPlugin({ pages: [{ filename, template, entry }] })`. https://github.com/vbenjs/vite-plugin-html */
function pluginPages(host: FrameworkHost, reader: ScriptReader, config: string, root: string, base: string): BuiltDocument[] {
  return callsNamed(reader, config, /^createHtmlPlugin$/).flatMap(([options]) => {
    if (!options) return []
    const pages = reader.property(options, 'pages').flatMap((value) => reader.items(value)).flatMap((item) => reader.read(item))
    return [...pages, ...pages.length === 0 ? reader.read(options) : []].flatMap((page): BuiltDocument[] => {
      const text = (key: string): string | null => reader.text(reader.property(page, key)[0])
      const template = joinPath(root, text('template') ?? 'index.html')
      if (template === null || !host.has(template)) return []
      const entry = text('entry')
      const script = entry === null ? null : scriptAt(host, join(root, entry.replace(/^\.?\//, '')))
      return [{ file: template, path: pagePath(base, text('filename') ?? 'index.html'), scripts: script === null ? [] : [script], config }]
    })
  })
}

/** Where the site lies: an address elsewhere, or one relative to the page, says nothing about it. */
export function basePath(base: string | null): string {
  return base !== null && base.startsWith('/') && !base.startsWith('//') ? base : ''
}

/** `book/index.html` is the page `/book`. */
export function pagePath(base: string, file: string): string {
  return routePath(base, file.replace(/(^|\/)index\.html?$/, '$1'))
}
