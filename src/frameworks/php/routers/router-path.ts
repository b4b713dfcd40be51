/** Paths as routers of PHP write them, made canonical. */
import { HOLE } from '../../../parse/hole.js'
import { routePath } from '../../paths.js'

/**
 * `/visits/{id}`, `{id:\d+}`, `:id`, `@id`, `[i:id]`, `(\d+)` are parameters, `[/{page}]` and `{page?}` optional ones,
 * `*`, `(.*)`, `[*:rest]` and `{path:.*}` the rest of the path.
 */
export function routerPath(...parts: readonly string[]): string {
  let count = 0
  const path = parts
    .join('/')
    // https://altorouter.com/usage/mapping-routes.html
    .replace(/\[\*{1,2}(?::(\w+))?\]/g, '*')
    .replace(/\[[a-z]*:(\w+)\](\?)?/gi, (_, name: string, optional: string | undefined) => `:${name}${optional ?? ''}`)
    .replace(
      /\{(\w+)(?::((?:[^{}]|\{[^{}]*\})*))?(\?)?\}/g,
      (_, name: string, pattern: string | undefined, optional: string | undefined) =>
        pattern !== undefined && /^\(?\.[*+]/.test(pattern) ? '*' : `:${name}${optional ?? ''}`,
    )
    .replace(
      /\[\/((?:[^[\]]|\[[^[\]]*\])*)\]/g,
      (_, inner: string) => `/${inner.replace(/[[\]]/g, '').replace(/:(\w+)\??/g, ':$1?')}`,
    )
    .replace(/[@$](\w+)(?::[^/]*)?/g, ':$1')
    .replace(/\((?:\/)?@?:?\.[*+]\)|\(:all\)/g, '*')
    .replace(
      /\((?:[^()]|\([^()]*\))*\)(\?)?/g,
      (_, optional: string | undefined) =>
        `:${['first', 'second', 'third', 'fourth'][count++] ?? 'part'}${optional ?? ''}`,
    )
  return routePath(...path.split('/').map((segment) => {
    if (segment === HOLE) return ':part'
    return /^[^:]*\*/.test(segment) && segment !== ''
      ? segment.includes(HOLE) || segment === '*'
        ? '*'
        : segment.replace(/\*+/g, '*')
      : segment.replaceAll(HOLE, '*').replace(/\\/g, '')
  }))
}
