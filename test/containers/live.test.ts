/** The live form of a container gives the findings of its export, under other names and at other places. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { fixtureTree, report, summary, tagOf } from './read-fixture.js'

const folder = fileURLToPath(new URL('../../fixtures/live-containers/', import.meta.url))

/** Tags without a live form: notes and the site's name are not published, a group is several tags. */
const exported = new Set([
  'looked at', 'img of our own', 'a group of triggers', 'a trigger that is not there',
  'a variable that nobody defines and whose name tells', 'a variable that nobody defines',
  'awud: a variable that nobody defines',
])

/** What is found for each tag, without its name and its place. */
function found({ findings }: Report, file: string): string[] {
  return findings.filter((finding) => finding.ruleId === 'no-risky-container' && finding.file === file && !exported.has(tagOf(finding))).map(summary).sort()
}

describe.each([
  ['tags', 'GTM-FIXTAGS_workspace3.json', 'GTM-FIXTAGS.js'],
  ['triggers', 'containers/web.json', 'GTM-FIXTRIG.js'],
  ['variables', 'GTM-FIXVARS.json', 'GTM-FIXVARS.js'],
  ['data-layer', 'containers/GTM-FIXDATA.json', 'GTM-FIXDATA.js'],
  ['templates', 'GTM-FIXTMPL.json', 'GTM-FIXTMPL.js'],
])('%s', (name, file, live) => {
  const tree = fixtureTree(name)
  const texts = Object.fromEntries(tree.paths.map((path) => [path, tree.text(path) ?? '']))
  const { [file]: own, ...others } = texts
  const ofExport = report(tree)
  const ofLive = report(memoryTree({ ...others, 'copies/gtm.js': readFileSync(folder + live, 'utf8') }))

  it('gives the same findings', () => {
    expect(own).toBeDefined()
    expect(found(ofExport, file).length).toBeGreaterThan(3)
    expect(found(ofLive, 'copies/gtm.js')).toEqual(found(ofExport, file))
  })

  it('tells the same of the code that pushes', () => {
    const pushed = ({ findings }: Report): unknown[] => findings.filter(({ ruleId }) => ruleId.endsWith('-in-tracking'))
      .map(({ file: at, span, severity, dataCategories, message }) => [at, span.start, severity, dataCategories, /^[\w ,]+ receives?/.exec(message)?.[0]])
    expect(pushed(ofLive)).toEqual(pushed(ofExport))
  })

  it('has no sightings in the script of the tag manager itself', () => {
    expect(ofLive.sightings.filter((sighting) => sighting.file === 'copies/gtm.js' && sighting.tag === undefined)).toEqual([])
    expect(ofLive.problems).toEqual([])
  })
})
