/** docs/route-words.md lists the words as they are: `npx vitest run test/routes/documentation.test.ts -u` writes it anew. */
import { expect, it } from 'vitest'
import { routeClasses } from '../../src/routes/classes.js'
import { embeds } from '../../src/routes/embeds.js'
import { falseFriends, staffAreas } from '../../src/routes/surroundings.js'
import { portalProducts, vocabulary } from '../../src/routes/vocabulary.js'

const list = (words: readonly string[]): string => (words.length === 0 ? '–' : words.join(', '))

function page(): string {
  const classes = routeClasses.flatMap((name) => {
    const rows = vocabulary.filter((row) => row.class === name)
    if (rows.length === 0) return []
    const all = (key: 'phrases' | 'strong' | 'weak' | 'personal'): string => list(rows.flatMap((row) => row[key]))
    return [
      `## \`${name}\``, '', '| counts | words |', '|---|---|', `| anywhere in a segment | ${all('phrases')} |`, `| ${name === 'portal' ? 'as a whole segment' : 'as what a segment is about'} | ${all('strong')} |`,
      `| as a whole segment, on a site about health | ${all('weak')} |`, `| as a whole segment, on a site about patients where one signs in | ${all('personal')} |`, '',
    ]
  })
  const widgets = (name: string): string => list(embeds.filter((embed) => embed.class === name).map((embed) => embed.name + (embed.general ? ' (on sites about health)' : '')))
  return [
    '# Words of routes', '',
    'The words that [make a class](route-classes.md), as they stand in `src/routes`. Names are read in lower case, without',
    'accents, in the singular, split at case, digits and punctuation: `LabResults`, `lab_results` and `lab-results.aspx` are',
    '“lab result”.', '', ...classes,
    '## Products and widgets', '',
    `A segment that begins with one of these is the portal: ${list(portalProducts)}.`, '',
    'A page that embeds one of these is what it shows.', '', '| class | widgets |', '|---|---|',
    ...['portal', 'scheduling', 'intake', 'billing'].map((name) => `| \`${name}\` | ${widgets(name)} |`), '',
    '## What only looks like one', '', `Segments that hold one of these say nothing: ${list(falseFriends)}.`, '',
    '## Areas of staff', '',
    'Below one of these pages are not a patient’s. Where they show records of patients the class is `portal`, as',
    `\`possible\`: ${list(staffAreas)}.`, '',
  ].join('\n')
}

it('tells every word', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/route-words.md')
})
