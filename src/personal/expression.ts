/** Expressions of templates and server code as text: their access paths, whatever the language, classified by name. */
import { withoutConditions } from './conditions.js'
import { merged } from './classified.js'
import { classifyPath } from './path.js'
import type { Classified } from './classified.js'

/** Longer pieces of code are no expression of a template. */
const LONGEST = 4000

/** Strings inside strings, `"#{x["#{y}"]}"`. */
const MOST_PIECES = 60

/** Calls whose string names what is read, of what a visitor has sent: `$request->input('reason')`, `old('reason')`. */
const readersOfForms = new Set([
  'old', 'input', 'post', 'query', 'param', 'params', 'getparameter', 'form', 'val', 'getvalue', 'cookie', 'all', 'string',
  'getpost', 'getvar', 'filter_input', 'set_value', 'watch', 'getvalues', 'request', 'field', 'body', 'formvalue', 'postform',
  'queryparam', 'get_argument', 'getlist', 'getall', 'only', 'getitem', 'queryselector', 'getelementbyid', 'getquery',
])

/** Calls whose string names a part of what they are called on: `params.fetch(:reason)`, `data_get($user, 'email')`. */
const readers = new Set([
  'get', 'fetch', 'dig', 'session', 'data_get', 'array_get', 'get_field', 'the_field', 'get_user_meta', 'get_post_meta', 'getattribute',
  'get_meta', 'meta', 'value', 'read', 'pluck', 'slice', 'item', 'getstring', 'optstring', 'property', 'attr', 'data', 'getsession', 'eval',
  'displayfor', 'get_the_author_meta', 'flash', 'userdata', 'getproperty',
])

/** Calls that give a count, a yes or no, or a text of the interface, whatever is put in. */
const emptying = new Set([
  'count', 'isset', 'empty', 'strlen', 'sizeof', 'is_null', 'len', 'length', 'size', '__', '_e', 'trans', 't', 'i18n', 'lang', '$t',
  'translate', 'defined', 'exists', 'has', 'array_key_exists', 'can', 'require', 'import', 'include', 'asset', 'csrf_token', 'gettext', '_',
])

/** Filters that leave nothing of a value: `patients|length`. */
const emptyingFilters = new Set([
  'length', 'count', 'size', 'is_empty', 'exists', 'type', 't', 'trans', 'yesno', 'pluralize', 'wordcount', 'word_count', 'length_is',
])

/** Methods at the end that write a value in another form: `params[:phone].to_json.html_safe`. */
const writers = /^(?:to_?json|as_json|html_safe|to_s|to_?string|encodeAs[A-Z]\w*|raw|to_?h|to_?html)$/i

/** What PHP keeps of a request. */
const requests = new Set(['$_GET', '$_POST', '$_REQUEST', '$_COOKIE', '$_SERVER', '$_FILES'])

const token = new RegExp([
  String.raw`(?<space>\s+)`,
  String.raw`(?<access>\?->|->|\?\.(?!\d)|&\.|::|!\.|\.(?!\d))`,
  String.raw`(?<symbol>:[A-Za-z_]\w*)`,
  String.raw`(?<name>[$@]*[\p{L}_][\p{L}\p{N}\p{M}_]*[?!]?(?![.=]?=))`,
  String.raw`(?<number>\d[\w.]*)`,
  String.raw`(?<string>'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|\x60(?:[^\x60\\]|\\[^])*\x60)`,
  String.raw`(?<open>[([])`,
  String.raw`(?<close>[)\]])`,
  String.raw`(?<filter>\|(?!\|)(?<!\|\|))`,
  String.raw`(?<other>[^])`,
].join('|'), 'uy')

/** A bracket that is open: the path before it, and what the strings in it name. */
interface Bracket {
  path: string[]
  isIndex: boolean
  keys: string[]
  takesKeys: boolean
  isEmptying: boolean
}

/** The access paths of an expression, the outermost name first, in their order. Survives any text. */
export function pathsOf(code: string): string[][] {
  const paths: string[][] = []
  const pieces = [code.slice(0, LONGEST)]
  for (let at = 0; at < pieces.length && at < MOST_PIECES; at++) readPaths(pieces[at] as string, paths, pieces)
  return paths
}

function readPaths(code: string, paths: string[][], pieces: string[]): void {
  const brackets: Bracket[] = []
  let path: string[] = []
  let isAccess = false
  let isFilter = false
  const finish = (): void => {
    if (path.length > 0 && !brackets.some(({ isEmptying }) => isEmptying)) paths.push(fromRequest(path))
    path = []
    isAccess = false
  }
  for (const match of code.matchAll(new RegExp(token, 'guy'))) {
    const { access, symbol, name, string, open, close, filter, space, number } = match.groups ?? {}
    if (space !== undefined || number !== undefined) continue
    if (name !== undefined && isFilter) {
      if (emptyingFilters.has(name)) path = []
      isFilter = false
      continue
    }
    isFilter = filter !== undefined
    const bracket = brackets.at(-1)
    if (access !== undefined) isAccess = true
    else if (name !== undefined) {
      const isWritten = isAccess && path.length > 0 && writers.test(name)
      if (!isAccess) finish()
      if (!isWritten) path.push(requests.has(name) ? 'request' : name.replace(/^[$@]+|[?!]$/g, ''))
      isAccess = false
    } else if (open !== undefined) {
      brackets.push(opened(open, path))
      path = []
      isAccess = false
    } else if (close !== undefined) {
      finish()
      path = closed(brackets.pop())
    } else if (string !== undefined || symbol !== undefined) {
      finish()
      const text = symbol?.slice(1) ?? string?.slice(1, -1) ?? ''
      if (bracket?.takesKeys) bracket.keys.push(...text.split(/[.[\]]+/).filter((key) => key !== ''))
      else pieces.push(...interpolations(text))
    } else if (!isFilter) finish()
  }
  finish()
  // Brackets that nobody closes: what stood before them is still named.
  for (const bracket of brackets) if (bracket.path.length > 0) paths.push(bracket.path)
}

/** Parts of a request that hold what was asked with: `request.args.get('q')`, `request.GET['q']`. */
const partsOfRequests = /^(?:args|GET|values|query|query_?params|QueryString)$/

/** `app.request.phone`: whoever holds the request, it is the visitor's. */
function fromRequest(path: string[]): string[] {
  const own = path.slice(Math.max(0, path.indexOf('request')))
  return own.length > 2 && own[0] === 'request' && partsOfRequests.test(own[1] as string) ? ['request', ...own.slice(2)] : own
}

function opened(open: string, path: string[]): Bracket {
  const callee = path.at(-1)?.toLowerCase() ?? ''
  const isIndex = open === '['
  const isReader = readers.has(callee) || readersOfForms.has(callee)
  const isEmptying = !isIndex && emptying.has(callee)
  return { path, isIndex, keys: [], takesKeys: path.length > 0 && (isIndex || isReader), isEmptying }
}

/** The path that goes on after a bracket: an index and a reader add what they read. */
function closed(bracket: Bracket | undefined): string[] {
  if (!bracket || bracket.isEmptying) return []
  if (bracket.keys.length === 0) return bracket.path
  if (bracket.isIndex) return [...bracket.path, ...bracket.keys]
  const callee = bracket.path.at(-1)?.toLowerCase() ?? ''
  return [...bracket.path.slice(0, -1), ...readersOfForms.has(callee) ? ['form'] : [], ...bracket.keys]
}

/** Code inside a string: `#{…}`, `${…}`, `{$…}`, `{{…}}`. */
function interpolations(text: string): string[] {
  if (!text.includes('{')) return []
  return text.split(/#\{|\$\{|\{\{|\{(?=\$)/).slice(1)
}

/**
 * Categories of a template or server expression as text: `patient.email`, `$appointment->type`, `@Model.Mrn`,
 * `request.POST['reason']`, `#{visit.doctor.name}`, `{{ patient.dob|date:'Y' }}`. All its paths are read; what is sure
 * comes first. `[]` when no name says anything about a person.
 */
export function classifyExpression(code: string): Classified[] {
  return merged(pathsOf(code).flatMap((path) => classifyPath(path)))
}

/** The access paths of what an expression of a template renders. */
export function renderedPathsOf(code: string): string[][] {
  return pathsOf(withoutConditions(code))
}

/** Categories of what an expression of a template renders: its conditions render nothing. `read`: names read of it. */
export function classifyRendered(code: string, read: readonly string[] = []): Classified[] {
  return merged(renderedPathsOf(code).flatMap((path) => classifyPath([...path, ...read])))
}
