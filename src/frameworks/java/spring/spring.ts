/**
 * Spring MVC and WebFlux: annotated controllers, view controllers, router functions, and the views they name.
 * https://docs.spring.io/spring-framework/reference/web/webmvc.html
 */
import { weakest } from '../../../certainty.js'
import type { Application, Framework, FrameworkHost } from '../../framework.js'
import { routePath } from '../../paths.js'
import { codeValues } from '../../reading/classes/constants.js'
import { handledRoutes, type HandledRequest, type ShownView } from '../handled.js'
import { javaModule } from '../modules.js'
import { descriptorsIn } from '../servlets/servlets.js'
import { scriptEdges } from '../script-tags.js'
import { withCodeEdges } from '../../reading/classes/code-edges.js'
import { readTiles } from '../servlets/tiles.js'
import { directoriesOf, viewFinder, type ViewFinder } from '../view-files.js'
import { servedFile, webRootOf, webRoots } from '../servlets/web-root.js'
import { aroundJsp, decorators, readDescriptor } from '../servlets/web-xml.js'
import { xmlElements } from '../servlets/xml.js'
import { describedRequests, routerFunctions, viewControllers } from './configured.js'
import { controllerRequests, errorViews } from './controllers.js'
import { withSecurity } from './security.js'
import { propertyOf, springSettings, type SpringSettings } from './settings.js'
import { staticFile, staticFolders, staticRoutes } from './static.js'

const USES = /\borg\.springframework\.(?:web|stereotype|boot|ui|security|context|ws|data)\b/
/** Of these a file must hold one to be read. */
const HINTS = /@\w*Controller\b|@RequestMapping\b|\b(?:Get|Post|Put|Delete|Patch)Mapping\b|addViewController|addRedirectViewController|RouterFunction|\brouter\s*\{|ViewResolver|TemplateResolver|getServletMappings|DispatcherServlet|addResourceHandler|ControllerAdvice|FreeMarkerConfigurer/

export const spring: Framework = {
  name: 'spring',
  docs: 'https://docs.spring.io/spring-framework/reference/web/webmvc.html',
  applications(host, claimed) {
    const code = host.under('').filter((file) => /\.(?:java|kt|groovy)$/.test(file) && host.isProduct(file) && !/(^|\/)grails-app\//.test(file))
    const files = code.filter((file) => {
      const text = host.text(file) ?? ''
      return HINTS.test(text) && USES.test(text)
    })
    if (files.length === 0) return []
    const byModule = new Map<string, string[]>()
    for (const file of files) {
      const module = javaModule(host, file)
      const list = byModule.get(module)
      if (list) list.push(file)
      else byModule.set(module, [file])
    }
    const found = [...byModule].sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([module, own]) => application(host, module, own, code, claimed))
    return withCodeEdges(host, found, code)
  },
}

function application(
  host: FrameworkHost, module: string, files: readonly string[], code: readonly string[], claimed: ReadonlySet<string>,
): Application[] {
  const inModule = host.under(module).filter((file) => javaModule(host, file) === module)
  const settings = springSettings(host, inModule, files)
  const values = codeValues(host)
  const requests = [
    ...describedRequests(settings),
    ...files.flatMap((file) => [
      ...controllerRequests(values, file, settings), ...viewControllers(values, file, settings), ...routerFunctions(host, values, file, settings),
    ]),
  ]
  const finder = viewFinder(host, module, settings.views.flatMap(({ prefix, suffix }) =>
    directoriesOf(host, module, prefix).map((directory) => ({ directory, suffix }))))
  const source = { show: viewShower(host, module, inModule, finder), orphans: () => finder.orphans() }
  const errors = errorRequest(host, files, settings, finder)
  const routes = withSecurity(host, inModule.filter((file) => code.includes(file)), settings, handledRoutes([...requests, ...errors], source))
  const folders = staticFolders(host, inModule, files, settings)
  const found = [...routes, ...staticRoutes(host, folders, settings, routes, claimed)]
  if (found.length === 0) return []
  const templates = inModule.filter((file) => TEMPLATE.test(file) && host.isProduct(file))
  const located = (url: string): string | null => staticFile(host, folders, url)
    ?? webRoots(host).map((root) => servedFile(host, root, url)).find((file) => file !== null) ?? null
  return [{
    framework: 'spring', root: module, routes: found, owns: ownedBy(host, finder), 
    edges: scriptEdges(host, templates, located),
    injections: webRoots(host).filter((root) => javaModule(host, `${root}/x`) === module)
      .flatMap((root) => decorators(host, root, [...descriptorsIn(inModule), ...code], settings.context)),
  }]
}

const TEMPLATE = /\.(?:x?html?|jspx?|jspf|tagx?|ftlh?|mustache|vm)$/i

/** Directories of views, but not a whole web root: what is not protected there is served by its path. */
function ownedBy(host: FrameworkHost, finder: ViewFinder): string[] {
  const roots = new Set(webRoots(host))
  return finder.used().filter((directory) => !roots.has(directory))
}

/** The files of a view: those of its Tiles definition, else the one of its name with what is put around all JSPs. */
function viewShower(host: FrameworkHost, module: string, files: readonly string[], finder: ViewFinder): (name: string) => ShownView {
  const own = webRoots(host).filter((root) => root === module || root.startsWith(module === '' ? '' : `${module}/`))
  const roots = own.length > 0 ? own : webRoots(host)
  const descriptions = descriptorsIn(files)
  const tiles = roots.map((root) => readTiles(host, root, descriptions))
  const descriptors = new Map(roots.map((root) => [root, readDescriptor(host, root)]))
  const around = (file: string): { file: string }[] => {
    const root = webRootOf(file)
    if (root === null || !/\.jspx?$/i.test(file)) return []
    return aroundJsp(descriptors.get(root) ?? null, root === '' ? file : file.slice(root.length + 1)).map((each) => ({ file: each }))
  }
  return (name) => {
    for (const definitions of tiles) {
      const made = definitions.page(name)
      if (!made || made.leaves.length + made.shell.length === 0) continue
      return { leaves: made.leaves.map((file) => ({ file })), shell: made.shell.map((file) => ({ file })) }
    }
    const leaves = finder.find(name)
    return { leaves, shell: leaves.flatMap(({ file }) => around(file)) }
  }
}

/** https://docs.spring.io/spring-boot/reference/web/servlet.html#web.servlet.spring-mvc.error-handling */
function errorRequest(host: FrameworkHost, files: readonly string[], { context, views, descriptions }: SpringSettings, finder: ViewFinder): HandledRequest[] {
  const values = codeValues(host)
  const handlers = files.map((file) => ({ file, ...errorViews(values, file) })).filter((found) => found.views.length > 0)
  const described = descriptions.flatMap(({ file, xml }) => xmlElements(xml, 'bean')
    .filter((bean) => /ExceptionResolver$/.test(bean.attribute('class') ?? ''))
    .flatMap((bean) => [propertyOf(bean, 'defaultErrorView'), ...xmlElements(bean.body, 'prop').map(({ body }) => body.trim())])
    .filter((name) => name !== null && name !== '').map((name) => ({ file, name: name as string })))
  const own = views.some(({ prefix }) => prefix.startsWith('classpath:')) && finder.find('error').some(({ certainty }) => certainty === undefined)
  const names = [...new Set([...handlers.flatMap((found) => found.views), ...described.map(({ name }) => name), ...(own ? ['error'] : [])])]
  const file = handlers[0]?.file ?? described[0]?.file ?? finder.find('error')[0]?.file
  if (file === undefined || names.length === 0) return []
  return [{
    path: routePath(context, 'error'), certainty: weakest('likely', 'exact'), declared: { file, start: 0, end: 0 },
    places: handlers.flatMap(({ places }) => places), views: names, isOpen: false, isData: false,
  }]
}
