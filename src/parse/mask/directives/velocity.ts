/** Velocity. https://velocity.apache.org/engine/2.4/user-guide.html */
import { balancedEnd, EXPRESSION_SYNTAX } from '../balanced.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from '../regions.js'

const OPENING = /#\*|##|#\[\[|#@?\{?([A-Za-z_]\w*)\}?|\$!?(\{)?([A-Za-z_]\w*)/g

const WITH_ARGUMENTS = new Set('if elseif foreach set parse include macro evaluate define break stop return'.split(' '))
const WITHOUT_ARGUMENTS = new Set('else end stop break'.split(' '))

/** Finds directives, references and comments. Variables that a script declares as its own are left alone. Never throws. */
export function lexVelocity(text: string): Lexed {
  const regions: Region[] = []
  const macros = new Set([...text.matchAll(/#macro\s*\(\s*(\w+)/g)].map((match) => match[1] as string))
  const declared = new Set(
    [...text.matchAll(/\b(?:var|let|const)\s+\$(\w+)|\$(\w+)\s*=>|\bfunction\s*\w*\s*\(\s*\$(\w+)/g)].map((match) => match[1] ?? match[2] ?? match[3]),
  )
  const pattern = new RegExp(OPENING)
  let unclosed = 0
  for (let match = pattern.exec(text); match && unclosed < MOST_UNCLOSED; match = pattern.exec(text)) {
    const start = match.index
    if (text[start - 1] === '\\') continue
    if (match[0] === '#[[') {
      const close = text.indexOf(']]#', start)
      if (close < 0) unclosed++
      else {
        regions.push(region('statement', start, start + 3, start, start + 3))
        regions.push(region('statement', close, close + 3, close, close + 3))
        pattern.lastIndex = close + 3
      }
      continue
    }
    const found = match[0].startsWith('$') ? reference(text, match, declared) : hash(text, match, macros)
    if (found === 'unclosed') unclosed++
    else if (found) {
      regions.push(found)
      pattern.lastIndex = found.end
    }
  }
  return lexed(regions)
}

function hash(text: string, match: RegExpExecArray, macros: ReadonlySet<string>): Region | 'unclosed' | null {
  const start = match.index
  const after = start + match[0].length
  if (match[0] === '##') {
    const line = /\r|\n/g
    line.lastIndex = after
    const end = line.exec(text)?.index ?? text.length
    return region('comment', start, end, after, end)
  }
  if (match[0] === '#*') {
    const close = text.indexOf('*#', after)
    return close < 0 ? 'unclosed' : region('comment', start, close + 2, after, close)
  }
  const name = match[1] ?? ''
  const space = /[ \t]*/y
  space.lastIndex = after
  space.exec(text)
  const open = WITH_ARGUMENTS.has(name) ? space.lastIndex : after
  if (text[open] === '(' && (WITH_ARGUMENTS.has(name) || macros.has(name) || /^[a-z]\w{2,}$/i.test(name))) {
    const end = balancedEnd(text, open, EXPRESSION_SYNTAX)
    if (end < 0) return 'unclosed'
    const prints = !WITH_ARGUMENTS.has(name) && !match[0].startsWith('#@')
    return region(prints ? 'expression' : 'statement', start, end, start + 1, end)
  }
  if (WITHOUT_ARGUMENTS.has(name)) return region('statement', start, after, start + 1, after)
  return null
}

/** `$x.y(…)[0]`, `${x.y}`, `$!x`. */
function reference(text: string, match: RegExpExecArray, declared: ReadonlySet<string | undefined>): Region | 'unclosed' | null {
  const start = match.index
  const name = match[3] ?? ''
  if (/[\w$]/.test(text[start - 1] ?? '')) return null
  if (match[2] !== undefined) {
    const open = text.indexOf('{', start)
    const end = balancedEnd(text, open, EXPRESSION_SYNTAX)
    return end < 0 ? 'unclosed' : region('expression', start, end, open + 1, end - 1)
  }
  if (declared.has(name)) return null
  let end = start + match[0].length
  for (;;) {
    const part = /\.[A-Za-z_]\w*/y
    part.lastIndex = end
    if (part.test(text)) {
      end = part.lastIndex
      continue
    }
    const close = text[end] === '(' || text[end] === '[' ? balancedEnd(text, end, EXPRESSION_SYNTAX) : -1
    // A function among the arguments: that is the script's own `$variable`.
    if (close < 0 || /\bfunction\b|=>|\{/.test(text.slice(end, close))) break
    end = close
  }
  return region('expression', start, end, start + 1, end)
}
