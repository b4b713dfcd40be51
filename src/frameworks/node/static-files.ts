/** Folders that a server gives out as they stand: their pages are routes, their scripts are named by the mount's path. */
import type { ReachEdge } from '../../types.js'
import { HOLE } from '../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath } from '../paths.js'

export interface StaticFolder {
  /** Path below which the folder is given out, `''` for the root. */
  prefix: string
  /** In the tree. */
  directory: string
  /** The file that says so. */
  file: string
}

/** Pages of a folder, as a browser asks for them. Folders that a build fills are not in the tree. */
export function staticRoutes(host: FrameworkHost, folders: readonly StaticFolder[], claimed: ReadonlySet<string>): RouteDeclaration[] {
  const routes: RouteDeclaration[] = []
  const seen = new Set<string>()
  for (const { prefix, directory } of folders) {
    for (const file of host.under(directory)) {
      if (!/\.(x?html?|shtml)$/i.test(file) || claimed.has(file) || seen.has(file)) continue
      if (!/<!doctype html|<html[\s>]|<body[\s>]/i.test(host.text(file) ?? '')) continue
      seen.add(file)
      const inside = directory === '' ? file : file.slice(directory.length + 1)
      const path = routePath(prefix, inside.replace(/(^|\/)index\.(x?html?|shtml)$/i, '$1'))
      routes.push({ path, kind: 'static', certainty: 'exact', file })
    }
  }
  return routes
}

/** How many templates are looked at for the scripts they load. */
const TEMPLATES = 400

/** Ways from templates to scripts that their server gives out under another path than they lie at. */
export function staticEdges(host: FrameworkHost, folders: readonly StaticFolder[], templates: readonly string[]): ReachEdge[] {
  const edges: ReachEdge[] = []
  for (const from of templates.slice(0, TEMPLATES)) {
    if (!(host.text(from) ?? '').includes('<script') && !/\bscript\b/.test(host.text(from) ?? '')) continue
    for (const element of host.facts(from).elements) {
      if (element.tag !== 'script') continue
      const source = element.attributes.find(({ name }) => name === 'src')?.value.replace(/[?#].*$/, '') ?? ''
      const path = source.replace(new RegExp(`^${HOLE}+`), '')
      if (!path.startsWith('/') || path.startsWith('//') || host.resolve(from, path) !== null) continue
      const to = fileAt(host, folders, path)
      if (to !== null) {
        edges.push({ from: { file: from, unit: null }, offset: element.start, kind: 'asset', certainty: 'exact', to: { file: to, unit: null } })
      }
    }
  }
  return edges
}

function fileAt(host: FrameworkHost, folders: readonly StaticFolder[], path: string): string | null {
  for (const { prefix, directory } of folders) {
    const below = prefix === '' ? path : path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : null
    const file = below === null ? '' : `${directory}${below}`.replace(/^\/+/, '')
    if (file !== '' && host.has(file)) return file
  }
  return null
}
