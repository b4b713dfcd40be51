import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { services } from '../../src/trackers/services.js'

describe('services of others', () => {
  it.each(services.flatMap(({ id, addresses, marks }) => addresses.map((address) => [id, address, marks] as const)))(
    '%s: whatever %s fits holds a mark', (_, address, marks) => {
      // A generator of texts knows no word boundaries.
      const texts = fc.stringMatching(new RegExp(`^${address.source.replaceAll('\\b', '')}$`))
      fc.assert(fc.property(texts, (text) => marks.some((mark) => text.includes(mark))), { numRuns: 50 })
    })

  it('have marks in small letters', () => {
    expect(services.flatMap(({ marks }) => marks).filter((mark) => mark !== mark.toLowerCase())).toEqual([])
  })
})
