/**
 * What views answer with: functions, classes with a method for each verb, and what decorators and packages make of them.
 * https://docs.djangoproject.com/en/5.2/topics/class-based-views/
 */
import type { RouteKind } from '../../types.js'
import { calledName, named, positional, type Argument, type CodeFunction, type Expression } from '../reading/code/nodes.js'
import { noAnswers, type AnswerReader, type Answers } from './answers.js'
import { guardsNamed } from './guards.js'
import { bindingsOf } from './reading/bindings.js'
import type { Found, PythonCode, Scope, Value } from './reading/code.js'
import { textsOf } from './reading/texts.js'
import { packageViews } from './django/packages.js'
import { defaultTemplate } from './django/generic-views.js'

export interface ViewAnswers extends Answers {
  kind: RouteKind | null
  /** The view is code of the project, or of a package that is known. */
  isKnown: boolean
}

const DEPTH = 8
const NOTHING: Expression = { kind: 'other', parts: [], start: 0, end: 0 }
/** Bases of views that answer with data. */
const DATA_VIEWS = /^(rest_framework|ninja|strawberry|graphene|graphene_django|spyne|tastypie)\b/

export class ViewReader {
  constructor(private readonly code: PythonCode, private readonly answers: AnswerReader) {}

  read(view: Value): ViewAnswers {
    const found: ViewAnswers = { ...noAnswers(), kind: null, isKnown: false }
    this.target(found, view, [], 0)
    return found
  }

  /** A function that is told to be a view by its decorator. */
  declared(function_: CodeFunction, scope: Scope): ViewAnswers {
    const found: ViewAnswers = { ...noAnswers(), kind: null, isKnown: false }
    const outer: Scope = { ...scope, function: null }
    this.found(found,
      { kind: 'function', file: scope.file, function: function_, class: scope.class,
        given: outer.given }, [], 0, NOTHING)
    return found
  }

  /** Goes through decorators, `as_view()` and names to what answers. */
  private target(found: ViewAnswers, { node, scope }: Value, options: readonly Argument[], depth: number): void {
    if (depth > DEPTH) return
    const inner = (value: Value, given: readonly Argument[] = options): void => this.target(found, value, given,
      depth + 1)
    switch (node.kind) {
      case 'text': return this.dotted(found, node.text, scope.file)
      case 'function':
        found.isKnown = true
        return this.answers.read(found,
          { kind: 'function', file: scope.file, function: node.function, class: null, given: scope.given }, scope)
      case 'choice': return node.options.forEach((option) => inner({ node: option, scope }))
      case 'name':
      case 'member':
        for (const each of this.code.find({ node, scope })) this.found(found, each, options, depth, node)
        return
      case 'call': {
        const name = calledName(node)
        if (/^as_\w*view$/.test(name) && node.callee.kind === 'member') {
          return inner({ node: node.callee.object, scope }, node.arguments)
        }
        // `login_required(view)`, `cache_page(60)(view)`, `partial(view, …)`
        const given = positional(node)
          .filter(({ kind }) => kind === 'name' || kind === 'member' || kind === 'call' || kind === 'function')
        given.forEach((argument) => inner({ node: argument, scope }))
        if (found.isKnown) {
          found.guards.push(...guardsNamed(node, scope.file))
          return
        }
        for (const each of this.code.find({ node: node.callee, scope })) {
          if (each.kind === 'function') this.code.results(each, node, scope).forEach((result) => inner(result))
          if (each.kind === 'class') this.view(found, each, node.arguments)
        }
        return
      }
      default:
    }
  }

  private found(
    found: ViewAnswers, each: Found, options: readonly Argument[], depth: number, from: Value['node'],
  ): void {
    switch (each.kind) {
      case 'function': {
        const { start, end, decorators } = each.function
        found.isKnown = true
        found.places.push({ file: each.file, start, end })
        for (const decorator of decorators) this.decorator(found, { node: decorator, scope: this.code.top(each.file) })
        return this.answers.read(found, each, this.code.inside(each, null, this.code.top(each.file)))
      }
      case 'class': return this.view(found, each, options)
      case 'external': return this.packaged(found, each.path, options)
      case 'value': return each.value.node === from ? undefined : this.target(found, each.value, options, depth + 1)
      default:
    }
  }

  /** `@render_to("x.html")`. */
  private decorator(found: ViewAnswers, { node, scope }: Value): void {
    found.guards.push(...guardsNamed(node, scope.file))
    if (node.kind !== 'call') return
    if (/^(api_view|renderer_classes)$/.test(calledName(node))) found.gives.add('data')
    for (const argument of node.arguments) {
      for (const text of textsOf(this.code, { node: argument.value, scope })) {
        this.answers.literal(found, { kind: 'text', text, start: node.start, end: node.end })
      }
    }
  }

  /** A view that is only named: `"clinic.views.home"`. */
  private dotted(found: ViewAnswers, path: string, from: string): void {
    const at = path.lastIndexOf('.')
    const file = at < 0 ? null : this.code.modules.resolve(from, path.slice(0, at))
    if (file === null) return this.packaged(found, path, [])
    for (const each of this.code.attribute(file, path.slice(at + 1))) this.found(found, each, [], 0, NOTHING)
  }

  private packaged(found: ViewAnswers, path: string, options: readonly Argument[]): void {
    const given = named(options, 'template_name')
    if (given?.kind === 'text') found.templates.push({ name: given.text, certainty: 'exact' })
    const row = packageViews.find(({ views }) => views.test(path))
    if (!row && !given) return
    found.isKnown = true
    if (!given) for (const name of row?.templates ?? []) found.templates.push({ name, certainty: 'exact' })
    found.kind = row?.kind ?? found.kind
  }

  private view(found: ViewAnswers, at: Found & { kind: 'class' }, options: readonly Argument[]): void {
    found.isKnown = true
    const lineage = this.code.lineage(at)
    for (const each of lineage) {
      if (each.kind !== 'class') continue
      found.places.push({ file: each.file, start: each.class.start, end: each.class.end })
      for (const node of [...each.class.decorators, ...each.class.bases.map(({ value }) => value)]) found.guards.push(...guardsNamed(node, each.file))
    }
    const external = lineage.flatMap((each) => (each.kind === 'external' ? [each.path] : []))
    if (external.some((path) => DATA_VIEWS.test(path))) found.gives.add('data')
    if (external.some((path) => /\bRedirectView$/.test(path))) found.gives.add('redirect')
    const given = named(options, 'template_name')
    const scope = this.code.top(at.file)
    const stated = given
      ? [{ node: given, scope }]
        : this.code.classAttribute(at, 'template_name').flatMap((each) => (each.kind === 'value' ? [each.value] : []))
    for (const value of stated) {
      for (const item of [value, ...this.code.items(value)]) {
        for (const name of textsOf(this.code, item)) {
          if (/[./]/.test(name)) found.templates.push({ name, certainty: 'exact' })
        }
      }
    }
    this.methods(found, lineage, at)
    if (found.templates.length > 0) return
    const name = defaultTemplate(this.code, at)
    if (name !== null) found.templates.push({ name, certainty: 'exact' })
    for (const path of external) {
      const row = packageViews.find(({ views }) => views.test(path))
      for (const template of row?.templates ?? []) found.templates.push({ name: template, certainty: 'exact' })
    }
  }

  /** What the methods of a class show, each as the class itself has it. */
  private methods(found: ViewAnswers, lineage: readonly Found[], at: Found & { kind: 'class' }): void {
    const seen = new Set<unknown>()
    const names = new Set<string>()
    for (const each of lineage) {
      if (each.kind !== 'class') continue
      for (const [name, bindings] of bindingsOf(each.class.body).byName) {
        if (names.has(name)) continue
        names.add(name)
        for (const binding of bindings) {
          if (name === 'template_name') continue
          if (binding.kind === 'value') this.answers.literal(found, binding.node)
          if (binding.kind === 'value' && binding.node.kind === 'map') {
            for (const { value } of binding.node.entries) this.answers.literal(found, value)
          }
          if (binding.kind !== 'function') continue
          const method: Found & { kind: 'function' } =
            { kind: 'function', file: each.file, function: binding.function, class: { file: at.file, class: at.class },
              given: new Map() }
          this.answers.read(found, method, this.code.inside(method, null, this.code.top(each.file)), seen)
          if (name === 'get_template_names') this.returned(found, method)
        }
      }
    }
  }

  private returned(found: ViewAnswers, method: Found & { kind: 'function' }): void {
    const scope = this.code.inside(method, null, this.code.top(method.file))
    const call = { kind: 'call' as const, callee: NOTHING, arguments: [], block: null, start: 0, end: 0 }
    for (const result of this.code.results(method, call, scope)) {
      for (const item of [result, ...this.code.items(result)]) {
        for (const name of textsOf(this.code, item)) {
          if (/[./]/.test(name)) found.templates.push({ name, certainty: 'likely' })
        }
      }
    }
  }
}
