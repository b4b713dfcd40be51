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
  const named = manifests.filter((root) => packages.some((name) => host.dependencies(root).has(name)))
  const roots = named.length > 0 || manifests.length > 0 ? named : withoutManifest(host, packages)
  return roots.map((root) => ({
    root,
    files: host.under(root).filter((file) => /\.[cm]?[jt]s$/.test(file) && host.isProduct(file)
      && nearest(manifests.length > 0 ? manifests : roots, file) === root && hints.test(host.text(file) ?? '')),
  })).filter(({ files }) => files.length > 0)
}

function nearest(roots: readonly string[], file: string): string | undefined {
  return roots.filter((root) => root === '' || file.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0]
}

/** A tree without any manifest has a server where a script at its top asks for one of the packages. */
function withoutManifest(host: FrameworkHost, packages: readonly string[]): string[] {
  const asks = (text: string): boolean =>
    packages.some((name) => text.includes(`require('${name}')`) || text.includes(`require("${name}")`)
      || text.includes(`from '${name}'`) || text.includes(`from "${name}"`))
  const isAsked = host.under('').some((file) => /^[^/]+\.[cm]?[jt]s$/.test(file) && asks(host.text(file) ?? ''))
  return isAsked ? [''] : []
}
