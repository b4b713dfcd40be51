import { describe, expect, it } from 'vitest'
import { filterRoutes } from '../../src/report/route-filter.js'
import { report } from './toy-report.js'

const paths = (classes: string[], frameworks: string[] = []): string[] => filterRoutes(report(), { classes, frameworks }).routes.map(({ path }) => path)

describe('routes by class and framework', () => {
  it('are those asked for, with their trackers alone', () => {
    expect(paths([])).toEqual(['/careers', '/book', '/portal/messages/:id'])
    expect(paths(['portal', 'scheduling'])).toEqual(['/book', '/portal/messages/:id'])
    expect(paths([], ['static'])).toHaveLength(3)
    expect(filterRoutes(report(), { classes: ['portal'], frameworks: [] }).sightings).toHaveLength(1)
  })

  it.each([
    [['portl'], [], 'There is no class "portl". Did you mean "portal"?'], [['x'], [], 'There is no class "x". Known here: portal, login,'],
    [[], ['next-app'], 'There is no framework "next-app". Known here: static.'], [['billing'], [], 'No route is of class billing. There are routes of: portal, scheduling, public.'],
  ])('%j %j: %s', (classes, frameworks, message) => {
    expect(() => paths(classes, frameworks)).toThrow(message)
  })
})
