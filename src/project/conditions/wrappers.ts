/**
 * Components that show what they are put around only on some pages:
 * `if (pathname.startsWith('/portal')) return null; return <>{children}</>`.
 */
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { Span } from '../../types.js'
import type { Resolver } from '../meaning/resolver.js'

/** A component of the tree, as a function of a script. */
export interface Component {
  file: string
  script: number
  function: FunctionId
}

interface Wrapper extends Span {
  /** The element's name, a value of the same script. */
  name: ValueId
}

const wrappers = new WeakMap<ScriptFacts, readonly Wrapper[]>()

/** What the elements of components span between their tags. */
function wrappersIn(script: ScriptFacts): readonly Wrapper[] {
  let found = wrappers.get(script)
  if (!found) {
    found = script.values.flatMap((value): Wrapper[] => {
      if (value.kind !== 'element' || typeof value.name === 'string' || value.children.length === 0) return []
      const inner = value.children.flatMap((child) => script.values[child] ?? [])
      const start = Math.min(...inner.map((child) => child.start))
      return inner.length === 0 ? [] : [{ name: value.name, start, end: Math.max(...inner.map((child) => child.end)) }]
    })
    wrappers.set(script, found)
  }
  return found
}

/** The components of the tree between whose tags an offset stands. */
export function componentsAround(resolver: Resolver, file: string, index: number, script: ScriptFacts, offset: number): Component[] {
  return wrappersIn(script).filter(({ start, end }) => start <= offset && offset < end)
    .flatMap(({ name }) => resolver.meanings({ file, script: index, value: name }))
    .flatMap((meaning) => (meaning.kind === 'function' ? [{ file: meaning.file, script: meaning.script, function: meaning.function }] : []))
}

const places = new WeakMap<ScriptFacts, Map<FunctionId, readonly number[]>>()

/** Where a component puts what stands between its tags, as offsets; none when that cannot be told. */
export function placesOfChildren(script: ScriptFacts, id: FunctionId): readonly number[] {
  const known = places.get(script) ?? new Map<FunctionId, readonly number[]>()
  places.set(script, known)
  let found = known.get(id)
  if (!found) {
    const isOf = (value: Value | undefined, path: string): boolean => {
      const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
      return parameter?.function === id && parameter.index === 0 && !parameter.rest && parameter.path.join('.') === path
    }
    found = script.values.flatMap((value) => {
      const isChildren = isOf(value, 'children')
        || (value.kind === 'member' && value.name === 'children' && isOf(script.values[value.object], ''))
      return isChildren ? [value.start] : []
    })
    known.set(id, found)
  }
  return found
}
