/** `UrlMappings.groovy`: addresses with the controller, action or view behind each. https://docs.grails.org/latest/guide/theWebLayer.html#urlmappings */
import type { FrameworkHost } from '../../framework.js'
import type { CodeScope, CodeValues } from '../../reading/classes/constants.js'
import { outlineOf, type CodeCallNode, type CodeMethod, type CodeNode, type CodeOutline } from '../../reading/classes/outline.js'
import type { RoutePlace } from '../../framework.js'

export interface UrlMapping {
  /** `/visit/$action?/$id?`, without a format at its end. */
  path: string
  controller: string | null
  /** Names of actions: several where each method of the request has its own; none for the default. */
  actions: string[]
  view: string | null
  redirect: boolean
  /** Of controllers and actions that the path leaves open: true for those it means. */
  allows(part: 'controller' | 'action', name: string): boolean
  /** `resources`: many of a kind; `resource`: only one. */
  resources: 'many' | 'one' | null
  place: RoutePlace
}

const ENTRY_KEYS = new Set(['controller', 'action', 'view', 'uri', 'redirect', 'resources', 'resource', 'namespace', 'plugin'])

/** Entries of the mappings of a file, in order; codes of errors are none. */
export function urlMappings(host: FrameworkHost, values: CodeValues, file: string): UrlMapping[] {
  const outline = outlineOf(host, file)
  return outline.classes.flatMap((type, owner) => type.methods.filter(({ name }) => name === 'mappings').flatMap((method) => {
    const calls = outline.calls(method.body)
    const groups = calls.filter(({ name, block }) => name === 'group' && block !== null)
    const entries = calls.filter(({ name, arguments: given }) => name === '' && given.length > 0)
    const outer = (entry: CodeCallNode): CodeCallNode[] => [...groups, ...entries.filter((each) => each !== entry && isNested(each))]
      .filter(({ block }) => block !== null && block.start < entry.start && entry.end <= block.end).sort((a, b) => a.start - b.start)
    return entries.flatMap((entry): UrlMapping[] => {
      const written = pathOf(entry.arguments[0]?.value)
      if (written === null || /^\/?\d{3}$/.test(written)) return []
      const around = outer(entry).map((each) => pathOf(each.arguments[0]?.value) ?? '')
      const found = entryOf(host, values, outline, method, entry, { file, owner })
      if (!found.isEntry && outer(entry).some(isNested)) return []
      return [{ ...found, path: [...around, written].join('/').replace(/\/{2,}/g, '/').replace(/\(\.\$\w+\)\??$/, '').replace(/\.\$format\??$/, '') }]
    })
  }))
}

function isNested({ arguments: given }: CodeCallNode): boolean {
  return given.some(({ name }) => name === 'resources' || name === 'resource')
}

/** `/$controller/$action?` of a text with names in it. */
function pathOf(node: CodeNode | undefined): string | null {
  if (node?.kind === 'string') return node.text
  if (node?.kind !== 'join') return null
  return node.parts.map((part) => (part.kind === 'string' ? part.text : part.kind === 'name' ? `$${part.path}` : '*')).join('')
}

function entryOf(
  host: FrameworkHost, values: CodeValues, outline: CodeOutline, method: CodeMethod, entry: CodeCallNode, scope: CodeScope,
): Omit<UrlMapping, 'path'> & { isEntry: boolean } {
  const given = new Map(entry.arguments.flatMap(({ name, value }): [string, CodeNode][] => (name === null ? [] : [[name, value]])))
  if (entry.block) {
    for (const { name, value } of outline.assignments(entry.block)) if (ENTRY_KEYS.has(name)) given.set(name, value)
  }
  const text = (name: string): string | null => {
    const value = given.get(name)
    if (!value) return null
    // A closure gives its text.
    const inner = /^\{\s*(["'])([\w.-]+)\1\s*\}$/.exec((host.text(scope.file) ?? '').slice(value.start, value.end))?.[2]
    return inner ?? (value.kind === 'string' ? value.text : values.texts(value, { ...scope, body: method.body }).find((each) => /^[\w/.-]+$/.test(each)) ?? null)
  }
  const action = given.get('action')
  const byMethod = action?.kind === 'list' ? action.items.flatMap(({ value }) => (value.kind === 'string' ? [value.text] : [])) : null
  const single = byMethod === null ? text('action') : null
  return {
    controller: text('controller') ?? text('resources') ?? text('resource'), view: text('view') ?? text('uri'),
    actions: byMethod ?? (single === null ? [] : [single]), redirect: given.has('redirect'),
    resources: given.has('resources') ? 'many' : given.has('resource') ? 'one' : null,
    place: { file: scope.file, start: entry.start, end: entry.end }, allows: constraintsOf(outline, entry),
    isEntry: [...given.keys()].some((name) => ENTRY_KEYS.has(name)) || /\$(?:controller|action)\b/.test(pathOf(entry.arguments[0]?.value) ?? ''),
  }
}

/** `constraints { controller(inList: ['a', 'b']); action(matches: /x.*\/) }`. */
function constraintsOf(outline: CodeOutline, entry: CodeCallNode): UrlMapping['allows'] {
  const calls = entry.block ? outline.calls(entry.block) : []
  return (part, name) => calls.filter((call) => call.name === part).every(({ arguments: given }) => given.every(({ name: kind, value }) => {
    if (kind === 'inList' && value.kind === 'list') return value.items.some((item) => item.value.kind === 'string' && item.value.text === name)
    return kind !== 'matches' || value.kind !== 'string' || fits(value.text, name)
  }))
}

function fits(expression: string, name: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`).test(name)
  } catch {
    return true
  }
}
