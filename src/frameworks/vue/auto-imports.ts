/**
 * Functions that a framework or a build plugin imports wherever their names stand, such as the composables of Nuxt.
 * https://nuxt.com/docs/guide/concepts/auto-imports
 */
import type { ReachEdge, ReachNode } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { stem } from '../paths.js'

/** Declarations by the name they are imported by. */
export type ImportedNames = Map<string, ReachNode[]>

const WORD = /[A-Za-z_$][\w$]*/g
/** Modules that export all of them. */
const VIRTUAL = /^(#imports|#app|#build\/imports|#components|@vueuse\/nuxt)$/

/** Exports of these modules; a default export goes by the name of its file, as `useVisit` in `use-visit.ts`. */
export function importedNames(host: FrameworkHost, files: readonly string[]): ImportedNames {
  const names: ImportedNames = new Map()
  for (const file of files) {
    for (const script of host.facts(file).scripts) {
      for (const { name, from } of script.exports) {
        if (name === '*' || from) continue
        const unit = script.units.find(({ exports }) => exports.includes(name))?.name ?? null
        const known = name === 'default' ? camelCase(stem(file) === 'index' ? folderOf(file) : stem(file)) : name
        names.set(known, [...names.get(known) ?? [], { file, unit }])
      }
    }
  }
  return names
}

function folderOf(file: string): string {
  return file.split('/').at(-2) ?? ''
}

function camelCase(name: string): string {
  return name.replace(/[-_.]+(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Edges from the code that mentions one of the names, and has nothing of its own by that name. */
export function identifierEdges(host: FrameworkHost, files: readonly string[], names: ImportedNames): ReachEdge[] {
  if (names.size === 0) return []
  return files.flatMap((path) => {
    const words = new Set(host.text(path)?.match(WORD) ?? [])
    if (![...words].some((word) => names.has(word))) return []
    return edgesOf(host, path, names)
  })
}

function edgesOf(host: FrameworkHost, path: string, names: ImportedNames): ReachEdge[] {
  const { scripts } = host.facts(path)
  const isComponent = path.endsWith('.vue')
  const modules = scripts.filter(({ goal }) => goal === 'module')
  const own = new Set(modules.flatMap(({ bindings }) => bindings)
    .filter(({ imported }) => !imported || !VIRTUAL.test(imported.source)).map(({ name }) => name))
  const edges = new Map<string, ReachEdge>()
  for (const script of scripts) {
    for (const shape of script.values) {
      const binding = shape.kind === 'binding' ? script.bindings[shape.binding]?.imported : undefined
      const name = shape.kind === 'global' ? shape.name : binding && VIRTUAL.test(binding.source) ? binding.name : null
      // What a template mentions may be a name of the script beside it.
      if (name === null || (script.goal !== 'module' && own.has(name))) continue
      for (const to of names.get(name) ?? []) {
        if (to.file === path) continue
        const around = isComponent ? undefined
          : script.units.find(({ start, end }) => start <= shape.start && shape.start < end)
        const unit = around?.name ?? null
        const key = `${unit ?? ''}|${to.file}|${to.unit ?? ''}`
        if (edges.has(key)) continue
        edges.set(key, { from: { file: path, unit }, offset: shape.start, kind: 'import', certainty: 'exact', to })
      }
    }
  }
  return [...edges.values()]
}
