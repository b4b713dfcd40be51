/** Components and functions Nuxt imports by itself. https://nuxt.com/docs/guide/directory-structure/components */
import type { FrameworkHost } from '../../framework.js'
import { isTestModule, join, stem } from '../../paths.js'
import { configuredAt } from '../../reading/configuration.js'
import type { ScriptReader, ScriptValue } from '../../reading/script-values.js'
import { addName, nameKey, type ComponentNames } from '../component-tags.js'
import { aliasedFile, type NuxtLayer, type NuxtProject } from './project.js'

const COMPONENT = /\.(vue|tsx|jsx|ts|js)$/
const SCRIPT = /\.(ts|js|mjs|mts|tsx|jsx)$/

interface ComponentFolder {
  path: string
  /** Put in front of every name. */
  prefix: string
  /** Folders below are part of the name. */
  hasPath: boolean
}

/** Components by the names their tags may have. */
export function componentNames(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): ComponentNames {
  const names: ComponentNames = new Map()
  for (const layer of project.layers) {
    for (const folder of componentFolders(host, reader, project, layer)) {
      for (const file of host.under(folder.path)) {
        if (!COMPONENT.test(file) || isTestModule(file)) continue
        for (const name of namesOf(file, folder)) {
          for (const tag of [name, `Lazy${name}`]) addName(names, tag, { file, certainty: 'exact' })
        }
        // Before 2.15 the folders were no part of the name.
        const short = plainName(file)
        if (project.isVersion2 && !names.has(nameKey(short))) addName(names, short, { file, certainty: 'likely' })
      }
    }
  }
  return names
}

function plainName(file: string): string {
  return stem(file.replace(/(?:\.(?:client|server|global|island))*\.\w+$/, '.vue'))
}

/** `base/foo/Button.vue` → `BaseFooButton`; a file that repeats its folders does not say them twice. */
function namesOf(file: string, { path, prefix, hasPath }: ComponentFolder): string[] {
  const folders = file.slice(path.length + 1).split('/').slice(0, -1)
  const own = plainName(file)
  const parts = hasPath ? folders : []
  const around = [prefix, ...parts].filter((part) => part !== '')
  if (own === 'index') return [around.length > 0 ? around.join('-') : (path.split('/').at(-1) ?? own)]
  const found = [withoutRepeats(around, own)]
  // These two folders are directories of components of their own.
  if (parts[0] === 'global' || parts[0] === 'islands') found.push(withoutRepeats([prefix, ...parts.slice(1)], own))
  return found
}

function withoutRepeats(around: readonly string[], own: string): string {
  const written = wordsOf(own)
  for (let cut = 0; cut < around.length; cut++) {
    const end = around.slice(cut).flatMap(wordsOf)
    if (end.every((word, index) => word === written[index])) return [...around.slice(0, cut), own].join('-')
  }
  return [...around, own].join('-')
}

function wordsOf(name: string): string[] {
  return name.split(/[-_]|(?<=[a-z0-9])(?=[A-Z])/).map((word) => word.toLowerCase())
}

function componentFolders(
  host: FrameworkHost, reader: ScriptReader, project: NuxtProject, layer: NuxtLayer,
): ComponentFolder[] {
  const usual: ComponentFolder = { path: join(layer.source, 'components'), prefix: '', hasPath: true }
  const values = configuredAt(reader, layer.config, ['components'])
  const folder = (written: string | null): string | null => {
    if (written === null) return null
    const clean = written.replace(/^(~~|@@|~|@|\.)\//, '').replace(/\/(\*\*.*)?$/, '')
    const places = /^(~~|@@)\//.test(written) ? [layer.root] : [layer.source, layer.root]
    return places.map((place) => join(place, clean)).find((path) => host.under(path).length > 0) ?? null
  }
  const folders: ComponentFolder[] = []
  let isOn = !project.isVersion2
  let isListed = false
  for (const value of values) {
    const shape = reader.shape(value)
    if (shape?.kind === 'constant') isOn = shape.value === true
    else isOn = true
    const lists = shape?.kind === 'object' ? reader.property(value, 'dirs') : shape?.kind === 'array' ? [value] : []
    isListed ||= lists.length > 0
    for (const item of lists.flatMap((list) => reader.items(list))) {
      const isObject = reader.shape(item)?.kind === 'object'
      const path = folder(isObject ? textOf(reader, item, 'path') : reader.text(item))
      if (path === null) continue
      folders.push({ path, prefix: textOf(reader, item, 'prefix') ?? '', hasPath: textOf(reader, item, 'pathPrefix') !== 'false' })
    }
  }
  if (!isOn) return []
  return isListed ? folders : [usual]
}

function textOf(reader: ScriptReader, at: ScriptValue, name: string): string | null {
  return reader.text(reader.property(at, name)[0])
}

/** Modules whose exports are known everywhere: https://nuxt.com/docs/guide/concepts/auto-imports */
export function autoImportedModules(host: FrameworkHost, reader: ScriptReader, project: NuxtProject): string[] {
  if (project.isVersion2) return []
  const found = new Set<string>()
  for (const layer of project.layers) {
    const own = ['composables', 'utils', ...(usesPinia(host, project, layer) ? ['stores', 'store'] : [])]
    const folders = own.map((name) => ({ path: join(layer.source, name), isDeep: false }))
    folders.push({ path: join(layer.root, 'shared/utils'), isDeep: false }, { path: join(layer.root, 'server/utils'), isDeep: true })
    for (const value of configuredAt(reader, layer.config, ['imports', 'dirs']).flatMap((list) => reader.items(list))) {
      const written = reader.text(value)
      if (written === null) continue
      const clean = written.replace(/^(~~|@@|~|@|\.)\//, '')
      const path = clean.replace(/\/?\*.*$/, '')
      for (const place of [layer.source, layer.root]) folders.push({ path: join(place, path), isDeep: clean.includes('*') })
    }
    for (const { path, isDeep } of folders) {
      for (const file of host.under(path)) {
        const below = file.slice(path.length + 1).split('/')
        const isTop = below.length === 1 || (below.length === 2 && stem(file) === 'index')
        if (SCRIPT.test(file) && !isTestModule(file) && (isDeep || isTop)) found.add(file)
      }
    }
  }
  return [...found]
}

function usesPinia(host: FrameworkHost, project: NuxtProject, layer: NuxtLayer): boolean {
  return [project.root, layer.root].some((root) => host.dependencies(root).has('@pinia/nuxt'))
}

/** A local file of a plugin list: `'~/plugins/x'`, `{ src: '~/plugins/x', mode: 'client' }`. */
export function listedFiles(
  host: FrameworkHost, reader: ScriptReader, layer: NuxtLayer, key: string,
): string[] {
  return configuredAt(reader, layer.config, [key]).flatMap((list) => reader.items(list)).flatMap((item) => {
    const kind = reader.shape(item)?.kind
    // `['~/modules/x', { option }]`
    const [target] = kind === 'object' ? reader.property(item, 'src') : kind === 'array' ? reader.items(item) : [item]
    const written = reader.text(target)
    return written === null ? [] : aliasedFile(host, layer, written) ?? []
  })
}
