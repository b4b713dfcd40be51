/** Regular expressions of URLs as canonical paths: `^visits/(?P<pk>\d+)/$` → `visits/:pk/`. */

/** How many paths one expression may stand for. */
const MOST = 6

/**
 * The paths an expression fits, each with `:name` for what one part is not known of and `*` for anything. Slashes stay
 * as they are written, so that the pieces of a path can be joined.
 */
export function regexPaths(expression: string): string[] {
  const source = /\s#|\n/.test(expression)
    ? expression.replace(/\\#/g, '\uE000').replace(/#[^\n]*|\s+/g, '').replace(/\uE000/g, '#') : expression
  const reader = new Reader(source)
  return [...new Set(reader.alternatives()
    .map((path) => path.replace(/(:value)+/g, ':value').replace(/\*[*:\w]*/g, '*')))]
}

class Reader {
  private at = 0
  constructor(private readonly source: string) {}

  /** To the bracket that ends the group, or to the end. */
  alternatives(): string[] {
    const found: string[] = []
    do found.push(...this.sequence())
    while (this.take('|'))
    return found.slice(0, MOST)
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.at)) return false
    this.at += text.length
    return true
  }

  private sequence(): string[] {
    let paths = ['']
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at] as string)) {
      const atom = this.atom()
      const quantifier = /^(?:[*+?]|\{\d*,?\d*\})[?+]?/.exec(this.source.slice(this.at))?.[0] ?? ''
      this.at += quantifier.length
      const mayMiss = /^(?:[*?]|\{0?,)/.test(quantifier)
      paths = paths.flatMap((path) => quantified(atom, mayMiss).map((option) => path + option)).slice(0, MOST)
    }
    return paths
  }

  private atom(): string[] {
    const character = this.source[this.at] as string
    if (character === '(') return this.group()
    if (character === '[') return this.set()
    this.at++
    if (character === '^' || character === '$') return ['']
    if (character === '.') return [/^[*+]/.test(this.source.slice(this.at)) ? '*' : ':value']
    if (character !== '\\') return [character]
    const escaped = this.source[this.at++] ?? ''
    if (/[AZzbB]/.test(escaped)) return ['']
    return /[dDwWsSp]/.test(escaped) ? [':value'] : [escaped]
  }

  private group(): string[] {
    const start = this.at + 1
    this.at++
    const [opening = '', name] = /^\?(?:P?<(\w+)>|P?=\w*|[:!=>]|<[!=]|\w+:?)/.exec(this.source.slice(this.at)) ?? []
    this.at += opening.length
    const inside = this.alternatives()
    const written = this.source.slice(start, this.at)
    this.take(')')
    if (/^\?(?:[!=]|<[!=])/.test(opening)) return ['']
    if (/^\?[a-z]/.test(opening)) return inside
    if (opening === '?:') return inside
    // What may hold a slash may be several segments.
    const content = written.slice(opening.length).replace(/\[\^[^\]]*\/[^\]]*\]/g, '')
    return [/\.[*+]|\/|\[\^/.test(content) ? '*' : `:${name ?? 'value'}`]
  }

  private set(): string[] {
    const found = /^\[\^?\]?(?:\\.|[^\]\\])*\]/.exec(this.source.slice(this.at))?.[0] ?? '['
    this.at += found.length
    // A single character is that character.
    return /^\[[^\\^]\]$/.test(found)
      ? [found[1] as string] : [/^\[\^\/?\]|\//.test(found) && !found.startsWith('[^') ? '*' : ':value']
  }
}

/** Slashes and letters that may be left out count as written without them and with them. */
function quantified(atom: readonly string[], mayMiss: boolean): string[] {
  if (!mayMiss) return [...atom]
  return atom.flatMap((option) => {
    if (option === '/' || option === '') return ['']
    if (option === '*' || option.endsWith('?')) return [option]
    return /^:\w+$/.test(option) ? [`${option}?`] : ['', option]
  })
}
