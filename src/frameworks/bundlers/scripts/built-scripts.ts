/**
 * Scripts that a build writes and no one commits: a template loads `/js/app.js`, the tree holds what it is made of.
 * https://webpack.js.org/concepts/output/, https://gulpjs.com/docs/en/api/dest/
 */
import type { ReachEdge } from '../../../types.js'
import type { Framework, FrameworkHost } from '../../framework.js'
import { directoriesWith, extensionOf } from '../../paths.js'
import { ScriptReader } from '../../reading/script-values.js'
import { commandOutputs } from './command-outputs.js'
import { configuredOutputs } from './configured-outputs.js'
import { taskOutputs } from './task-outputs.js'

export interface BuiltScript {
  /** Where the build writes it, from the root of the tree; `*` for what changes with each build. */
  path: string
  /** Scripts of the tree that it is made of. */
  sources: readonly string[]
}

export const builtScripts: Framework = {
  name: 'built-scripts',
  docs: 'https://webpack.js.org/concepts/output/',
  applications: (host) => {
    const reader = new ScriptReader(host)
    const found = directoriesWith(host, ['package.json']).flatMap((root) =>
      [configuredOutputs, taskOutputs, commandOutputs].flatMap((outputs) => outputs(host, reader, root)))
      .filter(({ path, sources }) => sources.length > 0 && !host.has(path))
    if (found.length === 0) return []
    const templates = host.under('').filter((file) => TEMPLATES.has(extensionOf(file)))
    const edges = templates.flatMap((file) => edgesFrom(host, file, found))
    return edges.length === 0 ? [] : [{ framework: 'built-scripts', root: '', routes: [], edges }]
  },
}

const TEMPLATES = new Set([
  'html', 'htm', 'xhtml', 'php', 'phtml', 'twig', 'j2', 'jinja', 'jinja2', 'njk', 'nunjucks', 'liquid', 'hbs',
  'handlebars', 'mustache', 'ejs', 'eta', 'erb', 'heex', 'eex', 'jsp', 'jspx', 'jspf', 'tag', 'gsp', 'aspx', 'ascx',
  'master', 'cshtml', 'vbhtml', 'razor', 'cfm', 'ftl', 'vm', 'tpl', 'tmpl', 'gohtml', 'pug', 'jade', 'haml', 'slim', 'vue',
  'astro',
])

function edgesFrom(host: FrameworkHost, file: string, built: readonly BuiltScript[]): ReachEdge[] {
  const text = host.text(file) ?? ''
  const named = built.filter(({ path }) => text.includes(path.slice(path.lastIndexOf('/') + 1).replace(/\*.*$/, '')))
  if (named.length === 0 || !host.isProduct(file)) return []
  return host.facts(file).elements.flatMap(({ tag, attributes, start }): ReachEdge[] => {
    const source = tag === 'script' ? attributes.find(({ name }) => name === 'src')?.value : undefined
    // What a template puts in front stands for the site's base.
    const written = source?.replace(/^\uA4F8+/, '').replace(/[?#].*$/, '').replace(/^(?:\.{0,2}\/)+/, '') ?? ''
    if (written === '' || /^\w+:|\uA4F8/.test(written) || host.resolve(file, `/${written}`) !== null) return []
    const shared = Math.max(...named.map(({ path }) => sharedEnd(path, written)))
    if (shared === 0) return []
    const certainty = shared > 1 && shared === written.split('/').length ? 'exact' : 'likely'
    const loaded = named.filter(({ path }) => sharedEnd(path, written) === shared).flatMap(({ sources }) => sources)
    return loaded.map((to): ReachEdge => (
      { from: { file, unit: null }, offset: start, kind: 'asset', certainty, to: { file: to, unit: null } }))
  })
}

/** How many segments two paths have in common at their ends. */
function sharedEnd(built: string, written: string): number {
  const segments = built.split('/').reverse()
  const wanted = written.split('/').reverse()
  const differs = wanted.findIndex((segment, index) => !fits(segments[index] ?? '', segment))
  return differs < 0 ? wanted.length : differs
}

function fits(pattern: string, segment: string): boolean {
  if (!pattern.includes('*')) return pattern === segment
  const [before = '', ...after] = pattern.split('*')
  return segment.startsWith(before) && segment.endsWith(after.at(-1) ?? '')
}
