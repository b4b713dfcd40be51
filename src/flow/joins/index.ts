/** Ways of a value that no value graph shows. */
import type { FlowHost, Origin, Trail } from '../host.js'
import type { Step } from '../step.js'
import { componentJoins } from './components.js'
import { messageJoins } from './messages.js'
import { storageJoins } from './storage.js'
import { storeJoins } from './stores.js'

export function joinsAt(host: FlowHost<Origin>, trail: Trail): Step[] {
  return [...storageJoins(host, trail), ...messageJoins(host, trail), ...storeJoins(host, trail), ...componentJoins(host, trail)]
}
