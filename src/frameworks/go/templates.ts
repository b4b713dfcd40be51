/**
 * Templates of Go by the names they are executed under: files by their base names, definitions in them by their own.
 * https://pkg.go.dev/html/template
 */
import { HOLE } from '../../parse/hole.js'
import { baseNameOf, directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'

const TEMPLATE = /\.(?:html?|tmpl|gohtml|gotmpl|tpl|plush\.html|jet|page|layout)$/i
const NAMES = /\{\{-?\s*(define|block|template)\s+(?:"([^"\n]+)"|`([^`\n]+)`)/g

interface Named {
  defines: string[]
  blocks: string[]
  /** Names it shows, with their offsets. */
  shows: { name: string; offset: number }[]
}

export class GoTemplates {
  private readonly files: string[]
  private readonly named = new Map<string, Named>()
  private readonly definers = new Map<string, string[]>()
  private readonly byBase = new Map<string, string[]>()

  constructor(private readonly host: FrameworkHost, claimed: ReadonlySet<string>) {
    this.files = host.under('')
      .filter((file) => TEMPLATE.test(file) && host.isProduct(file) && !claimed.has(file)
        && !/(^|\/)(node_modules|vendor)\//.test(file))
    for (const file of this.files) {
      const found: Named = { defines: [], blocks: [], shows: [] }
      const text = host.text(file) ?? ''
      if (text.includes('{{')) {
        for (const match of text.matchAll(NAMES)) {
          const name = (match[2] ?? match[3]) as string
          if (match[1] === 'define') found.defines.push(name)
          else if (match[1] === 'block') found.blocks.push(name)
          else found.shows.push({ name, offset: match.index })
        }
      }
      this.named.set(file, found)
      for (const name of found.defines) push(this.definers, name, file)
      push(this.byBase, baseNameOf(file), file)
    }
  }

  all(): readonly string[] {
    return this.files
  }

  isTemplate(file: string): boolean {
    return this.named.has(file)
  }

  /** True when a file defines a name. */
  defines(file: string, name: string): boolean {
    return this.named.get(file)?.defines.includes(name) ?? false
  }

  /** True when a file shows what others define, or has regions for it: it is around others. */
  hasSlots(file: string): boolean {
    const found = this.named.get(file)
    if (!found) return false
    return found.blocks.length > 0 || found.shows
      .some(({ name }) => (this.definers.get(name) ?? []).some((each) => each !== file))
  }

  /** Regions of a file that another one fills. */
  fills(file: string, layout: string): boolean {
    const own = this.named.get(file)?.defines ?? []
    const regions = this.named.get(layout)
    return regions !== undefined && own
      .some((name) => regions.blocks.includes(name) || regions.shows.some((shown) => shown.name === name))
  }

  /** Regions of a file with something in them that another one fills instead. */
  fillsBlocks(file: string, layout: string): boolean {
    const own = this.named.get(file)?.defines ?? []
    return own.some((name) => this.named.get(layout)?.blocks.includes(name) ?? false)
  }

  /**
   * Files a name may be executed as: what defines it, a file of that name, or of that path. `near` is the directory of
   * the code that says so.
   */
  find(name: string, near: string): string[] {
    if (name.includes(HOLE)) return this.fitting(name)
    const clean = name.replace(/^\.?\/+/, '')
    const defined = this.definers.get(name) ?? []
    const files = (this.byBase.get(baseNameOf(clean)) ?? [])
      .filter((file) => file === clean || file.endsWith(`/${clean}`))
    if (defined.length + files.length > 0) return nearest(near, [...new Set([...defined, ...files])])
    // Engines that leave the extension out.
    const stem = baseNameOf(clean)
    const without = /\.\w+$/.test(stem)
      ? [] : this.files
        .filter((file) => file.replace(/\.[^/]*$/, '').endsWith(`/${clean}`) || file.replace(/\.[^/]*$/, '') === clean)
    return nearest(near, without)
  }

  private fitting(name: string): string[] {
    if (name.replaceAll(HOLE, '').replace(/[./]|html|tmpl/g, '').length < 2) return []
    const parts = name.replace(/^\.?\/+/, '').split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    const pattern = new RegExp(`(?:^|/)${parts.join('[^/]*')}(?:\\.\\w+)?$`)
    return this.files.filter((file) => pattern.test(file))
  }

  /** A name that is written somewhere and is that of a template. */
  isName(name: string): boolean {
    return this.definers.has(name) || this.isFileName(name)
  }

  /** The same, for names that say that they are files. */
  isFileName(name: string): boolean {
    return TEMPLATE.test(name) && this.byBase.has(baseNameOf(name))
  }

  /** Directories that hold templates with anything of Go in them. */
  directories(): string[] {
    return [...new Set([...this.named]
      .filter(([, { defines, blocks, shows }]) => defines.length + blocks.length + shows.length > 0)
        .map(([file]) => directoryOf(file)))].sort()
  }

  /** What a name means that a file shows, where that is clear; what many define is filled by the page that is shown. */
  private meant(from: string, name: string): string | undefined {
    if (this.named.get(from)?.defines.includes(name)) return undefined
    const all = (this.definers.get(name) ?? []).filter((file) => file !== from)
    const near = all.filter((file) => directoryOf(file) === directoryOf(from))
    return all.length === 1 ? all[0] : near.length === 1 ? near[0] : undefined
  }

  /** True when one of some files brings another in by a name that means nothing else. */
  isBroughtIn(file: string, by: readonly string[]): boolean {
    return by.some((from) => from !== file && (this.named.get(from)?.shows ?? []).some(({ name }) => (
      name === baseNameOf(file) || this.meant(from, name) === file)))
  }

  /** Ways from where a name is shown to what defines it, where it is clear which one is meant. */
  edges(): ReachEdge[] {
    return [...this.named].flatMap(([from, { shows, defines }]) => shows.flatMap(({ name, offset }) => {
      const target = this.meant(from, name)
      if (target === undefined) return []
      // A page that begins with its layout fills the layout's regions.
      const isLayout = defines.length > 0 && this.fills(from, target)
      const part = this.host.facts(target).blocks.find((block) => block.isCalled && block.name === name)
      return [{
        from: { file: from, unit: null }, offset, kind: isLayout
          ? 'extends' as const : 'include' as const, certainty: 'exact' as const,
        to: { file: target, unit: null }, ...(part && !isLayout ? { part: { start: part.start, end: part.end } } : {}),
      }]
    }))
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}

/** Those that share the longest way from the root with a directory. */
function nearest(near: string, found: readonly string[]): string[] {
  const shared = (path: string): number => {
    const a = near.split('/')
    const b = path.split('/')
    let count = 0
    while (count < a.length && a[count] === b[count] && a[count] !== '') count++
    return count
  }
  const best = Math.max(0, ...found.map(shared))
  return found.filter((path) => shared(path) === best)
}
