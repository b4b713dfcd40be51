/** Views, layouts and partials of Rails by the names they are shown under. https://guides.rubyonrails.org/layouts_and_rendering.html */
import { HOLE } from '../../../parse/hole.js'
import type { FrameworkHost } from '../../framework.js'

/** What a view may be for; anything else is no page. */
const SHOWN = /^(?:html|turbo_stream|js|mobile|xhtml)?(?:\+\w+)?$/
const ENGINE = /\.(?:erb|haml|slim|rhtml|arb|md|liquid|html)$/

export class RailsViews {
  /** Files by what they are called: `portal/visits/show`. */
  private readonly byName = new Map<string, string[]>()
  readonly roots: string[]

  constructor(host: FrameworkHost, root: string) {
    const prefix = root === '' ? '' : `${root}/`
    const roots = new Set<string>()
    for (const file of host.under(root)) {
      const match = /^(.*?(?:^|\/)app\/views)\/(.+)$/.exec(file)
      if (!match || !ENGINE.test(file) || !host.isProduct(file)) continue
      const directory = match[1] as string
      roots.add(directory)
      const name = nameOf(match[2] as string)
      if (name === null) continue
      const list = this.byName.get(name)
      if (list) list.push(file)
      else this.byName.set(name, [file])
    }
    // The application's own come before those of engines in it.
    this.roots = [...roots]
      .sort((a, b) => Number(b === `${prefix}app/views`) - Number(a === `${prefix}app/views`) || (a < b ? -1 : 1))
    for (const list of this.byName.values()) list.sort((a, b) => this.rank(a) - this.rank(b))
  }

  private rank(file: string): number {
    return this.roots.findIndex((root) => file.startsWith(`${root}/`))
  }

  /** Files of a view; several when there is one for each device or language. */
  named(name: string): string[] {
    const clean = name.replace(/^\/+/, '').replace(/\.\w+(?:\.\w+)?$/, '')
    if (clean.includes(HOLE)) return this.fitting(clean)
    const found = this.byName.get(clean) ?? []
    const [first] = found
    return first === undefined ? [] : found.filter((file) => this.rank(file) === this.rank(first))
  }

  private fitting(name: string): string[] {
    if (name.replaceAll(HOLE, '').replaceAll('/', '').length < 2) return []
    const pattern =
      new RegExp(`^${name.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`)
    return [...this.byName].flatMap(([each, files]) => (pattern.test(each) ? files : []))
  }

  layout(name: string): string[] {
    return this.named(/(^|\/)layouts\//.test(name) ? name : `layouts/${name}`)
  }

  /** All views, layouts and partials. */
  all(): string[] {
    return [...this.byName.values()].flat()
  }
}

/** `portal/visits/show.html+phone.erb` → `portal/visits/show`; null for mails' texts, data and the like. */
function nameOf(path: string): string | null {
  const slash = path.lastIndexOf('/') + 1
  const [base = '', ...extensions] = path.slice(slash).split('.')
  const formats = extensions.slice(0, -1).filter((each) => !/^[a-z]{2}(?:-[A-Z]{2})?$/.test(each) || each === 'js')
  return formats.every((each) => SHOWN.test(each)) ? path.slice(0, slash) + base : null
}
