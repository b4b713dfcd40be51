import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../disk/temporary-folder.js'

const main = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url))

// `npm test` builds first; a lone `npm run unit` in a fresh clone has nothing to start.
describe.skipIf(!existsSync(main))('the built command', () => {
  const start = (cwd: string, ...arguments_: string[]) => spawnSync(process.execPath, [main, ...arguments_], { cwd, encoding: 'utf8' })

  it('ends with its exit code', () => {
    const folder = temporaryFolder({ 'index.html': '<p>nothing</p>' })
    expect(start(folder)).toMatchObject({ status: 0, stderr: '' })
    expect(start(folder, '--nonsense')).toMatchObject({ status: 2, stdout: '' })
  })

  it('hands a long report to a pipe completely', () => {
    const pages = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`page-${index}.html`, '<p>nothing</p>']))
    const { status, stdout } = start(temporaryFolder(pages), 'routes', '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).files.seen).toBe(3000)
  })

  it.skipIf(process.platform === 'win32')('says nothing when the reader has seen enough', () => {
    const pages = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`page-${index}.html`, '<p>nothing</p>']))
    const script = '"$0" "$1" routes --format json | head -n 1'
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, main], { cwd: temporaryFolder(pages), encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: '{\n', stderr: '' })
  })
})
