/** Copies of the files by which vendors tell their scripts what is set up outside of the site's code. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/containers/read.js'
import type { Finding, Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'
import { report, summary } from './read-fixture.js'

const folder = fileURLToPath(new URL('../../fixtures/live-containers/settings/', import.meta.url))
const copy = (name: string): string => readFileSync(folder + name, 'utf8')

const booking = 'schedule-appointment/index.html'
const careers = 'careers/index.html'

/** Pages with code of a tracker, and a copy of its settings that they load or not. */
function saved(settings: string, { code = '', loads = false, pages = [booking], path = 'copies/config.js' } = {}): Report {
  const loader = loads ? `<script async src="/${path}"></script>` : ''
  const page = `<!doctype html><title>Clinic</title>${code}${loader}
<form id="booking"><input id="email" type="email" name="email"><textarea id="reason" name="reason"></textarea><button>Book</button></form>`
  return report(memoryTree({
    'package.json': '{ "description": "a clinic that does not exist, for patients of its doctors" }',
    ...Object.fromEntries(pages.map((each) => [each, page])),
    [path]: settings,
  }))
}

const of = ({ findings }: Report, ...rules: string[]): Finding[] => findings.filter(({ ruleId }) => rules.includes(ruleId))
const told = (result: Report): Finding[] => of(result, 'no-risky-container')
const pointedAt = (settings: string, finding: Finding | undefined): string => settings.slice(finding?.span.start, finding?.span.end)

describe('a copy of the settings of a Meta pixel', () => {
  const name = 'meta-200300400500601.js'
  const pixel = (id: string): { code: string } => ({
    code: `<script>!function(f){if(f.fbq)return;f.fbq=function(){f.fbq.queue.push(arguments)};f.fbq.queue=[]}(window);
fbq('init', '${id}');</script>`,
  })

  it('tells what automatic matching takes, at the setting', () => {
    const [finding, ...others] = told(saved(copy(name), pixel('200300400500601')))
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe(
      'error on /schedule-appointment; receiver: meta-pixel; data: date-of-birth, email, name, phone, portal-menu-selection')
    expect(finding?.message).toContain('hashes e-mail address, first name, last name, phone number, date of birth as they are found')
    expect(pointedAt(copy(name), finding)).toBe('"automaticMatching"')
  })

  it('tells of clicks, and of events that were set up without code and are in use', () => {
    const [finding] = told(saved(copy(name), pixel('200300400500601')))
    expect(finding?.message).toContain('sends the text of every button that is clicked')
    expect(finding?.message).toContain('Schedule (“request an appointment”).')
  })

  it('tells which values of the page are read by selectors', () => {
    const rules = '[{"event_type":"Lead","extractor_config":{"parameter_selectors":[{"parameter_type":"value","selector":"#reason"}]}}]'
    const own = copy(name).replace('fbq.set("estRules"', `fbq.set("iwlExtractors", "200300400500601", ${rules});\nfbq.set("estRules"`)
    expect(told(saved(own, pixel('200300400500601')))[0]?.message).toContain('reads values of the page by selectors: #reason.')
    expect(told(saved(own.replace(rules, '[]'), pixel('200300400500601')))[0]?.message).not.toContain('selectors')
  })

  it('is one sighting', () => {
    const own = saved(copy(name), pixel('200300400500601')).sightings.filter(({ file }) => file === 'copies/config.js')
    expect(own.map(({ tracker, accountId }) => [tracker, accountId])).toEqual([['meta-pixel', '200300400500601']])
  })

  it('is silent where nothing is switched on, on public pages, and where no page loads that pixel', () => {
    expect(told(saved(copy('meta-200300400500602.js'), pixel('200300400500602')))).toEqual([])
    expect(told(saved(copy(name), { ...pixel('200300400500601'), pages: [careers] }))).toEqual([])
    expect(told(saved(copy(name), pixel('200300400500699')))).toEqual([])
  })

  it('decides what the pixel does by itself', () => {
    const matched = (own: string, id: string): string[] => of(saved(copy(own), pixel(id)), 'no-automatic-capture').map(({ message }) => message)
    const on = matched(name, '200300400500601')
    expect(on.filter((message) => /Meta receives hashes of what is filled in .*: the copy of its settings in copies\/config\.js says so/.test(message))).toHaveLength(1)
    expect(on.filter((message) => message.includes('may receive'))).toEqual([])
    expect(matched('meta-200300400500602.js', '200300400500602')).toEqual([])
    // Settings of another pixel say nothing.
    expect(matched(name, '200300400500699').filter((message) => message.includes('unless automatic advanced matching'))).toHaveLength(1)
  })

  it('is no container when it is the library alone', () => {
    const library = 'fbq.registerPlugin("global_config", {__fbEventsPlugin: 1, plugin: function(fbq, instance, config) {} });'
    expect(readSource('fbevents.js', library, () => true).container).toBeUndefined()
  })
})

describe('a copy of the settings of a Hotjar site', () => {
  const snippet = (id: string): { code: string } => ({
    code: `<script>(function(h,o,t,j,a,r){h.hj=h.hj||function(){(h.hj.q=h.hj.q||[]).push(arguments)};h._hjSettings={hjid:${id},hjsv:6};
a=o.getElementsByTagName('head')[0];r=o.createElement('script');r.async=1;r.src=t+h._hjSettings.hjid+j+h._hjSettings.hjsv;a.appendChild(r);
})(window,document,'https://static.hotjar.com/c/hotjar-','.js?sv=');</script>`,
  })

  it('tells of recordings, of what they leave open and of surveys, at the setting', () => {
    const settings = copy('hotjar-7000001.js')
    const [finding, ...others] = told(saved(settings, { loads: true }))
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: hotjar')
    expect(finding?.message).toContain('It records pages for replay, with their text, e-mail addresses in it too.')
    expect(finding?.message).toContain('It records what is typed into fields that are marked as allowed.')
    expect(finding?.message).toContain('It asks visitors in surveys (“What brings you to us today?”).')
    expect(pointedAt(settings, finding)).toBe('"record"')
  })

  it('is one sighting, and none of the script around it', () => {
    const { sightings, problems } = saved(copy('hotjar-7000001.js'), { loads: true })
    expect(sightings.map(({ tracker, accountId, call }) => [tracker, accountId, call])).toEqual([['hotjar', '7000001', 'init']])
    expect(problems).toEqual([])
  })

  it('tells of a tracker that records nothing that it is there', () => {
    const [finding] = told(saved(copy('hotjar-7000002.js'), { loads: true }))
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: hotjar')
    expect(finding?.message).not.toContain('record')
  })

  it('tells of recordings on the pages to which they are limited', () => {
    const [there, ...none] = told(saved(copy('hotjar-7000003.js'), { loads: true }))
    expect(none).toEqual([])
    expect(there?.message).not.toContain('records')
    const here = copy('hotjar-7000003.js').replace('/careers', '/schedule')
    const [, recorded, ...others] = told(saved(here, { loads: true }))
    expect(others).toEqual([])
    expect(recorded?.message).toContain('It records pages for replay, without their text. '
      + 'It is set for pages that its targeting names: https://www.fixture.example/schedule.')
    expect(pointedAt(here, recorded)).toBe('"record"')
  })

  it('tells which fields are measured', () => {
    expect(told(saved(copy('hotjar-7000004.js'), { loads: true }))[0]?.message).toContain('It measures how the fields reason, email are filled in.')
  })

  it('decides what recordings of the snippet show', () => {
    const recorded = (name: string): string[] => of(saved(copy(name), snippet(/\d+/.exec(name)?.[0] ?? '')), 'no-unmasked-session-replay').map(({ message }) => message)
    expect(recorded('hotjar-7000001.js')).toEqual([expect.stringMatching(
      /^Hotjar \(Contentsquare\) receives recordings .* nothing here masks it, and the copy of its settings in copies\/config\.js says that it records\. /)])
    expect(recorded('hotjar-7000002.js')).toEqual([])
    expect(recorded('hotjar-7000003.js')).toEqual([])
    const other = of(saved(copy('hotjar-7000002.js'), snippet('7000001')), 'no-unmasked-session-replay')
    expect(other.map(({ message }) => message)).toEqual([expect.stringContaining('unless the site’s settings suppress all text')])
  })

  it('says that the copy may be old instead of that settings are not seen', () => {
    const { notChecked } = saved(copy('hotjar-7000001.js'), snippet('7000001'))
    expect(notChecked).toContain('Whether the settings of a Hotjar site 7000001 are still what copies/config.js says: whoever runs it can change them.')
    expect(notChecked.filter((sentence) => sentence.startsWith('Settings of Hotjar'))).toEqual([])
    expect(saved('', snippet('7000001')).notChecked.filter((sentence) => sentence.startsWith('Settings of Hotjar'))).toHaveLength(1)
  })

  it.each([
    ['a page that has it inline', `<!doctype html><title>Clinic</title><script>${copy('hotjar-7000002.js')}</script>`],
    ['a bundle of the site that holds it', `window.booking = { reason: '' };\n${copy('hotjar-7000002.js')}`],
    ['code that reads it', 'const id = window.hjSiteSettings.site_id'],
  ])('%s is no copy', (_, text) => {
    expect(readSource('any.js', text, () => true).container).toBeUndefined()
  })
})

describe('a copy of the settings of a Clarity project', () => {
  it('tells of recordings with the text of pages, at the setting', () => {
    const settings = copy('clarity-fixtopen01.js')
    const [finding, ...others] = told(saved(settings, { loads: true }))
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: microsoft-clarity')
    expect(finding?.message).toContain('It records pages for replay, with their text, but for what is in .balance.')
    expect(pointedAt(settings, finding)).toBe('"content"')
  })

  it('is one sighting, whatever its name', () => {
    const { sightings } = saved(copy('clarity-fixtopen01.js'), { loads: true, path: 'copies/fixtopen01' })
    expect(sightings.map(({ tracker, accountId }) => [tracker, accountId])).toEqual([['microsoft-clarity', 'fixtopen01']])
  })

  it('decides what recordings of the snippet show', () => {
    const recorded = (id: string): string[] => of(saved(copy(`clarity-${id}.js`), {
      code: `<script>(function(c,l,a,r,i,t,y){c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};t=l.createElement(r);t.async=1;
t.src="https://www.clarity.ms/tag/"+i;y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y)})(window,document,"clarity","script","${id}");</script>`,
    }), 'no-unmasked-session-replay').map(({ message }) => message)
    expect(recorded('fixtopen01')).toEqual([expect.stringContaining('Microsoft receives recordings through Microsoft Clarity fixtopen01')])
    expect(recorded('fixtstrict')).toEqual([])
  })

  it('is none when it is a part of other code', () => {
    expect(readSource('app.js', `start();\n${copy('clarity-fixtopen01.js')}`, () => true).container).toBeUndefined()
  })
})

describe('a copy of the settings of a PostHog project', () => {
  const start = (token: string, options = ''): { code: string } => ({
    code: `<script type="module">import posthog from 'posthog-js'
posthog.init('${token}', { api_host: 'https://eu.i.posthog.com'${options} })</script>`,
  })
  const messages = (name: string, token: string, options?: string): string[] =>
    of(saved(copy(name), start(token, options)), 'no-unmasked-session-replay', 'no-automatic-capture', 'no-risky-container').map(({ ruleId, message }) => `${ruleId}: ${message}`)

  it('tells of recordings where the tracker is started, with what they take', () => {
    const [capture, recording, ...others] = messages('posthog-open.js', 'phc_fixtureOpen0001').sort()
    expect(others).toEqual([])
    expect(capture).toMatch(/^no-automatic-capture: PostHog/)
    expect(recording).toContain('receives recordings through PostHog phc_fixtureOpen0001 that show the text of the page, '
      + 'with what is typed, bodies of requests and responses and what is written to the console: nothing here masks it, '
      + 'and the copy of its settings in copies/config.js says that it records.')
  })

  it('is silent where the project or the code has switched it off', () => {
    expect(messages('posthog-off.js', 'phc_fixtureOff00002')).toEqual([])
    expect(messages('posthog-open.js', 'phc_fixtureOpen0001', ', disable_session_recording: true, autocapture: false')).toEqual([])
  })

  it('is silent about recordings without text', () => {
    expect(messages('posthog-masked.json', 'phc_fixtureMask0003').filter((message) => message.startsWith('no-unmasked'))).toEqual([])
  })

  it('says that site apps are not read', () => {
    expect(saved(copy('posthog-open.js'), start('phc_fixtureOpen0001')).notChecked).toContain(
      'Of copies/config.js: its site apps, which run code of their own in the page.')
    expect(saved(copy('posthog-off.js'), start('phc_fixtureOff00002')).notChecked.filter((sentence) => sentence.includes('site apps'))).toEqual([])
  })
})

describe('a copy of the settings of a TikTok pixel', () => {
  it('tells what is matched and taken without code, and each event that was set up, at the setting', () => {
    const settings = copy('tiktok-CFIX000000000OPEN01.js')
    const [all, event, ...others] = told(saved(settings, { loads: true }))
    expect(others).toEqual([])
    expect(all && summary(all)).toBe('error on /schedule-appointment; receiver: tiktok-pixel; data: email, phone')
    expect(all?.message).toContain('It hashes e-mail addresses and phone numbers as they are found in fields')
    expect(all?.message).toContain('It sends a page view for every address that the application shows.')
    expect(all?.message).toContain('It sends descriptions of the page (open graph, microdata, json ld).')
    expect(pointedAt(settings, all)).toBe('"AutoAdvancedMatching"')
    expect(event && summary(event)).toBe('error on /schedule-appointment; receiver: tiktok-pixel')
    expect(event?.message).toContain('“event CompleteRegistration”')
    expect(event?.message).toContain('It is set for page view, page url contains "/schedule-appointment".')
    expect(pointedAt(settings, event)).toMatch(/^\{"code_id":7000000000000000011,/)
  })

  it('tells of a pixel with nothing switched on that it is there', () => {
    const [finding, ...others] = told(saved(copy('tiktok-CFIX000000000SHUT02.js'), { loads: true }))
    expect(others).toEqual([])
    expect(finding && summary(finding)).toBe('error on /schedule-appointment; receiver: tiktok-pixel')
    expect(finding?.message).not.toMatch(/It (?:hashes|sends)/)
  })

  it('is silent on public pages', () => {
    const elsewhere = copy('tiktok-CFIX000000000OPEN01.js').replace('/schedule-appointment', '/news')
    expect(told(saved(elsewhere, { loads: true, pages: [careers] }))).toEqual([])
  })

  it('decides whether the base code matches', () => {
    const captured = (id: string): string[] => of(saved(copy(`tiktok-${id}.js`), {
      code: `<script>!function(w,d,t){w.TiktokAnalyticsObject=t;var ttq=w[t]=w[t]||[];ttq.load=function(e){};ttq.load('${id}');ttq.page()}(window,document,'ttq');</script>`,
    }), 'no-automatic-capture').map(({ message }) => message)
    expect(captured('CFIX000000000OPEN01')).toEqual([expect.stringContaining('TikTok (ByteDance) receives hashes of e-mail addresses and phone numbers')])
    expect(captured('CFIX000000000SHUT02')).toEqual([])
  })

  it('is none when it is the base code alone', () => {
    const base = '!function (w, d, t) { w.TiktokAnalyticsObject=t; var ttq=w[t]=w[t]||[]; ttq.load("CFIX000000000OPEN01") }(window, document, "ttq")'
    expect(readSource('tiktok.js', base, () => true).container).toBeUndefined()
  })
})
