/** Whatever is clicked: a listener on the page as a whole hears of all its elements, and their texts are what it shows. */
import type { Value } from '../../facts/script/graph.js'
import { predecessors } from '../../flow/backward/predecessors.js'
import { scriptOf, type Trail } from '../../flow/host.js'
import { startAt } from '../../flow/trace.js'
import type { DataSource } from '../source.js'
import { selectorsOf, type Host } from '../fields/elements.js'

/** Objects whose listeners hear of every element. */
const PAGE = new Set(['document', 'window', 'globalThis', 'body', 'documentElement'])
const TARGET = /^(?:target|srcElement)$/
const TEXTS = new Set(['textContent', 'innerText', 'innerHTML', 'outerHTML', 'outerText'])

/** How many places the look for the event visits. */
const STEPS = 40

/** A part of an element that holds what it shows. */
export function isText(part: string | undefined): boolean {
  return TEXTS.has(part ?? '')
}

/** A selector that fits elements of a kind wherever they stand, and none that the site has marked: `a, button`. */
export function isAnyOfPage(selector: string): boolean {
  return /^\s*(?:\*|[a-z]+|\[role=["']?(?:button|link|tab|menuitem)["']?\]|\[href\]|a\[href\]|input\[type=["']?(?:submit|button)["']?\])(?:\s*,\s*(?:[a-z]+(?:\[[^\]]*\])?|\[role=[^\]]*\]))*\s*$/i
    .test(selector) && !/\b(?:input(?!\[type=["']?(?:submit|button))|select|textarea|form)\b/i.test(selector)
}

/** True for what a listener on the page as a whole is given. */
export function isOfPage(host: Host, trail: Trail): boolean {
  const script = scriptOf(host, trail.spot)
  const call = script?.values[trail.spot.id]
  const callee = call?.kind === 'call' ? script?.values[call.callee] : undefined
  const object = callee?.kind === 'member' ? script?.values[callee.object] : undefined
  const name = object?.kind === 'global' || object?.kind === 'member' ? object.name : null
  return name !== null && PAGE.has(name)
}

export function clickedText({ spot }: Trail): DataSource {
  const name = 'whatever is clicked'
  return {
    key: `clicked:${spot.file}`, kind: 'text', name, place: { file: spot.file, span: { start: 0, end: 0 } },
    categories: [{ category: 'portal-menu-selection', because: name, sure: true }],
  }
}

/** `event.target.closest('a, button').textContent` in a listener on the page as a whole. */
export function clickedAround(host: Host, trail: Trail, call: Value & { kind: 'call' }): DataSource | null {
  const script = scriptOf(host, trail.spot)
  const callee = script?.values[call.callee]
  if (!script || callee?.kind !== 'member' || callee.name !== 'closest' || !isText(trail.path[0])) return null
  const at = { file: trail.spot.file, script: trail.spot.script, value: trail.spot.id }
  const [selector] = selectorsOf(host, script, at, call)
  if (selector === undefined || !isAnyOfPage(selector)) return null
  const queue: Trail[] = [startAt({ ...at, value: callee.object }, [])]
  for (let next = 0; next < queue.length && next < STEPS; next++) {
    const each = queue[next] as Trail
    if (each.spot.kind === 'given') {
      if (TARGET.test(each.path[1] ?? '') && isOfPage(host, each)) return clickedText(trail)
    } else queue.push(...predecessors(host, each))
  }
  return null
}
