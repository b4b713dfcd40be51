/** Which templates show which components. https://angular.dev/guide/components/selectors */
import { joinPath } from '../../paths.js'
import type { Certainty, ReachEdge, ReachNode, Span } from '../../types.js'
import type { FrameworkHost, RoutePlace } from '../framework.js'
import { decoratedClasses, metadataItems, metadataText, type DecoratedClass } from './decorators.js'

export interface AngularComponents {
  classes: DecoratedClass[]
  /** File of the template of a class; null when it stands in the class, or is none of the tree. */
  templateOf(file: string, name: string): string | null
  edges: ReachEdge[]
  /** Lists that make components and services known and show none of them. */
  tables: RoutePlace[]
}

const MENTIONS = /@(?:Component|Directive|NgModule)\s*\(/

export function readComponents(host: FrameworkHost, files: readonly string[]): AngularComponents {
  const classes = files.flatMap((file) => {
    const text = host.text(file) ?? ''
    return MENTIONS.test(text) ? decoratedClasses(file, text) : []
  })
  const templates = new Map<string, string>()
  const shown: Template[] = []
  const edges: ReachEdge[] = []
  for (const item of classes) {
    const own = templateOf(host, item)
    const unit: ReachNode = { file: item.file, unit: item.name }
    if (own !== null) {
      templates.set(`${item.file}|${item.name}`, own)
      edges.push({ from: unit, offset: item.start, kind: 'render', certainty: 'exact', to: { file: own, unit: null } })
      const text = host.text(own) ?? ''
      shown.push({ of: item, node: { file: own, unit: null }, text, start: 0, end: text.length })
    }
    const inline = item.kind === 'Component' && own === null ? item.metadata.get('template') : undefined
    if (inline) shown.push({ of: item, node: unit, text: item.text, ...inline })
  }
  return {
    classes,
    templateOf: (file, name) => templates.get(`${file}|${name}`) ?? null,
    edges: [...edges, ...tagEdges(shown, selectorIndex(classes))],
    tables: listedOnly(classes),
  }
}

/** `templateUrl: './x.html'`, `template: require('./x.html')`, `import template from './x.html'`. */
function templateOf(host: FrameworkHost, item: DecoratedClass): string | null {
  if (item.kind !== 'Component') return null
  const directory = item.file.slice(0, Math.max(0, item.file.lastIndexOf('/')))
  const url = metadataText(item, 'templateUrl') ?? importedTemplate(item)
  if (url === undefined) return null
  const beside = joinPath(directory, url)
  return [beside, joinPath('', url)].find((path) => path !== null && host.has(path)) ?? host.resolve(item.file, url)
}

function importedTemplate({ text, metadata }: DecoratedClass): string | undefined {
  const span = metadata.get('template')
  if (!span) return undefined
  const written = text.slice(span.start, span.end)
  const required = /^require\(\s*['"]([^'"]+)['"]/.exec(written)?.[1]
  if (required !== undefined || !/^[\w$]+$/.test(written)) return required
  return new RegExp(`\\bimport\\s+${written.replace(/\$/g, '\\$')}\\s+from\\s+['"]([^'"?]+\\.html)`).exec(text)?.[1]
}

interface Template extends Span {
  of: DecoratedClass
  node: ReachNode
  text: string
}

interface Selectors {
  elements: Map<string, DecoratedClass[]>
  attributes: Map<string, DecoratedClass[]>
}

function selectorIndex(classes: readonly DecoratedClass[]): Selectors {
  const index: Selectors = { elements: new Map(), attributes: new Map() }
  const put = (map: Map<string, DecoratedClass[]>, name: string, item: DecoratedClass): void => {
    const list = map.get(name)
    if (list) list.push(item)
    else map.set(name, [item])
  }
  for (const item of classes) {
    for (const selector of (metadataText(item, 'selector') ?? '').split(',')) {
      const plain = selector.replace(/:not\([^)]*\)/g, '').trim()
      const attribute = /\[\s*([\w.-]+)/.exec(plain)?.[1]
      const element = /^[A-Za-z][\w-]*/.exec(plain)?.[0]
      if (attribute !== undefined) put(index.attributes, attribute, item)
      else if (element !== undefined) put(index.elements, element, item)
    }
  }
  return index
}

const WORD = /[A-Za-z][\w.-]*/g

/** Edges from the templates whose markup fits a selector. */
function tagEdges(templates: readonly Template[], { elements, attributes }: Selectors): ReachEdge[] {
  return templates.flatMap((template) => {
    const { node, start, end } = template
    const markup = template.text.slice(start, end).replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
    const edges: ReachEdge[] = []
    const add = (pattern: string, found: readonly DecoratedClass[]): void => {
      const at = new RegExp(pattern).exec(markup)
      if (!at) return
      for (const { item, certainty } of meant(template.of, found)) {
        if (item === template.of) continue
        edges.push({
          from: node, offset: start + at.index, kind: 'render', certainty, to: { file: item.file, unit: item.name },
        })
      }
    }
    for (const word of new Set(markup.match(WORD) ?? [])) {
      const tags = elements.get(word)
      if (tags) add(`<${escaped(word)}(?=[\\s/>])`, tags)
      const marks = attributes.get(word)
      if (marks) add(`(?<=[\\s"'])[[(*]{0,2}${escaped(word)}(?=[\\s=\\])/>])`, marks)
    }
    return edges
  })
}

function escaped(word: string): string {
  return word.replace(/[.$]/g, '\\$&')
}

/** Of several with one selector those that are named beside the template, else the nearest in the tree. */
function meant(from: DecoratedClass, found: readonly DecoratedClass[]): { item: DecoratedClass; certainty: Certainty }[] {
  if (found.length < 2) return found.map((item) => ({ item, certainty: 'exact' }))
  const named = found.filter(({ name }) => new RegExp(`\\b${escaped(name)}\\b`).test(from.text))
  if (named.length > 0) return named.map((item) => ({ item, certainty: 'exact' }))
  const own = from.file.split('/')
  const shared = ({ file }: DecoratedClass): number => {
    const parts = file.split('/')
    let count = 0
    while (count < own.length - 1 && own[count] === parts[count]) count++
    return count
  }
  const best = Math.max(...found.map(shared))
  const nearest = found.filter((item) => shared(item) === best)
  return nearest.map((item) => ({ item, certainty: nearest.length > 1 ? 'possible' : 'likely' }))
}

/** Keys of lists of classes, and what of them a list makes known without showing or making it. */
const LISTS: Record<DecoratedClass['kind'], Record<string, 'all' | 'components' | 'names'>> = {
  Component: { imports: 'components', providers: 'names', viewProviders: 'names' },
  Directive: { providers: 'names' },
  NgModule: { declarations: 'all', exports: 'all', entryComponents: 'all', imports: 'components', providers: 'names' },
}

/** A module that is imported is made; a service is made where it is asked for. https://angular.dev/guide/di */
function listedOnly(classes: readonly DecoratedClass[]): RoutePlace[] {
  const shown = new Set(classes.flatMap(({ kind, name }) => (kind === 'NgModule' ? [] : [name])))
  return classes.flatMap((item) => Object.entries(LISTS[item.kind]).flatMap(([key, which]): RoutePlace[] => {
    const { file, text, metadata } = item
    const whole = metadata.get(key)
    if (!whole) return []
    if (which === 'all') return [{ file, ...whole }]
    return metadataItems(item, key).flatMap(({ start, end }) => {
      const written = text.slice(start, end)
      const isListed = which === 'components' ? shown.has(written) : /^[\w$]+$/.test(written)
      return isListed ? [{ file, start, end }] : []
    })
  }))
}
