/**
 * What controllers and live views of Phoenix answer with.
 * https://hexdocs.pm/phoenix/controllers.html, https://hexdocs.pm/phoenix_live_view/live-layouts.html
 */
import type { RoutePlace } from '../../framework.js'
import { calledName, named, pathOf, positional, type Call, type Expression, type Statement } from '../../reading/code/nodes.js'
import { callsIn, walk } from '../../reading/code/walk.js'
import type { ElixirCode, ElixirModule } from '../reading/modules.js'
import type { LiveSession } from './router.js'
import { applyCalls, applyPlug, layoutOf, type Layout, type Settings } from './settings.js'
import { inside, applicationOf, type PhoenixViews, type Shown } from './views.js'

export interface Answer {
  gives: Set<'page' | 'data' | 'redirect'>
  files: string[]
  places: RoutePlace[]
  /** Layouts around it, outermost first. */
  around: Layout[]
  /** Some of what it shows is not known. */
  isOpen: boolean
}

const DEPTH = 5

export class Answers {
  constructor(private readonly code: ElixirCode, private readonly views: PhoenixViews) {}

  /** What an action of a controller answers; null when it has no such action. */
  action(controller: ElixirModule, action: string, before: Settings): Answer | null {
    const clauses = this.code.functions(controller, action)
    if (clauses.length === 0) return null
    const settings = { ...this.usual(controller, before), places: [...before.places] }
    for (const { call, module } of this.code.directives(controller)) {
      if (pathOf(call.callee) === 'plug') applyPlug(this.code, module, settings, call, action)
    }
    const answer: Answer = { gives: new Set(), files: [], places: [...settings.places], around: [], isOpen: false }
    const seen = new Set<unknown>()
    for (const made of clauses) {
      seen.add(made.start)
      answer.places.push({ file: made.module.file, start: made.start, end: made.end })
    }
    for (const made of clauses) this.body(answer, made.body, { controller, action, settings }, seen, 0)
    answer.around.unshift(...[settings.root, settings.layout].filter((each) => each !== undefined && each !== null))
    return answer
  }

  /** View and layout that a controller has without being told: by its name, by its formats, by its namespace. */
  private usual(controller: ElixirModule, before: Settings): Settings {
    const uses = this.code.directives(controller).filter(({ call }) => pathOf(call.callee) === 'use' && isNamed(positional(call)[0], 'Phoenix.Controller'))
    const use = uses.at(-1)
    const name = controller.name.replace(/Controller$/, '')
    const layouts = use ? named(use.call.arguments, 'layouts') : undefined
    const html = layouts?.kind === 'list' ? named(layouts.items, 'html') : undefined
    const namespace = use ? named(use.call.arguments, 'namespace') : undefined
    const base = namespace?.kind === 'name' ? namespace.name : controller.name.split('.')[0] as string
    const isOld = use ? named(use.call.arguments, 'formats') === undefined : true
    const layout: Layout | null = html && use
      ? html.kind === 'name' ? { module: this.code.fullName(html.name, use.module), name: 'app' } : layoutOf(this.code, use.module, html) ?? null
      : isOld && this.code.module(`${base}.LayoutView`) ? { module: `${base}.LayoutView`, name: 'app' } : null
    const view = [`${name}HTML`, `${name}View`].find((each) => this.code.module(each)) ?? `${name}View`
    return { view, ...before, layout: before.layout === undefined ? layout : before.layout }
  }

  private body(answer: Answer, body: readonly Statement[], at: At, seen: Set<unknown>, depth: number): void {
    applyCalls(this.code, at.controller, at.settings, body)
    for (const call of callsIn(body)) this.call(answer, call, body, at, seen, depth)
  }

  private call(
    answer: Answer, call: Call, body: readonly Statement[], at: At, seen: Set<unknown>, depth: number,
  ): void {
    const name = calledName(call)
    switch (name) {
      case 'render': return this.render(answer, call, body, at)
      case 'html': answer.gives.add('page'); return
      case 'json':
      case 'text':
      case 'send_resp':
      case 'send_download':
      case 'send_file':
      case 'send_chunked': answer.gives.add('data'); return
      case 'redirect': answer.gives.add('redirect'); return
      case 'live_render': {
        const target = positional(call).find((each) => each.kind === 'name' && /^[A-Z]/.test(each.name))
        const view = target?.kind === 'name' ? this.code.find(target.name, at.controller) : null
        if (view) this.shows(answer, this.live(view, at.settings, null, null))
        return
      }
      case 'render_inertia': return this.inertia(answer, call, at)
      default:
    }
    if (call.callee.kind !== 'name' || depth >= DEPTH) return
    for (const made of this.code.functions(at.controller, name)) {
      const key = `${made.module.file} ${made.start}`
      if (seen.has(key)) continue
      seen.add(key)
      answer.places.push({ file: made.module.file, start: made.start, end: made.end })
      this.body(answer, made.body, at, seen, depth + 1)
    }
  }

  /** `render(conn, :home)`, `render(conn, "home.html", layout: false)`, `render(conn, View, "x.html")`. */
  private render(answer: Answer, call: Call, body: readonly Statement[], { controller, action, settings }: At): void {
    const [, first, second] = positional(call)
    const list = [first, second].find((each) => each?.kind === 'list')
    const told = named(call.arguments, 'layout') ?? (list?.kind === 'list' ? named(list.items, 'layout') : undefined)
    const layout = layoutOf(this.code, controller, told)
    if (layout !== undefined) {
      const isOfTheSame = layout !== null && layout.module === null
      settings.layout = isOfTheSame ? { ...layout, module: settings.layout?.module ?? null } : layout
    }
    const isView = first?.kind === 'name' && /^[A-Z]/.test(first.name)
    const view = this.code.module(isView ? this.code.fullName(first.name, controller) : settings.view ?? '')
    // A controller of data has no view for pages beside it: https://hexdocs.pm/phoenix/json_and_apis.html
    if (!view && !isView && this.code.module(controller.name.replace(/Controller$/, 'JSON'))) {
      answer.gives.add('data')
      return
    }
    const template = isView ? second : first
    const isLeftOut = template === undefined || template.kind === 'list' || template.kind === 'map'
    const names = isLeftOut ? [action] : namesOf(template, body)
    if (names.length === 0) answer.isOpen = true
    for (const name of names) {
      if (/\.(?:json|xml|csv|txt)$/.test(name)) answer.gives.add('data')
      else this.shows(answer, view ? this.views.template(view, name) : null)
    }
    answer.gives.add(names.every((name) => /\.(?:json|xml|csv|txt)$/.test(name)) && names.length > 0 ? 'data' : 'page')
  }

  private shows(answer: Answer, shown: Shown | null): void {
    if (!shown) {
      answer.isOpen = true
      return
    }
    answer.gives.add('page')
    answer.files.push(...shown.files)
    answer.places.push(...shown.places)
    if ('around' in shown) answer.around.push(...(shown as Answer).around)
  }

  /** `render_inertia(conn, "Visits")`: a page of the scripts. https://hexdocs.pm/inertia/readme.html */
  private inertia(answer: Answer, call: Call, { controller }: At): void {
    const [, page] = positional(call)
    answer.gives.add('page')
    if (page?.kind !== 'text' && page?.kind !== 'symbol') return
    const base = inside(applicationOf(this.code.host, controller.file), `assets/js/pages/${page.kind === 'text' ? page.text : page.name}`)
    const file = ['.jsx', '.tsx', '.vue', '.svelte', '/index.jsx', '/index.tsx'].map((end) => base + end).find((each) => this.code.host.has(each))
    if (file !== undefined) answer.files.push(file)
  }

  /** A live view, with the layouts that the session, the route, its module or its `mount` tell. */
  live(
    view: ElixirModule, before: Settings, session: LiveSession | null,
    route: { call: Call; module: ElixirModule } | null,
  ): Answer {
    const settings: Settings = { ...before, layout: null, places: [...before.places] }
    const tell = (module: ElixirModule, node: Expression | undefined, which: 'root' | 'layout'): void => {
      const layout = layoutOf(this.code, module, node)
      if (layout !== undefined) settings[which] = layout
    }
    for (const { call, module } of this.code.directives(view)) {
      if (pathOf(call.callee) !== 'use') continue
      const [what, which] = positional(call)
      if (isNamed(what, 'Phoenix.LiveView')) tell(module, named(call.arguments, 'layout'), 'layout')
      // `use ClinicWeb, {:live_view, layout: …}`
      else if (which?.kind === 'list') tell(module, named(which.items, 'layout'), 'layout')
    }
    if (route) tell(route.module, named(route.call.arguments, 'layout'), 'layout')
    if (session) {
      tell(session.module, named(session.call.arguments, 'layout'), 'layout')
      tell(session.module, named(session.call.arguments, 'root_layout'), 'root')
    }
    for (const mount of this.code.functions(view, 'mount')) {
      walk(mount.body, (node) => {
        if (node.kind === 'list' && node.items[0]?.value.kind === 'symbol') tell(view, named(node.items, 'layout'), 'layout')
      })
    }
    const file = this.views.files(view).get('render')
    return {
      gives: new Set(['page']), files: file === undefined ? [] : [file], isOpen: false,
      places: [...settings.places, { file: view.file, start: view.start, end: view.end }, ...this.hooks(view, session)],
      around: [settings.root, settings.layout].filter((each) => each !== undefined && each !== null),
    }
  }

  /** `on_mount: [ClinicWeb.Measure]`, `on_mount {ClinicWeb.UserAuth, :required}`: code that runs for the page. */
  private hooks(view: ElixirModule, session: LiveSession | null): RoutePlace[] {
    const own = this.code.directives(view).filter(({ call }) => pathOf(call.callee) === 'on_mount')
      .map(({ call, module }) => ({ node: positional(call)[0], module }))
    const told = session ? [{ node: named(session.call.arguments, 'on_mount'), module: session.module }] : []
    return [...told, ...own].flatMap(({ node, module }) => hookNames(node).flatMap(({ name, stage }) => {
      const target = this.code.find(name, module)
      return (target ? this.code.functions(target, 'on_mount') : [])
        .filter(({ parameters: [first] }) => stage === null || first?.kind !== 'symbol' || first.name === stage)
        .map((made) => ({ file: made.module.file, start: made.start, end: made.end }))
    }))
  }
}

interface At {
  controller: ElixirModule
  action: string
  settings: Settings
}

function hookNames(node: Expression | undefined): { name: string; stage: string | null }[] {
  if (node?.kind === 'name') return [{ name: node.name, stage: null }]
  if (node?.kind !== 'list') return []
  const [first, second] = node.items.map(({ value }) => value)
  if (first?.kind === 'name' && second?.kind === 'symbol') return [{ name: first.name, stage: second.name }]
  return node.items.flatMap(({ value }) => hookNames(value))
}

/** Names of templates an expression may be; a name that is assigned literals in the same body among them. */
function namesOf(node: Expression, body: readonly Statement[]): string[] {
  if (node.kind === 'symbol') return [node.name]
  if (node.kind === 'text') return [node.text]
  if (node.kind !== 'name') return []
  return body.flatMap((statement) => (statement.kind === 'assign' && statement.targets.some((target) => isNamed(target, node.name))
    ? literalsIn(statement.value) : []))
}

function literalsIn(node: Expression): string[] {
  if (node.kind === 'symbol') return [node.name]
  if (node.kind === 'text') return [node.text]
  if (node.kind !== 'call') return []
  const inline = ['do', 'else'].map((word) => named(node.arguments, word)).filter((each) => each !== undefined)
  const block = node.block?.body ?? []
  const last = block.flatMap((statement) => (statement.kind === 'expression' ? [statement.value]
    : statement.kind === 'branch' ? statement.branches.flatMap((branch) => branch.body.flatMap((each) => (each.kind === 'expression' ? [each.value] : []))) : []))
  return [...inline, ...last].flatMap(literalsIn)
}

function isNamed(node: Expression | undefined, name: string): boolean {
  return node?.kind === 'name' && node.name === name
}
