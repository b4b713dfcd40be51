/** Ways of a value that no value graph shows. */
import type { FlowHost, Origin, Trail } from '../host.js'
import type { Step } from '../step.js'
import { angularJoins } from './angular.js'
import { componentJoins } from './components.js'
import { messageJoins } from './messages.js'
import { middlewareJoins } from './middleware.js'
import { storageJoins } from './storage.js'
import { pageJoins } from './pages.js'
import { sharedStateJoins } from './shared-state.js'
import { storeJoins } from './stores.js'
import { streamJoins } from './streams.js'
import { hostedJoins } from './templates/hosted.js'
import { templateWriteJoins } from './templates/template-writes.js'
import { watcherJoins } from './vue-options.js'
import { vuexJoins } from './vuex.js'

const joins = [
  storageJoins, messageJoins, storeJoins, componentJoins, sharedStateJoins, watcherJoins, vuexJoins, streamJoins, pageJoins,
  angularJoins, middlewareJoins, templateWriteJoins, hostedJoins,
]

export function joinsAt(host: FlowHost<Origin>, trail: Trail): Step[] {
  return [...(host.joins?.(trail) ?? []), ...joins.flatMap((join) => join(host, trail))]
}
