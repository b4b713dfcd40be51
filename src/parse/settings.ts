/**
 * Files that set something up, as data: YAML, TOML and JSON, and the front matter of pages. Bad input gives what could be
 * read of it.
 */
import { getNodeValue, parseTree, type Node as JsonNode } from 'jsonc-parser'
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser'
import { isMap, isScalar, isSeq, parseDocument, visit, type Node as YamlNode, type Pair } from 'yaml'
import type { Span } from '../types.js'

/** A text, number or switch of a file of settings. The span is from its key to its end. */
export interface Setting extends Span {
  /** Keys around it, the outermost first; places in lists are numbers as text. */
  keys: string[]
  value: string | number | boolean | null
}

export type Settings = Readonly<Record<string, unknown>>

type Format = 'yaml' | 'toml' | 'json'

const FORMATS: Readonly<Record<string, Format>> = { yml: 'yaml', yaml: 'yaml', toml: 'toml', json: 'json', jsonc: 'json' }

/** No file of settings a person writes is longer. */
const LONGEST = 1_000_000

function formatOf(path: string): Format | null {
  return FORMATS[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? null
}

/** The top of a file when it is a mapping; empty for anything else. */
export function readSettings(path: string, text: string): Settings {
  const format = formatOf(path)
  return format === null ? {} : mapping(valueOf(text, format))
}

/** Every single value of a file, in the order of the file. */
export function listSettings(path: string, text: string): Setting[] {
  const format = formatOf(path)
  if (format === null || text.length > LONGEST) return []
  const list = { yaml: yamlSettings, toml: tomlSettings, json: jsonSettings }[format]
  try {
    return list(text).sort((one, other) => one.start - other.start)
  } catch {
    return []
  }
}

const OPENINGS: readonly [pattern: RegExp, format: Format][] = [
  [/^---(?:toml)?[ \t]*\r?\n/, 'yaml'],
  [/^---(?:json|js|javascript)[ \t]*\r?\n/, 'yaml'],
  [/^\+\+\+[ \t]*\r?\n/, 'toml'],
]

/**
 * What stands at the very beginning of a page about the page: YAML between `---`, TOML between `+++`, a JSON object.
 * Null when there is nothing. The fields of an object of a script are read as far as they are literal.
 */
export function frontMatterOf(text: string): Settings | null {
  if (/^\s*\{\s*(?:"|\})/.test(text) && !/^\s*\{\s*[%{]/.test(text)) return leadingObject(text)
  const opening = OPENINGS.find(([pattern]) => pattern.test(text))
  if (!opening) return null
  const [pattern, format] = opening
  const from = pattern.exec(text)?.[0].length ?? 0
  const fence = format === 'toml' ? /^\+\+\+[ \t]*$/m : /^---[ \t]*$/m
  const end = fence.exec(text.slice(from))
  if (!end) return null
  const body = text.slice(from, from + end.index)
  return mapping(valueOf(body, /^---toml/.test(text) ? 'toml' : format))
}

/** https://gohugo.io/content-management/front-matter/ */
function leadingObject(text: string): Settings | null {
  const tree = parseTree(text, [], { allowTrailingComma: true, disallowComments: false })
  return tree?.type === 'object' && (tree.children?.length ?? 0) > 0 ? mapping(getNodeValue(tree)) : null
}

function mapping(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {}
}

function valueOf(text: string, format: Format): unknown {
  if (text.length > LONGEST) return undefined
  try {
    if (format === 'json') {
      const tree = parseTree(text, [], { allowTrailingComma: true })
      return tree === undefined ? undefined : (getNodeValue(tree) as unknown)
    }
    if (format === 'toml') return getStaticTOMLValue(parseTOML(text))
    return yamlDocument(text).toJS({ maxAliasCount: 100 }) as unknown
  } catch {
    return undefined
  }
}

function yamlDocument(text: string): ReturnType<typeof parseDocument> {
  return parseDocument(text, { logLevel: 'silent', uniqueKeys: false, strict: false })
}

function yamlSettings(text: string): Setting[] {
  const document = yamlDocument(text)
  const found: Setting[] = []
  visit(document, {
    Scalar(key, node, path) {
      if (key === 'key' || !node.range || !isPlain(node.value)) return
      const keys = path.flatMap((around, at) => yamlKey(around as YamlNode | Pair, (path[at + 1] ?? node) as YamlNode | Pair))
      const pair = path.at(-1) as Pair | undefined
      const name = key === 'value' ? (pair?.key as YamlNode | undefined)?.range?.[0] : undefined
      found.push({ keys, value: node.value, start: name ?? node.range[0], end: node.range[1] })
    },
  })
  return found
}

/** The key by which the next node on the way down hangs in this one. */
function yamlKey(around: YamlNode | Pair, next: YamlNode | Pair): string[] {
  if (isSeq(around)) return [String(around.items.indexOf(next))]
  if (isMap(around) || !('key' in around)) return []
  return [String(isScalar(around.key) ? around.key.value : '')]
}

function isPlain(value: unknown): value is Setting['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function jsonSettings(text: string): Setting[] {
  const found: Setting[] = []
  const walk = (node: JsonNode, keys: string[], start: number): void => {
    if (node.type === 'object') {
      for (const property of node.children ?? []) {
        const [key, value] = property.children ?? []
        if (key && value) walk(value, [...keys, String(key.value)], key.offset)
      }
    } else if (node.type === 'array') {
      node.children?.forEach((item, index) => walk(item, [...keys, String(index)], item.offset))
    } else if (isPlain(node.value)) found.push({ keys, value: node.value, start, end: node.offset + node.length })
  }
  const tree = parseTree(text, [], { allowTrailingComma: true })
  if (tree) walk(tree, [], tree.offset)
  return found
}

/** What of the tree of a TOML file is looked at; the package tells many kinds of values apart. */
interface TomlNode {
  type: string
  range: [number, number]
  body?: TomlNode[]
  elements?: TomlNode[]
  resolvedKey?: (string | number)[]
  key?: TomlNode
  keys?: (TomlNode & { name?: string; value?: unknown })[]
  value?: unknown
}

function tomlSettings(text: string): Setting[] {
  const found: Setting[] = []
  const value = (node: TomlNode, keys: string[], start: number): void => {
    if (node.type === 'TOMLArray') {
      node.elements?.forEach((item, index) => value(item, [...keys, String(index)], item.range[0]))
    } else if (node.type === 'TOMLInlineTable') body(node.body ?? [], keys)
    else if (isPlain(node.value)) found.push({ keys, value: node.value, start, end: node.range[1] })
  }
  const body = (nodes: readonly TomlNode[], keys: string[]): void => {
    for (const node of nodes) {
      if (node.type === 'TOMLTable') body(node.body ?? [], (node.resolvedKey ?? []).map(String))
      else if (node.type === 'TOMLKeyValue' && node.key) {
        const names = (node.key.keys ?? []).map((part) => String(part.name ?? part.value ?? ''))
        value(node.value as TomlNode, [...keys, ...names], node.range[0])
      }
    }
  }
  const [top] = (parseTOML(text) as unknown as TomlNode).body ?? []
  body(top?.body ?? [], [])
  return found
}
