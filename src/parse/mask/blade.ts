/** Laravel Blade. https://laravel.com/docs/12.x/blade */
import { lexed, lexOver, MOST_UNCLOSED, region, type Lexed } from './regions.js'
import { lexPhp, phpComments, phpStrings, readPhpCode } from './php.js'

/** Directives that print. */
const PRINTING = new Set(
  'json js lang choice yield csrf method class style checked selected disabled readonly required old dump dd'.split(' '),
)

/** Directives that stand without parentheses. Other names without parentheses are text: `@type`, `@click`. */
const BARE = new Set(
  (
    'csrf php endphp verbatim endverbatim else default break continue parent show stop append overwrite auth guest production ' +
    'csp once empty livewireStyles livewireScripts livewireScriptConfig fluxScripts fluxAppearance vite viteReactRefresh ' +
    'inertia inertiaHead routes script assets session error env laravelPWA bukScripts bukStyles'
  ).split(' '),
)

/** At-rules of CSS and its preprocessors: Blade leaves what is no directive alone. */
const AT_RULES = new Set(
  (
    'media import keyframes supports layer container page charset namespace counter property apply tailwind ' +
    'screen variants responsive font document viewport mixin function return extend use forward'
  ).split(' '),
)

const OPENING = /\{\{--|\{\{\{|\{\{|\{!!|@/g
const DIRECTIVE = /@(@?)([A-Za-z_]\w*(?:::\w+)?)([ \t]*)(\(?)/y

/** Finds the constructs of a Blade template and of the PHP blocks in it. Never throws. */
export function lexBlade(text: string): Lexed {
  return lexOver(text, lexPhp(text), lexBladeAlone)
}

function lexBladeAlone(text: string): Lexed {
  const found = lexed([])
  const pattern = new RegExp(OPENING)
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const end = match[0] === '@' ? directive(text, match.index, found) : echo(text, match.index, match[0], found)
    if (end === null) unclosed++
    else pattern.lastIndex = Math.max(end, match.index + 1)
  }
  return found
}

/** `{{ }}` and its kin end with the first closing delimiter, whatever stands in strings. */
function echo(text: string, start: number, open: string, found: Lexed): number | null {
  const codeStart = start + open.length
  const close = open === '{{--' ? '--}}' : open === '{{{' ? '}}}' : open === '{!!' ? '!!}' : '}}'
  const closeAt = text.indexOf(close, codeStart)
  if (closeAt < 0) return null
  const end = closeAt + close.length
  // `@{{ }}` is for a script in the browser; so is what follows an escaped `@{!!`.
  if (text[start - 1] === '@' && open !== '{{--') return end
  found.regions.push(region(open === '{{--' ? 'comment' : 'expression', start, end, codeStart, closeAt))
  if (open === '{!!') addCode(text, codeStart, closeAt, found)
  return end
}

/** Reads the directive at `@`; gives where to go on, or null when nothing closes it. */
function directive(text: string, start: number, found: Lexed): number | null {
  if (/\w/.test(text[start - 1] ?? '')) return start + 1
  DIRECTIVE.lastIndex = start
  const match = DIRECTIVE.exec(text)
  if (!match) return start + 1
  const [, escape = '', name = '', space = '', parenthesis = ''] = match
  const nameEnd = start + 1 + escape.length + name.length
  if (escape !== '') return nameEnd
  if (name === 'verbatim') return block(text, start, nameEnd, name, found)
  if (parenthesis === '') {
    if (name === 'php') return block(text, start, nameEnd, name, found)
    if (!isBare(name) || isPartOfText(text, start, nameEnd, name)) return nameEnd
    found.regions.push(region(PRINTING.has(name) ? 'expression' : 'statement', start, nameEnd, start + 1, nameEnd))
    return nameEnd
  }
  const known = PRINTING.has(name) || isBare(name)
  if (AT_RULES.has(name) || (!known && space.length > 1)) return nameEnd
  const open = nameEnd + space.length
  const end = parenthesisEnd(text, open)
  if (end === null) return null
  const custom = !STATEMENT.test(name) && !isBare(name) && !text.includes(`@end${name}`) && !text.includes(`@end${capital(name)}`)
  found.regions.push(region(PRINTING.has(name) || custom ? 'expression' : 'statement', start, end, start + 1, end))
  if (name === 'php') addCode(text, open + 1, end - 1, found)
  return end
}

/** `@click="…"`, `"@context"`; but what ends a condition may end an attribute: `onclick="@if(…) … @endif"`. */
function isPartOfText(text: string, start: number, nameEnd: number, name: string): boolean {
  const next = text[nameEnd] ?? ''
  const isQuoted = next === text[start - 1] || !/^(?:end|else)/i.test(name)
  return isQuoted ? /[-=.:"'\w]/.test(next) : /[-=.:\w]/.test(next)
}

const STATEMENT =
  /^(?:if|else|elseif|unless|isset|empty|switch|case|for|foreach|forelse|while|break|continue|extends|extendsFirst|include\w*|each|section|hasSection|sectionMissing|push\w*|prepend\w*|stack|component\w*|slot|props|aware|inject|php|use|vite|livewire|auth|guest|can\w*|else\w*|error|env|session|once|fragment|context|unset|hasStack|teleport|persist|volt|script|assets|lang)$/

function isBare(name: string): boolean {
  return BARE.has(name) || /^(?:end|else)[a-z]*$/i.test(name)
}

function capital(name: string): string {
  return (name[0] ?? '').toUpperCase() + name.slice(1)
}

/** `@verbatim … @endverbatim` is literal, `@php … @endphp` is code. */
function block(text: string, start: number, nameEnd: number, name: 'verbatim' | 'php' | (string & {}), found: Lexed): number {
  const close = text.indexOf(`@end${name}`, nameEnd)
  if (close < 0) return nameEnd
  const end = close + name.length + 4
  if (name === 'php') {
    found.regions.push(region('statement', start, end, nameEnd, close))
    addCode(text, nameEnd, close, found)
  } else {
    found.regions.push(region('statement', start, nameEnd, start + 1, nameEnd))
    found.regions.push(region('statement', close, end, close + 1, end))
  }
  return end
}

function addCode(text: string, from: number, to: number, found: Lexed): void {
  const { tokens } = readPhpCode(text, from, to)
  for (const string of phpStrings(text, tokens)) found.strings.push(string)
  for (const comment of phpComments(text, tokens)) found.comments.push(comment)
}

/** The longest argument list of a directive; a lone parenthesis in a long file costs no more. */
const LONGEST_ARGUMENTS = 50_000

/** Offset after the parenthesis that closes the one at `open`; strings and comments hide parentheses. */
function parenthesisEnd(text: string, open: number): number | null {
  // Most are short: a look at all that could follow each directive would take long.
  for (let length = 200; ; length *= 8) {
    const end = parenthesisEndWithin(text, open, Math.min(text.length, open + Math.min(length, LONGEST_ARGUMENTS)))
    if (end !== null || length >= LONGEST_ARGUMENTS || open + length >= text.length) return end
  }
}

function parenthesisEndWithin(text: string, open: number, limit: number): number | null {
  const { tokens } = readPhpCode(text, open, limit)
  let depth = 0
  for (const { kind, start, end } of tokens) {
    if (kind !== 'operator') continue
    const value = text.slice(start, end)
    if (value === '(') depth++
    else if (value === ')' && --depth === 0) return end
  }
  return null
}
