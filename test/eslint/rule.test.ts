import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hosts, project, write, type Host, type Message } from './hosts.js'
import { toyPlugin, type Reads } from './toy-plugin.js'

const places = (messages: Message[]): string[] =>
  messages.map(({ file, line, column, endLine, endColumn }) => `${file} ${line}:${column}-${endLine}:${endColumn}`)

describe.each(hosts.map((host): [string, Host] => [host.name, host]))('%s', (_, host) => {
  test('reports in scripts, pages and templates, each at its place in the file', async () => {
    const folder = project({
      'a.js': 'const x = 1\r\n  toy(x)\r\n',
      'b.tsx': 'export const B = () => <a onClick={() => toy()}>é😀</a>\n',
      'c.html': '<!doctype html>\n<p>é😀</p> <script>\n😀; toy(1)</script>\n',
      'd.php': '<?php if ($a->b): ?>\n<script>toy()</script>\n',
      'e.cshtml': '@{ var x = 1; }\n<a onclick="toy()">',
    })
    expect(places(await host.lint(folder, toyPlugin()))).toEqual([
      'a.js 2:3-2:9',
      'b.tsx 1:42-1:47',
      'c.html 3:5-3:11',
      'd.php 2:9-2:14',
      'e.cshtml 2:13-2:18',
    ])
  })

  test('the message is the finding and how to fix it', async () => {
    const [message] = await host.lint(project({ 'a.js': 'toy()\n' }), toyPlugin())
    expect(message).toMatchObject({ ruleId: 'pixelward/no-toy', message: 'Toys are here: {{toy}}. Put them away.' })
  })

  test('sees the whole project: another file decides', async () => {
    expect(await host.lint(project({ 'a.js': 'toy()\n', 'routes.txt': 'public' }), toyPlugin())).toEqual([])
    expect(await host.lint(project({ 'a.js': 'toy()\n', 'routes.txt': 'sensitive' }), toyPlugin())).toHaveLength(1)
  })

  test('a byte-order mark moves nothing', async () => {
    const folder = project({ 'a.js': '\uFEFFtoy()\n', 'b.html': '\uFEFF<script>toy()</script>' })
    expect(places(await host.lint(folder, toyPlugin()))).toEqual(['a.js 1:1-1:6', 'b.html 1:9-1:14'])
  })

  test('`minimum` leaves out warnings', async () => {
    const folder = project({ 'a.js': 'toy()\ntoy(1)\n' })
    const rules = (minimum: string): object => ({ 'pixelward/no-toy': ['error', { minimum }] })
    expect(places(await host.lint(folder, toyPlugin(), { rules: rules('error') as Record<string, unknown> }))).toEqual(['a.js 2:1-2:7'])
    expect(await host.lint(folder, toyPlugin(), { rules: rules('warning') as Record<string, unknown> })).toHaveLength(2)
  })

  test('ESLint’s own directives hide findings, in scripts and in pages', async () => {
    const folder = project({
      'a.js': '// eslint-disable-next-line pixelward/no-toy -- reviewed\ntoy()\ntoy()\n',
      'b.html':
        '<!-- eslint-disable-next-line pixelward/no-toy -- reviewed -->\n<script>toy()</script>\n<script>toy()</script>\n' +
        '<!-- eslint-disable pixelward/no-toy -- all of this -->\n<script>toy()</script>\n' +
        '<!-- eslint-enable pixelward/no-toy -->\n<script>toy()\n// eslint-disable-next-line pixelward/no-toy -- in a script\ntoy()</script>\n',
      'c.twig': '{# eslint-disable-next-line pixelward/no-toy -- reviewed #}\n<script>toy()</script>\n',
    })
    const messages = await host.lint(folder, toyPlugin())
    expect(messages.map(({ file, line, suppressed }) => `${file} ${line}${suppressed ? ' suppressed' : ''}`)).toEqual([
      'a.js 2 suppressed',
      'a.js 3',
      'b.html 2 suppressed',
      'b.html 3',
      'b.html 5 suppressed',
      'b.html 7',
      'b.html 9 suppressed',
      'c.twig 2 suppressed',
    ])
  })

  test('our own directives do too, without ESLint knowing them', async () => {
    const folder = project({
      'a.js': '// pixelward-disable-next-line no-toy -- reviewed\ntoy()\n',
      'b.html': '<!-- pixelward-disable-next-line no-toy -- reviewed -->\n<script>toy()</script>\n',
    })
    expect(await host.lint(folder, toyPlugin())).toEqual([])
  })

  test('in a page a directive without a reason hides nothing, as for the command', async () => {
    const folder = project({
      'b.html': '<!-- eslint-disable-next-line pixelward/no-toy -->\n<script>toy()</script>\n' +
        '<!-- eslint-disable-next-line pixelward/no-toy -- until 2020-01-31 for the campaign -->\n<script>toy()</script>\n',
    })
    expect(places(await host.lint(folder, toyPlugin()))).toEqual(['b.html 2:9-2:14', 'b.html 4:9-4:14'])
  })

  test('`eslint RULE: off` in a page', async () => {
    const folder = project({ 'b.html': '<!-- eslint pixelward/no-toy: off -->\n<script>toy()</script>\n' })
    expect(await host.lint(folder, toyPlugin())).toEqual([])
  })

  test('the text in the editor stands in for the file; others are read from the disk, always as they are now', async () => {
    const folder = project({ 'a.js': 'toy()\n', 'routes.txt': 'public' })
    const plugin = toyPlugin()
    const ask = async (text: string): Promise<number> => (await host.lintText(folder, 'a.js', text, plugin)).length
    expect(await ask('toy()\ntoy()\n')).toBe(0)
    write(folder, 'routes.txt', 'sensitive')
    expect(await ask('toy()\ntoy()\n')).toBe(2)
    expect(await ask('toy()\n')).toBe(1)
    // Same size and a clock that does not help: the time of the change still differs.
    write(folder, 'routes.txt', 'publicpub')
    utimesSync(join(folder, 'routes.txt'), new Date(), new Date(Date.now() + 5))
    expect(await ask('toy()\n')).toBe(0)
    rmSync(join(folder, 'routes.txt'))
    expect(await ask('toy()\n')).toBe(1)
  })

  test('a new file counts before it is saved', async () => {
    const folder = project({ 'routes.txt': 'sensitive' })
    expect(await host.lintText(folder, 'new/a.js', 'toy()\n', toyPlugin())).toHaveLength(1)
  })

  test('what git ignores is none of the project', async () => {
    const folder = project({ '.git/HEAD': '', '.gitignore': 'generated\n', 'generated/a.js': 'toy()\n', 'b.js': 'toy()\n' })
    expect(places(await host.lint(folder, toyPlugin()))).toEqual(['b.js 1:1-1:6'])
  })

  test('`settings.pixelward` is the configuration, before the file of the project', async () => {
    const files = { 'a.js': 'toy()\n', 'b.js': 'toy()\n', 'pixelward.config.json': '{ "exclude": ["a.js"] }' }
    expect(places(await host.lint(project(files), toyPlugin()))).toEqual(['b.js 1:1-1:6'])
    const settings = { pixelward: { exclude: ['b.js'] } }
    expect(places(await host.lint(project(files), toyPlugin(), { settings }))).toEqual(['a.js 1:1-1:6'])
  })

  test('a mistake in the configuration is told once in each file, with its place', async () => {
    const messages = await host.lint(project({ 'a.js': '\n', 'pixelward.config.json': '{\n "exclde": [] }' }), toyPlugin())
    expect(messages).toMatchObject([{ line: 1, column: 1 }])
    expect(messages[0]?.message).toContain('pixelward.config.json:2: unknown key "exclde"')
  })

  test('the engine runs once for all files that are as on the disk', async () => {
    const reads: Reads = new Map()
    const folder = project({ 'a.js': 'toy()\n', 'b.html': '<p>', 'c.ts': 'toy()\n', 'routes.txt': 'sensitive' })
    await host.lint(folder, toyPlugin(reads))
    expect(reads.get('routes.txt')).toBeLessThanOrEqual(2)
    expect(reads.get('b.html')).toBe(1)
  })

  test('when there is no time for the project, the answer is about the file alone; later it is about all', async () => {
    const folder = project({ 'a.js': 'toy()\n', 'routes.txt': 'public' })
    expect(await host.lint(folder, toyPlugin(new Map(), { budget: -1 }))).toHaveLength(1)
    expect(await host.lint(folder, toyPlugin(new Map(), { budget: 60_000 }))).toEqual([])
  })
})
