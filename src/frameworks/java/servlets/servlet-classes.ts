/** Servlets: where they answer, which JSPs they forward to. https://jakarta.ee/specifications/servlet/6.1/ */
import { HOLE } from '../../../parse/hole.js'
import type { RouteKind } from '../../../types.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { mergedRoutes } from '../../merged-routes.js'
import { stem } from '../../paths.js'
import { codeValues, type CodeScope, type CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeNode } from '../../reading/classes/outline.js'
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
  // A servlet of the descriptor may extend one of the project's own.
  const described = new Set((descriptor?.servlets ?? []).map(({ className }) => className?.split('.').at(-1)))
  const classes = sources.filter((file) => /\.(?:java|kt)$/.test(file)
    && (described.has(stem(file)) || /@WebServlet\b|\bHttpServlet\b/.test(host.text(file) ?? '')))
    .flatMap((file) => servletsOf(host, root, file))
  const declare = (path: string, { file, leaves, kind, isOpen }: Omit<ServletClass, 'name' | 'patterns'>): RouteDeclaration & { isOpen: boolean } => {
    if (kind !== 'page') return { path, kind, certainty: kind === 'api' ? 'likely' : 'exact', file, isOpen }
    return { path, kind, certainty: 'exact', file, isOpen, leaves: [{ file }, ...leaves], shell: leaves.flatMap((leaf) => shell(leaf.file)) }
  }
  const mapped = (descriptor?.servlets ?? []).flatMap(({ path, view, className }) => {
    if (view !== null) return [declare(path, { file: view, leaves: [{ file: view }], kind: 'page', isOpen: false })]
    const found = classes.find(({ name }) => name === className?.split('.').at(-1))
    return found === undefined ? [] : [declare(path, found)]
  })
  const annotated = classes.flatMap((found) => found.patterns.map((path) => declare(path, found)))
  return mergedRoutes([...mapped, ...annotated])
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
        if (DISPATCHES.test(call.name)) {
          const [target] = call.arguments
          for (const text of target ? values.texts(target.value, scope) : []) {
            if (text === HOLE) isOpen = true
            else views.push(...viewsNamed(host, root, text))
          }
        } else if (HANDS_ON.test(call.name)) {
          const named = call.arguments.flatMap(({ value }) => pathsIn(values, value, scope))
          views.push(...named.flatMap((text) => viewsNamed(host, root, text)))
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

const DISPATCHES = /^getRequestDispatcher$/
/** Methods of a project that pass a page on to the container. */
const HANDS_ON = /forward|dispatch|include|render|show|view|page/i

/** `"/WEB-INF/a.jsp"`, and constants that hold such a path: `new Page("/WEB-INF/a.jsp", "Title")`. */
function pathsIn(values: CodeValues, value: CodeNode, scope: CodeScope): string[] {
  const given = value.kind === 'name' && value.of === null ? values.valuesOf(value.path, scope).map((found) => found.value) : [value]
  return given.flatMap((node) => (node.kind === 'call' && node.path.startsWith('new ') ? node.arguments.slice(0, 1).map((argument) => argument.value) : [node]))
    .filter((node) => node.kind === 'string' || node.kind === 'join').flatMap((node) => values.texts(node, scope))
    .filter((text) => /\.jspx?(?:\?|$)/.test(text))
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
