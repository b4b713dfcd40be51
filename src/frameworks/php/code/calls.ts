/** All that a function calls, with what its own functions call for it. */
import type { Span } from '../../../types.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'
import type { PhpFunction, PhpScope } from './classes.js'
import { calledFunction } from './values.js'

export interface PhpCallAt {
  call: PhpCallNode
  scope: PhpScope
}

export interface FollowedCalls {
  calls: PhpCallAt[]
  /** Code that runs: the function itself and those it calls of its own class or file. */
  places: RoutePlace[]
  /** What the function itself returns. */
  returns: { value: PhpNode; scope: PhpScope }[]
}

const DEPTH = 5
const MOST = 2000

/** Follows a function, or the body of a closure that stands in a scope. */
export function followCalls(host: FrameworkHost, body: Span, scope: PhpScope): FollowedCalls {
  const found: FollowedCalls = { calls: [], places: [], returns: [] }
  const seen = new Set<string>()
  const visit = (span: Span, at: PhpScope, depth: number): void => {
    found.places.push({ file: at.file, start: span.start, end: span.end })
    for (const call of at.outline.within(span)) {
      if (found.calls.length > MOST) return
      found.calls.push({ call, scope: at })
      const inner = depth < DEPTH ? calledFunction(host, call, at) : null
      if (!inner || (inner.scope.file !== at.file && !isInherited(inner, at))) continue
      const given = call.arguments.map(({ value }) => (value.kind === 'string' ? value.text : ''))
      const key = `${inner.scope.file}|${inner.scope.declaration}|${given.join(',')}`
      if (seen.has(key)) continue
      seen.add(key)
      visit(inner.body, inner.scope, depth + 1)
    }
  }
  visit(body, scope, 0)
  found.returns = scope.outline.returns.filter(({ value }) => value.start >= body.start && value.end <= body.end)
    .map(({ value }) => ({ value, scope }))
  return found
}

/** A method of the same object that a class above it has. */
function isInherited(inner: PhpFunction, at: PhpScope): boolean {
  return at.self !== null && inner.scope.self !== null && inner.scope.self.name === at.self.name
}
