/** The change that an editor offers is the one that works: with it, the finding is gone. */
import { describe, expect, it } from 'vitest'
import { noAutomaticCapture } from '../../rules/no-automatic-capture.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { suggestionsFor } from '../../src/eslint/suggestions.js'
import { run } from '../../src/run.js'
import type { Finding } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'

const page = (script: string): string =>
  `<!doctype html>\n<title>Request an appointment</title>\n<script>\n${script}\n</script>\n<form><textarea name="reason"></textarea></form>\n`

function findingsIn(text: string): Finding[] {
  return run(memoryTree({ 'appointments/request.html': text }), defaultConfiguration, { rules: [noAutomaticCapture] }).findings
}

describe('the switch that is offered', () => {
  it.each([
    ['where there is none', 'fbq(\'init\', \'100200300400500\')', 'fbq(\'set\', \'autoConfig\', false, \'100200300400500\'); fbq(\'init\', \'100200300400500\')'],
    [
      'for the right account', 'fbq(\'set\', \'autoConfig\', false, \'5\')\nfbq(\'init\', \'100200300400500\')',
      'fbq(\'set\', \'autoConfig\', false, \'100200300400500\')\nfbq(\'init\', \'100200300400500\')',
    ],
    [
      'with the right value', 'fbq(\'set\', \'autoConfig\', \'false\', \'100200300400500\')\nfbq(\'init\', \'100200300400500\')',
      'fbq(\'set\', \'autoConfig\', false, \'100200300400500\')\nfbq(\'init\', \'100200300400500\')',
    ],
  ])('%s', (_, before, after) => {
    const text = page(before)
    const offered = findingsIn(text).flatMap((finding) => suggestionsFor(text, finding).filter(() => finding.edit !== undefined))
    const [first] = offered.filter(({ text: put }) => put.includes('autoConfig')).map(({ range, text: put }) => text.slice(0, range[0]) + put + text.slice(range[1]))
      .filter((result) => result === page(after))
    expect(first).toBe(page(after))
    expect(findingsIn(page(after))).toEqual([])
  })

  it('is not offered where the account is not in the code, or nothing would switch it off', () => {
    for (const script of ['fbq(\'init\', account)', '_linkedin_partner_id = \'1234567\'']) {
      expect(findingsIn(page(script)).filter(({ edit }) => edit !== undefined)).toEqual([])
    }
  })
})

describe('a switch', () => {
  it.each([
    ['on another page is none of this one’s', { 'a.html': page('fbq(\'set\', \'autoConfig\', false, \'100200300400500\')') }, 1],
    ['in a script that this page loads is', { 'quiet.js': 'fbq(\'set\', \'autoConfig\', false, \'100200300400500\')' }, 0],
  ])('%s', (_, others, count) => {
    const text = page('fbq(\'init\', \'100200300400500\')').replace('<script>', '<script src="/quiet.js"></script>\n<script>')
    const { findings } = run(memoryTree({ ...others, 'appointments/request.html': text }), defaultConfiguration, { rules: [noAutomaticCapture] })
    expect(findings.filter(({ file }) => file === 'appointments/request.html')).toHaveLength(count)
  })

  it('whose value the code does not settle is no reason for a finding', () => {
    expect(findingsIn(page('fbq(\'set\', \'autoConfig\', settings.automatic, \'100200300400500\')\nfbq(\'init\', \'100200300400500\')'))).toEqual([])
  })
})
