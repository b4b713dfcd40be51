/**
 * Who runs a function of PHP: code that calls it by its name, and for a method that nobody calls by name, code that
 * mentions its class. What stands in a function runs there and not wherever its file is included.
 */
import { phpClasses } from '../../frameworks/php/code/classes.js'
import { outlineOf, type PhpDeclaration, type PhpOutline } from '../../frameworks/php/reading/outline.js'
import type { FrameworkHost } from '../../frameworks/framework.js'
import { wordIndex } from '../../frameworks/reading/code/mentions.js'
import type { Certainty, ReachEdge } from '../../types.js'

export interface CallersHost {
  host: FrameworkHost
  /** Product files whose text holds a word. */
  filesWith(word: string): readonly string[]
}

export interface PhpCallers {
  /** Offset of the named function around a place; null when there is none. */
  functionAt(file: string, offset: number | null): number | null
  /** Edges from the places that call the function around an offset by its name; empty when there is no such place. */
  calls(file: string, offset: number | null): readonly ReachEdge[]
  /** The function around an offset is no method, and its name stands nowhere but where it is declared. */
  isUnused(file: string, offset: number | null): boolean
  /** Edges from the places that mention the class of the method around an offset. */
  mentions(file: string, offset: number | null): readonly ReachEdge[]
}

const PHP = /\.(php\d?|phtml|inc|module|theme|ctp|install|profile)$/i
/** Names as they stand where something is called, made or handed on; most words of comments are passed over. */
const CALLABLE = /(?<![$\w])[A-Za-z_]\w*(?=\s*[(:;),'"\]])/g
/** More callers than these say no more. */
const MOST = 400

export function createPhpCallers({ host, filesWith }: CallersHost): PhpCallers {
  const known = new Map<string, readonly ReachEdge[]>()
  const around = (file: string, offset: number | null): { outline: PhpOutline; index: number } | null => {
    if (offset === null || !PHP.test(file)) return null
    const outline = outlineOf(host, file)
    let index = outline.declarationAt(offset)
    while (index >= 0 && outline.declarations[index]?.kind !== 'function')
      index = outline.declarations[index]?.parent ?? -1
    return index < 0 ? null : { outline, index }
  }
  const scripts = host.under('').filter((path) => PHP.test(path) && host.isProduct(path))
  // Every method is asked for in turn, so the texts are gone through once and not for each name.
  const files = wordIndex(host, scripts, CALLABLE)
  const asked = (
    kind: string, file: string, offset: number | null, ask: (of: Asked) => ReachEdge[],
  ): readonly ReachEdge[] => {
    const found = around(file, offset)
    const declaration = found?.outline.declarations[found.index]
    if (!found || !declaration) return []
    const key = `${kind}|${file}|${found.index}`
    let edges = known.get(key)
    if (!edges) {
      const owner = found.outline.declarations[declaration.parent]
      known.set(key, (edges = ask({ host, files, file, declaration, owner }).slice(0, MOST)))
    }
    return edges
  }
  return {
    functionAt(file, offset) {
      const found = around(file, offset)
      return found ? (found.outline.declarations[found.index]?.start ?? null) : null
    },
    isUnused(file, offset) {
      const found = around(file, offset)
      const declaration = found?.outline.declarations[found.index]
      if (!declaration || declaration.parent >= 0) return false
      const name = new RegExp(`(?<![\\w$])${declaration.name}(?!\\w)`, 'gi')
      const mentioned = filesWith(declaration.name).filter((path) => PHP.test(path))
      const count = mentioned.reduce((sum, path) => sum + [...(host.text(path) ?? '').matchAll(name)].length, 0)
      return count <= 1
    },
    calls: (file, offset) => asked('calls', file, offset, callsOf),
    mentions: (file, offset) => asked('mentions', file, offset, mentionsOf),
  }
}

/** A function with what its declaration tells; edges lead to all of it. */
interface Asked {
  host: FrameworkHost
  files: (name: string) => readonly string[]
  file: string
  declaration: PhpDeclaration
  owner: PhpDeclaration | undefined
}

function edgeTo({ file, declaration }: Asked, from: string, offset: number, certainty: Certainty): ReachEdge {
  return {
    from: { file: from, unit: null },
    offset,
    kind: 'include',
    certainty,
    to: { file, unit: null },
    part: { start: declaration.start, end: declaration.end },
  }
}

function callsOf(asked: Asked): ReachEdge[] {
  const { host, files, file, declaration, owner } = asked
  const { name } = declaration
  const isInside = (from: string, start: number): boolean =>
    from === file && start >= declaration.start && start < declaration.end
  if (owner?.kind === 'class' && owner.name !== '') {
    if (/^__(?!construct|invoke)/.test(name)) return []
    return methodCalls(host, files, file, owner, name)
      .filter(({ from, offset }) => !isInside(from, offset))
      .map(({ from, offset, certainty }) => edgeTo(asked, from, offset, certainty))
  }
  if (owner) return []
  return files(name).flatMap((from) =>
    outlineOf(host, from)
      .calls.filter((call) => {
        const isCalled = call.receiver === null && sameName(call.path.replace(/^.*\\/, ''), name)
        return (isCalled || handsOn(call, name)) && !isInside(from, call.start)
      })
      .map((call) => edgeTo(asked, from, call.start, 'exact')),
  )
}

function mentionsOf(asked: Asked): ReachEdge[] {
  const { host, files, file, owner } = asked
  if (owner?.kind !== 'class' || owner.name === '') return []
  const asClass = new RegExp(`(^|\\\\)${owner.name}::class$`, 'i')
  return files(owner.name).filter((from) => from !== file).flatMap((from) =>
    outlineOf(host, from)
      .calls.filter((call) => {
        const named = /^(?:new )?([\w\\]+)(?:::|$)/.exec(call.path)?.[1]
        return (named !== undefined && sameName(named.replace(/^.*\\/, ''), owner.name))
          || call.arguments.some(({ value }) => value.kind === 'name' && asClass.test(value.path))
      })
      .map((call) => edgeTo(asked, from, call.start, 'likely')),
  )
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** `call_user_func('name')`, `array_map('name', …)`. */
function handsOn(
  call: { name: string; arguments: readonly { value: { kind: string; text?: string } }[] },
  name: string,
): boolean {
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
    declared += outline.declarations.filter(
      (item) => item.kind === 'function' && item.parent >= 0 && sameName(item.name, name),
    ).length
    for (const call of outline.calls) {
      const { path, start } = call
      if (isConstructor) {
        if (path.startsWith('new ') && sameName(path.slice(4).replace(/^.*\\/, ''), owner.name))
          found.push({ from, offset: start, certainty: 'exact' })
        continue
      }
      if (!sameName(call.name, name)) continue
      const [, object = ''] = /^(.*)(?:->|::)[^>:]*$/.exec(path) ?? []
      if (/^(\$this|self|static|parent)$/i.test(object)) {
        const around = classes.around(from, start)
        const isRelated =
          around !== null &&
          classes
            .lineage(around)
            .some((one) => one.file === file && sameName(one.name.replace(/^.*\\/, ''), owner.name))
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
