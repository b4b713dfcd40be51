/** Razor pages, views and components. https://learn.microsoft.com/en-us/aspnet/core/mvc/views/razor */
import { beginsTag, commentEnd, rawEnd, VOID_ELEMENTS } from './components/tags.js'
import { bracketEnd, hiddenEnd } from './razor/csharp.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from './regions.js'

const LINE_DIRECTIVE =
  /@(?:page|model|using|inject|inherits|addTagHelper|removeTagHelper|tagHelperPrefix|layout|attribute|namespace|implements|typeparam|rendermode|preservewhitespace|Imports|ModelType)\b(?![ \t]*[({.;])[^\r\n]*/y
const CONTROL = /@(?:if|for|foreach|while|do|switch|using|lock|try)\b\s*(?=[({])/y
const CONTINUATION = /\s*(?:else\s+if|else|catch|finally|while)\b(?=\s*[({])/y
const CODE_BLOCK = /@(?:functions|code|helper\s+\w+\s*\([^)]*\))\s*(?=\{)/y
const SECTION = /@section\s+[\w-]+\s*\{/y
/** Written without the second `@` by mistake; there is no such code. */
const AT_RULE =
  /@(?:media|import|(?:-\w+-)?keyframes|font-face|supports|layer|container|charset|namespace\s+url|tailwind|apply|page\s*[:{]|property|counter-style)/y
/** `@onclick="…"` of a Blazor component. https://learn.microsoft.com/en-us/aspnet/core/blazor/components/event-handling */
const BLAZOR_ATTRIBUTE = /@[A-Za-z][\w:.-]*(?=\s*=\s*["'@])|@ref\b|@rendermode\b/y
/** https://learn.microsoft.com/en-us/aspnet/web-pages/overview/getting-started/introducing-razor-syntax-vb */
const VISUAL_BASIC = /@(Code|Functions)\b(?=[ \t]*\r?\n)/y

/** What ends a piece of markup. */
type Until = 'end of text' | 'brace' | 'element' | 'line'

/** Code in markup in code… is followed that deep. */
const DEEPEST = 100

/** Finds the code of a Razor file. Markup inside of code blocks stays. Never throws. */
export function lexRazor(text: string): Lexed {
  const reader = new Reader(text)
  reader.markup(0, 'end of text')
  return lexed(reader.regions)
}

class Reader {
  readonly regions: Region[] = []
  private depth = 0
  private unclosed = 0

  constructor(private readonly text: string) {}

  /** Reads markup from `from` on. Gives the offset after it, or null when the text ends before it is complete. */
  markup(from: number, until: Until): number | null {
    const { text } = this
    let braces = 0
    let elements = 0
    /** Inside of a tag: its name as far as it matters, or null outside. */
    let tag: { name: string; closes: boolean } | null = null
    let quote = ''
    for (let at = from; at < text.length; ) {
      const character = text[at] as string
      if (character === '@') {
        at = this.transition(at, tag !== null && quote === '')
      } else if (tag) {
        if (quote !== '') {
          if (character === quote) quote = ''
        } else if ((character === '"' || character === "'") && /=\s*$/.test(text.slice(Math.max(from, at - 8), at))) {
          quote = character
        } else if (character === '>') {
          const { name, closes } = tag
          const selfClosed = text[at - 1] === '/'
          tag = null
          if (closes) elements--
          else if (!selfClosed && !VOID_ELEMENTS.has(name)) elements++
          if (!closes && !selfClosed && (name === 'script' || name === 'style')) {
            at = this.raw(at + 1, rawEnd(text, at + 1, name))
            continue
          }
          if (until === 'element' && elements <= 0) return at + 1
        }
        at++
      } else if (character === '<' && text.startsWith('<!--', at)) {
        const end = commentEnd(text, at)
        this.raw(at + 4, end)
        at = end
        if (until === 'element' && elements <= 0) return at
      } else if (character === '<' && beginsTag(text, at)) {
        const name = /^<(\/?)([\w.:-]*)/.exec(text.slice(at, at + 80))
        tag = { closes: name?.[1] === '/', name: (name?.[2] ?? '').toLowerCase() }
        at += name?.[0].length ?? 1
      } else {
        if (until === 'line' && (character === '\n' || character === '\r')) return at
        if (until === 'brace' && character === '{') braces++
        if (until === 'brace' && character === '}' && --braces < 0) return at
        at++
      }
    }
    return until === 'end of text' || until === 'line' ? text.length : null
  }

  /** Text in which only `@` counts: scripts, styles, comments. */
  private raw(from: number, to: number): number {
    let at = from
    for (at = this.text.indexOf('@', from); at >= 0 && at < to; at = this.text.indexOf('@', at)) at = this.transition(at, false)
    return Math.max(to, from)
  }

  /** Reads what begins at an `@`. Gives where markup goes on, always after `at`. */
  private transition(at: number, inTag: boolean): number {
    const { text } = this
    const next = text[at + 1] ?? ''
    if (next === '@') return at + 2
    if (next === '*') {
      const close = text.indexOf('*@', at + 2)
      if (close < 0) return at + 2
      this.regions.push(region('comment', at, close + 2, at + 2, close))
      return close + 2
    }
    if (next === '(') return this.parenthesised(at)
    if (next === '{') return this.block(at, at + 1, at + 2)
    if (!/[A-Za-z_]/.test(next) || /\w/.test(text[at - 1] ?? '')) return at + 1
    if (inTag && matchEnd(BLAZOR_ATTRIBUTE, text, at) !== null) return matchEnd(BLAZOR_ATTRIBUTE, text, at) as number
    if (matchEnd(AT_RULE, text, at) !== null) return at + 1
    const keyword = matchEnd(CONTROL, text, at) ?? matchEnd(CODE_BLOCK, text, at)
    if (keyword !== null) return this.block(at, keyword, at + 1)
    const section = matchEnd(SECTION, text, at)
    if (section !== null) return this.section(at, section)
    const basic = matchEnd(VISUAL_BASIC, text, at)
    const close = basic === null ? -1 : text.indexOf(`End ${text.slice(at + 1, basic)}`, basic)
    if (basic !== null && close >= 0) {
      const end = close + 'End '.length + (basic - at - 1)
      this.regions.push(region('statement', at, end, basic, close))
      return end
    }
    const line = matchEnd(LINE_DIRECTIVE, text, at)
    if (line !== null && /^\s*$/.test(text.slice(Math.max(text.lastIndexOf('\n', at), at - 80), at))) {
      this.regions.push(region('statement', at, line, at + 1, line))
      return line
    }
    const end = this.chainEnd(at + 1)
    this.regions.push(region('expression', at, end, at + 1, end))
    return end
  }

  private parenthesised(at: number): number {
    const end = this.unclosed < MOST_UNCLOSED ? bracketEnd(this.text, at + 1) : -1
    if (end < 0) {
      this.unclosed++
      return at + 2
    }
    this.regions.push(region('expression', at, end, at + 2, end - 1))
    return end
  }

  /** `Model.Items[0]?.Name(…)!` */
  private chainEnd(from: number): number {
    const { text } = this
    const name = /(?:await\s+)?(?:new\s+)?[A-Za-z_]\w*/y
    name.lastIndex = from
    name.test(text)
    let end = name.lastIndex
    for (;;) {
      const part = /!?\??\.[A-Za-z_]\w*|!?\?(?=\[)|!(?=[.[(])/y
      part.lastIndex = end
      if (part.test(text)) {
        end = part.lastIndex
        continue
      }
      const open = text[end] === '(' || text[end] === '['
      const close = open && this.unclosed < MOST_UNCLOSED ? bracketEnd(text, end) : -1
      if (open && close < 0) this.unclosed++
      if (close < 0) return end
      end = close
    }
  }

  /** A code block from its `@`; `code` is where the code to scan begins, `codeStart` what the first span's code is. */
  private block(at: number, code: number, codeStart: number): number {
    const mark = this.regions.length
    const end = this.depth < DEEPEST && this.unclosed < MOST_UNCLOSED ? this.code(at, code, codeStart) : null
    if (end !== null) return end
    // Without its closing brace the rest of the file is not code for sure.
    this.unclosed++
    this.regions.length = mark
    const line = /[\r\n]/g
    line.lastIndex = at
    const stop = line.exec(this.text)?.index ?? this.text.length
    this.regions.push(region('statement', at, stop, codeStart, stop))
    return stop
  }

  private code(start: number, from: number, codeStart: number): number | null {
    const { text } = this
    let piece = start
    let pieceCode = codeStart
    let depth = 0
    let at = from
    const flush = (end: number, codeStop = end) => {
      if (end > piece) this.regions.push(region('statement', piece, end, Math.max(piece, pieceCode), codeStop))
    }
    const resume = (end: number) => {
      piece = end
      pieceCode = end
      at = end
    }
    while (at < text.length) {
      const character = text[at] as string
      if (character === '@' && text[at + 1] === '*') {
        flush(at)
        resume(this.transition(at, false))
      } else if (character === '@' && text[at + 1] === ':' && this.beginsStatement(piece, at)) {
        flush(at + 2)
        resume(this.nested(at + 2, 'line') ?? text.length)
      } else if (character === '<' && this.beginsMarkup(piece, at)) {
        flush(at)
        const end = this.nested(at, 'element')
        if (end === null) return null
        resume(end)
      } else if (character === '(' || character === '[') {
        const end = bracketEnd(text, at)
        at = end < 0 ? at + 1 : end
      } else if (character === '{') {
        depth++
        at++
      } else if (character === '}') {
        at++
        if (--depth > 0) continue
        const more = matchEnd(CONTINUATION, text, at)
        if (more !== null && text[start + 1] !== '{') at = more
        else {
          const braces = text[start + 1] === '{' && piece === start
          flush(at, braces || depth === 0 ? at - (text[start + 1] === '{' ? 1 : 0) : at)
          return at
        }
      } else {
        const end = hiddenEnd(text, at)
        at = end > at ? end : at + 1
      }
    }
    return null
  }

  private nested(at: number, until: Until): number | null {
    if (this.depth >= DEEPEST) return null
    this.depth++
    const end = this.markup(at, until)
    this.depth--
    return end
  }

  /** Markup stands where a statement could begin, or in a template: `@<p>…</p>`. */
  private beginsMarkup(piece: number, at: number): boolean {
    if (!/[A-Za-z/!]/.test(this.text[at + 1] ?? '')) return false
    return this.text[at - 1] === '@' || this.beginsStatement(piece, at)
  }

  private beginsStatement(piece: number, at: number): boolean {
    const before = /(?:^|[;{}:>\n])[ \t\r]*$/.exec(this.text.slice(Math.max(piece, at - 200), at))
    return before !== null
  }

  /** The body of a section is markup. */
  private section(at: number, from: number): number {
    const mark = this.regions.length
    this.regions.push(region('statement', at, from, at + 1, from - 1))
    const end = this.unclosed < MOST_UNCLOSED ? this.nested(from, 'brace') : null
    if (end === null) {
      this.unclosed++
      this.regions.length = mark + 1
      return from
    }
    this.regions.push(region('statement', end, end + 1, end, end))
    return end + 1
  }
}

function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : null
}
