/** Which files a view's name stands for, on servers of the Java virtual machine. */
import { HOLE } from '../../parse/hole.js'
import { directoryOf } from '../../paths.js'
import type { Certainty } from '../../types.js'
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { extensionOf, join } from '../paths.js'
import { isBuilt, webRoots } from './servlets/web-root.js'

export type Leaf = NonNullable<RouteDeclaration['leaves']>[number]
export type Shell = NonNullable<RouteDeclaration['shell']>

/** A directory of views in the tree, and what their names are followed by. */
export interface ViewDirectory {
  directory: string
  suffix: string
}

const TEMPLATES = new Set(['html', 'xhtml', 'htm', 'jsp', 'jspx', 'ftl', 'ftlh', 'mustache', 'hbs', 'vm', 'jte', 'tpl', 'gsp', 'peb', 'pebble', 'qute', 'txt'])

export interface ViewFinder {
  find(name: string): Leaf[]
  /** Directories below which views were found. */
  used(): string[]
  /** Views below the used directories that were not found by name, parts of others left out. */
  orphans(): string[]
}

/**
 * Directories that a location stands for, those of the module first: `classpath:/templates/` is below the resources,
 * any other path below a web root.
 */
export function directoriesOf(host: FrameworkHost, module: string, location: string): string[] {
  const path = location.replace(/^(?:classpath\*?|file|servletContext):/, '').replace(/^\/+|\/+$/g, '')
  const own = (root: string): number => (root === module || root.startsWith(module === '' ? '' : `${module}/`) ? 0 : 1)
  const resources = resourceRoots(host)
  const roots = location.startsWith('classpath') ? resources
    : location.startsWith('file:') ? [module, ''] : [...webRoots(host), ...resources]
  return [...new Set(roots)].sort((a, b) => own(a) - own(b)).map((root) => join(root, path)).filter((directory) => host.under(directory).length > 0)
}

const kept = new WeakMap<FrameworkHost, string[]>()

/** `src/main/resources` of all modules, sorted. */
export function resourceRoots(host: FrameworkHost): string[] {
  let found = kept.get(host)
  if (!found) {
    const roots = new Set<string>()
    for (const file of host.under('')) {
      const root = /^(?:.*\/)?(?:src\/main\/resources|src\/resources|resources)(?=\/)/.exec(file)?.[0]
      if (root !== undefined && host.isProduct(`${root}/x.html`) && !isBuilt(`${root}/`)) roots.add(root)
    }
    kept.set(host, found = [...roots].sort())
  }
  return found
}

const PART = /(^|\/)(?:fragments?|layouts?|partials?|includes?|common|components?|templates?\/(?:layout|fragments)|tags|macros?|emails?|mails?|error|errors|shared|parts|blocks)\/|(^|\/)_[^/]*$|(^|\/)(?:layout|base|header|footer|head|navbar|nav|sidebar|menu|fragments?)\.\w+$/i

/** Views below these directories, the first wins. */
export function viewFinder(host: FrameworkHost, module: string, directories: readonly ViewDirectory[]): ViewFinder {
  const found = new Set<string>()
  const used = new Set<string>()
  const take = (file: string, directory: string, certainty: Certainty): Leaf => {
    found.add(file)
    used.add(directory)
    return certainty === 'exact' ? { file } : { file, certainty }
  }
  return {
    find(name) {
      const clean = name.replace(/\s*::.*$/s, '').replace(/\\/g, '/').replace(/^\.?\/+/, '').trim()
      if (clean === '' || clean === HOLE) return []
      if (clean.includes(HOLE)) return globbed(host, directories, clean).map(({ file, directory }) => take(file, directory, 'possible'))
      for (const { directory, suffix } of directories) {
        for (const file of [join(directory, clean + suffix), join(directory, clean)]) {
          if (host.has(file) && TEMPLATES.has(extensionOf(file))) return [take(file, directory, 'exact')]
        }
      }
      return nearest(host, module, clean).map((file) => take(file, directoryOf(file), 'likely'))
    },
    used: () => [...used].filter((directory) => directory !== ''),
    orphans: () => [...used].flatMap((directory) => host.under(directory))
      .filter((file) => TEMPLATES.has(extensionOf(file)) && !found.has(file) && !PART.test(file)),
  }
}

function globbed(host: FrameworkHost, directories: readonly ViewDirectory[], name: string): { file: string; directory: string }[] {
  if (name.replaceAll(HOLE, '').replace(/[./]/g, '').length < 2) return []
  const literal = name.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return directories.flatMap(({ directory, suffix }) => {
    const pattern = new RegExp(`^${literal.join('[^/]*')}${suffix.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    return host.under(directory).filter((file) => pattern.test(directory === '' ? file : file.slice(directory.length + 1)))
      .map((file) => ({ file, directory }))
  })
}

/** Views of another place whose path ends with the name: the one in the same module, if any. */
function nearest(host: FrameworkHost, module: string, name: string): string[] {
  const files = host.under('').filter((file) => TEMPLATES.has(extensionOf(file)) && host.isProduct(file)
    && (`/${file}`.endsWith(`/${name}`) || `/${file.slice(0, file.lastIndexOf('.'))}`.endsWith(`/${name}`))
    && !isBuilt(file))
  const own = files.filter((file) => module === '' || file.startsWith(`${module}/`))
  return (own.length > 0 ? own : files).slice(0, 1)
}
