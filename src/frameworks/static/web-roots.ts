/** Which part of a file's path a web server shows. */

/** Directories that hold what is given out, whatever is around them. */
const ROOTS = new Set([
  'public', 'static', 'www', 'htdocs', 'httpdocs', 'public_html', 'wwwroot', '_site', 'dist', 'build', 'webroot', 'docroot', 'webapp', 'web-app', 'webcontent',
])
/** Directories a project keeps its site in, when nothing of the site is around them. */
const OUTER = new Set(['html', 'site', 'src', 'app', 'client', 'frontend', 'web', 'website', 'source'])
/** A site that was saved lies in a folder with the name of its host. */
const HOST = /^(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|health|care|clinic|dental|doctor|med|io|co|us|uk|ca|au|nz|ie|de|fr|es|mx|ar|cl|pt|br|in|info)$/i

/** The first page of a folder at the top. */
const START = /^[^/]+\/(?:index|default)\.\w+$/i

/** The directories that the pages of a tree count from. */
export class WebRoots {
  /** The one folder that holds the only site of the tree. */
  private readonly only: string | null

  /**
   * @param isWhole nothing else in the tree makes pages
   * @param isAddressed some page links to addresses below a folder of this name
   */
  constructor(pages: readonly string[], isWhole: boolean, isAddressed: (folder: string) => boolean) {
    const loose = pages.filter((path) => rootByName(path) === '')
    const tops = new Set(loose.map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')))
    const [top = ''] = tops
    const isSite = top !== '' && tops.size === 1 && loose.length > 1 && loose.some((path) => START.test(path))
    // A folder with a single page is a page by that name.
    this.only = isWhole && isSite && !isAddressed(top) ? top : null
  }

  /** `''` for the root of the tree. */
  of(path: string): string {
    const named = rootByName(path)
    return named === '' && this.only !== null && path.startsWith(`${this.only}/`) ? this.only : named
  }
}

function rootByName(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const isRoot = (name: string | undefined): boolean => ROOTS.has((name ?? '').toLowerCase())
  let end = folders.findIndex((name) => isRoot(name) || HOST.test(name)) + 1
  if (end > 0) end += HOST.test(folders[end - 1] as string) && isRoot(folders[end]) ? 1 : 0
  else while (OUTER.has((folders[end] ?? '').toLowerCase())) end++
  return folders.slice(0, end).join('/')
}
