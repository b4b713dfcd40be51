/** Routes in attributes and annotations of controllers. https://symfony.com/doc/current/routing.html */
import { HOLE } from '../../../parse/hole.js'
import type { RoutePlace } from '../../framework.js'
import { routePath } from '../../paths.js'
import { phpClasses, type PhpClass, type PhpFunction } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'

export interface SymfonyRoute {
  /** As Symfony writes it, with all prefixes. */
  path: string
  /** Null when it is made up by Symfony. */
  name: string | null
  isRead: boolean
  declared: RoutePlace
  action: SymfonyAction
}

export type SymfonyAction =
  | { kind: 'method'; of: PhpClass; method: PhpFunction }
  | { kind: 'template'; name: string }
  | { kind: 'redirect' | 'api' | 'unknown' }

/** What is written around the routes of a class, or imported with them. */
export interface Prefix {
  path: string
  name: string
}

const IS_ROUTE = /^(Route|Get|Post|Put|Patch|Delete|Method)$/

/** Routes of all methods of a class, and of the class itself when it is called. */
export function classRoutes(values: PhpValues, of: PhpClass, prefixes: readonly Prefix[]): SymfonyRoute[] {
  const { host } = values
  const classes = phpClasses(host)
  const own = of.outline.declarations[of.index]
  if (!own || own.modifiers.includes('abstract')) return []
  const around = own.annotations.filter(({ name }) => name === 'Route')
  const outer =
    around.length === 0
      ? [{ path: '', name: '' }]
      : around.flatMap((annotation) =>
          pathsOf(values, annotation, of).map((path) => ({ path, name: nameOf(values, annotation, of) ?? '' })),
        )
  const found: SymfonyRoute[] = []
  for (const method of classes.methods(of)) {
    const annotations = method.declaration.annotations.filter(({ name }) => IS_ROUTE.test(name) && name !== 'Method')
    const invoked = annotations.length === 0 && method.name === '__invoke' && around.length > 0
    const methods = methodsOf(values, method.declaration.annotations, of)
    for (const prefix of prefixes) {
      for (const outside of outer) {
        const declared: RoutePlace = { file: of.file, start: method.declaration.start, end: method.declaration.end }
        const route = (path: string, name: string | null, isRead: boolean): void => {
          const whole = `${prefix.path}/${outside.path}/${path}`
          found.push({
            path: symfonyPath(whole), name: name === null ? null : prefix.name + outside.name + name, isRead, declared,
            action: { kind: 'method', of, method },
          })
        }
        if (invoked) route('', '', isReading(methodsOf(values, around, of)))
        for (const annotation of annotations) {
          const given = /^(Get|Post|Put|Patch|Delete)$/.test(annotation.name)
            ? [annotation.name.toUpperCase()]
            : [...methods, ...methodsOf(values, [annotation], of)]
          for (const path of pathsOf(values, annotation, of))
            route(withRequirements(values, path, annotation, of), nameOf(values, annotation, of), isReading(given))
        }
      }
    }
  }
  return found
}

function isReading(methods: readonly string[]): boolean {
  return methods.length === 0 || methods.some((method) => /^(GET|ANY|HEAD)$/i.test(method))
}

function argument({ arguments: given }: PhpCallNode, names: readonly string[], index: number): PhpNode | undefined {
  return (
    given.find(({ name }) => name !== null && names.includes(name)) ??
    (given[index]?.name === null ? given[index] : undefined)
  )?.value
}

/** One path, or one for each language; `''` for none. */
function pathsOf(values: PhpValues, annotation: PhpCallNode, of: PhpClass): string[] {
  const node = argument(annotation, ['path', 'value', 'localized_paths'], 0)
  const scope = phpClasses(values.host).scope(of.file, annotation.start)
  if (!node) return ['']
  return node.kind === 'list'
    ? node.items.flatMap(({ value }) => values.texts(value, scope))
    : values.texts(node, scope)
}

function nameOf(values: PhpValues, annotation: PhpCallNode, of: PhpClass): string | null {
  const node = argument(annotation, ['name'], -1)
  return node ? (values.texts(node, phpClasses(values.host).scope(of.file, annotation.start))[0] ?? null) : null
}

/** Of `Route(methods: […])` and of an old `@Method("GET")`. */
function methodsOf(values: PhpValues, annotations: readonly PhpCallNode[], of: PhpClass): string[] {
  return annotations.flatMap((annotation) => {
    const node =
      annotation.name === 'Method' ? argument(annotation, ['value'], 0) : argument(annotation, ['methods'], -1)
    const scope = phpClasses(values.host).scope(of.file, annotation.start)
    const nodes = node === undefined ? [] : node.kind === 'list' ? node.items.map(({ value }) => value) : [node]
    return nodes.flatMap((each) => values.known(each, scope))
  })
}

/** Parameters that take slashes become the rest of the path: `requirements: ['page' => '.+']`. */
function withRequirements(values: PhpValues, path: string, annotation: PhpCallNode, of: PhpClass): string {
  const node = argument(annotation, ['requirements'], -1)
  const scope = phpClasses(values.host).scope(of.file, annotation.start)
  const rests =
    node?.kind === 'list'
      ? node.items
          .filter(({ value }) => values.texts(value, scope).some(takesSlashes))
          .flatMap(({ name }) => name ?? [])
      : []
  const defaults = argument(annotation, ['defaults'], -1)
  const optional = defaults?.kind === 'list' ? defaults.items.flatMap(({ name }) => name ?? []) : []
  return path.replace(/\{(\w+)\}/g, (whole, name: string) =>
    rests.includes(name) ? `{${name}<.+>}` : optional.includes(name) ? `{${name}?}` : whole,
  )
}

function takesSlashes(pattern: string): boolean {
  return /^\^?\(?(?:\.[*+]|\[[^\]]*\/[^\]]*\][*+])/.test(pattern)
}

/** `/visits/{id<\d+>?1}` → `/visits/:id?`; a parameter that takes slashes is the rest of the path. */
export function symfonyPath(path: string): string {
  const named = path.replace(
    /\{!?(\w+)(?::\w+(?:\.\w+)?)?(?:<((?:[^<>]|<[^<>]*>)*)>)?(\?[^{}]*)?\}/g,
    (_, name: string, pattern: string | undefined, optional: string | undefined) =>
      pattern !== undefined && takesSlashes(pattern) ? '*' : `:${name}${optional === undefined ? '' : '?'}`,
  )
  return routePath(...named.split('/').map((segment) => {
    if (segment === HOLE) return ':part'
    return /\*./.test(segment) || /.\*/.test(segment) ? '*' : segment.replaceAll(HOLE, '*')
  }))
}
