/** Pages that are only called `.html`: which engine reads them shows in what they hold. */
import { codeEnd, EXPRESSION_SYNTAX } from './balanced.js'
import { lexColdFusion } from './coldfusion.js'
import { beginsTag, commentEnd, rawEnd, tagReader } from './components/tags.js'
import { lexCurly } from './curly.js'
import { lexHtl, lexThymeleaf } from './directives/thymeleaf.js'
import { lexJsp } from './jsp.js'
import { lexPercent } from './percent.js'
import { lexPhp } from './php.js'
import { lexRazor } from './razor.js'
import { lexed, lexOver, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

/** Engines by what only they write; all that fit are applied, one over the other. */
const ENGINES: [signal: RegExp, lex: (text: string) => Lexed][] = [
  [/<\?(?:php\b|=)/i, lexPhp],
  [/<%@|<\/?(?:c|fmt|fn|jsp|s|spring|form|tiles|h|f|ui):[a-z]|\$\{(?:pageContext|param|requestScope|sessionScope)\b/, (text) => lexJsp(text, 'jsp')],
  [/<%/, (text) => lexPercent(text, 'ejs')],
  [/<cf(?:output|set|if|include|script|loop|param|query|module)\b|<!---/i, lexColdFusion],
  [/\s(?:data-)?th[:-][a-z]+\s*=|<th:block|\[\[\s*[$#@*~]\{|<!--\/\*/, lexThymeleaf],
  [/\sdata-sly-[a-z]|<sly\b/, lexHtl],
  [/@(?:model\s|RenderBody\(|RenderSection\(|Html\.|Url\.|ViewBag\.|ViewData\[|Model\.|section\s+\w+\s*\{|\{)/, lexRazor],
  [/\{%-?\s*(?:load|csrf_token|static|url|trans|blocktrans(?:late)?|translate|autoescape)\b|\{\{\s*block\.super/, (text) => lexCurly(text, 'django')],
  [/\{%|\{#[^}\n]{0,200}#\}/, (text) => lexCurly(text, 'nunjucks')],
]

/** Finds the template constructs of a page of no named engine. Never throws. */
export function lexHtml(text: string): Lexed {
  let found = lexed([])
  if (!/<[?%]|\{\{|\{[%#]|\$\{|#\{|@[({\w]|\bth[:-]|data-sly-|<\/?(?:cf|\w+:)|<!---|<!--\/\*|\[\[/i.test(text)) return found
  for (const [signal, lex] of ENGINES) if (signal.test(text)) found = lexOver(text, found, lex)
  return /\{\{|[$#]\{/.test(text) ? lexOver(text, found, interpolations) : found
}

/** A name or path with filters or arguments: what a template has between braces and a script has not. */
const PLAIN_NAME = /^[-~]?\s*(?:[#/>^&]?\s*)[\w$.@/-]+(?:\s*\|\s*[\w:'" ,.-]+)*(?:\s+[\w.@"'=-]+)*\s*[-~]?$/

/** The longest interpolation of a page of no named engine. */
const LONGEST = 5000

/**
 * What the many engines with `{{ }}` (Vue, Angular, Handlebars…) and those with `${ }` have in common. In a script
 * `${` belongs to template literals, and `{{` to code unless a plain name or path stands in it.
 */
function interpolations(text: string): Lexed {
  const regions: Region[] = []
  const readTag = tagReader(text)
  let unclosed = 0
  const add = (at: number, place: 'text' | 'tag' | 'script'): number | null => {
    const script = place === 'script'
    const curly = text.startsWith('{{', at)
    if (!curly && (script || !/^[$#]\{/.test(text.slice(at, at + 2)))) return null
    if (unclosed >= MOST_UNCLOSED) return null
    const triple = text.startsWith('{{{', at)
    const open = curly ? (triple ? 3 : 2) : 2
    const close = curly ? '}'.repeat(open) : '}'
    const closeAt = codeEnd(text, at + open, close, EXPRESSION_SYNTAX, !curly)
    if (closeAt < 0 || closeAt - at > LONGEST) {
      unclosed++
      return null
    }
    const code = text.slice(at + open, closeAt)
    const comment = /^!/.test(code)
    if (!curly && !(place === 'tag' ? /^[^{}\r\n]*$/ : /^[^{}<>\r\n]*$/).test(code)) return null
    if (script && (code.length > 200 || !PLAIN_NAME.test(code))) return null
    const statement = /^[#/^>]|^\s*else\b/.test(code)
    regions.push(region(comment ? 'comment' : statement ? 'statement' : 'expression', at, closeAt + close.length, at + open, closeAt))
    return closeAt + close.length
  }
  const next = /[<{$#]/g
  for (let at = 0; ; ) {
    next.lastIndex = at
    const match = next.exec(text)
    if (!match) break
    at = match.index
    if (match[0] !== '<') {
      at = add(at, 'text') ?? at + 1
    } else if (text.startsWith('<!--', at)) {
      at = commentEnd(text, at)
    } else {
      const tag = beginsTag(text, at) ? readTag(at, (inTag) => add(inTag, 'tag'), '{$#') : null
      at = tag?.end ?? at + 1
      if (!tag || tag.closes || tag.selfClosed || !/^(?:script|style)$/i.test(tag.name)) continue
      const end = rawEnd(text, at, tag.name)
      for (let inScript = text.indexOf('{{', at); inScript >= 0 && inScript < end; inScript = text.indexOf('{{', inScript)) {
        inScript = (text[inScript - 1] === '=' ? null : add(inScript, 'script')) ?? inScript + 2
      }
      at = end
    }
  }
  return lexed(regions)
}
