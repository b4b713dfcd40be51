/**
 * Scripts by the libraries they belong to, and who attaches a library.
 * https://www.drupal.org/docs/develop/creating-modules/adding-assets-css-js-to-a-drupal-module-via-librariesyml
 */
import type { FrameworkHost } from '../../framework.js'
import type { ReachEdge, Span } from '../../../types.js'
import { joinPath } from '../../../paths.js'
import { extensionOf } from '../../paths.js'
import { mapping, textsIn, yamlMapping } from '../../yaml.js'
import type { Extension } from './extensions.js'

/** A script of the tree, or the lines of a library that name one elsewhere. */
interface Script {
  file: string
  part?: Span
}

/** `EXTENSION/LIBRARY` → its scripts, with those of the libraries it depends on. */
function libraryScripts(host: FrameworkHost, extensions: readonly Extension[]): ReadonlyMap<string, readonly Script[]> {
  const own = new Map<string, { scripts: Script[]; dependencies: string[] }>()
  for (const { name, directory } of extensions) {
    const file = [`${name}.libraries.yml`, `${name}.libraries.yaml`].map((item) => joinPath(directory, item) ?? item).find(host.has)
    if (file === undefined) continue
    for (const [library, value] of Object.entries(yamlMapping(host, file))) {
      const scripts = Object.keys(mapping(mapping(value)['js'])).flatMap((path): Script[] => {
        if (/^(?:https?:)?\/\//.test(path)) return [{ file, part: linesOf(library, host.text(file) ?? '') }]
        const found = path.startsWith('/') ? fromRoot(host, directory, path) : joinPath(directory, path)
        return found !== null && host.has(found) ? [{ file: found }] : []
      })
      own.set(`${name}/${library}`, { scripts, dependencies: textsIn(mapping(value)['dependencies']) })
    }
  }
  const withDependencies = (library: string, seen: Set<string>): Script[] => {
    const found = own.get(library)
    if (!found || seen.has(library)) return []
    seen.add(library)
    return [...found.scripts, ...found.dependencies.flatMap((dependency) => withDependencies(dependency, seen))]
  }
  return new Map([...own.keys()].map((library) => [library, withDependencies(library, new Set())]))
}

/** A library is a key without a space in front, and all lines up to the next. */
function linesOf(library: string, text: string): Span {
  const start = text.search(new RegExp(`^['"]?${library.replace(/[.$]/g, '\\$&')}['"]?\\s*:`, 'm'))
  const length = text.slice(start).search(/\n['"\w]/)
  return { start: Math.max(0, start), end: start < 0 || length < 0 ? text.length : start + length + 1 }
}

/** `/libraries/x.js` counts from Drupal's own root, which holds the extension. */
function fromRoot(host: FrameworkHost, directory: string, path: string): string | null {
  const parts = directory.split('/')
  for (let length = parts.length; length >= 0; length--) {
    const found = joinPath(parts.slice(0, length).join('/'), path)
    if (found !== null && host.has(found)) return found
  }
  return null
}

/** Files that can attach a library by its name. */
const ATTACHES = new Set(['twig', 'php', 'module', 'theme', 'inc', 'profile', 'install', 'yml', 'yaml'])

/** Edges from every place that names a library to the library's scripts. */
export function edgesOfLibraries(host: FrameworkHost, extensions: readonly Extension[]): ReachEdge[] {
  const libraries = libraryScripts(host, extensions)
  if (libraries.size === 0) return []
  const edges: ReachEdge[] = []
  for (const { directory } of extensions) {
    for (const file of host.under(directory)) {
      if (!ATTACHES.has(extensionOf(file)) || /\.libraries\.ya?ml$/.test(file) || !host.isProduct(file)) continue
      for (const { name, offset } of namesIn(host.text(file) ?? '', libraries)) {
        for (const script of libraries.get(name) ?? []) {
          edges.push({
            from: { file, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: script.file, unit: null },
            ...script.part ? { part: script.part } : {},
          })
        }
      }
    }
  }
  return distinct(edges)
}

function namesIn(text: string, libraries: ReadonlyMap<string, unknown>): { name: string; offset: number }[] {
  return [...text.matchAll(/[\w-]+\/[\w.-]+/g)].filter((match) => libraries.has(match[0]))
    .map((match) => ({ name: match[0], offset: match.index }))
}

/** Extensions may lie inside one another; their files are read once for each. */
function distinct(edges: readonly ReachEdge[]): ReachEdge[] {
  return [...new Map(edges.map((edge) => [`${edge.from.file} ${edge.offset} ${edge.to.file} ${edge.part?.start}`, edge])).values()]
}
