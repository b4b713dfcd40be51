/** References that Jinja-like languages write as statements, and macros and definitions where they are called. */
import type { ParsedFile } from '../parse/document.js'
import type { Language } from '../parse/languages.js'
import type { Span } from '../types.js'
import type { TemplateBlock, TemplateReference } from './facts.js'
import { macroPart } from './template-blocks.js'
import { namesIn } from './template-names.js'

const NAMED = new Set<Language>(['jinja', 'django', 'twig', 'nunjucks', 'html'])
const STATEMENT = /^[-+~]?\s*(extends|layout|include|embed|use|render|import|from)\s+(\S[^]*?)[-+~]?\s*$/
const IMPORTS = /^([^]*?)\s+import\s+([^]*)$/
const IMPORTED_AS = /^([^]*?)\s+as\s+(\w+)/

type Reference = Omit<TemplateReference, 'block'>

/** `{% extends … %}`, `{% include … %}`, and macros that another file holds, where they are called. */
export function statementReferences(parsed: ParsedFile): Reference[] {
  if (!NAMED.has(parsed.language)) return []
  return parsed.spans.flatMap((span): Reference[] => {
    const [, word, rest = ''] = (span.kind === 'comment' ? null : STATEMENT.exec(span.code)) ?? []
    if (word === undefined) return []
    const { start, end } = span
    const named = (expression: string): Omit<Reference, 'start' | 'end' | 'kind'>[] => namesIn(expression)
      .map(({ target, certainty }) => ({ target, ...(certainty === 'exact' ? {} : { certainty }) }))
    const from = word === 'from' ? IMPORTS.exec(rest) : null
    if (from) {
      const calls = importedMacros(parsed, from[2] as string)
      return named(from[1] as string).flatMap((target) => calls.map((call) => ({ ...target, ...call })))
    }
    const as = word === 'import' ? IMPORTED_AS.exec(rest) : null
    if (as) {
      const called = new RegExp(`(?<![.\\w])${as[2] as string}\\.(\\w+)\\s*\\(`, 'g')
      return named(as[1] as string).flatMap((target) => callsOf(parsed, called).map(({ name, ...at }) => (
        { ...target, ...at, kind: 'include' as const, part: macroPart(name) })))
    }
    const kind = word === 'extends' || word === 'layout' ? 'extends' : 'include'
    return named(rest).map((target) => ({ ...target, kind, start, end }))
  })
}

/** The calls of `a, b as c`, macros imported by name. */
function importedMacros(parsed: ParsedFile, list: string): Omit<Reference, 'target'>[] {
  return list.split(',').flatMap((item) => {
    const [, macro, name = macro] = /^\s*(\w+)(?:\s+as\s+(\w+))?/.exec(item) ?? []
    if (macro === undefined) return []
    return callsOf(parsed, new RegExp(`(?<![.\\w])${name as string}\\s*\\(`))
      .map(({ start, end }) => ({ kind: 'include' as const, part: macroPart(macro), start, end }))
  })
}

/** Where an expression of the template fits a pattern; with the pattern's group. */
function callsOf(parsed: ParsedFile, pattern: RegExp): { name: string; start: number; end: number }[] {
  return parsed.spans.flatMap(({ kind, code, start, end }) => {
    if (kind === 'comment') return []
    const once = pattern.global ? [] : [pattern.exec(code)].filter((match) => match !== null)
    const matches = pattern.global ? [...code.matchAll(pattern)] : once
    return [...new Set(matches.map((match) => match[1] ?? ''))].map((name) => ({ name, start, end }))
  })
}

/** Macros and definitions of the file itself, where it calls them. */
export function macroCalls(parsed: ParsedFile, blocks: readonly TemplateBlock[]): Reference[] {
  const target = `./${parsed.path.slice(parsed.path.lastIndexOf('/') + 1)}`
  return blocks.filter(({ isCalled }) => isCalled).flatMap(({ name }): Reference[] => {
    const macro = name.startsWith(macroPart('')) ? name.slice(macroPart('').length) : null
    const called = macro === null
      ? new RegExp(`^-?\\s*template\\s+["\`]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["\`]`)
      : new RegExp(`(?<![\\w.])(?:_self\\.)?${macro}\\s*\\(`)
    const isItself = ({ start }: Span): boolean => blocks.some((block) => block.name === name && block.start === start)
    return callsOf(parsed, called).filter((call) => !isItself(call))
      .map(({ start, end }) => ({ kind: 'include', target, part: name, start, end }))
  })
}
