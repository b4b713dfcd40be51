/** The modules of a tree on the Java virtual machine: where a build file stands, or sources without one. */
import { ancestors, directoryOf } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { directoriesWith } from '../paths.js'

const BUILDS = ['pom.xml', 'build.gradle', 'build.gradle.kts', 'build.xml', 'build.sbt']
const SOURCES = /^(.*?)\/?(?:src|app|grails-app|WebContent|WebRoot|web)\//

const kept = new WeakMap<FrameworkHost, ReadonlySet<string>>()

/** The directory of the module a file belongs to, `''` for the root of the tree. */
export function javaModule(host: FrameworkHost, file: string): string {
  let builds = kept.get(host)
  if (!builds) kept.set(host, builds = new Set(directoriesWith(host, BUILDS)))
  for (const directory of ancestors(directoryOf(file))) if (builds.has(directory)) return directory
  return SOURCES.exec(file)?.[1] ?? ''
}
