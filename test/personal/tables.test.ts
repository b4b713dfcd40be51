/** What the tables must keep, so that a new row cannot silently undo another. */
import { describe, expect, it } from 'vitest'
import { phrases } from '../../src/personal/table.js'
import { account } from '../../src/personal/tables/account.js'
import { contact } from '../../src/personal/tables/contact.js'
import { health } from '../../src/personal/tables/health.js'
import { identity } from '../../src/personal/tables/identity.js'
import { sayings, sayingsOfOneName } from '../../src/personal/tables/surroundings.js'
import { texts } from '../../src/personal/tables/texts.js'
import { values } from '../../src/personal/tables/values.js'
import { visit } from '../../src/personal/tables/visit.js'
import { dataCategories } from '../../src/personal/index.js'
import { phraseWords } from '../../src/personal/words.js'

const rows = [...identity, ...contact, ...account, ...visit, ...health, ...texts, ...values]

const stated = rows.flatMap(({ category, sure, guess, joined }) =>
  [...phrases(sure ?? ''), ...phrases(guess ?? ''), ...phrases(joined ?? '')].map((phrase) => ({ category, phrase })))

const key = (phrase: string): string => phraseWords(phrase).join(' ')

describe('the tables', () => {
  it('hold every category but the one that stands for nothing known', () => {
    const held = new Set(rows.map(({ category }) => category))
    expect(dataCategories.filter((category) => !held.has(category))).toEqual(['other-form-field'])
  })

  it('no phrase loses a telling word with its articles: "your age" would be "age" alone', () => {
    const lost = stated.filter(({ phrase }) => phrase.includes(' ') && phraseWords(phrase).length < 2)
    expect(lost).toEqual([])
  })

  it('no phrase is of two categories', () => {
    const categories = new Map<string, Set<string>>()
    for (const { category, phrase } of stated) {
      categories.set(key(phrase), (categories.get(key(phrase)) ?? new Set()).add(category))
    }
    expect([...categories].filter(([, those]) => those.size > 1).map(([phrase]) => phrase)).toEqual([])
  })

  it('no saying is a phrase as well', () => {
    const known = new Set(stated.map(({ phrase }) => key(phrase)))
    expect([...sayings, ...sayingsOfOneName].filter((saying) => known.has(key(saying)))).toEqual([])
  })

  it('no saying is a single word that names something', () => {
    const known = new Set(stated.map(({ phrase }) => key(phrase)))
    expect(sayings.filter((saying) => saying.includes(' ') && known.has(saying.replace(/ /g, '')))).toEqual([])
  })
})
