import { describe, expect, it } from 'vitest'
import { listsOf } from '../src/lists.js'

describe('flat lists', () => {
  it('give the items of a key in the order they were noted, and nothing for others', () => {
    const pairs = [[2, 7], [0, 1], [2, 3], [2, 7]] as const
    const listOf = listsOf(3, (note) => pairs.forEach(([key, item]) => note(key, item)))
    expect([-1, 0, 1, 2, 3].map((key) => listOf(key))).toEqual([[], [1], [], [7, 3, 7], []])
  })
})
