/** Nuxt projects, their layers and what their configuration says. https://nuxt.com/docs/api/nuxt-config */
import type { FrameworkHost } from '../../framework.js'
import { directoriesWith, join } from '../../paths.js'
import { configurationObjects, configuredAt, writtenPath } from '../../reading/configuration.js'
import type { ScriptReader } from '../../reading/script-values.js'

export const NUXT_CONFIGS = ['ts', 'js', 'mjs', 'mts', 'cjs'].map((extension) => `nuxt.config.${extension}`)
export const NUXT_PACKAGES = ['nuxt', 'nuxt3', 'nuxt-edge', 'nuxt-nightly', 'nuxi-edge', '@nuxt/core', 'nuxt-start']
/** What a source directory holds. */
const CONTENTS = ['pages', 'layouts', 'components', 'plugins', 'middleware', 'composables', 'app.vue']
const DEPTH = 6

/** A directory with sources: the application's own, or one that it extends. */
export interface NuxtLayer {
  root: string
  source: string
  config: string | null
}

export interface NuxtProject extends NuxtLayer {
  /** The application itself first. */
  layers: NuxtLayer[]
  isVersion2: boolean
}

export function nuxtProjects(host: FrameworkHost, reader: ScriptReader): NuxtProject[] {
  const named = directoriesWith(host, ['package.json'])
    .filter((root) => NUXT_PACKAGES.some((name) => host.dependencies(root).has(name)))
  const withConfig = directoriesWith(host, NUXT_CONFIGS).filter((root) => host.isProduct(join(root, 'nuxt.config.ts')))
  const sources = named.filter((root) => ['', 'app', 'src'].some((place) =>
    CONTENTS.some((name) => exists(host, join(join(root, place), name)))))
  const roots = [...new Set([...withConfig, ...sources])].sort()
  const layersOf = new Map(roots.map((root) => [root, collectLayers(host, reader, root)]))
  const extended = new Set([...layersOf.values()].flatMap((layers) => layers.slice(1).map(({ root }) => root)))
  return roots.filter((root) => !extended.has(root)).flatMap((root): NuxtProject[] => {
    const layers = layersOf.get(root) ?? []
    const [own] = layers
    return own ? [{ ...own, layers, isVersion2: isVersion2(host, root) }] : []
  })
}

function exists(host: FrameworkHost, path: string): boolean {
  return host.has(path) || host.under(path).length > 0
}

/** The version asked for in the nearest manifest; `2` without one when a page is named `_id.vue`. */
function isVersion2(host: FrameworkHost, root: string): boolean {
  for (let at = root; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const manifest = host.json(join(at, 'package.json')) as Record<string, Record<string, unknown> | undefined> | undefined
    const dependencies = { ...manifest?.['devDependencies'], ...manifest?.['dependencies'] }
    if (typeof dependencies['nuxt-edge'] === 'string' || dependencies['@nuxt/core'] !== undefined) return true
    const version = dependencies['nuxt'] ?? dependencies['nuxt-start']
    if (typeof version === 'string') return /^\D{0,3}[12](\.|$)/.test(version)
    if (at === '') break
  }
  return host.under(root).some((path) => /\/pages\/(?:[\w/-]+\/)?_\w*\.vue$/.test(`/${path}`))
}

/** https://nuxt.com/docs/getting-started/layers: `extends`, and all of `layers/`. */
function collectLayers(host: FrameworkHost, reader: ScriptReader, root: string): NuxtLayer[] {
  const found = new Map<string, NuxtLayer>()
  const visit = (directory: string, depth: number): void => {
    if (found.has(directory) || depth > DEPTH || !exists(host, directory)) return
    const config = NUXT_CONFIGS.map((name) => join(directory, name)).find((path) => host.has(path)) ?? null
    found.set(directory, { root: directory, config, source: sourceOf(host, reader, directory, config) })
    const within = join(directory, 'layers')
    const local = new Set(host.under(within).map((path) => path.slice(within.length + 1).split('/')))
    const names = [...local].flatMap((parts) => (parts.length > 1 ? parts[0] ?? [] : []))
    for (const name of new Set(names)) visit(join(within, name), depth + 1)
    if (config === null) return
    for (const value of configurationObjects(reader, config).flatMap((at) => reader.property(at, 'extends'))) {
      for (const item of reader.items(value)) {
        // `extends: [['../base', { install: true }]]`
        const text = reader.text(reader.shape(item)?.kind === 'array' ? reader.items(item)[0] : item)
        const target = text === null ? null : layerAt(host, directory, text)
        if (target !== null) visit(target, depth + 1)
      }
    }
  }
  visit(root, 0)
  return [...found.values()]
}

/** A directory below this one, beside it, or a package of the workspace. */
function layerAt(host: FrameworkHost, directory: string, written: string): string | null {
  if (!written.startsWith('.')) {
    const nameOf = (path: string): unknown => (host.json(path) as { name?: unknown } | undefined)?.name
    const manifest = host.named('package.json').find((path) => nameOf(path) === written)
    return manifest === undefined ? null : manifest.slice(0, Math.max(0, manifest.length - 'package.json'.length - 1))
  }
  const parts = directory === '' ? [] : directory.split('/')
  for (const part of written.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  const path = parts.join('/')
  return /\/nuxt\.config(\.\w+)?$/.test(`/${path}`) ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path
}

/** `srcDir`, else `app/` where version 4 has its sources, else the root itself. */
function sourceOf(host: FrameworkHost, reader: ScriptReader, root: string, config: string | null): string {
  const written = config === null ? null : sourceWritten(reader, config)
  if (written !== null) return join(root, written)
  const folder = join(root, 'app')
  const isThere = CONTENTS.some((name) => exists(host, join(folder, name)))
  return isThere && !exists(host, join(root, 'pages')) && !host.has(join(root, 'app.vue')) ? folder : root
}

function sourceWritten(reader: ScriptReader, config: string): string | null {
  const [value] = configurationObjects(reader, config).flatMap((at) => reader.property(at, 'srcDir'))
  const path = value === undefined ? null : writtenPath(reader, value)
  return path === null || path.startsWith('..') ? null : path.replace(/\/+$/, '')
}


/** Name of one of the conventional directories, which `dir` may change. */
export function directoryNamed(reader: ScriptReader, layer: NuxtLayer, name: string): string {
  const [value] = configuredAt(reader, layer.config, ['dir', name])
  return join(layer.source, (reader.text(value) ?? name).replace(/^\.?\/|\/$/g, ''))
}

/** A path of the configuration, an alias in front: `~/plugins/x`, `@/plugins/x.js`, `~~/x`; null for packages. */
export function aliasedFile(host: FrameworkHost, layer: NuxtLayer, written: string): string | null {
  const match = /^(~~|@@|~|@|\.)\/(.*)$/.exec(written)
  const place = match?.[1] === '~~' || match?.[1] === '@@' ? layer.root : layer.source
  const rest = match?.[2] ?? (/^(plugins|middleware|layouts|components|pages|modules)\//.test(written) ? written : null)
  if (rest === null) return null
  const ends = ['', '.ts', '.js', '.mjs', '.vue', '/index.ts', '/index.js', '/index.mjs']
  const places = match?.[1] === '.' ? [layer.root, layer.source] : [place]
  const paths = places.flatMap((directory) => ends.map((end) => join(directory, rest) + end))
  return paths.find((path) => host.has(path)) ?? null
}

