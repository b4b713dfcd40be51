/** How comments and strings look in each server language: rows of the scanner in `server-code.ts`. */
import type { ServerLanguage } from '../languages.js'

/** `hash`: `#{x}`; `dollar`: `${x}` and `$x.y`; `brace`: `{x}` with `{{` for a brace. */
export type Interpolation = 'hash' | 'dollar' | 'brace' | null

export interface StringShape {
  close: string
  /** `backslash-kept`: an unknown escape keeps its backslash (Python). `doubled`: the delimiter twice is itself. */
  escapes: 'backslash' | 'backslash-kept' | 'doubled' | 'none'
  multiline: boolean
  interpolation: Interpolation
  /** The body is written in a template language of its own (`~H"""…"""`). */
  template?: 'heex'
}

export type Form =
  | { kind: 'line-comment'; open: string }
  | { kind: 'block-comment'; open: string; close: string; nested?: boolean }
  /** Not a string of interest, and matched as a whole: character literals, regular expressions, word lists. */
  | { kind: 'skip'; open: string }
  | { kind: 'string'; open: string; shape: (opening: string) => StringShape }
  /** Ruby: the body begins on the next line. */
  | { kind: 'heredoc'; open: string }

export interface ServerSyntax {
  /** `open` is the source of a regular expression without capturing groups. The first form that fits wins. */
  forms: Form[]
  /** Operators that join strings. */
  joins: string[]
  /** Literals side by side are one: anywhere, only on one line (or after a backslash), or never. */
  adjacent: 'in-brackets' | 'same-line' | 'never'
}

const CLOSERS: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' }

function fixed(close: string, escapes: StringShape['escapes'], multiline: boolean, interpolation: Interpolation = null) {
  return (): StringShape => ({ close, escapes, multiline, interpolation })
}

const SLASHES: Form[] = [
  { kind: 'line-comment', open: '\\/\\/' },
  { kind: 'block-comment', open: '\\/\\*', close: '*/' },
]

const NESTED_SLASHES: Form[] = [
  { kind: 'line-comment', open: '\\/\\/' },
  { kind: 'block-comment', open: '\\/\\*', close: '*/', nested: true },
]

const CHARACTER: Form = { kind: 'skip', open: "'(?:\\\\[^\\n]{1,8}?|[^'\\\\\\n])'" }

/** A `/` in the place of an operand begins a regular expression. */
const REGULAR_EXPRESSION: Form = {
  kind: 'skip',
  open: '\\/(?<=(?:[=(,\\[!&|?{};~:]|\\b(?:if|unless|when|and|or|not|return|in)|^)[ \\t]*\\/)(?![\\/*])(?:\\\\.|[^\\/\\n\\\\])+\\/',
}

const python: ServerSyntax = {
  forms: [
    { kind: 'line-comment', open: '#' },
    {
      kind: 'string',
      open: '(?:(?<!\\w)[rRbBuUfFtT]{1,2})?(?:"""|\'\'\'|"|\')',
      shape: (opening) => {
        const close = opening.replace(/^\w+/, '')
        return {
          close,
          escapes: /^\w*r/i.test(opening) ? 'none' : 'backslash-kept',
          multiline: close.length === 3,
          interpolation: /^\w*[ft]/i.test(opening) ? 'brace' : null,
        }
      },
    },
  ],
  joins: ['+'],
  adjacent: 'in-brackets',
}

const ruby: ServerSyntax = {
  forms: [
    { kind: 'block-comment', open: '^=begin\\b', close: '\n=end' },
    { kind: 'block-comment', open: '^__END__$', close: '\0' },
    { kind: 'line-comment', open: '#' },
    { kind: 'skip', open: '(?<![\\w)\\]])\\?["\'`#](?!\\w)' },
    REGULAR_EXPRESSION,
    { kind: 'heredoc', open: '<<(?:[~-](?:"[^"\\n]+"|\'[^\'\\n]+\'|[A-Za-z_]\\w*)|[A-Z_]{2,}\\w*|"[A-Z_]+"|\'[A-Z_]+\')' },
    { kind: 'string', open: '"', shape: fixed('"', 'backslash', true, 'hash') },
    { kind: 'string', open: "'", shape: fixed("'", 'backslash-kept', true) },
    { kind: 'string', open: '`', shape: fixed('`', 'backslash', true, 'hash') },
    {
      kind: 'string',
      open: '%[qQwWiI][({\\[<|!]|(?<=[=(,\\[]\\s*|\\b(?:return|puts|raw|concat) )%[({\\[]',
      shape: (opening) => {
        const last = opening.at(-1) as string
        const raw = /^%[qwi]/.test(opening)
        return {
          close: CLOSERS[last] ?? last,
          escapes: raw ? 'backslash-kept' : 'backslash',
          multiline: true,
          interpolation: raw ? null : 'hash',
        }
      },
    },
  ],
  joins: ['+', '<<'],
  adjacent: 'same-line',
}

const java: ServerSyntax = {
  forms: [
    ...SLASHES,
    CHARACTER,
    { kind: 'string', open: '"""', shape: fixed('"""', 'backslash', true) },
    { kind: 'string', open: '"', shape: fixed('"', 'backslash', false) },
  ],
  joins: ['+'],
  adjacent: 'never',
}

const kotlin: ServerSyntax = {
  forms: [
    ...NESTED_SLASHES,
    CHARACTER,
    { kind: 'string', open: '"""', shape: fixed('"""', 'none', true, 'dollar') },
    { kind: 'string', open: '"', shape: fixed('"', 'backslash', false, 'dollar') },
  ],
  joins: ['+'],
  adjacent: 'never',
}

const groovy: ServerSyntax = {
  forms: [
    ...SLASHES,
    REGULAR_EXPRESSION,
    { kind: 'string', open: '"""', shape: fixed('"""', 'backslash', true, 'dollar') },
    { kind: 'string', open: "'''", shape: fixed("'''", 'backslash', true) },
    { kind: 'string', open: '\\$\\/', shape: fixed('/$', 'none', true, 'dollar') },
    { kind: 'string', open: '"', shape: fixed('"', 'backslash', false, 'dollar') },
    { kind: 'string', open: "'", shape: fixed("'", 'backslash', false) },
  ],
  joins: ['+', '<<'],
  adjacent: 'never',
}

const scala: ServerSyntax = {
  forms: [
    ...NESTED_SLASHES,
    CHARACTER,
    {
      kind: 'string',
      open: '(?:(?<!\\w)[a-z]\\w{0,20})?(?:"""|")',
      shape: (opening) => {
        const close = opening.endsWith('"""') ? '"""' : '"'
        return {
          close,
          escapes: close === '"' ? 'backslash' : 'none',
          multiline: close !== '"',
          interpolation: opening === close ? null : 'dollar',
        }
      },
    },
  ],
  joins: ['+'],
  adjacent: 'never',
}

const csharp: ServerSyntax = {
  forms: [
    ...SLASHES,
    CHARACTER,
    {
      kind: 'string',
      open: '\\$*"{3,}|(?:\\$@|@\\$|@|\\$)?"',
      shape: (opening) => {
        const quotes = opening.replace(/^[$@]+/, '')
        const verbatim = opening.includes('@')
        return {
          close: quotes,
          escapes: quotes.length >= 3 ? 'none' : verbatim ? 'doubled' : 'backslash',
          multiline: quotes.length >= 3 || verbatim,
          interpolation: opening.includes('$') ? 'brace' : null,
        }
      },
    },
  ],
  joins: ['+'],
  adjacent: 'never',
}

const visualBasic: ServerSyntax = {
  forms: [
    { kind: 'line-comment', open: "'" },
    { kind: 'line-comment', open: '\\b[Rr][Ee][Mm]\\b' },
    {
      kind: 'string',
      open: '\\$?"',
      shape: (opening) => ({
        close: '"',
        escapes: 'doubled',
        multiline: true,
        interpolation: opening.startsWith('$') ? 'brace' : null,
      }),
    },
  ],
  joins: ['&', '+'],
  adjacent: 'never',
}

const go: ServerSyntax = {
  forms: [
    ...SLASHES,
    CHARACTER,
    { kind: 'string', open: '`', shape: fixed('`', 'none', true) },
    { kind: 'string', open: '"', shape: fixed('"', 'backslash', false) },
  ],
  joins: ['+'],
  adjacent: 'never',
}

const elixir: ServerSyntax = {
  forms: [
    { kind: 'line-comment', open: '#' },
    { kind: 'skip', open: '(?<!\\w)\\?["\'#](?!\\w)' },
    {
      kind: 'string',
      open: '~(?:[a-z]|[A-Z]+)(?:"""|\'\'\'|["\'(\\[{<|\\/])|"""|\'\'\'|"|\'',
      shape: (opening) => {
        const sigil = /^~([a-zA-Z]+)/.exec(opening)?.[1] ?? null
        const delimiter = opening.slice(sigil === null ? 0 : sigil.length + 1)
        const raw = sigil !== null && sigil === sigil.toUpperCase()
        return {
          close: CLOSERS[delimiter] ?? delimiter,
          escapes: raw ? 'none' : 'backslash',
          multiline: true,
          interpolation: raw ? null : 'hash',
          ...(sigil === 'H' || sigil === 'L' ? { template: 'heex' as const } : {}),
        }
      },
    },
  ],
  joins: ['<>', '++'],
  adjacent: 'never',
}

export const SERVER_SYNTAX: Record<ServerLanguage, ServerSyntax> = {
  python,
  ruby,
  java,
  kotlin,
  groovy,
  scala,
  csharp,
  'visual-basic': visualBasic,
  go,
  elixir,
}
