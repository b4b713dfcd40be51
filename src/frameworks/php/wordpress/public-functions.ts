/** Functions that a plugin offers to the themes it is used with: nothing in its own tree names them. */
import type { RoutePlace } from '../../framework.js'
import { outlineOf } from '../reading/outline.js'
import type { SiteCode } from './site-code.js'

export function publicFunctions({ host, php }: SiteCode): RoutePlace[] {
  const declared = php.flatMap((file) => (/^\s*function\s/m.test(host.text(file) ?? '')
    ? outlineOf(host, file).declarations.filter(({ kind, parent }) => kind === 'function' && parent < 0)
      .map(({ name, body }) => ({ name: name.toLowerCase(), place: { file, start: body.start, end: body.end } })) : []))
  if (declared.length === 0) return []
  const counts = new Map<string, number>(declared.map(({ name }) => [name, 0]))
  for (const file of php) {
    for (const [word] of (host.text(file) ?? '').toLowerCase().matchAll(/[a-z_]\w*/g)) {
      const count = counts.get(word)
      if (count !== undefined) counts.set(word, count + 1)
    }
  }
  return declared.filter(({ name }) => (counts.get(name) ?? 0) <= 1).map(({ place }) => place)
}
