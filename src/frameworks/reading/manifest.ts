/** Names of all dependencies, of every kind, in a parsed package.json. */
export function dependencyNames(manifest: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  if (typeof manifest !== 'object' || manifest === null) return names
  for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const list = (manifest as Record<string, unknown>)[key]
    if (typeof list === 'object' && list !== null) for (const name of Object.keys(list)) names.add(name)
  }
  return names
}
