/**
 * Names that a build tool puts in the place of paths, as its configuration writes them down:
 * https://vite.dev/config/shared-options.html#resolve-alias, https://webpack.js.org/configuration/resolve/#resolvealias,
 * https://svelte.dev/docs/kit/configuration#alias, https://github.com/tleunen/babel-plugin-module-resolver/blob/master/DOCS.md,
 * https://parceljs.org/features/dependency-resolution/#aliases
 */
import { joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import { configuredAt, writtenPath } from '../reading/configuration.js'
import { NOTHING_GIVEN, ScriptReader, type ScriptValue } from '../reading/script-values.js'
import { federatedAliases } from './federation.js'
import { importMapAliases } from './import-maps.js'

export interface Alias {
  /** As specifiers begin, without a slash at the end: `@`, `~components`. Empty for a directory names are looked up in. */
  name: string
  /** Stands for the whole specifier and not for a beginning of it. */
  isExact: boolean
  /** Path of the tree, a file or a directory. */
  target: string
}

export type AliasHost = Pick<FrameworkHost, 'has' | 'under' | 'named' | 'text' | 'json' | 'facts' | 'resolve'>

const ENDS = ['js', 'ts', 'mjs', 'mts', 'cjs', 'cts']
const NAMES = [
  'vite.config', 'webpack.config', 'config/webpack.config', 'webpack.common', 'webpack.base', 'webpack.mix', 'build/webpack.base.conf',
  'config/webpack.common', 'craco.config', 'config-overrides', 'vue.config', 'quasar.config', 'quasar.conf', 'svelte.config',
  'astro.config', 'rsbuild.config', 'rspack.config', 'next.config', 'gatsby-node', 'babel.config', 'electron.vite.config', 'farm.config',
]
const BABEL = ['.babelrc', '.babelrc.json', 'babel.config.json']
/** A key that holds such names, wherever in the configuration it stands. */
const KEYS = new Set(['alias', 'resolveAlias', 'aliases'])
const MENTIONS = /\b(?:alias|aliases|resolveAlias|module-resolver|modules|lib)\b/

/** The aliases that the configurations of one directory set; none where there is no configuration. */
export function configuredAliases(host: AliasHost, directory: string): Alias[] {
  const found: Alias[] = []
  const add = (base: string, name: string, path: string | null): void => {
    const target = path === null ? null : joinPath(base, path.replace(/\/?\*$/, ''))
    const clean = name.replace(/\/?\*$/, '').replace(/\/$/, '')
    if (target !== null && clean !== '') found.push({ name: clean.replace(/\$$/, ''), isExact: clean.endsWith('$'), target })
  }
  const configs = NAMES.flatMap((name) => ENDS.map((end) => ({ name, file: join(directory, `${name}.${end}`) })))
    .filter(({ file }) => host.has(file))
  for (const { name, file } of configs) {
    if (MENTIONS.test(host.text(file) ?? '')) {
      const base = file.slice(0, Math.max(0, file.lastIndexOf('/')))
      const reader = new ScriptReader(host)
      for (const { name: written, value } of aliasEntries(reader, file)) {
        const path = writtenPath(reader, value)
        add(base, written, path)
        // Paths of tools that lie deeper count from the project.
        if (base !== directory) add(directory, written, path)
      }
      if (name === 'svelte.config') {
        for (const value of configuredAt(reader, file, ['kit', 'files', 'lib'])) add(base, '$lib', writtenPath(reader, value))
      }
      found.push(...moduleDirectories(reader, file, base))
    }
  }
  found.push(...federatedAliases(host, configs.map(({ file }) => file)), ...importMapAliases(host, directory))
  for (const name of BABEL) {
    const options = host.has(join(directory, name)) ? host.json(join(directory, name)) : undefined
    for (const [written, path] of literalAliases(options, 0)) add(directory, written, path)
  }
  const manifest = host.has(join(directory, 'package.json')) ? host.json(join(directory, 'package.json')) : undefined
  if (typeof manifest === 'object' && manifest !== null && ('alias' in manifest || 'babel' in manifest)) {
    const { alias, babel } = manifest as { alias?: unknown; babel?: unknown }
    for (const [written, path] of literalAliases({ alias, babel }, 0)) add(directory, written, path)
  }
  return found
}

interface AliasEntry {
  name: string
  value: ScriptValue
}

/** Entries of all objects and lists under such a key, of assignments to one, and of `alias.set('@', path)`. */
function aliasEntries(reader: ScriptReader, file: string): AliasEntry[] {
  return reader.scripts(file).flatMap((facts, script) => {
    const at = (value: number): ScriptValue => ({ file, script, value, given: NOTHING_GIVEN })
    const written = (id: number): string => reader.written(at(id), id)
    const isAlias = (id: number): boolean => KEYS.has(written(id).replace(/^.*\./, ''))
    return [
      ...facts.values.flatMap((shape): AliasEntry[] => {
        if (shape.kind === 'object') {
          return shape.entries.flatMap(({ name, value }) => (name !== null && KEYS.has(name) ? entriesOf(reader, at(value)) : []))
        }
        const callee = shape.kind === 'call' ? facts.values[shape.callee] : undefined
        if (shape.kind !== 'call' || callee?.kind !== 'member' || callee.name !== 'set') return []
        const [name, target] = shape.arguments
        if (name === undefined || target === undefined || !setsAlias(reader, at(callee.object))) return []
        const text = reader.text(at(name))
        return text === null ? [] : [{ name: text, value: at(target) }]
      }),
      // `config.resolve.alias['@'] = path`, `config.resolve.alias = { … }`
      ...facts.stores.flatMap((store): AliasEntry[] => {
        if (store.name !== null && KEYS.has(store.name)) return entriesOf(reader, at(store.value))
        if (!isAlias(store.object)) return []
        const name = store.name ?? (store.key === null ? null : reader.text(at(store.key)))
        return name === null ? [] : [{ name, value: at(store.value) }]
      }),
    ]
  })
}

/** https://github.com/neutrinojs/webpack-chain: `config.resolve.alias.set('a', x).set('b', y)`. */
function setsAlias(reader: ScriptReader, object: ScriptValue, depth = 0): boolean {
  const shape = reader.shape(object)
  if (shape?.kind === 'member') return KEYS.has(shape.name ?? '')
  const callee = shape?.kind === 'call' ? reader.shape(reader.beside(object, shape.callee)) : undefined
  return callee?.kind === 'member' && callee.name === 'set' && depth < 20 && setsAlias(reader, reader.beside(object, callee.object), depth + 1)
}

function entriesOf(reader: ScriptReader, at: ScriptValue): AliasEntry[] {
  return reader.read(at).flatMap((target): AliasEntry[] => {
    const shape = reader.shape(target)
    if (shape?.kind === 'array') {
      return reader.items(target).flatMap((item) => reader.read(item)).flatMap((item): AliasEntry[] => {
        const [find] = reader.property(item, 'find')
        const [value] = reader.property(item, 'replacement')
        const name = find === undefined ? null : reader.text(find) ?? beginningOf(reader, find)
        return name === null || value === undefined ? [] : [{ name, value }]
      })
    }
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, key, value }): AliasEntry[] => {
      if (name === null && key === null) return entriesOf(reader, reader.beside(target, value))
      const text = name ?? (key === null ? null : reader.text(reader.beside(target, key)))
      return text === null ? [] : [{ name: text, value: reader.beside(target, value) }]
    })
  })
}

/** `/^@\//` and `/^~(.*)$/` are beginnings as well. */
function beginningOf(reader: ScriptReader, at: ScriptValue): string | null {
  const shape = reader.shape(at)
  if (shape?.kind !== 'regexp') return null
  const match = /^\^((?:\\.|[\w@~$-])+)\/?(?:\(\.\*\)\$?)?$/.exec(shape.pattern)
  return match ? (match[1] as string).replace(/\\(.)/g, '$1') : null
}

/** https://webpack.js.org/configuration/resolve/#resolvemodules, and `root` of the plugin for Babel. */
function moduleDirectories(reader: ScriptReader, file: string, base: string): Alias[] {
  const directories = [
    ...configuredAt(reader, file, ['resolve', 'modules']), ...configuredAt(reader, file, ['webpack', 'configure', 'resolve', 'modules']),
  ].flatMap((value) => reader.items(value)).flatMap((item) => writtenPath(reader, item) ?? [])
  return directories.filter((path) => !/(^|\/)node_modules$/.test(path)).flatMap((path): Alias[] => {
    const target = joinPath(base, path)
    return target === null ? [] : [{ name: '', isExact: false, target }]
  })
}

/** The entries of every `alias` in plain data. */
function literalAliases(value: unknown, depth: number): [name: string, path: string][] {
  if (typeof value !== 'object' || value === null || depth > 5) return []
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    if (!KEYS.has(key) || Array.isArray(inner)) return literalAliases(inner, depth + 1)
    return Object.entries((inner ?? {}) as Record<string, unknown>)
      .flatMap(([name, path]): [string, string][] => (typeof path === 'string' ? [[name.replace(/^\^/, ''), path]] : []))
  })
}
