/** The package as it is published, in an empty project. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const isBuilt = existsSync(join(root, 'dist', 'bundle', 'main.js'))

const page = '<!doctype html>\n<body>\n<script>fbq(\'init\', \'101010101010101\')</script>\n</body>\n'

describe.skipIf(!isBuilt)('the packed package', () => {
  let folder = ''
  let tarball = ''
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'pixelward-package-')))
    // Building is a step of its own before these tests.
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root, stdio: 'pipe', shell: process.platform === 'win32' })
    tarball = join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '')
    execFileSync('tar', ['-xzf', tarball, '-C', folder])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }

  /** An empty project with the package, what it depends on, and one version of ESLint: as npm would lay it out, by links. */
  function project(eslint?: string): string {
    const at = mkdtempSync(join(folder, 'project-'))
    mkdirSync(join(at, 'node_modules'))
    const link = (from: string, name: string): void => {
      mkdirSync(dirname(join(at, 'node_modules', name)), { recursive: true })
      symlinkSync(from, join(at, 'node_modules', name), 'dir')
    }
    execFileSync('cp', ['-r', join(folder, 'package'), join(at, 'node_modules', 'eslint-plugin-pixelward')])
    for (const name of Object.keys(manifest.dependencies)) link(join(modules, name), name)
    if (eslint !== undefined) link(join(modules, eslint), 'eslint')
    writeFileSync(join(at, 'package.json'), '{ "private": true }')
    writeFileSync(join(at, 'login.html'), page)
    return at
  }

  const start = (cwd: string, path: string, ...arguments_: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(cwd, 'node_modules', path), ...arguments_], { cwd, encoding: 'utf8', env: { ...process.env, ESLINT_USE_FLAT_CONFIG: undefined } })
    return { status, output: stdout + stderr }
  }

  it('is a command that needs no ESLint', () => {
    const at = project()
    const { status, output } = start(at, 'eslint-plugin-pixelward/dist/bundle/main.js', '--no-color')
    expect(output).toContain('Meta receives')
    expect(status).toBe(1)
    expect(start(at, 'eslint-plugin-pixelward/dist/bundle/main.js', 'explain', 'no-tracker-on-sensitive-route').output).toContain('## Why it matters')
    writeFileSync(join(at, 'login.html'), '<!doctype html>\n<p>Sign in</p>\n')
    expect(start(at, 'eslint-plugin-pixelward/dist/bundle/main.js')).toMatchObject({ status: 0 })
  })

  it.each([['9', 'eslint-9'], ['10', 'eslint']])('is a plugin of ESLint %s', (_, eslint) => {
    const at = project(eslint)
    writeFileSync(join(at, 'eslint.config.mjs'), 'import pixelward from \'eslint-plugin-pixelward\'\nexport default [pixelward.configs[\'flat/recommended\'], pixelward.configs[\'flat/html\']]\n')
    const { status, output } = start(at, 'eslint/bin/eslint.js', '.')
    expect(output).toMatch(/3:9 +error +Meta receives .* pixelward\/no-tracker-on-sensitive-route/)
    expect(status).toBe(1)
  })

  it.each([['9', 'eslint-9'], ['10', 'eslint']])('reads every file by itself under ESLint %s, with what init writes', (_, eslint) => {
    const at = project(eslint)
    writeFileSync(join(at, 'package.json'), '{ "dependencies": { "next": "*" }, "devDependencies": { "eslint": "*" } }')
    mkdirSync(join(at, 'app', 'login'), { recursive: true })
    writeFileSync(join(at, 'app', 'login', 'page.tsx'),
      'export default function Page({ id }: { id: string }) {\n  fbq(\'init\', \'101010101010101\')\n  return <p>{id}</p>\n}\n')
    expect(start(at, 'eslint-plugin-pixelward/dist/bundle/main.js', 'init', '--yes').output).toContain('wrote    eslint.config.mjs')
    const { status, output } = start(at, 'eslint/bin/eslint.js', '.')
    expect(output).toMatch(/page\.tsx\n +2:3 +error +Meta receives .* pixelward\/no-tracker-on-sensitive-route/)
    expect(output).toMatch(/login\.html\n +3:9 +error +Meta receives .* pixelward\/no-tracker-on-sensitive-route/)
    expect(status).toBe(1)
  })

  it('is a plugin of ESLint 8.57 with eslintrc', () => {
    const at = project('eslint-8')
    writeFileSync(join(at, '.eslintrc.json'), '{ "root": true, "extends": ["plugin:pixelward/legacy-recommended"] }')
    const { status, output } = start(at, 'eslint/bin/eslint.js', '--ext', '.js,.html', '.')
    expect(output).toMatch(/3:9 +error +Meta receives .* pixelward\/no-tracker-on-sensitive-route/)
    expect(status).toBe(1)
  })

  it('holds what is built, the schemas, the pages of the rules and the job for GitLab, and no sources or tests', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n').map((path) => path.replace(/^package\//, ''))
    expect(files).toEqual(expect.arrayContaining(['schema/config.schema.json', 'schema/output.schema.json', 'docs/rules/require-suppression-reason.md', 'ci/gitlab.yml', 'README.md', 'LICENSE']))
    expect(files.filter((path) => /^(?:src|rules|test|fixtures|bench|tools)\/|\.tsbuildinfo$/.test(path))).toEqual([])
  })

  it('is what publint wants', () => {
    const { status, output } = spawnSyncText(join(modules, 'publint', 'src', 'cli.js'), tarball, '--strict')
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' })
  })

  it('has types that every kind of resolution of modules finds', () => {
    // ESM only: ESLint 8 loads it by require(esm), which is what `module.exports` is for.
    const { status, output } = spawnSyncText(join(modules, '@arethetypeswrong', 'cli', 'dist', 'index.js'), tarball, '--profile', 'esm-only', '--no-color')
    expect({ status, output: status === 0 ? '' : output }).toEqual({ status: 0, output: '' })
  })
})

function spawnSyncText(...arguments_: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, arguments_, { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
