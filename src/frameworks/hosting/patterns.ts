/** Regular expressions of rewrite rules as route patterns. */
import { routePath } from '../paths.js'

/** `^find-a-doctor/([^/]+)/?$` → `/find-a-doctor/:1`; null for what is no plain path with groups in it. */
export function pathOfPattern(pattern: string): string | null {
  let group = 0
  const path = pattern.replace(/^\^?\/?/, '').replace(/(\/\?)?\$$/, '')
    .replace(/\((?:\?:)?(\.[*+]\??|\[\^?[^\]]{1,40}\][*+]|\\[dw][*+](?:\{\d,?\d*\})?)\)(\?)?/g, (_, inner: string) => {
      group += 1
      return inner.startsWith('.') ? '*' : `:${group}`
    })
    .replace(/\\([.\-/])/g, '$1')
  return /[\\^$()[\]{}|+?]/.test(path) || path === '*' ? null : routePath(path)
}
