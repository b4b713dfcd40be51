/**
 * Every site below fixtures/sites: the findings are those that its own comments expect, no more and no fewer; its
 * routes and what each tracker reaches are those of its site.json. What the engine does not know yet is a gap, told in
 * the same places, so that closing it is noticed.
 */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import { commentedFindings, reportedFindings, siteExpectations, sitesFolder, siteTree, withGaps } from './read-site.js'

const sites = readdirSync(sitesFolder).sort()
const known = new Set(rules.map((rule) => rule.id))

describe.each(sites)('%s', (name) => {
  const tree = siteTree(name)
  const expected = siteExpectations(name)
  const report = run(tree, defaultConfiguration, { rules })

  it('has a portal, a login, a scheduling and a public page', () => {
    const classes = new Set(Object.values(expected.routes))
    expect([...classes]).toEqual(expect.arrayContaining(['portal', 'login', 'scheduling', 'public']))
  })

  it('is read without problems', () => {
    expect(report.problems).toEqual([])
  })

  it('has the routes and classes of its site.json', () => {
    const found = Object.fromEntries(report.routes.map((route) => [route.path, route.class]))
    expect(found).toEqual(withGaps(expected.routes, expected.gaps?.routes))
  })

  it('has trackers on the routes of its site.json', () => {
    const reach: Record<string, Set<string>> = {}
    const persists: Record<string, Set<string>> = {}
    for (const sighting of report.sightings) {
      const place = `${sighting.file} ${sighting.tracker}`
      const routes = (reach[place] ??= new Set())
      const others = (persists[place] ??= new Set())
      for (const reached of sighting.routes) (reached.persists ? others : routes).add(reached.route.path)
    }
    const inOrder = (found: typeof reach): Record<string, string[]> =>
      Object.fromEntries(Object.entries(found).map(([place, routes]) => [place, [...routes].sort()]))
    expect(inOrder(reach)).toMatchObject(withGaps(expected.reach, expected.gaps?.reach))
    expect(inOrder(persists)).toMatchObject(expected.persists ?? {})
  })

  it('has the findings its comments expect, and no others', () => {
    const commented = [...commentedFindings(tree, 'expect'), ...(expected.findings ?? [])].sort()
    const unknown = commented.map((line) => line.split(' ').at(-1) as string).filter((rule) => !known.has(rule))
    expect(unknown, 'rules that do not exist').toEqual([])
    const reported = reportedFindings(tree, report)
    expect(reported).toEqual(commented)
    const closed = commentedFindings(tree, 'gap').filter((line) => reported.includes(line))
    expect(closed, 'gaps that are closed: make them expectations').toEqual([])
  })
})
