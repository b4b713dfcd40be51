/** `{…}` in the markup of Svelte, Astro, MDX and HEEx components. */
import { balancedEnd, ELIXIR_SYNTAX } from '../balanced.js'
import { lexed, MOST_UNCLOSED, region, type Lexed, type Region } from '../regions.js'
import { expressionEnd, type ReadMarkup } from './javascript.js'
import { beginsTag, commentEnd, rawEnd, readTag, VOID_ELEMENTS, type Tag } from './tags.js'

export type BraceLanguage = 'svelte' | 'astro' | 'mdx' | 'heex'

interface BraceRules {
  /** `{…}` counts in quoted attribute values, too. */
  quoted: boolean
  /** An expression may hold markup, which stays readable. */
  nested: boolean
  /** Values in backticks. */
  templateValues: boolean
  statement: RegExp | null
}

const RULES: Record<BraceLanguage, BraceRules> = {
  // https://svelte.dev/docs/svelte/basic-markup
  svelte: { quoted: true, nested: false, templateValues: false, statement: /^\s*(?:[#:]|\/(?:if|each|await|key|snippet)\b|@(?:const|debug)\b)/ },
  // https://docs.astro.build/en/reference/astro-syntax/
  astro: { quoted: false, nested: true, templateValues: true, statement: null },
  // https://mdxjs.com/docs/what-is-mdx/#expressions
  mdx: { quoted: false, nested: true, templateValues: false, statement: null },
  // https://hexdocs.pm/phoenix_live_view/Phoenix.Component.html#sigil_H/2-interpolation
  heex: { quoted: false, nested: false, templateValues: false, statement: null },
}

/** A closing tag looks like the beginning of a regular expression. */
const SVELTE_END = /\{\s*\/(?:if|each|await|key|snippet)\s*\}/y

const ONLY_COMMENTS = /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*|\/\/[^\n]*(?:\n\s*|$))+$/

/** Markup in expressions in markup… is followed that deep. */
const DEEPEST = 60

/** Finds the expressions of a component file. Scripts, styles, comments and front matter are left alone. Never throws. */
export function lexBraces(text: string, language: BraceLanguage): Lexed {
  const rules = RULES[language]
  const regions: Region[] = []
  let unclosed = 0
  /** Where elements and tags begin that never end: read once, however many expressions they stand in. */
  const incomplete = new Set<number>()
  const brokenTags = new Set<number>()
  let depth = 0

  /** Reads from `from`: to the end of the text, or only the one element that begins there. */
  function markup(from: number, element: boolean): number | null {
    let open = 0
    let at = from
    while (at < text.length) {
      const character = text[at]
      if (character === '{' && text[at - 1] !== '\\') {
        at = expression(at, false) ?? at + 1
        continue
      }
      if (character !== '<') {
        at++
        continue
      }
      if (text.startsWith('<!--', at)) {
        at = commentEnd(text, at)
        continue
      }
      const begins = beginsTag(text, at) || (rules.nested && text[at + 1] === '>')
      const known = brokenTags.has(at) || brokenTags.size >= MOST_UNCLOSED
      const tag = begins && !known ? readTag(text, at, inTag, rules.templateValues ? '{`' : '{') : null
      if (begins && !tag) brokenTags.add(at)
      if (!tag) {
        if (element && at === from) return null
        at++
        continue
      }
      at = tag.closes || tag.selfClosed ? tag.end : afterContent(tag)
      if (!element) continue
      if (tag.closes) open--
      else if (!tag.selfClosed && !VOID_ELEMENTS.has(tag.name)) open++
      if (open <= 0) return at
    }
    return element ? null : at
  }

  /** Skips what is no markup inside an element; its end tag is read as any other. */
  function afterContent(tag: Tag): number {
    if (/^(?:script|style)$/i.test(tag.name)) {
      const end = rawEnd(text, tag.end, tag.name)
      // In MDX the code of a script is an expression: <script>{`…`}</script>.
      const content = language === 'mdx' ? /^\s*\{\s*[`'"]/.exec(text.slice(tag.end, end)) : null
      if (content) expression(tag.end + content[0].indexOf('{'), true)
      return end
    }
    if (language !== 'heex') return tag.end
    const attributes = text.slice(text.lastIndexOf('<', tag.end), tag.end)
    return attributes.includes('phx-no-curly-interpolation') ? rawEnd(text, tag.end, tag.name) : tag.end
  }

  function inTag(at: number, quoted: boolean): number | null {
    if (quoted && !rules.quoted) return null
    if (text[at] === '{') return expression(at, true)
    if (text[at - 1] !== '=') return null
    const close = text.indexOf('`', at + 1)
    if (close < 0) return null
    regions.push(region('expression', at, close + 1, at, close + 1))
    return close + 1
  }

  /** Reads the expression at a `{`. In an attribute it is one value, whatever markup it holds. */
  function expression(open: number, attribute: boolean): number | null {
    if (unclosed >= MOST_UNCLOSED) return null
    const before = regions.length
    const inner: { start: number; end: number }[] = []
    const nested: ReadMarkup = (at) => {
      if (depth >= DEEPEST || incomplete.has(at) || incomplete.size >= MOST_UNCLOSED) return null
      const mark = regions.length
      depth++
      const end = markup(at, true)
      depth--
      if (end === null) {
        incomplete.add(at)
        regions.length = mark
      } else inner.push({ start: at, end })
      return end
    }
    const end = endOf(open, rules.nested ? nested : null)
    if (end < 0) {
      unclosed++
      regions.length = before
      return null
    }
    if (attribute || inner.length === 0) {
      regions.length = before
      const code = text.slice(open + 1, end - 1)
      const kind = language !== 'heex' && ONLY_COMMENTS.test(code) ? 'comment' : rules.statement?.test(code) ? 'statement' : 'expression'
      regions.push(region(kind, open, end, open + 1, end - 1))
      return end
    }
    // The code around markup is no expression of its own.
    let done = open
    for (const part of inner) {
      regions.push(region('statement', done, part.start, done === open ? open + 1 : done, part.start))
      done = part.end
    }
    regions.push(region('statement', done, end, done, end - 1))
    return end
  }

  function endOf(open: number, nested: ReadMarkup | null): number {
    if (language === 'heex') return balancedEnd(text, open, ELIXIR_SYNTAX)
    SVELTE_END.lastIndex = open
    if (language === 'svelte' && SVELTE_END.test(text)) return SVELTE_END.lastIndex
    return expressionEnd(text, open, nested)
  }

  const front = language === 'heex' ? null : /^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)
  markup(front ? front[0].length : 0, false)
  return lexed(regions)
}
