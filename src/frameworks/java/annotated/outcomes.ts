/** What a method gives back: names of views, redirects, data. Nothing is executed. */
import { HOLE } from '../../../parse/hole.js'
import { argumentOf, type CodeScope, type CodeValues, type FoundClass } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeMethod, type CodeNode } from '../../reading/classes/outline.js'
import type { RoutePlace } from '../../framework.js'

export interface Outcome {
  /** Names of views as written, with HOLE for what is not known; `redirect:` and `forward:` in front are kept. */
  views: string[]
  /** Some of what it gives cannot be read. */
  isOpen: boolean
  /** It may give nothing that names a view: the view has the name of the request. */
  isDefault: boolean
  /** The method, and those of its class that it calls. */
  places: RoutePlace[]
}

/** How deep helpers that call helpers are followed. */
const DEPTH = 5
const MODEL_AND_VIEW = /^(?:new )?ModelAndView$/
/** What only puts a value into something that comes later. */
const WRAPS = /^(?:(?:Mono|Flux|Uni|Optional|CompletableFuture|Single|Maybe)\.(?:just|of|ofNullable|justOrEmpty|completedFuture)|completedFuture|just|thenReturn|defaultIfEmpty)$/

/** @param controller the class whose helpers are meant by a bare name */
export function outcomeOf(values: CodeValues, method: CodeMethod, scope: CodeScope, controller: FoundClass): Outcome {
  const reader = new OutcomeReader(values, controller)
  reader.method(method, scope, 0)
  const { outcome } = reader
  return { ...outcome, views: [...new Set(outcome.views)] }
}

class OutcomeReader {
  readonly outcome: Outcome = { views: [], isOpen: false, isDefault: false, places: [] }

  private readonly own: ReadonlySet<string>

  constructor(private readonly values: CodeValues, private readonly controller: FoundClass) {
    this.own = new Set(values.lineage(controller).map(({ file }) => file))
  }

  method(method: CodeMethod, scope: CodeScope, depth: number): void {
    const { outcome } = this
    if (outcome.places.some(({ file, start }) => file === scope.file && start === method.start)) return
    outcome.places.push({ file: scope.file, start: method.start, end: method.end })
    const outline = outlineOf(this.values.host, scope.file)
    const returned = outline.returns(method.body)
    for (const node of returned) this.value(node, scope, depth)
    const calls = outline.calls(method.body)
    for (const call of calls) {
      const [first] = call.arguments
      if (/^(?:setViewName|setView)$/.test(call.name) && first) this.value(first.value, scope, depth)
    }
    // Helpers are part of what runs, whatever they give back.
    for (const call of calls) this.helperPlaces(call, depth)
    if (returned.length === 0) outcome.isDefault = true
  }

  private value(node: CodeNode, scope: CodeScope, depth: number): void {
    const { outcome } = this
    if (depth > DEPTH) {
      outcome.isOpen = true
      return
    }
    switch (node.kind) {
      case 'choice':
        for (const option of node.options) this.value(option, scope, depth)
        return
      case 'string':
      case 'join':
        for (const text of this.values.texts(node, scope)) this.text(text)
        return
      case 'name': return this.named(node, scope, depth)
      case 'call': return this.called(node, scope, depth)
      default: outcome.isOpen = true
    }
  }

  private text(text: string): void {
    if (text.replaceAll(HOLE, '').replace(/^(?:redirect|forward):/, '') !== '' || /^(?:redirect|forward):/.test(text)) this.outcome.views.push(text)
    else if (text !== '') this.outcome.isOpen = true
  }

  private named(node: CodeNode & { kind: 'name' }, scope: CodeScope, depth: number): void {
    const { outcome } = this
    if (node.path === 'null') {
      outcome.isDefault = true
      return
    }
    const found = node.of === null ? this.values.valuesOf(node.path, scope) : []
    if (found.length === 0) outcome.isOpen = true
    for (const { value, scope: own } of found) this.value(value, own, depth + 1)
  }

  private called(node: CodeCallNode, scope: CodeScope, depth: number): void {
    const { outcome } = this
    const first = node.arguments.find(({ name }) => name === null || /^(?:viewName|view|url)$/.test(name))?.value
    if (MODEL_AND_VIEW.test(node.path)) {
      if (first) this.value(first, scope, depth)
      return
    }
    if (/^(?:new )?RedirectView$/.test(node.path)) {
      for (const text of first ? this.values.texts(first, scope) : [HOLE]) outcome.views.push(`redirect:${text}`)
      return
    }
    // `new ModelAndView("x").addObject(…)`, `Rendering.view("x").build()`, `ok().render("x")`.
    for (let link: CodeCallNode | null = node; link; link = link.receiver) {
      const [given] = link.arguments
      if (MODEL_AND_VIEW.test(link.path) && link !== node) return this.called(link, scope, depth)
      if (/^(?:view|render)$/.test(link.name) && given && /Rendering\.view$|\(\)\.render$/.test(link.path)) return this.value(given.value, scope, depth)
      if (link.name === 'redirectTo' && given) {
        outcome.views.push(...this.values.texts(given.value, scope).map((text) => `redirect:${text}`))
        return
      }
    }
    if (WRAPS.test(node.path) || WRAPS.test(node.name)) {
      if (first) this.value(first, scope, depth)
      return
    }
    const helpers = this.helpers(node)
    if (helpers.length === 0) outcome.isOpen = true
    for (const { method, scope: own } of helpers.slice(0, 1)) this.helper(method, this.given(node, method, own, scope), depth)
  }

  /** What a helper gives for these arguments. */
  private helper(method: CodeMethod, scope: CodeScope, depth: number): void {
    const returned = outlineOf(this.values.host, scope.file).returns(method.body)
    if (returned.length === 0) this.outcome.isOpen = true
    for (const node of returned) this.value(node, scope, depth + 1)
  }

  private given(node: CodeCallNode, method: CodeMethod, own: CodeScope, scope: CodeScope): CodeScope {
    const given = new Map(method.parameters.flatMap(({ name }, place) => {
      const value = argumentOf(node, [name], place)
      return value === null ? [] : [[name, { value, scope }] as const]
    }))
    return { ...own, given }
  }

  private helperPlaces(node: CodeCallNode, depth: number): void {
    if (depth > DEPTH) return
    for (const { method, scope } of this.helpers(node).slice(0, 1)) {
      if (this.outcome.places.some(({ file, start }) => file === scope.file && start === method.start)) continue
      // Tools of other classes serve many: only the controller's own code is on its routes alone.
      if (!this.own.has(scope.file)) continue
      this.outcome.places.push({ file: scope.file, start: method.start, end: method.end })
      for (const call of outlineOf(this.values.host, scope.file).calls(method.body)) this.helperPlaces(call, depth + 1)
    }
  }

  /** Methods a call may mean: of the class itself or above it, or static ones of a class that is named. */
  private helpers(node: CodeCallNode): { method: CodeMethod; scope: CodeScope }[] {
    if (node.receiver !== null) return []
    const path = node.path.replace(/^(?:this|super|self)\./, '')
    const names = path.split('.')
    const name = names.pop() as string
    const owner = names.length === 0 ? this.controller : this.values.classNamed(this.controller.file, names)
    if (!owner || (names.length > 0 && !/^[A-Z]/.test(names.at(-1) as string))) return []
    return this.values.methods(owner, name).filter(({ method }) => method.body.end > method.body.start
      && method.parameters.length >= node.arguments.length)
  }
}
