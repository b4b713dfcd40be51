/** What committed containers do with what is pushed into a data layer, in words. */
import type { Leak, LeakingFlow } from '../src/leaks/leaks.js'
import type { ProjectView } from './rule.js'
import { joinWords, nameOf } from './wording.js'

export interface ForwardingWords {
  /** The flows to tell: those that a tag sends on, if there are any. */
  flows: readonly LeakingFlow[]
  /** `Meta and Google receive`; null when no tag is known to. */
  receives: string | null
  /** `the tag “Meta: schedule” (Meta Pixel 123) of container GTM-AB12CD3`. */
  call: string | null
  /** A further sentence, with a blank before it, or nothing. */
  note: string
  /** The containers are known, and none sends it on. */
  isSilent: boolean
}

/** How many tags a message names. */
const NAMED = 3

export function forwardingOf(
  project: ProjectView, { containers = [] }: Leak, flows: readonly LeakingFlow[],
): ForwardingWords {
  const forwarded = flows.filter(({ receivers = [] }) => receivers.length > 0)
  if (forwarded.length === 0) {
    const files = containers.map(({ file }) => file)
    const note = files.length === 0 ? '' : ` No tag in ${joinWords(files)} reads it; whoever may publish in the container can add one.`
    return { flows, receives: null, call: null, note, isSilent: files.length > 0 }
  }
  const all = forwarded.flatMap(({ receivers = [] }) => receivers)
  const receivers = [...new Map(all.map((receiver) => [receiver.tag, receiver])).values()]
  const vendors = [...new Set(receivers.map(({ sighting }) => project.tracker(sighting.tracker).vendor))]
  const tags = receivers.map(({ tag, sighting }) => `“${tag.facts.name}” (${nameOf(project.tracker(sighting.tracker), sighting.accountId)})`)
  const more = tags.length > NAMED ? ` and ${tags.length - NAMED} more` : ''
  const ids = [...new Set(receivers.map(({ container }) => container.facts.id ?? container.file))]
  return {
    flows: forwarded,
    receives: `${joinWords(vendors)} ${vendors.length === 1 ? 'receives' : 'receive'}`,
    call: `the ${tags.length === 1 ? 'tag' : 'tags'} ${joinWords(tags.slice(0, NAMED))}${more} of container ${joinWords(ids)}`,
    note: '', isSilent: false,
  }
}
