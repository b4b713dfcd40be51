/** What a function that answers a request shows. */
import { HOLE } from '../../../parse/hole.js'
import type { RouteKind, Span } from '../../../types.js'
import type { FrameworkHost, RouteDeclaration, RoutePlace } from '../../framework.js'
import type { PhpNode } from '../reading/outline.js'
import { followCalls, type PhpCallAt } from './calls.js'
import type { PhpScope } from './classes.js'
import type { ViewFile } from './views.js'

export interface Answer {
  kind: RouteKind
  leaves: ViewFile[]
  /** Code that answers. */
  places: RoutePlace[]
  /** All that it calls, with what its own functions call. */
  calls: readonly PhpCallAt[]
  /** A view of which nothing is known is shown. */
  isOpen: boolean
}

export interface AnswerRows {
  host: FrameworkHost
  /** The names of the view that a call shows, with HOLE for what is not known; null for any other call. */
  viewNames(at: PhpCallAt): string[] | null
  files(name: string): ViewFile[]
  /** Files of markup that a call includes. */
  included?(at: PhpCallAt): ViewFile[]
  /** Calls whose result sends the visitor elsewhere. */
  redirects: RegExp
}

export function answerOf(rows: AnswerRows, body: Span, scope: PhpScope, isRead: boolean): Answer {
  const { calls, places, returns } = followCalls(rows.host, body, scope)
  const answer: Answer = { kind: 'api', leaves: [], places, calls, isOpen: false }
  let isShown = false
  for (const at of calls) {
    const included = rows.included?.(at) ?? []
    answer.leaves.push(...included)
    isShown ||= included.length > 0
    for (const name of rows.viewNames(at) ?? []) {
      isShown = true
      const found = rows.files(name)
      answer.leaves.push(...found)
      if (found.length === 0 && name.replaceAll(HOLE, '').replace(/[./@:]/g, '') === '') answer.isOpen = true
    }
  }
  if (isShown) return { ...answer, kind: 'page' }
  const isRedirect = ({ value }: { value: PhpNode }): boolean =>
    value.kind === 'call' && rows.redirects.test(value.path)
  if (isRead && returns.length > 0 && returns.every(isRedirect)) return { ...answer, kind: 'redirect' }
  if (isRead && returns.length === 0 && calls.some(({ call }) => rows.redirects.test(call.path)))
    return { ...answer, kind: 'redirect' }
  return answer
}

/** The route that an answer makes of an address. Of one that only writes, a page is one that shows something. */
export function answeredRoute(
  path: string, answer: Answer, isRead: boolean, declared: RoutePlace, shell: RouteDeclaration['shell'] = [],
): RouteDeclaration {
  const kind = answer.kind === 'page' && !isRead && answer.leaves.length === 0 ? 'api' : answer.kind
  return {
    path,
    kind,
    certainty: declared.certainty ?? 'exact',
    file: declared.file,
    leaves: answer.leaves,
    shell,
    places: [declared, ...answer.places],
  }
}
