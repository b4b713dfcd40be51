/** Template expressions that are JavaScript: `{…}` of Svelte, Astro and MDX, `{{ … }}` of Vue and Angular. */
import type { MaskedSpan } from '../document.js'
import { HOLE } from '../hole.js'
import type { Language } from '../languages.js'
import { blankPipes } from './script-attributes.js'

/** Languages whose masked spans are JavaScript that runs in (or renders) the page. */
const EXPRESSION_LANGUAGES = new Set<Language>(['svelte', 'astro', 'mdx', 'vue', 'angular'])

export function hasScriptExpressions(language: Language): boolean {
  return EXPRESSION_LANGUAGES.has(language)
}

export interface TemplateExpression {
  text: string
  /** Where its first character stands in the file. */
  offset: number
}

/** An expression inside the code of a span: as long as that code, with foreign syntax blanked. */
interface Part {
  text: string
  start: number
  end: number
}

/**
 * The expressions of masked spans, in order. For block tags such as `{#each items as item}` or `@for (item of items)`
 * it is the part that is evaluated; `{/if}`, `{:else}` and comments give none. Code around markup (`{live && <b/>}` in
 * Astro and MDX, which is masked in pieces) is one expression with a hole for each piece of markup.
 */
export function templateExpressions(
  spans: readonly MaskedSpan[],
  original: string,
  language: Language,
): TemplateExpression[] {
  const found: TemplateExpression[] = []
  const pieces = language === 'astro' || language === 'mdx'
  const open: MaskedSpan[][] = []
  for (const span of spans) {
    if (span.kind === 'comment') continue
    if (pieces && span.kind === 'statement') {
      const group = joinPieces(span, open, original)
      if (group) found.push(group)
      continue
    }
    const base = original.indexOf(span.code, span.start)
    if (base < 0 || base + span.code.length > span.end) continue
    const part = language === 'svelte' ? svelte(span.code) : language === 'angular' ? angular(span) : plain(span.code)
    if (!part || !/[^\s;]/.test(part.text.slice(part.start, part.end))) continue
    found.push({ text: part.text.slice(part.start, part.end), offset: base + part.start })
  }
  return found.sort((one, other) => one.offset - other.offset)
}

/** Takes the next piece of code around markup; gives the whole expression with its last piece. */
function joinPieces(span: MaskedSpan, open: MaskedSpan[][], original: string): TemplateExpression | null {
  const first = original[span.start] === '{' && original.slice(span.start + 1, span.end) === span.code
  if (first) {
    open.push([span])
    return null
  }
  const group = open.at(-1)
  group?.push(span)
  const last = original[span.end - 1] === '}' && original.slice(span.start, span.end - 1) === span.code
  if (!group || !last) return null
  open.pop()
  const offset = (group[0] as MaskedSpan).start + 1
  let text = ''
  for (const { start, end } of group) {
    const markup = original.slice(offset + text.length, start)
    if (markup !== '') text += HOLE + markup.slice(1).replace(/[^\r\n]/g, ' ')
    text += original.slice(offset + text.length, end)
  }
  return { text: text.slice(0, -1), offset }
}

function plain(code: string): Part | null {
  const spread = /^\s*\.\.\./.exec(code)
  const start = spread ? spread[0].length : 0
  const bare = code.slice(start).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm, '')
  if (bare.trim() === '') return null
  return { text: code, start, end: code.length }
}

/** https://svelte.dev/docs/svelte/basic-markup and the pages on its blocks and tags. */
function svelte(code: string): Part | null {
  const tag = /^\s*(?:#(?:if|key)|:else\s+if|@(?:html|render|const|attach))\s/.exec(code)
  if (tag) return { text: code, start: tag[0].length, end: code.length }
  const block = /^\s*#(each|await)\s/.exec(code)
  if (block) {
    const rest = code.slice(block[0].length)
    const keyword = block[1] === 'each' ? /\sas\s/ : /\s(?:then|catch)\b/
    const cut = keyword.exec(rest)
    return { text: code, start: block[0].length, end: block[0].length + (cut ? cut.index : rest.length) }
  }
  return /^\s*[#:/@]/.test(code) && !/^\s*\/[/*]/.test(code) ? null : plain(code)
}

/** https://angular.dev/guide/templates/control-flow and https://angular.dev/guide/templates/variables */
function angular({ kind, code }: MaskedSpan): Part | null {
  const text = blankPipes(code)
  if (kind !== 'statement') return { text, start: 0, end: text.length }
  const declaration = /^let\s+[\w$]+\s*=/.exec(text)
  if (declaration) return { text, start: declaration[0].length, end: text.length }
  const block = /^(?:else\s+)?(?:if|for|switch|case)\s*\(/.exec(text)
  if (!block) return null
  let start = block[0].length
  const loop = block[0].startsWith('for') ? /^[^;]*?\bof\b/.exec(text.slice(start)) : null
  if (loop) start += loop[0].length
  const semicolon = text.indexOf(';', start)
  const closing = text.lastIndexOf(')')
  return { text, start, end: semicolon >= 0 ? semicolon : Math.max(start, closing) }
}
