/** Class components: properties come from the elements of the class, state from what it is set to. https://react.dev/reference/react/Component */
import type { ScriptFacts } from '../../facts/script/graph.js'
import { returnsOf } from './calls.js'
import { scriptOf, type FlowHost, type Origin, type Trail } from '../host.js'
import { scriptIndex } from '../../project/meaning/script-index.js'
import { linksOf } from '../links.js'
import { propertySteps } from './parameters.js'
import { step, type Step } from '../step.js'
import { usesOf } from '../forward/uses.js'

interface ClassPlace {
  file: string
  script: number
  class: number
}

/** Where `this.props` and `this.state` of a class come from; nothing for classes that are no components. */
export function componentParts(host: FlowHost<Origin>, trail: Trail, place: ClassPlace, script: ScriptFacts): Step[] {
  const [name, ...rest] = trail.path
  if ((name !== 'props' && name !== 'state') || !isComponent(host, place, script)) return []
  return name === 'props' ? properties(host, trail, place, script, rest) : states(host, trail, place, script, rest)
}

function isComponent(host: FlowHost<Origin>, { file, script: index, class: id }: ClassPlace, script: ScriptFacts): boolean {
  const superclass = script.classes[id]?.superclass
  return superclass !== null && superclass !== undefined && host.resolver.meanings({ file, script: index, value: superclass })
    .some((meaning) => meaning.kind === 'external' && /(^|\.)(Pure)?Component$/.test(meaning.path))
}

function properties(host: FlowHost<Origin>, trail: Trail, place: ClassPlace, script: ScriptFacts, rest: readonly string[]): Step[] {
  const value = scriptIndex(script).classValue(place.class)
  if (value === undefined) return []
  return usesOf(host, { file: place.file, script: place.script, kind: 'value', id: value }).flatMap((use) => {
    const element = use.kind === 'element' ? scriptOf(host, use.at)?.values[use.at.value] : undefined
    if (element?.kind !== 'element') return []
    const parameter = { index: 0, path: [], rest: false }
    return propertySteps({ trail, context: null, parameter, path: rest }, use.at, element)
  })
}

function states(host: FlowHost<Origin>, trail: Trail, { file, script: index, class: id }: ClassPlace, script: ScriptFacts, rest: readonly string[]): Step[] {
  return linksOf(script).mutationsOfThis(id).flatMap(({ method }): Step[] => {
    const call = method?.name === 'setState' ? script.values[method.call] : undefined
    const argument = call?.kind === 'call' ? call.arguments[0] : undefined
    if (!method || argument === undefined) return []
    const shape = script.values[argument]
    if (shape?.kind !== 'function') return [step(trail, { file, script: index, kind: 'value', id: argument }, rest, { context: null })]
    const target = { file, script: index, function: shape.function }
    const at = { ...trail, path: rest, context: null }
    return returnsOf(host, at, target, { file, script: index, value: method.call }).map((found) => ({ ...found, next: trail }))
  })
}
