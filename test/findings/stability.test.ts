/** Fingerprints over all fixture sites: what an editor or a formatter does to a file is no change of a finding. */
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { run } from '../../src/run.js'
import type { Report, Tree } from '../../src/types.js'
import { siteTree, sitesFolder } from '../sites/read-site.js'

const sites = readdirSync(sitesFolder)

function check(tree: Tree): Report {
  return run(tree, { ...defaultConfiguration, preset: 'strict' }, { rules, today: '2026-06-01' })
}

const known = new Map<string, Report>()

function original(site: string): Report {
  if (!known.has(site)) known.set(site, check(siteTree(site)))
  return known.get(site) as Report
}

/** The site with other texts in the files that hold findings. */
async function changed(site: string, change: (path: string, text: string) => string | Promise<string>): Promise<Report> {
  const tree = siteTree(site)
  const texts = new Map<string, string>()
  for (const file of new Set(original(site).findings.map(({ file }) => file))) {
    texts.set(file, await change(file, tree.text(file) ?? ''))
  }
  return check({
    ...tree,
    text: (path) => texts.get(path) ?? tree.text(path),
    bytes: (path) => (texts.has(path) ? Buffer.from(texts.get(path) as string) : tree.bytes(path)),
  })
}

const prints = ({ findings }: Report): string[] => findings.map(({ fingerprint }) => fingerprint).sort()

/** Blank lines at the first place where they mean nothing: after front matter and declarations that have to come first. */
function linesAbove(text: string, lines: string): string {
  const fixed = /^(?:---\n[\s\S]*?\n---\n|<\?xml[^>]*\?>|<\?php\b|@page\b.*\n|#!.*\n)/.exec(text)?.[0] ?? ''
  return fixed + lines + text.slice(fixed.length)
}

const formatted = /\.(?:[cm]?[jt]sx?|vue|html)$/
/** Templates that only look like HTML. */
const templated = /\{[{%#]|<[%?]|<!--#|\$\{/

const styles = fc.record({
  printWidth: fc.constantFrom(40, 80, 140),
  tabWidth: fc.constantFrom(2, 4),
  useTabs: fc.boolean(),
  semi: fc.boolean(),
  singleQuote: fc.boolean(),
  jsxSingleQuote: fc.boolean(),
  quoteProps: fc.constantFrom('as-needed' as const, 'consistent' as const),
  trailingComma: fc.constantFrom('all' as const, 'none' as const),
  arrowParens: fc.constantFrom('always' as const, 'avoid' as const),
  bracketSpacing: fc.boolean(),
  bracketSameLine: fc.boolean(),
  vueIndentScriptAndStyle: fc.boolean(),
})

describe.each(sites)('fingerprints of %s', (site) => {
  it('are one each', () => {
    const all = prints(original(site))
    expect(new Set(all).size).toBe(all.length)
  })

  it('survive a hundred lines above', async () => {
    const after = await changed(site, (_, text) => linesAbove(text, '\n'.repeat(100)))
    expect(prints(after)).toEqual(prints(original(site)))
  })

  it('survive a formatter', async () => {
    const style = fc.sample(styles, { numRuns: 2, seed: 20260101 + sites.indexOf(site) })
    for (const options of style) {
      const after = await changed(site, (path, text) =>
        formatted.test(path) && !(path.endsWith('.html') && templated.test(text)) ? format(text, { ...options, filepath: path }) : text)
      expect(prints(after)).toEqual(prints(original(site)))
    }
  })
})
