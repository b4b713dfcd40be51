/** Where views, templates and layouts of GSP lie. https://gsp.grails.org/latest/guide/index.html */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import type { Leaf, Shell } from '../view-files.js'
import type { GrailsController } from './controllers.js'

export interface GspViews {
  /** `folder`: the controller's. A name that begins with a slash counts from the root of the views. */
  view(folder: string | null, name: string): { leaves: Leaf[] }
  /** Templates an action renders: files whose name begins with `_`. */
  templatesNamed(folder: string, name: string): Leaf[]
  /** The template a page or a tag names. */
  template(from: string, name: string): string | null
  /** Layouts that may stand around a view that is not in the tree. */
  anyLayout(): Shell
  /** Layouts around a page that names none itself. */
  shell(file: string, controller: GrailsController | null, action: string | null, asked: string | null): Shell
}

const EXTENSIONS = ['gsp', 'gson', 'jsp']
/** The page says itself what stands around it. */
const META = /<meta\s+(?=[^>]*\bname\s*=\s*["']layout["'])[^>]*?\bcontent\s*=\s*["']([^"'\n]*)["']/

export function createGspViews(host: FrameworkHost, root: string, defaultLayout: string): GspViews {
  const base = join(root, 'grails-app/views')
  const find = (path: string): Leaf[] => {
    if (path.includes(HOLE)) return globbed(host, base, path)
    const file = EXTENSIONS.map((extension) => `${base}/${path}.${extension}`).find((each) => host.has(each))
    return file === undefined ? [] : [{ file }]
  }
  const inFolder = (folder: string | null, name: string): string =>
    (name.startsWith('/') || folder === null ? name.replace(/^\/+/, '') : `${folder}/${name}`).replace(/\.gsp$/, '')
  const asTemplate = (path: string): string => path.replace(/([^/]+)$/, '_$1').replace('__', '_')
  const layout = (name: string): string | null => {
    const file = `${base}/layouts/${name.replace(/^\/+/, '')}.gsp`
    return host.has(file) ? file : null
  }
  const anyLayout = (): Shell => host.under(`${base}/layouts`).filter((file) => /\.gsp$/.test(file))
    .map((file) => ({ file, certainty: 'possible' }))
  return {
    anyLayout,
    view: (folder, name) => ({ leaves: find(inFolder(folder, name)) }),
    templatesNamed: (folder, name) => find(asTemplate(inFolder(folder, name))),
    template(from, name) {
      const folder = /\/views\/(.*)\/[^/]+$/.exec(from)?.[1] ?? null
      return find(asTemplate(inFolder(folder, name)))[0]?.file ?? null
    },
    shell(file, controller, action, asked) {
      const own = META.exec(host.text(file) ?? '')?.[1]
      if (own !== undefined) {
        if (!/[$<]/.test(own)) return []
        // A layout that is computed may be any.
        return anyLayout()
      }
      if (!/<head[\s>]|<html[\s>]|<body[\s>]/i.test(host.text(file) ?? '')) return []
      const names = [asked, controller?.layout ?? null, ...(controller ? [`${controller.name}/${action ?? ''}`, controller.name] : []), defaultLayout]
      for (const name of names) {
        const found = name === null || name === '' || name === 'none' ? null : layout(name)
        if (found !== null && found !== file) return [{ file: found }]
      }
      return []
    },
  }
}

function globbed(host: FrameworkHost, base: string, path: string): Leaf[] {
  if (path.replaceAll(HOLE, '').replace(/[./_]/g, '').length < 2) return []
  const pattern = path.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')
  const fits = new RegExp(`^${pattern}\\.gsp$`)
  return host.under(base).filter((file) => fits.test(file.slice(base.length + 1))).map((file) => ({ file, certainty: 'possible' }))
}
