/** Attributes that hold JavaScript or a template language's dialect of it: one row a form. */
import type { ScriptFragment } from '../document.js'
import type { Language } from '../languages.js'

type Dialect = 'javascript' | 'vue-loop' | 'angular' | 'angular-loop'

interface ScriptAttribute {
  pattern: RegExp
  goal: Extract<ScriptFragment['goal'], 'handler' | 'expression'>
  dialect: Dialect
  /** Languages it is read in; null: every markup. */
  languages: readonly Language[] | null
}

const VUE_LIKE_EXCLUDED = new Set<Language>(['angular', 'svelte', 'astro', 'mdx', 'razor'])
const ANGULAR: readonly Language[] = ['angular', 'html']

/** First match wins. */
const ROWS: ScriptAttribute[] = [
  // https://html.spec.whatwg.org/multipage/webappapis.html#event-handler-content-attributes
  { pattern: /^on[a-z]{2,}$/i, goal: 'handler', dialect: 'javascript', languages: null },
  // https://htmx.org/attributes/hx-on/
  { pattern: /^(?:data-)?hx-on[:-]/, goal: 'handler', dialect: 'javascript', languages: null },
  // https://vuejs.org/api/built-in-directives.html and https://alpinejs.dev/directives/bind
  { pattern: /^(?:v|x)-for$/, goal: 'expression', dialect: 'vue-loop', languages: null },
  { pattern: /^(?:@[a-z]|(?:v|x)-on[:.]|x-(?:init|effect|intersect)\b)/i, goal: 'handler', dialect: 'javascript', languages: null },
  { pattern: /^(?::[a-z[]|v-(?!slot|pre$|cloak$|once$)[a-z]|v-bind$|\.[a-z])/i, goal: 'expression', dialect: 'javascript', languages: null },
  { pattern: /^x-(?:data|show|bind|text|html|model|modelable|if|id)\b/, goal: 'expression', dialect: 'javascript', languages: null },
  // https://docs.angularjs.org/api/ng/directive/ngClick
  { pattern: /^(?:data-)?ng-(?:init|click|dblclick|submit|change|blur|focus|key\w+|mouse\w+|copy|cut|paste)$/, goal: 'handler', dialect: 'angular', languages: null },
  // https://angular.dev/guide/templates/event-listeners
  { pattern: /^(?:\([\w.:@-]+\)$|on-[a-z])/, goal: 'handler', dialect: 'angular', languages: ANGULAR },
  { pattern: /^(?:\[\(?[\w.:@-]+\)?\]$|bind(?:on)?-[a-z])/i, goal: 'expression', dialect: 'angular', languages: ANGULAR },
  { pattern: /^\*[a-z]/i, goal: 'expression', dialect: 'angular-loop', languages: ANGULAR },
]

/** Words that only look like `on…` event attributes. */
const NOT_EVENTS = new Set(['one', 'only', 'once', 'onboarding', 'online', 'only-child'])

/** What kind of script the value of an attribute is, or null. `name` is as written. */
export function scriptAttribute(name: string, language: Language): ScriptAttribute | null {
  const first = name.charCodeAt(0)
  // Almost every attribute is an ordinary one: `class`, `href`, `id`.
  if (first > 96 && !/^(?:on|hx-|data-(?:hx|ng)-|ng-|v-|x-|bind)/i.test(name)) return null
  for (const row of ROWS) {
    if (!row.pattern.test(name)) continue
    if (row.languages !== null && !row.languages.includes(language)) continue
    if (/^(?:[@:.#]|[vx]-)/.test(name) && VUE_LIKE_EXCLUDED.has(language)) continue
    return NOT_EVENTS.has(name.toLowerCase()) ? null : row
  }
  return null
}

/**
 * The JavaScript in a value of a template dialect: `start` and `end` bound the part that counts, and `text` is the
 * whole value, as long as before, with what no script parser knows (pipes and their arguments) blanked.
 */
export function scriptOfDialect(value: string, dialect: Dialect): { text: string; start: number; end: number } {
  const whole = { text: value, start: 0, end: value.length }
  if (dialect === 'javascript') return whole
  if (dialect === 'vue-loop') {
    const loop = /^([\s\S]*?)\s(?:in|of)\s/.exec(value)
    return loop ? { ...whole, start: loop[0].length } : whole
  }
  const text = blankPipes(value)
  if (dialect === 'angular') return { ...whole, text }
  return angularMicrosyntax(text)
}

/** https://angular.dev/guide/directives/structural-directives#structural-directive-syntax-reference */
function angularMicrosyntax(text: string): { text: string; start: number; end: number } {
  const loop = /^\s*let\b[^;]*?\bof\b/.exec(text)
  const start = loop ? loop[0].length : 0
  const semicolon = text.indexOf(';', start)
  let end = semicolon < 0 ? text.length : semicolon
  const alias = /\s(?:as\s+[\w$]+|else\s+[\w$]+|trackBy\s*:)/.exec(text.slice(start, end))
  if (alias) end = start + alias.index
  if (/^\s*let\b/.test(text.slice(start, end))) end = start
  return { text, start, end }
}

/** Blanks `| name: argument` outside strings; `||` stays. Same length. */
export function blankPipes(value: string): string {
  if (!value.includes('|')) return value
  let result = ''
  let at = 0
  while (at < value.length) {
    const character = value[at] as string
    if (character === "'" || character === '"' || character === '`') {
      const close = endOfString(value, at)
      result += value.slice(at, close)
      at = close
    } else if (character === '|' && value[at + 1] === '|') {
      result += '||'
      at += 2
    } else if (character === '|' && /^\|\s*[A-Za-z_$]/.test(value.slice(at, at + 40))) {
      const end = endOfPipe(value, at + 1)
      result += value.slice(at, end).replace(/[^\r\n]/g, ' ')
      at = end
    } else {
      result += character
      at++
    }
  }
  return result
}

function endOfPipe(value: string, from: number): number {
  let depth = 0
  let at = from
  while (at < value.length) {
    const character = value[at] as string
    if (character === "'" || character === '"' || character === '`') {
      at = endOfString(value, at)
      continue
    }
    if ('([{'.includes(character)) depth++
    if (')]}'.includes(character) && depth-- === 0) return at
    if (depth === 0 && (character === ';' || character === ',' || character === '|' || character === '?')) return at
    if (depth === 0 && /^\sas\s/.test(value.slice(at, at + 4))) return at
    at++
  }
  return at
}

function endOfString(value: string, from: number): number {
  const quote = value[from]
  let at = from + 1
  while (at < value.length && value[at] !== quote) at += value[at] === '\\' ? 2 : 1
  return Math.min(at + 1, value.length)
}
