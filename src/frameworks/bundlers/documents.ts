/** The pages a build tool makes, each of a document of its own, as its configuration lists them. */
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import { ScriptReader } from '../reading/script-values.js'
import { viteDocuments } from './vite.js'
import { rsbuildDocuments, vueCliDocuments } from './page-lists.js'
import { webpackDocuments } from './webpack.js'

export interface BuiltDocument {
  /** The HTML file, or the template it is made of. */
  file: string
  /** Of its page, below the site. */
  path: string
  /** Scripts that the build adds; those that a tag of the document names are not among them. */
  scripts: string[]
  /** The configuration that lists it. */
  config: string
}

/** Documents that the configurations of one directory list, in their order; none where they list none. */
export function builtDocuments(host: FrameworkHost, root: string): BuiltDocument[] {
  const reader = new ScriptReader(host)
  const readers = [viteDocuments, webpackDocuments, vueCliDocuments, rsbuildDocuments]
  const found = readers.flatMap((read) => read(host, reader, root))
  return found.filter(({ file, path }, index) => index === found.findIndex((other) => other.file === file && other.path === path))
}

const ENDS = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts']

/** Configurations of these names in a directory. */
export function configurations(host: FrameworkHost, root: string, names: readonly string[]): string[] {
  return names.flatMap((name) => ENDS.map((end) => join(root, `${name}.${end}`))).filter((path) => host.has(path))
}

const SCRIPTS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '/index.ts', '/index.tsx', '/index.js', '/index.jsx']

/** A script that is written with or without its extension. */
export function scriptAt(host: FrameworkHost, path: string): string | null {
  return SCRIPTS.map((end) => path + end).find((candidate) => host.has(candidate)) ?? null
}
