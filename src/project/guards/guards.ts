/** What shows the pages of an application only to those who are signed in, and who these are. */
import type { Application, FrameworkHost, RouteDeclaration, RouteGuard } from '../../frameworks/framework.js'
import { classifyPath, type Around } from '../../routes/classify.js'
import type { HealthContext } from '../../routes/context.js'
import { audienceOf, patientsSignIn } from '../../routes/guards.js'
import { lineIndexAt, lineStartsOf } from '../../lines.js'
import { phpGuards } from './php-guards.js'
import { scriptGuards } from './script-guards.js'

/** What is told of a route by what stands before it, for `classifyPath`. */
export type Guarded = (declaration: RouteDeclaration) => Pick<Around, 'behind'> & { isForStaff: boolean }

const SCRIPTS = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/
const PHP = /\.(?:php|phtml)$/

/** Who gets to see the pages of an application. Where the site is not about patients nobody is asked. */
export function guardsOf(host: FrameworkHost, context: HealthContext, application: Application): Guarded {
  if (!context.patients) return () => ({ isForStaff: false })
  const inFile = fileGuards(host)
  const opened = openShells(application, context)
  const found = new Map<RouteDeclaration, readonly RouteGuard[]>()
  for (const route of application.routes) {
    if (route.kind !== 'page' && route.kind !== 'static') continue
    const own = new Set((route.leaves ?? [{ file: route.file }]).filter(({ certainty = 'exact' }) => certainty === 'exact').map(({ file }) => file))
    const around = (route.shell ?? []).filter(({ file, certainty = 'exact' }) => certainty === 'exact' && !opened.has(file)).map(({ file }) => file)
    const guards = [...route.guards ?? [], ...[...around, ...own].flatMap(inFile)]
    if (guards.length > 0) found.set(route, guards)
  }
  const audience = (route: RouteDeclaration): ReturnType<typeof audienceOf> => audienceOf(found.get(route) ?? [])
  if (found.size === 0) return () => ({ isForStaff: false })
  const areTheirs = patientsSignIn(application.routes.map((route) => ({
    path: route.path, files: (route.leaves ?? [{ file: route.file }]).map(({ file }) => file), audience: audience(route),
  })))
  return (route) => {
    const guards = found.get(route) ?? []
    const who = audienceOf(guards)
    const isForStaff = who === 'staff'
    if (who !== 'patient' && (who === null || isForStaff || !areTheirs)) return { isForStaff }
    const telling = guards.findLast((guard) => audienceOf([guard]) === who)
    return telling === undefined ? { isForStaff } : { isForStaff, behind: { patients: who === 'patient', because: `behind ${describe(host, telling)}` } }
  }
}

/** `AuthGuard, src/app/app.routes.ts:12`. */
function describe(host: FrameworkHost, { name, file, offset }: RouteGuard): string {
  const line = lineIndexAt(lineStartsOf(host.text(file) ?? ''), offset) + 1
  return `${name}, ${file}:${line}`
}

/** What stands around a page for signing in asks for no sign-in everywhere. */
function openShells(application: Application, context: HealthContext): ReadonlySet<string> {
  const isSignIn = ({ path }: RouteDeclaration): boolean => classifyPath(path, context).class === 'login'
  return new Set(application.routes.filter(isSignIn).flatMap(({ shell = [] }) => shell.map(({ file }) => file)))
}

function fileGuards(host: FrameworkHost): (file: string) => readonly RouteGuard[] {
  const known = new Map<string, readonly RouteGuard[]>()
  return (file) => {
    let guards = known.get(file)
    if (!guards) {
      guards = SCRIPTS.test(file) ? scriptGuards(host, file) : PHP.test(file) ? phpGuards(host, file) : []
      known.set(file, guards)
    }
    return guards
  }
}
