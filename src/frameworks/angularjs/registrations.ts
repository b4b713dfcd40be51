/**
 * What modules register by name: controllers, components and directives, with the place of their code and their
 * template. https://docs.angularjs.org/guide/component, https://docs.angularjs.org/guide/directive
 */
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from '../reading/script-values.js'
import type { RoutePlace } from '../framework.js'

export interface Registration {
  kind: 'controller' | 'component' | 'directive'
  /** `visitList`, `VisitController`. */
  name: string
  /** Places of the code that runs with it. */
  places: RoutePlace[]
  /** Objects that may say `templateUrl`, `template` and `controller`. */
  options: ScriptValue[]
}

const REGISTERS = /^(controller|component|directive)$/

export function registrationsIn(reader: ScriptReader, files: readonly string[]): Registration[] {
  return files.flatMap((file) => reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): Registration[] => {
    const callee = shape.kind === 'call' ? facts.values[shape.callee] : undefined
    if (shape.kind !== 'call' || callee?.kind !== 'member' || !REGISTERS.test(callee.name ?? '')) return []
    const at = (value: number): ScriptValue => ({ file, script, value, given: NOTHING_GIVEN })
    const [first, second] = shape.arguments
    if (first === undefined) return []
    const kind = callee.name as Registration['kind']
    if (second !== undefined) return reader.texts(at(first)).map((name) => registration(reader, kind, name, at(second)))
    // `.controller({ A: function () {}, B: … })`
    const table = reader.shape(at(first))
    return table?.kind !== 'object' ? [] : table.entries.flatMap(({ name, value }) =>
      (name === null ? [] : [registration(reader, kind, name, at(value))]))
  })))
}

function registration(reader: ScriptReader, kind: Registration['kind'], name: string, given: ScriptValue): Registration {
  const code = codeOf(reader, given)
  const options = kind === 'component' ? code
    : code.flatMap((target) => (reader.shape(target)?.kind === 'function' ? reader.results(target) : []))
  return { kind, name, options, places: [given, ...code].flatMap((target) => placeOf(reader, target)) }
}

/** A function, a class or an object; the last item of `['$scope', function ($scope) {}]`. */
function codeOf(reader: ScriptReader, given: ScriptValue): ScriptValue[] {
  return reader.read(given).flatMap((target) => {
    const shape = reader.shape(target)
    if (shape?.kind !== 'array') return [target]
    const last = reader.items(target).at(-1)
    return last ? reader.read(last) : []
  })
}

/** Code of one name is that name's alone; what stands around the registration is not. */
function placeOf(reader: ScriptReader, target: ScriptValue): RoutePlace[] {
  const shape = reader.shape(target)
  const isCode = shape && ['function', 'class', 'object', 'array'].includes(shape.kind)
  return isCode ? [{ file: target.file, start: shape.start, end: shape.end }] : []
}
