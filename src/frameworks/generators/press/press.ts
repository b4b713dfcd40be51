/** What VitePress and VuePress share: Markdown files are pages, and a theme of Vue stands around them. */
import type { FrameworkHost, RouteDeclaration } from '../../framework.js'
import { extensionOf, routePath } from '../../paths.js'
import { filesBelow, MARKDOWN, withoutExtension } from '../content.js'

export interface PressPage {
  file: string
  /** Below the folder of pages, without an ending. */
  name: string
}

/** Markdown files of a folder that are pages. */
export function pressPages(host: FrameworkHost, directory: string, nested: readonly string[]): PressPage[] {
  return filesBelow(host, directory, nested)
    .filter((file) => MARKDOWN.has(extensionOf(file)) && host.isProduct(file))
    .map((file) => ({ file, name: withoutExtension(directory === '' ? file : file.slice(directory.length + 1)) }))
    .filter(({ name }) => !name.split('/').some((part) => part.startsWith('.') || part === 'node_modules'))
}

/** `portal/index` → `/portal`; else `/about.html`, or without the ending. */
export function pressRoute(file: string, name: string, isClean: boolean, index: RegExp): RouteDeclaration {
  const isFolder = index.test(name)
  const path = isFolder ? name.replace(/(^|\/)[^/]+$/, '$1') : isClean ? name : `${name}.html`
  return { path: routePath(path), kind: 'page', certainty: 'exact', file }
}
