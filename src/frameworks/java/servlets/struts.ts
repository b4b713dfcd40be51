/** Struts: actions of `struts.xml` and of `struts-config.xml`. https://struts.apache.org/core-developers/struts-xml */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes } from '../../merged-routes.js'
import { routePath } from '../../paths.js'
import { argumentOf, codeValues, type CodeScope } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCall } from '../../reading/classes/outline.js'
import type { Tiles } from './tiles.js'
import { servedFile } from './web-root.js'
import { withoutXmlComments, xmlElements, xmlText } from './xml.js'

interface Result {
  target: string
  /** Shown, and no other address. */
  isPage: boolean
}

/** The routes of all actions that descriptions and code declare. */
export function strutsRoutes(
  host: FrameworkHost, root: string, files: readonly string[], sources: readonly string[], tiles: Tiles,
): RouteDeclaration[] {
  return mergedRoutes([...described(host, root, files, tiles), ...annotated(host, root, sources, tiles)])
}

function described(host: FrameworkHost, root: string, files: readonly string[], tiles: Tiles): RouteDeclaration[] {
  return files.filter((file) => /\.xml$/i.test(file)).flatMap((file) => {
    const text = host.text(file) ?? ''
    if (/<struts[\s>]/.test(text)) return strutsTwo(host, root, file, withoutXmlComments(text), tiles)
    return /<struts-config[\s>]/.test(text) ? strutsOne(host, root, file, withoutXmlComments(text), tiles) : []
  })
}

function strutsTwo(host: FrameworkHost, root: string, file: string, xml: string, tiles: Tiles): RouteDeclaration[] {
  const constant = xmlElements(xml, 'constant')
    .find((element) => element.attribute('name') === 'struts.action.extension')?.attribute('value') ?? 'action'
  const extension = (constant.split(',')[0] ?? '').trim()
  return xmlElements(xml, 'package').flatMap((pack) => xmlElements(pack.body, 'action').flatMap((action) => {
    const name = action.attribute('name')
    if (name === null) return []
    let group = 0
    const segments = name.replace(/\*/g, () => `:${++group}`)
    const isPlain = extension === '' || /:\d$/.test(segments)
    const path = routePath(pack.attribute('namespace') ?? '', isPlain ? segments : `${segments}.${extension}`)
    const results = xmlElements(action.body, 'result').flatMap((result) => {
      const type = result.attribute('type') ?? 'dispatcher'
      return [resultOf(type, xmlText(result.body, 'param') ?? result.body.trim())]
    })
    return [declare(host, root, file, path, results.filter((result) => result !== null), tiles)]
  }))
}

function strutsOne(host: FrameworkHost, root: string, file: string, xml: string, tiles: Tiles): RouteDeclaration[] {
  const everywhere = xmlElements(xml, 'global-forwards').flatMap(({ body }) => xmlElements(body, 'forward'))
  return xmlElements(xml, 'action').flatMap((action) => {
    const path = action.attribute('path')
    if (path === null) return []
    const own = [action.attribute('forward'), action.attribute('input')].map((target) => ({ target, isPage: true }))
    const forwards = xmlElements(action.body, 'forward').map((forward) => (
      { target: forward.attribute('path'), isPage: forward.attribute('redirect') !== 'true' }))
    const results = [...own, ...forwards].flatMap(({ target, isPage }): Result[] => (target === null ? [] : [{
      target: everywhere.find((forward) => forward.attribute('name') === target)?.attribute('path') ?? target, isPage,
    }]))
    return [declare(host, root, file, routePath(`${path}.do`), results, tiles)]
  })
}

/** Null for what writes data. */
function resultOf(type: string, target: string): Result | null {
  if (/^(?:dispatcher|tiles|freemarker|velocity|velocityResult)$/.test(type)) return { target, isPage: true }
  return /^redirect/.test(type) ? { target, isPage: false } : null
}

/** `@Action(value = "/book", results = @Result(location = "/WEB-INF/book.jsp"))`. https://struts.apache.org/plugins/convention/ */
function annotated(host: FrameworkHost, root: string, sources: readonly string[], tiles: Tiles): RouteDeclaration[] {
  const values = codeValues(host)
  return sources.filter((file) => /\.java$/.test(file) && /struts2\.convention\b/.test(host.text(file) ?? '')).flatMap((file) =>
    outlineOf(host, file).classes.flatMap((type, owner) => {
      const scope: CodeScope = { file, owner }
      const text = (annotation: CodeCall, name: string, place = -1): string[] => {
        const given = argumentOf(annotation, [name], place)
        return given ? values.texts(given, scope).filter((each) => !each.includes(HOLE)) : []
      }
      const results = (annotation: CodeCall, name: string, place = -1): Result[] => {
        const given = argumentOf(annotation, [name], place)
        const calls = given?.kind === 'list' ? given.items.map(({ value }) => value) : given ? [given] : []
        return calls.flatMap((call) => (call.kind === 'call' && call.name === 'Result'
          ? text(call, 'location').map((target) => resultOf(text(call, 'type')[0] ?? 'dispatcher', target)).filter((each) => each !== null) : []))
      }
      const [space = ''] = type.annotations.filter(({ name }) => name === 'Namespace').flatMap((each) => text(each, 'value', 0))
      const shared = type.annotations.flatMap((each) => (each.name === 'Results' ? results(each, 'value', 0)
        : each.name === 'Result' ? results({ ...each, arguments: [{ name: 'value', value: { ...each, kind: 'call' } }] }, 'value') : []))
      const actions = [...type.annotations, ...type.methods.flatMap((method) => method.annotations)].flatMap((each) => {
        const several = each.name === 'Actions' ? argumentOf(each, ['value'], 0) : null
        const items = several?.kind === 'list' ? several.items.map(({ value }) => value) : []
        return each.name === 'Action' ? [each] : items.filter((item) => item.kind === 'call' && item.name === 'Action') as CodeCall[]
      })
      return actions.flatMap((action) => text(action, 'value', 0).map((name) =>
        declare(host, root, file, routePath(name.startsWith('/') ? '' : space, `${name}.action`), [...results(action, 'results'), ...shared], tiles)))
    }))
}

function declare(
  host: FrameworkHost, root: string, file: string, path: string,
  results: readonly Result[], tiles: Tiles,
): RouteDeclaration {
  const leaves = new Set<string>()
  const shell = new Set<string>()
  for (const { target } of results.filter(({ isPage }) => isPage)) {
    const made = tiles.page(target)
    const view = servedFile(host, root, target)
    if (made) {
      for (const part of made.leaves) leaves.add(part)
      for (const part of made.shell) shell.add(part)
    } else if (view !== null) leaves.add(view)
    else for (const match of computed(host, root, target)) leaves.add(match)
  }
  const isPage = leaves.size + shell.size > 0
  if (!isPage) return { path, file, certainty: 'exact', kind: results.length > 0 && results.every((result) => !result.isPage) ? 'redirect' : 'api' }
  const files = (views: ReadonlySet<string>): { file: string }[] => [...views].map((view) => ({ file: view }))
  return { path, file, certainty: 'exact', kind: 'page', leaves: files(leaves), shell: files(shell) }
}

/** `/WEB-INF/{1}/{2}.jsp`: all files whose path has that form. */
function computed(host: FrameworkHost, root: string, target: string): string[] {
  if (!/\{\d\}|\$\{/.test(target) || !/\.(jsp|ftl|vm)$/i.test(target)) return []
  const pattern = target.replace(/\$?\{[^{}]*\}/g, '*').replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^/]*')
  const matches = new RegExp(`^${pattern}$`)
  return host.under(root).filter((path) => matches.test(`/${root === '' ? path : path.slice(root.length + 1)}`))
}
