/**
 * Which template of the themes a page is shown in, by the suggestions of its path.
 * https://www.drupal.org/docs/theming-drupal/twig-in-drupal/twig-template-naming-conventions
 */
import type { FrameworkHost, Injection, RouteDeclaration, RoutePlace } from '../../framework.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import { baseNameOf } from '../../../paths.js'
import type { Extension } from './extensions.js'

const TEMPLATE = /^(.+)\.(?:html\.twig|tpl\.php)$/

export interface DrupalTheme {
  extension: Extension
  /** `possible` when another theme of the tree may be the one that is shown. */
  certainty: Certainty
  /** Template name (`page--front`) → file: its own, else that of the theme it falls back on. */
  templates: ReadonlyMap<string, string>
}

/** Themes that are shown: those no other theme of the tree only builds on. */
export function shownThemes(
  host: FrameworkHost, extensions: readonly Extension[], chosen: string | null,
): DrupalTheme[] {
  const themes = extensions.filter(({ kind }) => kind === 'theme')
  const shown = themes.filter(({ name }) => name === chosen || !themes.some(({ base }) => base === name))
  return shown.map((extension) => {
    const certainty = chosen === null ? (shown.length === 1 ? 'exact' : 'likely') : extension.name === chosen ? 'exact' : 'possible'
    return { extension, certainty, templates: templatesOf(host, themes, extension) }
  })
}

function templatesOf(host: FrameworkHost, themes: readonly Extension[], theme: Extension): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const seen = new Set<Extension>()
  for (let at: Extension | undefined = theme; at && !seen.has(at);) {
    seen.add(at)
    for (const file of host.under(at.directory)) {
      const name = TEMPLATE.exec(baseNameOf(file))?.[1]?.replaceAll('_', '-')
      if (name !== undefined && !found.has(name) && host.isProduct(file)) found.set(name, file)
    }
    const { base }: Extension = at
    at = themes.find(({ name }) => name === base)
  }
  return found
}

/** Templates that every theme built on them has its own of: nothing shows them. */
export function hiddenTemplates(
  host: FrameworkHost, themes: readonly DrupalTheme[], all: readonly Extension[],
): RoutePlace[] {
  const used = new Set(themes.flatMap(({ templates }) => [...templates.values()]))
  return all.filter(({ kind }) => kind === 'theme').flatMap(({ directory }) => host.under(directory))
    .filter((file) => TEMPLATE.test(baseNameOf(file)) && !used.has(file) && host.isProduct(file))
    .map((file) => ({ file, start: 0, end: (host.text(file) ?? '').length + 1 }))
}

/** Addresses that templates for one path speak of: `page--user--login` → `/user/login`. */
export function suggestedPaths(templates: ReadonlyMap<string, string>): { path: string; file: string }[] {
  return [...templates].flatMap(([name, file]) => {
    const suggestion = /^page--(.+)$/.exec(name)?.[1]
    if (suggestion === undefined) return []
    if (suggestion === 'front') return [{ path: '/', file }]
    // The type of a node is no part of its address; aliases are in the database.
    const parts = suggestion.split('--')
    if (parts[0] === 'node' && !/^(\d+|%|edit|add)$/.test(parts[1] ?? '%')) return [{ path: '/*', file }]
    return [{ path: `/${parts.map((part) => (/^(%|\d+)$/.test(part) ? ':id' : part)).join('/')}`, file }]
  })
}

/** The template of the theme around a page, the most specific one: `page--a--b`, `page--a`, `page`. */
export function pageTemplate(templates: ReadonlyMap<string, string>, path: string): string | undefined {
  if (path === '/') return templates.get('page--front') ?? templates.get('page')
  const parts = path.slice(1).split('/').map((part) => (part.startsWith(':') ? '%' : part))
  for (let length = parts.length; length > 0; length--) {
    const found = templates.get(`page--${parts.slice(0, length).join('--')}`)
    if (found !== undefined) return found
  }
  return templates.get('page')
}

/** Templates around or inside any page: the document, regions, blocks, content of any type. */
export function sharedTemplates({ templates, certainty }: DrupalTheme): Injection[] {
  return [...templates].flatMap(([name, file]): Injection[] => {
    if (/^page(--|$)/.test(name)) return []
    if (name === 'html') return [{ file, scope: 'all', certainty }]
    const front = /^html--front$/.test(name)
    if (front) return [{ file, scope: { include: ['/'] }, certainty }]
    const path = /^html--(.+)$/.exec(name)?.[1]
    if (path !== undefined) return [{ file, scope: { include: [`/${path.replaceAll('--', '/')}`] }, certainty }]
    const isAround = /^(region|off-canvas|status-messages|menu|breadcrumb|block)$/.test(name) && certainty !== 'possible'
    return [{ file, scope: 'all', certainty: isAround ? 'likely' : 'possible' }]
  })
}

/** The page templates of all themes as leaves of a route. */
export function pageLeaves(themes: readonly DrupalTheme[], path: string): NonNullable<RouteDeclaration['leaves']> {
  return themes.flatMap(({ templates, certainty }) => {
    const file = pageTemplate(templates, path)
    return file === undefined ? [] : [{ file, certainty }]
  })
}

/** `'#theme' => 'clinic_hours'`, and `theme('clinic_hours')` of Drupal 7. */
const THEMED = /['"]#theme['"]\s*\]?\s*=>?\s*['"](\w+)['"]|\btheme\(\s*['"](\w+)['"]/g

/** Edges from code to the templates that it has rendered: the theme's, else those of the module that brings one along. */
export function themedEdges(
  host: FrameworkHost, extensions: readonly Extension[], themes: readonly DrupalTheme[],
): ReachEdge[] {
  const own = new Map<string, string[]>()
  const code: string[] = []
  for (const { kind, directory } of extensions) {
    for (const file of host.under(directory)) {
      if (!host.isProduct(file)) continue
      const name = TEMPLATE.exec(baseNameOf(file))?.[1]?.replaceAll('_', '-')
      if (name !== undefined && kind === 'module') own.set(name, [...own.get(name) ?? [], file])
      if (name === undefined && /\.(?:php|module|theme|inc|profile)$/.test(file)) code.push(file)
    }
  }
  return [...new Set(code)].flatMap((file) => [...(host.text(file) ?? '').matchAll(THEMED)].flatMap((match): ReachEdge[] => {
    const written = (match[1] ?? match[2] ?? '').replaceAll('_', '-')
    // `links__portal` may be shown by `links`.
    const names = written.split('--').map((_, at, parts) => parts.slice(0, parts.length - at).join('--'))
    const overriding = themes.flatMap(({ templates }) => names.flatMap((name) => templates.get(name) ?? []).slice(0, 1))
    const targets = overriding.length > 0 ? overriding : names.flatMap((name) => own.get(name) ?? []).slice(0, 1)
    return targets.map((to) => (
      { from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'exact', to: { file: to, unit: null } }))
  }))
}
