/**
 * Applications of a workspace: `angular.json`, `project.json` of Nx, `.angular-cli.json` before version 6.
 * https://angular.dev/reference/configs/workspace-config, https://nx.dev/reference/project-configuration
 */
import { joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { directoriesWith, join } from '../paths.js'

export interface AngularProject {
  /** Directory of the workspace. */
  root: string
  /** Directory of its sources. */
  source: string
  /** Documents, the usual one first. */
  documents: string[]
  /** The script that starts it; null when it is not found. */
  main: string | null
  /** Further scripts on every page. */
  scripts: string[]
  baseHref: string | null
}

const WORKSPACES = ['angular.json', 'workspace.json', '.angular.json']
const STARTS = /\bbootstrap(?:Application|Module|ModuleFactory)\b|\bplatformBrowser/

type Json = Record<string, unknown>

export function angularProjects(host: FrameworkHost): AngularProject[] {
  const found = [
    ...directoriesWith(host, WORKSPACES).flatMap((root) => WORKSPACES.flatMap((name) => {
      const projects = record(record(host.json(join(root, name)))['projects'])
      return Object.values(projects).flatMap((project) => builtProject(host, root, record(project)))
    })),
    ...directoriesWith(host, ['project.json']).flatMap((directory) => {
      const project = record(host.json(join(directory, 'project.json')))
      return builtProject(host, workspaceOf(host, directory), { root: directory, ...project })
    }),
    ...directoriesWith(host, ['.angular-cli.json', 'angular-cli.json']).flatMap((root) => oldProjects(host, root)),
  ]
  const known = new Set(found.map(({ main }) => main))
  const bare = directoriesWith(host, ['package.json']).filter((root) => host.dependencies(root).has('@angular/core')
    && !found.some((project) => project.root === root)).flatMap((root) => usualProject(host, root))
  return [...found.filter(({ main }, index) => found.findIndex((other) => other.main === main) === index),
    ...bare.filter(({ main }) => !known.has(main))]
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? value as Json : {}
}

/** The nearest directory above with a workspace's own file; the root without one. */
function workspaceOf(host: FrameworkHost, directory: string): string {
  for (let at = directory; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (host.has(`${at}/nx.json`)) return at
  }
  return ''
}

/** A project that is built into pages: its options, and those of its configurations, which may name other documents. */
function builtProject(host: FrameworkHost, root: string, project: Json): AngularProject[] {
  const build = record(record(project['architect'] ?? project['targets'])['build'])
  const options = record(build['options'])
  const all = [options, ...Object.values(record(build['configurations'])).map(record)]
  const path = (value: unknown): string | null => {
    const written = typeof value === 'string' ? value : record(value)['input']
    const at = typeof written === 'string' ? joinPath(root, written) : null
    return at !== null && host.has(at) ? at : null
  }
  const listed = (value: unknown): string[] => [value].flat()
    .filter((item) => record(item)['inject'] !== false).flatMap((item) => path(item) ?? [])
  const main = ['browser', 'main'].map((key) => path(options[key])).find((file) => file !== null) ?? null
  if (main === null || !(isAngular(build) || STARTS.test(host.text(main) ?? ''))) return []
  const directory = typeof project['root'] === 'string' ? joinPath(root, project['root']) ?? root : root
  const source = typeof project['sourceRoot'] === 'string' ? joinPath(root, project['sourceRoot']) : null
  return [{
    root, main, source: source ?? join(directory, 'src'),
    documents: [...new Set(all.flatMap(({ index }) => path(index) ?? []))],
    scripts: [...new Set(all.flatMap((each) => [...listed(each['scripts']), ...listed(each['polyfills'])]))],
    baseHref: all.map(({ baseHref }) => baseHref).find((href): href is string => typeof href === 'string') ?? null,
  }]
}

function isAngular({ builder, executor }: Json): boolean {
  return /angular/i.test(String(builder ?? executor ?? ''))
}

function oldProjects(host: FrameworkHost, root: string): AngularProject[] {
  const settings = ['.angular-cli.json', 'angular-cli.json'].map((name) => record(host.json(join(root, name))))
  return settings.flatMap(({ apps }) => (Array.isArray(apps) ? apps : [])).map(record).flatMap((app): AngularProject[] => {
    const source = join(root, typeof app['root'] === 'string' ? app['root'] : 'src')
    const file = (value: unknown): string[] => {
      const written = typeof value === 'string' ? value : record(value)['input']
      const at = typeof written === 'string' ? joinPath(source, written) : null
      return at !== null && host.has(at) ? [at] : []
    }
    const [main] = file(app['main'] ?? 'main.ts')
    if (main === undefined) return []
    return [{
      root, source, main, documents: file(app['index'] ?? 'index.html'),
      scripts: [app['scripts'], app['polyfills']].flat().flatMap(file),
      baseHref: typeof app['baseHref'] === 'string' ? app['baseHref'] : null,
    }]
  })
}

/** A project without a workspace's file: built by another tool, or a part of something larger. */
function usualProject(host: FrameworkHost, root: string): AngularProject[] {
  const places = ['src', 'ClientApp/src', 'client/src', 'app', 'client', 'src/main/webapp/app', '']
  for (const place of places) {
    for (const name of ['main.ts', 'main.browser.ts', 'main.js', 'app.main.ts', 'bootstrap.ts']) {
      const main = join(join(root, place), name)
      if (!host.has(main) || !STARTS.test(host.text(main) ?? '')) continue
      const source = main.slice(0, Math.max(0, main.lastIndexOf('/')))
      const above = source.slice(0, Math.max(0, source.lastIndexOf('/')))
      const documents = [source, root, above].map((directory) => join(directory, 'index.html')).filter((path) => host.has(path))
      return [{ root, source, main, documents: documents.slice(0, 1), scripts: [], baseHref: null }]
    }
  }
  return []
}
