/** Template expressions that are JavaScript: `{…}` of Svelte, Astro and MDX, `{{ … }}` of Vue and Angular. */
import type { MaskedSpan } from '../document.js'
import type { Language } from '../languages.js'
import { blankPipes } from './script-attributes.js'

/** Languages whose masked spans are JavaScript that runs in (or renders) the page. */
const EXPRESSION_LANGUAGES = new Set<Language>(['svelte', 'astro', 'mdx', 'vue', 'angular'])

export function hasScriptExpressions(language: Language): boolean {
  return EXPRESSION_LANGUAGES.has(language)
}

export interface TemplateExpression {
  /** As long as the code between the delimiters, with foreign syntax blanked. */
  text: string
  /** The part of `text` that is the expression. */
  start: number
  end: number
}

/**
 * The expression in the code of a masked span, or null when it holds none (`{/if}`, `{:else}`, a comment). For block
 * tags such as `{#each items as item}` or `@for (item of items)` it is the part that is evaluated.
 */
export function templateExpression(span: MaskedSpan, language: Language): TemplateExpression | null {
  if (span.kind === 'comment') return null
  const { code } = span
  const found = language === 'svelte' ? svelte(code) : language === 'angular' ? angular(code) : plain(code)
  if (!found || !/[^\s;]/.test(found.text.slice(found.start, found.end))) return null
  return found
}

function plain(code: string): TemplateExpression | null {
  const spread = /^\s*\.\.\./.exec(code)
  const start = spread ? spread[0].length : 0
  const bare = code.slice(start).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm, '')
  if (bare.trim() === '') return null
  return { text: code, start, end: code.length }
}

/** https://svelte.dev/docs/svelte/basic-markup and the pages on its blocks and tags. */
function svelte(code: string): TemplateExpression | null {
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

/** https://angular.dev/guide/templates/control-flow */
function angular(code: string): TemplateExpression | null {
  const text = blankPipes(code)
  const block = /^\s*@?\s*(?:else\s+)?(if|for|switch|case|let|defer)\b\s*\(?/.exec(text)
  if (!block) return /^\s*[@}]/.test(text) ? null : { text, start: 0, end: text.length }
  if (block[1] === 'defer') return null
  if (block[1] === 'let') {
    const assignment = /=/.exec(text)
    return assignment ? { text, start: assignment.index + 1, end: text.length } : null
  }
  let start = block[0].length
  const rest = text.slice(start)
  const loop = block[1] === 'for' ? /^[^;]*?\bof\b/.exec(rest) : null
  if (loop) start += loop[0].length
  let end = text.length
  const semicolon = text.indexOf(';', start)
  if (semicolon >= 0) end = semicolon
  else {
    const closing = /\)\s*\{?\s*$/.exec(text)
    if (closing && closing.index >= start && block[0].trimEnd().endsWith('(')) end = closing.index
  }
  return { text, start, end }
}
