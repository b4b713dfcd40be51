/** Guards as route tables of scripts name them: `canActivate: [AuthGuard]`, `meta: { requiresAuth: true }`. */
import type { ValueId } from '../../facts/script/graph.js'
import { hasHole } from '../../parse/hole.js'
import type { RouteGuard } from '../framework.js'
import type { ScriptReader, ScriptValue } from './script-values.js'

const DEPTH = 4
/** Names of what a guard is told to let through. */
const ROLES = /^(?:\w*roles?|allowed\w*|authorities|authority|permissions?|userTypes?|roles?\w*)$/i

/** Guards of a value in a place for guards: one, or a list of them, by names, calls and classes. */
export function guardsNamed(reader: ScriptReader, at: ScriptValue, roles: readonly string[] = [], depth = 0): RouteGuard[] {
  const shape = reader.shape(at)
  if (!shape || depth > DEPTH || at.value === null) return []
  const guard = (name: string, given: readonly string[] = []): RouteGuard[] => {
    const all = [...roles, ...given]
    return name === '' ? [] : [{ name, file: at.file, offset: shape.start, ...all.length === 0 ? {} : { roles: all } }]
  }
  switch (shape.kind) {
    case 'array': return shape.items.flatMap((item) => guardsNamed(reader, reader.beside(at, item), roles, depth + 1))
    case 'spread': return reader.items(reader.beside(at, shape.value)).flatMap((item) => guardsNamed(reader, item, roles, depth + 1))
    case 'constant': return typeof shape.value === 'string' ? guard(shape.value) : []
    case 'call': {
      const given = shape.arguments.flatMap((argument) => rolesIn(reader, reader.beside(at, argument)))
      return guard(calledName(reader, at, shape.callee), given)
    }
    case 'binding':
    case 'global':
    case 'member': {
      const lists = reader.read(at).filter((target) => reader.shape(target)?.kind === 'array')
      const inner = lists.flatMap((target) => guardsNamed(reader, target, roles, depth + 1))
      return inner.length > 0 ? inner : guard(lastName(reader.written(at, at.value)))
    }
    // `() => inject(Session).isLoggedIn()`, `() => isLoggedIn() || router.parseUrl('/login')`
    case 'function': return callsBefore(reader, at, shape.function).flatMap((call) => guardsNamed(reader, call, roles, depth + 1))
    default: return []
  }
}

const SIGNS_IN = /(?:^|[/#])(?:log-?in|sign-?in|auth)(?:$|[/?#])/i

/** Calls that a function of the table's own asks before it lets through: what it gives back, or sends to the sign-in without. */
function callsBefore(reader: ScriptReader, at: ScriptValue, id: number): ScriptValue[] {
  const facts = reader.script(at)
  const around = facts?.functions[id]
  if (!facts || !around) return []
  const inside = facts.values.flatMap((shape, value) => (around.start <= shape.start && shape.end <= around.end ? [{ shape, at: { ...at, value } }] : []))
  const leads = inside.some(({ shape }) => shape.kind === 'constant' && typeof shape.value === 'string' && SIGNS_IN.test(shape.value))
  return inside.filter((each) => each.shape.kind === 'call' && (leads || around.returns.includes(each.at.value))).map((each) => each.at)
}

/** `isLoggedIn` of `inject(Session).isLoggedIn()`. */
function calledName(reader: ScriptReader, at: ScriptValue, callee: ValueId): string {
  const shape = reader.shape(reader.beside(at, callee))
  return shape?.kind === 'member' ? shape.name ?? '' : lastName(reader.written(at, callee))
}

function lastName(written: string): string {
  return written.slice(written.lastIndexOf('.') + 1)
}

/** Texts of a value that names roles: `'patient'`, `['patient', Role.Doctor]`, `{ roles: [...] }`. */
export function rolesIn(reader: ScriptReader, at: ScriptValue): string[] {
  return reader.items(at).flatMap((item): string[] => {
    const shape = reader.shape(item)
    if (shape?.kind === 'object') {
      return shape.entries.flatMap(({ name, value }) => (name !== null && ROLES.test(name) ? rolesIn(reader, reader.beside(item, value)) : []))
    }
    const texts = reader.texts(item).filter((text) => !hasHole(text))
    // `Role.Patient` of a package that is not there still says it.
    return texts.length > 0 || item.value === null ? texts : [lastName(reader.written(item, item.value))].filter((name) => name !== '')
  })
}

/** Entries of an object or element that say which roles may see what it shows. */
export function rolesBeside(reader: ScriptReader, at: ScriptValue): string[] {
  const shape = reader.shape(at)
  const entries = shape?.kind === 'object' ? shape.entries : shape?.kind === 'element' ? shape.properties : []
  return entries.flatMap(({ name, value }) => (name !== null && ROLES.test(name) ? rolesIn(reader, reader.beside(at, value)) : []))
}

/** Switches of an object that ask for a sign-in, by name: `{ requiresAuth: true }`; those that are off are left out. */
export function guardsOfSwitches(reader: ScriptReader, at: ScriptValue): RouteGuard[] {
  const roles = rolesBeside(reader, at)
  return reader.read(at).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, value }): RouteGuard[] => {
      const own = reader.shape(reader.beside(target, value))
      const isOff = own?.kind === 'constant' && typeof own.value !== 'string' && own.value !== true
      if (name === null || isOff || ROLES.test(name)) return []
      if (/^(?:middlewares?|guards?)$/i.test(name)) return guardsNamed(reader, reader.beside(target, value), roles)
      const all = [...roles, ...own?.kind === 'constant' || own?.kind === 'array' ? rolesIn(reader, reader.beside(target, value)) : []]
        .filter((role) => role !== 'true')
      return [{ name, file: target.file, offset: own?.start ?? shape.start, isWrapper: true, ...all.length === 0 ? {} : { roles: all } }]
    })
  })
}

/** `{ requiresAuth: false }`: the page is for everybody, whatever stands around it. */
export function isSwitchedOff(reader: ScriptReader, at: ScriptValue): boolean {
  const shape = reader.shape(at)
  const entries = shape?.kind === 'object' ? shape.entries : []
  return entries.some(({ name, value }) => {
    const own = reader.shape(reader.beside(at, value))
    return /auth|login|signed|private|protect/i.test(name ?? '') && own?.kind === 'constant' && own.value === false
  })
}

const SENDS_AWAY = /(?:^|\.)(?:Navigate|Redirect)$/

/**
 * Guards of what an entry shows: components around the page (`<RequireAuth><Visits /></RequireAuth>`), and a choice
 * between it and the way to the sign-in (`user ? <Visits /> : <Navigate to="/login" />`).
 */
export function guardsShown(reader: ScriptReader, at: ScriptValue, depth = 0): RouteGuard[] {
  const shape = reader.shape(at)
  if (depth > DEPTH || !shape) return []
  if (shape.kind === 'function') {
    const results = reader.script(at)?.functions[shape.function]?.returns ?? []
    return results.length === 1 ? guardsShown(reader, reader.beside(at, results[0] as number), depth + 1) : []
  }
  if (shape.kind === 'choice') {
    const ways = shape.values.map((value) => reader.beside(at, value))
    const leads = ways.flatMap((way) => signInOf(reader, way))
    return leads.length === 1 && ways.length === 2 ? [{ name: leads[0] as string, file: at.file, offset: shape.start, isSeen: true }] : []
  }
  if (shape.kind !== 'element' || typeof shape.name === 'string') return []
  const name = reader.elementName(at, shape)
  const roles = rolesBeside(reader, at)
  const [only, ...others] = shape.children.filter((child) => reader.shape(reader.beside(at, child))?.kind === 'element')
  const inner = only === undefined || others.length > 0 ? [] : guardsShown(reader, reader.beside(at, only), depth + 1)
  const own = shape.properties.find((property) => property.name === 'element' || property.name === 'component')
  const given = own === undefined ? [] : guardsShown(reader, reader.beside(at, own.value), depth + 1)
  return [{ name, file: at.file, offset: shape.start, isWrapper: true, ...roles.length === 0 ? {} : { roles } }, ...inner, ...given]
}

/** Address of the sign-in that an element leads to: `<Navigate to="/login" />`. */
function signInOf(reader: ScriptReader, at: ScriptValue): string[] {
  const shape = reader.shape(at)
  if (shape?.kind !== 'element' || !SENDS_AWAY.test(reader.elementName(at, shape))) return []
  return reader.property(at, 'to').flatMap((to) => reader.texts(to)).filter((text) => SIGNS_IN.test(text)).slice(0, 1)
}
