/**
 * Ways from what a page runs to markup and addresses in server code: a function that writes a snippet is reached from
 * where it is called, a text from where it is mentioned, backwards through all that calls them.
 */
import type { ReachEdge, Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'

/** A declaration of a file's own level. */
export interface Unit extends Span {
  file: string
  /** What it is called in its own file. */
  names: readonly string[]
}

export interface Mentions {
  /** Files that are looked at. */
  files: readonly string[]
  unitsOf(file: string): readonly Unit[]
  /** Files that may mention a unit, with what they call it. */
  users(unit: Unit): readonly { file: string; names: readonly string[] }[]
}

/** Code may matter when it holds markup, or an address that it sends something to. */
const MATTERS = /<script|<iframe|<noscript|<img\b|["'`]https?:\/\//i
/** How many declarations one tree is asked about. */
const MOST = 2000

export function mentionEdges(host: FrameworkHost, { files, unitsOf, users }: Mentions): ReachEdge[] {
  const edges: ReachEdge[] = []
  const seen = new Set<string>()
  const text = (file: string): string => host.text(file) ?? ''
  const queue: Unit[] = files.filter((file) => MATTERS.test(text(file)))
    .flatMap((file) => unitsOf(file).filter(({ start, end }) => MATTERS.test(text(file).slice(start, end))))
  for (const unit of queue) {
    const key = `${unit.file} ${unit.start}`
    if (seen.has(key) || seen.size > MOST) continue
    seen.add(key)
    for (const { file, names } of users(unit)) {
      const offsets = mentionsIn(text(file), names)
      if (offsets.length === 0) continue
      for (const user of unitsOf(file)) {
        if (file === unit.file && user.start === unit.start) continue
        const offset = offsets.find((each) => each >= user.start && each < user.end)
        if (offset === undefined) continue
        edges.push({
          from: { file, unit: null }, offset, kind: 'import', certainty: 'exact', to: { file: unit.file, unit: null },
          part: { start: unit.start, end: unit.end },
        })
        queue.push(user)
      }
    }
  }
  return edges
}

/** Where a text mentions one of the names; one that begins with a dot is a method of anything. */
function mentionsIn(text: string, names: readonly string[]): number[] {
  // Most texts have none of them, which is quicker to see without a pattern.
  const found = names.filter((name) => text.includes(name))
  if (found.length === 0) return []
  const written = found
    .map((name) => (name.startsWith('.') ? `\\${name}\\s*\\(` : `(?<![\\w.])${name.replace(/[.?!]/g, '\\$&')}(?!\\w)`))
  return [...text.matchAll(new RegExp(written.join('|'), 'g'))].map(({ index }) => index)
}

/** Files by words in them, without more those with a capital, as types and modules have; made when it is first asked. */
export function wordIndex(
  host: FrameworkHost, files: readonly string[], words = /\b[A-Z]\w*/g,
): (word: string) => readonly string[] {
  let index: Map<string, string[]> | null = null
  return (word) => {
    if (!index) {
      index = new Map()
      for (const file of files) {
        for (const each of new Set((host.text(file) ?? '').match(words))) {
          const list = index.get(each)
          if (list) list.push(file)
          else index.set(each, [file])
        }
      }
    }
    return index.get(word) ?? []
  }
}
