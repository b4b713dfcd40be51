/** Which files the views of actions are. https://learn.microsoft.com/aspnet/core/mvc/views/overview#view-discovery */
import { HOLE } from '../../../parse/hole.js'
import { directoryOf, joinPath } from '../../../paths.js'
import type { Certainty } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import type { FileFinder } from '../projects.js'
import type { Controller } from './actions.js'

export interface FoundView {
  file: string
  certainty: Certainty
}

/** `{0}` is the view, `{1}` the controller, `{2}` the area. */
const AREA_PLACES = ['Areas/{2}/Views/{1}/{0}', 'Areas/{2}/Views/Shared/{0}']
const PLACES = ['Views/{1}/{0}', 'Views/Shared/{0}', 'Pages/Shared/{0}']
const EXTENSIONS = ['cshtml', 'vbhtml', 'aspx', 'ascx']
const FORMAT = /"~?\/?([^"\n]*\{0\}[^"\n]*?)(?:\.(?:cs|vb)html|"\s*\+\s*RazorViewEngine\.ViewExtension)?"/g

/** Places that a program adds to those that are looked through, without an extension. */
export function viewFormats(host: FrameworkHost, code: readonly string[]): string[] {
  return code.filter((file) => /View(?:Location|Engine)/.test(host.text(file) ?? '')).flatMap((file) =>
    [...(host.text(file) ?? '').matchAll(FORMAT)].map((match) => (match[1] as string).replace(/\.(?:cs|vb)html$/, '')))
}

/** @param name as an action writes it */
export function findActionView(
  host: FrameworkHost, finder: FileFinder, root: string, formats: readonly string[], controller: Controller, name: string,
): FoundView[] {
  const written = name.replace(/\\/g, '/')
  const bare = written.replace(/\.(?:cs|vb)html$/i, '')
  if (bare.includes(HOLE)) return globbed(host, root, controller, bare)
  const found = (path: string | null): string | null => (path === null ? null
    : EXTENSIONS.map((extension) => finder.find(`${path}.${extension}`)).find((file) => file !== null) ?? null)
  if (/^~?\//.test(written)) {
    const file = found(bare.replace(/^~?\/+/, ''))
    return file === null ? [] : [{ file, certainty: 'exact' }]
  }
  const filled = (format: string): string => format.replace('{0}', bare).replace('{1}', controller.name).replace('{2}', controller.area ?? '')
  const places = [...(controller.area === null ? [] : AREA_PLACES), ...PLACES, ...formats.filter((format) => controller.area !== null || !format.includes('{2}'))]
  for (const place of places) {
    const path = joinPath(directoryOf(filled(place)), bare.slice(bare.lastIndexOf('/') + 1))
    const file = found(bare.includes('../') ? joinPath('', filled(place)) : path === null || bare.includes('/') ? filled(place) : path)
    if (file !== null) return [{ file, certainty: 'exact' }]
  }
  return nearest(host, root, controller, bare)
}

/** A view of the controller's folder, wherever that is: features, themes, plug-ins. */
function nearest(host: FrameworkHost, root: string, { name, area }: Controller, view: string): FoundView[] {
  const end = `/${name}/${view}.cshtml`.toLowerCase()
  const files = host.under(root).filter((file) => `/${file.toLowerCase()}`.endsWith(end))
  const own = files.filter((file) => area === null || file.toLowerCase().includes(`/${area.toLowerCase()}/`))
  return (own.length > 0 ? own : files).slice(0, 1).map((file) => ({ file, certainty: 'likely' }))
}

function globbed(host: FrameworkHost, root: string, { name }: Controller, view: string): FoundView[] {
  if (view.replaceAll(HOLE, '').replace(/[./~]/g, '').length < 2) return []
  const pattern = view.replace(/^~?\//, '').split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')
  const folder = view.includes('/') ? '' : `(?:${name}|Shared)/`
  const fits = new RegExp(`(?:^|/)${folder}${pattern}\\.cshtml$`, 'i')
  return host.under(join(root, '')).filter((file) => fits.test(file)).map((file) => ({ file, certainty: 'possible' }))
}
