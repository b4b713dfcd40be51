/**
 * What commands of `package.json` write. https://esbuild.github.io/api/#build,
 * https://github.com/browserify/browserify#usage
 */
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import type { ScriptReader } from '../../reading/script-values.js'
import type { BuiltScript } from './built-scripts.js'
import { scriptsOf } from './configured-outputs.js'

const TOOLS = /^(?:npx\s+)?(esbuild|browserify|uglifyjs|terser|rollup|watchify)$/

export function commandOutputs(host: FrameworkHost, _reader: ScriptReader, root: string): BuiltScript[] {
  const manifest = host.json(join(root, 'package.json')) as { scripts?: unknown } | undefined
  const { scripts } = manifest ?? {}
  const commands = typeof scripts === 'object' && scripts !== null ? Object.values(scripts) : []
  return commands.filter((script) => typeof script === 'string').flatMap((script) =>
    script.split(/&&|\|\||[;&|]/).flatMap((command) => outputOf(host, root, command.trim().split(/\s+/))))
}

/** `esbuild src/app.js --bundle --outfile=public/app.js`, `uglifyjs a.js b.js -o all.js`. */
function outputOf(host: FrameworkHost, root: string, words: readonly string[]): BuiltScript[] {
  const tool = words.findIndex((word) => TOOLS.test(word))
  if (tool < 0) return []
  const given = words.slice(tool + 1).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
  const option = (...names: string[]): string | null => {
    const at = given.findIndex((word) => names.some((name) => word === name || word.startsWith(`${name}=`)))
    return at < 0 ? null : /=(.*)$/.exec(given[at] as string)?.[1] ?? given[at + 1] ?? null
  }
  const file = option('--outfile', '-o', '--output', '--file')
  const folder = option('--outdir', '--dir', '-d')
  const written = new Set([file, folder])
  const sources = given.filter((word) => !word.startsWith('-') && !written.has(word))
    .flatMap((word) => scriptsOf(host, root, word))
  if (file !== null) return [{ path: join(root, file.replace(/^(?:\.\/)+/, '')), sources }]
  if (folder === null) return []
  const name = (source: string): string => source.slice(source.lastIndexOf('/') + 1).replace(/\.\w+$/, '.js')
  const directory = join(root, folder.replace(/^(?:\.\/)+|\/$/g, ''))
  return sources.map((source) => ({ path: `${directory}/${name(source)}`, sources: [source] }))
}
