/** Matomo's types of triggers: https://github.com/matomo-org/tag-manager/tree/5.x-dev/Template/Trigger */
import type { TriggerEvent } from '../../facts/container/container.js'
import { textParameter, type Parameters } from '../container.js'
import { constantText } from '../reading/text.js'

const words: Readonly<Record<string, string>> = {
  PageView: 'page view', DomReady: 'DOM ready', WindowLoaded: 'window loaded', AllElementsClick: 'click', AllLinksClick: 'click on a link',
  AllDownloadsClick: 'download', FormSubmit: 'form submission', HistoryChange: 'history change', ElementVisibility: 'an element becomes visible',
  ScrollReach: 'scrolling', Timer: 'timer', JavaScriptError: 'script error', WindowLeave: 'leaving the window', WindowUnload: 'leaving the page',
  Fullscreen: 'full screen', UserInteraction: 'first interaction', Copy: 'copying',
}

export function eventOfTrigger(type: string, parameters: Parameters): TriggerEvent {
  if (type !== 'CustomEvent') return words[type] === undefined ? { kind: 'any' } : { kind: 'named', name: `mtm.${type}`, custom: false }
  const name = constantText(textParameter(parameters, 'eventName'))
  return name === null || name === '' ? { kind: 'any' } : { kind: 'named', name, custom: true }
}

export function eventWords(event: TriggerEvent): string {
  if (event.kind !== 'named') return 'any event'
  return words[event.name.replace(/^mtm\./, '')] ?? `event "${event.name}"`
}
