import { describe, expect, test } from 'vitest'
import { isOnRoute } from '../../rules/inventory.js'
import { noUndeclaredTracker } from '../../rules/no-undeclared-tracker.js'
import { reach, report, route, sighting } from './toy-project.js'

const home = [reach(route('/', 'public'))]
const login = [reach(route('/login', 'login'))]

describe('against the inventory', () => {
  test('silent until one is declared', () => {
    expect(report(noUndeclaredTracker, [sighting(1, login)])).toEqual([])
  })

  test('an empty inventory admits nothing', () => {
    expect(report(noUndeclaredTracker, [sighting(1, login)], { allow: [] })).toMatchObject([{ severity: 'error' }])
    expect(report(noUndeclaredTracker, [sighting(1, home)], { allow: [] })).toMatchObject([{ severity: 'warning' }])
  })

  test('a declared account is silent, another is told with the declared ones', () => {
    const allow = [{ tracker: 'toy-pixel', accounts: ['111'] }]
    expect(report(noUndeclaredTracker, [sighting(1, home)], { allow })).toEqual([])
    const drafts = report(noUndeclaredTracker, [sighting(1, home), sighting(9, home, { accountId: '999' })], { allow })
    expect(drafts.map(({ message }) => message)).toEqual([expect.stringContaining('Toy Pixel 999 is not in the declared')])
    expect(drafts[0]?.message).toContain('(declared are the accounts 111)')
    expect(drafts[0]?.help).toContain('{ "tracker": "toy-pixel", "accounts": ["999"] }')
  })

  test('tags of a container are code that runs', () => {
    const tag = { file: 'GTM.json', index: 0, name: 'Their pixel', type: 'custom HTML', container: 'GTM-TOYTOYS', triggers: [] }
    const ours = sighting(1, home, { file: 'GTM.json', accountId: '111', tag })
    const theirs = sighting(9, home, { file: 'GTM.json', accountId: '999', tag, kind: 'event-call' })
    const allow = [{ tracker: 'toy-pixel', accounts: ['111'] }]
    expect(report(noUndeclaredTracker, [ours], { allow })).toEqual([])
    expect(report(noUndeclaredTracker, [ours, theirs], { allow }).map(({ message }) => message)).toEqual([expect.stringContaining(
      'Toy Pixel 999 in the tag “Their pixel” of container GTM-TOYTOYS is not in the declared inventory')])
  })

  test('an account that is not literal fits any declaration of its tracker', () => {
    const allow = [{ tracker: 'toy-pixel', accounts: ['111'] }]
    expect(report(noUndeclaredTracker, [sighting(1, home, { accountId: null })], { allow })).toEqual([])
  })

  test('routes outside the declared ones are told', () => {
    const allow = [{ tracker: 'toy-pixel', routes: ['/blog/**'] }]
    const blog = reach(route('/blog/flu', 'public'))
    expect(report(noUndeclaredTracker, [sighting(1, [blog])], { allow })).toEqual([])
    const [draft] = report(noUndeclaredTracker, [sighting(1, [blog, ...login])], { allow })
    expect(draft?.message).toContain('is declared for /blog/**, and also runs on /login (pages/login.html)')
    expect(draft?.severity).toBe('error')
  })

  test('a declaration without code is told at the configuration file', () => {
    const allow = [{ tracker: 'toy-pixel', accounts: ['111', '222'] }, { tracker: 'toy-errors' }]
    const drafts = report(noUndeclaredTracker, [sighting(1, home)], { allow })
    expect(drafts.map(({ file, message }) => [file, message])).toEqual([
      ['pixelward.config.json', 'The declared inventory names toy-pixel (222), which is no longer in the code.'],
      ['pixelward.config.json', 'The declared inventory names toy-errors, which is no longer in the code.'],
    ])
  })
})

describe('twice on a sensitive route, inventory or not', () => {
  test('a second account of one tracker', () => {
    const drafts = report(noUndeclaredTracker, [sighting(1, login), sighting(9, login, { accountId: '222' })])
    expect(drafts).toMatchObject([{ severity: 'warning', span: { start: 9 } }])
    expect(drafts[0]?.message).toContain('Toy Pixel 222 is a second account besides 111 (layout.html:1)')
  })

  test('the same account from two files', () => {
    const [draft] = report(noUndeclaredTracker, [sighting(1, login, { file: 'a.html' }), sighting(9, login, { file: 'b.html' })])
    expect(draft?.message).toContain('Toy Pixel 111 is brought in a second time (a.html:1)')
  })

  test('not on public pages, not on different pages, not where templates may exclude each other', () => {
    const second = { accountId: '222' }
    expect(report(noUndeclaredTracker, [sighting(1, home), sighting(9, home, second)])).toEqual([])
    const portal = [reach(route('/portal', 'portal'))]
    expect(report(noUndeclaredTracker, [sighting(1, login), sighting(9, portal, second)])).toEqual([])
    const shared = route('/login', 'login')
    const possible = { ...second, file: 'other.html' }
    expect(report(noUndeclaredTracker, [sighting(1, [reach(shared)]), sighting(9, [reach(shared, 'possible')], possible)])).toEqual([])
  })

  test('a page in a frame of another has its own copy', () => {
    const book = route('/book', 'scheduling')
    const widget = route('/widget', 'scheduling')
    const inFrame = [reach(widget), reach(book, 'exact', widget.file)]
    expect(report(noUndeclaredTracker, [
      sighting(1, [reach(book)], { file: book.file }),
      sighting(9, inFrame, { file: widget.file }),
    ])).toEqual([])
  })

  test('the noscript half in another file is no second copy', () => {
    const half = { kind: 'noscript-pixel' as const, file: 'body.html' }
    expect(report(noUndeclaredTracker, [sighting(1, login), sighting(9, login, half)])).toEqual([])
  })
})

test.each([
  ['/blog/**', '/blog', true],
  ['/blog/**', '/blog/a/b', true],
  ['/blog/**', '/blogs', false],
  ['/blog/*', '/blog/a', true],
  ['/blog/*', '/blog/a/b', false],
  ['/**', '/', true],
  ['/**/book', '/en/clinics/book', true],
  ['/docs/v*', '/docs/v2', true],
  ['/a.b', '/aXb', false],
])('glob %s on %s: %s', (glob, path, expected) => {
  expect(isOnRoute(glob, path)).toBe(expected)
})
