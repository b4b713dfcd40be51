/** The public interface of the engine. */
export type * from './types.js'
export type { Configuration } from './configuration/configuration.js'
export { defaultConfiguration } from './configuration/configuration.js'
export { createProject, type Project } from './project/project.js'
export { createStore, type ProjectStore } from './project/store.js'
export { run, type RunOptions } from './run.js'
export { inspectFile } from './inspect.js'
