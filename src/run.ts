/** The pipeline, from a tree to a report. */
import type { Rule } from '../rules/rule.js'
import type { Configuration } from './configuration/configuration.js'
import { createProject, type Project, type ProjectOptions } from './project/project.js'
import type { Report, Tree } from './types.js'

export interface RunOptions extends ProjectOptions {
  /** Rules to ask, in order; hosts hand them in. */
  rules?: readonly Rule[]
  /** ISO date that decides whether a suppression has expired. */
  today?: string
}

export { createStore, type ProjectStore } from './project/store.js'
export { createProject, type Project }

/** Reads a tree and reports what its rules find. */
export function run(tree: Tree, configuration: Configuration, options: RunOptions = {}): Report {
  const project = createProject(tree, configuration, options)
  return {
    root: '.',
    sightings: [...project.sightings()],
    routes: [...project.routes()],
    findings: [],
    problems: project.problems(),
    files: project.files(),
    notChecked: [],
  }
}
