import { expect, test } from 'vitest'
import type { Language } from '../../../src/parse/languages.js'
import { mask } from '../../../src/parse/mask/index.js'

/** Text that is read again and again without limits: the first took more than a minute. The bound is generous. */
const REPEATED: [language: Language, piece: string][] = [
  ['astro', '@if (a) {<b>'],
  ['astro', '{{a}}<a b="{{'],
  ['mdx', '{{a}}<a b="{{'],
  ['blade', '@if(a) '],
]

test.each(REPEATED)('%s: many of %j are read in time', (language, piece) => {
  const source = piece.repeat(400)
  const begin = performance.now()
  expect(mask(source, language).text.length).toBe(source.length)
  expect(performance.now() - begin).toBeLessThan(5000)
})
