/** What the names of a module or function stand for. */
import type { CodeClass, CodeFunction, CodeImport, Expression, Statement } from '../../reading/code/nodes.js'
import { statementsIn } from '../../reading/code/walk.js'

export type Binding =
  | { kind: 'import'; import: CodeImport }
  | { kind: 'function'; function: CodeFunction }
  | { kind: 'class'; class: CodeClass }
  | { kind: 'value'; node: Expression }
  /** One of the items of a list: the variable of a loop. */
  | { kind: 'item'; over: Expression }

export interface Bindings {
  /** By name, in the order they are written in. */
  byName: ReadonlyMap<string, readonly Binding[]>
  /** Modules all of whose names are taken. */
  stars: readonly string[]
}

const known = new WeakMap<readonly Statement[], Bindings>()

/** The names bound by statements themselves, not by those of functions and classes in them. */
export function bindingsOf(statements: readonly Statement[]): Bindings {
  let found = known.get(statements)
  if (!found) {
    found = read(statements)
    known.set(statements, found)
  }
  return found
}

function read(statements: readonly Statement[]): Bindings {
  const byName = new Map<string, Binding[]>()
  const stars: string[] = []
  const add = (name: string, binding: Binding): void => {
    const list = byName.get(name)
    if (list) list.push(binding)
    else byName.set(name, [binding])
  }
  const assign = (target: Expression, node: Expression): void => {
    if (target.kind === 'name') add(target.name, { kind: 'value', node })
    else if (target.kind === 'list') {
      target.items.forEach(({ value }, index) => {
        const part = node.kind === 'list' && node.items.length === target.items.length
          ? node.items[index]?.value : undefined
        assign(value, part ?? { kind: 'other', parts: [node], start: node.start, end: node.end })
      })
    }
  }
  for (const statement of statementsIn(statements)) {
    switch (statement.kind) {
      case 'import':
        for (const item of statement.imports) {
          if (item.name === '*') stars.push(item.module)
          else add(item.alias, { kind: 'import', import: item })
        }
        break
      case 'function':
        if (statement.function.name !== null) {
          add(statement.function.name, { kind: 'function', function: statement.function })
        }
        break
      case 'class': add(statement.class.name, { kind: 'class', class: statement.class }); break
      case 'assign': for (const target of statement.targets) assign(target, statement.value); break
      case 'loop':
        for (const name of statement.variables) {
          if (statement.over) add(name, statement.variables.length === 1 ? { kind: 'item', over: statement.over }
            : { kind: 'value', node: { kind: 'other', parts: [], start: statement.start, end: statement.start } })
        }
        break
      default:
    }
  }
  return { byName, stars }
}
