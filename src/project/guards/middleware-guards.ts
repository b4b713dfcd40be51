/**
 * Code in front of all pages that asks for a sign-in on some of them: middleware and proxies of Next.js, hooks of SvelteKit,
 * global middleware of Nuxt. On which, its conditions on the address tell: `if (pathname.startsWith('/care') && !session)`.
 */
import type { FrameworkHost, RouteGuard } from '../../frameworks/framework.js'
import { lineIndexAt, lineStartsOf } from '../../lines.js'
import { audienceOf, patientsSignIn } from '../../routes/guards.js'
import type { Route } from '../../types.js'
import type { Conditions } from '../conditions/conditions.js'
import { decide } from '../conditions/path-test.js'
import type { RouteTable } from '../routes.js'
import { scriptGuards } from './script-guards.js'

const IN_FRONT = /(?:^|\/)(?:middleware|proxy|hooks\.server|[\w.-]+\.global)(?:\/index)?\.[cm]?[jt]s$/

export interface FrontHost {
  files: readonly string[]
  conditions: Pick<Conditions, 'at'>
  host: FrameworkHost
}

/** The routes, in the class that such code makes their pages. */
export function withMiddleware(table: RouteTable, routes: readonly Route[], { files, conditions, host }: FrontHost): readonly Route[] {
  const front = table.isAboutPatients ? files.filter((file) => IN_FRONT.test(file) && table.rolesOf(file).length > 0) : []
  const found = new Map<number, RouteGuard>()
  for (const file of front) {
    const inScope = [...new Set(table.rolesOf(file).map(({ route }) => route))].filter((index) => routes[index]?.kind === 'page')
    for (const guard of scriptGuards(host, file)) {
      const tests = conditions.at(file, guard.offset, true)
      const guarded = inScope.filter((index) => tests.every(({ test }) => {
        const verdict = decide(test, {
          path: routes[index]?.path ?? '', base: table.baseOf(index), files: table.leavesOf(index), names: table.namesOf(index),
        })
        return verdict === 'yes' || verdict === 'open'
      }))
      // What asks on the page of the sign-in as well was not understood.
      if (guarded.some((index) => routes[index]?.class === 'login' && isPlain(routes[index]))) continue
      for (const index of guarded) if (!found.has(index)) found.set(index, guard)
    }
  }
  if (found.size === 0 || routes.some(({ because, classCertainty }) => because.includes('behind ') && classCertainty === undefined)) return routes
  const numbers = new Set([...found.keys()].map((index) => table.applicationOf(index)))
  return routes.map((route, index) => {
    const guard = found.get(index)
    const audience = guard ? audienceOf([guard]) : null
    if (!guard || audience === 'staff' || table.isForStaff(index) || !numbers.has(table.applicationOf(index))) return route
    return areTheirs(table, routes, found, table.applicationOf(index)) ? table.behind(index, `behind ${describe(host, guard)}`) ?? route : route
  })
}

function isPlain(route: Route | undefined): boolean {
  return route !== undefined && /(?:log|sign)-?_?in|iniciar|entrar|anmeld|connexion|accedi/i.test(route.path)
}

const known = new WeakMap<ReadonlyMap<number, RouteGuard>, Map<number, boolean>>()

/** It is patients who sign in to an application; asked once for each. */
function areTheirs(table: RouteTable, routes: readonly Route[], found: ReadonlyMap<number, RouteGuard>, application: number): boolean {
  const answers = known.get(found) ?? new Map<number, boolean>()
  known.set(found, answers)
  const before = answers.get(application)
  if (before !== undefined) return before
  const own = routes.flatMap((route, index) => (table.applicationOf(index) === application ? [{
    path: route.path, files: table.leavesOf(index), audience: found.has(index) ? 'anyone' as const : null,
  }] : []))
  const answer = patientsSignIn(own)
  answers.set(application, answer)
  return answer
}

function describe(host: FrameworkHost, { name, file, offset }: RouteGuard): string {
  return `${name}, ${file}:${lineIndexAt(lineStartsOf(host.text(file) ?? ''), offset) + 1}`
}
