/** Pages that the server runs by their path, with the application file around them. https://cfdocs.org/application-cfc */
import { ancestors, baseNameOf, directoryOf, joinPath } from '../../paths.js'
import type { Application, FrameworkHost, RouteDeclaration, RoutePlace } from '../framework.js'
import { join, routePath } from '../paths.js'
import { componentFunctions } from './components.js'

const PART_DIRECTORY = /(^|\/)(_?includes?|inc|partials?|custom_?tags|tags|layouts?|views|components?|cfcs?|models?|handlers|controllers|config|lib|queries|actions|testbox|WEB-INF)\//i
const PART_NAME = /^(_|(act|qry|dsp|inc|fbx|udf|lay|mod)_)|^(application|onrequestend)$/i
/** A page shows something: markup, or what other files show. */
const SHOWS = /<(!doctype|html|head|body|main|section|div|form|script|table|h[1-6]|p)\b|<cf(include|output|module|import|form|_\w+)\b|\binclude\s+["']/i

/** The pages below a root; `isTaken`: a framework answers at its index file. Null when there are none. */
export function plainApplication(
  host: FrameworkHost, root: string, files: readonly string[], isTaken: boolean,
): Application | null {
  const included = includedFiles(host, root, files)
  const below = (path: string): string => (root === '' ? path : path.slice(root.length + 1))
  const routes: RouteDeclaration[] = []
  for (const file of files) {
    const path = below(file)
    const text = host.text(file) ?? ''
    if (/\.cfc$/i.test(file)) {
      // https://cfdocs.org/cffunction: remote functions answer to requests.
      if (!/\baccess\s*=\s*["']remote["']|\bremote\s+(?:\w+\s+)?function\b/i.test(text)) continue
      routes.push({ path: routePath(path), kind: 'api', certainty: 'exact', file })
      continue
    }
    const name = baseNameOf(path).replace(/\.\w+$/, '')
    if (included.has(file) || PART_DIRECTORY.test(path) || PART_NAME.test(name) || !SHOWS.test(text)) continue
    if (isTaken && /^index\.cfm$/i.test(path)) continue
    const address = routePath(path.replace(/(^|\/)index\.cfm$/i, '$1'))
    routes.push({ path: address, kind: 'page', certainty: 'exact', file, leaves: [{ file }], shell: applicationFiles(host, root, file) })
  }
  if (!routes.some(({ kind }) => kind === 'page')) return null
  return { framework: 'coldfusion', root, routes, owns: [...files], tables: errorHandlers(host, files) }
}

/** What runs before and after a page: the nearest application file, those it extends, and what ends the request. */
export function applicationFiles(host: FrameworkHost, root: string, page: string): { file: string }[] {
  for (const directory of ancestors(directoryOf(page))) {
    for (const name of ['Application.cfc', 'application.cfc', 'Application.cfm', 'application.cfm']) {
      const file = join(directory, name)
      if (!host.has(file)) continue
      if (name.endsWith('.cfc')) return [...superComponents(host, root, file), { file }]
      const ends = ['OnRequestEnd.cfm', 'onRequestEnd.cfm', 'onrequestend.cfm'].map((end) => join(directory, end))
      return [file, ...ends.filter((end) => host.has(end))].map((path) => ({ file: path }))
    }
    if (directory === root) break
  }
  return []
}

/** Components an application file extends, the furthest first. */
function superComponents(host: FrameworkHost, root: string, from: string): { file: string }[] {
  const found: { file: string }[] = []
  for (let at: string | null = from; at !== null && found.length < 10;) {
    const name: string | undefined = /\bextends\s*=\s*["']([\w./-]+)["']/i.exec(host.text(at) ?? '')?.[1]
    const path: string = `${(name ?? '').replace(/\./g, '/').replace(/^\/+/, '')}.cfc`
    const own: string = at
    const next: string | null = [joinPath(directoryOf(at), path), join(root, path)]
      .find((file) => file !== null && file !== own && host.has(file)) ?? null
    if (name === undefined || next === null || found.some(({ file }) => file === next)) break
    found.unshift({ file: next })
    at = next
  }
  return found
}

const ERROR_HANDLERS = new Set(['onerror', 'onmissingtemplate', 'onabort'])

/** Functions of application files that run when no page is shown. */
function errorHandlers(host: FrameworkHost, files: readonly string[]): RoutePlace[] {
  return files.filter((file) => /^application\.cfc$/i.test(baseNameOf(file))).flatMap((file) =>
    componentFunctions(host.text(file) ?? '').filter(({ name }) => ERROR_HANDLERS.has(name.toLowerCase()))
      .map(({ start, end }) => ({ file, start, end })))
}

const INCLUDE = /<cf(?:include|module)\s[^<>]{0,200}?\btemplate\s*=\s*["']([^"'\n#]+)["']|\binclude\s+(?:template\s*=\s*)?["']([^"'\n#]+\.cfm)["']|<cf_(\w+)/gi

/** Files that others include or use as custom tags, and so are no pages. */
function includedFiles(host: FrameworkHost, root: string, files: readonly string[]): ReadonlySet<string> {
  const known = new Map(files.map((file) => [file.toLowerCase(), file]))
  const included = new Set<string>()
  for (const from of files) {
    for (const [, tag, script, custom] of (host.text(from) ?? '').matchAll(INCLUDE)) {
      const target = custom === undefined ? (tag ?? script) as string : `${custom}.cfm`
      const own = target.startsWith('/') ? join(root, target.slice(1)) : joinPath(directoryOf(from), target)
      const file = known.get((own ?? '').toLowerCase())
      if (file !== undefined && file !== from) included.add(file)
    }
  }
  return included
}
