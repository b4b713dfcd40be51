/**
 * Pages, layouts and answers by file name: https://svelte.dev/docs/kit/routing,
 * https://svelte.dev/docs/kit/advanced-routing. The loop over layouts is that of SvelteKit's own manifest.
 */

export interface KitRoute {
  /** Of the address, in canonical form. */
  path: string
  /** The component and the modules that load its data; empty for a directory that only answers. */
  page: string[]
  /** Layouts around the page, outermost first. */
  layouts: string[]
  /** Shown instead of the page when it fails. */
  errors: string[]
  /** Modules that answer requests: `+server.ts`. */
  answers: string[]
}

/** What a directory of routes holds itself. */
interface Directory {
  /** Last part of its path; empty for the directory of all routes. */
  segment: string
  parent: Directory | null
  page: Part
  layout: Part
  error: string | null
  answers: string[]
}

interface Part {
  files: string[]
  /** Segment of the directory whose layout it starts from: `+page@(app).svelte`; empty for the root. */
  within: string | null
}

/** `+page`, `+page@segment`, `+page.server`, `+layout@`, `+error`, `+server`. */
const NAME = /^\+(page|layout|error|server)(\.server)?(?:@(.*))?$/

/** Routes of a directory's files. `extensions` are those of components and modules, with the dot. */
export function kitRoutes(files: readonly string[], root: string, extensions: readonly string[]): KitRoute[] {
  const directories = new Map<string, Directory>()
  const directoryAt = (path: string): Directory => {
    const known = directories.get(path)
    if (known) return known
    const slash = path.lastIndexOf('/')
    const made: Directory = {
      segment: path === '' ? '' : path.slice(slash + 1), parent: path === '' ? null : directoryAt(path.slice(0, Math.max(0, slash))),
      page: { files: [], within: null }, layout: { files: [], within: null }, error: null, answers: [],
    }
    directories.set(path, made)
    return made
  }
  for (const file of files) {
    const relative = file.slice(root === '' ? 0 : root.length + 1)
    const slash = relative.lastIndexOf('/')
    const name = relative.slice(slash + 1)
    const extension = extensions.find((end) => name.endsWith(end))
    const match = extension === undefined || /\.d\.\w+$/.test(name) ? null : NAME.exec(name.slice(0, -extension.length))
    if (!match) continue
    addFile(directoryAt(relative.slice(0, Math.max(0, slash))), file, match[1] as string, match[3])
  }
  return [...directories].flatMap(([path, directory]) => {
    if (directory.page.files.length + directory.answers.length === 0) return []
    return [{ path: pathOf(path), page: directory.page.files, answers: directory.answers, ...around(directory) }]
  })
}

function addFile(directory: Directory, file: string, kind: string, within: string | undefined): void {
  if (kind === 'error') directory.error = file
  else if (kind === 'server') directory.answers.push(file)
  else {
    const part = kind === 'page' ? directory.page : directory.layout
    part.files.push(file)
    if (within !== undefined) part.within = within
  }
}

/** Layouts and error pages: from the page's own directory upwards, to where a name with `@` goes on. */
function around(directory: Directory): Pick<KitRoute, 'layouts' | 'errors'> {
  const layouts: string[][] = []
  const errors: string[] = []
  let within = directory.page.within
  for (let at: Directory | null = directory; at; at = at.parent) {
    if (within !== null && at.segment !== within) continue
    layouts.unshift(at.layout.files)
    if (at.error !== null) errors.unshift(at.error)
    within = at.layout.files.length > 0 ? at.layout.within : null
  }
  return { layouts: layouts.flat(), errors }
}

/** `(app)/visits/[id=integer]/[...rest]` → `visits/:id/*`. */
function pathOf(directory: string): string {
  return directory.split('/').filter((segment) => segment !== '' && !/^\([^)]+\)$/.test(segment)).map(kitSegment).join('/')
}

const ESCAPE = /\[([xu])\+([0-9a-f-]+)\]/gi

function kitSegment(segment: string): string {
  const plain = segment.replace(ESCAPE, (_, __, codes: string) =>
    codes.split('-').map((code) => String.fromCodePoint(Math.min(parseInt(code, 16) || 0x20, 0x10ffff))).join(''))
  if (/^\[\.\.\.[\w-]+(?:=[\w-]+)?\]$/.test(plain)) return '*'
  return plain.replace(/\[\[([\w-]+)(?:=[\w-]+)?\]\]/g, ':$1?').replace(/\[(?:\.\.\.)?([\w-]+)(?:=[\w-]+)?\]/g, ':$1')
}
