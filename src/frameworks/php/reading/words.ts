/** Words and marks of PHP by what they do in an expression. https://www.php.net/manual/en/reserved.keywords.php */

export const PREFIXES = new Set(['-', '+', '&', '@', '~', '++', '--', '...'])
export const PREFIX_WORDS = new Set(['clone', 'print', 'throw', 'yield', 'from', 'echo', 'global'])
export const INCLUDES = new Set(['include', 'include_once', 'require', 'require_once'])
/** Words with brackets that are no calls. */
export const STATEMENTS = new Set([
  'while', 'for', 'catch', 'isset', 'empty', 'unset', 'exit', 'die', 'declare', 'do', 'try', 'finally', 'return',
])
export const ASSIGNS = new Set(['=', '.=', '??=', '+=', '-=', '*=', '/=', '%=', '|=', '&=', '^=', '**=', '<<=', '>>='])
export const CASTS = new Set([
  'int',
  'integer',
  'string',
  'bool',
  'boolean',
  'float',
  'double',
  'array',
  'object',
  'binary',
])

/** Marks between operands, the weakest first. https://www.php.net/manual/en/language.operators.precedence.php */
const LEVELS: readonly (readonly string[])[] = [
  ['or'], ['xor'], ['and'], ['||'], ['&&'], ['|'], ['^'], ['&'], ['==', '!=', '===', '!==', '<>', '<=>'],
  ['<', '<=', '>', '>='], ['.'], ['<<', '>>'], ['+', '-'], ['*', '/', '%'], ['instanceof'], ['**'],
]

export const STRENGTH: ReadonlyMap<string, number> =
  new Map(LEVELS.flatMap((marks, level) => marks.map((mark): [string, number] => [mark, level + 2])))
/** What assigns and what chooses bind weaker than `||` and stronger than the words. */
export const CHOICE = (STRENGTH.get('||') as number) - 0.5
export const NEGATION = (STRENGTH.get('instanceof') as number)

const SAME: Readonly<Record<string, string>> = { and: '&&', or: '||', '<>': '!=' }

export function operatorOf(mark: string): string {
  return SAME[mark] ?? mark
}
