/**
 * What is read of PHP code: values by their shape, declarations, branches. Nothing runs. Offsets are those of the
 * file.
 */
import type { Span } from '../../../types.js'

export type PhpNode = Span & (
  | PhpCall
  /** With HOLE where it interpolates or joins what is no literal; `parts` are the pieces of such a one, in order. */
  | { kind: 'string'; text: string; parts?: PhpNode[] }
  | { kind: 'number'; value: number }
  /** A constant or class: `PHP_EOL`, `App\Http\HomeController::class`. */
  | { kind: 'name'; path: string }
  /** `$x`, `$this->views`; with the keys it is indexed by, null for those that are no literals. */
  | { kind: 'variable'; path: string; keys: (string | null)[] }
  | { kind: 'list'; items: PhpArgument[] }
  /** A function without a name; for `fn`, the body is its expression. */
  | { kind: 'closure'; parameters: PhpParameter[]; body: Span }
  /** `a ? b : c`, `a ?? b`: what it may give. */
  | { kind: 'choice'; options: PhpNode[] }
  /** Comparisons, `&&`, sums. Words are their marks: `and` is `&&`. */
  | { kind: 'binary'; operator: string; left: PhpNode; right: PhpNode }
  | { kind: 'not'; of: PhpNode }
  | { kind: 'other' })

export interface PhpCall {
  kind: 'call'
  /** The last name of what is called: `get` of `Route::get`, `Portal` of `new Portal`. */
  name: string
  /** As written, calls before it as `()`: `Route::get`, `$this->render`, `Route::prefix()->group`, `new Portal`. */
  path: string
  /** The value a method is called on; null for functions, static methods and `new`. */
  receiver: PhpNode | null
  arguments: PhpArgument[]
}

export type PhpCallNode = Span & PhpCall

export interface PhpArgument {
  /** The name of a named argument, the key of an item; null for neither, or when the key is no literal. */
  name: string | null
  value: PhpNode
}

export interface PhpParameter {
  /** With its `$`. */
  name: string
  /** As written, without `?`; null for none. */
  type: string | null
  isOptional: boolean
}

export interface PhpDeclaration extends Span {
  kind: 'class' | 'function'
  name: string
  /** Index of the declaration around it, -1 when there is none. */
  parent: number
  body: Span
  /** Of a function. */
  parameters: PhpParameter[]
  /** `public`, `abstract` and the like, in lower case. */
  modifiers: string[]
  /** Classes, interfaces and traits as written, what is extended first. */
  superclasses: string[]
  /** Attributes, and annotations of the comment before it. */
  annotations: PhpCallNode[]
}

export interface PhpAssignment extends Span {
  /** `$route`, `$this->layout`, a constant's name. */
  name: string
  /** `$route['a/b'] = …`: the keys; null for those that are no literals, and for `[]`. */
  keys: (string | null)[]
  value: PhpNode
  /** Index of the innermost declaration, -1 for none. */
  declaration: number
}

/** `if`, `elseif`, `case`, an arm of `match`: code that runs only when a test holds. */
export interface PhpBranch {
  /** What `switch` and `match` compare; null for `if`. */
  subject: PhpNode | null
  /** Null for `else` and `default`. */
  test: PhpNode | null
  /** Tests of the branches of the same `if` before it, which do not hold here. */
  others: PhpNode[]
  body: Span
}

export interface ParsedPhp {
  declarations: PhpDeclaration[]
  calls: PhpCallNode[]
  assignments: PhpAssignment[]
  /** What `return` gives. `declaration`: index of the innermost, -1 for the file itself. */
  returns: { value: PhpNode; declaration: number }[]
  branches: PhpBranch[]
  namespace: string
  /** Lower-cased alias → what it stands for, with its namespace. */
  imports: ReadonlyMap<string, string>
}
