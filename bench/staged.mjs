/**
 * Times what a commit waits for: `pixelward --staged` on a commit of ten files in a Next.js repository of 5,000, with what
 * earlier runs kept. `node bench/staged.mjs [--runs N] [--keep FOLDER]`; prints medians beside `node --version`, which is
 * what any command of Node costs, and beside the first run, which knows nothing.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, time } from './measure.mjs'
import { FILES, sections, writeSite } from './site.mjs'

const option = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const runs = Number(option('--runs') ?? 7)
const command = fileURLToPath(new URL('../dist/bundle/main.js', import.meta.url))
const root = option('--keep') ?? mkdtempSync(join(tmpdir(), 'pixelward-staged-'))
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
    writeSite(root)
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
