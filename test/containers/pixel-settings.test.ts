/** Copies of the file that a pixel loads with its settings: what is switched on outside of the site's code. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/containers/read.js'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { report, summary } from './read-fixture.js'

const folder = fileURLToPath(new URL('../../fixtures/live-containers/meta-pixel/', import.meta.url))
const copy = (id: string): string => readFileSync(`${folder}${id}.js`, 'utf8')

/** A page with a pixel, and the saved copy of its settings. */
function saved(id: string, page: string, settings = copy(id)): Report {
  const pixel = `<script>!function(f){if(f.fbq)return;f.fbq=function(){f.fbq.queue.push(arguments)};f.fbq.queue=[]}(window);
fbq('init', '${id}');</script>`
  return report(memoryTree({
    'package.json': '{ "description": "a clinic that does not exist, for patients of its doctors" }',
    [page]: `<!doctype html><title>Clinic</title>${pixel}<form><input id="email" type="email" name="email"></form>`,
    'index_files/config.js': settings,
  }))
}

const told = ({ findings }: Report): Report['findings'] => findings.filter(({ ruleId }) => ruleId === 'no-risky-container')
const booking = 'schedule-appointment/index.html'

describe('a copy of the settings of a pixel', () => {
  it('tells what automatic matching takes, at the setting', () => {
    const [finding, ...others] = told(saved('200300400500601', booking))
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe(
      'error on /schedule-appointment; receiver: meta-pixel; data: date-of-birth, email, name, phone, portal-menu-selection')
    expect(finding?.message).toContain('hashes e-mail address, first name, last name, phone number, date of birth as they are found')
    expect(copy('200300400500601').slice(finding?.span.start, finding?.span.end)).toBe('"automaticMatching"')
  })

  it('tells of clicks, and of events that were set up without code and are in use', () => {
    const [finding] = told(saved('200300400500601', booking))
    expect(finding?.message).toContain('sends the text of every button that is clicked')
    expect(finding?.message).toContain('Schedule (“request an appointment”).')
  })

  it('is one sighting', () => {
    const own = saved('200300400500601', booking).sightings.filter(({ file }) => file === 'index_files/config.js')
    expect(own.map(({ tracker, accountId }) => [tracker, accountId])).toEqual([['meta-pixel', '200300400500601']])
  })

  it('is silent where nothing is switched on, on public pages, and where no page loads that pixel', () => {
    expect(told(saved('200300400500602', booking))).toEqual([])
    expect(told(saved('200300400500601', 'careers/index.html'))).toEqual([])
    expect(told(saved('200300400500699', booking, copy('200300400500601'))).map(({ severity }) => severity)).not.toContain('error')
  })

  it('is no container when it is the library alone', () => {
    const library = 'fbq.registerPlugin("global_config", {__fbEventsPlugin: 1, plugin: function(fbq, instance, config) {} });'
    expect(readSource('fbevents.js', library, () => true).container).toBeUndefined()
  })
})
