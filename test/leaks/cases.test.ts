/** What each source, framework, library and sink gives: see fixtures/leaks. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { lineIndexAt, lineStartsOf } from '../../src/lines.js'
import { run } from '../../src/run.js'
import { memoryTree } from '../memory-tree.js'
import { caseFiles, readCases, type LeakCase } from './read-cases.js'

const LEAKS = new Set(['no-form-data-in-tracking', 'no-identity-in-tracking', 'no-server-side-forwarding'])

const told = (categories: readonly string[], hashed: boolean): string => `leak: ${[...categories].sort().join(', ')}${hashed ? ' (hashed)' : ''}`

/** What is said of each line, and what is found there. */
function outcome({ files, expected }: LeakCase): { said: Record<string, string>; found: Record<string, string> } {
  const { findings, sightings } = run(memoryTree(files), defaultConfiguration, { rules })
  const lineOf = (file: string, offset: number): string => `${file}:${lineIndexAt(lineStartsOf(files[file] ?? ''), offset) + 1}`
  const found: Record<string, string> = {}
  const sighted = new Set(sightings.map(({ file, span }) => lineOf(file, span.start)))
  for (const { ruleId, file, span, dataCategories, hashed } of findings) {
    if (LEAKS.has(ruleId)) found[lineOf(file, span.start)] = told(dataCategories, hashed)
  }
  for (const place of expected.keys()) found[place] ??= sighted.has(place) ? 'clean' : 'nothing'
  const said = [...expected].map(([place, what]) => [place, typeof what === 'string' ? what : told(what.categories, what.hashed)])
  return { said: Object.fromEntries(said) as Record<string, string>, found }
}

describe.each(caseFiles())('%s', (file) => {
  it.each(readCases(file))('$name', (leakCase) => {
    const { said, found } = outcome(leakCase)
    expect(found).toEqual(said)
  })
})
