/** Where values go, remembered: many trails come by the same values. */
import { memoryOf, type FlowHost, type Origin, type Spot } from '../host.js'
import type { Use } from './use.js'
import { usesOf } from './uses.js'

const remembered = new WeakMap<object, Map<string, Use[]>>()

/** What `usesOf` says of a whole value. */
export function usesRemembered(host: FlowHost<Origin>, spot: Spot): readonly Use[] {
  let values = remembered.get(memoryOf(host))
  if (!values) remembered.set(memoryOf(host), values = new Map())
  const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}`
  let uses = values.get(key)
  if (!uses) values.set(key, uses = usesOf(host, spot))
  return uses
}
