/**
 * File names that are routes: the flat convention of React Router and Remix 2, the mixed one with `+` folders, and the
 * nested folders of Remix 1. https://reactrouter.com/how-to/file-route-conventions,
 * https://v2.remix.run/docs/file-conventions/routes, https://v1.remix.run/docs/file-conventions/routes-files
 */

export interface FileRoute {
  file: string
  /** Whole path; null for a layout without a path of its own. */
  path: string
  isIndex: boolean
  /** Adds a segment to the path around it. */
  hasPath: boolean
  /** Files of the routes around it, outermost first. */
  around: string[]
}

const INDEX = { flat: /_index$/, mixed: /(^|[./])_?index$/, nested: /(^|\/)index$/ }

export type RouteConvention = 'flat' | 'mixed' | 'nested'

const MODULE = /\.(js|jsx|ts|tsx|md|mdx|mjs|mts)$/

/** The routes of the files below a directory; `directory` is without a trailing slash. */
export function fileRoutes(files: readonly string[], directory: string, convention: RouteConvention): FileRoute[] {
  const modules = new Map<string, string>()
  for (const file of files) {
    if (!MODULE.test(file) || /(^|\/)\./.test(file)) continue
    const relative = file.slice(directory.length + 1).replace(MODULE, '')
    const id = convention === 'flat' ? flatId(relative) : convention === 'mixed' ? mixedId(relative) : relative
    if (id === null) continue
    // Of a folder, `route` wins over `index`.
    if (!modules.has(id) || /\/route$/.test(relative)) modules.set(id, file)
  }
  const ids = [...modules.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  return ids.map((id) => {
    const around = ids.filter((other) => other !== id && isAround(other, id, convention))
    const segments = segmentsOf(id, convention)
    const isIndex = INDEX[convention].test(id)
    const shown = isIndex ? segments.slice(0, -1) : segments
    const parts = shown.flatMap((segment) => segment.path ?? [])
    return {
      file: modules.get(id) as string,
      path: parts.join('/'),
      isIndex,
      hasPath: !isIndex && shown.at(-1)?.path !== null,
      around: around.map((other) => modules.get(other) as string),
    }
  })
}

/** A file at the top, or the module of a folder at the top. */
function flatId(relative: string): string | null {
  if (!relative.includes('/')) return relative
  const [folder, name, ...deeper] = relative.split('/')
  return deeper.length === 0 && (name === 'route' || name === 'index') ? folder as string : null
}

/** https://github.com/kiliman/remix-flat-routes: folders that end in `+` hold routes, others hold one and its parts. */
function mixedId(relative: string): string | null {
  const parts = relative.split('/')
  const name = parts.pop() as string
  const id: string[] = []
  for (const [index, folder] of parts.entries()) {
    if (folder.endsWith('+')) {
      id.push(folder.slice(0, -1))
      continue
    }
    const isModule = index === parts.length - 1 && /^(route|index|page|_index|_layout|_route)$/.test(name)
    return isModule ? [...id, folder].join('.') : null
  }
  if (name === '_layout' || name === 'route' || name === '_route') return id.length === 0 ? null : id.join('.')
  return [...id, name].join('.')
}

function isAround(outer: string, inner: string, convention: RouteConvention): boolean {
  if (!inner.startsWith(outer)) return false
  const next = inner.charAt(outer.length)
  return next === '/' || (convention !== 'nested' && next === '.')
}

interface Segment {
  /** Null when it adds nothing to the path. */
  path: string | null
}

/** `($lang).visits.$id` → `:lang?`, `visits`, `:id`. What stands in brackets is taken as it is. */
function segmentsOf(id: string, convention: RouteConvention): Segment[] {
  const segments: Segment[] = []
  let text = ''
  let isEscaped = false
  let hasEscape = false
  const push = (): void => {
    if (hasEscape && text !== '') segments.push({ path: text })
    else segments.push({ path: convention === 'nested' ? nestedSegment(text) : flatSegment(text) })
    text = ''
    hasEscape = false
  }
  for (const character of id) {
    if (isEscaped) {
      if (character === ']') isEscaped = false
      else text += character
    } else if (character === '[') {
      isEscaped = true
      hasEscape = true
    } else if (character === '.' || character === '/') push()
    else text += character
  }
  push()
  return segments
}

function flatSegment(text: string): string | null {
  if (text.startsWith('_')) return null
  return parameterSegment(text.endsWith('_') ? text.slice(0, -1) : text)
}

function nestedSegment(text: string): string | null {
  return text.startsWith('__') ? null : parameterSegment(text)
}

function parameterSegment(text: string): string {
  const optional = /^\((.*)\)$/.exec(text)
  if (optional) return `${parameterSegment(optional[1] as string)}?`
  if (text === '$') return '*'
  return text.startsWith('$') ? `:${text.slice(1)}` : text
}
