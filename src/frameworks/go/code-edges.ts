/** Ways from handlers to markup and addresses in other functions of Go. */
import { directoryOf } from '../../paths.js'
import type { ReachEdge } from '../../types.js'
import { mentionEdges, type Unit } from '../reading/code/mentions.js'
import type { GoCode } from './reading/code.js'
import { goFiles } from './reading/packages.js'

export function codeEdges(code: GoCode): ReachEdge[] {
  const files = goFiles(code.host)
  const byDirectory = new Map<string, string[]>()
  for (const file of files) byDirectory.set(directoryOf(file), [...byDirectory.get(directoryOf(file)) ?? [], file])
  return mentionEdges(code.host, {
    files,
    unitsOf: (file) => unitsOf(code, file),
    users(unit) {
      // A method is called on what it is a method of, wherever that is.
      if (unit.names.some((name) => name.startsWith('.'))) return files.map((file) => ({ file, names: unit.names }))
      const directory = directoryOf(unit.file)
      const own = (byDirectory.get(directory) ?? []).map((file) => ({ file, names: unit.names }))
      const exported = unit.names.filter((name) => /^[A-Z]/.test(name))
      const isHere = ([, path]: readonly string[]): boolean => code.packages.directoryOfImport(path ?? '') === directory
      const elsewhere = exported.length === 0 ? [] : files.filter((file) => directoryOf(file) !== directory)
      const others = elsewhere.flatMap((file) => {
        const aliases = code.packages.importsOf(file).filter(isHere)
        return aliases.map(([alias]) => ({ file, names: exported.map((name) => `${alias}.${name}`) }))
      })
      return [...own, ...others]
    },
  })
}

function unitsOf(code: GoCode, file: string): Unit[] {
  return code.packages.statements(file).flatMap((statement): Unit[] => {
    const { start, end } = statement
    if (statement.kind === 'function') {
      const { name, receiver } = statement.function
      return [{ file, names: [receiver === null ? name as string : `.${name as string}`], start, end }]
    }
    if (statement.kind !== 'assign') return []
    const names = statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : []))
    return names.length === 0 ? [] : [{ file, names, start, end }]
  })
}
