/**
 * Access paths: the names a question wants read from a value. `[]` is the value with everything in it, `*` any element
 * or any name.
 */
export type Path = readonly string[]

/** Names kept of a path; what lies deeper counts as the whole of the last one kept. */
const LONGEST = 5

export const whole: Path = []

export function bounded(path: Path): Path {
  return path.length <= LONGEST ? path : path.slice(0, LONGEST)
}

/** True when a part called `name` may be what a question for `wanted` wants. */
export function mayBe(name: string, wanted: string): boolean {
  return name === wanted || name === '*' || wanted === '*'
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

/** The path inside a part, or null when the part does not hold it. */
export function below(part: Path, path: Path): Path | null {
  for (let at = 0; at < part.length; at++) {
    if (at >= path.length || !mayBe(part[at] as string, path[at] as string)) return null
  }
  return path.slice(part.length)
}
