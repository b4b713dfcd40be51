/** Addresses of Spring that no controller declares: view controllers, router functions, beans. */
import { HOLE } from '../../../parse/hole.js'
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import type { CodeScope, CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeNode } from '../../reading/classes/outline.js'
import { uriPath } from '../annotated/uri-template.js'
import type { HandledRequest } from '../handled.js'
import { xmlElements } from '../servlets/xml.js'
import { propertyOf, type SpringSettings } from './settings.js'

/** `registry.addViewController("/p").setViewName("v")`. https://docs.spring.io/spring-framework/reference/web/webmvc/mvc-config/view-controller.html */
export function viewControllers(values: CodeValues, file: string, { context }: SpringSettings): HandledRequest[] {
  const outline = outlineOf(values.host, file)
  return outline.classes.flatMap((type, owner) => type.methods.flatMap((method) => {
    const scope: CodeScope = { file, owner, body: method.body }
    return outline.calls(method.body).flatMap((call): HandledRequest[] => {
      const [given, target] = call.arguments
      if (!/^add(?:ViewController|RedirectViewController)$/.test(call.name) || !given) return []
      const outer = outline.calls(method.body).filter((other) => chainHas(other, call))
      const [named] = outer.find(({ name }) => name === 'setViewName')?.arguments ?? []
      const views = named ? values.texts(named.value, scope) : []
      const redirects = call.name === 'addRedirectViewController' && target ? values.texts(target.value, scope).map((text) => `redirect:${text}`) : []
      return values.texts(given.value, scope).map((written) => {
        const { path, certainty } = uriPath(context, written)
        const own = path.slice(context.length).replace(/^\//, '').replace(/:[\w.]+/g, HOLE)
        return {
          path, certainty, declared: { file, start: call.start, end: Math.max(call.end, ...outer.map(({ end }) => end)) }, places: [],
          // Without a name the view has that of the request.
          views: [...redirects, ...(views.length > 0 || redirects.length > 0 ? views : [own])], isOpen: false, isData: false,
        }
      })
    })
  }))
}

function chainHas(call: CodeCallNode, inner: CodeCallNode): boolean {
  for (let link: CodeCallNode | null = call; link; link = link.receiver) {
    if (link.start === inner.start && link.end === inner.end) return true
  }
  return false
}

/** `<mvc:view-controller path= view-name=>`, and beans whose name is an address. */
export function describedRequests({ descriptions, context }: SpringSettings): HandledRequest[] {
  return descriptions.flatMap(({ file, xml }) => [
    ...xmlElements(xml, 'view-controller').map((element) => ({ path: element.attribute('path'), views: [element.attribute('view-name')], start: element.start })),
    ...xmlElements(xml, 'redirect-view-controller').map((element) => ({
      path: element.attribute('path'), views: [`redirect:${element.attribute('redirect-url') ?? ''}`], start: element.start,
    })),
    ...xmlElements(xml, 'bean').flatMap((element) => {
      const names = (element.attribute('name') ?? element.attribute('id') ?? '').split(/[\s,;]+/).filter((name) => name.startsWith('/'))
      const views = ['viewName', 'formView', 'successView'].map((name) => propertyOf(element, name))
      return names.map((path) => ({ path, views, start: element.start }))
    }),
  ].flatMap(({ path, views, start }): HandledRequest[] => {
    if (path === null) return []
    const named = views.filter((view) => view !== null)
    const own = path.replace(/^\//, '')
    return [{
      ...uriPath(context, path), declared: { file, start, end: start + 1 }, places: [], isOpen: false, isData: false,
      views: named.length > 0 ? named : own === '' ? [] : [own],
    }]
  }))
}

const VERBS = /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/

/** `route().GET("/x", h::m).path("/a", b -> …)`, `router { "/a".nest { GET("/b") { … } } }`. https://docs.spring.io/spring-framework/reference/web/webmvc-functional.html */
export function routerFunctions(host: FrameworkHost, values: CodeValues, file: string, { context }: SpringSettings): HandledRequest[] {
  if (!/RouterFunction|\b(?:co)?router\s*\{/.test(host.text(file) ?? '')) return []
  const outline = outlineOf(host, file)
  const bodies = [...outline.classes.flatMap((type, owner) => type.methods.map((method) => ({ body: method.body, owner }))),
    ...outline.top.methods.map((method) => ({ body: method.body, owner: -1 }))]
  return bodies.flatMap(({ body, owner }) => {
    const scope: CodeScope = { file, owner, body }
    const calls = outline.calls(body)
    const nests = calls.flatMap((call) => nestOf(values, call, scope))
    return calls.flatMap((call): HandledRequest[] => {
      const [given] = call.arguments
      if (!VERBS.test(call.name) || !given || /Mapping$/.test(call.path)) return []
      const around = nests.filter(({ span }) => span.start <= call.start && call.end <= span.end && span !== call)
        .sort((a, b) => a.span.start - b.span.start).map(({ path }) => path)
      // `route(GET("/x"), handler::list)`: what answers stands behind.
      const whole = calls.find(({ name, arguments: parts }) => /^(?:route|andRoute)$/.test(name)
        && parts[0] !== undefined && parts[0].value.start <= call.start && call.end <= parts[0].value.end) ?? call
      const answers = [...whole.arguments.slice(1).map(({ value }) => value), ...(call.block ? [call.block] : [])]
      const shown = answers.flatMap((answer) => rendered(values, answer, scope))
      return values.texts(given.value, scope).map((text) => ({
        ...uriPath(context, ...around, text), declared: { file, start: call.start, end: whole.end }, places: [],
        views: shown, isOpen: false, isData: shown.length === 0,
      }))
    })
  })
}

/** A call that puts a path before those in its closure or behind it. */
function nestOf(values: CodeValues, call: CodeCallNode, scope: CodeScope): { path: string; span: Span }[] {
  const [first, second] = call.arguments
  const span = call.block ?? second?.value
  if (!span || (call.name !== 'path' && call.name !== 'nest')) return []
  const written = first?.value.kind === 'call' && first.value.name === 'path' ? first.value.arguments[0]?.value : first?.value
  const [path] = written ? values.texts(written, scope) : receiverText(values, call, scope)
  return path === undefined ? [] : [{ path, span }]
}

/** `"/a".nest { … }` of Kotlin. */
function receiverText(values: CodeValues, call: CodeCallNode, { file }: CodeScope): string[] {
  const text = /^\s*"([^"\n$]*)"/.exec((values.host.text(file) ?? '').slice(call.start, call.start + 300))?.[1]
  return call.path.startsWith('""') && text !== undefined ? [text] : []
}

/** Views that a function renders: `ok().render("x")`, also in a method that is named. */
function rendered(values: CodeValues, answer: Span | CodeNode, scope: CodeScope): string[] {
  const named = 'kind' in answer && answer.kind === 'name' ? answer.path.split('.') : null
  const bodies: { span: Span; scope: CodeScope }[] = []
  if (named) {
    const name = named.pop() as string
    const written = named[0] ?? ''
    const owner = named.length === 0 || written === 'this' ? { file: scope.file, index: scope.owner }
      : values.classNamed(scope.file, [typeOf(values, written, scope) ?? written])
    if (owner) bodies.push(...values.methods(owner, name).map((found) => ({ span: found.method.body, scope: found.scope })))
  } else bodies.push({ span: answer, scope })
  return bodies.flatMap(({ span, scope: own }) => outlineOf(values.host, own.file).calls(span)
    .filter(({ name, arguments: given }) => /^(?:render|renderAndAwait)$/.test(name) && given.length > 0)
    .flatMap((call) => values.texts((call.arguments[0] as { value: CodeNode }).value, own)).map((text) => text.replace(/^\//, '')))
}

/** The type of a parameter or field, by its name. */
function typeOf(values: CodeValues, name: string, { file, owner }: CodeScope): string | null {
  const type = values.classAt({ file, owner })
  const parameter = type?.methods.flatMap(({ parameters }) => parameters).find((each) => each.name === name)
  return parameter?.type ?? new RegExp(`\\b([A-Z]\\w*)\\s+${name}\\b|\\b${name}\\s*:\\s*([A-Z]\\w*)`).exec(values.host.text(file) ?? '')?.slice(1).find((each) => each !== undefined) ?? null
}
