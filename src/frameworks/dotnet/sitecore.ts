/**
 * Sitecore: pages are items of a database; layouts and renderings are views. Serialized items tell which page shows
 * what. https://doc.sitecore.com/xp/en/developers/latest/platform-administration-and-architecture/item-serialization.html
 */
import { baseNameOf } from '../../paths.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath } from '../paths.js'

export const sitecore: Framework = {
  name: 'sitecore',
  docs: 'https://doc.sitecore.com/xp/en/developers/latest/sitecore-experience-manager/mvc.html',
  applications(host) {
    const views = host.under('').filter((path) => /\.(cshtml|aspx|ascx)$/i.test(path) && host.isProduct(path))
    const texts = new Map(views.map((path) => [path, host.text(path) ?? '']))
    const isUsed = [...texts.values()].some((text) => PLACEHOLDER.test(text) || /@using\s+Sitecore\b|Sitecore\.Mvc/.test(text))
    return isUsed ? application(host, texts) : []
  },
}

const PLACEHOLDER = /\.Sitecore\(\)\s*\.\s*(?:Dynamic)?Placeholder\(|<sc:placeholder\b|<sc-placeholder\b/i

interface Item {
  id: string
  template: string
  path: string
  file: string
  text: string
}

function application(host: FrameworkHost, texts: ReadonlyMap<string, string>): Application[] {
  const items = readItems(host)
  const views = [...texts.keys()]
  const shown = renderings(items, views)
  const layouts = new Set(views.filter((path) => isLayout(texts.get(path) as string)))
  const routes = items.flatMap((item): RouteDeclaration[] => {
    const path = /^\/sitecore\/content\/(?:.*\/)?home(\/.*)?$/i.exec(item.path)?.[1]
    if (!/^\/sitecore\/content\/(?:.*\/)?home(?:\/|$)/i.test(item.path)) return []
    const standard = items.filter(({ template, path: own }) => template === item.template && /\/__Standard Values$/i.test(own))
    const files = [...new Set([item, ...standard].flatMap(({ text }) => mentioned(text, shown)))]
    // An item that shows nothing is data of a page.
    if (files.length === 0) return []
    return [{
      path: routePath(...(path ?? '').split('/').map(urlName)), kind: 'page', certainty: 'exact', file: item.file,
      leaves: files.filter((file) => !layouts.has(file)).map((file) => ({ file })),
      shell: files.filter((file) => layouts.has(file)).map((file) => ({ file })),
    }]
  })
  // What authors build is not in the repository: any address may show any rendering, in a layout.
  const parts = views.filter((path) => !layouts.has(path) && !baseNameOf(path).startsWith('_'))
  const anywhere: RouteDeclaration = {
    path: '/*', kind: 'page', certainty: 'possible', file: [...layouts][0] ?? (views[0] as string),
    leaves: parts.map((file) => ({ file, certainty: 'possible' })),
    shell: [...layouts].map((file) => ({ file, certainty: 'likely' })),
  }
  return [{ framework: 'sitecore', root: '', routes: [...routes, anywhere], owns: views }]
}

function isLayout(text: string): boolean {
  return PLACEHOLDER.test(text) && /<html[\s>]|<\/head>/i.test(text)
}

/** `Book an Appointment` → `book-an-appointment`. */
function urlName(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-')
}

const HEAD = /^---\r?\nID:\s*"?([\w-]{36})"?/

/** Items of Unicorn and of Sitecore's own serialization. */
function readItems(host: FrameworkHost): Item[] {
  return host.under('').filter((path) => /\.ya?ml$/i.test(path)).flatMap((file): Item[] => {
    const text = host.text(file) ?? ''
    const id = HEAD.exec(text)?.[1]
    const path = /^Path:\s*"?(\/sitecore\/[^"\r\n]+?)"?\s*$/m.exec(text)?.[1]
    const template = /^Template:\s*"?([\w-]{36})/m.exec(text)?.[1] ?? ''
    if (id === undefined || path === undefined) return []
    return [{ id: id.toLowerCase(), template: template.toLowerCase(), path, file, text }]
  })
}

/** Views by the identifier of the layout or rendering that shows them. */
function renderings(items: readonly Item[], views: readonly string[]): Map<string, string> {
  const byEnd = (wanted: string): string | undefined => {
    const end = `/${wanted.toLowerCase().replace(/^~?\/+/, '')}`
    return views.find((path) => `/${path.toLowerCase()}`.endsWith(end))
  }
  const found = new Map<string, string>()
  for (const { id, path, text } of items) {
    if (!/^\/sitecore\/layout\//i.test(path)) continue
    const written = field(text, 'Path') ?? ''
    const controller = field(text, 'Controller')?.split(',')[0]?.split('.').at(-1)?.replace(/Controller$/, '')
    const view = /\.(cshtml|aspx|ascx)$/i.test(written) ? byEnd(written)
      : controller === undefined ? undefined : byEnd(`${controller}/${field(text, 'Controller Action') ?? 'Index'}.cshtml`)
    if (view !== undefined) found.set(id, view)
  }
  return found
}

function field(text: string, hint: string): string | undefined {
  return new RegExp(`^\\s*Hint:\\s*"?${hint}"?\\s*\\r?\\n\\s*(?:Type:.*\\r?\\n\\s*)?Value:\\s*"?([^"\\r\\n]+)`, 'm').exec(text)?.[1]?.trim()
}

/** Views whose layouts or renderings a text mentions by their identifiers, in order. */
function mentioned(text: string, shown: ReadonlyMap<string, string>): string[] {
  return [...text.matchAll(/\{?([\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12})\}?/g)].flatMap((match) => {
    const view = shown.get((match[1] as string).toLowerCase())
    return view === undefined ? [] : [view]
  })
}
