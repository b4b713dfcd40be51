/** Pages and redirects that `gatsby-node` makes. https://www.gatsbyjs.com/docs/reference/config-files/actions/#createPage */
import type { Value } from '../../facts/script/graph.js'
import { hasHole, HOLE } from '../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { join, routePath } from '../paths.js'
import { writtenPath } from '../reading/configuration.js'
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

/** Routes of all `createPage({ path, component })` calls; a path from data is any page, with this component. */
export function createdPages(
  host: FrameworkHost, reader: ScriptReader, root: string, file: string,
): RouteDeclaration[] {
  return calls(reader, file, 'createPage').flatMap((page): RouteDeclaration[] => {
    const component = reader.property(page, 'component')[0]
    const name = component === undefined ? null : writtenPath(reader, component)
    const leaf = name === null ? null : existing(host, root, file, name)
    const written = ['path', 'matchPath'].flatMap((key) => reader.property(page, key).flatMap((value) => reader.texts(value)))
    return (written.length === 0 ? [HOLE] : written).map((path) => ({
      path: pagePath(path), kind: 'page', certainty: path === HOLE ? 'possible' : hasHole(path) ? 'likely' : 'exact',
      file, leaves: leaf === null ? [] : [{ file: leaf }],
    }))
  })
}

/** https://www.gatsbyjs.com/docs/reference/config-files/actions/#createRedirect */
export function createdRedirects(reader: ScriptReader, file: string): RouteDeclaration[] {
  return calls(reader, file, 'createRedirect').flatMap((redirect) =>
    reader.property(redirect, 'fromPath').flatMap((value) => reader.texts(value)).filter((path) => path !== HOLE)
      .map((path): RouteDeclaration => ({ path: pagePath(path), kind: 'redirect', certainty: 'exact', file, leaves: [] })))
}

/** First arguments of the calls of an action. */
function calls(reader: ScriptReader, file: string, name: string): ScriptValue[] {
  return reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape: Value): ScriptValue[] => {
    if (shape.kind !== 'call') return []
    const at: ScriptValue = { file, script, value: shape.callee, given: NOTHING_GIVEN }
    const [first] = shape.arguments
    const isAction = reader.written(at, shape.callee).replace(/^.*\./, '') === name
    return isAction && first !== undefined ? [reader.beside(at, first)] : []
  }))
}

/** Paths in `gatsby-node` count from the project, those of `require.resolve` from the file. */
function existing(host: FrameworkHost, root: string, from: string, name: string): string | null {
  const ends = ['', '.tsx', '.ts', '.jsx', '.js', '/index.tsx', '/index.jsx', '/index.js']
  const atRoot = ends.map((end) => join(root, name) + end).find((path) => host.has(path))
  return atRoot ?? host.resolve(from, `./${name}`)
}

function pagePath(path: string): string {
  if (path === HOLE) return '/*'
  const segments = path.replace(/[?#].*$/, '').split('/')
  // A path that begins with an unknown part can lie anywhere.
  return routePath(...segments.map((segment, index) => {
    if (!hasHole(segment)) return segment
    return index === 0 && segment === HOLE ? '*' : ':value'
  }))
}
