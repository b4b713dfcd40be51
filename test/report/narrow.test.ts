import { describe, expect, it } from 'vitest'
import { narrowToFindings, narrowToSightings } from '../../src/report/narrow.js'
import { finding, leak, pageView, pixel, presence, report, schedule, sighting } from './toy-report.js'

const all = (): boolean => true

describe('the sightings of check', () => {
  it('are those that findings stand on', () => {
    expect(narrowToFindings(report({ findings: [presence] }), all).sightings).toEqual([pixel])
  })

  it('are also those that a flow passes', () => {
    const through = finding({ ...leak, flow: [...leak.flow, { file: pixel.file, span: pixel.span, note: 'sent' }] })
    expect(narrowToFindings(report({ findings: [through] }), all).sightings).toEqual([schedule, pixel])
  })

  it('are not those of other trackers at the same place', () => {
    const other = sighting('app/pixel.tsx', "track('init', '123')", { tracker: 'other' })
    const both = report({ findings: [presence], sightings: [other, pixel] })
    expect(narrowToFindings(both, all).sightings).toEqual([pixel])
  })

  it('are none when nothing is found in the files that are meant', () => {
    const narrowed = narrowToFindings(report(), (file) => file === 'careers.html')
    expect([narrowed.findings, narrowed.sightings]).toEqual([[], []])
  })
})

describe('the sightings of inventory', () => {
  it('are all in the files that are meant, without findings', () => {
    const narrowed = narrowToSightings(report(), (file) => file === 'careers.html')
    expect([narrowed.findings, narrowed.sightings]).toEqual([[], [pageView]])
  })
})
