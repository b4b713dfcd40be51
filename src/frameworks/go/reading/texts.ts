/** Which texts an expression of Go may be. */
import { HOLE } from '../../../parse/hole.js'
import type { Expression } from '../../reading/code/nodes.js'
import { pathOf, positional } from '../../reading/code/nodes.js'
import type { GoCode } from './code.js'
import type { GoScope, GoValue } from './packages.js'

const DEPTH = 14
/** How many texts one expression may be. */
const MOST = 16

/** The texts an expression may be, with a HOLE for each part that is not known. */
export function textsOf(code: GoCode, { node, scope }: GoValue, depth = 0): string[] {
  if (depth > DEPTH) return [HOLE]
  const inner = (part: Expression): string[] => textsOf(code, { node: part, scope }, depth + 1)
  switch (node.kind) {
    case 'text': return [node.text]
    case 'constant': return typeof node.value === 'number' ? [String(node.value)] : [HOLE]
    case 'binary': return node.operator === '+' ? combined([inner(node.left), inner(node.right)], '') : [HOLE]
    case 'call': {
      const given = positional(node)
      const path = pathOf(node.callee)
      if (/^(filepath|path)\.(Join|FromSlash|Clean)$/.test(path)) {
        return combined(given.map(inner), '/').map((text) => text.replace(/\/{2,}/g, '/'))
      }
      if (path === 'fmt.Sprintf' && given[0]) {
        return inner(given[0]).map((text) => formatted(code, text, given.slice(1), scope, depth))
      }
      if (/^(strings\.(ToLower|TrimSpace|Trim\w*)|string|filepath\.(Base|ToSlash)|template\.HTML)$/.test(path)
        && given[0]) {
        return inner(given[0])
      }
      const results = code.functionsNamed({ node: node.callee, scope }).slice(0, 2)
        .flatMap((found) => code.results(found, node, scope))
      return results.length === 0 ? [HOLE] : unique(results.flatMap((value) => textsOf(code, value, depth + 2)))
    }
    case 'name':
    case 'member': {
      const found = code.values({ node, scope }).filter((value) => value.node !== node).slice(0, MOST)
      return found.length === 0 ? [HOLE] : unique(found.flatMap((value) => textsOf(code, value, depth + 1)))
    }
    default: return [HOLE]
  }
}

function formatted(code: GoCode, text: string, given: readonly Expression[], scope: GoScope, depth: number): string {
  let at = 0
  return text.replace(/%[+#]?[\d.]*[a-z]/gi, () => {
    const node = given[at++]
    return node ? textsOf(code, { node, scope }, depth + 1)[0] ?? HOLE : HOLE
  })
}

/** Every way to put one of each together. */
function combined(parts: readonly (readonly string[])[], between: string): string[] {
  let texts = ['']
  for (const [index, options] of parts.entries()) {
    const known = options.length === 0 ? [HOLE] : options
    texts = texts.flatMap((text) => known.map((option) => (index === 0 ? option : `${text}${between}${option}`)))
      .slice(0, MOST)
  }
  return texts
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].slice(0, MOST)
}
