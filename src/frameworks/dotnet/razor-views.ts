/**
 * What stands around a Razor view and what it brings in by convention.
 * https://learn.microsoft.com/aspnet/core/mvc/views/layout
 */
import { ancestors, baseNameOf, directoryOf, joinPath } from '../../paths.js'
import type { Certainty, ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { join } from '../paths.js'
import type { FileFinder } from './projects.js'

/** A layout a view or `_ViewStart` sets: names, and whether one of them is surely taken. */
interface LayoutSetting {
  /** As written; null for `Layout = null`. */
  names: (string | null)[]
  /** The value is a literal. */
  isLiteral: boolean
}

const COMMENTS = /@\*[\s\S]*?(?:\*@|$)|<!--[\s\S]*?(?:-->|$)/g
const SETS_LAYOUT = /(?<![\w.])(?:this\.)?Layout\s*=(?!=)([^;\r\n}]*)/

/** The layout a view sets itself, or null when it says nothing about one. */
function layoutSetting(text: string): LayoutSetting | null {
  const value = SETS_LAYOUT.exec(text.replace(COMMENTS, ''))?.[1]?.trim()
  if (value === undefined) return null
  const names = [...value.matchAll(/"([^"\n]*)"|(?<![\w"])(null|Nothing)\b/g)].map((match) => match[1] ?? null)
  return { names: names.map((name) => (name === '' ? null : name)), isLiteral: /^(?:"[^"]*"|null|Nothing)$/.test(value) }
}

/** Writes out what a view is shown in: a function of the view's path, for one application. */
export function createLayouts(
  host: FrameworkHost, root: string, finder: FileFinder,
): (view: string) => { file: string; certainty?: Certainty }[] {
  const settings = new Map<string, LayoutSetting | null>()
  const settingOf = (path: string): LayoutSetting | null => {
    let setting = settings.get(path)
    if (setting === undefined) {
      setting = layoutSetting(host.text(path) ?? '')
      settings.set(path, setting)
    }
    return setting
  }
  const files = (from: string, setting: LayoutSetting): { file: string; certainty?: Certainty }[] => {
    const certainty: Certainty = setting.isLiteral ? 'exact' : 'likely'
    const found = new Map<string, Certainty>()
    for (const name of setting.names) {
      const file = name === null ? null : findView(finder, root, from, name)
      if (file !== null) found.set(file, certainty)
    }
    return [...found].map(([file, sure]) => (sure === 'exact' ? { file } : { file, certainty: sure }))
  }
  return (view) => {
    const own = settingOf(view)
    // A literal is followed as a line of the view's own.
    if (own?.isLiteral) return []
    if (own && own.names.length > 0) return files(view, own)
    for (const directory of ancestors(directoryOf(view))) {
      if (directory !== root && !isBelow(directory, root)) break
      for (const start of viewStarts(finder, root, directory)) {
        const setting = settingOf(start)
        if (setting && (setting.names.length > 0 || setting.isLiteral)) return files(start, setting)
      }
    }
    return []
  }
}

function viewStarts(finder: FileFinder, root: string, directory: string): string[] {
  return ['cshtml', 'vbhtml'].map((extension) => finder.find(below(root, join(directory, `_ViewStart.${extension}`))))
    .filter((path) => path !== null)
}

function isBelow(path: string, root: string): boolean {
  return root === '' || path.startsWith(`${root}/`)
}

function below(root: string, path: string): string {
  return root === '' ? path : path.slice(root.length + 1)
}

/**
 * The file a view calls `name`: a path from the root (`~/…`), one from its own directory, or a bare name that is looked
 * for in its directory and all above it, each with its `Shared` folder. Null when there is none.
 */
export function findView(finder: FileFinder, root: string, from: string, name: string): string | null {
  const written = name.replace(/\\/g, '/')
  const names = /\.(cs|vb)html$/i.test(written) ? [written] : [`${written}.cshtml`, `${written}.vbhtml`]
  const directory = directoryOf(below(root, from))
  for (const wanted of names) {
    if (/^(~?\/)/.test(wanted)) {
      const found = finder.find(wanted.replace(/^~?\/+/, ''))
      if (found !== null) return found
      continue
    }
    for (const above of ancestors(directory)) {
      for (const folder of [above, join(above, 'Shared'), join(join(above, 'Views'), 'Shared'), join(join(above, 'Pages'), 'Shared')]) {
        const path = joinPath(folder, wanted)
        const found = path === null ? null : finder.find(path)
        if (found !== null) return found
      }
    }
  }
  return null
}

const COMPONENTS = /\bComponent\.InvokeAsync\(\s*(?:"([\w.]+)"|typeof\(\s*([\w.]+)\s*\)|nameof\(\s*([\w.]+)\s*\))|<vc:([\w-]+)/g

/** Edges from views to the views of the view components they invoke. https://learn.microsoft.com/aspnet/core/mvc/views/view-components */
export function viewComponentEdges(host: FrameworkHost, views: readonly string[]): ReachEdge[] {
  const byComponent = new Map<string, string[]>()
  for (const path of views) {
    const name = /(?:^|\/)Components\/([^/]+)\/[^/]+$/i.exec(path)?.[1]?.toLowerCase()
    if (name === undefined) continue
    const list = byComponent.get(name)
    if (list) list.push(path)
    else byComponent.set(name, [path])
  }
  if (byComponent.size === 0) return []
  return views.flatMap((path) => [...(host.text(path) ?? '').matchAll(COMPONENTS)].flatMap((match) => {
    const written = (match[1] ?? match[2] ?? match[3] ?? (match[4] as string).replace(/-/g, '')).split('.').at(-1) as string
    const targets = byComponent.get(written.replace(/ViewComponent$/, '').toLowerCase()) ?? []
    return targets.map((to): ReachEdge => ({
      from: { file: path, unit: null }, offset: match.index, kind: 'include',
      // The class chooses among the views of a component; `Default` unless it says so.
      certainty: targets.length === 1 || /^default\./i.test(baseNameOf(to)) ? 'exact' : 'likely',
      to: { file: to, unit: null },
    }))
  }))
}

/** True for a file that other views bring in, or that speaks for them: no page of its own. */
export function isPartOfViews(path: string): boolean {
  return baseNameOf(path).startsWith('_') || /(^|\/)(Shared|Components|EditorTemplates|DisplayTemplates|Layouts?)\//i.test(path)
}
