/** What public pages of a clinic's site do without giving patients away: its own search, a click on its navigation. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { readConfiguration } from '../../src/configuration/read.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'

const tag = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-AB12CD34EF"></script>
<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) } gtag('config', 'G-AB12CD34EF')</script>`

/** `RULE` of each finding, of a site of one page. */
function found(path: string, body: string, preset: 'recommended' | 'strict' = 'recommended'): string[] {
  const { configuration } = readConfiguration('pixelward.config.json', '')
  const tree = memoryTree({ [path]: `<!doctype html>\n<title>Lakeside clinic: for patients</title>\n${tag}\n${body}\n` })
  return run(tree, { ...configuration, preset }, { rules }).findings.map(({ ruleId }) => ruleId)
}

describe('on public pages', () => {
  const search = (action: string): string => `<form method="get" action="${action}"><input type="search" name="q"></form>`

  it('the search of a whole site is told where every look is wanted', () => {
    expect(found('index.html', search('index.html'))).toEqual([])
    expect(found('index.html', search('index.html'), 'strict')).toEqual(['no-sensitive-url-in-tracking'])
  })

  it('the search of a health library is told', () => {
    expect(found('health-library.html', search('health-library.html'))).toContain('no-sensitive-url-in-tracking')
  })

  it.each([
    ['a click on the way to a booking is navigation', 'gtag(\'event\', \'cta_click\', { event_label: \'Book an appointment\' })', false],
    ['an appointment that was booked is told', 'gtag(\'event\', \'appointment_booked\')', true],
    ['a call for help is told', 'gtag(\'event\', \'cta_click\', { event_label: \'Crisis line\' })', true],
    ['a condition is told', 'gtag(\'event\', \'cta_click\', { event_label: \'Diabetes program\' })', true],
  ])('%s', (_, call, isTold) => {
    const told = found('index.html', `<button onclick="${call}">Go on</button>`)
    expect(told.includes('no-health-fact-in-event')).toBe(isTold)
  })
})
