/**
 * Annotations of classes and methods that let only some people through: `@PreAuthorize("hasRole('PATIENT')")`,
 * `[Authorize(Roles = "Patient")]`. Those that let everybody through undo what stands around them.
 */
import type { RouteGuard } from '../../framework.js'
import type { CodeScope, CodeValues } from './constants.js'
import type { CodeAnnotation } from './nodes.js'

const ASKS = /^(?:\w*Authori[sz]e\w*|Authenticated|Secured|RolesAllowed|Requires(?:Roles|User|Authentication|Permissions|Guest)|LoginRequired|SubjectPresent|Restrict)$/
const OPENS = /^(?:AllowAnonymous|PermitAll|RequiresGuest|AnonymousAllowed|Unrestricted|SubjectNotPresent)$/
const LETS_ALL_IN = /\b(?:permitAll|isAnonymous)\b/

/** Guards of a method and of the classes it stands in, the method's own annotations first. */
export function annotationGuards(values: CodeValues, levels: readonly { annotations: readonly CodeAnnotation[]; scope: CodeScope }[]): RouteGuard[] {
  const found: RouteGuard[] = []
  for (const { annotations, scope } of levels) {
    if (annotations.some(({ name }) => OPENS.test(name.replace(/Attribute$/, '')))) break
    for (const annotation of annotations) {
      const name = annotation.name.replace(/Attribute$/, '')
      if (!ASKS.test(name)) continue
      const texts = annotation.arguments.filter((given) => !/scheme/i.test(given.name ?? '')).flatMap(({ value }) => values.texts(value, scope))
      if (texts.some((text) => LETS_ALL_IN.test(text))) return found
      const roles = texts.flatMap(rolesIn)
      found.push({ name, file: scope.file, offset: annotation.start, isSeen: true, ...roles.length === 0 ? {} : { roles } })
    }
  }
  return found
}

/** `hasAnyRole('PATIENT', 'DOCTOR')`, `Patient,Staff`, `ROLE_USER`. */
export function rolesIn(text: string): string[] {
  const quoted = [...text.matchAll(/['"]([^'"]+)['"]/g)].map(([, role = '']) => role)
  return quoted.length > 0 ? quoted : text.includes('(') ? [] : text.split(/\s*,\s*/).filter((role) => role !== '')
}
