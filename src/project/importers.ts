/** The reverse import graph at file level, from a quick look at the text: no parse before a question needs one. */
import { asLocal } from './modules.js'
import type { StoreView } from './store.js'

export interface ImportersHost {
  files: readonly string[]
  view: StoreView
  resolve(from: string, specifier: string): string | null
}

const SCRIPTS = /\.([cm]?[jt]sx?|vue|svelte|astro|mdx)$/i
const PAGES = /\.(x?html?|shtml|php|phtml|inc|erb|ejs|eta|njk|nunjucks|twig|j2|jinja2?|liquid|hbs|handlebars|mustache|jspx?|jspf|tagx?|gsp|cshtml|vbhtml|aspx|ascx|master|cfm|ftl|vm|tpl|tmpl|gohtml|heex|eex|pug|haml|slim|vue|svelte|astro)$/i

const MODULES = /\b(?:import|export)\s*(?:type\s+)?(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"'\n]+)["']|\b(?:import|require)\s*\(\s*(?:\/\*[^*]*\*\/\s*)?["'`]([^"'`\n]+)["'`]/g
const LOADS = /<(?:script|iframe|link)\b[^>]*?\s(?:src|href)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')/gi

/** Files that may bring in a file, sorted. Built when first asked; each file is looked at once a version. */
export function createImporters(host: ImportersHost): (path: string) => readonly string[] {
  let index: Map<string, string[]> | null = null
  return (path) => {
    index ??= buildIndex(host)
    return index.get(path) ?? []
  }
}

function buildIndex(host: ImportersHost): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const path of host.files) {
    const isScript = SCRIPTS.test(path)
    const isPage = PAGES.test(path)
    if (!isScript && !isPage) continue
    const specifiers = host.view.memo(path, 'specifiers', (text) => [
      ...(isScript || text.includes('<script') ? moduleSpecifiers(text) : []),
      ...(isPage ? loads(text) : []),
    ]) ?? []
    const targets = new Set<string>()
    for (const specifier of specifiers) {
      const target = host.resolve(path, specifier)
      if (target !== null && target !== path) targets.add(target)
    }
    for (const target of targets) {
      const list = index.get(target)
      if (list) list.push(path)
      else index.set(target, [path])
    }
  }
  return index
}

/** Specifiers of imports, re-exports, `require` and `import()` with a literal. May name too many, never too few. */
export function moduleSpecifiers(text: string): string[] {
  return [...new Set([...text.matchAll(MODULES)].map((match) => match[1] ?? (match[2] as string)))]
}

function loads(text: string): string[] {
  const found = new Set<string>()
  for (const match of text.matchAll(LOADS)) {
    const source = match[1] ?? match[2] ?? ''
    if (/^([a-z]+:)?\/\//i.test(source) || source === '') continue
    // A template expression in front of the path stands for the site's base.
    found.add(asLocal(source.replace(/^(?:<\?.*?\?>|<%.*?%>|\{\{.*?\}\}|\$\{.*?\}|@?Url\.Content\(.*?\))+/, '\uA4F8')))
  }
  return [...found]
}
