/**
 * Files that Spring gives out as they stand, and its welcome page.
 * https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.static-content
 */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { routePath } from '../../paths.js'
import { codeValues } from '../../reading/classes/constants.js'
import { outlineOf } from '../../reading/classes/outline.js'
import { xmlElements } from '../servlets/xml.js'
import type { SpringSettings } from './settings.js'

export interface StaticFolder {
  /** In front of the names of files: `/assets`, `''`. */
  prefix: string
  directory: string
}

const BUILT_IN = /^(?:.*\/)?(?:src\/main\/resources|resources)\/(?:static|public|resources|META-INF\/resources)(?=\/)/

/** HTML files below the folders, and the one that is shown at the root when nothing else is. */
export function staticRoutes(
  host: FrameworkHost, folders: readonly StaticFolder[], { context }: SpringSettings, routes: readonly RouteDeclaration[],
  claimed: ReadonlySet<string>,
): RouteDeclaration[] {
  const taken = new Set(routes.map(({ path }) => path))
  return folders.flatMap(({ prefix, directory }) => host.under(directory).flatMap((file): RouteDeclaration[] => {
    if (!/\.x?html?$/i.test(file) || claimed.has(file) || !host.isProduct(file)) return []
    if (!/<!doctype html|<html[\s>]|<body[\s>]/i.test(host.text(file) ?? '')) return []
    const below = file.slice(directory.length + 1)
    // Only the one at the top stands for its folder.
    const path = routePath(context, prefix, below === 'index.html' ? '' : below)
    if (taken.has(path)) return []
    taken.add(path)
    return [{ path, kind: below === 'index.html' ? 'page' : 'static', certainty: 'exact', file, leaves: [{ file }] }]
  }))
}

/** Folders whose files are given out, those of the configuration last. */
export function staticFolders(host: FrameworkHost, inModule: readonly string[], code: readonly string[], { properties, descriptions }: SpringSettings): StaticFolder[] {
  const pattern = properties.get('spring.mvc.static-path-pattern', 'spring.webflux.static-path-pattern') ?? '/**'
  const directories = new Set(inModule.map((file) => BUILT_IN.exec(file)?.[0]).filter((directory) => directory !== undefined))
  return [
    ...[...directories].map((directory) => ({ prefix: pattern.replace(/\/?\*\*$/, ''), directory })),
    ...handledFolders(host, inModule, code),
    ...descriptions.flatMap(({ xml }) => xmlElements(xml, 'resources').flatMap((element) =>
      located(inModule, element.attribute('mapping') ?? '', (element.attribute('location') ?? '').split(',')))),
  ]
}

/** `registry.addResourceHandler("/assets/**").addResourceLocations("classpath:/assets/")`. */
function handledFolders(host: FrameworkHost, inModule: readonly string[], code: readonly string[]): StaticFolder[] {
  const values = codeValues(host)
  return code.filter((file) => (host.text(file) ?? '').includes('addResourceLocations')).flatMap((file) => {
    const outline = outlineOf(host, file)
    return outline.classes.flatMap((type, owner) => type.methods.flatMap((method) => outline.calls(method.body)
      .filter(({ name, receiver }) => name === 'addResourceLocations' && receiver !== null).flatMap((call) => {
        const scope = { file, owner, body: method.body }
        const locations = call.arguments.flatMap(({ value }) => values.texts(value, scope))
        const patterns = (call.receiver?.arguments ?? []).flatMap(({ value }) => values.texts(value, scope))
        return patterns.flatMap((pattern) => located(inModule, pattern, locations))
      })))
  })
}

function located(inModule: readonly string[], pattern: string, locations: readonly string[]): StaticFolder[] {
  const prefix = pattern.replace(/\/?\*\*?$/, '')
  if (prefix.includes(HOLE) || /[*{]/.test(prefix)) return []
  return locations.flatMap((location) => {
    const path = location.trim().replace(/^(?:classpath\*?|file):/, '').replace(/^\/+|\/+$/g, '')
    if (path === '' || path.includes(HOLE)) return []
    const wanted = new RegExp(`^(?:.*/)?(?:src/main/(?:resources|webapp)|webapp|WebContent)/${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=/)`)
    const found = new Set(inModule.map((file) => wanted.exec(file)?.[0]).filter((directory) => directory !== undefined))
    return [...found].map((directory) => ({ prefix, directory }))
  })
}

/** The file of an address that one of the folders gives out; null when none has it. */
export function staticFile(host: FrameworkHost, folders: readonly StaticFolder[], url: string): string | null {
  for (const { prefix, directory } of folders) {
    if (!url.startsWith(`${prefix}/`)) continue
    const file = `${directory}${url.slice(prefix.length)}`
    if (host.has(file)) return file
  }
  return null
}
