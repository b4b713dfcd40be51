/** Packages that are servers, and which of their files may declare routes. */
import type { FrameworkHost } from '../framework.js'
import { directoriesWith } from '../paths.js'

/** Directories whose manifest names one of these packages; files are those of the nearest. */
export interface ServerPackage {
  root: string
  files: string[]
}

/** @param hints words of which a file must hold one to be read at all */
export function serverPackages(host: FrameworkHost, packages: readonly string[], hints: RegExp): ServerPackage[] {
  const manifests = directoriesWith(host, ['package.json'])
  const roots = manifests.filter((root) => packages.some((name) => host.dependencies(root).has(name)))
  return roots.map((root) => ({
    root,
    files: host.under(root).filter((file) => /\.[cm]?[jt]s$/.test(file) && host.isProduct(file)
      && nearest(manifests, file) === root && hints.test(host.text(file) ?? '')),
  })).filter(({ files }) => files.length > 0)
}

function nearest(roots: readonly string[], file: string): string | undefined {
  return roots.filter((root) => root === '' || file.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0]
}
