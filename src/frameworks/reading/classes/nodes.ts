/** What is read of code in Java, Kotlin, Groovy and C#: values as far as they are literal, calls, declarations. */
import type { Span } from '../../../types.js'

export type CodeNode = Span & (
  | { kind: 'call' } & CodeCall
  | { kind: 'string'; text: string }
  /** What is joined by `+` or interpolated: names in it may stand for constants. */
  | { kind: 'join'; parts: CodeNode[] }
  /** `Paths.LOGIN`, `Home.class`, `x`; `of`: the last call before it in `a().b`. */
  | { kind: 'name'; path: string; of: CodeCallNode | null }
  | { kind: 'list'; items: CodeArgument[] }
  /** `a ? b : c`, `a ?: b`, the arms of a `switch`: what it may give. */
  | { kind: 'choice'; options: CodeNode[] }
  /** Numbers, functions, and what is computed. */
  | { kind: 'other' })

export interface CodeCall {
  /** The last name of what is called: `setViewName`; empty for a text that is called, which Groovy does with paths. */
  name: string
  /** As written, with calls before it as `()`: `registry.addViewController().setViewName`, `new ModelAndView`. */
  path: string
  /** The call this one is made on: `a("x")` of `a("x").b("y")`; null for others. */
  receiver: CodeCallNode | null
  arguments: CodeArgument[]
  /** The body of a closure behind the arguments: `group { … }`. */
  block: Span | null
}

export type CodeCallNode = Span & { kind: 'call' } & CodeCall

export interface CodeArgument {
  /** Name of the argument, key of the item; null for none. */
  name: string | null
  value: CodeNode
}

export type CodeAnnotation = Span & CodeCall

export interface CodeParameter {
  name: string
  /** As written, joined without spaces: `List<String>`; empty when there is none. */
  type: string
}

export interface CodeMethod extends Span {
  name: string
  annotations: CodeAnnotation[]
  /** Empty for one that is declared and not written out. */
  body: Span
  /** Words before its name, its return type among them, joined with spaces: `public String`. */
  modifiers: string
  /** Its return type without spaces; empty when nothing tells. */
  type: string
  parameters: CodeParameter[]
}

export interface CodeField {
  name: string
  value: CodeNode
  annotations: CodeAnnotation[]
}

export interface CodeClass extends Span {
  /** `class`, `interface`, `object`, `record`, `enum`, `struct`. */
  kind: string
  name: string
  annotations: CodeAnnotation[]
  /** Words before `class`: `public abstract`. */
  modifiers: string
  /** Names without type arguments. */
  superclasses: string[]
  methods: CodeMethod[]
  /** Fields and constants that are given a value, those of a companion object among them. */
  fields: CodeField[]
  /** Index of the class around it, -1 for none. */
  parent: number
  body: Span
}

export interface CodeOutline {
  classes: CodeClass[]
  /** What stands outside of all classes: functions and constants of Kotlin, statements of a C# program. */
  top: Pick<CodeClass, 'methods' | 'fields'>
  /** Names after `import` or `using`: `import static a.B.*` is `a.B.*`. */
  imports: string[]
  /** Calls inside a span, in order; those on which others are made come first. */
  calls(span: Span): CodeCallNode[]
  /** What `return` gives inside a span; for a body that is one expression, what it gives. */
  returns(span: Span): CodeNode[]
  /** Names that are given a value inside a span, in order. */
  assignments(span: Span): (Span & { name: string; value: CodeNode })[]
}
