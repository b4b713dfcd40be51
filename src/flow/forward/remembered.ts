/** Where values go, remembered: many trails come by the same values. */
import { rememberedOf, type FlowHost, type Memory, type Origin, type Spot } from '../host.js'
import type { Use } from './use.js'
import { usesOf } from './uses.js'

const remembered: Memory<Use[]> = new WeakMap()

/** What `usesOf` says of a whole value. */
export function usesRemembered(host: FlowHost<Origin>, spot: Spot): readonly Use[] {
  const values = rememberedOf(remembered, host)
  const key = `${spot.file}|${spot.script}|${spot.kind}|${spot.id}`
  let uses = values.get(key)
  if (!uses) values.set(key, uses = usesOf(host, spot))
  return uses
}
