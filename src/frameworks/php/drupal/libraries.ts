/**
 * Scripts by the libraries they belong to, and who attaches a library.
 * https://www.drupal.org/docs/develop/creating-modules/adding-assets-css-js-to-a-drupal-module-via-librariesyml
 */
import type { FrameworkHost } from '../../framework.js'
import type { ReachEdge } from '../../../types.js'
import { joinPath } from '../../../paths.js'
import { extensionOf } from '../../paths.js'
import { mapping, textsIn, yamlMapping } from '../../yaml.js'
import type { Extension } from './extensions.js'

/** `EXTENSION/LIBRARY` → scripts of the tree, with those of the libraries it depends on. */
export function libraryScripts(
  host: FrameworkHost, extensions: readonly Extension[],
): ReadonlyMap<string, readonly string[]> {
  const own = new Map<string, { scripts: string[]; dependencies: string[] }>()
  for (const { name, directory } of extensions) {
    const file = [`${name}.libraries.yml`, `${name}.libraries.yaml`].map((item) => joinPath(directory, item) ?? item).find(host.has)
    if (file === undefined) continue
    for (const [library, value] of Object.entries(yamlMapping(host, file))) {
      const scripts = Object.keys(mapping(mapping(value)['js'])).flatMap((path) => {
        const found = path.startsWith('/') ? fromRoot(host, directory, path) : joinPath(directory, path)
        return found !== null && host.has(found) ? [found] : []
      })
      own.set(`${name}/${library}`, { scripts, dependencies: textsIn(mapping(value)['dependencies']) })
    }
  }
  const withDependencies = (library: string, seen: Set<string>): string[] => {
    const found = own.get(library)
    if (!found || seen.has(library)) return []
    seen.add(library)
    return [...found.scripts, ...found.dependencies.flatMap((dependency) => withDependencies(dependency, seen))]
  }
  return new Map([...own.keys()].map((library) => [library, [...new Set(withDependencies(library, new Set()))]]))
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
            from: { file, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: script, unit: null },
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
  return [...new Map(edges.map((edge) => [`${edge.from.file} ${edge.offset} ${edge.to.file}`, edge])).values()]
}
