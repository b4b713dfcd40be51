/**
 * What bundlers are configured to write. https://webpack.js.org/configuration/output/,
 * https://rollupjs.org/configuration-options/#output-file, https://brunch.io/docs/config
 */
import { directoryOf, joinPath } from '../../../paths.js'
import { pathMatcher } from '../../../globs.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { callsNamed, configurationObjects, configuredAt, writtenPath } from '../../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../../reading/script-values.js'
import { configurations, scriptAt } from '../documents.js'
import { entriesOf, WEBPACK_CONFIGURATIONS } from '../webpack.js'
import type { BuiltScript } from './built-scripts.js'

const ESBUILD = ['esbuild', 'esbuild.config', 'build', 'scripts/build', 'scripts/esbuild', 'bin/build']

export function configuredOutputs(host: FrameworkHost, reader: ScriptReader, root: string): BuiltScript[] {
  return [
    ...configurations(host, root, WEBPACK_CONFIGURATIONS)
      .flatMap((config) => webpackOutputs(host, reader, config, root)),
    ...configurations(host, root, ['rollup.config']).flatMap((config) => rollupOutputs(host, reader, config)),
    ...configurations(host, root, ESBUILD).filter((file) => /\besbuild\b/.test(host.text(file) ?? ''))
      .flatMap((file) => callsNamed(reader, file, /^(build|buildSync|context)$/))
      .flatMap(([options]) => (options === undefined ? [] : esbuildOutputs(host, reader, options, root))),
    ...configurations(host, root, ['brunch-config']).flatMap((config) => brunchOutputs(host, reader, config, root)),
  ]
}

/** `[name].[contenthash].js` for an entry. */
function named(pattern: string, name: string): string {
  return pattern.replace(/\[name\]/g, name).replace(/\[[^\]]*\]/g, '*').replace(/\*[.-]?(?=\*)/g, '')
}

function webpackOutputs(host: FrameworkHost, reader: ScriptReader, config: string, root: string): BuiltScript[] {
  const [output] = configuredAt(reader, config, ['output'])
  const set = (key: string): ScriptValue[] => (output === undefined ? [] : reader.property(output, key))
  const [folder] = set('path').map((value) => writtenPath(reader, value))
  const [file] = set('filename').flatMap((value) => reader.texts(value))
  const directory = joinPath(directoryOf(config), folder ?? 'dist') ?? join(root, 'dist')
  return entriesOf(host, reader, config, root)
    .map(([name, sources]) => ({ path: join(directory, named(file ?? '[name].js', name)), sources }))
}

type Entry = [name: string, file: string]

/** Files of a text, of a list, or of an object by names; each with the name it gives to an output. */
function inputs(host: FrameworkHost, reader: ScriptReader, at: ScriptValue, root: string): Entry[] {
  return reader.read(at).flatMap((target): Entry[] => {
    const shape = reader.shape(target)
    if (shape?.kind === 'array') return reader.items(target).flatMap((item) => inputs(host, reader, item, root))
    if (shape?.kind === 'object') {
      return shape.entries.flatMap(({ name, value }) =>
        inputs(host, reader, reader.beside(target, value), root).map(([own, file]): Entry => [name ?? own, file]))
    }
    const path = writtenPath(reader, target)
    const file = path === null ? null : scriptAt(host, join(root, path))
    return path === null || file === null ? [] : [[path.replace(/^.*\//, '').replace(/\.\w+$/, ''), file]]
  })
}

function rollupOutputs(host: FrameworkHost, reader: ScriptReader, config: string): BuiltScript[] {
  const root = directoryOf(config)
  const listed = reader.exported(config, 'default').flatMap((value) => reader.items(value))
    .flatMap((value) => reader.read(value)).filter((value) => reader.shape(value)?.kind === 'object')
  const all = [...configurationObjects(reader, config), ...listed]
  return all.flatMap((options) => {
    const entries = reader.property(options, 'input').flatMap((value) => inputs(host, reader, value, root))
    const outputs = reader.property(options, 'output').flatMap((value) => [value, ...reader.items(value)])
    return outputs.flatMap((output): BuiltScript[] => {
      const [file] = reader.property(output, 'file').map((value) => writtenPath(reader, value))
      if (file) return [{ path: join(root, file), sources: entries.map(([, source]) => source) }]
      const [folder] = reader.property(output, 'dir').map((value) => writtenPath(reader, value))
      const names = reader.text(reader.property(output, 'entryFileNames')[0]) ?? '[name].js'
      return folder ? entries.map(([name, source]) => (
        { path: join(root, `${folder}/${named(names, name)}`), sources: [source] })) : []
    })
  })
}

function esbuildOutputs(host: FrameworkHost, reader: ScriptReader, options: ScriptValue, root: string): BuiltScript[] {
  const entries = reader.property(options, 'entryPoints').flatMap((value) => inputs(host, reader, value, root))
  const path = (key: string): string | null =>
    reader.property(options, key).map((value) => writtenPath(reader, value))[0] ?? null
  const [file, folder] = [path('outfile'), path('outdir')]
  if (file !== null) return [{ path: join(root, file), sources: entries.map(([, source]) => source) }]
  const names = reader.text(reader.property(options, 'entryNames')[0]) ?? '[name]'
  return folder === null ? []
    : entries.map(([name, source]) => ({ path: join(root, `${folder}/${named(names, name)}.js`), sources: [source] }))
}

function brunchOutputs(host: FrameworkHost, reader: ScriptReader, config: string, root: string): BuiltScript[] {
  const files = [...configuredAt(reader, config, ['files']), ...reader.exported(config, 'files'),
    ...reader.exported(config, 'config').flatMap((value) => reader.property(value, 'files'))]
  const joined = files.flatMap((value) => reader.property(value, 'javascripts'))
    .flatMap((value) => reader.property(value, 'joinTo'))
  return joined.flatMap((value) => reader.read(value)).flatMap((target): BuiltScript[] => {
    const shape = reader.shape(target)
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, value }) => (name === null ? []
      : [{ path: join(root, `public/${name}`), sources: globbed(host, reader, reader.beside(target, value), root) }]))
  })
}

/** Scripts that a glob, a list of globs or a regular expression names. */
export function globbed(host: FrameworkHost, reader: ScriptReader, at: ScriptValue, root: string): string[] {
  return reader.read(at).flatMap((target): string[] => {
    const shape = reader.shape(target)
    if (shape?.kind === 'array') return reader.items(target).flatMap((item) => globbed(host, reader, item, root))
    return reader.texts(target).flatMap((text) => scriptsOf(host, root, text))
  })
}

/** Scripts below a directory that a path or glob names. */
export function scriptsOf(host: FrameworkHost, root: string, glob: string): string[] {
  const path = join(root, glob.replace(/^(?:\.\/)+/, ''))
  if (host.has(path)) return /\.[cm]?[jt]sx?$/.test(path) ? [path] : []
  if (!/[*{]/.test(path) || glob.startsWith('!')) return []
  const matches = pathMatcher(path)
  return host.under(root).filter((file) => /\.[cm]?[jt]sx?$/.test(file) && matches(file) && host.isProduct(file))
}
