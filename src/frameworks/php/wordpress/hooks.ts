/** Callbacks of hooks, shortcodes, widgets, blocks and REST routes of themes and plugins, and the pages they run on. */
import { HOLE } from '../../../parse/hole.js'
import { weakest } from '../../../certainty.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import type { RouteDeclaration, RoutePlace } from '../../framework.js'
import { routePath } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import type { PhpCallNode, PhpNode } from '../reading/outline.js'
import { firedBy, type Firing } from './fired.js'
import { AJAX, hookScope, isKnownHook, LOGIN, type HookScope } from './hook-scopes.js'
import type { SiteCode } from './site-code.js'

export interface HookedCode {
  /** Code with the pages it runs on. */
  places: { place: RoutePlace; on: HookScope['on']; certainty: Certainty; firedBy?: Firing | null }[]
  /** Code that no visitor's page runs. */
  hidden: RoutePlace[]
  /** From a template that fires a hook, or shows a shortcode, to the code that answers. */
  edges: ReachEdge[]
  /** Routes of plugins: the log-in page when something is put on it, requests of scripts, REST routes. */
  routes: RouteDeclaration[]
}

interface Registration {
  hook: string
  targets: RoutePlace[]
  file: string
}

export function hookedCode(code: SiteCode): HookedCode {
  const found: HookedCode = { places: [], hidden: [], edges: [], routes: [] }
  const registrations = [...hooks(code), ...shortcodes(code)]
  const fired = firedHooks(code)
  for (const { hook, targets } of registrations) {
    const firings = isKnownHook(hook) ? [] : (fired.get(hook) ?? [])
    if (firings.length > 0) {
      for (const { file, offset } of firings)
        for (const target of targets) found.edges.push(edgeTo(file, offset, target))
      continue
    }
    const scope = hookScope(hook)
    for (const place of targets) {
      if (scope.on === 'none') found.hidden.push(place)
      else found.places.push({ place, on: scope.on, certainty: scope.certainty, firedBy: firedBy(hook) })
    }
  }
  for (const place of [...widgets(code), ...blocks(code)])
    found.places.push({ place, on: 'all', certainty: 'possible' })
  const on = (path: string): Registration[] => registrations.filter(({ hook }) => hookScope(hook).on.includes(path))
  const login = on(LOGIN)[0]
  if (login) found.routes.push({ path: LOGIN, kind: 'page', certainty: 'exact', file: login.file, leaves: [] })
  const ajax = on(AJAX)[0]
  if (ajax) found.routes.push({ path: AJAX, kind: 'api', certainty: 'exact', file: ajax.file, leaves: [] })
  found.routes.push(...restRoutes(code))
  // The pages of a shop are there when something is put on them.
  const shop = new Map(registrations.flatMap(({ hook, file }) => {
    const { on } = hookScope(hook)
    return typeof on === 'string' || on.includes(LOGIN) || on.includes(AJAX)
      ? []
      : on.map((path): [string, string] => [path, file])
  }))
  for (const [path, file] of shop) found.routes.push({ path, kind: 'page', certainty: 'likely', file, leaves: [] })
  // Code on several occasions runs on all of them; what also runs on pages is not hidden.
  const shown = new Set(found.places.map(({ place }) => key(place)))
  found.hidden = found.hidden.filter((place) => !shown.has(key(place)))
  return found
}

function key({ file, start }: RoutePlace): string {
  return `${file}|${start}`
}

function edgeTo(file: string, offset: number, target: RoutePlace): ReachEdge {
  return {
    from: { file, unit: null }, offset, kind: 'include', certainty: 'exact', to: { file: target.file, unit: null },
    part: { start: target.start, end: target.end },
  }
}

/** `add_action('wp_head', 'track')`, `$loader->add_action('wp_head', $object, 'track')`. */
function hooks(code: SiteCode): Registration[] {
  return code.calls(/^add_(action|filter)$/).flatMap(({ call, scope, file }) => {
    const [hook, callback, method] = call.arguments
    if (!hook || !callback) return []
    const isLoader = method?.value.kind === 'string' && callback.value.kind === 'variable'
    const target: PhpNode = !isLoader ? callback.value
      : { kind: 'list', items: [callback, method], start: callback.value.start, end: method.value.end }
    const targets = code.callback(target, scope)
    if (targets.length === 0) return []
    return code.values.texts(hook.value, scope).map((text) => ({ hook: text.replaceAll(HOLE, '*'), targets, file }))
  })
}

const SHORTCODE = 'shortcode '

function shortcodes(code: SiteCode): Registration[] {
  return code.calls(/^add_shortcode$/).flatMap(({ call, scope, file }) => {
    const [name, callback] = call.arguments
    if (!name || !callback) return []
    const targets = code.callback(callback.value, scope)
    return code.values.known(name.value, scope).map((text) => ({ hook: SHORTCODE + text, targets, file }))
  })
}

/** Where templates fire hooks of the site's own, and show shortcodes. */
function firedHooks(code: SiteCode): ReadonlyMap<string, { file: string; offset: number }[]> {
  const found = new Map<string, { file: string; offset: number }[]>()
  const put = (hook: string, file: string, call: PhpCallNode): void => {
    found.set(hook, [...(found.get(hook) ?? []), { file, offset: call.start }])
  }
  for (const { call, scope, file } of code.calls(/^(do_action|do_action_ref_array|apply_filters|do_shortcode)$/)) {
    const [name] = call.arguments
    if (!name) continue
    for (const text of code.values.known(name.value, scope)) {
      if (call.name !== 'do_shortcode') put(text, file, call)
      else for (const [, tag] of text.matchAll(/\[([\w-]+)/g)) put(SHORTCODE + (tag as string), file, call)
    }
  }
  return found
}

/** https://developer.wordpress.org/themes/functionality/widgets/ */
function widgets(code: SiteCode): RoutePlace[] {
  const classes = phpClasses(code.host)
  return code.files
    .flatMap((file) => classes.inFile(file))
    .filter((of) => classes.superclassNames(of).some((name) => /(^|\\)WP_Widget$/.test(name)))
    .flatMap((of) => {
      const method = classes.method(of, 'widget')
      return method ? [{ file: method.scope.file, ...method.body }] : []
    })
}

/** `register_block_type('x', ['render_callback' => …])`; blocks with files of their own are read by their names. */
function blocks(code: SiteCode): RoutePlace[] {
  return code.calls(/^register_block_type(_from_metadata)?$/).flatMap(({ call, scope }) =>
    call.arguments.flatMap(({ value }) => (value.kind === 'list' ? value.items : []))
      .filter(({ name }) => name === 'render_callback').flatMap(({ value }) => code.callback(value, scope)))
}

/** https://developer.wordpress.org/rest-api/extending-the-rest-api/adding-custom-endpoints/ */
function restRoutes(code: SiteCode): RouteDeclaration[] {
  return code.calls(/^register_rest_route$/).flatMap(({ call, scope, file }) => {
    const [namespace, route, options] = call.arguments
    if (!namespace || !route) return []
    const lists =
      options?.value.kind === 'list' ? [options.value, ...options.value.items.map(({ value }) => value)] : []
    const callbacks = lists
      .flatMap((list) => (list.kind === 'list' ? list.items : []))
      .filter(({ name }) => name === 'callback')
    const places = callbacks.flatMap(({ value }) => code.callback(value, scope))
    return code.values.texts(namespace.value, scope).flatMap((first) =>
      code.values.texts(route.value, scope).map((second): RouteDeclaration => ({
        path: routePath(
          'wp-json',
          ...`${first}/${second}`
            .replace(/\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)/g, ':$1')
            .replaceAll(HOLE, ':part')
            .split('/'),
        ),
        kind: 'api',
        certainty: 'exact',
        file,
        leaves: [],
        places,
      })),
    )
  })
}

/**
 * Which places are on a route, as sure as the hook is.
 *
 * @param fires whether the templates of the route run what is hooked to a function
 */
export function placesOn({ places }: HookedCode, path: string, fires: (by: Firing) => boolean): RoutePlace[] {
  return places
    .filter(({ firedBy: by = null }) => by === null || fires(by))
    .filter(({ on }) =>
      on === 'all' ? path !== LOGIN && path !== AJAX && !path.startsWith('/wp-json') : on.includes(path),
    )
    .map(({ place, certainty }) => ({ ...place, certainty: weakest(place.certainty ?? 'exact', certainty) }))
}

