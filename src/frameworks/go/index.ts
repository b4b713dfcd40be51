/** Frameworks for sites in Go. */
import type { Framework } from '../framework.js'
import { go as routers } from './go.js'

export const go: readonly Framework[] = [routers]
