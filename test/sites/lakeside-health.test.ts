/**
 * The demonstration site, finding by finding: a campaign pixel that reached the portal, and a scheduling widget that
 * tells the tag manager and the pixel which doctor was chosen and why. Read by hand; the engine has to agree.
 */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import type { Finding } from '../../src/types.js'
import { lineOf, siteTree } from './read-site.js'

const tree = siteTree('lakeside-health')
const report = run(tree, defaultConfiguration, { rules })
const theme = 'wp-content/themes/lakeside'

describe('routes', () => {
  it('of the portal, with their files', () => {
    const found = report.routes
      .filter((route) => route.framework === 'next-app')
      .map((route) => `${route.path} ${route.class} ${route.certainty} ${route.file}`)
    expect(found.sort()).toEqual([
      '/ public exact portal/next.config.mjs',
      '/accessibility public exact portal/app/accessibility/page.tsx',
      '/api/appointments scheduling exact portal/app/api/appointments/route.ts',
      '/login login exact portal/app/login/page.tsx',
      '/portal/appointments portal exact portal/app/portal/appointments/page.tsx',
      '/portal/appointments/:id portal exact portal/app/portal/appointments/[id]/page.tsx',
      '/portal/emergency-contacts portal exact portal/app/portal/emergency-contacts/page.tsx',
      '/portal/medications portal exact portal/app/portal/medications/page.tsx',
      '/portal/messages portal exact portal/app/portal/messages/page.tsx',
    ])
  })

  it('of the theme: a template for a slug is likely that page, the rest could be any', () => {
    const found = report.routes
      .filter((route) => route.file.startsWith(theme))
      .map((route) => `${route.path} ${route.class} ${route.certainty} ${route.file.slice(theme.length + 1)}`)
    expect(found.sort()).toEqual([
      '/ public exact front-page.php',
      '/* public possible index.php',
      '/cardiology condition likely page-cardiology.php',
      '/careers public likely page-careers.php',
      '/find-a-doctor provider-search likely page-find-a-doctor.php',
      '/providers/:slug provider-search likely index.php',
      '/request-appointment scheduling likely page-request-appointment.php',
      '/visiting-hours public likely page-visiting-hours.php',
    ])
  })

  it('of the widget', () => {
    const found = report.routes.filter((route) => route.file.startsWith('scheduling/'))
    expect(found.map((route) => `${route.path} ${route.class} ${route.certainty}`).sort()).toEqual([
      '/scheduling scheduling exact',
      '/scheduling/embed.html scheduling exact',
    ])
  })
})

/** `file:line` of the one line of a file that begins with this code. */
function placeOf(file: string, code: string): string {
  const lines = (tree.text(file) ?? '').split('\n')
  const found = lines.flatMap((line, index) => (line.trimStart().startsWith(code) ? [index + 1] : []))
  expect(found, `lines of ${file} that begin with ${code}`).toHaveLength(1)
  return `${file}:${found[0]}`
}

const tagManager = '(function(w,d,s,l,i)'

describe('sightings', () => {
  const found = report.sightings.map(({ file, span, kind, tracker, accountId, event }) =>
    `${file}:${lineOf(tree, file, span.start)} ${kind} ${tracker} ${accountId ?? event ?? ''}`)

  it.each([
    [`${theme}/inc/campaign-pixel.php`, "fbq('init'", 'snippet meta-pixel 101010101010101'],
    [`${theme}/inc/campaign-pixel.php`, '<img', 'noscript-pixel meta-pixel 101010101010101'],
    [`${theme}/header.php`, tagManager, 'container google-tag-manager GTM-LAKE5ID'],
    [`${theme}/header.php`, '<noscript><iframe', 'noscript-pixel google-tag-manager GTM-LAKE5ID'],
    [`${theme}/page-find-a-doctor.php`, "fbq('track'", 'event-call meta-pixel Search'],
    [`${theme}/page-careers.php`, 'dataLayer.push', 'event-call google-tag-manager careers_outbound'],
    ['scheduling/index.html', tagManager, 'container google-tag-manager GTM-LAKE5ID'],
    ['scheduling/widget.js', "window.dataLayer.push({ event: 'doctor", 'event-call google-tag-manager doctor_selected'],
    ['scheduling/widget.js', "window.dataLayer.push({ event: 'day", 'event-call google-tag-manager day_selected'],
    ['scheduling/widget.js', "fbq('track'", 'event-call meta-pixel Schedule'],
    ['portal/components/CampaignPixel.tsx', '<img', 'noscript-pixel meta-pixel 101010101010101'],
    ['portal/components/MessageComposer.tsx', 'trackEvent(', 'event-call meta-pixel message_sent'],
    ['portal/components/MessageComposer.tsx', 'trackEvent(', 'event-call google-tag-manager message_sent'],
    ['portal/components/RefillForm.tsx', 'trackEvent(', 'event-call meta-pixel refill_requested'],
    ['portal/components/AppointmentRequest.tsx', 'trackEvent(', 'event-call meta-pixel appointment_requested'],
    ['portal/components/ThemeSwitch.tsx', 'trackPreference(', 'event-call meta-pixel preference_changed'],
  ])('%s: %s is a %s', (file, code, seen) => {
    expect(found).toContain(`${placeOf(file, code)} ${seen}`)
  })

  it('the id of a snippet that is put together from a constant', () => {
    const file = 'portal/components/CampaignPixel.tsx'
    expect(found).toContain(`${placeOf(file, "fbq('init'")} snippet meta-pixel 101010101010101`)
  })

  it('nothing in text that only talks about code', () => {
    expect(found.filter((line) => /embed\.html|README/.test(line))).toEqual([])
  })
})

describe('findings', () => {
  const at = (file: string, code: string, ruleId: string): Finding[] => {
    const place = placeOf(file, code)
    return report.findings.filter(
      (finding) => finding.ruleId === ruleId && `${finding.file}:${lineOf(tree, finding.file, finding.span.start)}` === place,
    )
  }

  it('the campaign pixel reaches the sign-in page and the whole portal', () => {
    const [pixel] = at('portal/components/CampaignPixel.tsx', "fbq('init'", 'no-tracker-on-sensitive-route')
    expect(pixel).toMatchObject({ severity: 'error', tracker: 'meta-pixel' })
    expect(pixel?.routes.map(({ route }) => route.path).sort()).toEqual([
      '/login',
      '/portal/appointments',
      '/portal/appointments/:id',
      '/portal/emergency-contacts',
      '/portal/medications',
      '/portal/messages',
    ])
    const chain = pixel?.routes.find(({ route }) => route.path === '/portal/messages')?.via.map(({ file }) => file)
    expect(chain).toEqual(['portal/app/layout.tsx', 'portal/components/CampaignPixel.tsx'])
  })

  it('the same pixel on the website: an error on scheduling, never for careers and visiting hours', () => {
    const [pixel] = at(`${theme}/inc/campaign-pixel.php`, "fbq('init'", 'no-tracker-on-sensitive-route')
    expect(pixel?.severity).toBe('error')
    const paths = pixel?.routes.map(({ route }) => route.path) ?? []
    expect(paths).toEqual(expect.arrayContaining(['/request-appointment', '/find-a-doctor', '/cardiology']))
    expect(paths).not.toContain('/careers')
    expect(paths).not.toContain('/visiting-hours')
  })

  it('that a day was chosen is an event and no patient data', () => {
    const code = "window.dataLayer.push({ event: 'day"
    expect(at('scheduling/widget.js', code, 'no-tracking-event-on-sensitive-route')).toHaveLength(1)
    expect(at('scheduling/widget.js', code, 'no-form-data-in-tracking')).toEqual([])
  })

  it('a wrapper that picks a switch and a constant sends no patient data', () => {
    expect(at('portal/components/ThemeSwitch.tsx', 'trackPreference(', 'no-form-data-in-tracking')).toEqual([])
  })

  it('nothing is said about pages that only the public sees', () => {
    const quiet = /page-careers|page-visiting-hours|accessibility|embed\.html|footer\.php|front-page/
    expect(report.findings.filter((finding) => quiet.test(finding.file))).toEqual([])
  })

  describe('flows and containers', () => {
    it('the widget tells Meta the doctor and the reason', () => {
      const [leak] = at('scheduling/widget.js', "fbq('track'", 'no-form-data-in-tracking')
      expect(leak).toMatchObject({ severity: 'error', tracker: 'meta-pixel', confidence: 'sent-by-this-code' })
      expect(leak?.dataCategories).toEqual(expect.arrayContaining(['provider', 'reason-for-visit']))
      expect(leak?.dataCategories).not.toContain('email')
      expect(leak?.flow.at(-1)).toMatchObject({ file: 'scheduling/widget.js' })
    })

    it.each([
      ['AppointmentRequest.tsx', ['provider', 'reason-for-visit']],
      ['MessageComposer.tsx', ['message']],
      ['RefillForm.tsx', ['medication']],
    ])('the portal module sends what %s was filled with', (name, categories) => {
      const file = `portal/components/${name}`
      const leaks = at(file, 'trackEvent(', 'no-form-data-in-tracking')
      expect(leaks.map(({ tracker }) => tracker)).toContain('meta-pixel')
      for (const leak of leaks) {
        expect(leak.severity).toBe('error')
        expect(leak.dataCategories).toEqual(expect.arrayContaining(categories))
        expect(leak.flow.map((step) => step.file)).toEqual(expect.arrayContaining([file, 'portal/lib/analytics.ts']))
      }
    })

    it('advanced matching with the emergency contact', () => {
      const [leak] = at('portal/components/EmergencyContactForm.tsx', 'window.fbq', 'no-identity-in-tracking')
      expect(leak).toMatchObject({ severity: 'error', tracker: 'meta-pixel' })
      expect(leak?.dataCategories).toEqual(expect.arrayContaining(['name', 'phone']))
    })

    it('the committed container: a pixel on all pages and a variable that reads the reason, not the careers tag', () => {
      const file = 'containers/GTM-LAKE5ID.json'
      const found = report.findings.filter((finding) => finding.file === file && finding.ruleId === 'no-risky-container')
      const said = found.map(({ message }) => message).join('\n')
      expect(said).toContain('Meta base code, spring campaign')
      expect(said).toContain('Reason for visit')
      expect(said).not.toContain('careers only')
    })
  })
})
