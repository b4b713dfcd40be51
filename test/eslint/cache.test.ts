/** ESLint’s own cache and its workers: no answer is stale. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../disk/temporary-folder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const isBuilt = existsSync(join(root, 'dist', 'rules', 'index.js'))

const files = {
  'package.json': '{ "type": "module", "private": true }',
  'login.html': '<!doctype html><body><script src="track.js"></script><script>send(\'a\')</script></body>\n',
  'track.js': 'function send(name) { console.log(name) }\n',
}
const tracking = 'function send(name) { fbq(\'track\', name) }\nfbq(\'init\', \'101010101010101\')\n'

/** A project with ESLint 10 and the built plugin among its packages. */
function project(configuration: string): string {
  const folder = temporaryFolder({ ...files, 'eslint.config.js': configuration })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'eslint-plugin-pixelward'), 'dir')
  return folder
}

function eslint(folder: string, ...more: string[]): string[] {
  const command = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js')
  const run = (): string => {
    try {
      return execFileSync(process.execPath, [command, '--format', 'json', ...more, '.'], { cwd: folder, encoding: 'utf8' })
    } catch (error) {
      return (error as { stdout: string }).stdout
    }
  }
  const results = JSON.parse(run()) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[]
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId, message }) => `${filePath.slice(folder.length + 1)} ${ruleId ?? message}`)).sort()
}

describe.skipIf(!isBuilt)('ESLint', () => {
  const withProject = 'import pixelward from \'eslint-plugin-pixelward\'\nexport default pixelward.withProject()\n'
  const found = ['login.html pixelward/no-tracking-event-on-sensitive-route', 'track.js pixelward/no-tracker-on-sensitive-route']

  it('with --cache and withProject sees that another file changed', () => {
    const folder = project(withProject)
    expect(eslint(folder, '--cache')).toEqual([])
    expect(eslint(folder, '--cache')).toEqual([])
    writeFileSync(join(folder, 'track.js'), tracking)
    expect(eslint(folder, '--cache')).toEqual(found)
    expect(eslint(folder, '--cache')).toEqual(found)
    writeFileSync(join(folder, 'track.js'), files['track.js'])
    expect(eslint(folder, '--cache')).toEqual([])
  })

  it('with --concurrency says the same, and its workers share what is known of files', () => {
    const folder = project(withProject)
    writeFileSync(join(folder, 'track.js'), tracking)
    for (let index = 0; index < 6; index++) writeFileSync(join(folder, `other-${index}.js`), `export const x = ${index}\n`)
    expect(eslint(folder, '--concurrency', '2')).toEqual(found)
    expect(readdirSync(join(folder, 'node_modules', '.cache', 'pixelward'))).toContain('index.json')
    expect(eslint(folder, '--concurrency', '2')).toEqual(found)
  })
})
