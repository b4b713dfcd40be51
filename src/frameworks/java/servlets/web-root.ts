/** The directories a servlet container serves, and the views below them. */
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'

const WEB_ROOT = /^(?:.*?\/)?(?:src\/main\/webapp|src\/main\/resources\/META-INF\/resources|web-app|WebContent|WebRoot|webapp|WebApp)(?=\/)/
const PROTECTED = /(^|\/)(WEB-INF|META-INF)\//

/** The directory that is served as `/`, for a file below it; null when nothing tells. */
export function webRootOf(file: string): string | null {
  const before = /^(.*?)\/?WEB-INF\//.exec(file)?.[1]
  return before ?? WEB_ROOT.exec(file)?.[0] ?? null
}

/** True for what the container gives to nobody who asks for it. */
export function isProtected(file: string): boolean {
  return PROTECTED.test(file)
}

/** Directories with a `WEB-INF`, or with a name that says as much, sorted. */
export function webRoots(host: FrameworkHost): string[] {
  const found = new Set<string>()
  for (const file of host.under('')) {
    if (!/WEB-INF\/|webapp\/|web-app\/|META-INF\/resources\/|WebContent\/|WebRoot\//i.test(file) || isBuilt(file)) continue
    // Descriptors are no pages, but their folder is one of the product.
    if (!host.isProduct(`${file.slice(0, file.lastIndexOf('/') + 1)}x.jsp`)) continue
    const root = webRootOf(file)
    if (root !== null) found.add(root)
  }
  return [...found].sort()
}

/** Copies that a build or a workbench makes. */
export function isBuilt(file: string): boolean {
  return /(^|\/)(?:target|build|bin|out)\//.test(file)
}

/** The file that the container calls `/WEB-INF/views/a.jsp`; null when it is not there. */
export function servedFile(host: FrameworkHost, root: string, path: string): string | null {
  const file = join(root, path.replace(/^\/+/, '').replace(/[?#].*$/, ''))
  return host.has(file) ? file : null
}

/** A servlet's pattern as a route: `/a/*` stays, `*.do` is anything, `/` and `/*` are null (they take what is left). */
export function patternPath(pattern: string): string | null {
  const clean = pattern.trim()
  if (clean === '' || clean === '/' || clean === '/*' || clean.startsWith('*.')) return null
  return clean.startsWith('/') ? clean.replace(/\/$/, '') : `/${clean}`
}
