/**
 * URL patterns of Django: trees of `path()`, `re_path()` and `include()`, with prefixes of languages and of packages.
 * https://docs.djangoproject.com/en/5.2/topics/http/urls/
 */
import { HOLE } from '../../../parse/hole.js'
import type { Certainty } from '../../../types.js'
import { weakest } from '../../../certainty.js'
import type { RoutePlace } from '../../framework.js'
import { calledName, named, pathOf, positional, type Call, type Expression, type Statement } from '../../reading/code/nodes.js'
import { callsIn } from '../../reading/code/walk.js'
import type { PythonCode, Scope, Value } from '../reading/code.js'
import { textsOf } from '../reading/texts.js'
import { regexPaths } from '../url-patterns.js'
import { packages, type PackageRoute } from './packages.js'

export interface UrlEntry {
  /** As it grows from prefixes, slashes as written. */
  path: string
  certainty: Certainty
  declared: RoutePlace
  /** What answers; null where a package does. */
  view: Value | null
  packaged?: PackageRoute & { module: string }
}

interface Prefix {
  path: string
  certainty: Certainty
  /** Dotted name in front of views that are only named, of old versions. */
  module: string
}

const DEPTH = 16
const PATTERN = /^(path|re_path|url|[a-z_]*_path|[a-z_]*url)$/
/** Lists of patterns that only development has. */
const ONLY_DEBUG = /^(static|staticfiles_urlpatterns|debug_toolbar_urls)$/

export class UrlReader {
  private readonly open: string[] = []

  constructor(
    private readonly code: PythonCode,
    /** `/en/` in front of all languages, or of all but one. */
    private readonly languagePrefix: string = ':lang/',
  ) {}

  /** All entries below a module of URLs. */
  read(file: string, certainty: Certainty): UrlEntry[] {
    return this.module(file, { path: '', certainty, module: '' })
  }

  private module(file: string, prefix: Prefix): UrlEntry[] {
    if (this.open.includes(file) || this.open.length > DEPTH) return []
    this.open.push(file)
    const entries = this.statements(this.code.modules.statements(file), this.code.top(file), prefix)
    this.open.pop()
    return entries
  }

  private statements(statements: readonly Statement[], scope: Scope, prefix: Prefix): UrlEntry[] {
    return statements.flatMap((statement): UrlEntry[] => {
      switch (statement.kind) {
        case 'assign':
          return statement.targets.some((target) => pathOf(target) === 'urlpatterns')
            ? this.patterns({ node: statement.value, scope }, prefix) : []
        // `urlpatterns.append(…)`, `urlpatterns.extend([…])`
        case 'expression': {
          const call = statement.value
          if (call.kind !== 'call' || !/^urlpatterns\.(append|extend|insert)$/.test(pathOf(call.callee))) return []
          const node = positional(call).at(-1)
          return node ? this.entry({ node, scope }, prefix) : []
        }
        case 'branch': return statement.branches
          .flatMap(({ tests, body }) => (tests.some(isDebug) ? [] : this.statements(body, scope, prefix)))
        case 'block': return this.statements(statement.body, scope, prefix)
        case 'loop': return this.loop(statement, scope, prefix)
        default: return []
      }
    })
  }

  private loop({ variables, over, body }: Statement & { kind: 'loop' }, scope: Scope, prefix: Prefix): UrlEntry[] {
    const items = over ? this.code.items({ node: over, scope }) : []
    return items.slice(0, 100).flatMap((item) => {
      const parts = variables.length === 1 ? [item] : this.code.items(item)
      const given = new Map(scope.given)
      variables.forEach((name, index) => {
        const part = parts[index]
        if (part) given.set(name, part)
      })
      return this.statements(body, { ...scope, given }, prefix)
    })
  }

  /** Entries of an expression that gives a list of patterns. */
  private patterns(value: Value, prefix: Prefix, depth = 0): UrlEntry[] {
    const { node, scope } = value
    if (depth > DEPTH) return []
    const inner = (part: Expression, at = prefix): UrlEntry[] => this.patterns({ node: part, scope }, at, depth + 1)
    switch (node.kind) {
      case 'list': return node.items
        .flatMap(({ value: item, isSpread }) =>
          (isSpread ? inner(item) : this.entry({ node: item, scope }, prefix, depth + 1)))
      case 'binary': return [...inner(node.left), ...inner(node.right)]
      case 'choice': return isDebug(node.test)
        ? node.options.slice(1).flatMap((option) => inner(option)) : node.options.flatMap((option) => inner(option))
      case 'each': return this.code.items(value).flatMap((item) => this.entry(item, prefix, depth + 1))
      case 'call': return this.called(node, scope, prefix, depth)
      default: return this.followed(value, prefix, depth)
    }
  }

  private called(node: Call, scope: Scope, prefix: Prefix, depth: number): UrlEntry[] {
    const name = calledName(node)
    if (ONLY_DEBUG.test(name)) return []
    const given = positional(node)
    const spread = node.arguments.filter(({ isSpread }) => isSpread).map(({ value }) => value)
    if (name === 'i18n_patterns') {
      const off = named(node.arguments, 'prefix_default_language')
      const isOptional = off?.kind === 'constant' && off.value === false
      const at = { ...prefix, path: `${prefix.path}${isOptional ? ':lang?/' : this.languagePrefix}` }
      return [...given.flatMap((item) => this.entry({ node: item, scope }, at, depth + 1)), ...spread
        .flatMap((item) => this.patterns({ node: item, scope }, at, depth + 1))]
    }
    // `patterns('app.views', url(…), …)` of old versions.
    if (name === 'patterns') {
      const [first, ...others] = given
      const module = first?.kind === 'text' ? first.text : ''
      return others.flatMap((item) => this.entry({ node: item, scope }, { ...prefix, module }, depth + 1))
    }
    const found = this.code.find({ node: node.callee, scope })
    const results = found.flatMap((each) => (each.kind === 'function' ? this.code.results(each, node, scope) : []))
    if (results.length > 0) return results.flatMap((result) => this.patterns(result, prefix, depth + 2))
    // `format_suffix_patterns(urlpatterns)`, `required(login_required, [...])`
    return given.flatMap((item) =>
      (item.kind === 'list' || item.kind === 'name' ? this.patterns({ node: item, scope }, prefix, depth + 1) : []))
  }

  private followed(value: Value, prefix: Prefix, depth: number): UrlEntry[] {
    return this.code.find(value).flatMap((found) => (
      found.kind === 'value' && found.value.node !== value.node ? this.patterns(found.value, prefix, depth + 1) : []))
  }

  /** One entry of a list. */
  private entry(value: Value, prefix: Prefix, depth = 0): UrlEntry[] {
    const { node, scope } = value
    if (depth > DEPTH) return []
    if (node.kind === 'list') {
      // `(r'^login/$', 'login')` of old versions; anything else is a list of its own.
      const [first, second] = node.items.map((item) => item.value)
      if (first?.kind === 'text' && second) {
        return this.target(regexPaths(first.text), { node: second, scope }, node, prefix)
      }
      return this.patterns(value, prefix, depth)
    }
    if (node.kind === 'name' || node.kind === 'member' || node.kind === 'binary') {
      return this.patterns(value, prefix, depth)
    }
    if (node.kind !== 'call') return []
    const name = calledName(node)
    const [route, view] =
      [positional(node)[0] ?? named(node.arguments, 'route', 'regex'),
        positional(node)[1] ?? named(node.arguments, 'view')]
    if (!PATTERN.test(name) || !route || !view) return this.called(node, scope, prefix, depth)
    const texts = textsOf(this.code, { node: route, scope })
    const isRegex = /re_path|url$/.test(name) || texts.some((text) => text.startsWith('^'))
    const paths = texts.flatMap((text) => (isRegex ? regexPaths(text) : [converted(text)]))
    return this.target(paths, { node: view, scope }, node, prefix)
  }

  /** What paths lead to: a view, or patterns below them. */
  private target(paths: readonly string[], view: Value, declared: Expression, prefix: Prefix): UrlEntry[] {
    return paths.flatMap((path) => {
      const at: Prefix = {
        ...prefix, path: prefix.path + path.replaceAll(HOLE, ':value'),
        certainty: path.includes(HOLE) ? weakest(prefix.certainty, 'possible') : prefix.certainty,
      }
      const { node, scope } = view
      const place: RoutePlace = { file: scope.file, start: declared.start, end: declared.end }
      if (node.kind === 'call' && /include$/.test(calledName(node))) {
        const [target] = positional(node)
        return target ? this.included({ node: target, scope }, at, place) : []
      }
      if (node.kind === 'list') return this.included(view, at, place)
      if (node.kind === 'member' && node.name === 'urls') return this.included(view, at, place)
      return [{ path: at.path, certainty: at.certainty, declared: place, view: withModule(view, prefix.module) }]
    })
  }

  private included(target: Value, prefix: Prefix, declared: RoutePlace): UrlEntry[] {
    const { node, scope } = target
    if (node.kind === 'text' || node.kind === 'join') {
      return textsOf(this.code, target).flatMap((module) => {
        const file = this.code.modules.resolve(scope.file, module)
        return file === null ? packaged(module, prefix, declared) : this.module(file, prefix)
      })
    }
    // `(patterns, "app name")`
    if (node.kind === 'list') {
      const [first] = node.items
      const isPair = node.items.length <= 3 && first !== undefined && !this.isPattern(first.value)
      return isPair ? this.included({ node: first.value, scope }, prefix, declared) : this.patterns(target, prefix)
    }
    const external = this.code.externals(target)[0]
    if (external !== undefined && /^rest_framework.*Router\(\)\.urls$/.test(external)) {
      return this.registered(target, prefix, declared)
    }
    if (external !== undefined) return packaged(external.replace('()', ''), prefix, declared)
    const found = this.code.find(target).flatMap((each): UrlEntry[] => {
      if (each.kind === 'module') return this.module(each.file, prefix)
      return each.kind === 'value' && each.value.node !== node ? this.included(each.value, prefix, declared) : []
    })
    if (found.length > 0) return found
    // `site.urls` of an object the project made.
    if (node.kind === 'member' && node.name === 'urls') {
      const owner = this.code.externals({ node: node.object, scope })[0] ?? pathOf(node.object)
      return packaged(/admin|site$/i.test(owner) ? 'django.contrib.admin.urls' : owner, prefix, declared)
    }
    return this.patterns(target, prefix)
  }

  /** `router.register("visits", VisitViewSet)`. https://www.django-rest-framework.org/api-guide/routers/ */
  private registered({ node, scope }: Value, prefix: Prefix, declared: RoutePlace): UrlEntry[] {
    const router = node.kind === 'member' ? this.code.find({ node: node.object, scope })[0] : undefined
    const file = router?.kind === 'value' ? router.value.scope.file : scope.file
    const calls = callsIn(this.code.modules.statements(file))
      .filter((call) => calledName(call) === 'register' && positional(call).length >= 2)
    const found = calls.flatMap((call) => {
      const [route, view] = positional(call) as [Expression, Expression]
      return textsOf(this.code, { node: route, scope: this.code.top(file) }).flatMap((text) => regexPaths(text))
        .flatMap((path) => [`${path}/`, `${path}/:pk/`].map((suffix): UrlEntry => ({
        path: prefix.path + suffix.replaceAll(HOLE, ':value'), certainty: prefix.certainty, declared: { file,
          start: call.start, end: call.end },
        view: { node: view, scope: this.code.top(file) }, packaged: { path: '', templates: [], kind: 'api',
          module: 'rest_framework' },
      })))
    })
    return found.length > 0 ? found : packaged('rest_framework.routers', prefix, declared)
  }

  private isPattern(node: Expression): boolean {
    return node.kind === 'call' && PATTERN.test(calledName(node))
  }
}

function isDebug(test: Expression | null): boolean {
  return test !== null && /(^|\.)(DEBUG|TESTING|ENABLE_DEBUG_TOOLBAR)$/.test(pathOf(test))
}

/** `visits/<int:pk>/<path:rest>` → `visits/:pk/*`. https://docs.djangoproject.com/en/5.2/topics/http/urls/#path-converters */
function converted(route: string): string {
  return route.replace(/<(?:(\w+):)?(\w+)>/g, (_, type: string | undefined, name: string) =>
    (type === 'path' ? '*' : `:${name}`))
}

/** A view that is only named counts from the module of its list. */
function withModule(view: Value, module: string): Value {
  const { node } = view
  return module === '' || node.kind !== 'text' ? view : { ...view, node: { ...node, text: `${module}.${node.text}` } }
}

/** The routes of a package; one for everything below the prefix where it is not known. */
function packaged(module: string, prefix: Prefix, declared: RoutePlace): UrlEntry[] {
  const row = packages.find(({ modules }) => modules.test(module))
  const isData = /^(rest_framework|drf_|ninja|graphene|debug_toolbar|silk|__debug__|health_check|prometheus|hijack|social)/.test(module) || /router|api/i.test(module)
  const routes = row?.routes ?? [{ path: '*',
    templates: [`${module.split('.').find((part) => part !== 'urls') ?? module}/*`], ...(isData
      ? { kind: 'api' as const } : {}) }]
  return routes.map((each) => ({
    path: prefix.path + each.path, certainty: row
      ? prefix.certainty : weakest(prefix.certainty, 'possible'), declared, view: null,
    packaged: { ...each, module },
  }))
}
