/**
 * From which files an application's routes come, and below which prefixes: `bootstrap/app.php`, providers, modules.
 * https://laravel.com/docs/12.x/routing#the-default-route-files
 */
import { join } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import { outlineOf, type PhpNode } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'
import { createRouteReader, type RouteReader } from './route-reader.js'
import { TOP, type WrittenRoute } from './routes.js'

export interface WrittenRoutes {
  routes: WrittenRoute[]
  /** Files in which routes, or what loads them, were found. */
  files: string[]
}

/** Providers and starting code of an application; those that lie in its modules as well. */
const STARTERS =
  /(^|\/)(app\/Providers|src|Providers)\/([\w/]*\/)?\w*Provider\.php$|(^|\/)bootstrap\/app\.php$|(^|\/)routes\.php$/
const LOADS = /\bRoute::|\bloadRoutesFrom\b|\bwithRouting\b|\$router\b|\brouter->group\b/

export function writtenRoutes(application: LaravelApplication): WrittenRoutes {
  const { host, root, values } = application
  const reader = createRouteReader(values, root)
  const starters = host.under(root).filter((file) => {
    const inside = root === '' ? file : file.slice(root.length + 1)
    return (
      STARTERS.test(inside) &&
      !/(^|\/)vendor\//.test(file) &&
      host.isProduct(file) &&
      LOADS.test(host.text(file) ?? '')
    )
  })
  const found = starters.flatMap((file) => [
    ...withRouting(application, reader, file),
    ...reader.file(file, TOP, isRouteFile(file)),
  ])
  for (const { file, prefix } of conventional(application)) {
    if (!reader.files.has(file)) found.push(...reader.file(file, { ...TOP, prefix }, true))
  }
  return { routes: found, files: [...reader.files] }
}

function isRouteFile(file: string): boolean {
  return /(^|\/)routes\.php$/.test(file)
}

/** Files of routes that no provider of the tree loads: the framework's own does. */
function conventional({ host, root }: LaravelApplication): { file: string; prefix: string }[] {
  const routes = host
    .under(join(root, 'routes'))
    .filter((file) => file.endsWith('.php') && !/(^|\/)(console|channels|ai)\.php$/.test(file))
  const rank = (file: string): number => (file.endsWith('/web.php') ? 0 : 1)
  return [
    ...[...routes]
      .sort((a, b) => rank(a) - rank(b))
      .map((file) => ({ file, prefix: /(^|\/)api(\/|\.php$|_)/.test(file.slice(root.length)) ? 'api' : '' })),
    ...['app/Http/routes.php', 'app/routes.php'].map((name) => ({ file: join(root, name), prefix: '' })),
    ...host
      .under(join(root, 'Modules'))
      .filter((file) => /\/[Rr]outes\/\w+\.php$/.test(file))
      .map((file) => ({ file, prefix: file.endsWith('/api.php') ? 'api' : '' })),
  ].filter(({ file }) => host.has(file))
}

/**
 * `->withRouting(web: __DIR__.'/../routes/web.php', api: …, apiPrefix: 'api/v1')`; what `then` does is read with the
 * file.
 */
function withRouting({ host, root, values }: LaravelApplication, reader: RouteReader, file: string): WrittenRoute[] {
  const scope = phpClasses(host).scope(file, -1)
  return outlineOf(host, file).calls.filter(({ name }) => name === 'withRouting').flatMap(({ arguments: given }) => {
    const named = (name: string): PhpNode | undefined => given.find((item) => item.name === name)?.value
    const paths = (node: PhpNode | undefined): string[] =>
      (node === undefined ? [] : node.kind === 'list' ? node.items.map(({ value }) => value) : [node])
        .flatMap((value) => values.paths(value, scope, [root])).filter((path) => path.endsWith('.php'))
    const prefix = named('apiPrefix')
    const api = prefix ? values.texts(prefix, scope)[0] ?? 'api' : 'api'
    return [
      ...paths(named('web')).flatMap((path) => reader.file(path, TOP, true)),
      ...paths(named('api')).flatMap((path) => reader.file(path, { ...TOP, prefix: api }, true)),
    ]
  })
}

