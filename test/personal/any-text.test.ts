/** Any text is survived, and none costs more than its length. */
import { describe, expect, it } from 'vitest'
import { classifyExpression, classifyField, classifyPath, dataCategories } from '../../src/personal/index.js'
import type { Classified, FieldDescription } from '../../src/personal/index.js'

/** The same numbers on every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const pieces = [
  'patient', 'email', 'Name', 'reason', 'of', 'de', 'appointment', 'doctor', 'error', '_', '-', '.', '->', '?.', '[', ']', '(', ')', '{{', '}}', '#{', '${',
  '"', "'", '`', '\\', '|', ':', '$', '@', '%', '/', ' ', '\n', '\0', 'é', 'ß', '病', '\ud83d', '\udc00', '1', '<', '>', '&', ',', 'é', '__proto__', 'constructor',
]

const random = numbers(20260101)
const pick = (): string => pieces[Math.floor(random() * pieces.length)] as string
const text = (length: number): string => Array.from({ length }, pick).join('')

function fieldOf(one: () => string): FieldDescription {
  const maybe = (): string | null => random() < 0.3 ? null : one()
  return {
    tag: one(), type: maybe(), name: maybe(), id: maybe(), autocomplete: maybe(), label: maybe(),
    placeholder: maybe(), ariaLabel: maybe(), options: [one(), one()], otherNames: [one(), one()],
  }
}

function expectPlain(found: readonly Classified[]): void {
  for (const { category, because } of found) {
    expect(dataCategories).toContain(category)
    expect(because.length).toBeLessThan(1000)
  }
  expect(new Set(found.map(({ category }) => category)).size).toBe(found.length)
}

describe('any text', () => {
  it('is survived, with one answer a category', () => {
    for (let round = 0; round < 800; round++) {
      expectPlain(classifyPath(Array.from({ length: 1 + round % 5 }, () => text(1 + round % 9))))
      expectPlain(classifyExpression(text(round % 40)))
      expectPlain(classifyField(fieldOf(() => text(round % 8))))
    }
  })

  it('gives the same answer twice', () => {
    for (let round = 0; round < 100; round++) {
      const code = text(20)
      expect(classifyExpression(code)).toEqual(classifyExpression(code))
    }
  })

  it.each(['a', 'patient.', '"', "'", '(', '[', '{{', '#{"', '\\', '$x->', 'name ', '@', '.', '|', '💊', 'email,', '<?', '%s', '1', '-', '(555) '])(
    'of a million characters of %j is read no further than a name is long', (piece) => {
      const long = piece.repeat(Math.ceil(1_000_000 / piece.length))
      expectPlain(classifyPath([long, long]))
      expectPlain(classifyExpression(long))
      expectPlain(classifyField(fieldOf(() => long)))
      expect(classifyExpression(long)).toEqual(classifyExpression(long.slice(0, 5000)))
    })

  it('of a hundred thousand names is read from its end', () => {
    const names = Array.from({ length: 100_000 }, () => 'data')
    expect(classifyPath([...names, 'patient', 'email'])[0]?.category).toBe('email')
  })
})
