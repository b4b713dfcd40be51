/** Markdown and MDX: code that is only shown is blanked, raw HTML and JSX stay. */
import type { ScriptFragment } from './document.js'
import { sliceText } from './mapped-text.js'

const LIST_PREFIX = '[ \\t>]*(?:(?:[-*+]|\\d+[.)])[ \\t]+)*'
const FENCE = new RegExp(`^${LIST_PREFIX}(\`{3,}|~{3,})([^\\r\\n]*)$`)

/** https://spec.commonmark.org/0.31.2/#html-blocks, the kinds that end at their own end tag. */
const HTML_BLOCK = /^\s*<(script|style|textarea|pre)\b|^\s*(<!--)/i

/**
 * Blanks fenced code blocks, inline code and escaped `\<`; same length. Backticks in the body of a script or a comment
 * are left alone. `jsx`: the text is MDX, where a backtick after `{`, `(`, `=` or `,` begins a template literal.
 */
export function blankCode(text: string, jsx: boolean): string {
  const pieces: string[] = []
  let paragraph = ''
  let fence: string | null = null
  let htmlEnd: string | null = null
  const endParagraph = () => {
    if (paragraph !== '') pieces.push(blankInline(paragraph, jsx))
    paragraph = ''
  }
  for (const line of text.split(/(?<=\n)/)) {
    const bare = line.replace(/\r?\n$/, '')
    if (fence !== null) {
      pieces.push(spaces(line))
      const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`)
      if (closing.test(bare)) fence = null
      continue
    }
    if (htmlEnd !== null) {
      pieces.push(line)
      if (bare.toLowerCase().includes(htmlEnd)) htmlEnd = null
      continue
    }
    const opening = FENCE.exec(bare)
    if (opening && !(opening[1]?.startsWith('`') && opening[2]?.includes('`'))) {
      endParagraph()
      pieces.push(spaces(line))
      fence = opening[1] as string
      continue
    }
    const block = HTML_BLOCK.exec(bare)
    if (block) {
      endParagraph()
      pieces.push(line)
      const end = block[1] ? `</${block[1].toLowerCase()}` : '-->'
      if (!bare.toLowerCase().includes(end)) htmlEnd = end
      continue
    }
    paragraph += line
    if (bare.trim() === '') endParagraph()
  }
  endParagraph()
  return pieces.join('')
}

function blankInline(paragraph: string, jsx: boolean): string {
  if (!/`|\\<|<[a-zA-Z]/.test(paragraph)) return paragraph
  // `<script>` in a sentence, without an end tag, is a word and not the beginning of a script.
  const lower = paragraph.toLowerCase()
  const escaped = paragraph
    .replace(/\\</g, '  ')
    .replace(/<(script|style|textarea|title|iframe|xmp)\b/gi, (tag, name: string, at: number) =>
      lower.lastIndexOf(`</${name.toLowerCase()}`) > at ? tag : spaces(tag),
    )
  const runs = [...escaped.matchAll(/`+/g)]
  /** For each length of a run of backticks, the runs of that length that are still to come, last first. */
  const ahead = new Map<number, number[]>()
  for (let index = runs.length - 1; index >= 0; index--) {
    const { length } = (runs[index] as RegExpExecArray)[0]
    const same = ahead.get(length)
    if (same) same.push(index)
    else ahead.set(length, [index])
  }
  let result = ''
  let done = 0
  for (let index = 0; index < runs.length; index++) {
    const opening = runs[index] as RegExpExecArray
    if (jsx && /[{(=,+:?]\s*$/.test(escaped.slice(Math.max(0, opening.index - 20), opening.index))) {
      // A template literal: its closing backtick opens nothing.
      index++
      continue
    }
    const same = ahead.get(opening[0].length) ?? []
    while (same.length > 0 && (same.at(-1) as number) <= index) same.pop()
    const closing = same.pop()
    if (closing === undefined) continue
    const end = (runs[closing] as RegExpExecArray).index + opening[0].length
    result += escaped.slice(done, opening.index) + spaces(escaped.slice(opening.index, end))
    done = end
    index = closing
  }
  return result + escaped.slice(done)
}

/**
 * The `import` and `export` blocks of an MDX file as one module (everything else blanked), and the text without them.
 * https://mdxjs.com/docs/what-is-mdx/#esm
 */
export function splitModuleBlocks(text: string): { text: string; fragment: ScriptFragment | null } {
  const lines = text.split(/(?<=\n)/)
  const module: string[] = []
  const rest: string[] = []
  let inside = false
  let found = false
  let depth = 0
  let afterBlank = true
  for (const line of lines) {
    const isBlank = line.trim() === ''
    if (!inside && afterBlank && /^(?:import(?:\s+[\w$]|\s*[*{"'])|export\s+(?:[*{]|[a-z]))/.test(line)) {
      inside = true
      found = true
      depth = 0
    }
    if (inside && isBlank && depth <= 0) inside = false
    if (inside) depth += bracketBalance(line)
    module.push(inside ? line : spaces(line))
    rest.push(inside ? spaces(line) : line)
    afterBlank = isBlank || inside
  }
  if (!found) return { text, fragment: null }
  const code = module.join('')
  const fragment: ScriptFragment = {
    code: sliceText(code, 0, code.length),
    goal: 'module',
    jsx: true,
    typescript: false,
    server: false,
    element: null,
    attribute: null,
  }
  return { text: rest.join(''), fragment }
}

function bracketBalance(line: string): number {
  const code = line.replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/.*/g, '')
  return (code.match(/[([{]/g)?.length ?? 0) - (code.match(/[)\]}]/g)?.length ?? 0)
}

function spaces(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
