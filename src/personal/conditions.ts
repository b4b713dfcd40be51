/**
 * Conditions in an expression of a template, whatever its language: they decide what is rendered and are not rendered
 * themselves. `user.email ? 'in' : 'out'`, `'yes' if patient.email else 'no'`, `patient.plan == 'gold'`.
 */

const STRING = /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|`(?:[^`\\]|\\[^])*`/y
/** What ends a part of an expression; only a question mark and `&&` say something of what stands before them. */
const BREAKS = /[,;]|=>|\|\||&&|\?\?(?=\s*[\w$'"(@])|\?:|\b(?:and|or)\b(?=\s)|(?<![:\w]):(?![:\w])|:(?=\s|['"]|$)/y
/** `a ? b : c`; a name (`present?`), a safe access (`user?.email`) and a built-in (`name?js_string`) are none. */
const QUESTION = /(?<=[\s)\]'"?])\?(?![?.:>-])(?=\s|['"\w$@(])|(?<=\w)\?(?=\s*['"])/y
/** A comparison or a test gives yes or no. */
const COMPARISON = /[!=]==?|(?<=\s)(?:[<>]=?|eq|ne|gt|lt|ge|le|instanceof|is|in|matches)(?=\s)|(?<=[\w)\]])\?\?(?=\s*(?:$|[)?]))/y
/** So does what begins with one of these. */
const NEGATION = /\s*(?:!(?![!=])|!!|not\s|empty\s|defined\s)/y
const GUARD = /(?<=^|\s)(?:if|unless)(?=\s|\()/y
const ELSE = /(?<=\s)else(?=\s)/y

/** The expression with blanks where its conditions stand; what else there is keeps its place. */
export function withoutConditions(code: string): string {
  const text = [...code.replace(/[\u{10000}-\u{10ffff}]/gu, '  ')]
  new Reader(code, text).group(0)
  return text.join('')
}

class Reader {
  constructor(private readonly code: string, private readonly text: string[]) {}

  /** Reads up to the bracket that closes the group, or to the end. */
  group(from: number): number {
    let part = from
    let isTest = this.matches(NEGATION, from)
    let guard = -1
    const finish = (to: number): void => {
      if (isTest) this.blank(part, to)
      if (guard >= 0) this.blank(guard, to)
    }
    let at = from
    while (at < this.code.length) {
      const char = this.code[at] as string
      if (char === ')' || char === ']' || char === '}') break
      if (char === '(' || char === '[' || char === '{') {
        at = this.group(at + 1) + 1
        continue
      }
      const string = this.end(STRING, at)
      if (string > at) {
        at = string
        continue
      }
      const question = this.end(QUESTION, at)
      const end = question > at ? question : Math.max(this.end(BREAKS, at), this.end(ELSE, at))
      if (end > at) {
        if (question > at || this.code.startsWith('&&', at)) this.blank(part, at)
        finish(at)
        part = at = end
        isTest = this.matches(NEGATION, at)
        guard = -1
        continue
      }
      if (this.matches(COMPARISON, at)) isTest = true
      if (guard < 0 && this.matches(GUARD, at)) guard = at
      at++
    }
    finish(at)
    return at
  }

  private blank(from: number, to: number): void {
    for (let at = from; at < to; at++) this.text[at] = ' '
  }

  private matches(pattern: RegExp, at: number): boolean {
    return this.end(pattern, at) > at
  }

  private end(pattern: RegExp, at: number): number {
    pattern.lastIndex = at
    const found = pattern.exec(this.code)
    return found ? at + found[0].length : -1
  }
}
