/**
 * Globs on route paths and on files, in picomatch's words: https://github.com/micromatch/picomatch#globbing-features.
 * Brackets of routers stand for themselves: `app/(site)/page.tsx` is that file, and a `!` in front turns nothing round.
 */
import picomatch from 'picomatch'

const matchers = new Map<string, (path: string) => boolean>()

/** A test of whole paths. `/portal/**` is the portal and all below it. */
export function pathMatcher(glob: string): (path: string) => boolean {
  let matcher = matchers.get(glob)
  if (!matcher) {
    const written = glob.replace(/(?<!\\)[()]/g, '\\$&')
    const matches = picomatch(written, { dot: true, nonegate: true, noextglob: true, posix: true })
    matcher = (path) => path === glob || matches(path)
    matchers.set(glob, matcher)
  }
  return matcher
}

/**
 * A test of file paths relative to a root, for lists such as `exclude`: `./` and a leading `/` are dropped, a glob
 * without a slash matches in every folder, a folder's name stands for all below it.
 */
export function fileMatcher(globs: readonly string[]): (path: string) => boolean {
  const tests = globs.flatMap((glob) => {
    const bare = glob.replace(/^\.?\//, '').replace(/\/+$/, '')
    const anywhere = glob.replace(/\/$/, '').includes('/') ? bare : `**/${bare}`
    return [pathMatcher(anywhere), pathMatcher(`${anywhere}/**`)]
  })
  return (path) => tests.some((matches) => matches(path))
}
