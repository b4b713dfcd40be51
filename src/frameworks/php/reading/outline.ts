/** What is read of a PHP file: its declarations, calls, assignments and returned values. Nothing runs. */
import type { Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import type { PhpBranch, PhpCallNode, PhpDeclaration, ParsedPhp } from './nodes.js'
import { parsePhp } from './parser.js'

export type * from './nodes.js'

/** `calls` holds outer ones before those inside them. */
export interface PhpOutline extends Omit<ParsedPhp, 'imports'> {
  /** The class a name stands for, with its namespace and without a leading backslash. */
  className(written: string): string
  /** Index of the innermost declaration around an offset, -1 for none. */
  declarationAt(offset: number): number
  /** Calls inside a span, in order. */
  within(span: Span): PhpCallNode[]
  /** Branches around an offset, the innermost first. */
  branchesAround(offset: number): PhpBranch[]
}

const outlines = new WeakMap<FrameworkHost, Map<string, PhpOutline>>()

/** The outline of a file of the tree; empty for a file that is not there. Kept as long as the host is. */
export function outlineOf(host: FrameworkHost, file: string): PhpOutline {
  let kept = outlines.get(host)
  if (!kept) outlines.set(host, kept = new Map())
  let found = kept.get(file)
  if (!found) kept.set(file, found = readPhp(host.text(file) ?? ''))
  return found
}

/** Reads any text; never throws. */
export function readPhp(text: string): PhpOutline {
  const { imports, ...parsed } = parsePhp(text)
  const { declarations, calls, branches, namespace } = parsed
  calls.sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    ...parsed,
    className: (written) => qualified(written, namespace, imports),
    declarationAt(offset) {
      // They stand in the order of their beginnings: what is around a place is the last that began, or around that one.
      let low = 0
      for (let high = declarations.length; low < high;) {
        const middle = (low + high) >>> 1
        if ((declarations[middle] as PhpDeclaration).start <= offset) low = middle + 1
        else high = middle
      }
      let index = low - 1
      while (index >= 0 && offset >= (declarations[index] as PhpDeclaration).end) index = (declarations[index] as PhpDeclaration).parent
      return index
    },
    within: ({ start, end }) => calls.filter((call) => call.start >= start && call.end <= end),
    branchesAround: (offset) => branches.filter(({ body }) => body.start <= offset && offset < body.end)
      .sort((a, b) => a.body.end - a.body.start - (b.body.end - b.body.start)),
  }
}

/** https://www.php.net/manual/en/language.namespaces.rules.php */
function qualified(written: string, namespace: string, imports: ReadonlyMap<string, string>): string {
  if (written.startsWith('\\')) return written.slice(1)
  const [first, ...rest] = written.split('\\') as [string, ...string[]]
  const imported = imports.get(first.toLowerCase())
  if (imported !== undefined) return [imported, ...rest].join('\\')
  return namespace === '' ? written : `${namespace}\\${written}`
}
