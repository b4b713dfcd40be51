/**
 * Globs on route paths and on files. `*` any characters but `/`, `**` any number of segments, `?` one character but
 * `/`, `[abc]` and `[!abc]`, `{one,two}`; `\` takes the next character as it is. Everything else stands for itself.
 */

/** Index of the bracket that closes the one at `open`, or -1. */
function closing(glob: string, open: number, opener: string, closer: string): number {
  let depth = 0
  for (let index = open; index < glob.length; index++) {
    if (glob[index] === '\\') index++
    else if (glob[index] === opener) depth++
    else if (glob[index] === closer && --depth === 0) return index
  }
  return -1
}

/** The parts between commas that stand in no inner braces. */
function alternatives(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '{') depth++
    else if (text[index] === '}') depth--
    else if (text[index] === ',' && depth === 0) {
      parts.push(text.slice(from, index))
      from = index + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function source(glob: string): string {
  let result = ''
  for (let index = 0; index < glob.length; index++) {
    const letter = glob[index] as string
    if (letter === '*' && glob[index + 1] === '*') {
      const atStart = index === 0 || glob[index - 1] === '/'
      while (glob[index + 1] === '*') index++
      if (!atStart) result += '.*'
      else if (glob[index + 1] === '/') {
        result += '(?:[^/]*/)*'
        index++
      } else result += '.*'
    } else if (letter === '/' && glob.startsWith('/**', index) && index + 3 === glob.length) {
      // `/portal/**` is the portal and all below it.
      return `${result}(?:/.*)?`
    } else if (letter === '*') result += '[^/]*'
    else if (letter === '?') result += '[^/]'
    else if (letter === '\\') result += escape(glob[++index] ?? '\\')
    else if (letter === '[' && closing(glob, index, '[', ']') > index + 1) {
      const end = closing(glob, index, '[', ']')
      const inside = glob.slice(index + 1, end).replace(/\\/g, '\\\\')
      const negated = /^[!^]/.test(inside)
      result += `[${negated ? '^/' : ''}${negated ? inside.slice(1) : inside}]`
      index = end
    } else if (letter === '{' && closing(glob, index, '{', '}') > 0) {
      const end = closing(glob, index, '{', '}')
      result += `(?:${alternatives(glob.slice(index + 1, end)).map(source).join('|')})`
      index = end
    } else result += escape(letter)
  }
  return result
}

/** A test of whole paths. A glob that makes no sense matches only the text it is. */
export function globMatcher(glob: string): (path: string) => boolean {
  try {
    const pattern = new RegExp(`^(?:${source(glob)})$`, 'su')
    return (path) => pattern.test(path)
  } catch {
    return (path) => path === glob
  }
}

/**
 * A test of file paths relative to a root, for lists such as `exclude`: `./` and a leading `/` are dropped, a glob
 * without a slash matches in every folder, a folder's name stands for all below it.
 */
export function fileMatcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const matchers = globs.map((glob) => {
    const bare = glob.replace(/^\.?\//, '').replace(/\/+$/, '')
    if (bare.endsWith('/**')) return globMatcher(bare)
    return globMatcher(glob.replace(/\/$/, '').includes('/') ? `${bare}{,/**}` : `**/${bare}{,/**}`)
  })
  return (path) => matchers.some((matches) => matches(path))
}
