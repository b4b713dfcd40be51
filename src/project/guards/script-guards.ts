/**
 * Files of pages and layouts that ask for a sign-in before they show anything: a redirect to it under a test of the session
 * (`if (!locals.user) redirect(303, '/login')`), a function that demands it (`await requireUser(request)`), a component that
 * is wrapped (`export default withAuth(Page)`) or that wraps what it shows (`return <RequireAuth>…</RequireAuth>`).
 */
import type { FileFacts } from '../../facts/facts.js'
import type { FunctionId, ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import type { FrameworkHost, RouteGuard } from '../../frameworks/framework.js'
import { functionsAround, guardsAround } from '../meaning/mentions.js'
import { scriptIndex } from '../meaning/script-index.js'

/** Without one of these no file is parsed for it. */
const MENTIONS = /auth|log-?in|sign-?in|session|user|protected|private/i
const ACTS = /redirect|navigate|\.(?:push|replace)\s*\(|\bgoto\b|\bwith\w*(?:Auth|User|Session|Login|Protect)|(?:require|ensure|protect|assert)\w*|Protected|Private|Guard/
const SENDS = /^(?:redirect|permanentRedirect|redirectToSignIn|replace|push|navigate|navigateTo|goto|rewrite|sendRedirect)$/
const SIGN_IN = /(?:^|[/#])(?:[\w-]*(?:log|sign)-?in|login[\w-]*|auth(?:enticate)?|iniciar-sesion|entrar)(?:\.\w+)?(?:$|[/?#])/i
const PERSON = /user|session|auth|token|logged|signed|member|patient|doctor|account|profile|cookie|\bme\b|usuario|claims/i
const DEMANDS = /^(?:require|ensure|protect|assert|enforce)\w*(?:auth|user|session|login|log|sign|patient|admin|staff)/i
const WRAPS = /^(?:with|require)\w*(?:auth|user|session|login|protect)/i
const EFFECTS = /^(?:useEffect|useLayoutEffect|useIsomorphicLayoutEffect|onMount|onMounted|onBeforeMount|watch|watchEffect|effect|\$effect|createEffect|defineNuxtRouteMiddleware|then|catch|finally|onAuthStateChanged|subscribe|\$|beforeLoad)$/
const CHECKS = /^(?:check|verify|validate|guard|load|fetch|init|get|run|beforeLoad|beforeMount|created|mounted|setup|middleware|handle$|GET$)/

/** What asks for a sign-in in a file of a page or a layout, in the order of the file. */
export function scriptGuards(host: FrameworkHost, file: string): RouteGuard[] {
  const text = host.has(file) ? host.text(file) ?? '' : ''
  if (!MENTIONS.test(text) || !ACTS.test(text)) return []
  return guardsIn(text, host.facts(file))
}

function guardsIn(text: string, facts: FileFacts): RouteGuard[] {
  return facts.scripts.flatMap((script) => {
    const exported = exportedFunctions(script)
    return script.values.flatMap((value, id): RouteGuard[] => {
      const guard = value.kind === 'call' ? callGuard(text, script, value, id, exported)
        : value.kind === 'element' ? elementGuard(text, script, value, id, exported) : null
      return guard === null ? [] : [{ ...guard, file: facts.path, offset: value.start }]
    })
  })
}

type Told = Omit<RouteGuard, 'file' | 'offset'>

function callGuard(text: string, script: ScriptFacts, value: Value & { kind: 'call' }, id: ValueId, exported: ReadonlySet<FunctionId>): Told | null {
  const name = lastName(script, value.callee)
  if (SENDS.test(name)) {
    const target = value.arguments.flatMap((argument) => textsOf(script, argument)).find((each) => SIGN_IN.test(each))
    if (target === undefined || !isUnderTest(text, script, value.start) || !runsAtOnce(script, value.start, exported)) return null
    return { name: `the redirect to "${target.split(/[?#]/)[0] ?? ''}"`, isSeen: true }
  }
  if (DEMANDS.test(name)) return runsAtOnce(script, value.start, exported) && guardsAround(script, value.start).length === 0 ? { name } : null
  if (WRAPS.test(name) && value.arguments.length > 0) return isExported(script, id) ? { name, isSeen: /^with/.test(name) } : null
  return null
}

/** `return <RequireAuth>…</RequireAuth>`, `return user ? <Visits /> : <Navigate to="/login" />`. */
function elementGuard(text: string, script: ScriptFacts, value: Value & { kind: 'element' }, id: ValueId, exported: ReadonlySet<FunctionId>): Told | null {
  const name = typeof value.name === 'string' ? value.name : lastName(script, value.name)
  if (/^(?:Navigate|Redirect)$/.test(name)) {
    const to = value.properties.find((property) => property.name === 'to' || property.name === 'href')
    const target = to === undefined ? undefined : textsOf(script, to.value).find((each) => SIGN_IN.test(each))
    if (target === undefined || !isUnderTest(text, script, value.start) || !runsAtOnce(script, value.start, exported)) return null
    return { name: `the redirect to "${target}"`, isSeen: true }
  }
  if (typeof value.name === 'string' || value.children.length === 0) return null
  const isWhole = [...exported].some((each) => script.functions[each]?.returns.includes(id))
  return isWhole ? { name, isWrapper: true, ...rolesOf(script, value) } : null
}

function rolesOf(script: ScriptFacts, value: Value & { kind: 'element' }): Pick<RouteGuard, 'roles'> {
  const roles = value.properties.filter(({ name }) => /role/i.test(name ?? '')).flatMap((property) => textsOf(script, property.value))
  return roles.length === 0 ? {} : { roles }
}

/** Literal texts of a value and of what is directly in it. */
function textsOf(script: ScriptFacts, id: ValueId, depth = 0): string[] {
  const value = script.values[id]
  if (!value || depth > 3) return []
  const inner = (parts: readonly ValueId[]): string[] => parts.flatMap((part) => textsOf(script, part, depth + 1))
  switch (value.kind) {
    case 'constant': return typeof value.value === 'string' ? [value.value] : []
    case 'template': return inner(value.parts.slice(0, 1))
    case 'call': return inner(value.arguments)
    case 'array': return inner(value.items)
    case 'object': return inner(value.entries.map((entry) => entry.value))
    case 'choice': return inner(value.values)
    default: return []
  }
}

/** The innermost condition asks who is there: `!session`, `user === null`, `!Astro.locals.user`. */
function isUnderTest(text: string, script: ScriptFacts, offset: number): boolean {
  return guardsAround(script, offset).some((at) => {
    const test = script.values[script.guards[at]?.test ?? -1]
    return test !== undefined && PERSON.test(text.slice(test.start, test.end))
  })
}

/** True where code runs when its page is shown, and not when somebody presses something. */
function runsAtOnce(script: ScriptFacts, offset: number, exported: ReadonlySet<FunctionId>): boolean {
  for (const id of functionsAround(script, offset)) {
    if (exported.has(id)) return true
    const name = nameOf(script, id)
    if (!EFFECTS.test(calledWith(script, id)) && !CHECKS.test(name)) return false
  }
  return true
}

function nameOf(script: ScriptFacts, id: FunctionId): string {
  const own = script.functions[id]?.name
  if (own) return own
  const index = scriptIndex(script)
  const value = index.functionValue(id)
  if (value === undefined) return ''
  const [binding] = index.bindingsWith(value)
  if (binding !== undefined) return script.bindings[binding]?.name ?? ''
  const literal = script.values[index.objectOfMethod(id) ?? -1]
  return literal?.kind === 'object' ? literal.entries.find((entry) => entry.value === value)?.name ?? '' : ''
}

/** Name of the call that a function is handed to; empty for none. */
function calledWith(script: ScriptFacts, id: FunctionId): string {
  const [handed] = scriptIndex(script).handedTo(id)
  const call = handed && script.values[handed.call]
  return call?.kind === 'call' ? lastName(script, call.callee) : ''
}

function lastName(script: ScriptFacts, id: ValueId): string {
  const value = script.values[id]
  switch (value?.kind) {
    case 'binding': return script.bindings[value.binding]?.name ?? ''
    case 'global': return value.name
    case 'member': return value.name ?? ''
    default: return ''
  }
}

function isExported(script: ScriptFacts, id: ValueId): boolean {
  return script.exports.some(({ value, binding }) =>
    value === id || (binding !== null && (script.bindings[binding]?.definitions.includes(id) ?? false)))
}

/** What a framework takes of the module of a page. */
const OWN = /^(?:default|load|loader|clientLoader|getServerSideProps|getInitialProps|beforeLoad|Route|middleware|proxy|handle|onRequest)$/

/** Functions that a module gives out: its page, and what loads its data. */
function exportedFunctions(script: ScriptFacts): ReadonlySet<FunctionId> {
  const found = new Set<FunctionId>()
  const add = (id: ValueId, depth: number): void => {
    const value = script.values[id]
    if (!value || depth > 3) return
    if (value.kind === 'function') found.add(value.function)
    else if (value.kind === 'call') value.arguments.forEach((argument) => add(argument, depth + 1))
    else if (value.kind === 'object') value.entries.forEach((entry) => add(entry.value, depth + 1))
    else if (value.kind === 'binding') script.bindings[value.binding]?.definitions.forEach((definition) => add(definition, depth + 1))
  }
  for (const { name, value, binding } of script.exports) {
    if (!OWN.test(name)) continue
    if (value !== null) add(value, 0)
    if (binding !== null) script.bindings[binding]?.definitions.forEach((definition) => add(definition, 0))
  }
  return found
}
