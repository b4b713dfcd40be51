/** What the source of a site cannot show; said in every report so that silence is not taken for safety. */
import type { ProjectView } from '../../rules/rule.js'
import { unseenOf } from '../trackers/unseen.js'

/** One sentence each, only where it applies; in an order that does not depend on files. */
export function notChecked(view: ProjectView): string[] {
  return [
    ...aboutConsoles(view),
    ...aboutProxies(view),
    'What a content-management system keeps in its database: scripts pasted into pages, headers or plugin settings.',
    ...aboutContainers(view),
  ]
}

/** Settings that decide what trackers of this site do, beside the code. */
function aboutConsoles({ sightings, tracker, containers }: ProjectView): string[] {
  // Of a copy of the settings is said below that they may have changed.
  const isCopied = ({ tracker: id, accountId }: ProjectView['sightings'][number]): boolean =>
    containers.some(({ facts }) => facts.settled !== undefined && facts.manager === id && (accountId === null || facts.id === accountId))
  const told = sightings.filter((sighting) => sighting.kind !== 'server-side-event' && !isCopied(sighting))
  const ids = [...new Set(told.map(({ tracker: id }) => id))].sort()
  const known = ids.flatMap((id) => unseenOf(id))
  const others = ids.map((id) => ({ row: tracker(id), said: unseenOf(id) }))
    .filter(({ row, said }) => said.length === 0 && row.opaque !== true && row.service !== true && row.category !== 'consent')
  if (others.length === 0) return known
  const names = others.map(({ row }) => row.name).join(', ')
  return [...known, `Settings in the consoles of ${names}: what is switched on there needs no change in this source.`]
}

/** A server of the site's own that stands before a vendor: whom else it tells, its configuration says. */
function aboutProxies(view: ProjectView): string[] {
  const ids = view.injections().flatMap(({ kind, tracker }) => (tracker !== null && (kind === 'option' || kind === 'copy') ? [tracker] : []))
  const names = [...new Set(ids)].map((id) => view.tracker(id).name).sort()
  return names.length === 0 ? [] : [`To whom the server that the site puts before ${names.join(', ')} hands on what it gets: that is set in its container or configuration.`]
}

/** What is unknown of the containers that the code loads: everything, or what a committed copy does not say. */
function aboutContainers({ sightings, containers }: ProjectView): string[] {
  const said: string[] = []
  const known = new Set(containers.map(({ facts }) => facts.id))
  // Code that computes the id loads the committed container, as far as anybody can tell.
  const isMatched = (id: string | null): boolean => (id === null
    ? containers.some(({ loading }) => loading.places.some(({ certainty }) => certainty === 'likely')) : known.has(id))
  const opaque = new Set(sightings.filter(({ kind, accountId }) => kind === 'container' && !isMatched(accountId)).map(({ accountId }) => accountId ?? 'id not in the source'))
  if (opaque.size > 0) {
    said.push(`What tag-manager containers load at run time (${[...opaque].sort().join(', ')}): their tags, triggers and variables. A committed export of a container is checked.`)
  }
  for (const { file, facts, loading, tags } of containers) {
    const name = facts.settled ? `${facts.form.replace(/^a copy of /, '')} ${facts.id ?? ''}` : facts.id ?? facts.name ?? 'a container'
    said.push(`Whether ${name} ${facts.settled ? 'are' : 'is'} still what ${file} says${facts.date === null ? '' : ` (of ${facts.date.slice(0, 10)})`}: ${facts.settled ? 'whoever runs it can change them' : 'whoever may publish in it can change it'}.`)
    if (facts.notRead.length > 0) said.push(`Of ${file}: ${facts.notRead.join('; ')}.`)
    if (facts.side === 'page' && loading.places.length === 0 && loading.importers.length === 0) {
      said.push(`Which pages load ${name} (${file}): no code here does.`)
    }
    const unknown = tags.filter(({ facts: tag, sightings: own }) => tag.isUnknown && tag.state === 'fires' && own.length === 0)
    if (unknown.length > 0) said.push(`What templates of ${file} do that are not known here: tags ${unknown.map((tag) => `“${tag.facts.name}”`).join(', ')}.`)
  }
  return said
}
