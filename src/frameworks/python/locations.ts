/**
 * Paths of files and folders as Python writes them: `BASE_DIR / "templates"`, `os.path.join(os.path.dirname(__file__),
 * "static")`, `environ.Path(__file__) - 2`. https://docs.python.org/3/library/pathlib.html
 */
import { HOLE } from '../../parse/hole.js'
import { ancestors, directoryOf, joinPath } from '../../paths.js'
import type { FrameworkHost } from '../framework.js'
import { calledName, positional, type Expression } from '../reading/code/nodes.js'
import type { PythonCode, Scope, Value } from './reading/code.js'
import { textsOf } from './reading/texts.js'

/** Stands in front of a path that is known from the root of the tree on. */
const KNOWN = '\u0000'
const DEPTH = 14

/**
 * Directories and files of the tree that a value may name. What is relative counts from the directories around the file
 * that writes it: where a server is started is not told.
 */
export function locationsOf(code: PythonCode, value: Value): string[] {
  const found = evaluate(code, value, 0).flatMap((text) => {
    if (text.startsWith(KNOWN)) return joinPath('', text.slice(1)) ?? []
    if (text === '' || text.includes(HOLE)) return []
    return relative(code.host, value.scope.file, text)
  })
  return [...new Set(found)].filter((path) => !path.includes(HOLE))
}

/** The nearest directory above a file below which a path exists; the one beside it when there is none. */
function relative(host: FrameworkHost, file: string, path: string): string[] {
  const clean = path.replace(/^\/+/, '').replace(/\/+$/, '')
  for (const directory of ancestors(directoryOf(file))) {
    const joined = joinPath(directory, clean)
    if (joined !== null && joined !== '' && (host.has(joined) || host.under(joined).length > 0)) return [joined]
  }
  return []
}

function up(path: string): string {
  return path.startsWith(KNOWN) ? KNOWN + directoryOf(path.slice(1)) : directoryOf(path)
}

function evaluate(code: PythonCode, { node, scope }: Value, depth: number): string[] {
  if (depth > DEPTH) return [HOLE]
  const inner = (part: Expression): string[] => evaluate(code, { node: part, scope }, depth + 1)
  const joined = (parts: readonly string[][]): string[] => parts.reduce<string[]>((before, options) => (
    before.flatMap((path) => options.map((option) => (path === '' ? option : `${path}/${option.replace(KNOWN, '')}`)))
      .slice(0, 8)), [''])
  switch (node.kind) {
    case 'name':
      if (node.name === '__file__') return [KNOWN + scope.file]
      return named(code, { node, scope }, depth)
    case 'member':
      if (node.name === 'parent') return inner(node.object).map(up)
      if (node.name === 'root_path' || node.name === 'root_dir') return [KNOWN + directoryOf(scope.file)]
      return named(code, { node, scope }, depth)
    // `Path(__file__).resolve().parents[1]`
    case 'index': {
      const count = node.key.kind === 'constant' && typeof node.key.value === 'number' ? node.key.value + 1 : 0
      if (node.object.kind !== 'member' || node.object.name !== 'parents' || count === 0) return [HOLE]
      return inner(node.object.object).map((path) => Array.from({ length: count }).reduce<string>((at) => up(at), path))
    }
    case 'binary':
      if (node.operator === '/') return joined([inner(node.left), inner(node.right)])
      if (node.operator === '+') {
        return inner(node.left).flatMap((left) => inner(node.right).map((right) => left + right))
      }
      if (node.operator === '-' && node.right.kind === 'constant' && typeof node.right.value === 'number') {
        const count = node.right.value
        return inner(node.left).map((path) => Array.from({ length: count }).reduce<string>((at) => up(at), path))
      }
      return [HOLE]
    case 'choice': return node.options.flatMap(inner)
    case 'call': {
      const name = calledName(node)
      const given = positional(node).map(inner)
      const object = node.callee.kind === 'member' ? node.callee.object : null
      if (name === 'dirname') return (given[0] ?? [HOLE]).map(up)
      if (/^(abspath|realpath|normpath|Path|PurePath|str|unipath)$/.test(name)) return given[0] ?? [HOLE]
      if (name === 'join') return joined(given)
      if (/^(joinpath|path|child)$/.test(name) && object) return joined([inner(object), ...given])
      if (/^(resolve|absolute|as_posix|expanduser)$/.test(name) && object) return inner(object)
      if (name === 'ancestor' && object) {
        const [count] = positional(node)
        const levels = count?.kind === 'constant' && typeof count.value === 'number' ? count.value : 1
        return inner(object).map((path) => Array.from({ length: levels }).reduce<string>((at) => up(at), path))
      }
      return code.find({ node: node.callee, scope }).flatMap((found) => (found.kind === 'function'
        ? code.results(found, node, scope).flatMap((value) => evaluate(code, value, depth + 2)) : [HOLE]))
    }
    default: return textsOf(code, { node, scope }, depth)
  }
}

function named(code: PythonCode, value: Value, depth: number): string[] {
  const found = code.find(value)
    .flatMap((each) =>
      (each.kind === 'value' && each.value.node !== value.node ? evaluate(code, each.value, depth + 1) : []))
  return found.length > 0 ? found : [HOLE]
}

/** The scope of a module's own level, for callers that have only a file. */
export function moduleScope(file: string): Scope {
  return { file, function: null, class: null, given: new Map() }
}
