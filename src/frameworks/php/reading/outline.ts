/** What is read of a PHP file: its declarations, calls, assignments and returned values. Nothing runs. */
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { parseOutline } from './parser.js'

export type PhpNode = Span & (
  | PhpCall
  /** With HOLE where it interpolates or joins what is no literal. */
  | { kind: 'string'; text: string }
  /** A constant or class: `PHP_EOL`, `App\Http\HomeController::class`. */
  | { kind: 'name'; path: string }
  /** `$x`, `$this->views`; with the keys it is indexed by, null for those that are no literals. */
  | { kind: 'variable'; path: string; keys: (string | null)[] }
  | { kind: 'list'; items: PhpArgument[] }
  /** A function without a name; for `fn`, the body is its expression. */
  | { kind: 'closure'; body: Span }
  /** `a ? b : c`, `a ?? b`: what it may give. */
  | { kind: 'choice'; options: PhpNode[] }
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

export interface PhpArgument {
  /** The name of a named argument, the key of an item; null for neither, or when the key is no literal. */
  name: string | null
  value: PhpNode
}

export interface PhpDeclaration extends Span {
  kind: 'class' | 'function'
  name: string
  /** Index of the declaration around it, -1 when there is none. */
  parent: number
  body: Span
  /** Classes, interfaces and traits, with their namespaces. */
  superclasses: string[]
  /** Attributes, and annotations of the comment before it. */
  annotations: (Span & PhpCall)[]
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

export interface PhpOutline {
  declarations: PhpDeclaration[]
  /** All calls, outer ones before those inside them. */
  calls: (Span & PhpCall)[]
  assignments: PhpAssignment[]
  /** What `return` gives. `declaration`: index of the innermost, -1 for the file itself. */
  returns: { value: PhpNode; declaration: number }[]
  namespace: string
  /** The class a name stands for, with its namespace and without a leading backslash. */
  className(written: string): string
  /** Index of the innermost declaration around an offset, -1 for none. */
  declarationAt(offset: number): number
  /** Calls inside a span, in order. */
  within(span: Span): (Span & PhpCall)[]
}

const outlines = new WeakMap<FrameworkHost, Map<string, PhpOutline>>()

/** The outline of a file of the tree; empty for a file that is not there. Kept as long as the host is. */
export function outlineOf(host: FrameworkHost, file: string): PhpOutline {
  let kept = outlines.get(host)
  if (!kept) outlines.set(host, kept = new Map())
  let found = kept.get(file)
  if (!found) kept.set(file, found = readPhp(host.text(file) ?? ''))
  return found
}

/** Reads any text; never throws. */
export function readPhp(text: string): PhpOutline {
  const { declarations, calls, assignments, returns, namespace, imports } = parseOutline(text)
  calls.sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    declarations, calls, assignments, returns, namespace,
    className: (written) => qualified(written, namespace, imports),
    declarationAt(offset) {
      // Inner declarations begin later.
      return declarations.findLastIndex(({ start, end }) => start <= offset && offset < end)
    },
    within: ({ start, end }) => calls.filter((call) => call.start >= start && call.end <= end),
  }
}

/** https://www.php.net/manual/en/language.namespaces.rules.php */
function qualified(written: string, namespace: string, imports: ReadonlyMap<string, string>): string {
  if (written.startsWith('\\')) return written.slice(1)
  const [first, ...rest] = written.split('\\') as [string, ...string[]]
  const imported = imports.get(first.toLowerCase())
  if (imported !== undefined) return [imported, ...rest].join('\\')
  return namespace === '' ? written : `${namespace}\\${written}`
}
