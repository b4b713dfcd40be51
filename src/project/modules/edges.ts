/**
 * Who brings a script in: imports by name, re-exports followed to the name that is used, dynamic imports, and the pages
 * that load it with a `<script>`. Backwards and on demand: only files on the way from a tracker to a page are parsed.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { Binding, BindingId, FunctionId, ScriptFacts, Unit, Value, ValueId } from '../../facts/script/graph.js'
import type { Certainty, EdgeKind, ReachEdge, ReachNode, Span } from '../../types.js'
import { scriptIndex } from '../meaning/script-index.js'
import { moduleIndex } from '../meaning/module-index.js'
import { isOneUnit } from '../sightings/units.js'

export interface ModulesHost {
  facts(path: string): FileFacts | undefined
  resolve(from: string, specifier: string): string | null
  /** Files in which a quick look finds a specifier that names this file. */
  importers(path: string): readonly string[]
  /** The part of a route table around an offset, if any: mentions there act on other routes than the rest of the file. */
  placeAt(file: string, offset: number): object | null
  /** Names the conditions on the page's address around a place: mentions under other conditions are other ways. */
  conditionsAt(file: string, offset: number): string
}

const COMPONENTS = new Set(['vue', 'svelte', 'astro', 'mdx'])

/** Edges into a node from the scripts and pages that bring it in. */
export function moduleEdges(host: ModulesHost, node: ReachNode): ReachEdge[] {
  const facts = host.facts(node.file)
  if (!facts) return []
  const edges: ReachEdge[] = []
  const unit = isOneUnit(facts) ? null : node.unit
  if (COMPONENTS.has(facts.language)) {
    // A component does something only where it is rendered, not where it is merely imported.
    edges.push(...exportEdges(host, node, 'default', new Set()))
    return edges
  }
  if (unit === null) {
    for (const importer of host.importers(node.file)) edges.push(...wholeFileEdges(host, importer, node))
    return edges
  }
  for (const script of facts.scripts) {
    if (script.goal !== 'module') continue
    const own = moduleIndex(script).unit(unit)
    if (!own) continue
    const bindings = own.names.flatMap((name) => scriptIndex(script).topLevel(name))
    edges.push(...usesOf(host, node.file, script, bindings, own, node))
    for (const name of exportNames(script, own)) edges.push(...exportEdges(host, node, name, new Set()))
  }
  return edges
}

/** Names a unit leaves the module by, CommonJS included. */
function exportNames(script: ScriptFacts, unit: Unit): string[] {
  const names = new Set(unit.exports)
  for (const store of moduleIndex(script).exporting) {
    if (store.name === null || !mentionsUnit(script, unit, store)) continue
    const value = script.values[store.value]
    if (store.name !== 'exports') names.add(store.name)
    else if (value?.kind !== 'object') names.add('*')
    else {
      // `module.exports = { a, b }`: by its own key, or with the whole object.
      names.add('default')
      for (const entry of value.entries) {
        const part = script.values[entry.value]
        if (part && mentionsUnit(script, unit, part)) names.add(entry.name ?? '*')
      }
    }
  }
  return [...names]
}

function mentionsUnit(script: ScriptFacts, unit: Unit, span: Span): boolean {
  return moduleIndex(script).mentionedIn(span).some((id) => unit.names.includes(script.bindings[id]?.name ?? ''))
}

/** Other units of the same file, or its top level, that mention a binding; one edge for each way, see `firstOfEach`. */
function usesOf(
  host: ModulesHost, file: string, script: ScriptFacts, bindings: readonly BindingId[], self: Unit | null, to: ReachNode,
  name = '*',
): ReachEdge[] {
  const edges: ReachEdge[] = []
  const { mentions, others } = mentionsOf(script, bindings, name)
  const add = (unit: string | null, offsets: readonly number[]): void => {
    const firsts = firstOfEach(host, file, offsets)
    for (const offset of firsts.length === 0 ? [null] : firsts) {
      edges.push({ from: { file, unit }, offset, kind: 'import', certainty: 'exact', to })
    }
  }
  const units = moduleIndex(script)
  for (const unit of units.unitsUsing(bindings)) {
    if (unit === self) continue
    const isIn = (offset: number): boolean => unit.start <= offset && offset < unit.end
    const inside = mentions.filter(isIn)
    // What `module.exports = …` mentions leaves by its own name, see `exportNames`, unless routes take it from there.
    const isExported = unit.name === 'module.exports'
    const own = isExported ? inside.filter((offset) => host.placeAt(file, offset) !== null) : inside
    if (own.length > 0 || (!isExported && !others.some(isIn))) add(unit.name, own)
  }
  if (script.topLevelUses.some((id) => bindings.includes(id))) {
    const isOut = (offset: number): boolean => units.unitAt(offset) === undefined
    const outside = mentions.filter(isOut)
    if (outside.length > 0 || !others.some(isOut)) add(null, outside.length > 0 ? outside : mentions)
  }
  return edges
}

/** Where bindings are mentioned; `others`: where another member of a whole module is meant, `Pages.Other`. */
function mentionsOf(script: ScriptFacts, wanted: readonly BindingId[], name: string): { mentions: number[]; others: number[] } {
  const mentions: number[] = []
  const others: number[] = []
  for (const id of placesOf(script, wanted)) {
    const { start } = script.values[id] as Value
    if (isOther(script, id, name)) others.push(start)
    else mentions.push(start)
  }
  return { mentions, others }
}

/** Where bindings are mentioned, in the order of the graph. */
function placesOf(script: ScriptFacts, bindings: readonly BindingId[]): ValueId[] {
  return [...new Set(bindings)].flatMap((id) => scriptIndex(script).mentionsOf(id)).sort((a, b) => a - b)
}

/** True when a member of another name is read of a whole module. */
function isOther(script: ScriptFacts, mention: ValueId, name: string): boolean {
  const value = script.values[mention]
  if (name === '*' || value?.kind !== 'binding' || script.bindings[value.binding]?.imported?.name !== '*') return false
  const member = membersOf(script, mention).at(-1)
  return member !== undefined && member !== null && member !== name
}

/** Names of the members that are read of a value, in the order of the graph; null: computed. */
function membersOf(script: ScriptFacts, object: ValueId): (string | null)[] {
  return scriptIndex(script).parents(object).flatMap((parent) => {
    const shape = script.values[parent]
    return shape?.kind === 'member' && shape.object === object ? [shape.name] : []
  })
}

/** The first of the places that stand in one part of a route table, under the same conditions. */
function firstOfEach(host: ModulesHost, file: string, offsets: readonly number[]): number[] {
  const places: (object | null)[] = []
  const firsts = new Map<string, number>()
  for (const offset of offsets) {
    const place = host.placeAt(file, offset)
    if (!places.includes(place)) places.push(place)
    const key = `${places.indexOf(place)}|${host.conditionsAt(file, offset)}`
    if (!firsts.has(key)) firsts.set(key, offset)
  }
  return [...firsts.values()]
}

/** Files that bring in one export of a module, through any number of re-exports. */
function exportEdges(host: ModulesHost, to: ReachNode, name: string, seen: Set<string>, file = to.file): ReachEdge[] {
  const key = `${file}|${name}`
  if (seen.has(key)) return []
  seen.add(key)
  const edges: ReachEdge[] = []
  for (const importer of host.importers(file)) {
    const facts = host.facts(importer)
    if (!facts) continue
    for (const script of facts.scripts) {
      edges.push(...importingBindings(host, facts, script, file, name, to))
      for (const item of script.exports) {
        if (!item.from || host.resolve(importer, item.from.source) !== file) continue
        const passesOn = item.from.name === name || item.from.name === '*' || name === '*'
        if (passesOn) edges.push(...exportEdges(host, to, item.name === '*' ? name : item.name, seen, importer))
      }
    }
  }
  return edges
}

function importingBindings(
  host: ModulesHost, facts: FileFacts, script: ScriptFacts, target: string, name: string, to: ReachNode,
): ReachEdge[] {
  const edges: ReachEdge[] = []
  const wanted = scriptIndex(script).imported().filter((id) => {
    const imported = script.bindings[id]?.imported
    if (!imported || imported.typeOnly || host.resolve(facts.path, imported.source) !== target) return false
    return imported.name === name || imported.name === '*' || name === '*'
  })
  if (wanted.length > 0) {
    if (isOneUnit(facts)) edges.push(...componentEdges(host, facts, script, wanted, target, to))
    else edges.push(...usesOf(host, facts.path, script, wanted, null, to, name))
  }
  for (const item of script.imports) {
    if ((item.kind !== 'dynamic' && item.kind !== 'require') || host.resolve(facts.path, item.source) !== target) continue
    if (!takes(script, item, name)) continue
    edges.push(placeEdge(facts, script, item.start, item.kind === 'dynamic' ? 'dynamic' : 'import', 'exact', to))
  }
  return edges
}

/**
 * False when all that is taken of a `require` or an `import()` are other names: `const { other } = require(…)`,
 * `import(…).then((module) => module.other)`.
 */
function takes(script: ScriptFacts, at: Span, name: string): boolean {
  const { values } = script
  const index = scriptIndex(script)
  const modules: ValueId[] = index.beginningAt(at.start).filter((id) => values[id]?.end === at.end && values[id]?.kind !== 'element')
  for (const module of modules) modules.push(...index.parents(module).filter((parent) => values[parent]?.kind === 'await'))
  const taken = modules.flatMap((module) => membersOf(script, module)).filter((member) => member !== 'then')
  const handed = modules.flatMap((module) => index.parents(module)).flatMap((then) => {
    const shape = values[then]
    if (shape?.kind !== 'member' || shape.name !== 'then' || !modules.includes(shape.object)) return []
    return index.parents(then).flatMap((parent) => {
      const call = values[parent]
      if (call?.kind !== 'call' || call.callee !== then) return []
      const callback = call.arguments[0] === undefined ? undefined : values[call.arguments[0]]
      return callback?.kind === 'function' ? namesOfParameter(script, callback.function) : [null]
    })
  })
  const isWhole = taken.length + handed.length === 0 || modules.some((module) => index.bindingsWith(module).length > 0)
  const all = [...taken, ...handed]
  return isWhole || name === '*' || all.includes(name) || all.includes(null)
}

/** Members that a function reads of its first parameter; null among them when it does more with it. */
function namesOfParameter(script: ScriptFacts, id: FunctionId): (string | null)[] {
  return scriptIndex(script).parametersOf(id).flatMap((binding): (string | null)[] => {
    const { parameter } = script.bindings[binding] as Binding
    if (parameter?.index !== 0) return []
    if (parameter.path.length > 0) return parameter.path.slice(0, 1)
    return scriptIndex(script).mentionsOf(binding).flatMap((mention) => {
      const members = membersOf(script, mention)
      return members.length > 0 ? members : [null]
    })
  })
}

/** The parts of a component are not told apart: one edge at its import, unless each mention stands under a condition. */
function componentEdges(
  host: ModulesHost, facts: FileFacts, script: ScriptFacts, bindings: readonly BindingId[], target: string, to: ReachNode,
): ReachEdge[] {
  const edge = (offset: number | null): ReachEdge => (
    { from: { file: facts.path, unit: null }, offset, kind: 'import', certainty: 'exact', to })
  const names = new Set(bindings.map((id) => tagOf(script.bindings[id]?.name ?? '')))
  const mentions = [
    ...placesOf(script, bindings).map((id) => (script.values[id] as Value).start),
    ...facts.elements.flatMap((element) => (names.has(tagOf(element.name)) ? [element.start] : [])),
  ]
  const isFree = mentions.length === 0 || mentions.some((offset) => host.conditionsAt(facts.path, offset) === '')
  return isFree ? [edge(importOffset(host, facts, script, target))] : firstOfEach(host, facts.path, mentions).map(edge)
}

/** `TrackingPixel` and `tracking-pixel` are one component. */
function tagOf(name: string): string {
  return name.replace(/-/g, '').toLowerCase()
}

function importOffset(host: ModulesHost, facts: FileFacts, script: ScriptFacts, target: string): number | null {
  return script.imports.find((item) => host.resolve(facts.path, item.source) === target)?.start ?? null
}

/** An edge from the unit a place of a script stands in. */
function placeEdge(facts: FileFacts, script: ScriptFacts, offset: number, kind: EdgeKind, certainty: Certainty, to: ReachNode): ReachEdge {
  const unit = isOneUnit(facts) || script.goal !== 'module' ? undefined : moduleIndex(script).unitAt(offset)
  return { from: { file: facts.path, unit: unit?.name ?? null }, offset, kind, certainty, to }
}

/** Elements that bring a script or another page of the site into theirs. */
const LOADING = new Set(['script', 'link', 'iframe', 'frame', 'object', 'embed'])

/** Any import runs a module's top level; a page's `<script src>` does, too. */
function wholeFileEdges(host: ModulesHost, importer: string, to: ReachNode): ReachEdge[] {
  const facts = host.facts(importer)
  if (!facts) return []
  const edges: ReachEdge[] = []
  for (const script of facts.scripts) {
    for (const item of script.imports) {
      if (item.kind === 'type' || host.resolve(importer, item.source) !== to.file) continue
      if (item.kind === 'dynamic') edges.push(placeEdge(facts, script, item.start, 'dynamic', 'exact', to))
      else edges.push({ from: { file: importer, unit: null }, offset: item.start, kind: 'import', certainty: 'exact', to })
    }
  }
  for (const element of facts.elements) {
    if (!LOADING.has(element.tag)) continue
    const source = element.attributes.find(({ name }) => name === 'src' || name === 'href' || (name === 'data' && element.tag === 'object'))
    if (source && host.resolve(importer, asLocal(source.value)) === to.file) {
      edges.push({ from: { file: importer, unit: null }, offset: element.start, kind: 'asset', certainty: 'exact', to })
    }
  }
  return edges
}

/** `js/app.js` in markup is relative to the page; template holes in front stand for the site's base. */
export function asLocal(source: string): string {
  const clean = source.replace(/^\uA4F8+/, '').replace(/[?#].*$/, '')
  if (clean.startsWith('/') || clean.startsWith('.')) return clean
  return source.startsWith('\uA4F8') ? `/${clean}` : `./${clean}`
}
