/** What the configuration gives templates to use, and what it does to all pages. https://www.11ty.dev/docs/shortcodes/ */
import type { ReachEdge } from '../../../types.js'
import type { FrameworkHost, RoutePlace } from '../../framework.js'
import { extensionOf } from '../../paths.js'
import { callsNamed } from '../../reading/calls.js'
import type { ScriptReader, ScriptValue } from '../../reading/script-values.js'
import { shownFiles } from '../../reading/shown-files.js'
import type { EleventyProject } from './project.js'

const SHORTCODE = /^add(?:Paired)?(?:Async|Nunjucks|NunjucksAsync|Liquid|Handlebars|JavaScript)?(?:Shortcode|Function|Helper|Tag)$/

/** The configuration and modules of the project that add to it. */
function setupFiles(host: FrameworkHost, { root, config }: EleventyProject): string[] {
  const modules = host.under(root).filter((file) => /\.[cm]?[jt]s$/.test(file) && host.isProduct(file)
    && /\badd\w*(?:Shortcode|Transform)\s*\(/.test(host.text(file) ?? ''))
  return [...new Set([...config === null ? [] : [config], ...modules])]
}

/** From templates that use a shortcode to the function behind it. */
export function shortcodeEdges(host: FrameworkHost, reader: ScriptReader, project: EleventyProject): ReachEdge[] {
  const targets = new Map<string, Pick<ReachEdge, 'to' | 'part'>[]>()
  for (const file of setupFiles(host, project)) {
    for (const { arguments: [nameValue, made] } of callsNamed(reader, file, SHORTCODE)) {
      const name = reader.text(nameValue)
      if (name !== null && made !== undefined) targets.set(name, [...targets.get(name) ?? [], ...functionsBehind(reader, made)])
    }
  }
  if (targets.size === 0) return []
  const names = [...targets.keys()].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const uses = new RegExp(`\\{%-?\\s*(${names})\\b|\\{\\{-?\\s*(${names})\\b|\\$\\{\\s*this\\.(${names})\\s*\\(|<%-?\\s*(${names})\\s*\\(`, 'g')
  return host.under(project.input).filter((file) => /^(?:html|liquid|njk|md|hbs|ejs|webc|vto|js|cjs|mjs|ts)$/.test(extensionOf(file)))
    .flatMap((file) => [...(host.text(file) ?? '').matchAll(uses)].flatMap((match): ReachEdge[] => {
      const name = match.slice(1).find((group) => group !== undefined) as string
      return (targets.get(name) ?? []).map((target) => (
        { from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'exact', ...target }))
    }))
}

/** The function as it is written there, or the modules it comes from. */
function functionsBehind(reader: ScriptReader, at: ScriptValue): Pick<ReachEdge, 'to' | 'part'>[] {
  const written = reader.read(at).flatMap((value): Pick<ReachEdge, 'to' | 'part'>[] => {
    const shape = reader.shape(value)
    return shape?.kind === 'function' ? [{ to: { file: value.file, unit: null }, part: { start: shape.start, end: shape.end } }] : []
  })
  return written.length > 0 ? written : shownFiles(reader, at).map((file) => ({ to: { file, unit: null } }))
}

/** Functions that change every page after it is made. https://www.11ty.dev/docs/transforms/ */
export function transforms(host: FrameworkHost, reader: ScriptReader, project: EleventyProject): RoutePlace[] {
  return setupFiles(host, project).flatMap((file) => callsNamed(reader, file, /^addTransform$/).flatMap(({ arguments: [, made] }) => {
    if (made === undefined) return []
    return functionsBehind(reader, made).flatMap(({ to, part }): RoutePlace[] => (part === undefined ? [] : [{ file: to.file, ...part }]))
  }))
}
