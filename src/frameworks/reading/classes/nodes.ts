/** What is read of code in Java, Kotlin, Groovy and C#: values as far as they are literal, calls, declarations. */
import type { Span } from '../../../types.js'

export type CodeNode = Span & (
  | { kind: 'call' } & CodeCall
  /** With HOLE where it interpolates or joins what is no literal. */
  | { kind: 'string'; text: string }
  /** `Paths.LOGIN`, `Home.class`, `x`. */
  | { kind: 'name'; path: string }
  | { kind: 'list'; items: CodeArgument[] }
  /** `a ? b : c`, `a ?: b`: what it may give. */
  | { kind: 'choice'; options: CodeNode[] }
  | { kind: 'other' })

export interface CodeCall {
  /** The last name of what is called: `setViewName`. */
  name: string
  /** As written, with calls before it as `()`: `registry.addViewController()`, `new ModelAndView`. */
  path: string
  /** The call this one is made on: `a("x")` of `a("x").b("y")`; null for others. */
  receiver: (Span & { kind: 'call' } & CodeCall) | null
  arguments: CodeArgument[]
  /** The body of a closure behind the arguments: `group { … }`. */
  block: Span | null
}

export interface CodeArgument {
  /** Name of the argument, key of the item; null for none. */
  name: string | null
  value: CodeNode
}

export interface CodeMethod extends Span {
  name: string
  annotations: (Span & CodeCall)[]
  body: Span
  /** Its return type and modifiers as written before its name, joined with spaces. */
  modifiers: string
}

export interface CodeClass extends Span {
  kind: string
  name: string
  annotations: (Span & CodeCall)[]
  /** Names without type arguments. */
  superclasses: string[]
  methods: CodeMethod[]
  /** Values of fields and constants. */
  fields: { name: string; value: CodeNode; annotations: (Span & CodeCall)[] }[]
  /** Index of the class around it, -1 for none. */
  parent: number
  body: Span
}

export interface CodeOutline {
  classes: CodeClass[]
  /** Calls inside a span, in order; those on which others are made come first. */
  calls(span: Span): (Span & { kind: 'call' } & CodeCall)[]
  /** What `return` gives inside a span; for a body that is one expression, what it gives. */
  returns(span: Span): CodeNode[]
}
