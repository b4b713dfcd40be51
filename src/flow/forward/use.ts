/** What can be done with a value. */
import type { ValueReference } from '../../project/meaning/meaning.js'

export type Use =
  /** It is called; `shift` arguments come before the parameters (`f.call(self, x)`), `spread`: they are in an array. */
  | { kind: 'call'; at: ValueReference; shift: number; spread: boolean }
  /** It is rendered as an element. */
  | { kind: 'element'; at: ValueReference }
  /** It is given to something outside the project, as an argument or a property of an element; `slot` says which. */
  | { kind: 'handed'; at: ValueReference; slot: string }
  /** It is a handler of an element of markup. */
  | { kind: 'attached'; at: ValueReference }
