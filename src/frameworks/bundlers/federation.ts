/**
 * Modules that one application of the tree gives to another. https://module-federation.io/configure/exposes,
 * https://webpack.js.org/concepts/module-federation/
 */
import { joinPath } from '../../paths.js'
import { callsNamed, writtenPath } from '../reading/configuration.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'
import type { Alias, AliasHost } from './aliases.js'

const PLUGIN = /^(ModuleFederationPlugin|ModuleFederation|federation|createModuleFederationConfig|pluginModuleFederation|withModuleFederation\w*|NextFederationPlugin)$/
const NAMES = ['webpack.config', 'vite.config', 'rspack.config', 'rsbuild.config', 'next.config', 'craco.config', 'module-federation.config', 'vue.config', 'federation.config']
const ENDS = ['js', 'ts', 'mjs', 'mts', 'cjs']
const MENTIONS = /[Ff]ederation/

/** Specifiers of what others expose, for an application that names them as its remotes. */
export function federatedAliases(host: AliasHost, configs: readonly string[]): Alias[] {
  const wanted = configs.filter((file) => MENTIONS.test(host.text(file) ?? ''))
  const remotes = wanted.flatMap((file) => federations(host, file).flatMap(({ reader, options }) => remotesOf(reader, options)))
  if (remotes.length === 0) return []
  const all = NAMES.flatMap((name) => ENDS.flatMap((end) => host.named(`${name}.${end}`)))
    .filter((file) => /\bexposes\b/.test(host.text(file) ?? ''))
  return all.flatMap((file) => federations(host, file).flatMap(({ reader, options }) => {
    const name = reader.text(reader.property(options, 'name')[0])
    const directory = file.slice(0, Math.max(0, file.lastIndexOf('/')))
    return remotes.filter((remote) => name !== null && remote.of === name).flatMap(({ key }) => exposedBy(reader, options, directory, key))
  }))
}

function federations(host: AliasHost, file: string): { reader: ScriptReader; options: ScriptValue }[] {
  const reader = new ScriptReader(host)
  const called = callsNamed(reader, file, PLUGIN).flatMap(([options]) => (options ? reader.read(options) : []))
  const exported = /federation\.config/.test(file) ? reader.exported(file, 'default') : []
  return [...called, ...exported].filter((options) => reader.shape(options)?.kind === 'object').map((options) => ({ reader, options }))
}

/** `remotes: { portal: 'portal@https://…/remoteEntry.js' }`, `{ portal: { name: 'portal', entry: … } }`, `['portal']`. */
function remotesOf(reader: ScriptReader, options: ScriptValue): { key: string; of: string }[] {
  return reader.property(options, 'remotes').flatMap((value) => reader.read(value)).flatMap((table) => {
    const shape = reader.shape(table)
    if (shape?.kind === 'array') {
      return reader.items(table).flatMap((item) => {
        const key = reader.text(item) ?? reader.text(reader.property(item, '0')[0])
        return key === null ? [] : [{ key, of: key }]
      })
    }
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, value }) => {
      if (name === null) return []
      const at = reader.beside(table, value)
      const written = reader.texts(at)[0] ?? ''
      const own = reader.text(reader.property(at, 'name')[0])
      const before = /^([\w$-]+)@/.exec(written)?.[1]
      return [{ key: name, of: own ?? before ?? name }]
    })
  })
}

function exposedBy(reader: ScriptReader, options: ScriptValue, directory: string, key: string): Alias[] {
  return reader.property(options, 'exposes').flatMap((value) => reader.read(value)).flatMap((table) => {
    const shape = reader.shape(table)
    return shape?.kind !== 'object' ? [] : shape.entries.flatMap(({ name, value }): Alias[] => {
      const at = reader.beside(table, value)
      const [given = at] = reader.property(at, 'import')
      const path = writtenPath(reader, given)
      const target = path === null ? null : joinPath(directory, path)
      return name === null || target === null ? [] : [{ name: `${key}/${name.replace(/^\.\//, '')}`, isExact: true, target }]
    })
  })
}
