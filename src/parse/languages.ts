/** Which language a file is in: by its name, and by its first characters where the name does not say. */

/** Script languages, markup languages, template languages, server code, data. */
export type Language =
  | 'javascript'
  | 'typescript'
  | 'html'
  | 'vue'
  | 'svelte'
  | 'astro'
  | 'markdown'
  | 'mdx'
  | TemplateLanguage
  | ServerLanguage
  | 'json'
  | 'other'

export type TemplateLanguage =
  | 'php'
  | 'blade'
  | 'twig'
  | 'jinja'
  | 'django'
  | 'nunjucks'
  | 'liquid'
  | 'handlebars'
  | 'erb'
  | 'ejs'
  | 'heex'
  | 'jsp'
  | 'gsp'
  | 'asp'
  | 'razor'
  | 'go-template'
  | 'thymeleaf'
  | 'htl'
  | 'coldfusion'
  | 'freemarker'
  | 'velocity'
  | 'smarty'
  | 'pug'
  | 'haml'
  | 'slim'
  | 'angular'

/** Code whose string literals may hold markup or script. */
export type ServerLanguage = 'python' | 'ruby' | 'java' | 'kotlin' | 'groovy' | 'scala' | 'csharp' | 'visual-basic' | 'go' | 'elixir'

/** Languages by the last part of the file name. `null`: the content decides. */
const EXTENSIONS: [extensions: string, language: Language | null][] = [
  ['js mjs cjs jsx es6 gs', 'javascript'],
  ['ts mts cts tsx', 'typescript'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['astro', 'astro'],
  ['md markdown mdown svx', 'markdown'],
  ['mdx', 'mdx'],
  ['json jsonc json5 webmanifest jsonld', 'json'],
  ['html htm xhtml shtml shtm tpl tmpl inc module theme xml txt page component ss dust webc vto', null],
  ['php php3 php4 php5 php7 phtml ctp', 'php'],
  ['twig', 'twig'],
  ['j2 jinja jinja2', 'jinja'],
  ['njk nunj nunjucks', 'nunjucks'],
  ['liquid', 'liquid'],
  ['hbs handlebars mustache', 'handlebars'],
  ['erb rhtml', 'erb'],
  ['ejs eta', 'ejs'],
  ['heex eex leex', 'heex'],
  ['jsp jspf jspx tag tagx tagf', 'jsp'],
  ['gsp', 'gsp'],
  ['aspx ascx master asp', 'asp'],
  ['cshtml vbhtml razor', 'razor'],
  ['gohtml gotmpl', 'go-template'],
  ['cfm cfc cfml', 'coldfusion'],
  ['ftl ftlh ftlx', 'freemarker'],
  ['vm vtl', 'velocity'],
  ['smarty', 'smarty'],
  ['pug jade', 'pug'],
  ['haml', 'haml'],
  ['slim', 'slim'],
  ['py', 'python'],
  ['rb rake', 'ruby'],
  ['java', 'java'],
  ['kt kts', 'kotlin'],
  ['groovy', 'groovy'],
  ['scala', 'scala'],
  ['cs', 'csharp'],
  ['vb', 'visual-basic'],
  ['go', 'go'],
  ['ex exs', 'elixir'],
]

/** Endings of several parts that mean something else than their last part. The longest that fits wins. */
const COMPOUND: [ending: string, language: Language][] = [
  ['.blade.php', 'blade'],
  ['.component.html', 'angular'],
  ['.html.tmpl', 'go-template'],
  // Twirl of Play: `@` begins what is not markup, as in Razor.
  ['.scala.html', 'razor'],
  ['.html.tpl', 'go-template'],
]

const BASE_NAMES: [baseName: string, language: Language][] = [
  ['jakefile', 'javascript'],
  ['rakefile', 'ruby'],
  ['.babelrc', 'json'],
  ['.eslintrc', 'json'],
]

const byExtension = new Map<string, Language | null>(
  EXTENSIONS.flatMap(([names, language]) => names.split(' ').map((name): [string, Language | null] => [name, language])),
)

const byBaseName = new Map(BASE_NAMES)

/** Template engines as they show in files that are only called `.html`, first match wins. */
const SIGNALS: [pattern: RegExp, language: Language][] = [
  [/<\?(?:php\b|=)/i, 'php'],
  [/<%@\s*(?:page|taglib|include|tag)\b[^%]*(?:contentType|uri|prefix|file|pageEncoding|import)\s*=/, 'jsp'],
  [/<%@\s*(?:Page|Control|Master|Language)\b|<asp:|runat="server"/i, 'asp'],
  [/<cf(?:output|set|if|include|component|script)\b/i, 'coldfusion'],
  [/<#(?:if|list|include|import|assign|macro|ftl)\b|<@\w[\w.]*[\s/>]/, 'freemarker'],
  [/\bxmlns:th\s*=|\s(?:data-)?th[:-][a-z]+\s*=|\bxmlns:layout\s*=/, 'thymeleaf'],
  [/\sdata-sly-[a-z]+|<sly\b/, 'htl'],
  [/\{\{-?\s*(?:site|page|hugo)\.[A-Z]|\{\{-?\s*(?:partial|partialCached|template|define|block)\s+["`]|\{\{-?\s*(?:(?:if|with|range)\s+)?\$?\.(?:Site|Page|Params|Content|Title|Inner|Get)\b/, 'go-template'],
  [/\{%-?\s*(?:load|csrf_token|static|url|trans|blocktrans(?:late)?|translate|comment|autoescape)\b|\{\{\s*block\.super/, 'django'],
  [/\{%-?\s*(?:assign|capture|render|schema|section|sections|style|form|paginate|include_relative|liquid|seo|javascript)\b/, 'liquid'],
  [/\{%-?\s*(?:include\s+[\w./-]+\.\w+|layout\s)|\{\{-?\s*(?:site|page|content_for_header|shop)\b|\|\s*(?:asset_url|relative_url|jsonify)\b/, 'liquid'],
  [/\{%|\{#[^\n#]*#\}/, 'jinja'],
  [/\{\{-|-\}\}|\{\{\s*(?:define|template|block|partial|partialCached|with|range|end|if|else|printf)\b[^{}]*\}\}|\{\{\s*[.$][\w.]*/, 'go-template'],
  [/\s\*ng[A-Z]\w*\s*=|\[\(ngModel\)\]|<ng-(?:container|template|content)\b|<(?:app-root|router-outlet)\b/, 'angular'],
  [/\s\([a-z][\w.]*\)\s*=\s*["']|\s\[[a-z][\w.-]*\]\s*=\s*["']/i, 'angular'],
  [/^[ \t]*@(?:if|for|switch|defer)\s*\(.*\)\s*\{[ \t]*$/m, 'angular'],
  [/\{\{\{|\{\{[#/>^!&]/, 'handlebars'],
  [/<%[=\-_#@\s]/, 'ejs'],
  [/\{(?:include|extends|block|literal|foreach|assign)\b[^{}]*\}|\{\$\w+/, 'smarty'],
]

const SHEBANG: [pattern: RegExp, language: Language][] = [
  [/^#!.*\b(?:node|bun|deno)\b/, 'javascript'],
  [/^#!.*\bpython/, 'python'],
  [/^#!.*\bruby\b/, 'ruby'],
  [/^#!.*\bphp\b/, 'php'],
  [/^#!.*\bgroovy\b/, 'groovy'],
]

const HTML_BEGINNING =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|section|main|header|footer|nav|noscript|table|form|template|apex:page)\b/i

const PAGE_BEGINNING = /^<(?:!doctype\s+html|html)\b/i

const SCRIPT_BEGINNING =
  /^(?:['"]use (?:strict|client|server)['"]|import\s[^\n;]*\bfrom\s*['"]|[;!]?\(function\s*\(|[;!]?\(\(\)\s*=>|(?:const|let|var)\s+[\w$]+\s*=|window\.[\w$]+\s*=)/

/** What follows the white space and comments a text begins with. */
function beginning(head: string, comments: readonly [open: string, close: string][]): string {
  let at = 0
  for (;;) {
    at += /^\s*/.exec(head.slice(at))?.[0].length ?? 0
    const comment = comments.find(([open]) => head.startsWith(open, at))
    if (!comment) return head.slice(at, at + 1000)
    const end = head.indexOf(comment[1], at + comment[0].length)
    if (end < 0) return ''
    at = end + comment[1].length
  }
}

function beginsHtml(head: string, pattern = HTML_BEGINNING): boolean {
  return pattern.test(beginning(head, [['<!--', '-->'], ['<?xml', '>']]))
}

function beginsScript(head: string): boolean {
  return SCRIPT_BEGINNING.test(beginning(head, [['/*', '*/'], ['//', '\n']]))
}

/** Extensions of plain data for which only a page that is plainly HTML counts. */
const PLAIN = new Set(['xml', 'txt', 'page', 'component', 'dust'])

/**
 * The language of a file. `head` is the beginning of its text (the first 1,000 characters or more); it decides where
 * the name leaves it open: no extension, an unknown one, or `.html` that several template engines use.
 */
export function detectLanguage(path: string, head: string): Language {
  const baseName = (path.split('/').pop() ?? path).toLowerCase()
  const compound = COMPOUND.find(([ending]) => baseName.endsWith(ending) && baseName !== ending)
  if (compound) return compound[1]
  const named = byBaseName.get(baseName)
  if (named) return named
  const dot = baseName.lastIndexOf('.')
  const extension = dot < 0 ? '' : baseName.slice(dot + 1)
  const known = byExtension.get(extension)
  if (known) return known
  if (known === null) return languageOfContent(extension, head)
  return dot <= 0 || extension.length > 12 ? languageOfUnnamed(head) : unknownExtension(head)
}

function languageOfContent(extension: string, head: string): Language {
  const signal = SIGNALS.find(([pattern]) => pattern.test(head))?.[1]
  switch (extension) {
    case 'tpl':
      if (signal === 'jinja' || signal === 'liquid') return 'twig'
      return signal === 'php' || signal === 'go-template' || signal === 'ejs' ? signal : 'smarty'
    case 'tmpl':
      return signal === 'ejs' || signal === 'php' || signal === 'jinja' ? signal : 'go-template'
    case 'inc':
    case 'module':
    case 'theme':
      if (signal === 'php' || /<\?(?!xml)/.test(head)) return 'php'
      if (signal === 'ejs' || signal === 'asp') return 'asp'
      return beginsHtml(head) ? (signal ?? 'html') : 'other'
    default:
      if (PLAIN.has(extension) && !beginsHtml(head)) return 'other'
      return signal ?? 'html'
  }
}

function languageOfUnnamed(head: string): Language {
  const shebang = SHEBANG.find(([pattern]) => pattern.test(head))
  if (shebang) return shebang[1]
  if (/^\s*<\?php\b/i.test(head)) return 'php'
  if (beginsHtml(head)) return SIGNALS.find(([pattern]) => pattern.test(head))?.[1] ?? 'html'
  return beginsScript(head) ? 'javascript' : 'other'
}

/** A file of an unknown kind counts only when it is plainly a page. */
function unknownExtension(head: string): Language {
  if (!beginsHtml(head, PAGE_BEGINNING)) return 'other'
  return SIGNALS.find(([pattern]) => pattern.test(head))?.[1] ?? 'html'
}

const INNER_SCRIPT = /\.(m?js|cjs|jsx|ts|tsx|mts)\.[a-z0-9]+$/i
const INNER_DATA = /\.(?:css|scss|sass|less|json|xml|txt|text|csv|ya?ml|ics|rss|atom|svg|pdf)\.[a-z0-9]+$/i

/**
 * What a template produces, by its compound extension: `analytics.js.erb` is a script, `styles.css.liquid` is neither
 * script nor page.
 */
export function producedBy(path: string): 'javascript' | 'typescript' | 'data' | 'page' {
  const script = INNER_SCRIPT.exec(path)?.[1]?.toLowerCase()
  if (script) return script.includes('t') ? 'typescript' : 'javascript'
  return INNER_DATA.test(path) ? 'data' : 'page'
}

const SERVER_LANGUAGES = new Set<Language>([
  'python',
  'ruby',
  'java',
  'kotlin',
  'groovy',
  'scala',
  'csharp',
  'visual-basic',
  'go',
  'elixir',
])

export function isServerLanguage(language: Language): language is ServerLanguage {
  return SERVER_LANGUAGES.has(language)
}
