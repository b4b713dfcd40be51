/**
 * What layout files of Magento put on the pages of an action: templates, classes of blocks, scripts.
 * https://developer.adobe.com/commerce/frontend-core/guide/layouts/
 */
import { baseNameOf } from '../../../paths.js'
import type { FrameworkHost } from '../../framework.js'
import { withoutXmlComments, xmlElements } from '../../java/servlets/xml.js'
import { join, stem } from '../../paths.js'
import type { Module } from './modules.js'

/** What one handle adds, as written. */
interface Handle {
  templates: Set<string>
  types: Set<string>
  scripts: Set<string>
  /** Other handles it takes all of. */
  updates: Set<string>
  /** Templates by the names of the blocks that show them. */
  blocks: Map<string, string[]>
  /** Blocks of other handles that it takes away. */
  removed: Set<string>
}

const FIRST = /(^|\/)app\/design\/frontend\/[^/]+\/[^/]+\/layout\/(?:[^/]+\/)*[^/]+\.xml$/
const OF_MODULE = String.raw`(^|\/)(?:view\/(?:frontend|base)|app\/design\/frontend\/[^/]+\/[^/]+\/\w+_\w+)\/`
const SECOND = new RegExp(String.raw`${OF_MODULE}layout\/(?:override\/[^/]+\/)?([\w-]+)\.xml$`)
const TEMPLATE = /(^|\/)app\/design\/frontend\/[^/]+\/[^/]+\/template\/(.+\.phtml)$/
const IN_MODULE = new RegExp(String.raw`${OF_MODULE}templates\/(.+\.phtml)$`)
/** A block of a class that says itself what shows it. */
const OWN_TEMPLATE = /(?:setTemplate\s*\(\s*|\$_template\s*=\s*)['"]([\w./:-]+\.phtml)['"]/g

export class Layouts {
  private readonly handles = new Map<string, Handle>()
  /** Templates by their path below the folder of templates. */
  private readonly templates = new Map<string, string[]>()

  constructor(private readonly host: FrameworkHost, private readonly modules: readonly Module[]) {
    for (const file of host.under('')) {
      if (file.endsWith('.phtml')) {
        const inside = TEMPLATE.exec(file)?.[2] ?? IN_MODULE.exec(file)?.[2]
        if (inside !== undefined) this.templates.set(inside, [...this.templates.get(inside) ?? [], file])
      } else if (file.endsWith('.xml')) {
        const name = SECOND.exec(file)?.[2]
        if (name !== undefined) this.read(name, host.text(file) ?? '')
        else if (FIRST.test(file)) {
          for (const [handle, body] of handlesOf(host.text(file) ?? '')) this.read(handle, body)
        }
      }
    }
  }

  has(handle: string): boolean {
    return this.handles.has(handle)
  }

  /** Files that these handles, and those they take over, bring in. */
  files(...names: readonly string[]): string[] {
    const all = new Set(names)
    for (const name of all) for (const update of this.handles.get(name)?.updates ?? []) all.add(update)
    const found = new Set<string>()
    for (const name of all) {
      const { templates = [], types = [], scripts = [] } = this.handles.get(name) ?? {}
      for (const type of types) {
        for (const file of this.classFiles(type)) {
          found.add(file)
          for (const [, own = ''] of (this.host.text(file) ?? '').matchAll(OWN_TEMPLATE)) {
            for (const template of this.templateFiles(own)) found.add(template)
          }
        }
      }
      for (const template of templates) for (const file of this.templateFiles(template)) found.add(file)
      for (const script of scripts) for (const file of this.scriptFiles(script)) found.add(file)
    }
    return [...found]
  }

  /** True for a file of a block that handles show everywhere, and that one page takes away by the names of its blocks. */
  isRemoved(file: string, everywhere: readonly string[], handle: string): boolean {
    const page = this.handles.get(handle)
    const removed = new Set([...page?.removed ?? [], ...[...page?.updates ?? []].flatMap((name) => [...this.handles.get(name)?.removed ?? []])])
    if (removed.size === 0) return false
    const names = everywhere.flatMap((name) => [...this.handles.get(name)?.blocks ?? []])
      .filter(([, templates]) => templates.some((template) => this.templateFiles(template).includes(file))).map(([name]) => name)
    return names.length > 0 && names.every((name) => removed.has(name))
  }

  private read(name: string, text: string): void {
    const handle = this.handles.get(name)
      ?? { templates: new Set(), types: new Set(), scripts: new Set(), updates: new Set(), blocks: new Map(), removed: new Set() }
    this.handles.set(name, handle)
    const xml = withoutXmlComments(text)
    const all = (into: Set<string>, pattern: RegExp): void => {
      for (const match of xml.matchAll(pattern)) into.add((match[1] ?? match[2] ?? '').trim())
    }
    all(handle.templates,
      /\btemplate\s*=\s*["']([^"']+\.phtml)["']|<(?:template|argument\b[^>]*)>\s*([\w./:-]+\.phtml)\s*</g)
    all(handle.types, /<block\b[^>]*?\b(?:type|class)\s*=\s*["']([^"']+)["']/g)
    all(handle.scripts, /<script\b[^>]*?\bsrc\s*=\s*["']([^"']+\.js)["']|<(?:script|name)>\s*([\w./-]+\.js)\s*</g)
    for (const [tag] of xml.matchAll(/<block\b[^>]*>/g)) {
      const [block, template] = ['name', 'template'].map((key) => new RegExp(`\\b${key}\\s*=\\s*["']([^"']+)["']`).exec(tag)?.[1])
      if (block !== undefined && template !== undefined) handle.blocks.set(block, [...handle.blocks.get(block) ?? [], template])
    }
    // https://developer.adobe.com/commerce/frontend-core/guide/layouts/xml-instructions/#referenceblock, and `<remove>` before it
    all(handle.removed, /<(?:referenceBlock|referenceContainer)\b(?=[^>]*\bremove\s*=\s*["']true["'])[^>]*?\bname\s*=\s*["']([^"']+)["']|<remove\b[^>]*?\bname\s*=\s*["']([^"']+)["']/g)
    for (const update of xmlElements(xml, 'update')) {
      const taken = update.attribute('handle')
      if (taken !== null) handle.updates.add(taken)
    }
  }

  /** `catalog/product/view.phtml` of any theme, `Clinic_Visits::list.phtml` of the module and of themes. */
  private templateFiles(written: string): string[] {
    const [, module, path = written] = /^(\w+)::(.+)$/.exec(written) ?? []
    const files = this.templates.get(path) ?? []
    if (module === undefined) return files
    const own = this.modules.filter(({ name }) => name === module).map(({ directory }) => `${directory}/`)
    return files.filter((file) => file.includes(`/${module}/`) || own.some((directory) => file.startsWith(directory)))
  }

  /** `customer/form_login` by the prefix of its group, `Clinic\Visits\Block\Upcoming` by its module. */
  private classFiles(type: string): string[] {
    const [, group, name = ''] = /^(\w+)\/(\w+)$/.exec(type) ?? []
    const upper = (text: string): string =>
      text.split('_').map((part) => part.slice(0, 1).toUpperCase() + part.slice(1)).join('_')
    for (const { directory, name: module, blocks } of this.modules) {
      const prefix = group === undefined ? undefined : blocks.get(group)
      const full = prefix === undefined ? type.replace(/^\\/, '').replaceAll('\\', '_') : `${prefix}_${upper(name)}`
      if (!full.startsWith(`${module}_`)) continue
      const file = join(directory, `${full.slice(module.length + 1).replaceAll('_', '/')}.php`)
      if (this.host.has(file)) return [file]
    }
    return []
  }

  private scriptFiles(written: string): string[] {
    const path = `/${written.replace(/^\w+::/, '')}`
    return this.host.named(baseNameOf(path)).filter((file) => `/${file}`.endsWith(path) && !stem(file).startsWith('.'))
  }
}

/** The handles of a layout file of the first generation: what stands directly in it. */
function handlesOf(text: string): [name: string, body: string][] {
  const xml = withoutXmlComments(text)
  const found: [string, string][] = []
  const opening = /<(\w+)(?:\s[^<>]*)?>/g
  opening.lastIndex = Math.max(0, xml.search(/<layout\b/))
  opening.exec(xml)
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    if (match[0].endsWith('/>')) continue
    const end = xml.indexOf(`</${match[1]}>`, opening.lastIndex)
    if (end < 0) break
    found.push([match[1] as string, xml.slice(opening.lastIndex, end)])
    opening.lastIndex = end + match[0].length
  }
  return found
}
