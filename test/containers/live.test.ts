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

describe('a copy of analytics.js with its settings in it', () => {
  const tree = fixtureTree('segment')
  const texts = Object.fromEntries(tree.paths.map((path) => [path, tree.text(path) ?? '']))
  const { 'tracking/settings.json': settings = '', ...others } = texts
  const { integrations, plan } = JSON.parse(settings) as { integrations: Record<string, object>; plan: object }
  const library = `!function(){var analytics=window.analytics||[],version=analytics.SNIPPET_VERSION?parseFloat(analytics.SNIPPET_VERSION):0;
var versions={"core":"3.9.0","integrations":{"Segment.io":"4.2.1"}};
var settings=${JSON.stringify(integrations)};
library.initialize(settings,{initialPageview:0===version,plan:${JSON.stringify(plan)}})}();`
  const reportOf = (text: string): Report => report(memoryTree({ ...others, 'copies/analytics.min.js': text }))
  const copied = reportOf(library)

  it('gives the findings of the settings', () => {
    const ofSettings = report(tree)
    expect(found(ofSettings, 'tracking/settings.json').length).toBe(3)
    expect(found(copied, 'copies/analytics.min.js')).toEqual(found(ofSettings, 'tracking/settings.json'))
    expect(copied.notChecked.filter((sentence) => sentence.includes('its tracking plan'))).toHaveLength(1)
  })

  it('is told at the settings of each destination', () => {
    const [first] = copied.findings.filter(({ file, tracker }) => file === 'copies/analytics.min.js' && tracker === 'meta-pixel')
    expect(library.slice(first?.span.start, (first?.span.start ?? 0) + 10)).toBe('{"pixelId"')
  })

  it('is none without a key, and none when it is the library alone', () => {
    for (const text of [library.replace('FixtureWriteKey0123456789abcdef0', ''), library.replace('library.initialize(', 'start(')]) {
      expect(reportOf(text).findings.filter(({ file }) => file === 'copies/analytics.min.js')).toEqual([])
    }
  })
})
