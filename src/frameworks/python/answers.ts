/** What the functions and methods of a view answer with: templates, markup, data, another address. */
import { HOLE } from '../../parse/hole.js'
import type { Certainty } from '../../types.js'
import type { RouteGuard, RoutePlace } from '../framework.js'
import { calledName, named, pathOf, positional, type Call, type Expression } from '../reading/code/nodes.js'
import { callsIn, statementsIn, walk } from '../reading/code/walk.js'
import { bindingsOf } from './reading/bindings.js'
import type { Found, PythonCode, Scope } from './reading/code.js'
import { textsOf } from './reading/texts.js'

export interface Answers {
  /** Names of templates, with a HOLE for each part that is not known. */
  templates: { name: string; certainty: Certainty }[]
  /** It shows a template whose name is not known at all. */
  isOpen: boolean
  gives: Set<'markup' | 'text' | 'redirect' | 'data' | 'file'>
  /** The code that answers. */
  places: RoutePlace[]
  /** Decorators and base classes that may ask for a sign-in before it does. */
  guards: RouteGuard[]
}

export function noAnswers(): Answers {
  return { templates: [], isOpen: false, gives: new Set(), places: [], guards: [] }
}

/** Functions that show a template: which argument names it, and what it is called when it is named. */
const SHOWS: Readonly<Record<string, number>> = {
  render: 1, render_to_response: 0, TemplateResponse: 1, SimpleTemplateResponse: 0, render_to_string: 0, get_template: 0,
  select_template: 0, get_or_select_template: 0, render_template: 0, stream_template: 0, render_block: 0,
}
const NAMES = ['template_name', 'template_name_or_list', 'template', 'name', 'template_list']
const REDIRECTS = /^(redirect|HttpResponseRedirect|HttpResponsePermanentRedirect|RedirectResponse)$/
const DATA = /^(JsonResponse|Response|jsonify|JSONResponse|StreamingHttpResponse|StreamingResponse|ORJSONResponse|UJSONResponse|HttpResponseNotAllowed|HttpResponseBadRequest|PlainTextResponse)$/
const FILES = /^(FileResponse|send_file|send_from_directory|sendfile)$/
const MARKUP = /^(HttpResponse|HTMLResponse|make_response|render_template_string|Markup|mark_safe|format_html)$/
/** Code in other modules is looked at when it seems to make the answer. */
const MAKES_ANSWERS = /render|respon|template|page|view|html|show|display/i
/** How many calls are followed into other functions of the project. */
const DEPTH = 3

export class AnswerReader {
  constructor(
    private readonly code: PythonCode,
    /** True for the name of a template that is there. */
    private readonly isTemplate: (name: string) => boolean,
  ) {}

  /** Adds what a function answers with when it is called with what is given. */
  read(
    answers: Answers, at: Found & { kind: 'function' }, scope: Scope, seen: Set<unknown> = new Set(), depth = 0,
  ): void {
    if (seen.has(at.function)) return
    seen.add(at.function)
    const { body } = at.function
    for (const call of callsIn(body)) this.call(answers, call, scope, seen, depth)
    for (const statement of statementsIn(body)) if (statement.kind === 'return') this.returned(answers, statement.value)
    walk(body, (node) => this.literal(answers, node))
  }

  /** Flask and FastAPI make data of dictionaries, and pages of markup. */
  private returned(answers: Answers, value: Expression): void {
    const first = value.kind === 'list' ? value.items[0]?.value : value
    if (first?.kind === 'map') answers.gives.add('data')
    if (first?.kind === 'text' && /<[a-z!][^>]*>/i.test(first.text)) answers.gives.add('markup')
  }

  /** A literal that is the name of a template, wherever it stands: in a table, in a variable, as an argument. */
  literal(answers: Answers, node: Expression): void {
    if (node.kind !== 'text' || !/\.\w+$/.test(node.text) || node.text.length > 200) return
    if (!this.isTemplate(node.text) || answers.templates.some(({ name }) => name === node.text)) return
    answers.templates.push({ name: node.text, certainty: 'likely' })
  }

  private call(answers: Answers, call: Call, scope: Scope, seen: Set<unknown>, depth: number): void {
    const name = calledName(call)
    const followed = this.followed(call, scope, name)
    const index = SHOWS[name]
    if (followed.length === 0 && index !== undefined && !(name === 'render' && isFormOrField(call))) {
      this.shows(answers, call, scope, index)
    }
    else if (REDIRECTS.test(name)) answers.gives.add('redirect')
    else if (DATA.test(name)) answers.gives.add('data')
    else if (FILES.test(name)) this.file(answers, call, scope)
    else if (MARKUP.test(name)) this.content(answers, call, scope)
    if (depth < DEPTH) {
      for (const found of followed) this.read(answers, found, this.code.inside(found, call, scope), seen, depth + 1)
    }
  }

  private shows(answers: Answers, call: Call, scope: Scope, index: number): void {
    const given = positional(call)
    const byName = named(call.arguments, ...NAMES)
    // `TemplateResponse("x.html", {…})` of older versions takes the name first.
    const [first] = given
    const isFirst = index === 1 && first !== undefined
      && (first.kind === 'text' || first.kind === 'join' || (given.length < 2 && !byName))
    const node = (isFirst ? first : given[index]) ?? byName
    if (!node) return
    const values = this.code.items({ node, scope })
    const names = (values.length > 0 ? values : [{ node, scope }]).flatMap((value) => textsOf(this.code, value))
    const known = names.filter((text) => text.replaceAll(HOLE, '').replace(/[./]|html/g, '') !== '')
    if (known.length < names.length || names.length === 0) answers.isOpen = true
    const isSure = known.length === 1 || values.length > 0
    for (const text of known) {
      answers.templates.push({ name: text, certainty: isSure && !text.includes(HOLE) ? 'exact' : 'likely' })
    }
  }

  private file(answers: Answers, call: Call, scope: Scope): void {
    const names = call.arguments.flatMap(({ value }) => textsOf(this.code, { node: value, scope }))
    answers.gives.add(names.some((text) => /\.html?$/i.test(text)) ? 'file' : 'data')
    for (const text of names) if (/\.html?$/i.test(text)) answers.templates.push({ name: text, certainty: 'likely' })
  }

  private content(answers: Answers, call: Call, scope: Scope): void {
    const type = named(call.arguments, 'content_type', 'mimetype', 'media_type')
    const types = type ? textsOf(this.code, { node: type, scope }) : []
    if (types.some((text) => text !== HOLE && !text.includes('html'))) answers.gives.add('data')
    const texts = call.arguments.filter(({ name }) => name === null)
      .flatMap(({ value }) => textsOf(this.code, { node: value, scope }))
    if (texts.some((text) => /<[a-z!/]/i.test(text))) answers.gives.add('markup')
    else if (texts.some((text) => text.includes(HOLE))) answers.gives.add('text')
  }

  /** Functions of the project a call goes into, as far as they may matter. */
  private followed(call: Call, scope: Scope, name: string): (Found & { kind: 'function' })[] {
    const { callee } = call
    const isOwn = callee.kind === 'member' && callee.object.kind === 'name' && /^(self|cls)$/.test(callee.object.name)
    const isNamed = callee.kind === 'name' || (callee.kind === 'member' && pathOf(callee) !== '')
    if (!isNamed || (callee.kind === 'member' && pathOf(callee).includes('(') && !isOwn)) return []
    const root = pathOf(callee).split('.')[0] as string
    const imported = isOwn ? undefined : this.importOf(scope, root)
    if (imported !== undefined) {
      if (imported === null) return []
      const isAnswer = MAKES_ANSWERS.test(name) || call.arguments
        .some(({ value }) => value.kind === 'text' && this.isTemplate(value.text))
      if (!isAnswer) return []
    }
    return this.code.find({ node: callee, scope }).filter((found) => found.kind === 'function')
  }

  /** The file a name is imported from, null for a package; undefined for a name of the module's own. */
  private importOf(scope: Scope, name: string): string | null | undefined {
    const local = scope.function ? bindingsOf(scope.function.body).byName.get(name) : undefined
    const bindings = local ?? bindingsOf(this.code.modules.statements(scope.file)).byName.get(name)
    const binding = bindings?.find(({ kind }) => kind === 'import')
    if (binding?.kind !== 'import') return undefined
    const { module, name: taken } = binding.import
    const inner = taken === null
      ? null : this.code.modules.resolve(scope.file, module.endsWith('.') ? `${module}${taken}` : `${module}.${taken}`)
    return inner ?? this.code.modules.resolve(scope.file, module)
  }
}

/** `form.render()`, `widget.render(name, value)`: no page. */
function isFormOrField({ callee }: Call): boolean {
  return callee.kind === 'member'
    && /form|field|widget|template|renderer|^t$/i.test(pathOf(callee.object).split('.').at(-1) ?? '')
}
