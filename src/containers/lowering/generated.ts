/** Generated code: what variables give and what tags are given, as text for the parser of scripts. */
import { MappedTextBuilder, type MappedText } from '../../parse/mapped-text.js'
import type { Parameter } from '../container.js'
import { TAG_MANAGER, type Expression } from '../expression.js'
import type { Text } from '../reading/text.js'
import type { VariableNames } from './names.js'

export class GeneratedCode {
  private readonly builder = new MappedTextBuilder()

  constructor(private readonly names: VariableNames) {}

  /** Code of ours, which stands for what is at an offset of the file. */
  code(text: string, at: number): this {
    this.builder.replaced(text, at)
    return this
  }

  expression(pieces: Expression, at: number): this {
    for (const piece of pieces) {
      if (typeof piece === 'string') this.code(piece, at)
      else if ('pieces' in piece) this.text(piece)
      else this.parameter(piece, at)
    }
    return this
  }

  /** Code that somebody wrote, with its own places. */
  written(text: MappedText): this {
    this.builder.mapped(text)
    return this
  }

  private parameter(parameter: Parameter, at: number): void {
    if (parameter.kind === 'text') this.text(parameter.text)
    else if (parameter.kind === 'list') {
      this.code('[', at)
      for (const item of parameter.items) {
        this.parameter(item, at)
        this.code(', ', at)
      }
      this.code(']', at)
    } else {
      this.code('({', at)
      for (const [key, value] of keyed(parameter.entries)) {
        this.code(`${JSON.stringify(key)}: `, at)
        this.value(key, value, at)
        this.code(', ', at)
      }
      this.code('})', at)
    }
  }

  /** A vendor's short name says what is in a variable that says nothing itself. */
  private value(key: string, value: Parameter, at: number): void {
    const meant = value.kind === 'text' && this.names.isGivenAtRunTime(value.text) ? MEANT.get(key) : undefined
    if (meant !== undefined) this.code(`${TAG_MANAGER}.variable(${JSON.stringify(meant)}, `, at)
    this.parameter(value, at)
    if (meant !== undefined) this.code(')', at)
  }

  private text(text: Text): void {
    const { pieces, start } = text
    if (pieces.length === 0) this.code('""', start)
    else if (pieces.length > 1) this.code('("" + ', start)
    pieces.forEach((piece, index) => {
      if (index > 0) this.code(' + ', start)
      if (piece.kind === 'reference') this.code(`${this.names.local(this.names.indexOf(piece.variable))}()`, piece.start)
      else this.code(JSON.stringify(piece.content.text), start)
    })
    if (pieces.length > 1) this.code(')', start)
  }

  build(end: number): MappedText {
    return this.builder.build(end)
  }
}

/**
 * Names by which vendors of advertising take what is known of a person.
 * https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters
 */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['em', 'user email'], ['ph', 'user phone'], ['fn', 'user first name'], ['ln', 'user last name'], ['db', 'user date of birth'],
])

/** Pairs under which tables keep a name and its value: there the name is the key. */
const PAIRS: readonly [string, string][] = [['parameter', 'parameterValue'], ['name', 'value'], ['fieldName', 'value'], ['index', 'dimension'], ['key', 'value']]

/** `{ parameter: 'reason', parameterValue: … }` is `{ reason: … }`, so that what is read of it has its own name. */
function keyed(entries: readonly [string, Parameter][]): readonly [string, Parameter][] {
  for (const [key, value] of PAIRS) {
    const name = entries.find(([own]) => own === key)?.[1]
    const found = entries.find(([own]) => own === value)?.[1]
    const [only, ...others] = name?.kind === 'text' ? name.text.pieces : []
    if (found && only?.kind === 'literal' && others.length === 0) return [[only.content.text, found]]
  }
  return entries
}
