/** Scripts that templates load by an address below `priv/static`. https://hexdocs.pm/phoenix/asset_management.html */
import type { ReachEdge } from '../../../types.js'
import { baseNameOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import type { StaticFolder } from '../../node/static-files.js'
import { stem } from '../../paths.js'
import { namedScriptEdges, sourcesOf } from '../../script-names.js'
import { named, pathOf, positional } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import type { ElixirCode } from '../reading/modules.js'
import { inside } from './views.js'

/** `~p"/assets/app.js"`, `static_path(@conn, "/js/app.js")`, `src="/assets/app.js"`. */
const SCRIPTS = /(?:~p|\bstatic_(?:path|url)\([^"\n]*?|\bsrc=\{?)["']\/?([\w./-]+\.m?js)(?=["'?])/g
const EXTENSIONS = ['.js', '.ts', '.jsx', '.tsx', '.mjs']

/** Edges from templates to the sources of the scripts that they load. `root`: the directory of the application. */
export function assetEdges(host: FrameworkHost, root: string, templates: readonly string[]): ReachEdge[] {
  const entries = buildEntries(host, root)
  return namedScriptEdges(host, templates, SCRIPTS, (name) => {
    const given = inside(root, `priv/static/${name}`)
    // What a build has put there is made of its entry.
    const entry = entries.find((file) => stem(file) === stem(name))
    if (entry !== undefined) return [entry]
    if (host.has(given)) return [given]
    const inner = name.replace(/^assets\//, '').replace(/^js\//, '').replace(/\.m?js$/, '')
    const found = ['assets/js', 'assets', 'assets/vendor', 'assets/static', 'web/static/js', 'web/static/vendor', 'web/static/assets']
      .flatMap((directory) => EXTENSIONS.map((extension) => inside(root, `${directory}/${inner}${extension}`)))
      .find((file) => host.has(file))
    return found === undefined ? sourcesOf(host, root, name) : [found]
  })
}

/** `config :esbuild, clinic: [args: ~w(js/app.js --bundle --outdir=…), cd: …]`. https://hexdocs.pm/esbuild/Esbuild.html */
function buildEntries(host: FrameworkHost, root: string): string[] {
  const file = inside(root, 'config/config.exs')
  const text = host.text(file) ?? host.text('config/config.exs') ?? ''
  const at = text.search(/\bconfig\s+:esbuild\b/)
  if (at < 0) return []
  return [...text.slice(at, at + 4000).matchAll(/\bargs:\s*(?:~w\(([^)]*)\)|\[([^\]]*)\])/g)]
    .flatMap((match) => (match[1] ?? match[2] ?? '').split(/[\s",]+/))
    .filter((word) => /^[\w./-]+\.[cm]?[jt]sx?$/.test(word) && !word.startsWith('-'))
    .map((word) => inside(root, `assets/${word.replace(/^\.\//, '')}`)).filter((path) => host.has(path))
}

/** `plug Plug.Static, at: "/", from: :clinic, only: ~w(assets images)`: folders that are given out as they stand. */
export function staticFolders(host: FrameworkHost, code: ElixirCode, root: string): StaticFolder[] {
  const folders: StaticFolder[] = []
  for (const file of host.under(inside(root, 'lib'))) {
    if (baseNameOf(file) !== 'endpoint.ex') continue
    for (const module of code.modulesIn(file)) {
      for (const call of callsIn(module.body)) {
        const [what] = positional(call)
        if (pathOf(call.callee) !== 'plug' || what?.kind !== 'name' || what.name !== 'Plug.Static') continue
        const at = named(call.arguments, 'at')
        const from = named(call.arguments, 'from')
        const only = named(call.arguments, 'only')
        const directory = from?.kind === 'text' ? inside(root, from.text) : inside(root, 'priv/static')
        const prefix = at?.kind === 'text' ? at.text.replace(/\/$/, '') : ''
        const names = only?.kind === 'list' ? only.items.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])) : null
        if (!names) folders.push({ prefix, directory, file })
        else folders.push(...names.filter((name) => !name.includes('.')).map((name) => (
          { prefix: `${prefix}/${name}`, directory: `${directory}/${name}`, file })))
      }
    }
  }
  return folders
}
