/** Values of a script that are the address of the page it runs on, or a part of it. */
import type { ScriptFacts, ValueId } from '../../facts/script/graph.js'
import { scriptIndex } from '../meaning/script-index.js'
import { knownAs, type Reading } from './reading.js'

/**
 * `path`: the path; `address`: with the host in front; `segment`: one part of the path, counted from 0; `unclear`: made
 * of the address in a way that is not followed. `tail`: without its first character.
 */
export type Subject = (
  | { kind: 'path' | 'address' | 'tail' | 'segments' | 'unclear' }
  | { kind: 'segment'; index: number | 'last' }
) & {
  /** As the router has it, that is without the path its application lies at; absent for the whole path. */
  isBelow?: true
}

const whole: Subject = { kind: 'path' }
const below: Subject = { kind: 'path', isBelow: true }

/** Hooks and functions that give the path, and those that give an object that has it. */
const GIVES_PATH = /^(usePathname|useAsPath|getPathname|useCurrentPath|currentPathname|useNavigationPath)$/
const GIVES_LOCATION = /^(useLocation|useRouter|useRoute|useRouterState|useNavigation|getLocation|useURL|useRequestURL)$/
/** Names of objects that stand for where the visitor is. */
const LOCATION = /^\$?(location|loc|router|route|currentRoute|nextUrl|page|history|to)$/
/** What they call the path, by what it holds. */
const PATH = /^(pathname|asPath|fullPath|path|originalUrl|urlAfterRedirects|requestPath)$/
const REQUEST = /^(req|request|ctx|context|\$request)$/
const PARAMETER = /^(pathname|currentPath|currentPathname|asPath|locationPathname)$/
/** Calls that hand the new address to a function: router events and hooks. */
const TELLS_ADDRESS = /^(beforeEach|afterEach|beforeResolve|beforeRouteEnter|onRouteUpdate|onRouteDidUpdate)$/
/** Methods that ask about a text and give no part of it. */
const ASKS = new Set([
  'startsWith', 'endsWith', 'includes', 'contains', 'indexOf', 'lastIndexOf', 'search', 'match', 'matchAll',
  'localeCompare', 'some', 'every', 'find', 'forEach', 'map', 'on', 'push', 'replaceState', 'then',
])
const KEEPS = new Set(['toLowerCase', 'toLocaleLowerCase', 'trim', 'toString', 'valueOf', 'normalize'])

const DEPTH = 12

/** What part of the address a value is; null when it has nothing to do with it. */
export function subjectOf(reading: Reading, id: ValueId, depth = 0): Subject | null {
  if (depth > DEPTH) return null
  return remembered(reading.subjects.values, id, () => subjectOfValue(reading, id, depth))
}

function remembered(memory: Map<ValueId, Subject | null>, id: ValueId, find: () => Subject | null): Subject | null {
  const known = memory.get(id)
  if (known !== undefined) return known
  // A value that is made of itself says nothing new.
  memory.set(id, null)
  const found = find()
  memory.set(id, found)
  return found
}

function subjectOfValue(reading: Reading, id: ValueId, depth: number): Subject | null {
  const { script } = reading
  const value = script.values[id]
  if (!value) return null
  const inner = (part: ValueId): Subject | null => subjectOf(reading, part, depth + 1)
  switch (value.kind) {
    case 'global':
      return value.name === 'location' ? { kind: 'address' } : null
    case 'binding': {
      const binding = script.bindings[value.binding]
      const known = knownAs(reading, value.binding)
      if (known) return subjectOf(known, known.value, depth + 1)
      if (!binding) return null
      if (binding.parameter) return parameterSubject(reading, value.binding)
      const found = binding.definitions.map(inner)
      const [first] = found
      if (found.length === 1) return first ?? null
      return found.some((each) => each !== null) ? { kind: 'unclear' } : null
    }
    case 'member': return memberSubject(reading, value, depth)
    case 'call': return callSubject(reading, value, depth)
    case 'choice': {
      // `pathname ?? '/'`: what stands in for a missing address says nothing.
      const found = value.values.map(inner).filter((each) => each !== null)
      const [first] = found
      if (first === undefined || found.length === value.values.length) return first ?? null
      const others = value.values.slice(1)
      const isFallback = others.every((part) => script.values[part]?.kind === 'constant' || inner(part) !== null)
      return value.test === null && isFallback ? first : { kind: 'unclear' }
    }
    case 'template': {
      const others = value.parts.filter((part) => inner(part) !== null)
      if (others.length === 0) return null
      return value.parts.length === 1 ? inner(value.parts[0] as ValueId) : { kind: 'unclear' }
    }
    case 'await': return inner(value.value)
    default: return null
  }
}

function nameOf(script: ScriptFacts, id: ValueId): string | null {
  const value = script.values[id]
  if (value?.kind === 'global') return value.name
  if (value?.kind === 'binding') return script.bindings[value.binding]?.name ?? null
  return value?.kind === 'member' ? value.name : null
}

/** Parts of an address that say nothing of the page. */
const NO_PATH = /^(length|origin|host|hostname|protocol|port)$/

function memberSubject(
  reading: Reading, value: { object: ValueId; name: string | null; key: ValueId | null }, depth: number,
): Subject | null {
  const { script } = reading
  const of = subjectOf(reading, value.object, depth + 1)
  if (value.name === 'pathname') {
    const found = of === null ? locationPath(reading, value.object, depth + 1) : { ...of, kind: 'path' as const }
    if (found) return found
  }
  if (of?.kind === 'address' && (value.name === 'href' || value.name === 'current')) return of
  if (of?.kind === 'segments') {
    const index = value.name === null ? NaN : Number(value.name)
    // The path begins with a slash: what stands before it is empty.
    return Number.isInteger(index) && index > 0 ? { ...of, kind: 'segment', index: index - 1 } : { kind: 'unclear' }
  }
  // `pathname.split('?')[0]` is still the path.
  if (of !== null) return value.name === '0' ? of : NO_PATH.test(value.name ?? '') ? null : { kind: 'unclear' }
  const object = nameOf(script, value.object)
  if (value.name === 'URL' && object === 'document') return { kind: 'address' }
  if (value.name === 'location' && object === 'document') return { kind: 'address' }
  if (value.name === null || !PATH.test(value.name)) {
    if (value.name === 'url' && /^\$?router$/.test(object ?? '')) return below
    if (value.name === 'url' && REQUEST.test(object ?? '')) return whole
    if (value.name === 'name' && /^(\$route|currentRoute)$/.test(object ?? '')) return { kind: 'unclear' }
    // wouter's `const [location] = useLocation()`.
    if (value.name === '0' && givesLocation(reading, value.object)) return below
    return null
  }
  const found = locationPath(reading, value.object, depth + 1)
  if (found) return found
  return object !== null && REQUEST.test(object) && value.name !== 'asPath' ? whole : null
}

/** Objects of the browser. */
const WINDOW = /^(window|document|globalThis|self|top|parent)$/

/** The path that an object which stands for the place where the visitor is has; null for other objects. */
function locationPath(reading: Reading, id: ValueId, depth: number): Subject | null {
  if (depth > DEPTH) return null
  return remembered(reading.subjects.locations, id, () => locationPathOf(reading, id, depth))
}

function locationPathOf(reading: Reading, id: ValueId, depth: number): Subject | null {
  const { script } = reading
  const value = script.values[id]
  if (!value) return null
  if (value.kind === 'call') {
    const callee = nameOf(script, value.callee)
    if (value.isNew && callee === 'URL') {
      const [first] = value.arguments
      return first !== undefined && subjectOf(reading, first, depth + 1) !== null ? whole : null
    }
    return callee !== null && GIVES_LOCATION.test(callee) ? below : null
  }
  if (value.kind === 'global') return locationNamed(value.name)
  if (value.kind === 'member') {
    const object = nameOf(script, value.object) ?? ''
    // `$page.url`, `Astro.url`, `event.url` of a server; `router.currentRoute.value`.
    if (value.name === 'url' && /^(\$?page|Astro|context|ctx|event)$/.test(object)) return whole
    if (value.name === 'url' || value.name === 'value') return locationPath(reading, value.object, depth + 1)
    if (value.name === null || !LOCATION.test(value.name)) return null
    return WINDOW.test(object) ? whole : below
  }
  if (value.kind !== 'binding') return null
  const binding = script.bindings[value.binding]
  if (!binding) return null
  if (binding.parameter) {
    const last = binding.parameter.path.at(-1) ?? binding.name
    // `load({ url })` of SvelteKit.
    if (last === 'url' && binding.parameter.path.length > 0) return whole
    const isLocation = last === 'to'
      ? binding.parameter.path.length === 0 && isToldAddress(reading, binding.parameter.function)
      : LOCATION.test(last) && last !== 'page'
    return isLocation ? below : null
  }
  const { definitions, imported } = binding
  if (definitions.length > 0) {
    const found = definitions.map((definition) => locationPath(reading, definition, depth + 1))
    return found.every((each) => each !== null) ? found[0] ?? null : null
  }
  return imported === null ? null : locationNamed(imported.name === 'default' ? binding.name : imported.name)
}

/** `location` is the browser's and `page` that of a server or of SvelteKit; all else are a router's. */
function locationNamed(name: string): Subject | null {
  return !LOCATION.test(name) ? null : /^\$?(location|page)$/.test(name) ? whole : below
}

function givesLocation(reading: Reading, id: ValueId): boolean {
  const value = reading.script.values[id]
  const callee = value?.kind === 'call' ? nameOf(reading.script, value.callee) : null
  return callee !== null && GIVES_LOCATION.test(callee)
}

function callSubject(reading: Reading, value: { callee: ValueId; arguments: ValueId[] }, depth: number): Subject | null {
  const { script } = reading
  const callee = script.values[value.callee]
  const name = nameOf(script, value.callee)
  const [first] = value.arguments
  const text = first === undefined ? undefined : script.values[first]
  const literal = text?.kind === 'constant' ? text.value : undefined
  if (callee?.kind !== 'member') {
    if (name !== null && GIVES_PATH.test(name)) return below
    const isCopy = name !== null && /^(String|decodeURI|decodeURIComponent)$/.test(name)
    return isCopy && first !== undefined ? subjectOf(reading, first, depth + 1) : null
  }
  const of = subjectOf(reading, callee.object, depth + 1)
  if (of === null || name === null || ASKS.has(name)) return null
  if (KEEPS.has(name)) return of
  if (of.kind === 'path' && name === 'split') {
    if (literal === '/') return { ...of, kind: 'segments' }
    return literal === '?' || literal === '#' ? of : { kind: 'unclear' }
  }
  if (of.kind === 'segments') {
    if (name === 'pop' || (name === 'at' && literal === -1)) return { ...of, kind: 'segment', index: 'last' }
    // `filter(Boolean)` drops the empty beginning; the counting is then another.
    return { kind: 'unclear' }
  }
  const isCut = of.kind === 'path' && /^(slice|substring|substr)$/.test(name) && value.arguments.length === 1
  if (isCut && literal === 1) return { ...of, kind: 'tail' }
  // Trailing slashes do not matter here.
  if (name === 'replace' && text?.kind === 'regexp' && /^(\\\/|\/)[+*]?\$$/.test(text.pattern)) return of
  return { kind: 'unclear' }
}

/** A parameter that is told the address: by its name, or by what the function is handed to. */
function parameterSubject(reading: Reading, id: number): Subject | null {
  const binding = reading.script.bindings[id]
  if (!binding?.parameter) return null
  const last = binding.parameter.path.at(-1)
  if (PARAMETER.test(last ?? binding.name)) return below
  if (last !== undefined || binding.parameter.index !== 0) return null
  const isTold = /^(url|path|route)$/i.test(binding.name) && isToldAddress(reading, binding.parameter.function)
  return isTold ? whole : null
}

/** `router.events.on('routeChangeComplete', handler)`, `router.afterEach(handler)`. */
function isToldAddress(reading: Reading, id: number): boolean {
  const { script } = reading
  const value = scriptIndex(script).functionValue(id)
  const names = value === undefined ? [] : scriptIndex(script).bindingsWith(value)
  return script.values.some((call) => {
    if (call.kind !== 'call') return false
    const isHanded = call.arguments.some((argument) => {
      const shape = script.values[argument]
      return shape?.kind === 'function' ? shape.function === id : shape?.kind === 'binding' && names.includes(shape.binding)
    })
    if (!isHanded) return false
    const [event] = call.arguments.map((argument) => script.values[argument])
    return TELLS_ADDRESS.test(nameOf(script, call.callee) ?? '')
      || (event?.kind === 'constant' && /^routeChange(Complete|Start)$/.test(String(event.value)))
  })
}
