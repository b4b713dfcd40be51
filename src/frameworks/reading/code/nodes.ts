/**
 * Code of Python, Ruby, Elixir and Go as statements and expressions: what routes, views and names of templates are
 * written with. Types, operators and the like are only kept as far as they hold other expressions.
 */
import type { Span } from '../../../types.js'

export type Expression = Span & (
  | { kind: 'text'; text: string }
  /** `:index` of Ruby and Elixir. */
  | { kind: 'symbol'; name: string }
  | { kind: 'constant'; value: boolean | number | null }
  /** `x`, `Home`, `@visits`. */
  | { kind: 'name'; name: string }
  /** `a.b`, `A::B`. */
  | { kind: 'member'; object: Expression; name: string }
  | { kind: 'index'; object: Expression; key: Expression }
  | CallShape
  /** `type`: as Go writes it in front of its literals, `[]string`, `Server`. */
  | { kind: 'list'; items: Argument[]; type?: string }
  | { kind: 'map'; entries: Argument[]; type?: string }
  /** Pieces that make one text: an interpolation, literals beside one another. */
  | { kind: 'join'; parts: Expression[] }
  /** Operators as the language writes them; `or`, `||` and `??` are `or`. */
  | { kind: 'binary'; operator: string; left: Expression; right: Expression }
  | { kind: 'choice'; test: Expression | null; options: Expression[] }
  /** `[f(x) for x in xs]`. */
  | { kind: 'each'; item: Expression; variables: string[]; over: Expression }
  | { kind: 'function'; function: CodeFunction }
  /** Anything else, with the expressions in it. */
  | { kind: 'other'; parts: Expression[] })

export interface CallShape {
  kind: 'call'
  callee: Expression
  arguments: Argument[]
  /** The `do … end` or `{ … }` behind the call. */
  block: CodeFunction | null
}

export type Call = Span & CallShape

export interface Argument {
  /** Of a named argument, of an entry whose key is a name. */
  name: string | null
  /** The key of an entry whose key is no name. */
  key?: Expression
  value: Expression
  /** `*items`, `**options`. */
  isSpread?: true
}

export interface CodeFunction extends Span {
  /** Null for one without a name. */
  name: string | null
  /** Type or object it is a method of, as written before its name; null for none. */
  receiver: string | null
  /** What a method of Go calls the object it is called on. */
  self?: string
  parameters: Parameter[]
  decorators: Expression[]
  body: Statement[]
}

export interface Parameter {
  name: string
  /** As written; null for none. */
  type: string | null
  default: Expression | null
}

export interface CodeClass extends Span {
  /** With its modules, as written: `Portal::VisitsController`, `MyWeb.Router`. */
  name: string
  bases: Argument[]
  decorators: Expression[]
  body: Statement[]
  /** A module and no class. */
  isModule?: true
}

export interface CodeImport {
  /** As written: `.views`, `github.com/go-chi/chi/v5`. */
  module: string
  /** What is taken of it: a name, `*` for all names; null for the module itself. */
  name: string | null
  /** What it is called here. */
  alias: string
}

export type Statement = Span & (
  | { kind: 'expression'; value: Expression }
  /** `operator` is `=`, `+=`, `||=` … */
  | { kind: 'assign'; targets: Expression[]; value: Expression; operator: string }
  | { kind: 'return'; value: Expression }
  | { kind: 'import'; imports: CodeImport[] }
  | { kind: 'function'; function: CodeFunction }
  | { kind: 'class'; class: CodeClass }
  /** `if`, `case`: each branch with its tests, none for `else`. The subject is what `case` and `switch` ask about. */
  | { kind: 'branch'; subject: Expression | null; branches: Branch[] }
  | { kind: 'loop'; variables: string[]; over: Expression | null; body: Statement[] }
  /** Anything else with a body: `with`, `try`. */
  | { kind: 'block'; heads: Expression[]; body: Statement[] })

export interface Branch extends Span {
  tests: Expression[]
  /** True for `unless`. */
  isNegated?: true
  body: Statement[]
}

/** `a.b().c` as written, calls as `()`; empty for what is no chain of names. */
export function pathOf(node: Expression): string {
  switch (node.kind) {
    case 'name': return node.name
    case 'member': {
      const object = pathOf(node.object)
      return object === '' ? '' : `${object}.${node.name}`
    }
    case 'call': {
      const callee = pathOf(node.callee)
      return callee === '' ? '' : `${callee}()`
    }
    default: return ''
  }
}

/** The last name of what is called, empty for none: `render` of `templates.render(…)`. */
export function calledName({ callee }: CallShape): string {
  return callee.kind === 'member' || callee.kind === 'name' ? callee.name : ''
}

/** The value of a named argument or entry. */
export function named(items: readonly Argument[], ...names: readonly string[]): Expression | undefined {
  for (const name of names) {
    const found = items.find((item) => item.name === name)
    if (found) return found.value
  }
  return undefined
}

/** The arguments without a name, in order; spread ones are left out. */
export function positional({ arguments: items }: CallShape): Expression[] {
  return items.filter((item) => item.name === null && !item.key && !item.isSpread).map(({ value }) => value)
}
