/** Ways from actions to markup and addresses in other methods of Ruby: services, jobs, libraries. */
import type { ReachEdge } from '../../types.js'
import type { FrameworkHost } from '../framework.js'
import { mentionEdges, type Unit } from '../reading/code/mentions.js'
import type { Statement } from '../reading/code/nodes.js'
import { methodsOf, rubyFiles, type RubyClass, type RubyCode } from './reading/code.js'

/** Methods of a class that make one of it, or hand it to a queue: whose instances do the rest. */
const MAKES = ['new', 'perform_later', 'perform_async', 'perform_now', 'perform_in', 'with', 'set']

interface MethodUnit extends Unit {
  /** What the method belongs to; null for one that belongs to the file. */
  owner: RubyClass | null
  ofClass: boolean
}

/** `root`: the directory of the application, `''` for the tree's own. */
export function codeEdges(host: FrameworkHost, code: RubyCode, root: string): ReachEdge[] {
  const files = rubyFiles(host).filter((file) => (root === '' || file.startsWith(`${root}/`))
    && !/(^|\/)(?:config|db|bin|script|lib\/tasks|helpers)\//.test(file))
  const units = new Map<string, readonly MethodUnit[]>()
  const unitsOf = (file: string): readonly MethodUnit[] => {
    const found = units.get(file) ?? unitsIn(code, file)
    units.set(file, found)
    return found
  }
  const owners = new Map<string, number>()
  for (const file of files) {
    for (const { name } of code.classesIn(file)) owners.set(lastName(name), (owners.get(lastName(name)) ?? 0) + 1)
  }
  const byUnit = new WeakMap<Unit, MethodUnit>()
  return mentionEdges(host, {
    files,
    unitsOf(file) {
      const found = unitsOf(file)
      for (const unit of found) byUnit.set(unit, unit)
      return found
    },
    users(unit) {
      const { owner, ofClass } = byUnit.get(unit) ?? { owner: null, ofClass: false }
      const [name = ''] = unit.names
      const own = { file: unit.file, names: unit.names }
      if (!owner) return [own]
      // A short name is enough where it means one class only.
      const short = owners.get(lastName(owner.name)) === 1 ? lastName(owner.name) : owner.name
      const names = ofClass ? [`${short}.${name}`] : MAKES.map((make) => `${short}.${make}`)
      const others = files.filter((file) => file !== unit.file && (host.text(file) ?? '').includes(short))
      return [own, ...others.map((file) => ({ file, names }))]
    },
  })
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1)
}

/** Methods, and what stands in classes and files outside of them: `get '/' do … end`. */
function unitsIn(code: RubyCode, file: string): MethodUnit[] {
  const text = code.host.text(file) ?? ''
  const method = (owner: RubyClass | null, ofClass: boolean, name: string, start: number, end: number): MethodUnit => {
    const head = /^(?:private\s+|protected\s+)?def\s+(?:self\.)?[\w?!=]+/.exec(text.slice(start, end))?.[0] ?? ''
    const names = ofClass || !owner ? [name, `self.${name}`] : [name, `self.${name}`, 'new']
    // Without its own name in front.
    return { file, names, start: start + head.length, end, owner, ofClass }
  }
  const loose = (statements: readonly Statement[], owner: RubyClass | null): MethodUnit[] => statements.flatMap((statement) => (
    statement.kind === 'expression' && statement.value.kind === 'call' && statement.value.block
      ? [{ file, names: [], start: statement.start, end: statement.end, owner, ofClass: false }] : []))
  const top = code.statements(file)
  return [
    ...code.classesIn(file).flatMap((owner) => [
      ...[true, false].flatMap((ofClass) => [...methodsOf(owner.class, ofClass)]
        .map(([name, { start, end }]) => method(owner, ofClass, name, start, end))),
      ...loose(owner.class.body, owner),
    ]),
    ...top.flatMap((statement) => (statement.kind === 'function' && statement.function.name !== null
      ? [method(null, false, statement.function.name, statement.start, statement.end)] : [])),
    ...loose(top, null),
  ]
}
