/** The layouts that actions are shown in. https://guides.rubyonrails.org/layouts_and_rendering.html#finding-layouts */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import type { Certainty } from '../../../types.js'
import type { RouteDeclaration } from '../../framework.js'
import { named, pathOf, type Call, type Expression, type Statement } from '../../reading/code/nodes.js'
import { declarations, methodsOf, underscore, type RubyClass, type RubyCode } from '../reading/code.js'
import { lastValues } from '../reading/literals.js'
import { textsIn, type Environment, type RubyValues } from '../reading/values.js'
import type { RailsViews } from './views.js'

type Shell = NonNullable<RouteDeclaration['shell']>

/** What an action says about its layout. */
export interface ToldLayouts {
  /** Names, `false` for none; empty when it says nothing. */
  layouts: readonly (string | false)[]
  /** It always says so. */
  isExplicit: boolean
}

/** https://github.com/rwz/nestive, https://guides.rubyonrails.org/layouts_and_rendering.html#using-nested-layouts */
const WRAPS = /<%=?\s*(?:extends|parent_layout|inside_layout)[ (]+(?:["':](\w[\w/]*)["']?|([a-z_]\w*[?!]?))/

export class Layouts {
  constructor(
    private readonly code: RubyCode, private readonly views: RailsViews, private readonly values: RubyValues,
  ) {}

  /** The layouts around what an action shows, outermost first. */
  shell(controller: string, lineage: readonly RubyClass[], action: string, told: ToldLayouts): Shell {
    return this.wrapped(this.chosen(controller, lineage, action, told), lineage, 0)
  }

  /** Layouts with those that they stand in themselves: `<%= extends :application do %>`, `parent_layout wrapper`. */
  private wrapped(shell: Shell, lineage: readonly RubyClass[], depth: number): Shell {
    if (depth > 3) return shell
    return distinctShell(shell.flatMap((each) => {
      const [, name, method] = WRAPS.exec(this.code.host.text(each.file) ?? '') ?? []
      if (name === undefined && method === undefined) return [each]
      const names = name === undefined ? this.returned(lineage, method as string) : [name]
      const certainty = weakest(each.certainty ?? 'exact', names.length === 1 ? 'exact' : 'likely')
      const around = names.flatMap((layout) => this.views.layout(layout)).filter((file) => file !== each.file)
        .map((file) => ({ file, certainty }))
      return [...this.wrapped(around, lineage, depth + 1), each]
    }))
  }

  private chosen(controller: string, lineage: readonly RubyClass[], action: string, told: ToldLayouts): Shell {
    const names = told.layouts
    if (names.length > 0 && names.every((name) => name === false) && told.isExplicit) return []
    const usual = this.layout(controller, lineage, action)
    const own = names.flatMap((name) => (name === false ? [] : this.views.layout(name)))
    if (names.length === 0) return usual
    return distinctShell([...own
      .map((file) => ({ file, certainty: 'exact' as const })), ...(told.isExplicit && own.length > 0
        ? [] : usual.map((each) => ({ ...each, certainty: 'likely' as const })))])
  }

  /** As `_write_layout_method` of ActionView decides: the nearest declaration, else the names of the controllers. */
  private layout(controller: string, lineage: readonly RubyClass[], action: string): Shell {
    for (const [index, each] of lineage.entries()) {
      const declared = declarations(each.class.body).flatMap((statement) => {
        const call = statement.kind === 'expression' && statement.value.kind === 'call' ? statement.value : null
        return call && pathOf(call.callee) === 'layout' && call.callee.kind === 'name' ? [call] : []
      }).at(-1)
      if (!declared) continue
      if (!this.applies(declared, each, action)) {
        return this.implied(controller, lineage.slice(0, index + 1), lineage.slice(index + 1), action)
      }
      const [first] = declared.arguments.filter(({ name, key }) => name === null && !key)
      const node = first?.value
      if (!node) break
      if (node.kind === 'constant') return node.value === false ? [] : this.implied(controller, lineage, [], action)
      if (node.kind === 'text') return this.files([node.text], 'exact')
      const names = node.kind === 'symbol'
        ? this.returned(lineage, node.name)
          : node.kind === 'function'
            ? this.literals(node.function.body, each) : textsIn(this.values.of(node, this.environment(each)))
      const found = this.files(names, names.length === 1 ? 'exact' : 'likely')
      // What a method gives is not known: any layout, and most of all the usual one.
      return found.length > 0
        ? found : this.implied(controller, lineage, [], action).map((shell) => ({ ...shell, certainty: 'possible' }))
    }
    return this.implied(controller, lineage, [], action)
  }

  private environment(at: RubyClass): Environment {
    return { values: new Map(), around: at.name, file: at.file }
  }

  private applies(call: Call, at: RubyClass, action: string): boolean {
    const list = (name: string): string[] | null => {
      const node = named(call.arguments, name)
      return node ? textsIn(this.values.of(node, this.environment(at))) : null
    }
    const only = list('only')
    const except = list('except')
    return only ? only.includes(action) : !except?.includes(action)
  }

  /** `layouts/portal/visits`, then those of the controllers it builds on, at last `layouts/application`. */
  private implied(controller: string, own: readonly RubyClass[], rest: readonly RubyClass[], action: string): Shell {
    for (const prefix of prefixesOf(this.code, controller, own)) {
      const found = [prefix, ...(prefix.startsWith('devise/') ? ['devise'] : [])]
        .flatMap((name) => this.views.layout(name))
      if (found.length > 0) return found.map((file) => ({ file }))
    }
    const [next] = rest
    if (next) return this.layout(underscore(next.name).replace(/_controller$/, ''), rest, action)
    return this.views.layout('application').map((file) => ({ file }))
  }

  private files(names: readonly string[], certainty: Certainty): Shell {
    return distinctShell(names.flatMap((name) => this.views.layout(name)).map((file) => ({ file, certainty })))
  }

  private returned(lineage: readonly RubyClass[], name: string): string[] {
    for (const each of lineage) {
      const method = methodsOf(each.class).get(name)
      if (method) return this.literals(method.body, each)
    }
    return []
  }

  /** Literals that a body may give: the last values of its branches, and what it returns before. */
  private literals(body: readonly Statement[], at: RubyClass): string[] {
    const nodes: Expression[] = []
    const look = (statements: readonly Statement[]): void => {
      for (const statement of statements) {
        if (statement.kind === 'return') nodes.push(statement.value)
        else if (statement.kind === 'branch') statement.branches.forEach((branch) => look(branch.body))
        else if (statement.kind === 'block') look(statement.body)
      }
    }
    look(body)
    const last = body.at(-1)
    if (last) nodes.push(...lastValues(last))
    return [...new Set(nodes.flatMap((node) => namesIn(this.values, node, this.environment(at))))]
      .filter((text) => !text.includes(HOLE))
  }
}

/** Directories in which views are looked for: of the controller, and of those it builds on. */
export function prefixesOf(code: RubyCode, controller: string, lineage: readonly RubyClass[]): string[] {
  const own = lineage.filter(({ name }) => name.endsWith('Controller'))
    .map(({ name }) => underscore(name).replace(/_controller$/, ''))
  // `Users::SessionsController < Devise::SessionsController`
  const gem = lineage.flatMap((each) => {
    const parent = code.parentOf(each)
    return parent && !parent.found && /^(Devise|Doorkeeper|Passwordless|HighVoltage|Clearance)::/.test(parent.name)
      ? [underscore(parent.name).replace(/_controller$/, '')] : []
  })
  return [...new Set([controller, ...own, ...gem])]
}

/** The names an expression may come to, all of them where it chooses. */
export function namesIn(values: RubyValues, node: Expression, environment: Environment): string[] {
  if (node.kind === 'choice') return node.options.flatMap((option) => namesIn(values, option, environment))
  return textsIn(values.of(node, environment)).filter((text) => text.replaceAll(HOLE, '') !== '')
}

function distinctShell(shell: Shell): Shell {
  return [...new Map(shell.map((each) => [each.file, each])).values()]
}
