/** What a server renders into a page: expressions of its template, and code that prints a script. */
import type { FileFacts } from '../../facts/facts.js'
import type { Trail } from '../../flow/host.js'
import { isName } from '../../flow/path.js'
import { classifyRendered, pathsOf, renderedPathsOf, type Classified } from '../../personal/index.js'
import type { Span } from '../../types.js'
import type { DataSource } from '../source.js'
import type { Host } from '../fields/elements.js'
import { isPosted, postedBy } from './posted.js'
import { assignmentsOf } from './statements.js'

/** Template expressions inside a value, or what a trail wants of them: `'{{ patient.email }}'`. */
export function renderedIn(host: Host, trail: Trail, value: Span): readonly DataSource[] {
  const facts = host.facts(trail.spot.file)
  return facts ? renderedValues(facts, value, trail.path.filter(isName)) : []
}

/** The same of a part of a file: `read` are names read of each. */
export function renderedValues(facts: FileFacts, part: Span, read: readonly string[]): DataSource[] {
  const expressions = facts.templateSpans.filter(({ kind }) => kind === 'expression')
  const spans = [...expressions, ...(facts.printed ?? [])].filter((span) => span.start < part.end && part.start < span.end)
  return spans.flatMap(({ start, end, code }): DataSource[] => {
    const categories = categoriesOf(facts, code, read)
    if (categories.length === 0) return []
    const name = [code.trim().replace(/\s+/g, ' ').slice(0, 80), ...read].join('.')
    return [{ key: `server:${facts.path}:${start}`, kind: 'server', categories, name, place: { file: facts.path, span: { start, end } } }]
  })
}

function categoriesOf(facts: FileFacts, code: string, read: readonly string[]): Classified[] {
  const own = saidBy(facts, code, read)
  return own.length > 0 ? own : keptUnder(facts, code).flatMap((assigned) => saidBy(facts, assigned, read))
}

/** What an expression says by its names, or by the field that was sent under the name it asks for. */
function saidBy(facts: FileFacts, code: string, read: readonly string[]): Classified[] {
  const named = classifyRendered(code, read).filter((item) => isOfPerson(code, read, item))
  return named.length > 0 ? named : postedBy(facts, code)
}

/** What the template itself keeps under the name that it renders: `$mail = $_POST['email']`, `{% set mail = user.email %}`. */
function keptUnder(facts: FileFacts, code: string): string[] {
  const names = pathsOf(code).flatMap((path) => (path.length === 1 ? [path[0] as string, `$${path[0]}`] : []))
  return facts.templateSpans.filter(({ kind }) => kind === 'statement').flatMap((span) =>
    names.flatMap((name) => assignmentsOf(span.code, name).map(({ start, end }) => span.code.slice(start, end))))
}

/** What a single name says of nobody in particular is more often the site's own: its telephone, its address, its session. */
const SITES_OWN = new Set(['phone', 'postal-address', 'name', 'provider', 'specialty', 'appointment-location', 'account-identifier', 'page-url', 'page-title'])

/** What a visitor has sent is theirs, whatever it is called. */
const OF_FORM = new Set(['form', 'request', 'params', 'param'])

function isOfPerson(rendered: string, read: readonly string[], { category, sure }: Classified): boolean {
  const code = `${rendered} ${read.join(' ')}`
  const names = code.match(/[A-Za-z_]\w*/g) ?? []
  if (!sure) return isPosted(rendered) || (renderedPathsOf(rendered).some(([first]) => OF_FORM.has(first as string)) && !SITES_OWN.has(category))
  return names.length > 1 || !SITES_OWN.has(category) || /user|patient|member|client|customer/i.test(code)
}
