/** Addresses of Jekyll's pages, posts and collections. https://jekyllrb.com/docs/permalinks/ */
import { stem } from '../paths.js'
import { addressPath, datedName, slugOf, textAt, textsAt, withoutExtension, type Settings } from './content.js'

/** A file that becomes a page. */
export interface Document {
  file: string
  /** Path below the source. */
  relative: string
  /** `posts`, `pages`, or the name of a collection. */
  type: string
  /** The folder of the collection, relative to the source; empty for pages. */
  folder: string
  /** Front matter over the defaults of the configuration. */
  data: Settings
  /** The collection's own pattern. */
  permalink: string | null
}

const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

/** The site-wide pattern; the default is that of dates. */
export function permalinkStyle(settings: Settings): string {
  const written = textAt(settings, 'permalink') ?? 'date'
  return STYLES[written] ?? written
}

export function documentPath(document: Document, style: string): string {
  const { relative, type, folder, data, permalink } = document
  const own = textAt(data, 'permalink')
  const name = stem(relative)
  if (type === 'posts') {
    const dated = datedName(name)
    const folders = folder.split('/').slice(0, -1)
    const categories = [...folders, ...textsAt(data, 'categories').flatMap((text) => text.split(/\s+/)), ...textsAt(data, 'category')]
    const title = textAt(data, 'slug') ?? dated?.rest ?? name
    const date = dateOf(data) ?? dated
    return address(own ?? permalink ?? style, {
      categories: [...new Set(categories.map((category) => category.toLowerCase()))].join('/'), title, slug: slugOf(title), name,
      year: date?.year, month: date?.month, day: date?.day, short_year: date?.year.slice(2),
      i_month: date?.month.replace(/^0/, ''), i_day: date?.day.replace(/^0/, ''), collection: 'posts', path: name,
      output_ext: '.html',
    })
  }
  const inside = withoutExtension(folder === '' ? relative : relative.slice(folder.length + 1))
  if (type !== 'pages') {
    const title = textAt(data, 'slug') ?? slugOf(name)
    const pattern = own ?? permalink ?? (isFolderStyle(style) ? '/:collection/:path/' : '/:collection/:path:output_ext')
    return address(pattern, { collection: type, path: inside, name: slugOf(name), title, slug: title, output_ext: '.html', categories: '' })
  }
  const directory = inside.includes('/') ? inside.slice(0, inside.lastIndexOf('/')) : ''
  const values = { path: directory, basename: name, title: name, name, output_ext: '.html', categories: '' }
  if (own !== null) return address(own, values)
  if (name === 'index') return addressPath(directory)
  return address(isFolderStyle(style) ? '/:path/:basename/' : '/:path/:basename:output_ext', values)
}

/** A pattern for posts says for other pages only how they end. */
function isFolderStyle(style: string): boolean {
  return style.endsWith('/')
}

/** `date: 2024-03-01` of the front matter. */
function dateOf(data: Settings): { year: string; month: string; day: string } | null {
  const value = data['date']
  const text = value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : ''
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  const [, year = '', month = '', day = ''] = match ?? []
  return match ? { year, month: month.padStart(2, '0'), day: day.padStart(2, '0') } : null
}

/** The pattern with what is known; what a date or anything else would have to tell stays a parameter. */
function address(pattern: string, values: Readonly<Record<string, string | undefined>>): string {
  const names = Object.keys(values).sort((a, b) => b.length - a.length).join('|')
  const filled = pattern.replace(new RegExp(`:(${names})(?![a-z])`, 'g'), (token, name: string) => values[name] ?? token)
  return addressPath(filled)
}
