/** Names that a page gives to addresses of modules. https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/script/type/importmap */
import { parse as parseJson } from 'jsonc-parser'
import { joinPath } from '../../paths.js'
import type { Alias, AliasHost } from './aliases.js'

const MAP = /<script\b[^>]*\btype\s*=\s*["']?importmap["']?[^>]*>([\s\S]*?)<\/script>/gi

/** Of the documents that lie in a directory; what is elsewhere on the network is left out. */
export function importMapAliases(host: AliasHost, directory: string): Alias[] {
  return host.under(directory).filter((path) => /\.html?$/i.test(path) && path.lastIndexOf('/') === directory.length - (directory === '' ? 1 : 0)).flatMap((path) => {
    const text = host.text(path) ?? ''
    if (!text.includes('importmap')) return []
    return [...text.matchAll(MAP)].flatMap(([, code]) => {
      const map = parseJson(code as string) as { imports?: unknown; scopes?: unknown } | undefined
      const tables = [map?.imports, ...Object.values((map?.scopes ?? {}) as object)]
      return tables.flatMap((table) => Object.entries((table ?? {}) as Record<string, unknown>)).flatMap(([name, address]): Alias[] => {
        if (typeof address !== 'string' || /^([a-z]+:)?\/\//i.test(address)) return []
        const target = joinPath(directory, address.replace(/[?#].*$/, '').replace(/\/$/, ''))
        return target === null ? [] : [{ name: name.replace(/\/$/, ''), isExact: !name.endsWith('/'), target }]
      })
    })
  })
}
