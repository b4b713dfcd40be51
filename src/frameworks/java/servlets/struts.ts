/** Struts: actions of `struts.xml` and of `struts-config.xml`. https://struts.apache.org/core-developers/struts-xml */
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { routePath } from '../../paths.js'
import type { Tiles } from './tiles.js'
import { servedFile } from './web-root.js'
import { withoutXmlComments, xmlElements, xmlText } from './xml.js'

/** The routes of all actions that the files describe. */
export function strutsRoutes(
  host: FrameworkHost, root: string, files: readonly string[], tiles: Tiles,
): RouteDeclaration[] {
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
      return [{ type, target: xmlText(result.body, 'param') ?? result.body.trim() }]
    })
    return [declare(host, root, file, path, results.map(({ type, target }) => (
      { target, isPage: /^(dispatcher|tiles|freemarker|velocity|velocityResult)$/.test(type) })), tiles)]
  }))
}

function strutsOne(host: FrameworkHost, root: string, file: string, xml: string, tiles: Tiles): RouteDeclaration[] {
  const everywhere = xmlElements(xml, 'global-forwards').flatMap(({ body }) => xmlElements(body, 'forward'))
  return xmlElements(xml, 'action').flatMap((action) => {
    const path = action.attribute('path')
    if (path === null) return []
    const own = [action.attribute('forward'), action.attribute('input'), ...xmlElements(action.body, 'forward')
      .filter((forward) => forward.attribute('redirect') !== 'true').map((forward) => forward.attribute('path'))]
    const targets = own.filter((target) => target !== null).map((target) =>
      everywhere.find((forward) => forward.attribute('name') === target)?.attribute('path') ?? target)
    return [declare(host, root, file, routePath(`${path}.do`), targets.map((target) => ({ target, isPage: true })), tiles)]
  })
}

function declare(
  host: FrameworkHost, root: string, file: string, path: string,
  results: readonly { target: string; isPage: boolean }[], tiles: Tiles,
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
  if (!isPage) return { path, file, certainty: 'exact', kind: 'api' }
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
