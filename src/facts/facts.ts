/** What is kept of one file: plain JSON. No tree and no text survives it. */
import type { Language } from '../parse/languages.js'
import type { MaskedSpan } from '../parse/document.js'
import type { Setting } from '../parse/settings.js'
import type { Certainty, Problem, Span } from '../types.js'
import type { ContainerFacts } from './container/container.js'
import type { ScriptFacts } from './script/graph.js'

export interface AttributeFacts extends Span {
  name: string
  value: string
}

/** An element that can load, send or be filled in; other elements are not kept. */
export interface ElementFacts extends Span {
  tag: string
  name: string
  attributes: AttributeFacts[]
  /** Index of the script (in `FileFacts.scripts`) whose code this element holds, else -1. */
  script: number
  /** Nearest enclosing kept element that gates or hides it: `noscript`, `template`, `pre`, `code`. */
  inside: string[]
  /** The value of a script of the file this markup is a string in; null when it stands in the page itself. */
  host: { script: number; value: number } | null
}

/** Something a visitor fills in or chooses: an input, or an element bound to a value as one. */
export interface FieldFacts extends Span {
  tag: string
  /** Element name as written. */
  name: string
  /** Attributes by lower-cased name. */
  attributes: Record<string, string>
  /** Text of the label that belongs to it, or null. */
  label: string | null
  /** Texts of its options. */
  options: string[]
  /** Offset of the form around it, -1 when there is none. */
  form: number
}

/** A form of the page. */
export interface FormFacts extends Span {
  attributes: Record<string, string>
}

/** An element into which a server prints something, and by whose name a script may look for it. */
export interface ShownElement extends Span {
  tag: string
  /** By lower-cased name. */
  attributes: Record<string, string>
  /** What stands between its tags; null when nothing is printed there. */
  content: Span | null
  /** Attributes that something is printed into. */
  printed: (Span & { name: string })[]
}

/** A template brings another in: `{% include %}`, `@extends`, `require`, `<jsp:include>`. */
export interface TemplateReference extends Span {
  kind: 'extends' | 'include' | 'render'
  /** As written; resolved by the project. `*` stands for a part that is not literal. */
  target: string
  /** The region of the target that is brought in; absent for all of it. */
  part?: string
  /** How sure it is that this target is the one; absent when it is. */
  certainty?: Certainty
  /** Region the reference stands in, or null. */
  block: string | null
}

/** A named region of a template that children may fill. */
export interface TemplateBlock extends Span {
  name: string
  /** The child keeps the parent's content (`super()`, `@parent`). */
  keepsParent: boolean
  /** A macro or a definition: what stands in it is shown where it is called, and not where it stands. */
  isCalled?: true
  /** It is shown only where a layout around the page shows a region of this name. */
  fills?: true
}

export interface Suppression extends Span {
  rules: string[]
  scope: 'next-line' | 'line' | 'disable' | 'enable'
  reason: string | null
  until: string | null
}

export interface ServerUrl extends Span {
  text: string
  /** The code has pages load it: `wp_enqueue_script('tag', 'https://…')`, `'src' => 'https://…'`. */
  isScript: boolean
}

export interface PrintedCode extends Span {
  code: string
}

export interface FileFacts {
  path: string
  language: Language
  /** Offset of the first character of each line. */
  lineStarts: number[]
  scripts: ScriptFacts[]
  fields: FieldFacts[]
  forms: FormFacts[]
  /** Absent when the server prints into none. */
  shown?: ShownElement[]
  elements: ElementFacts[]
  references: TemplateReference[]
  blocks: TemplateBlock[]
  /** Parts that no visitor gets, sorted. */
  hidden: Span[]
  templateSpans: MaskedSpan[]
  /** Code between the pieces of strings that server code puts together; absent when there is none. */
  printed?: PrintedCode[]
  /** Strings of server code that hold a URL, with a HOLE for each part that is not literal. */
  serverUrls: ServerUrl[]
  frontMatter: Readonly<Record<string, unknown>> | null
  /** What a site generator's file of settings says. */
  settings: Setting[]
  suppressions: Suppression[]
  problems: Problem[]
  /** The file is a tag-manager container; absent for all others. */
  container?: ContainerFacts
}
