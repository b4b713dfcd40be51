/** Routes whose pages embed a booking or portal widget: the page is what it shows, whatever its path says. */
import { moreSensitive } from '../../routes/classes.js'
import { embedsIn, embedWords, type Embed } from '../../routes/embeds.js'
import type { Route } from '../../types.js'
import type { RouteTable } from '../routes.js'
import { createScanner, type WordScanner } from '../scan.js'
import type { StoreView } from '../store.js'

let scanner: WordScanner | null = null

/** Widgets that a file's text embeds: one pass over its bytes, and a closer look at the few that hold a word. */
export function embeddedIn(view: StoreView, file: string): readonly Embed[] {
  scanner ??= createScanner(embedWords)
  return view.holds(file, 'embed words', scanner) ? (view.memo(file, 'embeds', embedsIn) ?? []) : []
}

/** The table with such routes in the class of what they embed. `embedded` answers for one file, from its text alone. */
export function withEmbeds(table: RouteTable, embedded: (file: string) => readonly Embed[]): RouteTable {
  let changed = false
  const routes = table.routes.map((route, index) => {
    if (route.kind === 'api' || route.kind === 'redirect' || isConfigured(route)) return route
    const raised = raisedBy(route, table.pageOf(index), table.isAboutHealth, embedded)
    if (raised !== route) changed = true
    return raised
  })
  return changed ? { ...table, routes } : table
}

function raisedBy(
  route: Route, files: readonly string[], isAboutHealth: boolean, embedded: (file: string) => readonly Embed[],
): Route {
  let raised = route
  for (const file of files) {
    for (const embed of embedded(file)) {
      if ((embed.general && !isAboutHealth) || moreSensitive(raised.class, embed.class) === raised.class) continue
      const { classCertainty: _, ...known } = raised
      raised = { ...known, class: embed.class, because: `${file} embeds ${embed.name}` }
    }
  }
  return raised
}

/** What the project says itself is not corrected. */
function isConfigured({ because }: Route): boolean {
  return because.includes('configuration')
}
