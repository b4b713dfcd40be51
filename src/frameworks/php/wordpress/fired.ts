/**
 * Which templates fire the hooks of a page's head and foot. A landing page that writes its own `<head>` and never calls
 * `wp_head()` gets nothing of what is hooked there. https://developer.wordpress.org/reference/functions/wp_head/
 */
import { directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import type { Theme } from './headers.js'

/** The function of a template that runs the code of a hook. */
export type Firing = 'wp_head' | 'wp_footer' | 'wp_body_open'

const FIRED_BY: readonly [hooks: RegExp, by: Firing][] = [
  [/^(?:wp_head|wp_enqueue_scripts|wp_print_scripts|wp_print_styles)$/, 'wp_head'],
  [/^(?:wp_footer|wp_print_footer_scripts)$/, 'wp_footer'],
  [/^wp_body_open$/, 'wp_body_open'],
]

/** What runs a hook; null for one that WordPress runs itself, or nothing is known of. */
export function firedBy(hook: string): Firing | null {
  return FIRED_BY.find(([hooks]) => hooks.test(hook))?.[1] ?? null
}

/** What a page writes itself at the place where the function would stand. */
const OWN: Record<Firing, RegExp> = { wp_head: /<\/head>/i, wp_footer: /<\/body>/i, wp_body_open: /<body[\s>]/i }
const FIRINGS = Object.keys(OWN) as readonly Firing[]
/** Frameworks and engines of templates that put a page together themselves. */
const OTHERS = /\b(?:genesis|get_block_header|block_template_part|do_blocks|wp_get_theme_template)\s*\(|\bTimber(?:\\\w+)*::|\bbase_path\b/
const MOST = 60

/** Whether a template of a theme fires; true unless the page is whole without it. */
export function firings(host: FrameworkHost, { directory, parent }: Theme): (file: string, by: Firing) => boolean {
  const roots = parent === null ? [directory] : [directory, parent]
  const calls = (text: string, by: Firing): boolean => new RegExp(`\\b${by}\\s*\\(|['"]${by}['"]`).test(text)
  const bare = new Map(FIRINGS.map((by) => [by, roots.flatMap((root) => host.under(root)).filter((file) => {
    const text = file.endsWith('.php') ? host.text(file) ?? '' : ''
    return OWN[by].test(text) && !calls(text, by)
  })]))
  const broughtIn = (file: string): string[] | null => {
    const found: string[] = []
    for (const { target } of host.facts(file).references) {
      const name = target.endsWith('.php') ? target : `${target}.php`
      const places = [joinPath(directoryOf(file), name), ...roots.map((root) => join(root, name.replace(/^(?:\.?\/)+/, '')))]
      const place = places.find((path) => path !== null && host.has(path))
      if (place === null || place === undefined) return null
      found.push(place)
    }
    return found
  }
  return (file, by) => {
    if (!file.endsWith('.php') || bare.get(by)?.length === 0) return true
    const seen = new Set([file])
    let isWhole = false
    for (const path of seen) {
      const text = host.text(path) ?? ''
      const parts = broughtIn(path)
      // A part that is not in the tree may fire.
      if (parts === null || seen.size > MOST || calls(text, by) || OTHERS.test(text)) return true
      isWhole ||= OWN[by].test(text)
      for (const part of parts) seen.add(part)
    }
    return !isWhole
  }
}
