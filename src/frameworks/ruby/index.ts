/** Frameworks for sites in Ruby. */
import type { Framework } from '../framework.js'
import { rails } from './rails/rails.js'
import { sinatra } from './sinatra.js'

export const ruby: readonly Framework[] = [rails, sinatra]
