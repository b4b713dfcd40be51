/**
 * Templates of Phoenix by the modules that show them: functions, files that are embedded, files of a view's folder, and
 * the file beside a live view. https://hexdocs.pm/phoenix/components.html, https://hexdocs.pm/phoenix_view/Phoenix.View.html
 */
import { ancestors, baseNameOf, directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import { named, pathOf, positional, type Call, type Expression } from '../../reading/code/nodes.js'
import type { ElixirCode, ElixirModule } from '../reading/modules.js'

const TEMPLATE = /\.(?:heex|leex|eex|slim|slime|haml)$/

export interface Shown {
  files: string[]
  places: RoutePlace[]
}

export class PhoenixViews {
  private readonly embedded = new Map<ElixirModule, ReadonlyMap<string, string>>()
  private readonly owners = new Map<string, ElixirModule>()

  constructor(readonly code: ElixirCode) {}

  /** What a module shows under a name such as `home` or `index.html`; null for nothing. */
  template(module: ElixirModule, name: string): Shown | null {
    const base = baseNameOf(name).replace(/\.(?:html|txt|text|xml|js)$/, '')
    const places = [
      ...this.code.functions(module, base).filter(({ parameters }) => parameters.length === 1),
      ...this.code.functions(module, 'render').filter(({ parameters: [first] }) => first?.kind === 'text' && first.text === name),
    ].map(({ module: { file }, start, end }) => ({ file, start, end }))
    const file = this.files(module).get(base) ?? this.files(module).get(`${base}.html`)
    if (places.length === 0 && file === undefined) return null
    return { files: file === undefined ? [] : [file], places }
  }

  /** Files that are functions of a module, by the names of these; of a live view `render` is the one beside it. */
  files(module: ElixirModule): ReadonlyMap<string, string> {
    let found = this.embedded.get(module)
    if (!found) {
      const map = new Map<string, string>()
      for (const { call, module: from } of this.code.directives(module)) {
        const path = pathOf(call.callee)
        if (path === 'embed_templates') this.embed(map, call, from === module ? module : from)
        if (path === 'use' && isNamed(positional(call)[0], 'Phoenix.View')) this.folder(map, call, module)
      }
      const beside = module.file.replace(/\.ex$/, '.html')
      const own = ['.heex', '.leex', '.eex'].map((extension) => beside + extension).find((file) => this.code.host.has(file))
      if (own !== undefined && this.code.modulesIn(module.file)[0] === module && !map.has('render')) map.set('render', own)
      for (const file of map.values()) if (!this.owners.has(file)) this.owners.set(file, module)
      found = map
      this.embedded.set(module, found)
    }
    return found
  }

  /** The module that shows a file of templates, once it has been asked for its own; null when none does. */
  ownerOf(file: string): ElixirModule | null {
    return this.owners.get(file) ?? null
  }

  templates(): string[] {
    return [...this.owners.keys()]
  }

  /** `embed_templates "page_html/*"`. https://hexdocs.pm/phoenix_live_view/Phoenix.Component.html#embed_templates/2 */
  private embed(map: Map<string, string>, call: Call, module: ElixirModule): void {
    const [pattern] = positional(call)
    if (pattern?.kind !== 'text') return
    const suffix = named(call.arguments, 'suffix')
    const parts = pattern.text.split('/')
    const last = (parts.pop() as string).replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*')
    const isDeep = parts.at(-1) === '**'
    const directory = joinPath(directoryOf(module.file), parts.filter((part) => part !== '**').join('/'))
    if (directory === null) return
    for (const file of this.code.host.under(directory)) {
      if (!TEMPLATE.test(file) || (!isDeep && directoryOf(file) !== directory)) continue
      if (!new RegExp(`^${last}(?:\\.\\w+){0,2}$`).test(baseNameOf(file))) continue
      const name = baseNameOf(file).replace(/\.\w+$/, '').replace(/\.\w+$/, '')
      map.set(name + (suffix?.kind === 'text' ? suffix.text : ''), file)
    }
  }

  /** `use Phoenix.View, root: "lib/web/templates", namespace: Web`: the folder that the module's name says. */
  private folder(map: Map<string, string>, call: Call, module: ElixirModule): void {
    const root = named(call.arguments, 'root')
    const namespace = named(call.arguments, 'namespace')
    const told = named(call.arguments, 'path')
    if (root?.kind !== 'text') return
    const application = applicationOf(this.code.host, module.file)
    const base = namespace?.kind === 'name' ? namespace.name : module.name.split('.')[0] as string
    const own = module.name.startsWith(`${base}.`) ? module.name.slice(base.length + 1) : module.name
    const path = told?.kind === 'text' ? told.text : underscore(own.replace(/View$/, ''))
    const directory = joinPath(application, `${root.text}/${path}`)
    if (directory === null) return
    for (const file of this.code.host.under(directory)) {
      if (!TEMPLATE.test(file) || directoryOf(file) !== directory) continue
      const name = baseNameOf(file).replace(/\.\w+$/, '')
      if (!map.has(name)) map.set(name, file)
    }
  }
}

/** The directory of the application a file belongs to: the nearest above with a `mix.exs`. */
export function applicationOf(host: FrameworkHost, file: string): string {
  return [...ancestors(directoryOf(file))].find((directory) => host.has(inside(directory, 'mix.exs'))) ?? ''
}

export function inside(directory: string, path: string): string {
  return directory === '' ? path : `${directory}/${path}`
}

/** `Admin.UserProfile` → `admin/user_profile`. */
export function underscore(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').replace(/\./g, '/').toLowerCase()
}

function isNamed(node: Expression | undefined, name: string): boolean {
  return node?.kind === 'name' && node.name === name
}
