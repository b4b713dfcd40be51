/** Requests that routers of Go answer and folders they give out, kept until all that is mounted is known. */
import { HOLE } from '../../parse/hole.js'
import type { Certainty } from '../../types.js'
import { weakest } from '../../certainty.js'
import type { RoutePlace } from '../framework.js'
import { calledName, positional, type Call, type Expression } from '../reading/code/nodes.js'
import { goPath, isSubtree, methodOf, withoutMethod } from './patterns.js'
import type { GoValue } from './reading/packages.js'
import { textsOf } from './reading/texts.js'
import { GoWalk, prefixesOf, type Environment, type GoRouter } from './walk.js'

export interface GoRequest {
  path: string
  certainty: Certainty
  /** Lower case; null for all. */
  method: string | null
  /** The pattern stands for all paths below it. */
  isSubtree: boolean
  handlers: readonly GoValue[]
  declared: RoutePlace
}

export interface GoFolder {
  prefix: string
  directory: GoValue
  file: string
  /** A single file. */
  isFile: boolean
}

export abstract class GoRequests extends GoWalk {
  readonly requests: GoRequest[] = []
  readonly folders: GoFolder[] = []
  protected readonly added: { router: GoRouter; request: Omit<GoRequest, 'path' | 'certainty'>; path: string }[] = []
  protected readonly served: { router: GoRouter; folder: Omit<GoFolder, 'prefix'>; path: string }[] = []

  /** Requests and folders with their whole paths, now that all mounts are known. */
  protected finish(): void {
    for (const { router, request, path } of this.added) {
      for (const prefix of prefixesOf(router)) {
        const whole = `${prefix.path}/${path}`
        this.requests.push({ ...request, path: goPath(whole), certainty: whole.includes(HOLE)
          ? weakest(prefix.certainty, 'possible') : prefix.certainty })
      }
    }
    for (const { router, folder, path } of this.served) {
      for (const prefix of prefixesOf(router)) this.folders.push({ ...folder, prefix: `${prefix.path}/${path}` })
    }
  }

  protected add(
    router: GoRouter, node: Call, path: string, handlers: readonly Expression[], { scope }: Environment,
    verb: string | null,
  ): void {
    const request = {
      method: verb ?? methodOf(path), isSubtree: isSubtree(path), handlers: handlers
        .map((handler) => ({ node: handler, scope })),
      declared: { file: scope.file, start: node.start, end: node.end },
    }
    this.added.push({ router, request, path: withoutMethod(path) })
  }

  /** True for `http.FileServer(http.Dir("static"))`, with what stands around it; it is kept as a folder. */
  protected fileServer(router: GoRouter, handler: Expression, path: string, { scope }: Environment): boolean {
    const directory = servedDirectory(handler)
    if (directory === undefined) return false
    const folder = { directory: { node: directory, scope }, file: scope.file, isFile: false }
    this.served.push({ router, path: path.replace(/\/?\*?$/, ''), folder })
    return true
  }

  protected serve(router: GoRouter, node: Call, name: string, { scope }: Environment): void {
    const [first, second] = positional(node)
    if (!first || !second) return
    const path = textsOf(this.code, { node: first, scope })[0] ?? HOLE
    this.served.push({ router, path: path.replace(/\/?\*\w*$/, ''),
      folder: { directory: { node: second, scope }, file: scope.file, isFile: /File$/.test(name) } })
  }
}

/** What a file server is told to serve, through what stands around it; undefined for another handler. */
function servedDirectory(handler: Expression): Expression | undefined {
  if (handler.kind !== 'call') return undefined
  const [first] = positional(handler)
  if (/^FileServer(FS)?$/.test(calledName(handler))) {
    return first?.kind === 'call' && /^(Dir|FS)$/.test(calledName(first)) ? positional(first)[0] : first
  }
  return positional(handler).map(servedDirectory).find((found) => found !== undefined)
}
