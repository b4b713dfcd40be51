/** Which files a configuration is about. */
import type { Configuration } from './configuration.js'
import { fileMatcher } from '../globs.js'

/** Files by which frameworks, packages and aliases are recognised; they say what the others are. */
const describesProject = /(^|\/)(?:[^/]+\.(?:json|jsonc|json5|ya?ml|toml|lock)|[^/]+\.config\.[cm]?[jt]s|Gemfile|\.[^/]+rc)$/

export interface Scope {
  /** Never looked at: a folder among them is not walked. */
  isExcluded(path: string): boolean
  /** Looked at. With an `include` list, files that only describe the project stay part of it. */
  isIncluded(path: string): boolean
}

/** Paths are relative to the root. */
export function scopeOf({ include, exclude }: Pick<Configuration, 'include' | 'exclude'>): Scope {
  const everything = include.length === 0 || include.includes('**/*') || include.includes('**')
  const isListed = fileMatcher(include)
  return {
    isExcluded: fileMatcher(exclude),
    isIncluded: everything ? () => true : (path) => isListed(path) || describesProject.test(path),
  }
}
