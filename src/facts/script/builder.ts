/** The growing value graph and the scopes open at the place being lowered. */
import type { Span } from '../../types.js'
import type { MappedText } from '../../parse/mapped-text.js'
import type {
  Binding, BindingId, FunctionFacts, FunctionId, GuardId, Region, ScriptFacts, Unit, Value, ValueId, ValueShape,
} from './graph.js'

/** Anything with Babel offsets. */
export interface Located {
  start?: number | null | undefined
  end?: number | null | undefined
}

export class GraphBuilder {
  readonly facts: ScriptFacts
  /** Function, guard and class that surround the place being lowered. */
  currentFunction: FunctionId = 0
  currentGuard: GuardId = -1
  currentClass = -1
  currentUnit: Unit | null = null
  /** Function that `this` belongs to. */
  thisFunction: FunctionId = 0
  private readonly scopes: Map<string, BindingId>[] = [new Map()]
  /** For each open condition, how many values there were before it. */
  private readonly guardedFrom: number[] = []

  constructor(
    private readonly code: MappedText,
    goal: ScriptFacts['goal'],
    server: boolean,
    span: Span,
  ) {
    this.facts = {
      goal, server, host: null, ...span,
      values: [], bindings: [], functions: [], classes: [], calls: [], stores: [], deletions: [], regions: [], guards: [], exports: [], imports: [],
      units: [], topLevelUses: [],
    }
    this.addFunction({}, { name: null, parent: -1 })
  }

  /** Span in the file of a node of the fragment. */
  span(node: Located): Span {
    return { start: this.code.toFile(node.start ?? 0), end: this.code.toFile(node.end ?? 0) }
  }

  text(node: Located): string {
    return this.code.text.slice(node.start ?? 0, node.end ?? 0)
  }

  value(node: Located, shape: ValueShape): ValueId {
    // Millions of these are made: the given object becomes the value itself.
    const value = shape as Value
    value.start = this.code.toFile(node.start ?? 0)
    value.end = this.code.toFile(node.end ?? 0)
    this.facts.values.push(value)
    return this.facts.values.length - 1
  }

  shape(id: ValueId): Value {
    return this.facts.values[id] as Value
  }

  unknown(node: Located, operands: ValueId[] = []): ValueId {
    return this.value(node, { kind: 'unknown', operands })
  }

  addFunction(node: Located, given: Partial<FunctionFacts>): FunctionId {
    this.facts.functions.push({
      name: null, parent: this.currentFunction, returns: [], parameters: 0, class: -1, isArrow: false, isAsync: false,
      isGenerator: false, immediate: false, statements: 0, ...given, ...this.span(node),
    })
    return this.facts.functions.length - 1
  }

  // Scopes ------------------------------------------------------------------------------------------------------------

  openScope(): void {
    this.scopes.push(new Map())
  }

  closeScope(): void {
    this.scopes.pop()
  }

  /** Declares a name in the innermost scope; a second declaration of one name there is the same binding. */
  declare(name: string, kind: Binding['kind'], node: Located): BindingId {
    const scope = this.scopes[this.scopes.length - 1] as Map<string, BindingId>
    const known = scope.get(name)
    if (known !== undefined) return known
    const id = this.facts.bindings.length
    this.facts.bindings.push({
      name, kind, scope: this.currentFunction, span: this.span(node), definitions: [], imported: null, parameter: null,
      type: null,
    })
    scope.set(name, id)
    return id
  }

  binding(id: BindingId): Binding {
    return this.facts.bindings[id] as Binding
  }

  lookup(name: string): BindingId | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const id = (this.scopes[i] as Map<string, BindingId>).get(name)
      if (id !== undefined) return id
    }
    return undefined
  }

  /** Notes that the code being lowered mentions a binding: units are made of these. */
  use(id: BindingId): void {
    if (this.binding(id).scope !== 0) return
    const list = this.currentUnit ? this.currentUnit.uses : this.facts.topLevelUses
    if (!list.includes(id)) list.push(id)
  }

  define(id: BindingId, value: ValueId): void {
    this.binding(id).definitions.push(value)
  }

  /** Notes where code stands that may run again or not at all. */
  region(kind: Region['kind'], node: Located): void {
    this.facts.regions.push({ kind, ...this.span(node) })
  }

  // Guards ------------------------------------------------------------------------------------------------------------

  /** Runs `body` under one more condition. */
  guarded<T>(test: ValueId, whenTrue: boolean, body: () => T): T {
    const before = this.currentGuard
    this.pushGuard(test, whenTrue)
    try {
      return body()
    } finally {
      this.leaveGuards(before)
    }
  }

  /** From here to the end of the enclosing block the condition holds (after `if (!x) return`). */
  pushGuard(test: ValueId, whenTrue: boolean): void {
    this.facts.guards.push({ test, whenTrue, parent: this.currentGuard, start: 0, end: 0 })
    this.currentGuard = this.facts.guards.length - 1
    this.guardedFrom.push(this.facts.values.length)
  }

  /** Ends all conditions down to an outer one. */
  leaveGuards(outer: GuardId): void {
    const { guards, values } = this.facts
    while (this.currentGuard !== outer && this.currentGuard >= 0) {
      const guard = guards[this.currentGuard]
      const from = this.guardedFrom.pop() ?? values.length
      if (!guard) return
      for (let at = from; at < values.length; at++) {
        const { start, end } = values[at] as Value
        if (at === from || start < guard.start) guard.start = start
        if (end > guard.end) guard.end = end
      }
      this.currentGuard = guard.parent
    }
  }
}
