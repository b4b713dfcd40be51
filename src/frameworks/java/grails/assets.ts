/** The asset pipeline, and tags that a project writes itself. https://grails.github.io/asset-pipeline/ */
import { directoryOf, joinPath } from '../../../paths.js'
import type { ReachEdge } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'
import { outlineOf } from '../../reading/classes/outline.js'

const EXTENSIONS = ['', '.js', '.es6', '.coffee', '.ts']
const SCRIPT_TAG = /<(?:asset:javascript|g:javascript|asset:deferredScripts|g:external)\b[^>]*?\b(src|uri|dir)\s*=\s*(["'])(.*?)\2[^>]*>/g
const RESOURCE = /\b(?:resource|assetPath|asset\.assetPath|createLinkTo)\s*\(\s*(?:\[)?([^()\]]*)\)?/g

function edge(from: string, offset: number | null, to: string): ReachEdge {
  return { from: { file: from, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: to, unit: null } }
}

/** From pages to the scripts they load, and from those to the scripts they require. */
export function assetEdges(host: FrameworkHost, root: string, pages: readonly string[]): ReachEdge[] {
  const assets = host.under(join(root, 'grails-app/assets'))
  const folders = [...new Set(assets.map((file) => /^(.*grails-app\/assets\/[^/]+)\//.exec(file)?.[1]).filter((each) => each !== undefined))]
  const served = ['web-app', 'web-app/js', 'src/main/webapp', 'src/main/webapp/js', 'src/main/resources/public'].map((name) => join(root, name))
  const located = (name: string): string | null => {
    const clean = name.replace(/^\/+/, '').replace(/^assets\//, '').replace(/[?#].*$/, '')
    for (const folder of [...folders, ...served]) {
      const found = EXTENSIONS.map((extension) => `${folder}/${clean}${extension}`).find((file) => host.has(file))
      if (found !== undefined) return found
    }
    return null
  }
  const loaded = pages.flatMap((file) => {
    const text = host.text(file) ?? ''
    const tags = [...text.matchAll(SCRIPT_TAG)].flatMap((match) => {
      const named = match[1] === 'dir' ? `${match[3]}/${/\bfile\s*=\s*["']([^"']+)/.exec(match[0])?.[1] ?? ''}` : match[3] as string
      const to = located(named)
      return to === null ? [] : [edge(file, match.index, to)]
    })
    const helpers = [...text.matchAll(RESOURCE)].flatMap((match) => {
      const value = (key: string): string => new RegExp(`\\b${key}\\s*:\\s*["']([^"']+)`).exec(match[1] as string)?.[1] ?? ''
      const name = value('src') || value('uri') || [value('dir'), value('file')].filter((part) => part !== '').join('/')
      const to = /\.js$/.test(name) ? located(name) : null
      return to === null ? [] : [edge(file, match.index, to)]
    })
    return [...tags, ...helpers]
  })
  return [...loaded, ...assets.filter((file) => /\.(?:js|es6|ts)$/.test(file)).flatMap((file) => requiredBy(host, file, located))]
}

const DIRECTIVE = /^\s*(?:\/\/|\*|#)?\s*=\s*(require|require_tree|require_directory|require_full_tree|include)\s+(\S+)/gm

/** `//= require_tree .` */
function requiredBy(host: FrameworkHost, file: string, located: (name: string) => string | null): ReachEdge[] {
  return [...(host.text(file) ?? '').matchAll(DIRECTIVE)].flatMap((match) => {
    const [, kind = '', written = ''] = match
    if (kind === 'require' || kind === 'include') {
      const beside = joinPath(directoryOf(file), written)
      const near = beside === null ? undefined : EXTENSIONS.map((extension) => beside + extension).find((path) => host.has(path))
      const to = near ?? located(written)
      return to === null || to === file ? [] : [edge(file, match.index, to)]
    }
    const folder = joinPath(directoryOf(file), written)
    return folder === null ? [] : host.under(folder).filter((path) => path !== file && /\.(?:js|es6|ts|coffee)$/.test(path)
      && (kind !== 'require_directory' || directoryOf(path) === folder)).map((to) => edge(file, match.index, to))
  })
}

// Tag libraries --------------------------------------------------------------------------------------------------------

const CALL = /<(\w+):(\w+)[\s/>]|\$\{\s*(?:(\w+)\.)?(\w+)\s*\(/g

/** From pages to the tags of the project's own libraries, and from those to the templates they render. */
export function tagEdges(host: FrameworkHost, root: string, pages: readonly string[], template: (from: string, name: string) => string | null): ReachEdge[] {
  const libraries = host.under(join(root, 'grails-app/taglib')).filter((file) => /TagLib\.groovy$/.test(file) && host.isProduct(file))
  const tags = new Map<string, { file: string; start: number; end: number }>()
  const rendered = libraries.flatMap((file) => {
    const outline = outlineOf(host, file)
    return outline.classes.flatMap((type) => {
      const written = type.fields.find(({ name }) => name === 'namespace')?.value
      const space = written?.kind === 'string' ? written.text : 'g'
      return type.methods.flatMap((method) => {
        const { name, start, end, body } = method
        tags.set(`${space}:${name}`, { file, start, end })
        return outline.calls(body).filter(({ name: called }) => called === 'render').flatMap((call) => {
          const given = call.arguments.find((argument) => argument.name === 'template')?.value
          const to = given?.kind === 'string' ? template(file, given.text) : null
          return to === null ? [] : [{ ...edge(file, call.start, to), kind: 'include' as const }]
        })
      })
    })
  })
  if (tags.size === 0) return []
  const called = pages.flatMap((file) => [...(host.text(file) ?? '').matchAll(CALL)].flatMap((match): ReachEdge[] => {
    const tag = tags.get(match[1] === undefined ? `${match[3] ?? 'g'}:${match[4]}` : `${match[1]}:${match[2]}`)
    if (!tag) return []
    return [{ ...edge(file, match.index, tag.file), kind: 'include', part: { start: tag.start, end: tag.end } }]
  }))
  return [...rendered, ...called]
}
