/** What is kept of files in one run: copies are read once, and there is an end to what bundles may take. */
import { describe, expect, it } from 'vitest'
import { createStore, viewStore } from '../../src/project/store.js'
import { memoryTree } from '../memory-tree.js'

const bundle = `fbq('track', 'Lead', { reason: form.reason });${'/* made by a build */ void 0;'.repeat(5_000)}`
const broken = `${bundle}\nfbq('track', ;`

describe('large scripts', () => {
  it('are read once when they are copies, each with its own place', () => {
    const view = viewStore(createStore(false), memoryTree({ 'a/app.js': broken, 'b/app.js': broken, 'b/app.ts': broken }))
    const [first, copy, other] = ['a/app.js', 'b/app.js', 'b/app.ts'].map((path) => view.facts(path))
    expect(copy?.scripts[0]?.values).toBe(first?.scripts[0]?.values)
    expect(copy?.scripts[0]).not.toBe(first?.scripts[0])
    expect(copy?.path).toBe('b/app.js')
    expect(copy?.problems.map(({ file }) => file)).toEqual(first?.problems.map(() => 'b/app.js'))
    expect(first?.problems).not.toEqual([])
    expect(other?.scripts[0]?.values).not.toBe(first?.scripts[0]?.values)
  })

  it('are left out with a word about it when those before them took all the room; small ones are read', () => {
    const small = `fbq('track', 'Lead')`
    const view = viewStore(createStore(false), memoryTree({ 'a.js': bundle, 'b.js': bundle, 'c.js': small }), 1_000)
    expect(view.facts('a.js')?.problems).toEqual([])
    const left = view.facts('b.js')
    expect(left?.scripts.flatMap(({ values }) => values)).toEqual([])
    expect(left?.problems).toEqual([{ file: 'b.js', line: 1, message: expect.stringContaining('was not checked') }])
    expect(view.facts('b.js')).toBe(left)
    expect(view.facts('c.js')?.scripts[0]?.values).not.toEqual([])
    expect(view.facts('a.js')?.scripts[0]?.values).not.toEqual([])
  })
})
