/** What the parts of a report on a terminal are written with. */
import type { ReachedRoute, Severity } from '../../types.js'
import { place, type Sources } from '../positions.js'
import { printable, wrap } from './printable.js'
import { styleOf, type Style } from './style.js'

export interface TerminalOptions {
  color: boolean
  /** Cells in a line. */
  width: number
  /** Put before every path, so that the terminal can open it: from the user's folder to the root, `site/`. */
  prefix?: string
  /** Only findings of the threshold or above, and nothing at all when there are none. */
  quiet?: boolean
  threshold?: Severity
  /** Places of tracker code that were seen, on whatever route; those of the report when absent. */
  seen?: number
}

export interface Writing {
  style: Style
  width: number
  sources: Sources
  /** `site/app/layout.tsx:12` */
  at(file: string, offset: number | null): string
  /** `app/layout.tsx:12`, as rules write it: relative to the root. */
  near(file: string, offset: number | null): string
}

export function writing(sources: Sources, { color, width, prefix = '' }: TerminalOptions): Writing {
  return {
    style: styleOf(color),
    // Longer lines are hard to read, shorter ones hold no path.
    width: Math.max(50, Math.min(width, 120)),
    sources,
    at: (file, offset) => `${printable(prefix + file)}:${place(sources, file, offset ?? 0).line}`,
    near: (file, offset) => `${file}:${place(sources, file, offset ?? 0).line}`,
  }
}

/** `app/layout.tsx:12 → components/Pixel.tsx:8` */
export function chain(writer: Writing, { via }: ReachedRoute): string {
  return via.map(({ file, offset }) => printable(writer.near(file, offset))).join(' → ')
}

/** How sure it is that the route is reached, and what that hangs on; nothing where it is certain. */
export function degree({ certainty, persists, conditions = [] }: ReachedRoute): string[] {
  return [
    ...(certainty === 'exact' ? [] : [certainty]),
    ...(persists ? ['stays loaded'] : []),
    ...conditions.map(({ text }) => printable(text)),
  ]
}

export const INDENT = '    '
const LABEL = 6

/** A labelled part below a finding, wrapped under itself. */
export function labelled(writer: Writing, label: string, lines: readonly string[]): string[] {
  const space = ' '.repeat(LABEL)
  return lines.flatMap((text, index) => {
    const wrapped = wrap(text, writer.width - INDENT.length - space.length)
    return wrapped.map((line, inner) => {
      const head = index === 0 && inner === 0 ? writer.style.bold(label.padEnd(LABEL)) : space
      return `${INDENT}${head}${line}`
    })
  })
}
