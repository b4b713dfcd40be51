/** Copies of `gtag/js`: what the settings of a property collect by themselves. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { report, summary } from './read-fixture.js'

const folder = fileURLToPath(new URL('../../fixtures/live-containers/google-tag/', import.meta.url))

/** A page that loads a property, and the copy of its settings. */
function findings(id: string, page: string): readonly Finding[] {
  const loader = `<script async src="https://www.googletagmanager.com/gtag/js?id=${id}"></script><script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments)} gtag('js', new Date()); gtag('config', '${id}')</script>`
  const form = '<form><input id="email" type="email" name="email"></form>'
  return report(memoryTree({
    'package.json': '{ "description": "a clinic that does not exist, for patients of its doctors" }',
    [page]: `<!doctype html><title>Clinic</title>${loader}${form}`,
    'copies/js': readFileSync(`${folder}${id}.js`, 'utf8'),
  })).findings.filter(({ ruleId }) => ruleId === 'no-risky-container')
}

const booking = 'schedule-appointment/index.html'

describe('a copy of gtag/js', () => {
  it('tells that forms and searches are measured, at the setting', () => {
    const [finding, ...others] = findings('G-FIXTURE001', booking)
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: google-analytics-4')
    expect(finding?.message).toContain('sends when a form is begun and when it is sent')
    expect(finding?.message).toContain('(q, s, search)')
    expect(readFileSync(`${folder}G-FIXTURE001.js`, 'utf8').slice(finding?.span.start, finding?.span.end)).toBe('"__ccd_em_form"')
  })

  it('tells that e-mail addresses are looked for', () => {
    expect(findings('G-FIXTURE002', booking).map(summary)).toEqual([
      'error on /schedule-appointment; receiver: google-analytics-4; data: email, name, phone, postal-address',
    ])
  })

  it('tells which field a selector reads', () => {
    const [finding] = findings('AW-700800900', booking)
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: google-ads; data: email')
  })

  it('is silent about page views, which the loader is told for', () => {
    expect(findings('G-FIXTURE003', booking)).toEqual([])
  })

  it('is silent on public pages', () => {
    expect(findings('G-FIXTURE001', 'careers/index.html')).toEqual([])
  })
})
