/** JavaScript and TypeScript text → Babel syntax tree. The only door to the script parser. */
import { createRequire } from 'node:module'
import type { ParseResult, ParserOptions, ParserPlugin } from '@babel/parser'
import type { Comment, Expression, File, Statement } from '@babel/types'

// Loaded when the first script is parsed: where facts are known from an earlier run, often none is.
const load = createRequire(import.meta.url)
const parser = (): typeof import('@babel/parser') => load('@babel/parser') as typeof import('@babel/parser')

export interface ScriptSyntax {
  body: Statement[]
  directivesOnly: boolean
  comments: { start: number; end: number; text: string }[]
  /** Syntax errors, with offsets in the given code. Empty for a clean parse. */
  errors: { offset: number; message: string }[]
}

export interface ScriptSyntaxOptions {
  goal: 'module' | 'script' | 'handler' | 'expression'
  jsx: boolean
  typescript: boolean
}

/** What is said of code that is nested deeper than the stack of calls that parses or follows it. */
export const NESTED = 'it is nested too deeply to be followed'

/** How many broken lines are blanked before a script is given up: fewer where each look takes longer. */
const REPAIRS = { short: 60, long: 8 }
const SHORT = 60_000
/** Above this many UTF-16 code units a broken script is not parsed again and again. */
const REPAIR_LIMIT = 400_000

/**
 * Parses a script. Never throws: what cannot be parsed is reported in `errors`, and offending lines are blanked (same
 * length) until the rest can be read.
 */
export function parseScript(code: string, options: ScriptSyntaxOptions): ScriptSyntax {
  const errors: ScriptSyntax['errors'] = []
  if (options.goal === 'expression') {
    const expression = tryExpression(code, options)
    if (expression) return expression
  }
  let text = code
  for (let repair = code.length < SHORT ? REPAIRS.short : REPAIRS.long; repair >= 0; repair--) {
    const result = tryProgram(text, options)
    if ('file' in result) {
      for (const error of result.file.errors ?? []) errors.push({ offset: positionOf(error), message: messageOf(error) })
      return {
        body: result.file.program.body,
        directivesOnly: result.file.program.body.length === 0,
        comments: (result.file.comments ?? []).map(commentOf),
        errors,
      }
    }
    errors.push({ offset: result.offset, message: result.message })
    if (text.length > REPAIR_LIMIT) break
    const blanked = closeString(text, result) ?? blankLine(text, result.offset)
    if (blanked === text) break
    text = blanked
  }
  return { body: [], directivesOnly: false, comments: [], errors }
}

type Attempt = { file: ParseResult<File> } | { offset: number; message: string }

function tryProgram(code: string, options: ScriptSyntaxOptions): Attempt {
  let first: Attempt | null = null
  for (const attempt of attempts(code, options)) {
    try {
      return { file: parser().parse(code, attempt) }
    } catch (error) {
      const failed = { offset: positionOf(error), message: messageOf(error) }
      if (first === null || failed.offset > (first as { offset: number }).offset) first = failed
    }
  }
  return first ?? { offset: 0, message: 'cannot be parsed' }
}

function tryExpression(code: string, options: ScriptSyntaxOptions): ScriptSyntax | null {
  try {
    const expression = parser().parseExpression(code, settings('module', plugins(options.jsx, true))) as unknown as Expression
    const statement = { type: 'ExpressionStatement', expression, start: expression.start, end: expression.end }
    return { body: [statement as unknown as Statement], directivesOnly: false, comments: [], errors: [] }
  } catch {
    return null
  }
}

/** Settings in the order they are likely to fit; a later one is only tried when the earlier ones throw. */
function* attempts(code: string, options: ScriptSyntaxOptions): Generator<ParserOptions> {
  const { goal, jsx, typescript } = options
  const sourceType = goal === 'module' ? 'module' : 'script'
  const other = goal === 'module' ? 'script' : 'module'
  if (!typescript && /@flow\b/.test(code.slice(0, 2000))) {
    yield settings(sourceType, ['jsx', 'flow', 'decorators-legacy', 'exportDefaultFrom'])
    return
  }
  yield settings(sourceType, plugins(jsx, typescript))
  yield settings(other, plugins(jsx, typescript))
  if (code.length > REPAIR_LIMIT) return
  if (typescript && jsx) yield settings('module', plugins(false, true))
  else if (typescript) yield settings('module', plugins(true, true))
  else yield settings('module', plugins(true, true))
}

function plugins(jsx: boolean, typescript: boolean): ParserPlugin[] {
  const list: ParserPlugin[] = ['decorators-legacy', 'exportDefaultFrom']
  if (jsx) list.push('jsx')
  if (typescript) list.push('typescript')
  return list
}

function settings(sourceType: 'module' | 'script', list: ParserPlugin[]): ParserOptions {
  return {
    sourceType,
    plugins: list,
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowUndeclaredExports: true,
    allowImportExportEverywhere: true,
    allowNewTargetOutsideFunction: true,
    ...(sourceType === 'module' ? { strictMode: false } : {}),
  }
}

function commentOf(comment: Comment): { start: number; end: number; text: string } {
  return { start: comment.start ?? 0, end: comment.end ?? 0, text: comment.value }
}

function positionOf(error: unknown): number {
  const position = (error as { pos?: unknown }).pos
  return typeof position === 'number' ? position : 0
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) return NESTED
  const message = error instanceof Error ? error.message : String((error as { message?: unknown }).message ?? error)
  return message.replace(/\s*\(\d+:\d+\)$/, '')
}

/** A string that a template ends elsewhere is closed where its line ends; null when that is not the trouble. */
function closeString(text: string, { offset, message }: { offset: number; message: string }): string | null {
  const quote = text[offset]
  if (!/Unterminated string/i.test(message) || (quote !== "'" && quote !== '"')) return null
  const next = text.indexOf('\n', offset)
  const end = (next < 0 ? text.length : next) - (text[next - 1] === '\r' ? 1 : 0)
  return end - offset < 2 || text[end - 1] === quote ? null : `${text.slice(0, end - 1)}${quote}${text.slice(end)}`
}

/** Blanks the line an error stands in, or the last line with content before it. */
function blankLine(text: string, offset: number): string {
  let at = Math.min(offset, text.length)
  for (;;) {
    const start = text.lastIndexOf('\n', at - 1) + 1
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const line = text.slice(start, end)
    if (line.trim() !== '') return text.slice(0, start) + line.replace(/[^\r]/g, ' ') + text.slice(end)
    if (start === 0) return text
    at = start - 1
  }
}
