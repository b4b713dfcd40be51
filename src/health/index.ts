/** Which names and texts state a fact about somebody’s health. */
export { isOtherMatter, readFacts } from './read.js'
export type { HealthFact } from './read.js'
export type { FactKind } from './row.js'
