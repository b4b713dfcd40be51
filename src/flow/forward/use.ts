/** What can be done with a value. */
import type { Path } from '../path.js'
import type { ValueReference } from '../../project/meaning/meaning.js'

export type Use =
  /** It is called. */
  | { kind: 'call'; at: ValueReference }
  /** It is rendered as an element. */
  | { kind: 'element'; at: ValueReference }
  /** It is given to something outside the project, as an argument or a property of an element; `slot` says which. */
  | { kind: 'handed'; at: ValueReference; slot: string; bound: readonly ValueReference[] }
  /** It is kept as a handler of an element, or of whatever `at` is: `element.onclick = f`. */
  | { kind: 'listener'; at: ValueReference; slot: string }
  /** `at` (its part `from`) is written into it, at `names`. */
  | { kind: 'written'; at: ValueReference; names: Path; from: Path }
  /** A component's script keeps it, or the value that holds it at `path`, under a name that its template can use. */
  | { kind: 'named'; at: ValueReference; binding: number; path: Path }
  /** It is a handler of an element of markup in a template literal; `start` is the element's. */
  | { kind: 'placed'; at: ValueReference; start: number }
  /** It is a handler of an element of markup. */
  | { kind: 'attached'; at: ValueReference }
