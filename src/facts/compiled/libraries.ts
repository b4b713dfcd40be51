/**
 * What of a bundle is a library again: a minifier keeps the names of properties, so `(0, r.useState)` is React's wherever
 * it was put. What is recognised becomes an import, as it was in the source.
 */
import type { Span } from '../../types.js'
import { markedFunctions } from './marks.js'
import type { BindingId, FunctionId, ScriptFacts, Value } from '../script/graph.js'

interface Library {
  package: string
  /** Names that no other library has for something else. */
  members: readonly string[]
}

const libraries: readonly Library[] = [
  // https://react.dev/reference/react
  {
    package: 'react',
    members: [
      'useState', 'useEffect', 'useLayoutEffect', 'useInsertionEffect', 'useContext', 'useReducer', 'useRef', 'useMemo', 'useCallback',
      'useImperativeHandle', 'useTransition', 'useDeferredValue', 'useDebugValue', 'useId', 'useSyncExternalStore', 'useActionState',
      'useOptimistic', 'createContext', 'forwardRef', 'createRef', 'cloneElement', 'memo', 'startTransition',
    ],
  },
]

const packageOf = new Map(libraries.flatMap((library) => library.members.map((name) => [name, library.package] as const)))

/** Members of a library that stands in the same file or in another chunk are imports of it. */
export function restoreImports(script: ScriptFacts): void {
  const known = new Map<string, BindingId>()
  script.values.forEach((value, id) => {
    if (value.kind !== 'member' || value.name === null) return
    const source = packageOf.get(value.name)
    if (source === undefined || !isBundled(script, script.values[value.object])) return
    let binding = known.get(value.name)
    if (binding === undefined) {
      binding = addImport(script, source, value.name, { start: value.start, end: value.end })
      known.set(value.name, binding)
    }
    script.values[id] = { kind: 'binding', binding, start: value.start, end: value.end }
  })
}

/** Functions of libraries by what they do. */
export function restoreFunctions(script: ScriptFacts): void {
  importFunctions(script, markedFunctions(script))
}

/** What holds one of these functions is an import, and their own code is nobody's any more. */
export function importFunctions(script: ScriptFacts, marked: ReadonlyMap<FunctionId, { source: string; name: string }>): void {
  if (marked.size === 0) return
  const made = new Map<string, BindingId>()
  for (const binding of [...script.bindings]) {
    const [only, ...others] = binding.definitions
    const value = only === undefined || others.length > 0 ? undefined : script.values[only]
    const known = value?.kind === 'function' ? marked.get(value.function) : undefined
    if (!known || binding.parameter) continue
    binding.imported = { ...known, typeOnly: false }
    binding.kind = 'import'
    binding.definitions = []
  }
  // Where it is called as it is written, as minifiers do with what is called once.
  script.values.forEach((value, id) => {
    const known = value.kind === 'function' ? marked.get(value.function) : undefined
    if (!known) return
    const key = `${known.source} ${known.name}`
    const { start, end } = value
    let binding = made.get(key)
    if (binding === undefined) made.set(key, binding = addImport(script, known.source, known.name, { start, end }))
    script.values[id] = { kind: 'binding', binding, start, end }
  })
}

/** A binding that imports a name. */
export function addImport(script: ScriptFacts, source: string, name: string, span: Span): BindingId {
  return script.bindings.push({
    name, kind: 'import', scope: 0, span, definitions: [], imported: { source, name, typeOnly: false }, parameter: null, type: null,
  }) - 1
}

/** Code in which the library is a variable or a result, and neither an import nor a global of its own name. */
function isBundled(script: ScriptFacts, object: Value | undefined): boolean {
  if (object?.kind === 'member') return object.name === 'default' || object.name === 'exports'
  // A choice is what a module of the same file exports.
  if (object?.kind !== 'binding') return object?.kind === 'call' || object?.kind === 'choice'
  const { imported } = script.bindings[object.binding] as ScriptFacts['bindings'][number]
  return imported === null || imported.source.startsWith('.') || imported.source.startsWith('/')
}
