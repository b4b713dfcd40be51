/**
 * Lints our own code under ESLint 8.57 with `.eslintrc.cjs` and under ESLint 10 with `eslint.config.js`. Both load our
 * own plugin from dist/ by the package's name, as a user's configuration would. Arguments: `8`, `10`, or none for both;
 * `--fix` writes the fixes.
 */
import { build, install, root } from './fresh.mjs'

const targets = ['src', 'rules', 'test', 'tools', 'bench', 'vitest.config.ts', 'eslint.config.js', '.eslintrc.cjs']

const hosts = {
  8: async (fix) => {
    const { ESLint } = await import('eslint-8')
    const extensions = ['.ts', '.mjs', '.js', '.cjs']
    return new ESLint({ cwd: root, extensions, errorOnUnmatchedPattern: false, fix })
  },
  10: async (fix) => {
    const { ESLint } = await import('eslint')
    return new ESLint({ cwd: root, errorOnUnmatchedPattern: false, fix })
  },
}

install()
build()
const given = process.argv.slice(2)
const fix = given.includes('--fix')
const versions = given.filter((argument) => Object.hasOwn(hosts, argument))
let errors = 0
for (const version of versions.length > 0 ? versions : Object.keys(hosts)) {
  const eslint = await hosts[version](fix)
  const results = await eslint.lintFiles(targets)
  if (fix) await eslint.constructor.outputFixes(results)
  const formatter = await eslint.loadFormatter('stylish')
  const text = await formatter.format(results)
  if (text) process.stdout.write(`ESLint ${eslint.constructor.version}\n${text}`)
  // A run that found no files is a broken configuration and no clean bill.
  if (results.length === 0) process.stdout.write(`ESLint ${eslint.constructor.version}: no files were linted\n`)
  errors += results.length === 0 ? 1 : results.reduce((sum, result) => sum + result.errorCount, 0)
}
process.exitCode = errors > 0 ? 1 : 0
