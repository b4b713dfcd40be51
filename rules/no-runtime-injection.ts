/** A tracker that no list of scripts shows by name: proxied, renamed, or inserted while the page runs. */
import type { Injection } from '../src/capture/injections.js'
import type { Draft, ProjectView, Rule } from './rule.js'
import { exposures, type Exposure } from './severity.js'
import { describeExposures, nameOf } from './wording.js'

export const noRuntimeInjection: Rule = {
  id: 'no-runtime-injection',
  description: 'Disallow trackers that are proxied through the site’s own addresses, renamed or inserted at run time on sensitive routes',
  presets: ['recommended', 'strict'],
  *report(project) {
    for (const injection of project.injections()) {
      const draft = draftOf(project, injection)
      if (draft !== null) yield draft
    }
  },
}

/** What is inserted by name is told by its presence anyway, and what is computed may be harmless: where every look is wanted. */
const STRICT: ReadonlySet<Injection['kind']> = new Set<Injection['kind']>(['inserted', 'computed'])

function draftOf(project: ProjectView, injection: Injection): Draft | null {
  const { kind, tracker: id, accountId, place, routes } = injection
  if (STRICT.has(kind) && project.configuration.preset !== 'strict') return null
  const exposed = id === null
    ? routes.filter(({ route }) => SENSITIVE.has(route.class)).map((reached): Exposure => ({ reached, severity: 'warning' }))
    : exposures(project, [{ tracker: id, accountId, routes: [...routes] }])
  // A rule of the server whose users are not in the code is told all the same: it is there to be used.
  if (exposed.length === 0 && (kind !== 'rewrite' || routes.length > 0)) return null
  const tracker = id === null ? null : project.tracker(id)
  if (tracker?.category === 'consent' || tracker?.service) return null
  const name = tracker ? nameOf(tracker, accountId) : 'A script'
  return {
    severity: kind === 'inserted' ? exposed[0]?.severity ?? 'warning' : 'warning',
    message: `${sentence(injection, name, tracker?.vendor ?? '')} ${exposed.length > 0 ? describeExposures(project, exposed) : 'Which pages use it is not in this code.'}`,
    help: helpFor(injection, name),
    file: place.file, span: place.span, tracker: id, dataCategories: ['ip-address', 'page-url'], hashed: false,
    confidence: 'sent-by-this-code', flow: [], routes: exposed.map(({ reached }) => reached),
  }
}

const SENSITIVE = new Set(['portal', 'login', 'scheduling', 'intake'])

function sentence({ kind, what }: Injection, name: string, vendor: string): string {
  switch (kind) {
    case 'copy': return `${vendor} receives what ${name} sends, though its script comes from another host than the vendor’s (\`${what}\`): lists and blockers of trackers do not know it.`
    case 'option': return `${vendor} receives what ${name} sends through another host (\`${what}\`): lists and blockers of trackers do not see it.`
    case 'rewrite': return `${vendor} receives what is sent to an address of the site’s own (\`${what}\`): lists and blockers of trackers do not see it.`
    case 'inserted': return `${vendor} receives the visit through ${name}, whose script is inserted while the page runs (\`${what}\`).`
    case 'computed': return `A script is inserted whose address is not in the code (\`${what}\`): it can be any tracker.`
  }
}

function helpFor({ kind }: Injection, name: string): string {
  if (kind === 'computed') return 'Write the addresses that it may load into the code, as a list, and leave it out of pages of patients.'
  if (kind === 'inserted') return `Do not insert ${name} on these pages; bring it in only from pages that are on a list of allowed routes.`
  return `The vendor receives the same data under the site’s own name. Take ${name} off these pages, and its address out of the rules.`
}
