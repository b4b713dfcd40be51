/** What first looks found, kept between runs: thousands of files share a few answers, and each is written once. */
import type { FirstLook } from '../../project/first-look.js'
import type { CacheIndex, KeptRow } from './index-file.js'

export interface KeptLooks {
  of(row: KeptRow): FirstLook | undefined
  /** Notes a look and gives its index; undefined for one that was for less than others. */
  indexOf(look: FirstLook): number | undefined
}

export function keptLooks(index: CacheIndex): KeptLooks {
  let asked: ReadonlySet<string> = new Set(index.groups)
  const looks: FirstLook[] = index.looks.map((found) => ({ asked, found: new Set(found.map((group) => index.groups[group] as string)) }))
  const byContent = new Map(index.looks.map((found, at) => [found.join(' '), at]))
  const groups = new Map(index.groups.map((key, at) => [key, at]))

  /** Another set of groups is another beginning. */
  function begin(keys: ReadonlySet<string>): void {
    asked = keys
    index.groups = [...keys]
    index.looks = []
    looks.length = 0
    byContent.clear()
    groups.clear()
    for (const [at, key] of index.groups.entries()) groups.set(key, at)
    for (const row of Object.values(index.rows)) delete row.look
  }

  return {
    of: (row) => (row.look === undefined ? undefined : looks[row.look]),
    indexOf(look) {
      if (look.asked.size < asked.size) return undefined
      if (look.asked.size > asked.size || !index.groups.every((key) => look.asked.has(key))) begin(look.asked)
      const found = [...look.found].map((key) => groups.get(key) as number).sort((a, b) => a - b)
      const content = found.join(' ')
      let at = byContent.get(content)
      if (at === undefined) {
        at = index.looks.push(found) - 1
        looks.push({ asked, found: look.found })
        byContent.set(content, at)
      }
      return at
    },
  }
}
