/**
 * Imports that no line of code makes: where the framework or a build plugin imports by name, a name that a file has not
 * got itself is an import like any other, and everything that follows imports follows it.
 */
import { autoImports, type AutoImportHost, type AutoImports } from '../../frameworks/vue/auto-imports.js'
import type { FileFacts } from '../../facts/facts.js'
import type { BindingId, ScriptFacts } from '../../facts/script/graph.js'
import type { Span } from '../../types.js'
import { directoryOf, relativePath } from '../../paths.js'

export interface NamedImports {
  /** The facts of a file with what is imported into it; the same object where nothing is. */
  withImports(facts: FileFacts): FileFacts
  /** Files that a text names. */
  targets(path: string, text: string): readonly string[]
  /** False for a tree in which nothing is imported by itself. */
  hasAny(): boolean
  /** True while the exports of a file that gives names are the same. */
  stillGives(before: FileFacts, now: FileFacts): boolean
}

const SOURCES = /\.(vue|[cm]?[jt]sx?)$/
const WORD = /[A-Za-z_$][\w$-]*/g
/** Modules that export all of them. */
const VIRTUAL = /^(#imports|#app|#build\/imports|#components|@vueuse\/nuxt)$/

export function createNamedImports(host: AutoImportHost): NamedImports {
  let all: readonly AutoImports[] | null = null
  const known = new WeakMap<FileFacts, FileFacts>()
  const list = (): readonly AutoImports[] => (all ??= autoImports(host))
  const scopeOf = (path: string): AutoImports | undefined =>
    (SOURCES.test(path) ? list().find(({ below }) => below === '' || path.startsWith(`${below}/`)) : undefined)
  return {
    hasAny: () => list().length > 0,
    withImports(facts) {
      const scope = list().length === 0 ? undefined : scopeOf(facts.path)
      if (!scope) return facts
      let found = known.get(facts)
      if (!found) known.set(facts, found = importing(facts, scope))
      return found
    },
    targets(path, text) {
      const scope = scopeOf(path)
      if (!scope) return []
      const found = new Set<string>()
      for (const word of new Set(text.match(WORD) ?? [])) {
        for (const to of [scope.names.get(word), scope.components.get(tagKey(word))]) {
          if (to && to.file !== path) found.add(to.file)
        }
      }
      return [...found]
    },
    stillGives: (before, now) => exportsOf(before) === exportsOf(now),
  }
}

function exportsOf({ scripts }: FileFacts): string {
  return scripts.flatMap(({ exports }) => exports.map(({ name }) => name)).sort().join(' ')
}

/** `VisitCard`, `visit-card` and `visitCard` are one tag. */
function tagKey(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

function importing(facts: FileFacts, scope: AutoImports): FileFacts {
  const own = new Set(facts.scripts.filter(({ goal }) => goal === 'module').flatMap(({ bindings }) => bindings)
    .filter(({ imported }) => !imported || !VIRTUAL.test(imported.source)).map(({ name }) => name))
  const scripts = facts.scripts.map((script) => scriptImporting(facts.path, script, scope, own))
  return scripts.every((script, index) => script === facts.scripts[index]) ? facts : { ...facts, scripts }
}

function scriptImporting(path: string, script: ScriptFacts, scope: AutoImports, own: ReadonlySet<string>): ScriptFacts {
  const specifier = (file: string): string => relativePath(directoryOf(path), file)
  const mentions = new Map<string, { id: BindingId; file: string; exported: string; places: Span[] }>()
  const bindings = [...script.bindings]
  let isChanged = false
  bindings.forEach((binding, id) => {
    if (!binding.imported || !VIRTUAL.test(binding.imported.source)) return
    const to = scope.names.get(binding.imported.name)
    if (!to) return
    isChanged = true
    bindings[id] = { ...binding, imported: { ...binding.imported, source: specifier(to.file), name: to.exported } }
  })
  const bind = (name: string, place: Span, to: { file: string; exported: string }): BindingId => {
    let mention = mentions.get(name)
    if (!mention) {
      mention = { id: bindings.length, ...to, places: [] }
      mentions.set(name, mention)
      bindings.push({
        name, kind: 'import', scope: 0, span: place, definitions: [], parameter: null, type: null,
        imported: { source: specifier(to.file), name: to.exported, typeOnly: false },
      })
    }
    mention.places.push(place)
    return mention.id
  }
  const values = script.values.map((value) => {
    const to = value.kind === 'global' && !own.has(value.name) ? scope.names.get(value.name) : undefined
    if (value.kind !== 'global' || !to || to.file === path) return value
    const { start, end } = value
    return { kind: 'binding' as const, binding: bind(value.name, { start, end }, to), start, end }
  })
  const tag = script.attached?.element ?? null
  const component = tag === null || own.has(tag) ? undefined : scope.components.get(tagKey(tag))
  if (script.attached && tag !== null && component && component.file !== path) {
    const { start } = script.attached
    bind(tag, { start, end: start + tag.length }, component)
  }
  if (mentions.size === 0) return isChanged ? { ...script, bindings } : script
  const list = [...mentions.values()]
  const usedIn = (isIn: (place: Span) => boolean): BindingId[] =>
    list.filter(({ places }) => places.some(isIn)).map(({ id }) => id)
  const isInside = (unit: Span) => (place: Span): boolean => unit.start <= place.start && place.start < unit.end
  return {
    ...script, bindings, values,
    imports: [...script.imports, ...list.map(({ file, exported, places }) => (
      { ...places[0] as Span, source: specifier(file), kind: 'import' as const, names: [exported] }))],
    units: script.units.map((unit) => ({ ...unit, uses: [...unit.uses, ...usedIn(isInside(unit))] })),
    topLevelUses: [...script.topLevelUses, ...usedIn((place) => !script.units.some((unit) => isInside(unit)(place)))],
  }
}
