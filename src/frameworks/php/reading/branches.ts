/** Statements that choose: `if`, `elseif`, `else`, `switch`, in both styles, with what runs in each branch. */
import type { Span } from '../../../types.js'
import type { ExpressionReader } from './expressions.js'
import type { PhpBranch, PhpNode } from './nodes.js'

export interface StatementHost {
  block(): Span
  statement(): void
  /** Up to a `}`. */
  statements(): void
}

export interface BranchReader {
  /** Reads the statement that begins with a word; false when the word is none that chooses. */
  read(word: string): boolean
}

/** Branches that go on until a word ends them: `if (…): … endif`, and the cases of a `switch`. */
interface Open {
  kind: 'if' | 'switch'
  subject: PhpNode | null
  branches: PhpBranch[]
  /** The last statement leaves the `switch`: what follows is no part of the cases that are open. */
  isLeft: boolean
  /** Of an `if`, those of its branches so far. */
  tests: PhpNode[]
}

const LEAVES = new Set(['break', 'return', 'exit', 'die', 'continue', 'throw', 'goto'])

export function createBranchReader(reader: ExpressionReader, host: StatementHost): BranchReader {
  const open: Open[] = []
  /** Tests of the `if` that has just been read: an `else` goes on with it. */
  let before: PhpNode[] = []

  function tested(): PhpNode | null {
    if (!reader.is('(')) return null
    reader.next()
    const test = reader.is(')') ? null : reader.expression()
    reader.skipTo(')')
    reader.next()
    return test
  }

  function begin(subject: PhpNode | null, test: PhpNode | null, others: PhpNode[] = []): PhpBranch {
    const at = reader.offset()
    const branch: PhpBranch = { subject, test, others, body: { start: at, end: at } }
    reader.branches.push(branch)
    return branch
  }

  function end(branches: readonly PhpBranch[]): void {
    for (const { body } of branches) body.end = Math.max(body.start, reader.endOfLast())
  }

  /** Behind the test of an `if`: a block, one statement, or all up to the next word of the same `if`. */
  function body(test: PhpNode | null, others: PhpNode[]): void {
    const tests = test === null ? others : [...others, test]
    if (reader.is(':')) {
      reader.next()
      open.push({ kind: 'if', subject: null, branches: [begin(null, test, others)], isLeft: false, tests })
      return
    }
    const branch = begin(null, test, others)
    if (reader.is('{')) branch.body = host.block()
    else {
      host.statement()
      end([branch])
    }
    before = tests
  }

  function closeIf(): void {
    const at = open.findLastIndex(({ kind }) => kind === 'if')
    if (at < 0) return
    for (const { branches, tests } of open.splice(at)) {
      end(branches)
      before = tests
    }
  }

  function switched(): void {
    reader.next()
    const own: Open = { kind: 'switch', subject: tested(), branches: [], isLeft: false, tests: [] }
    open.push(own)
    if (reader.is('{')) {
      reader.next()
      host.statements()
      if (reader.is('}')) reader.next()
      const at = open.lastIndexOf(own)
      if (at >= 0) for (const { branches } of open.splice(at)) end(branches)
    } else if (reader.is(':')) reader.next()
  }

  function cased(word: string): boolean {
    const own = open.at(-1)
    if (own?.kind !== 'switch') return false
    reader.next()
    if (own.isLeft) {
      // What left the switch is still part of the cases before.
      end(own.branches)
      own.branches = []
    }
    own.isLeft = false
    const test = word === 'default' ? null : reader.expression()
    if (reader.is(':') || reader.is(';')) reader.next()
    own.branches.push(begin(own.subject, test))
    return true
  }

  return {
    read(word) {
      const own = open.at(-1)
      if (own?.kind === 'switch' && LEAVES.has(word)) own.isLeft = true
      switch (word) {
        case 'if':
          reader.next()
          body(tested(), [])
          return true
        case 'elseif':
          reader.next()
          if (isAlternative()) closeIf()
          body(tested(), before)
          return true
        case 'else':
          reader.next()
          if (reader.is(':')) closeIf()
          if (reader.peek()?.text.toLowerCase() === 'if') {
            reader.next()
            body(tested(), before)
          } else body(null, before)
          return true
        case 'endif':
          closeIf()
          reader.next()
          return true
        case 'switch':
          switched()
          return true
        case 'endswitch': {
          const at = open.findLastIndex(({ kind }) => kind === 'switch')
          if (at >= 0) for (const { branches } of open.splice(at)) end(branches)
          reader.next()
          return true
        }
        case 'case':
        case 'default':
          return cased(word)
        case 'foreach': {
          // `foreach ($list as $key => $value)`: a test that always holds.
          reader.next()
          tested()
          return true
        }
        default:
          return false
      }
    },
  }

  /** `elseif (…):` goes on with a colon; one with a block belongs to an `if` with a block. */
  function isAlternative(): boolean {
    let depth = 0
    for (let ahead = 0; ahead < 2000; ahead++) {
      const token = reader.peek(ahead)
      if (!token) return false
      if (token.kind !== 'mark') continue
      if (token.text === '(') depth++
      else if (token.text === ')' && --depth === 0) {
        const after = reader.peek(ahead + 1)
        return after?.kind === 'mark' && after.text === ':'
      }
    }
    return false
  }
}
