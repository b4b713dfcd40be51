/**
 * Who runs a function of PHP: code that calls it by its name, and for a method that nobody calls by name, code that
 * mentions its class. What stands in a function runs there and not wherever its file is included.
 */
import { phpClasses } from '../frameworks/php/code/classes.js'
import { outlineOf, type PhpDeclaration, type PhpOutline } from '../frameworks/php/reading/outline.js'
import type { FrameworkHost } from '../frameworks/framework.js'
import type { Certainty, ReachEdge } from '../types.js'

export interface CallersHost {
  host: FrameworkHost
  /** Product files whose text holds a word. */
  filesWith(word: string): readonly string[]
}

export interface PhpCallers {
  /** Offset of the named function around a place; null when there is none. */
  functionAt(file: string, offset: number | null): number | null
  /** Edges from the places that run the function around an offset; null when nothing tells who does. */
  edges(file: string, offset: number | null): ReachEdge[] | null
}

const PHP = /\.(php\d?|phtml|inc|module|theme|ctp|install|profile)$/i
/** More callers than these say no more. */
const MOST = 400

export function createPhpCallers({ host, filesWith }: CallersHost): PhpCallers {
  const known = new Map<string, ReachEdge[] | null>()
  const around = (file: string, offset: number | null): { outline: PhpOutline; index: number } | null => {
    if (offset === null || !PHP.test(file)) return null
    const outline = outlineOf(host, file)
    let index = outline.declarationAt(offset)
    while (index >= 0 && outline.declarations[index]?.kind !== 'function') index = outline.declarations[index]?.parent ?? -1
    return index < 0 ? null : { outline, index }
  }
  const files = (name: string): readonly string[] => filesWith(name).filter((path) => PHP.test(path))
  return {
    functionAt(file, offset) {
      const found = around(file, offset)
      return found ? (found.outline.declarations[found.index]?.start ?? null) : null
    },
    edges(file, offset) {
      const found = around(file, offset)
      if (!found) return null
      const key = `${file}|${found.index}`
      let edges = known.get(key)
      if (edges === undefined) known.set(key, (edges = callersOf(host, files, file, found.outline, found.index)))
      return edges
    },
  }
}

function callersOf(
  host: FrameworkHost,
  files: (name: string) => readonly string[],
  file: string,
  outline: PhpOutline,
  index: number,
): ReachEdge[] | null {
  const declaration = outline.declarations[index] as PhpDeclaration
  const owner = outline.declarations[declaration.parent]
  const edges: ReachEdge[] = []
  const add = (from: string, offset: number, certainty: Certainty): void => {
    edges.push({
      from: { file: from, unit: null },
      offset,
      kind: 'include',
      certainty,
      to: { file, unit: null },
      part: { start: declaration.start, end: declaration.end },
    })
  }
  const isInside = (from: string, start: number): boolean =>
    from === file && start >= declaration.start && start < declaration.end
  const { name } = declaration
  if (owner?.kind !== 'class' || owner.name === '') {
    if (owner) return null
    for (const from of files(name)) {
      for (const call of outlineOf(host, from).calls) {
        const isCalled = call.receiver === null && sameName(call.path.replace(/^.*\\/, ''), name)
        if ((isCalled || handsOn(call, name)) && !isInside(from, call.start)) add(from, call.start, 'exact')
        if (edges.length > MOST) return edges
      }
    }
    return edges.length > 0 ? edges : null
  }
  if (!/^__(?!construct|invoke)/.test(name)) {
    for (const { from, offset, certainty } of methodCalls(host, files, file, owner, name)) {
      if (!isInside(from, offset)) add(from, offset, certainty)
    }
  }
  if (edges.length > 0) return edges.slice(0, MOST)
  for (const from of files(owner.name)) {
    if (from === file) continue
    for (const call of outlineOf(host, from).calls) {
      const named = /^(?:new )?([\w\\]+)(?:::|$)/.exec(call.path)?.[1]
      const mentions = named !== undefined && sameName(named.replace(/^.*\\/, ''), owner.name)
      const isClass = call.arguments.some(
        ({ value }) => value.kind === 'name' && new RegExp(`(^|\\\\)${owner.name}::class$`, 'i').test(value.path),
      )
      if (mentions || isClass) add(from, call.start, 'likely')
    }
  }
  return edges.length > 0 ? edges.slice(0, MOST) : null
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** `call_user_func('name')`, `array_map('name', …)`. */
function handsOn(call: { name: string; arguments: readonly { value: { kind: string; text?: string } }[] }, name: string): boolean {
  return (
    /^(call_user_func(_array)?|array_map|usort|array_walk|register_shutdown_function|ob_start)$/i.test(call.name) &&
    call.arguments.some(({ value }) => value.kind === 'string' && value.text === name)
  )
}

/** Calls of a method: on the object itself, on its class, and on objects that may be of it. */
function methodCalls(
  host: FrameworkHost,
  files: (name: string) => readonly string[],
  file: string,
  owner: PhpDeclaration,
  name: string,
): { from: string; offset: number; certainty: Certainty }[] {
  const classes = phpClasses(host)
  const found: { from: string; offset: number; certainty: Certainty }[] = []
  const isConstructor = /^__construct$/i.test(name)
  const others: typeof found = []
  let declared = 0
  for (const from of files(isConstructor ? owner.name : name)) {
    const outline = outlineOf(host, from)
    declared += outline.declarations.filter((item) => item.kind === 'function' && item.parent >= 0 && sameName(item.name, name)).length
    for (const call of outline.calls) {
      const { path, start } = call
      if (isConstructor) {
        if (path.startsWith('new ') && sameName(path.slice(4).replace(/^.*\\/, ''), owner.name)) found.push({ from, offset: start, certainty: 'exact' })
        continue
      }
      if (!sameName(call.name, name)) continue
      const [, object = ''] = /^(.*)(?:->|::)[^>:]*$/.exec(path) ?? []
      if (/^(\$this|self|static|parent)$/i.test(object)) {
        const around = classes.around(from, start)
        const isRelated = around !== null && classes.lineage(around).some((one) => one.file === file && sameName(one.name.replace(/^.*\\/, ''), owner.name))
        if (isRelated || (around?.file === file)) found.push({ from, offset: start, certainty: 'exact' })
      } else if (/^[\w\\]+$/.test(object)) {
        if (sameName(object.replace(/^.*\\/, ''), owner.name)) found.push({ from, offset: start, certainty: 'exact' })
      } else if (object !== '') others.push({ from, offset: start, certainty: 'likely' })
    }
  }
  // A name that many classes have says little about which of them is meant.
  const isRare = declared <= 2
  return found.length > 0 && !isRare ? found : isRare ? [...found, ...others] : found
}
