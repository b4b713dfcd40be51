/**
 * Containers below fixtures/containers: what each tag is found for stands in its notes, and a tag without such a note
 * is found for nothing. Every type of tag, trigger and variable is there, with a twin that nobody minds.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commentedFindings, lineOf } from '../sites/read-site.js'
import { containersFolder, expectedOf, fixtureTree, report, summary, tagOf } from './read-fixture.js'

const fixtures = readdirSync(containersFolder)

describe.each(fixtures)('%s', (name) => {
  const tree = fixtureTree(name)
  const { findings, problems } = report(tree)
  const ofTags = findings.filter(({ ruleId }) => ruleId === 'no-risky-container')

  it('is read without problems', () => {
    expect(problems).toEqual([])
  })

  // Scripts have no notes: what is expected of those stands beside them.
  const beside = JSON.parse(tree.text('expected.json') ?? '{}') as Record<string, Record<string, string>>
  const isNoted = (path: string): boolean => /\.json(?:\.js)?$/.test(path) && !(path in beside)
    && !/^(?:package|expected)\.json$/.test(path)

  it.each([...tree.paths.filter(isNoted), ...Object.keys(beside)])('%s', (path) => {
    const own = ofTags.filter(({ file }) => file === path)
    const found = own.map((finding) => [tagOf(finding), summary(finding)] as const)
    expect(found.map(([tag]) => tag), 'one finding a tag').toEqual([...new Set(found.map(([tag]) => tag))])
    expect(Object.fromEntries(found)).toEqual(beside[path] ?? expectedOf(tree.text(path) ?? ''))
  })

  it('says in the code what its comments expect', () => {
    const leaks = findings.filter(({ ruleId }) => /no-(?:form-data|identity)-in-tracking/.test(ruleId))
    expect(leaks.map(({ file, span, ruleId }) => `${file}:${lineOf(tree, file, span.start)} ${ruleId}`).sort()).toEqual(commentedFindings(tree, 'expect'))
  })
})
