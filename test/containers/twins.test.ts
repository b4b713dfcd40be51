/**
 * Every type of tag, trigger and variable by itself: what an export is told for, the live container of the same tag is told
 * for as well, and what one is silent about the other is.
 */
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { publish, type ExportedTag, type ExportedVersion } from './publish.js'
import { fixtureTree, report, summary, tagOf } from './read-fixture.js'

const fixtures = [
  ['tags', 'GTM-FIXTAGS_workspace3.json'], ['triggers', 'containers/web.json'], ['variables', 'GTM-FIXVARS.json'],
  ['data-layer', 'containers/GTM-FIXDATA.json'], ['templates', 'GTM-FIXTMPL.json'],
] as const

/** What no live container has: notes, the list of a group's triggers, references that lead nowhere. */
const UNPUBLISHED: ReadonlySet<string> = new Set([
  'looked at', 'a group of triggers', 'a trigger that is not there', 'a variable that nobody defines and whose name tells',
  'a variable that nobody defines', 'awud: a variable that nobody defines', 'img of our own',
])

const isPublished = ({ name }: ExportedTag): boolean => !UNPUBLISHED.has(name)

const versions = fixtures.map(([name, file]) => (JSON.parse(fixtureTree(name).text(file) ?? '{}') as { containerVersion: ExportedVersion }).containerVersion)

/** What each tag is told for. */
function told({ findings }: Report, file: string, nameOf: (tag: string) => string): Record<string, string> {
  return Object.fromEntries(findings.filter((finding) => finding.ruleId === 'no-risky-container' && finding.file === file)
    .map((finding) => [nameOf(tagOf(finding)), summary(finding)]))
}

describe.each(fixtures.map(([name, file], index) => [name, file, versions[index] as ExportedVersion] as const))('%s', (name, file, version) => {
  const tree = fixtureTree(name)
  const { [file]: own = '', ...others } = Object.fromEntries(tree.paths.map((path) => [path, tree.text(path) ?? '']))
  const { text, tags } = publish(version, isPublished)
  const ofExport = told(report(tree), file, (tag) => tag)
  const ofLive = told(report(memoryTree({ ...others, 'copies/gtm.js': text })), 'copies/gtm.js', (tag) => tags[Number(/tag (\d+)$/.exec(tag)?.[1])] ?? tag)

  it('has tags that are told of different things', () => {
    expect(own).not.toBe('')
    expect(new Set(tags.map((tag) => ofExport[tag])).size).toBeGreaterThan(3)
  })

  it.each(tags)('%s', (tag) => {
    expect(ofLive[tag]).toBe(ofExport[tag])
  })
})

/** The types that are known: `spec/tag-managers.md`, and the documentation that the readers name. */
const TAGS = [
  'html', 'googtag', 'gaawe', 'gaawc', 'ua', 'awct', 'awud', 'sp', 'gclidw', 'awcc', 'bzi', 'mpm', 'flc', 'fls', 'img', 'baut',
  'twitter_website_tag', 'hjtc', 'cegg', 'pntr', 'crto', 'asp', 'qpx', 'opt',
]
const TRIGGERS = [
  'PAGEVIEW', 'DOM_READY', 'WINDOW_LOADED', 'INIT', 'CONSENT_INIT', 'CLICK', 'LINK_CLICK', 'FORM_SUBMISSION', 'FORM_SUBMIT', 'CUSTOM_EVENT',
  'HISTORY_CHANGE', 'ELEMENT_VISIBILITY', 'SCROLL_DEPTH', 'TIMER', 'JS_ERROR', 'YOU_TUBE_VIDEO', 'YOUTUBE_VIDEO',
]
const OPERATORS = ['EQUALS', 'CONTAINS', 'STARTS_WITH', 'ENDS_WITH', 'MATCH_REGEX', 'CSS_SELECTOR', 'GREATER_OR_EQUALS']
const VARIABLES = ['v', 'c', 'jsm', 'j', 'k', 'u', 'aev', 'd', 'vis', 'smm', 'remm', 'gas', 'gtcs', 'gtes', 'awec', 'uv', 'f', 'e', 'r', 'hid', 'cid', 'ctv', 'dbg', 't']

describe('the twins', () => {
  const published = versions.flatMap((version) => (version.tag ?? []).filter(isPublished))
  const text = versions.map((version) => publish(version, isPublished).text).join('\n')

  it.each(TAGS)('have a tag of type %s', (type) => {
    expect(published.map((tag) => tag.type)).toContain(type)
  })

  it('have a tag of a template of the container, and one of the gallery', () => {
    expect(published.some(({ type }) => /^cvt_\d+_\d+$/.test(type))).toBe(true)
    expect(published.some(({ type }) => /^cvt_[A-Z0-9]{5}$/.test(type))).toBe(true)
  })

  it.each(TRIGGERS)('have a tag that fires by a trigger of type %s', (type) => {
    const fired = versions.some((version) => (version.trigger ?? []).some((trigger) => trigger.type === type
      && (version.tag ?? []).filter(isPublished).some(({ firingTriggerId = [] }) => firingTriggerId.includes(trigger.triggerId))))
    expect(fired).toBe(true)
  })

  it.each(OPERATORS)('have a filter with %s', (operator) => {
    const filters = versions.flatMap(({ trigger = [] }) => trigger).flatMap(({ filter = [], customEventFilter = [] }) => [...filter, ...customEventFilter])
    expect(filters.map(({ type }) => type)).toContain(operator)
  })

  it.each(VARIABLES)('have a variable of type %s that a tag or a filter is given', (type) => {
    expect(text).toMatch(new RegExp(`"function": "__${type}"`))
  })
})
