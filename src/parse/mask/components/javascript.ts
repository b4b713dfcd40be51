/** Where a JavaScript expression between braces ends: strings, comments, regular expressions and markup hide braces. */

/** Reads the markup that begins at `at`, in the middle of an expression. Gives its end, or null when there is none. */
export type ReadMarkup = (at: number) => number | null

const WORD_BEFORE_VALUE = /(?:^|[^\w$.])(?:return|typeof|case|in|of|default|void|await|yield|else|do)\s*$/

/** Offset just after the `}` that closes the `{` at `open`, or -1. `readMarkup` null: `<` is always an operator. */
export function expressionEnd(text: string, open: number, readMarkup: ReadMarkup | null): number {
  /** What each open brace belongs to. */
  const stack: ('brace' | 'template')[] = []
  /** The last character that was neither blank nor comment. */
  let previous = ''
  for (let at = open; at < text.length; at++) {
    const character = text[at] as string
    let end = at + 1
    if (character === '{') stack.push('brace')
    else if (character === '}') {
      const closed = stack.pop()
      if (stack.length === 0) return at + 1
      if (closed === 'template') {
        const next = templatePart(text, at + 1)
        if (next === null) return -1
        if (next.opens) stack.push('template')
        end = next.end
      }
    } else if (character === '`') {
      const next = templatePart(text, at + 1)
      if (next === null) return -1
      if (next.opens) stack.push('template')
      end = next.end
    } else if (character === '"' || character === "'") end = lineString(text, at)
    else if (character === '/') end = slash(text, at, beginsValue(text, at, previous))
    else if (character === '<' && readMarkup && /[A-Za-z>]/.test(text[at + 1] ?? '') && beginsValue(text, at, previous)) {
      end = readMarkup(at) ?? at + 1
    }
    if (character.trim() !== '' && !(character === '/' && /[/*]/.test(text[at + 1] ?? ''))) previous = text[end - 1] ?? character
    at = end - 1
  }
  return -1
}

/** True where an operand is expected: what follows an operator, not what follows a value. */
function beginsValue(text: string, at: number, previous: string): boolean {
  if (previous === '' || '(,=:[!&|?{};+-*%~^<>'.includes(previous)) return true
  return /\w/.test(previous) && WORD_BEFORE_VALUE.test(text.slice(Math.max(0, at - 16), at))
}

/** From inside a template literal to its end or to its next `${`. */
function templatePart(text: string, from: number): { end: number; opens: boolean } | null {
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '`') return { end: at + 1, opens: false }
    else if (character === '$' && text[at + 1] === '{') return { end: at + 2, opens: true }
  }
  return null
}

function lineString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    const character = text[next]
    if (character === text[at]) return next + 1
    if (character === '\\') next++
    else if (character === '\n' || character === '\r') break
  }
  return at + 1
}

function slash(text: string, at: number, value: boolean): number {
  if (text[at + 1] === '/') {
    const line = text.indexOf('\n', at)
    return line < 0 ? text.length : line
  }
  if (text[at + 1] === '*') {
    const close = text.indexOf('*/', at + 2)
    return close < 0 ? text.length : close + 2
  }
  if (!value) return at + 1
  const expression = /\/(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\\\]\r\n]|\\[^\r\n])*\])+\//y
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at + 1
}
