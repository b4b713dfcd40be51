/** Words and marks of PHP by what they do in an expression. https://www.php.net/manual/en/reserved.keywords.php */

export const PREFIXES = new Set(['!', '-', '+', '&', '@', '~', '++', '--', '...'])
export const PREFIX_WORDS = new Set(['clone', 'print', 'throw', 'yield', 'from', 'echo', 'global', 'case'])
export const INCLUDES = new Set(['include', 'include_once', 'require', 'require_once'])
/** Words with brackets that are no calls. */
export const STATEMENTS = new Set([
  'if', 'elseif', 'while', 'for', 'foreach', 'switch', 'catch', 'isset', 'empty', 'unset', 'exit', 'die', 'declare', 'else',
  'do', 'try', 'finally', 'return',
])
export const ASSIGNS = new Set(['=', '.=', '??=', '+=', '-=', '*=', '/=', '%=', '|=', '&=', '^=', '**=', '<<=', '>>='])
export const OPERATORS = new Set([
  '+', '-', '*', '/', '%', '**', '==', '===', '!=', '!==', '<>', '<', '>', '<=', '>=', '<=>', '&&', '||', '&', '|', '^', '<<',
  '>>',
])
export const OPERATOR_WORDS = new Set(['and', 'or', 'xor', 'instanceof'])
export const CASTS = new Set(['int', 'integer', 'string', 'bool', 'boolean', 'float', 'double', 'array', 'object', 'binary'])
