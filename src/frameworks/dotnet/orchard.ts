/**
 * Orchard Core: which page shows which shape is content; the theme's layout stands around all of them.
 * https://docs.orchardcore.net/en/latest/reference/core/Placements/
 */
import { directoryOf } from '../../paths.js'
import type { Application, Framework, FrameworkHost } from '../framework.js'
import { join } from '../paths.js'

const MANIFEST = /\[assembly:\s*(Theme|Module)\s*\(|^\s*(Theme|Module)\s*\(/m

export const orchard: Framework = {
  name: 'orchard',
  docs: 'https://docs.orchardcore.net/',
  applications(host, claimed) {
    const manifests = host.named('Manifest.cs').filter((file) => {
      const text = host.text(file) ?? ''
      return /\bOrchardCore\b/.test(text) && MANIFEST.test(text)
    })
    return manifests.length === 0 ? [] : application(host, manifests.map(directoryOf), claimed)
  },
}

function application(host: FrameworkHost, roots: readonly string[], claimed: ReadonlySet<string>): Application[] {
  const views = roots.flatMap((root) => host.under(join(root, 'Views')))
    .filter((file) => /\.(?:cshtml|liquid)$/i.test(file) && !claimed.has(file))
  const [first] = views
  if (first === undefined) return []
  const layouts = views.filter((file) => /(?:^|\/)Layout\.(?:cshtml|liquid)$/i.test(file))
  const shapes = views.filter((file) => !layouts.includes(file) && !/(?:^|\/)_View\w+\.cshtml$/i.test(file))
  return [{
    framework: 'orchard', root: '', owns: views,
    routes: [{
      path: '/*', kind: 'page', certainty: 'possible', file: layouts[0] ?? first,
      leaves: shapes.map((file) => ({ file, certainty: 'possible' })),
      shell: layouts.map((file) => ({ file, certainty: 'likely' })),
    }],
  }]
}
