/** Every tracker's fixture holds the vendor's real snippet and calls; the engine must see each of them and nothing else. */
import { describe as suite, expect, it } from 'vitest'
import { inspectFile } from '../../src/inspect.js'
import { describe, readExpectations, type Seen } from './expectations.js'
import { fixtureFiles } from './fixture-files.js'

/** The one place that knows the engine. */
function inspect(path: string, text: string): Seen[] {
  return inspectFile(path, text).sightings.map((sighting) => ({
    ...sighting, line: text.slice(0, sighting.span.start).split('\n').length,
  }))
}

suite.each([...new Set(fixtureFiles.map(({ category }) => category))])('%s', (category) => {
  it.each(fixtureFiles.filter((file) => file.category === category))('$name', ({ name, text }) => {
    const { expected, gaps } = readExpectations(text)
    const seen = inspect(name, text).map(describe)
    expect(seen.sort(), 'sightings as `line kind tracker account event`').toEqual(expected.sort())
    expect(gaps.filter((gap) => seen.includes(gap)), 'gaps that are closed: make them expectations').toEqual([])
  })
})
