/**
 * Which template shows a page, and which base stands around it, in both generations of the layouts folder.
 * https://gohugo.io/templates/lookup-order/, https://gohugo.io/templates/new-templatesystem-overview/
 */
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'

export type PageKind = 'home' | 'page' | 'section' | 'taxonomy' | 'term'

export interface PageShape {
  kind: PageKind
  /** Path of the page below the content, without the language: `blog/flu`; empty for the home page. */
  path: string
  /** `type` of the front matter, or the first folder. */
  type: string
  layout: string | null
}

const NAMES: Readonly<Record<PageKind, readonly string[]>> = {
  home: ['index', 'home', 'list', 'all'],
  page: ['page', 'single', 'all'],
  section: ['section', 'list', 'all'],
  taxonomy: ['taxonomy', 'terms', 'list', 'all'],
  term: ['term', 'taxonomy', 'list', 'all'],
}

export class HugoTemplates {
  /** Files by their path below a layouts folder, up to the first dot of their name; the site's own hide those of themes. */
  private readonly byName = new Map<string, string>()

  constructor(private readonly host: FrameworkHost, readonly layers: readonly string[]) {
    const files = layers.flatMap((layer) => host.under(layer).flatMap((file) => {
      const path = file.slice(layer.length + 1)
      return /\.(?:html?|php)$/.test(path) ? [{ file, path }] : []
    }))
    // `list.html` before `list.fr.html` and `list.amp.html`; `baseof.list.html` is for lists alone.
    const named = (name: string, file: string): void => {
      const known = this.byName.get(name)
      if (known === undefined || (known.endsWith('.php') && file === known.replace(/php$/, 'html'))) this.byName.set(name, file)
    }
    for (const { file, path } of files) named(path.replace(/\.\w+$/, ''), file)
    for (const { file, path } of files) if (!/(?:^|\/)baseof\./.test(path)) named(path.replace(/(?<=[^/])\.[^/]*$/, ''), file)
  }

  /** All files that can be a page's template, sorted. */
  all(): string[] {
    return [...new Set(this.byName.values())].sort()
  }

  named(...names: readonly string[]): string | null {
    const name = names.find((candidate) => this.byName.has(candidate))
    return name === undefined ? null : this.byName.get(name) as string
  }

  /** The template of a page; null when no layer has one. */
  of({ kind, path, type, layout }: PageShape): string | null {
    const places = placesFor(kind, path, type)
    const groups = [...layout === null ? [] : [[layout]], [...NAMES[kind]]]
    return this.named(...groups.flatMap((names) => places.flatMap((place) => names.map((name) => join(place, name)))))
  }

  /** The base a page's template is put into; null for a template that is a whole page itself. */
  baseOf(template: string, { kind, path, type, layout }: PageShape): string | null {
    if (!/\{\{-?\s*define\s/.test(this.host.text(template) ?? '')) return null
    const layer = this.layers.find((directory) => template.startsWith(`${directory}/`)) ?? ''
    const own = template.slice(layer.length + 1)
    const directory = own.includes('/') ? own.slice(0, own.lastIndexOf('/')) : ''
    const names = [...layout === null ? [] : [layout], ...NAMES[kind]]
    const places = [...new Set([...placesFor(kind, path, type).slice(0, -2), directory, '_default', ''])]
    return this.named(...places.flatMap((place) => [
      ...names.flatMap((name) => [join(place, `${name}-baseof`), join(place, `baseof.${name}`)]), join(place, 'baseof'),
    ]))
  }
}

/** Folders of layouts, the closest to the page first. */
function placesFor(kind: PageKind, path: string, type: string): string[] {
  const parts = path === '' ? [] : path.split('/')
  const deepest = kind === 'page' ? parts.slice(0, -1) : parts
  const along = deepest.map((_, at) => deepest.slice(0, deepest.length - at).join('/'))
  const byKind = kind === 'page' ? [] : kind === 'home' ? [''] : [kind]
  return [...new Set([...kind === 'home' ? [] : [type], ...along, ...byKind, '_default', ''])]
}
