/** Compiled markup → the elements it was written as, so that everything that reads markup of scripts reads it as well. */
import type { ObjectEntry, ScriptFacts, Value, ValueId } from '../script/graph.js'
import { madeFactories, styleOf, type Call, type Style } from './factories.js'

type Element = Value & { kind: 'element' }

/** Puts elements in the place of the calls that make them. */
export function restoreElements(script: ScriptFacts): void {
  const made = madeFactories(script)
  const restored = new Set<ValueId>()
  for (const site of script.calls) {
    const call = script.values[site.value]
    // What a factory itself calls another one with is nobody's markup.
    if (call?.kind !== 'call' || made.functions.has(site.scope)) continue
    const style = styleOf(script, call, made)
    if (style === null) continue
    script.values[site.value] = elementOf(script, call, style)
    restored.add(site.value)
  }
  if (restored.size > 0) script.calls = script.calls.filter(({ value }) => !restored.has(value))
}

function elementOf(script: ScriptFacts, call: Call, style: Style): Element {
  const [type, second, ...rest] = call.arguments as [ValueId, ...ValueId[]]
  const named = script.values[type]
  const given = isChildren(script, second, style) ? [] : entriesOf(script, second)
  const properties = style === 'node' ? given.flatMap((entry) => optionEntries(script, entry)) : given
  const inside = properties.find(({ name }) => name === 'children')
  const after = style === 'jsx' ? [] : style === 'call' ? rest : rest.slice(0, 1)
  const before = given.length === 0 && isChildren(script, second, style) && second !== undefined ? [second] : []
  const children = [...(style === 'node' || inside === undefined ? [] : [inside.value]), ...before, ...after]
  return {
    kind: 'element', start: call.start, end: call.end,
    name: named?.kind === 'constant' ? String(named.value) : type,
    properties: style === 'node' ? properties : properties.filter((entry) => entry !== inside),
    children: children.flatMap((child) => childrenOf(script, child, style)),
  }
}

/** `h('p', ['text'])`, `h('p', 'text')`: the properties are left out. */
function isChildren(script: ScriptFacts, id: ValueId | undefined, style: Style): boolean {
  const value = id === undefined ? undefined : script.values[id]
  return style === 'node' && (value?.kind === 'array' || value?.kind === 'template' || (value?.kind === 'constant' && typeof value.value === 'string'))
}

/** What is handed over as properties: an object, several that are put together, or a value with all of them. */
function entriesOf(script: ScriptFacts, id: ValueId | undefined): ObjectEntry[] {
  const value = id === undefined ? undefined : script.values[id]
  if (value === undefined || id === undefined || value.kind === 'constant') return []
  if (value.kind === 'object') return value.entries
  if (value.kind === 'global' && value.name === 'undefined') return []
  // `Object.assign({}, props, { name })`, `_extends({}, props)`, `mergeProps(attributes, { name })`
  if (value.kind === 'call' && value.arguments.some((argument) => script.values[argument]?.kind === 'object')) {
    return value.arguments.flatMap((argument) => entriesOf(script, argument))
  }
  return [{ name: null, key: null, value: id }]
}

/** Vue 2 sorts properties by what they are for: https://v2.vuejs.org/v2/guide/render-function.html#The-Data-Object-In-Depth */
const GROUPS = new Set(['attrs', 'props', 'domProps', 'on', 'nativeOn'])

function optionEntries(script: ScriptFacts, entry: ObjectEntry): ObjectEntry[] {
  const inner = entry.name === null ? undefined : script.values[entry.value]
  if (entry.name === null || inner?.kind !== 'object') return [entry]
  if (entry.name === 'model' && inner.entries.some(({ name }) => name === 'callback')) {
    return inner.entries.flatMap((item) => (item.name === 'callback' ? [{ ...item, name: 'onUpdate:modelValue' }] : item.name === 'value' ? [{ ...item, name: 'modelValue' }] : []))
  }
  if (!GROUPS.has(entry.name)) return [entry]
  if (entry.name !== 'on' && entry.name !== 'nativeOn') return inner.entries
  return inner.entries.map((item) => (item.name === null ? item : { ...item, name: `on${item.name.charAt(0).toUpperCase()}${item.name.slice(1)}` }))
}

/** Children one by one; of slots, what they show. */
function childrenOf(script: ScriptFacts, id: ValueId, style: Style): ValueId[] {
  const value = script.values[id]
  switch (value?.kind) {
    case 'array': return value.items.flatMap((item) => childrenOf(script, item, style))
    case 'constant': return typeof value.value === 'string' && value.value.trim() !== '' ? [id] : []
    case 'object': return style === 'node' ? value.entries.flatMap((entry) => slotOf(script, entry.value)) : [id]
    // A text that a function makes a node of.
    case 'call': {
      const [first] = value.arguments
      const text = first === undefined ? undefined : script.values[first]
      return style === 'node' && text?.kind === 'constant' && typeof text.value === 'string' && value.arguments.length < 3 ? [first as ValueId] : [id]
    }
    default: return [id]
  }
}

function slotOf(script: ScriptFacts, id: ValueId): ValueId[] {
  const value = script.values[id]
  if (value?.kind === 'call') return value.arguments.flatMap((argument) => slotOf(script, argument))
  if (value?.kind !== 'function') return []
  return (script.functions[value.function]?.returns ?? []).flatMap((returned) => childrenOf(script, returned, 'node'))
}
