/** Which routes show a form. Found out when a rule asks for the first time. */
import { memoised } from '../memoised.js'
import type { Route } from '../../types.js'
import type { ContentsHost } from './contents.js'
import { formsIn, formWords } from './forms.js'

export function createFormPages({ files, view, facts, reached }: ContentsHost): (route: Route) => boolean {
  const pages = memoised(() => {
    const found = new Set<Route>()
    for (const file of files) {
      const read = view.holds(file, formWords) ? facts(file) : undefined
      for (const { start, unit } of read ? formsIn(read) : []) {
        for (const { route, certainty } of reached({ file, unit }, start)) if (certainty !== 'possible') found.add(route)
      }
    }
    return found
  })
  return (route) => pages().has(route)
}
