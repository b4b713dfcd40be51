/**
 * Times `pixelward check` beside the limit (see limit.mjs) and beside oxlint, each as a process of its own:
 *
 *   node bench/check.mjs [--runs N] FOLDER…        or PIXELWARD_BENCH_CORPUS=FOLDER[:FOLDER…] npm run bench
 *
 * A folder that holds no files of its own is a collection: every folder in it is measured. Nothing is cached between
 * runs but what the operating system caches for all three; the runs of the three take turns, and the medians count.
 * oxlint reads scripts only, so it is set beside the limit over just these.
 */
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, time } from './measure.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const command = join(here, '..', 'dist', 'bundle', 'main.js')
const limit = join(here, 'limit.mjs')
const oxlint = join(here, '..', 'node_modules', 'oxlint', 'bin', 'oxlint')
// https://oxc.rs/docs/guide/usage/linter: what oxlint takes from a folder.
const scripts = ['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx', 'vue', 'svelte', 'astro']

const given = process.argv.slice(2)
const at = given.indexOf('--runs')
const runs = at >= 0 ? Number(given.splice(at, 2)[1]) : 5
if (given.length === 0) given.push(...(process.env.PIXELWARD_BENCH_CORPUS ?? '').split(delimiter).filter(Boolean))
if (given.length === 0 || !(runs >= 1)) {
  process.stderr.write('Name folders to check, or set PIXELWARD_BENCH_CORPUS: node bench/check.mjs [--runs N] FOLDER…\n')
  process.exit(2)
}
if (!existsSync(command)) {
  process.stderr.write('There is no dist/: run "npm run build" first.\n')
  process.exit(2)
}

const folders = given.flatMap((folder) => {
  const path = resolve(folder)
  const entries = readdirSync(path, { withFileTypes: true })
  if (entries.some((entry) => entry.isFile())) return [path]
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name))
})

/** The three on one folder; milliseconds of every run, and how many files each read. */
function measure(folder) {
  const node = process.execPath
  const programs = {
    limit: () => time(node, [limit, folder]),
    pixelward: () => time(node, [command, 'check', folder, '--root', folder, '--format', 'json'], { codes: [0, 1] }),
    scriptLimit: () => time(node, [limit, folder, ...scripts]),
    oxlint: () => time(node, [oxlint, '--disable-nested-config', folder], { codes: [0, 1] }),
  }
  const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  const printed = {}
  for (let run = 0; run <= runs; run++) {
    for (const [name, start] of Object.entries(programs)) {
      const { milliseconds, stdout } = start()
      printed[name] = stdout
      // The first round is for the operating system's own cache of files.
      if (run > 0) times[name].push(milliseconds)
    }
  }
  const files = Number(/^\d+/.exec(printed.limit)?.[0])
  const scriptFiles = Number(/on (\d+) files?/.exec(printed.oxlint)?.[1] ?? 0)
  return { files, scriptFiles, findings: JSON.parse(printed.pixelward).findings.length, times }
}

const ratio = (part, whole) => `${(part / whole).toFixed(2)} x`
const rounded = (number) => Math.round(number)
const rows = []
for (const folder of folders) {
  process.stderr.write(`${basename(folder)}\n`)
  const { files, scriptFiles, findings, times } = measure(folder)
  const middle = Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)]))
  rows.push({
    folder: basename(folder).slice(0, 40),
    files,
    'limit ms': rounded(middle.limit),
    'pixelward ms': rounded(middle.pixelward),
    'of the limit': ratio(middle.pixelward, middle.limit),
    findings,
    'oxlint files': scriptFiles,
    'their limit ms': rounded(middle.scriptLimit),
    'oxlint ms': rounded(middle.oxlint),
    'of their limit': ratio(middle.oxlint, middle.scriptLimit),
  })
}
const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
if (rows.length > 1) {
  rows.push({
    folder: 'all',
    files: sum('files'),
    'limit ms': sum('limit ms'),
    'pixelward ms': sum('pixelward ms'),
    'of the limit': ratio(sum('pixelward ms'), sum('limit ms')),
    findings: sum('findings'),
    'oxlint files': sum('oxlint files'),
    'their limit ms': sum('their limit ms'),
    'oxlint ms': sum('oxlint ms'),
    'of their limit': ratio(sum('oxlint ms'), sum('their limit ms')),
  })
}
console.table(rows)
console.log(`medians of ${runs} runs after one to warm the disk; Node ${process.version}, ${availableParallelism()} processors`)
