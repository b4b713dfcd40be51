/**
 * Pages by file name: https://nuxt.com/docs/guide/directory-structure/pages,
 * https://v2.nuxt.com/docs/features/file-system-routing, https://uvr.esm.is/guide/file-based-routing, https://github.com/hannoeru/vite-plugin-pages#file-system-routing
 */
import { routePath } from '../paths.js'

export type PageStyle =
  /** `[id].vue`, `[...slug].vue`, `(group)/`. */
  | 'brackets'
  /** The same, and `users.new.vue` is `/users/new` without being inside `users.vue`. */
  | 'dots'
  /** `_id.vue`, `_.vue`: Nuxt 2. */
  | 'underscores'

export interface PageFile {
  file: string
  /** Of the address; empty for the page of the directory itself, a layout without a path stays out. */
  path: string
  /** Pages it is shown inside of, outermost first. */
  parents: string[]
  /** Names others lie below it, and one of them stands for its own path. */
  hasIndex: boolean
}

const PAGE = /\.(vue|jsx|tsx|js|ts|mjs)$/

/** The pages of a directory; `files` are all files below it. */
export function pageFiles(files: readonly string[], directory: string, style: PageStyle): PageFile[] {
  const names = new Map<string, string>()
  for (const file of files) {
    const own = directory === '' ? file : file.slice(directory.length + 1)
    const name = own.replace(/(?:\.(?:client|server))?\.\w+$/, '')
    const isIgnored = name.split('/').some((part) => /^[-.]/.test(part)) || /\.(test|spec|stories|d)$/.test(name)
    if (PAGE.test(file) && !isIgnored && !names.has(name)) names.set(name, file)
  }
  const pages = [...names].map(([name, file]): PageFile => {
    const parts = name.split('/')
    // `users.vue` is around all of `users/`; in a group of its own it is around the group.
    const parents = parts.slice(1).flatMap((_, index) => names.get(parts.slice(0, index + 1).join('/')) ?? [])
    return { file, path: pathOf(parts, style, names), parents, hasIndex: false }
  })
  const around = new Set(pages.flatMap(({ parents }) => parents))
  for (const page of pages) {
    if (!around.has(page.file)) continue
    page.hasIndex = pages.some(({ file, path, parents }) =>
      file !== page.file && path === page.path && parents.includes(page.file))
  }
  return pages
}

function pathOf(parts: readonly string[], style: PageStyle, names: ReadonlyMap<string, string>): string {
  const segments = parts.flatMap((part, index) => {
    if (style === 'underscores') {
      const siblings = [...parts.slice(0, index), 'index'].join('/')
      return [underscoreSegment(part, index === parts.length - 1 && !names.has(siblings))]
    }
    const written = style === 'dots' ? splitDots(part) : [part]
    return written.flatMap(bracketSegments)
  })
  // In Nuxt 2 only the last one stands for its folder.
  const isLast = (index: number): boolean => style !== 'underscores' || index === segments.length - 1
  const isIndex = (index: number): boolean => segments[index] === 'index' && isLast(index)
  return routePath(...segments.filter((_, index) => !isIndex(index)))
}

/** Dots of `[...all]` are none. */
function splitDots(part: string): string[] {
  return part.replace(/\[\[?\.\.\.[^\]]*\]?\]/g, (rest) => rest.replaceAll('.', '\0')).split('.')
    .map((piece) => piece.replaceAll('\0', '.'))
}

/** `[id]`, `[[id]]`, `[...all]`, `user-[id]`, `(group)`, and the modifiers `[id]+`, `[id=int]`. */
function bracketSegments(part: string): string[] {
  const plain = part.replace(/\([^()]*\)/g, '')
  if (plain === '' && part !== '') return []
  if (/^_parent$/.test(plain)) return []
  if (/\[\.\.\.|\][+*]$/.test(plain)) return ['*']
  const optional = /^\[\[([\w-]+)(?:=[\w-]+)?\]\]$/.exec(plain)
  if (optional) return [`:${optional[1] as string}?`]
  const only = /^\[([\w-]+)(?:=[\w-]+)?\]$/.exec(plain)
  if (only) return [`:${only[1] as string}`]
  return [plain.replace(/\[{1,2}([\w-]+)(?:=[\w-]+)?\]{1,2}/g, ':$1')]
}

/** `_id`, optional where no index lies beside it; `_` is everything. */
function underscoreSegment(part: string, isOptional: boolean): string {
  if (part === '_') return '*'
  if (!part.startsWith('_')) return part
  return `:${part.slice(1)}${isOptional ? '?' : ''}`
}
