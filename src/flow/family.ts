/** Classes that extend one another: what one of them has, an instance of the other may have. */
import type { ClassReference } from '../project/meaning/meaning.js'
import { scriptOf, type FlowHost, type Origin } from './host.js'

const DEEPEST = 6

/** True when two classes are one, or one of them extends the other. */
export function isOfFamily(host: FlowHost<Origin>, one: ClassReference, other: ClassReference): boolean {
  return isSame(one, other) || ancestors(host, one).some((above) => isSame(above, other)) || ancestors(host, other).some((above) => isSame(above, one))
}

function isSame(one: ClassReference, other: ClassReference): boolean {
  return one.class === other.class && one.script === other.script && one.file === other.file
}

/** The classes above a class, the nearest first. */
export function ancestors(host: FlowHost<Origin>, start: ClassReference, depth = 0): ClassReference[] {
  const superclass = scriptOf(host, start)?.classes[start.class]?.superclass
  if (superclass === null || superclass === undefined || depth > DEEPEST) return []
  return host.resolver.meanings({ file: start.file, script: start.script, value: superclass }).flatMap((meaning) =>
    (meaning.kind === 'class' ? [meaning, ...ancestors(host, meaning, depth + 1)] : []))
}
