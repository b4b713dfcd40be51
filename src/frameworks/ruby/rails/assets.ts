/** Scripts that layouts load by name. https://guides.rubyonrails.org/asset_pipeline.html, https://github.com/rails/importmap-rails */
import type { ReachEdge } from '../../../types.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { named, pathOf, positional } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import { sourcesOf } from '../../script-names.js'
import type { RubyCode } from '../reading/code.js'

/** What loads a script by its name, and the directories in which the name counts. */
const LOADERS: readonly { called: RegExp; directories: readonly string[] }[] = [
  { called: /\bjavascript_include_tag\b/,
    directories: ['app/assets/javascripts', 'app/javascript', 'vendor/assets/javascripts', 'lib/assets/javascripts',
      'vendor/javascript', 'app/assets/builds', 'app/assets/config', 'public/javascripts', 'app/frontend/entrypoints', 'public'] },
  { called: /\bjavascript_packs?(?:_with_chunks)?_tag\b|\bjavascript_packs_with_chunks_tag\b|\bappend_javascript_pack_tag\b|\bprepend_javascript_pack_tag\b/, directories: ['app/javascript/packs', 'app/javascript/entrypoints', 'app/javascript', 'app/webpacker/packs', 'app/packs/entrypoints', 'app/packs', 'app/frontend/packs', 'client/packs'] },
  { called: /\bvite_(?:javascript|typescript)_tag\b/,
    directories: ['app/frontend/entrypoints', 'app/javascript/entrypoints', 'app/frontend', 'app/javascript'] },
]
const CALL = /\b(javascript_include_tag|javascript_pack_tag|javascript_packs_tag|javascript_packs_with_chunks_tag|append_javascript_pack_tag|prepend_javascript_pack_tag|vite_javascript_tag|vite_typescript_tag|javascript_importmap_tags|javascript_import_module_tag)\b([^%\n]*(?:,\s*\n[^%\n]*)*)/g
const EXTENSIONS =
  ['.js', '.ts', '.jsx', '.tsx', '.mjs', '.js.erb', '.coffee', '.es6', '/index.js', '/index.ts', '/index.tsx',
    '/index.jsx']

export function assetEdges(
  host: FrameworkHost, code: RubyCode, root: string, templates: readonly string[],
): ReachEdge[] {
  const inRoot = (path: string): string => (root === '' ? path : `${root}/${path}`)
  const pins = importmap(host, code, inRoot)
  const edges: ReachEdge[] = []
  for (const from of templates) {
    const text = host.text(from) ?? ''
    if (!text.includes('javascript_') && !text.includes('vite_')) continue
    for (const match of text.matchAll(CALL)) {
      if (isComment(text, match.index)) continue
      for (const to of loaded(host, inRoot, match[1] as string, match[2] ?? '', pins)) {
        edges.push(asset(from, match.index, to))
      }
    }
  }
  return [...edges, ...pinnedImports(host, inRoot, pins), ...sprockets(host, inRoot)]
}

function asset(from: string, offset: number | null, to: string): ReachEdge {
  return { from: { file: from, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: to, unit: null } }
}

/** `<%# … %>` and `<!-- … -->` around an offset. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  return /<%#[^%]*$|<!--(?:(?!-->).)*$|^\s*-#|^\s*\/[^/]/.test(line)
}

type InRoot = (path: string) => string

function loaded(
  host: FrameworkHost, inRoot: InRoot, helper: string, written: string, pins: ReadonlyMap<string, string>,
): string[] {
  const names = [...(written.split(/\b\w+:\s|\bdata\b|=>/)[0] ?? '').matchAll(/["']([^"'#]+)["']|:(\w+)/g)]
    .map((match) => (match[1] ?? match[2]) as string)
  if (helper === 'javascript_importmap_tags' || helper === 'javascript_import_module_tag') {
    const entries = names.length === 0 ? ['application'] : names
    return entries.flatMap((name) => pins.get(name) ?? fileNamed(host, inRoot, ['app/javascript'], name))
  }
  const loader = LOADERS.find(({ called }) => called.test(helper))
  return names.filter((name) => !/^(https?:)?\/\//.test(name)).flatMap((name) => {
    const found = fileNamed(host, inRoot, loader?.directories ?? [], name)
    return found.length > 0 ? found : sourcesOf(host, inRoot('').replace(/\/$/, ''), name)
  })
}

function fileNamed(host: FrameworkHost, inRoot: InRoot, directories: readonly string[], name: string): string[] {
  const clean = name.replace(/^\//, '').replace(/\.js$/, '')
  for (const directory of directories) {
    const path = inRoot(`${directory}/${clean}`)
    const found = EXTENSIONS.map((extension) => path + extension).find((file) => host.has(file))
    if (found !== undefined) return [found]
    if (host.has(path)) return [path]
  }
  return []
}

/** `pin "application"`, `pin_all_from "app/javascript/controllers", under: "controllers"`. */
function importmap(host: FrameworkHost, code: RubyCode, inRoot: InRoot): ReadonlyMap<string, string> {
  const pins = new Map<string, string>()
  const file = inRoot('config/importmap.rb')
  if (!host.has(file)) return pins
  for (const call of callsIn(code.statements(file))) {
    const name = pathOf(call.callee)
    const [first] = positional(call)
    if (first?.kind !== 'text') continue
    const under = named(call.arguments, 'under')
    const to = named(call.arguments, 'to')
    if (name === 'pin') {
      const written = to?.kind === 'text' ? to.text : first.text
      const [found] =
        fileNamed(host, inRoot,
          ['app/javascript', 'vendor/javascript', 'app/assets/javascripts', 'lib/assets/javascripts',
            'vendor/assets/javascripts'], written)
      if (found !== undefined) pins.set(first.text, found)
    } else if (name === 'pin_all_from') {
      const directory = inRoot(first.text)
      for (const path of host.under(directory)) {
        if (!/\.js$/.test(path)) continue
        const inside = path.slice(directory.length + 1).replace(/\.js$/, '')
        const prefix = under?.kind === 'text' ? `${under.text}/` : ''
        pins.set(prefix + inside, path)
        if (/(^|\/)index$/.test(inside)) pins.set((prefix + inside).replace(/\/?index$/, '').replace(/\/$/, ''), path)
      }
    }
  }
  return pins
}

/** `import "controllers"`, `import "analytics"` in scripts of the map; all controllers where they are loaded together. */
function pinnedImports(host: FrameworkHost, inRoot: InRoot, pins: ReadonlyMap<string, string>): ReachEdge[] {
  if (pins.size === 0) return []
  const files = new Set([...pins.values(), ...host.under(inRoot('app/javascript'))
    .filter((path) => /\.js$/.test(path))])
  return [...files]
    .flatMap((from) =>
      [...(host.text(from) ?? '').matchAll(/\bimport\s*(?:[\w$*{}\s,]+?\sfrom\s*)?\(?\s*["']([^"'.][^"']*)["']|\b(?:eager|lazy)LoadControllersFrom\(\s*["']([^"']+)["']/g)].flatMap((match) => {
    const pinned = match[1] === undefined ? undefined : pins.get(match[1])
    const all = match[2] === undefined
      ? [] : [...pins].filter(([name]) => name.startsWith(`${match[2] as string}/`)).map(([, file]) => file)
    return [...(pinned === undefined ? [] : [pinned]), ...all].filter((to) => to !== from)
      .map((to): ReachEdge => ({ ...asset(from, match.index, to), kind: 'import' }))
  }))
}

/** `//= require analytics`, `//= require_tree .`. https://github.com/rails/sprockets#directives */
function sprockets(host: FrameworkHost, inRoot: InRoot): ReachEdge[] {
  const directories = ['app/assets/javascripts', 'lib/assets/javascripts', 'vendor/assets/javascripts']
  const files = directories.flatMap((directory) => host.under(inRoot(directory)))
    .filter((path) => /\.(js|coffee|js\.erb)$/.test(path))
  return files.flatMap((from) => {
    const text = host.text(from) ?? ''
    if (!text.includes('require')) return []
    return [...text.matchAll(/^\s*(?:\/\/|\*|#)=\s*(require|require_tree|require_directory|include)\s+["']?([^\s"']+)/gm)].flatMap((match) => {
      const [, directive, name = ''] = match
      const targets = directive === 'require_tree' || directive === 'require_directory'
        ? host.under(joinPath(directoryOf(from), name) ?? '').filter((path) => files.includes(path))
        : name.startsWith('.')
          ? EXTENSIONS.map((extension) => (joinPath(directoryOf(from), name) ?? '') + extension)
            .filter((path) => host.has(path)).slice(0, 1)
          : fileNamed(host, inRoot, directories, name)
      return targets.filter((to) => to !== from)
        .map((to): ReachEdge => ({ ...asset(from, match.index, to), kind: 'import' }))
    })
  })
}
