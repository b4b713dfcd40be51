/** Controllers of Grails and what their actions show. https://docs.grails.org/latest/guide/theWebLayer.html#controllers */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import { argumentOf, type CodeScope, type CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeClass, type CodeMethod } from '../../reading/classes/outline.js'

export interface GrailsController {
  /** `bookAppointment` of `BookAppointmentController`. */
  name: string
  namespace: string | null
  layout: string | null
  defaultAction: string
  actions: GrailsAction[]
}

export interface GrailsAction {
  name: string
  /** Names of views and of templates it renders, as written, HOLE for what is not known. */
  views: string[]
  templates: string[]
  /** A layout it asks for. */
  layout: string | null
  /** It does nothing else: without a view of its own name it shows a page all the same. */
  isPlain: boolean
  isRedirect: boolean
  /** Actions it hands the request on to. */
  forwards: { controller: string; action: string }[]
  /** It asks for an identifier. */
  takesId: boolean
  places: RoutePlace[]
}

const NO_ACTIONS = /^(?:beforeInterceptor|afterInterceptor|allowedMethods|defaultAction|scope|responseFormats|transactional|namespace|layout|scaffold|log|mapping|constraints|before|after|afterView|init|destroy)$/
const ANSWERS = new Set(['render', 'respond', 'redirect', 'forward', 'chain', 'renderPdf'])

/** The controllers of a file. */
export function grailsControllers(host: FrameworkHost, values: CodeValues, file: string): GrailsController[] {
  return outlineOf(host, file).classes.flatMap((type, index): GrailsController[] => {
    if (!/Controller$/.test(type.name) || /\babstract\b/.test(type.modifiers)) return []
    const lineage = values.lineage({ file, index }).map((each) => ({ at: each, type: outlineOf(host, each.file).classes[each.index] as CodeClass }))
    const name = logicalName(type.name.replace(/Controller$/, ''))
    const seen = new Set<string>()
    const actions = lineage.flatMap(({ at, type: own }) => own.methods.flatMap((method): GrailsAction[] => {
      const isAction = !/\b(?:private|protected|static|abstract)\b/.test(method.modifiers) && !NO_ACTIONS.test(method.name)
        && !seen.has(method.name) && !/^(?:get|set|is)[A-Z]/.test(method.name) && method.name !== own.name && !/Exception$/.test(method.parameters[0]?.type ?? '')
      if (!isAction) return []
      seen.add(method.name)
      return [actionOf(host, values, method, { file: at.file, owner: at.index, body: method.body })]
    }))
    const rest = lineage.some(({ type: own }) => own.superclasses.some((each) => /^(?:\w+\.)*Restful?Controller$/.test(each)))
    const inherited = rest ? ['index', 'show', 'create', 'edit', 'save', 'update', 'delete'].filter((each) => !seen.has(each)).map((each) => plainAction(each, file, type)) : []
    const text = (field: string): string | null => {
      const found = lineage.flatMap(({ type: own }) => own.fields).find((each) => each.name === field)
      return found?.value.kind === 'string' ? found.value.text : null
    }
    const all = [...actions, ...inherited]
    return [{
      name, namespace: text('namespace'), layout: text('layout'), actions: all,
      defaultAction: text('defaultAction') ?? (all.length === 1 && !seen.has('index') ? (all[0] as GrailsAction).name : 'index'),
    }]
  })
}

/** `BookAppointment` → `bookAppointment`, `URLTest` → `URLTest`. */
function logicalName(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1)
}

function plainAction(name: string, file: string, type: CodeClass): GrailsAction {
  return {
    name, views: [], templates: [], layout: null, isPlain: false, isRedirect: false, forwards: [], takesId: /^(?:show|edit|update|delete)$/.test(name),
    places: [{ file, start: type.start, end: type.start + 1 }],
  }
}

function actionOf(host: FrameworkHost, values: CodeValues, method: CodeMethod, scope: CodeScope): GrailsAction {
  const outline = outlineOf(host, scope.file)
  const own = outline.calls(method.body)
  const helpers = own.flatMap((call) => (call.receiver === null && !call.path.includes('.') && !ANSWERS.has(call.name)
    ? values.methods({ file: scope.file, index: scope.owner }, call.name).slice(0, 1) : []))
  const calls = [...own, ...helpers.flatMap((helper) => outlineOf(host, helper.scope.file).calls(helper.method.body))]
    .filter(({ path }) => ANSWERS.has(path))
  const texts = (call: CodeCallNode, name: string): string[] => {
    // `respond visit, [view: 'x']`: in a map, too.
    const lists = call.arguments.flatMap(({ value }) => (value.kind === 'list' ? [{ arguments: value.items }] : []))
    const given = [call, ...lists].map((each) => argumentOf(each, [name])).find((value) => value !== null)
    return given ? values.texts(given, scope) : []
  }
  const renders = calls.filter(({ path }) => path === 'render')
  const body = (host.text(scope.file) ?? '').slice(method.body.start, method.body.end)
  const isOther = renders.some((call) => !call.arguments.some(({ name }) => name === 'view' || name === 'template'))
  // https://grails-plugins.github.io/grails-webflow-plugin/: the states of a flow are views in a folder of its name.
  const flow = /^(\w+)Flow$/.exec(method.name)?.[1]
  return {
    name: flow ?? method.name,
    views: [
      ...(flow === undefined ? [] : [`${flow}/${HOLE}`]),
      ...calls.filter(({ path }) => path === 'render' || path === 'respond').flatMap((call) => texts(call, 'view')),
    ],
    templates: renders.flatMap((call) => texts(call, 'template')),
    layout: renders.flatMap((call) => texts(call, 'layout')).find((text) => !text.includes(HOLE)) ?? null,
    // A map, `[visit: x]`, or nothing at all is the model of the page.
    isPlain: calls.length === 0 && !/\bresponse\s*\.\s*(?:outputStream|writer|contentType|sendError|setContentType)|\.renderText\(/.test(body),
    isRedirect: !isOther && renders.length === 0 && calls.some(({ path }) => path === 'redirect' || path === 'chain'),
    forwards: calls.filter(({ path }) => path === 'forward').flatMap((call) => texts(call, 'action').map((action) => ({ action, controller: texts(call, 'controller')[0] ?? '' }))),
    takesId: /\bparams\s*\??\.\s*id\b|\bparams\[["']id/.test(body) || method.parameters.some(({ name }) => name === 'id'),
    places: [{ file: scope.file, start: method.start, end: method.end }, ...helpers.map((helper) => ({ file: helper.scope.file, start: helper.method.start, end: helper.method.end }))],
  }
}
