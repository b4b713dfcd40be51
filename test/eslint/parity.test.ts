/** Both hosts say the same: what the engine reports is what ESLint shows, whatever its version and parser. */
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pathMatcher } from '../../src/globs.js'
import { afterAll, describe, expect, test } from 'vitest'
import plugin from '../../rules/index.js'
import { rules } from '../../rules/all.js'
import { containerFiles, pageFiles, scriptFiles } from '../../src/eslint/configs.js'
import { configurationFor } from '../../src/eslint/project/root.js'
import { messageOf } from '../../src/eslint/rule.js'
import { diskTree } from '../../src/disk/tree.js'
import { scopeOf } from '../../src/configuration/scope.js'
import { linesOf, positionAt } from '../../src/report/positions.js'
import { run } from '../../src/run.js'
import { hosts, type Host, type Message } from './hosts.js'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'pixelward-parity-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

/** Folders that are sites of their own, copied out of our repository. */
const sites = ['rules/sites', 'sites', 'frameworks']
  .filter((folder) => existsSync(join(fixtures, folder)))
  .flatMap((folder) =>
    readdirSync(join(fixtures, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => [folder, entry.name] as const))
  // All documented leaks are one tree here: many small ones would take long.
  .concat([['.', 'scenarios'] as const])

// Vue, Svelte and Astro need parsers that are no packages of ours; their files are scripts to our rules like any other.
const unreadable = /\.(?:vue|svelte|astro)$/
const shown = [...scriptFiles, ...pageFiles, ...containerFiles].map((glob) => pathMatcher(glob))
const isShown = (file: string): boolean => !unreadable.test(file) && shown.some((matches) => matches(file))

const said = new Map<string, { messages: Message[]; hidden: number }>()

/** Asked for each host, and the same for all. */
function engineSays(root: string, preset: 'recommended' | 'strict' = 'strict'): { messages: Message[]; hidden: number } {
  const key = `${preset} ${root}`
  let found = said.get(key)
  if (!found) said.set(key, found = askEngine(root, preset))
  return found
}

function askEngine(root: string, preset: 'recommended' | 'strict'): { messages: Message[]; hidden: number } {
  const { configuration } = configurationFor(root)
  const tree = diskTree(root, scopeOf(configuration))
  const { findings } = run(tree, { ...configuration, preset }, { rules })
  const messages = findings
    .filter(({ file, suppressed }) => isShown(file) && suppressed === null)
    .map((finding) => {
      const lines = linesOf(tree.text(finding.file) ?? '')
      const start = positionAt(lines, finding.span.start)
      const end = positionAt(lines, finding.span.end)
      return {
        file: finding.file, ruleId: `pixelward/${finding.ruleId}`, message: messageOf(finding), line: start.line,
        column: start.column, endLine: end.line, endColumn: end.column, suppressed: false,
      }
    })
  return { messages: messages.sort(compare), hidden: findings.filter(({ suppressed }) => suppressed !== null).length }
}

/** Text of a message is part of the order, for two findings may stand at one place. */
function compare(left: Message, right: Message): number {
  const key = ({ file, line, column, ruleId, message }: Message): string =>
    JSON.stringify([file, String(line).padStart(9, '0'), String(column).padStart(9, '0'), ruleId, message])
  return key(left) < key(right) ? -1 : 1
}

describe.each(sites)('%s/%s', (folder, name) => {
  const root = join(temporary, folder, name)
  // A configuration of one form would make its folder a project of its own.
  const isOwn = (path: string): boolean => name !== 'scenarios' || !path.endsWith('pixelward.config.json')
  cpSync(join(fixtures, folder, name), root, { recursive: true, filter: isOwn })

  test.each(hosts.map((host): [string, Host] => [host.name, host]))('%s', async (_, host) => {
    const messages = (await host.lint(root, plugin, { preset: 'strict' })).filter(({ suppressed }) => !suppressed)
    expect(messages.sort(compare)).toEqual(engineSays(root).messages)
  })
})

test('what only `strict` tells is told by the strict configurations alone', async () => {
  const root = join(temporary, '.', 'scenarios')
  const [host] = hosts.slice(-1) as [Host]
  const messages = (await host.lint(root, plugin)).filter(({ suppressed }) => !suppressed)
  expect(messages.sort(compare)).toEqual(engineSays(root, 'recommended').messages)
  expect(messages.length).toBeLessThan(engineSays(root).messages.length)
})

test('the sites make findings in scripts, pages, templates and containers, and hide some', () => {
  const all = sites.map(([folder, name]) => engineSays(join(temporary, folder, name)))
  const extensions = new Set(all.flatMap(({ messages }) => messages.map(({ file }) => file.replace(/^.*\./, ''))))
  expect([...extensions]).toEqual(expect.arrayContaining(['html', 'js', 'json', 'php', 'tsx']))
  expect(all.some(({ hidden }) => hidden > 0)).toBe(true)
})
