/**
 * Names across scripts: what a component's template calls by name is declared in its script, or is a member of its
 * class; what a handler of a page names is declared in one of the page's scripts.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { directoryOf, joinPath } from '../path-index.js'
import type { ClassReference, ValueReference } from './meaning.js'

/** Where a name is declared: a binding, a value that holds it, or a member of an instance. */
export type Declared =
  | { kind: 'binding'; file: string; script: number; id: number }
  /** `names`: the part of the value that is meant. */
  | { kind: 'value'; file: string; script: number; id: ValueId; names?: string[] }
  | { kind: 'instance'; file: string; script: number; id: number; name: string }

export interface Scopes {
  /** What a name of a template or a handler means that no scope of its own declares; nothing for other scripts. */
  outer(file: string, script: number, name: string): readonly Declared[]
  /** What `this.name` is in a script whose own object is a component. */
  members(file: string, script: number, name: string): readonly Declared[]
  /** Values of templates and handlers that mean a top-level binding by its name. */
  mentions(file: string, script: number, binding: number): readonly ValueReference[]
  /** Values of templates that mean a member of their component's object by its name. */
  mentionsOfMember(file: string, script: number, name: string): readonly ValueReference[]
  /** Files that are templates of the classes of a file. */
  templatesOf(file: string): readonly string[]
  /** Values of the templates of a class that mean a member of it by its name. */
  mentionsOfClass(target: ClassReference, name: string): readonly ValueReference[]
}

const COMPONENTS = new Set(['vue', 'svelte', 'astro', 'mdx'])

/**
 * Options of a component object whose parts are names of the instance: functions that return them, and objects of them.
 * https://vuejs.org/api/options-state.html
 */
const RETURNED = ['data', 'setup', 'asyncData']
const LISTED = ['methods', 'computed', 'props', 'inject']

export function createScopes(facts: (path: string) => FileFacts | undefined): Scopes {
  return {
    outer(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      if (!found || !own || !isTemplate(own)) return []
      const owner = ownerOf(facts, found, own)
      if (!owner) return declaredIn(found, name)
      const around = facts(owner.file)?.scripts[owner.script]
      return around && hasMember(around, owner.class, name) ? [{ kind: 'instance', file: owner.file, script: owner.script, id: owner.class, name }] : []
    },
    members(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      return found && own && !isTemplate(own) && (COMPONENTS.has(found.language) || componentObject(own)) ? membersNamed(found, script, name) : []
    },
    mentions(file, script, binding) {
      const found = facts(file)
      const own = found?.scripts[script]
      const declared = own?.bindings[binding]
      if (!found || !own || !declared || declared.scope !== 0 || isTemplate(own) || !isScope(found, own)) return []
      return namedIn(found, declared.name, () => true)
    },
    mentionsOfMember(file, script, name) {
      const found = facts(file)
      const own = found?.scripts[script]
      return found && own && COMPONENTS.has(found.language) && !isTemplate(own) ? namedIn(found, name, () => true) : []
    },
    templatesOf(file) {
      return (facts(file)?.scripts ?? []).flatMap((script) => script.classes.flatMap((_, id) => {
        const template = templateOf(script, { class: id }).file
        const path = template === null ? null : joinPath(directoryOf(file), template)
        return path === null ? [] : [path]
      }))
    },
    mentionsOfClass(target, name) {
      const found = facts(target.file)
      const own = found?.scripts[target.script]
      if (!found || !own) return []
      const { file, value } = templateOf(own, target)
      const inline = value === null ? [] : namedIn(found, name, (other) => other.host?.script === target.script && other.host.value === value)
      const beside = file === null ? undefined : facts(joinPath(directoryOf(target.file), file) ?? '')
      return beside ? [...inline, ...namedIn(beside, name, () => true)] : inline
    },
  }
}

const declarations = new WeakMap<FileFacts, Map<string, readonly Declared[]>>()

/** What a template of a file means by a name; remembered, because a page has many handlers. */
function declaredIn(found: FileFacts, name: string): readonly Declared[] {
  let names = declarations.get(found)
  if (!names) declarations.set(found, names = new Map())
  let known = names.get(name)
  if (!known) {
    known = found.scripts.flatMap((other, index): Declared[] => {
      if (isTemplate(other) || !isScope(found, other)) return []
      const binding = other.bindings.findIndex((item) => item.name === name && item.scope === 0)
      if (binding >= 0) return [{ kind: 'binding', file: found.path, script: index, id: binding }]
      return COMPONENTS.has(found.language) ? membersNamed(found, index, name) : []
    })
    names.set(name, known)
  }
  return known
}

/** Only a component's own object has names that no scope declares. */
function membersNamed(found: FileFacts, script: number, name: string): Declared[] {
  const own = found.scripts[script] as ScriptFacts
  return [
    ...instanceMembers(own, name).map((id): Declared => ({ kind: 'value', file: found.path, script, id })),
    ...spreadMembers(own).map((id): Declared => ({ kind: 'value', file: found.path, script, id, names: [name] })),
  ]
}

function namedIn(found: FileFacts, name: string, isMeant: (script: ScriptFacts) => boolean): ValueReference[] {
  return (templateNames(found).get(name) ?? []).filter(({ script }) => isMeant(found.scripts[script] as ScriptFacts))
}

const namesOfTemplates = new WeakMap<FileFacts, Map<string, ValueReference[]>>()

/** Globals that templates and handlers of a file name; made once. */
function templateNames(found: FileFacts): Map<string, ValueReference[]> {
  let names = namesOfTemplates.get(found)
  if (!names) {
    names = new Map()
    for (const [script, other] of found.scripts.entries()) {
      if (!isTemplate(other)) continue
      for (const [value, shape] of other.values.entries()) {
        if (shape.kind !== 'global') continue
        const list = names.get(shape.name)
        const reference = { file: found.path, script, value }
        if (list) list.push(reference)
        else names.set(shape.name, [reference])
      }
    }
    namesOfTemplates.set(found, names)
  }
  return names
}

function isTemplate(script: ScriptFacts): boolean {
  return script.goal === 'handler' || script.goal === 'expression'
}

/** A script whose top-level names its template (or the page's handlers) can use. */
function isScope(file: FileFacts, script: ScriptFacts): boolean {
  return COMPONENTS.has(file.language) || script.goal === 'script'
}

/** The class whose template a script is part of. https://angular.dev/guide/components */
function ownerOf(facts: (path: string) => FileFacts | undefined, found: FileFacts, own: ScriptFacts): ClassReference | null {
  if (own.host) {
    const { script, value } = own.host
    const outer = found.scripts[script]
    const owner = outer ? outer.classes.findIndex((_, id) => templateOf(outer, { class: id }).value === value) : -1
    return owner < 0 ? null : { file: found.path, script, class: owner }
  }
  if (found.language !== 'angular' && found.language !== 'html') return null
  const stem = /^(.*)\.html$/.exec(found.path)?.[1]
  const beside = stem === undefined ? undefined : facts(`${stem}.ts`)
  for (const [script, outer] of (beside?.scripts ?? []).entries()) {
    const owner = outer.classes.findIndex((_, id) => {
      const { file } = templateOf(outer, { class: id })
      return file !== null && joinPath(directoryOf(found.path), file) === found.path
    })
    if (owner >= 0 && beside) return { file: beside.path, script, class: owner }
  }
  return null
}

/** A class has what it declares, what it writes to itself, and what it may inherit. */
function hasMember(script: ScriptFacts, id: number, name: string): boolean {
  const own = script.classes[id]
  return own !== undefined && (own.superclass !== null || own.members.some((member) => member.name === name)
    || script.stores.some((store) => store.name === name && script.values[store.object]?.kind === 'this'))
}

const templates = new WeakMap<ScriptFacts, Map<number, { file: string | null; value: ValueId | null }>>()

/** The template of a component class, as its decorator names it: a file or a text. */
function templateOf(script: ScriptFacts, { class: id }: { class: number }): { file: string | null; value: ValueId | null } {
  let known = templates.get(script)
  if (!known) templates.set(script, known = new Map())
  let template = known.get(id)
  if (!template) {
    const url = decoratorOption(script, id, 'templateUrl')
    const text = url === null ? undefined : script.values[url]
    template = {
      file: text?.kind === 'constant' ? String(text.value) : null,
      value: decoratorOption(script, id, 'template'),
    }
    known.set(id, template)
  }
  return template
}

/** An option of a class's decorator: `@Component({ selector: 'app-book' })`. */
export function decoratorOption(script: ScriptFacts, id: number, name: string): ValueId | null {
  for (const decorator of script.classes[id]?.decorators ?? []) {
    const call = script.values[decorator]
    const options = call?.kind === 'call' && call.arguments[0] !== undefined ? script.values[call.arguments[0]] : undefined
    const entry = options?.kind === 'object' ? options.entries.find((item) => item.name === name) : undefined
    if (entry) return entry.value
  }
  return null
}

/** What a component's own object has under a name: its state, its methods, what it computes, what is written to it. */
function instanceMembers(script: ScriptFacts, name: string): ValueId[] {
  const options = componentObject(script)
  if (!options) return []
  const found: ValueId[] = []
  for (const entry of options.entries) {
    const value = script.values[entry.value]
    if (entry.name === null || !value) continue
    if (RETURNED.includes(entry.name)) {
      const objects = value.kind === 'function' ? (script.functions[value.function]?.returns ?? []) : [entry.value]
      for (const id of objects) found.push(...entriesOf(script.values[id], name))
    } else if (entry.name === 'computed') {
      for (const id of entriesOf(value, name)) {
        const made = script.values[id]
        found.push(...(made?.kind === 'function' ? (script.functions[made.function]?.returns ?? []) : [id]))
      }
    } else if (LISTED.includes(entry.name)) found.push(...entriesOf(value, name))
  }
  for (const store of script.stores) {
    if (store.name === name && script.values[store.object]?.kind === 'this') found.push(store.value)
  }
  return found
}

/** `computed: { ...mapState(['email']) }`: what is spread into an option may have any name. */
function spreadMembers(script: ScriptFacts): ValueId[] {
  return (componentObject(script)?.entries ?? []).flatMap((entry) => {
    const value = LISTED.includes(entry.name ?? '') ? script.values[entry.value] : undefined
    return value?.kind === 'object' ? value.entries.flatMap((item) => (item.name === null && item.key === null ? [item.value] : [])) : []
  })
}

function entriesOf(value: Value | undefined, name: string): ValueId[] {
  return value?.kind === 'object' ? value.entries.filter((entry) => entry.name === name).map((entry) => entry.value) : []
}

/** `export default { … }`, `export default defineComponent({ … })`, `Vue.extend({ … })`. */
export function componentObject(script: ScriptFacts): (Value & { kind: 'object' }) | null {
  const exported = script.exports.find(({ name }) => name === 'default')
  let value = exported?.value === null || exported === undefined ? undefined : script.values[exported.value]
  const bound = exported?.binding === null || exported === undefined ? undefined : script.bindings[exported.binding]?.definitions[0]
  if (bound !== undefined) value = script.values[bound]
  if (value?.kind === 'call') value = value.arguments[0] === undefined ? undefined : script.values[value.arguments[0]]
  return value?.kind === 'object' ? value : null
}
