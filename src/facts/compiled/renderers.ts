/**
 * Functions that a template was compiled to, joined with their component: what they are handed is what the component
 * gives its template.
 *
 *     script.render = (_ctx, _cache, $props, $setup, $data, $options) => …                   Vue 3, Parcel
 *     export default helper(script, [['render', render]])                                   Vue 3, vue-loader and Vite
 *     normalize(script, function () { var e = this; … }, [], false, null, '1a2b')           Vue 2
 *
 * https://github.com/vuejs/core/blob/main/packages/compiler-core/src/codegen.ts (`render` and its parameters),
 * https://github.com/vuejs/vue-loader/blob/v15/lib/runtime/componentNormalizer.js
 */
import type { FunctionId, ObjectEntry, ScriptFacts, Value, ValueId } from '../script/graph.js'

type Part = 'setup' | 'data' | 'methods' | 'computed'

const ALL: readonly Part[] = ['setup', 'data', 'methods', 'computed']
/** What a parameter of a function of Vue 3 holds, by its place. */
const PARAMETERS: readonly (readonly Part[])[] = [ALL, [], [], ['setup'], ['data'], ['methods', 'computed']]
/** What tells that an object is a component. */
const TELLING = new Set<string | null>(['setup', 'data', 'methods', 'computed'])
const DEPTH = 8
/** A name that is given more values than this is one that a minifier used for everything. */
const DEFINITIONS = 4

/** `text`: the script's. */
export function joinRenderers(script: ScriptFacts, text: string): void {
  if (/\b(?:setup|methods|computed|data)\b/.test(text) && /\brender\b|\b_c\b/.test(text)) new Renderers(script).join()
}

class Renderers {
  constructor(private readonly script: ScriptFacts) {}

  join(): void {
    for (const [component, renderer] of this.pairs()) {
      const components = this.shapes(component).filter((id) => this.isComponent(id))
      if (components.length === 0) continue
      for (const id of this.shapes(renderer)) {
        const value = this.script.values[id]
        if (value?.kind === 'function') this.hand(value.function, (part) => components.flatMap((each) => this.given(each, part)))
      }
    }
  }

  /** Components, each with what may be its function. */
  private pairs(): [ValueId, ValueId][] {
    const { stores, calls, values } = this.script
    const found = stores.flatMap(({ name, object, value }): [ValueId, ValueId][] => (name === 'render' ? [[object, value]] : []))
    for (const site of calls) {
      const call = values[site.value]
      const [component, second, third] = call?.kind === 'call' ? call.arguments : []
      const list = second === undefined ? undefined : values[second]
      if (component === undefined || second === undefined) continue
      if (list?.kind === 'array') {
        for (const item of list.items) {
          const pair = values[item]
          const [name, renderer] = pair?.kind === 'array' ? pair.items : []
          const said = name === undefined ? undefined : values[name]
          if (renderer !== undefined && said?.kind === 'constant' && said.value === 'render') found.push([component, renderer])
        }
      } else if (third !== undefined && values[third]?.kind === 'array') found.push([component, second])
    }
    return found
  }

  private isComponent(id: ValueId): boolean {
    const value = this.script.values[id]
    return value?.kind === 'object' && value.entries.some(({ name }) => TELLING.has(name))
  }

  private hand(id: FunctionId, given: (part: Part) => ValueId[]): void {
    const { bindings, functions, values } = this.script
    if (functions[id]?.parameters === 0) {
      const whole = ALL.flatMap(given)
      for (const { definitions } of bindings) {
        const self = definitions.length === 1 ? values[definitions[0] as ValueId] : undefined
        if (self?.kind === 'this' && self.function === id) definitions.push(...whole)
      }
      return
    }
    for (const { parameter, definitions } of bindings) {
      if (parameter?.function !== id || parameter.path.length > 0 || definitions.length > 0) continue
      definitions.push(...(PARAMETERS[parameter.index] ?? []).flatMap(given))
    }
  }

  /** Objects with what a component gives its template. */
  private given(component: ValueId, part: Part): ValueId[] {
    const value = this.script.values[component]
    const entry = value?.kind === 'object' ? value.entries.find(({ name }) => name === part) : undefined
    const shapes = entry ? this.shapes(entry.value) : []
    if (part === 'methods') return shapes.filter((id) => this.script.values[id]?.kind === 'object')
    if (part === 'computed') return shapes.flatMap((id) => this.read(id))
    return shapes.flatMap((id) => {
      const made = this.script.values[id]
      const returns = made?.kind === 'function' ? (this.script.functions[made.function]?.returns ?? []) : []
      return returns.flatMap((each) => this.shapes(each)).filter((each) => this.script.values[each]?.kind === 'object')
    })
  }

  /** `{ name() { … }, other: { get() { … } } }` as the object that has what these give. */
  private read(id: ValueId): ValueId[] {
    const { values } = this.script
    const value = values[id]
    if (value?.kind !== 'object') return []
    const entries = value.entries.flatMap((entry): ObjectEntry[] => {
      const inner = values[entry.value]
      const getter = inner?.kind === 'object' ? inner.entries.find(({ name }) => name === 'get')?.value : entry.value
      return getter === undefined || values[getter]?.kind !== 'function' ? [] : [{ name: entry.name, key: null, value: getter, getter: true }]
    })
    return [values.push({ kind: 'object', entries, start: value.start, end: value.end }) - 1]
  }

  /** Objects and functions that a value may be. */
  private shapes(id: ValueId, depth = 0): ValueId[] {
    const { values, bindings } = this.script
    const value: Value | undefined = values[id]
    if (depth > DEPTH || value === undefined) return []
    const each = (ids: readonly ValueId[]): ValueId[] => ids.flatMap((item) => this.shapes(item, depth + 1))
    switch (value.kind) {
      case 'object': case 'function': return [id]
      case 'choice': return each(value.values)
      case 'binding': {
        const definitions = bindings[value.binding]?.definitions ?? []
        return definitions.length > DEFINITIONS ? [] : each(definitions)
      }
      case 'member': return each([value.object]).flatMap((object) => {
        const shape = values[object]
        const entry = shape?.kind === 'object' ? shape.entries.findLast(({ name }) => name !== null && name === value.name) : undefined
        return entry ? this.shapes(entry.value, depth + 1) : []
      })
      // `defineComponent({ … })`, `Object.assign({ … }, { … })`
      case 'call': return each(value.arguments).filter((found) => values[found]?.kind === 'object')
      default: return []
    }
  }
}
