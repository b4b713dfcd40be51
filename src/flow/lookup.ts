/** Which rows tell about a call. */
import type { ScriptFacts, Value } from '../facts/script/graph.js'
import type { FlowHost, Origin } from './host.js'
import { invocationOf, methodName } from './invocation.js'
import type { Model } from './models/model.js'

/** Rows for what the callee turns out to be; else, for a method of something unknown, the rows of that name. */
export function modelsOfCall(
  host: FlowHost<Origin>, place: { file: string; script: number }, script: ScriptFacts, call: Value & { kind: 'call' },
): Model[] {
  const meanings = host.resolver.meanings({ file: place.file, script: place.script, value: invocationOf(script, call).callee })
  const found = meanings.flatMap((meaning) => {
    if (meaning.kind !== 'external') return []
    return host.models.external(meaning.root === 'package' ? meaning.name : null, call.isNew ? `${meaning.path}#` : meaning.path)
  })
  if (found.length > 0) return [...new Set(found)]
  if (meanings.some(({ kind }) => kind === 'function' || kind === 'class')) return []
  const method = methodName(script, invocationOf(script, call))
  return method === null ? [] : [...host.models.method(method)]
}

/** Rows for a component of a package, `<Formik>`, or for an element of the page, `<form>`. */
export function modelsOfElement(host: FlowHost<Origin>, place: { file: string; script: number }, element: Value & { kind: 'element' }): Model[] {
  if (typeof element.name === 'string') return [...host.models.external(null, `<${element.name}>`)]
  const meanings = host.resolver.meanings({ file: place.file, script: place.script, value: element.name })
  return meanings.flatMap((meaning) => (meaning.kind === 'external'
    ? host.models.external(meaning.root === 'package' ? meaning.name : null, `<${meaning.path}>`) : []))
}
