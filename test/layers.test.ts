/** The arrows of ARCHITECTURE.md, kept by a test: what a folder may import, name and hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { trackers } from '../src/trackers/index.js'
import { sharedHosts } from '../src/trackers/shared-hosts.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** TypeScript files below a folder of the repository, relative to the root, with `/`. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

const files = [...filesBelow('src'), ...filesBelow('rules')]
const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

interface Import {
  file: string
  source: string
}

const imports: Import[] = files.flatMap((file) =>
  ts.preProcessFile(textOf.get(file) as string, true, true).importedFiles.map(({ fileName }) => ({
    file,
    source: fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName).replace(/\.js$/, '.ts') : fileName,
  })),
)

/** The part of the house a file belongs to: its folder below src/, `rules`, or a name for the files at the top. */
function part(file: string): string {
  if (file === 'rules/index.ts' || file === 'src/index.ts') return 'entry'
  if (file.startsWith('rules/')) return 'rules'
  return (file.split('/')[1] as string).replace(/\.ts$/, '')
}

/** Stages in the order of the data; each may import itself, earlier ones and what `knowledge` says. */
const stages = ['types', 'lines', 'lists', 'paths', 'certainty', 'globs', 'parse', 'facts', 'containers', 'project', 'flow', 'leaks', 'capture', 'addresses', 'rules', 'findings', 'report', 'run', 'inspect']

/** Data folders: what they may import; every stage from `project` on may import them. */
const knowledge: Record<string, string[]> = {
  configuration: ['types', 'globs', 'trackers', 'routes'],
  trackers: ['types', 'parse'],
  personal: ['types'],
  health: ['personal'],
  routes: ['types', 'configuration', 'frameworks'],
  frameworks: ['types', 'paths', 'certainty', 'globs', 'parse', 'facts'],
}

/** Above all stages. `disk` is the host's own tree, which the command and the editor share. */
const hosts: Record<string, string[]> = {
  disk: ['types', 'configuration', 'facts', 'project'],
  cli: [...stages, ...Object.keys(knowledge), 'disk', 'entry'],
  eslint: [...stages, ...Object.keys(knowledge), 'disk', 'entry'],
  entry: [...stages, ...Object.keys(knowledge), 'disk', 'eslint'],
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true
  const listed = knowledge[from] ?? hosts[from]
  if (listed) return listed.includes(to)
  if (to in knowledge) return stages.indexOf(from) >= stages.indexOf('project')
  return stages.includes(from) && stages.includes(to) && stages.indexOf(to) < stages.indexOf(from)
}

describe('the arrows', () => {
  it('knows every part of the house', () => {
    const known = new Set([...stages, ...Object.keys(knowledge), ...Object.keys(hosts)])
    expect([...new Set(files.map(part))].filter((name) => !known.has(name))).toEqual([])
  })

  it('run one way', () => {
    const wrong = imports
      .filter(({ source }) => /^(src|rules)\//.test(source))
      .filter(({ file, source }) => !mayImport(part(file), part(source)))
    expect(wrong.map(({ file, source }) => `${file} -> ${source}`)).toEqual([])
  })

  it('would be noticed when turned round', () => {
    expect(mayImport('facts', 'parse')).toBe(true)
    expect(mayImport('parse', 'facts')).toBe(false)
    expect(mayImport('flow', 'trackers')).toBe(true)
    expect(mayImport('parse', 'trackers')).toBe(false)
    expect(mayImport('rules', 'findings')).toBe(false)
    expect(mayImport('report', 'cli')).toBe(false)
  })
})

describe('packages', () => {
  const offenders = (isMeant: (source: string) => boolean, isAllowed: (file: string) => boolean): string[] =>
    imports.filter(({ file, source }) => isMeant(source) && !isAllowed(file)).map((each) => `${each.file}: ${each.source}`)

  it('parsers of scripts and markup are imported by the parse stage alone', () => {
    const parsers = /^(@babel\/parser|parse5|pug-lexer|pug-parser)$/
    expect(offenders((source) => parsers.test(source), (file) => file.startsWith('src/parse/'))).toEqual([])
  })

  it('syntax trees end with the facts stage', () => {
    const allowed = (file: string): boolean => /^src\/(parse|facts)\//.test(file)
    expect(offenders((source) => source === '@babel/types', allowed)).toEqual([])
  })

  it('the machine is touched by the hosts alone', () => {
    // Pure computation, and loading a package of ours when it is needed (`node:module`); everything else of Node is the
    // disk, the network or the process.
    const pure = ['node:path', 'node:crypto', 'node:module']
    const isMachine = (source: string): boolean => source.startsWith('node:') && !pure.includes(source)
    expect(offenders(isMachine, (file) => /^src\/(cli|disk|eslint)\//.test(file))).toEqual([])
  })

  it('ESLint itself is never imported: a host must not need the other', () => {
    expect(offenders((source) => /^(eslint|eslint-8|eslint-9)(\/|$)/.test(source), () => false)).toEqual([])
  })
})

/** All identifiers that stand as the object of a property access, and all string constants of a file. */
function namesAndStrings(file: string): { objects: Set<string>; strings: string[] } {
  const objects = new Set<string>()
  const strings: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) objects.add(node.expression.text)
    const isImport = ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)
    if (ts.isStringLiteralLike(node) && !isImport) strings.push(node.text)
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) strings.push(node.text)
    if (ts.isRegularExpressionLiteral(node)) strings.push(node.text)
    ts.forEachChild(node, visit)
  }
  const source = ts.createSourceFile(file, textOf.get(file) as string, ts.ScriptTarget.Latest, true)
  ts.forEachChild(source, visit)
  return { objects, strings }
}

describe('what the engine names', () => {
  it('neither the console nor the process below the hosts', () => {
    const below = files.filter((file) => !/^src\/(cli|disk|eslint)\//.test(file))
    const offenders = below.filter((file) => {
      const { objects } = namesAndStrings(file)
      return objects.has('console') || objects.has('process')
    })
    expect(offenders).toEqual([])
  })

  const common = new Set(trackers.flatMap((tracker) => tracker.commonNames ?? []))
  const roots = trackers
    .flatMap((tracker) => tracker.calls.map((call) => call.path.split(/[.#(]/)[0] as string))
    // Three letters and fewer, or a word of the language, say nothing about a vendor.
    .filter((name) => name.length > 3 && !common.has(name) && !/^(window|document|navigator|track|identify)$/.test(name))
  const shortRoots = ['fbq', 'ttq', 'gtag', 'twq', 'rdt', 'uetq', 'snaptr', 'pintrk', 'lintrk']
  const hostNames = trackers
    .flatMap((tracker) => [...tracker.loaders, ...tracker.beacons, ...(tracker.serverEndpoints ?? [])])
    .map((pattern) => pattern.host.replace(/^\*\./, ''))
    .filter((host) => host.includes('.') && !host.includes('*') && !sharedHosts.has(host))
  const vendorNames = [...new Set([...roots, ...shortRoots, ...hostNames, 'www.facebook.com', 'graph.facebook.com'])].sort()
  const escaped = vendorNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const vendor = new RegExp(`(?<![\\w$-])(${escaped.join('|')})(?![\\w$-])`)

  it('has the vendors to look for', () => {
    expect(vendorNames).toEqual(expect.arrayContaining(['gtag', 'dataLayer', 'connect.facebook.net']))
    expect(vendor.test("window.fbq('track')")).toBe(true)
    expect(vendor.test('https://www.googletagmanager.com/gtm.js')).toBe(true)
    expect(vendor.test('the container sends nothing')).toBe(false)
  })

  /** Documentation may lie with a company that is a vendor too; only what trackers talk to counts there. */
  const names = (text: string): boolean =>
    /^https:\/\/\S+$/.test(text) ? hostNames.includes(new URL(text).host) : vendor.test(text)

  it('no vendor outside the tracker tables', () => {
    const offenders = files
      // A container's format is one vendor's: its readers are rows about that vendor.
      .filter((file) => !file.startsWith('src/trackers/') && !/^src\/containers\/\w+\//.test(file))
      .flatMap((file) => namesAndStrings(file).strings.filter(names).map((text) => `${file}: ${text}`))
    expect(offenders).toEqual([])
  })
})

describe('size', () => {
  /** Tables grow with what they know. */
  const isTable = (file: string): boolean => /^src\/(trackers|personal|routes|flow\/models)\//.test(file)

  it('a file fits into a head: 350 lines', () => {
    const long = files.filter((file) => !isTable(file) && (textOf.get(file) as string).split('\n').length > 350)
    expect(long).toEqual([])
  })

  it('a folder fits on a screen: 14 files', () => {
    const counts = new Map<string, number>()
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
    // One file a rule and one a framework is the point of these two folders.
    const open = (folder: string): boolean => /^(rules|src\/frameworks)/.test(folder) || isTable(`${folder}/`)
    expect([...counts].filter(([folder, count]) => count > 14 && !open(folder))).toEqual([])
  })
})
