/** Middleware that puts markup into what is answered. https://laravel.com/docs/12.x/middleware */
import type { Injection, RouteDeclaration } from '../../framework.js'
import { join } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import { outlineOf, type PhpNode } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'

export interface MiddlewareLayers {
  /** Runs with every page. */
  everywhere: Injection[]
  /** Runs around a route with these middleware, by alias, group or class. */
  around(names: readonly string[]): NonNullable<RouteDeclaration['shell']>
}

/** Only what changes the content of an answer matters here. */
const CHANGES = /\bsetContent\s*\(|<script|str_replace\s*\(\s*['"]<\//i

export function middlewareLayers({ host, root, values }: LaravelApplication): MiddlewareLayers {
  const classes = phpClasses(host)
  const files = host
    .under(join(root, 'app/Http/Middleware'))
    .filter((file) => file.endsWith('.php') && CHANGES.test(host.text(file) ?? ''))
  if (files.length === 0) return { everywhere: [], around: () => [] }
  const byClass = new Map(
    files.flatMap((file) => classes.inFile(file).map(({ name }): [string, string] => [name, file])),
  )
  const everywhere = new Set<string>()
  const byAlias = new Map<string, string[]>()
  const put = (alias: string, file: string): void => {
    byAlias.set(alias, [...byAlias.get(alias) ?? [], file])
  }
  const filesIn = (node: PhpNode | undefined, from: string): string[] => {
    if (!node) return []
    const scope = classes.scope(from, node.start)
    const nodes = node.kind === 'list' ? node.items.map(({ value }) => value) : [node]
    return nodes
      .flatMap((each) => values.known(each, scope))
      .flatMap((name) => byClass.get(name.split(':')[0] as string) ?? [])
  }
  const kernel = join(root, 'app/Http/Kernel.php')
  if (host.has(kernel)) {
    for (const { name, value } of outlineOf(host, kernel).assignments) {
      if (name === '$middleware') for (const file of filesIn(value, kernel)) everywhere.add(file)
      if (value.kind !== 'list') continue
      for (const item of value.items) {
        if (item.name === null) continue
        if (name === '$middlewareGroups') {
          for (const file of filesIn(item.value, kernel)) {
            if (item.name === 'web') everywhere.add(file)
            else put(item.name, file)
          }
        }
        if (/^\$(routeMiddleware|middlewareAliases)$/.test(name))
          for (const file of filesIn(item.value, kernel)) put(item.name, file)
      }
    }
  }
  const start = join(root, 'bootstrap/app.php')
  if (host.has(start)) {
    for (const { name, path, arguments: given } of outlineOf(host, start).calls) {
      if (!path.startsWith('$middleware->')) continue
      if (/^(append|prepend|web)$/.test(name))
        for (const { value } of given) for (const file of filesIn(value, start)) everywhere.add(file)
      if (name === 'alias') {
        const [list] = given
        if (list?.value.kind === 'list')
          for (const item of list.value.items)
            if (item.name !== null) for (const file of filesIn(item.value, start)) put(item.name, file)
      }
    }
  }
  return {
    everywhere: [...everywhere].map((file) => ({ file, scope: 'all', certainty: 'exact' })),
    around: (names) => [...new Set(names.flatMap((name) => {
      const [alias = ''] = name.split(':')
      return byAlias.get(alias) ?? [...byClass].filter(([own]) => own === alias).map(([, file]) => file)
    }))].map((file) => ({ file })),
  }
}
