/** What an action gives back: views by name, redirects, data. https://learn.microsoft.com/aspnet/core/mvc/views/overview */
import { HOLE } from '../../../parse/hole.js'
import type { RoutePlace } from '../../framework.js'
import { outlineOf, type CodeCallNode, type CodeMethod, type CodeNode } from '../../reading/classes/outline.js'
import { argumentOf, type CodeScope, type CodeValues, type FoundClass } from '../../reading/classes/constants.js'

export interface ViewResult {
  /** As written; null for the name of the action; HOLE for what is not known. */
  name: string | null
  isPartial: boolean
  /** A layout given beside the name, which only the .NET Framework has. */
  layout: string | null
}

export interface ActionResult {
  views: ViewResult[]
  isRedirect: boolean
  isData: boolean
  /** Writes markup itself. */
  isMarkup: boolean
  /** Some of what it gives cannot be read. */
  isOpen: boolean
  /** The method, and those of its class that it calls. */
  places: RoutePlace[]
}

const DEPTH = 4
const SHOWS = /^(?:View|PartialView)$/
const REDIRECTS = /^(?:RedirectTo\w*|Redirect|RedirectPermanent|LocalRedirect\w*|Challenge|SignIn|SignOut|RedirectPreserveMethod|HttpUnauthorized)$/
const DATA = /^(?:Json|JsonNet|File|Content|Ok|NotFound|HttpNotFound|BadRequest|Unauthorized|Forbid|StatusCode|NoContent|Created\w*|Accepted\w*|Problem|ValidationProblem|Conflict|UnprocessableEntity|JavaScript|PhysicalFile|Empty|InternalServerError|ResponseMessage|ViewComponent|XmlResult)$/
/** What only hands its argument on. */
const WRAPS = /^(?:Task\.FromResult|Task\.Run|ValueTask\.FromResult|Task\.FromResult<.*>)$/

/** @param controller the class whose helpers are meant by a bare name */
export function resultOf(values: CodeValues, method: CodeMethod, scope: CodeScope, controller: FoundClass): ActionResult {
  const reader = new ResultReader(values, controller)
  reader.method(method, scope, 0)
  return reader.result
}

class ResultReader {
  readonly result: ActionResult = { views: [], isRedirect: false, isData: false, isMarkup: false, isOpen: false, places: [] }

  constructor(private readonly values: CodeValues, private readonly controller: FoundClass) {}

  method(method: CodeMethod, scope: CodeScope, depth: number): void {
    const { result } = this
    if (result.places.some(({ file, start }) => file === scope.file && start === method.start)) return
    result.places.push({ file: scope.file, start: method.start, end: method.end })
    const outline = outlineOf(this.values.host, scope.file)
    for (const node of outline.returns(method.body)) this.value(node, scope, depth)
    for (const call of outline.calls(method.body)) this.helperPlaces(call, depth)
  }

  private value(node: CodeNode, scope: CodeScope, depth: number): void {
    const { result } = this
    if (node.kind === 'choice') for (const option of node.options) this.value(option, scope, depth)
    else if (node.kind === 'call') this.called(node, scope, depth)
    else if (node.kind === 'name' && node.of === null && depth <= DEPTH) {
      const found = this.values.valuesOf(node.path, scope)
      for (const { value, scope: own } of found) this.value(value, own, depth + 1)
      // A model, or a result that another part of the program made.
      if (found.length === 0) result.isData = true
    } else result.isData = true
  }

  private called(node: CodeCallNode, scope: CodeScope, depth: number): void {
    const { result } = this
    const name = node.path.replace(/^(?:this|base)\./, '')
    const [first] = node.arguments
    if (SHOWS.test(name)) {
      result.views.push(...this.views(node, scope))
      return
    }
    if (/^new (?:View|PartialView)Result$/.test(node.path)) {
      const given = argumentOf(node, ['ViewName'])
      const names = given ? this.values.texts(given, scope) : [null]
      result.views.push(...names.map((each) => ({ name: each, isPartial: /Partial/.test(node.path), layout: null })))
      return
    }
    if (/^(?:Content|Results\.Content|TypedResults\.Content)$/.test(name) && node.arguments.some(({ value }) => value.kind === 'string' && /html/.test(value.text))) {
      result.isMarkup = true
      return
    }
    if (WRAPS.test(node.path) && first) return this.value(first.value, scope, depth)
    if (REDIRECTS.test(name) || /^new Redirect\w*$/.test(node.path)) {
      result.isRedirect = true
      return
    }
    const helpers = depth > DEPTH || DATA.test(name) ? [] : this.helpers(node)
    const [helper] = helpers
    if (!helper) {
      result.isData = true
      return
    }
    const given = new Map(helper.method.parameters.flatMap((parameter, place) => {
      const value = argumentOf(node, [parameter.name], place)
      return value === null ? [] : [[parameter.name, { value, scope }] as const]
    }))
    for (const each of outlineOf(this.values.host, helper.scope.file).returns(helper.method.body)) {
      this.value(each, { ...helper.scope, given }, depth + 1)
    }
  }

  /** `View()`, `View(model)`, `View("Name", model)`, `View("Name", "Layout")`. */
  private views(node: CodeCallNode, scope: CodeScope): ViewResult[] {
    const isPartial = node.name === 'PartialView'
    const named = argumentOf(node, ['viewName'])
    const [first, second] = node.arguments.filter(({ name }) => name === null).map(({ value }) => value)
    const written = named ?? first
    if (written === undefined || node.arguments.some(({ name }) => name === 'model') && named === null && written === node.arguments[0]?.value && node.arguments.length === 1) {
      return [{ name: null, isPartial, layout: null }]
    }
    const texts = written.kind === 'call' || written.kind === 'other' || written.kind === 'list' ? [HOLE] : this.values.texts(written, scope)
    const isText = texts.some((text) => text.replaceAll(HOLE, '') !== '')
    // One value that is no text is the model of the page.
    if (!isText && (named === null && second === undefined)) return [{ name: null, isPartial, layout: null }]
    const layouts = second && (second.kind === 'string' || second.kind === 'name') ? this.values.texts(second, scope).filter((text) => !text.includes(HOLE)) : []
    if (!isText) {
      this.result.isOpen = true
      return []
    }
    return texts.filter((text) => text.replaceAll(HOLE, '') !== '').map((name) => ({ name, isPartial, layout: layouts[0] ?? null }))
  }

  private helpers(node: CodeCallNode): { method: CodeMethod; scope: CodeScope }[] {
    if (node.receiver !== null) return []
    const name = node.path.replace(/^(?:this|base)\./, '')
    return name.includes('.') ? [] : this.values.methods(this.controller, name).filter(({ method }) => method.body.end > method.body.start)
  }

  private helperPlaces(node: CodeCallNode, depth: number): void {
    if (depth > DEPTH) return
    for (const { method, scope } of this.helpers(node).slice(0, 1)) {
      if (this.result.places.some(({ file, start }) => file === scope.file && start === method.start)) continue
      this.result.places.push({ file: scope.file, start: method.start, end: method.end })
      for (const call of outlineOf(this.values.host, scope.file).calls(method.body)) this.helperPlaces(call, depth + 1)
    }
  }
}
