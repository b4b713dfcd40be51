/** Pages are what they show: widgets in components, forms of their own; and which pages have a form at all. */
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration, type Configuration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { run } from '../../src/run.js'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'

const clinic = { 'package.json': '{ "name": "elm-clinic", "description": "for patients", "dependencies": { "next": "15" } }' }
const plain = 'export default () => <p />'
const next = { ...clinic, 'app/layout.tsx': 'export default ({ children }) => <html><body>{children}</body></html>', 'app/page.tsx': plain, 'app/welcome/page.tsx': plain, 'app/hours/page.tsx': plain }

function classes(files: Record<string, string>): Record<string, string> {
  const project = createProject(memoryTree(files), defaultConfiguration)
  return Object.fromEntries(project.routes().filter((route) => route.class !== 'public')
    .map((route) => [route.path, `${route.class}${route.classCertainty === undefined ? '' : ` (${route.classCertainty})`}: ${route.because}`]))
}

describe('a widget', () => {
  const widget = { 'components/Book.tsx': 'export const Book = () => <iframe src="https://clinic.janeapp.com/embed/book_online" />\nexport const Other = () => <p />' }

  it('in a component makes the pages that show it what it is, and no others', () => {
    const files = { ...next, ...widget, 'app/welcome/page.tsx': "import { Book } from '../../components/Book'\nexport default () => <Book />", 'app/hours/page.tsx': "import { Other } from '../../components/Book'\nexport default () => <Other />" }
    expect(classes(files)).toEqual({ '/welcome': 'scheduling: components/Book.tsx embeds Jane' })
  })

  it('on all pages makes none of them one for booking', () => {
    expect(classes({ ...next, ...widget, 'app/layout.tsx': "import { Book } from '../components/Book'\nexport default ({ children }) => <html><body>{children}<Book /></body></html>" })).toEqual({})
  })

  it('in a copy on most pages of many makes none either', () => {
    const page = (body: string): string => `<html><body>${body}</body></html>`
    const frame = '<iframe src="https://clinic.janeapp.com/embed/book_online"></iframe>'
    const some = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => [`${name}.html`, page(at < 4 ? frame : '')]))
    expect(classes(some)).toEqual({})
    expect(Object.keys(classes({ ...some, 'a.html': page(''), 'b.html': page('') }))).toEqual(['/c.html', '/d.html'])
  })
})

describe('a form of the site', () => {
  const page = (form: string): Record<string, string> => ({ ...next, 'app/welcome/page.tsx': `export default () => ${form}` })

  it.each([
    ['that asks when somebody wants to come', '<form><input name="email" /><input name="appointment_date" type="date" /></form>', 'scheduling (likely): app/welcome/page.tsx has a form that asks for an appointment'],
    ['that asks what somebody has', '<form><textarea name="symptoms" /><input name="date_of_birth" /></form>', 'intake (likely): app/welcome/page.tsx has a form that asks for a person’s health'],
    ['that says so by its name', '<form id="appointment-form"><input name="email" /></form>', 'scheduling (likely): app/welcome/page.tsx has a form for appointments by its name'],
  ])('%s', (_, form, expected) => {
    expect(classes(page(form))).toEqual({ '/welcome': expected })
  })

  it.each([
    ['for a message', '<form><input name="email" /><textarea name="message" /></form>'],
    ['for a newsletter', '<form id="newsletter"><input name="email" type="email" /></form>'],
    ['to search with', '<form role="search"><input name="q" type="search" /></form>'],
    ['that takes a date of an event', '<form><input name="event_date" type="date" /></form>'],
  ])('%s is none', (_, form) => {
    expect(classes(page(form))).toEqual({})
  })

  it('on a site about something else is none', () => {
    const form = '<form><input name="email" /><input name="appointment_date" type="date" /></form>'
    expect(classes({ ...page(form), 'package.json': '{ "name": "shop", "dependencies": { "next": "15" } }' })).toEqual({})
  })

  it('for the people who work there asks no patient', () => {
    const form = '<form><input name="email" /><input name="appointment_date" type="date" /></form>'
    const shown = (path: string): Record<string, string> => ({ ...next, [`app/${path}/page.tsx`]: `export default () => ${form}` })
    expect(classes(shown('admin/settings'))).toEqual({})
    expect(Object.keys(classes(shown('your/settings')))).toEqual(['/your/settings'])
  })

  it('may be a piece of a plain page, with labels', () => {
    const piece = '<form><label>Your name<input></label><label>Preferred date<input type="date"></label></form>'
    expect(classes({ 'README.md': 'A clinic for patients.', 'index.html': "<html><body><script>fetch('parts/ask.html')</script></body></html>", 'parts/ask.html': piece }))
      .toEqual({ '/': 'scheduling (likely): parts/ask.html has a form that asks for an appointment' })
  })
})

describe('a page about bills', () => {
  const pixel = '<script src="https://connect.facebook.net/en_US/fbevents.js"></script>'
  const severities = (body: string, configuration: Partial<Configuration> = {}): Report['findings'][number]['severity'][] =>
    run(memoryTree({ 'README.md': 'A clinic for patients.', 'pay-my-bill.html': `<html><body>${pixel}${body}</body></html>`, 'index.html': '<html></html>' }), { ...defaultConfiguration, ...configuration }, { rules })
      .findings.map(({ severity }) => severity)

  it('is a warning, with a form an error', () => {
    expect(severities('<p>Pay at the desk.</p>')).toEqual(['warning'])
    expect(severities('<form><input name="card"></form>')).toEqual(['error'])
  })

  it('may be what the configuration says', () => {
    expect(severities('', { routes: [{ path: '/pay-my-bill.html', class: 'public' }] })).toEqual([])
    expect(severities('', { routes: [{ files: 'pay-*.html', class: 'portal' }] })).toEqual(['error'])
  })
})

describe('a floor, extra routes and registries', () => {
  const files = { 'README.md': 'A clinic for patients.', 'shown/about.html': '<p></p><script src="https://connect.facebook.net/en_US/fbevents.js"></script>', 'list.json': '[{ "url": "/my-care/visits", "page": "about" }]' }
  const told = (configuration: Partial<Configuration>): string[] => run(memoryTree(files), { ...defaultConfiguration, ...configuration }, { rules })
    .findings.map(({ severity, routes }) => `${severity} ${routes.map(({ route }) => `${route.path} ${route.class}`).join(', ')}`)

  it('reach to the findings', () => {
    expect(told({})).toEqual([])
    expect(told({ extraRoutes: [{ path: '/hours', files: ['shown/about.html'] }] })).toEqual([])
    expect(told({ extraRoutes: [{ path: '/hours', files: ['shown/about.html'] }], floor: 'condition' })).toEqual(['warning /hours condition'])
    expect(told({ extraRoutes: [{ path: '/hours', files: ['shown/about.html'], class: 'intake' }] })).toEqual(['error /hours intake'])
    expect(told({ registries: [{ file: 'list.json', path: 'url', files: ['shown/{page}.html'] }] })).toEqual(['error /my-care/visits portal'])
  })
})
