import { describe, expect, it } from 'vitest'
import { readSuppressions } from '../../src/facts/suppressions.js'
import { suppress } from '../../src/findings/suppress.js'
import { lineStartsOf } from '../../src/lines.js'
import type { Suppressed } from '../../src/types.js'

const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<!--[\s\S]*?-->|\{\{--[\s\S]*?--\}\}|\{#[\s\S]*?#\}|@\*[\s\S]*?\*@|<%--[\s\S]*?--%>|(?<=\n|^)#[^\n]*/g

/** Every `track(…)` of the text is a finding of the rule named in it. */
function check(text: string, today = '2026-06-01') {
  const lineStarts = lineStartsOf(text)
  const comments = [...text.matchAll(comment)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
  const findings = [...text.matchAll(/track\(([\w-]*)\)/g)].map((match) => ({
    ruleId: match[1] ?? '',
    file: 'a.html',
    span: { start: match.index, end: match.index + match[0].length },
    suppressed: null as Suppressed | null,
  }))
  const suppressions = readSuppressions(comments, lineStarts)
  const { findings: result, uses } = suppress(findings, new Map([['a.html', { suppressions, lineStarts }]]), today)
  return { hidden: result.map(({ suppressed }) => suppressed?.reason ?? null), uses, suppressions, result }
}

describe('a suppression on the line before', () => {
  it('hides the finding below it and no other', () => {
    const { hidden } = check('// pixelward-disable-next-line rule-a -- reviewed\ntrack(rule-a)\ntrack(rule-a)')
    expect(hidden).toEqual(['reviewed', null])
  })

  it('hides only the rules it names', () => {
    const { hidden } = check('// pixelward-disable-next-line rule-a, rule-b -- reviewed\ntrack(rule-a) track(rule-b) track(rule-c)')
    expect(hidden).toEqual(['reviewed', 'reviewed', null])
  })

  it('hides all rules when it names none, but not the one that watches over suppressions', () => {
    const { hidden } = check('// pixelward-disable-next-line -- reviewed\ntrack(rule-a) track(require-suppression-reason)')
    expect(hidden).toEqual(['reviewed', null])
  })

  it('counts from the end of a comment of several lines', () => {
    expect(check('/* pixelward-disable-next-line rule-a --\n  reviewed */\ntrack(rule-a)').hidden).toEqual(['reviewed'])
  })

  it('does not reach over an empty line', () => {
    expect(check('// pixelward-disable-next-line rule-a -- reviewed\n\ntrack(rule-a)').hidden).toEqual([null])
  })

  it.each([
    ['HTML', '<!-- pixelward-disable-next-line rule-a -- reviewed by legal -->'],
    ['block', '/* pixelward-disable-next-line rule-a -- reviewed by legal */'],
    ['JSX', '{/* pixelward-disable-next-line rule-a -- reviewed by legal */}'],
    ['Blade', '{{-- pixelward-disable-next-line rule-a -- reviewed by legal --}}'],
    ['Twig and Jinja', '{# pixelward-disable-next-line rule-a -- reviewed by legal #}'],
    ['Razor', '@* pixelward-disable-next-line rule-a -- reviewed by legal *@'],
    ['JSP', '<%-- pixelward-disable-next-line rule-a -- reviewed by legal --%>'],
    ['Python and Ruby', '# pixelward-disable-next-line rule-a -- reviewed by legal'],
  ])('is read in %s comments', (_, text) => {
    expect(check(`${text}\ntrack(rule-a)`).hidden).toEqual(['reviewed by legal'])
  })

  it('is read when the comment comes without its delimiters', () => {
    const [found] = readSuppressions([{ start: 0, end: 60, text: ' pixelward-disable-next-line rule-a -- why ' }], [0])
    expect(found).toMatchObject({ rules: ['rule-a'], scope: 'next-line', reason: 'why' })
  })
})

describe('a suppression on the line itself', () => {
  it('hides what stands on its line', () => {
    expect(check('track(rule-a) // pixelward-disable-line rule-a -- why\ntrack(rule-a)').hidden).toEqual(['why', null])
  })

  it('is none when its comment goes over several lines', () => {
    expect(check('track(rule-a) /* pixelward-disable-line rule-a\n -- why */').suppressions).toEqual([])
  })
})

describe('a block', () => {
  it('reaches from disable to enable', () => {
    const text = 'track(rule-a)\n/* pixelward-disable rule-a -- why */\ntrack(rule-a)\n/* pixelward-enable rule-a */\ntrack(rule-a)'
    expect(check(text).hidden).toEqual([null, 'why', null])
  })

  it('reaches to the end of the file without enable', () => {
    expect(check('/* pixelward-disable rule-a -- why */\n\n\ntrack(rule-a)').hidden).toEqual(['why'])
  })

  it('is not ended by enabling another rule', () => {
    const text = '/* pixelward-disable rule-a -- why */\n/* pixelward-enable rule-b */\ntrack(rule-a)'
    expect(check(text).hidden).toEqual(['why'])
  })
})

describe('directives of ESLint', () => {
  it('count where they name a rule of ours', () => {
    const text = '// eslint-disable-next-line no-alert, pixelward/rule-a -- why\ntrack(rule-a) track(no-alert)'
    expect(check(text).hidden).toEqual(['why', null])
  })

  it('are none of ours when they name other rules or none', () => {
    expect(check('// eslint-disable-next-line no-alert -- why\ntrack(rule-a)').suppressions).toEqual([])
    expect(check('/* eslint-disable -- pixelward is noisy here */\ntrack(rule-a)').suppressions).toEqual([])
  })
})

describe('a reason', () => {
  it('is mandatory: without one nothing is hidden', () => {
    const { hidden, uses } = check('// pixelward-disable-next-line rule-a\ntrack(rule-a)')
    expect(hidden).toEqual([null])
    expect(uses.map(({ state }) => state)).toEqual(['without-reason'])
  })

  it('is missing, too, when only a date is given', () => {
    expect(check('// pixelward-disable-next-line rule-a -- until 2027-01-31\ntrack(rule-a)').hidden).toEqual([null])
  })
})

describe('the last day', () => {
  const text = '// pixelward-disable-next-line rule-a -- agreement signed, until 2027-01-31\ntrack(rule-a)'

  it('is taken out of the reason and told with the finding', () => {
    expect(check(text).result[0]?.suppressed).toEqual({ reason: 'agreement signed', until: '2027-01-31', by: 'comment' as const })
  })

  it('still counts', () => {
    expect(check(text, '2027-01-31').hidden).toEqual(['agreement signed'])
  })

  it('is followed by days on which the finding is back', () => {
    const { hidden, uses } = check(text, '2027-02-01')
    expect(hidden).toEqual([null])
    expect(uses.map(({ state }) => state)).toEqual(['expired'])
  })
})

describe('what became of a suppression', () => {
  it('is used or unused; enable is no suppression', () => {
    const { uses } = check('// pixelward-disable-next-line rule-a -- why\ntrack(rule-a)\n// pixelward-disable-line rule-b -- why\n// pixelward-enable')
    expect(uses.map(({ state }) => state)).toEqual(['used', 'unused'])
  })
})

describe('other comments', () => {
  it.each(['// see pixelward-disable-next-line in the docs', '// pixelward-disabled', '// pixelward-disable-next-lines rule-a -- x'])(
    'are no suppressions: %s',
    (text) => {
      expect(check(`${text}\ntrack(rule-a)`).suppressions).toEqual([])
    },
  )

  it('are told once when a page and its script both hand them over', () => {
    const once = { start: 0, end: 50, text: '// pixelward-disable-line rule-a -- why' }
    expect(readSuppressions([once, { ...once }], [0])).toHaveLength(1)
  })
})
