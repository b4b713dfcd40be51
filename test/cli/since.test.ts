/** What a change adds, in repositories with a history. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../rules/all.js'
import { createStore } from '../../src/project/store.js'
import { run } from '../../src/run.js'
import { temporaryFolder } from '../disk/temporary-folder.js'
import { temporaryRepository, type TemporaryRepository } from '../disk/temporary-repository.js'
import { pixelward } from './harness.js'

const engine = { rules, run, createStore }

interface Output {
  findings: { ruleId: string; file: string; change: { kind: string; gains: string[] } }[]
  comparison: { reference: string; commit: string | null; known: number; gone: { ruleId: string; file: string }[] }
}

async function json(folder: string, ...arguments_: string[]): Promise<Output> {
  const { stdout, stderr } = await pixelward(folder, [...arguments_, '--no-cache', '--format', 'json'], { engine })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Output
}

/** `FILE RULE (change)` */
async function added(folder: string, ...arguments_: string[]): Promise<string[]> {
  const { findings } = await json(folder, ...arguments_)
  return findings.map(({ file, ruleId, change }) => `${file} ${ruleId} (${[change.kind, ...change.gains].join(', ')})`)
}

const pixel = (account: string): string => [
  'import { useEffect } from \'react\'',
  'export function Pixel() {',
  `  useEffect(() => { window.fbq('init', '${account}') }, [])`,
  '  return null',
  '}',
  '',
].join('\n')

const page = (name: string): string => `export default function Page() {\n  return <main>${name}</main>\n}\n`
const layout = (body: string, ...imports: string[]): string =>
  [...imports, 'export default function Layout({ children }) {', `  return <html><body>${body}{children}</body></html>`, '}', ''].join('\n')

/** A site with an old finding on its sign-in page, on branch `change` of `main`. */
function site(): TemporaryRepository {
  const repository = temporaryRepository({
    'package.json': '{ "dependencies": { "next": "15.0.0", "react": "19.0.0" } }',
    'app/layout.tsx': layout(''),
    'app/page.tsx': page('home'),
    'app/login/page.tsx': `import { Pixel } from '../../components/pixel'\nexport default function Page() {\n  return <main><Pixel /></main>\n}\n`,
    'app/patient-portal/messages/page.tsx': page('messages'),
    'app/patient-portal/layout.tsx': layout(''),
    'app/careers/layout.tsx': layout('<Pixel />', 'import { Pixel } from \'../../components/pixel\''),
    'app/careers/page.tsx': page('careers'),
    'components/pixel.tsx': pixel('101010101010101'),
  })
  repository.git('checkout', '--quiet', '-b', 'change')
  return repository
}

/** Pages that are loaded anew each, with a head of their own for the portal. */
function pages(): TemporaryRepository {
  const php = (head: string, text: string): string => `<!doctype html>\n<html><head><?php include '${head}'; ?></head><body>${text}</body></html>\n`
  return temporaryRepository({
    'composer.json': '{}',
    'login.php': php('parts/head.php', 'sign in'),
    'careers/jobs.php': php('../parts/head.php', 'jobs'),
    'patient-portal/messages.php': php('../parts/portal-head.php', 'messages'),
    'parts/head.php': '<?php include \'pixel.php\'; ?>\n<title>Clinic</title>\n',
    'parts/portal-head.php': '<title>Portal</title>\n',
    'parts/pixel.php': '<script>fbq(\'init\', \'101010101010101\')</script>\n',
  })
}

const shared = 'parts/pixel.php no-tracker-on-sensitive-route'
const old = 'components/pixel.tsx no-tracker-on-sensitive-route'

describe('--since', () => {
  it('says nothing of what was there before', async () => {
    const { folder, commit } = site()
    commit({ 'app/page.tsx': page('welcome') })
    const { findings, comparison } = await json(folder, '--since', 'main')
    expect(findings).toEqual([])
    expect(comparison).toMatchObject({ reference: 'main', gone: [] })
    expect(comparison.known).toBeGreaterThan(0)
  })

  it('ends with 0 for a change that adds nothing, and with 1 for one that does', async () => {
    const { folder, commit } = site()
    expect((await pixelward(folder, ['--since', 'main', '--no-cache'], { engine })).code).toBe(0)
    commit({ 'app/patient-portal/messages/page.tsx': `<script>{fbq('init', '202020202020202')}</script>\n${page('x')}` })
    expect((await pixelward(folder, ['--since', 'main', '--no-cache'], { engine })).code).toBe(1)
  })

  it.each<[string, (repository: TemporaryRepository) => void]>([
    ['a hundred lines above', ({ write }) => write({ 'components/pixel.tsx': `${'// a line\n'.repeat(100)}${pixel('101010101010101')}` })],
    ['reformatting', ({ write }) => write({ 'components/pixel.tsx': pixel('101010101010101').replace(/'/g, '"').replace(/ {2}/g, '\t').replace('init", ', 'init",\n\t\t\t').replace('(() => {', '(\n() => {') })],
    ['renaming the file', (repository) => {
      repository.move('components/pixel.tsx', 'components/campaign.tsx')
      for (const at of ['app/login/page.tsx', 'app/careers/layout.tsx']) {
        const text = repository.git('show', `HEAD:${at}`)
        repository.write({ [at]: text.replace('components/pixel', 'components/campaign') })
      }
    }],
    ['moving the code to another file', ({ write }) => write({
      'components/pixel.tsx': 'export { Pixel } from \'./tracking/all\'\n', 'components/tracking/all.tsx': `export const answer = 42\n${pixel('101010101010101')}`,
    })],
    ['renaming the component', (repository) => {
      for (const at of ['components/pixel.tsx', 'app/login/page.tsx', 'app/careers/layout.tsx']) {
        repository.write({ [at]: repository.git('show', `HEAD:${at}`).replaceAll('Pixel', 'Campaign') })
      }
    }],
    ['another page of a class that has it already', ({ write }) => write({
      'app/register/page.tsx': `import { Pixel } from '../../components/pixel'\nexport default function Page() {\n  return <Pixel />\n}\n`,
    })],
    ['edits elsewhere', ({ write }) => write({ 'app/careers/page.tsx': page('jobs'), 'lib/new.ts': 'export const x = 1\n' })],
  ])('is not moved by %s', async (_, change) => {
    const repository = site()
    change(repository)
    expect(await added(repository.folder, '--since', 'main')).toEqual([])
    repository.commit()
    expect(await added(repository.folder, '--since', 'main')).toEqual([])
  })

  it('tells of an untouched file that a layout brings to the portal', async () => {
    const repository = pages()
    repository.write({ 'parts/portal-head.php': '<?php include \'pixel.php\'; ?>\n<title>Portal</title>\n' })
    expect(await added(repository.folder, '--since', 'main')).toEqual([`${shared} (worse, on portal routes)`])
  })

  it('tells of a page that moves to where the tracker already is', async () => {
    const repository = pages()
    repository.move('careers/jobs.php', 'patient-portal/jobs.php')
    expect(await added(repository.folder, '--since', 'main')).toEqual([`${shared} (worse, on portal routes)`])
  })

  it('tells of a second account beside the first, and not of the first', async () => {
    const repository = site()
    repository.commit({ 'app/login/page.tsx': `${pixel('303030303030303').replace('Pixel', 'Second')}export default Second\n` })
    const found = await added(repository.folder, '--since', 'main')
    expect(found.filter((text) => text.startsWith('app/login/page.tsx no-tracker-on-sensitive-route (new)'))).toHaveLength(1)
    expect(found.filter((text) => text.startsWith(old))).toEqual([])
  })

  it('tells of the copy that is new, wherever its file stands in the order', async () => {
    const snippet = '<!doctype html><body><script>fbq(\'init\', \'101010101010101\')</script></body>\n'
    const repository = temporaryRepository({ 'login.html': snippet, 'patient-portal.html': snippet, 'register.html': snippet })
    repository.write({ 'my-appointments.html': snippet })
    const found = await added(repository.folder, '--since', 'main')
    expect(found).toContain('my-appointments.html no-tracker-on-sensitive-route (new)')
    expect(found.filter((text) => !text.startsWith('my-appointments.html'))).toEqual([])
  })

  it('compares with the commit at which the branch left, not with what came after it', async () => {
    const repository = site()
    repository.commit({ 'app/page.tsx': page('welcome') })
    repository.git('checkout', '--quiet', 'main')
    repository.commit({ 'app/login/page.tsx': page('login') })
    repository.git('checkout', '--quiet', 'change')
    expect(await added(repository.folder, '--since', 'main')).toEqual([])
  })

  it('says what is gone', async () => {
    const repository = pages()
    repository.write({ 'parts/head.php': '<title>Clinic</title>\n' })
    const { findings, comparison } = await json(repository.folder, '--since', 'main')
    expect(findings).toEqual([])
    expect(comparison.gone).toEqual([expect.objectContaining({ ruleId: 'no-tracker-on-sensitive-route', file: 'parts/pixel.php' })])
  })

  it('tells of a suppression that is taken away', async () => {
    const snippet = (comment: string): string => `<!doctype html>\n<body>\n${comment}\n<script>fbq('init', '101010101010101')</script>\n</body>\n`
    const repository = temporaryRepository({
      'login.html': snippet('<!-- pixelward-disable-next-line no-tracker-on-sensitive-route -- reviewed -->'),
    })
    repository.write({ 'login.html': snippet('') })
    expect(await added(repository.folder, '--since', 'main')).toEqual(['login.html no-tracker-on-sensitive-route (worse, not suppressed any more)'])
  })

  it('takes each state as its own configuration has it', async () => {
    const repository = temporaryRepository({ 'ours.html': '<!doctype html><body><script>fbq(\'init\', \'101010101010101\')</script></body>\n' })
    repository.write({ 'pixelward.config.json': '{ "routes": [{ "path": "/ours*", "class": "portal" }] }' })
    expect(await added(repository.folder, '--since', 'main')).toEqual(['ours.html no-tracker-on-sensitive-route (new)'])
  })

  it('works below the top of a repository', async () => {
    const snippet = '<!doctype html><body><script>fbq(\'init\', \'101010101010101\')</script></body>\n'
    const repository = temporaryRepository({ 'web/package.json': '{}', 'web/login.html': snippet, 'other/login.html': snippet })
    repository.write({ 'web/patient-portal.html': snippet, 'other/patient-portal.html': snippet })
    expect(await added(`${repository.folder}/web`, '--since', 'main')).toEqual(['patient-portal.html no-tracker-on-sensitive-route (new)'])
  })
})

describe('--staged', () => {
  const snippet = '<!doctype html><body><script>fbq(\'init\', \'101010101010101\')</script></body>\n'
  const clean = '<!doctype html><body>hello</body>\n'

  it('reads what is staged and not what is on the disk', async () => {
    const repository = temporaryRepository({ 'login.html': clean, 'patient-portal.html': clean })
    repository.write({ 'login.html': snippet })
    repository.git('add', 'login.html')
    repository.write({ 'login.html': clean, 'patient-portal.html': snippet })
    expect(await added(repository.folder, '--staged')).toEqual(['login.html no-tracker-on-sensitive-route (new)'])
    repository.git('add', 'login.html')
    expect(await added(repository.folder, '--staged')).toEqual([])
  })

  it('reads the staged part of a file that is staged in part', async () => {
    const repository = temporaryRepository({ 'patient-portal.html': clean })
    repository.write({ 'patient-portal.html': snippet })
    repository.git('add', 'patient-portal.html')
    repository.write({ 'patient-portal.html': `${'<p>more</p>\n'.repeat(30)}${snippet}<script>fbq('track', 'Lead')</script>\n` })
    const { findings } = await json(repository.folder, '--staged')
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['no-tracker-on-sensitive-route'])
    expect(findings[0]).toMatchObject({ line: 1, column: 30 })
  })

  it('leaves out what the commit before had, unless all is asked for', async () => {
    const repository = temporaryRepository({ 'login.html': snippet })
    repository.write({ 'patient-portal.html': snippet })
    repository.git('add', 'patient-portal.html')
    expect(await added(repository.folder, '--staged')).toEqual(['patient-portal.html no-tracker-on-sensitive-route (new)'])
    const { stdout } = await pixelward(repository.folder, ['--staged', '--all', '--no-cache', '--format', 'json'], { engine })
    const files = (JSON.parse(stdout) as Output).findings.map(({ file }) => file)
    expect(files).toEqual(expect.arrayContaining(['login.html', 'patient-portal.html']))
  })

  it('tells of a removed file as gone, and knows no file that is not staged', async () => {
    const repository = temporaryRepository({ 'login.html': snippet, 'a.html': clean })
    repository.git('rm', '--quiet', 'login.html')
    repository.write({ 'patient-portal.html': snippet })
    const { findings, comparison } = await json(repository.folder, '--staged')
    expect(findings).toEqual([])
    expect(comparison.gone.map(({ file }) => file)).toContain('login.html')
  })

  it('works before the first commit', async () => {
    const repository = temporaryRepository({})
    repository.git('update-ref', '-d', 'HEAD')
    repository.write({ 'patient-portal.html': snippet })
    repository.git('add', 'patient-portal.html')
    expect(await added(repository.folder, '--staged')).toEqual(['patient-portal.html no-tracker-on-sensitive-route (new)'])
  })

  it('reads the configuration that is staged', async () => {
    const repository = temporaryRepository({ 'a.html': clean })
    repository.write({ 'patient-portal.html': snippet, 'pixelward.config.json': '{ "exclude": ["patient-portal.html"] }' })
    repository.git('add', '--all')
    repository.write({ 'pixelward.config.json': '{}' })
    expect(await added(repository.folder, '--staged')).toEqual([])
  })

  it.each(['é ü.html', 'with "quotes".html', 'line\nbreak.html'])('knows a file called %j', async (name) => {
    const repository = temporaryRepository({ 'a.html': clean })
    repository.write({ [`patient-portal/${name}`]: snippet })
    repository.git('add', '--all')
    expect(await added(repository.folder, '--staged')).toEqual([`patient-portal/${name} no-tracker-on-sensitive-route (new)`])
  })
})

describe('where git cannot help', () => {
  it.each([
    [['--since', 'nowhere'], '--since is "nowhere", which is no commit, branch or tag of this repository.'],
    [['--since', '--output=x'], '--since is "--output=x", which is no commit'],
  ])('%j ends with 2 and a sentence', async (arguments_, message) => {
    const { folder } = temporaryRepository({ 'a.html': '' })
    const { code, stderr } = await pixelward(folder, arguments_, { engine })
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  it('says so outside of a repository', async () => {
    const { code, stderr } = await pixelward(temporaryFolder({ 'a.html': '' }), ['--staged'], { engine })
    expect(code).toBe(2)
    expect(stderr).toContain('is in no git repository')
  })

  it('says what to do in a shallow clone', async () => {
    const { folder, commit, git } = temporaryRepository({ 'a.html': '' })
    git('checkout', '--quiet', '--orphan', 'other')
    commit({ 'b.html': '' })
    const { stderr } = await pixelward(folder, ['--since', 'main'], { engine })
    expect(stderr).toContain('HEAD and "main" have no commit in common.')
  })

  it('runs nothing that the repository names', async () => {
    const { folder, git } = temporaryRepository({ 'a.html': '' })
    git('config', 'core.fsmonitor', `touch ${folder}/ran; false`)
    await pixelward(folder, ['--staged'], { engine })
    await pixelward(folder, ['--since', 'main'], { engine })
    expect(existsSync(`${folder}/ran`)).toBe(false)
  })
})
