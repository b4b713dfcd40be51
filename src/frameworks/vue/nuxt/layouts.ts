/** Layouts around pages. https://nuxt.com/docs/guide/directory-structure/layouts */
import { pathMatcher } from '../../../globs.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { extensionOf, stem } from '../../paths.js'
import { configuredAt } from '../../reading/configuration.js'
import type { ScriptReader } from '../../reading/script-values.js'
import { nameKey } from '../component-tags.js'
import { directoryNamed, type NuxtProject } from './project.js'

export interface NuxtLayouts {
  /** Around a page that says this about its layout (see `PageMeta.layout`), outermost first. */
  around(layout: string | false | null | undefined, path: string): { file: string; certainty?: Certainty }[]
  /** Layouts that templates name, and code sets. */
  edges: ReachEdge[]
}

const SETS = /\bsetPageLayout\(\s*["'`]([\w-]+)["'`]/g

/** `root`: the component around all pages; it, or a component in it, decides whether layouts are shown at all. */
export function nuxtLayouts(
  host: FrameworkHost, reader: ScriptReader, project: NuxtProject, root: string | null, files: readonly string[],
): NuxtLayouts {
  const named = new Map<string, string>()
  for (const layer of project.layers) {
    const folder = directoryNamed(reader, layer, 'layouts')
    for (const file of host.under(folder)) {
      if (!/^(vue|jsx|tsx|js|ts)$/.test(extensionOf(file))) continue
      const name = file.slice(folder.length + 1).replace(/(\/index)?\.\w+$/, '')
      if (!named.has(nameKey(name.replaceAll('/', '-')))) named.set(nameKey(name.replaceAll('/', '-')), file)
    }
  }
  const tags = project.isVersion2 ? [] : files.flatMap((path) => layoutTags(host, path))
  const inPages = project.layers.map((layer) => `${directoryNamed(reader, layer, 'pages')}/`)
  const outside = tags.filter(({ path }) => !inPages.some((folder) => path.startsWith(folder)))
  const isShown = project.isVersion2 || root === null || outside.some(({ name }) => name === null || name === '')
  const isChosen = outside.some(({ name }) => name === '')
  const rules = layoutRules(reader, project)
  const fileOf = (name: string): string | undefined => named.get(nameKey(name))
  const edges = tags.flatMap(({ path, name, offset }): ReachEdge[] => {
    const file = name === null ? undefined : fileOf(name)
    return file === undefined ? [] : [edge(path, offset, file, 'exact')]
  })
  for (const path of files) {
    for (const match of (host.text(path) ?? '').matchAll(SETS)) {
      const file = fileOf(match[1] as string)
      if (file !== undefined) edges.push(edge(path, match.index, file, 'likely'))
    }
  }
  const others = (except: string | undefined): { file: string; certainty: Certainty }[] =>
    [...named.values()].filter((file) => file !== except && stem(file) !== 'error').map((file) => ({ file, certainty: 'possible' }))
  return {
    edges,
    around(layout, path) {
      if (!isShown || layout === false) return []
      if (layout === null) return others(undefined)
      const wanted = layout ?? rules.find(({ matches }) => matches(path))?.layout ?? 'default'
      const file = wanted === false ? undefined : fileOf(wanted)
      if (layout === undefined && isChosen) return [...(file === undefined ? [] : [{ file, certainty: 'likely' as const }]), ...others(file)]
      return file === undefined ? [] : [{ file }]
    },
  }
}

function edge(path: string, offset: number, file: string, certainty: Certainty): ReachEdge {
  return { from: { file: path, unit: null }, offset, kind: 'layout', certainty, to: { file, unit: null } }
}

interface LayoutTag {
  path: string
  /** Literal name; `''` for one that is computed; null when the page says it. */
  name: string | null
  offset: number
}

/** `<NuxtLayout>`, `<nuxt-layout name="portal">`, `<NuxtLayout :name="layout">`. */
function layoutTags(host: FrameworkHost, path: string): LayoutTag[] {
  if (!path.endsWith('.vue') || !/<nuxt-?layout\b/i.test(host.text(path) ?? '')) return []
  return host.facts(path).elements.filter(({ name }) => nameKey(name) === 'nuxtlayout').map(({ attributes, start }) => {
    const literal = attributes.find(({ name }) => name === 'name')
    const bound = attributes.find(({ name }) => name === ':name' || name === 'v-bind:name')
    const quoted = /^\s*['"`]([\w-]+)['"`]\s*$/.exec(bound?.value ?? '')
    return { path, name: literal?.value ?? quoted?.[1] ?? (bound ? '' : null), offset: start }
  })
}

interface LayoutRule {
  matches(path: string): boolean
  layout: string | false
}

/** `routeRules: { '/admin/**': { appLayout: 'admin' } }`. */
function layoutRules(reader: ScriptReader, project: NuxtProject): LayoutRule[] {
  return configuredAt(reader, project.config, ['routeRules']).flatMap((rules) => {
    const shape = reader.shape(rules)
    if (shape?.kind !== 'object') return []
    return shape.entries.flatMap(({ name, value }): LayoutRule[] => {
      const text = reader.text(reader.property(reader.beside(rules, value), 'appLayout')[0])
      return name === null || text === null ? [] : [{ matches: pathMatcher(name), layout: text === 'false' ? false : text }]
    })
  })
}
