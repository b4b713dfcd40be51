/**
 * ESLint's comment directives, for languages in which ESLint does not read them itself.
 * https://eslint.org/docs/latest/use/configure/rules#using-configuration-comments
 */
import { readSuppressions } from '../facts/suppressions.js'
import { isExpired } from '../findings/suppress.js'
import type { HostComment } from './host.js'

export interface Directive {
  type: 'disable' | 'enable' | 'disable-line' | 'disable-next-line'
  node: HostComment
  /** The rules, as written. */
  value: string
  justification: string
}

type RuleSeverity = 'off' | 'warn' | 'error' | 0 | 1 | 2

/** What stands for a rule in a configuration; ESLint checks that it is that. */
export type RuleSetting = RuleSeverity | [RuleSeverity, ...unknown[]]

export interface DirectiveProblem {
  ruleId: null
  message: string
  loc: HostComment['loc']
}

const verb = /^eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)/

/** One comment as a directive; null when it is none. */
export function directiveOf(comment: HostComment): Directive | null {
  const [label = '', ...rest] = comment.value.split(/(?:^|\s)-{2,}(?:\s|$)/)
  const text = label.trim()
  const match = verb.exec(text)
  if (match === null) return null
  const type = match[1] as Directive['type']
  // A line comment cannot switch off a region: ESLint leaves those to block comments.
  if (comment.type === 'Line' && !type.endsWith('line')) return null
  return { type, node: comment, value: text.slice(match[0].length).trim(), justification: rest.join(' -- ').trim() }
}

/**
 * False for a directive that names only our rules and hides nothing, because it gives no reason or its last day is
 * over: ESLint would let it hide findings that the command shows.
 */
export function isHonoured(comment: HostComment, today: string): boolean {
  const directive = directiveOf(comment)
  if (directive === null || directive.type === 'enable' || directive.value === '') return true
  const names = directive.value.split(',').map((name) => name.trim())
  if (!names.every((name) => name.startsWith('pixelward/'))) return true
  const [start, end] = comment.range
  const [suppression] = readSuppressions([{ start, end, text: comment.value }], [0])
  return suppression === undefined || (suppression.reason !== null && !isExpired(suppression, today))
}

/** Today as an ISO date. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** True when ESLint itself will hide what this rule reports on a line (1-based), by one of these comments. */
export function hidesAt(comments: readonly HostComment[], ruleId: string, line: number, column: number): boolean {
  let region = false
  for (const comment of comments) {
    const directive = directiveOf(comment)
    if (directive === null) continue
    const { start, end } = comment.loc
    if (directive.value !== '' && !directive.value.split(',').some((name) => name.trim() === `pixelward/${ruleId}`)) continue
    if (directive.type === 'disable-line' && start.line === line) return true
    if (directive.type === 'disable-next-line' && end.line + 1 === line) return true
    if (start.line > line || (start.line === line && start.column > column)) continue
    if (directive.type === 'disable') region = true
    if (directive.type === 'enable') region = false
  }
  return region
}

const configuration = /^eslint\s+(?=\S)/

/** `eslint RULE: SEVERITY` and `eslint RULE: [SEVERITY, {…}]` comments; null when the comment is none of them. */
export function inlineRulesOf(comment: HostComment): Record<string, RuleSetting> | DirectiveProblem | null {
  const [label = ''] = comment.value.split(/\s-{2,}\s/)
  const text = label.trim()
  if (comment.type === 'Line' || !configuration.test(text)) return null
  const rules = text
    .replace(configuration, '')
    .replace(/'/g, '"')
    .replace(/"?([@\w][\w@/-]*)"?\s*:/g, '"$1":')
    .replace(/([:[,]\s*)(off|warn|error)\b/g, '$1"$2"')
  try {
    return JSON.parse(`{${rules}}`) as Record<string, RuleSetting>
  } catch {
    return { ruleId: null, message: 'This configuration comment cannot be read: write `eslint RULE: SEVERITY`.', loc: comment.loc }
  }
}

/** True for what `inlineRulesOf` says of a comment it cannot read. */
export function isProblem(value: Record<string, RuleSetting> | DirectiveProblem): value is DirectiveProblem {
  return 'loc' in value && 'message' in value
}
