/**
 * What we need of ESLint, structurally: the same for 8.57, 9 and 10, so that neither a version of ESLint nor its types
 * are needed to build or to use the plugin.
 */
import type { Span } from '../types.js'

/** `line` is 1-based, `column` 0-based, as ESLint has it. */
export interface LinePlace {
  line: number
  column: number
}

export interface Location {
  start: LinePlace
  end: LinePlace
}

export interface HostComment {
  type: string
  value: string
  range: [number, number]
  loc: Location
}

/** The part of any language's SourceCode that a rule of ours reads. */
export interface HostSourceCode {
  /** Without a byte-order mark. */
  text: string
  ast: { type: string }
  parserServices?: Record<string, unknown>
  getAllComments?(): readonly HostComment[]
  /** Languages may count lines and columns their own way. */
  getLocFromIndex?(index: number): LinePlace
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown
}

export interface RuleContext {
  sourceCode: HostSourceCode
  filename: string
  /** The file a processor took the code from; the same as `filename` when none did. */
  physicalFilename: string
  cwd: string
  settings: Record<string, unknown>
  options: readonly unknown[]
  report(descriptor: {
    loc: Location
    messageId: string
    data: Record<string, string>
    suggest?: { messageId: string; data: Record<string, string>; fix(fixer: Fixer): unknown }[]
  }): void
}

export interface EslintRule {
  meta: {
    type: 'problem'
    hasSuggestions: true
    docs: { description: string; url: string; recommended: boolean }
    schema: object[]
    defaultOptions: object[]
    messages: Record<string, string>
  }
  /** Called by ESLint with a `RuleContext`; `never` fits the types of all its versions, which do not fit each other. */
  create(context: never): Record<string, () => void>
}

/** Where a span stands when its text counts lines as JavaScript does. */
export type LocationOf = (span: Span) => Location
