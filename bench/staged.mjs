/**
 * Times what a commit waits for: `pixelward --staged` on a commit of ten files in a Next.js repository of 5,000, with what
 * earlier runs kept. `node bench/staged.mjs [--runs N] [--keep FOLDER]`; prints medians beside `node --version`, which is
 * what any command of Node costs, and beside the first run, which knows nothing.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, time } from './measure.mjs'

const option = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const runs = Number(option('--runs') ?? 7)
const FILES = 5000
const PAGES = 400
const command = fileURLToPath(new URL('../dist/src/cli/main.js', import.meta.url))
const root = option('--keep') ?? mkdtempSync(join(tmpdir(), 'pixelward-staged-'))
const sections = ['portal', 'schedule', 'find-a-doctor', 'conditions', 'careers', 'billing', 'about', 'news']

const filler = (mark) => Array.from({ length: 40 }, (_, index) => `  const value${index} = compute(${mark}, ${index}, 'a text of some length') // a comment`)

function page(index) {
  const tracks = index % 13 === 0
  return [
    `import { Card${index % 400} } from '../../../components/card-${index % 400}'`,
    ...(tracks ? [`import { track } from '../../../lib/track'`] : []),
    `export default function Page${index}() {`, ...filler(index), ...(tracks ? [`  track('View', { section: ${index} })`] : []),
    `  return <main><Card${index % 400} title="Page ${index}" /></main>`, '}', '',
  ].join('\n')
}

function generate() {
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('package.json', JSON.stringify({ name: 'clinic-portal', dependencies: { next: '15.0.0', react: '19.0.0' } }))
  write('tsconfig.json', JSON.stringify({ compilerOptions: { jsx: 'preserve', paths: { '@/*': ['./*'] } } }))
  write('app/layout.tsx', `import { Pixel } from '../components/pixel'\nexport default function Layout({ children }) {\n  return <html><body><Pixel />{children}</body></html>\n}\n`)
  write('components/pixel.tsx', `import Script from 'next/script'\nexport const Pixel = () => <Script src="https://connect.facebook.net/en_US/fbevents.js" />\n`)
  write('lib/track.ts', `export function track(event: string, data: object) {\n  window.fbq('track', event, data)\n}\n`)
  write('.gitignore', 'node_modules\n')
  write('node_modules/.keep', '')
  for (let index = 0; index < 400; index++) {
    write(`components/card-${index}.tsx`, [`export function Card${index}({ title }: { title: string }) {`, ...filler(index), '  return <h2>{title}</h2>', '}', ''].join('\n'))
  }
  for (let index = 0; index < PAGES; index++) write(`app/${sections[index % 8]}/page-${index}/page.tsx`, page(index))
  for (let index = 0; index < FILES - PAGES - 406; index++) {
    const next = `import { part${index + 60} } from './module-${index + 60}'`
    write(`lib/area-${index % 60}/module-${index}.ts`, [next, `export function part${index}() {`, ...filler(index), '  return value1', '}', ''].join('\n'))
  }
}

const git = (...arguments_) => execFileSync('git', arguments_, { cwd: root, stdio: 'ignore' })
const commit = () => git('-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '--message', 'change')

/** Ten files: pages that track, pages that do not, modules. */
function edit(mark) {
  for (const index of [0, 13, 26, 1, 2]) appendFileSync(join(root, `app/${sections[index % 8]}/page-${index}/page.tsx`), `// edit ${mark}\n`)
  for (let index = 0; index < 5; index++) appendFileSync(join(root, `lib/area-${index}/module-${index}.ts`), `// edit ${mark}\n`)
  git('add', '--all')
}

try {
  if (!existsSync(join(root, '.git'))) {
    generate()
    git('init', '--quiet')
    git('add', '--all')
    commit()
  }
  const staged = (...more) => time(process.execPath, [command, '--staged', ...more], { cwd: root, codes: [0, 1] }).milliseconds
  edit('first')
  const first = staged('--no-cache')
  staged()
  commit()
  const warm = []
  const bare = []
  for (let run = 0; run < runs; run++) {
    edit(run)
    warm.push(staged())
    bare.push(time(process.execPath, ['--version'], { cwd: root }).milliseconds)
    commit()
  }
  console.table({
    'node --version': { ms: Math.round(median(bare)) },
    'pixelward --staged, first': { ms: Math.round(first) },
    'pixelward --staged, warm': { ms: Math.round(median(warm)) },
  })
  console.log(`${FILES} files, 10 in each commit; median of ${runs} commits; Node ${process.version}`)
} finally {
  if (option('--keep') === undefined) rmSync(root, { recursive: true, force: true })
}
