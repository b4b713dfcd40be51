/** Whether two string literals of server code are written to the page one after the other. */
import type { ServerSyntax } from './syntax.js'

/** Longest code between two parts of one text, in UTF-16 units. */
const LONGEST = 600

const OUTPUT = '[\\w.$@]*(?:append|write|print|concat|puts|echo)\\w*'
const ARGUMENTS = '[^;()]*(?:\\([^()]*\\)[^;()]*)*'

const MENTIONS_OUTPUT = /\)[\s\S]*(?:append|write|print|concat|puts|echo)\w*\s*\(/i

/** `out.print("a"); out.print(id); out.print("b")` and `.append("a").append(id).append("b")`. */
const CHAIN = new RegExp(
  `^(${ARGUMENTS})\\)\\s*;?\\s*((?:${OUTPUT}\\s*\\(${ARGUMENTS}\\)\\s*;?\\s*)*)(${OUTPUT})\\s*\\((${ARGUMENTS})$`,
  'i',
)

/**
 * `code` is what stands between two literals, comments and strings blanked; `depth` counts the brackets open around
 * the second. `direct`: nothing comes between; `value`: something that is not literal; `line`: a line break. `null`:
 * not joined, a later literal may be; `apart`: no later literal can be joined either.
 */
export function joinBetween(code: string, depth: number, syntax: ServerSyntax): 'direct' | 'value' | 'line' | 'apart' | null {
  if (code.length > LONGEST) return 'apart'
  const gap = code.replace(/(?:\\|\b_)[ \t]*(?=\r?\n)/g, ' ')
  const trimmed = gap.trim()
  if (trimmed === '') return besides(code, depth, syntax) ? 'direct' : null
  if (syntax.joins.includes(trimmed)) return 'direct'
  const operator = syntax.joins.find((each) => trimmed.startsWith(each) && trimmed.endsWith(each))
  if (operator !== undefined && isOperand(trimmed.slice(operator.length, -operator.length))) return 'value'
  const chain = MENTIONS_OUTPUT.test(gap) ? CHAIN.exec(gap) : null
  if (chain) {
    const [, before = '', between = '', output = '', after = ''] = chain
    if ((before + between + after).trim() !== '') return 'value'
    return /ln$|line$|^puts$/i.test(output) ? 'line' : 'direct'
  }
  return /;/.test(trimmed) ? 'apart' : null
}

function besides(code: string, depth: number, syntax: ServerSyntax): boolean {
  switch (syntax.adjacent) {
    case 'never':
      return false
    case 'same-line':
      return !code.includes('\n') || code.includes('\\')
    case 'in-brackets':
      return !code.includes('\n') || code.includes('\\') || depth > 0
  }
}

/** One or more operands with balanced brackets and no statement, argument or assignment between them. */
function isOperand(code: string): boolean {
  let depth = 0
  for (const character of code) {
    if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) depth--
    else if (depth === 0 && ',;='.includes(character)) return false
    if (depth < 0) return false
  }
  return depth === 0 && code.trim() !== ''
}
