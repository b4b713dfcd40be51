/** The reverse import graph at file level, from a quick look at the text: no parse before a question needs one. */
import { moduleSpecifiers } from '../../facts/script/module-specifiers.js'
import { loadedModules } from './builds.js'
import { asLocal } from './edges.js'
import type { Entry, StoreView } from '../store.js'

export interface ImportersHost {
  files: readonly string[]
  view: StoreView
  resolve(from: string, specifier: string): string | null
  /** Files that a file imports by their names alone. */
  named(path: string): readonly string[]
}

const SCRIPTS = /\.([cm]?[jt]sx?|vue|svelte|astro|mdx)$/i
const PAGES = /\.(x?html?|shtml|php|phtml|inc|erb|ejs|eta|njk|nunjucks|twig|j2|jinja2?|liquid|hbs|handlebars|mustache|jspx?|jspf|tagx?|gsp|cshtml|vbhtml|razor|aspx|ascx|master|asp|cfm|cfc|ftl|vm|tpl|tmpl|gohtml|heex|eex|pug|haml|slim|vue|svelte|astro)$/i

const LOADS = /<(?:script|i?frame|link|object|embed)\b[^>]*?\s(?:src|href|data)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'<>=`{}]+))/gi

/** A source that a template's expression or tag makes of a literal path: `src="{{ 'js/app.js' | relative_url }}"`. */
const MADE = /<(?:script|iframe|link|object|embed)\b[^>]{0,200}?\s(?:src|href|data)\s*=\s*["']?\s*(?:\{[{%]|<%|<\?|<\w+:|@|\$\{)[^>\n]{0,120}?["'`](?:~?\/)?([\w@./-]+\.(?:[cm]?js|html?))["'`]/gi

/** The reverse index, with what it was made of: only changed files are looked at again. */
export interface ImportIndex {
  targets: Map<string, { entry: Entry; files: ReadonlySet<string> }>
  importers: Map<string, Set<string>>
}

export function createImportIndex(): ImportIndex {
  return { targets: new Map(), importers: new Map() }
}

/** Files that may bring in a file, sorted. Brought up to date when first asked. */
export function createImporters(host: ImportersHost, index: ImportIndex): (path: string) => readonly string[] {
  let isCurrent = false
  return (path) => {
    if (!isCurrent) update(host, index)
    isCurrent = true
    return [...(index.importers.get(path) ?? [])].sort()
  }
}

function update(host: ImportersHost, index: ImportIndex): void {
  for (const path of host.files) {
    const isScript = SCRIPTS.test(path)
    const isPage = PAGES.test(path)
    if (!isScript && !isPage) continue
    const entry = host.view.entry(path)
    const before = index.targets.get(path)
    if (before?.entry === entry) continue
    for (const target of before?.files ?? []) index.importers.get(target)?.delete(path)
    const files = new Set(host.named(path))
    const loaded = isScript ? loadedModules(host.view, path) : []
    for (const specifier of [...specifiersIn(host.view, path, isScript, isPage), ...loaded]) {
      const target = host.resolve(path, specifier)
      if (target !== null && target !== path) files.add(target)
    }
    for (const target of files) {
      const list = index.importers.get(target)
      if (list) list.add(path)
      else index.importers.set(target, new Set([path]))
    }
    index.targets.set(path, { entry, files })
  }
}

function specifiersIn(view: StoreView, path: string, isScript: boolean, isPage: boolean): readonly string[] {
  return view.memo(path, 'specifiers', (text) => [
    ...(isScript || text.includes('<script') ? moduleSpecifiers(text) : []),
    ...(isPage ? loads(text) : []),
  ]) ?? []
}

function loads(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(LOADS)) {
    const source = match[1] ?? match[2] ?? match[3] ?? ''
    if (/^([a-z]+:)?\/\//i.test(source) || source === '') continue
    // A template expression in front of the path stands for the site's base.
    found.add(asLocal(source.replace(/^(?:<\?.*?\?>|<%.*?%>|\{\{.*?\}\}|\$\{.*?\}|@?Url\.Content\(.*?\))+/, '\uA4F8')))
  }
  for (const match of text.matchAll(MADE)) found.add(`/${match[1] as string}`)
  return [...found]
}
