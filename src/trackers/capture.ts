/** What trackers do by themselves, and how code switches that off or on: the shape of the rows. */

/** Text, number or truth as it stands in code. */
export type Literal = string | number | boolean | null

/** One of these values; or any number above zero, text or object. */
export type Wanted = readonly Literal[] | 'anything'

/**
 * A way by which code decides. `write` is how it is written, for messages and for editors: `<account>` stands for the
 * account.
 *
 * - `call`: a call of `path` whose first arguments are `begins` and whose argument at `argument` (0-based), if there is one
 *   that decides, is one of `is`; `key`: what decides stands under these keys of it.
 *   `account`: the argument that names the account it is for. `early`: it counts only when it comes before the start.
 *   `shape: 'array'`: the arguments stand in an array that is pushed, as in `CallShape`
 * - `option`: a key of the object that whatever starts the tracker is given: an argument of its call, a property of its
 *   component, the options of its plug-in. `packages`: only where one of these starts it
 * - `assignment`: a value that is assigned to a property or global, `path` from the global on
 * - `attribute`: an attribute of the element that loads the script
 */
export type Switch = { write: string } & (
  | { by: 'call'; path: string; begins: readonly Literal[]; argument?: number; key?: readonly string[]; is?: Wanted; account?: number; early?: true; shape?: 'array' }
  | { by: 'option'; key: readonly string[]; is: Wanted; packages?: readonly string[] }
  | { by: 'assignment'; path: string; is: Wanted }
  | { by: 'attribute'; name: string; is: readonly string[] }
)

/**
 * - `clicks`: the text of what is clicked, with what the form around it consists of
 * - `choices`: the text of an option that is clicked
 * - `structure`: ids, names and destinations of forms, and texts of their buttons
 * - `identity`: fields that say who somebody is, mostly as hashes
 * - `values`: what stands in fields
 * - `metadata`: descriptions, keywords and structured data of the page
 * - `addresses`: each address of an application that shows its pages without loading a document
 * - `search`: search terms in the address
 */
export type Takes = 'clicks' | 'choices' | 'structure' | 'identity' | 'values' | 'metadata' | 'addresses' | 'search'

/** Which fields a vendor says that it reads. */
export interface FieldPattern {
  /** What is read from them, in the words of `DataCategory`. */
  category: string
  /** Types of inputs. */
  types?: readonly string[]
  /** Texts in the id, name or placeholder. Without these and types: whatever asks for data of the category. */
  contains?: readonly string[]
}

/** One thing a tracker does by itself. */
export interface Capture {
  takes: Takes
  /** What leaves, in words that follow `receives`. */
  sends: string
  /** Who decides: what stands in the code, or a setting in the vendor's console. */
  decides: 'code' | 'console'
  /** Where it is decided when not in the code, in words that follow `unless it is off`. */
  console?: string
  /** Any of these turns it off. */
  off: readonly Switch[]
  /** It is off unless one of these turns it on. */
  on?: readonly Switch[]
  /** For `identity`. */
  fields?: readonly FieldPattern[]
  /** Where the vendor, or a recorded request, says so. */
  source: string
}

/** An attribute or a class of an element that says how a recording treats what is in it. */
export type Mark = { attribute: string; values?: readonly string[] } | { class: string }

/** How a tracker records pages for replay. */
export interface Replay {
  /** What a recording shows unless it is told otherwise; `console`: a setting in the vendor's console decides. */
  text: 'shown' | 'masked'
  inputs: 'shown' | 'masked'
  /** The setting that masks all text, in words that follow `unless`; null where no setting does. */
  console: string | null
  /** It records only where one of these is in the code. */
  on?: readonly Switch[]
  /** Any of these ends recording. */
  off: readonly Switch[]
  /** Any of these masks all text. */
  mask: readonly Switch[]
  /** Any of these shows what would be masked. */
  reveal: readonly Switch[]
  masks: readonly Mark[]
  reveals: readonly Mark[]
  source: string
}
