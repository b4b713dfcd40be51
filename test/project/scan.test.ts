import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Automaton, createScanner } from '../../src/project/scan.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the first look at a file', () => {
  it('finds a word at the beginning, in the middle and at the end', () => {
    const scanner = createScanner(['needle', 'tack'])
    for (const text of ['needle in', 'a needle in', 'a needle', 'hay tack hay', 'tack']) {
      expect(scanner.inBytes(bytes(text)), text).toBe(true)
      expect(scanner.inText(text), text).toBe(true)
    }
    for (const text of ['', 'n', 'needl', 'NEEDLE', 'ta ck', 'héédle']) {
      expect(scanner.inBytes(bytes(text)), text).toBe(false)
      expect(scanner.inText(text), text).toBe(false)
    }
  })

  it('answers as a plain search does, for any words and text', () => {
    const alphabet = fc.constantFrom('a', 'b', 'c', '(', '.')
    const word = fc.array(alphabet, { minLength: 2, maxLength: 6 }).map((letters) => letters.join(''))
    const text = fc.array(fc.oneof(alphabet, fc.constantFrom('é', '😀', '\n')), { maxLength: 60 }).map((letters) => letters.join(''))
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), text, (words, sample) => {
      const expected = words.some((item) => sample.includes(item))
      expect(createScanner(words).inBytes(bytes(sample))).toBe(expected)
      expect(createScanner(words).inText(sample)).toBe(expected)
    }))
  })

  it('tells which of several groups of words occur, in one look', () => {
    const letters = fc.constantFrom('a', 'b', 'c')
    const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((each) => each.join(''))
    const group = fc.array(word, { minLength: 1, maxLength: 4 })
    const text = fc.array(fc.oneof(letters, fc.constantFrom('é', '.')), { maxLength: 30 }).map((each) => each.join(''))
    fc.assert(fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), text, text, (groups, one, other) => {
      const automaton = new Automaton(groups)
      for (const sample of [one, other, one]) {
        const expected = groups.flatMap((words, at) => (words.some((each) => sample.includes(each)) ? [at] : []))
        expect([...automaton.inBytes(bytes(sample))].sort()).toEqual(expected)
        expect([...automaton.inText(sample)].sort()).toEqual(expected)
      }
    }))
  })

  it('stops where the group it was asked for is found', () => {
    const automaton = new Automaton([['tack'], ['needle']])
    expect([...automaton.inText('a tack, a needle', 0)]).toEqual([0])
  })
})
