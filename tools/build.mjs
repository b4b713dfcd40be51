/**
 * `npm run build`: types and modules by tsc, and then the modules joined into few files: a command that starts in every
 * commit would spend a quarter of its time on looking for hundreds of them. Packages that are installed with ours stay apart.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { root } from './fresh.mjs'

const tsc = [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']
const { status } = spawnSync(process.execPath, tsc, { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

// Where packages are not installed yet, `fresh.mjs` is used and this file is not.
const { build } = await import('rolldown')
const built = join(root, 'dist')
rmSync(join(built, 'bundle'), { recursive: true, force: true })
await build({
  input: {
    main: join(built, 'src', 'cli', 'main.js'),
    plugin: join(built, 'rules', 'index.js'),
    parser: join(built, 'src', 'eslint', 'parser.js'),
    engine: join(built, 'src', 'index.js'),
  },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  output: { dir: join(built, 'bundle'), format: 'esm', comments: false, entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
  logLevel: 'warn',
})
