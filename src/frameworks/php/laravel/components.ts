/**
 * What templates bring in by the name of a class, a directive of the site's own or a composer: edges that no file name
 * shows. https://laravel.com/docs/12.x/blade#components
 */
import { baseNameOf } from '../../../paths.js'
import type { Certainty, ReachEdge, Span } from '../../../types.js'
import { pathMatcher } from '../../../globs.js'
import { join } from '../../paths.js'
import { followCalls } from '../code/calls.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import { outlineOf } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'
import { isLivewire, kebab, livewireView } from './livewire.js'
import type { LaravelViews } from './views.js'

/** What a tag or directive stands for: files, and parts of files of code. */
interface Target {
  file: string
  certainty: Certainty
  part?: Span
}

const TAG = /<(x-|livewire:)([\w.:-]+)/g
const LIVEWIRE_CALL = /@livewire\s*\(\s*(?:['"]([\w.:-]+)['"]|\\?([\w\\]+)::class)/g

export function componentEdges(
  application: LaravelApplication,
  views: LaravelViews,
  templates: readonly string[],
): ReachEdge[] {
  const { host } = application
  const known = namedTargets(application, views)
  const directives = ownDirectives(application)
  const edges: ReachEdge[] = []
  for (const file of templates) {
    const text = host.text(file) ?? ''
    const add = (offset: number, targets: readonly Target[]): void => {
      for (const { file: to, certainty, part } of targets) {
        if (to !== file)
          edges.push({
            from: { file, unit: null },
            offset,
            kind: 'include',
            certainty,
            to: { file: to, unit: null },
            ...(part ? { part } : {}),
          })
      }
    }
    for (const match of text.matchAll(TAG))
      add(match.index, known.get(`${match[1]}${(match[2] as string).replace(/[.:]+$/, '')}`) ?? [])
    for (const match of text.matchAll(LIVEWIRE_CALL)) {
      add(
        match.index,
        known.get(match[1] === undefined ? `class:${match[2]}` : `livewire:${match[1]}`) ??
          known.get(`class:${baseNameOf((match[2] ?? '').replaceAll('\\', '/'))}`) ??
          [],
      )
    }
    if (directives.size > 0) {
      for (const match of text.matchAll(/@([A-Za-z]\w*)/g))
        add(match.index, directives.get((match[1] as string).toLowerCase()) ?? [])
    }
  }
  return [...edges, ...composerEdges(application, views, templates)]
}

/** Tags by their names: components with a class, aliases, components of Livewire. */
function namedTargets(application: LaravelApplication, views: LaravelViews): ReadonlyMap<string, readonly Target[]> {
  const { host, root } = application
  const classes = phpClasses(host)
  const found = new Map<string, Target[]>()
  const put = (name: string, targets: readonly Target[]): void => {
    if (targets.length > 0) found.set(name, [...found.get(name) ?? [], ...targets])
  }
  for (const [folder, prefix] of [
    ['app/View/Components', 'x-'],
    ['app/Http/Livewire', 'livewire:'],
    ['app/Livewire', 'livewire:'],
  ] as const) {
    const directory = join(root, folder)
    for (const file of host.under(directory)) {
      if (!file.endsWith('.php')) continue
      const [of] = classes.inFile(file)
      if (!of) continue
      const inside = file
        .slice(directory.length + 1, -'.php'.length)
        .split('/')
        .map(kebab)
      const targets = prefix === 'x-' ? classTargets(application, views, of) : livewireTargets(application, views, of)
      put(prefix + inside.join('.'), targets)
      // `Card/Card.php` is `<x-card>` as well.
      if (inside.length > 1 && inside.at(-1) === inside.at(-2)) put(prefix + inside.slice(0, -1).join('.'), targets)
      if (prefix === 'livewire:')
        for (const name of [of.name, baseNameOf(of.name.replaceAll('\\', '/'))]) put(`class:${name}`, targets)
    }
  }
  for (const { call, scope } of registrations(
    application,
    /(^|\\)(Blade::(component|aliasComponent|include)|Livewire::component)$/,
  )) {
    const [first, second] = call.arguments
    if (!first) continue
    const isLive = call.path.includes('Livewire::')
    // `component('alias', Class)` and, before, `component(Class, 'alias')`, `component('view', 'alias')`.
    const nodes = [first.value, ...(second ? [second.value] : [])]
    const ofClass = nodes
      .flatMap((node) => application.values.known(node, scope))
      .map((name) => classes.named(name))
      .find((of) => of !== null)
    const alias = nodes.flatMap((node) => (node.kind === 'string' ? [node.text] : []))
    if (ofClass) {
      for (const name of alias)
        put(
          `${isLive ? 'livewire:' : 'x-'}${name}`,
          isLive ? livewireTargets(application, views, ofClass) : classTargets(application, views, ofClass),
        )
    } else if (alias.length === 2) put(`x-${alias[1]}`, views.files(alias[0] as string))
  }
  for (const { call, scope } of registrations(application, /(^|\\)Blade::anonymousComponent(Path|Namespace)$/)) {
    const [first, second] = call.arguments
    const prefix = second?.value.kind === 'string' ? `${second.value.text}::` : ''
    if (!first) continue
    const directories = call.name.endsWith('Path')
      ? application.values.paths(first.value, scope, [root])
      : application.values
          .known(first.value, scope)
          .flatMap((name) => views.directories.map((directory) => join(directory, name.replaceAll('.', '/'))))
    for (const directory of directories) {
      for (const file of host.under(directory)) {
        if (!file.endsWith('.blade.php')) continue
        put(`x-${prefix}${file.slice(directory.length + 1, -'.blade.php'.length).replaceAll('/', '.')}`, [
          { file, certainty: 'exact' },
        ])
      }
    }
  }
  return found
}

/** The view of a component's `render()`, and the class itself, which may hold the markup. */
function classTargets({ host, values }: LaravelApplication, views: LaravelViews, of: PhpClass): Target[] {
  const render = phpClasses(host).method(of, 'render')
  if (!render) return []
  const calls = followCalls(host, render.body, { ...render.scope, self: of }).calls
  const named = calls
    .filter(({ call }) => /(^|\\|->)(view|View::make|make)$/.test(call.path) && call.arguments.length > 0)
    .flatMap(({ call, scope }) => values.known(call.arguments[0]?.value, scope))
    .flatMap((name) => views.files(name))
  return [...named, { file: render.scope.file, certainty: 'exact', part: render.body }]
}

function livewireTargets(application: LaravelApplication, views: LaravelViews, of: PhpClass): Target[] {
  if (!isLivewire(phpClasses(application.host), of)) return []
  return [...livewireView(application, views, of).leaves, { file: of.file, certainty: 'exact' }]
}

/** Calls in providers that tell Blade or Livewire something. */
function registrations(
  { host, root }: LaravelApplication,
  path: RegExp,
): {
  call: ReturnType<typeof outlineOf>['calls'][number]
  scope: ReturnType<ReturnType<typeof phpClasses>['scope']>
}[] {
  return host
    .under(root)
    .filter((file) => /Provider\.php$/.test(file) && !/(^|\/)vendor\//.test(file) && host.isProduct(file))
    .flatMap((file) =>
      outlineOf(host, file)
        .calls.filter((call) => path.test(call.path))
        .map((call) => ({ call, scope: phpClasses(host).scope(file, call.start) })),
    )
}

/** `Blade::directive('pixel', fn () => …)`: `@pixel` is what the function gives. */
function ownDirectives(application: LaravelApplication): ReadonlyMap<string, readonly Target[]> {
  const found = new Map<string, Target[]>()
  for (const { call, scope } of registrations(application, /(^|\\)Blade::directive$/)) {
    const [name, handler] = call.arguments
    if (name?.value.kind !== 'string' || !handler) continue
    found.set(name.value.text.toLowerCase(), [
      { file: scope.file, certainty: 'exact', part: { start: call.start, end: call.end } },
    ])
  }
  return found
}

/** `View::composer('partials.header', HeaderComposer::class)`: what a composer adds is shown in its views. */
function composerEdges(
  application: LaravelApplication,
  views: LaravelViews,
  templates: readonly string[],
): ReachEdge[] {
  const { host, values } = application
  const classes = phpClasses(host)
  return registrations(
    application,
    /(^|\\)(View::(composer|creator)|view\(\)->(composer|creator))$|^view\(\)->(composer|creator)$/,
  ).flatMap(({ call, scope }) => {
    const [target, composer] = call.arguments
    if (!target || !composer) return []
    const names = (
      target.value.kind === 'list' ? target.value.items.map(({ value }) => value) : [target.value]
    ).flatMap((node) => values.known(node, scope))
    const [written] = values.known(composer.value, scope)
    const of = written === undefined ? null : classes.named(written.split('@')[0] as string)
    const to: Target = of
      ? { file: of.file, certainty: 'exact' }
      : { file: scope.file, certainty: 'exact', part: { start: call.start, end: call.end } }
    const shown = names.flatMap((name) =>
      name.includes('*')
        ? templates.filter((file) =>
            pathMatcher(name.replaceAll('.', '/'))((views.nameOf(file) ?? '').replaceAll('.', '/')),
          )
        : views.files(name).map(({ file }) => file),
    )
    return [...new Set(shown)].map((file): ReachEdge => ({
      from: { file, unit: null },
      offset: null,
      kind: 'include',
      certainty: to.certainty,
      to: { file: to.file, unit: null },
      ...(to.part ? { part: to.part } : {}),
    }))
  })
}
