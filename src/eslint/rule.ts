/** One rule of the engine as a rule of ESLint. */
import type { Finding, Severity } from '../types.js'
import type { Answer, Ask } from './project/answer.js'
import { locator } from './comments.js'
import { hidesAt } from './directives.js'
import type { EslintRule, Fixer, HostSourceCode, Location, RuleContext } from './host.js'
import { suggestionsFor } from './suggestions.js'

/** What the adapter needs of a rule; it is not asked to report by itself. */
export interface RuleDescription {
  id: string
  description: string
  presets: readonly string[]
}

/** The documentation is part of the package. */
const documentation = 'https://unpkg.com/eslint-plugin-pixelward/docs/rules'

/** What ESLint shows, and the command's text for a finding: the finding, then how to fix it. */
export function messageOf({ message, help }: Pick<Finding, 'message' | 'help'>): string {
  return help === '' ? message : `${message} ${help}`
}

/**
 * ESLint knows one severity a rule: what the engine calls an error and what it calls a warning are both reported, or
 * with `{ "minimum": "error" }` errors alone.
 */
export function eslintRule({ id, description, presets }: RuleDescription, ask: Ask): EslintRule {
  return {
    meta: {
      type: 'problem',
      hasSuggestions: true,
      docs: { description, url: `${documentation}/${id}.md`, recommended: presets.includes('recommended') },
      schema: [
        {
          type: 'object',
          properties: {
            minimum: {
              enum: ['warning', 'error'],
              description: 'The least severity that is reported: route classes make a finding an error or a warning.',
            },
          },
          additionalProperties: false,
        },
      ],
      defaultOptions: [{ minimum: 'warning' }],
      messages: { finding: '{{text}}', configuration: '{{text}}', suggestion: '{{text}}' },
    },
    create(context: RuleContext) {
      // Whatever language the file is in, its tree has one root, and there we are asked once.
      return { [context.sourceCode.ast.type]: () => report(id, context, ask) }
    },
  }
}

const configurationTold = new WeakSet<Answer>()

function report(id: string, context: RuleContext, ask: Ask): void {
  const answer = ask(context)
  const minimum = minimumOf(context.options)
  const { sourceCode } = context
  const locationOf = locatorOf(sourceCode)
  for (const finding of answer.findings) {
    if (finding.ruleId !== id || (minimum === 'error' && finding.severity !== 'error')) continue
    const loc = locationOf(finding.span)
    if (finding.suppressed !== null && !hidesAt(commentsOf(sourceCode), id, loc.start.line, loc.start.column)) continue
    const suggest = suggestionsFor(sourceCode.text, finding).map(({ description, range, text }) => ({
      messageId: 'suggestion', data: { text: description }, fix: (fixer: Fixer) => fixer.replaceTextRange(range, text),
    }))
    context.report({ loc, messageId: 'finding', data: { text: messageOf(finding) }, suggest })
  }
  // Once a file is enough, and the first rule that asks is as good as any.
  if (configurationTold.has(answer) || answer.problems.length === 0) return
  configurationTold.add(answer)
  const loc = locationOf({ start: 0, end: 0 })
  for (const text of answer.problems) context.report({ loc, messageId: 'configuration', data: { text } })
}

/** Up to ESLint 8 nobody fills in `meta.defaultOptions`. */
function minimumOf(options: readonly unknown[]): Severity {
  const [first] = options
  const given = typeof first === 'object' && first !== null && 'minimum' in first ? first.minimum : undefined
  return given === 'error' ? 'error' : 'warning'
}

function commentsOf(sourceCode: HostSourceCode): ReturnType<NonNullable<HostSourceCode['getAllComments']>> {
  const { ast } = sourceCode
  if ('comments' in ast && Array.isArray(ast.comments)) return ast.comments
  return sourceCode.getAllComments?.() ?? []
}

function locatorOf(sourceCode: HostSourceCode): (span: { start: number; end: number }) => Location {
  const { text } = sourceCode
  if (sourceCode.getLocFromIndex === undefined) return locator(text)
  const place = (offset: number): Location['start'] =>
    sourceCode.getLocFromIndex?.(Math.max(0, Math.min(offset, text.length))) ?? { line: 1, column: 0 }
  return ({ start, end }) => ({ start: place(start), end: place(end) })
}
