/** Conditions on the address of a page, and what they come to on one: those of all engines are read into these. */
import { ANY, patternsOfRoute, share, within, WORD } from './path-pattern.js'

export type PathTest =
  /** The path fits one of the patterns; `isBelow`: without the path its application lies at, as routers have it. */
  | { kind: 'path'; patterns: string[]; isBelow?: true }
  /** The page is shown by a template of this name: WordPress page templates, the controller of Rails views. */
  | { kind: 'view'; pattern: string }
  /** The route has one of these names: `Request::routeIs('portal.*')`. */
  | { kind: 'name'; patterns: string[] }
  | { kind: 'not'; of: PathTest }
  | { kind: 'all' | 'any'; of: PathTest[] }
  | { kind: 'constant'; value: boolean }
  /** About something else than the address. */
  | { kind: 'open' }
  /** About the address, in a way that cannot be read. */
  | { kind: 'unclear' }

/** A page as conditions see it. */
export interface Page {
  /** Canonical path, see `Route.path`. */
  path: string
  /** The path its application lies at, which the application's router leaves out; `/` when absent. */
  base?: string
  /** Files that make it up. */
  files: readonly string[]
  /** Names by which code asks for its route; null where routes have none, or where they are not known. */
  names: readonly string[] | null
}

/** `open`: depends on something else than the address; `unclear`: on the address, and the source does not say how. */
export type Verdict = 'yes' | 'no' | 'open' | 'unclear'

export const open: PathTest = { kind: 'open' }
export const unclear: PathTest = { kind: 'unclear' }

export const not = (of: PathTest): PathTest => (isUndecided(of) ? of : { kind: 'not', of })
export const all = (of: PathTest[]): PathTest => joined('all', of)
export const any = (of: PathTest[]): PathTest => joined('any', of)

/**
 * One test where the parts say no more than one of them. Conditions of functions that call themselves hold the same parts
 * over and over: without this, asking one takes twice as long with each call.
 */
function joined(kind: 'all' | 'any', of: PathTest[]): PathTest {
  const parts = [...new Set(of)]
  if (parts.length > 0 && parts.every(isUndecided)) return parts.find((part) => part.kind === 'unclear') ?? open
  return parts.length === 1 ? parts[0] as PathTest : { kind, of: parts }
}

function isUndecided({ kind }: PathTest): boolean {
  return kind === 'open' || kind === 'unclear'
}

/** What a condition comes to on a page. */
export function decide(test: PathTest, page: Page, negated = false): Verdict {
  switch (test.kind) {
    case 'open': return 'open'
    case 'unclear': return 'unclear'
    case 'constant': return test.value === negated ? 'no' : 'yes'
    case 'not': return decide(test.of, page, !negated)
    case 'path': return turned(decidePath(test.patterns, test.isBelow ? belowBase(page) : page.path), negated)
    case 'view': return turned(decideView(test.pattern, page.files), negated)
    case 'name': return turned(decideName(test.patterns, page.names), negated)
    default: {
      const verdicts = test.of.map((each) => decide(each, page, negated))
      return (test.kind === 'all') === negated ? either(verdicts) : both(verdicts)
    }
  }
}

function turned(verdict: Verdict, negated: boolean): Verdict {
  if (!negated || verdict === 'open' || verdict === 'unclear') return verdict
  return verdict === 'yes' ? 'no' : 'yes'
}

function both(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('unclear') ? 'unclear' : verdicts.includes('open') ? 'open' : 'yes'
}

/** Where something else may let it run on a page that the path alone rules out, the address still has its say. */
function either(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes'
  if (verdicts.every((verdict) => verdict === 'no')) return 'no'
  return verdicts.every((verdict) => verdict === 'open') ? 'open' : 'unclear'
}

function belowBase({ path, base = '/' }: Page): string {
  return `${path}/`.startsWith(`${base}/`) ? path.slice(base.length) || '/' : path
}

/** The same of the path as a router has it. */
export function inRouter(test: PathTest): PathTest {
  switch (test.kind) {
    case 'path': return { ...test, isBelow: true }
    case 'not': return not(inRouter(test.of))
    case 'all':
    case 'any': return { kind: test.kind, of: test.of.map(inRouter) }
    default: return test
  }
}

/** A server may show `/portal` as `/portal/`: a pattern that ends so is asked about both. */
function formsOf(path: string, patterns: readonly string[]): string[] {
  const forms = patternsOfRoute(path)
  const texts = patterns.map((pattern) => pattern.replaceAll(ANY, ''))
  const asksForSlash = texts.some((text) => text.length > 1 && text.endsWith('/'))
  return asksForSlash ? forms.flatMap((form) => (form.endsWith('/') ? [form] : [form, `${form}/`])) : forms
}

function decidePath(patterns: readonly string[], path: string): Verdict {
  const verdicts = formsOf(path, patterns).map((form): Verdict => {
    if (patterns.some((pattern) => within(pattern, form))) return 'yes'
    return patterns.some((pattern) => share(pattern, form)) ? 'unclear' : 'no'
  })
  const [first] = verdicts
  return first !== undefined && verdicts.every((verdict) => verdict === first) ? first : 'unclear'
}

function decideView(pattern: string, files: readonly string[]): Verdict {
  if (files.length === 0) return 'unclear'
  const fitting = files.filter((file) => within(pattern, `/${file}`))
  return fitting.length === 0 ? 'no' : fitting.length === files.length ? 'yes' : 'unclear'
}

function decideName(patterns: readonly string[], names: readonly string[] | null): Verdict {
  if (names === null) return 'unclear'
  const fitting = names.filter((name) => patterns.some((pattern) => within(pattern, name)))
  return fitting.length === 0 ? 'no' : fitting.length === names.length ? 'yes' : 'unclear'
}

/** True when a condition says anything about the address. */
export function isAboutAddress(test: PathTest): boolean {
  switch (test.kind) {
    case 'path':
    case 'view':
    case 'name':
    case 'unclear': return true
    case 'not': return isAboutAddress(test.of)
    case 'all':
    case 'any': return test.of.some(isAboutAddress)
    default: return false
  }
}

// What engines ask -----------------------------------------------------------------------------------------------------

/** The path is this one; routers write parameters as `:id`, `[id]` or `{id}`. */
export function isPath(text: string): PathTest {
  const [path] = text.split(/[?#]/)
  const clean = (path as string).replace(/(?<=.)\/+$/, '')
  if (!clean.startsWith('/')) return unclear
  const rest = clean.replace(/\[\[?\.{3}[^\]]*\]\]?/g, ANY)
  return { kind: 'path', patterns: [rest.replace(/\[[^\]]+\]|\{[^}]+\}|:[A-Za-z_]\w*/g, WORD)] }
}

export const startsWith = (text: string): PathTest => (
  text === '' || text === '/' ? { kind: 'constant', value: true } : { kind: 'path', patterns: [text + ANY] })

export const endsWith = (text: string): PathTest => ({ kind: 'path', patterns: [ANY + text] })

/** `inAddress`: the text is looked for in the whole address, where a host may hold it as well. */
export function includes(text: string, inAddress = false): PathTest {
  if (text === '' || text === '/') return { kind: 'constant', value: true }
  const found: PathTest = { kind: 'path', patterns: [ANY + text + ANY] }
  return inAddress && !text.includes('/') ? any([found, unclear]) : found
}

/** One segment of the path, counted from 0; `last` from the end. */
export function hasSegment(index: number | 'last', text: string): PathTest {
  if (index === 'last') return { kind: 'path', patterns: [`${ANY}/${text}`] }
  const before = `/${`${WORD}/`.repeat(Math.max(0, index))}${text}`
  return { kind: 'path', patterns: [before, `${before}/${ANY}`] }
}

/** The name of the route; `*` stands for anything. */
export const isNamed = (text: string): PathTest => ({ kind: 'name', patterns: [text.replace(/\*+/g, ANY)] })

/** A glob of Laravel and its like: `*` stands for anything, slashes are left out in front. */
export function fitsGlob(text: string): PathTest {
  const clean = `/${text.replace(/^\/+/, '')}`.replace(/(?<=.)\/+$/, '')
  return { kind: 'path', patterns: [clean.replace(/\*+/g, ANY)] }
}

/** A route pattern as routers write it: `/portal/*`, `/visits/:id`; `whole` false takes all paths below as well. */
export function fitsRoute(text: string, whole: boolean): PathTest {
  const patterns = patternsOfRoute(`/${text.replace(/^\/+/, '')}`)
  return { kind: 'path', patterns: whole ? patterns : patterns.flatMap((each) => [each, `${each === '/' ? '' : each}/${ANY}`]) }
}
