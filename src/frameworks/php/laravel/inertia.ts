/** Pages that Inertia shows in one root view. https://inertiajs.com/docs/v2/the-basics/pages */
import { HOLE } from '../../../parse/hole.js'
import { join } from '../../paths.js'
import { viewFiles, type ViewFile } from '../code/views.js'
import { outlineOf } from '../reading/outline.js'
import type { LaravelApplication } from './application.js'

/** Calls that choose the root view: `Inertia::setRootView('admin')`, `->rootView('portal')`. */
export const ROOT_VIEW_CALLS = /(^|\\)Inertia::setRootView$|->(?:rootView|setRootView)$/

const FOLDERS = [
  'resources/js/Pages',
  'resources/js/pages',
  'resources/ts/Pages',
  'resources/ts/pages',
  'resources/js/views',
  'resources/js/src/Pages',
  'resources/js/Views',
]
const EXTENSIONS = [
  '.vue',
  '.tsx',
  '.jsx',
  '.svelte',
  '.ts',
  '.js',
  '/index.vue',
  '/index.tsx',
  '/index.jsx',
  '/Index.vue',
  '/Index.tsx',
  '/Index.jsx',
]

/** The files of a page's name. */
export function inertiaPages({ host, root }: LaravelApplication, name: string): ViewFile[] {
  if (name.replaceAll(HOLE, '').replace(/[./]/g, '') === '') return []
  return viewFiles(host, FOLDERS.map((folder) => join(root, folder)), EXTENSIONS, name)
}

/** The view around all pages: `protected $rootView = 'app'` of the middleware. */
export function rootView({ host, root }: LaravelApplication): string {
  const file = join(root, 'app/Http/Middleware/HandleInertiaRequests.php')
  if (!host.has(file)) return 'app'
  const { assignments } = outlineOf(host, file)
  const chosen = assignments.find(({ name }) => name === '$rootView')?.value
  return chosen?.kind === 'string' && chosen.text !== '' ? chosen.text : 'app'
}
