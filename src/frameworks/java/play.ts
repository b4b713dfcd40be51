/** Play: `conf/routes`, controllers, Twirl templates. https://www.playframework.com/documentation/3.0.x/ScalaRouting */
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { directoriesWith, join, routePath } from '../paths.js'
import { mergedRoutes } from '../merged-routes.js'
import { namedScriptEdges, sourcesOf } from '../script-names.js'

export const play: Framework = {
  name: 'play',
  docs: 'https://www.playframework.com/documentation/3.0.x/ScalaRouting',
  applications(host) {
    return directoriesWith(host, ['routes']).filter((directory) => /(^|\/)conf$/.test(directory))
      .flatMap((directory) => application(host, directory.replace(/\/?conf$/, '')))
  },
}

const ENTRY = /^\s*(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|->)\s+(\S+)\s+([^\s(#]+)/

function application(host: FrameworkHost, root: string): Application[] {
  const templates = host.under(join(root, 'app')).filter((file) => /\.scala\.html$/.test(file) && host.isProduct(file))
  const code = host.under(join(root, 'app')).filter((file) => /\.(?:scala|java)$/.test(file) && host.isProduct(file))
  const context = /^\s*play\.http\.context\s*=\s*"?([^"\s]+)/m.exec(host.text(join(root, 'conf/application.conf')) ?? '')?.[1] ?? ''
  const routes = mergedRoutes(routesOf(host, root, 'routes', context, templates, code, 0))
  if (routes.length === 0) return []
  return [{ framework: 'play', root, routes, owns: [...templates], edges: [...templateEdges(host, templates, root), ...assetEdges(host, templates, root)] }]
}

function routesOf(
  host: FrameworkHost, root: string, name: string, prefix: string, templates: readonly string[], code: readonly string[], depth: number,
): RouteDeclaration[] {
  const file = join(root, `conf/${name}`)
  return (host.text(file) ?? '').split('\n').flatMap((line, index): RouteDeclaration[] => {
    const [, method, path = '', target = ''] = ENTRY.exec(line) ?? []
    if (method === undefined) return []
    const written = `${prefix}/${path}`
    // `-> /admin admin.Routes`: entries of another file.
    if (method === '->') return depth > 3 ? [] : routesOf(host, root, `${target.replace(/\.Routes$/, '')}.routes`, written, templates, code, depth + 1)
    const at = offsetOfLine(host.text(file) ?? '', index)
    const place = { file, start: at, end: at + line.length }
    const found = actionOf(host, code, target)
    const views = [...(found?.text ?? '').matchAll(/\bviews\.(?:html\.)?((?:\w+\.)*\w+)(?:\.render|\.apply)?\s*\(/g)]
      .flatMap((match) => templates.filter((template) => nameOf(template, root) === (match[1] as string).replace(/^html\./, '').replace(/\.(?:render|apply)$/, '')))
    const isPage = views.length > 0
    const isRedirect = !isPage && /\b(?:Redirect|redirect)\s*\(/.test(found?.text ?? '') && !/\b(?:Ok|ok)\s*\(/.test(found?.text ?? '')
    return [{
      path: canonical(written), kind: isPage ? 'page' : isRedirect ? 'redirect' : 'api', certainty: 'exact', file,
      leaves: [...new Set(views)].map((view) => ({ file: view })), places: [place, ...(found ? [found.place] : [])],
    }]
  })
}

/** `:id` stays, `*file` is the rest, `$id<[0-9]+>` → `:id`. */
function canonical(path: string): string {
  return routePath(...path.replace(/\$(\w+)<[^<>]*>/g, ':$1').replace(/\*\w+/g, '*').split('/'))
}

function offsetOfLine(text: string, line: number): number {
  return text.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0)
}

/** The body of `controllers.Booking.form`. */
function actionOf(host: FrameworkHost, code: readonly string[], target: string): { text: string; place: { file: string; start: number; end: number } } | null {
  const [method = '', type = ''] = target.replace(/^@/, '').split('.').reverse()
  for (const file of code) {
    if (!new RegExp(`(?:^|/)${type}\\.(?:scala|java)$`).test(file)) continue
    const text = host.text(file) ?? ''
    const start = new RegExp(`\\bdef\\s+${method}\\b|\\b(?:Result|CompletionStage<\\s*Result\\s*>)\\s+${method}\\s*\\(`).exec(text)?.index
    if (start === undefined) continue
    const next = /\n\s{0,4}(?:(?:private|protected|override|public)\s+)*(?:def\s|public\s+\w|private\s+\w)/g
    next.lastIndex = start + 1
    const end = next.exec(text)?.index ?? text.length
    return { text: text.slice(start, end), place: { file, start, end } }
  }
  return null
}

/** `app/views/portal/messages.scala.html` → `portal.messages`, as `views.html.portal.messages` names it. */
function nameOf(template: string, root: string): string {
  return template.slice(join(root, 'app').length + 1).replace(/\.scala\.html$/, '').replace(/^views\//, '').replace(/\/views\//, '.').replace(/\//g, '.')
}

const CALL = /@\{?\s*((?:views\.html\.)?(?:[a-z]\w*\.)*[a-z]\w*)\s*(?=[({])/g

/** Templates that templates call: layouts and parts alike. https://www.playframework.com/documentation/3.0.x/ScalaTemplates */
function templateEdges(host: FrameworkHost, templates: readonly string[], root: string): ReachEdge[] {
  const byName = new Map(templates.map((file) => [nameOf(file, root), file]))
  return templates.flatMap((file) => {
    const folder = nameOf(file, root).split('.').slice(0, -1).join('.')
    return [...(host.text(file) ?? '').matchAll(CALL)].flatMap((match): ReachEdge[] => {
      const name = (match[1] as string).replace(/^views\.html\./, '')
      const to = byName.get(name) ?? byName.get(folder === '' ? name : `${folder}.${name}`)
      return to === undefined || to === file ? [] : [{ from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'exact', to: { file: to, unit: null } }]
    })
  })
}

/** `@routes.Assets.versioned("javascripts/calls.js")`. https://www.playframework.com/documentation/3.0.x/AssetsOverview */
const ASSET = /\bAssets\.(?:versioned|at)\(\s*(?:path\s*=\s*)?(?:"[^"\n]*"\s*,\s*)?(?:file\s*=\s*)?"([^"\n]+\.m?js)"/g

function assetEdges(host: FrameworkHost, templates: readonly string[], root: string): ReachEdge[] {
  return namedScriptEdges(host, templates, ASSET, (name) => {
    const found = ['public', 'app/assets'].map((folder) => join(root, `${folder}/${name.replace(/^\/+/, '')}`))
      .find((file) => host.has(file))
    return found === undefined ? sourcesOf(host, root, name) : [found]
  })
}
