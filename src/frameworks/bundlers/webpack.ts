/** webpack and Rspack with a plugin for HTML. https://github.com/jantimon/html-webpack-plugin#options, https://webpack.js.org/concepts/entry-points/ */
import { joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { callsNamed, configuredAt, writtenPath } from '../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { configurations, scriptAt, type BuiltDocument } from './documents.js'
import { basePath, pagePath } from './vite.js'

export const WEBPACK_CONFIGURATIONS = [
  'webpack.config', 'webpack.common', 'webpack.base', 'webpack.dev', 'webpack.prod', 'webpack.config.common', 'webpack.config.base',
  'webpack.config.prod', 'webpack.config.dev', 'rspack.config', 'config/webpack.config', 'config/webpack.common', 'config/webpack.prod',
  'config/webpack.dev', 'config/webpack.config.prod', 'config/webpack.config.dev', 'build/webpack.base.conf', 'build/webpack.prod.conf',
  'build/webpack.dev.conf', 'webpack/webpack.common', 'webpack/webpack.config', 'webpack/webpack.prod',
]
const PLUGIN = /^(HtmlWebpackPlugin|HtmlRspackPlugin|HTMLWebpackPlugin|HtmlPlugin|HtmlwebpackPlugin)$/

export function webpackDocuments(host: FrameworkHost, reader: ScriptReader, root: string): BuiltDocument[] {
  const configs = configurations(host, root, WEBPACK_CONFIGURATIONS)
  const plugins = configs.filter((config) => PLUGIN_WORD.test(host.text(config) ?? ''))
  if (plugins.length === 0) return []
  const entries = new Map<string, string[]>()
  for (const config of configs) for (const [name, files] of entriesOf(host, reader, config, root)) entries.set(name, [...entries.get(name) ?? [], ...files])
  const base = basePath(configs.flatMap((config) => configuredAt(reader, config, ['output', 'publicPath']))
    .map((value) => reader.text(value)).find((text) => text !== null) ?? null)
  return plugins.flatMap((config) => pluginOptions(reader, config).flatMap((options): BuiltDocument[] => {
    const text = (key: string): string | null => reader.text(options === null ? undefined : reader.property(options, key)[0])
    const template = options === null ? null : templateAt(host, reader, options, config, root)
    if (template === null) return []
    const names = (key: string): string[] | null => {
      const [list] = options === null ? [] : reader.property(options, key)
      return list === undefined ? null : reader.items(list).flatMap((item) => reader.texts(item))
    }
    const wanted = names('chunks') ?? [...entries.keys()]
    const unwanted = names('excludeChunks') ?? []
    const scripts = text('inject') === 'false' ? [] : wanted.filter((name) => !unwanted.includes(name)).flatMap((name) => entries.get(name) ?? [])
    return [{ file: template, path: pagePath(base, fileName(text('filename'))), scripts: [...new Set(scripts)], config }]
  }))
}

const PLUGIN_WORD = /\bhtml-?(?:webpack|rspack)-?plugin\b|\bHtml(?:Webpack|Rspack)Plugin\b/i

/** A name that is made of the output's own is the usual one. */
function fileName(written: string | null): string {
  return written === null || written.includes('[') ? 'index.html' : written.replace(/^(\.{0,2}\/)+/, '')
}

/** Options of each plugin of the list; where the list is not literal, of each that is made in the file. */
function pluginOptions(reader: ScriptReader, config: string): (ScriptValue | null)[] {
  const listed = configuredAt(reader, config, ['plugins']).flatMap((value) => reader.items(value)).flatMap((item) => reader.read(item))
    .flatMap((item): (ScriptValue | null)[] => {
      const shape = reader.shape(item)
      if (shape?.kind !== 'call' || !PLUGIN.test(reader.written(item, shape.callee).replace(/^.*\./, ''))) return []
      return [shape.arguments[0] === undefined ? null : reader.beside(item, shape.arguments[0])]
    })
  return listed.length > 0 ? listed : callsNamed(reader, config, PLUGIN).map(([options]) => options ?? null)
}

function templateAt(host: FrameworkHost, reader: ScriptReader, options: ScriptValue, config: string, root: string): string | null {
  const [value] = reader.property(options, 'template')
  const written = value === undefined ? null : writtenPath(reader, value) ?? reader.text(value)
  if (written === null) return null
  // `!!ejs-loader!src/page.ejs`
  const clean = written.replace(/^.*!/, '').replace(/\?.*$/, '')
  const own = config.slice(0, Math.max(0, config.lastIndexOf('/')))
  return [joinPath(own, clean), joinPath(root, clean)].find((path) => path !== null && host.has(path)) ?? null
}

/** Scripts by the name of their entry; a single one is `main`. */
export function entriesOf(host: FrameworkHost, reader: ScriptReader, config: string, root: string): [string, string[]][] {
  const own = config.slice(0, Math.max(0, config.lastIndexOf('/')))
  const contexts = configuredAt(reader, config, ['context']).flatMap((value) => writtenPath(reader, value) ?? [])
    .flatMap((path) => joinPath(own, path) ?? [])
  const filesOf = (at: ScriptValue): string[] => reader.read(at).flatMap((target): string[] => {
    const shape = reader.shape(target)
    if (shape?.kind === 'array') return reader.items(target).flatMap(filesOf)
    if (shape?.kind === 'object') return reader.property(target, 'import').flatMap(filesOf)
    const written = writtenPath(reader, target)
    if (written === null) return []
    return [...contexts, own, root].flatMap((directory) => {
      const path = joinPath(directory, written)
      return path === null ? [] : scriptAt(host, path) ?? []
    }).slice(0, 1)
  })
  return configuredAt(reader, config, ['entry']).flatMap((value) => reader.read(value)).flatMap((value): [string, string[]][] => {
    const shape = reader.shape(value)
    const isNamed = shape?.kind === 'object' && !shape.entries.some(({ name }) => name === 'import')
    if (!isNamed) return [['main', filesOf(value)]]
    return shape.entries.flatMap(({ name, value: entry }): [string, string[]][] => (name === null ? [] : [[name, filesOf(reader.beside(value, entry))]]))
  })
}
