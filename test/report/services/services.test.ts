import { describe, expect, it } from 'vitest'
import { reportGithub } from '../../../src/report/services/github.js'
import { reportGitlab } from '../../../src/report/services/gitlab.js'
import { reportJunit } from '../../../src/report/services/junit.js'
import { reportMarkdown } from '../../../src/report/services/markdown.js'
import { finding, leak, presence, report, sources } from '../toy-report.js'
import { hostile, hostileSources, options } from './hostile.js'

const clean = report({ findings: [], sightings: [] })
const warning = finding({ severity: 'warning', message: 'W', fingerprint: 'dddddddd00000000' })

describe('GitHub annotations', () => {
  it('are one line a finding, patient data first', () => {
    expect(reportGithub(report(), sources, options).split('\n')).toEqual([
      '::error file=book.html,line=4,endLine=6,title=no-form-data-in-tracking::Toys receives the reason for the visit.%0ADo not send the reason.',
      '::error file=app/pixel.tsx,line=2,endLine=2,col=3,endColumn=23,title=no-tracker-on-sensitive-route::Toys receives the page URL.%0ALoad it on public pages only.',
      '',
    ])
  })

  it('hold no command that the tree makes up', () => {
    const lines = reportGithub(hostile, hostileSources, options).split('\n')
    expect(lines.filter((line) => line !== '' && !line.startsWith('::error file=app/'))).toEqual([])
    for (const line of lines.filter((each) => each !== '')) {
      const properties = /^::error ([^:]*)::/.exec(line)?.[1] ?? ''
      expect(properties.split(',').map((each) => each.split('=')[0])).toEqual(expect.arrayContaining(['file', 'line', 'endLine', 'title']))
    }
  })

  it('say how many more there are than GitHub shows', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ ...presence, fingerprint: `${10 + index}aaaaaa00000000` }))
    const lines = reportGithub(report({ findings: [...many, warning] }), sources, options).trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(1)
    expect(lines.at(-1)).toMatch(/^::notice title=pixelward::4 more findings/)
  })

  it('leave out what is suppressed, and warnings when quiet; nothing is nothing', () => {
    const hidden = { ...presence, suppressed: { reason: 'r', until: null, by: 'comment' as const } }
    expect(reportGithub(report({ findings: [hidden] }), sources, options)).toBe('')
    expect(reportGithub(report({ findings: [warning] }), sources, { ...options, quiet: true })).toBe('')
    expect(reportGithub(clean, sources, options)).toBe('')
  })

  it('have paths of the repository', () => {
    expect(reportGithub(report({ findings: [presence] }), sources, { ...options, repositoryPrefix: 'web/' })).toContain('file=web/app/pixel.tsx,')
  })
})

describe('GitLab’s code quality', () => {
  it('is a list of what its documentation names', () => {
    expect(JSON.parse(reportGitlab(report({ findings: [leak, presence, warning] }), sources, options))).toEqual([
      {
        description: 'Toys receives the reason for the visit. Do not send the reason.', check_name: 'pixelward/no-form-data-in-tracking',
        fingerprint: 'bbbbbbbb00000000', severity: 'critical', location: { path: 'book.html', lines: { begin: 4, end: 6 } },
      },
      expect.objectContaining({ severity: 'blocker' }),
      expect.objectContaining({ severity: 'minor' }),
    ])
  })

  it('has fingerprints that are one each, and an empty list for nothing', () => {
    const rows = JSON.parse(reportGitlab(hostile, hostileSources, options)) as { fingerprint: string }[]
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(rows.length)
    expect(JSON.parse(reportGitlab(clean, sources, options))).toEqual([])
  })
})

/** Names of elements with their attributes, in order. Throws where XML is not well formed. */
function readXml(text: string): { name: string; attributes: Record<string, string> }[] {
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new Error('a character that XML cannot hold')
  const elements: { name: string; attributes: Record<string, string> }[] = []
  const open: string[] = []
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '')
    .replace(/<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, (_, end: string, name: string, attributes: string, empty: string) => {
      if (end !== '') {
        if (open.pop() !== name) throw new Error(`</${name}> ends nothing`)
      } else {
        elements.push({ name, attributes: Object.fromEntries([...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])) })
        if (empty === '') open.push(name)
      }
      return ''
    })
  if (open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)) throw new Error(`no XML: ${rest.slice(0, 200)}`)
  return elements
}

describe('JUnit', () => {
  it('has a suite a rule, and fails at the threshold', () => {
    const findings = [leak, presence, warning, { ...presence, suppressed: { reason: 'agreed', until: null, by: 'comment' as const } }]
    const [top, ...rest] = readXml(reportJunit(report({ findings }), sources, options))
    expect(top?.attributes).toMatchObject({ tests: '4', failures: '2', skipped: '1' })
    expect(rest.map(({ name }) => name)).toEqual([
      'testsuite', 'testcase', 'failure', 'testcase', 'system-out', 'testcase', 'skipped', 'testsuite', 'testcase', 'failure',
    ])
    const strict = readXml(reportJunit(report({ findings }), sources, { ...options, threshold: 'warning' }))
    expect(strict[0]?.attributes).toMatchObject({ failures: '3' })
  })

  it('passes a rule that finds nothing', () => {
    expect(readXml(reportJunit(clean, sources, options))[0]?.attributes).toMatchObject({ tests: '2', failures: '0' })
  })

  it('is well formed whatever the tree says', () => {
    expect(readXml(reportJunit(hostile, hostileSources, options)).length).toBeGreaterThan(5)
  })
})

describe('a comment on a pull request', () => {
  const compared = report({
    findings: [{ ...leak, change: { kind: 'new', gains: [] } }, { ...presence, change: { kind: 'worse', gains: ['on portal routes'] } }],
    comparison: {
      reference: 'main', commit: '0123456789abcdef0123456789abcdef01234567', known: 3,
      gone: [{ ruleId: 'no-tracker-on-sensitive-route', tracker: 'toy-pixel', file: 'old.html', severity: 'error', classes: ['login'] }],
    },
  })

  it('reads like this', () => {
    expect(reportMarkdown(compared, sources, options)).toMatchInlineSnapshot(`
      "<!-- pixelward -->
      ### pixelward: this change adds 1 finding and makes 1 worse

      2 errors in 4 files and 3 routes. Compared with <code>main (0123456789ab)</code>; 3 findings were there before.

      | | |
      |---|---|
      | Trackers | <code>toy-pixel</code> |
      | Most sensitive pages | scheduling, portal |
      | Data | URL of the page, reason for the visit |

      #### 🔴 Error in <code>book.html:4</code> · **new**

      Toys receives the reason for the visit.

      **Fix:** Do not send the reason.

      <details><summary>Routes, code and way</summary>

      <code>track(&#34;Schedule&#34;, &#123;</code>

      Routes:

      - <code>/book</code> (scheduling)

      The way of the data:

      1. <code>book.html:2</code> the patient types the reason \\(textarea\\#reason\\)
      1. <code>book.html:5</code> sent as why

      Rule: <code>no-form-data-in-tracking</code> · fingerprint <code>bbbbbbbb00000000</code>

      </details>

      #### 🔴 Error in <code>app/pixel.tsx:2</code> · **worse** (now on portal routes)

      Toys receives the page URL.

      **Fix:** Load it on public pages only.

      <details><summary>Routes, code and way</summary>

      <code>track(&#39;init&#39;, &#39;123&#39;)</code>

      Routes:

      - <code>/portal/messages/:id</code> (portal, likely): <code>app/layout.tsx:2</code> → <code>app/pixel.tsx:2</code>

      Rule: <code>no-tracker-on-sensitive-route</code> · fingerprint <code>aaaaaaaa00000000</code>

      </details>

      <details><summary>✅ 1 finding gone with this change</summary>

      - <code>toy-pixel</code> in <code>old.html</code> (<code>no-tracker-on-sensitive-route</code>)

      </details>

      <details><summary>What was not checked</summary>

      - Settings in vendor consoles.

      </details>
      "
    `)
  })

  it('says so when a change adds nothing', () => {
    const text = reportMarkdown({ ...compared, findings: [] }, sources, options)
    expect(text).toContain('### pixelward: this change adds no tracking of patients')
    expect(text).toContain('3 findings were there before')
  })

  it('begins with the mark by which it is found again', () => {
    expect(reportMarkdown(clean, sources, options).startsWith('<!-- pixelward -->\n')).toBe(true)
  })

  it('holds no markup, mention or link that the tree makes up', () => {
    const text = reportMarkdown(hostile, hostileSources, { ...options, sourceUrl: 'https://git.example/o/r/blob/x/' })
    const tags = [...text.matchAll(/<(?!!--)\/?([a-z]+)/g)].map(([, name]) => name)
    expect([...new Set(tags)].sort()).toEqual(['a', 'code', 'details', 'summary'])
    expect(text).not.toMatch(/@someone/)
    for (const [, address = ''] of text.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https:\/\/git\.example\/o\/r\/blob\/x\/[^\s<>"]*#L\d+$/)
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length)
  })

  it('is never longer than GitHub takes, and counts what is left out', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ ...leak, message: 'x '.repeat(900), fingerprint: `${index.toString(16).padStart(8, '0')}00000000` }))
    const text = reportMarkdown(report({ findings: many }), sources, options)
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/And \d+ more findings: run `npx pixelward` for all/)
  })
})
