/** Themes of Shopify shops. https://shopify.dev/docs/storefronts/themes/architecture */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { mergedRoutes } from '../../merged-routes.js'
import { join } from '../../paths.js'
import { offeredSections, themeEdges } from './sections.js'
import { addressOf, layoutOf, themeTemplates } from './templates.js'

export const shopify: Framework = {
  name: 'shopify',
  docs: 'https://shopify.dev/docs/storefronts/themes/architecture',
  applications(host) {
    return themeRoots(host).flatMap((root) => application(host, root))
  },
}

const LAYOUT = 'layout/theme.liquid'

/** Directories with the layout that every theme has, and with templates beside it. */
function themeRoots(host: FrameworkHost): string[] {
  return host.named('theme.liquid').filter((file) => file === LAYOUT || file.endsWith(`/${LAYOUT}`))
    .map((file) => file.slice(0, -LAYOUT.length).replace(/\/$/, ''))
    .filter((root) => host.under(join(root, 'templates')).length > 0)
}

function application(host: FrameworkHost, root: string): Application[] {
  const templates = themeTemplates(host, root)
  const placed = templates.flatMap((template) => {
    const address = addressOf(template)
    return address === null ? [] : [{ ...template, ...address }]
  })
  const routes = placed.map((template): RouteDeclaration => {
    const { path, certainty, file } = template
    const layout = layoutOf(host, root, template)
    // An address that the template is certainly shown at, by a template that may be another one.
    const leaves = [{ file, certainty }]
    const shell = layout === null || !host.has(layout) ? [] : [{ file: layout, certainty }]
    return { path, kind: 'page', certainty, file, leaves, shell }
  })
  const checkout = join(root, 'layout/checkout.liquid')
  if (host.has(checkout)) routes.push({ path: '/checkouts/:token', kind: 'page', certainty: 'exact', file: checkout })
  if (routes.length === 0) return []
  const edges = themeEdges(host, root, templates.map(({ file }) => file))
  const injections = offeredSections(host, root, edges).flatMap((section): Injection[] => {
    const { templates: types } = section
    const include = placed.filter(({ type, isJson }) => isJson && (types === null || types.includes(type))).map(({ path }) => path)
    return include.length === 0 ? [] : [{ file: section.file, scope: { include: [...new Set(include)] }, certainty: 'possible' }]
  })
  return [{
    framework: 'shopify', root, routes: mergedRoutes(routes), injections, edges,
    owns: ['layout', 'templates', 'sections', 'snippets', 'blocks', 'assets', 'config', 'locales'].map((folder) => join(root, folder)),
    // `{% render 'header' %}` is a snippet, whatever section has the same name.
    templateRoots: [join(root, 'snippets'), root],
    unseen: [
      'Pixels, apps, analytics and scripts set up in the administration of the shop: the platform puts them into all pages and into the checkout.',
      'The checkout and, where the shop uses them, the customer accounts that the platform hosts.',
    ],
  }]
}
