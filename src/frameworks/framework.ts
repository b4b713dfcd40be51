/**
 * The interface by which a framework tells routes, layouts and injections. One file a framework in this folder, one
 * line in `index.ts`, one fixture folder. A framework reads names, texts and facts; it never executes anything.
 */
import type { FileFacts } from '../facts/facts.js'
import type { Certainty, ReachEdge, RouteKind, Span } from '../types.js'

/** What a framework may ask about the tree. All answers are memoised. */
export interface FrameworkHost {
  has(path: string): boolean
  /** All files under a directory (recursive), sorted. `''` is the root. */
  under(directory: string): readonly string[]
  /** All files with this base name anywhere, sorted. */
  named(baseName: string): readonly string[]
  text(path: string): string | undefined
  /** Parsed JSON (comments allowed), or undefined. */
  json(path: string): unknown
  /** Facts of one file; parses on demand. */
  facts(path: string): FileFacts
  /** What `templateMentions` says of the text; empty for a file that is not there. */
  templateMentions(path: string): readonly string[]
  /** Names of all dependencies (of every kind) in the package.json of this directory. */
  dependencies(directory: string): ReadonlySet<string>
  /** False for tests, stories, type declarations and documentation. */
  isProduct(path: string): boolean
  /** The file of the tree a module specifier of a script names; null for a package and for what is not there. */
  resolve(from: string, specifier: string): string | null
}

/**
 * A part of a file, in UTF-16 offsets, that acts on routes of its own and on no others of the file: the `element` of an
 * entry in a route table. Code that stands there, and declarations that are mentioned there, directly or through
 * imports, are on the routes that list the place, whatever else the file is on. Inner places win over outer ones.
 */
export interface RoutePlace extends Span {
  file: string
  certainty?: Certainty
}

/** Something that shows a page only to those who are signed in, or to some of them. */
export interface RouteGuard {
  /** As it is written: `AuthGuard`, `auth:patient`, `login_required`, `requiresAuth`. Names that say nothing of the kind do no harm. */
  name: string
  /** Roles that it is given to let through; absent where none are written. */
  roles?: readonly string[]
  file: string
  /** UTF-16 offset in `file`. */
  offset: number
  /** It stands around the page as other components may: its name has to leave no doubt. */
  isWrapper?: boolean
  /** It was seen to send those who are not signed in elsewhere: the name is free. */
  isSeen?: boolean
}

export interface RouteDeclaration {
  /** Canonical pattern, see `Route.path`. */
  path: string
  kind: RouteKind
  certainty: Certainty
  /** The file that declares the route, shown to the user. */
  file: string
  /** Files that make up the page; everything they bring in is on the route. Default: `[file]`. */
  leaves?: { file: string; unit?: string | null; certainty?: Certainty; offset?: number | null }[]
  /** Layouts, documents and shells around the page, outermost first. */
  shell?: { file: string; certainty?: Certainty }[]
  /** Names by which code asks whether this route is shown (`routeIs('portal.home')`); absent where routes have none. */
  names?: readonly string[]
  /** All that stands before the page, of its own and of what is around it. */
  guards?: readonly RouteGuard[]
  /**
   * Names the document of a client-rendered application that the page is shown in: another one is loaded anew. Absent
   * where the application has only one.
   */
  document?: string
  /**
   * Places of route tables that are shown on this route: its own entry's, and those of entries around it whose
   * components are layouts. Such a route names no `leaves` for what the places already bring in.
   */
  places?: RoutePlace[]
}

/** A file that acts on pages without being brought in by one: a configuration, a plugin folder, a hook. */
export interface Injection {
  file: string
  unit?: string | null
  /** All pages of the application, or those that match. Globs on route paths. */
  scope: 'all' | { include?: string[]; exclude?: string[] }
  certainty: Certainty
}

export interface Application {
  /** Framework row name, for example `next-app`. */
  framework: string
  /** Directory of the application, `''` for the root of the tree. */
  root: string
  routes: RouteDeclaration[]
  injections?: Injection[]
  /**
   * Edges a convention makes and no line of code (auto-imported components, template fragments). One of the kind
   * `extends` leads to a layout, without the regions that the template fills itself.
   */
  edges?: ReachEdge[]
  /**
   * Places that are on no route by themselves: a generated table that names the module of every route. The routes name
   * these modules themselves.
   */
  tables?: RoutePlace[]
  /**
   * Directories and files the framework answers for: what it gives no part in a route there is on none, and general
   * conventions make no guess about it.
   */
  owns?: string[]
  /**
   * Directories below which templates are named, in the order in which they are looked through. What a template of one
   * of them brings in by name is looked for there first.
   */
  templateRoots?: readonly string[]
  /** What belongs to the pages and is not in the repository, in sentences for the report. */
  unseen?: string[]
  /**
   * The path the application lies at, as it begins its routes' paths, where its router tells code the path of a page
   * without it.
   */
  base?: string
  /** The document is never reloaded between routes: a tracker on one client route stays for the others. */
  singlePage?: boolean
}

export interface Framework {
  name: string
  /** The page of the framework's documentation that defines the conventions. */
  docs: string
  /**
   * Applications of this kind in the tree, with their routes. Cheap when there is none. `claimed` holds the files that
   * frameworks earlier in the list gave a part in a route, or own; a general convention leaves them alone. `earlier`
   * are their applications.
   */
  applications(host: FrameworkHost, claimed: ReadonlySet<string>, earlier: readonly Application[]): Application[]
}
