/**
 * Components, live components and templates that markup of Phoenix brings in by name.
 * https://hexdocs.pm/phoenix_live_view/Phoenix.Component.html
 */
import type { ReachEdge } from '../../../types.js'
import { elixirFiles, type ElixirCode, type ElixirModule } from '../reading/modules.js'
import type { PhoenixViews, Shown } from './views.js'

/** `<Layouts.app …>`, `<.header …>`, `{Layouts.scripts(assigns)}`, `&Layouts.scripts/1`. */
const COMPONENTS = /<([A-Z][\w.]*)?\.([a-z_]\w*[?!]?)|(?<![\w.])([A-Z]\w*(?:\.[A-Z]\w*)*)\.([a-z_]\w*)(?:\(|\/1\b)/g
/** `<.live_component module={Form}`, `live_render(@conn, ClinicWeb.Banner`, `live_component @socket, Form`. */
const LIVE = /\blive_(?:component|render)\b[^>%\n]{0,160}?(?<![\w.])([A-Z]\w*(?:\.[A-Z]\w*)*)(?![\w.])/g
/** `render("head.html", …)`, `render ClinicWeb.SharedView, "head.html"`. */
const RENDERS = /(?<![\w.])render(?:_existing|_template)?[ (]\s*(?:([A-Z][\w.]*)\s*,\s*)?"([\w./-]+)"|(?<![\w.])([A-Z][\w.]*)\.render\(\s*"([\w./-]+)"/g

/** Ways from templates, and from markup in code, to what they show. */
export function componentEdges(code: ElixirCode, views: PhoenixViews): ReachEdge[] {
  const { host } = code
  const inCode = elixirFiles(host).filter((file) => /~[HLE]\b|~[HLE]["']|\.render\(/.test(host.text(file) ?? ''))
  return [...views.templates(), ...inCode].flatMap((file) => {
    const text = host.text(file) ?? ''
    const modules = file.endsWith('.ex') ? code.modulesIn(file) : []
    const around = (offset: number): ElixirModule | null => (file.endsWith('.ex')
      ? modules.findLast(({ start, end }) => start <= offset && offset < end) ?? null
      : views.ownerOf(file))
    const edges: ReachEdge[] = []
    const collect = (pattern: RegExp, shown: (match: RegExpMatchArray, module: ElixirModule) => Shown | null): void => {
      for (const match of text.matchAll(pattern)) {
        const module = isComment(text, match.index) ? null : around(match.index)
        const found = module ? shown(match, module) : null
        if (found) edges.push(...edgesTo(file, match.index, found))
      }
    }
    collect(COMPONENTS, ([, of, name, spoken, called], module) => (
      component(code, views, module, of ?? spoken, (name ?? called) as string)))
    collect(LIVE, (match, module) => live(code, views, module, match[1] as string))
    collect(RENDERS, (match, module) => {
      const view = match[1] ?? match[3]
      const target = view === undefined ? module : code.find(view, module)
      return target ? views.template(target, (match[2] ?? match[4]) as string) : null
    })
    return edges
  })
}

/** `<%# … %>`, `<%!-- … --%>` and `<!-- … -->` around an offset. */
function isComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4000), at)
  return before.lastIndexOf('<%!--') > before.lastIndexOf('--%>') || before.lastIndexOf('<%#') > before.lastIndexOf('%>')
    || before.lastIndexOf('<!--') > before.lastIndexOf('-->')
}

function edgesTo(from: string, offset: number, { files, places }: Shown): ReachEdge[] {
  const edge = { from: { file: from, unit: null }, offset, kind: 'include' as const, certainty: 'exact' as const }
  return [
    ...files.map((file): ReachEdge => ({ ...edge, to: { file, unit: null } })),
    ...places.filter(({ file, start, end }) => file !== from || offset < start || offset >= end)
      .map(({ file, start, end }): ReachEdge => ({ ...edge, to: { file, unit: null }, part: { start, end } })),
  ]
}

function component(
  code: ElixirCode, views: PhoenixViews, module: ElixirModule, of: string | undefined, name: string,
): Shown | null {
  if (of !== undefined) {
    const target = code.find(of, module)
    return target ? views.template(target, name) : null
  }
  const own = views.template(module, name)
  if (own) return own
  for (const imported of code.imports(module)) {
    const target = code.module(imported)
    const found = target ? views.template(target, name) : null
    if (found) return found
  }
  return null
}

/** All of a component or view that has a life of its own. */
function live(code: ElixirCode, views: PhoenixViews, module: ElixirModule, name: string): Shown | null {
  const target = code.find(name, module)
  if (!target || target === module) return null
  const file = views.files(target).get('render')
  const { start, end } = target
  return { files: file === undefined ? [] : [file], places: [{ file: target.file, start, end }] }
}
