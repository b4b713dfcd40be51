import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrame } from '../../../src/report/terminal/code-frame.js'
import { linesOf } from '../../../src/report/positions.js'
import { cellWidth } from '../../../src/report/terminal/printable.js'
import { styleOf } from '../../../src/report/terminal/style.js'

const pieces = ['a', '\t', ' ', '\n', '\r\n', '\u2028', '日', '😀', 'e\u0301', '\u001b[2J', '\u202e', 'x'.repeat(90), 'track()']
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))

describe('a code frame of any text', () => {
  it('fits its width, is printable and marks something', () => {
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), fc.integer({ min: 30, max: 90 }), (source, start, length, width) => {
        const frame = codeFrame(linesOf(source), { start, end: start + length }, width, styleOf(false))
        expect(Math.max(...frame.map(cellWidth))).toBeLessThanOrEqual(width)
        expect(frame.join('')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u)
        expect(frame.join('\n')).toContain('^')
      }),
      { seed: 7, numRuns: 2000 },
    )
  })
})
