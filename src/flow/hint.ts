/**
 * Hints: under which name a value is kept when its key is computed. `form[event.target.name] = event.target.value` read
 * as `form.email` means the value whose own `name` is `email`. A hint is a name or a limit on names as in a path;
 * `email@name` says in which property beside the value the name stands.
 */
import { isAny, isName, limitsOf, mayBe } from './path.js'

export function hintOf(wanted: string | undefined, property: string | null = null): string | null {
  if (wanted === undefined || wanted === '*') return null
  return property === null ? wanted : `${wanted}@${property}`
}

/** The one name that is meant, or null. */
export function hintedName(hint: string | null): string | null {
  const name = hint === null ? null : (hint.split('@')[0] as string)
  return name !== null && isName(name) ? name : null
}

/** False when a value of this name is certainly not the one that is meant. */
export function isHinted(hint: string | null, name: string): boolean {
  return hint === null || mayBe(name, hint.split('@')[0] as string)
}

/** Names that are certainly not meant. */
export function hintedOut(hint: string | null): readonly string[] {
  const limit = hint?.split('@')[0] ?? ''
  return isAny(limit) ? limitsOf(limit).without : []
}

/** The property that holds the name of the value, when the hint says so. */
export function hintedProperty(hint: string | null): string | null {
  return hint?.split('@')[1] ?? null
}
