/** What a project says about itself, in `pixelward.config.json` (JSONC, YAML) or ESLint's `settings.pixelward`. */
import type { RouteClass, Severity } from '../types.js'

export interface RouteRule {
  /** Glob on route paths (`/portal/**`), or on files (`src/pages/booking/**`). One of the two. */
  path?: string
  files?: string
  class: RouteClass
}

/** A route the frameworks cannot see: a registry, a rewrite on another server. */
export interface ExtraRoute {
  path: string
  files: string[]
  class?: RouteClass
}

/** A file of the project that lists routes, as JSON or YAML. */
export interface RouteRegistry {
  /** Relative to the root. */
  file: string
  /** Key of an entry that holds its path; dots lead inside: `meta.url`. */
  path: string
  /** Globs on the files of a page; `{key}` stands for a value of the entry: `src/apps/{entryName}/**`. */
  files?: string[]
  /** Of all its routes; what their paths say when absent. */
  class?: RouteClass
}

/** A tracker the project admits to. */
export interface Declared {
  tracker: string
  /** Account ids; any when absent. */
  accounts?: string[]
  owner?: string
  purpose?: string
  /** A business-associate agreement is in place. */
  agreement?: boolean
  /** Globs on route paths where it is expected; everywhere when absent. */
  routes?: string[]
}

export interface Configuration {
  preset: 'recommended' | 'strict'
  rules: Record<string, Severity | 'off'>
  /** Globs, relative to the root. */
  include: string[]
  exclude: string[]
  routes: RouteRule[]
  extraRoutes: ExtraRoute[]
  registries: RouteRegistry[]
  /** Least sensitive class any page of the project has. */
  floor: RouteClass | null
  /** The declared inventory; null when none was declared. */
  allow: Declared[] | null
  /** Exit code 1 at this severity or above. */
  threshold: Severity
}

export const defaultConfiguration: Configuration = {
  preset: 'recommended',
  rules: {},
  include: ['**/*'],
  exclude: [],
  routes: [],
  extraRoutes: [],
  registries: [],
  floor: null,
  allow: null,
  threshold: 'error',
}
