/** The page as text: what it holds, and that nothing of the scanned tree is more than text in it. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules/all.js'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { reportPage } from '../../../src/report/page/page.js'
import { pictureOf } from '../../../src/report/page/picture.js'
import { script } from '../../../src/report/page/script.js'
import { sourcesOf } from '../../../src/report/positions.js'
import { run } from '../../../src/run.js'
import type { PlacedSighting, ReachedRoute, RouteClass } from '../../../src/types.js'
import { siteTree, sitesFolder } from '../../sites/read-site.js'
import { hostile, hostileSources, options } from '../services/hostile.js'
import { leak, pixel, presence, report, route, sighting, sources } from '../toy-report.js'

interface Element {
  tag: string
  attributes: Record<string, string>
  text: string
}

function elementsOf(page: string): Element[] {
  const found: Element[] = []
  const textOf = (node: Tree.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) {
      found.push({ tag: node.tagName, attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), text: textOf(node) })
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(page))
  return found
}

const today = { ...options, date: '2026-06-01', title: 'clinic' }

describe('the page', () => {
  const page = reportPage(report({ findings: [leak, presence, { ...presence, fingerprint: 'eeeeeeee00000000', suppressed: { reason: 'agreement of March', until: '2027-01-31', by: 'comment' as const } }] }), sources, today)
  const elements = elementsOf(page)

  it('has one heading of the first level, and leaves out no level', () => {
    const levels = elements.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1)
      return level
    }, 0)
  })

  it('tells what leaves in the words of notices, to whom, why, and what to change', () => {
    const text = elements.find(({ tag }) => tag === 'main')?.text.replace(/\s+/g, ' ') ?? ''
    for (const each of ['reason for the visit', 'Do not send the reason.', 'the patient types the reason (textarea#reason)', 'agreement of March', '2027-01-31', 'Settings in vendor consoles.', '/portal/messages/:id']) {
      expect(text).toContain(each)
    }
  })

  it('links to parts of itself that are there, each once', () => {
    const ids = elements.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]))
    expect(new Set(ids).size).toBe(ids.length)
    const links = elements.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes['href'] ?? '')
    expect(links.length).toBeGreaterThan(8)
    expect(links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1)))).toEqual([])
  })

  it('asks for nothing from elsewhere, and lets nothing run but its own script', () => {
    expect(elements.filter(({ attributes }) => attributes['src'] !== undefined)).toEqual([])
    expect(elements.filter(({ tag }) => ['link', 'iframe', 'img', 'object', 'embed'].includes(tag))).toEqual([])
    expect(page).not.toMatch(/@import|url\(/)
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')?.attributes['content'] ?? ''
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    expect(policy).toContain('default-src \'none\'')
    expect(elements.filter(({ tag }) => tag === 'script').map(({ text }) => text)).toEqual([script])
  })

  it('is the same for the same report', () => {
    expect(reportPage(report(), sources, today)).toBe(reportPage(report(), sources, today))
  })

  it('says so when nothing was found', () => {
    const empty = elementsOf(reportPage(report({ findings: [], sightings: [], routes: [] }), sources, today)).find(({ tag }) => tag === 'main')?.text
    expect(empty).toContain('Nothing was found')
    expect(empty).toContain('No tracker code was seen')
  })
})

/** Elements and attributes that a page of an honest tree has. */
function vocabulary(page: string): Set<string> {
  return new Set(elementsOf(page).flatMap(({ tag, attributes }) => [tag, ...Object.keys(attributes).map((name) => `${tag} ${name}`)]))
}

describe('text of the scanned tree', () => {
  const known = new Set(readdirSync(sitesFolder).slice(0, 12).concat('lakeside-health').flatMap((name) => {
    const tree = siteTree(name)
    const result = run(tree, { ...defaultConfiguration, preset: 'strict' }, { rules })
    return [...vocabulary(reportPage({ ...result, problems: [{ file: 'a', line: 1, message: 'm' }] }, sourcesOf((file) => tree.text(file)), today))]
  }).concat([...vocabulary(reportPage(report({ findings: [leak, { ...presence, change: { kind: 'new', gains: [] } }, { ...presence, suppressed: { reason: 'r', until: null, by: 'comment' as const } }] }), sources, today))]))

  it('stays text, whatever it is', () => {
    const page = reportPage(hostile, hostileSources, { ...today, title: '<script>alert(1)</script>' })
    expect([...vocabulary(page)].filter((each) => !known.has(each))).toEqual([])
    expect(elementsOf(page).filter(({ tag }) => tag === 'script')).toHaveLength(1)
    expect(elementsOf(page).filter(({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('on')))).toEqual([])
    expect(elementsOf(page).find(({ tag }) => tag === 'main')?.text).toContain('<script>alert(1)</script>')
  })

  it('stays text in every place, for any text', () => {
    const pieces = fc.constantFrom('<', '>', '"', '\'', '&', '</script>', '<script>', '-->', '<!--', '`', '\u2028', '\u0000', 'a', ' ', '=', '/', '${x}', '&lt;', ']]>', 'javascript:')
    const texts = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(fc.property(texts, texts, (one, two) => {
      const page = reportPage(report({
        routes: [{ ...route(`/${one}`, 'portal', two), because: two }],
        findings: [{ ...leak, message: one, help: two, accountId: one, tracker: two, routes: [{ route: route(`/${two}`, 'portal', one), certainty: 'exact', via: [{ file: one, offset: null }] }], flow: [{ ...(leak.flow[0] as typeof leak.flow[0]), note: one }] }],
        sightings: [{ ...pixel, accountId: one, vendor: two, tracker: one }],
        problems: [{ file: one, line: 1, message: two }], notChecked: [one],
      }), sourcesOf(() => `${two}\n${one}`), today)
      expect([...vocabulary(page)].filter((each) => !known.has(each))).toEqual([])
    }), { numRuns: 60 })
  })
})

describe('the picture', () => {
  const reach = (path: string, routeClass: RouteClass): ReachedRoute => ({ route: route(path, routeClass, 'a'), certainty: 'exact', via: [] })
  const on = (tracker: string, ...routes: ReachedRoute[]): PlacedSighting => sighting('book.html', 'track', { tracker, vendor: tracker, routes })

  it('draws each route of a small site, the most sensitive first', () => {
    const picture = pictureOf([on('a', reach('/', 'public'), reach('/login', 'login')), on('b', reach('/login', 'login'))])
    expect(picture?.routes.map(({ label }) => label)).toEqual(['/login', '/'])
    expect(picture?.trackers.map(({ label }) => label)).toEqual(['a', 'b'])
    expect(picture?.links).toEqual([
      { left: 1, right: 0, count: 1, isPossible: false }, { left: 0, right: 0, count: 1, isPossible: false }, { left: 0, right: 1, count: 1, isPossible: false },
    ])
  })

  it('stays readable with 300 routes and 40 trackers: what belongs together is drawn once, and nothing is lost', () => {
    const routes = Array.from({ length: 300 }, (_, index) =>
      reach(`/${['portal', 'book', 'news', 'jobs'][index % 4]}/p${index}`, (['portal', 'scheduling', 'public', 'public'] as const)[index % 4] as RouteClass))
    const picture = pictureOf(Array.from({ length: 40 }, (_, index) => on(`t${index}`, ...routes.filter((_, at) => at % 40 <= index))))
    expect(picture?.routes.map(({ label, note }) => `${label} ${note}`)).toEqual([
      '/portal/… portal, 75 routes', '/book/… scheduling, 75 routes', '/jobs/… public, 75 routes', '/news/… public, 75 routes',
    ])
    expect(picture?.trackers).toHaveLength(16)
    expect(picture?.trackers.at(-1)?.label).toBe('25 more trackers')
    const pairs = Array.from({ length: 40 }, (_, index) => routes.filter((_, at) => at % 40 <= index).length).reduce((sum, each) => sum + each, 0)
    expect(picture?.links.reduce((sum, { count }) => sum + count, 0)).toBe(pairs)
  })

  it('draws classes when even the beginnings of paths are many', () => {
    const picture = pictureOf([on('a', ...Array.from({ length: 200 }, (_, index) => reach(`/x${index}/y`, index % 2 === 0 ? 'portal' : 'public')))])
    expect(picture?.routes.map(({ label, note }) => `${label} ${note}`)).toEqual(['portal pages 100 routes', 'public pages 100 routes'])
  })

  it('is left out where nothing is reached', () => {
    expect(pictureOf([on('a')])).toBeNull()
  })
})
