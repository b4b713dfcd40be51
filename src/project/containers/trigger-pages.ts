/** On which pages a trigger can fire: its filters as conditions on the address, and what they come to on one. */
import type { Firing, FilterTest, TriggerEvent, TriggerFacts } from '../../facts/container/container.js'
import {
  all, any, decide, endsWith, includes, isPath, not, open, startsWith, unclear, type Page, type PathTest, type Verdict,
} from '../conditions/path-test.js'
import { matchesExpression } from '../conditions/regular-expression.js'

type Compare = FilterTest & { kind: 'compare' }

/** A filter's test as one of addresses. */
export function pathTestOf(test: FilterTest): PathTest {
  switch (test.kind) {
    case 'constant': return test
    case 'open': return open
    case 'not': return not(pathTestOf(test.of))
    case 'all': return all(test.of.map(pathTestOf))
    case 'any': return any(test.of.map(pathTestOf))
    case 'compare': return comparison(test)
  }
}

function comparison({ subject, operator, value }: Compare): PathTest {
  // Routes have no host and no query: what is asked of those stays open, and is told.
  if (subject === 'host' || subject === 'query') return unclear
  if (operator === 'matches') return expression(value, subject === 'url')
  if (subject === 'url') return ofAddress(operator, value)
  switch (operator) {
    case 'equals': return isPath(withoutSlash(value))
    case 'starts-with': return startsWith(value)
    case 'ends-with': return endsWith(value)
    case 'contains': return includes(value)
  }
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)\/+$/, '')
}

const ORIGIN = /^(?:https?:)?\/\/[^/?#]*/i

/** What a text of an address says of the path in it; the query and the host say nothing. */
function ofAddress(operator: Compare['operator'], value: string): PathTest {
  const origin = ORIGIN.exec(value)?.[0] ?? ''
  const rest = value.slice(origin.length)
  const [path = ''] = rest.split(/[?#]/)
  const isCut = path !== rest
  if (operator === 'contains') {
    if (path === '') return unclear
    const found = origin === '' ? includes(path, true) : startsWith(path)
    return isCut ? all([found, unclear]) : found
  }
  if (origin === '' || path === '') return operator === 'starts-with' ? unclear : operator === 'ends-with' && !isCut ? endsWith(path) : unclear
  const test = operator === 'equals' ? isPath(withoutSlash(path)) : operator === 'starts-with' ? startsWith(path) : endsWith(path)
  return isCut ? all([test, unclear]) : test
}

/** An expression on a whole address is one on the path behind its host, as far as it names one. */
function expression(source: string, isAddress: boolean): PathTest {
  if (!isAddress) return matchesExpression(source)
  const host = /^(?:\^|\.\*)?https?\??:(?:\\?\/){2}[^/(|]*?(?=\\?\/)/.exec(source)?.[0]
  if (host !== undefined) return matchesExpression(`^${source.slice(host.length)}`)
  if (/^\^/.test(source) || /https?/.test(source)) return unclear
  return source.includes('/') ? matchesExpression(source) : any([matchesExpression(source), unclear])
}

/** True when a trigger that blocks is asked on the same event; null when that cannot be told. */
function isAsked(firing: TriggerEvent, block: TriggerEvent): boolean | null {
  if (block.kind === 'any') return null
  if (block.kind === 'pattern') {
    if (/^\^?\.[*+]\$?$/.test(block.pattern)) return true
    if (firing.kind !== 'named' || /[\\^$.*+?()[\]{}|]/.test(block.pattern)) return null
    return firing.name.includes(block.pattern)
  }
  return firing.kind === 'named' ? firing.name === block.name : null
}

/** Where a tag fires by one of its triggers. */
export function firingTest(triggers: readonly TriggerFacts[], { trigger, blocks }: Firing): PathTest {
  const own = triggers[trigger]
  if (!own) return open
  const blocking = blocks.flatMap((index): PathTest[] => {
    const block = triggers[index]
    const asked = block ? isAsked(own.event, block.event) : false
    if (!block || asked === false) return []
    const test = pathTestOf(block.test)
    return [not(asked === null ? all([test, open]) : test)]
  })
  return all([pathTestOf(own.test), ...blocking])
}

/** Filters of a trigger that the source leaves open on a page. */
export function openFilters(test: FilterTest, page: Page): Compare[] {
  switch (test.kind) {
    case 'compare': return decide(comparison(test), page) === 'unclear' ? [test] : []
    case 'not': return openFilters(test.of, page)
    case 'all':
    case 'any': return test.of.flatMap((each) => openFilters(each, page))
    default: return []
  }
}

export function decideFiring(test: PathTest, page: Page): Verdict {
  return decide(test, page)
}
