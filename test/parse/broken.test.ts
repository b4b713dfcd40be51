import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOLE } from '../../src/parse/hole.js'
import { parseFile } from '../../src/parse/parse.js'

const FOLDER = new URL('../../fixtures/broken/', import.meta.url)

const text = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8')

function found(name: string) {
  const file = parseFile(name, text(name))
  const holes = new RegExp(`${HOLE}+`, 'g')
  return {
    scripts: file.fragments.map(({ code }) => code.text.replace(holes, '…').trim()),
    strings: file.strings.map(({ content }) => content.text.replace(holes, '…')),
    problems: file.problems.map(({ line, message }) => `${line}: ${message}`),
  }
}

describe('broken files still give what can be read', () => {
  const rows: Record<string, { scripts?: string[]; strings?: string[]; problems?: unknown[] }> = {
    'unclosed-script.html': { scripts: ['load("a")', 'book()'], problems: ['3: <script> is not closed', '5: <script> is not closed'] },
    'unclosed-comment.html': {},
    'unclosed-quote.html': { scripts: ['book()'] },
    'conflict.html': { scripts: ['ours()', 'theirs()'] },
    'unclosed.php': { scripts: ['track("…")'], strings: ['<b>'] },
    'unclosed-bracket.pug': { scripts: ['track()'], problems: [expect.stringMatching(/^\d+: Pug: /)] },
    'unclosed-brace.haml': { scripts: ['track()'] },
    'unclosed.rb': { strings: ['<i>', '<b>#{first\n'] },
    'unclosed-expression.vue': { scripts: ['go()', 'export default {}'] },
    'unbalanced.svelte': { scripts: ['a', '() => go(', 'let b'] },
    'one-fence.astro': { scripts: ['go()'] },
    'unclosed-fence.md': {},
  }

  it.each(Object.entries(rows))('%s', (name, { scripts = [], strings = [], problems = [] }) => {
    expect(found(name)).toEqual({ scripts, strings, problems })
  })

  it('for every file there is', () => {
    expect(Object.keys(rows).sort()).toEqual(readdirSync(FOLDER).sort())
  })
})

describe('a file that ends anywhere', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const whole = text(name)
    for (let end = 0; end <= whole.length; end++) {
      const file = parseFile(name, whole.slice(0, end))
      for (const element of file.markup.elements) expect(element.end).toBeLessThanOrEqual(end)
    }
  })
})
