import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createStore, run } from '../../src/run.js'
import type { Report } from '../../src/types.js'
import { memoryTree } from '../memory-tree.js'

/** What may stand in each file; every edit puts another of these in its place. */
const variants: Record<string, string[]> = {
  'package.json': ['{"name":"hospital-portal","description":"patients","dependencies":{"next":"16"}}'],
  'app/layout.tsx': [
    "import { Pixel } from '../lib/pixel'\nexport default function Layout(p) { return <html><body><Pixel />{p.children}</body></html> }",
    'export default function Layout(p) { return <html><body>{p.children}</body></html> }',
  ],
  'app/portal/messages/page.tsx': [
    "import { track } from '../../../lib/track'\nexport default function Page() { track('Open'); return <main /> }",
    "import { track } from '../../../lib/other'\nexport default function Page() { track('Open'); return <main /> }",
    "export default function Page() { window.fbq('track', 'Read'); return <main /> }",
    'export default function Page() { return <main /> }',
  ],
  'app/schedule/page.tsx': [
    "import { Form } from '../../components/form'\nexport default () => <Form />",
    'export default () => <main />',
  ],
  'components/form.tsx': [
    "import { track } from '../lib/track'\nexport const Form = () => <form onSubmit={() => track('Schedule')} />",
    "import * as t from '../lib/other'\nexport const Form = () => <form onSubmit={() => t.track('Schedule')} />",
    'export const Form = () => <form />',
  ],
  'lib/track.ts': [
    "export function track(name: string) { window.fbq('track', name) }",
    'export function track(name: string) { console.log(name) }',
    "export { track } from './other'",
    "window.fbq = window.fbq || function () {}\nexport const track = (name: string) => { window.gtag('event', name) }",
  ],
  'lib/other.ts': ['export const track = (name: string) => { window.dataLayer.push({ event: name }) }', 'export const track = () => {}'],
  'lib/pixel.tsx': [
    "export const Pixel = () => <script dangerouslySetInnerHTML={{ __html: `fbq('init', '101010101010101')` }} />",
    'export const Pixel = () => null',
    'export const Pixel = () => <p>(',
  ],
}

const first = Object.fromEntries(Object.entries(variants).map(([path, texts]) => [path, texts[0] as string]))

/** What a user sees; how much had to be read is not part of it. */
const seen = ({ sightings, findings, routes, problems }: Report): unknown => ({ sightings, findings, routes, problems })

describe('a run that remembers', () => {
  const edit = fc.constantFrom(...Object.keys(variants).filter((path) => path !== 'package.json'))
    .chain((path) => fc.constantFrom(...(variants[path] as string[])).map((text) => ({ path, text })))

  it('says what a run that does not would say, whatever was edited before', () => {
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const store = createStore()
      const files = { ...first }
      for (const { path, text } of [{ path: 'lib/track.ts', text: files['lib/track.ts'] as string }, ...edits]) {
        files[path] = text
        const tree = memoryTree({ ...files })
        const remembered = run(tree, defaultConfiguration, { store, rules, today: '2026-01-01' })
        const fresh = run(tree, defaultConfiguration, { rules, today: '2026-01-01' })
        expect(seen(remembered)).toEqual(seen(fresh))
      }
    }), { numRuns: 60 })
  })

  it('parses again only what changed', () => {
    const store = createStore()
    run(memoryTree(first), defaultConfiguration, { store, rules })
    const changed = { ...first, 'components/form.tsx': (variants['components/form.tsx'] as string[])[1] as string }
    expect(run(memoryTree(changed), defaultConfiguration, { store, rules }).files.parsed).toBe(1)
  })
})
