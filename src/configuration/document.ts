/** Reads the text of a configuration and remembers on which line each key stands. */
import { createRequire } from 'node:module'
import type { Node as JsonNode } from 'jsonc-parser'

/** Keys and indexes from the top to a value. */
export type KeyPath = readonly (string | number)[]

export interface ConfigurationDocument {
  value: unknown
  /** 1-based line of the key or element at a path, or of the nearest enclosing one that can be found. */
  line(path: KeyPath): number
  /** What is wrong with the text itself. */
  errors: { line: number; message: string }[]
}

// Loaded only when there is a configuration: most runs of an editor or a first try have none.
const load = createRequire(import.meta.url)

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index >= 0 && index < offset; index = text.indexOf('\n', index + 1)) line++
  return line
}

/** `PropertyNameExpected` → `property name expected`. */
const words = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase()

function readJson(text: string): ConfigurationDocument {
  const { parseTree, findNodeAtLocation, getNodeValue, printParseErrorCode } =
    load('jsonc-parser') as typeof import('jsonc-parser')
  const found: import('jsonc-parser').ParseError[] = []
  const root = parseTree(text, found, { allowTrailingComma: true, allowEmptyContent: true })
  const nodeAt = (path: KeyPath): JsonNode | undefined => root && findNodeAtLocation(root, [...path])
  return {
    value: root ? getNodeValue(root) : undefined,
    line(path) {
      for (let length = path.length; length > 0; length--) {
        const node = nodeAt(path.slice(0, length))
        // A property's own line is that of its key.
        const start = node?.parent?.type === 'property' ? node.parent : node
        if (start) return lineOf(text, start.offset)
      }
      return lineOf(text, root?.offset ?? 0)
    },
    errors: found.map(({ error, offset }) => ({
      line: lineOf(text, offset),
      message: words(printParseErrorCode(error)),
    })),
  }
}

function readYaml(text: string): ConfigurationDocument {
  const { parseDocument, LineCounter, isMap, isNode, isScalar } = load('yaml') as typeof import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const errors = document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    message: message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not readable',
  }))
  return {
    value: errors.length > 0 ? undefined : document.toJS(),
    line(path) {
      for (let length = path.length; length > 0; length--) {
        const parent = document.getIn(path.slice(0, length - 1), true)
        const key = path[length - 1]
        if (isMap(parent)) {
          const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
          if (pair && isScalar(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line
        }
        const node = document.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
      }
      return 1
    },
    errors,
  }
}

/** JSON with comments, or YAML where the name says so. */
export function readDocument(name: string, text: string): ConfigurationDocument {
  return /\.ya?ml$/i.test(name) ? readYaml(text) : readJson(text)
}

/** A value that came without a text, from `settings` of another tool. */
export function documentOf(value: unknown): ConfigurationDocument {
  return { value, line: () => 0, errors: [] }
}
