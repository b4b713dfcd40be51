/** Addresses of Eleventy's templates. https://www.11ty.dev/docs/permalinks/ */
import { HOLE } from '../../../parse/hole.js'
import { addressPath, datedName, slugOf } from '../content.js'
import type { PageData } from './data.js'

/** The page a template is written to; null for one that is none: a feed, a style sheet, nothing at all. */
export function templatePath(relative: string, data: PageData): string | null {
  const directory = relative.includes('/') ? relative.slice(0, relative.lastIndexOf('/')) : ''
  const bare = relative.slice(directory === '' ? 0 : directory.length + 1).replace(/\.11ty\.\w+$/, '').replace(/\.[^.]+$/, '')
  const name = datedName(bare)?.rest ?? bare
  if (data.permalink === false) return null
  if (data.permalink === null) {
    if (/\.(?:xml|json|txt|css|js|ics|webmanifest|svg|csv|rss|atom)$/i.test(name)) return null
    const isFolder = name === 'index' || name === directory.split('/').at(-1)
    return addressPath(isFolder ? directory : `${directory}/${name}`)
  }
  const folder = directory.split('/').at(-1) ?? ''
  const slug = name === 'index' ? datedName(folder)?.rest ?? folder : name
  const path = filled(data.permalink, data, { slug, stem: `/${directory === '' ? '' : `${directory}/`}${name}` })
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (/\.\w+$/.test(file) && !/\.(?:x?html?|php|aspx?)$/i.test(file)) return null
  return addressPath(path)
}

interface Names {
  /** `page.fileSlug` */
  slug: string
  /** `page.filePathStem` */
  stem: string
}

/** A pattern with what is known of the page; the rest stays a parameter. Parts for later pages are left out. */
function filled(pattern: string, data: PageData, names: Names): string {
  const known = pattern
    .replace(/\{%-?\s*if\b[\s\S]*?%\}[\s\S]*?\{%-?\s*endif\s*-?%\}/g, '').replace(/\{%[\s\S]*?%\}/g, '')
    .replace(/\{\{-?([\s\S]*?)-?\}\}|<%=?([\s\S]*?)%>|\$\{([\s\S]*?)\}/g, (_, ...groups: (string | undefined)[]) =>
      expression((groups[0] ?? groups[1] ?? groups[2] ?? '').trim(), data, names))
  const parts = known.split('/').map((part) => (part.includes(HOLE) ? part.replace(new RegExp(`${HOLE}+`, 'g'), ':value') : part))
  return parts.join('/')
}

function expression(code: string, { title, slug, isPaginated }: PageData, names: Names): string {
  const [subject = ''] = code.split('|').map((part) => part.trim())
  const isSlugged = /\|\s*(?:slug|slugify|url_encode|handleize)\b/.test(code)
  const value = /^(?:page\.)?fileSlug$/.test(subject) ? names.slug : /^(?:page\.)?filePathStem$/.test(subject) ? names.stem
    : subject === 'title' && !isPaginated ? title : subject === 'slug' && !isPaginated ? slug
      : /^["'][^"']*["']$/.test(subject) ? subject.slice(1, -1) : null
  return value === null ? HOLE : isSlugged ? slugOf(value) : value
}
