/** Calls of a function or method by its name, wherever a script makes them. */
import { NOTHING_GIVEN, type ScriptReader, type ScriptValue } from './script-values.js'

export interface NamedCall {
  name: string
  /** UTF-16 offset of the call. */
  start: number
  arguments: ScriptValue[]
}

/** `add('x')`, `site.add('x')`: calls whose last name is one of these, in the order of the file. */
export function callsNamed(reader: ScriptReader, file: string, names: RegExp): NamedCall[] {
  return reader.scripts(file).flatMap((facts, script) => facts.values.flatMap((shape): NamedCall[] => {
    if (shape.kind !== 'call') return []
    const callee: ScriptValue = { file, script, value: shape.callee, given: NOTHING_GIVEN }
    const name = reader.written(callee, shape.callee).replace(/^.*\./, '')
    if (!names.test(name)) return []
    return [{ name, start: shape.start, arguments: shape.arguments.map((argument) => reader.beside(callee, argument)) }]
  })).sort((one, other) => one.start - other.start)
}
