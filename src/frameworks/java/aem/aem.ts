/**
 * Adobe Experience Manager: components in HTL or JSP, client libraries, and what content is serialized beside them.
 * https://experienceleague.adobe.com/docs/experience-manager-core-components/using/developing/guidelines.html
 */
import { baseNameOf, directoryOf } from '../../../paths.js'
import type { Certainty, ReachEdge } from '../../../types.js'
import type { Application, Framework, FrameworkHost, Injection, RouteDeclaration } from '../../framework.js'
import { join, stem } from '../../paths.js'
import {
  attribute, readClientLibraries, readComponents, readPages, repositoryPath, resourceTypes, typeName, values,
  type ClientLibrary, type Component,
} from './repository.js'

export const aem: Framework = {
  name: 'aem',
  docs: 'https://experienceleague.adobe.com/docs/experience-manager-65/developing/introduction/the-basics.html',
  applications(host) {
    const byRoot = new Map<string, string[]>()
    for (const file of host.under('')) {
      if (!file.includes('jcr_root/')) continue
      const root = rootOf(file)
      const list = byRoot.get(root)
      if (list) list.push(file)
      else byRoot.set(root, [file])
    }
    return [...byRoot].flatMap(([root, files]) => application(host, root, files))
  },
}

/** The directory above the content packages: `ui.apps/src/main/content/jcr_root/…` → `''`. */
function rootOf(file: string): string {
  const above = file.slice(0, file.indexOf('jcr_root/')).replace(/\/$/, '')
  const module = above.replace(/\/?src\/main\/content$/, '')
  return directoryOf(module)
}

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const components = readComponents(host, files)
  if (components.size === 0) return []
  const libraries = readClientLibraries(host, files)
  const all = [...components.values()]
  const pages = all.filter((component) => isPage(component, components))
  const scriptsOf = (type: string): string[] => scriptsOfType(components, type)
  const templates = new Map(files.flatMap((file): [string, string[]][] => {
    const path = /^(.*)\/structure\/\.content\.xml$/.exec(repositoryPath(file) ?? '')?.[1]
    if (path === undefined) return []
    // The page says itself of which kind it is.
    return [[path, resourceTypes(host.text(file) ?? '').filter((type) => !pages.some((page) => page.type === type))]]
  }))
  const routes = readPages(host, files).flatMap(({ path, file, template, types, vanity }) => {
    const shown = [...new Set([...types, ...(templates.get(template ?? '') ?? [])])]
    const leaves = [...new Set(shown.flatMap(scriptsOf))].map((script) => ({ file: script }))
    return [path, ...vanity]
      .map((each): RouteDeclaration => ({ path: each, kind: 'page', certainty: 'exact', file, leaves }))
  })
  // The pages of most sites are in no repository: any address may show any component.
  const anywhere: RouteDeclaration = {
    path: '/*', kind: 'page', certainty: 'possible', file: (pages[0] ?? (all[0] as Component)).scripts[0] as string,
    leaves: [...new Set(all.filter((component) => component.isComponent || pages.includes(component))
      .flatMap(({ type }) => scriptsOf(type)))].map((file) => ({ file, certainty: 'possible' })),
  }
  return [{
    framework: 'aem',
    root,
    routes: [...routes, anywhere],
    injections: [...policyInjections(host, files, libraries), ...frontendInjections(host, root)],
    owns: files.filter((file) => /\.(html|jsp)$/.test(file)),
    edges: [...resourceEdges(host, all, components), ...edgesOfLibraries(host, all, libraries)],
  }]
}

const PAGE_TYPE = /(?:^|\/)(?:page|basepage|contentpage)(?:\/v\d+\/page)?$/i
const PAGE_SCRIPTS = new Set(['page', 'head', 'headlibs', 'body', 'bodylibs', 'content', 'header', 'footer', 'footerlibs', 'customheaderlibs', 'customfooterlibs', 'socialmedia_begin', 'socialmedia_end'])

/** A component is shown as a page when what it inherits from is one. */
function isPage(component: Component, components: ReadonlyMap<string, Component>): boolean {
  return chain(component, components).some(({ superType, scripts }) => PAGE_TYPE.test(superType ?? '')
    || scripts.some((script) => /^(customheaderlibs|customfooterlibs|body|head)$/.test(stem(script))))
}

/** The component and those it inherits from, as far as they are in the tree. */
function chain(component: Component, components: ReadonlyMap<string, Component>): Component[] {
  const found: Component[] = []
  for (let at: Component | undefined = component; at && !found.includes(at) && found.length < 20;) {
    found.push(at)
    at = at.superType === null ? undefined : components.get(at.superType)
  }
  return found
}

/**
 * Scripts that show a resource of a type: the one named like the component, and for pages those that a page is made of;
 * each from the nearest component of the chain that has it.
 */
function scriptsOfType(components: ReadonlyMap<string, Component>, type: string): string[] {
  const component = components.get(type)
  if (!component) return []
  const page = isPage(component, components)
  const byName = new Map<string, string>()
  for (const { directory, scripts } of chain(component, components)) {
    for (const script of scripts) {
      const name = stem(script)
      const isPart = page && PAGE_SCRIPTS.has(name)
      const isEntry = name === baseNameOf(directory) || (scripts.length === 1 && !isPart)
      if (!isEntry && !isPart) continue
      const key = isEntry ? '' : name
      if (!byName.has(key)) byName.set(key, script)
    }
  }
  return [...byName.values()]
}

const RESOURCE = /\bresourceType\s*=\s*(?:\\?["'])([\w./-]+)/g

/** Resources that scripts show by their type. */
function resourceEdges(
  host: FrameworkHost, all: readonly Component[], components: ReadonlyMap<string, Component>,
): ReachEdge[] {
  return all.flatMap(({ scripts }) => scripts.flatMap((file) => {
    const text = host.text(file) ?? ''
    if (!text.includes('resourceType')) return []
    return [...text.matchAll(RESOURCE)].flatMap((match) => scriptsOfType(components, typeName(match[1] as string))
      .map((to): ReachEdge => edge(file, match.index, to)))
  }))
}

function edge(from: string, offset: number | null, to: string, certainty: Certainty = 'exact'): ReachEdge {
  return { from: { file: from, unit: null }, offset, kind: 'include', certainty, to: { file: to, unit: null } }
}

const CALLS =
  /\bcategories\s*=\s*(?:\[([^\]]{0,500})\]|(["'])([^"'\n]{1,300})\2)|<(?:ui|cq):includeClientLib\s[^<>]{0,200}?\b(?:js|categories)\s*=\s*"([^"\n]+)"/g

/** From scripts to the libraries whose categories they call, from those to their scripts and to one another. */
function edgesOfLibraries(
  host: FrameworkHost, all: readonly Component[], libraries: readonly ClientLibrary[],
): ReachEdge[] {
  const byCategory = categories(libraries)
  const lists = (names: readonly string[]): string[] =>
    [...new Set(names.flatMap((name) => byCategory.get(name) ?? []))]
  const calls = all.flatMap(({ scripts }) => scripts.flatMap((file) => {
    const text = host.text(file) ?? ''
    if (!/categories|includeClientLib/.test(text)) return []
    return [...text.matchAll(CALLS)].flatMap((match) => {
      const names = (match[1] ?? match[3] ?? match[4] ?? '').split(',').map((name) => name.replace(/["'\s]/g, ''))
      return lists(names).map((list) => edge(file, match.index, list))
    })
  }))
  const own = libraries.flatMap(({ list, scripts, brings }) => [
    ...scripts.map((script) => edge(list, null, script)),
    ...lists(brings).filter((other) => other !== list).map((other) => edge(list, null, other)),
  ])
  return [...calls, ...own]
}

function categories(libraries: readonly ClientLibrary[]): Map<string, string[]> {
  const byCategory = new Map<string, string[]>()
  for (const { list, categories: names } of libraries) {
    for (const name of names) byCategory.set(name, [...(byCategory.get(name) ?? []), list])
  }
  return byCategory
}

/** Libraries that the policies of page templates add: they are on the pages of these templates. */
function policyInjections(
  host: FrameworkHost, files: readonly string[], libraries: readonly ClientLibrary[],
): Injection[] {
  const byCategory = categories(libraries)
  const names = files.filter((file) => /\/settings\/wcm\/policies(?:\/.*)?\/\.content\.xml$/.test(file)).flatMap((file) => {
    const text = host.text(file) ?? ''
    return [...text.matchAll(/\s(?:clientlibs|clientlibsJsHead)\s*=\s*"[^"<]*"/g)]
      .flatMap((match) => values(attribute(match[0], 'clientlibs') ?? attribute(match[0], 'clientlibsJsHead')))
  })
  return [...new Set(names.flatMap((name) => byCategory.get(name) ?? []))]
    .map((file) => ({ file, scope: 'all', certainty: 'likely' }))
}

const ENTRY = /["'`](?:\.\/|\/)?((?:src\/|site\/|[\w-]+\/)*[\w.-]+\.[jt]sx?)["'`]/g

/** Entries of the front-end module whose result is copied into a client library. */
function frontendInjections(host: FrameworkHost, root: string): Injection[] {
  return host.named('clientlib.config.js').filter((path) => root === '' || path.startsWith(`${root}/`)).flatMap((path) => {
    const directory = directoryOf(path)
    const text = ['webpack.common.js', 'webpack.config.js', 'vite.config.js', 'vite.config.ts']
      .map((name) => host.text(join(directory, name)) ?? '').join('\n')
    const block = /\bentry\s*:\s*(\{[^{}]{0,2000}\}|["'`][^"'`\n]+["'`]|[\w.]+\s*\+\s*["'`][^"'`\n]+["'`])/.exec(text)?.[1] ?? ''
    const sources = host.under(directory)
    return [...block.matchAll(ENTRY)].flatMap((match) => sources.filter((file) => file.endsWith(`/${match[1]}`)))
      .map((file): Injection => ({ file, scope: 'all', certainty: 'likely' }))
  })
}
