/** The recipes of docs/pull-requests.md, each run by the tool it is for, in a repository of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { hookFiles } from '../../src/cli/verbs/init/files.js'
import type { Hook, Surroundings } from '../../src/cli/verbs/init/detect.js'
import { temporaryFolder } from '../disk/temporary-folder.js'
import { temporaryRepository, type TemporaryRepository } from '../disk/temporary-repository.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const command = join(root, 'dist', 'bundle', 'main.js')
const surroundings: Surroundings = {
  frameworks: [], routes: [], trackers: [], findings: 0, eslintFiles: [], isWired: false, hasEslint: false, hook: 'none',
  service: 'none', runner: 'npx',
}
const clean = '<!doctype html><body>sign in</body>\n'
const tracked = '<!doctype html><body><script>fbq(\'init\', \'101010101010101\')</script></body>\n'

const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && !name.startsWith('npm_'))),
  GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org',
  npm_config_offline: 'true', npm_config_update_notifier: 'false', CI: 'true',
}

/** A repository with pixelward among its packages, and the files that `init` writes for a hook. */
function repositoryWith(hook: Hook): TemporaryRepository {
  const repository = temporaryRepository({ 'login.html': clean, '.gitignore': 'node_modules\n', 'package.json': '{ "private": true }' })
  mkdirSync(join(repository.folder, 'node_modules', '.bin'), { recursive: true })
  // As npm would have it there.
  writeFileSync(join(repository.folder, 'node_modules', '.bin', 'pixelward'), `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`, { mode: 0o755 })
  for (const { path, text } of hookFiles(hook, surroundings)) repository.write({ [path]: text })
  return repository
}

function run(folder: string, program: string, ...arguments_: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr, error } = spawnSync(program, arguments_, { cwd: folder, encoding: 'utf8', env: environment })
  return { status, output: `${stdout}${stderr}${error?.message ?? ''}` }
}

const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Commits, or does what the tool does before a commit; a clean change passes, then one that adds a tracker does not. */
function expectHook(repository: TemporaryRepository, commit: () => { status: number | null; output: string }): void {
  repository.write({ 'careers.html': clean })
  repository.git('add', '--all')
  const passed = commit()
  expect(passed.output).not.toContain('Meta receives')
  expect(passed.status).toBe(0)
  // What is not staged is none of the hook's business.
  repository.write({ 'login.html': tracked })
  repository.git('add', 'login.html')
  repository.write({ 'login.html': clean })
  const failed = commit()
  expect(failed.output).toContain('Meta receives')
  expect(failed.status).not.toBe(0)
}

describe('a commit', () => {
  it('waits for git’s own hook', () => {
    const repository = repositoryWith('git')
    run(repository.folder, 'chmod', '+x', '.git/hooks/pre-commit')
    expectHook(repository, () => run(repository.folder, 'git', 'commit', '--message', 'change'))
  })

  it('waits for husky', () => {
    const repository = repositoryWith('husky')
    const installed = run(repository.folder, process.execPath, join(root, 'node_modules', 'husky', 'bin.js'))
    expect(installed).toEqual({ status: 0, output: '' })
    expectHook(repository, () => run(repository.folder, 'git', 'commit', '--message', 'change'))
  })

  it('waits for lint-staged', () => {
    const repository = repositoryWith('lint-staged')
    repository.commit()
    const lintStaged = join(root, 'node_modules', 'lint-staged', 'bin', 'lint-staged.js')
    expectHook(repository, () => run(repository.folder, process.execPath, lintStaged))
  })

  // lefthook is no package of ours: where it is not installed, what it would run is run.
  it(`waits for lefthook${isInstalled('lefthook') ? '' : ' (emulated)'}`, () => {
    const repository = repositoryWith('lefthook')
    const { 'pre-commit': { commands } } = parse(readFileSync(join(repository.folder, 'lefthook.yml'), 'utf8')) as {
      'pre-commit': { commands: { pixelward: { run: string } } }
    }
    expectHook(repository, () => (isInstalled('lefthook')
      ? run(repository.folder, 'lefthook', 'run', 'pre-commit', '--force')
      : run(repository.folder, 'sh', '-c', commands.pixelward.run)))
  })

  it(`waits for pre-commit${isInstalled('pre-commit') ? '' : ' (emulated)'}`, () => {
    const repository = repositoryWith('pre-commit')
    repository.commit()
    const { repos } = parse(readFileSync(join(repository.folder, '.pre-commit-config.yaml'), 'utf8')) as { repos: { hooks: { entry: string }[] }[] }
    expectHook(repository, () => (isInstalled('pre-commit')
      ? run(repository.folder, 'pre-commit', 'run')
      : run(repository.folder, 'sh', '-c', repos[0]?.hooks[0]?.entry ?? 'false')))
  })
})

describe('.pre-commit-hooks.yaml', () => {
  it('has what pre-commit asks of a hook, and no file names', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Record<string, unknown>[]
    expect(hook).toMatchObject({ id: 'pixelward', language: 'node', pass_filenames: false, always_run: true, entry: 'pixelward --staged --quiet' })
  })
})

describe('action.yml', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    runs: { using: string; steps: { id?: string; run: string; shell: string }[] }
    inputs: Record<string, { description: string; default: string }>
    outputs: Record<string, { value: string }>
  }

  it('is a composite action whose inputs and outputs are described', () => {
    expect(action.runs.using).toBe('composite')
    expect(Object.values(action.inputs).every(({ description, default: value }) => description !== '' && typeof value === 'string')).toBe(true)
    for (const { shell } of action.runs.steps) expect(shell).toBe('bash')
    for (const { value } of Object.values(action.outputs)) expect(value).toMatch(/^\$\{\{ steps\.check\.outputs\.\w+ \}\}$/)
  })

  it('has no text of a pull request in its scripts', () => {
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{')
  })

  it('fails on what a pull request adds, with annotations, a summary and a SARIF file', () => {
    const repository = repositoryWith('none')
    repository.git('checkout', '--quiet', '-b', 'change')
    repository.commit({ 'login.html': tracked })
    const temporary = temporaryFolder({ output: '', summary: '' })
    const variables = {
      ...environment, RUNNER_TEMP: temporary, GITHUB_OUTPUT: join(temporary, 'output'), GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
      PIXELWARD_SINCE: 'main', PIXELWARD_ARGUMENTS: '--threshold error', PIXELWARD_VERSION: 'latest',
    }
    const script = action.runs.steps[0]?.run ?? ''
    const { status, stdout } = spawnSync('bash', ['-e', '-c', script], { cwd: repository.folder, encoding: 'utf8', env: variables })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=login\.html,line=1,/m)
    expect(readFileSync(join(temporary, 'summary'), 'utf8')).toContain('this change adds 1 finding')
    const outputs = Object.fromEntries(readFileSync(join(temporary, 'output'), 'utf8').trim().split('\n').map((line) => line.split('=')))
    expect(JSON.parse(readFileSync(outputs['sarif'], 'utf8')).runs[0].results).toHaveLength(1)
    repository.commit({ 'login.html': clean })
    const passing = spawnSync('bash', ['-e', '-c', script], { cwd: repository.folder, encoding: 'utf8', env: variables })
    expect({ status: passing.status, stdout: passing.stdout }).toEqual({ status: 0, stdout: '' })
  })
})

describe('ci/gitlab.yml', () => {
  it('fails on what a merge request adds, with a code-quality report', () => {
    const { pixelward } = parse(readFileSync(join(root, 'ci', 'gitlab.yml'), 'utf8')) as { pixelward: { script: string[]; artifacts: { reports: { codequality: string } } } }
    const repository = repositoryWith('none')
    const base = repository.git('rev-parse', 'HEAD')
    repository.commit({ 'login.html': tracked })
    const script = pixelward.script.filter((line) => line !== 'npm ci').join('\n')
    const { status } = spawnSync('bash', ['-e', '-c', script], { cwd: repository.folder, encoding: 'utf8', env: { ...environment, CI_MERGE_REQUEST_DIFF_BASE_SHA: base } })
    expect(status).toBe(1)
    const rows = JSON.parse(readFileSync(join(repository.folder, pixelward.artifacts.reports.codequality), 'utf8')) as { location: { path: string } }[]
    expect(rows.map(({ location }) => location.path)).toEqual(['login.html'])
  })
})
