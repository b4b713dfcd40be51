/** What a project of some files answers, as short strings: for the tests of framework rows. */
import { defaultConfiguration } from '../../src/configuration/configuration.js'
import { createProject, type Project } from '../../src/project/project.js'
import { memoryTree } from '../memory-tree.js'

export function projectOf(files: Record<string, string>): Project {
  return createProject(memoryTree(files), defaultConfiguration)
}

/** Paths of all routes, sorted; with the kind, unless a page, and the certainty, unless exact. */
export function routesOf(files: Record<string, string>): string[] {
  return projectOf(files).routes().map(({ path, kind, certainty }) =>
    [path, ...(kind === 'page' ? [] : [kind]), ...(certainty === 'exact' ? [] : [certainty])].join(' ')).sort()
}

/**
 * Paths of the routes that a declaration of a file reaches (null: its module level), or a place of it, sorted; with the
 * certainty, unless exact.
 */
export function reachOf(
  files: Record<string, string>, file: string, unit: string | null = null, offset: number | null = null,
): string[] {
  return projectOf(files).reached({ file, unit }, offset).map(({ route, certainty }) =>
    (certainty === 'exact' ? route.path : `${route.path} ${certainty}`)).sort()
}
