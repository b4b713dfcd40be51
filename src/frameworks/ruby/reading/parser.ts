/** A file of Ruby as statements. Nothing is executed. https://docs.ruby-lang.org/en/master/syntax_rdoc.html */
import type { Argument, Branch, Expression, Parameter, Statement } from '../../reading/code/nodes.js'
import { RubyExpressions } from './expressions.js'
import { OPENS } from './literals.js'
import { rubyTokens, type RubyToken } from './tokens.js'

/** Never throws; what is not understood is left out. */
export function parseRuby(text: string): Statement[] {
  return new RubyParser(text, rubyTokens(text)).program()
}

const DEPTH = 100

class RubyParser extends RubyExpressions {
  private nesting = 0

  program(): Statement[] {
    const statements: Statement[] = []
    while (this.token) {
      statements.push(...this.body())
      // An `end` too many.
      if (this.token) this.at++
    }
    return statements
  }

  protected part(text: string, base: number): RubyParser {
    return new RubyParser(text, rubyTokens(text), base)
  }

  protected body(): Statement[] {
    const statements: Statement[] = []
    if (this.nesting > DEPTH) return statements
    this.nesting++
    for (;;) {
      this.lines()
      if (!this.token || this.isBodyEnd()) break
      const before = this.at
      statements.push(this.statement())
      if (this.at === before) this.at++
    }
    this.nesting--
    return statements
  }

  private isBodyEnd(): boolean {
    const { token } = this
    if (token?.kind === 'mark') return /^[)}\]]$/.test(token.text)
    return token?.kind === 'name' && /^(?:end|else|elsif|when|in|rescue|ensure)$/.test(token.text)
  }

  private statement(): Statement {
    const from = this.at
    const { token } = this
    const isOpening = token?.kind === 'name' && OPENS.has(token.text)
    let statement = isOpening && !this.goesOnAsValue() ? this.construct() : this.simple(from)
    // `… if x`, `… unless x`, `… rescue y`.
    for (;;) {
      const word = this.token?.kind === 'name' ? this.token.text : ''
      if (word === 'if' || word === 'unless') {
        this.at++
        const tests = [this.conditions()]
        const branch: Branch =
          { tests, body: [statement], ...this.span(from), ...(word === 'unless' ? { isNegated: true as const } : {}) }
        statement = { kind: 'branch', subject: null, branches: [branch], ...this.span(from) }
      } else if (word === 'while' || word === 'until' || word === 'rescue') {
        this.at++
        this.expression()
      } else if (word === 'and' || word === 'or') {
        this.at++
        this.lines()
        const right = this.statement()
        statement = { kind: 'block', heads: [], body: [statement, right], ...this.span(from) }
      } else if (word === 'do' || word === 'then') this.at++
      else return statement
    }
  }

  /** `if x … end.y`: rare, and read as a value. */
  private goesOnAsValue(): boolean {
    return false
  }

  private conditions(): Expression {
    const from = this.at
    let value = this.withoutDo()
    while (this.is('and') || this.is('or')) {
      const operator = (this.token as RubyToken).text
      this.at++
      this.lines()
      value = { kind: 'binary', operator, left: value, right: this.withoutDo(), ...this.span(from) }
    }
    return value
  }

  private simple(from: number): Statement {
    if (this.take('return') || this.take('next') || this.take('break')) {
      if (this.isEnd()) {
        return { kind: 'return', value: { kind: 'constant', value: null, ...this.span(from) }, ...this.span(from) }
      }
      const value = this.values()
      return { kind: 'return', value, ...this.span(from) }
    }
    if (this.is('alias') || this.is('undef') || this.is('BEGIN') || this.is('END')) {
      while (this.token && this.token.kind !== 'newline') this.at++
      return { kind: 'expression', value: { kind: 'other', parts: [], ...this.span(from) }, ...this.span(from) }
    }
    const first = this.expression()
    const targets = [first]
    while (this.is(',') && this.assignsList()) {
      this.at++
      this.take('*')
      targets.push(this.expression())
    }
    const operator = this.token?.kind === 'mark' && /^(?:=|\|\|=|&&=|[-+*/%|&^]=|<<=|>>=|\*\*=)$/.test(this.token.text)
      ? this.token.text : null
    if (operator === null) return { kind: 'expression', value: first, ...this.span(from) }
    this.at++
    this.lines()
    const value = this.assigned()
    return { kind: 'assign', targets: targets.length === 1
      ? targets : [{ kind: 'list', items: targets
        .map((target) =>
          ({ name: null, value: target })), start: first.start, end: first.end }], value, operator, ...this.span(from) }
  }

  /** The right side: a value, a list without brackets, another assignment. */
  private assigned(): Expression {
    const value = this.values()
    if (!this.is('=')) return value
    this.at++
    this.lines()
    return this.assigned()
  }

  private values(): Expression {
    const from = this.at
    const first = this.expression()
    if (!this.is(',')) return first
    const items: Argument[] = [{ name: null, value: first }]
    while (this.take(',')) {
      this.lines()
      items.push({ name: null, value: this.expression() })
    }
    return { kind: 'list', items, ...this.span(from) }
  }

  /** A comma that separates targets: an `=` follows on the line. */
  private assignsList(): boolean {
    for (let at = this.at; at < this.tokens.length; at++) {
      const { kind, text } = this.tokens[at] as RubyToken
      if (kind === 'newline') return false
      if (kind === 'mark' && text === '=') return true
    }
    return false
  }

  // Constructs -------------------------------------------------------------------------------------------------------------

  protected construct(): Statement {
    const from = this.at
    const word = (this.token as RubyToken).text
    switch (word) {
      case 'def': return this.definition(from)
      case 'class':
      case 'module': return this.classDefinition(from, word === 'module')
      case 'if':
      case 'unless': return this.branch(from, word === 'unless')
      case 'case': return this.cases(from)
      case 'for': return this.loop(from)
      default: return this.guarded(from, word)
    }
  }

  private definition(from: number): Statement {
    this.at++
    let receiver: string | null = null
    let name = this.token?.text ?? ''
    this.at++
    if (this.is('.')) {
      receiver = name
      this.at++
      name = this.token?.text ?? ''
      this.at++
    }
    // `def name=(value)`, `def []=(…)`.
    if (this.is('=') && this.token && !this.token.spaced && this.is('(', 1)) this.at++
    const parameters = this.is('(') ? this.parameters(')') : this.token?.kind === 'newline' ? [] : this.parameters(null)
    if (this.take('=')) {
      this.lines()
      const value = this.expression()
      return this.defined(from, name, receiver, parameters,
        [{ kind: 'expression', value, start: value.start, end: value.end }])
    }
    const body = this.bodyWithRescue()
    this.take('end')
    return this.defined(from, name, receiver, parameters, body)
  }

  private defined(
    from: number, name: string, receiver: string | null, parameters: Parameter[], body: Statement[],
  ): Statement {
    const span = this.span(from)
    return { kind: 'function', function: { name, receiver, parameters, decorators: [], body, ...span }, ...span }
  }

  private parameters(close: ')' | null): Parameter[] {
    if (close) this.at++
    const parameters: Parameter[] = []
    while (this.token && !(close ? this.is(close) : this.token.kind === 'newline' || this.is('='))) {
      const { kind, text } = this.token
      this.at++
      if (kind !== 'name' && kind !== 'label') continue
      const isOptional = kind === 'label' ? !this.isEnd() && !this.is(',') : this.take('=')
      parameters.push({ name: text, type: null, default: isOptional ? this.expression() : null })
    }
    if (close) this.take(close)
    return parameters
  }

  /** A body with the handlers behind it. */
  private bodyWithRescue(): Statement[] {
    const statements = this.body()
    while (this.is('rescue') || this.is('ensure') || this.is('else')) {
      const line = this.token
      this.at++
      // The names of what is rescued.
      if (line?.text === 'rescue') while (this.token && this.token.kind !== 'newline' && !this.is('then')) this.at++
      this.take('then')
      statements.push(...this.body())
    }
    return statements
  }

  private classDefinition(from: number, isModule: boolean): Statement {
    this.at++
    if (this.is('<<')) {
      // `class << self`: methods of the class itself.
      while (this.token && this.token.kind !== 'newline') this.at++
      const body = this.body().map((statement): Statement => (
        statement.kind === 'function'
          ? { ...statement, function: { ...statement.function, receiver: 'self' } } : statement))
      this.take('end')
      return { kind: 'block', heads: [], body, ...this.span(from) }
    }
    let name = ''
    this.take('::')
    while (this.token?.kind === 'constant') {
      name += (name === '' ? '' : '::') + this.token.text
      this.at++
      if (!this.take('::')) break
    }
    const bases: Argument[] = this.take('<') ? [{ name: null, value: this.expression() }] : []
    const body = this.bodyWithRescue()
    this.take('end')
    const span = this.span(from)
    return { kind: 'class',
      class: { name, bases, decorators: [], body, ...(isModule ? { isModule: true as const } : {}), ...span }, ...span }
  }

  private branch(from: number, isNegated: boolean): Statement {
    this.at++
    const branches: Branch[] = []
    const add = (start: number, tests: Expression[], negated: boolean): void => {
      this.take('then')
      const body = this.body()
      branches.push({ tests, body, ...this.span(start), ...(negated ? { isNegated: true as const } : {}) })
    }
    add(from, [this.conditions()], isNegated)
    while (this.is('elsif')) {
      const start = this.at
      this.at++
      add(start, [this.conditions()], false)
    }
    if (this.is('else')) {
      const start = this.at
      this.at++
      add(start, [], false)
    }
    this.take('end')
    return { kind: 'branch', subject: null, branches, ...this.span(from) }
  }

  private cases(from: number): Statement {
    this.at++
    const subject = this.token?.kind === 'newline' ? null : this.expression()
    this.lines()
    const branches: Branch[] = []
    while (this.is('when') || this.is('in') || this.is('else')) {
      const start = this.at
      const isElse = this.is('else')
      this.at++
      const tests: Expression[] = []
      while (!isElse && this.token && this.token.kind !== 'newline' && !this.is('then')) {
        tests.push(this.expression())
        if (!this.take(',')) break
        this.lines()
      }
      while (!isElse && this.token && this.token.kind !== 'newline' && !this.is('then')) this.at++
      this.take('then')
      branches.push({ tests, body: this.body(), ...this.span(start) })
    }
    this.take('end')
    return { kind: 'branch', subject, branches, ...this.span(from) }
  }

  private loop(from: number): Statement {
    this.at++
    const variables: string[] = []
    while (this.token && !this.is('in') && this.token.kind !== 'newline') {
      if (this.token.kind === 'name') variables.push(this.token.text)
      this.at++
    }
    this.take('in')
    const over = this.withoutDo()
    this.take('do')
    const body = this.body()
    this.take('end')
    return { kind: 'loop', variables, over, body, ...this.span(from) }
  }

  /** `while`, `until`, `begin`. */
  private guarded(from: number, word: string): Statement {
    this.at++
    const heads = word === 'begin' ? [] : [this.conditions()]
    if (word !== 'begin') this.take('do')
    const body = this.bodyWithRescue()
    this.take('end')
    return { kind: 'block', heads, body, ...this.span(from) }
  }
}
