/**
 * Types of triggers, by the event of the data layer that each listens to.
 * https://developers.google.com/tag-platform/tag-manager/api/v2/reference/accounts/containers/workspaces/triggers
 */
import type { TriggerEvent } from '../../facts/container/container.js'
import { plainName } from '../filters.js'

interface TriggerType {
  /** As exports write it; the interface for programs writes the same in other letters. */
  type: string
  event: string
  says: string
}

const rows: readonly TriggerType[] = [
  { type: 'PAGEVIEW', event: 'gtm.js', says: 'page view' },
  { type: 'DOM_READY', event: 'gtm.dom', says: 'DOM ready' },
  { type: 'WINDOW_LOADED', event: 'gtm.load', says: 'window loaded' },
  { type: 'INIT', event: 'gtm.init', says: 'initialization' },
  { type: 'CONSENT_INIT', event: 'gtm.init_consent', says: 'consent initialization' },
  { type: 'CLICK', event: 'gtm.click', says: 'click' },
  { type: 'LINK_CLICK', event: 'gtm.linkClick', says: 'click on a link' },
  { type: 'FORM_SUBMISSION', event: 'gtm.formSubmit', says: 'form submission' },
  { type: 'FORM_SUBMIT', event: 'gtm.formSubmit', says: 'form submission' },
  { type: 'HISTORY_CHANGE', event: 'gtm.historyChange', says: 'history change' },
  { type: 'ELEMENT_VISIBILITY', event: 'gtm.elementVisibility', says: 'an element becomes visible' },
  { type: 'SCROLL_DEPTH', event: 'gtm.scrollDepth', says: 'scrolling' },
  { type: 'TIMER', event: 'gtm.timer', says: 'timer' },
  { type: 'JS_ERROR', event: 'gtm.pageError', says: 'script error' },
  { type: 'YOU_TUBE_VIDEO', event: 'gtm.video', says: 'video' },
  { type: 'YOUTUBE_VIDEO', event: 'gtm.video', says: 'video' },
  { type: 'TRIGGER_GROUP', event: 'gtm.triggerGroup', says: 'all triggers of a group' },
  { type: 'AMP_CLICK', event: 'gtm.click', says: 'click' },
  { type: 'AMP_TIMER', event: 'gtm.timer', says: 'timer' },
  { type: 'AMP_SCROLL', event: 'gtm.scrollDepth', says: 'scrolling' },
  { type: 'AMP_VISIBILITY', event: 'gtm.elementVisibility', says: 'an element becomes visible' },
]

const byName = new Map(rows.map((row) => [plainName(row.type), row]))
const byEvent = new Map([...rows].reverse().map((row) => [row.event, row]))

/** The event of a type of trigger; null for types whose filters name the event, and for those nobody knows. */
export function eventOfType(type: string): TriggerEvent | null {
  const row = byName.get(plainName(type))
  return row ? { kind: 'named', name: row.event, custom: false } : null
}

export function isCustomEvent(type: string): boolean {
  return plainName(type) === 'customevent'
}

/** Every request to a server's container, and every event. */
export function isAlways(type: string): boolean {
  return /^(always|serverpageview)$/.test(plainName(type))
}

/** Triggers that every container has and no export holds. */
export function builtInTrigger(id: string): { name: string; event: TriggerEvent } | null {
  const event = (name: string): TriggerEvent => ({ kind: 'named', name, custom: false })
  switch (id) {
    case '2147479553': return { name: 'All Pages', event: event('gtm.js') }
    case '2147479572': return { name: 'Consent Initialization - All Pages', event: event('gtm.init_consent') }
    case '2147479573': return { name: 'Initialization - All Pages', event: event('gtm.init') }
    default: return null
  }
}

/** `page view`, `event "doctor_selected"`. */
export function eventWords(event: TriggerEvent): string {
  switch (event.kind) {
    case 'any': return 'any event'
    case 'pattern': return `events that match "${event.pattern}"`
    case 'named': return byEvent.get(event.name.replace(/^gtm\.historyChange-v2$/, 'gtm.historyChange'))?.says ?? `event "${event.name}"`
  }
}
