/** Scripts and markup that server code prints: the code whose results stand in them. */
import type { CodeString } from '../../parse/document.js'
import { HOLE } from '../../parse/hole.js'
import type { PrintedCode } from '../facts.js'

const HOLES = new RegExp(HOLE, 'g')
/** Longer code between two strings is a program of its own. */
const LONGEST = 400
/** `%s`, `%1$s`, `{}`, `{name}`: what stands for an argument that comes after the string. */
const PLACEHOLDER = /^(?:%[^%]|\{\w*\})/

/**
 * The code between the pieces of strings that server code puts together: `$order->total` of `'<script>' . $order->total`
 * and of `sprintf("<script>%s", $order->total)`. Each stands where its HOLE does.
 */
export function printedCode(strings: readonly CodeString[], fileText: string): PrintedCode[] {
  return strings.flatMap(({ end: last, content }) => {
    const formats = new Map<number, string[]>()
    return [...content.text.matchAll(HOLES)].flatMap(({ index }): PrintedCode[] => {
      const start = content.toFile(index)
      const end = index + 1 < content.text.length ? content.toFile(index + 1) : last
      const own = fileText.slice(start, end)
      const isPlaceholder = PLACEHOLDER.test(own)
      const code = isPlaceholder ? nextArgument(formats, fileText, formatEnd(fileText, start) ?? last) : own.replace(/^['"]?\s*[.+,&]+|[.+,&]+\s*['"]?$/g, '').trim()
      return end > start && code.length <= LONGEST && /[A-Za-z_]/.test(code) ? [{ start, end, code }] : []
    })
  })
}

/** Arguments of a format are taken one after the other. */
function nextArgument(formats: Map<number, string[]>, text: string, end: number): string {
  let given = formats.get(end)
  if (!given) formats.set(end, given = argumentsAfter(text, end))
  return given.shift() ?? ''
}

/** Where the format of a `sprintf` ends that an offset stands in: what is printed next may have been joined to it. */
function formatEnd(text: string, at: number): number | null {
  const from = Math.max(0, at - 10 * LONGEST)
  const quote = [...text.slice(from, at).matchAll(/printf\s*\(\s*(["'])/g)].at(-1)?.[1]
  if (quote === undefined) return null
  for (let end = at; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === quote) return end + 1
  }
  return null
}

/** What follows a format: `, $a, $b)`, `% (a, b)`, `% a`, `.format(a, b)`. */
function argumentsAfter(text: string, end: number): string[] {
  const head = /^\s*(?:,|%\s*\(?|\.format\s*\()/.exec(text.slice(end, end + 200))
  if (!head) return []
  const isAlone = /%\s*$/.test(head[0])
  const found: string[] = []
  let depth = 0
  let from = end + head[0].length
  for (let at = from; at < text.length && at < from + 4 * LONGEST; at++) {
    const character = text[at] as string
    if ('([{'.includes(character)) depth++
    const isEnd = (')]};'.includes(character) && --depth < 0) || (isAlone && depth === 0 && character === '\n')
    if (isEnd || (depth === 0 && character === ',')) {
      found.push(text.slice(from, at).trim())
      if (isEnd) return found
      from = at + 1
    }
  }
  return found
}
