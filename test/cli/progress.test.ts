import { describe, expect, it } from 'vitest'
import { progressOn } from '../../src/cli/progress.js'

/** What is written when a run of two seconds reports every 10 ms. */
function written(given: { terminal?: boolean; quiet?: boolean; env?: Record<string, string> }): string[] {
  const { terminal = true, quiet = false, env = {} } = given
  const texts: string[] = []
  const stderr = { write: (text: string) => texts.push(text), isTTY: terminal }
  const stdout = { write: () => expect.fail('standard output is for the report') }
  let time = 0
  const progress = progressOn({ stdout, stderr, cwd: '/', env }, quiet, () => time)
  for (; time < 2000; time += 10) progress.report(time, 2000, 'reading')
  progress.clear()
  progress.clear()
  return texts
}

describe('progress', () => {
  it('is one line that is drawn over and taken away once', () => {
    const texts = written({})
    expect(texts[0]).toBe('\r\u001b[2K 15 % reading')
    expect(texts.filter((text) => text === '\r\u001b[2K')).toHaveLength(1)
    expect(texts.at(-1)).toBe('\r\u001b[2K')
    expect(texts.join('')).not.toContain('\n')
  })

  it('is not drawn for every file', () => {
    expect(written({}).length).toBeLessThan(30)
  })

  it.each([
    ['no terminal', { terminal: false }],
    ['quiet', { quiet: true }],
    ['continuous integration', { env: { CI: 'true' } }],
    ['a dumb terminal', { env: { TERM: 'dumb' } }],
  ])('is not there with %s', (_, given) => {
    expect(written(given)).toEqual([])
  })

  it('shows nothing for a run that is over at once', () => {
    const texts: string[] = []
    const stderr = { write: (text: string) => texts.push(text), isTTY: true }
    const progress = progressOn({ stdout: stderr, stderr, cwd: '/', env: {} }, false, () => 100)
    progress.report(1, 2, 'reading')
    progress.clear()
    expect(texts).toEqual([])
  })
})
