/** Which files some files bring in, by a quick look at their texts. */
import { moduleSpecifiers } from '../../facts/script/module-specifiers.js'
import type { FrameworkHost } from '../framework.js'

/** The files themselves and all that they import; `further` finds what else a text names, as specifiers. */
export function importedFiles(
  host: FrameworkHost, entries: readonly string[], further: (text: string) => readonly string[] = () => [],
): Set<string> {
  const found = new Set(entries)
  for (const file of found) {
    if (!/\.([cm]?[jt]sx?|vue|svelte|astro)$/.test(file)) continue
    const text = host.text(file) ?? ''
    for (const specifier of [...moduleSpecifiers(text), ...further(text)]) {
      const target = host.resolve(file, specifier)
      if (target !== null) found.add(target)
    }
  }
  return found
}
