/** Tiles: pages put together from a template and parts. https://tiles.apache.org/framework/tutorial/ */
import type { FrameworkHost } from '../../framework.js'
import { servedFile } from './web-root.js'
import { withoutXmlComments, xmlElements } from './xml.js'

interface Definition {
  name: string
  template: string | null
  parent: string | null
  /** Values of its attributes: paths, names of definitions, or text. */
  puts: Map<string, string>
}

/** The files a definition is made of. */
export interface TilesPage {
  /** What is put into the places of the template. */
  leaves: string[]
  /** The template, and what stands around the page in all of its definition's kind. */
  shell: string[]
}

export interface Tiles {
  /** Files of a definition, by the name a controller returns; null when there is none of that name. */
  page(name: string): TilesPage | null
}

const BODY = /^(body|content|main|page|center)/i

/** All definitions below a web root and of the resources beside it. */
export function readTiles(host: FrameworkHost, root: string, files: readonly string[]): Tiles {
  const definitions = new Map<string, Definition>()
  for (const file of files) {
    if (!/\.xml$/i.test(file)) continue
    const text = host.text(file) ?? ''
    if (!/<tiles-definitions|<component-definitions/.test(text)) continue
    for (const element of xmlElements(withoutXmlComments(text), 'definition')) {
      const name = element.attribute('name')
      if (name === null) continue
      const puts = ['put-attribute', 'put', 'add-attribute', 'add'].flatMap((tag) => xmlElements(element.body, tag))
        .flatMap((put, index): [string, string][] => {
          const value = put.attribute('value') ?? put.body.trim()
          return value === '' ? [] : [[put.attribute('name') ?? `#${index}`, value]]
        })
      definitions.set(name, {
        name, puts: new Map(puts),
        template: element.attribute('template') ?? element.attribute('path') ?? element.attribute('page'),
        parent: element.attribute('extends'),
      })
    }
  }
  const page = (name: string, depth: number): TilesPage | null => {
    const found = lookUp(definitions, name)
    if (!found || depth > 10) return null
    const chain = lineage(definitions, found.definition)
    const fill = (value: string): string => value.replace(/\{(\d)\}/g, (_, index: string) => found.groups[Number(index)] ?? '')
    const puts = new Map(chain.flatMap((definition) => [...definition.puts]).map(([key, value]) => [key, fill(value)]))
    const template = chain.map((definition) => definition.template).findLast((value) => value !== null) ?? null
    const shell = [template === null ? null : servedFile(host, root, fill(template))].filter((file) => file !== null)
    const leaves: string[] = []
    for (const [key, value] of puts) {
      const inner = page(value, depth + 1)
      const file = value.startsWith('/') ? servedFile(host, root, value) : null
      const list = BODY.test(key) ? leaves : shell
      if (file !== null) list.push(file)
      else if (inner) list.push(...inner.shell, ...inner.leaves)
    }
    return { leaves: [...new Set(leaves)], shell: [...new Set(shell)] }
  }
  return { page: (name) => page(name, 0) }
}

function lineage(definitions: ReadonlyMap<string, Definition>, definition: Definition): Definition[] {
  const chain = [definition]
  for (let at = definition.parent; at !== null && chain.length < 20;) {
    const next = definitions.get(at)
    if (!next || chain.includes(next)) break
    chain.unshift(next)
    at = next.parent
  }
  return chain
}

/** By name, or by a name with `*` in it. */
function lookUp(
  definitions: ReadonlyMap<string, Definition>, name: string,
): { definition: Definition; groups: string[] } | null {
  const exact = definitions.get(name)
  if (exact) return { definition: exact, groups: [] }
  for (const definition of definitions.values()) {
    if (!definition.name.includes('*')) continue
    const pattern = definition.name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*\*?/g, (stars) => (stars === '*' ? '([^/]*)' : '(.*)'))
    const match = new RegExp(`^${pattern}$`).exec(name)
    if (match) return { definition, groups: [...match] }
  }
  return null
}
