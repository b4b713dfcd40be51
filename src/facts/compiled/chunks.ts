/**
 * Builds in several files. The files of one build find one another by a name on the global object, and modules by their
 * ids, whichever file they lie in:
 *
 *     (self.webpackChunkapp = self.webpackChunkapp || []).push([[311], { 12: (module, exports, load) => { … } }])
 *     var root = globalThis.parcelRequire1a2b, add = root.register; add('k3xY1', function (module, exports) { … })
 *
 * A module of another file is an import of it by its id: `import { '12' } from './webpackChunkapp!12'`.
 * https://webpack.js.org/configuration/output/#outputchunkloadingglobal, https://parceljs.org/features/scope-hoisting/
 */
import { sliceText } from '../../parse/mapped-text.js'
import { Kind, tokensOf, type Tokens } from '../../parse/pieces/tokens.js'
import { withEvaluated } from './evaluated.js'

/** One of these words is in every file of such a build. */
export const BUNDLE_WORDS: readonly string[] = ['webpackChunk', 'webpackJsonp', 'parcelRequire']

/** `webpackChunkName` is what a source calls a chunk in a comment. */
const NAME = /^(?:webpackChunk(?!Name$)|webpackJsonp|parcelRequire)[\w$-]*$/
const NAMES = /\b(?:webpackChunk(?!Name\b)|webpackJsonp|parcelRequire)[\w$-]*/

/** The name when it is one by which the files of a build find one another. */
export function bundleName(name: string): string | null {
  return name.length >= 12 && NAME.test(name) ? name : null
}

/** What names a module of another file of the same build. */
export function moduleSpecifier(bundle: string, id: string): string {
  return `./${bundle}!${id}`
}

/** The parts of such a specifier; null for all others. */
export function bundleModule(specifier: string): { bundle: string; id: string } | null {
  const [, bundle, id] = /^\.\/((?:webpack|parcel)[\w$-]+)!(.*)$/.exec(specifier) ?? []
  return bundle === undefined || id === undefined ? null : { bundle, id }
}

/** What is told of one file of a build before it is parsed. */
export interface Chunk {
  bundle: string
  /** It starts the others. */
  isRuntime: boolean
  /** Of one that starts the others: which parts it says are there. */
  parts: string[]
  /** Ids of the modules it holds. */
  modules: string[]
  /** Ids of modules it loads and does not hold itself. */
  loads: string[]
}

/** The name by which a file would find the others; null for a text without one. A first look, before `chunkOf`. */
export function bundleOf(text: string): string | null {
  return NAMES.exec(text)?.[0] ?? null
}

/** Takes over the list that others push themselves to: webpack 5, 4, those before; what registers modules, of Parcel. */
const STARTS = new RegExp([
  /\.push\s*=\s*[\w$]+\.bind\(\s*(?:null|void 0)\s*,/,
  /\.push\.bind\(([\w$]+)\)\s*[;,]\s*\1\.push\s*=/,
  /\bwebpackJsonp[\w$-]*(?:["']\])?\s*=\s*function\b/,
  /\.register\s*=\s*function\b/,
].map(({ source }) => source).join('|'))

/** True for the text of a file that starts the others of its build. */
export function startsOthers(text: string): boolean {
  return STARTS.test(text)
}

/** Null for a text that is no file of a build in several files. */
export function chunkOf(text: string): Chunk | null {
  const bundle = bundleOf(text)
  if (bundle === null) return null
  const code = withEvaluated(sliceText(text, 0, text.length))?.text ?? text
  const tokens = tokensOf(code)
  if (!tokens) return null
  const isParcel = bundle.startsWith('parcel')
  const reader = new ChunkReader(tokens)
  const modules = isParcel ? reader.registered(registersOf(code)) : reader.tables()
  const isRuntime = startsOthers(text)
  const parts = isRuntime && !isParcel ? reader.parts() : []
  const isId = isParcel ? /^[A-Za-z0-9]{4,6}$/ : /^[^\s'"]{1,300}$/
  const loads = reader.loads().filter((id) => isId.test(id) && !modules.has(id))
  return modules.size === 0 && loads.length === 0 ? null : { bundle, isRuntime, parts, modules: [...modules], loads }
}

/** Other names of `root.register`. */
function registersOf(code: string): ReadonlySet<string> {
  return new Set(['register', ...[...code.matchAll(/([\w$]+)\s*=\s*[\w$.]+\.register\b(?!\s*=)/g)].map((match) => match[1] as string)])
}

const [DOT, COMMA, COLON, OPEN, CLOSE, BRACE, LIST, EQUALS, ASSIGNS] = [...'.,:(){[=>'].map((sign) => sign.charCodeAt(0)) as
  [number, number, number, number, number, number, number, number, number]

class ChunkReader {
  constructor(private readonly tokens: Tokens) {}

  private text(at: number): string {
    return this.tokens.text.slice(this.tokens.starts[at], this.tokens.ends[at])
  }

  private sign(at: number): number {
    return at < 0 || at >= this.tokens.count ? 0 : this.tokens.signs[at] as number
  }

  private isKind(at: number, ...kinds: readonly Kind[]): boolean {
    return at >= 0 && at < this.tokens.count && kinds.includes(this.tokens.kinds[at] as Kind)
  }

  private partner(at: number): number {
    return this.tokens.partners[at] as number
  }

  /** A literal as an id. */
  private id(at: number): string {
    const text = this.text(at)
    return /^["']/.test(text) ? text.slice(1, -1) : text
  }

  /** Keys of the tables of functions with up to three parameters, and places in the lists of such. */
  tables(): Set<string> {
    const found = new Set<string>()
    for (let at = 0; at < this.tokens.count; at++) {
      if (!this.isKind(at, Kind.Open)) continue
      const ids = this.sign(at) === BRACE ? this.keys(at) : this.sign(at) === LIST && this.isHandedList(at) ? this.places(at) : []
      if (ids.length === 0) continue
      for (const id of ids) found.add(id)
      at = this.partner(at)
    }
    return found
  }

  private keys(open: number): string[] {
    const found: string[] = []
    const close = this.partner(open)
    for (let at = open + 1; at < close;) {
      if (!this.isKind(at, Kind.Number, Kind.Text, Kind.Name)) return []
      const end = this.sign(at + 1) === OPEN ? this.body(at + 1) : this.sign(at + 1) === COLON ? this.functionAt(at + 2) : -1
      if (end < 0 || (end < close && this.sign(end) !== COMMA)) return []
      found.push(this.id(at))
      at = end + 1
    }
    return found
  }

  private places(open: number): string[] {
    const found: string[] = []
    const close = this.partner(open)
    let index = 0
    for (let at = open + 1; at < close; index++) {
      if (this.sign(at) === COMMA) {
        at++
        continue
      }
      const end = this.functionAt(at)
      if (end < 0 || (end < close && this.sign(end) !== COMMA)) return []
      found.push(String(index))
      at = end + 1
    }
    return found
  }

  /** `.push([[1], [`, `webpackJsonp([1], [`, `}([` */
  private isHandedList(open: number): boolean {
    if (this.sign(open - 1) === COMMA) return this.isKind(open - 2, Kind.Close) && this.sign(this.partner(open - 2)) === LIST
    return this.sign(open - 1) === OPEN && this.isKind(open - 2, Kind.Close)
  }

  /** The token behind a function that begins at a token; -1 when none does. */
  private functionAt(at: number): number {
    if (this.isKind(at, Kind.Name) && this.text(at) === 'function') {
      return this.body(this.isKind(at + 1, Kind.Name) ? at + 2 : at + 1)
    }
    const isOne = this.isKind(at, Kind.Name)
    const arrow = isOne ? at + 1 : this.sign(at) === OPEN && this.parameters(at) <= 3 ? this.partner(at) + 1 : -1
    if (arrow < 0 || this.sign(arrow) !== EQUALS || this.sign(arrow + 1) !== ASSIGNS) return -1
    if (this.sign(arrow + 2) === BRACE) return this.partner(arrow + 2) + 1
    for (let there = arrow + 2; there < this.tokens.count; there++) {
      if (this.isKind(there, Kind.Open)) there = this.partner(there)
      else if (this.isKind(there, Kind.Close) || this.sign(there) === COMMA) return there
    }
    return -1
  }

  /** Behind `(module, exports, load) { … }`. */
  private body(open: number): number {
    if (this.sign(open) !== OPEN || this.parameters(open) > 3) return -1
    const brace = this.partner(open) + 1
    return this.sign(brace) === BRACE ? this.partner(brace) + 1 : -1
  }

  private parameters(open: number): number {
    const close = this.partner(open)
    return close === open + 1 ? 0 : (close - open) / 2
  }

  /** Ids under which modules are registered by calls of these names. */
  registered(names: ReadonlySet<string>): Set<string> {
    const found = new Set<string>()
    for (let at = 3; at < this.tokens.count; at++) {
      if (this.sign(at) !== COMMA || !this.isKind(at - 1, Kind.Text) || this.sign(at - 2) !== OPEN) continue
      if (this.isKind(at - 3, Kind.Name) && names.has(this.text(at - 3))) found.add(this.id(at - 1))
    }
    return found
  }

  /** What says that parts are there: `{ 1: 0 }`. */
  parts(): string[] {
    const found = new Set<string>()
    for (let at = 1; at < this.tokens.count; at++) {
      if (this.sign(at) !== BRACE || this.sign(at - 1) !== EQUALS || this.partner(at) !== at + 4) continue
      if (this.sign(at + 2) === COLON && this.text(at + 3) === '0') found.add(this.id(at + 1))
    }
    return [...found]
  }

  /** `load(12)`, `load.t(12, 7)`, `load.bind(load, 12)`. */
  loads(): string[] {
    const found = new Set<string>()
    for (let at = 2; at < this.tokens.count - 1; at++) {
      if (!this.isKind(at, Kind.Number, Kind.Text)) continue
      const before = this.sign(at - 1)
      const behind = this.sign(at + 1)
      const isOnly = before === OPEN && behind === CLOSE && this.isKind(at - 2, Kind.Name) && this.sign(at - 3) !== DOT
      const isNamespace = before === OPEN && this.sign(at - 3) === DOT && this.text(at - 2) === 't'
      // `forEach(take.bind(null, 0))` takes what was pushed before it.
      const isBound = before === COMMA && this.isKind(at - 2, Kind.Name) && this.sign(at - 3) === OPEN && this.text(at - 4) === 'bind'
        && this.text(at - 8) !== 'forEach'
      if (isOnly || isNamespace || isBound) found.add(this.id(at))
    }
    return [...found]
  }
}
