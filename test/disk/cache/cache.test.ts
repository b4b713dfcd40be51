import { readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../../rules/all.js'
import { defaultConfiguration } from '../../../src/configuration/configuration.js'
import { openCache, type FactsCache } from '../../../src/disk/cache/cache.js'
import { cacheFolder, toolIdentity } from '../../../src/disk/cache/location.js'
import { diskTree } from '../../../src/disk/tree.js'
import { readFacts } from '../../../src/facts/read.js'
import { createStore } from '../../../src/project/store.js'
import { run } from '../../../src/run.js'
import type { Report } from '../../../src/types.js'
import { siteTree, sitesFolder } from '../../sites/read-site.js'
import { temporaryFolder } from '../temporary-folder.js'

const later = (): number => Date.now() + 60_000

function look(root: string, folder: string, tool = '1.0.0', now = later): { report: Report; cache: FactsCache } {
  const cache = openCache(folder, tool, now)
  const store = createStore(true, cache.archive)
  const report = run(cache.identified(diskTree(root)), { ...defaultConfiguration, preset: 'strict' }, { rules, store })
  cache.save(store.entries)
  return { report, cache }
}

const told = ({ files: _, ...rest }: Report): unknown => rest

const site = {
  'package.json': '{}',
  'login.html': '<!doctype html><body><script src="track.js"></script><script>send(\'a\')</script></body>',
  'track.js': 'function send(name) { fbq(\'track\', name) }\nfbq(\'init\', \'101010101010101\')\n',
  'other.js': 'export const x = 1\n',
}

describe('a run with what an earlier one kept', () => {
  it.each(readdirSync(sitesFolder))('says of %s what a first run says, and parses nothing', (name) => {
    const folder = temporaryFolder({})
    const root = join(sitesFolder, name)
    const first = look(root, folder)
    const second = look(root, folder)
    expect(told(second.report)).toEqual(told(first.report))
    expect(second.report.files).toEqual({ seen: first.report.files.seen, parsed: 0, fromCache: first.report.files.parsed })
    expect(told(run(diskTree(root), { ...defaultConfiguration, preset: 'strict' }, { rules }))).toEqual(told(first.report))
  })

  it('reads anew what changed', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    look(root, folder)
    writeFileSync(join(root, 'track.js'), 'function send(name) { fbq(\'track\', name) }\n')
    const { report } = look(root, folder)
    expect(report.files.parsed).toBe(1)
    expect(told(report)).toEqual(told(run(diskTree(root), { ...defaultConfiguration, preset: 'strict' }, { rules })))
  })

  it('sees a change that leaves length and time as they were, within the tick of a clock', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    // The run happens right after the file was written.
    look(root, folder, '1.0.0', Date.now)
    const path = join(root, 'track.js')
    const { atime, mtime } = statSync(path)
    writeFileSync(path, site['track.js'].replaceAll('fbq', 'xyz'))
    utimesSync(path, atime, mtime)
    expect(look(root, folder).report.findings).toEqual([])
  })

  it('writes nothing when it learnt nothing', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    look(root, folder)
    look(root, folder)
    const before = readFileSync(join(folder, 'index.json'), 'utf8')
    look(root, folder)
    expect(readFileSync(join(folder, 'index.json'), 'utf8')).toBe(before)
  })

  it('uses nothing of another version', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    const { report } = look(root, folder)
    expect(look(root, folder, '1.0.1').report.files).toEqual({ ...report.files, fromCache: 0 })
  })
})

describe('what is damaged', () => {
  const damages: Record<string, (folder: string) => void> = {
    'an empty index': (folder) => writeFileSync(join(folder, 'index.json'), ''),
    'an index cut short': (folder) => truncateSync(join(folder, 'index.json'), 400),
    'an index with other content': (folder) => {
      const text = readFileSync(join(folder, 'index.json'), 'utf8')
      writeFileSync(join(folder, 'index.json'), text.replace(/"marked":true/, '"marked":false'))
    },
    'packs cut short': (folder) => packs(folder).forEach((path) => truncateSync(path, 10)),
    'packs with other bytes': (folder) => packs(folder).forEach((path) => writeFileSync(path, readFileSync(path).map((byte) => byte ^ 1))),
    'packs that are gone': (folder) => packs(folder).forEach((path) => rmSync(path)),
  }
  const packs = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.pack')).map((name) => join(folder, name))

  it.each(Object.entries(damages))('is done without: %s', (_, damage) => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    const { report } = look(root, folder)
    damage(folder)
    expect(told(look(root, folder).report)).toEqual(told(report))
    // And mended by the way.
    expect(look(root, folder).report.files.parsed).toBe(0)
  })

  it('a folder that cannot be made is done without', () => {
    const root = temporaryFolder(site)
    const file = join(temporaryFolder({ file: '' }), 'file')
    expect(look(root, join(file, 'cache')).report.findings.length).toBeGreaterThan(0)
  })
})

describe('several processes at once', () => {
  it('spoil nothing: each writes whole files, and the last index counts', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    const open = (): { cache: FactsCache; store: ReturnType<typeof createStore> } => {
      const cache = openCache(folder, '1.0.0', later)
      return { cache, store: createStore(true, cache.archive) }
    }
    const [one, two] = [open(), open()]
    const reports = [one, two].map(({ cache, store }) =>
      run(cache.identified(diskTree(root)), defaultConfiguration, { rules, store }))
    one.cache.save(one.store.entries)
    two.cache.save(two.store.entries)
    expect(told(reports[0] as Report)).toEqual(told(reports[1] as Report))
    expect(look(root, folder).report.files.parsed).toBe(0)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('many runs leave few files', () => {
    const root = temporaryFolder(site)
    const folder = temporaryFolder({})
    for (let edit = 0; edit < 25; edit++) {
      writeFileSync(join(root, 'track.js'), `// ${edit}\n${site['track.js']}`)
      look(root, folder)
    }
    expect(readdirSync(folder).length).toBeLessThan(12)
    expect(look(root, folder).report.files.parsed).toBe(0)
  })
})

describe('facts', () => {
  it.each(readdirSync(sitesFolder))('of %s are the same after they were written and read', (name) => {
    const tree = siteTree(name)
    for (const path of tree.paths) {
      const facts = readFacts(path, tree.text(path) ?? '', () => true)
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
    }
  })
})

describe('where it is kept', () => {
  it('is with the project’s packages when it has any', () => {
    const root = temporaryFolder({ 'node_modules/': '' })
    expect(cacheFolder(root, {}, 'linux')).toBe(join(root, 'node_modules', '.cache', 'pixelward'))
  })

  it('is else the cache of the system, one folder a project', () => {
    const [one, two] = [temporaryFolder({}), temporaryFolder({})]
    const folders = [one, two].map((root) => cacheFolder(root, { XDG_CACHE_HOME: '/cache' }, 'linux'))
    expect(folders[0]).toMatch(/^\/cache\/pixelward\/[0-9a-f]{16}$/)
    expect(folders[0]).not.toBe(folders[1])
  })

  it('is told apart by version', () => {
    expect(toolIdentity('1.2.3')).not.toBe(toolIdentity('1.2.4'))
  })
})
