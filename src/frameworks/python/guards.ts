/**
 * What may stand before a view and ask for a sign-in: decorators, functions around it, classes it is made of.
 * https://docs.djangoproject.com/en/5.2/topics/auth/default/#limiting-access-to-logged-in-users
 */
import type { RouteGuard } from '../framework.js'
import { calledName, pathOf, type Expression } from '../reading/code/nodes.js'

/** What is often written before a view for other reasons, and names paths and templates. */
const OTHERS = /^(?:route|get|post|put|patch|delete|head|options|websocket|api_route|register|render_to|cache_page|action|as_view)$/
const DEPTH = 4

/** `@login_required`, `@user_passes_test(is_doctor)`, `@method_decorator(login_required, name="dispatch")`. */
export function guardsNamed(node: Expression, file: string, depth = 0): RouteGuard[] {
  if (depth > DEPTH) return []
  const { start: offset } = node
  switch (node.kind) {
    case 'name':
    case 'member': return OTHERS.test(node.name) ? [] : [{ name: node.name, file, offset }]
    case 'list': return node.items.flatMap(({ value }) => guardsNamed(value, file, depth + 1))
    case 'call': {
      const name = calledName(node)
      if (name === '' || OTHERS.test(name)) return []
      const given = node.arguments.map(({ value }) => value)
      if (name === 'method_decorator') return given.slice(0, 1).flatMap((value) => guardsNamed(value, file, depth + 1))
      const roles = given.flatMap((value) => rolesIn(value, name))
      return [{ name, file, offset, ...roles.length === 0 ? {} : { roles } }]
    }
    default: return []
  }
}

/** Names of tests that a guard is given, and texts where it is one of roles. */
function rolesIn(node: Expression, guard: string): string[] {
  switch (node.kind) {
    case 'name':
    case 'member': return [pathOf(node).split('.').at(-1) ?? '']
    case 'text': return /role|permission|group|type/i.test(guard) ? [node.text] : []
    case 'list': return node.items.flatMap(({ value }) => rolesIn(value, guard))
    // `lambda user: user.is_patient`
    case 'function': return node.function.body.flatMap((statement) =>
      (statement.kind === 'return' || statement.kind === 'expression' ? rolesIn(statement.value, guard) : []))
    case 'binary': return [...rolesIn(node.left, guard), ...rolesIn(node.right, guard)]
    default: return []
  }
}
