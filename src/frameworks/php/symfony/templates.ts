/** Where Twig looks for templates, and the files of their names. https://symfony.com/doc/current/templates.html */
import { HOLE } from '../../../parse/hole.js'
import { joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { viewFiles, type ViewFile } from '../code/views.js'
import { mapping, textIn, yamlMapping } from '../../yaml.js'

export interface TwigTemplates {
  /** Folders of names without a namespace, in order. */
  directories: readonly string[]
  files(name: string): ViewFile[]
}

const EXTENSIONS = ['', '.html.twig', '.twig']

export function twigTemplates(host: FrameworkHost, root: string): TwigTemplates {
  const configured = ['config/packages/twig.yaml', 'config/packages/twig.yml', 'app/config/config.yml']
    .map((name) => join(root, name))
    .filter((file) => host.has(file))
    .map((file) => mapping(yamlMapping(host, file)['twig']))
  const place = (written: string): string | null =>
    joinPath(root, written.replace(/%kernel\.project_dir%\/?/, '').replace(/%kernel\.root_dir%\/?/, 'app/'))
  const own: string[] = []
  const namespaces = new Map<string, string[]>()
  for (const settings of configured) {
    const standard = textIn(settings['default_path'])
    if (standard !== null) own.push(place(standard) ?? '')
    const paths = settings['paths']
    const listed = Array.isArray(paths)
      ? paths.map((path): [unknown, unknown] => [path, null])
      : Object.entries(mapping(paths))
    for (const [path, namespace] of listed) {
      const directory = typeof path === 'string' ? place(path) : null
      if (directory === null) continue
      if (typeof namespace === 'string' && namespace !== '__main__')
        namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), directory])
      else own.push(directory)
    }
  }
  const bundles = bundleViews(host, root)
  const directories = [...new Set([...own, join(root, 'templates'), join(root, 'app/Resources/views')])].filter(
    (directory) => directory !== '' && host.under(directory).length > 0,
  )
  const ofNamespace = (name: string): string[] => {
    const bare = name.replace(/Bundle$/, '')
    return [
      ...(namespaces.get(name) ?? []),
      ...directories.flatMap((directory) => [
        join(directory, `bundles/${bare}Bundle`),
        join(directory.replace(/views$/, ''), `${bare}Bundle/views`),
      ]),
      ...(bundles.get(bare) ?? []),
    ]
  }
  return {
    directories: [...directories, ...[...bundles.values()].flat()],
    files(name) {
      const namespaced = /^@!?(\w+)\/(.+)$/.exec(name)
      if (namespaced) return viewFiles(host, ofNamespace(namespaced[1] as string), EXTENSIONS, namespaced[2] as string)
      // `AppBundle:Default:index.html.twig`, `::base.html.twig`
      const old = /^(\w*):([\w/]*):(.+)$/.exec(name)
      if (!old) return viewFiles(host, directories, EXTENSIONS, name)
      const [, bundle = '', folder = '', file = ''] = old
      const path = [folder, file].filter((part) => part !== '').join('/')
      return viewFiles(
        host,
        bundle === '' ? directories : [...ofNamespace(bundle), ...directories],
        EXTENSIONS,
        path.includes(HOLE) ? path : path,
      )
    },
  }
}

/** `src/AppBundle/Resources/views`, by the name without `Bundle`. */
function bundleViews(host: FrameworkHost, root: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of host.under(join(root, 'src'))) {
    const match = /^(.*\/(\w+)Bundle\/(?:Resources\/views|templates))\//.exec(file)
    if (!match) continue
    const [, directory = '', name = ''] = match
    const list = found.get(name) ?? []
    if (!list.includes(directory)) found.set(name, [...list, directory])
  }
  return found
}
