/**
 * Access paths: the names a question wants read from a value. `[]` is the value with everything in it, `*` any element
 * or any name, `!a,b` any but these, `=a,b` one of these.
 */
export type Path = readonly string[]

/** The names of an object as a part of it. */
export const KEYS = '@keys'

/** Names kept of a path; what lies deeper counts as the whole of the last one kept. */
const LONGEST = 6

export const whole: Path = []

export function bounded(path: Path): Path {
  return path.length <= LONGEST ? path : path.slice(0, LONGEST)
}

/** Any name but these. */
export function allBut(names: readonly string[]): string {
  return names.length === 0 ? '*' : `!${[...new Set(names)].sort().join(',')}`
}

/** One of these names. */
export function oneOf(names: readonly string[]): string {
  return names.length === 1 && !isAny(names[0] as string) ? (names[0] as string) : `=${[...new Set(names)].sort().join(',')}`
}

/** True for what stands for more than one name. */
export function isAny(name: string): boolean {
  return name === '*' || name.startsWith('!') || name.startsWith('=')
}

/** A name that a program wrote: neither a stand-in nor the index of a list. */
export function isName(name: string): boolean {
  return !isAny(name) && !/^\d+$/.test(name)
}

/** The one name that a part of a path means, or null. */
export function nameMeant(part: string): string | null {
  if (isName(part)) return part
  const { only } = limitsOf(part)
  return only?.length === 1 && isName(only[0] as string) ? (only[0] as string) : null
}

/** What may be meant by a stand-in: names it leaves out, or the only ones it lets in. */
export function limitsOf(name: string): { without: readonly string[]; only: readonly string[] | null } {
  if (name.startsWith('!')) return { without: name.slice(1).split(','), only: null }
  return { without: [], only: name.startsWith('=') ? name.slice(1).split(',') : null }
}

/** True when a part called `name` may be what a question for `wanted` wants. */
export function mayBe(name: string, wanted: string): boolean {
  if (name === wanted) return true
  if (name === KEYS || wanted === KEYS) return false
  if (name === '*' || wanted === '*') return true
  if (isAny(name)) return isAny(wanted) || allows(name, wanted)
  return isAny(wanted) && allows(wanted, name)
}

/** Indexes of lists are no names: a limit on names says nothing about them. */
function allows(limit: string, name: string): boolean {
  const { without, only } = limitsOf(limit)
  if (without.includes(name)) return false
  return only === null || only.includes(name) || (/^\d+$/.test(name) && !only.some((each) => /^\d+$/.test(each)))
}

/** A path without parts that are taken: null when it asks for one of them. */
export function without(path: Path, names: readonly string[]): Path | null {
  const [first, ...rest] = path
  if (names.length === 0) return path
  if (first === undefined) return [allBut(names)]
  if (!isAny(first)) return names.includes(first) ? null : path
  const limits = limitsOf(first)
  if (limits.only === null) return [allBut([...limits.without, ...names]), ...rest]
  const left = limits.only.filter((name) => !names.includes(name))
  return left.length === 0 ? null : [oneOf(left), ...rest]
}

/**
 * What remains to be read from a part at `prefix` when `path` is wanted of the whole: `[]` when the part lies inside
 * what is wanted, null when the part is somewhere else.
 */
export function remainder(prefix: Path, path: Path): Path | null {
  for (let at = 0; at < prefix.length; at++) {
    if (at >= path.length) return whole
    if (!mayBe(prefix[at] as string, path[at] as string)) return null
  }
  return path.slice(prefix.length)
}

/**
 * The path into the source of a row when `path` is wanted of its target: a wildcard of the source stands for the name
 * that is wanted where the target has one.
 */
export function carried(target: Path, source: Path, path: Path): Path {
  const from = source.indexOf('*')
  if (from < 0) return source
  for (let at = target.length - 1; at >= 0; at--) {
    const named = target[at] === '*' ? path[at] : undefined
    if (named === undefined || named === '*' || /^\d+$/.test(named)) continue
    return source.map((name, index) => (index === from ? (isAny(named) ? named : `=${named}`) : name))
  }
  return source
}

/** The path inside a part, or null when the part does not hold it. */
export function below(part: Path, path: Path): Path | null {
  for (let at = 0; at < part.length; at++) {
    if (at >= path.length || !mayBe(part[at] as string, path[at] as string)) return null
  }
  return path.slice(part.length)
}
