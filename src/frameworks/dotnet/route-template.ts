/** Templates of routes. https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-templates */
import { routePath } from '../paths.js'

/**
 * `{id:int}` → `:id`, `{id?}` → `:id?`, `{**rest}` → `*`, `{culture=en}` → `:culture?`. Tokens in square brackets are
 * the caller's. A segment of text and parameters is `:name` of its first parameter with the text around it.
 */
export function routeTemplate(template: string): string {
  const clean = template.replace(/^~\//, '/')
  return routePath(...splitSegments(clean).map(segment))
}

/** At slashes outside of braces: a constraint may hold one. */
function splitSegments(template: string): string[] {
  const segments: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < template.length; at++) {
    const character = template[at]
    if (character === '{') depth++
    else if (character === '}') depth = Math.max(0, depth - 1)
    else if (character === '/' && depth === 0) {
      segments.push(template.slice(start, at))
      start = at + 1
    }
  }
  segments.push(template.slice(start))
  return segments.filter((text) => text !== '')
}

function segment(text: string): string {
  // Doubled braces are literal ones, in the regular expression of a constraint.
  const whole = /^\{(\*{0,2})([\w-]+)((?:[:=?][\s\S]*)?)\}$/.exec(text)
  if (whole) {
    const [, stars = '', name = '', rest = ''] = whole
    if (stars !== '') return '*'
    return /\?$|=/.test(rest.replace(/\([\s\S]*\)/g, '')) ? `:${name}?` : `:${name}`
  }
  return text.replace(/\{\*{0,2}([\w-]+)[^{}]*\}/g, ':$1')
}
