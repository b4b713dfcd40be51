/** Functions on the way to a page that may ask for a sign-in: `app.get('/visits', isLoggedIn, show)`, `router.use(requireAuth)`. */
import type { RouteGuard } from '../framework.js'
import { guardsNamed } from '../reading/guards.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import { expressPath } from './express-path.js'
import { pathTexts, type RouterCall } from './routers.js'

/** Guards that stand before all that a call answers, by what other calls on routers put before it. */
export function guardsBefore(reader: ScriptReader, calls: readonly RouterCall[]): (call: RouterCall, path: string) => RouteGuard[] {
  const shared = calls.filter(({ method }) => method === 'use' || method === 'all').flatMap((call) => {
    const [first] = call.arguments
    const paths = first ? pathTexts(reader, first) : []
    const guards = call.arguments.slice(paths.length > 0 ? 1 : 0).flatMap((value) => namesIn(reader, value))
    if (guards.length === 0) return []
    const below = call.prefixes.flatMap((prefix) => (paths.length > 0 ? paths : ['']).map((path) => expressPath(prefix.path, path.replace(/\/?\*$/, ''))))
    return [{ call, guards, below, isOnPath: paths.length > 0 }]
  })
  return ({ at, call, arguments: given }, path) => {
    // What answers stands last.
    const own = given.slice(0, -1).flatMap((value) => namesIn(reader, value))
    const around = shared.filter(({ call: other, below, isOnPath }) => other.call !== call
      && (isOnPath || (other.at.file === at.file && other.call.start < call.start))
      && below.some((base) => path === base || path.startsWith(base === '/' ? '/' : `${base}/`)))
    return [...around.flatMap(({ guards }) => guards), ...own]
  }
}

/** A text is a path, and no guard by its name. */
function namesIn(reader: ScriptReader, value: ScriptValue): RouteGuard[] {
  const shape = reader.shape(value)
  return shape?.kind === 'constant' || shape?.kind === 'template' ? [] : guardsNamed(reader, value)
}
