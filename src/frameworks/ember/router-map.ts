/** The map of an Ember router. https://guides.emberjs.com/release/routing/defining-your-routes/ */
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'

export interface EmberRoute {
  /** Dotted: `portal.visits`. */
  name: string
  /** Of the routes around, outermost first. */
  around: string[]
  /** As written, joined. */
  path: string
  /** Holds others: what is shown at its own path is its index. */
  hasChildren: boolean
  /** Name of an engine that is mounted here. */
  engine: string | null
}

/** `Router.map(function () { … })`, and `buildRoutes(function () { … })` of an engine. */
export function mappedRoutes(reader: ScriptReader, file: string): EmberRoute[] {
  return reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): EmberRoute[] => {
    if (shape.kind !== 'call') return []
    const callee = facts.values[shape.callee]
    const at = (value: number): ScriptValue => ({ file, script, value, given: NOTHING_GIVEN })
    const isMap = callee?.kind === 'member' ? callee.name === 'map' : /(^|\.)buildRoutes$/.test(reader.written(at(shape.callee), shape.callee))
    const [first] = shape.arguments
    return isMap && first !== undefined ? routesOf(reader, at(first), { name: '', around: [], path: '' }) : []
  }))
}

interface Outer {
  name: string
  around: string[]
  path: string
}

/** Calls on `this` inside the function, in order. */
function routesOf(reader: ScriptReader, map: ScriptValue, outer: Outer): EmberRoute[] {
  return reader.read(map).flatMap((target) => {
    const shape = reader.shape(target)
    const facts = reader.script(target)
    if (shape?.kind !== 'function' || !facts) return []
    return facts.calls.filter(({ scope }) => scope === shape.function).flatMap(({ value }): EmberRoute[] => {
      const call = facts.values[value]
      const callee = call?.kind === 'call' ? facts.values[call.callee] : undefined
      if (call?.kind !== 'call' || callee?.kind !== 'member' || facts.values[callee.object]?.kind !== 'this') return []
      const parameters = call.arguments.map((argument) => reader.beside(target, argument))
      if (callee.name === 'mount') return mounted(reader, parameters, outer)
      return callee.name === 'route' || callee.name === 'resource' ? route(reader, parameters, outer, callee.name === 'resource') : []
    })
  })
}

function route(reader: ScriptReader, parameters: readonly ScriptValue[], outer: Outer, isResource: boolean): EmberRoute[] {
  const [first, ...others] = parameters
  const options = others.filter((value) => reader.read(value).some((target) => reader.shape(target)?.kind === 'object'))
  const inner = others.find((value) => reader.read(value).some((target) => reader.shape(target)?.kind === 'function'))
  const text = (key: string): string | null => options.map((value) => reader.text(reader.property(value, key)[0])).find((found) => found !== null) ?? null
  const [own] = first ? reader.texts(first) : []
  if (own === undefined) return []
  const resets = isResource || text('resetNamespace') === 'true'
  const name = resets || outer.name === '' ? own : `${outer.name}.${own}`
  const written = options.flatMap((value) => reader.property(value, 'path')).flatMap((value) => reader.texts(value))
  const path = `${outer.path}/${written[0] ?? own}`
  const children = inner ? routesOf(reader, inner, { name, around: [...outer.around, name], path }) : []
  return [{ name, around: outer.around, path, hasChildren: inner !== undefined, engine: null }, ...children]
}

/** https://ember-engines.com/docs/mounting-engines */
function mounted(reader: ScriptReader, [first, options]: readonly ScriptValue[], outer: Outer): EmberRoute[] {
  const engine = reader.text(first)
  if (engine === null) return []
  const text = (key: string): string | null => (options ? reader.text(reader.property(options, key)[0]) : null)
  const own = text('as') ?? engine
  const name = outer.name === '' ? own : `${outer.name}.${own}`
  return [{ name, around: outer.around, path: `${outer.path}/${text('path') ?? own}`, hasChildren: false, engine }]
}
