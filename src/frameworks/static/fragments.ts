/** Pieces of pages that a script fetches and puts in: `$('#top').load('top.html')`, `fetch('parts/top.html')`. */
import { directoryOf, joinPath } from '../../paths.js'
import type { Certainty, ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import type { WebRoots } from './web-roots.js'

const NAMED = /["'`]([\w./-]+\.(?:x?html?|shtml|inc))(?:[?#][^"'`\n]*)?["'`]/g
/** A name that is put together: any of the folder. */
const JOINED = /["'`]([\w./-]*\/)(?:["'`]\s*\+\s*[\w.]+(?:\s*\+\s*["'`](?:\.x?html?)["'`])?|\$\{[^}\n]{1,80}\}\.x?html?`)/g
const SCRIPT = /<script\b[^>]*>([\s\S]*?)<\/script>/gi

/** Edges from scripts, in files and in pages, to the pieces whose addresses they hold. */
export function fragmentEdges(
  host: FrameworkHost, files: readonly string[], pages: ReadonlySet<string>, roots: WebRoots,
): ReachEdge[] {
  const pieces = new Set(files.filter((path) => !pages.has(path)))
  if (pieces.size === 0) return []
  const scripts = host.under('').filter((path) => /\.(?:[cm]?js|ts)$/.test(path) && host.isProduct(path) && !/\.min\.js$/.test(path))
  return [...scripts, ...pages].flatMap((file) => {
    const text = host.text(file) ?? ''
    const codes = pages.has(file)
      ? [...text.matchAll(SCRIPT)].map((match) => ({ code: match[1] as string, base: match.index + match[0].indexOf(match[1] as string) }))
      : [{ code: text, base: 0 }]
    return codes.flatMap(({ code, base }) => {
      const edge = (to: string, index: number, certainty: Certainty): ReachEdge => (
        { from: { file, unit: null }, offset: base + index, kind: 'fragment', certainty, to: { file: to, unit: null } })
      const named = [...code.matchAll(NAMED)].flatMap((match) => {
        const target = places(file, match[1] as string, roots).find((path) => pieces.has(path))
        return target === undefined ? [] : [edge(target, match.index, 'likely')]
      })
      const joined = [...code.matchAll(JOINED)].flatMap((match) => {
        const folders = places(file, match[1] as string, roots)
        return [...pieces].filter((path) => folders.includes(directoryOf(path))).map((path) => edge(path, match.index, 'possible'))
      })
      return [...named, ...joined]
    })
  })
}

/** Addresses count from the page; a script is mostly in a folder beside it. */
function places(file: string, written: string, roots: WebRoots): string[] {
  const bare = written.replace(/^\.?\/+/, '').replace(/\/+$/, '')
  const root = roots.of(file)
  const directory = directoryOf(file)
  return [joinPath(directory, written.replace(/\/+$/, '')), join(root, bare), joinPath(directoryOf(directory), bare), joinPath('', bare)]
    .filter((path) => path !== null)
}
