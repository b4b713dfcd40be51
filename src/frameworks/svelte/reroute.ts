/** Further addresses of pages that a `reroute` hook writes down. https://svelte.dev/docs/kit/hooks#Universal-hooks-reroute */
import type { FrameworkHost, RouteDeclaration } from '../framework.js'
import { routePath } from '../paths.js'
import { ScriptReader, type ScriptValue } from '../reading/script-values.js'

/** Each is shown by the page it leads to; what is not literal adds none. */
export function reroutes(
  host: FrameworkHost, file: string, base: string, pages: readonly RouteDeclaration[],
): RouteDeclaration[] {
  const reader = new ScriptReader(host)
  const known = new Set(pages.map(({ path }) => path))
  const pairs = reader.exported(file, 'reroute').flatMap((hook) => pairsOf(reader, hook))
  return pairs.flatMap(([from, to]): RouteDeclaration[] => {
    const path = routePath(base, from)
    const page = pages.find((each) => each.path === routePath(base, to))
    if (!page || known.has(path)) return []
    known.add(path)
    return [{ ...page, path, certainty: 'likely', file }]
  })
}

/** `return translated[url.pathname]`, `if (url.pathname === '/uber-uns') return '/about'`. */
function pairsOf(reader: ScriptReader, hook: ScriptValue): [from: string, to: string][] {
  const shape = reader.shape(hook)
  const facts = reader.script(hook)
  const around = shape?.kind === 'function' ? facts?.functions[shape.function] : undefined
  if (!facts || !around) return []
  const compared = facts.values.flatMap((value) => {
    if (value.kind !== 'operation' || !/^===?$/.test(value.operator) || value.start < around.start || value.end > around.end) return []
    const texts = value.operands.map((operand) => reader.text(reader.beside(hook, operand))).filter((text) => text?.startsWith('/'))
    return texts.map((text) => ({ text: text as string, end: value.end }))
  })
  return around.returns.flatMap((id): [string, string][] => {
    const returned = reader.beside(hook, id)
    const value = reader.shape(returned)
    if (value?.kind === 'member') {
      return reader.read(reader.beside(hook, value.object)).flatMap((table) => {
        const object = reader.shape(table)
        const names = object?.kind === 'object' ? object.entries.flatMap(({ name }) => name ?? []) : []
        return names.flatMap((name): [string, string][] => {
          const to = reader.text(reader.property(table, name)[0])
          return to !== null && name.startsWith('/') ? [[name, to]] : []
        })
      })
    }
    const to = reader.text(returned)
    const from = compared.findLast(({ end }) => end <= (value?.start ?? 0))
    return to !== null && from ? [[from.text, to]] : []
  })
}
