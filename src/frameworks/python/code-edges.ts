/**
 * Ways from what a page runs to markup and addresses in Python: a function that writes a snippet is reached from where
 * it is called, a text from where it is mentioned, backwards through all that calls them.
 */
import type { ReachEdge, Span } from '../../types.js'
import type { Statement } from '../reading/code/nodes.js'
import { bindingsOf } from './reading/bindings.js'
import type { PythonCode } from './reading/code.js'
import { pythonFiles } from './reading/modules.js'

const MARKUP = /<script|<iframe|<noscript|<img\b|["']https?:\/\//i
/** How many declarations one tree is asked about. */
const MOST = 2000

/** A declaration of a module's own level. */
interface Unit extends Span {
  file: string
  names: string[]
}

export function codeEdges(code: PythonCode): ReachEdge[] {
  const files = pythonFiles(code.host)
    .filter((file) => !/(^|\/)(settings|management|commands|scripts|bin)(\/|\.py$)/.test(file))
  const importers = importIndex(code, files)
  const edges: ReachEdge[] = []
  const seen = new Set<string>()
  const queue: Unit[] = files.filter((file) => MARKUP.test(code.host.text(file) ?? ''))
    .flatMap((file) => unitsOf(code, file)
      .filter(({ start, end }) => MARKUP.test((code.host.text(file) ?? '').slice(start, end))))
  for (const unit of queue) {
    const key = `${unit.file} ${unit.start}`
    if (seen.has(key) || seen.size > MOST) continue
    seen.add(key)
    for (const file of [unit.file, ...importers(unit.file)]) {
      const names = file === unit.file ? unit.names : importedNames(code, file, unit)
      if (names.length === 0) continue
      for (const user of unitsOf(code, file)) {
        if (file === unit.file && user.start === unit.start) continue
        const offset = mention(code.host.text(file) ?? '', user, names)
        if (offset === null) continue
        edges.push({
          from: { file, unit: null }, offset, kind: 'import', certainty: 'exact', to: { file: unit.file, unit: null },
          part: { start: unit.start, end: unit.end },
        })
        queue.push(user)
      }
    }
  }
  return edges
}

function unitsOf(code: PythonCode, file: string): Unit[] {
  return code.modules.statements(file).flatMap((statement: Statement): Unit[] => {
    const { start, end } = statement
    switch (statement.kind) {
      case 'function': return [{ file, names: [statement.function.name as string], start, end }]
      case 'class': return [{ file, names: [statement.class.name], start, end }]
      case 'assign': {
        const names = statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : []))
        return names.length === 0 ? [] : [{ file, names, start, end }]
      }
      default: return []
    }
  })
}

/** Names under which a file has what a unit of another file declares. */
function importedNames(code: PythonCode, file: string, unit: Unit): string[] {
  const { byName, stars } = bindingsOf(code.modules.statements(file))
  const names: string[] = []
  for (const [alias, bindings] of byName) {
    for (const binding of bindings) {
      if (binding.kind !== 'import') continue
      const { module, name } = binding.import
      if (name !== null && unit.names.includes(name) && code.modules.resolve(file, module) === unit.file) {
        names.push(alias)
      }
      const whole = name === null ? module : module.endsWith('.') ? `${module}${name}` : `${module}.${name}`
      if ((name === null || !unit.names.includes(name)) && code.modules.resolve(file, whole) === unit.file) {
        names.push(...unit.names
          .map((own) => `${name === null && !module.includes('.') ? alias : name === null ? module : alias}.${own}`))
      }
    }
  }
  if (stars.some((module) => code.modules.resolve(file, module) === unit.file)) names.push(...unit.names)
  return names
}

/** Where a span first mentions one of the names. */
function mention(text: string, { start, end }: Span, names: readonly string[]): number | null {
  const pattern = new RegExp(`(?<![\\w.])(?:${names.map((name) => name.replace(/\./g, '\\.')).join('|')})(?!\\w)`, 'g')
  pattern.lastIndex = start
  const match = pattern.exec(text)
  return match && match.index < end ? match.index : null
}

const IMPORTS = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*|[^\n]*)|import[ \t]+([^\n#]+))/gm

/** For a module the files that may import it, by the last part of its name. */
function importIndex(code: PythonCode, files: readonly string[]): (file: string) => readonly string[] {
  let index: Map<string, string[]> | null = null
  const add = (name: string, file: string): void => {
    const list = (index as Map<string, string[]>).get(name)
    if (!list) index?.set(name, [file])
    else if (list.at(-1) !== file) list.push(file)
  }
  return (file) => {
    if (!index) {
      index = new Map()
      for (const path of files) {
        for (const [, module = '', names = '', plain = ''] of (code.host.text(path) ?? '').matchAll(IMPORTS)) {
          for (const name of `${module} ${names} ${plain}`.match(/\w+/g) ?? []) add(name, path)
        }
      }
    }
    const last = file.replace(/(?:\/__init__)?\.py$/, '').split('/').at(-1) as string
    return (index.get(last) ?? []).filter((path) => path !== file)
  }
}
