/**
 * What is asked for by a key and was registered under it elsewhere: `services.get('mailer')` is what
 * `services.set('mailer', () => new Mailer())` makes. Types say the same in source; built code and JavaScript have none.
 * https://inversify.io/docs/api/container/, https://github.com/jeffijoe/awilix#usage, https://github.com/microsoft/tsyringe#container
 */
import type { ScriptFacts, Value, ValueId } from '../../../facts/script/graph.js'
import { meaningKey, type Meaning, type ValueReference } from '../meaning.js'
import type { Resolver } from '../resolver.js'
import { scriptIndex } from '../script-index.js'

type Call = Value & { kind: 'call' }

const ASKS = /^(?:get|resolve|make|inject|lookup)$/
const REGISTERS = /^(?:set|bind|register\w*|provide|singleton|factory|service|instance)$/
/** `bind(key).to(Mailer)`, `.toConstantValue(mailer)`, `.toDynamicValue(() => mailer)` */
const BINDS = /^to(?:$|[A-Z])/
/** `asClass(Mailer)`, `asFunction(makeMailer)`, `asValue(mailer)` */
const WRAPS = /^as(?:Class|Function|Value)$/

/** The call may register something under a key. Entries of plain maps, which are many, are none. */
export function isRegistration(script: ScriptFacts, { callee, arguments: given }: Call): boolean {
  const method = script.values[callee]
  const [key, made] = given
  if (method?.kind !== 'member' || method.name === null || !REGISTERS.test(method.name) || key === undefined) return false
  if (method.name !== 'set') return true
  const value = made === undefined ? undefined : script.values[made]
  return value?.kind === 'function' || value?.kind === 'class' || (value?.kind === 'call' && value.isNew)
}

/** https://docs.angularjs.org/api/ng/service/$window */
const WINDOW = '$window'

/** Registrations that AngularJS fills parameters from. */
const INJECTED = /^(?:factory|service)$/

interface Registration {
  at: ValueReference
  /** The value of an entry, where the registration is an object. */
  entry: ValueId | null
}

/** Registrations of a project by key. They become known with their files. */
export class Registries {
  private readonly byKey = new Map<string, Registration[]>()
  private indexed = 0

  constructor(private readonly resolver: Resolver) {}

  /** What a call asks a container for; empty for calls that ask for nothing known. */
  asked(reference: ValueReference, call: Call, depth: number): Meaning[] {
    const script = this.resolver.script(reference)
    const method = script?.values[call.callee]
    const [key] = call.arguments
    if (method?.kind !== 'member' || method.name === null || !ASKS.test(method.name) || key === undefined) return []
    const registrations = this.resolver.host.registrations()
    if (registrations.length === 0) return []
    const keys = this.keysOf({ ...reference, value: key }, depth)
    if (keys.length === 0) return []
    this.index(registrations)
    const found = keys.flatMap((each) => this.byKey.get(each) ?? [])
    if (found.length === 0) return []
    const asked = this.receivers({ ...reference, value: method.object }, depth)
    return found.flatMap(({ at, entry }) => {
      const owner = this.resolver.script(at)
      const value = owner?.values[at.value] as Call
      const registers = owner?.values[value.callee]
      if (!owner || registers?.kind !== 'member') return []
      const isSame = this.receivers({ ...at, value: registers.object }, depth).some((receiver) => asked.includes(receiver))
      if (!isSame) return []
      this.resolver.needs(at.file)
      const values = entry === null ? this.given(owner, at, value) : [unwrapped(owner, entry)]
      return values.flatMap((given) => this.made({ ...at, value: given }, depth))
    })
  }

  /** False when no parameter of the script can be filled by its name. */
  mayInject(script: ScriptFacts, name: string): boolean {
    return name === WINDOW || this.resolver.host.registrations().length > 0 || scriptIndex(script).says(WINDOW)
  }

  /**
   * What AngularJS fills a parameter of this name with: what the factory gives, an instance of the class of the service.
   * https://docs.angularjs.org/guide/providers
   */
  injected(name: string, depth: number): Meaning[] {
    if (name === WINDOW) return [{ kind: 'external', root: 'global', name: 'globalThis', path: '' }]
    const registrations = this.resolver.host.registrations()
    if (registrations.length === 0) return []
    this.index(registrations)
    return (this.byKey.get(`text ${name}`) ?? []).flatMap(({ at, entry }) => {
      const script = this.resolver.script(at)
      const call = script?.values[at.value]
      const method = call?.kind === 'call' ? script?.values[call.callee] : undefined
      const given = call?.kind === 'call' ? call.arguments[1] : undefined
      if (!script || entry !== null || given === undefined || method?.kind !== 'member' || !INJECTED.test(method.name ?? '')) return []
      this.resolver.needs(at.file)
      const list = script.values[given]
      const maker = list?.kind === 'array' ? list.items.at(-1) : given
      return maker === undefined ? [] : this.resolver.meanings({ ...at, value: maker }, depth).flatMap((meaning): Meaning[] => {
        if (meaning.kind === 'class') return [{ ...meaning, kind: 'instance' }]
        return meaning.kind === 'function' ? this.resolver.returns(meaning, depth) : []
      })
    })
  }

  private index(registrations: readonly ValueReference[]): void {
    // Asking about a key here may lead to a container again: what is known so far answers.
    const from = this.indexed
    this.indexed = registrations.length
    for (const at of registrations.slice(from)) {
      const value = this.resolver.script(at)?.values[at.value]
      const key = value?.kind === 'call' ? value.arguments[0] : undefined
      const entries = key === undefined ? undefined : this.resolver.script(at)?.values[key]
      if (key === undefined) continue
      // An object registers a name with each entry.
      if (entries?.kind === 'object') for (const { name, value: entry } of entries.entries) this.note(`text ${name}`, { at, entry })
      else for (const name of this.resolver.apart(() => this.keysOf({ ...at, value: key }, 1))) this.note(name, { at, entry: null })
    }
  }

  private note(key: string, registration: Registration): void {
    const list = this.byKey.get(key)
    if (list) list.push(registration)
    else this.byKey.set(key, [registration])
  }

  /** Texts, and classes that stand for themselves. */
  private keysOf(reference: ValueReference, depth: number): string[] {
    return this.resolver.meanings(reference, depth).flatMap((meaning) => {
      if (meaning.kind === 'constant') return typeof meaning.value === 'string' && meaning.value !== '' ? [`text ${meaning.value}`] : []
      return meaning.kind === 'class' ? [meaningKey(meaning)] : []
    })
  }

  private receivers(reference: ValueReference, depth: number): string[] {
    return this.resolver.meanings(reference, depth)
      .flatMap((meaning) => (meaning.kind === 'external' && meaning.root === 'global' ? [] : [meaningKey(meaning)]))
  }

  /** The values that a registration is given. */
  private given(script: ScriptFacts, at: ValueReference, call: Call): ValueId[] {
    const [, second] = call.arguments
    if (second !== undefined) return [unwrapped(script, second)]
    const index = scriptIndex(script)
    return index.parents(at.value).flatMap((member) => {
      const method = script.values[member]
      if (method?.kind !== 'member' || method.name === null || !BINDS.test(method.name)) return []
      return index.parents(member).flatMap((parent) => {
        const bound = script.values[parent]
        return bound?.kind === 'call' && bound.callee === member ? bound.arguments.slice(0, 1) : []
      })
    })
  }

  /** A class gives an instance; a function is called for what it gives, or is the thing itself. */
  private made(reference: ValueReference, depth: number): Meaning[] {
    return this.resolver.meanings(reference, depth).flatMap((meaning): Meaning[] => {
      if (meaning.kind === 'class') return [{ ...meaning, kind: 'instance' }]
      return meaning.kind === 'function' ? [...this.resolver.returns(meaning, depth), meaning] : [meaning]
    })
  }
}

/** `asClass(Mailer).singleton()` is `Mailer`. */
function unwrapped(script: ScriptFacts, id: ValueId): ValueId {
  const call = script.values[id]
  const callee = call?.kind === 'call' ? script.values[call.callee] : undefined
  if (call?.kind !== 'call' || !callee) return id
  const name = callee.kind === 'binding' ? script.bindings[callee.binding]?.imported?.name : callee.kind === 'member' ? callee.name : null
  if (name !== null && name !== undefined && WRAPS.test(name)) return call.arguments[0] ?? id
  return callee.kind === 'member' && script.values[callee.object]?.kind === 'call' ? unwrapped(script, callee.object) : id
}
