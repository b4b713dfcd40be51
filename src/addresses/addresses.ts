/** All ways by which data of patients gets into the address or the title of a page that a tracker is on. */
import type { Host } from '../leaks/fields/elements.js'
import type { Sinks } from '../leaks/sinks.js'
import type { Project } from '../project/project.js'
import type { ReachNode } from '../types.js'
import type { AddressLeak, PageView } from './address-leak.js'
import { formLeaks } from './forms.js'
import { navigationLeaks } from './navigations.js'
import { overrideLeaks } from './overrides.js'
import { pageViews } from './page-views.js'
import { redirectLeaks } from './redirects.js'
import { routesOf, type Target } from './targets.js'
import { titleLeaks } from './titles.js'

export interface Views {
  /**
   * The trackers of the pages an address leads to. Where no page is known by it, those of the pages that the code at
   * `node` runs on: what all pages share is on that one as well.
   */
  of(target: Target, node: ReachNode | null, offset: number | null): readonly PageView[]
}

/** `file`: only what stands in this file is asked. */
export function createAddresses(project: Project, asking: () => { host: Host; sinks: Sinks }, file?: string): AddressLeak[] {
  if (project.sightings().length === 0) return []
  const on = pageViews(project)
  const { host, sinks } = asking()
  const overrides = overrideLeaks(project, host, sinks, file)
  if (!on.areAny) return overrides
  const views: Views = {
    of(target, node, offset) {
      const known = routesOf(project.routes(), target)
      if (known.length > 0) return known.flatMap((route) => on.on(route))
      const around = node === null ? [] : project.reached(node, offset).map(({ route }) => route)
      return around.flatMap((route) => on.on(route))
    },
  }
  return [
    ...formLeaks(project, host, views, file), ...navigationLeaks(project, host, views, file), ...redirectLeaks(project, views, file),
    ...titleLeaks(project, host, views, file), ...overrides,
  ]
}
