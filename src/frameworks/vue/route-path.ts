/** Paths as Vue Router writes them. https://router.vuejs.org/guide/essentials/route-matching-syntax.html */
import { HOLE } from '../../parse/hole.js'

/** `:id(\\d+)` → `:id`, `:all(.*)*` → `*`, `:lang(en|de)?` → `:lang?`; a segment that is not literal is a parameter. */
export function vuePath(path: string): string {
  return withoutPatterns(path).split('/').filter((segment) => segment !== '').map((segment) => {
    // Version 3 writes `*` alone or behind a prefix.
    if (/^\*|^:\w+[*+]$/.test(segment)) return '*'
    if (segment.includes(HOLE)) return ':value'
    // More than one parameter in a segment, or one with text around it, is still one segment.
    return /^:\w+\?$|^:\w+$/.test(segment) ? segment : segment.replace(/\?$|\*$/, '')
  }).join('/')
}

/** Regular expressions of parameters stand in parentheses, which nest, and hold slashes of their own. */
function withoutPatterns(path: string): string {
  let depth = 0
  let isRest = false
  let clean = ''
  for (let at = 0; at < path.length; at++) {
    const character = path[at] as string
    if (character === '\\') {
      if (depth === 0) clean += path[at + 1] ?? ''
      at++
    } else if (character === '(') {
      if (depth++ === 0) isRest = /^\(\.[*+]\)/.test(path.slice(at, at + 4))
    } else if (character === ')' && depth > 0) {
      // `:all(.*)` takes the rest of the path with it, slashes and all.
      if (--depth === 0 && isRest && !/[*+]/.test(path[at + 1] ?? '')) clean += '*'
    } else if (depth === 0) clean += character
  }
  return clean
}
