import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diskTree, LARGEST_FILE, listFiles } from '../../src/disk/tree.js'
import { temporaryFolder } from './temporary-folder.js'

const list = (files: Record<string, string>): string[] => listFiles(temporaryFolder(files)).paths

function git(folder: string, ...arguments_: string[]): void {
  const options = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false']
  execFileSync('git', [...options, ...arguments_], { cwd: folder, stdio: 'ignore' })
}

describe('a listing', () => {
  it('is sorted by code units of whole paths', () => {
    const paths = list({ 'b.js': '', 'a/x.js': '', 'a.js': '', 'a-b/x.js': '', 'A.js': '', 'ä.js': '' })
    expect(paths).toEqual([...paths].sort())
    expect(paths).toHaveLength(6)
  })

  it('leaves out installed packages, tools and binary files', () => {
    const paths = list({
      'node_modules/x/a.js': '', 'packages/a/node_modules/b.js': '', 'bower_components/x.js': '', '.git/config': '',
      '.next/static/a.js': '', 'logo.PNG': '', 'a.woff2': '', 'index.html': '', '.storybook/preview.js': '', '.htaccess': '',
    })
    expect(paths).toEqual(['.htaccess', '.storybook/preview.js', 'index.html'])
  })

  it('keeps a folder named vendor unless packages are installed in it', () => {
    expect(list({ 'vendor/assets/javascripts/tag.js': '' })).toEqual(['vendor/assets/javascripts/tag.js'])
    expect(list({ 'vendor/autoload.php': '', 'vendor/x/y.php': '' })).toEqual([])
  })

  it('keeps committed output unless a bundler left it next to its sources', () => {
    expect(list({ 'dist/index.html': '' })).toEqual(['dist/index.html'])
    expect(list({ 'package.json': '', 'src/a.js': '', 'dist/asset-manifest.json': '', 'dist/main.js': '' })).toEqual([
      'package.json',
      'src/a.js',
    ])
  })

  it('does not follow symbolic links', () => {
    const folder = temporaryFolder({ 'a/x.js': '' })
    symlinkSync(join(folder, 'a'), join(folder, 'b'))
    symlinkSync(join(folder, 'a', 'x.js'), join(folder, 'y.js'))
    expect(listFiles(folder).paths).toEqual(['a/x.js'])
  })

  it('does not walk into excluded folders', () => {
    const folder = temporaryFolder({ 'old/x.js': '', 'a.js': '' })
    expect(listFiles(folder, (path) => path === 'old').paths).toEqual(['a.js'])
  })
})

describe('ignore files', () => {
  it('hold without git, deeper ones before higher ones', () => {
    const paths = list({
      '.gitignore': '*.log\n/build/\n!keep.log\n',
      'a.log': '', 'keep.log': '', 'build/x.js': '', 'sub/build/x.js': '',
      'sub/.gitignore': 'x.*\n!*.log\n', 'sub/x.js': '', 'sub/b.log': '', 'x.js': '',
    })
    expect(paths).toEqual(['.gitignore', 'keep.log', 'sub/.gitignore', 'sub/b.log', 'x.js'])
  })

  it('cannot bring back what is in an ignored folder', () => {
    expect(list({ '.gitignore': 'build\n!build/x.js\n', 'build/x.js': '', 'a.js': '' })).toEqual(['.gitignore', 'a.js'])
  })

  it('tell upper case from lower', () => {
    expect(list({ '.gitignore': 'Build\n', 'build/x.js': '' })).toEqual(['.gitignore', 'build/x.js'])
  })

  it('are not believed about sources when git cannot say what is committed', () => {
    expect(list({ '.gitignore': 'storage\n', 'storage/a.js': '', 'src/storage/a.js': '' })).toEqual(['.gitignore', 'src/storage/a.js'])
  })

  it('hold from above the root, and from .git/info/exclude', () => {
    const folder = temporaryFolder({ '.gitignore': 'site/tmp\n', 'site/tmp/a.js': '', 'site/secret.js': '', 'site/a.js': '' })
    git(folder, 'init', '-q')
    writeFileSync(join(folder, '.git', 'info', 'exclude'), 'secret.js\n')
    expect(listFiles(join(folder, 'site')).paths).toEqual(['a.js'])
  })

  it.each(['2', '4'])('do not hide what is committed (index version %s)', (version) => {
    const folder = temporaryFolder({
      '.gitignore': 'storage\n*.gen.js\n',
      'src/storage/kept.js': '', 'src/storage/kept-too.js': '', 'a.gen.js': '', 'src/a.js': '',
    })
    git(folder, 'init', '-q')
    git(folder, 'add', '-f', '.')
    git(folder, 'update-index', '--index-version', version)
    writeFileSync(join(folder, 'src/storage/new.js'), '')
    writeFileSync(join(folder, 'b.gen.js'), '')
    expect(listFiles(folder).paths).toEqual(['.gitignore', 'a.gen.js', 'src/a.js', 'src/storage/kept-too.js', 'src/storage/kept.js'])
    expect(listFiles(join(folder, 'src')).paths).toEqual(['a.js', 'storage/kept-too.js', 'storage/kept.js'])
  })
})

describe('a tree on the disk', () => {
  it('reads bytes and text', () => {
    const tree = diskTree(temporaryFolder({ 'a.js': '\uFEFFalert(1)', 'b/c.html': Buffer.from([0xe4]) }))
    expect(tree.text('a.js')).toBe('alert(1)')
    expect([...(tree.bytes('b/c.html') ?? [])]).toEqual([0xe4])
    expect(tree.text('b/c.html')).toBe('ä')
    expect(tree.bytes('a.js')?.length).toBe(11)
    expect(tree.problems).toEqual([])
  })

  it('hands out bytes that stay as they are when the next file is read', () => {
    const tree = diskTree(temporaryFolder({ 'a.js': 'aaaa', 'b.js': 'bbbb' }))
    const first = tree.bytes('a.js')
    tree.bytes('b.js')
    expect(Buffer.from(first ?? []).toString()).toBe('aaaa')
  })

  it('has a version that changes with the file', () => {
    const folder = temporaryFolder({ 'a.js': 'a' })
    const tree = diskTree(folder)
    const before = tree.version('a.js')
    writeFileSync(join(folder, 'a.js'), 'ab')
    expect(tree.version('a.js')).not.toBe(before)
    expect(tree.version('none.js')).toBeUndefined()
  })

  it('tells of files that are too large or gone, once, and goes on', () => {
    const tree = diskTree(temporaryFolder({ 'big.js': Buffer.alloc(LARGEST_FILE + 1, 32), 'fits.js': Buffer.alloc(LARGEST_FILE, 32) }))
    expect(tree.text('big.js')).toBeUndefined()
    expect(tree.bytes('big.js')).toBeUndefined()
    expect(tree.text('gone.js')).toBeUndefined()
    expect(tree.bytes('fits.js')?.length).toBe(LARGEST_FILE)
    expect(tree.problems.map(({ file }) => file)).toEqual(['big.js', 'gone.js'])
  })

  it('reads a source map that is larger than a script may be', () => {
    const tree = diskTree(temporaryFolder({ 'app.js.map': Buffer.alloc(LARGEST_FILE + 9, 32) }))
    expect(tree.bytes('app.js.map')?.length).toBe(LARGEST_FILE + 9)
    expect(tree.problems).toEqual([])
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('tells of folders that may not be read', () => {
    const folder = temporaryFolder({ 'closed/a.js': '', 'b.js': '' })
    chmodSync(join(folder, 'closed'), 0)
    const tree = diskTree(folder)
    chmodSync(join(folder, 'closed'), 0o755)
    expect(tree.paths).toEqual(['b.js'])
    expect(tree.problems.map(({ file }) => file)).toEqual(['closed/'])
  })
})
