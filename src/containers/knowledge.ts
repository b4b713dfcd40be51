/** What is known of the types of tags and variables of one tag manager: rows. */
import type { TagSending } from '../facts/container/container.js'
import type { Parameters, Variable } from './container.js'
import type { Expression } from './expression.js'
import type { Text } from './reading/text.js'

export type Call = TagSending['call']

export interface VariableType {
  type: string
  is: string
  gives: (parameters: Parameters) => Expression
}

export interface TagType {
  /** As exports write it; live containers put `__` before it. */
  type: string
  title: string
  /**
   * Row of the tracker tables; `by-address`: the address in the parameter `address` decides. Absent for tags that hold
   * code or send nothing.
   */
  tracker?: string
  /** One type of tag for several products: the account's prefix may say another row. */
  byAccount?: true
  call?: Call | ((parameters: Parameters) => Call)
  /** Parameters that may hold the account, the first that says something; `settings.id` is a part of one. */
  accounts?: readonly string[]
  /** What the account is written with in the vendor's own code, where the container leaves it out. */
  accountPrefix?: string
  events?: readonly string[]
  /** The event when no parameter says it. */
  event?: string
  address?: string
  /** Parameter that holds markup with scripts. */
  markup?: string
  /** Parameter that holds a function which the tag calls; where it is text and no function, it is markup. */
  script?: string
  /** What leaves, a list of expressions; all parameters when absent. */
  data?: (parameters: Parameters) => Expression
  /** Settings that collect more than the tag is given, as clauses: `looks for e-mail addresses in the page`. */
  collects?: (parameters: Parameters) => string[]
}

/** Script of a variable: a function that is called for the value, or an expression that is the value. */
export interface VariableCode {
  text: Text
  isFunction: boolean
}

export interface Knowledge {
  tag(type: string): TagType | null
  /** True for what only listens, and sends nothing. */
  isSilent(type: string): boolean
  variable(type: string): VariableType | null
  /** True for a type of variable that holds what is handed over under a name: a data layer, a cookie, event data. */
  isGivenAtRunTime?(type: string): boolean
  /** The code of a variable that is written in JavaScript. */
  code(variable: Variable): VariableCode | null
  /** Variables that every container has, by the key of a reference. */
  builtIn(key: string): Variable | null
  /** Method by which code asks for a variable: `_satellite.getVar('name')`. */
  lookup?: string
}
