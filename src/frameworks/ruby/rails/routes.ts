/** `config/routes.rb`. https://guides.rubyonrails.org/routing.html */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import type { Call, CodeFunction, Expression } from '../../reading/code/nodes.js'
import { named, pathOf } from '../../reading/code/nodes.js'
import { underscore, type RubyCode } from '../reading/code.js'
import { itemsOf, textOf, textsIn, unknown, type RubyValue } from '../reading/values.js'
import { pluralize, singularize } from '../reading/words.js'
import { engineRoutes } from './engines.js'
import { RouteStatements, VERBS, type Frame } from './route-statements.js'
import { joined, pathIn, railsPaths, topScope, type RailsRoute, type Resource, type RouteScope } from './scope.js'

const ALL_ACTIONS = ['index', 'new', 'create', 'show', 'edit', 'update', 'destroy']
/** Blocks that change nothing about paths and controllers. */
const TRANSPARENT =
  new Set(['constraints', 'defaults', 'authenticated', 'authenticate', 'unauthenticated', 'devise_scope', 'as',
    'localized', 'with_devise', 'format', 'scope_for'])

export class RoutesReader extends RouteStatements {
  private readonly concerns = new Map<string, { block: CodeFunction; frame: Frame }>()

  constructor(code: RubyCode, private readonly root: string) {
    super(code)
  }

  read(file: string, scope: RouteScope = topScope): void {
    this.run(this.code.statements(file), { file, around: '', values: new Map(), scope, given: null, depth: 0 })
  }

  protected line(name: string, call: Call, frame: Frame): void {
    const { block } = call
    const { scope } = frame
    const inside = (changes: Partial<RouteScope>): void => {
      if (block) this.run(block.body, { ...frame, scope: { ...scope, ...changes } })
    }
    switch (name) {
      case 'resources':
      case 'resource': return this.resources(call, frame, name === 'resource')
      case 'namespace': return this.namespace(call, frame)
      case 'scope': return this.scope(call, frame)
      case 'controller': {
        const [first] = this.positionals(call, frame)
        return inside({ controller: textOf(first ?? unknown) })
      }
      case 'member': return inside({ level: 'member' })
      case 'collection': return inside({ level: 'collection' })
      case 'nested': return inside({ level: 'nested' })
      case 'new': return inside({ level: 'new' })
      case 'shallow': return inside({ isShallow: true })
      case 'root': return this.rootLine(call, frame)
      case 'mount': return this.mount(call, frame)
      case 'draw': return this.draw(call, frame)
      case 'concern': {
        const [first] = this.positionals(call, frame)
        if (first && block) this.concerns.set(textOf(first) ?? '', { block, frame })
        return
      }
      case 'concerns': return this.applied(textsIn({ kind: 'list', items: this.positionals(call, frame) }), frame)
      case 'devise_for':
      case 'use_doorkeeper':
      case 'passwordless_for':
      case 'mount_devise_token_auth_for':
      case 'comfy_route': return this.engine(name, '', call, frame)
      default:
        if (VERBS.has(name)) return this.verb(name, call, frame)
        if (block && (TRANSPARENT.has(name) || name === 'with_options')) return this.run(block.body, frame)
        if (block && !/^(direct|resolve|before|after|concern)$/.test(name)) this.run(block.body, frame)
    }
  }

  private positionals(call: Call, frame: Frame): RubyValue[] {
    return call.arguments.filter(({ name, key }) => name === null && !key).flatMap(({ value, isSpread }) => {
      const found = this.values.of(value, frame)
      return isSpread ? itemsOf(found) : [found]
    })
  }

  private option(call: Call, frame: Frame, ...names: readonly string[]): RubyValue | undefined {
    const node = named(call.arguments, ...names)
    return node ? this.values.of(node, frame) : undefined
  }

  private text(call: Call, frame: Frame, name: string): string | null {
    const value = this.option(call, frame, name)
    return value ? textOf(value) ?? (value.kind === 'unknown' ? HOLE : null) : null
  }

  private namespace(call: Call, frame: Frame): void {
    const [first] = this.positionals(call, frame)
    const name = textOf(first ?? unknown) ?? HOLE
    const path = this.option(call, frame, 'path')
    const module = this.option(call, frame, 'module')
    this.within(call, frame, path ? textOf(path) ?? '' : name, module ? textOf(module) ?? '' : name)
  }

  private scope(call: Call, frame: Frame): void {
    const given = this.positionals(call, frame).map((value) => textOf(value) ?? (value.kind === 'unknown' ? HOLE : ''))
    const path = this.text(call, frame, 'path')
    const module = this.text(call, frame, 'module')
    const controller = this.text(call, frame, 'controller')
    const parts = given.length > 0 ? given : path === null ? [] : [path]
    this.within(call, frame, parts.join('/'), module ?? '', controller)
  }

  private within(call: Call, frame: Frame, path: string, module: string, controller: string | null = null): void {
    if (!call.block) return
    const { scope } = frame
    const below = pathIn(scope, path)
    this.run(call.block.body, {
      ...frame, scope: {
        ...scope, path: below, module: module === ''
          ? scope.module : [...scope.module, module], controller: controller ?? (module === ''
            ? scope.controller : null),
        resource: null, level: null, shallowPath: scope.resource ? scope.shallowPath : below,
        certainty: path.includes(HOLE) ? weakest(scope.certainty, 'possible') : scope.certainty,
      },
    })
  }

  private resources(call: Call, frame: Frame, isSingular: boolean): void {
    for (const value of this.positionals(call, frame)) this.oneResource(textOf(value) ?? HOLE, call, frame, isSingular)
  }

  private oneResource(name: string, call: Call, frame: Frame, isSingular: boolean): void {
    const { scope } = frame
    const path = this.option(call, frame, 'path')
    const own = path ? textOf(path) ?? HOLE : name
    const isShallow = scope.isShallow && scope.resource !== null && !isSingular
    const module = this.text(call, frame, 'module')
    const modules = module === null ? scope.module : [...scope.module, module]
    const written = this.text(call, frame, 'controller')
    const last = name.slice(name.lastIndexOf('/') + 1)
    const controller = [...modules, written ?? (isSingular ? this.pluralController(modules, name) : name)].join('/')
    const names = this.option(call, frame, 'path_names')
    const pathName = (action: string): string => {
      const found = names?.kind === 'map' ? names.entries.find(({ key }) => textOf(key) === action) : undefined
      return found ? textOf(found.value) ?? action : action
    }
    const parameter = this.text(call, frame, 'param') ?? 'id'
    const resource: Resource = {
      path: pathIn(scope.resource
        ? { ...scope, level: scope.level ?? 'nested' }
          : scope, own), controller, isSingular, newPath: pathName('new'), parameter,
      nestedParameter: parameter === 'id'
        ? `${singularize(last).replaceAll(HOLE, 'value')}_id` : `${singularize(last)}_${parameter}`,
    }
    const certainty = own.includes(HOLE) ? weakest(scope.certainty, 'possible') : scope.certainty
    const shallow: Resource = isShallow ? { ...resource, path: joined(scope.shallowPath, own) } : resource
    const actions = this.actions(call, frame, isSingular)
    const add = (action: string, verbs: readonly string[], at: string): void => this.add(at,
      { ...frame, scope: { ...scope, certainty } }, call, controller, action, verbs)
    const one = (of: Resource, suffix = ''): string => joined(of.path, isSingular ? '' : `:${parameter}`, suffix)
    if (actions.has('index')) add('index', ['get'], resource.path)
    if (actions.has('create')) add('create', ['post'], resource.path)
    if (actions.has('new')) add('new', ['get'], joined(resource.path, resource.newPath))
    if (actions.has('show')) add('show', ['get'], one(shallow))
    if (actions.has('edit')) add('edit', ['get'], one(shallow, pathName('edit')))
    if (actions.has('update')) add('update', ['patch', 'put'], one(shallow))
    if (actions.has('destroy')) add('destroy', ['delete'], one(shallow))
    const inner: Frame =
      { ...frame, scope: { ...scope, certainty, module: modules, controller: null, resource: isShallow
        ? shallow : resource, level: null, isShallow: scope.isShallow || isTrue(this.option(call, frame, 'shallow')) } }
    const concerns = this.option(call, frame, 'concerns')
    if (concerns) this.applied(textsIn(concerns), inner)
    if (call.block) this.run(call.block.body, inner)
  }

  /** `resource :profile` is answered by `profiles`, unless only the other is there. */
  private pluralController(modules: readonly string[], name: string): string {
    const plural = pluralize(name)
    const isThere = (controller: string): boolean => this.code
      .find(classOf([...modules, controller].join('/')), '') !== null
    return !isThere(plural) && isThere(name) ? name : plural
  }

  private actions(call: Call, frame: Frame, isSingular: boolean): ReadonlySet<string> {
    const all = isSingular ? ALL_ACTIONS.filter((action) => action !== 'index') : ALL_ACTIONS
    const only = this.option(call, frame, 'only')
    const except = this.option(call, frame, 'except')
    if (only) return new Set(textsIn(only))
    const left = new Set(except ? textsIn(except) : [])
    return new Set(all.filter((action) => !left.has(action)))
  }

  private applied(names: readonly string[], frame: Frame): void {
    for (const name of names) {
      const concern = this.concerns.get(name)
      if (concern) this.run(concern.block.body, { ...frame, values: concern.frame.values })
    }
  }

  private rootLine(call: Call, frame: Frame): void {
    const target = this.option(call, frame, 'to') ?? this.positionals(call, frame)[0] ?? unknown
    this.target(pathIn({ ...frame.scope, level: frame.scope.level ?? 'collection' }, ''), frame, call, target,
      named(call.arguments, 'to'), ['get'], null)
  }

  private verb(name: string, call: Call, frame: Frame): void {
    const { scope } = frame
    const via = this.option(call, frame, 'via')
    const verbs = name === 'match'
      ? textsIn(via ?? unknown).map((verb) => verb.toLowerCase()).filter((verb) => verb !== 'all') : [name]
    const on = this.text(call, frame, 'on')
    const level = on === 'member' || on === 'collection' || on === 'new' ? on : scope.level
    const at: Frame = { ...frame, scope: { ...scope, level } }
    const to = this.option(call, frame, 'to')
    const node = named(call.arguments, 'to')
    // `get 'a' => 'b#c'`
    for (const { key, value, name: own } of call.arguments) {
      const isPair = key !== undefined || (own !== null && value.kind === 'text' && value.text.includes('#'))
      const path = key ? textOf(this.values.of(key, frame)) ?? HOLE : own
      if (isPair && path !== null && own !== 'to') {
        this.target(pathIn(at.scope, path), at, call, this.values.of(value, frame), value, verbs, null)
      }
    }
    const given = this.positionals(call, frame)
    for (const value of given) {
      const path = textOf(value) ?? HOLE
      this.target(pathIn(at.scope, path), at, call, to ?? unknown, node, verbs, path)
    }
  }

  /** What a path is answered by: `to: 'controller#action'`, `controller:` and `action:`, or the path's own name. */
  private target(
    path: string, frame: Frame, call: Call, to: RubyValue, node: Expression | undefined, verbs: readonly string[],
    own: string | null,
  ): void {
    const { scope } = frame
    if (node && isRedirect(node)) return this.add(path, frame, call, null, null, verbs, 'redirect')
    if (to.kind === 'function' || (node?.kind === 'function')) {
      return this.add(path, frame, call, null, null, verbs, 'data')
    }
    const action = this.option(call, frame, 'action')
    const controller = this.option(call, frame, 'controller')
    const written = textOf(to)
    if (written?.includes('#')) {
      const at = written.lastIndexOf('#')
      const full = written.startsWith('/') ? written.slice(1, at) : [...scope.module, written.slice(0, at)].join('/')
      return this.add(path, frame, call, full, written.slice(at + 1), verbs)
    }
    if (to.kind === 'class') return this.add(path, frame, call, null, null, verbs, 'data')
    const around = scope.resource?.controller ?? (scope.controller === null
      ? null : [...scope.module, scope.controller].join('/'))
    const controllerName = controller
      ? [...scope.module, (textOf(controller) ?? HOLE).replace(/^\//, '')].join('/') : around
    const last = own === null ? null : own.replace(/^\/+|\(.*$/g, '').replaceAll('-', '_')
    if (controller && textOf(controller) === null) {
      return this.add(path, frame, call, HOLE, textOf(action ?? unknown) ?? HOLE, verbs)
    }
    if (written !== null || action) {
      return this.add(path, frame, call, controllerName, written ?? textOf(action ?? unknown) ?? HOLE, verbs)
    }
    if (controllerName !== null && last !== null && !last.includes('/')) {
      return this.add(path, frame, call, controllerName, last, verbs)
    }
    // `get 'pages/about'`
    const slash = last?.lastIndexOf('/') ?? -1
    if (last !== null && slash > 0) {
      return this.add(path, frame, call, [...scope.module, last.slice(0, slash)].join('/'), last
        .slice(slash + 1), verbs)
    }
    this.add(path, frame, call, null, null, verbs, node ? 'data' : 'page')
  }

  private draw(call: Call, frame: Frame): void {
    for (const value of this.positionals(call, frame)) {
      const name = textOf(value)
      const file = `${this.root === '' ? '' : `${this.root}/`}config/routes/${name ?? ''}.rb`
      if (name !== null && this.code.host.has(file)) this.run(this.code.statements(file), { ...frame, file })
    }
    if (call.block) this.run(call.block.body, frame)
  }

  private mount(call: Call, frame: Frame): void {
    const at = this.text(call, frame, 'at')
    const pair = call.arguments.find(({ key, name }) => key !== undefined && name === null)
    const node = pair?.key ?? call.arguments.find(({ name, key }) => name === null && !key)?.value
    const path = pair ? textOf(this.values.of(pair.value, frame)) ?? HOLE : at
    if (!node || path === null) return
    const name = pathOf(node.kind === 'call'
      ? node.callee : node).replaceAll('.', '::').replace(/\(\)/g, '').replace(/::new$/, '')
    this.engine(name, path, call, frame)
  }

  /** An engine of the tree with its own routes, or one of a gem. */
  protected engine(name: string, path: string, call: Call, frame: Frame): void {
    const own = this.code.find(name, '')
    const directory = own ? /^(.*?)(?:^|\/)lib\//.exec(own.file)?.[1] : undefined
    const routes = directory === undefined ? null : `${directory === '' ? '' : `${directory}/`}config/routes.rb`
    const scope: RouteScope = { ...frame.scope, path: pathIn(frame.scope, path), resource: null, level: null }
    if (routes !== null && routes !== frame.file && this.code.host.has(routes)) {
      const module = underscore(name.replace(/::\w+$/, ''))
      return this.run(this.code.statements(routes), { ...frame, file: routes, scope: { ...scope, module: [module] } })
    }
    const options = (option: string): RubyValue | undefined => this.option(call, frame, option)
    for (const each of engineRoutes(this.code, name, this.positionals(call, frame), options)) {
      this.add(joined(scope.path, each.path),
        { ...frame, scope: { ...scope,
          certainty: weakest(scope.certainty,
            each.certainty) } }, call, each.controller, each.action, each.verbs, each.answer)
    }
  }

  private add(
    path: string, { scope, file }: Frame, call: Call, controller: string | null, action: string | null,
    verbs: readonly string[], answer: RailsRoute['answer'] = null,
  ): void {
    const certainty = path.includes(HOLE) ? weakest(scope.certainty, 'possible') : scope.certainty
    for (const each of railsPaths(path)) {
      this.routes.push({ path: each === ''
        ? '/' : each, certainty, declared: { file, start: call.start,
          end: call.end }, controller, action, verbs, answer })
    }
  }
}

/** `portal/visits` → `Portal::VisitsController`. */
export function classOf(controller: string): string {
  const camel = (part: string): string => part.replace(/(?:^|[_-])([a-z\d])/g, (_, letter: string) =>
    letter.toUpperCase())
  return `${controller.split('/').map(camel).join('::')}Controller`
}

function isTrue(value: RubyValue | undefined): boolean {
  return value?.kind === 'constant' && value.value === true
}

function isRedirect(node: Expression): boolean {
  return node.kind === 'call' && pathOf(node.callee) === 'redirect'
}
