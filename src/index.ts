/** The public interface of the engine. */
export type * from './types.js'
export type { Configuration } from './configuration/configuration.js'
