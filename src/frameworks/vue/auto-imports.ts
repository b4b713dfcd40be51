/**
 * What a framework or a build plugin imports wherever its name stands: the composables, stores and components of Nuxt,
 * and what unplugin-auto-import has written down. https://nuxt.com/docs/guide/concepts/auto-imports,
 * https://github.com/unplugin/unplugin-auto-import#typescript
 */
import { directoryOf } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { isTestModule, join, stem } from '../paths.js'
import { ScriptReader } from '../reading/script-values.js'
import { nameKey } from './component-tags.js'
import { autoImportedModules, componentNames } from './nuxt/components.js'
import { NUXT_CONFIGS, NUXT_PACKAGES, nuxtProjects } from './nuxt/project.js'

export type AutoImportHost = Pick<
  FrameworkHost, 'has' | 'under' | 'named' | 'text' | 'json' | 'facts' | 'dependencies' | 'isProduct' | 'resolve'
>

/** An export of a module; `default` is the name of a default export. */
export interface AutoImport {
  file: string
  exported: string
}

/** What is imported by its name in the files below a directory. */
export interface AutoImports {
  below: string
  names: ReadonlyMap<string, AutoImport>
  /** Components by the key of the names their tags may have. */
  components: ReadonlyMap<string, AutoImport>
}

/** One for each directory that has any, the innermost first. Costs nothing where no tool imports by itself. */
export function autoImports(host: AutoImportHost): AutoImports[] {
  const found = [...ofNuxt(host), ...ofDeclarations(host)]
    .filter(({ names, components }) => names.size + components.size > 0)
  return found.sort((a, b) => b.below.length - a.below.length)
}

function ofNuxt(host: AutoImportHost): AutoImports[] {
  const isNamed = (path: string): boolean => NUXT_PACKAGES.some((name) => host.dependencies(directoryOf(path)).has(name))
  if (!NUXT_CONFIGS.some((name) => host.named(name).length > 0) && !host.named('package.json').some(isNamed)) return []
  const reader = new ScriptReader(host)
  const whole = { ...host, templateMentions: () => [] }
  return nuxtProjects(whole, reader).flatMap((project): AutoImports[] => {
    const modules = autoImportedModules(whole, reader, project)
    const isServer = (file: string): boolean => /(?:^|\/)server\/utils\//.test(file)
    const isShared = (file: string): boolean => /(?:^|\/)shared\/utils\//.test(file)
    const components = new Map<string, AutoImport>()
    for (const [key, [only, ...others]] of componentNames(whole, reader, project)) {
      const isSure = only?.certainty === 'exact' && others.length === 0
      if (isSure) components.set(key, { file: only.file, exported: 'default' })
    }
    // The server has its own names. https://nuxt.com/docs/guide/directory-structure/server#server-utilities
    const server = exportedNames(host, modules.filter((file) => isServer(file) || isShared(file)))
    const names = exportedNames(host, modules.filter((file) => !isServer(file)))
    return project.layers.flatMap(({ root }) => [
      { below: join(root, 'server'), names: server, components: new Map() },
      { below: root, names, components },
    ])
  })
}

/** Exports of these modules; a default export goes by the name of its file, as `useVisit` in `use-visit.ts`. */
function exportedNames(host: AutoImportHost, modules: readonly string[]): Map<string, AutoImport> {
  const names = new Map<string, AutoImport>()
  for (const file of modules) {
    for (const { exports } of host.facts(file).scripts) {
      for (const { name } of exports) {
        if (name === '*') continue
        const known = name === 'default' ? camelCase(stem(file) === 'index' ? folderOf(file) : stem(file)) : name
        if (!names.has(known)) names.set(known, { file, exported: name })
      }
    }
  }
  return names
}

const DECLARED = /^\s*const ([\w$]+): typeof import\(\s*['"]([^'"\n]+)['"]\s*\)(?:\[['"]([\w$]+)['"]\]|\.([\w$]+))/gm
const DECLARED_COMPONENT =
  /^\s*['"]?([A-Z][\w$]*)['"]?: typeof import\(\s*['"]([^'"\n]+)['"]\s*\)\[['"](\w+)['"]\]/gm

/** `auto-imports.d.ts` and `components.d.ts`, which build plugins write and people commit. */
function ofDeclarations(host: AutoImportHost): AutoImports[] {
  const read = (name: string, pattern: RegExp): Map<string, [string, AutoImport][]> => {
    const found = new Map<string, [string, AutoImport][]>()
    for (const path of host.named(name)) {
      const directory = directoryOf(path)
      const entries = [...(host.text(path) ?? '').matchAll(pattern)].flatMap((match): [string, AutoImport][] => {
        const file = fileOf(host, directory, match[2] as string)
        return file === null ? [] : [[match[1] as string, { file, exported: match[3] ?? match[4] ?? 'default' }]]
      })
      if (entries.length > 0) found.set(directory, entries)
    }
    return found
  }
  const functions = read('auto-imports.d.ts', DECLARED)
  const components = read('components.d.ts', DECLARED_COMPONENT)
  const directories = [...new Set([...functions.keys(), ...components.keys()])]
  return directories.map((directory) => ({
    // The declarations of an application often lie among its sources.
    below: directory.replace(/(?:^|\/)(?:src|app|types|@types|typings)(?:\/.*)?$/, ''),
    names: new Map(functions.get(directory)),
    components: new Map((components.get(directory) ?? []).map(([name, to]) => [nameKey(name), to])),
  }))
}

function fileOf(host: AutoImportHost, directory: string, specifier: string): string | null {
  const found = host.resolve(join(directory, 'components.d.ts'), specifier)
  return found !== null && !isTestModule(found) ? found : null
}

function folderOf(file: string): string {
  return file.split('/').at(-2) ?? ''
}

function camelCase(name: string): string {
  return name.replace(/[-_.]+(\w)/g, (_, letter: string) => letter.toUpperCase())
}
