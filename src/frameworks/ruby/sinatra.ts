/** Sinatra: https://sinatrarb.com/intro.html */
import { HOLE } from '../../parse/hole.js'
import { weakest } from '../../certainty.js'
import { directoryOf, joinPath } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { calledName, named, pathOf, positional, type Call, type CodeFunction, type Statement } from '../reading/code/nodes.js'
import { callsIn } from '../reading/code/walk.js'
import { routePath } from '../paths.js'
import { codeEdges } from './code-edges.js'
import { RubyCode, rubyFiles } from './reading/code.js'
import { RubyValues, textOf, type Environment } from './reading/values.js'

export const sinatra: Framework = {
  name: 'sinatra',
  docs: 'https://sinatrarb.com/intro.html',
  applications(host) {
    const files = rubyFiles(host).filter((file) => USES.test(host.text(file) ?? ''))
    if (files.length === 0) return []
    const code = RubyCode.of(host)
    const found = files.flatMap((file) => application(host, code, file))
    const [first] = found
    return first ? [{ ...first, edges: [...first.edges ?? [], ...codeEdges(host, code, '')] }, ...found.slice(1)] : []
  },
}

const USES = /require\s*\(?\s*['"]sinatra(?:\/\w+)*['"]|<\s*Sinatra::(?:Base|Application)\b/
const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete'])
const ENGINES: Readonly<Record<string, readonly string[]>> =
  { erb: ['erb', 'html.erb'], haml: ['haml', 'html.haml'], slim: ['slim', 'html.slim'], liquid: ['liquid'],
    markdown: ['md', 'markdown'] }

function application(host: FrameworkHost, code: RubyCode, file: string): Application[] {
  const values = new RubyValues(code)
  const environment: Environment = { values: new Map(), around: code.classesIn(file)[0]?.name ?? '', file }
  const views = viewDirectory(host, code, file)
  const routes: RouteDeclaration[] = []
  const collect = (statements: readonly Statement[], prefix: string): void => {
    for (const statement of statements) {
      if (statement.kind === 'class') collect(statement.class.body, prefix)
      if (statement.kind !== 'expression' || statement.value.kind !== 'call') continue
      const call = statement.value
      const [first] = positional(call)
      const path = first ? textOf(values.of(first, environment)) ?? HOLE : ''
      if (call.callee.kind === 'name' && call.callee.name === 'namespace' && call.block) {
        collect(call.block.body, prefix + path)
      }
      if (call.callee.kind !== 'name' || !VERBS.has(call.callee.name) || !call.block || !first) continue
      routes.push(route(host, code, file, call, call.block, prefix + path, views, call.callee.name === 'get'))
    }
  }
  collect(code.statements(file), '')
  if (routes.length === 0) return []
  const shows = routes.some(({ leaves = [] }) => leaves.length > 0)
  return [{ framework: 'sinatra', root: directoryOf(file), routes: merged(routes), edges: partEdges(host, views),
    ...(shows ? { owns: [views], templateRoots: [views] } : {}) }]
}

/** `<%= erb :'parts/footer' %>`, `= haml :footer`: templates in templates. */
const PARTS = /(?<![\w.])(erb|haml|slim|liquid|markdown)[ (]\s*:(?:"([^"\n]+)"|'([^'\n]+)'|(\w+))/g

function partEdges(host: FrameworkHost, views: string): ReachEdge[] {
  return host.under(views).filter((file) => /\.(?:erb|haml|slim)$/.test(file)).flatMap((from) => (
    [...(host.text(from) ?? '').matchAll(PARTS)].flatMap((match): ReachEdge[] => {
      const to = viewFile(host, views, (match[2] ?? match[3] ?? match[4]) as string, match[1] as string)
      if (to === undefined || to === from) return []
      return [{ from: { file: from, unit: null }, offset: match.index, kind: 'include', certainty: 'exact',
        to: { file: to, unit: null } }]
    })))
}

function viewFile(host: FrameworkHost, views: string, name: string, engine: string): string | undefined {
  return (ENGINES[engine] ?? [engine]).map((extension) => `${views}/${name}.${extension}`).find((each) => host.has(each))
}

/** `set :views, File.dirname(__FILE__) + '/templates'`; `views` beside the file otherwise. */
function viewDirectory(host: FrameworkHost, code: RubyCode, file: string): string {
  const set = callsIn(code.statements(file))
    .find((call) => calledName(call) === 'set' && positional(call)[0]?.kind === 'symbol'
      && (positional(call)[0] as { name: string }).name === 'views')
  const texts = set ? JSON.stringify(set.arguments.at(-1)?.value ?? null).match(/"text":"([^"]+)"/)?.[1] : undefined
  const beside = joinPath(directoryOf(file), (texts ?? 'views').replace(/^\/+/, '')) ?? 'views'
  return host.under(beside).length > 0 ? beside : 'views'
}

function route(
  host: FrameworkHost, code: RubyCode, file: string, declared: Call, block: CodeFunction, path: string, views: string, isRead: boolean,
): RouteDeclaration {
  const values = new RubyValues(code)
  const environment: Environment = { values: new Map(), around: code.classesIn(file)[0]?.name ?? '', file }
  const leaves: NonNullable<RouteDeclaration['leaves']> = []
  const shell: NonNullable<RouteDeclaration['shell']> = []
  let shows = false
  let redirects = false
  for (const call of callsIn(block.body)) {
    const engine = pathOf(call.callee)
    redirects ||= engine === 'redirect'
    if (!(engine in ENGINES)) continue
    shows = true
    const [first] = positional(call)
    const view = first ? textOf(values.of(first, environment)) : null
    const found = view === null ? undefined : viewFile(host, views, view, engine)
    if (found !== undefined) leaves.push({ file: found })
    const told = named(call.arguments, 'layout')
    const isOff = told?.kind === 'constant' && told.value === false
    const layout = told && !isOff ? textOf(values.of(told, environment)) ?? 'layout' : 'layout'
    const around = isOff ? undefined : viewFile(host, views, layout, engine)
    if (around !== undefined) shell.push({ file: around })
  }
  const last = block.body.at(-1)
  const isMarkup = last?.kind === 'expression' && last.value.kind === 'text' && /<[a-z!]/i.test(last.value.text)
  const kind = shows || isMarkup ? 'page' : redirects ? 'redirect' : 'api'
  return {
    path: routePath(path.replaceAll(HOLE, ':value').replace(/\*(\w*)/g, '*').replace(/\/\?$/,
      '')), kind: kind === 'redirect' && !isRead ? 'api' : kind,
    certainty: path.includes(HOLE)
      ? weakest('exact', 'possible')
        : 'exact', file, leaves, shell, places: [{ file, start: declared.start, end: declared.end }],
  }
}

function merged(routes: readonly RouteDeclaration[]): RouteDeclaration[] {
  const byPath = new Map<string, RouteDeclaration>()
  for (const each of routes) {
    const known = byPath.get(each.path)
    const [first, second] = known && known.kind === 'page' ? [known, each] : [each, known]
    byPath.set(each.path, second
      ? { ...first, leaves: [...first.leaves ?? [], ...second.leaves ?? []],
        shell: [...first.shell ?? [], ...second.shell ?? []], places: [...first.places ?? [], ...second.places ?? []] }
          : first)
  }
  return [...byPath.values()]
}
