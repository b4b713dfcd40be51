/** What a template brings in and which regions it names, from its masked spans. */
import type { MaskedSpan, ParsedFile } from '../parse/document.js'
import type { Language } from '../parse/languages.js'
import { bladeReferences } from './blade.js'
import type { TemplateBlock, TemplateReference } from './facts.js'
import { readBlocks } from './template-blocks.js'
import { freemarkerBlocks, freemarkerReferences, mustacheBlocks, mustacheReferences } from './regions/macros.js'
import { sectionBlocks } from './regions/sections.js'
import { markupBlocks, markupReferences } from './template-markup.js'
import { macroCalls, statementReferences } from './template-statements.js'

interface ReferenceRow {
  languages: ReadonlySet<Language>
  pattern: RegExp
  kind: TemplateReference['kind']
}

const set = (...languages: Language[]): ReadonlySet<Language> => new Set(languages)
const CURLY = set('jinja', 'django', 'twig', 'nunjucks', 'liquid', 'html', 'markdown')
const RUBY = set('erb', 'haml', 'slim')
const PHP = set('php', 'smarty')

/** One group: the target as written. Matched on the code of a span; several targets a span are several references. */
const rows: readonly ReferenceRow[] = [
  { languages: set('liquid'), pattern: /^[-+~]?\s*(?:extends|layout)\s+["']([^"']+)["']/, kind: 'extends' },
  { languages: set('liquid', 'markdown'), pattern: /^[-+~]?\s*(?:include|include_relative|include_cached|render|section)\s+["']([^"']+)["']/, kind: 'include' },
  // https://shopify.dev/docs/api/liquid/tags/liquid: a statement a line
  { languages: set('liquid'), pattern: /\n[ \t]*(?:include|render|section)\s+["']([^"'\n]+)["']/g, kind: 'include' },
  { languages: CURLY, pattern: /^[-+~]?\s*include(?:_relative|_cached)?\s+([\w./-]+\.\w+)/, kind: 'include' },
  { languages: set('liquid', 'markdown'), pattern: /^-?\s*(?:include|render)\s+([\w/-]+)(?![\w./-])/, kind: 'include' },
  { languages: CURLY, pattern: /\b(?:include|source|template|partial)\s*\(\s*["']([^"']+)["']/, kind: 'include' },
  { languages: PHP, pattern: /\b(?:include|require)(?:_once)?\s*\(?\s*([^;]+?)\s*\)?\s*(?:;|$)/g, kind: 'include' },
  { languages: PHP, pattern: /\b(?:get_(header|footer|sidebar))\(\s*(?:['"]([\w-]+)['"])?/g, kind: 'include' },
  { languages: PHP, pattern: /\bget_template_part\(\s*['"]([^'"]+)['"](?:\s*,\s*['"]([^'"]+)['"])?/g, kind: 'include' },
  { languages: PHP, pattern: /\b(?:extend|layout)\(\s*['"]([\w./-]+)['"]/g, kind: 'extends' },
  // https://codeigniter.com/user_guide/outgoing/views.html, https://www.yiiframework.com/doc/guide/2.0/en/structure-views
  { languages: PHP, pattern: /(?:(?<![\w>$:])view|->(?:load->view|insert|partial|renderPartial|renderAjax))\(\s*['"]([\w./@:\\-]+)['"]/g, kind: 'include' },
  { languages: PHP, pattern: /->render\(\s*['"]((?:@app\/)?[\w./-]+)['"]/g, kind: 'include' },
  { languages: PHP, pattern: /->beginContent\(\s*['"]([\w./@-]+)['"]/g, kind: 'extends' },
  { languages: PHP, pattern: /\bcomponent\(\s*['"]([\w./-]+)['"]/g, kind: 'include' },
  { languages: set('ejs', 'erb', 'heex'), pattern: /\b(?:include(?:File)?|partial)\(\s*['"`]([^'"`]+)/g, kind: 'include' },
  { languages: set('ejs'), pattern: /^[-=~_]?\s*include\s+([\w./-]+)/, kind: 'include' },
  { languages: set('ejs'), pattern: /\blayout\(\s*['"]([^'"]+)/, kind: 'extends' },
  // https://guides.rubyonrails.org/layouts_and_rendering.html#using-partials
  { languages: RUBY, pattern: /\brender\s*\(?\s*(?:\w+:\s*|:\w+\s*=>\s*)?["']([^"'\n]+)["']/g, kind: 'include' },
  { languages: RUBY, pattern: /\brender\b[^]*?,\s*(?:layout|partial|template):\s*["']([^"'\n]+)["']/g, kind: 'include' },
  // https://hexdocs.pm/phoenix_view/Phoenix.View.html#render/3
  { languages: set('heex'), pattern: /\brender\s*\(?\s*(?:[A-Z][\w.]*\s*,\s*)?"([\w./-]+)"/g, kind: 'include' },
  { languages: set('handlebars'), pattern: /^~?>\s*\(?\s*["']?([\w./@-]+)/, kind: 'include' },
  { languages: set('handlebars'), pattern: /^!<\s*([\w./-]+)/, kind: 'extends' },
  { languages: set('go-template', 'html'), pattern: /(?<![\w."])(?:template|partial|partialCached|partials\.Include(?:Cached)?|\.Render)\s+(?:\(\s*printf\s+)?["`]([^"`]+)["`]/g, kind: 'include' },
  { languages: set('jsp'), pattern: /^@?\s*include\s+file\s*=\s*["']([^"']+)/, kind: 'include' },
  { languages: set('razor'), pattern: /\bLayout\s*=\s*"([^"]+)"/, kind: 'extends' },
  { languages: set('razor'), pattern: /Html\.(?:Cached|Render)?Partial(?:Async)?\(\s*\$?@?"([^"]+)"/g, kind: 'include' },
  { languages: set('asp'), pattern: /\bMasterPageFile\s*=\s*"([^"]+)"/i, kind: 'extends' },
  { languages: set('asp'), pattern: /\bSrc\s*=\s*"([^"]+\.ascx)"/i, kind: 'include' },
  { languages: set('coldfusion'), pattern: /<?cf(?:include|module)\s[^>]*template\s*=\s*["']([^"']+)/i, kind: 'include' },
  { languages: set('coldfusion'), pattern: /\b(?:include\s|cfinclude\s*\()\s*(?:template\s*=\s*)?["']([^"'\n]+\.cfm)["']/g, kind: 'include' },
  { languages: set('coldfusion'), pattern: /^cf_(\w+)/i, kind: 'include' },
  { languages: set('coldfusion'), pattern: /\b(?:renderView|view)\(\s*(?:(?:view|path)\s*=\s*)?["']:?([\w/.:-]+)["']/gi, kind: 'include' },
  // https://velocity.apache.org/tools/3.1/view-layoutservlet.html
  { languages: set('velocity'), pattern: /^\s*set\s*\(\s*\$\{?layout\}?\s*=\s*["']([^"']+)["']/, kind: 'extends' },
  { languages: set('velocity'), pattern: /^\s*(?:parse|include)\s*\(\s*["']([^"']+)["']/, kind: 'include' },
  { languages: set('gsp'), pattern: /\b(?:render|include)\s*\(?\s*[^)]{0,200}?\btemplate:\s*["']([^"'\n]+)["']/g, kind: 'include' },
]

/** In the markup itself: tags and comments that bring a file in. */
const markupRows: readonly ReferenceRow[] = [
  // https://quarkus.io/guides/qute-reference#include_helper
  { languages: set('html'), pattern: /\{#include\s+([\w./-]+)/g, kind: 'include' },
  { languages: set('html', 'asp', 'php'), pattern: /<!--\s*#include\s+(?:file|virtual)\s*=\s*["']([^"']+)["']/gi, kind: 'include' },
  { languages: set('html'), pattern: /\b(?:w3-include-html|data-include(?:-html|-path|-src)?|include-html|data-load|hx-get)\s*=\s*["']([^"']+)["']/gi, kind: 'include' },
  { languages: set('html'), pattern: /<esi:include\s[^>]*src\s*=\s*["']([^"']+)["']/gi, kind: 'include' },
  { languages: set('html'), pattern: /\$\(\s*['"][^'"]+['"]\s*\)\.load\(\s*['"]([^'"\s]+\.html?)/g, kind: 'include' },
  { languages: set('jsp', 'gsp'), pattern: /<jsp:(?:directive\.)?include\s+(?:page|file)\s*=\s*["']([^"']+)["']/g, kind: 'include' },
  { languages: set('jsp'), pattern: /<c:import\s+[^>]*url\s*=\s*["']([^"']+)["']/g, kind: 'include' },
  { languages: set('gsp'), pattern: /<g:(?:render|include)\s+[^>]*template\s*=\s*["']([^"']+)["']/g, kind: 'include' },
  { languages: set('gsp'), pattern: /<meta\s+name\s*=\s*["']layout["']\s+content\s*=\s*["']([^"']+)["']/g, kind: 'extends' },
  { languages: set('razor'), pattern: /<partial\b[^>]*?\bname\s*=\s*"([^"\n]+)"/g, kind: 'include' },
  { languages: set('gsp'), pattern: /<g:applyLayout\s+[^>]{0,200}?\bname\s*=\s*["']([^"']+)["']/g, kind: 'extends' },
  { languages: set('gsp'), pattern: /<tmpl:([\w-]+)/g, kind: 'include' },
  { languages: set('jsp'), pattern: /<tiles:(?:insertTemplate|insert)\s+[^>]{0,200}?\b(?:template|page)\s*=\s*["']([^"']+)["']/g, kind: 'include' },
  { languages: set('jsp'), pattern: /<tiles:(?:putAttribute|put|addAttribute)\s+[^>]{0,200}?\bvalue\s*=\s*["']([^"'\n]+\.jspf?)["']/g, kind: 'include' },
  { languages: set('html', 'jsp'), pattern: /<ui:(?:composition|decorate)\s+[^>]{0,1000}?\btemplate\s*=\s*["']([^"'\n]+)["']/g, kind: 'extends' },
  { languages: set('html', 'jsp'), pattern: /<ui:include\s+[^>]{0,1000}?\bsrc\s*=\s*["']([^"'\n]+)["']/g, kind: 'include' },
]

export function templateFacts(parsed: ParsedFile): { references: TemplateReference[]; blocks: TemplateBlock[] } {
  const blocks = [...readBlocks(parsed), ...markupBlocks(parsed), ...sectionBlocks(parsed), ...freemarkerBlocks(parsed), ...mustacheBlocks(parsed)]
  const blockAt = (offset: number): string | null =>
    blocks.findLast((block) => block.start <= offset && offset < block.end)?.name ?? null
  const references: TemplateReference[] = []
  const add = (row: ReferenceRow, text: string, base: number, end: number | null): void => {
    const matches = row.pattern.global ? [...text.matchAll(row.pattern)] : [row.pattern.exec(text)].filter((match) => match !== null)
    for (const match of matches) {
      const target = targetOf(match, parsed.language)
      if (target === null) continue
      const start = base + match.index
      references.push({ kind: row.kind, target, block: blockAt(start), start, end: end ?? start + match[0].length })
    }
  }
  for (const span of parsed.spans) {
    if (span.kind === 'comment') continue
    for (const row of rows) if (row.languages.has(parsed.language)) add(row, span.code, codeStart(parsed, span), span.end)
  }
  for (const row of markupRows) if (row.languages.has(parsed.language)) add(row, parsed.text, 0, null)
  const statements = parsed.language === 'blade' ? bladeReferences(parsed) : [...statementReferences(parsed), ...macroCalls(parsed, blocks)]
  for (const reference of statements) {
    references.push({ ...reference, block: blockAt(reference.start) })
  }
  for (const reference of [...markupReferences(parsed), ...freemarkerReferences(parsed, blocks), ...mustacheReferences(parsed)]) references.push({ ...reference, block: blockAt(reference.start) })
  // A directive for the server is a comment itself.
  const hidden = parsed.markup.comments.map(({ start, end }) => ({ start: start + 1, end }))
  const comments = [...parsed.spans.filter(({ kind }) => kind === 'comment'), ...hidden]
  // What the file defines itself is told apart, see `macroCalls`.
  const own = new Set(blocks.filter(({ isCalled }) => isCalled).map(({ name }) => name))
  const isOwn = ({ target, part }: TemplateReference): boolean => part === undefined && own.has(target)
  const isComment = ({ start }: TemplateReference): boolean => comments.some((span) => span.start <= start && start < span.end)
  return { references: references.filter((reference) => !isComment(reference) && !isOwn(reference)).sort((a, b) => a.start - b.start), blocks }
}

function codeStart(parsed: ParsedFile, span: MaskedSpan): number {
  const at = parsed.text.indexOf(span.code, span.start)
  return at >= 0 && at < span.end ? at : span.start
}

/** The target of a match: a literal, or a PHP expression whose unknown parts become `*`. */
function targetOf(match: RegExpMatchArray, language: Language): string | null {
  const part = /get_(header|footer|sidebar)/.exec(match[0])
  if (part) return match[2] === undefined ? (part[1] as string) : `${part[1]}-${match[2]}`
  if (/get_template_part/.test(match[0])) return match[2] === undefined ? (match[1] ?? null) : `${match[1]}-${match[2]}`
  const target = match.slice(1).find((group) => group !== undefined)
  if (target === undefined) return null
  if (language === 'razor') return razorTarget(target)
  // https://shopify.dev/docs/api/liquid/tags/section
  if (/^[-+~]?\s*section\s/.test(match[0])) return `sections/${target}`
  if (language === 'coldfusion') return target.replace(/#[^#]*#/g, '*')
  // What a format is filled with.
  if (/\bprintf\b/.test(match[0])) return target.replace(/%[-+# 0]*\w/g, '*')
  // What Ruby, JSP, Facelets and GSP put into a text.
  if (/[#$]\{|<%=/.test(target) && !PHP.has(language)) return target.replace(/[#$]\{[^}]*\}|<%=[^]*?%>/g, '*')
  return /^(?:include|require)/.test(match[0]) && !/^[\w./-]+$/.test(target) ? phpPath(target) : target
}

/** `$"Parts/_{kind}"`, `Parts/_@kind`: what is not literal is `*`; null when nothing is. */
function razorTarget(text: string): string | null {
  const target = text.replace(/\{[^{}]*\}|@\([^()]*\)|@[\w.]+/g, '*')
  return target.replaceAll('*', '') === '' ? null : target
}

/** `__DIR__ . '/a/' . $x . '.php'` → `./a/*.php`; null when nothing is literal. */
function phpPath(expression: string): string | null {
  // A dot joins only outside of quotes: `'partials/header.php'` is one piece.
  const pieces = expression.match(/(?:'[^']*'|"[^"]*"|[^.'"])+/g) ?? []
  let path = ''
  let isLiteral = false
  for (const piece of pieces) {
    // `locate_template('parts/hours.php')`, `get_theme_file_path('/parts/hours.php')`
    const literal = /^\(?\s*(['"])(.*)\1\s*\)?$/s.exec(piece.trim())
      ?? /^\(?\s*[\w\\:>$-]+\(\s*(['"])([\w./-]*(?:\/[\w-]+|\.\w+))\1\s*\)*$/.exec(piece.trim())
    if (literal) {
      path += (literal[2] as string).replace(/\{?\$[\w>[\]'-]+\}?/g, '*')
      isLiteral = true
    } else if (/__DIR__|dirname\s*\(|__FILE__/.test(piece)) path += '.'
    else path += path === '' ? '' : '*'
  }
  return isLiteral ? path.replace(/^\.?\/+/, (start) => (start.startsWith('.') ? './' : '')) : null
}
