/** What actions of controllers show, and in which layout. https://guides.rubyonrails.org/action_controller_overview.html */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import type { Certainty } from '../../../types.js'
import type { RouteDeclaration, RouteGuard, RoutePlace } from '../../framework.js'
import { named, pathOf, type Call, type CodeFunction, type Expression, type Statement } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import { constantName, declarations, methodsOf, type RubyClass, type RubyCode } from '../reading/code.js'
import { RubyValues, textOf, type Environment } from '../reading/values.js'
import { classOf } from './routes.js'
import { guardsBefore } from './guards.js'
import { Layouts, namesIn, prefixesOf } from './layouts.js'
import type { RailsViews } from './views.js'

type Leaves = NonNullable<RouteDeclaration['leaves']>
type Shell = NonNullable<RouteDeclaration['shell']>

export interface ActionAnswer {
  leaves: Leaves
  shell: Shell
  places: RoutePlace[]
  /** What runs before the action and may ask for a sign-in. */
  guards: RouteGuard[]
  /** It shows a view whose name is not known at all. */
  isOpen: boolean
  gives: ReadonlySet<'page' | 'redirect' | 'data'>
  /** The controller is in the tree, or comes with a gem that is known. */
  isKnown: boolean
  /** All that the controller is made of is in the tree, and nothing of it answers this action. */
  isMissing: boolean
}

interface Shown {
  templates: { name: string; certainty: Certainty }[]
  files: Leaves
  layouts: (string | false)[]
  isOpen: boolean
  /** The action always shows something else than the view of its own name. */
  isExplicit: boolean
  gives: Set<'page' | 'redirect' | 'data'>
}

/** How many calls of own methods are followed. */
const DEPTH = 3

export class Controllers {
  private readonly values: RubyValues
  private readonly layouts: Layouts
  private readonly answers = new Map<string, ActionAnswer>()

  constructor(
    private readonly code: RubyCode, private readonly views: RailsViews,
    /** Files of a component that is shown as a page. */
    private readonly componentFiles: (name: string, around: string) => string[],
  ) {
    this.values = new RubyValues(code)
    this.layouts = new Layouts(code, views, this.values)
  }

  /** What an action answers with; `controller` is `portal/visits`. */
  answer(controller: string, action: string): ActionAnswer {
    const key = `${controller}#${action}`
    let found = this.answers.get(key)
    if (!found) {
      found = this.read(controller, action)
      this.answers.set(key, found)
    }
    return found
  }

  /** The controller of the tree; null for none. */
  find(controller: string): RubyClass | null {
    return this.code.find(classOf(controller), '')
  }

  private read(controller: string, action: string): ActionAnswer {
    const own = this.find(controller)
    const lineage = own ? this.code.lineage(own) : []
    const prefixes = prefixesOf(this.code, controller, lineage)
    const shown: Shown = { templates: [], files: [], layouts: [], isOpen: false, isExplicit: false, gives: new Set() }
    const places: RoutePlace[] = []
    const declaring = lineage.find((each) => methodsOf(each.class).has(action))
    const method = declaring ? methodsOf(declaring.class).get(action) : undefined
    if (declaring && method) {
      places.push({ file: declaring.file, start: method.start, end: method.end })
      this.method(shown, lineage, declaring, method, action, new Set(), 0)
    }
    if (!shown.isExplicit) shown.templates.unshift({ name: action, certainty: 'exact' })
    const leaves: Leaves = [...shown.files]
    for (const { name, certainty } of shown.templates) {
      for (const file of this.viewFiles(name, prefixes)) {
        leaves.push({ file, certainty: name.includes(HOLE) ? 'possible' : certainty })
      }
    }
    const isKnown = own !== null || /^(devise|doorkeeper|passwordless)\//.test(controller)
    if (leaves.length > 0) shown.gives.add('page')
    const page = shown.gives.has('page') || shown.isOpen || (isKnown && own === null)
    return {
      leaves: distinct(leaves), shell: page
        ? this.layouts.shell(controller, lineage, action, shown)
          : [], places, guards: guardsBefore(lineage, action), isOpen: shown.isOpen, gives: shown.gives, isKnown,
      isMissing: own !== null && !method && leaves.length === 0 && this.isWhole(lineage),
    }
  }

  /** True when no gem and no macro may have given a controller more actions than its classes show. */
  private isWhole(lineage: readonly RubyClass[]): boolean {
    return lineage.every((each) => {
      const parent = this.code.parentOf(each)
      const isEnd = !parent || parent.found !== null
        || /^(::)?(ActionController::(Base|API)|ApplicationController)$/.test(parent.name)
      return isEnd && !declarations(each.class.body).some((statement) => {
        const call = statement.kind === 'expression' ? statement.value : null
        if (call?.kind !== 'call') {
          return call?.kind === 'name' && /^(inherit_resources|resourceful|crud_actions)$/.test(call.name)
        }
        const path = pathOf(call.callee)
        if (/^(define_method|class_eval|actions|resource_description)$/.test(path)) return true
        const names = path === 'include' ? call.arguments.map(({ value }) => constantName(value)) : []
        return names.some((name) => /Crud|Resource|Actions|Controller/i.test(name) && this.code
          .find(name, each.name) === null)
      })
    })
  }

  private viewFiles(name: string, prefixes: readonly string[]): string[] {
    if (name.includes('/')) return this.views.named(name)
    for (const prefix of prefixes) {
      const found = this.views.named(`${prefix}/${name}`)
      if (found.length > 0) return found
    }
    return []
  }

  // Actions ----------------------------------------------------------------------------------------------------------------

  private method(
    shown: Shown, lineage: readonly RubyClass[], at: RubyClass, method: CodeFunction, action: string,
    seen: Set<CodeFunction>, depth: number,
  ): void {
    if (seen.has(method) || depth > DEPTH) return
    seen.add(method)
    const environment: Environment = { values: this.assigned(method.body, at), around: at.name, file: at.file }
    if (depth === 0 && method.body.some((statement) => isRender(statement))) shown.isExplicit = true
    for (const call of callsIn(method.body)) {
      const path = pathOf(call.callee).replace(/^self\./, '')
      switch (path) {
        case 'render': this.render(shown, call, environment, action); break
        case 'redirect_to':
        case 'redirect_back':
        case 'redirect_back_or_to': shown.gives.add('redirect'); break
        case 'head':
        case 'send_file':
        case 'send_data':
        case 'render_json': shown.gives.add('data'); break
        default: {
          const owner = /^[a-z_]\w*[?!]?$/.test(path)
            ? lineage.find((each) => methodsOf(each.class).has(path)) : undefined
          const inner = owner ? methodsOf(owner.class).get(path) : undefined
          if (owner && inner) this.method(shown, lineage, owner, inner, action, seen, depth + 1)
        }
      }
    }
    // A method without arguments is a name.
    for (const statement of method.body) {
      if (statement.kind !== 'expression' || statement.value.kind !== 'name') continue
      const { name } = statement.value
      const owner = lineage.find((each) => methodsOf(each.class).has(name))
      const inner = owner ? methodsOf(owner.class).get(name) : undefined
      if (name === 'render') shown.templates.push({ name: action, certainty: 'exact' })
      else if (owner && inner) this.method(shown, lineage, owner, inner, action, seen, depth + 1)
    }
  }

  /** Local variables with one literal value. */
  private assigned(body: readonly Statement[], at: RubyClass): Environment['values'] {
    const values = new Map<string, ReturnType<RubyValues['of']>>()
    for (const statement of body) {
      if (statement.kind !== 'assign') continue
      const [target] = statement.targets
      if (target?.kind === 'name') {
        values.set(target.name, this.values.of(statement.value, { values, around: at.name, file: at.file }))
      }
    }
    return values
  }

  private render(shown: Shown, call: Call, environment: Environment, action: string): void {
    const layout = named(call.arguments, 'layout')
    if (layout) {
      const value = this.values.of(layout, environment)
      const name = textOf(value)
      if (name !== null) shown.layouts.push(name)
      else if (value.kind === 'constant' && value.value !== true) shown.layouts.push(false)
    }
    const given = call.arguments.filter(({ name, key, isSpread }) => name === null && !key && !isSpread)
    const [first] = given
    const option = (name: string): Expression | undefined => named(call.arguments, name)
    if (['json', 'xml', 'plain', 'body', 'nothing', 'file', 'pdf', 'csv', 'js'].some((name) => option(name))) {
      shown.gives.add('data')
      return
    }
    if (option('inline') ?? option('html')) {
      shown.gives.add('page')
      return
    }
    const node = first?.value ?? option('template') ?? option('action') ?? option('partial')
    if (!node) {
      // `render status: 404`, `render layout: 'x'`
      shown.templates.push({ name: action, certainty: 'exact' })
      return
    }
    const component = componentOf(node)
    if (component !== '') {
      const files = this.componentFiles(component, environment.around)
      for (const file of files) shown.files.push({ file, certainty: 'exact' })
      shown.gives.add('page')
      return
    }
    const texts = namesIn(this.values, node, environment)
    if (texts.length === 0) shown.isOpen = true
    for (const text of texts) {
      const isPartial = !first && option('partial') !== undefined
      const name = isPartial ? text.replace(/(^|\/)_?([^/]*)$/, '$1_$2') : text
      shown.templates.push({ name, certainty: texts.length === 1 ? 'exact' : 'likely' })
    }
  }
}

/** `VisitComponent.new(…)`, `Views::Visits::Show.new`. */
function componentOf(node: Expression): string {
  const callee = node.kind === 'call' ? node.callee : node
  return callee.kind === 'member' && callee.name === 'new' ? constantName(callee.object) : ''
}

function isRender(statement: Statement): boolean {
  const [first] = statement.kind === 'block' && statement.heads.length === 0 ? statement.body : []
  if (first) return isRender(first)
  if (statement.kind !== 'expression' && statement.kind !== 'return') return false
  const { value } = statement
  return value.kind === 'call'
    && /^(?:self\.)?(render|redirect_to|head|send_file|send_data)$/.test(pathOf(value.callee))
}

function distinct(leaves: Leaves): Leaves {
  const found = new Map<string, Leaves[number]>()
  for (const leaf of leaves) {
    const known = found.get(leaf.file)
    if (!known || weakest(known.certainty ?? 'exact', leaf.certainty ?? 'exact') === known.certainty) {
      found.set(leaf.file, leaf)
    }
  }
  return [...found.values()]
}
