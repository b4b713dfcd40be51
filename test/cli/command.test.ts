import { Ajv } from 'ajv'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../disk/temporary-folder.js'
import { pixelward } from './harness.js'

const load = createRequire(import.meta.url)
const { version } = load('../../package.json') as { version: string }
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(load('../../schema/output.schema.json') as object)

const tracked = '<script>track(1)</script>'
const site = { 'package.json': '{}', 'book.html': tracked, 'contact.html': tracked, 'careers.html': tracked }

describe('check', () => {
  it('is what the command does unless told otherwise', async () => {
    const folder = temporaryFolder(site)
    expect(await pixelward(folder, [])).toEqual(await pixelward(folder, ['check']))
  })

  it('ends with 1 when something is at the threshold', async () => {
    const { code, stdout, stderr } = await pixelward(temporaryFolder(site), [])
    expect(code).toBe(1)
    expect(stdout).toContain('Toys receives the URL of /book.')
    expect(stdout).toContain('1 error, 1 warning')
    expect(stderr).toBe('')
  })

  it('ends with 0 when all is below the threshold, and says what there is', async () => {
    const { code, stdout } = await pixelward(temporaryFolder({ 'contact.html': tracked }), [])
    expect(code).toBe(0)
    expect(stdout).toContain('0 errors, 1 warning')
  })

  it('takes the threshold from the option, else from the configuration', async () => {
    const folder = temporaryFolder({ 'contact.html': tracked, 'pixelward.config.yaml': 'threshold: warning' })
    expect((await pixelward(folder, [])).code).toBe(1)
    expect((await pixelward(folder, ['--threshold', 'error'])).code).toBe(0)
  })

  it('says what was checked when nothing is found, trackers on other pages among it', async () => {
    const { code, stdout } = await pixelward(temporaryFolder({ 'careers.html': tracked }), [])
    expect(code).toBe(0)
    expect(stdout).toContain('Nothing found. Checked 1 file: 1 route, 1 place of tracker code was seen')
  })

  it('prints nothing when quiet and clean', async () => {
    expect(await pixelward(temporaryFolder({ 'contact.html': tracked }), ['--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('prints JSON that its schema knows, with the sightings that the findings rest on', async () => {
    const { stdout } = await pixelward(temporaryFolder(site), ['--format', 'json'])
    const output = JSON.parse(stdout)
    validate(output)
    expect(validate.errors).toBeNull()
    expect(output.tool).toEqual({ name: 'pixelward', version })
    expect(output.sightings.map(({ file }: { file: string }) => file)).toEqual(['book.html', 'contact.html'])
  })
})

describe('paths', () => {
  const big = { ...site, 'sub/book-a.html': tracked, 'sub/deep/book-b.html': tracked }
  const files = async (folder: string, ...arguments_: string[]): Promise<string[]> => {
    const { stdout } = await pixelward(folder, [...arguments_, '--format', 'json'])
    return JSON.parse(stdout).findings.map(({ file }: { file: string }) => file)
  }

  it.each([
    [['book.html'], ['book.html']],
    [['sub'], ['sub/book-a.html', 'sub/deep/book-b.html']],
    [['sub/*.html'], ['sub/book-a.html']],
    [['**/book-?.html'], ['sub/book-a.html', 'sub/deep/book-b.html']],
    [['./sub/deep/', 'contact.html'], ['contact.html', 'sub/deep/book-b.html']],
    [['.'], ['book.html', 'contact.html', 'sub/book-a.html', 'sub/deep/book-b.html']],
  ])('%j narrow the report, and not what is read', async (given, expected) => {
    const folder = temporaryFolder(big)
    expect(await files(folder, ...given)).toEqual(expected)
    const { stdout } = await pixelward(folder, [...given, '--format', 'json'])
    expect(JSON.parse(stdout).files.seen).toBe(6)
  })

  it('may name a project elsewhere: it is then the root', async () => {
    const folder = temporaryFolder({ 'projects/clinic/package.json': '{}', 'projects/clinic/web/book.html': tracked, 'projects/other/book.html': tracked })
    const { stdout } = await pixelward(folder, ['projects/clinic', '--format', 'json'])
    expect(JSON.parse(stdout)).toMatchObject({ root: 'projects/clinic', findings: [{ file: 'web/book.html' }] })
    expect((await pixelward(folder, ['projects/clinic'])).stdout).toContain('projects/clinic/web/book.html')
    expect((await pixelward(folder, ['projects/clinic/web/book.html', '--format', 'json'])).stdout).toContain('"root": "projects/clinic"')
  })

  it('belong to the whole workspace when the user stands at its top', async () => {
    const folder = temporaryFolder({ 'package.json': '{ "workspaces": ["packages/*"] }', 'packages/a/package.json': '{}', 'packages/a/book.html': tracked })
    expect(await files(folder, 'packages/a')).toEqual(['packages/a/book.html'])
  })

  it('belong to the project whose configuration the user stands beside, unless it leaves them out', async () => {
    const tree = { 'package.json': '{}', 'web/package.json': '{}', 'web/book.html': tracked, 'demo/site/book.html': tracked }
    const folder = temporaryFolder({ ...tree, 'pixelward.config.json': '{ "exclude": ["demo/**"] }' })
    expect(await files(folder, 'web')).toEqual(['web/book.html'])
    expect(await files(folder, 'demo/site')).toEqual(['book.html'])
    expect(await files(folder)).toEqual(['web/book.html'])
  })

  it('are relative to --root in the report', async () => {
    const folder = temporaryFolder({ 'a/b/book.html': tracked })
    expect(await files(folder, '--root', 'a')).toEqual(['b/book.html'])
  })

  it.each([
    [['nowhere.html'], /There is no file or folder "nowhere\.html"/],
    [['nowhere/*.html'], /No files match "nowhere\/\*\.html"/],
    [['*.vue'], /No files to check in "\*\.vue"/],
    [['node_modules'], /No files to check in "node_modules"/],
    [['--root', 'x'], /--root is "x", and there is no such folder/],
    [['contact.html', '--root', 'sub'], /"contact\.html" is outside of the project's folder/],
  ])('that name nothing are said to: %j', async (given, message) => {
    const { code, stdout, stderr } = await pixelward(temporaryFolder({ ...big, 'node_modules/x/index.html': tracked }), given)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })
})

describe('inventory', () => {
  it('lists all trackers, on public pages too, and ends with 0', async () => {
    const { code, stdout } = await pixelward(temporaryFolder(site), ['inventory'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/toy-pixel +Toys +- +3 event-call/)
  })

  it('has all sightings and no findings in its JSON', async () => {
    const output = JSON.parse((await pixelward(temporaryFolder(site), ['inventory', '--format', 'json'])).stdout)
    expect([output.sightings.length, output.findings.length, validate(output)]).toEqual([3, 0, true])
  })
})

describe('routes', () => {
  it('lists all routes and why they have their class', async () => {
    const { code, stdout } = await pixelward(temporaryFolder(site), ['routes'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/\n {2}scheduling .*\n {4}\/book +its name +book\.html +toy-pixel\n/)
  })

  it('explains one', async () => {
    const { code, stdout } = await pixelward(temporaryFolder(site), ['routes', '--explain', '/book'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/- toy-pixel\n +event-call at book\.html:1 \(certain\)/)
    expect(stdout).not.toContain('/careers')
  })

  it('lists those of a class or framework alone', async () => {
    const { code, stdout } = await pixelward(temporaryFolder(site), ['routes', '--class', 'scheduling,portal', '--framework', 'toy'])
    expect([code, stdout.includes('/book'), stdout.includes('/careers')]).toEqual([0, true, false])
    const wrong = await pixelward(temporaryFolder(site), ['routes', '--class', 'scheduled'])
    expect([wrong.code, wrong.stderr]).toEqual([2, 'pixelward: There is no class "scheduled". Did you mean "scheduling"?\n'])
  })

  it('has the same routes in JSON', async () => {
    const output = JSON.parse((await pixelward(temporaryFolder(site), ['routes', '--class', 'scheduling', '--format', 'json'])).stdout)
    expect([output.routes.map(({ path }: { path: string }) => path), validate(output)]).toEqual([['/book'], true])
  })

  it('knows no other and names the nearest', async () => {
    const { code, stderr } = await pixelward(temporaryFolder(site), ['routes', '--explain', '/bok'])
    expect(code).toBe(2)
    expect(stderr).toBe('pixelward: There is no route "/bok" in this project. Did you mean "/book"?\n')
  })
})

describe('the configuration', () => {
  it('is found in package.json', async () => {
    const folder = temporaryFolder({ 'package.json': '{ "pixelward": { "threshold": "warning" } }', 'contact.html': tracked })
    expect((await pixelward(folder, [])).code).toBe(1)
  })

  it('leaves files out', async () => {
    const folder = temporaryFolder({ ...site, 'pixelward.config.json': '{ "exclude": ["book.html"] }' })
    expect((await pixelward(folder, [])).stdout).not.toContain('/book')
  })

  it('may be another file', async () => {
    const folder = temporaryFolder({ ...site, 'ci/strict.jsonc': '{ "exclude": ["book.html", "contact.html"] } // quiet' })
    expect((await pixelward(folder, ['--config', 'ci/strict.jsonc'])).code).toBe(0)
  })

  it('with mistakes stops the command', async () => {
    const folder = temporaryFolder({ ...site, 'pixelward.config.json': '{\n  "treshold": "warning"\n}' })
    expect(await pixelward(folder, [])).toEqual({
      code: 2, stdout: '', stderr: 'pixelward: pixelward.config.json:2: unknown key "treshold"; did you mean "threshold"?\n',
    })
  })

  it('is named from where the user stands', async () => {
    const folder = temporaryFolder({ 'web/pixelward.config.json': '{ "x": 1 }', 'web/book.html': tracked })
    expect((await pixelward(folder, ['web'])).stderr).toContain(join('web', 'pixelward.config.json') + ':1: unknown key')
  })

  it('may not be there twice', async () => {
    const folder = temporaryFolder({ 'pixelward.config.json': '{}', 'pixelward.config.yml': '', 'a.html': '' })
    expect((await pixelward(folder, [])).stderr).toContain('several configurations')
  })

  it('gives way to options', async () => {
    const folder = temporaryFolder(site)
    expect((await pixelward(folder, ['--rule', 'no-tracker-on-sensitive-route=off', '--rule', 'no-form-data-in-tracking=warn'])).code).toBe(0)
  })
})

describe('wrong usage ends with 2, prints no report and says what to do', () => {
  it.each([
    [['chekc'], 'Did you mean the command "check"?'],
    [['--fromat', 'json'], 'Did you mean --format?'],
    [['--format', 'xml'], 'check has no format "xml"'],
    [['--format', 'jsn'], 'Did you mean "json"?'],
    [['--format', 'json', '--format', 'terminal'], 'cannot go to one place'],
    [['--format', 'json='], 'name a file after "="'],
    [['--threshold', 'fatal'], 'Allowed choices are error, warning.'],
    [['--preset', 'all'], 'Allowed choices are recommended, strict.'],
    [['--rule', 'no-form-data-in-traking=off'], 'Did you mean "no-form-data-in-tracking"?'],
    [['--rule', 'no-form-data-in-tracking'], 'write no-form-data-in-tracking=error'],
    [['--rule', 'no-form-data-in-tracking=fatal'], 'write no-form-data-in-tracking=error'],
    [['--config', 'none.json'], '--config is "none.json", and there is no such file'],
    [['check', '--explain', '/x'], "unknown option '--explain'"],
    [['--config'], 'argument missing'],
  ])('%j', async (arguments_, message) => {
    const { code, stdout, stderr } = await pixelward(temporaryFolder(site), arguments_)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^pixelward: /)
    expect(stderr).toContain(message)
  })
})

describe('a crash', () => {
  it('ends with 2 and asks to be reported, with version and stack', async () => {
    const { code, stdout, stderr } = await pixelward(temporaryFolder({ 'a.html': 'crash' }), [])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Please report it')
    expect(stderr).toContain(`pixelward ${version}, Node ${process.version}`)
    expect(stderr).toMatch(/TypeError: toy bug\n +at /)
  })
})

describe('help and version', () => {
  it('print the version', async () => {
    expect(await pixelward('/', ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it.each([[['--help'], 'Exit codes:'], [['--help'], 'pixelward routes --explain'], [['--help'], '--threshold'], [['help', 'inventory'], 'always 0'], [['routes', '--help'], '--explain']])(
    '%j teaches: %s',
    async (arguments_, text) => {
      const { code, stdout, stderr } = await pixelward('/', arguments_)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toContain(text)
    },
  )
})

describe('colour', () => {
  it('is for terminals only', async () => {
    expect((await pixelward(temporaryFolder(site), [])).stdout).not.toContain('\u001b')
    expect((await pixelward(temporaryFolder(site), [], { terminal: true })).stdout).toContain('\u001b[')
  })

  it.each([[['--no-color'], {}], [[], { NO_COLOR: '1' }], [[], { TERM: 'dumb' }]])('can be switched off: %j %j', async (arguments_, env) => {
    expect((await pixelward(temporaryFolder(site), arguments_, { terminal: true, env })).stdout).not.toContain('\u001b')
  })

  it.each([[['--color'], {}], [[], { FORCE_COLOR: '1' }]])('can be switched on: %j %j', async (arguments_, env) => {
    expect((await pixelward(temporaryFolder(site), arguments_, { env })).stdout).toContain('\u001b[')
  })
})
