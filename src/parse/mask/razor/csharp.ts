/** Strings, characters and comments of C#, which hide braces and parentheses. */

/**
 * Offset after the string, character or comment that begins at `at`, or `at` when none begins there.
 * https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/tokens/
 */
export function hiddenEnd(text: string, at: number): number {
  switch (text[at]) {
    case '/':
      return commentEnd(text, at)
    case "'":
      return characterEnd(text, at)
    case '"':
      return text.startsWith('"""', at) ? rawStringEnd(text, at) : stringEnd(text, at)
    case '@':
      if (text[at + 1] === '"') return verbatimEnd(text, at + 2)
      return text.startsWith('@$"', at) ? verbatimEnd(text, at + 3) : at
    case '$':
      return text.startsWith('$@"', at) ? verbatimEnd(text, at + 3) : at
  }
  return at
}

function commentEnd(text: string, at: number): number {
  if (text[at + 1] === '*') {
    const close = text.indexOf('*/', at + 2)
    return close < 0 ? at : close + 2
  }
  if (text[at + 1] !== '/' || text[at - 1] === ':') return at
  const line = text.indexOf('\n', at)
  return line < 0 ? text.length : line
}

/** A character is short; an apostrophe in text is none. */
function characterEnd(text: string, at: number): number {
  const character = /'(?:[^'\\\r\n]|\\[^\r\n]{1,9}?)'/y
  character.lastIndex = at
  return character.test(text) ? character.lastIndex : at
}

/** An interpolated string may hold code with strings of its own: `$"{f("x")}"`. */
function stringEnd(text: string, at: number): number {
  const interpolated = text[at - 1] === '$'
  let depth = 0
  for (let next = at + 1; next < text.length; next++) {
    const character = text[next]
    if (character === '\n' || character === '\r') return at
    if (character === '\\') next++
    else if (character === '"' && depth === 0) return next + 1
    else if (character === '"') next = Math.max(next, stringEnd(text, next) - 1)
    else if (interpolated && character === '{' && text[next + 1] === '{') next++
    else if (interpolated && character === '{') depth++
    else if (interpolated && character === '}' && depth > 0) depth--
  }
  return at
}

function verbatimEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1
  }
  return from
}

function rawStringEnd(text: string, at: number): number {
  const quotes = /"{3,}/y
  quotes.lastIndex = at
  const open = quotes.exec(text)?.[0] ?? '"""'
  const close = text.indexOf(open, at + open.length)
  return close < 0 ? at + open.length : close + open.length
}

/** Offset after the bracket that closes the one at `open`, or -1. */
export function bracketEnd(text: string, open: number): number {
  const opening = text[open] as string
  const closing = opening === '(' ? ')' : opening === '[' ? ']' : '}'
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const character = text[at]
    if (character === opening) depth++
    else if (character === closing && --depth === 0) return at + 1
    else {
      const end = hiddenEnd(text, at)
      if (end > at) at = end - 1
    }
  }
  return -1
}
