/** How a project begins: init, a baseline, and explanations. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { readConfiguration } from '../../src/configuration/read.js'
import { baselineText, readBaseline } from '../../src/findings/baseline.js'
import { createStore } from '../../src/project/store.js'
import { run } from '../../src/run.js'
import { temporaryFolder } from '../disk/temporary-folder.js'
import { temporaryRepository } from '../disk/temporary-repository.js'
import { pixelward, type Circumstances, type Result } from './harness.js'

const engine = { rules, run, createStore }
const command = (folder: string, arguments_: string[], more: Circumstances = {}): Promise<Result> =>
  pixelward(folder, arguments_, { engine, ...more })
const check = async (folder: string, ...more: string[]): Promise<{ code: number; open: string[]; hidden: string[]; baseline?: object }> => {
  const { code, stdout, stderr } = await command(folder, ['--no-cache', '--format', 'json', ...more])
  expect(stderr).toBe('')
  const { findings, baseline } = JSON.parse(stdout) as { findings: { file: string; ruleId: string; suppressed: null | { reason: string } }[]; baseline?: object }
  const name = ({ file, ruleId }: { file: string; ruleId: string }): string => `${file} ${ruleId}`
  return {
    code, open: findings.filter(({ suppressed }) => suppressed === null).map(name),
    hidden: findings.filter(({ suppressed }) => suppressed !== null).map(({ suppressed }) => suppressed?.reason ?? ''),
    ...(baseline && { baseline }),
  }
}

const snippet = (account: string): string => `<!doctype html><body><script>fbq('init', '${account}')</script></body>\n`
const rule = 'no-tracker-on-sensitive-route'

describe('pixelward baseline', () => {
  it('takes in the findings of today: they count no more, and new ones do', async () => {
    const folder = temporaryFolder({ 'login.html': snippet('101010101010101') })
    expect((await check(folder)).code).toBe(1)
    const { code, stdout } = await command(folder, ['baseline', '--owner', 'Web team'])
    expect([code, stdout]).toEqual([0, 'pixelward.baseline.json: 1 finding; Web team answers for them.\n'])
    expect(await check(folder)).toEqual({
      code: 0, open: [], hidden: [expect.stringMatching(/^in the baseline since \d{4}-\d\d-\d\d, Web team answers for it$/)], baseline: { known: 1, fixed: 0 },
    })
    writeFileSync(join(folder, 'my-chart.html'), snippet('202020202020202'))
    expect(await check(folder)).toMatchObject({ code: 1, open: [`my-chart.html ${rule}`] })
    expect(await check(folder, '--no-baseline')).toMatchObject({ code: 1, open: [`login.html ${rule}`, `my-chart.html ${rule}`] })
  })

  it('never hides a new tracker on a portal page, nor an old one that comes to the portal', async () => {
    const files = {
      'composer.json': '{}', 'parts/pixel.php': '<script>fbq(\'init\', \'101010101010101\')</script>\n',
      'login.php': '<!doctype html><body><?php include \'parts/pixel.php\'; ?></body>\n',
      'patient-portal/messages.php': '<!doctype html><body>messages</body>\n',
    }
    const folder = temporaryFolder(files)
    await command(folder, ['baseline', '--owner', 'x'])
    expect((await check(folder)).open).toEqual([])
    writeFileSync(join(folder, 'patient-portal/messages.php'), '<!doctype html><body><?php include \'../parts/pixel.php\'; ?></body>\n')
    expect((await check(folder)).open).toEqual([`parts/pixel.php ${rule}`])
    writeFileSync(join(folder, 'patient-portal/messages.php'), snippet('303030303030303'))
    expect((await check(folder)).open).toContain(`patient-portal/messages.php ${rule}`)
  })

  it('gets smaller: what is fixed goes, what is new comes in with --accept alone, owners and dates stay', async () => {
    const folder = temporaryFolder({ 'login.html': snippet('101010101010101'), 'my-chart.html': snippet('202020202020202') })
    await command(folder, ['baseline', '--owner', 'Ann'])
    const path = join(folder, 'pixelward.baseline.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"since":"[\d-]+"/g, '"since":"2020-01-01"'))
    writeFileSync(join(folder, 'login.html'), '<p>clean</p>\n')
    writeFileSync(join(folder, 'sign-up.html'), snippet('303030303030303'))
    expect((await check(folder)).baseline).toEqual({ known: 1, fixed: 1 })
    await command(folder, ['baseline', '--owner', 'Bob'])
    expect(readBaseline(readFileSync(path, 'utf8')).entries).toEqual([expect.objectContaining({ file: 'my-chart.html', owner: 'Ann', since: '2020-01-01' })])
    await command(folder, ['baseline', '--owner', 'Bob', '--accept'])
    expect(readBaseline(readFileSync(path, 'utf8')).entries.map(({ file, owner }) => `${file} ${owner}`)).toEqual(['my-chart.html Ann', 'sign-up.html Bob'])
  })

  it('is written the same by everybody, one finding a line', () => {
    const { entries } = readBaseline(baselineText([]))
    expect(entries).toEqual([])
    expect(baselineText([])).toBe('{\n  "version": 1,\n  "findings": []\n}\n')
  })

  it.each(['', '{}', '{"version":1,"findings":[{}]}', '<<<<<<< HEAD'])('hides nothing when it cannot be read, and says so: %j', async (text) => {
    const folder = temporaryFolder({ 'login.html': snippet('1'), 'pixelward.baseline.json': text })
    const { stdout, code } = await command(folder, ['--no-cache'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/pixelward\.baseline\.json:1 {2}(?:cannot be read|this is no baseline)/)
    expect((await command(folder, ['baseline', '--owner', 'x'])).stderr).toContain('Delete it to begin anew')
  })

  it('wants to know who answers', async () => {
    const repository = temporaryRepository({ 'login.html': snippet('1') })
    const before = { ...process.env }
    Object.assign(process.env, { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' })
    try {
      expect((await command(repository.folder, ['baseline'])).stderr).toContain('Who answers for these findings?')
      repository.git('config', 'user.name', 'Cleo')
      expect((await command(repository.folder, ['baseline'])).stdout).toContain('Cleo answers for them')
    } finally {
      process.env = before
    }
  })
})

describe('pixelward init', () => {
  const next = {
    'package.json': '{ "dependencies": { "next": "15.0.0" }, "devDependencies": { "eslint": "10.0.0", "husky": "9.0.0" } }',
    'app/login/page.tsx': 'export default function Page() {\n  return <script dangerouslySetInnerHTML={{ __html: "fbq(\'init\', \'101010101010101\')" }} />\n}\n',
    'app/page.tsx': 'export default () => null\n', '.github/': '',
  }

  it('asks nothing with --yes, and writes what fits', async () => {
    const folder = temporaryFolder(next)
    const { code, stdout } = await command(folder, ['init', '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Stack:    next-app')
    expect(stdout).toContain('Routes:   1 login')
    expect(stdout).toContain('Trackers: meta-pixel')
    for (const path of ['pixelward.config.jsonc', 'eslint.config.mjs', '.husky/pre-commit', '.github/workflows/pixelward.yml']) {
      expect(stdout).toContain(`wrote    ${path}`)
      expect(existsSync(join(folder, path))).toBe(true)
    }
    expect(statSync(join(folder, '.husky/pre-commit')).mode & 0o111).not.toBe(0)
    expect(readFileSync(join(folder, '.husky/pre-commit'), 'utf8')).toBe('npx pixelward --staged --quiet\n')
  })

  it('writes a configuration that is valid, that says what was found, and whose comments are valid when they are taken in', async () => {
    const folder = temporaryFolder(next)
    await command(folder, ['init', '--yes'])
    const text = readFileSync(join(folder, 'pixelward.config.jsonc'), 'utf8')
    expect(readConfiguration('pixelward.config.jsonc', text).problems).toEqual([])
    expect(text).toContain('login: /login')
    const active = text.replace(/^ {2}\/\/ ("allow": \[|\],)$/gm, '  $1').replace(/^ {2}\/\/ {3}(\{ "tracker".*)$/gm, '    $1').replace(/^ {4}\/\/ (\{ "(?:path|files)".*)$/gm, '    $1')
    const { configuration, problems } = readConfiguration('pixelward.config.jsonc', active)
    expect(problems).toEqual([])
    expect(configuration.allow).toEqual([expect.objectContaining({ tracker: 'meta-pixel', accounts: ['101010101010101'] })])
    expect(configuration.routes).toHaveLength(2)
    expect((await command(folder, ['--no-cache'])).code).toBe(1)
  })

  it('asks twice, and takes what was found for an empty answer', async () => {
    const folder = temporaryFolder(next)
    const { stdout } = await command(folder, ['init'], { answers: ['lefthook', ''] })
    expect(stdout).toContain('Which hook before a commit? (husky, lefthook, lint-staged, pre-commit, git, none) [husky]')
    expect(stdout).toContain('wrote    lefthook.yml')
    expect(stdout).toContain('wrote    .github/workflows/pixelward.yml')
  })

  it('overwrites nothing and says what to add', async () => {
    const folder = temporaryFolder({ ...next, 'eslint.config.js': 'export default []\n', 'pixelward.config.json': '{}', 'lefthook.yml': 'pre-commit: {}\n', '.husky/pre-commit': 'npm test\n' })
    const { stdout } = await command(folder, ['init', '--yes', '--hook', 'lefthook'])
    expect(stdout).toContain('kept     pixelward.config.json')
    expect(stdout).toContain('kept     lefthook.yml: it is yours; add pre-commit')
    expect(stdout).toContain('Add to eslint.config.js:')
    expect(readFileSync(join(folder, 'lefthook.yml'), 'utf8')).toBe('pre-commit: {}\n')
    await command(folder, ['init', '--yes', '--hook', 'husky'])
    writeFileSync(join(folder, 'eslint.config.js'), "export { default } from 'eslint-plugin-pixelward'\n")
    const again = await command(folder, ['init', '--yes', '--hook', 'husky'])
    expect(again.stdout).not.toContain('Add to')
    expect(readFileSync(join(folder, '.husky/pre-commit'), 'utf8')).toBe('npm test\nnpx pixelward --staged --quiet\n')
  })

  it('knows what other tools and services a project has', async () => {
    const folder = temporaryFolder({ 'login.php': '<p>', '.pre-commit-config.yaml': 'repos: []\n', '.gitlab-ci.yml': '', 'pnpm-lock.yaml': '' })
    const { stdout } = await command(folder, ['init', '--yes'])
    expect(stdout).toContain('kept     .pre-commit-config.yaml: it is yours; add a local hook with entry: pnpm exec pixelward --staged --quiet')
    expect(stdout).toContain('kept     .gitlab-ci.yml')
  })
})

describe('pixelward explain', () => {
  it('prints the page of a rule', async () => {
    expect((await command('/', ['explain', rule])).stdout).toBe(readFileSync(new URL(`../../docs/rules/${rule}.md`, import.meta.url), 'utf8'))
    expect((await command('/', ['explain', `pixelward/${rule}`])).stdout).toContain('## Why it matters')
  })

  it('tells all about a finding by the beginning of its fingerprint', async () => {
    const folder = temporaryFolder({ 'login.html': snippet('101010101010101') })
    const { stdout } = await command(folder, ['--no-cache', '--format', 'json'])
    const { fingerprint } = (JSON.parse(stdout) as { findings: { fingerprint: string }[] }).findings[0] as { fingerprint: string }
    const told = (await command(folder, ['explain', fingerprint.slice(0, 8)])).stdout
    for (const text of ['login.html:1:30  error', '/login.html (login; "login.html" in the path)', 'the IP address', `pixelward-disable-next-line ${rule}`, fingerprint]) {
      expect(told).toContain(text)
    }
  })

  it.each([['no-trackr-on-sensitive-route', `Did you mean "${rule}"?`], ['ffffffff', 'No finding has the fingerprint'], ['nothing', 'There is no rule "nothing".']])(
    'knows no %s', async (what, message) => {
      const { code, stderr } = await command(temporaryFolder({ 'a.html': '' }), ['explain', what])
      expect(code).toBe(2)
      expect(stderr).toContain(message)
    },
  )
})

describe('pixelward completion', () => {
  it('completes commands, options and values in bash', async () => {
    const { stdout } = await command('/', ['completion', 'bash'])
    const complete = (line: string): string[] => {
      const words = line.split(' ')
      const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _pixelward; printf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')
    }
    expect(complete('pixelward in')).toEqual(['inventory', 'init'])
    expect(complete('pixelward --form')).toEqual(['--format'])
    expect(complete('pixelward check --format sa')).toEqual(['sarif'])
    expect(complete('pixelward inventory --format h')).toEqual(['html'])
    expect(complete('pixelward --threshold e')).toEqual(['error'])
    expect(complete('pixelward --rule no-undeclared-tracker=w')).toEqual(['no-undeclared-tracker=warning'])
  })

  it.each(['zsh', 'fish'])('names every command in %s', async (shell) => {
    const { stdout } = await command('/', ['completion', shell])
    for (const verb of ['check', 'inventory', 'routes', 'init', 'baseline', 'explain', 'completion']) expect(stdout).toContain(verb)
    expect(stdout).toContain('sarif')
  })

  it('knows no other shell', async () => {
    expect((await command('/', ['completion', 'csh'])).stderr).toContain('Allowed choices are bash, zsh, fish.')
  })
})

describe('--stats', () => {
  it('tells where the time went on standard error', async () => {
    const { stdout, stderr } = await command(temporaryFolder({ 'login.html': snippet('1') }), ['--stats', '--no-cache', '--format', 'json'])
    expect(() => JSON.parse(stdout) as unknown).not.toThrow()
    expect(stderr).toMatch(/^files +1\nparsed +1\n/)
    expect(stderr).toMatch(/the state now +\d+ ms/)
  })
})
