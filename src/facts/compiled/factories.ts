/**
 * Functions that make elements in compiled markup. By their names where these are properties, which no minifier changes;
 * by what they make, or by what they are called with, where they are not.
 * https://react.dev/reference/react/createElement, https://github.com/reactjs/rfcs/blob/createlement-rfc/text/0000-create-element-changes.md,
 * https://play.vuejs.org (the output of the template compiler)
 */
import type { BindingId, FunctionId, ScriptFacts, Value, ValueId } from '../script/graph.js'

/**
 * How the arguments after the type are meant.
 * - `jsx`: properties with the children among them, then a key
 * - `call`: properties, then one child an argument
 * - `node`: properties, then all children, then hints for the library
 */
export type Style = 'jsx' | 'call' | 'node'

export type Call = Value & { kind: 'call' }

const STYLES: ReadonlyMap<string, Style> = new Map(Object.entries<Style>({
  jsx: 'jsx', jsxs: 'jsx', jsxDEV: 'jsx', _jsx: 'jsx', _jsxs: 'jsx', _jsxDEV: 'jsx',
  createElement: 'call',
  createElementVNode: 'node', createElementBlock: 'node', createVNode: 'node', createBlock: 'node', createBaseVNode: 'node',
  _createElementVNode: 'node', _createElementBlock: 'node', _createVNode: 'node', _createBlock: 'node',
  _c: 'node', h: 'node',
}))

/** Too short to say anything by itself: what it is called with must look like an element. */
const WEAK = new Set(['h', '_c', 'createElement'])

const TAGS = new Set([
  'a', 'article', 'aside', 'br', 'button', 'div', 'fieldset', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'header', 'hr', 'i', 'img',
  'input', 'label', 'legend', 'li', 'main', 'nav', 'ol', 'option', 'p', 'path', 'section', 'select', 'small', 'span', 'strong', 'svg',
  'table', 'tbody', 'td', 'textarea', 'th', 'thead', 'tr', 'ul',
])

/** A function that is called with at least so many names of elements makes elements. */
const DISTINCT_TAGS = 4
/** How many functions may stand in one another before the one that makes the object. */
const ROUNDS = 4

/** Properties that the libraries' own elements have: https://github.com/vuejs/core/blob/main/packages/runtime-core/src/vnode.ts */
const VNODE = '__v_isVNode'
/** https://github.com/preactjs/preact/blob/main/mangle.json */
const PREACT = '__k'

/** The factory a call calls, or null. `made` are the functions of the script that are factories by what they do. */
export function styleOf(script: ScriptFacts, call: Call, made: Factories): Style | null {
  if (call.isNew || call.arguments.length === 0) return null
  const callee = script.values[call.callee]
  if (callee?.kind === 'binding') {
    const known = made.bindings.get(callee.binding)
    if (known) return isType(script, call.arguments[0] as ValueId) ? known : null
  }
  const name = calleeName(script, callee)
  const style = name === null ? undefined : STYLES.get(name)
  if (style === undefined || (callee?.kind === 'member' && isDocument(script, callee.object))) return null
  if (!isType(script, call.arguments[0] as ValueId)) return null
  if (!WEAK.has(name as string)) return style
  return hasProperties(script, call) && (callee?.kind === 'member' || isCertain(script, call, callee)) ? style : null
}

/** A short name of a variable is as good as none where names are shortened: it is an import, or called with a known tag. */
function isCertain(script: ScriptFacts, call: Call, callee: Value | undefined): boolean {
  if (callee?.kind === 'binding' && script.bindings[callee.binding]?.imported) return true
  const type = script.values[call.arguments[0] as ValueId]
  return type?.kind === 'constant' && typeof type.value === 'string' && TAGS.has(type.value)
}

/** Name of a member, an import or a binding that kept its name. */
function calleeName(script: ScriptFacts, callee: Value | undefined): string | null {
  if (callee?.kind === 'member') return callee.name
  if (callee?.kind === 'global') return callee.name
  const binding = callee?.kind === 'binding' ? script.bindings[callee.binding] : undefined
  return binding?.imported?.name ?? binding?.name ?? null
}

function isDocument(script: ScriptFacts, id: ValueId): boolean {
  const object = script.values[id]
  return (object?.kind === 'global' || object?.kind === 'member') && /document$/i.test(object.name ?? '')
}

/** A tag, or something that could be a component. */
function isType(script: ScriptFacts, id: ValueId): boolean {
  const type = script.values[id]
  if (type?.kind === 'constant') return typeof type.value === 'string' && /^[A-Za-z][\w:.-]*$/.test(type.value)
  return type !== undefined && /^(?:binding|member|global|class|function|choice|call)$/.test(type.kind)
}

/** The second argument is an object, or nothing where one could be. */
function hasProperties(script: ScriptFacts, call: Call): boolean {
  const [type, second] = call.arguments
  const properties = second === undefined ? undefined : script.values[second]
  const isTag = script.values[type as ValueId]?.kind === 'constant'
  if (properties === undefined) return false
  if (properties.kind === 'object') return !(properties.entries.length === 1 && properties.entries[0]?.name === 'is')
  if (properties.kind === 'constant') return properties.value === null || (isTag && call.arguments.length === 2)
  if (isTag && (properties.kind === 'array' || isPutTogether(script, properties))) return true
  return /^(?:call|binding|member|choice)$/.test(properties.kind) && call.arguments.length > 2
}

/** `Object.assign({}, props, { name })` */
function isPutTogether(script: ScriptFacts, value: Value): boolean {
  return value.kind === 'call' && value.arguments.some((argument) => script.values[argument]?.kind === 'object')
}

export interface Factories {
  /** By the bindings they are called by. */
  bindings: ReadonlyMap<BindingId, Style>
  functions: ReadonlyMap<FunctionId, Style>
}

/** Functions of a script that make elements and have lost their names. */
export function madeFactories(script: ScriptFacts): Factories {
  const factories = byTags(script)
  const functions = new Map<number, Style>()
  const owners = new Map<ValueId, number>()
  script.values.forEach((value, id) => {
    if (value.kind === 'function') owners.set(id, value.function)
    if (value.kind !== 'object') return
    const style = value.entries.some(({ name }) => name === VNODE) ? 'node'
      : value.entries.some(({ name }) => name === PREACT) && value.entries.some(({ name }) => name === 'props') ? 'call' : null
    const type = style === null ? undefined : value.entries.find(({ name }) => name === 'type')
    const owner = type && parameterOwner(script, type.value, 0)
    if (style !== null && owner !== null && owner !== undefined) functions.set(owner, style)
  })
  if (functions.size === 0) return { bindings: factories, functions }
  const bound = boundFunctions(script, owners)
  for (let round = 0; round < ROUNDS; round++) {
    const before = functions.size
    for (const site of script.calls) {
      const call = script.values[site.value]
      const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
      if (call?.kind !== 'call' || callee?.kind !== 'binding' || call.arguments.length < 2) continue
      const style = (bound.get(callee.binding) ?? []).map((id) => functions.get(id)).find((found) => found !== undefined)
      const owner = style && parameterOwner(script, call.arguments[0] as ValueId, 0)
      if (style && owner !== null && owner !== undefined && (script.functions[owner]?.parameters ?? 0) > 1 && !functions.has(owner)) functions.set(owner, style)
    }
    if (functions.size === before) break
  }
  for (const [binding, ids] of bound) {
    const style = ids.map((id) => functions.get(id)).find((found) => found !== undefined)
    if (style) factories.set(binding, style)
  }
  return { bindings: factories, functions }
}

/** Functions that come from another file of the bundle, by what they are called with. */
function byTags(script: ScriptFacts): Map<BindingId, Style> {
  const tags = new Map<BindingId, Set<string>>()
  for (const site of script.calls) {
    const call = script.values[site.value]
    const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
    if (call?.kind !== 'call' || callee?.kind !== 'binding' || script.bindings[callee.binding]?.imported === null) continue
    const type = script.values[call.arguments[0] as ValueId]
    if (type?.kind !== 'constant' || typeof type.value !== 'string' || !TAGS.has(type.value) || !hasProperties(script, call)) continue
    const known = tags.get(callee.binding)
    if (known) known.add(type.value)
    else tags.set(callee.binding, new Set([type.value]))
  }
  return new Map([...tags].filter(([, names]) => names.size >= DISTINCT_TAGS).map(([binding]) => [binding, 'node' as const]))
}

/** The function whose parameter of this index a value is. */
function parameterOwner(script: ScriptFacts, id: ValueId, index: number): number | null {
  const value = script.values[id]
  const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
  return parameter && parameter.index === index && parameter.path.length === 0 && !parameter.rest ? parameter.function : null
}

/** Functions that each binding holds, also by another name of them. */
function boundFunctions(script: ScriptFacts, owners: ReadonlyMap<ValueId, number>): Map<BindingId, number[]> {
  const bound = new Map<BindingId, number[]>()
  const of = (binding: BindingId, depth: number): number[] => (script.bindings[binding]?.definitions ?? []).flatMap((definition) => {
    const own = owners.get(definition)
    if (own !== undefined) return [own]
    const value = script.values[definition]
    return value?.kind === 'binding' && depth < 2 ? of(value.binding, depth + 1) : []
  })
  script.bindings.forEach((_, id) => {
    const found = of(id, 0)
    if (found.length > 0 && found.length <= 2) bound.set(id, found)
  })
  return bound
}
