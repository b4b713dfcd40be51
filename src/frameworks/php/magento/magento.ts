/** Shops of Magento, of both generations. https://developer.adobe.com/commerce/frontend-core/guide/ */
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { join } from '../../paths.js'
import { mergedRoutes } from '../merged-routes.js'
import { Layouts } from './layouts.js'
import { findModules, type Action } from './modules.js'

export const magento: Framework = {
  name: 'magento',
  docs: 'https://developer.adobe.com/commerce/frontend-core/guide/',
  applications(host) {
    if (host.named('config.xml').length + host.named('routes.xml').length === 0) return []
    const modules = findModules(host)
    if (!modules.some(({ actions }) => actions.length > 0)) return []
    return [application(host, modules)]
  },
}

/** Handles that are on every page, or on all of those who are signed in or not. */
const EVERYWHERE = ['default', 'default_head_blocks', 'customer_logged_in', 'customer_logged_out']
/** Products, categories and pages lie at addresses that the database knows. */
const NAMED = [
  'catalog_product_view', 'catalog_category_view', 'catalog_category_default', 'catalog_category_layered', 'cms_page',
  'cms_page_view',
]

function application(host: FrameworkHost, modules: ReturnType<typeof findModules>): Application {
  const layouts = new Layouts(host, modules)
  const actions = modules.flatMap((module) => module.actions)
  const named = actions.find(({ handle }) => NAMED.includes(handle))
  const routes = mergedRoutes([
    ...actions.map((action) => routeOf(layouts, action)),
    ...(named ? [namedByDatabase(layouts, named)] : []),
  ])
  const design = host.under('').find((file) => /(^|\/)app\/design\//.test(file))
  const root = design === undefined ? '' : design.slice(0, design.search(/(^|\/)app\/design\//)).replace(/\/$/, '')
  return {
    framework: 'magento', root, routes,
    injections: layouts.files(...EVERYWHERE).map((file): Injection => {
      const exclude = actions.filter(({ handle }) => layouts.isRemoved(file, EVERYWHERE, handle)).map(({ path }) => path)
      return { file, scope: exclude.length === 0 ? 'all' : { exclude }, certainty: 'likely' }
    }),
    owns: [
      ...modules.map(({ directory }) => directory), ...['app', 'lib', 'errors'].map((name) => join(root, name)),
      ...['index.php', 'get.php', 'cron.php', 'api.php'].map((name) => join(root, name))
        .filter((file) => host.has(file)),
    ],
  }
}

function routeOf(layouts: Layouts, { path, handle, kind, file, start, end }: Action): RouteDeclaration {
  return {
    path, kind: layouts.has(handle) ? 'page' : kind, certainty: 'exact', file,
    leaves: leavesOf(layouts, handle), places: [{ file, start, end }],
  }
}

function namedByDatabase(layouts: Layouts, action: Action): RouteDeclaration {
  return { ...routeOf(layouts, action), path: '/:slug', certainty: 'likely', leaves: leavesOf(layouts, ...NAMED) }
}

function leavesOf(layouts: Layouts, ...handles: readonly string[]): NonNullable<RouteDeclaration['leaves']> {
  return layouts.files(...handles).map((file) => ({ file, certainty: 'likely' }))
}
