/** Conditions of templates and server code as tests of the page's path: requests, page functions, names of views. */
import { ANY, WORD } from '../path-pattern.js'
import {
  all, any, endsWith, fitsGlob, hasSegment, includes, isNamed, isPath, not, open, startsWith, unclear, type PathTest,
} from '../path-test.js'
import {
  drupalGlobs, ghostContexts, isShopTemplate, noPage, pageFunction, shopTemplateHolds, templatePart, type TemplatePart,
} from '../page-functions.js'
import { matchesExpression } from '../regular-expression.js'
import { parseExpression, type Expression } from './expression.js'

/**
 * `path`, `address` with the host, `tail` without the first slash, `file` the last segment, with its extension, `name`
 * of the route.
 */
type Subject = { kind: 'path' | 'address' | 'tail' | 'file' | 'name' | 'unclear' } | { kind: 'segment'; index: number }
  | { kind: 'view'; part: 'controller' | 'action' } | { kind: 'template'; part: TemplatePart }

type Call = Expression & { kind: 'call' }

/** What a condition of a template says of the page's path. */
export function templateTest(code: string): PathTest {
  return testOf(parseExpression(code))
}

function testOf(node: Expression): PathTest {
  switch (node.kind) {
    case 'not': return not(testOf(node.of))
    case 'binary': return binaryTest(node)
    case 'call': return callTest(node)
    case 'name':
    case 'index': return nameTest(node)
    default: return open
  }
}

/** `true` for the address itself: it is always there. */
function nameTest(node: Expression): PathTest {
  const name = lastName(node)
  if (/^(ishome|isfrontpage|is_front_page|is_home)$/.test(name)) return isPath('/')
  const subject = subjectOf(node)
  if (!subject) return open
  return subject.kind === 'path' || subject.kind === 'address' || subject.kind === 'view' ? { kind: 'constant', value: true } : unclear
}

function binaryTest({ operator, left, right }: Expression & { kind: 'binary' }): PathTest {
  switch (operator) {
    case '&&': return all([testOf(left), testOf(right)])
    case '||': return any([testOf(left), testOf(right)])
    case '==':
    case '===': return compared(left, right)
    case '!=':
    case '!==': return not(compared(left, right))
    case 'contains': return withTexts(left, right, (subject, text) => contains(subject, text))
    case 'starts': return withTexts(left, right, begins)
    case 'ends': return withTexts(left, right, (subject, text) => (subject.kind === 'unclear' || subject.kind === 'name' ? unclear : endsWith(text)))
    case 'matches':
    case '=~': return matched(left, right)
    case '!~': return not(matched(left, right))
    case 'in': {
      const isOne = right.kind === 'list' || (subjectOf(left) !== null && subjectOf(right) === null)
      return isOne ? withTexts(left, right, equals) : withTexts(right, left, contains)
    }
    case '<':
    case '>':
    case '<=':
    case '>=': {
      const is = position(left)
      const number = right.kind === 'number' ? `${operator}${right.value}` : ''
      if (!is) return subjectOf(left) ? unclear : open
      return number === '>-1' || number === '>=0' ? is : number === '<0' ? not(is) : unclear
    }
    default: return open
  }
}

function textsOf(node: Expression): string[] | null {
  if (node.kind === 'text') return [node.text]
  if (node.kind !== 'list') return null
  const texts = node.items.map(textsOf)
  return texts.every((each) => each !== null) ? texts.flat() : null
}

function withTexts(of: Expression, given: Expression, test: (subject: Subject, text: string) => PathTest): PathTest {
  const subject = subjectOf(of)
  if (!subject) return open
  const texts = textsOf(given)
  return texts === null ? unclear : any(texts.map((text) => test(subject, text)))
}

function equals(subject: Subject, text: string): PathTest {
  switch (subject.kind) {
    case 'path': return isPath(text)
    case 'tail': return isPath(`/${text.replace(/^\//, '')}`)
    case 'address': return /^https?:\/\/[^/]+\//.test(text) ? isPath(text.replace(/^https?:\/\/[^/]+/, '')) : unclear
    case 'segment': return hasSegment(subject.index, text)
    case 'file': return fileTest(text)
    case 'name': return isNamed(text)
    case 'view': return viewTest(subject.part, text)
    case 'template': return isShopTemplate(subject.part, text)
    default: return unclear
  }
}

/** Of the script that answers, or the last part of the path: without its extension where the server hides it. */
function fileTest(text: string): PathTest {
  return any([{ kind: 'view', pattern: `${ANY}/${text}` }, hasSegment('last', text), all([hasSegment('last', text.replace(/\.\w+$/, '')), { kind: 'view', pattern: `${ANY}/${text.replace(/\.\w+$/, '')}.${ANY}` }])])
}

function viewTest(part: 'controller' | 'action', text: string): PathTest {
  const name = text.replace(/([a-z])([A-Z])/g, '$1_$2')
  if (part === 'action') return { kind: 'view', pattern: `${ANY}/views/${ANY}/${name}.${ANY}` }
  return any([name, text].map((each) => ({ kind: 'view', pattern: `${ANY}/views/${each}/${WORD}` })))
}

function contains(subject: Subject, text: string): PathTest {
  if (subject.kind === 'unclear' || subject.kind === 'view') return unclear
  if (subject.kind === 'template') return shopTemplateHolds(text)
  if (subject.kind === 'name') return isNamed(`*${text}*`)
  return subject.kind === 'segment' ? unclear : includes(text, subject.kind === 'address')
}

function begins(subject: Subject, text: string): PathTest {
  if (subject.kind === 'path') return startsWith(text)
  if (subject.kind === 'name') return isNamed(`${text}*`)
  return subject.kind === 'tail' ? startsWith(`/${text.replace(/^\//, '')}`) : unclear
}

function matched(of: Expression, given: Expression): PathTest {
  const subject = subjectOf(of)
  if (!subject) return open
  if (subject.kind !== 'path') return unclear
  if (given.kind === 'pattern') return matchesExpression(given.source)
  const [text] = textsOf(given) ?? []
  return text === undefined ? unclear : matchesExpression(withoutDelimiters(text))
}

/** `#^/portal#i` of PHP and Twig. */
function withoutDelimiters(text: string): string {
  const found = /^([#/~!@%|])([^]*)\1[a-z]*$/i.exec(text)
  return found ? (found[2] as string) : text
}

function compared(left: Expression, right: Expression): PathTest {
  for (const [a, b] of [[left, right], [right, left]] as const) {
    const cut = beginning(a)
    if (cut && b.kind === 'text') return b.text.length === cut.length ? begins(cut.subject, b.text) : unclear
    const subject = subjectOf(a)
    if (subject) return withTexts(a, b, equals)
    const found = position(a)
    if (found && b.kind === 'name' && /^false$/i.test(b.name)) return not(found)
    if (found && b.kind === 'number') {
      if (b.value < 0) return not(found)
      return b.value === 0 ? foundAtStart(a as Call) : unclear
    }
    if (b.kind === 'name' && /^(true|false)$/i.test(b.name)) return /^true$/i.test(b.name) ? testOf(a) : not(testOf(a))
    if (b.kind === 'number' && a.kind === 'call' && /^preg_match$/.test(a.name)) return b.value === 0 ? not(testOf(a)) : testOf(a)
  }
  return open
}

/** `substr($path, 0, 7)`. */
function beginning(node: Expression): { subject: Subject; length: number } | null {
  if (node.kind !== 'call' || !/^(mb_)?substr$|^substring$/i.test(node.name)) return null
  const [first, second, third] = node.of && node.arguments.length === 2 ? [node.of, ...node.arguments] : node.arguments
  const subject = first && subjectOf(first)
  return subject && second?.kind === 'number' && second.value === 0 && third?.kind === 'number' ? { subject, length: third.value } : null
}

const FINDS = /^(strpos|stripos|mb_strpos|strstr|stristr|indexof|indexOf|IndexOf|find|instr)$/

/** True where a function that looks for a text finds it. */
function position(node: Expression): PathTest | null {
  if (node.kind !== 'call' || !FINDS.test(node.name)) return null
  const [first, second] = haystackFirst(node)
  if (!first || !second) return null
  // A list that is looked through for the address.
  const test = subjectOf(second) ? withTexts(second, first, equals) : withTexts(first, second, contains)
  return test.kind === 'open' ? null : test
}

function foundAtStart(node: Call): PathTest {
  const [first, second] = haystackFirst(node)
  return first && second ? withTexts(first, second, begins) : unclear
}

function haystackFirst(node: Call): Expression[] {
  return node.of && node.arguments.length === 1 ? [node.of, ...node.arguments] : node.arguments
}

function callTest(node: Call): PathTest {
  const name = node.name.toLowerCase()
  const [first, second] = node.arguments
  switch (name) {
    case 'and': return all(node.arguments.map(testOf))
    case 'or': return any(node.arguments.map(testOf))
    case 'not': return first ? not(testOf(first)) : open
    case 'eq':
    case 'isequal': return first && second ? compared(first, second) : open
    case 'ne': return first && second ? not(compared(first, second)) : open
    case 'is_front_page':
    case 'is_home':
    case 'drupal_is_front_page':
    case 'isfrontpage': return isPath('/')
    case 'is_page': return first ? all([slugs(first), not(noPage)]) : not(noPage)
    case 'is_page_template': return first?.kind === 'text' ? { kind: 'view', pattern: `${ANY}/${first.text}` } : open
    case 'is_single': return first?.kind === 'text' ? slugs(first) : unclear
    case 'is_singular':
    case 'is_post_type_archive':
    case 'is_tax':
    case 'is_category':
    case 'is_archive': return unclear
    case 'current_page?': return first?.kind === 'text' ? isPath(first.text) : unclear
    case 'url_is': return anyOf(node.arguments, fitsGlob)
    case 'is':
      if (node.of === null && first?.kind === 'text' && !second) return ghostContexts(first.text)
      if (isRequest(node.of)) return anyOf(node.arguments, fitsGlob)
      return lastName(node.of ?? node) === 'route' ? anyOf(node.arguments, isNamed) : open
    case 'routeis':
    case 'named':
    case 'currentroutenamed': return anyOf(node.arguments, isNamed)
    case 'matchpath':
    case 'drupal_match_path': return second?.kind === 'text' ? drupalGlobs(second.text) : unclear
    case 'in_array': return first && second ? withTexts(first, second, equals) : open
    case 'preg_match': return first && second ? matched(second, first) : open
    case 'isset':
    case 'empty': return open
    default: {
      const page = node.of === null ? pageFunction(name) : null
      return page ?? textMethod(node, name)
    }
  }
}

const INCLUDES = /^(include\?|includes|contains|in|has|member\?)$/

/** Methods of texts, and functions that take the text first. */
function textMethod(node: Call, name: string): PathTest {
  if (node.of?.kind === 'list' && node.arguments[0] && INCLUDES.test(name)) return withTexts(node.arguments[0], node.of, equals)
  const isGo = (name === 'in' || /^has(prefix|suffix)/.test(name)) && node.arguments.length === 2
  const [first, ...others] = node.of && subjectOf(node.of) && !isGo ? [node.of, ...node.arguments] : node.arguments
  if (!first || others.length === 0) return subjectOf(node) ? { kind: 'constant', value: true } : open
  const given: Expression = { kind: 'list', items: others.filter((each) => each.kind === 'text' || each.kind === 'list') }
  if (first.kind === 'list' && others[0] && INCLUDES.test(name)) return withTexts(others[0], first, equals)
  if (/^(startswith|starts_with|start_with\?|starts_with\?|str_starts_with|starts|hasprefix|hasprefixany)$/.test(name)) return withTexts(first, given, begins)
  if (name === 'startswithsegments') return withTexts(first, given, (_, text) => any([isPath(text), startsWith(`${text}/`)]))
  if (/^(endswith|ends_with|end_with\?|str_ends_with|hassuffix)$/.test(name)) return withTexts(first, given, (_, text) => endsWith(text))
  if (/^(contains|includes|include\?|str_contains|in|has|includesstring)$/.test(name)) return withTexts(first, given, contains)
  if (/^(equals|equalsignorecase|eql\?|isequalto)$/.test(name)) return withTexts(first, given, equals)
  if (/^(match|match\?|matches|ismatch|=~|test)$/.test(name)) return others[0] ? matched(first, others[0]) : open
  const found = position(node)
  if (found) return found
  return node.arguments.some((argument) => subjectOf(argument) !== null) ? unclear : open
}

function slugs(given: Expression): PathTest {
  const texts = textsOf(given)
  if (texts === null || texts.some((text) => /^\d+$/.test(text))) return unclear
  return any(texts.map((text) => hasSegment('last', text.replace(/^\/+|\/+$/g, ''))))
}

/** One of several texts. */
function anyOf(given: readonly Expression[], test: (text: string) => PathTest): PathTest {
  const texts = given.map(textsOf)
  return texts.some((each) => each === null) ? unclear : any(texts.flat().map((text) => test(text as string)))
}

function isRequest(node: Expression | null): boolean {
  return node !== null && /^(request|\$request)$/i.test(node.kind === 'name' || node.kind === 'call' ? node.name : '')
}

// What is the address --------------------------------------------------------------------------------------------------

/** Names that need nobody to say whose path they are. */
const PATHS = /^(pathname|currentpath|current_path|currentpathname|current_pathname|requesturi|request_uri|request_path|requestpath|relpermalink|get_full_path|getrequesturi|originalurl|original_fullpath|path_info|pathinfo|getpathinfo|rawurl|absolutepath|fullpath|asPath|servletpath|forwarduri|script_name|php_self|urlafterredirects|currenturl|current_url)$/i
/** Names that are the address when they are those of a request, a page or a location. */
const OWNED = /^(path|url|uri|pathname|permalink|slug|get_path|getpath|value)$/i
const OWNER = /^[$@#]*(request|req|page|location|route|router|conn|cgi|context|httpcontext|server|_server|http|ctx|httpservletrequest|currentpage)$/i
/** What is put around the address and leaves it one. */
const KEEPS = /^(lower|downcase|tolower|tolowercase|tolowerinvariant|strtolower|trim|tostring|to_s|wp_unslash|esc_url_raw|esc_url|sanitize_text_field|urldecode|rawurldecode|chomp|value|strip|parse_url|string)$/i
const NAMED = /^(url_name|view_name|endpoint|_route|currentroutename|getname|getroutename|current_route|viewname|resolver_match|route_name|routename)$/i
const KINDS_OF_PAGE = /^(blueprint|template|layout)$/i

const lastName = (node: Expression): string => (node.kind === 'name' || node.kind === 'call' ? node.name.toLowerCase().replace(/^[$@#]+/, '') : '')

function ownerOf(node: Expression): Expression | null {
  return node.kind === 'name' || node.kind === 'call' || node.kind === 'index' ? node.of : null
}

function isOwned(node: Expression): boolean {
  for (let at = ownerOf(node); at; at = ownerOf(at)) if (OWNER.test(at.kind === 'name' || at.kind === 'call' ? at.name : '')) return true
  return false
}

/** What part of the address an expression is; null when it has nothing to do with it. */
function subjectOf(node: Expression): Subject | null {
  if (node.kind === 'index') return indexSubject(node)
  if (node.kind !== 'name' && node.kind !== 'call') return null
  const name = lastName(node)
  const [first] = node.kind === 'call' ? node.arguments : []
  if (node.kind === 'call') {
    const inner = node.of && subjectOf(node.of) ? node.of : first
    if (KEEPS.test(name) && inner) return subjectOf(inner)
    if (name === 'basename') return first && subjectOf(first) ? { kind: 'file' } : null
    if (/^(segment|getsegment)$/.test(name) && first?.kind === 'number') return { kind: 'segment', index: first.value - 1 }
    // `request()->path()` of Laravel has no slash in front, `request.path()` of others has.
    if (name === 'path' && isRequest(node.of) && (node.of?.kind === 'call' || /^Request$/.test(lastWritten(node.of)))) return { kind: 'tail' }
    if (name === 'uri_string') return { kind: 'tail' }
    if (name === 'current' && node.of && lastName(node.of) === 'url') return { kind: 'address' }
    if (name === 'get' && first?.kind === 'text' && NAMED.test(first.text)) return { kind: 'name' }
    // Drupal's parts of the path.
    if (name === 'arg' && node.of === null && first?.kind === 'number') return { kind: 'segment', index: first.value }
    if (name === 'request_path' && node.of === null) return { kind: 'tail' }
  } else if (KEEPS.test(name) && node.of && subjectOf(node.of)) return subjectOf(node.of)
  if (/^(controller_name|controllername|controller_path)$/.test(name)) return { kind: 'view', part: 'controller' }
  if (/^(action_name|actionname)$/.test(name)) return { kind: 'view', part: 'action' }
  if (/^(currenturl|current_url|current_uri)$/.test(name)) return { kind: 'address' }
  if (PATHS.test(name)) return /^(script_name|php_self)$/.test(name) ? { kind: 'unclear' } : { kind: 'path' }
  if (OWNED.test(name) && isOwned(node)) return name === 'slug' ? { kind: 'unclear' } : { kind: 'path' }
  if (name === 'pagenow') return { kind: 'file' }
  if (NAMED.test(name)) return isOwned(node) || name === 'currentroutename' || isOfApplication(node) ? { kind: 'name' } : null
  const part = templatePart(node)
  if (part !== null) return { kind: 'template', part }
  return KINDS_OF_PAGE.test(name) && (isOwned(node) || name === 'template') ? { kind: 'unclear' } : null
}

/** `app.current_route` of Symfony. */
function isOfApplication(node: Expression): boolean {
  const of = ownerOf(node)
  return of !== null && /^(app|routematch|current_route_match)$/i.test(lastName(of))
}

function lastWritten(node: Expression | null): string {
  return node?.kind === 'name' || node?.kind === 'call' ? node.name : ''
}

/** `$_SERVER['REQUEST_URI']`, `params[:controller]`, `RouteData.Values["controller"]`. */
function indexSubject({ of, key }: Expression & { kind: 'index' }): Subject | null {
  const text = key.kind === 'text' ? key.text : ''
  if (/^(params|values|routevalues)$/.test(lastName(of)) && /^(controller|action)$/i.test(text)) {
    return { kind: 'view', part: /^controller$/i.test(text) ? 'controller' : 'action' }
  }
  if (/^(request_uri|redirect_url|path_info|unencoded_url)$/i.test(text)) return { kind: 'path' }
  if (/^(php_self|script_name|script_filename)$/i.test(text)) return { kind: 'file' }
  // `explode('?', $path)[0]`, `javax.servlet.forward.request_uri`.
  if (/forward\.(request_uri|servlet_path)$/.test(text)) return { kind: 'path' }
  return subjectOf(of) ? { kind: 'unclear' } : null
}
