/** Servlets: where they answer, which JSPs they forward to. https://jakarta.ee/specifications/servlet/6.1/ */
import { HOLE } from '../../../parse/hole.js'
import type { RouteKind } from '../../../types.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes } from '../../merged-routes.js'
import { codeValues, type CodeScope } from '../../reading/classes/constants.js'
import { outlineOf } from '../../reading/classes/outline.js'
import { patternPath, servedFile } from './web-root.js'
import type { Descriptor } from './web-xml.js'

type Leaf = NonNullable<RouteDeclaration['leaves']>[number]

interface ServletClass {
  file: string
  name: string
  patterns: string[]
  leaves: Leaf[]
  kind: RouteKind
  /** It shows a page whose name cannot be read. */
  isOpen: boolean
}

/** Routes of all servlets of a web root, each address once. */
export function servletRoutes(
  host: FrameworkHost, root: string, descriptor: Descriptor | null, sources: readonly string[], shell: (view: string) => { file: string }[],
): (RouteDeclaration & { isOpen?: boolean })[] {
  const classes = sources.filter((file) => /\.(?:java|kt)$/.test(file) && /@WebServlet\b|\bHttpServlet\b/.test(host.text(file) ?? ''))
    .flatMap((file) => servletsOf(host, root, file))
  const declare = (path: string, { file, leaves, kind, isOpen }: Omit<ServletClass, 'name' | 'patterns'>): RouteDeclaration & { isOpen: boolean } => {
    if (kind !== 'page') return { path, kind, certainty: kind === 'api' ? 'likely' : 'exact', file, isOpen }
    return { path, kind, certainty: 'exact', file, isOpen, leaves: [{ file }, ...leaves], shell: leaves.flatMap((leaf) => shell(leaf.file)) }
  }
  const described = (descriptor?.servlets ?? []).flatMap(({ path, view, className }) => {
    if (view !== null) return [declare(path, { file: view, leaves: [{ file: view }], kind: 'page', isOpen: false })]
    const found = classes.find(({ name }) => name === className?.split('.').at(-1))
    return found === undefined ? [] : [declare(path, found)]
  })
  const annotated = classes.flatMap((found) => found.patterns.map((path) => declare(path, found)))
  return mergedRoutes([...described, ...annotated])
}

function servletsOf(host: FrameworkHost, root: string, file: string): ServletClass[] {
  const values = codeValues(host)
  const outline = outlineOf(host, file)
  return outline.classes.flatMap((type, owner): ServletClass[] => {
    const annotation = type.annotations.find(({ name }) => name === 'WebServlet')
    const isServlet = annotation !== undefined || values.lineage({ file, index: owner })
      .some((each) => outlineOf(host, each.file).classes[each.index]?.superclasses.some((name) => /Servlet$/.test(name)) === true)
    if (!isServlet || /\babstract\b/.test(type.modifiers)) return []
    const given = (annotation?.arguments ?? []).filter(({ name }) => name === null || name === 'urlPatterns' || name === 'value')
    const texts = given.flatMap(({ value }) => values.texts(value, { file, owner }))
    const views: Leaf[] = []
    let redirects = false
    let isOpen = false
    for (const method of type.methods) {
      const scope: CodeScope = { file, owner, body: method.body }
      for (const call of outline.calls(method.body)) {
        if (call.name === 'sendRedirect') redirects = true
        const [target] = call.arguments
        if (!target || !/^(?:getRequestDispatcher|forward|include)$/.test(call.name) || (call.name !== 'getRequestDispatcher' && call.arguments.length !== 1)) continue
        for (const text of values.texts(target.value, scope)) {
          if (text === HOLE) isOpen = true
          else views.push(...viewsNamed(host, root, text))
        }
      }
    }
    const isMarkup = /text\/html/.test((host.text(file) ?? '').slice(type.start, type.end))
    const kind = views.length > 0 || isMarkup ? 'page' : redirects ? 'redirect' : 'api'
    return [{
      file, name: type.name, leaves: views, kind, isOpen,
      patterns: texts.filter((text) => !text.includes(HOLE)).map(patternPath).filter((path) => path !== null),
    }]
  })
}

/** The JSP of that path; all that fit where a part of it is not known. */
function viewsNamed(host: FrameworkHost, root: string, path: string): Leaf[] {
  if (!path.includes(HOLE)) return [servedFile(host, root, path)].filter((file) => file !== null).map((file) => ({ file }))
  if (path.replaceAll(HOLE, '').replace(/[./]|jsp/g, '').length < 2) return []
  const pattern = path.replace(/^\/+/, '').split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')
  const fits = new RegExp(`^${pattern}$`)
  return host.under(root)
    .filter((file) => fits.test(root === '' ? file : file.slice(root.length + 1))).map((file) => ({ file, certainty: 'possible' }))
}
