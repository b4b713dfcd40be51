/**
 * Components that no import brings in: a tag names them, and a registration, a plugin or the framework knows the file.
 * https://vuejs.org/guide/components/registration.html
 */
import type { Certainty, ReachEdge, ReachNode } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { extensionOf } from '../paths.js'

/** Components by the key of each name they go by. */
export type ComponentNames = Map<string, NamedComponent[]>

export interface NamedComponent {
  file: string
  certainty: Certainty
}

/** `FooBar`, `foo-bar` and `fooBar` are one name. */
export function nameKey(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase()
}

export function addName(names: ComponentNames, name: string, component: NamedComponent): void {
  const key = nameKey(name)
  const known = names.get(key)
  if (known?.some(({ file }) => file === component.file)) return
  names.set(key, [...known ?? [], component])
}

/** `Map<Name>` is no tag. */
const TAG = /(?<![\w$.])<([A-Za-z][\w-]*)|\bresolve(?:Dynamic)?Component\(\s*["']([\w-]+)/g
const IS = /(?:^|\s)(?:v-bind)?:?is\s*=\s*["']\s*['`]?([A-Za-z][\w-]*)['`]?\s*["']/g
const PUG_TAG = /^\s*([A-Za-z][\w-]*)/gm
const DYNAMIC = /<component\b/i
const SCRIPTS = new Set(['js', 'ts', 'mjs', 'jsx', 'tsx'])

/** Edges from the files whose markup names one of the components to that component's file. */
export function tagEdges(host: FrameworkHost, files: readonly string[], names: ComponentNames): ReachEdge[] {
  if (names.size === 0) return []
  return files.flatMap((path) => {
    const text = host.text(path) ?? ''
    const edges = new Map<string, ReachEdge>()
    for (const { name, offset } of tagsNamed(host, path, text, names)) {
      if (isImported(host, path, name)) continue
      for (const { file, certainty } of names.get(nameKey(name)) ?? []) {
        if (file === path || edges.has(file)) continue
        const from: ReachNode = { file: path, unit: SCRIPTS.has(extensionOf(path)) ? unitAt(host, path, offset) : null }
        edges.set(file, { from, offset, kind: 'render', certainty, to: { file, unit: null } })
      }
    }
    return [...edges.values()]
  })
}

interface NamedTag {
  name: string
  offset: number
}

function tagsNamed(host: FrameworkHost, path: string, text: string, names: ComponentNames): NamedTag[] {
  const isKnown = ({ name }: NamedTag): boolean => names.has(nameKey(name))
  const written = (pattern: RegExp): NamedTag[] => [...text.matchAll(pattern)].flatMap((match) => {
    const name = match.slice(1).find((group) => group !== undefined)
    return name === undefined ? [] : [{ name, offset: match.index }]
  }).filter(isKnown)
  const tags = written(TAG)
  const chosen = DYNAMIC.test(text) ? written(IS) : []
  if (SCRIPTS.has(extensionOf(path))) return [...tags, ...chosen]
  if (/<template[^>]{0,100}\blang\s*=\s*["']pug/.test(text)) return [...written(PUG_TAG), ...chosen]
  if (tags.length === 0) return chosen
  // The text has them in comments as well; the facts do not.
  const elements = host.facts(path).elements.map(({ name, start }) => ({ name, offset: start })).filter(isKnown)
  return [...elements, ...chosen]
}

/** A name the file imports itself hides the one that is known everywhere. */
function isImported(host: FrameworkHost, path: string, name: string): boolean {
  return host.facts(path).scripts.some(({ bindings }) =>
    bindings.some((binding) => binding.imported !== null && nameKey(binding.name) === nameKey(name)))
}

/** Name of the top-level declaration around an offset of a script; null outside all of them. */
export function unitAt(host: FrameworkHost, path: string, offset: number): string | null {
  for (const script of host.facts(path).scripts) {
    if (script.goal !== 'module') continue
    const unit = script.units.find(({ start, end }) => start <= offset && offset < end)
    if (unit) return unit.name
  }
  return null
}

/** True for a component that is chosen when the page runs: `<component :is="views[current]">`. */
export function choosesComponent(text: string): boolean {
  return /<component\b/i.test(text) && /(?:^|\s)(?:v-bind)?:is\s*=\s*["']/.test(text)
}
