/**
 * References to variables on their way through the parsers: a name in generated code, a mark in code that somebody
 * wrote, and in the value graph a call of the function that is the variable.
 */
import type { ScriptFacts, Value, ValueId } from '../../facts/script/graph.js'
import { HOLE } from '../../parse/hole.js'
import type { Container, Parameter, Parameters, Variable } from '../container.js'
import type { Reference, Text } from '../reading/text.js'

/** A variable of a container, or one that a reference names and nobody defines. */
export interface NamedVariable {
  key: string
  variable: Variable | null
}

export class VariableNames {
  readonly list: NamedVariable[] = []
  private readonly byKey = new Map<string, number>()
  private readonly places = new Map<number, number>()

  constructor(private readonly path: string, private readonly container: Container) {}

  /** Index of a variable, in the order in which references name them. */
  indexOf(key: string): number {
    let index = this.byKey.get(key)
    if (index === undefined) {
      const { variables, knows } = this.container
      index = this.list.push({ key, variable: variables.get(key) ?? knows.builtIn(key) }) - 1
      this.byKey.set(key, index)
    }
    return index
  }

  /** One variable that holds what the page or the request brings when it runs; what it is called says what that is. */
  isGivenAtRunTime({ pieces }: Text): boolean {
    const [only, ...others] = pieces
    if (only?.kind !== 'reference' || others.length > 0) return false
    const { variable } = this.list[this.indexOf(only.variable)] as NamedVariable
    return variable === null || this.container.knows.isGivenAtRunTime?.(variable.type) === true
  }

  /** Variables that parameters refer to, and those that these are made of, in the order they are met. */
  usedBy(parameters: Parameters): number[] {
    const found = new Set<number>()
    const keys = [...parameters.values()].flatMap(referencesIn)
    for (const key of keys) {
      const index = this.indexOf(key)
      if (found.has(index)) continue
      found.add(index)
      keys.push(...[...(this.list[index]?.variable?.parameters.values() ?? [])].flatMap(referencesIn))
    }
    return [...found]
  }

  /** Name of the function in generated code. */
  local(index: number): string {
    return `variable${index}`
  }

  /** What stands for a reference in code that somebody wrote: a name there, and a part of a text in a text. */
  mark(reference: Reference): string {
    const index = this.indexOf(reference.variable)
    this.places.set(reference.start, index)
    return `${HOLE}${index}${HOLE}`
  }

  /** Name of the function in the project: no code can name it, so that no two are taken for each other. */
  private global(index: number): string {
    return `${this.path}#${index}`
  }

  /** Puts calls of variables where their names and marks stand. */
  resolve(script: ScriptFacts): void {
    for (const binding of script.bindings) binding.name = this.renamed(binding.name)
    for (const item of script.functions) if (item.name !== null) item.name = this.renamed(item.name)
    // Values that are added on the way hold no marks.
    const { length } = script.values
    for (let id = 0; id < length; id++) this.resolveValue(script, id)
  }

  private renamed(name: string): string {
    const index = /^variable(\d+)$/.exec(name)?.[1]
    return index === undefined ? name : this.global(Number(index))
  }

  private resolveValue(script: ScriptFacts, id: ValueId): void {
    const value = script.values[id] as Value
    if (value.kind === 'global') value.name = this.renamed(value.name)
    else if (value.kind === 'call') this.resolveLookup(script, id, value)
    else if (value.kind === 'hole') {
      const index = this.places.get(value.start)
      if (index !== undefined) script.values[id] = this.call(script, value, index)
    } else if (value.kind === 'constant' && typeof value.value === 'string' && value.value.includes(HOLE)) {
      const parts = this.partsOf(script, value, value.value)
      if (parts.length > 0) script.values[id] = { kind: 'template', parts, start: value.start, end: value.end }
    }
  }

  /** `_satellite.getVar('name')` */
  private resolveLookup(script: ScriptFacts, id: ValueId, value: Value & { kind: 'call' }): void {
    const { lookup } = this.container.knows
    const callee = script.values[value.callee]
    const argument = value.arguments[0] === undefined ? undefined : script.values[value.arguments[0]]
    if (lookup === undefined || callee?.kind !== 'member' || callee.name !== lookup || argument?.kind !== 'constant') return
    const known = this.byKey.get(String(argument.value))
    if (known !== undefined) script.values[id] = this.call(script, value, known)
  }

  private call(script: ScriptFacts, { start, end }: { start: number; end: number }, index: number): Value {
    const callee = script.values.push({ kind: 'global', name: this.global(index), start, end }) - 1
    return { kind: 'call', callee, arguments: [], isNew: false, start, end }
  }

  private partsOf(script: ScriptFacts, span: { start: number; end: number }, text: string): ValueId[] {
    const { start, end } = span
    const pieces = text.split(MARK)
    return pieces.flatMap((piece, at): ValueId[] => {
      if (at % 2 === 1) return [script.values.push(this.call(script, { start, end }, Number(piece))) - 1]
      return piece === '' ? [] : [script.values.push({ kind: 'constant', value: piece, start, end }) - 1]
    })
  }
}

function referencesIn(parameter: Parameter): string[] {
  if (parameter.kind === 'list') return parameter.items.flatMap(referencesIn)
  if (parameter.kind === 'map') return parameter.entries.flatMap(([, value]) => referencesIn(value))
  return parameter.text.pieces.flatMap((piece) => (piece.kind === 'reference' ? [piece.variable] : []))
}

const MARK = new RegExp(`${HOLE}(\\d+)${HOLE}`)

/** Indexes of the variables whose marks stand in a text. */
export function marksIn(text: string): number[] {
  return [...text.matchAll(new RegExp(MARK.source, 'g'))].map((match) => Number(match[1]))
}
