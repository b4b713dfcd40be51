import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { rootFor } from '../../src/eslint/project/root.js'
import { project } from './hosts.js'

const site = { 'web/src/a.js': '', 'web/package.json': '{}', 'docs/b.html': '' }

/** Root of a file for somebody who works in `cwd`; all relative to a new project. */
function root(files: Record<string, string>, file: string, cwd: string): string {
  const folder = project({ ...site, ...files })
  return relative(folder, rootFor(join(folder, file), join(folder, cwd))) || '.'
}

test('where somebody works, when nothing says otherwise', () => {
  expect(root({}, 'web/src/a.js', '.')).toBe('.')
  expect(root({}, 'web/src/a.js', 'web')).toBe('web')
})

test.each([
  ['a configuration of ours', { 'web/pixelward.config.json': '{}' }],
  ['a configuration in package.json', { 'web/package.json': '{ "pixelward": {} }' }],
  ['a repository', { 'web/.git/HEAD': '' }],
  ['a workspace', { 'web/package.json': '{ "workspaces": ["parts/*"] }' }],
])('%s begins a project', (_, files) => {
  expect(root(files, 'web/src/a.js', '.')).toBe('web')
  expect(root(files, 'docs/b.html', '.')).toBe('.')
})

test('a package alone does not: shared code lies beside it', () => {
  expect(root({}, 'web/src/a.js', '.')).toBe('.')
})

test('what is above the working directory does not count', () => {
  expect(root({ 'pixelward.config.json': '{}', '.git/HEAD': '' }, 'web/src/a.js', 'web')).toBe('web')
})

test.each([
  ['npm', { 'package.json': '{ "workspaces": ["./web"] }' }],
  ['Yarn 1', { 'package.json': '{ "workspaces": { "packages": ["we*"] } }' }],
  ['pnpm', { 'pnpm-workspace.yaml': 'packages:\n  - "web/"\n' }],
])('but the workspace of a member does: its members share code (%s)', (_, files) => {
  expect(root(files, 'web/src/a.js', 'web')).toBe('.')
})

test('a workspace that does not name the folder is somebody else’s', () => {
  expect(root({ 'package.json': '{ "workspaces": ["packages/*"] }' }, 'web/src/a.js', 'web')).toBe('web')
})

test('a file outside of the working directory belongs to its own project, or to its folder', () => {
  expect(root({ 'web/.git/HEAD': '' }, 'web/src/a.js', 'docs')).toBe('web')
})
