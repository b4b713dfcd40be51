/** The files a value of a route table shows: `Home`, `() => import('./Home.vue')`, `view('Home')`, `lazy(…)`. */
import { hasHole } from '../../parse/hole.js'
import type { ScriptReader, ScriptValue } from './script-values.js'

/** How many calls and functions may stand around an import. */
const DEPTH = 4

/** Files of components a value stands for; those a package brings are left out. */
export function shownFiles(reader: ScriptReader, at: ScriptValue): string[] {
  return [...new Set(filesOf(reader, at, 0))]
}

function filesOf(reader: ScriptReader, at: ScriptValue, depth: number): string[] {
  if (depth > DEPTH) return []
  return reader.read(at).flatMap((target): string[] => {
    if (target.value === null) return [target.file]
    const shape = reader.shape(target)
    switch (shape?.kind) {
      case 'binding': {
        const imported = reader.script(target)?.bindings[shape.binding]?.imported
        const file = imported ? reader.host.resolve(target.file, imported.source) : null
        return file === null ? [] : [file]
      }
      case 'function': {
        const results = reader.results(target).flatMap((value) => filesOf(reader, value, depth + 1))
        return results.length > 0 ? results : requiredFiles(reader, target)
      }
      case 'call': return shape.arguments.flatMap((argument) => filesOf(reader, reader.beside(target, argument), depth + 1))
      case 'object':
      case 'class': return target.file === at.file ? [] : [target.file]
      default: return []
    }
  })
}

/** `(resolve) => require(['./Home.vue'], resolve)`. */
function requiredFiles(reader: ScriptReader, at: ScriptValue): string[] {
  const around = reader.shape(at)
  const facts = reader.script(at)
  if (!around || !facts) return []
  return facts.values.flatMap((shape, value): string[] => {
    if (shape.kind !== 'call' || shape.start < around.start || shape.end > around.end) return []
    const [list] = shape.arguments
    if (list === undefined || reader.written({ ...at, value }, shape.callee) !== 'require') return []
    return reader.items(reader.beside(at, list)).flatMap((item) => reader.texts(item)).flatMap((specifier) => {
      const file = hasHole(specifier) ? null : reader.host.resolve(at.file, specifier)
      return file === null ? [] : [file]
    })
  })
}
