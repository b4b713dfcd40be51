/**
 * Code that runs once a script of the site itself has loaded, where no file of the tree is that script: `<Script
 * src="/scripts/x.js" onLoad={() => setLoaded(true)} />` around `if (!loaded) return`. Whether static files are only not in
 * the repository is asked first: then nothing is said.
 */
import type { FileFacts } from '../../facts/facts.js'
import type { BindingId, ScriptFacts, ValueId } from '../../facts/script/graph.js'
import type { FrameworkHost } from '../../frameworks/framework.js'
import { baseNameOf } from '../../paths.js'
import type { Route } from '../../types.js'
import { functionsAround, guardsAround } from '../meaning/mentions.js'
import { scriptIndex } from '../meaning/script-index.js'

const LOCAL = /^\/(?!\/)[\w./-]+\.m?js$/
const LOADED = /^(?:onLoad|onReady)$/

/** Address of the script of the site that code waits for; null where it waits for none, or for more than that. */
export function awaitedScript(facts: FileFacts, offset: number): string | null {
  for (const script of facts.scripts) {
    if (loadersOf(script).size === 0) continue
    const own = functionsAround(script, offset).flatMap((id) => {
      const value = scriptIndex(script).functionValue(id)
      return value === undefined ? [] : handedTo(script, value) ?? []
    })
    const stated = guardsAround(script, offset).flatMap((at) => {
      const guard = script.guards[at]
      const state = guard ? stateOf(script, guard.test, guard.whenTrue) : null
      return state === null ? [] : awaitedBy(script, state) ?? []
    })
    const [first] = [...own, ...stated]
    if (first !== undefined) return first
  }
  return null
}

const loaders = new WeakMap<ScriptFacts, ReadonlyMap<ValueId, string>>()

/** What runs when an element has loaded a script of the site, with the `src` of the first element that has it. */
function loadersOf(script: ScriptFacts): ReadonlyMap<ValueId, string> {
  let found = loaders.get(script)
  if (!found) {
    const sources = new Map<ValueId, string>()
    for (const element of script.values) {
      const source = element.kind === 'element' ? element.properties.find(({ name }) => name === 'src') : undefined
      const value = source === undefined ? undefined : script.values[source.value]
      if (element.kind !== 'element' || value?.kind !== 'constant' || typeof value.value !== 'string' || !LOCAL.test(value.value)) continue
      for (const property of element.properties) {
        if (LOADED.test(property.name ?? '') && !sources.has(property.value)) sources.set(property.value, value.value)
      }
    }
    loaders.set(script, found = sources)
  }
  return found
}

/** `src` of the element that has a function as what runs when it has loaded. */
function handedTo(script: ScriptFacts, handler: ValueId): string | null {
  return loadersOf(script).get(handler) ?? null
}

/** The state that has to be true: `loaded`, `!loaded` before an early return. */
function stateOf(script: ScriptFacts, test: ValueId, whenTrue: boolean): BindingId | null {
  const value = script.values[test]
  if (value?.kind === 'operation' && value.operator === '!' && value.operands[0] !== undefined) {
    return stateOf(script, value.operands[0], !whenTrue)
  }
  return value?.kind === 'binding' && whenTrue ? value.binding : null
}

/** The script that every call which sets a state waits for; the state is nothing at first. */
function awaitedBy(script: ScriptFacts, state: BindingId): string | null {
  const [definition, ...others] = script.bindings[state]?.definitions ?? []
  const member = definition === undefined ? undefined : script.values[definition]
  if (others.length > 0 || member?.kind !== 'member' || member.name !== '0') return null
  const made = script.values[member.object]
  const initial = made?.kind === 'call' && made.arguments[0] !== undefined ? script.values[made.arguments[0]] : undefined
  if (made?.kind !== 'call' || (initial !== undefined && !(initial.kind === 'constant' && !initial.value))) return null
  const setter = script.bindings.findIndex(({ definitions: [first] }) => {
    const value = first === undefined ? undefined : script.values[first]
    const from = value?.kind === 'member' && value.name === '1' ? script.values[value.object] : undefined
    return from !== undefined && from.start === made.start && from.end === made.end
  })
  const uses = setter < 0 ? [] : scriptIndex(script).mentionsOf(setter)
  const awaited = uses.map((use) => sourceOfCall(script, use))
  const sources = new Set(awaited.filter((source) => source !== undefined))
  const [only] = sources
  return sources.size === 1 && !sources.has(null) ? only ?? null : null
}

/** For a call that sets the state: the script whose loading it waits for, null for none; undefined for one that resets it. */
function sourceOfCall(script: ScriptFacts, use: ValueId): string | null | undefined {
  const call = scriptIndex(script).parents(use).map((parent) => script.values[parent]).find((value) => value?.kind === 'call' && value.callee === use)
  if (call?.kind !== 'call') return null
  const given = call.arguments[0] === undefined ? undefined : script.values[call.arguments[0]]
  if (given?.kind === 'constant' && !given.value) return undefined
  for (const id of functionsAround(script, call.start)) {
    const value = scriptIndex(script).functionValue(id)
    const source = value === undefined ? null : handedTo(script, value)
    if (source !== null) return source
  }
  return null
}

/** Tools whose static files lie in a folder of the repository, and are given out from there alone. */
const TOOLS = ['next', 'vite', 'react-scripts', 'astro', 'gatsby', 'nuxt', '@sveltejs/kit']
/** What is made, copied or ignored may be there all the same. */
const IGNORED = /^[ \t]*(?:[\w.*-]*\/)*(?:public|static|assets|scripts|js|\*\.m?js)\/?[ \t]*$/m
const MADE = /\b(?:cp|copy\w*|cpx|rsync|partytown|gulp|grunt|esbuild|rollup|webpack|workbox\w*|curl|wget)\b|\bnode\s|\bsh\s|\.sh\b|^(?:pre|post)/
const ELSEWHERE: readonly [file: RegExp, rule: RegExp][] = [
  [/(^|\/)next\.config\.\w+$/, /rewrites|assetPrefix/], [/(^|\/)vercel\.json$/, /rewrites|routes/], [/(^|\/)netlify\.toml$/, /\[\[redirects\]\]/],
  [/(^|\/)(?:_redirects|nginx[\w.-]*|Caddyfile|Dockerfile|staticwebapp\.config\.json|\w+base\.json)$/, /./],
]
/** Other files of the site that code names by their address. */
const NAMED = /\b(?:src|href|poster)\s*[=:]\s*\{?\s*["'`](\/(?!\/)[\w./@-]+\.(?:png|jpe?g|gif|svg|webp|avif|ico|m?js|css|pdf|mp4|webm|woff2?))["'`]/g

/** True when it is plain that nothing is given out at an address: the site's other files are where they should be, or there are none. */
export function isNowhere(host: FrameworkHost, routes: readonly Route[], source: string): boolean {
  const files = host.under('')
  const manifests = host.named('package.json')
  if (!manifests.some((path) => TOOLS.some((name) => host.dependencies(path.slice(0, -'/package.json'.length)).has(name)))) return false
  if (host.named(baseNameOf(source)).length > 0) return false
  const isAnswered = routes.some(({ path, kind }) => path === source || (kind !== 'page' && path.endsWith('/*') && source.startsWith(path.slice(0, -1))))
  const isIgnored = host.named('.gitignore').some((path) => IGNORED.test((host.text(path) ?? '').replace(/^\s*#.*$/gm, '')))
  const isMade = manifests.some((path) => {
    const scripts = (host.json(path) as { scripts?: Record<string, unknown> } | undefined)?.scripts ?? {}
    return Object.entries(scripts).some(([name, command]) => MADE.test(name) || MADE.test(String(command)))
  })
  const isElsewhere = files.some((path) => ELSEWHERE.some(([file, rule]) => file.test(path) && rule.test(host.text(path) ?? '')))
  return !isAnswered && !isIgnored && !isMade && !isElsewhere && !isIncomplete(host, files, source)
}

/** Some other file that pages name by its address is not in the tree either: it holds no static files. */
function isIncomplete(host: FrameworkHost, files: readonly string[], source: string): boolean {
  const code = files.filter((path) => /\.(?:[jt]sx?|vue|svelte|astro|html)$/.test(path) && host.isProduct(path))
  return code.some((path) => [...(host.text(path) ?? '').matchAll(NAMED)]
    .some(([, address = '']) => address !== source && !files.some((file) => file.endsWith(address))))
}
