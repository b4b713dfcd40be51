/**
 * Modules of Magento with the actions of their controllers.
 * https://developer.adobe.com/commerce/php/development/components/routing/
 */
import { directoryOf } from '../../../paths.js'
import type { RouteKind, Span } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { withoutXmlComments, xmlElements } from '../../java/servlets/xml.js'
import { join, routePath } from '../../paths.js'

export interface Action extends Span {
  path: string
  /** By which layout files name it: `customer_account_login`. */
  handle: string
  kind: RouteKind
  file: string
}

export interface Module {
  directory: string
  /** `Clinic_Visits`. */
  name: string
  /** By which layout files of the first generation name its blocks: `visits` → `Clinic_Visits_Block`. */
  blocks: ReadonlyMap<string, string>
  actions: readonly Action[]
}

const SHOWS = /\b(?:loadLayout|renderLayout|PageFactory|TYPE_PAGE|ResultPage)\b|\bView\\Result\\Page\b/
const LEADS_ON = /\b_redirect|setRedirect|RedirectFactory|TYPE_REDIRECT|\b_forward|ForwardFactory/i

export function findModules(host: FrameworkHost): Module[] {
  const at = (name: string, place: RegExp): string[] => host.named(name).filter((file) => place.test(file))
  const first = at('config.xml', /(^|\/)etc\/config\.xml$/).flatMap((file) => firstModule(host, file))
  const second = at('routes.xml', /(^|\/)etc\/frontend\/routes\.xml$/).flatMap((file) => secondModule(host, file))
  const known = new Set([...first, ...second].map(({ directory }) => directory))
  // One that only adds to pages of others.
  const others = at('module.xml', /(^|\/)etc\/module\.xml$/).map((file) => directoryOf(directoryOf(file)))
    .filter((directory) => !known.has(directory))
    .map((directory): Module => ({ directory, name: moduleName(host, directory), blocks: new Map(), actions: [] }))
  return [...first, ...second, ...others]
}

/** `etc/config.xml` names the routers, `controllers/` holds them. https://docs.openmage.org/ */
function firstModule(host: FrameworkHost, file: string): Module[] {
  const text = withoutXmlComments(host.text(file) ?? '')
  if (!/<(?:frontName|blocks)>/.test(text)) return []
  const directory = directoryOf(directoryOf(file))
  const blocks = new Map(xmlElements(text, 'blocks').flatMap(({ body }) => (
    [...body.matchAll(/<(\w+)>\s*<class>\s*(\w+)\s*<\/class>/g)]
      .map(([, group = '', prefix = '']): [string, string] => [group, prefix]))))
  const routers = xmlElements(text, 'frontend').flatMap(({ body }) => xmlElements(body, 'routers'))
    .flatMap(({ body }) => [...body.matchAll(/<(\w+)>(?:(?!<\/\1>)[^])*?<frontName>\s*([\w-]+)\s*<\/frontName>/g)])
  const folder = join(directory, 'controllers')
  const controllers = host.under(folder)
    .filter((path) => path.endsWith('Controller.php') && !/(^|\/)Adminhtml(\/|Controller)/i.test(path))
  const actions = routers.flatMap(([, key = '', front = '']) => controllers.flatMap((path): Action[] => {
    const controller = path.slice(folder.length + 1, -'Controller.php'.length).split('/').join('_').toLowerCase()
    const code = host.text(path) ?? ''
    const functions = [...code.matchAll(/\bfunction\s+(\w+)\s*\(/g)]
    return functions.flatMap((match, at): Action[] => {
      const action = /^(\w+)Action$/.exec(match[1] as string)?.[1]
      if (action === undefined || action === 'noRoute' || action.startsWith('_')) return []
      const end = functions[at + 1]?.index ?? code.length
      return [actionOf(front, key, controller, action, path, code.slice(match.index, end), { start: match.index, end })]
    })
  }))
  return [{ directory, name: moduleName(host, directory), blocks, actions }]
}

/** `etc/frontend/routes.xml` names the routes, each class in `Controller/` is an action. */
function secondModule(host: FrameworkHost, file: string): Module[] {
  const directory = directoryOf(directoryOf(directoryOf(file)))
  const folder = join(directory, 'Controller')
  const classes = host.under(folder).filter((path) => path.endsWith('.php') && !path.startsWith(`${folder}/Adminhtml/`))
  const actions = xmlElements(withoutXmlComments(host.text(file) ?? ''), 'route').flatMap((route) => {
    const [id, front] = [route.attribute('id'), route.attribute('frontName')]
    if (id === null || front === null) return []
    return classes.flatMap((path): Action[] => {
      const names = path.slice(folder.length + 1, -'.php'.length).split('/')
      const code = host.text(path) ?? ''
      if (names.length < 2 || !/\bfunction\s+execute\b/.test(code)) return []
      const controller = names.slice(0, -1).join('_').toLowerCase()
      const action = (names.at(-1) as string).toLowerCase()
      return [actionOf(front, id, controller, action, path, code, { start: 0, end: code.length })]
    })
  })
  return [{ directory, name: moduleName(host, directory), blocks: new Map(), actions }]
}

function actionOf(
  front: string, key: string, controller: string, action: string, file: string, code: string, span: Span,
): Action {
  const isStart = action === 'index'
  const handle = `${key}_${controller}_${action}`.toLowerCase()
  const below = isStart && controller === 'index' ? [] : isStart ? [controller] : [controller, action]
  const path = routePath(front, ...below)
  return {
    ...span, file, handle, path: handle === 'cms_index_index' ? '/' : path,
    kind: SHOWS.test(code) ? 'page' : LEADS_ON.test(code) ? 'redirect' : 'api',
  }
}

/** As the module registers itself, or by its folders: `Clinic/Visits`. */
function moduleName(host: FrameworkHost, directory: string): string {
  const registered = /['"](\w+_\w+)['"]/.exec(host.text(join(directory, 'registration.php')) ?? '')?.[1]
  return registered ?? directory.split('/').slice(-2).join('_')
}
