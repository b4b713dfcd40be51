/**
 * Addresses that Spring Security shows only to those who are signed in: the first rule that fits one decides.
 * https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html
 */
import { pathMatcher } from '../../../globs.js'
import type { FrameworkHost, RouteDeclaration, RouteGuard } from '../../framework.js'
import { codeValues, type CodeScope } from '../../reading/classes/constants.js'
import { rolesIn } from '../../reading/classes/guards.js'
import { outlineOf, type CodeCallNode } from '../../reading/classes/outline.js'
import { xmlElements } from '../servlets/xml.js'
import type { SpringSettings } from './settings.js'

interface Rule {
  matches(path: string): boolean
  /** Null where everybody is let in. */
  guard: RouteGuard | null
}

const HINT = /\b(?:requestMatchers|antMatchers|mvcMatchers|pathMatchers|regexMatchers|anyRequest|anyExchange)\b/
const MATCHES = /^(?:requestMatchers|antMatchers|mvcMatchers|pathMatchers)$/
const ANY = /^(?:anyRequest|anyExchange)$/
const DEMANDS = /^(?:authenticated|fullyAuthenticated|rememberMe|hasRole|hasAnyRole|hasAuthority|hasAnyAuthority|access)$/
const LETS_IN = /^(?:permitAll|anonymous)$/

/** The routes with what Spring Security puts before them. */
export function withSecurity(
  host: FrameworkHost, code: readonly string[], { descriptions, context }: SpringSettings, routes: readonly RouteDeclaration[],
): RouteDeclaration[] {
  const rules = [...code.filter((file) => HINT.test(host.text(file) ?? '')).flatMap((file) => rulesOf(host, file)), ...describedRules(descriptions)]
  if (rules.every(({ guard }) => guard === null)) return [...routes]
  return routes.map((route) => {
    const path = context !== '' && route.path.startsWith(`${context}/`) ? route.path.slice(context.length) : route.path
    const guard = rules.find((rule) => rule.matches(path))?.guard
    return guard ? { ...route, guards: [...route.guards ?? [], guard] } : route
  })
}

function rulesOf(host: FrameworkHost, file: string): Rule[] {
  const values = codeValues(host)
  const outline = outlineOf(host, file)
  return outline.classes.flatMap((type, owner) => type.methods.flatMap((method) => {
    const scope: CodeScope = { file, owner, body: method.body }
    return outline.calls(method.body).flatMap((call): Rule[] => {
      const on = call.receiver
      if (on === null || !(DEMANDS.test(call.name) || LETS_IN.test(call.name)) || !(MATCHES.test(on.name) || ANY.test(on.name))) return []
      const texts = (of: CodeCallNode): string[] => of.arguments.flatMap(({ value }) => values.texts(value, scope))
      const roles = texts(call).flatMap((text) => (call.name === 'access' ? rolesIn(text) : [text]))
      const isOpen = LETS_IN.test(call.name) || (call.name === 'access' && texts(call).some((text) => /permitAll|isAnonymous/.test(text)))
      const matchers = ANY.test(on.name) ? [() => true] : texts(on).filter((text) => text.startsWith('/')).map(antMatcher)
      const guard: RouteGuard | null = isOpen ? null
        : { name: `${on.name}().${call.name}()`, file, offset: on.arguments[0]?.value.start ?? call.end - 1, isSeen: true, ...roles.length === 0 ? {} : { roles } }
      return [{ matches: (path) => matchers.some((fits) => fits(path)), guard }]
    })
  }))
}

/** `/portal/**` holds `/portal` as well. */
function antMatcher(pattern: string): (path: string) => boolean {
  const whole = pathMatcher(pattern)
  const base = pattern.endsWith('/**') ? pattern.slice(0, -3) : null
  return (path) => whole(path) || path === base
}

/** `<intercept-url pattern="/portal/**" access="hasRole('PATIENT')" />`. */
function describedRules(descriptions: SpringSettings['descriptions']): Rule[] {
  return descriptions.flatMap(({ file, xml }) => xmlElements(xml, 'intercept-url').flatMap((element): Rule[] => {
    const [pattern, access] = [element.attribute('pattern'), element.attribute('access')]
    if (pattern === null || access === null || pattern === undefined || access === undefined) return []
    const isOpen = /permitAll|ANONYMOUS|isAnonymous/i.test(access)
    const roles = rolesIn(access)
    return [{
      matches: antMatcher(pattern),
      guard: isOpen ? null : { name: 'intercept-url', file, offset: 0, isSeen: true, ...roles.length === 0 ? {} : { roles } },
    }]
  }))
}
