/**
 * Library functions that give back one of their arguments, or the value a context was provided with. Rows: a library's
 * function is one line here.
 */
import type { FunctionId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { extend, type Meaning } from './meaning.js'

interface PassThroughRow {
  /** Package the function comes from; `*` for any, null for a global. */
  package: RegExp | null
  /** Last name of the access path. */
  name: RegExp
  gives: 'first-argument' | 'last-argument' | 'result-of-first-argument' | 'context-of-first-argument' | 'instance-of-first-argument'
}

const rows: readonly PassThroughRow[] = [
  { package: /^react$/, name: /^(useCallback|memo|forwardRef|useRef|useEvent|useEffectEvent|startTransition|cache)$/, gives: 'first-argument' },
  { package: /^react$/, name: /^useMemo$/, gives: 'result-of-first-argument' },
  { package: /^react$/, name: /^(useContext|use)$/, gives: 'context-of-first-argument' },
  { package: /^vue$/, name: /^(ref|shallowRef|reactive|readonly|markRaw|toRaw|unref)$/, gives: 'first-argument' },
  { package: /^vue$/, name: /^computed$/, gives: 'result-of-first-argument' },
  { package: /^@angular\/core$/, name: /^(inject|get)$/, gives: 'instance-of-first-argument' },
  { package: /^(lodash(-es)?([./].*)?|underscore|throttle-debounce|use-debounce)$/, name: /^(default|debounce|throttle|once|memoize|partial|bind|after|useDebouncedCallback)$/, gives: 'first-argument' },
  // What a selector gives is what its last function gives.
  { package: /^(@reduxjs\/toolkit|reselect|@ngrx\/store)$/, name: /^(createSelector|createDraftSafeSelector)$/, gives: 'last-argument' },
  { package: null, name: /^Object\.(freeze|seal|assign|create)$/, gives: 'first-argument' },
  { package: null, name: /^(defineNuxtPlugin|defineStore)$/, gives: 'first-argument' },
]

/** The meanings a call of an external function passes through, or null when no row knows it. */
export function passThrough(
  callee: Meaning & { kind: 'external' },
  args: readonly ValueId[],
  meanings: (argument: ValueId) => Meaning[],
  returns: (target: Meaning & { kind: 'function' }) => Meaning[],
  context: (argument: ValueId) => Meaning[],
): Meaning[] | null {
  const first = args[0]
  if (first === undefined) return null
  const last = callee.path.split('.').at(-1) as string
  for (const row of rows) {
    const fits = row.package === null
      ? callee.root === 'global' && row.name.test(callee.path)
      : callee.root === 'package' && row.package.test(callee.name) && row.name.test(last)
    if (!fits) continue
    if (row.gives === 'context-of-first-argument') return context(first)
    const found = meanings(row.gives === 'last-argument' ? (args.at(-1) as ValueId) : first)
    if (row.gives === 'first-argument' || row.gives === 'last-argument') return found
    if (row.gives === 'instance-of-first-argument') return found.flatMap(instanceOf)
    return found.flatMap((meaning) => (meaning.kind === 'function' ? returns(meaning) : []))
  }
  return null
}

function instanceOf(meaning: Meaning): Meaning[] {
  if (meaning.kind === 'class') return [{ ...meaning, kind: 'instance' }]
  return meaning.kind === 'external' && meaning.root === 'package' ? [extend(meaning, '#')] : []
}

/** Indexes of the parameters that a function gives back as they are: `function bare(it) { return isBox(it) ? it.inside : it }`. */
export function givenBack(script: ScriptFacts, id: FunctionId): number[] {
  const found = new Set<number>()
  const note = (value: ValueId, depth: number): void => {
    const shape = script.values[value]
    if (shape?.kind === 'choice' && depth < 3) for (const each of shape.values) note(each, depth + 1)
    const parameter = shape?.kind === 'binding' ? script.bindings[shape.binding]?.parameter : null
    if (parameter?.function === id && parameter.path.length === 0 && !parameter.rest) found.add(parameter.index)
  }
  for (const value of script.functions[id]?.returns ?? []) note(value, 0)
  return [...found]
}
