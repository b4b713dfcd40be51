/**
 * `npm test`: types, build, lint (ESLint 8 and 10) and all tests. Prints a failed step's output, and at the end one
 * line `N passed, N failed`: the tests, and one for each step. Exit code 1 when anything failed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildCommand, install, markBuilt, removeLeftovers, root } from './fresh.mjs'

const modules = join(root, 'node_modules')
let passed = 0
let failed = 0

/** Runs node with these arguments; resolves to the exit code and everything printed. */
function run(arguments_, { show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        if (show) process.stdout.write(text)
      })
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** A step that counts as one test. */
async function step(name, arguments_) {
  const { code, output } = await run(arguments_)
  if (code === 0) passed++
  else failed++
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}\n`)
  if (code !== 0) process.stdout.write(`${output.trim()}\n`)
  return code === 0
}

async function tests() {
  const folder = mkdtempSync(join(tmpdir(), 'pixelward-test-'))
  const file = join(folder, 'result.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run([join(modules, 'vitest', 'vitest.mjs'), 'run', ...reporters], { show: true })
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'))
    passed += result.numPassedTests
    failed += result.numFailedTests
    // A file that cannot even be loaded holds no test that could fail.
    const unloadable = result.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
    failed += unloadable.length
    if (code !== 0 && result.numFailedTests + unloadable.length === 0) failed++
  } catch {
    failed++
  }
  rmSync(folder, { recursive: true })
}

install()
removeLeftovers()
const [, built] = await Promise.all([
  step('types', [join(modules, 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json']),
  step('build', buildCommand),
])
if (built) markBuilt()
// One after the other: each fills a core, and the tests beside them start processes of their own.
const lint = async () => {
  await step('lint (ESLint 8)', ['tools/lint.mjs', '8'])
  await step('lint (ESLint 10)', ['tools/lint.mjs', '10'])
}
await Promise.all([lint(), tests()])
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0
