/**
 * Paths of files and folders as server code writes them: `path.join(__dirname, 'views')`, `` `${config.root}/views` ``,
 * `fileURLToPath(new URL('./public', import.meta.url))`. https://nodejs.org/api/path.html
 */
import { HOLE } from '../../parse/hole.js'
import type { ScriptReader, ScriptValue } from '../reading/script-values.js'

/** Stands in front of a path that is known from the root of the tree on. */
const KNOWN = '\u0000'
const DEPTH = 12

const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * Paths in the tree that a value may be, without a slash at either end; `''` is the top of the tree. What is relative
 * counts from `root`, the folder a server is started in. A HOLE stands for a part that is not literal.
 */
export function writtenLocations(reader: ScriptReader, root: string, at: ScriptValue): string[] {
  const found = evaluate(reader, root, at, 0).flatMap((text) => {
    if (text.startsWith(KNOWN)) return [normalised(text.slice(1))]
    if (text === '' || text.startsWith(HOLE)) return []
    return [normalised(`${root}/${text}`)]
  })
  return [...new Set(found.filter((path) => path !== null))]
}

/** `a/./b/../c` → `a/c`; null when it leaves the tree. */
function normalised(path: string): string | null {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

function evaluate(reader: ScriptReader, root: string, at: ScriptValue, depth: number): string[] {
  if (depth > DEPTH) return [HOLE]
  return reader.read(at).slice(0, 8).flatMap((target) => {
    const shape = reader.shape(target)
    if (!shape) return []
    const inner = (part: number): string[] => evaluate(reader, root, reader.beside(target, part), depth + 1)
    switch (shape.kind) {
      case 'constant': return typeof shape.value === 'string' ? [shape.value] : []
      case 'template': return joined(shape.parts.map(inner), '')
      case 'array': return shape.items.flatMap(inner)
      case 'global':
        if (shape.name === '__dirname') return [`${KNOWN}${directoryOf(target.file)}`]
        return shape.name === '__filename' ? [KNOWN + target.file] : [HOLE]
      case 'member': {
        // `import.meta.dirname`, `import.meta.url`.
        const object = reader.script(target)?.values[shape.object]
        if (object?.kind !== 'unknown') return [HOLE]
        if (shape.name === 'dirname') return [`${KNOWN}${directoryOf(target.file)}`]
        return shape.name === 'url' || shape.name === 'filename' ? [KNOWN + target.file] : [HOLE]
      }
      case 'call': {
        const callee = reader.script(target)?.values[shape.callee]
        const name = callee?.kind === 'member' ? callee.name : reader.written(target, shape.callee)
        const given = shape.arguments.map(inner)
        if (name === 'cwd') return [`${KNOWN}${root}`]
        if (name === 'dirname') return (given[0] ?? []).map(directoryOf)
        if (name === 'join' || name === 'normalize') return joined(given, '/')
        if (name === 'resolve') return resolved(given, root)
        if (name === 'URL' && shape.isNew) return (given[0] ?? []).flatMap((text) => (given[1] ?? []).map((base) => `${directoryOf(base)}/${text}`))
        return name === 'fileURLToPath' || name === 'String' || name === 'toString' ? (given[0] ?? []) : [HOLE]
      }
      default: return [HOLE]
    }
  })
}

/** Every way to put one of each together. */
function joined(parts: readonly (readonly string[])[], between: string): string[] {
  let texts = ['']
  for (const [index, options] of parts.entries()) {
    const known = options.length === 0 ? [HOLE] : options
    texts = texts.flatMap((text) => known.map((option) => (index === 0 ? option : `${text}${between}${option.replace(KNOWN, '')}`))).slice(0, 8)
  }
  return texts
}

/** `path.resolve`: what begins at the root of the disk begins anew; else from the working directory. */
function resolved(parts: readonly (readonly string[])[], root: string): string[] {
  const from = parts.findLastIndex((options) => options.some((option) => option.startsWith(KNOWN)))
  return from >= 0 ? joined(parts.slice(from), '/') : joined([[`${KNOWN}${root}`], ...parts], '/')
}
