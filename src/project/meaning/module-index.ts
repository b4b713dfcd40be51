/** Look-ups among what one script declares, exports and brings in; made once, when first asked. */
import type { BindingId, ExportFacts, ScriptFacts, Store, Unit, Value, ValueId } from '../../facts/script/graph.js'
import { lineIndexAt, spansAround } from '../../lines.js'
import type { Span } from '../../types.js'
import { add } from './script-maps.js'

export interface ModuleIndex {
  /** The first unit of a name. */
  unit(name: string): Unit | undefined
  /** The first unit around an offset. */
  unitAt(offset: number): Unit | undefined
  /** Units that mention one of these bindings, in their order. */
  unitsUsing(bindings: readonly BindingId[]): readonly Unit[]
  /** Writes to `exports`, `module.exports` and `module`. */
  readonly exporting: readonly Store[]
  /** Exports of a name, re-exports included; `*` are those that pass on a whole module. */
  exportsNamed(name: string): readonly ExportFacts[]
  /** Writes to `module.exports`, and to the exported name: `exports.name = …`, `module.exports.name = …`. */
  exportedAs(name: string): readonly { store: Store; isWhole: boolean }[]
  /** Calls of `require` and `import()`, with the module each names. */
  required(): readonly Required[]
  /** Bindings that are mentioned in a part of the script. */
  mentionedIn(part: Span): readonly BindingId[]
}

interface Required {
  value: ValueId
  source: string
  isImport: boolean
}

const indexes = new WeakMap<ScriptFacts, ModuleIndex>()

export function moduleIndex(script: ScriptFacts): ModuleIndex {
  let index = indexes.get(script)
  if (!index) indexes.set(script, index = buildIndex(script))
  return index
}

function buildIndex(script: ScriptFacts): ModuleIndex {
  const { units } = script
  const names = new Map<string, Unit>()
  const users = new Map<BindingId, number[]>()
  units.forEach((unit, at) => {
    if (!names.has(unit.name)) names.set(unit.name, unit)
    for (const id of new Set(unit.uses)) add(users, id, at)
  })
  const around = spansAround(units)
  const exporting = script.stores.filter((store) => isExports(script, store))
  const written = new Map<string, Written[]>()
  const whole: Written[] = []
  exporting.forEach((store, order) => {
    const object = script.values[store.object]
    if (object?.kind === 'global' && object.name === 'module') {
      if (store.name === 'exports') whole.push({ store, order, isWhole: true })
    } else if (store.name !== null && isModuleOwn(script, object)) add(written, store.name, { store, order, isWhole: false })
  })
  const exported = new Map<string, ExportFacts[]>()
  for (const item of script.exports) add(exported, item.name, item)
  let mentions: Mentions | null = null
  let required: Required[] | null = null
  return {
    unit: (name) => names.get(name),
    unitAt(offset) {
      const first = around(offset)[0]
      return first === undefined ? undefined : units[first]
    },
    unitsUsing(bindings) {
      const found = new Set(bindings.flatMap((id) => users.get(id) ?? []))
      return [...found].sort((a, b) => a - b).map((at) => units[at] as Unit)
    },
    exporting,
    exportsNamed: (name) => exported.get(name) ?? [],
    exportedAs(name) {
      const own = written.get(name) ?? []
      return whole.length === 0 ? own : [...whole, ...own].sort((a, b) => a.order - b.order)
    },
    required: () => (required ??= requiredIn(script)),
    mentionedIn: (part) => (mentions ??= sortedMentions(script))(part),
  }
}

function isExports({ values }: ScriptFacts, store: Store): boolean {
  const object = values[store.object]
  return (object?.kind === 'global' && (object.name === 'exports' || object.name === 'module'))
    || (object?.kind === 'member' && object.name === 'exports')
}

interface Written {
  store: Store
  order: number
  isWhole: boolean
}

/** `exports`, `module.exports`; not `library.exports.exports`. */
function isModuleOwn({ values }: ScriptFacts, object: Value | undefined): boolean {
  return object?.kind === 'global' || (object?.kind === 'member' && values[object.object]?.kind === 'global')
}

function requiredIn({ values }: ScriptFacts): Required[] {
  return values.flatMap((shape, value) => {
    const callee = shape.kind === 'call' ? values[shape.callee] : undefined
    const isRequire = callee?.kind === 'global' && callee.name === 'require'
    const at = shape.kind === 'import' ? shape.source : isRequire && shape.kind === 'call' ? shape.arguments[0] : undefined
    const text = at === undefined ? undefined : values[at]
    return text?.kind === 'constant' && typeof text.value === 'string' ? [{ value, source: text.value, isImport: shape.kind === 'import' }] : []
  })
}

type Mentions = (part: Span) => readonly BindingId[]

function sortedMentions({ values }: ScriptFacts): Mentions {
  const sorted = values.flatMap((value) => (value.kind === 'binding' ? [value] : [])).sort((a, b) => a.start - b.start)
  const starts = sorted.map(({ start }) => start)
  return ({ start, end }) => {
    const found: BindingId[] = []
    // The first of those that begin at one place: the look-up answers with the last.
    let at = starts.length === 0 ? 0 : lineIndexAt(starts, start)
    while (at > 0 && (starts[at - 1] as number) >= start) at--
    for (; at < starts.length && (starts[at] as number) <= end; at++) {
      const value = sorted[at] as (typeof sorted)[number]
      if (value.start >= start && value.end <= end) found.push(value.binding)
    }
    return found
  }
}
