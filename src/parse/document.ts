/** What the parse stage hands to the facts stage. It lives only as long as the file is read. */
import type { Problem, Span } from '../types.js'
import type { Language } from './languages.js'
import type { MappedText } from './mapped-text.js'

/** A region of a server template that was masked so that HTML and script parsers can read the rest. */
export interface MaskedSpan extends Span {
  kind: 'statement' | 'expression' | 'comment'
  /** The source between (not including) the delimiters, untrimmed. */
  code: string
}

/** A string literal of the host language (PHP, Python, Groovy…) whose content is markup or script. */
export interface CodeString extends Span {
  /** Decoded content; holes for interpolations. Adjacent concatenated or echoed pieces are joined. */
  content: MappedText
}

/**
 * Same length and same line breaks as the source: statements and comments are spaces, expressions are HOLE letters.
 */
export interface Masked {
  text: string
  spans: MaskedSpan[]
  strings: CodeString[]
  /** Comments of the template language and of the code in it, in order; `text` is without the delimiters. */
  comments: (Span & { text: string })[]
}

export interface MarkupAttribute extends Span {
  /** As written, for example `@click`, `(ngSubmit)`, `onClick`. */
  name: string
  /** Decoded value, empty when there is none. Its offsets map back to the file. */
  value: MappedText
}

export interface MarkupElement extends Span {
  /** As written: `Script`, `script`, `x-layout`. Compare with `tag` for HTML names. */
  name: string
  /** Lower-cased name. */
  tag: string
  attributes: MarkupAttribute[]
  /** The text between start and end tag; empty for void and self-closed elements. */
  content: Span
  parent: MarkupElement | null
}

export interface Markup {
  /** All elements in document order. */
  elements: MarkupElement[]
  comments: Span[]
}

/** A piece of JavaScript inside a file, with its offset map. */
export interface ScriptFragment {
  code: MappedText
  /**
   * `module`: a whole file or a `<script type=module>`; `script`: a classic script, its top level is the page's global
   * scope; `handler`: an event attribute or `javascript:` URL; `expression`: a template expression (`{…}`, `:prop`).
   */
  goal: 'module' | 'script' | 'handler' | 'expression'
  /** JSX and TypeScript syntax allowed. */
  jsx: boolean
  typescript: boolean
  /** Server-only code of the file (Astro front matter, `<script context=module>` is not). */
  server: boolean
  /** The element it belongs to, if any. */
  element: MarkupElement | null
  /** The attribute it was taken from, if any. */
  attribute: MarkupAttribute | null
}

export interface ParsedFile {
  path: string
  language: Language
  text: string
  /** Template spans of server templates and template-engine holes. */
  spans: MaskedSpan[]
  markup: Markup
  fragments: ScriptFragment[]
  /** Strings of server code that hold markup or script; each is parsed as a document of its own. */
  strings: CodeString[]
  /** Front matter (YAML between `---`) of Markdown, Astro, Jekyll and the like. */
  frontMatter: { span: Span; text: string } | null
  /** Comments of any language in the file, for suppressions. */
  comments: (Span & { text: string })[]
  problems: Problem[]
}
