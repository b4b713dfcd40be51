/** A project of Eleventy as its configuration describes it. https://www.11ty.dev/docs/config/ */
import type { FrameworkHost } from '../../framework.js'
import { directoriesWith, extensionOf, join } from '../../paths.js'
import { callsNamed } from '../../reading/calls.js'
import { configured, configuredText } from '../../reading/configuration.js'
import type { ScriptReader } from '../../reading/script-values.js'
import { folderName } from '../content.js'

export const CONFIGS = ['.eleventy.js', 'eleventy.config.js', 'eleventy.config.mjs', 'eleventy.config.cjs', 'eleventy.config.ts']
const FORMATS = new Set([
  'html', 'liquid', 'ejs', 'md', 'hbs', 'mustache', 'haml', 'pug', 'njk', 'webc', 'vto', 'mdx', '11ty.js', '11ty.cjs', '11ty.mjs', '11ty.ts', '11ty.tsx', '11ty.jsx',
])

export interface EleventyProject {
  root: string
  config: string | null
  input: string
  includes: string
  layouts: string
  data: string
  /** Layouts by the names that the configuration gives them. */
  aliases: ReadonlyMap<string, string>
  /** What all pages have for a layout, unless they say another. */
  globalLayout: string | null
  templates: string[]
}

export function eleventyProjects(host: FrameworkHost, reader: ScriptReader): EleventyProject[] {
  const manifests = directoriesWith(host, ['package.json']).filter((root) => host.dependencies(root).has('@11ty/eleventy'))
  const roots = [...new Set([...directoriesWith(host, CONFIGS), ...manifests])].sort()
  return roots.map((root) => readProject(host, reader, root, roots))
}

function readProject(host: FrameworkHost, reader: ScriptReader, root: string, roots: readonly string[]): EleventyProject {
  const config = CONFIGS.map((name) => join(root, name)).find((path) => host.has(path)) ?? null
  const calls = config === null ? [] : callsNamed(reader, config, /^(?:set\w+Directory|addLayoutAlias|addGlobalData|setTemplateFormats|addTemplateFormats)$/)
  const called = (name: string): string | null => {
    const [argument] = calls.findLast((call) => call.name === name)?.arguments ?? []
    return reader.text(argument)
  }
  const inObject = (name: string): string | null => {
    if (config === null) return null
    const own = configured(reader, config, 'dir').flatMap((dir) => reader.property(dir, name))
    const exported = reader.exported(config, 'config').flatMap((value) => reader.property(value, 'dir')).flatMap((dir) => reader.property(dir, name))
    return [...own, ...exported].map((value) => reader.text(value)).find((text) => text !== null) ?? null
  }
  const command = /\beleventy\b[^"\n]*?--input[= ]\s*\\?["']?([\w./-]+)/.exec(host.text(join(root, 'package.json')) ?? '')?.[1] ?? null
  const input = join(root, folderName(called('setInputDirectory') ?? inObject('input') ?? command ?? ''))
  const below = (name: string | null, other: string): string => join(input, folderName(name ?? other))
  const includes = below(called('setIncludesDirectory') ?? inObject('includes'), '_includes')
  const layoutsName = called('setLayoutsDirectory') ?? inObject('layouts')
  const layouts = layoutsName === null ? includes : below(layoutsName, '_includes')
  const data = below(called('setDataDirectory') ?? inObject('data'), '_data')
  const output = join(root, folderName(called('setOutputDirectory') ?? inObject('output') ?? '_site'))
  const aliases = new Map(calls.filter(({ name }) => name === 'addLayoutAlias').flatMap((call): [string, string][] => {
    const [from, to] = call.arguments.map((argument) => reader.text(argument))
    return from == null || to == null ? [] : [[from, to]]
  }))
  const [, globalLayout] = calls.find(({ name, arguments: [key] }) => name === 'addGlobalData' && reader.text(key) === 'layout')?.arguments ?? []
  const shared = [join(data, 'layout.js'), join(data, 'layout.json'), join(data, 'layout.cjs'), join(data, 'layout.mjs')].find((path) => host.has(path))
  const kept = [includes, layouts, data, output, join(root, 'node_modules')].filter((directory) => directory !== input)
  const nested = roots.filter((other) => other !== root && (root === '' || other.startsWith(`${root}/`)))
  const ignored = ignoredFolders(host, root)
  const templates = host.under(input).filter((file) => isTemplate(file) && host.isProduct(file)
    && ![...kept, ...nested, ...ignored].some((directory) => file === directory || file.startsWith(`${directory}/`)))
  return {
    root, config, input, includes, layouts, data, aliases, templates: templates.filter((file) => !file.slice(input.length).split('/').includes('node_modules')),
    globalLayout: reader.text(globalLayout) ?? (shared === undefined ? null : sharedLayout(host, reader, shared)),
  }
}

/** `_data/layout.js`, whose whole value is the name. */
function sharedLayout(host: FrameworkHost, reader: ScriptReader, file: string): string | null {
  if (file.endsWith('.json')) {
    const value = host.json(file)
    return typeof value === 'string' ? value : null
  }
  return reader.exported(file, 'default').map((value) => reader.text(value)).find((text) => text !== null) ?? configuredText(reader, file, 'layout')
}

function isTemplate(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const compound = /\.(11ty\.\w+)$/.exec(name)?.[1]
  return FORMATS.has(compound ?? extensionOf(file)) && !name.startsWith('.')
}

/** https://www.11ty.dev/docs/ignores/: whole files and folders; other patterns are left out. */
function ignoredFolders(host: FrameworkHost, root: string): string[] {
  return (host.text(join(root, '.eleventyignore')) ?? '').split('\n').map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#!]/.test(line)).map((line) => join(root, folderName(line.replace(/\/\*\*?(?:\/\*)?$/, ''))))
    .filter((path) => !/[*?[]/.test(path))
}
