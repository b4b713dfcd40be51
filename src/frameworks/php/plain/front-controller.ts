/**
 * Files that choose by the address what they show: `switch ($_GET['page'])`, `if ($uri === '/login')`,
 * `include "pages/$page.php"`, tables of files.
 */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf } from '../../../paths.js'
import type { Certainty } from '../../../types.js'
import type { RouteDeclaration, RoutePlace } from '../../framework.js'
import { routePath } from '../../paths.js'
import { phpClasses, type PhpScope } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { viewFiles } from '../code/views.js'
import { outlineOf, type PhpCallNode, type PhpNode, type PhpOutline } from '../reading/outline.js'

/** What a choice depends on: a parameter of the query, or the path. */
export interface Selector {
  parameter: string | null
  /** What is taken when nothing is asked for. */
  standard: string | null
}

export interface Dispatch {
  routes: RouteDeclaration[]
  /** Statements that bring in a file whose name is asked for: each of the files has a route of its own. */
  tables: RoutePlace[]
}

export interface DispatchHost {
  values: PhpValues
  /** Makes the address that chooses `key`. */
  pathOf(selector: Selector, key: string): string
  /** The address without a choice. */
  start: string
  /** The file that is asked for; its code is around all it chooses. */
  shell: string
}

export const MAY_DISPATCH = /\$_(?:GET|REQUEST)\s*\[|\$_SERVER\s*\[\s*['"](?:REQUEST_URI|PATH_INFO|REDIRECT_URL|ORIG_PATH_INFO)|\bfilter_input\s*\(\s*INPUT_GET/
const PATHS = /^(REQUEST_URI|PATH_INFO|REDIRECT_URL|ORIG_PATH_INFO|DOCUMENT_URI)$/
const KEEPS = /^(trim|rtrim|ltrim|parse_url|strtok|explode|htmlspecialchars|htmlentities|basename|str_replace|substr|strtolower|urldecode|rawurldecode|preg_replace|filter_var|strip_tags|stripslashes|addslashes|mb_strtolower|array_shift|array_pop|current|end|reset|strval|mysqli_real_escape_string|sanitize\w*|clean\w*|ucfirst|ucwords|array_filter|array_values)$/i
const INCLUDES = /^(include|require)(_once)?$/
const DEPTH = 8

export function dispatchOf(at: DispatchHost, file: string): Dispatch {
  const { values } = at
  const outline = outlineOf(values.host, file)
  const scopeAt = (offset: number): PhpScope => phpClasses(values.host).scope(file, offset)
  const routes: RouteDeclaration[] = []
  const tables: RoutePlace[] = []
  const add = (selector: Selector, key: string, files: readonly { file: string; certainty: Certainty }[], places: RoutePlace[], certainty: Certainty): void => {
    const path = addressOf(at, selector, key)
    const route = (address: string): void => {
      routes.push({ path: address, kind: 'page', certainty, file: files[0]?.file ?? file, leaves: [...files], places, shell: [{ file: at.shell }] })
    }
    route(path)
    if (key === selector.standard && path !== at.start) route(at.start)
  }
  for (const branch of outline.branches) {
    const keys = branch.test === null ? [] : keysOf(values, branch.subject, branch.test, scopeAt(branch.test.start))
    if (keys.length === 0 && branch.test !== null) continue
    const files = includedIn(values, outline, branch.body, scopeAt)
    if (files.length === 0) continue
    const place: RoutePlace = { file, start: branch.body.start, end: branch.body.end }
    for (const { selector, key } of keys) add(selector, key, files, [place], 'exact')
    // What is shown when nothing fits is the start, and what is not there.
    const subject = branch.test === null && branch.subject ? selectorOf(values, branch.subject, scopeAt(branch.subject.start), 0) : null
    if (subject) routes.push({ path: at.start, kind: 'page', certainty: 'likely', file, leaves: files, places: [place], shell: [{ file: at.shell }] })
  }
  const guarded = outline.branches.flatMap(({ subject, test, others, body }) => {
    const place: RoutePlace = { file, start: body.start, end: body.end }
    if (routes.some(({ places = [] }) => places.some(({ start, end }) => start === place.start && end === place.end))) return []
    const only = test === null ? [] : keysOf(values, subject, test, scopeAt(test.start))
    const except = [...others, ...test === null ? [] : [test]].flatMap((node, index) => (
      index < others.length ? keysOf(values, null, node, scopeAt(node.start)) : exceptedBy(values, node, scopeAt(node.start))))
    return only.length + except.length === 0 ? [] : [{ place, only, except }]
  })
  for (const call of outline.calls) {
    if (!INCLUDES.test(call.name)) continue
    const chosen = chosenFiles(values, call, scopeAt(call.start))
    if (chosen.length === 0) continue
    tables.push({ file, start: call.start, end: call.end })
    for (const { selector, key, file: target, certainty } of chosen) add(selector, key, [{ file: target, certainty }], [], certainty)
  }
  // Code under such a condition is on the pages that it lets through.
  for (const { place, only, except } of guarded) {
    const paths = (keys: typeof only): Set<string> => new Set(keys.flatMap(({ selector, key }) => (
      [addressOf(at, selector, key), ...key === selector.standard ? [at.start] : []])))
    const [wanted, unwanted] = [paths(only), paths(except)]
    const known = new Set([at.start, ...routes.map(({ path }) => path)])
    const on = [...known].filter((path) => (wanted.size === 0 || wanted.has(path)) && !unwanted.has(path))
    if (on.length === 0 && wanted.size === 0) continue
    tables.push(place)
    for (const path of on) {
      routes.push({ path, kind: 'page', certainty: 'possible', file, leaves: [], places: [place], shell: [{ file: at.shell }] })
    }
  }
  return { routes, tables }
}

/** `$id == ''` and `$id == '0'` say that nothing was asked for. */
function addressOf(at: DispatchHost, selector: Selector, key: string): string {
  return key === '' || key === '0' ? at.start : at.pathOf(selector, key)
}

/** Keys that a test rules out: `$page != 'login'`, `!in_array($page, […])`. */
function exceptedBy(values: PhpValues, test: PhpNode, scope: PhpScope): { selector: Selector; key: string }[] {
  if (test.kind === 'not') return keysOf(values, null, test.of, scope)
  if (test.kind !== 'binary') return []
  if (test.operator === '&&') return [...exceptedBy(values, test.left, scope), ...exceptedBy(values, test.right, scope)]
  if (test.operator !== '!=' && test.operator !== '!==') return []
  return keysOf(values, null, { ...test, operator: '==' }, scope)
}

/** Files with markup that are brought in inside a branch. */
function includedIn(
  values: PhpValues, outline: PhpOutline, body: { start: number; end: number }, scopeAt: (offset: number) => PhpScope,
): { file: string; certainty: Certainty }[] {
  return outline.within(body).filter(({ name }) => INCLUDES.test(name)).flatMap((call) => {
    const [argument] = call.arguments
    return argument ? existing(values, argument.value, scopeAt(call.start)) : []
  }).filter(({ file }) => /<[a-z!]/i.test(values.host.text(file) ?? ''))
}

function existing(values: PhpValues, node: PhpNode, scope: PhpScope): { file: string; certainty: Certainty }[] {
  const { host } = values
  const found = values.paths(node, scope, [directoryOf(scope.file), '']).filter((path) => !path.includes(HOLE) && host.has(path))
  return [...new Set(found)].slice(0, 1).map((file) => ({ file, certainty: 'exact' }))
}

/** `$page == 'login'`, `in_array($page, ['a', 'b'])`, `case 'login':` with what is compared. */
function keysOf(values: PhpValues, subject: PhpNode | null, test: PhpNode, scope: PhpScope): { selector: Selector; key: string }[] {
  if (subject) {
    const selector = selectorOf(values, subject, scope, 0)
    if (selector) return values.known(test, scope).map((key) => ({ selector, key }))
    // `switch (true) { case $page == 'login': … }`
    return subject.kind === 'name' ? keysOf(values, null, test, scope) : []
  }
  if (test.kind === 'binary') {
    if (test.operator === '||' || test.operator === '&&') return [...keysOf(values, null, test.left, scope), ...keysOf(values, null, test.right, scope)]
    if (test.operator !== '==' && test.operator !== '===') return []
    for (const [asked, given] of [[test.left, test.right], [test.right, test.left]] as const) {
      const selector = given.kind === 'string' ? selectorOf(values, asked, scope, 0) : null
      if (selector && given.kind === 'string') return [{ selector, key: given.text }]
    }
    return []
  }
  if (test.kind === 'call' && /^in_array$/i.test(test.name)) {
    const [asked, list] = test.arguments
    const selector = asked ? selectorOf(values, asked.value, scope, 0) : null
    return selector && list?.value.kind === 'list' ? list.value.items.flatMap(({ value }) => values.known(value, scope)).map((key) => ({ selector, key })) : []
  }
  return []
}

/** What an expression takes from the address; null when it is something else. */
function selectorOf(values: PhpValues, node: PhpNode, scope: PhpScope, depth: number): Selector | null {
  if (depth > DEPTH) return null
  const inner = (other: PhpNode, at = scope): Selector | null => selectorOf(values, other, at, depth + 1)
  switch (node.kind) {
    case 'variable': {
      const [key] = node.keys
      if (/^\$_(GET|REQUEST)$/.test(node.path)) return typeof key === 'string' ? { parameter: key, standard: null } : null
      if (node.path === '$_SERVER') return typeof key === 'string' && PATHS.test(key) ? { parameter: null, standard: null } : null
      const whole = node.keys.length === 0 ? node : { ...node, keys: [] }
      const found = values.values(whole, scope).filter(({ value }) => value !== whole)
      const chosen = found.map(({ value, scope: at }) => inner(value, at)).find((each) => each !== null) ?? null
      if (!chosen) return null
      // `$page = 'home'; if (isset($_GET['page'])) $page = $_GET['page'];`
      const standard = chosen.standard ?? found.flatMap(({ value }) => (value.kind === 'string' && !value.parts ? [value.text] : []))[0] ?? null
      return { ...chosen, standard }
    }
    case 'choice': {
      const chosen = node.options.map((option) => inner(option)).find((each) => each !== null) ?? null
      if (!chosen) return null
      const text = node.options.flatMap((option) => (option.kind === 'string' ? [option.text] : []))[0]
      return { ...chosen, standard: text ?? chosen.standard }
    }
    case 'call': {
      if (/^filter_input$/.test(node.name) && node.arguments[0]?.value.kind === 'name' && node.arguments[0].value.path === 'INPUT_GET') {
        const [key] = node.arguments[1] ? values.known(node.arguments[1].value, scope) : []
        return key === undefined ? null : { parameter: key, standard: null }
      }
      if (!KEEPS.test(node.name)) return null
      return node.arguments.map(({ value }) => inner(value)).find((each) => each !== null) ?? null
    }
    default: return null
  }
}

interface ChosenFile {
  selector: Selector
  key: string
  file: string
  certainty: Certainty
}

/** The files that an include with a name that is asked for may bring in, with what has to be asked. */
function chosenFiles(values: PhpValues, call: PhpCallNode, scope: PhpScope): ChosenFile[] {
  const [argument] = call.arguments
  if (!argument) return []
  return [argument.value, ...values.values(argument.value, scope).map(({ value }) => value)].flatMap((node) => {
    const listed = tableFiles(values, node, scope)
    return listed.length > 0 ? listed : namedFiles(values, node, scope)
  }).filter((each, at, all) => all.findIndex((other) => other.file === each.file && other.key === each.key) === at)
}

/** `$pages[$page]`, `'views/' . $routes[$uri]`. */
function tableFiles(values: PhpValues, node: PhpNode, scope: PhpScope): ChosenFile[] {
  const parts = node.kind === 'string' && node.parts ? node.parts : node.kind === 'choice' ? node.options : [node]
  const indexed = parts.find((part) => part.kind === 'variable' && part.keys.length === 1 && part.keys[0] === null)
  if (indexed?.kind !== 'variable') return []
  const lists = values.values({ ...indexed, keys: [] }, scope).flatMap(({ value, scope: at }) => (value.kind === 'list' ? [{ list: value, at }] : []))
  return lists.flatMap(({ list, at }) => list.items.flatMap(({ name, value }): ChosenFile[] => {
    if (name === null) return []
    const text = node.kind === 'string' && node.parts
      ? { ...node, parts: node.parts.map((part) => (part === indexed ? value : part)) } : value
    const selector: Selector = { parameter: name.startsWith('/') || name === '' ? null : 'page', standard: name === '/' ? name : null }
    return existing(values, text, at).map(({ file }) => ({ selector, key: name, file, certainty: 'exact' as const }))
  }))
}

/** `"pages/$page.php"`, `$page . '.php'`. */
function namedFiles(values: PhpValues, node: PhpNode, scope: PhpScope): ChosenFile[] {
  if (node.kind !== 'string' || !node.parts) return []
  const asked = node.parts.map((part) => ({ part, selector: part.kind === 'string' ? null : selectorOf(values, part, scope, 0) })).find(({ selector }) => selector !== null)
  if (!asked?.selector) return []
  const { selector } = asked
  const before = node.parts.slice(0, node.parts.indexOf(asked.part))
  const text = { ...node, parts: node.parts.map((part) => (part === asked.part ? { kind: 'other' as const, start: part.start, end: part.end } : part)) }
  const isFolder = before.some((part) => part.kind === 'string' && /\w\/$/.test(part.text))
  return values.paths(text, scope, [directoryOf(scope.file), '']).filter((path) => path.split(HOLE).length === 2)
    .flatMap((path) => viewFiles(values.host, [''], [''], path).flatMap(({ file }): ChosenFile[] => {
      const [start = '', end = ''] = path.split(HOLE)
      const key = file.slice(start.length, file.length - end.length)
      if (!/<[a-z!]/i.test(values.host.text(file) ?? '') || file === scope.file) return []
      return [{ selector, key, file, certainty: isFolder ? 'likely' : 'possible' }]
    }))
}

/** The path of an address that a site writes in its code. */
export function writtenPath(key: string): string {
  return routePath(...key.replace(/^\/?index\.php/, '').replace(/[?#].*$/, '').split('/'))
}
