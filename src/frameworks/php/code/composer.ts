/** What a composer.json asks for. https://getcomposer.org/doc/04-schema.md */
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { mapping, textIn } from '../../yaml.js'

/** Names of the packages a directory's composer.json requires, for use and for development. */
export function packagesOf(host: FrameworkHost, directory: string): ReadonlySet<string> {
  const manifest = mapping(host.json(join(directory, 'composer.json')))
  return new Set(['require', 'require-dev'].flatMap((key) => Object.keys(mapping(manifest[key]))))
}

/** `library`, `project`, `wordpress-plugin` …; `library` when nothing is said, as Composer has it. */
export function packageType(host: FrameworkHost, directory: string): string {
  return textIn(mapping(host.json(join(directory, 'composer.json')))['type']) ?? 'library'
}
