/** The branches of conditionals in templates and server code: which part of the text stands under which conditions. */
import type { MaskedSpan } from '../../../parse/document.js'
import type { Language } from '../../../parse/languages.js'
import { BranchReader, type Branch, type BranchCondition } from './branch-reader.js'
import { readBraces } from './brace-branches.js'

/** How languages write blocks: words with an end of their own, a slash and the word, one word for all ends, braces. */
type Style = 'named' | 'slashed' | 'end' | 'braces'

const STYLES: [languages: string, style: Style][] = [
  ['jinja django twig nunjucks liquid blade', 'named'],
  ['handlebars svelte smarty freemarker coldfusion', 'slashed'],
  ['erb heex go-template velocity', 'end'],
  ['php ejs jsp asp razor', 'braces'],
]
const styleOf = new Map(STYLES.flatMap(([names, style]) => names.split(' ').map((name): [string, Style] => [name, style])))

/** All branches of a template's statements. */
export function branchesOf(language: Language, spans: readonly MaskedSpan[], text: string): Branch[] {
  const style = styleOf.get(language)
  if (style === undefined) return []
  const reader = new BranchReader()
  for (const span of spans) {
    if (span.kind === 'comment') continue
    if (style === 'braces') readBraces(reader, span, text)
    // Ruby and Elixir write some of their blocks as expressions.
    else if (span.kind === 'statement' || style === 'end') readWords(reader, span, style, language)
  }
  reader.closeAll(text.length)
  return reader.branches
}

const NEGATED = /^(?:else\s*)?(?:unless|ifnotequal)\b/
const TAKES_CONDITION = /^(?:if|unless|ifequal|ifnotequal)$/
/** Blocks that an `else` may belong to, or that end in the same word as conditionals do. */
const BLOCK: Record<Exclude<Style, 'braces'>, RegExp> = {
  named: /^(if|unless|ifequal|ifnotequal|ifchanged|isset|empty|auth|guest|can|cannot|production|env|case|switch|for|foreach|forelse|while)\b\s*/,
  slashed: /^(?:cf)?([a-z]\w*)\b\s*/,
  end: /^(if|unless|case|while|until|for|foreach|begin|with|range|block|define|macro|cond)\b\s*/,
}
const TURN = /^(?:cf)?(?:else\s*if|elseif|elsif|elif|else\s+unless)\b\s*|^(?:cf)?else\b\s*$/

/** Languages whose blocks begin with a word. */
function readWords(reader: BranchReader, span: MaskedSpan, style: Exclude<Style, 'braces'>, language: Language): void {
  const [, sign = ''] = /^[\s\-+~=_]*([#:/<]*)/.exec(span.code) ?? []
  const code = span.code.replace(/^[\s\-+~=_#:</]*/, '').replace(/[\s\-~+]+$/, '')
  const condition = (text: string, negated: boolean): BranchCondition => (
    { start: span.start, end: span.end, code: conditionIn(text.trim(), language), negated })
  const closing = style === 'named' ? /^end(\w+)/.exec(code)?.[1]
    : style === 'slashed' && sign.includes('/') ? /^(?:cf)?(\w+)/.exec(code)?.[1] : undefined
  if (closing !== undefined || (style === 'end' && /^end\b/.test(code))) {
    reader.end(closing ?? null, span.start)
    return
  }
  const when = language === 'liquid' && reader.subject !== null ? /^when\s+([^]+)$/.exec(code)?.[1] : undefined
  if (when !== undefined) {
    const values = (when.match(/"[^"]*"|'[^']*'|[\w.-]+/g) ?? []).filter((value) => value !== 'or')
    reader.turn(span.start, span.end, condition(values.map((value) => `${reader.subject} == ${value}`).join(' or '), false))
    return
  }
  const turn = TURN.exec(code)
  if (turn) {
    const rest = code.slice(turn[0].length)
    reader.turn(span.start, span.end, rest === '' ? null : condition(rest, NEGATED.test(turn[0])))
    return
  }
  const start = style === 'slashed' && needsSign(language) && !/[#]/.test(sign) ? null : BLOCK[style].exec(code)
  if (start) {
    const word = start[1] as string
    const rest = code.slice(start[0].length)
    if (language === 'liquid' && word === 'case') {
      reader.beginCase(word, span.end, rest)
      return
    }
    const isContext = language === 'handlebars' && word === 'is' && /^(?:"[^"]*"|'[^']*')$/.test(rest)
    reader.begin(word, span.end, isContext ? condition(`is(${rest})`, false)
      : TAKES_CONDITION.test(word) ? condition(rest, NEGATED.test(word)) : null)
  } else if (style === 'end') readRuby(reader, span, code, condition)
}

/** In these a word without a sign in front is no block. */
function needsSign(language: Language): boolean {
  return language === 'handlebars' || language === 'svelte' || language === 'freemarker'
}

/** Whatever ends in `do` is closed by an `end`; `render 'x' unless …` is a branch by itself. */
function readRuby(
  reader: BranchReader, span: MaskedSpan, code: string, condition: (text: string, negated: boolean) => BranchCondition,
): void {
  if (/\bdo(?:\s*\|[^|]*\|)?$|\bfn\b[^>]*->$/.test(code)) {
    reader.begin('do', span.end, null)
    return
  }
  const modifier = /\s(if|unless)\s+(\S[^]*)$/.exec(code)
  if (modifier) reader.add({ start: span.start, end: span.end, conditions: [condition(modifier[2] as string, modifier[1] === 'unless')] })
}

/** The condition of `if …`, without what the language puts around it. */
function conditionIn(code: string, language: Language): string {
  switch (language) {
    case 'erb': return code.replace(/\s+then$/, '')
    case 'heex': return code.replace(/\s*\bdo$/, '')
    // The brackets of the directive itself.
    case 'blade':
    case 'velocity': return code.replace(/^\(([^]*)\)$/, '$1')
    default: return code
  }
}
