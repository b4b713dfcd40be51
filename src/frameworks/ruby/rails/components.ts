/**
 * What templates bring in by names of Ruby: components (https://viewcomponent.org/guide/getting-started.html), helpers
 * that write markup, partials of objects.
 */
import type { ReachEdge, Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { methodsOf, rubyFiles, underscore, type RubyCode } from '../reading/code.js'
import { pluralize, singularize } from '../reading/words.js'
import type { RailsViews } from './views.js'

const MARKUP = /<script|<iframe|<noscript|<img\b|javascript_include_tag|javascript_tag|["']https?:\/\//i
const TEMPLATE = /\.(?:html\.)?(?:erb|haml|slim)$/
const USES = /(?<![\w:.])((?:[A-Z]\w*::)*[A-Z]\w*)\.(?:new|with_collection)\b/g

export class Components {
  /** Templates and classes of components: where they may be used, too. */
  readonly files: string[]

  constructor(private readonly host: FrameworkHost, private readonly code: RubyCode, root: string) {
    this.files = host.under(root)
      .filter((file) => /(^|\/)app\/(?:frontend\/)?(?:components|views)\//.test(file) && host.isProduct(file)
      && (/(^|\/)app\/(?:frontend\/)?components\//.test(file)
        ? TEMPLATE.test(file) || file.endsWith('.rb') : file.endsWith('.rb')))
  }

  /** The class of a component and its templates; nothing for other classes. */
  of(name: string, around: string): string[] {
    const found = this.code.find(name, around)
    if (!found || !/(^|\/)app\/(?:\w+\/)?(components|views)\//.test(found.file)) return []
    const stem = found.file.replace(/\.rb$/, '')
    const directory = stem.slice(0, stem.lastIndexOf('/'))
    const base = underscore(found.name.slice(found.name.lastIndexOf('::') + 1))
    const templates = [...this.host.under(directory)].filter((file) => TEMPLATE.test(file)
      && (file.startsWith(`${stem}.`) || file.startsWith(`${stem}/${base}.`) || file.startsWith(`${stem}/component.`)))
    return [found.file, ...templates]
  }

  edges(templates: readonly string[]): ReachEdge[] {
    if (this.files.length === 0) return []
    return [...templates, ...this.files].flatMap((from) => {
      const text = this.host.text(from) ?? ''
      const around = from.endsWith('.rb') ? this.code.classesIn(from).at(-1)?.name ?? '' : this.namespaceOf(from)
      return [...text.matchAll(USES)].flatMap((match) => this.of(match[1] as string, around)
        .filter((to) => to !== from).map((to) => edge(from, match.index, to)))
    })
  }

  /** `app/components/portal/menu_component.html.erb` is inside of `Portal`. */
  private namespaceOf(file: string): string {
    const path = /(?:^|\/)app\/(?:\w+\/)?components\/(.+)\/[^/]+$/.exec(file)?.[1] ?? ''
    return path.split('/').filter((part) => part !== '')
      .map((part) => part.replace(/(?:^|_)([a-z\d])/g, (_, letter: string) => letter.toUpperCase())).join('::')
  }
}

function edge(from: string, offset: number, to: string, part?: Span): ReachEdge {
  return { from: { file: from, unit: null }, offset, kind: 'include', certainty: 'exact', to: { file: to, unit: null },
    ...(part ? { part } : {}) }
}

/** Helpers that write markup, in the templates and other helpers that call them. */
export function helperEdges(host: FrameworkHost, code: RubyCode, root: string, users: readonly string[]): ReachEdge[] {
  const files = rubyFiles(host)
    .filter((file) => /(^|\/)app\/(helpers|presenters|decorators|components)\//.test(file)
      && (root === '' || file.startsWith(`${root}/`)))
  const methods = files
    .flatMap((file) => code.classesIn(file)
      .flatMap((each) => [...methodsOf(each.class)].map(([name, { start, end }]) => ({ file, name, start, end }))))
  const texts = new Map([...files, ...users].map((file) => [file, host.text(file) ?? '']))
  const isMarkup =
    ({ file, start, end }: { file: string } & Span): boolean => MARKUP.test((texts.get(file) ?? '').slice(start, end))
  const queue = methods.filter(isMarkup)
  const seen = new Set(queue)
  const edges: ReachEdge[] = []
  for (const method of queue) {
    const called = new RegExp(`(?<![\\w@:"'])${method.name.replace(/[?!]$/, '\\$&')}(?![\\w?!:=])`, 'g')
    for (const from of users) {
      if (from.endsWith('.rb')) continue
      for (const match of (texts.get(from) ?? '').matchAll(called)) {
        edges.push(edge(from, match.index, method.file, method))
      }
    }
    for (const user of methods) {
      if (user === method) continue
      const text = (texts.get(user.file) ?? '').slice(user.start, user.end)
      const at = text.search(called)
      // The name of the method itself stands in front.
      if (at < 0 || user.name === method.name) continue
      edges.push(edge(user.file, user.start + at, method.file, method))
      if (!seen.has(user)) {
        seen.add(user)
        queue.push(user)
      }
    }
  }
  return edges.map(({ part, ...rest }) =>
    ({ ...rest, ...(part ? { part: { start: part.start, end: part.end } } : {}) }))
}

/** `render @visits`, `render visit.messages`: the partial is named by the model, which the variable mostly is called by. */
export function objectPartialEdges(host: FrameworkHost, views: RailsViews): ReachEdge[] {
  return views.all()
    .flatMap((from) =>
      [...(host.text(from) ?? '').matchAll(/\brender[ (]+(?:(?:collection:|object:)\s*)?@?((?:\w+\.)*)([a-z]\w+)\s*(?=[,)%]|-%>|$)/gm)].flatMap((match) => {
    const name = match[2] as string
    const files = views.named(`${pluralize(singularize(name))}/_${singularize(name)}`)
    return files.filter((to) => to !== from)
      .map((to): ReachEdge => ({ ...edge(from, match.index, to), certainty: 'likely' }))
  }))
}
