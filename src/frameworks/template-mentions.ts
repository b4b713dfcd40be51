/** A quick look at texts: what templates they seem to name. Only files that do are parsed for it. */
import { baseNameOf } from '../paths.js'

export const TEMPLATES = /\.(php|phtml|inc|ctp|tpl|module|theme|twig|j2|jinja2?|njk|nunjucks|liquid|hbs|handlebars|mustache|ejs|eta|erb|heex|eex|jspx?|jspf|tagx?|gsp|aspx|ascx|master|asp|cshtml|vbhtml|razor|cfm|cfc|ftl[hx]?|vm|tmpl|gohtml|gotmpl|x?html?|shtml|pug|jade|haml|slim|webc|vto)$/i
/** Pages that a site generator runs through a template engine. */
const CONTENT = /\.(md|markdown|mdown)$/i
const NAMES = /\b(?:include|require|extend|layout|render|partial|component|livewire|template|each|insert|replace|decorate|embed|import|from|source|section|file|virtual|load|masterpagefile|src|page|name|content|parse|value|view|get_template_part|use|hx-get)\w*\b[^'"\n<>]{0,80}['"]([^'"\n]{1,200})['"]|\bget_(header|footer|sidebar)\s*\(\s*(?:['"]([\w-]+)['"])?|<x-([\w.:-]+)|<livewire:([\w.-]+)|\{\{~?!?[<>]\s*["']?([\w./-]+)|[<[]@(\w+)\.|\{#include\s+([\w./-]+)|<([a-z]\w*:[\w-]+)|~\{\s*([\w./-]+)|<cf_(\w+)|\{%-?\s*(?:include\w*|render)\s+([\w./-]+)|^\s*(?:extends|include(?::\w+)?)\s+(\S+)/gim

/** Statements that may name several templates, and the texts in them. */
const SEVERAL = /\{%[-+~]?\s*(?:include|extends|embed|from|import)\b(?:[^%\n]|%(?!\}))*[,|?(](?:[^%\n]|%(?!\}))*%\}|\{%[-+~]?\s*(?:include|extends|embed)\b(?:[^%\n]|%(?!\}))*\b(?:if|or)\b(?:[^%\n]|%(?!\}))*%\}/g
const TEXTS = /['",]([\w./@-]+)(?=['",])/g
const BLADE = /@(?:include|extends|each|component|livewire)\w*[ \t]*\([^\n]{0,600}/g
const QUOTED = /['"]([\w./:-]+)['"]/g
/** A name that is joined of parts, which may be any template. */
const JOINED = /\b(?:include|require|extends|embed|render|partial|parse)\w*\b[^\n;%]{0,120}(?:['"]\s*[.~+]\s*[$\w]|[$\w)\]]\s*[.~+]\s*['"]|#\{|\|\s*add:|['"][^'"\n]*\{?\$[\w{]|\(\s*printf\s|\$@?"[^"\n]*\{\w|["'][^"'\n]*[\w/]@[\w(]|["'][^"'\n]*#\w[^"'\n#]*#)|~\{[^}\n]*\$\{|__\$\{/i
/** Stands for any template in the index of mentions. */
export const ANY_TEMPLATE = '*'

/** Files in which templates are named. */
export function mayNameTemplates(path: string): boolean {
  return TEMPLATES.test(path) || CONTENT.test(path)
}

/** `views/_Header.html.erb` → `header`: what a reference may call it. */
export function stemOf(path: string): string {
  return baseNameOf(path).replace(/\..*$/, '').replace(/^_+/, '').toLowerCase()
}

/** Stems of the templates that a text seems to name, each once; `ANY_TEMPLATE` for a name that is put together. */
export function templateMentions(path: string, text: string): string[] {
  if (CONTENT.test(path) && !text.includes('{%')) return []
  const stems = new Set<string>()
  for (const match of text.matchAll(NAMES)) for (const stem of stemsNamed(match)) stems.add(stem)
  for (const [statement] of text.matchAll(SEVERAL)) {
    for (const match of statement.matchAll(TEXTS)) for (const stem of stemsNamed(match)) stems.add(stem)
  }
  if (/\.blade\.php$/.test(path)) {
    for (const [directive] of text.matchAll(BLADE)) {
      for (const match of directive.matchAll(QUOTED)) for (const stem of stemsNamed(match)) stems.add(stem)
    }
    // `<x-nav>` may be `components/nav/index`.
    if (text.includes('<x-')) stems.add('index')
  }
  if (JOINED.test(text)) stems.add(ANY_TEMPLATE)
  return [...stems]
}

function stemsNamed(match: RegExpMatchArray): string[] {
  const groups = match.slice(1).filter((group) => group !== undefined)
  // `get_header('portal')` names `header-portal`.
  const named = match[2] === undefined || match[3] === undefined ? groups : [...groups, `${match[2]}-${match[3]}`]
  return named.flatMap((text) => {
    const last = text.split('/').at(-1) as string
    const dotted = last.split(/[.:]/)
    // `layouts.app` and `layouts::app` name `app`, `header.html` names `header`.
    return [...new Set([dotted[0], dotted.at(-1), dotted.at(-2)])].filter((stem) => stem !== undefined && stem !== '')
      .map((stem) => (stem as string).replace(/^[_\s{~$]+|[\s}]+$/g, '').toLowerCase())
  })
}
