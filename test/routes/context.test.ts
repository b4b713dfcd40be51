/** What a repository is about, from what it says of itself and not from what its pages are made of. */
import { describe, expect, it } from 'vitest'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

function classOf(files: Record<string, string>, path: string): string | undefined {
  return createProject(memoryTree(files), defaultConfiguration).routes().find((route) => route.path === path)?.class
}

describe('a site is about what it says of itself', () => {
  const pages = (head: string, text: string): Record<string, string> => ({
    'index.html': `<html><head><title>Elm Street</title>${head}</head><body>${text}</body></html>`, 'book-appointment.html': '<html></html>',
  })

  it('in its words, where booking a car or a haircut is no visit to a doctor', () => {
    expect(classOf(pages('', '<p>Car, auto and limo service</p>'), '/book-appointment.html')).toBe('public')
    expect(classOf(pages('', '<p>Dermatology for patients</p>'), '/book-appointment.html')).toBe('scheduling')
  })

  it('in its title above all: a page that a build made says nothing else', () => {
    const isAboutHealth = (title: string): boolean => createProject(memoryTree({
      'index.html': `<html><head><title>${title}</title></head><body><div id="app"></div><script src="main.js"></script></body></html>`,
      'main.js': '(() => { start() })()',
    }), defaultConfiguration).isAboutHealth()
    expect(isAboutHealth('Elm Health')).toBe(true)
    expect(isAboutHealth('Elm Street')).toBe(false)
  })

  it('and not in its styles and scripts, whose words are for browsers', () => {
    const styles = '<meta property="og:type" content="website"><meta property="og:url" content="/"><meta property="og:title" content="Elm"><style>a { margin: 0 auto } b { margin: auto } c { overflow: auto }</style><script>var car = 1, auto = 2, transfer = 3</script>'
    expect(classOf(pages(styles, '<p style="width: auto" class="car auto">Welcome</p>'), '/book-appointment.html')).toBe('scheduling')
  })

  it('a theme in the comments of its style sheet, and not in its rules', () => {
    const theme = (comment: string): Record<string, string> => ({
      'style.css': `/*\nTheme Name: Elm\nDescription: ${comment}\n*/\na { margin: 0 auto }\nb { width: auto }\nc { overflow: auto }`,
      'index.php': '<?php get_header(); ?>', 'header.php': '<html><head><?php wp_head(); ?></head>', 'functions.php': '<?php',
      'page-book-appointment.php': '<?php /* Template Name: Book */ get_header(); ?>',
    })
    expect(classOf(theme('A theme.'), '/book-appointment')).toBe('scheduling')
    expect(classOf(theme('Car, auto and limo service.'), '/book-appointment')).toBe('public')
  })
})

describe('a dashboard is of those who have its pages', () => {
  const page = 'export default function Page() { return null }'
  const clinic = (...pages: string[]): Record<string, string> => ({
    'package.json': '{ "name": "elm-clinic", "description": "Patients and doctors", "dependencies": { "next": "15" } }',
    'app/portal/page.tsx': page, 'app/dashboard/page.tsx': page, ...Object.fromEntries(pages.map((name) => [`app/dashboard/${name}/page.tsx`, page])),
  })
  const running = ['inventory', 'payroll', 'leads', 'marketing-campaigns']

  it('of patients where nothing says more', () => {
    expect(classOf(clinic('messages', 'inventory'), '/dashboard')).toBe('portal')
    expect(classOf(clinic('messages', 'inventory'), '/dashboard/messages')).toBe('portal')
  })

  it('of those who run the place where its pages are about that', () => {
    expect(classOf(clinic(...running), '/dashboard')).toBe('public')
    expect(classOf(clinic(...running, 'messages'), '/dashboard/messages')).toBe('public')
    expect(classOf(clinic(...running), '/portal')).toBe('portal')
  })

  it('of both where patients have their own pages in it', () => {
    expect(classOf(clinic(...running, 'my-appointments'), '/dashboard')).toBe('portal')
    expect(classOf(clinic(...running, 'book-appointment'), '/dashboard')).toBe('portal')
  })
})

describe('whose pages they are, told by what else is there', () => {
  const about = { 'README.md': 'The clinic: patients, doctors, appointments, health.', 'package.json': '{ "dependencies": { "next": "15" } }' }
  const pages = (paths: readonly string[]): Record<string, string> =>
    ({ ...about, ...Object.fromEntries(paths.map((path) => [`app${path}/page.tsx`, 'export default () => <p />'])) })
  const classes = (...paths: readonly string[]): string[] =>
    paths.filter((path) => classOf(pages([...paths, '/login']), path) !== 'public')

  it('a role that has a dashboard has all that is below it; a list of such people has not', () => {
    expect(classes('/pharmacist/dashboard', '/pharmacist/orders', '/pharmacist/messages')).toEqual([])
    expect(classes('/orders', '/messages')).toEqual(['/orders', '/messages'])
    expect(classes('/doctors', '/doctors/settings-and-fees', '/doctor/dashboard', '/doctor/messages')).toEqual(['/doctors'])
  })

  it('a dashboard with lists of people is for those who keep them, unless patients have pages there as well', () => {
    expect(classes('/dashboard/staff', '/dashboard/account', '/dashboard/calendar')).toEqual([])
    expect(classes('/dashboard/account', '/dashboard/calendar')).toEqual(['/dashboard/account', '/dashboard/calendar'])
    expect(classes('/dashboard/users', '/dashboard/book-appointment', '/dashboard/account')).toEqual(['/dashboard/users', '/dashboard/book-appointment', '/dashboard/account'])
  })

  it('a place that keeps stock and staff has accounts of its own people', () => {
    const store = ['/inventory', '/suppliers', '/shipment/list', '/warehouse', '/orders']
    expect(classes(...store)).toEqual([])
    expect(classes('/inventory', '/suppliers', '/orders')).toEqual(['/orders'])
    expect(classes(...store, '/my-prescriptions')).toEqual(['/orders', '/my-prescriptions'])
  })
})
