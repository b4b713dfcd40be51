/**
 * Routes that an application's configuration writes or imports, in YAML, XML and PHP.
 * https://symfony.com/doc/current/routing.html#creating-routes-in-yaml-xml-or-php-files
 */
import { directoryOf, joinPath } from '../../../paths.js'
import type { RoutePlace } from '../../framework.js'
import { join } from '../../paths.js'
import { phpClasses, type PhpClass } from '../code/classes.js'
import type { PhpValues } from '../code/values.js'
import { outlineOf, type PhpCallNode, type PhpNode } from '../reading/outline.js'
import { isMapping, mapping, textIn, textsIn, yamlMapping, type Mapping } from '../../yaml.js'
import { symfonyPath, type Prefix, type SymfonyAction, type SymfonyRoute } from './attributes.js'

/** A folder or file of controllers whose attributes are routes, with what is put in front of them. */
export interface ImportedControllers extends Prefix {
  /** In the tree; a folder or a file. */
  place: string
}

export interface ConfiguredRoutes {
  routes: SymfonyRoute[]
  controllers: ImportedControllers[]
  /** Bundles whose own routes are imported, `FOSUserBundle`, with their prefixes. */
  bundles: (Prefix & { name: string; file: string })[]
}

const STARTS = [
  'config/routes.yaml',
  'config/routes.yml',
  'config/routes.php',
  'config/routes.xml',
  'app/config/routing.yml',
  'app/config/routing.xml',
  'src/Kernel.php',
]
const DEPTH = 8

export function configuredRoutes(values: PhpValues, root: string): ConfiguredRoutes {
  const { host } = values
  const found: ConfiguredRoutes = { routes: [], controllers: [], bundles: [] }
  const read = new Set<string>()

  const readFile = (file: string, prefixes: readonly Prefix[], depth: number): void => {
    if (depth > DEPTH || !host.has(file)) return
    read.add(file)
    if (/\.ya?ml$/.test(file)) {
      const top = yamlMapping(host, file)
      const offsetOf = (name: string): number =>
        Math.max(
          0,
          (host.text(file) ?? '').search(new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*:`, 'm')),
        )
      for (const [name, entry] of Object.entries(top)) {
        // `when@dev` and the like hold what is there in one environment only.
        if (isMapping(entry) && !/^when@(dev|test)/.test(name))
          readEntry(file, name, entry, prefixes, offsetOf(name), depth)
      }
    } else if (file.endsWith('.xml')) readXml(file, prefixes, depth)
    else readPhp(file, prefixes, depth)
  }

  const readEntry = (
    file: string,
    name: string,
    entry: Mapping,
    outer: readonly Prefix[],
    at: number,
    depth: number,
  ): void => {
    const resource = isMapping(entry['resource']) ? textIn(entry['resource']['path']) : textIn(entry['resource'])
    const written = isMapping(entry['prefix'])
      ? Object.values(entry['prefix']).filter((item) => typeof item === 'string')
      : [textIn(entry['prefix']) ?? '']
    const prefixes = outer.flatMap((prefix) =>
      written.map((path) => ({
        path: `${prefix.path}/${path}`,
        name: prefix.name + (textIn(entry['name_prefix']) ?? ''),
      })),
    )
    if (resource !== null) {
      importResource(file, resource, textIn(entry['type']), prefixes, depth)
      return
    }
    const paths = isMapping(entry['path'])
      ? Object.values(entry['path']).filter((item) => typeof item === 'string')
      : textsIn(entry['path'] ?? entry['pattern'])
    const defaults = mapping(entry['defaults'])
    const controller = textIn(entry['controller']) ?? textIn(defaults['_controller'])
    const rests = Object.entries(mapping(entry['requirements']))
      .filter(([, pattern]) => typeof pattern === 'string' && /^\(?\.[*+]/.test(pattern))
      .map(([key]) => key)
    for (const path of paths)
      add(
        file,
        at,
        name,
        withRests(path, rests),
        controller,
        textsIn(entry['methods']),
        textIn(defaults['template']),
        prefixes,
      )
  }

  const add = (
    file: string,
    at: number,
    name: string | null,
    path: string,
    controller: string | null,
    methods: readonly string[],
    template: string | null,
    prefixes: readonly Prefix[],
  ): void => {
    const declared: RoutePlace = { file, start: at, end: at + 1 }
    const isRead = methods.length === 0 || methods.some((method) => /^(GET|ANY|HEAD)$/i.test(method))
    for (const prefix of prefixes) {
      found.routes.push({
        path: symfonyPath(`${prefix.path}/${path}`),
        name: name === null ? null : prefix.name + name,
        isRead,
        declared,
        action: template !== null ? { kind: 'template', name: template } : actionOf(values, controller),
      })
    }
  }

  const importResource = (
    file: string,
    resource: string,
    type: string | null,
    prefixes: readonly Prefix[],
    depth: number,
  ): void => {
    const bundle = /^@(\w+Bundle)\/?(.*)$/.exec(resource)
    if (bundle) {
      const [, name = '', path = ''] = bundle
      const inTree = host.under(join(root, 'src')).find((each) => each.includes(`/${name}/`))
      const directory = inTree === undefined ? null : `${inTree.slice(0, inTree.indexOf(`/${name}/`))}/${name}`
      if (directory !== null) importResource(join(directory, 'x'), `./${path}`, type, prefixes, depth)
      else for (const prefix of prefixes) found.bundles.push({ ...prefix, name, file })
      return
    }
    if (type === 'api_platform') {
      for (const prefix of prefixes) {
        found.routes.push({
          path: symfonyPath(`${prefix.path}/*`),
          name: null,
          isRead: true,
          declared: { file, start: 0, end: 0, certainty: 'possible' },
          action: { kind: 'api' },
        })
      }
      return
    }
    const clean = resource.replace(/%kernel\.project_dir%\/?/, `/${root}/`.replace(/\/+/g, '/'))
    const place = clean.startsWith('/') ? joinPath('', clean) : joinPath(directoryOf(file), clean)
    if (place === null) return
    const fixed = place.replace(/\/?[^/]*[*{].*$/, '')
    if (/\.(ya?ml|xml)$/.test(place) || (/\.php$/.test(place) && !/^(annotation|attribute)/.test(type ?? 'php'))) {
      for (const each of place === fixed ? [place] : host.under(fixed))
        if (/\.(ya?ml|xml|php)$/.test(each)) readFile(each, prefixes, depth + 1)
    } else if (/^(annotation|attribute|directory)/.test(type ?? '') || type === null || host.under(fixed).length > 0) {
      if (/^(yaml|glob|directory|php)$/.test(type ?? ''))
        for (const each of host.under(fixed)) readFile(each, prefixes, depth + 1)
      else for (const prefix of prefixes) found.controllers.push({ ...prefix, place: fixed })
    }
  }

  const readXml = (file: string, prefixes: readonly Prefix[], depth: number): void => {
    const text = (host.text(file) ?? '').replace(/<!--[^]*?-->/g, (comment) => ' '.repeat(comment.length))
    for (const match of text.matchAll(/<(route|import)\b([^>]*?)(?:\/>|>([^]*?)<\/\1>)/g)) {
      const [, tag, attributes = '', inner = ''] = match
      const value = (name: string): string | null =>
        new RegExp(`\\b${name}\\s*=\\s*"([^"]*)"`).exec(attributes)?.[1] ?? null
      const inside = (key: string): string | null =>
        new RegExp(`<default\\s+key="${key}"[^>]*>([^<]*)<`).exec(inner)?.[1]?.trim() ?? null
      if (tag === 'import') {
        const own = prefixes.map((prefix) => ({
          path: `${prefix.path}/${value('prefix') ?? ''}`,
          name: prefix.name + (value('name-prefix') ?? ''),
        }))
        importResource(file, value('resource') ?? '', value('type'), own, depth)
      } else
        add(
          file,
          match.index,
          value('id'),
          value('path') ?? '',
          value('controller') ?? inside('_controller'),
          (value('methods') ?? '').split('|').filter((each) => each !== ''),
          inside('template'),
          prefixes,
        )
    }
  }

  /**
   * `$routes->add('blog', '/blog')->controller([Blog::class, 'list'])`, `$routes->import('../src/Controller/',
   * 'attribute')->prefix('/x')`.
   */
  const readPhp = (file: string, prefixes: readonly Prefix[], depth: number): void => {
    const outline = outlineOf(host, file)
    const inChains = new Set<PhpNode | null>()
    for (const call of outline.calls) inChains.add(call.receiver)
    for (const call of outline.calls) {
      if (inChains.has(call)) continue
      const links = new Map<string, PhpCallNode>()
      for (let at: PhpNode | null = call; at?.kind === 'call'; at = at.receiver) links.set(at.name, at)
      const scope = phpClasses(host).scope(file, call.start)
      const texts = (link: PhpCallNode | undefined, index: number): string[] => {
        const node = link?.arguments[index]?.value
        return node === undefined
          ? []
          : node.kind === 'list'
            ? node.items.flatMap(({ value }) => values.texts(value, scope))
            : values.texts(node, scope)
      }
      const added = links.get('add')
      const imported = links.get('import')
      const own = prefixes.flatMap((prefix) =>
        (texts(links.get('prefix'), 0).length > 0 ? texts(links.get('prefix'), 0) : ['']).map((path) => ({
          path: `${prefix.path}/${path}`,
          name: prefix.name + (texts(links.get('namePrefix'), 0)[0] ?? ''),
        })),
      )
      if (imported && /^\$/.test(imported.path)) {
        const type = texts(imported, 1)[0] ?? null
        const node = imported.arguments[0]?.value
        for (const resource of node ? values.texts(node, scope) : []) {
          importResource(file, resource.startsWith('\u0000') ? `/${resource.slice(1)}` : resource, type, own, depth)
        }
      } else if (added && added.arguments.length > 1 && /^\$/.test(added.path)) {
        const controller = links.get('controller')?.arguments[0]?.value
        const route = added.arguments[1]?.value
        const isOld = route?.kind === 'call' && route.path.startsWith('new ')
        const paths = isOld && route.kind === 'call' ? texts(route, 0) : texts(added, 1)
        const old = isOld && route.kind === 'call' ? route.arguments[1]?.value : undefined
        const named = old?.kind === 'list' ? old.items.find(({ name }) => name === '_controller')?.value : controller
        for (const path of paths)
          add(
            file,
            call.start,
            texts(added, 0)[0] ?? null,
            path,
            controllerText(values, named, scope),
            texts(links.get('methods'), 0),
            null,
            own,
          )
      }
    }
  }

  const top: Prefix[] = [{ path: '', name: '' }]
  for (const start of STARTS) readFile(join(root, start), top, 0)
  for (const file of host.under(join(root, 'config/routes'))) {
    const inside = file.slice(join(root, 'config/routes').length + 1)
    if (/^(dev|test)\//.test(inside) || read.has(file)) continue
    readFile(file, top, 0)
  }
  return found
}

function withRests(path: string, rests: readonly string[]): string {
  return path.replace(/\{(\w+)\}/g, (whole, name: string) => (rests.includes(name) ? `{${name}<.+>}` : whole))
}

/** `App\Controller\X::y`, `[X::class, 'y']`, `X::class`. */
function controllerText(
  values: PhpValues,
  node: PhpNode | undefined,
  scope: Parameters<PhpValues['texts']>[1],
): string | null {
  if (!node) return null
  if (node.kind !== 'list') return values.known(node, scope)[0] ?? null
  const parts = node.items.map(({ value }) => values.known(value, scope)[0])
  return parts[0] === undefined ? null : parts.filter((part) => part !== undefined).join('::')
}

/** The action of a controller as configuration names it: also `AppBundle:Default:index`. */
export function actionOf(values: PhpValues, written: string | null): SymfonyAction {
  if (written === null) return { kind: 'unknown' }
  if (/RedirectController|:Redirect:/.test(written)) return { kind: 'redirect' }
  const classes = phpClasses(values.host)
  const old = /^(\w*Bundle):([\w\\/]+):(\w+)$/.exec(written)
  const [className = '', method] = old
    ? [`${old[2]}Controller`.replaceAll('/', '\\'), `${old[3]}Action`]
    : written.split(/::?/)
  const of: PhpClass | null = classes.named(className) ?? (old ? classes.named(className.replace(/^.*\\/, '')) : null)
  const found = of ? classes.method(of, method ?? '__invoke') : null
  return of && found ? { kind: 'method', of, method: found } : { kind: 'unknown' }
}
