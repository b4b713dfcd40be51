/** Where a server's views lie, in which engine, and which layout stands around them. */
import type { Certainty } from '../../types.js'
import { HOLE } from '../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { join } from '../paths.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'
import type { ViewCall } from './handlers.js'

export interface ViewSettings {
  /** Folders in the tree; the first that has a view wins. */
  directories: string[]
  /** Extensions without a dot, the most likely first. */
  extensions: string[]
  /** Name of the layout around every view; null for none. */
  layout: string | null
  /** Folders of layouts, when they are not those of views. */
  layoutDirectories: string[]
  /** The server says that there is no layout. */
  isPlain?: boolean
}

const ENGINES = ['ejs', 'pug', 'hbs', 'handlebars', 'njk', 'nunjucks', 'html', 'eta', 'mustache', 'twig', 'liquid', 'jade', 'jsx', 'tsx', 'njk.html', 'htm', 'vash', 'dot', 'edge']

export type ViewLeaf = NonNullable<RouteDeclaration['leaves']>[number]

export interface ShownView {
  leaves: ViewLeaf[]
  shell: NonNullable<RouteDeclaration['shell']>
}

/** The files that a call shows: the view, and the layout the engine puts around it. */
export function shownView(host: FrameworkHost, reader: ScriptReader, settings: ViewSettings, root: string, call: ViewCall): ShownView {
  const found = new Map<string, Certainty>()
  for (const name of reader.texts(call.name)) {
    for (const { file, certainty } of viewFiles(host, settings, root, name)) if (!found.has(file)) found.set(file, certainty)
  }
  const leaves = [...found].map(([file, certainty]) => ({ file, certainty }))
  const layout = layoutOf(reader, settings, call.options)
  const directories = [...settings.layoutDirectories, ...settings.directories]
  const around = layout === null ? [] : viewFiles(host, { ...settings, directories }, root, layout)
    .filter(({ file, certainty }) => certainty === 'exact' && !found.has(file)).slice(0, 1)
  return { leaves, shell: leaves.length === 0 ? [] : around.map(({ file }) => ({ file })) }
}

/** `{ layout: false }`, `{ layout: 'portal' }` beside the values of a view. */
function layoutOf(reader: ScriptReader, settings: ViewSettings, options: readonly ScriptValue[]): string | null {
  const [own] = options.flatMap((value) => reader.property(value, 'layout'))
  if (!own) return settings.layout
  const shape = reader.shape(own)
  if (shape?.kind === 'constant' && (shape.value === false || shape.value === null || shape.value === '')) return null
  return reader.text(own) ?? settings.layout
}

/** The files a view's name stands for; a HOLE in it may be any text without a slash. */
export function viewFiles(
  host: FrameworkHost, { directories, extensions }: ViewSettings, root: string, name: string,
): { file: string; certainty: Certainty }[] {
  const clean = name.replace(/\\/g, '/').replace(/^\.?\/+/, '')
  if (clean === '' || clean === HOLE) return []
  const all = [...new Set([...extensions, ...ENGINES])]
  const spellings = [clean, ...all.map((extension) => `${clean}.${extension}`), ...all.map((extension) => `${clean}/index.${extension}`)]
  if (clean.includes(HOLE)) return globbed(host, directories, clean, all)
  for (const directory of directories) {
    for (const spelling of spellings) {
      const file = join(directory, spelling)
      if (/\.\w+$/.test(file) && host.has(file)) return [{ file, certainty: 'exact' }]
    }
  }
  const below = host.under(root).filter((path) => host.isProduct(path) && spellings.some((spelling) => path.endsWith(`/${spelling}`)))
  return below.slice(0, 1).map((file) => ({ file, certainty: 'likely' }))
}

function globbed(host: FrameworkHost, directories: readonly string[], name: string, extensions: readonly string[]): { file: string; certainty: Certainty }[] {
  if (name.replaceAll(HOLE, '').replace(/[./]/g, '').length < 2) return []
  const pattern = new RegExp(`^${name.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')}(\\.\\w+)?$`)
  return directories.flatMap((directory) => host.under(directory).filter((file) => {
    const inside = directory === '' ? file : file.slice(directory.length + 1)
    return pattern.test(inside) && extensions.includes(file.slice(file.lastIndexOf('.') + 1))
  })).map((file) => ({ file, certainty: 'possible' }))
}

/** All templates below the folders of views. */
export function templatesIn(host: FrameworkHost, { directories, extensions }: ViewSettings): string[] {
  const known = new Set([...extensions, ...ENGINES])
  return [...new Set(directories.filter((directory) => directory !== '').flatMap((directory) => host.under(directory)))]
    .filter((file) => known.has(file.slice(file.lastIndexOf('.') + 1)))
}
