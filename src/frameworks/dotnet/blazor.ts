/**
 * Components with `@page`, the layouts around them and the document that starts them.
 * https://learn.microsoft.com/aspnet/core/blazor/fundamentals/routing
 */
import { ancestors, baseNameOf, directoryOf } from '../../paths.js'
import type { Certainty, ReachEdge } from '../../types.js'
import type { Application, FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { join, stem } from '../paths.js'
import { guardsOf } from './razor-guards.js'
import { routeTemplate } from './route-template.js'

const COMMENTS = /@\*[\s\S]*?(?:\*@|$)/g
const PAGE = /^\s*@page\s+"([^"\n]*)"|^\s*@attribute\s+\[Route\(\s*"([^"\n]*)"\s*\)\]/gm
const LAYOUT = /^\s*@layout\s+([\w.]+)/m
const DEFAULT_LAYOUT = /\bDefaultLayout\s*=\s*"[^"\n]*typeof\(\s*([\w.]+)\s*\)/

/** The Blazor application of a project; null when no component has an address. */
export function blazorApplication(host: FrameworkHost, root: string, files: readonly string[]): Application | null {
  const components = files.filter((path) => path.toLowerCase().endsWith('.razor'))
  const blank = (comment: string): string => ' '.repeat(comment.length)
  const texts = new Map(components.map((path) => [path, (host.text(path) ?? '').replace(COMMENTS, blank)]))
  const pages = components.flatMap((file) => [...(texts.get(file) as string).matchAll(PAGE)]
    .map((match) => ({ file, template: match[1] ?? (match[2] as string) })))
  if (pages.length === 0) return null
  const byName = new Map<string, string[]>()
  for (const path of components) {
    const list = byName.get(stem(path))
    if (list) list.push(path)
    else byName.set(stem(path), [path])
  }
  const named = (from: string, name: string): string | null => closest(from, byName.get(name.split('.').at(-1) as string) ?? [])
  const defaults = components.flatMap((path) => {
    const name = DEFAULT_LAYOUT.exec(texts.get(path) as string)?.[1]
    const layout = name === undefined ? null : named(path, name)
    return layout === null ? [] : [layout]
  })
  const layoutOf = (file: string): string[] => {
    const own = LAYOUT.exec(texts.get(file) as string)?.[1]
    if (own !== undefined) return [named(file, own)].filter((layout) => layout !== null)
    for (const directory of ancestors(directoryOf(file))) {
      // `@layout` of an `_Imports.razor` is that of all components of its folder and below.
      const imports = join(directory, '_Imports.razor')
      const name = LAYOUT.exec(texts.get(imports) ?? '')?.[1]
      if (name !== undefined && imports !== file) return [named(file, name)].filter((layout) => layout !== null)
    }
    return []
  }
  const around = (file: string): { file: string; certainty?: Certainty }[] => {
    const shells: { file: string; certainty?: Certainty }[] = []
    let next = layoutOf(file)
    if (next.length === 0) next = defaults.slice(0, 1)
    while (next[0] !== undefined && !shells.some((shell) => shell.file === next[0])) {
      shells.unshift({ file: next[0] })
      next = LAYOUT.test(texts.get(next[0]) as string) ? layoutOf(next[0]) : []
    }
    return shells
  }
  const routes = pages.map(({ file, template }): RouteDeclaration => {
    const guards = guardsOf(host, template, file)
    return {
      path: routeTemplate(template), kind: 'page', certainty: 'exact', file, leaves: [{ file }], shell: around(file),
      ...guards.length === 0 ? {} : { guards },
    }
  })
  const injections = documents(host, root, files, components)
  return {
    framework: 'blazor',
    root,
    routes,
    injections,
    owns: [...components, ...injections.map(({ file }) => file)],
    edges: componentEdges(texts, named),
    singlePage: true,
  }
}

const STARTS = /_framework\/blazor\.\w+(\.\w+)?\.js|render-mode="\w*(Prerendered|Server|WebAssembly)\w*"/

/** Components above the pages, and the documents they are started in. */
function documents(
  host: FrameworkHost, root: string, files: readonly string[], components: readonly string[],
): Injection[] {
  const starters = [
    ...components.filter((path) => /^(App|Routes|Main)$/.test(stem(path))),
    ...files.filter((path) => /^_Host\.cshtml$/i.test(baseNameOf(path))),
    ...host.under(join(root, 'wwwroot')).filter((path) => /(^|\/)wwwroot\/index\.html$/i.test(path)),
  ]
  const html = [...host.named('index.html'), ...host.named('_Layout.cshtml')]
    .filter((path) => !starters.includes(path) && STARTS.test(host.text(path) ?? ''))
  const isOwn = (path: string): boolean => root === '' || path.startsWith(`${root}/`)
  // A client project is started by the document of the server project beside it.
  const used = [...starters, ...(starters.some((path) => !path.endsWith('.razor')) ? html.filter(isOwn) : html)]
  return [...new Set(used)].map((file) => ({ file, scope: 'all', certainty: isOwn(file) ? 'exact' : 'likely' }))
}

const TAG = /(?<!\w)<([A-Z][\w.]*)[\s/>]/g
const OPENS_PAGE = 'Routes'

/** Components that components show. */
function componentEdges(
  texts: ReadonlyMap<string, string>, named: (from: string, name: string) => string | null,
): ReachEdge[] {
  const edges: ReachEdge[] = []
  for (const [file, text] of texts) {
    for (const match of text.matchAll(TAG)) {
      const name = match[1] as string
      const to = name === OPENS_PAGE ? null : named(file, name)
      if (to === null || to === file) continue
      const from = { file, unit: null }
      edges.push({ from, offset: match.index, kind: 'include', certainty: 'exact', to: { file: to, unit: null } })
    }
  }
  return edges
}

/** Of files with the same name, the one that shares the longest way from the root. */
function closest(from: string, paths: readonly string[]): string | null {
  let best: string | null = null
  let most = -1
  const own = from.split('/')
  for (const path of paths) {
    const segments = path.split('/')
    let shared = 0
    while (shared < segments.length - 1 && segments[shared] === own[shared]) shared++
    if (shared > most) [best, most] = [path, shared]
  }
  return best
}
