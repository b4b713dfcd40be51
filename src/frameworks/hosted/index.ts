/** Themes of services that host the site: the rest of it is set up in their administration. */
import type { Framework } from '../framework.js'
import { ghost } from './ghost.js'
import { shopify } from './shopify/shopify.js'

export const hosted: readonly Framework[] = [shopify, ghost]
