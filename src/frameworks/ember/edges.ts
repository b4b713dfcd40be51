/** What templates and classes name without an import. https://guides.emberjs.com/release/components/, https://guides.emberjs.com/release/services/ */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { dasherized } from './files.js'

const TAG = /<([A-Z][\w:]*)|(?:\{\{~?#?|\()\s*component\s+["']([\w/-]+)["']|\{\{~?#?\s*([a-z][\w/-]*)|\(\s*([a-z][\w/-]*)/g

/** Edges from templates to the components, helpers and modifiers they name. */
export function templateEdges(
  host: FrameworkHost, files: readonly string[], parts: ReadonlyMap<string, readonly string[]>,
): ReachEdge[] {
  return files.flatMap((path) => {
    const text = (host.text(path) ?? '').replace(/<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, (comment) => ' '.repeat(comment.length))
    const edges = new Map<string, ReachEdge>()
    for (const match of text.matchAll(TAG)) {
      const [tag, ...others] = match.slice(1)
      const name = tag === undefined ? others.find((group) => group !== undefined) as string : dasherized(tag)
      for (const file of parts.get(name) ?? []) {
        if (file === path || edges.has(file)) continue
        edges.set(file, { from: { file: path, unit: null }, offset: match.index, kind: 'render', certainty: 'exact', to: { file, unit: null } })
      }
    }
    return [...edges.values()]
  })
}

const SERVICE = new RegExp([
  // `@service('analytics') tracking`, `@service analytics`, `@service declare analytics: Analytics`
  '@(?:service|inject)\\b\\s*(?:\\(\\s*(?:["\']([\\w/-]+)["\'])?\\s*\\))?\\s+(?:(?:declare|private|public|protected|readonly)\\s+)*([\\w$]+)',
  // `analytics: service()`, `tracking: inject.service('analytics')`
  '([\\w$]+)\\s*:\\s*(?:service|inject(?:\\.service)?|Ember\\.inject\\.service)\\(\\s*(?:["\']([\\w/-]+)["\'])?\\s*\\)',
].join('|'), 'g')

/** Edges from classes to the services they ask for. */
export function serviceEdges(host: FrameworkHost, files: readonly string[], source: string): ReachEdge[] {
  const services = new Map(host.under(`${source}/services`).filter((path) => /\.(js|ts)$/.test(path)).map((path) =>
    [path.slice(source.length + '/services/'.length).replace(/\.\w+$/, ''), path] as const))
  if (services.size === 0) return []
  return files.filter((path) => /\.(g?js|g?ts)$/.test(path)).flatMap((path) =>
    [...(host.text(path) ?? '').matchAll(SERVICE)].flatMap((match): ReachEdge[] => {
      const [, written, property, key, named] = match
      const target = services.get(written ?? named ?? dasherized(property ?? key ?? ''))
      if (target === undefined || target === path) return []
      return [{ from: { file: path, unit: null }, offset: match.index, kind: 'inject', certainty: 'exact', to: { file: target, unit: null } }]
    }))
}
