/** Components and client libraries as they are serialized. https://jackrabbit.apache.org/filevault/vaultfs.html */
import { baseNameOf, directoryOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { join } from '../../paths.js'

export interface Component {
  /** `clinic/components/page`. */
  type: string
  directory: string
  superType: string | null
  isComponent: boolean
  /** Scripts that stand in the directory itself, sorted. */
  scripts: string[]
}

export interface ClientLibrary {
  directory: string
  categories: string[]
  /** Categories that come along. */
  brings: string[]
  /** `js.txt`, the list of its scripts. */
  list: string
  scripts: string[]
}

/** A page of serialized content. */
export interface ContentPage {
  /** Below the repository's root: `/content/clinic/en/book`. */
  path: string
  file: string
  template: string | null
  /** Types of the page's own resource first, then of all resources in it. */
  types: string[]
  /** Other addresses authors gave it. */
  vanity: string[]
}

const ROOT = /^(?:.*\/)?jcr_root(?=\/)/

/** The path in the repository of a file below `jcr_root`, with a leading slash; null for other files. */
export function repositoryPath(file: string): string | null {
  const root = ROOT.exec(file)?.[0]
  return root === undefined ? null : file.slice(root.length).replace(/(^|\/)_(\w+)_/g, '$1$2:')
}

/** Components by type; scripts that lie without a description count too, so that nothing is lost. */
export function readComponents(host: FrameworkHost, files: readonly string[]): Map<string, Component> {
  const components = new Map<string, Component>()
  for (const file of files) {
    const type = /^\/(?:apps|libs)\/(.+)\/[^/]+\.(?:html|jsp)$/.exec(repositoryPath(file) ?? '')?.[1]
    if (type === undefined || /\/(?:clientlibs?|_?cq[_:]\w+|dialog|i18n)(?:\/|$)/.test(type)) continue
    const known = components.get(type)
    if (known) known.scripts.push(file)
    else {
      const directory = directoryOf(file)
      const description = host.text(join(directory, '.content.xml')) ?? ''
      components.set(type, {
        type, directory, scripts: [file],
        superType: attribute(description, 'sling:resourceSuperType')?.replace(/^\/?(?:apps|libs)\//, '') ?? null,
        isComponent: description.includes('cq:Component'),
      })
    }
  }
  return components
}

/** `{Boolean}`-like types are dropped; null when there is no such attribute. */
export function attribute(xml: string, name: string): string | null {
  const value = new RegExp(`(?:^|[\\s<])${name}\\s*=\\s*"([^"<]*)"`).exec(xml)?.[1]
  return value === undefined ? null : value.replace(/^\{\w+\}/, '')
}

/** `[a,b]`, `a` → the values. */
export function values(text: string | null): string[] {
  return (text ?? '').replace(/^\[|\]$/g, '').split(',').map((value) => value.trim()).filter((value) => value !== '')
}

/** https://experienceleague.adobe.com/docs/experience-manager-65/developing/introduction/clientlibs.html */
export function readClientLibraries(host: FrameworkHost, files: readonly string[]): ClientLibrary[] {
  return files.filter((file) => baseNameOf(file) === 'js.txt').flatMap((list) => {
    const directory = directoryOf(list)
    const description = host.text(join(directory, '.content.xml')) ?? ''
    if (!description.includes('cq:ClientLibraryFolder')) return []
    let base = directory
    const scripts: string[] = []
    for (const line of (host.text(list) ?? '').split(/\r?\n/)) {
      const moved = /^\s*#base=(.*)$/.exec(line)?.[1]?.trim()
      if (moved !== undefined) base = moved === '' ? directory : below(directory, moved)
      else if (line.trim() !== '' && !line.startsWith('#')) {
        const script = below(base, line.trim())
        if (host.has(script)) scripts.push(script)
      }
    }
    return [{
      directory, list, scripts,
      categories: values(attribute(description, 'categories')),
      brings: [...values(attribute(description, 'embed')), ...values(attribute(description, 'dependencies'))],
    }]
  })
}

function below(directory: string, relative: string): string {
  const parts = directory.split('/')
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Pages of `/content`; the experience fragments and assets there are none. */
export function readPages(host: FrameworkHost, files: readonly string[]): ContentPage[] {
  return files.flatMap((file) => {
    const path = /^(\/content\/.+)\/\.content\.xml$/.exec(repositoryPath(file) ?? '')?.[1]
    if (path === undefined || /^\/content\/(?:dam|experience-fragments|cq:tags|launches|versionhistory)(?:\/|$)/.test(path)) return []
    const text = host.text(file) ?? ''
    if (!/"cq:Page"/.test(text)) return []
    const vanity = values(attribute(text, 'sling:vanityPath')).map((each) => `/${each.replace(/^\/+|\/+$/g, '')}`)
    return [{ path, file, template: attribute(text, 'cq:template'), types: resourceTypes(text), vanity }]
  })
}

/** Every type of a resource in a description, without `/apps`, in order. */
export function resourceTypes(xml: string): string[] {
  return [...new Set([...xml.matchAll(/\bsling:resourceType\s*=\s*"([^"<]+)"/g)].map((match) => typeName(match[1] as string)))]
}

export function typeName(type: string): string {
  return type.trim().replace(/^\/?(?:apps|libs)\//, '').replace(/^\/+|\/+$/g, '')
}
