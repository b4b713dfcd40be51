import { describe, expect, it } from 'vitest'
import { lineText, linesOf, positionAt } from '../../src/report/positions.js'

describe('positions', () => {
  const text = 'a\r\nb\nc\rd\u2028e\u2029𝒳f'
  const lines = linesOf(text)

  it.each([['a', 1, 1], ['b', 2, 1], ['c', 3, 1], ['d', 4, 1], ['e', 5, 1], ['f', 6, 3]])('%s is at %i:%i', (letter, line, column) => {
    expect(positionAt(lines, text.indexOf(letter))).toEqual({ line, column })
  })

  it('outside of the text are drawn to its ends', () => {
    expect(positionAt(lines, -5)).toEqual({ line: 1, column: 1 })
    expect(positionAt(lines, 999)).toEqual({ line: 6, column: 4 })
  })

  it('have lines without their breaks', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((line) => lineText(lines, line))).toEqual(['a', 'b', 'c', 'd', 'e', '𝒳f', ''])
  })

  it('of an empty text are its beginning', () => {
    expect(positionAt(linesOf(''), 0)).toEqual({ line: 1, column: 1 })
  })
})
