/** Ways from views to markup and addresses in other functions and modules of Python. */
import type { ReachEdge } from '../../types.js'
import { mentionEdges, type Unit } from '../reading/code/mentions.js'
import type { Statement } from '../reading/code/nodes.js'
import { bindingsOf } from './reading/bindings.js'
import type { PythonCode } from './reading/code.js'
import { pythonFiles } from './reading/modules.js'

export function codeEdges(code: PythonCode): ReachEdge[] {
  const files = pythonFiles(code.host)
    .filter((file) => !/(^|\/)(settings|management|commands|scripts|bin)(\/|\.py$)/.test(file))
  const importers = importIndex(code, files)
  return mentionEdges(code.host, {
    files,
    unitsOf: (file) => unitsOf(code, file),
    users: (unit) => [
      { file: unit.file, names: unit.names },
      ...importers(unit.file).map((file) => ({ file, names: importedNames(code, file, unit) })),
    ],
  })
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
