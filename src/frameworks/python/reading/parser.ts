/** A module of Python as statements. Nothing is executed. https://docs.python.org/3/reference/compound_stmts.html */
import type { Branch, CodeImport, Expression, Parameter, Statement } from '../../reading/code/nodes.js'
import { ExpressionParser } from './expressions.js'
import { pythonTokens, type PythonToken } from './tokens.js'

/** Never throws; what is not understood is left out. */
export function parsePython(text: string): Statement[] {
  return new ModuleParser(text, pythonTokens(text)).module()
}

/** How deep statements in statements are read. */
const DEPTH = 80
const WITHOUT_VALUE = new Set(['pass', 'break', 'continue', 'global', 'nonlocal', 'del'])

class ModuleParser extends ExpressionParser {
  private nesting = 0

  module(): Statement[] {
    const statements: Statement[] = []
    while (this.token) statements.push(...this.lines(-1))
    return statements
  }

  /** The lines that are indented deeper than a column. */
  private lines(column: number): Statement[] {
    const statements: Statement[] = []
    while (this.token) {
      const { indent, kind } = this.token
      if (kind === 'newline') {
        this.at++
        continue
      }
      if (indent >= 0 && indent <= column) break
      const before = this.at
      const statement = this.statement()
      if (statement) statements.push(statement)
      if (!this.take(';') && this.token?.kind !== 'newline' && (this.token?.indent ?? 0) < 0) this.endLine()
      if (this.at === before) this.at++
    }
    return statements
  }

  private endLine(): void {
    while (this.token && this.token.kind !== 'newline') this.at++
  }

  private statement(): Statement | null {
    const from = this.at
    const column = this.columnOf(from)
    const decorators: Expression[] = []
    while (this.is('@')) {
      this.at++
      decorators.push(this.expression())
      this.endLine()
      while (this.token?.kind === 'newline') this.at++
    }
    if (this.is('async')) this.at++
    const next = this.tokens[this.at + 1]
    if (this.is('def') && next?.kind === 'name') return this.definition(from, column, decorators)
    if (this.is('class') && next?.kind === 'name') return this.classDefinition(from, column, decorators)
    switch (this.token?.kind === 'name' ? this.token.text : '') {
      case 'import': return this.plainImport(from)
      case 'from': return this.fromImport(from)
      case 'if': return this.branch(from, column)
      case 'for': return this.loop(from, column)
      case 'while':
      case 'with':
      case 'try': return this.block(from, column)
      case 'match': return this.isMatch() ? this.matchStatement(from, column) : this.simple(from)
      default: return this.simple(from)
    }
  }

  /** The column of the line a token stands in. */
  private columnOf(at: number): number {
    for (let index = at; index >= 0; index--) {
      const indent = this.tokens[index]?.indent ?? -1
      if (indent >= 0) return indent
    }
    return 0
  }

  private simple(from: number): Statement | null {
    const word = this.token?.kind === 'name' ? this.token.text : ''
    if (WITHOUT_VALUE.has(word)) {
      this.endLine()
      return null
    }
    if (word === 'return') {
      this.at++
      const value = this.values()
      return { kind: 'return', value, ...this.span(from) }
    }
    if (word === 'raise' || word === 'assert' || word === 'else' || word === 'except' || word === 'finally'
      || word === 'elif') {
      this.at++
    }
    const first = this.values()
    // The type of `name: type = value` says nothing here.
    if (this.is(':')) {
      this.at++
      this.expression()
    }
    const operator = this.token?.kind === 'mark' && /^(?:[-+*/%|&^@]|\*\*|\/\/|<<|>>)?=$/.test(this.token.text)
      ? this.token.text : null
    if (operator === null) return { kind: 'expression', value: first, ...this.span(from) }
    const targets = [first]
    let value = first
    while (this.take(operator)) {
      value = this.values()
      targets.push(value)
    }
    targets.pop()
    return { kind: 'assign', targets, value, operator, ...this.span(from) }
  }

  /** Values separated by commas: one, or a list of them. */
  private values(): Expression {
    const from = this.at
    const first = this.is('*') ? this.starred() : this.expression()
    if (!this.is(',')) return first
    const items = [{ name: null, value: first }]
    while (this.take(',') && this.token && this.token.kind !== 'newline' && !this.is('=')) {
      items.push({ name: null, value: this.is('*') ? this.starred() : this.expression() })
    }
    return { kind: 'list', items, ...this.span(from) }
  }

  private starred(): Expression {
    this.at++
    return this.expression()
  }

  private definition(from: number, column: number, decorators: Expression[]): Statement {
    this.at++
    const name = (this.token as PythonToken).text
    this.at++
    const parameters = this.is('(') ? this.parameters() : []
    const body = this.suite(column)
    const span = this.span(from)
    return { kind: 'function', function: { name, receiver: null, parameters, decorators, body, ...span }, ...span }
  }

  private parameters(): Parameter[] {
    this.at++
    const parameters: Parameter[] = []
    while (this.token && !this.is(')') && this.token.kind !== 'newline') {
      const before = this.at
      if (this.token.kind === 'name') {
        const name = this.token.text
        this.at++
        const typeFrom = this.token
        if (this.take(':')) this.expression()
        const type = typeFrom?.text === ':' ? this.text.slice(typeFrom.end, this.tokens[this.at - 1]?.end).trim() : null
        parameters.push({ name, type, default: this.take('=') ? this.expression() : null })
      } else this.at++
      this.take(',')
      if (this.at === before) this.at++
    }
    this.take(')')
    return parameters
  }

  private classDefinition(from: number, column: number, decorators: Expression[]): Statement {
    this.at++
    const name = (this.token as PythonToken).text
    this.at++
    const bases = this.is('(') ? this.items(')') : []
    const body = this.suite(column)
    const span = this.span(from)
    return { kind: 'class', class: { name, bases, decorators, body, ...span }, ...span }
  }

  /** What stands behind the colon that ends a header: the rest of its line, or the lines below it. */
  private suite(column: number): Statement[] {
    let depth = 0
    for (; this.token && this.token.kind !== 'newline'; this.at++) {
      if (this.token.kind !== 'mark') continue
      if ('([{'.includes(this.token.text)) depth++
      else if (')]}'.includes(this.token.text)) depth--
      else if (this.token.text === ':' && depth <= 0) break
    }
    if (!this.take(':')) return []
    if (this.nesting > DEPTH) return []
    this.nesting++
    const isBelow = this.token?.kind === 'newline'
    if (isBelow) this.at++
    const body = isBelow ? this.lines(column) : this.sameLine()
    this.nesting--
    return body
  }

  private sameLine(): Statement[] {
    const statements: Statement[] = []
    while (this.token && this.token.kind !== 'newline') {
      const statement = this.simple(this.at)
      if (statement) statements.push(statement)
      if (!this.take(';')) break
    }
    this.endLine()
    return statements
  }

  /** True when the next line begins with a word, in the same column; it is taken. */
  private continues(column: number, words: readonly string[]): string | null {
    const at = this.token?.kind === 'newline' ? this.at + 1 : this.at
    const token = this.tokens[at]
    if (token?.kind !== 'name' || token.indent !== column || !words.includes(token.text)) return null
    this.at = at + 1
    return token.text
  }

  private branch(from: number, column: number): Statement {
    this.at++
    const branches: Branch[] = []
    const add = (tests: Expression[], start: number): void => {
      const body = this.suite(column)
      branches.push({ tests, body, ...this.span(start) })
    }
    add([this.expression()], from)
    for (let word = this.continues(column, ['elif', 'else']); word; word = this.continues(column, ['elif', 'else'])) {
      add(word === 'elif' ? [this.expression()] : [], this.at - 1)
      if (word === 'else') break
    }
    return { kind: 'branch', subject: null, branches, ...this.span(from) }
  }

  private loop(from: number, column: number): Statement {
    this.at++
    const variables = this.targets()
    const over = this.take('in') ? this.values() : null
    const body = this.suite(column)
    if (this.continues(column, ['else'])) body.push(...this.suite(column))
    return { kind: 'loop', variables, over, body, ...this.span(from) }
  }

  /** `while`, `with`, `try` with its handlers. */
  private block(from: number, column: number): Statement {
    const heads: Expression[] = []
    this.at++
    while (this.token && !this.is(':') && this.token.kind !== 'newline') {
      heads.push(this.expression())
      if (this.take('as')) this.expression()
      if (!this.take(',') && !this.is(':')) break
    }
    const body = this.suite(column)
    while (this.continues(column, ['except', 'finally', 'else'])) body.push(...this.suite(column))
    return { kind: 'block', heads, body, ...this.span(from) }
  }

  /** `match` is a name, too: it is a statement when the line ends with a colon. */
  private isMatch(): boolean {
    for (let at = this.at + 1; at < this.tokens.length; at++) {
      if (this.tokens[at]?.kind === 'newline') return this.tokens[at - 1]?.text === ':'
    }
    return false
  }

  private matchStatement(from: number, column: number): Statement {
    this.at++
    const subject = this.values()
    this.take(':')
    if (this.token?.kind === 'newline') this.at++
    const branches: Branch[] = []
    while (this.token && this.token.indent > column && this.is('case')) {
      const start = this.at
      const inner = this.token.indent
      this.at++
      const tests = this.is('_') ? [] : [this.values()]
      branches.push({ tests, body: this.suite(inner), ...this.span(start) })
      while (this.token?.kind === 'newline') this.at++
    }
    return { kind: 'branch', subject, branches, ...this.span(from) }
  }

  private plainImport(from: number): Statement {
    this.at++
    const imports: CodeImport[] = []
    do {
      const module = this.dotted()
      if (module === '') break
      const alias = this.take('as') ? this.taken() : module.split('.')[0] as string
      imports.push({ module, name: null, alias })
    } while (this.take(','))
    return { kind: 'import', imports, ...this.span(from) }
  }

  private fromImport(from: number): Statement {
    this.at++
    const module = this.dotted()
    const imports: CodeImport[] = []
    if (this.take('import')) {
      this.take('(')
      while (this.token && !this.is(')') && this.token.kind !== 'newline') {
        const name = this.taken()
        const alias = this.take('as') ? this.taken() : name
        imports.push({ module, name, alias })
        if (!this.take(',')) break
      }
      this.take(')')
    }
    return { kind: 'import', imports, ...this.span(from) }
  }

  private taken(): string {
    const text = this.token?.text ?? ''
    this.at++
    return text
  }

  private dotted(): string {
    let path = ''
    while (this.token
      && (this.is('.') || this.is('...') || (this.token.kind === 'name' && !this.is('import') && !this.is('as')))) {
      path += this.token.text
      this.at++
    }
    return path
  }
}
