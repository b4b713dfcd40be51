/** Files of views by the names Laravel gives them. https://laravel.com/docs/12.x/views */
import { HOLE } from '../../../parse/hole.js'
import { joinPath } from '../../../paths.js'
import { join } from '../../paths.js'
import { phpClasses } from '../code/classes.js'
import { viewFiles, type ViewFile } from '../code/views.js'
import { outlineOf } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'

export interface LaravelViews {
  /** Folders in which names without a namespace are looked for. */
  directories: readonly string[]
  /** The files of a name, `pages.booking` or `shop::cart`; a HOLE in it stands for any text. */
  files(name: string): ViewFile[]
  /** What a file is called by, without a namespace; null for one outside of the folders. */
  nameOf(file: string): string | null
}

export const VIEW_EXTENSIONS = ['.blade.php', '.php', '.html', '.css', '.twig']

export function createViews(application: LaravelApplication): LaravelViews {
  const { host, root } = application
  const directories = viewDirectories(application)
  const namespaces = viewNamespaces(application)
  return {
    directories,
    files(name) {
      const [namespace, inner] = name.includes('::') ? name.split('::') as [string, string] : ['', name]
      const path = inner.replace(/\.(?=[^.])/g, '/')
      if (namespace === '') return viewFiles(host, directories, VIEW_EXTENSIONS, path)
      // What an application has of its own under `vendor` comes before what a package brings.
      const own = directories.map((directory) => join(directory, `vendor/${namespace}`))
      const livewire =
        namespace === 'layouts' || namespace === 'pages'
          ? directories.map((directory) => join(directory, namespace))
          : []
      const module = joinPath(root, `Modules/${namespace.charAt(0).toUpperCase()}${namespace.slice(1)}`)
      const modules = module === null ? [] : [`${module}/resources/views`, `${module}/Resources/views`]
      return viewFiles(
        host,
        [...own, ...(namespaces.get(namespace.toLowerCase()) ?? []), ...livewire, ...modules],
        VIEW_EXTENSIONS,
        path,
      )
    },
    nameOf(file) {
      const directory = directories.find((each) => file.startsWith(`${each}/`))
      const extension = VIEW_EXTENSIONS.find((each) => file.endsWith(each))
      if (directory === undefined || extension === undefined) return null
      return file.slice(directory.length + 1, file.length - extension.length).replaceAll('/', '.')
    },
  }
}

function viewDirectories({ host, root, setting, values }: LaravelApplication): string[] {
  const scope = phpClasses(host).scope(join(root, 'config/view.php'), -1)
  const configured = setting('view.paths')
  const listed =
    configured?.kind === 'list' ? configured.items.flatMap(({ value }) => values.paths(value, scope, [root])) : []
  const found = [...listed, join(root, 'resources/views'), join(root, 'app/views')].filter(
    (directory) => !directory.includes(HOLE),
  )
  return [...new Set(found)].filter((directory) => host.under(directory).length > 0)
}

/** `$this->loadViewsFrom(__DIR__.'/../views', 'shop')`, `View::addNamespace('shop', …)`. */
function viewNamespaces({ host, root, values }: LaravelApplication): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const file of host.under(root)) {
    if (
      !/Provider\.php$/.test(file) ||
      /(^|\/)vendor\//.test(file) ||
      !/loadViewsFrom|addNamespace/.test(host.text(file) ?? '')
    )
      continue
    for (const call of outlineOf(host, file).calls) {
      if (call.name !== 'loadViewsFrom' && call.name !== 'addNamespace') continue
      const scope = phpClasses(host).scope(file, call.start)
      const [path, name] = call.name === 'loadViewsFrom' ? call.arguments : [...call.arguments].reverse()
      if (!path || !name) continue
      for (const namespace of values.known(name.value, scope)) {
        const nodes = path.value.kind === 'list' ? path.value.items.map(({ value }) => value) : [path.value]
        const list = found.get(namespace.toLowerCase()) ?? []
        found.set(namespace.toLowerCase(), [...list, ...nodes.flatMap((node) => values.paths(node, scope, [root]))])
      }
    }
  }
  return found
}
