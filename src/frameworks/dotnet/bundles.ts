/** Scripts that .NET views load by helpers: bundles, addresses from the application's root. */
import { directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { HOLE } from '../../parse/hole.js'
import { codeValues } from '../reading/classes/constants.js'
import { outlineOf } from '../reading/classes/outline.js'
import type { FileFinder } from './projects.js'

/** Bundles by their address in lower case, without `~`. */
type Bundles = ReadonlyMap<string, readonly string[]>

const RENDERS = /\bScripts\.Render(?:Format)?\(([^()]*)\)/g
const SOURCES = /<script\b[^>]*?\bsrc\s*=\s*(["'])\s*(?:@|<%[:=]\s*)?(?:Url\.Content\(\s*\\?"|ResolveUrl\(\s*\\?"|Href\(\s*")?~?\/?([\w@./-]+\.js)[^"']*?/gi

const REFERENCES = [
  /<asp:ScriptReference\b[^<>]*\bPath\s*=\s*"([^"\n]+\.js)"/g,
  /\bRegister(?:ClientScriptInclude|StartupScriptInclude)\([^()"]*"[^"]*"\s*,\s*(?:\w+\(\s*)?"([^"\n]+\.js)"/g,
]

/** Edges from views to the scripts of the bundles and addresses they name. `webRoot`: `wwwroot`, or nothing. */
export function scriptEdges(host: FrameworkHost, finder: FileFinder, root: string, views: readonly string[]): ReachEdge[] {
  const code = host.under(root).filter((file) => /\.cs$/i.test(file) && /\bScriptBundle\b|\bnew Bundle\(|AddJavaScriptBundle/.test(host.text(file) ?? ''))
  const bundles = new Map([...codedBundles(host, finder, root, code), ...configuredBundles(host, finder, root)])
  return views.flatMap((file) => {
    const text = host.text(file) ?? ''
    const edge = (offset: number, to: string): ReachEdge => ({ from: { file, unit: null }, offset, kind: 'asset', certainty: 'exact', to: { file: to, unit: null } })
    const rendered = [...text.matchAll(RENDERS)].flatMap((match) => [...(match[1] as string).matchAll(/"~?([^"\n]+)"/g)]
      .flatMap((name) => filesOf(bundles, finder, name[1] as string).map((to) => edge(match.index, to))))
    const sources = [...text.matchAll(SOURCES)].flatMap((match) => filesOf(bundles, finder, `/${match[2] as string}`).map((to) => edge(match.index, to)))
    // https://learn.microsoft.com/dotnet/api/system.web.ui.scriptreference
    const references = REFERENCES.flatMap((pattern) => [...text.matchAll(pattern)])
      .flatMap((match) => filesOf(bundles, finder, match[1] as string).map((to) => edge(match.index, to)))
    return [...rendered, ...sources, ...references]
  })
}

/** The scripts of a bundle, else the file of that address. */
function filesOf(bundles: Bundles, finder: FileFinder, address: string): readonly string[] {
  const path = address.replace(/[?#].*$/, '')
  const bundle = bundles.get(path.toLowerCase())
  if (bundle) return bundle
  const file = located(finder, path)
  return file === null ? [] : [file]
}

function located(finder: FileFinder, address: string): string | null {
  const path = address.replace(/^~?\/+/, '')
  return finder.find(`wwwroot/${path}`) ?? finder.find(path)
}

/** `new ScriptBundle("~/bundles/site").Include("~/Scripts/a.js", "~/Scripts/b-{version}.js")`. https://learn.microsoft.com/aspnet/mvc/overview/performance/bundling-and-minification */
function codedBundles(host: FrameworkHost, finder: FileFinder, root: string, code: readonly string[]): [string, string[]][] {
  const values = codeValues(host)
  return code.flatMap((file) => {
    const outline = outlineOf(host, file)
    const end = (host.text(file) ?? '').length
    const calls = outline.calls({ start: 0, end })
    return calls.filter(({ path }) => /^new (?:Script)?Bundle$/.test(path) || /AddJavaScriptBundle$/.test(path)).flatMap((created): [string, string[]][] => {
      const owner = outline.classes.findIndex((type) => type.start <= created.start && created.end <= type.end)
      const text = (value: Parameters<typeof values.texts>[0]): string[] => values.texts(value, { file, owner }).filter((each) => !each.includes(HOLE))
      const [first, ...others] = created.arguments
      const [name] = first ? text(first.value) : []
      if (name === undefined) return []
      const chained = calls.filter(({ name: called, start, end: last }) => /^Include(?:Directory)?$/.test(called) && start <= created.start && created.end <= last)
      // The bundle may be kept in a variable first.
      const variable = outline.assignments({ start: 0, end }).find(({ value }) => value.start <= created.start && created.end <= value.end)?.name
      const later = variable === undefined ? [] : calls.filter(({ path }) => path === `${variable}.Include` || path === `${variable}.IncludeDirectory`)
      const included = [...chained, ...later].flatMap((call) => {
        const paths = call.arguments.flatMap(({ value }) => text(value))
        if (call.name === 'Include') return paths.flatMap((path) => globbed(host, finder, root, path, false))
        return paths.slice(0, 1).flatMap((directory) => globbed(host, finder, root, `${directory}/${paths[1] ?? '*.js'}`, call.arguments.length > 2))
      })
      const listed = /AddJavaScriptBundle$/.test(created.path) ? others.flatMap(({ value }) => text(value)).flatMap((path) => globbed(host, finder, root, path, false)) : []
      return [[name.replace(/^~/, '').toLowerCase(), [...new Set([...included, ...listed])]]]
    })
  })
}

/** `{version}` and `*` are any text of one name. */
function globbed(host: FrameworkHost, finder: FileFinder, root: string, path: string, isDeep: boolean): string[] {
  const clean = path.replace(/^~?\/+/, '')
  if (!/[*{]/.test(clean)) return [located(finder, clean)].filter((file) => file !== null)
  const pattern = (text: string): string => text.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\{version\}|\*+/g, '[^/]*')
  const name = clean.slice(clean.lastIndexOf('/') + 1)
  const directory = clean.slice(0, clean.length - name.length)
  const fits = new RegExp(`^(?:wwwroot/)?${pattern(directory)}${isDeep ? '(?:.*/)?' : ''}${pattern(name)}$`, 'i')
  return host.under(root).filter((file) => /\.js$/i.test(file) && fits.test(root === '' ? file : file.slice(root.length + 1)))
}

/** https://learn.microsoft.com/aspnet/core/client-side/bundling-and-minification: `bundleconfig.json` */
function configuredBundles(host: FrameworkHost, finder: FileFinder, root: string): [string, string[]][] {
  return host.named('bundleconfig.json').filter((file) => root === '' || file.startsWith(`${root}/`)).flatMap((file) => {
    const list = host.json(file)
    const base = directoryOf(file).slice(root === '' ? 0 : root.length + 1)
    return (Array.isArray(list) ? list as unknown[] : []).flatMap((entry): [string, string[]][] => {
      const { outputFileName, inputFiles } = (entry ?? {}) as { outputFileName?: unknown; inputFiles?: unknown }
      if (typeof outputFileName !== 'string' || !/\.js$/i.test(outputFileName) || !Array.isArray(inputFiles)) return []
      const inputs = inputFiles.filter((input): input is string => typeof input === 'string')
        .flatMap((input) => globbed(host, finder, root, base === '' ? input : `${base}/${input}`, input.includes('**')))
      return [[`/${outputFileName.replace(/^wwwroot\//, '')}`.toLowerCase(), inputs]]
    })
  })
}
