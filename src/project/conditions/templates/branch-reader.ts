/** Keeps the blocks that are open while a template is read, and the branches that have ended. */
import type { Span } from '../../../types.js'

/** A condition as written, with its place in the file. */
export interface BranchCondition extends Span {
  code: string
  /** The branch is taken where it does not hold. */
  negated: boolean
}

/** A part of a text and the conditions under which it is shown: all of them hold. */
export interface Branch extends Span {
  conditions: BranchCondition[]
}

export interface Block {
  /** What closes it: a word, or a brace. */
  word: string
  from: number
  /** Conditions of the branch that is open; null when it is no conditional. */
  current: BranchCondition[] | null
  /** Those of the branches before it, which did not hold. */
  before: BranchCondition[]
  /** What the branches of a `case` are compared with; null for all others. */
  subject: string | null
}

/** The word of blocks that begin behind a way out and end with what is around them. */
export const EXIT = 'exit'

export class BranchReader {
  readonly branches: Branch[] = []
  private readonly open: Block[] = []

  begin(word: string, from: number, condition: BranchCondition | null): void {
    this.open.push({ word, from, current: condition ? [condition] : null, before: [], subject: null })
  }

  /** `case x`: its branches follow. */
  beginCase(word: string, from: number, subject: string): void {
    this.open.push({ word, from, current: [], before: [], subject })
  }

  /** Of the innermost block. */
  get subject(): string | null {
    return this.open.at(-1)?.subject ?? null
  }

  /** `else`, `elif x`: the next branch of the innermost block, when that is a conditional. */
  turn(at: number, from: number, condition: BranchCondition | null): void {
    // What follows a way out ends with the branch that it stands in.
    while (this.open.at(-1)?.word === EXIT) this.end(EXIT, at)
    const top = this.open.at(-1)
    if (!top?.current) return
    this.leave(top, at)
    top.before = without(top)
    top.current = condition ? [...top.before, condition] : top.before
    top.from = from
  }

  /** Ends the innermost block of a word (null: of any) and what was left open in it. */
  end(word: string | null, at: number): Block | undefined {
    const index = word === null ? this.open.length - 1 : this.open.findLastIndex((each) => each.word === word)
    if (index < 0) return undefined
    const ended = this.open.splice(index)
    for (const each of ended) this.leave(each, at)
    return ended[0]
  }

  /** The next branch of a conditional that was ended: `} else {`. */
  resume(block: Block, word: string, from: number, condition: BranchCondition | null): void {
    const before = without(block)
    this.open.push({ word, from, current: condition ? [...before, condition] : before, before, subject: null })
  }

  add(branch: Branch): void {
    this.branches.push(branch)
  }

  closeAll(at: number): void {
    while (this.open.length > 0) this.end(null, at)
  }

  private leave(block: Block, at: number): void {
    if (!block.current || block.current.length === 0 || at <= block.from) return
    this.branches.push({ start: block.from, end: at, conditions: block.current })
  }
}

/** What holds where a branch and those before it were not taken. */
function without(block: Block): BranchCondition[] {
  const own = block.current && block.current.length > block.before.length ? block.current.at(-1) : undefined
  return own ? [...block.before, { ...own, negated: !own.negated }] : block.before
}
