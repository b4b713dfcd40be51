/**
 * Umbraco: templates are views at the root of `Views`; which page uses which is content.
 * https://docs.umbraco.com/umbraco-cms/fundamentals/design/templates
 */
import { baseNameOf, directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { Application, Framework, FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath, stem } from '../paths.js'
import { scriptEdges } from './bundles.js'
import { createFileFinder, directoryAbove, dotnetProjects } from './projects.js'
import { createLayouts, viewComponentEdges } from './razor-views.js'

const INHERITS = /@inherits\s+[\w.]*Umbraco(?:View|Template)Page|Umbraco\.(?:Cms\.)?Web\.(?:Common\.)?(?:Mvc|Views)\b/

export const umbraco: Framework = {
  name: 'umbraco',
  docs: 'https://docs.umbraco.com/umbraco-cms/',
  applications(host, claimed) {
    return dotnetProjects(host, new Set(['cshtml']), (path) => directoryAbove(path, new Set(['views']))).flatMap(({ root, files }) => {
      const own = files.filter((file) => !claimed.has(file) && !/(^|\/)(App_Plugins|umbraco)\//i.test(file))
      return own.some((file) => INHERITS.test(host.text(file) ?? '')) ? application(host, root, own) : []
    })
  },
}

function application(host: FrameworkHost, root: string, files: readonly string[]): Application[] {
  const finder = createFileFinder(host, root)
  const layoutOf = createLayouts(host, root, finder)
  const templates = files.filter((file) => /(^|\/)Views$/i.test(directoryOf(file)) && !/^_/.test(baseNameOf(file))
    && !/@RenderBody\(\)/.test(host.text(file) ?? ''))
  const byName = new Map(templates.map((file) => [stem(file).toLowerCase(), file]))
  const declare = (path: string, file: string, template: string, isGuess: boolean): RouteDeclaration => (
    { path, kind: 'page', certainty: isGuess ? 'possible' : 'exact', file, leaves: [{ file: template }], shell: layoutOf(template) })
  const written = contentPages(host, root).flatMap(({ path, file, template }) => {
    const view = byName.get(template.toLowerCase())
    return view === undefined ? [] : [declare(path, file, view, false)]
  })
  const used = new Set(written.flatMap(({ leaves }) => leaves?.map(({ file }) => file) ?? []))
  const guessed = templates.filter((file) => !used.has(file)).map((file) => declare(guess(file), file, file, true))
  if (written.length + guessed.length === 0) return []
  return [{
    framework: 'umbraco', root, routes: [...written, ...guessed], owns: [...files],
    edges: [...viewComponentEdges(host, files), ...blockEdges(host, files), ...scriptEdges(host, finder, root, files)],
  }]
}

/** The name of a template is that of the kind of page: `HomePage` → `/`, `BookAppointment` → `/book-appointment`. */
function guess(file: string): string {
  const name = stem(file).replace(/(Page|Template|View)$/, '').replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase()
  return routePath(/^(home|index|start|front|website)?$/.test(name) ? '' : name)
}

/** Pages of content that uSync keeps in files. https://docs.jumoo.co.uk/usync/ */
function contentPages(host: FrameworkHost, root: string): { path: string; file: string; template: string }[] {
  const inside = host.under(root).filter((path) => /(^|\/)usync\/.*\/content\/[^/]+\.config$/i.test(path))
  return inside.flatMap((file) => {
    const text = host.text(file) ?? ''
    const path = /<Path>([^<]*)<\/Path>/.exec(text)?.[1]
    const template = /<Template\b[^<>]*>([^<]+)<\/Template>/.exec(text)?.[1]
    if (path === undefined || template === undefined) return []
    // The first name is the site's root.
    const names = path.split('/').filter((name) => name !== '').slice(1)
    return [{ path: routePath(...names.map((name) => name.trim().toLowerCase().replace(/\s+/g, '-'))), file, template: template.trim() }]
  })
}

const BLOCKS = /\bGet(?:Block(?:List|Grid)|Grid|PreviewBlockGrid)\w*Html(?:Async)?\(/g

/** Lists and grids show a partial for each kind of block authors put in. */
function blockEdges(host: FrameworkHost, files: readonly string[]): ReachEdge[] {
  const blocks = files.filter((file) => /(^|\/)Partials\/(blocklist|blockgrid|grid|singleblock)\//i.test(file))
  return files.flatMap((file) => [...(host.text(file) ?? '').matchAll(BLOCKS)].flatMap((match) => blocks.filter((to) => to !== file)
    .map((to): ReachEdge => ({
      from: { file, unit: null }, offset: match.index, kind: 'include', certainty: 'likely', to: { file: to, unit: null },
    }))))
}
