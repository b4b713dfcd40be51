/** A file of Go as statements. Nothing is executed. https://go.dev/ref/spec */
import type { Argument, Branch, CodeImport, Expression, Statement } from '../../reading/code/nodes.js'
import { GoExpressions } from './expressions.js'
import { goTokens, type GoToken } from './tokens.js'

/** Never throws; what is not understood is left out. */
export function parseGo(text: string): Statement[] {
  return new GoParser(text, goTokens(text)).file()
}

const DEPTH = 100

class GoParser extends GoExpressions {
  private nesting = 0

  file(): Statement[] {
    const statements: Statement[] = []
    while (this.token) {
      this.ends()
      if (!this.token) break
      const before = this.at
      statements.push(...this.statement())
      if (this.at === before) this.at++
    }
    return statements
  }

  protected block(): Statement[] {
    if (!this.take('{')) return []
    const statements = this.body()
    this.take('}')
    return statements
  }

  /** Statements up to a brace or the next case. */
  private body(): Statement[] {
    const statements: Statement[] = []
    if (this.nesting > DEPTH) return statements
    this.nesting++
    for (;;) {
      this.ends()
      if (!this.token || this.is('}') || this.is('case') || (this.is('default') && this.is(':', 1))) break
      const before = this.at
      statements.push(...this.statement())
      if (this.at === before) this.at++
    }
    this.nesting--
    return statements
  }

  private statement(): Statement[] {
    const from = this.at
    const word = this.token?.kind === 'name' ? this.token.text : ''
    switch (word) {
      case 'package':
      case 'goto':
      case 'break':
      case 'continue':
      case 'fallthrough':
        this.endLine()
        return []
      case 'import': return this.imports(from)
      case 'const':
      case 'var': return this.variables()
      case 'type': return this.types(from)
      case 'func': if (!this.is('(', 1) || this.isMethod()) return this.declaration(from); break
      case 'if': return [this.branch(from)]
      case 'for': return [this.loop(from)]
      case 'switch':
      case 'select': return [this.cases(from)]
      case 'return': {
        this.at++
        const value = this.values()
        return [{ kind: 'return', value, ...this.span(from) }]
      }
      case 'go':
      case 'defer': {
        this.at++
        const value = this.expression()
        return [{ kind: 'expression', value, ...this.span(from) }]
      }
      default:
    }
    if (this.is('{')) {
      const body = this.block()
      return [{ kind: 'block', heads: [], body, ...this.span(from) }]
    }
    // A label.
    if (this.token?.kind === 'name' && this.is(':', 1)) {
      this.at += 2
      return []
    }
    return [this.simple(from)]
  }

  private endLine(): void {
    while (this.token && this.token.kind !== 'end' && !this.is('}')) this.at++
  }

  /** An assignment or a value. */
  private simple(from: number): Statement {
    const left = this.values()
    const { token } = this
    if (token?.kind === 'mark' && /^(?::=|=|[-+*/%&|^]=|<<=|>>=)$/.test(token.text)) {
      this.at++
      this.take('range')
      const value = this.values()
      const targets = left.kind === 'list' && left.type === undefined ? left.items.map((item) => item.value) : [left]
      return { kind: 'assign', targets: targets.length === 1
        ? targets : [left], value, operator: token.text === ':=' ? '=' : token.text, ...this.span(from) }
    }
    if (token?.text === '++' || token?.text === '--') this.at++
    return { kind: 'expression', value: left, ...this.span(from) }
  }

  /** Values separated by commas: one, or a list of them. */
  private values(): Expression {
    const from = this.at
    if (this.token?.kind === 'end' || this.is('}')) return { kind: 'constant', value: null, ...this.span(from) }
    const first = this.expression()
    if (!this.is(',')) return first
    const items: Argument[] = [{ name: null, value: first }]
    while (this.take(',')) {
      this.ends()
      items.push({ name: null, value: this.expression() })
    }
    return { kind: 'list', items, ...this.span(from) }
  }

  // Declarations ----------------------------------------------------------------------------------------------------

  private imports(from: number): Statement[] {
    this.at++
    const imports: CodeImport[] = []
    const one = (): void => {
      const alias = this.token?.kind === 'name' || this.is('.') ? (this.token as GoToken).text : null
      if (alias !== null) this.at++
      if (this.token?.kind === 'text') {
        const module = this.token.text
        // The last part of the path names the package, unless that is a version.
        const last = module.split('/').filter((part) => !/^v\d+$/.test(part)).at(-1) ?? module
        imports.push({ module, name: null, alias: alias ?? last.replace(/^go-|\.v\d+$|-go$/g, '') })
      }
      this.at++
    }
    if (this.take('(')) {
      this.ends()
      while (this.token && !this.is(')')) {
        one()
        this.ends()
      }
      this.take(')')
    } else one()
    return [{ kind: 'import', imports, ...this.span(from) }]
  }

  /** `var a, b T = 1, 2`, `const ( … )`. */
  private variables(): Statement[] {
    this.at++
    const found: Statement[] = []
    const one = (): void => {
      const from = this.at
      const names: Expression[] = []
      while (this.token?.kind === 'name') {
        const at = this.at
        const { text } = this.token
        this.at++
        names.push({ kind: 'name', name: text, ...this.span(at) })
        if (!this.take(',')) break
      }
      if (!this.is('=') && this.token?.kind !== 'end') this.type()
      if (!this.take('=')) return
      const value = this.values()
      const targets: Expression[] = names.length === 1
        ? names : [{ kind: 'list', items: names.map((name) => ({ name: null, value: name })), ...this.span(from) }]
      found.push({ kind: 'assign', targets, value, operator: '=', ...this.span(from) })
    }
    if (!this.take('(')) {
      one()
      return found
    }
    this.ends()
    while (this.token && !this.is(')')) {
      const before = this.at
      one()
      this.ends()
      if (this.at === before) this.at++
    }
    this.take(')')
    return found
  }

  private types(from: number): Statement[] {
    this.at++
    const found: Statement[] = []
    const one = (): void => {
      const start = this.at
      const name = this.token?.text ?? ''
      this.at++
      if (this.is('[') && !this.is(']', 1)) this.skipBrackets()
      this.take('=')
      this.type()
      found.push({ kind: 'class', class: { name, bases: [], decorators: [], body: [], ...this.span(start) },
        ...this.span(start) })
    }
    if (!this.take('(')) {
      one()
      return found.map((statement) => ({ ...statement, ...this.span(from) }))
    }
    this.ends()
    while (this.token && !this.is(')')) {
      one()
      this.ends()
    }
    this.take(')')
    return found
  }

  /** `func (s *Server) name(`: brackets, a name and brackets. */
  private isMethod(): boolean {
    let depth = 0
    for (let at = this.at + 1; at < this.tokens.length; at++) {
      const { text, kind } = this.tokens[at] as GoToken
      if (kind !== 'mark') continue
      if (text === '(') depth++
      else if (text === ')' && --depth === 0) {
        return this.tokens[at + 1]?.kind === 'name' && this.tokens[at + 2]?.text === '('
      }
    }
    return false
  }

  private declaration(from: number): Statement[] {
    this.at++
    const [owner] = this.is('(') ? this.parameters() : []
    const name = this.token?.text ?? ''
    this.at++
    if (this.is('[')) this.skipBrackets()
    const parameters = this.parameters()
    this.results()
    const body = this.is('{') ? this.block() : []
    const receiver = owner ? (owner.type ?? owner.name).replace(/^\*|\[.*$/g, '') : null
    const span = this.span(from)
    return [{
      kind: 'function', function: {
        name, receiver, ...(owner ? { self: owner.name } : {}), parameters, decorators: [], body, ...span,
      }, ...span,
    }]
  }

  // Constructs ------------------------------------------------------------------------------------------------------

  private head<Result>(read: () => Result): Result {
    const outer = this.inHead
    this.inHead = true
    const result = read()
    this.inHead = outer
    return result
  }

  private branch(from: number): Statement {
    const branches: Branch[] = []
    let first: Statement | null = null
    let start = from
    for (;;) {
      this.at++
      const condition = this.head(() => {
        const at = this.at
        let statement = this.simple(at)
        if (this.token?.kind === 'end' && this.token.text === ';') {
          first ??= statement
          this.at++
          statement = this.simple(this.at)
        }
        return statement
      })
      const body = this.block()
      branches.push({ tests: condition.kind === 'expression' ? [condition.value] : [], body, ...this.span(start) })
      start = this.at
      if (!this.take('else')) break
      if (this.is('if')) continue
      branches.push({ tests: [], body: this.block(), ...this.span(start) })
      break
    }
    const branch: Statement = { kind: 'branch', subject: null, branches, ...this.span(from) }
    return first ? { kind: 'block', heads: [], body: [first, branch], ...this.span(from) } : branch
  }

  private loop(from: number): Statement {
    this.at++
    const head = this.head((): { variables: string[]; over: Expression | null } => {
      const variables: string[] = []
      let over: Expression | null = null
      while (this.token && !this.is('{')) {
        if (this.take('range')) over = this.expression()
        else if (this.token.kind === 'name' && over === null && variables.length < 2
          && (this.is(',', 1) || this.is(':=', 1) || this.is('=', 1))) {
          variables.push(this.token.text)
          this.at++
        } else if (this.is(',') || this.is(':=') || this.is('=') || this.token.kind === 'end') this.at++
        else {
          const before = this.at
          this.expression()
          if (this.at === before) this.at++
        }
      }
      return { variables, over }
    })
    const body = this.block()
    return { kind: 'loop', ...head, body, ...this.span(from) }
  }

  private cases(from: number): Statement {
    this.at++
    const heads: Statement[] = []
    this.head(() => {
      while (this.token && !this.is('{')) {
        if (this.token.kind === 'end') this.at++
        else {
          const before = this.at
          heads.push(this.simple(before))
          if (this.at === before) this.at++
        }
      }
    })
    const last = heads.at(-1)
    const subject = last?.kind === 'expression' || last?.kind === 'assign' ? last.value : null
    const branches: Branch[] = []
    this.take('{')
    this.ends()
    while (this.is('case') || this.is('default')) {
      const start = this.at
      const isDefault = this.is('default')
      this.at++
      const tests: Expression[] = []
      while (!isDefault && this.token && !this.is(':')) {
        tests.push(this.expression())
        while (this.token && !this.is(':') && !this.is(',')) this.at++
        if (!this.take(',')) break
        this.ends()
      }
      this.take(':')
      branches.push({ tests, body: this.body(), ...this.span(start) })
    }
    this.take('}')
    return { kind: 'branch', subject, branches, ...this.span(from) }
  }
}
