/** The package a value comes from: `import X from 'p'`, `const { X } = require('p')`, `require('p')(options)`. */
import type { ValueId } from '../../facts/script/graph.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'

export interface Origin {
  source: string
  /** `default`, `*` for the module as a whole, or the name inside. */
  name: string
}

const DEPTH = 8

/** Null for what the project makes itself and for globals. */
export function importedFrom(reader: ScriptReader, at: ScriptValue, id: ValueId, depth = 0): Origin | null {
  const script = reader.script(at)
  const value = script?.values[id]
  if (!script || !value || depth > DEPTH) return null
  switch (value.kind) {
    case 'binding': {
      const binding = script.bindings[value.binding]
      if (binding?.imported) {
        return reader.host.resolve(at.file, binding.imported.source) === null ? { source: binding.imported.source, name: binding.imported.name } : null
      }
      const [definition] = binding?.definitions ?? []
      return definition === undefined ? null : importedFrom(reader, at, definition, depth + 1)
    }
    case 'member': {
      const inner = importedFrom(reader, at, value.object, depth + 1)
      return inner && value.name !== null ? { source: inner.source, name: value.name } : null
    }
    case 'await': return importedFrom(reader, at, value.value, depth + 1)
    case 'call': {
      const [first] = value.arguments
      if (reader.written(at, value.callee) !== 'require' || first === undefined) return null
      const source = reader.text(reader.beside(at, first))
      return source === null || reader.host.resolve(at.file, source) !== null ? null : { source, name: '*' }
    }
    default: return null
  }
}
