/** Frameworks for sites in Elixir. */
import type { Framework } from '../framework.js'
import { phoenix } from './phoenix/phoenix.js'

export const elixir: readonly Framework[] = [phoenix]
