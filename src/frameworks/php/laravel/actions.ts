/** What an action shows: views, pages of Inertia, components of Livewire. https://laravel.com/docs/12.x/responses */
import { HOLE } from '../../../parse/hole.js'
import { baseNameOf } from '../../../paths.js'
import type { Certainty } from '../../../types.js'
import type { RoutePlace } from '../../framework.js'
import { join } from '../../paths.js'
import { followCalls, type PhpCallAt } from '../code/calls.js'
import { phpClasses, type PhpClass, type PhpScope } from '../code/classes.js'
import type { PhpNode } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'
import { inertiaPages, rootView, ROOT_VIEW_CALLS } from './inertia.js'
import { isLivewire, livewireView, voltView } from './livewire.js'
import type { RouteAction } from './routes.js'
import type { LaravelViews } from './views.js'

export interface ShownFile {
  file: string
  certainty: Certainty
  /** What stands for the unknown part of its name: `about` for `view("pages.$page")` and `pages/about`. */
  filled?: string
}

export interface ShownPage {
  kind: 'page' | 'redirect' | 'api'
  leaves: ShownFile[]
  /** Layouts and root views around them. */
  shell: ShownFile[]
  /** Code that answers. */
  places: RoutePlace[]
  /** A view of which nothing is known is shown. */
  isOpen: boolean
  isInertia: boolean
  /** The controller is there and has no such method. */
  isMissing?: boolean
}

export type ActionReader = (action: RouteAction, isRead: boolean) => ShownPage

export function createActionReader(application: LaravelApplication, views: LaravelViews): ActionReader {
  const { host, values, root } = application
  const classes = phpClasses(host)

  const empty = (kind: ShownPage['kind']): ShownPage => ({
    kind,
    leaves: [],
    shell: [],
    places: [],
    isOpen: false,
    isInertia: false,
  })

  const viewsNamed = (names: readonly string[], page: ShownPage): void => {
    for (const name of names) {
      const found = views.files(name)
      if (found.length === 0 && name.includes(HOLE) && name.replaceAll(HOLE, '').replace(/[.:/]/g, '') === '')
        page.isOpen = true
      page.leaves.push(...found.map((each) => ({ ...each, ...filledPart(name, views.nameOf(each.file)) })))
    }
    page.kind = 'page'
  }

  const inertia = (names: readonly string[], page: ShownPage, chosen: string | null): void => {
    page.leaves.push(...names.flatMap((name) => inertiaPages(application, name)))
    const shell = views.files(chosen ?? rootView(application))
    page.shell.push(...shell)
    page.kind = 'page'
    page.isInertia = true
  }

  const livewire = (of: PhpClass, page: ShownPage): void => {
    const shown = livewireView(application, views, of)
    page.leaves.push(...shown.leaves)
    page.shell.push(...shown.layouts)
    const declaration = of.outline.declarations[of.index]
    if (declaration) page.places.push({ file: of.file, start: declaration.start, end: declaration.end })
    page.kind = 'page'
  }

  /** The names of the view a call shows; null for any other call. */
  const viewNames = ({ call, scope }: PhpCallAt): string[] | null => {
    const { path, arguments: given } = call
    const own = path.replace(/^\\/, '')
    const texts = (index: number): string[] => {
      const node = given[index]?.value
      const nodes = node === undefined ? [] : node.kind === 'list' ? node.items.map(({ value }) => value) : [node]
      return nodes.flatMap((each) => values.texts(each, scope))
    }
    if (own === 'view' && given.length > 0) return texts(0)
    if (/(^|\\)View::(make|first)$|^view\(\)->(make|first)$|^app\(\)->make$|^\$this->view->make$/.test(own)) {
      return own.startsWith('app') && !/^view$/.test(texts(0)[0] ?? '') ? null : texts(0)
    }
    if (/^response\(\)->view$|(^|\\)Response::view$/.test(own)) return texts(0)
    // A base controller's own way, or that of a theme, when a view of that name is there.
    if (/^\$this->(?:\w+->)?(view|render|renderView|display)$/.test(own)) {
      const named = texts(0).filter((name) => views.files(name).length > 0)
      return named.length > 0 ? named : null
    }
    return null
  }

  /** `response()->file(public_path('index.html'))`, `File::get(…)`, `view()->file(…)`. */
  const givenFiles = ({ call, scope }: PhpCallAt): string[] => {
    if (
      !/(^|\\)(File::get|Storage::get|View::file)$|^response\(\)->file$|^view\(\)->file$|^file_get_contents$/.test(
        call.path,
      )
    )
      return []
    const [first] = call.arguments
    return first
      ? values
          .paths(first.value, scope, [root, join(root, 'public')])
          .filter((path) => /\.(html?|php)$/.test(path) && host.has(path))
      : []
  }

  const body = (span: { start: number; end: number }, scope: PhpScope, isRead: boolean): ShownPage => {
    const page = empty('api')
    const followed = followCalls(host, span, scope)
    page.places.push(...followed.places)
    const roots = followed.calls
      .filter(({ call }) => ROOT_VIEW_CALLS.test(call.path))
      .flatMap(({ call, scope: at }) => values.known(call.arguments[0]?.value, at))
    for (const at of followed.calls) {
      const names = viewNames(at)
      if (names) viewsNamed(names, page)
      const files = givenFiles(at)
      page.leaves.push(...files.map((file): ShownFile => ({ file, certainty: 'exact' })))
      if (files.length > 0) page.kind = 'page'
      const component = inertiaName(at)
      if (component) inertia(values.texts(component, at.scope), page, roots[0] ?? null)
    }
    if (page.kind === 'page') return page
    const returned = scope.outline.returns
      .filter(({ value }) => value.start >= span.start && value.end <= span.end)
      .map(({ value }) => value)
    // The body of an arrow function is what it returns.
    const all = returned.length > 0 ? returned : followed.calls.slice(0, 1).map(({ call }) => call as PhpNode)
    if (all.some((value) => isMarkup(value, scope))) return { ...page, kind: 'page' }
    return isRead && all.length > 0 && all.every(isRedirect) ? { ...page, kind: 'redirect' } : page
  }

  const isMarkup = (node: PhpNode, scope: PhpScope): boolean =>
    node.kind !== 'call' && values.texts(node, scope).some((text) => /<(html|body|script|div)\b/i.test(text))

  const method = (action: RouteAction & { kind: 'method' }, isRead: boolean): ShownPage => {
    const of = controllerNamed(action.class)
    if (!of) {
      if (action.view === undefined) return { ...empty(isRead ? 'page' : 'api'), isOpen: true }
      const page = empty('page')
      viewsNamed([action.view], page)
      return page
    }
    if (isLivewire(classes, of) && (action.method === null || action.method === '__invoke')) {
      const page = empty('page')
      livewire(of, page)
      return page
    }
    const found = classes.method(of, action.method ?? '__invoke')
    if (!found) {
      if (action.view !== undefined) {
        const page = empty('page')
        viewsNamed([action.view], page)
        return page
      }
      return { ...empty(isRead ? 'page' : 'api'), isMissing: !hasUnknownBase(of) }
    }
    return body(found.body, { ...found.scope, self: of }, isRead)
  }

  /** Something above a controller is outside of the tree, and may have methods that are not seen. */
  const hasUnknownBase = (of: PhpClass): boolean =>
    classes.superclassNames(of).some((name) => !/^(Illuminate|Laravel)\\/.test(name) && classes.named(name) === null)

  const controllerNamed = (name: string): PhpClass | null =>
    classes.named(name) ??
    classes.named(`App\\Http\\Controllers\\${name}`) ??
    (name.includes('\\') ? null : classes.named(baseNameOf(name.replace(/\\/g, '/')), root))

  return (action, isRead) => {
    switch (action.kind) {
      case 'view': {
        const page = empty('page')
        viewsNamed(values.texts(action.name, action.scope), page)
        return page
      }
      case 'inertia': {
        const page = empty('page')
        inertia(values.texts(action.name, action.scope), page, null)
        return page
      }
      case 'volt': {
        const page = empty('page')
        for (const name of values.known(action.name, action.scope)) {
          const shown = voltView(application, views, name)
          page.leaves.push(...shown.leaves)
          page.shell.push(...shown.layouts)
        }
        return page
      }
      case 'closure': return body(action.body, action.scope, isRead)
      case 'method': return method(action, isRead)
      case 'redirect': return empty('redirect')
      default: return { ...empty(isRead ? 'page' : 'api'), isOpen: isRead }
    }
  }
}

/**
 * `Inertia::render('Portal/Home')`, `inertia('Portal/Home')`, `Jetstream::inertia()->render($request,
 * 'Profile/Show')`.
 */
function inertiaName({ call }: PhpCallAt): PhpNode | null {
  const [first, second] = call.arguments
  if (/(^|\\)Inertia::(render|modal)$|^inertia$|^inertia\(\)->render$/.test(call.path)) return first?.value ?? null
  return /(^|\\)Jetstream::inertia\(\)->render$/.test(call.path) ? second?.value ?? null : null
}

function isRedirect(node: PhpNode): boolean {
  if (node.kind === 'choice') return node.options.every(isRedirect)
  return (
    node.kind === 'call' &&
    /^\\?(redirect|to_route|back|abort|Redirect::\w+|Illuminate\\Support\\Facades\\Redirect::\w+|\w+::logout)\b/.test(
      node.path,
    )
  )
}

/** The text that stands for the one unknown part of a name. */
function filledPart(name: string, found: string | null): { filled?: string } {
  const [before, after, ...others] = name.split(HOLE)
  if (before === undefined || after === undefined || others.length > 0 || found === null) return {}
  const isFit = found.startsWith(before) && found.endsWith(after) && found.length > before.length + after.length
  return isFit ? { filled: found.slice(before.length, found.length - after.length) } : {}
}
