/**
 * The document of a client-rendered application and the script it starts with: what they load is on every route. A
 * build may make several of one package, each with routes of its own.
 * https://vite.dev/guide/#index-html-and-project-root, https://create-react-app.dev/docs/folder-structure/
 */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost, Injection, RouteDeclaration } from '../framework.js'
import { join } from '../paths.js'
import { importedFiles } from '../reading/imported-files.js'
import { builtDocuments } from './documents.js'

export interface ClientDocument {
  /** The HTML file around every route; empty when a server makes it. */
  shell: NonNullable<RouteDeclaration['shell']>
  /** The document's way to a script that no tag in it names. */
  edges: ReachEdge[]
  /** The first script when there is no document. */
  injections: Injection[]
  /** True for a file that the document brings in; for all when there is only one. */
  holds(file: string): boolean
}

const DOCUMENTS = ['index.html', 'index.htm', 'index.ejs', 'index.template.html']
const PLACES = ['', 'public', 'src', 'app', 'client', 'src/client', 'client/src', 'static', 'web', 'src/main/webapp', 'www']
const ENTRIES = ['main', 'index', 'client', 'App', 'app', 'entry-client', 'bootstrap']
const ENTRY_PLACES = [
  'src', 'client', 'src/client', 'app', 'client/src', 'resources/js', 'app/javascript', 'app/javascript/entrypoints',
  'app/javascript/packs', 'assets/js', 'frontend/src', 'frontend', 'ClientApp/src', '',
]
const EXTENSIONS = ['tsx', 'ts', 'jsx', 'js', 'mjs']
/** Puts the application into the page. */
const STARTS = new RegExp([
  '\\b(?:createRoot|hydrateRoot|hydrate|render|createApp|createSSRApp|createVue|ViteSSG)\\s*[(<]', '\\bnew Vue\\s*\\(',
  '\\bbootstrap(?:Application|Module)\\s*[(<]',
].join('|'))
/** Build tools that add the first script to the document themselves. */
const ADDS_ENTRY = ['react-scripts', '@vue/cli-service', '@quasar/app-webpack', '@quasar/app-vite', '@quasar/app']

/** The documents of the applications whose package is in `root`: those that a build lists, else the usual one. */
export function clientDocuments(host: FrameworkHost, root: string): ClientDocument[] {
  const built = builtDocuments(host, root).map((document) => ({ ...document, all: [...document.scripts, ...taggedScripts(host, document.file)] }))
    .filter(({ all }) => all.some((script) => STARTS.test(host.text(script) ?? '')))
  if (built.length === 0) return [usualDocument(host, root)]
  return built.map(({ file, scripts, all }) => {
    let files: ReadonlySet<string> | null = null
    return {
      // One template may stand around several pages: each has its own script.
      shell: [file, ...scripts].map((each) => ({ file: each })), edges: [], injections: [],
      holds: (path) => built.length === 1 || (files ??= importedFiles(host, all)).has(path),
    }
  })
}

/** Routes found in a file belong to the documents that bring it in; to the first one where none is seen to. */
export function documentsOf(documents: readonly ClientDocument[], file: string): ClientDocument[] {
  const found = documents.filter((document) => document.holds(file))
  return found.length > 0 ? found : documents.slice(0, 1)
}

function usualDocument(host: FrameworkHost, root: string): ClientDocument {
  const holds = (): boolean => true
  const document = documentOf(host, root)
  if (document !== null && taggedScripts(host, document).some((script) => STARTS.test(host.text(script) ?? ''))) {
    return { shell: [{ file: document }], edges: [], injections: [], holds }
  }
  const entry = entryScript(host, root)
  if (document === null) {
    const first: Injection[] = entry === null ? [] : [{ file: entry, unit: null, scope: 'all', certainty: 'exact' }]
    const shell = serverDocuments(host, root, entry).map((file) => ({ file, certainty: 'likely' as const }))
    return { shell, edges: [], injections: first, holds }
  }
  const edges: ReachEdge[] = entry === null ? [] : [{
    from: { file: document, unit: null }, offset: null, kind: 'asset',
    certainty: ADDS_ENTRY.some((name) => host.dependencies(root).has(name)) ? 'exact' : 'likely',
    to: { file: entry, unit: null },
  }]
  return { shell: [{ file: document }], edges, injections: [], holds }
}

/** The usual places first, then any `index.html` that loads a script which starts an application. */
function documentOf(host: FrameworkHost, root: string): string | null {
  const usual = PLACES.flatMap((place) => DOCUMENTS.map((name) => join(join(root, place), name)))
    .find((path) => host.has(path) && isShell(host.text(path) ?? ''))
  if (usual !== undefined) return usual
  const below = root === '' ? '' : `${root}/`
  return host.named('index.html').find((path) => path.startsWith(below) && host.isProduct(path)
    && !/(^|\/)(dist|build|out|coverage)\//.test(path)
    && taggedScripts(host, path).some((script) => STARTS.test(host.text(script) ?? ''))) ?? null
}

const SERVER_TEMPLATE = /\.(blade\.php|php|twig|erb|heex|eex|cshtml|jsp|gsp|ejs|hbs|njk|pug|html)$/

/** Templates of a server that bring in the first script by its name: `@vite('resources/js/app.jsx')`. */
function serverDocuments(host: FrameworkHost, root: string, entry: string | null): string[] {
  if (entry === null) return []
  const name = entry.slice(root === '' ? 0 : root.length + 1)
  const short = name.replace(/^.*\//, '').replace(/\.\w+$/, '')
  const tag = new RegExp(`(?:javascript_(?:include|pack)_tag|vite_\\w+_tag|vite_asset|render_bundle)\\W{1,4}${short}\\b`)
  return host.under(root).filter((path) => {
    if (!SERVER_TEMPLATE.test(path) || !host.isProduct(path)) return false
    const text = host.text(path) ?? ''
    return text.includes(name) || tag.test(text)
  })
}

/** A page with an element that a script fills. */
const SHELL = /<script[^>]+type\s*=\s*["']?module|<(?:div|main|body)\b[^>]*\bid\s*=\s*["']?(?:root|app|main|container)\b/i

function isShell(text: string): boolean {
  return SHELL.test(text)
}

/** Scripts of the tree that tags of a document name. */
function taggedScripts(host: FrameworkHost, document: string): string[] {
  return host.facts(document).elements.flatMap(({ tag, attributes }) => {
    const source = tag === 'script' ? attributes.find(({ name }) => name === 'src')?.value : undefined
    if (source === undefined || /^([a-z]+:)?\/\//i.test(source)) return []
    const script = host.resolve(document, /^[./]/.test(source) ? source : `./${source}`)
    return script !== null && /\.[cm]?[jt]sx?$/.test(script) ? [script] : []
  })
}

function entryScript(host: FrameworkHost, root: string): string | null {
  for (const place of ENTRY_PLACES) {
    for (const name of ENTRIES) {
      for (const extension of EXTENSIONS) {
        const path = join(join(root, place), `${name}.${extension}`)
        if (host.has(path) && STARTS.test(host.text(path) ?? '')) return path
      }
    }
  }
  return null
}
