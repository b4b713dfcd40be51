/**
 * Pages and components that are shown only to some people: attributes of the page or of its model, and what the program
 * says of folders. https://learn.microsoft.com/aspnet/core/security/authorization/razor-pages-authorization
 */
import type { FrameworkHost, RouteGuard } from '../framework.js'

export interface PageRule {
  /** Of the page or folder, as `AuthorizeFolder` names it: `/Portal`. */
  page: string
  isFolder: boolean
  /** Null for one that lets everybody in. */
  guard: RouteGuard | null
}

const RULE = /\.(Authorize|AllowAnonymousTo)(Area)?(Folder|Page)\(\s*"([^"\n]*)"(?:\s*,\s*"([^"\n]*)")?(?:\s*,\s*"([^"\n]*)")?/g
const ATTRIBUTE = /\[(?:\w+,\s*)?(AllowAnonymous|\w*Authorize\w*)(?:Attribute)?(?:\(([^\])]*)\))?\s*[\],]/
const COMMENTS = /@\*[^]*?\*@|\/\*[^]*?\*\/|\/\/[^\n]*/g

export function pageRules(host: FrameworkHost, root: string): PageRule[] {
  const files = host.under(root).filter((path) => /\.cs$/i.test(path) && /\.(?:Authorize|AllowAnonymousTo)(?:Area)?(?:Folder|Page)\(/.test(host.text(path) ?? ''))
  return files.flatMap((file) => [...(host.text(file) ?? '').matchAll(RULE)].map((match): PageRule => {
    const [, verb = '', area, kind = '', first = '', second, third] = match
    const page = area === undefined ? first : `/${first}${second ?? ''}`
    const policy = area === undefined ? second : third
    const guard: RouteGuard | null = verb !== 'Authorize' ? null
      : { name: `${verb}${area ?? ''}${kind}`, file, offset: match.index + 1, isSeen: true, ...policy === undefined ? {} : { roles: [policy] } }
    return { page: page.replace(/\/$/, ''), isFolder: kind === 'Folder', guard }
  }))
}

/** Guards of a page; `own` is its path as the program names it: `/Portal/Index`. */
export function guardsOf(host: FrameworkHost, own: string, file: string, rules: readonly PageRule[] = []): RouteGuard[] {
  const name = own.toLowerCase()
  const fits = ({ page, isFolder }: PageRule): boolean =>
    (isFolder ? name.startsWith(`${page.toLowerCase()}/`) || page === '' : name === page.toLowerCase())
  const told = rules.filter(fits)
  if (told.some(({ guard }) => guard === null)) return []
  const guards = told.flatMap(({ guard }) => guard ?? [])
  for (const each of [file, `${file}.cs`]) {
    if (!host.has(each)) continue
    const text = (host.text(each) ?? '').replace(COMMENTS, (comment) => comment.replace(/[^\n]/g, ' '))
    const match = ATTRIBUTE.exec(text)
    if (!match) continue
    if (match[1] === 'AllowAnonymous') return []
    const roles = /Roles\s*=\s*"([^"]*)"/.exec(match[2] ?? '')?.[1]?.split(/\s*,\s*/) ?? (/^\s*"([^"]*)"/.exec(match[2] ?? '')?.slice(1) as string[] | undefined)
    guards.push({ name: match[1] as string, file: each, offset: match.index + 1, isSeen: true, ...roles ? { roles } : {} })
  }
  return guards
}
