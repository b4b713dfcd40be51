/** Eleventy. https://www.11ty.dev/docs/layouts/ */
import type { ReachEdge } from '../../../types.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../../framework.js'
import { join, stem } from '../../paths.js'
import { ScriptReader } from '../../reading/script-values.js'
import { addressPath, FrontMatter } from '../content.js'
import { DataCascade } from './data.js'
import { templatePath } from './permalinks.js'
import { eleventyProjects, type EleventyProject } from './project.js'
import { shortcodeEdges, transforms } from './shortcodes.js'

export const eleventy: Framework = {
  name: 'eleventy',
  docs: 'https://www.11ty.dev/docs/layouts/',
  applications(host) {
    const reader = new ScriptReader(host)
    return eleventyProjects(host, reader).flatMap((project) => application(host, reader, project))
  },
}

function application(host: FrameworkHost, reader: ScriptReader, project: EleventyProject): Application[] {
  const { root, input, includes, layouts } = project
  const frontMatter = new FrontMatter(host)
  const cascade = new DataCascade(host, reader, project, frontMatter)
  const places = transforms(host, reader, project)
  const routes = project.templates.flatMap((file): RouteDeclaration[] => {
    const data = cascade.of(file)
    const path = templatePath(input === '' ? file : file.slice(input.length + 1), data)
    if (path === null) return []
    const shell = data.layout === null ? [] : layoutsAround(host, project, cascade, data.layout, file).map((layout) => ({ file: layout }))
    const certainty = path.includes(':value') ? 'likely' : 'exact'
    return [
      { path, kind: 'page', certainty, file, shell, ...places.length > 0 ? { places } : {} },
      ...data.redirects.map((from): RouteDeclaration => ({ path: addressPath(from), kind: 'redirect', certainty: 'exact', file, leaves: [] })),
    ]
  })
  if (routes.length === 0) return []
  return [{
    framework: 'eleventy', root, routes,
    edges: [...shortcodeEdges(host, reader, project), ...componentEdges(host, project)],
    owns: [includes, layouts, project.data].filter((directory) => directory !== input),
    templateRoots: [includes, layouts, input],
  }]
}

/** Outermost first. */
function layoutsAround(
  host: FrameworkHost, project: EleventyProject, cascade: DataCascade, name: string, from: string,
): string[] {
  const found: string[] = []
  let inside = from
  for (let at: string | null = name; at !== null;) {
    const file = layoutNamed(host, project, at, inside)
    if (file === null || found.includes(file)) break
    found.unshift(file)
    inside = file
    // A layout is not in the folder of pages: what is said for all pages is not said for it.
    const outer: string | null = cascade.of(file).layout
    at = outer === project.globalLayout ? null : outer
  }
  return found
}

function layoutNamed(host: FrameworkHost, { layouts, includes, aliases }: EleventyProject, name: string, from: string): string | null {
  const wanted = aliases.get(name) ?? name
  if (wanted.startsWith('.')) {
    const path = joinPath(directoryOf(from), wanted)
    return path !== null && host.has(path) ? path : null
  }
  for (const directory of new Set([layouts, includes])) {
    const exact = join(directory, wanted)
    if (host.has(exact)) return exact
    const folder = directoryOf(exact)
    const bare = exact.slice(folder === '' ? 0 : folder.length + 1)
    const found = host.under(folder).find((file) => directoryOf(file) === folder && (stem(file) === bare || file === `${exact}.11ty.js`))
    if (found !== undefined) return found
  }
  return null
}

/** https://www.11ty.dev/docs/languages/webc/: components are used as elements of their name. */
function componentEdges(host: FrameworkHost, { input }: EleventyProject): ReachEdge[] {
  const components = host.under(input).filter((file) => file.endsWith('.webc') && stem(file).includes('-'))
  if (components.length === 0) return []
  const users = host.under(input).filter((file) => /\.(?:webc|html|md|njk|liquid)$/.test(file))
  return components.flatMap((component) => users.flatMap((file): ReachEdge[] => {
    if (file === component) return []
    const offset = (host.text(file) ?? '').search(new RegExp(`<${stem(component)}[\\s/>]`))
    if (offset < 0) return []
    return [{ from: { file, unit: null }, offset, kind: 'include', certainty: 'exact', to: { file: component, unit: null } }]
  }))
}
