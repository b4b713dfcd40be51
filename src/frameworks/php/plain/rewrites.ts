/** Rules of Apache that give files other addresses. https://httpd.apache.org/docs/2.4/rewrite/ */
import { directoryOf, joinPath } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { routePath } from '../../paths.js'

export interface Rewrites {
  /** `RewriteRule ^about/?$ about.php`: a file under an address of its own; `query` is what it is asked with. */
  rules: { path: string; target: string; query: string; file: string }[]
  /** Directories whose pages are asked for without their extension. */
  bare: ReadonlySet<string>
  /** The file that answers all that is no file, by its directory; `parameter` gets the address. */
  fronts: ReadonlyMap<string, { target: string; parameter: string | null }>
  /** Files in front of and behind every page below a directory. */
  around: { directory: string; file: string }[]
}

const RULE = /^[ \t]*RewriteRule[ \t]+("[^"\n]*"|\S+)[ \t]+("[^"\n]*"|\S+)(?:[ \t]+\[([^\]\n]*)\])?/gim
const CATCH_ALL = /^\^?(?:\(?\.[*+]?\)?|\(\[\^\.?[/.\\]*\][*+]\)|)\/?\??\$?$/

export function readRewrites(host: FrameworkHost): Rewrites {
  const found = { rules: [] as Rewrites['rules'], bare: new Set<string>(), fronts: new Map<string, { target: string; parameter: string | null }>(), around: [] as Rewrites['around'] }
  for (const file of [...host.named('.htaccess'), ...host.named('.user.ini')]) {
    const text = host.text(file) ?? ''
    const directory = directoryOf(file)
    for (const [, path] of text.matchAll(/^[ \t]*(?:php_value[ \t]+)?auto_(?:prepend|append)_file[ \t=]+["']?([^\s"']+)/gim)) {
      const target = place(host, directory, path as string)
      if (target !== null) found.around.push({ directory, file: target })
    }
    for (const [, written = '', to = '', flags = ''] of text.matchAll(RULE)) {
      const pattern = written.replace(/^"|"$/g, '')
      const [target = '', query = ''] = to.replace(/^"|"$/g, '').split('?')
      if (target === '-' || /^https?:/i.test(target) || /(^|,)\s*(R|F|G)\b/i.test(flags)) continue
      if (/^\/?\$1(\.php|\.html?)$/.test(target) || /^%\{REQUEST_FILENAME\}\.(php|html?)$/.test(target)) found.bare.add(directory)
      else if (CATCH_ALL.test(pattern) && /\.php/.test(target)) {
        const [, script = ''] = /^\/?(.*?\.php)/.exec(target) ?? []
        const at = place(host, directory, script)
        const parameter = /(?:^|&)(\w+)=(?:\$1|%\{REQUEST_URI\})/.exec(query)?.[1] ?? null
        if (at !== null && !found.fronts.has(directory)) found.fronts.set(directory, { target: at, parameter })
      } else if (/\.(php|html?)$/.test(target)) {
        const at = place(host, directory, target)
        const path = patternPath(pattern)
        if (at !== null && path !== null) found.rules.push({ path, target: at, query, file })
      }
    }
  }
  return found
}

function place(host: FrameworkHost, directory: string, written: string): string | null {
  const path = joinPath(directory, written.replace(/^\/+/, ''))
  return path !== null && host.has(path) ? path : null
}

/** `^doctor/([0-9]+)/?$` → `/doctor/:first`; null for what is too open. */
function patternPath(pattern: string): string | null {
  let count = 0
  const clean = pattern.replace(/^\^\/?|\/?\??\$$/g, '').replace(/\/\?$/, '').replace(/\\([.\-/])/g, '$1')
    .replace(/\((?:[^()]|\([^()]*\))*\)\??/g, (group) => (/^\(\.[*+]\)/.test(group) ? '*' : `:${['first', 'second', 'third', 'fourth'][count++] ?? 'part'}`))
  if (/[\\[\](){}|^$]/.test(clean) || clean.replace(/[*/:]/g, '') === '') return null
  return routePath(...clean.split('/').map((segment) => segment.replace(/\?$/, '')))
}

/** The innermost directory around a file for which something is told. */
export function directoryAround<Value>(file: string, known: (directory: string) => Value | undefined): Value | undefined {
  for (let at = directoryOf(file); ; at = directoryOf(at)) {
    const found = known(at)
    if (found !== undefined || at === '') return found
  }
}

