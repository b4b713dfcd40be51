/** Pages that embed a booking or portal widget are what the widget is. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { embeds, embedsIn } from '../../src/routes/embeds.js'
import { memoryTree } from '../memory-tree.js'

const named = (text: string): string[] => embedsIn(text).map(({ embed }) => `${embed.class} ${embed.name}`)

describe('what is embedded', () => {
  const cases: [text: string, expected: string[]][] = [
    ['<iframe id="openSchedulingFrame" class="widgetframe" src="https://mychart.example.org/MyChart/SignupAndSchedule/EmbeddedSchedule?id=1"></iframe>',
      ['scheduling open scheduling of Epic']],
    ['<iframe id={"openSchedulingFrame"} src={url} />', ['scheduling open scheduling of Epic']],
    ['<script>new EmbeddedWidgetController({ hostname: "https://mychart.example.org" })</script>', ['scheduling open scheduling of Epic']],
    ['<iframe src="/mychart/Authentication/Login"></iframe>', ['portal MyChart']],
    ['<iframe title="x" src={`https://mychart.example.org/${path}`} />', ['portal MyChart']],
    ['<script src="https://offsiteschedule.zocdoc.com/plugin/embed" async></script>', ['scheduling Zocdoc']],
    ["frame.src = 'https://z1-rpw.phreesia.net/ApptRequestForm.App/#/form/x?appointment=1'", ['scheduling Phreesia', 'intake Phreesia']],
    ['<div class="calendly-inline-widget" data-url="https://calendly.com/clinic/visit"></div>', ['scheduling an appointment calendar']],
    ['<iframe src="https://clinic.janeapp.com/embed/book_online"></iframe>', ['scheduling Jane']],
  ]
  it.each(cases)('%s', (text, expected) => expect(named(text)).toEqual(expected))
})

describe('what is not', () => {
  it.each([
    '<a href="https://mychart.example.org/MyChart/">MyChart</a>',
    '<a href="https://www.zocdoc.com/practice/x">Book on Zocdoc</a>',
    '<!-- <iframe src="https://mychart.example.org/MyChart/"></iframe> -->',
    '<iframe src="https://www.youtube.com/embed/mychart-tour"></iframe>',
    '<p>Ask for MyChart at the desk, or phone Phreesia.</p>',
    '<img src="/images/mychart-logo.png">',
    `${'<!--'.repeat(5000)} mychart src="`,
  ])('%s', (text) => expect(named(text)).toEqual([]))
})

it('every row has words, and a way to be seen', () => {
  for (const embed of embeds) {
    expect(embed.words.length, embed.name).toBeGreaterThan(0)
    expect(embed.frame ?? embed.mark, embed.name).toBeDefined()
  }
})

describe('routes', () => {
  const classes = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(createProject(memoryTree(files), defaultConfiguration).routes().map((route) => [route.path, `${route.class}: ${route.because}`]))
  const frame = '<iframe src="https://mychart.example.org/MyChart/SignupAndSchedule/EmbeddedSchedule?id=1"></iframe>'

  it('a page that embeds one', () => {
    expect(classes({ 'see-us.html': `<html><body>${frame}</body></html>`, 'jobs.html': '<html><body></body></html>' })).toEqual({
      '/see-us.html': 'scheduling: see-us.html embeds open scheduling of Epic', '/jobs.html': 'public: nothing in the path says more',
    })
  })

  const next = {
    'package.json': '{ "name": "clinic", "description": "patients", "dependencies": { "next": "15" } }',
    'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>',
    'app/page.tsx': 'export default () => <p />',
    'app/welcome/page.tsx': 'export default () => <p />',
  }

  it('a layout of some pages, and not one of all', () => {
    const widget = 'export default ({ children }) => <html><body>{children}<div className="zd-plugin" /></body></html>'
    expect(classes({ ...next, 'app/welcome/layout.tsx': widget })).toMatchObject({ '/': expect.stringMatching(/^public/) as string, '/welcome': 'scheduling: app/welcome/layout.tsx embeds Zocdoc' })
    expect(classes({ ...next, 'app/layout.tsx': widget })).toMatchObject({ '/welcome': expect.stringMatching(/^public/) as string })
  })

  it('a tool for all trades counts on a site about health', () => {
    const page = 'export default () => <iframe src="https://calendly.com/x/30min" />'
    expect(classes({ ...next, 'app/welcome/page.tsx': page })['/welcome']).toBe('scheduling: app/welcome/page.tsx embeds an appointment calendar')
    expect(classes({ ...next, 'package.json': '{ "name": "agency", "dependencies": { "next": "15" } }', 'app/welcome/page.tsx': page })['/welcome']).toMatch(/^public/)
  })

  it('the configuration has the last word', () => {
    const tree = memoryTree({ 'see-us.html': `<html><body>${frame}</body></html>` })
    const configuration = { ...defaultConfiguration, routes: [{ path: '/see-us.html', class: 'contact' as const }] }
    expect(createProject(tree, configuration).routes()[0]?.class).toBe('contact')
  })
})
