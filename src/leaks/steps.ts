/** A trail as a reader follows it: one step a place, from the source to the call that sends. */
import { scriptOf, type Trail } from '../flow/host.js'
import type { ScriptFacts, Value } from '../facts/script/graph.js'
import type { FlowStep, Place, Span } from '../types.js'
import type { DataSource } from './source.js'
import type { Host } from './fields/elements.js'

/** A call that sends, and the calls inside the site's own functions that it ends in. */
interface Sent extends Place {
  through: readonly Place[]
}

/** Steps between source and sink that are told at most; the middle of a longer way says nothing new. */
const LONGEST = 12

/** `starts`: where the sink's own arguments were asked about; what comes after them on a trail is inside its function. */
export function stepsOf(
  host: Host, source: DataSource, says: string, trail: Trail, sink: Sent, sinkSays: string, starts: readonly Trail[],
): FlowStep[] {
  const steps = toSink([{ ...source.place, note: says }], host, trail, { ...sink, note: sinkSays }, starts)
  const passed = sink.through.filter((place) => !steps.some((step) => isSamePlace(step, { ...place, note: '' })))
  return [...steps, ...passed.map((place) => ({ file: place.file, span: place.span, note: 'passed on to the vendor' }))]
}

/** The same from where a trail ends, which is no source. */
export function stepsBetween(host: Host, trail: Trail, sink: Place, sinkSays: string): FlowStep[] {
  return toSink([], host, trail, { ...sink, note: sinkSays }, [])
}

function toSink(steps: FlowStep[], host: Host, trail: Trail, { file, span, note }: FlowStep, starts: readonly Trail[]): FlowStep[] {
  const last: FlowStep = { file, span, note }
  const inside: FlowStep[] = []
  let into = steps
  for (let at: Trail | null = trail; at; at = at.next) {
    const step = stepAt(host, at)
    if (step && !isSamePlace(into.at(-1), step)) into.push(step)
    if (starts.includes(at)) into = inside
  }
  const [first, ...way] = steps
  return [...(first ? [first] : []), ...shortened(way).filter((step) => !isSamePlace(last, step)), last, ...shortened(inside)]
}

function shortened(way: readonly FlowStep[]): readonly FlowStep[] {
  return way.length <= LONGEST ? way : [...way.slice(0, LONGEST / 2), ...way.slice(-LONGEST / 2)]
}

/** Steps that a reader would call one: they overlap in one file. */
function isSamePlace(before: FlowStep | undefined, step: FlowStep): boolean {
  return before !== undefined && before.file === step.file && before.span.start <= step.span.start && step.span.end <= before.span.end
}

function stepAt(host: Host, { spot }: Trail): FlowStep | null {
  const script = scriptOf(host, spot)
  if (!script) return null
  const variable = variableAt(host, spot)
  if (variable) return variable
  if (spot.kind === 'binding') {
    const binding = script.bindings[spot.id]
    if (!binding) return null
    const what = binding.parameter ? `received as \`${binding.name}\`` : binding.imported ? `imported as \`${binding.name}\`` : `kept in \`${binding.name}\``
    return { file: spot.file, span: binding.span, note: what }
  }
  const value = script.values[spot.id]
  if (value && isGenerated(host, spot.file, value)) return null
  const note = value && noteOf(script, value)
  return value && note ? { file: spot.file, span: { start: value.start, end: value.end }, note } : null
}

/** Code that stands for a variable or a tag of a container, and that nobody wrote. */
function isGenerated(host: Host, file: string, { start }: Span): boolean {
  const container = host.facts(file)?.container
  if (!container) return false
  return [...container.variables, ...container.tags].some(({ place }) => place.start === start)
}

/** A variable of a container is a step where it is defined; what its expression is made of says nothing more. */
function variableAt(host: Host, spot: Trail['spot']): FlowStep | null {
  const container = host.facts(spot.file)?.container
  const value = spot.kind === 'value' ? scriptOf(host, spot)?.values[spot.id] : undefined
  const callee = value?.kind === 'call' ? scriptOf(host, spot)?.values[value.callee] : undefined
  const name = callee?.kind === 'global' ? callee.name : callee?.kind === 'binding' ? scriptOf(host, spot)?.bindings[callee.binding]?.name : undefined
  const index = /#(\d+)$/.exec(name ?? '')?.[1]
  const variable = index === undefined ? undefined : container?.variables[Number(index)]
  return variable ? { file: spot.file, span: variable.place, note: `read by the variable “${variable.name}”` } : null
}

/** Only what moves a value is a step of its own; the names in between say the rest. */
function noteOf(script: ScriptFacts, value: Value): string | null {
  switch (value.kind) {
    case 'call': return `through \`${calleeName(script, value)}(…)\``
    case 'template': return 'put into a text'
    case 'object': return 'put into an object'
    case 'element': return 'given to a component'
    default: return null
  }
}

function calleeName(script: ScriptFacts, call: Value & { kind: 'call' }): string {
  const callee = script.values[call.callee]
  if (callee?.kind === 'global') return callee.name
  if (callee?.kind === 'binding') return script.bindings[callee.binding]?.name ?? 'a function'
  return callee?.kind === 'member' ? (callee.name ?? 'a method') : 'a function'
}
