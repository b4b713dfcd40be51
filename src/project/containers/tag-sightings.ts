/** Tags of a container as sightings: what they send by themselves, and what their code does. */
import type { ContainerFacts, TagFacts, TagSending } from '../../facts/container/container.js'
import type { FileFacts } from '../../facts/facts.js'
import type { ValueId } from '../../facts/script/graph.js'
import { marksIn } from '../../containers/lowering/names.js'
import {
  matchAccount, matchBeacon, matchLoader, matchPermission, matchServerEndpoint, matchServerPermission, trackerById, type UrlMatch,
} from '../../trackers/index.js'
import type { ContainerTag, SightingKind, Span } from '../../types.js'
import type { ValueReference } from '../meaning/meaning.js'
import type { Resolver } from '../meaning/resolver.js'
import type { Found } from '../sightings/found.js'
import { foldText, literal } from '../sightings/text.js'
import { HOLE } from '../../parse/hole.js'

/** What tags send by themselves. */
export function findTags(resolver: Resolver, facts: FileFacts): Found[] {
  const { container } = facts
  if (!container) return []
  return container.tags.flatMap((tag, index) => {
    const found = tag.state === 'fires' && tag.sends ? sending(resolver, facts.path, container, tag, tag.sends) : null
    return found ? [{ ...found, sighting: { ...found.sighting, tag: tagOf(facts.path, container, index) } }] : []
  })
}

/**
 * Sightings in the code of a container's tags, each with its tag; what stands in a tag that does not fire is none. What
 * a reference in markup stands for leaves with the address it stands in.
 */
export function inTags(facts: FileFacts, found: readonly Found[]): Found[] {
  const { container } = facts
  if (!container) return [...found]
  return found.flatMap((item): Found[] => {
    const { sighting } = item
    const index = tagAround(container, sighting.span.start)
    const tag = container.tags[index]
    if (!tag || tag.state !== 'fires') return []
    const gate = sighting.gate ?? (tag.consent.status === 'needed' ? 'consent' as const : null)
    const dataValues = [...item.dataValues, ...referencesAt(facts, container, sighting.span)]
    // `?id=@@pixel@@`: what a tag manager puts in where it sends.
    const accountId = sighting.accountId?.includes('@@') ? null : sighting.accountId
    return [{ ...item, dataValues, sighting: { ...sighting, accountId, gate, tag: tagOf(facts.path, container, index) } }]
  })
}

/** The tag whose code an offset stands in: its own, or that of a variable it uses. A tag that fires goes first. */
function tagAround(container: ContainerFacts, offset: number): number {
  const own = container.tags.findIndex(({ code }) => code !== null && isWithin(code, offset))
  if (own >= 0) return own
  const variable = container.variables.findIndex(({ code }) => code !== null && isWithin(code, offset))
  return variable < 0 ? -1 : container.tags.findIndex(({ state, uses }) => state === 'fires' && uses.includes(variable))
}

function isWithin({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end
}

export function tagOf(file: string, container: ContainerFacts, index: number): ContainerTag {
  const { name, title, fires } = container.tags[index] as TagFacts
  const triggers = [...new Set(fires.flatMap(({ trigger }) => container.triggers[trigger]?.says ?? []))]
  return { file, index, name, type: title, container: container.id, triggers }
}

/** Variables that the attributes of an element refer to. */
function referencesAt(facts: FileFacts, container: ContainerFacts, span: Span): ValueReference[] {
  const element = facts.elements.find(({ start, end }) => start === span.start && end === span.end)
  const marks = (element?.attributes ?? []).flatMap(({ value }) => marksIn(value))
  return [...new Set(marks)].flatMap((index) => {
    const value = container.references[index]
    return value === undefined ? [] : [{ file: facts.path, script: container.script, value }]
  })
}

const kinds: Record<TagSending['call'], SightingKind> = {
  init: 'snippet', page: 'event-call', event: 'event-call', identify: 'identify-call', settings: 'event-call',
}

function sending(
  resolver: Resolver, file: string, container: ContainerFacts, tag: TagFacts, sends: TagSending,
): Found | null {
  const at = (value: ValueId): ValueReference => ({ file, script: container.script, value })
  const known = receiverOf(resolver, container.side, { tag, sends }, at)
  if (!known) return null
  const [event] = sends.events
  return {
    sighting: {
      kind: container.side === 'server' ? 'server-side-event' : kinds[sends.call],
      tracker: known.tracker, accountId: known.account,
      event: sends.events.map((value) => literal(resolver, at(value))).find((text) => text !== null) ?? null,
      call: sends.call, file, span: tag.place, gate: tag.consent.status === 'needed' ? 'consent' : null, unit: null, through: [],
    },
    needsEvidence: false, code: null, eventValue: event === undefined ? null : at(event),
    dataValues: sends.data.map(at),
  }
}

/** The tracker of a tag with its account: by its row, by the account's prefix, by the addresses it may talk to. */
function receiverOf(
  resolver: Resolver, side: ContainerFacts['side'], { tag, sends }: { tag: TagFacts; sends: TagSending },
  at: (value: ValueId) => ValueReference,
): { tracker: string; account: string | null } | null {
  const accounts = sends.accounts.flatMap((value) => foldText(resolver, at(value))).filter((text) => text !== '' && !text.includes(HOLE) && !/\s/.test(text))
    // A constant may hold the letters that the container leaves out elsewhere.
    .map((text) => text.replace(/^([A-Z]+-)\1/, '$1'))
  if (sends.tracker !== null && !sends.byAccount) return { tracker: sends.tracker, account: accounts[0] ?? null }
  const ofServer = (url: string): UrlMatch | null => (side === 'server' ? matchServerEndpoint(url) ?? matchServerPermission(url) : null)
  const matches = tag.urls.map((url) => matchLoader(url) ?? matchBeacon(url) ?? ofServer(url) ?? matchPermission(url))
  const byUrl = matches.find((match) => match !== null)
  if (byUrl) {
    const patterns = byUrl.tracker.accounts.map((source) => new RegExp(`^(?:${source})$`))
    const own = accounts.find((text) => patterns.some((pattern) => pattern.test(text)))
    return { tracker: byUrl.tracker.id, account: byUrl.account ?? own ?? null }
  }
  const byPrefix = accounts.map((text) => matchAccount(text)).find((match) => match !== null && match !== undefined)
  // A tag of unknown type that is merely given somebody's account is not known to talk to them.
  if (byPrefix && sends.byAccount) return { tracker: byPrefix.tracker.id, account: byPrefix.account }
  return sends.tracker === null ? null : { tracker: trackerById(sends.tracker).id, account: accounts[0] ?? null }
}
