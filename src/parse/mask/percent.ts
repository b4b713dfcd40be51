/** `<% %>`: ERB, EJS and Eta, classic ASP and Web Forms, EEx and HEEx. The first `%>` ends, strings or not. */
import { lexed, lexOver, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

export type PercentLanguage = 'erb' | 'ejs' | 'asp' | 'heex'

interface PercentRules {
  /** What follows `<%`, longest first; anything else is a statement. `literal`: an escaped delimiter. */
  signs: [sign: string, kind: Region['kind'] | 'literal'][]
  /** Code that is nothing but a comment. */
  comment: RegExp
  /** Closing delimiters of a comment with a form of its own, by sign. */
  closes: Record<string, string>
}

const RULES: Record<PercentLanguage, PercentRules> = {
  // https://docs.ruby-lang.org/en/master/ERB.html
  erb: {
    signs: [['%', 'literal'], ['#', 'comment'], ['==', 'expression'], ['=', 'expression'], ['-', 'statement']],
    comment: /^-?\s*#[^\n]*\s*$/,
    closes: {},
  },
  // https://ejs.co/#docs and https://eta.js.org/docs/intro/template-syntax
  ejs: {
    signs: [['%', 'literal'], ['#', 'comment'], ['=', 'expression'], ['-', 'expression'], ['~', 'expression'], ['_', 'statement']],
    comment: /^[-_]?\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*)\s*[-_]?$/,
    closes: {},
  },
  // https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/development/inline-expressions
  asp: {
    signs: [['--', 'comment'], ['=', 'expression'], [':', 'expression'], ['#', 'expression'], ['$', 'expression'], ['@', 'statement']],
    comment: /^\s*(?:'[^\n]*|\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*)\s*$/,
    closes: { '--': '--%>' },
  },
  // https://hexdocs.pm/eex/EEx.html and https://hexdocs.pm/phoenix_live_view/Phoenix.Component.html#sigil_H/2
  heex: {
    signs: [['!--', 'comment'], ['%', 'literal'], ['#', 'comment'], ['=', 'expression']],
    comment: /^\s*#[^\n]*\s*$/,
    closes: { '!--': '--%>' },
  },
}

/** Finds the `<% %>` constructs of a language. Never throws. */
export function lexPercent(text: string, language: PercentLanguage): Lexed {
  if (language !== 'asp') return tags(text, language)
  return lexOver(text, tags(text, language), serverScripts)
}

function tags(text: string, language: PercentLanguage): Lexed {
  const { signs, comment, closes } = RULES[language]
  const regions: Region[] = []
  let unclosed = 0
  for (let start = text.indexOf('<%'); start >= 0 && unclosed < MOST_UNCLOSED; ) {
    const [sign, signKind] = signs.find(([each]) => text.startsWith(each, start + 2)) ?? (['', 'statement'] as const)
    const codeStart = start + 2 + sign.length
    const close = closes[sign] ?? '%>'
    const closeAt = signKind === 'literal' ? -1 : text.indexOf(close, codeStart)
    if (closeAt < 0) {
      if (signKind !== 'literal') unclosed++
      start = text.indexOf('<%', codeStart)
      continue
    }
    const end = closeAt + close.length
    // The sign before the closing delimiter only trims.
    const trimmed = close === '%>' && /[-_]/.test(text[closeAt - 1] ?? '') && closeAt - 1 >= codeStart ? closeAt - 1 : closeAt
    const kind = signKind === 'statement' && comment.test(text.slice(codeStart, trimmed)) ? 'comment' : signKind
    regions.push(region(kind as Region['kind'], start, end, codeStart, trimmed))
    start = text.indexOf('<%', end)
  }
  return lexed(regions)
}

const SERVER_SCRIPT = /<script\b[^>]*\srunat\s*=\s*["']?server\b[^>]*>/gi

/** `<script runat="server">` never reaches the browser. */
function serverScripts(text: string): Lexed {
  const regions: Region[] = []
  for (const match of text.matchAll(SERVER_SCRIPT)) {
    const codeStart = match.index + match[0].length
    const close = /<\/script\s*>/gi
    close.lastIndex = codeStart
    const found = close.exec(text)
    if (!found) break
    regions.push(region('statement', match.index, close.lastIndex, codeStart, found.index))
  }
  return lexed(regions)
}
