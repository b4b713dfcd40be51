/** `{{ }}`, `{% %}`, `{# #}`: Jinja, Django, Twig, Nunjucks and Liquid, each with its own end rule. */
import { codeEnd, EXPRESSION_SYNTAX } from './balanced.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

export type CurlyLanguage = 'jinja' | 'django' | 'twig' | 'nunjucks' | 'liquid'

interface CurlyRules {
  /** How the closing delimiter is found. */
  end: 'strings-and-brackets' | 'strings' | 'first' | 'first-on-line'
  /** `{# … #}` is a comment. */
  hashComments: boolean
  /** Tags whose content is literal text, a comment, or data. */
  literal: string[]
  comment: string[]
  data: string[]
}

const RULES: Record<CurlyLanguage, CurlyRules> = {
  // https://jinja.palletsprojects.com/en/stable/templates/#escaping
  jinja: { end: 'strings-and-brackets', hashComments: true, literal: ['raw', 'verbatim'], comment: ['comment'], data: [] },
  // https://github.com/django/django/blob/stable/5.2.x/django/template/base.py, `tag_re`: `.` without DOTALL
  django: { end: 'first-on-line', hashComments: true, literal: ['verbatim'], comment: ['comment'], data: [] },
  // https://twig.symfony.com/doc/3.x/tags/verbatim.html
  twig: { end: 'strings-and-brackets', hashComments: true, literal: ['verbatim', 'raw'], comment: [], data: [] },
  // https://mozilla.github.io/nunjucks/templating.html#raw
  nunjucks: { end: 'strings', hashComments: true, literal: ['raw', 'verbatim'], comment: [], data: [] },
  // https://shopify.dev/docs/api/liquid/tags
  liquid: { end: 'first', hashComments: false, literal: ['raw'], comment: ['comment', 'doc'], data: ['schema'] },
}

/** Tags that print nothing themselves. Others print, unless the text has an `end…` tag for them. */
const STATEMENTS = new Set(
  (
    'if elsif elif elseif else unless for empty switch case when with set assign capture block extends layout include ' +
    'include_relative render section sections load import from macro call filter autoescape spaceless do flush embed ' +
    'use apply sandbox form_theme deprecated types guard increment decrement break continue regroup ifchanged ' +
    'ifequal ifnotequal resetcycle debug liquid tablerow paginate style schema javascript stylesheet macro ' +
    'trans_default_domain extend continue print_none comment raw verbatim doc #'
  ).split(' '),
)

/** Shopify bundles what stands in these tags into the page. https://shopify.dev/docs/storefronts/themes/best-practices/javascript-and-stylesheet-tags */
const AS_HTML: Record<string, string> = {
  javascript: '<script>',
  endjavascript: '</script>',
  stylesheet: '<style>',
  endstylesheet: '</style>',
}

const TAG_NAME = /^[-+~]?\s*(\w+|#)/

/** Finds the constructs of a Jinja-like language. Never throws. */
export function lexCurly(text: string, language: CurlyLanguage): Lexed {
  const rules = RULES[language]
  const regions: Region[] = []
  const opening = rules.hashComments ? /\{[{%#]/g : /\{[{%]/g
  let unclosed = 0
  for (let match = opening.exec(text); match && unclosed < MOST_UNCLOSED; match = opening.exec(text)) {
    const start = match.index
    const sign = match[0][1] as string
    const close = sign === '{' ? '}}' : `${sign}}`
    const codeStart = start + 2
    const closeAt = closing(text, codeStart, close, sign === '#' ? 'first' : rules.end, rules)
    if (closeAt < 0) {
      unclosed++
      continue
    }
    const end = closeAt + 2
    opening.lastIndex = end
    if (sign !== '%') {
      regions.push(region(sign === '#' ? 'comment' : 'expression', start, end, codeStart, closeAt))
      continue
    }
    const name = TAG_NAME.exec(text.slice(codeStart, Math.min(closeAt, codeStart + 80)))?.[1] ?? ''
    const content = contentOf(name, rules)
    const endTag = content === null || unclosed >= MOST_UNCLOSED ? null : endTagOf(text, end, name)
    if (content !== null && endTag === null) unclosed++
    if (content !== null && endTag !== null) {
      opening.lastIndex = endTag.end
      if (content === 'literal') {
        regions.push(region('statement', start, end, codeStart, closeAt))
        regions.push(region('statement', endTag.start, endTag.end, endTag.start + 2, endTag.end - 2))
      } else {
        regions.push(region(content === 'comment' ? 'comment' : 'statement', start, endTag.end, end, endTag.start))
      }
      continue
    }
    const html = language === 'liquid' ? AS_HTML[name] : undefined
    const kind = html === undefined && prints(text, name) ? 'expression' : name === '#' ? 'comment' : 'statement'
    regions.push({ ...region(kind, start, end, codeStart, closeAt), ...(html === undefined ? {} : { tag: html }) })
  }
  return lexed(regions)
}

function closing(text: string, from: number, close: string, rule: CurlyRules['end'], rules: CurlyRules): number {
  if (rule === 'strings' || rule === 'strings-and-brackets') {
    return codeEnd(text, from, close, EXPRESSION_SYNTAX, rule === 'strings-and-brackets')
  }
  const first = text.indexOf(close, from)
  if (first < 0 || rules.end !== 'first-on-line') return first
  const line = text.indexOf('\n', from)
  return line >= 0 && line < first ? -1 : first
}

function contentOf(name: string, rules: CurlyRules): 'literal' | 'comment' | 'data' | null {
  if (rules.literal.includes(name)) return 'literal'
  if (rules.comment.includes(name)) return 'comment'
  return rules.data.includes(name) ? 'data' : null
}

function endTagOf(text: string, from: number, name: string): { start: number; end: number } | null {
  const tag = new RegExp(`\\{%[-+~]?\\s*end${name}\\b[^%}\\r\\n]*%\\}`, 'g')
  tag.lastIndex = from
  const found = tag.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

/** `{% static 'a.js' %}` and `{% url 'home' %}` stand for a value; `{% if %}` does not. */
function prints(text: string, name: string): boolean {
  if (name === '' || STATEMENTS.has(name) || /^end/.test(name)) return false
  return !text.includes(`end${name}`)
}
