/** Tags of the project's own, in the templates that use them. https://docs.djangoproject.com/en/5.2/howto/custom-template-tags/ */
import type { ReachEdge } from '../../../types.js'
import type { FrameworkHost } from '../../framework.js'
import { calledName, named, pathOf, positional, type CodeFunction, type Expression } from '../../reading/code/nodes.js'
import type { PythonCode } from '../reading/code.js'
import { literalsOf } from '../reading/texts.js'
import type { DjangoProject } from './settings.js'

interface Tag {
  /** As templates write it. */
  name: string
  /** The module it is loaded by. */
  library: string
  file: string
  function: CodeFunction
  /** Files of the templates it shows. */
  shows: string[]
}

const MARKUP = /<script|<img|<iframe|<noscript/i

export function tagEdges(host: FrameworkHost, code: PythonCode, { root, templates }: DjangoProject): ReachEdge[] {
  const modules = host.under(root)
    .filter((path) => /(^|\/)templatetags\/\w+\.py$/.test(path) && !path.endsWith('/__init__.py')
      && host.isProduct(path))
  const tags = modules.flatMap((file) => tagsOf(code, file, (name) => templates.fileOf(name)))
  const files = templates.all()
  if (tags.length === 0) return []
  const byName = new Map<string, Tag[]>()
  for (const tag of tags) byName.set(tag.name, [...byName.get(tag.name) ?? [], tag])
  return files.flatMap((from) => {
    const text = host.text(from) ?? ''
    return [...text.matchAll(/\{%-?\s*(\w+)|\{\{-?\s*(\w+)\s*\(/g)]
      .flatMap((match) => (byName.get((match[1] ?? match[2]) as string) ?? [])
      .filter(({ library }) => match[2] !== undefined || text.includes(library) || tags.length < 3)
      .flatMap((tag) => edgesTo(host, tag, from, match.index)))
  })
}

function edgesTo(
  host: FrameworkHost, { file, function: { start, end }, shows }: Tag, from: string, offset: number,
): ReachEdge[] {
  const edge = (to: string): ReachEdge => ({ from: { file: from, unit: null }, offset, kind: 'include',
    certainty: 'exact', to: { file: to, unit: null } })
  const own = MARKUP.test(host.text(file) ?? '') ? [{ ...edge(file), part: { start, end } }] : []
  return [...shows.map(edge), ...own]
}

/** Functions that are registered, with `@register.…` or `register.…(name, function)`. */
function tagsOf(code: PythonCode, file: string, fileOf: (name: string) => string | null): Tag[] {
  const library = file.slice(file.lastIndexOf('/') + 1, -3)
  const scope = code.top(file)
  const shows = (node: Expression | undefined): string[] => (node
    ? literalsOf(code, { node, scope }).flatMap((name) => fileOf(name) ?? []) : [])
  return code.modules.statements(file).flatMap((statement): Tag[] => {
    if (statement.kind === 'function') {
      return statement.function.decorators.flatMap((decorator) => {
        const call = decorator.kind === 'call' ? decorator : null
        const path = pathOf(call ? call.callee : decorator)
        if (!/^\w+\.(inclusion_tag|simple_tag|tag|simple_block_tag|assignment_tag|filter)$/.test(path)) return []
        const [first] = call ? positional(call) : []
        const own = call ? named(call.arguments, 'name') : undefined
        const given = path.endsWith('.inclusion_tag') ? own : own ?? first
        const name = given?.kind === 'text' ? given.text : statement.function.name as string
        const template = path.endsWith('.inclusion_tag')
          ? first ?? (call ? named(call.arguments, 'filename') : undefined) : undefined
        return [{ name, library, file, function: statement.function, shows: shows(template) }]
      })
    }
    // `register.tag("name", function)`, `register.inclusion_tag("x.html")(function)`
    const call = statement.kind === 'expression' && statement.value.kind === 'call' ? statement.value : null
    const outer = call?.callee.kind === 'call' ? call.callee : call
    if (!call || !outer || !/^(tag|simple_tag|inclusion_tag|filter)$/.test(calledName(outer))) return []
    const target = positional(call).at(-1)
    const found = target ? code.find({ node: target, scope })[0] : undefined
    const [first] = positional(outer)
    if (found?.kind !== 'function') return []
    const name = outer === call && first?.kind === 'text' ? first.text : found.function.name as string
    return [{ name, library, file: found.file, function: found.function, shows: outer === call ? [] : shows(first) }]
  })
}
