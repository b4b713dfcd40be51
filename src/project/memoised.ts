/** A value made when it is first asked for. */
export function memoised<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
