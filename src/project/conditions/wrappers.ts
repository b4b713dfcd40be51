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

const places = new WeakMap<ScriptFacts, ReadonlyMap<FunctionId, readonly number[]>>()

/** Where a component puts what stands between its tags, as offsets; none when that cannot be told. */
export function placesOfChildren(script: ScriptFacts, id: FunctionId): readonly number[] {
  let known = places.get(script)
  if (!known) places.set(script, known = childrenIn(script))
  return known.get(id) ?? []
}

/** Mentions of the children that a function is given as a component, by function. */
function childrenIn(script: ScriptFacts): Map<FunctionId, number[]> {
  const found = new Map<FunctionId, number[]>()
  const ownerOf = (value: Value | undefined, path: string): FunctionId | undefined => {
    const parameter = value?.kind === 'binding' ? script.bindings[value.binding]?.parameter : null
    return parameter?.index === 0 && !parameter.rest && parameter.path.join('.') === path ? parameter.function : undefined
  }
  for (const value of script.values) {
    const owner = value.kind === 'member' && value.name === 'children' ? ownerOf(script.values[value.object], '') : ownerOf(value, 'children')
    if (owner === undefined) continue
    const offsets = found.get(owner)
    if (offsets) offsets.push(value.start)
    else found.set(owner, [value.start])
  }
  return found
}
